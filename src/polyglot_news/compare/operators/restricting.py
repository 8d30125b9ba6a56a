"""Does what a quote cuts off take back or narrow what it quotes? Conditions are looked for in ``conditions``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyglot_news.compare.operators.conditions import AND
from polyglot_news.compare.operators.cues import words
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.qualifiers import qualifiers
from polyglot_news.text import Span

if TYPE_CHECKING:
    from polyglot_news.compare.model import Pair
    from polyglot_news.compare.words.evidence import Side

_LIMITS = frozenset({"only", "said", "draft", "part", "principle", "interim"})
_NAMES = 0.35  # weight from which a word may name a subject; pronouns weigh less
_BRIEF = 1.2  # "…, for now", on the scale of ``Side.weight``; in a longer clause it is said of that one
# fmt: off
YET = {
    "en": ("but", "however", "although", "though", "yet", "nevertheless", "even if", "while", "despite"),
    "fr": (
        "mais", "toutefois", "cependant", "pourtant", "néanmoins", "bien que", "bien qu'", "même si", "même s'",
        "quoique", "quoiqu'", "malgré",
    ),
    "zh": ("但", "不过", "然而", "可是", "尽管", "虽", "只是"),
}
"""What sets a clause against another one."""
_NARROWING = {
    "en": (
        "on the understanding", "at least", "as long as", "so long as", "in so far", "insofar", "to the extent",
        "within the limit", "without prejudice", "if only",
    ),
    "fr": (
        "étant entendu", "du moins", "pour autant", "tant que", "dans la mesure", "dans la limite", "sans préjudice",
        "ne serait -ce que", "ne fût -ce que",
    ),
    "zh": ("但有一项谅解", "有一项谅解", "至少", "以不", "限于", "仅限", "在不影响", "在不妨碍", "最多"),
}
"""Openings that narrow what stands before them."""
# fmt: on


def takes_back(side: Side, pair: Pair, first: int, last: int) -> bool:
    """Whether a clause is set against what stands before it, and restricts or negates that: "…, but not for lorries".

    One with a subject of its own, of which the quote does not speak, is another statement: "…, but no train will run".
    """
    language = pair.official_language
    text = Span(side.words[first].start, side.words[last - 1].end).of(side.text)
    if not _opens(text, language, YET[language]):
        return False
    hits = [
        *(hit for hit in qualifiers(text, language) if hit.cue.readings[0].cls in _LIMITS),
        *negations(text, language),
    ]
    starts = [hit.span.start + side.words[first].start for hit in hits if hit.cue.asks]
    return any(
        all(
            side.weight[i] < _NAMES or side.doubt[i] <= 0.5
            for i in range(first + 1, last)
            if side.words[i].end <= start
        )
        for start in starts
    )


def opposes(text: str, language: str) -> bool:
    """Whether something in a text is set against something else."""
    joined = _joined(text, language)
    if language == "zh":
        return any(word in joined for word in YET["zh"])
    return any(f" {word} " in f" {joined} " for word in YET[language])


def narrows(side: Side, pair: Pair, first: int, last: int) -> bool:
    """Whether a stretch opens with a limit: "…, only on weekdays", "…, and only in the north"."""
    language = pair.official_language
    if side.words[first].of(side.text).lower() in AND[language] and first + 1 < last:
        first += 1
    text = Span(side.words[first].start, side.words[last - 1].end).of(side.text)
    if _opens(text, language, _NARROWING[language]):
        return True
    return any(
        hit.span.start == 0
        and len(hit.parts) == 1
        and hit.cue.asks
        and (cls := hit.cue.readings[0].cls) in _LIMITS
        and (cls != "interim" or float(side.weight[first:last].sum()) <= _BRIEF)
        for hit in qualifiers(text, language)
    )


def _opens(text: str, language: str, openings: tuple[str, ...]) -> bool:
    joined = _joined(text, language)
    if language == "zh":
        return joined.startswith(openings)
    return f"{joined} ".startswith(tuple(f"{opening} " for opening in openings))


def _joined(text: str, language: str) -> str:
    return ("" if language == "zh" else " ").join(word.text for word in words(text, language))
