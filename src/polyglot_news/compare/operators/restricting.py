"""Does what a quote cuts off take back or narrow what it quotes? Conditions are looked for in ``conditions``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from polyglot_news.compare.operators.conditions import AND, STATEMENT_MARK, is_unrendered, rendered_words
from polyglot_news.compare.operators.cues import words
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.operators.qualifying import qualifiers
from polyglot_news.compare.words.evidence import part_end, part_start
from polyglot_news.text import Span, in_simplified, is_parted

if TYPE_CHECKING:
    from polyglot_news.compare.model import Pair
    from polyglot_news.compare.words.evidence import Evidence, Side

_LIMITS = frozenset({"only", "said", "draft", "part", "principle", "interim"})
_NAMES = 0.35  # weight from which a word may name a subject; pronouns weigh less
_ALL = 5  # the strength of *all* and *always*
_LINKED = 0.5
_LONGEST = 6  # words of a limit between two marks
_ASIDE_MARK = re.compile(r"[,;:()—–，；：（）、.!?。！？]")
_RELATIVES = {
    "en": re.compile(r"(?<!,) (?P<one>who|which) [^,.;:!?]{3,80}? (?P<further>and (?P=one) )", re.IGNORECASE),
    "fr": re.compile(r"(?<!,) qui [^,.;:!?]{3,80}? (?P<further>et qui )", re.IGNORECASE),
}
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
_BRINGS_ABOUT = re.compile(
    r"只(?:会|能使)(?![在对向于为从到给限])"
    r"|only (?:making|deepening|worsening|aggravating|exacerbating|fuell?ing|complicating|adding|increasing|prolonging"
    r"|hardening|widening|strengthening|leading|causing|bringing|creating|producing|driving|hurting|harming)\b",
    re.IGNORECASE,
)
"""An *only* that adds what comes of it, and limits nothing: 只会加深对立, *only making things worse*."""
_NO_YET = re.compile("不但|但愿|不只是|不单只是")
_OPPOSED = {
    "en": ("but", "however", "although", "though", "yet", "even though"),
    "fr": ("mais", "toutefois", "cependant", "pourtant", "bien que", "bien qu'", "même si", "même s'", "quoique"),
    "zh": ("但", "不过", "然而", "可是", "尽管", "虽"),
}
"""What opens a clause without which the one before it is hardly meant."""
_CONCEDING = {
    "en": ("although", "though", "while", "even though", "despite"),
    "fr": ("bien que", "bien qu'", "même si", "même s'", "quoique", "quoiqu'", "malgré"),
    "zh": ("虽", "尽管", "即使"),
}
"""What opens a clause that is none without the one after it."""
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
_SCOPE = {
    "en": (
        "in theory", "on paper", "in principle", "in some", "in certain", "in most", "in part", "in a few", "for some",
        "for certain", "under strict", "under certain", "under supervision", "with some", "with certain", "on a trial",
        "on a voluntary",
    ),
    "fr": (
        "en théorie", "sur le papier", "en principe", "dans certains", "dans certaines", "dans quelques",
        "dans la plupart", "dans une certaine mesure", "en partie", "pour certains", "pour certaines",
        "à titre provisoire", "à titre temporaire", "à titre expérimental", "à titre exceptionnel", "sous certaines",
        "sous contrôle", "sous surveillance", "à certaines", "sur la base du volontariat",
    ),
    "zh": (
        "在某些", "在部分", "在一定", "在少数", "在个别", "在多数", "在大多数", "在特定", "原则上", "理论上",
    ),
}
"""Openings of a few words that narrow the clause that they belong to."""
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
        joined = _NO_YET.sub("", joined)
        return any(word in joined for word in YET["zh"])
    return any(f" {word} " in f" {joined} " for word in YET[language])


def narrows(side: Side, pair: Pair, first: int, last: int) -> bool:
    """Whether a stretch opens with a limit: "…, only on weekdays", "…, and only in the north"."""
    language = pair.official_language
    if side.words[first].of(side.text).lower() in AND[language] and first + 1 < last:
        first += 1
    text = Span(side.words[first].start, side.words[last - 1].end).of(side.text)
    brief = _SCOPE[language] if last - first <= _LONGEST else ()
    if _opens(text, language, (*_NARROWING[language], *brief)):
        return True
    if _BRINGS_ABOUT.match(in_simplified(text, language)):
        return False
    return any(
        hit.span.start == 0
        and len(hit.parts) == 1
        and hit.cue.asks
        and (cls := hit.cue.readings[0].cls) in _LIMITS
        and (cls != "interim" or float(side.weight[first:last].sum()) <= _BRIEF)
        for hit in qualifiers(text, language)
    )


def opens_opposed(text: str, language: str) -> bool:
    """Whether a clause begins with what sets it against another one."""
    return _opens(text, language, _OPPOSED[language])


def concedes(text: str, language: str) -> bool:
    """Whether a text begins with what it only concedes: "Although sales are up, …"."""
    return _opens(text, language, _CONCEDING[language])


def limit_inside(found: Evidence, pair: Pair) -> Span | None:
    """Return a limit in the midst of what is rendered, and dropped: "can, in some towns, replace".

    It stands between two marks, or is a second clause that tells who is meant: "those who stay | and who can pay".
    """
    side = found.official
    if pair.core is None:
        return None
    starts = [i for i in range(1, len(side.words)) if is_parted(side.text, side.words, i, _ASIDE_MARK)]
    brief = (
        (first, last)
        for first, last in pairwise(starts)
        if last - first <= _LONGEST and narrows(side, pair, first, last)
    )
    for first, last in chain(brief, _further_relatives(side, pair.official_language)):
        if not is_unrendered(side, first, last):
            continue
        low, high = part_start(side, first, STATEMENT_MARK), part_end(side, first, STATEMENT_MARK)
        rendered = rendered_words(side, pair.core, low, high)
        amid = any(i < first for i in rendered) and any(i >= last for i in rendered)
        if amid and not _limits(found.rendering, pair.rendering_language, first, last):
            return Span(side.words[first].start, side.words[last - 1].end)
    return None


def _further_relatives(side: Side, language: str) -> Iterator[tuple[int, int]]:
    """Yield the first word of each second relative clause of two that no comma parts from their noun, and its end."""
    for match in _RELATIVES[language].finditer(side.text) if language in _RELATIVES else ():
        first = next(i for i, word in enumerate(side.words) if word.end > match.start("further"))
        yield first, part_end(side, first, _ASIDE_MARK)


def _limits(side: Side, language: str, first: int, last: int) -> bool:
    """Whether a rendering limits what it says, and not by words that stand for others than those of the limit."""
    for hit in qualifiers(side.text, language):
        readings = hit.cue.readings
        if not any(one.cls in _LIMITS or (one.cls in {"amount", "often"} and one.low < _ALL) for one in readings):
            continue
        within = [i for i, word in enumerate(side.words) if word.overlap(hit.span)]
        at = max(within, key=lambda i: float(side.weight[i]), default=None)
        if at is None or side.link[at] < _LINKED or first <= side.partner[at] < last:
            return True
    return False


def _opens(text: str, language: str, openings: tuple[str, ...]) -> bool:
    joined = _joined(text, language)
    if language == "zh":
        return joined.startswith(openings)
    return f"{joined} ".startswith(tuple(f"{opening} " for opening in openings))


def _joined(text: str, language: str) -> str:
    return ("" if language == "zh" else " ").join(word.text for word in words(text, language))
