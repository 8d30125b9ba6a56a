"""A whole sentence is quoted, but for a clause: "… may reopen next week", without "unless fighting resumes".

Of what stands before the quote, only a condition is looked for: other openings ("In addition, …") are cut freely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from polyglot_news.compare.cues import words
from polyglot_news.compare.evidence import evidence
from polyglot_news.compare.model import Divergence, DivergenceKind, Pair, Severity
from polyglot_news.compare.negation import negations
from polyglot_news.compare.qualifiers import qualifiers
from polyglot_news.text import Span, is_parted

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from polyglot_news.compare.evidence import Side

_INNER_MARK = re.compile(r"[,;:()—–，；：（）、]")  # between two clauses of one sentence
SENTENCE_MARK = re.compile(r"[.!?。！？]")
_OPENING = re.compile(r"[.!?:。！？：]")  # the label of a speaker is none of the sentence
_CONDITIONS = frozenset({"if", "unless", "except"})
_LIMITS = frozenset({"only", "said", "draft", "part", "principle", "interim"})
# fmt: off
_JOINING = {
    "en": frozenset({
        "and", "which", "who", "that", "because", "while", "whereas", "but", "including", "except", "when", "where",
        "without", "thereby", "alongside", "despite", "although", "though", "until", "unless", "if", "so", "or",
    }),
    "fr": frozenset({
        "et", "qui", "dont", "où", "car", "parce", "mais", "tandis", "si", "lorsque", "afin", "sans", "notamment",
        "puisque", "malgré", "sauf", "bien", "quoique", "ainsi", "ou",
    }),
    "zh": frozenset({
        "并", "并且", "但", "但是", "而", "而且", "从而", "因为", "因此", "同时", "以及", "包括", "其中", "如果",
        "除非", "尽管", "以便", "不过", "然而", "或", "或者",
    }),
}
"""Words that begin a clause or a further member of one."""
_YET = {
    "en": ("but", "however", "although", "though", "yet", "nevertheless", "even if", "while", "despite"),
    "fr": ("mais", "toutefois", "cependant", "pourtant", "néanmoins", "bien que", "même si", "quoique", "malgré"),
    "zh": ("但", "不过", "然而", "可是", "尽管", "虽", "只是"),
}
"""What sets a clause against another one."""
_AND = {
    "en": frozenset({"and", "but", "or", "so", "yet", "then"}),
    "fr": frozenset({"et", "mais", "ou", "or", "donc", "alors"}),
    "zh": frozenset({"而", "但", "但是", "并", "并且", "而且", "不过", "那么"}),
}
"""What may stand before the word that opens a clause."""
# fmt: on
# How much of the official sentence before the quote may be unrendered, and how much the dropped clause must tell.
_HEAD = 0.8
_TAIL = 1.2
_UNRENDERED = 0.7
# A long clause may share more words with the rest, and one that nothing parts from it must tell more.
_LONG, _LONG_UNRENDERED = 3.0, 0.55
_UNPARTED, _UNPARTED_UNRENDERED = 2.5, 0.8
_ELSEWHERE = 1.0  # how much of the quote may have no source, as a share of the dropped clause
_BEGINNING = 0.6  # how much may be lost or won on the way to where a clause begins
_NUMBER = 0.8  # what a number tells
# With a stop at its end and a mark, or a joining word, before the clause; other cuts need a second version to be told.
_CONFIDENCE = 0.8
_LESS_SURE = 0.75
_LEAST_SURE = 0.7


@attrs.frozen
class CutChecker:
    """Finds the clause that a quote cuts off although it is set as a whole sentence.

    A fragment, which begins in lower case or ends without a stop, shows that it is cut, and is none.
    """

    kind: DivergenceKind = "omission"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield the clause that was cut off, if there is one."""
        if pair.core is None or pair.partial:
            return
        found = evidence(pair)
        if found is None:
            return
        side = found.official
        condition = None
        if not _has_condition(pair):
            condition = _condition_before(side, pair) or _condition_after(side, pair)
        if condition is not None:
            reason = f"The official text sets a condition: “{condition.of(pair.official)}”."
            yield _divergence(condition, "critical", reason, _CONFIDENCE)
        elif (limit := _limit_after(side, pair)) is not None:
            reason = f"The official text limits this: “{limit.of(pair.official)}”."
            yield _divergence(limit, "major", reason, _CONFIDENCE)
        elif (dropped := dropped_clause(pair)) is not None:
            span, confidence = dropped
            yield _divergence(span, "major", f"The official sentence goes on: “{span.of(pair.official)}”.", confidence)


def _divergence(span: Span, severity: Severity, reason: str, confidence: float) -> Divergence:
    return Divergence(
        kind="omission", severity=severity, confidence=confidence, rendering=None, official=span, reason=reason
    )


def _condition_before(side: Side, pair: Pair) -> Span | None:
    """Return what stands before the rendered clause from a condition on, if none of it is rendered.

    The condition may open the sentence or, where another clause comes first, stand right before: "…, and if …, we".
    """
    gains = (side.weight * (1.0 - 2.0 * side.doubt))[::-1].cumsum()[::-1]
    if gains.max() <= 0 or pair.core is None:
        return None
    inside = next((i for i, word in enumerate(side.words) if word.overlap(pair.core)), 0)
    first = max(int(gains.argmax()), inside)  # "unless" may be linked to a mere "ne"
    # The clause that is quoted may begin with words that have no counterpart.
    while first and not is_parted(side.text, side.words, first, _INNER_MARK):
        first -= 1
    opening = _after(side, first, _OPENING)
    begins = [at for at in range(opening, first) if at == opening or is_parted(side.text, side.words, at, _INNER_MARK)]
    conditions = (_unrendered_condition(side, pair, at, first) for at in begins)
    return next((condition for condition in conditions if condition is not None), None)


def _condition_after(side: Side, pair: Pair) -> Span | None:
    """Return the clause after the part that is rendered, if it sets a condition and none of it is rendered."""
    after = _clause_after(side, pair)
    return None if after is None else _unrendered_condition(side, pair, *after)


def _clause_after(side: Side, pair: Pair) -> tuple[int, int] | None:
    """Return the bounds of what follows the part that is rendered in its sentence, if a clause begins there."""
    if pair.core is None:
        return None
    after = [i for i, word in enumerate(side.words) if word.start >= pair.core.end]
    if not after or not _INNER_MARK.search(side.text[pair.core.end : side.words[after[0]].start]):
        return None
    return after[0], _sentence_end(side, after[0])


def _unrendered_condition(side: Side, pair: Pair, first: int, last: int) -> Span | None:
    while first < last - 1 and side.words[first].of(side.text).lower() in _AND[pair.official_language]:
        first += 1  # "But if …"
    span = _span(side, first, last)
    opens = any(
        hit.span.start == span.start and any(one.cls in _CONDITIONS and one.asks for one in hit.cue.readings)
        for hit in qualifiers(side.text, pair.official_language)
    )
    # The rendering has no condition: what its opening word is linked to is none.
    return span if opens and is_unrendered(side, min(first + 1, last - 1), last) else None


def _has_condition(pair: Pair) -> bool:
    """Whether the rendering sets a condition, be it another one; 解除 holds no 除."""
    hits = qualifiers(pair.rendering, pair.rendering_language)
    if pair.rendering_language == "zh":
        starts = {word.start for word in pair.rendering_words}
        hits = [hit for hit in hits if hit.span.start in starts]
    return any(one.cls in _CONDITIONS and one.asks for hit in hits for one in hit.cue.readings)


def _limit_after(side: Side, pair: Pair) -> Span | None:
    """Return the clause after the part that is rendered, if it takes back some of it: "…, but only on paper".

    That is one which is set against what was said, and restricts or negates. Its words may repeat those of the quote,
    so that links to these say nothing.
    """
    after = _clause_after(side, pair)
    if after is None or _opposes(pair.rendering, pair.rendering_language):
        return None
    span = _span(side, *after)
    text = span.of(side.text)
    opening = " ".join(word.text for word in words(text, pair.official_language)[:3])
    if not opening.replace(" ", "" if pair.official_language == "zh" else " ").startswith(_YET[pair.official_language]):
        return None
    asking = [
        *(hit for hit in qualifiers(text, pair.official_language) if hit.cue.readings[0].cls in _LIMITS),
        *negations(text, pair.official_language),
    ]
    return span if any(hit.cue.asks for hit in asking) else None


def _opposes(text: str, language: str) -> bool:
    """Whether something in a text is set against something else."""
    joined = ("" if language == "zh" else " ").join(word.text for word in words(text, language))
    if language == "zh":
        return any(word in joined for word in _YET["zh"])
    return any(f" {word} " in f" {joined} " for word in _YET[language])


def dropped_clause(pair: Pair) -> tuple[Span, float] | None:
    """Return what follows in the official sentence after all that is rendered of it, and how surely it was cut.

    None where the quote is no whole sentence, or nothing of weight follows. Each word counts by its rarity.
    """
    closed = _closed(pair)
    found = evidence(pair) if closed > 0.0 else None
    if found is None:
        return None
    side = found.official
    told = _told(side)
    gains = (told * (1.0 - 2.0 * side.doubt)).cumsum()
    if gains.max() <= 0:
        return None
    kept = int(gains.argmax())
    start, end = _after(side, kept, _OPENING), _sentence_end(side, kept)
    rendered = [i for i in range(start, end) if side.doubt[i] <= 0.5 and side.weight[i] >= 0.25]
    if not rendered or _missing(side, start, rendered[0]) > _HEAD:
        return None
    best, most = 0, 0.0
    for at in range(rendered[0] + 1, end):
        lost = float((told * side.doubt)[at:end].sum())
        share = lost / max(1e-6, float(told[at:end].sum()))
        # Where the quote may be no whole sentence, only a mark tells that a clause begins.
        begins = is_parted(side.text, side.words, at, _INNER_MARK)
        if closed == 1.0:
            begins = begins or _joins(side, at, pair.official_language)
        if not _is_lost(lost, share, parted=begins, closed=closed):
            continue
        gain = float((told * (2.0 * side.doubt - 1.0))[at:end].sum()) + _BEGINNING * begins
        if gain > most:
            best, most = at, gain
    if not best or _missing(side, start, best) > 0.6 * float(told[start:best].sum()):
        return None
    # A rendering that says something else instead is free, and not cut.
    if _missing(found.rendering, 0, len(found.rendering.words)) > _ELSEWHERE * _missing(side, best, end):
        return None
    confidence = _LEAST_SURE
    if closed == 1.0 and is_parted(side.text, side.words, best, _INNER_MARK):
        confidence = _CONFIDENCE
    elif closed == 1.0 and _joins(side, best, pair.official_language):
        confidence = _LESS_SURE
    return _span(side, best, end), confidence


def _is_lost(lost: float, share: float, *, parted: bool, closed: float) -> bool:
    if parted:
        return (lost >= _TAIL and share >= _UNRENDERED) or (lost >= _LONG and share >= _LONG_UNRENDERED)
    return closed == 1.0 and lost >= _UNPARTED and share >= _UNPARTED_UNRENDERED


def _closed(pair: Pair) -> float:
    """Return how surely the quote is set as a whole sentence, 0 to 1: by the stop at its end.

    A comma stands for the stop where the article goes on ("…," he said), and French leaves it out there.
    """
    last = pair.rendering.rstrip()[-1:]
    if last in ".!?。！？":
        return 1.0
    if last in ",，":
        return 1.0 if pair.rendering_language == "en" else 0.5
    return 0.5 if pair.rendering_language == "fr" else 0.0


def _told(side: Side) -> NDArray[np.float64]:
    """Return how much each word tells, numbers included."""
    told: NDArray[np.float64] = side.weight.copy()
    told[[any(char.isdigit() for char in word.of(side.text)) for word in side.words]] = _NUMBER
    return told


def _joins(side: Side, at: int, language: str) -> bool:
    """Whether a word joins a clause, or a further member of one, to what stands before it."""
    return side.words[at].of(side.text).lower() in _JOINING[language]


def _span(side: Side, first: int, last: int) -> Span:
    return Span(side.words[first].start, side.words[last - 1].end)


def _after(side: Side, at: int, mark: re.Pattern[str]) -> int:
    """Return the index of the first word after the last mark before a word."""
    while at and not is_parted(side.text, side.words, at, mark):
        at -= 1
    return at


def _sentence_end(side: Side, at: int) -> int:
    """Return the index after the last word of the sentence of a word."""
    end = at + 1
    while end < len(side.words) and not is_parted(side.text, side.words, end, SENTENCE_MARK):
        end += 1
    return end


def _missing(side: Side, first: int, last: int) -> float:
    return float((side.weight * side.doubt)[first:last].sum())


def is_unrendered(side: Side, first: int, last: int) -> bool:
    """Whether hardly any of some words of a text is rendered, by their weight."""
    return _missing(side, first, last) >= _UNRENDERED * float(side.weight[first:last].sum())
