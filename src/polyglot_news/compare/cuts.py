"""A whole sentence is quoted, but for a clause: "… may reopen next week", without "unless fighting resumes".

Of what stands before the quote, only a condition and what governs it ("We hope that …") are looked for: other openings
("In addition, …") are cut freely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from polyglot_news.compare.model import Divergence, DivergenceKind, Pair, Severity
from polyglot_news.compare.operators.conditions import (
    INNER_MARK,
    STATEMENT_MARK,
    UNRENDERED,
    Condition,
    dropped_condition,
    is_unrendered,
    missing,
    opens_condition,
)
from polyglot_news.compare.operators.frames import Frame, dropped_frame
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.operators.restricting import (
    concedes,
    limit_inside,
    narrows,
    opens_opposed,
    opposes,
    takes_back,
)
from polyglot_news.compare.polarity import polarity_suspects
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, evidence, part_end, part_start
from polyglot_news.text import CLAUSE_MARK, SENTENCE_MARK, Span, is_parted

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from polyglot_news.compare.words.evidence import Evidence, Side

_COMMAS = (",", "，")
_OPENING = re.compile(r"[.!?:。！？：]")  # the label of a speaker is none of the sentence
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
# fmt: on
_ADDS = re.compile(
    r"\b(?:not|n['’]t) (?:only|just|merely|simply)|\b(?:non|pas) seulement|\bnon content|不仅|不但|不只|不单",
    re.IGNORECASE,
)
"""What makes of a *but* an *and*."""
# How much of the official sentence before the quote may be unrendered, and how much the dropped clause must tell.
_HEAD = 0.8
_TAIL = 1.2
# A long clause may share more words with the rest, and one that nothing parts from it must tell more.
_LONG, _LONG_UNRENDERED = 3.0, 0.55
_UNPARTED, _UNPARTED_UNRENDERED = 2.5, 0.8
_ELSEWHERE = 1.0  # how much of the quote may have no source, as a share of the dropped clause
_BEGINNING = 0.6  # how much may be lost or won on the way to where a clause begins
_NUMBER = 0.8  # what a number tells
_FRAMED = 0.8  # what governs a claim is seldom left out by a faithful quote
# With a stop at its end and a mark, or a joining word, before the clause; other cuts need a second version to be told.
_CONFIDENCE = 0.8
_LESS_SURE = 0.75
_LEAST_SURE = 0.7


@attrs.frozen
class CutChecker:
    """Finds what a quote cuts off: a condition, a limit, what governs it; any clause, if it is set as a whole sentence.

    A fragment, which begins in lower case or with a figure or ends without a stop, shows that it is cut, and is no
    whole sentence.
    """

    kind: DivergenceKind = "omission"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield the clause that was cut off, if there is one."""
        found = evidence(pair)
        if found is None:
            return
        side = found.official
        frame = dropped_frame(side, pair)
        if frame is not None and not _is_negated(pair, frame):
            yield _framed(pair, frame)
        condition = dropped_condition(side, pair)
        if condition is not None:
            yield _conditioned(pair, condition)
        elif pair.core is None:
            return
        elif (limit := _limit_after(side, pair) or limit_inside(found, pair)) is not None:
            reason = f"The official text limits this: “{limit.of(pair.official)}”."
            yield attrs.evolve(_divergence(limit, "major", reason, _CONFIDENCE), settled=True)
        elif pair.partial:
            return
        elif (opposed := _opposed_after(found, pair)) is not None:
            reason = f"The official sentence goes on: “{opposed.of(pair.official)}”."
            yield _divergence(opposed, "major", reason, _LEAST_SURE)
        elif (dropped := _of_the_statement(side, pair)) is not None:
            span, confidence = dropped
            # Where no stop says that the sentence ends, what only adds to it is cut freely.
            whole = _closed(pair) == 1.0 or _only_concedes(pair)
            severity: Severity = "major" if whole else "minor"
            yield _divergence(span, severity, f"The official sentence goes on: “{span.of(pair.official)}”.", confidence)


def _conditioned(pair: Pair, condition: Condition) -> Divergence:
    """Tell of a condition that is dropped; where the whole text is rendered, the rest of the pair hardly shows it."""
    what = "makes an exception" if condition.excepts else "sets a condition"
    reason = f"The official text {what}: “{condition.span.of(pair.official)}”."
    severity: Severity = "critical" if condition.plain else "major"
    told = _divergence(condition.span, severity, reason, _CONFIDENCE)
    return attrs.evolve(told, settled=pair.core is None or not condition.plain)


_FRAMES = {
    "held": "denies or doubts this",
    "doubted": "doubts this",
    "ruled": "holds this for possible only",
    "possible": "holds this for possible only",
    "seen": "only says that nothing is known of it",
    "hoped": "only hopes this",
    "studied": "only studies this",
    "assumed": "only assumes this",
}


def _framed(pair: Pair, frame: Frame) -> Divergence:
    """Tell of a frame; one that denies is a *not*, which the article may give right before the quote."""
    denies = frame.cls in {"held", "seen"}
    return Divergence(
        kind="polarity" if denies else "omission",
        severity="critical" if frame.cls == "held" else "major",
        confidence=_FRAMED,
        rendering=None,
        official=frame.span,
        reason=f"The official text {_FRAMES[frame.cls]}: “{frame.span.of(pair.official)}”.",
        absent="rendering" if denies else None,
        settled=True,
    )


def _is_negated(pair: Pair, frame: Frame) -> bool:
    """Whether the lost negation of a frame is told as one."""
    return any(
        suspect.side == 1 and suspect.hit.span.overlap(frame.span) and suspect.confidence("polarity") >= _FRAMED
        for suspect in polarity_suspects(pair)
    )


def _divergence(span: Span, severity: Severity, reason: str, confidence: float) -> Divergence:
    return Divergence(
        kind="omission", severity=severity, confidence=confidence, rendering=None, official=span, reason=reason
    )


def _clause_after(side: Side, pair: Pair) -> tuple[int, int] | None:
    """Return the bounds of what follows the part that is rendered in its sentence, if a clause begins there."""
    if pair.core is None:
        return None
    after = [i for i, word in enumerate(side.words) if word.start >= pair.core.end]
    if not after or not INNER_MARK.search(side.text[pair.core.end : side.words[after[0]].start]):
        return None
    return after[0], part_end(side, after[0], SENTENCE_MARK)


def _limit_after(side: Side, pair: Pair) -> Span | None:
    """Return the clause after the part that is rendered, if it takes back or narrows some of it: "…, but not today".

    The words of one that takes back may repeat those of the quote, so that links to these say nothing.
    """
    after = _clause_after(side, pair)
    if after is None:
        return None
    limits = takes_back(side, pair, *after) and not opposes(pair.rendering, pair.rendering_language)
    if limits or (narrows(side, pair, *after) and is_unrendered(side, *after)):
        return _span(side, *after)
    return None


def _opposed_after(found: Evidence, pair: Pair) -> Span | None:
    """Return the clause right after a whole clause that is quoted, which the official text sets against that.

    It may have a subject of its own, and yet the one is hardly meant without the other: "Sales are up, but …".
    """
    side = found.official
    after = _clause_after(side, pair) if _closed(pair) > 0.0 or pair.rendering_language == "zh" else None
    if after is None or opposes(pair.rendering, pair.rendering_language) or not is_unrendered(side, *after):
        return None
    start = part_start(side, after[0] - 1, STATEMENT_MARK)
    if _ADDS.search(side.text, side.words[start].start, side.words[after[0]].start):
        return None
    # A rendering that says something else instead is free, and not cut.
    if missing(found.rendering, 0, len(found.rendering.words)) > _ELSEWHERE * missing(side, *after):
        return None
    span = _span(side, *after)
    return span if opens_opposed(span.of(side.text), pair.official_language) else None


def dropped_clause(pair: Pair) -> tuple[Span, float] | None:
    """Return what follows in the official sentence after all that is rendered of it, and how surely it was cut.

    None where the quote is no whole sentence, or nothing of weight follows the beginning of the core. Each word counts
    by its rarity.
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
    start, end = part_start(side, kept, _OPENING), part_end(side, kept, SENTENCE_MARK)
    rendered = [i for i in range(start, end) if side.doubt[i] <= 0.5 and side.weight[i] >= CONTENT_WEIGHT]
    if not rendered or missing(side, start, rendered[0]) > _HEAD:
        return None
    best, most = 0, 0.0
    for at in range(rendered[0] + 1, end):
        lost = float((told * side.doubt)[at:end].sum())
        share = lost / max(1e-6, float(told[at:end].sum()))
        # Where the quote may be no whole sentence, only a mark tells that a clause begins.
        begins = is_parted(side.text, side.words, at, INNER_MARK)
        if closed == 1.0:
            begins = begins or _joins(side, at, pair.official_language)
        if not _is_lost(lost, share, parted=begins, closed=closed):
            continue
        gain = float((told * (2.0 * side.doubt - 1.0))[at:end].sum()) + _BEGINNING * begins
        if gain > most:
            best, most = at, gain
    if not best or missing(side, start, best) > 0.6 * float(told[start:best].sum()):
        return None
    if _denies_as_well(pair, _span(side, best, end)):
        return None
    # A rendering that says something else instead is free, and not cut.
    if missing(found.rendering, 0, len(found.rendering.words)) > _ELSEWHERE * missing(side, best, end):
        return None
    if pair.core is not None and side.words[best].start <= pair.core.start:
        return None  # what stands before the quoted part
    confidence = _LEAST_SURE
    if closed == 1.0 and is_parted(side.text, side.words, best, INNER_MARK):
        confidence = _CONFIDENCE
    elif closed == 1.0 and _joins(side, best, pair.official_language):
        confidence = _LESS_SURE
    return _span(side, best, end), confidence


def _denies_as_well(pair: Pair, clause: Span) -> bool:
    """Whether a clause denies, as a later clause of the rendering does: *and I won't sugar-coat it*, rendered freely.

    No other negation of the official text must answer that of the rendering.
    """
    denied = [hit.span for hit in negations(*pair.texts[1]) if hit.cue.asks and hit.span.end <= clause.end]
    others = sum(not clause.overlap(span) for span in denied if pair.core is None or pair.core.overlap(span))
    denying = [hit.span for hit in negations(*pair.texts[0]) if hit.cue.asks]
    later = bool(denying) and CLAUSE_MARK.search(pair.rendering, 0, denying[-1].start) is not None
    return later and len(denying) > others and any(map(clause.overlap, denied))


def _of_the_statement(side: Side, pair: Pair) -> tuple[Span, float] | None:
    """Return the dropped clause, where it belongs to the statement that is quoted.

    What follows a colon or a semicolon is another one, and so is a clause with a condition of its own.
    """
    dropped = dropped_clause(pair)
    if dropped is None or opens_condition(side, pair, dropped[0]):
        return None
    words = [i for i, word in enumerate(side.words) if word.overlap(dropped[0])]
    last = next((i for i in words if is_parted(side.text, side.words, i, STATEMENT_MARK)), words[-1] + 1)
    if last <= words[-1] and missing(side, words[0], last) < _TAIL:
        return None
    return _span(side, words[0], last), dropped[1]


def _is_lost(lost: float, share: float, *, parted: bool, closed: float) -> bool:
    if parted:
        return (lost >= _TAIL and share >= UNRENDERED) or (lost >= _LONG and share >= _LONG_UNRENDERED)
    return closed == 1.0 and lost >= _UNPARTED and share >= _UNPARTED_UNRENDERED


def _only_concedes(pair: Pair) -> bool:
    """Whether an English "Although …," is quoted without its sentence."""
    concedes_it = concedes(pair.rendering, pair.rendering_language)
    return concedes_it and pair.rendering_language == "en" and pair.rendering.rstrip().endswith(_COMMAS)


def _closed(pair: Pair) -> float:
    """Return how surely the quote is set as a whole sentence, 0 to 1: by the stop at its end.

    A comma stands for it where the article goes on ("…," he said), and French leaves it out there: the official
    sentence may then go on as well.
    """
    last = pair.rendering.rstrip()[-1:]
    if last in ".!?。！？":
        return 1.0
    return 0.5 if last in _COMMAS or pair.rendering_language == "fr" else 0.0


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
