"""A whole sentence is quoted, but for a clause: "… may reopen next week", without "unless fighting resumes".

Of what stands before the quote, only a condition is looked for: other openings ("In addition, …") are cut freely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from polyglot_news.compare.cues import Hit
from polyglot_news.compare.evidence import evidence
from polyglot_news.compare.model import Divergence, DivergenceKind, Pair, Severity
from polyglot_news.compare.qualifiers import qualifiers
from polyglot_news.text import Span

if TYPE_CHECKING:
    from polyglot_news.compare.evidence import Side

_CLAUSE_MARK = re.compile(r"[,;:()—–，；：（）、]")
_CONDITIONS = frozenset({"if", "unless", "except"})
_SENTENCE_MARK = re.compile(r"[.!?。！？]")
# How much of the official sentence before the quote may be unrendered, and how much the dropped clause must tell.
_HEAD = 0.8
_TAIL = 1.2
_UNRENDERED = 0.7
# Of 31 quotes that drop a clause this finds 17, at 3 alarms on 39 fragments and none on 184 whole quotes.
_CONFIDENCE = 0.8


@attrs.frozen
class CutChecker:
    """Finds the clause that a quote cuts off although it is set as a whole sentence.

    A fragment, which begins in lower case or ends in the middle of a clause, shows that it is cut, and is none.
    """

    kind: DivergenceKind = "omission"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield the clause that was cut off, if there is one."""
        if pair.core is None or pair.partial:
            return
        found = evidence(pair)
        if found is None:
            return
        condition = None
        if not _conditions(pair.rendering, pair.rendering_language):
            condition = _condition_before(found.official, pair) or _condition_after(found.official, pair)
        if condition is not None:
            reason = f"The official text sets a condition: “{condition.of(pair.official)}”."
            yield _divergence(condition, "critical", reason)
        elif (span := _dropped(found.official)) is not None:
            yield _divergence(span, "major", f"The official sentence goes on: “{span.of(pair.official)}”.")


def _divergence(span: Span, severity: Severity, reason: str) -> Divergence:
    return Divergence(
        kind="omission", severity=severity, confidence=_CONFIDENCE, rendering=None, official=span, reason=reason
    )


def _condition_before(side: Side, pair: Pair) -> Span | None:
    """Return the clause before the first rendered word, if it sets a condition and none of it is rendered."""
    gains = (side.weight * (1.0 - 2.0 * side.doubt))[::-1].cumsum()[::-1]
    first = int(gains.argmax())
    if gains.max() <= 0:
        return None
    # The clause that is quoted may begin with words that have no counterpart.
    while first and not _parted(side, first, _CLAUSE_MARK):
        first -= 1
    start = first
    while start and not _parted(side, start, _SENTENCE_MARK):
        start -= 1
    if start == first or re.search("[:：]", side.text[side.words[start].start : side.words[first].start]):
        return None
    return _unrendered_condition(side, pair, start, first)


def _condition_after(side: Side, pair: Pair) -> Span | None:
    """Return the clause after the part that is rendered, if it sets a condition and none of it is rendered."""
    if pair.core is None:
        return None
    after = [i for i, word in enumerate(side.words) if word.start >= pair.core.end]
    if not after or not _CLAUSE_MARK.search(side.text[pair.core.end : side.words[after[0]].start]):
        return None
    return _unrendered_condition(side, pair, after[0], _sentence_end(side, after[0]))


def _unrendered_condition(side: Side, pair: Pair, first: int, last: int) -> Span | None:
    span = Span(side.words[first].start, side.words[last - 1].end)
    opens = any(hit.span.start == span.start for hit in _conditions(side.text, pair.official_language))
    return span if opens and _is_unrendered(side, first, last) else None


def _conditions(text: str, language: str) -> list[Hit]:
    return [hit for hit in qualifiers(text, language) if any(one.cls in _CONDITIONS for one in hit.cue.readings)]


def _dropped(side: Side) -> Span | None:
    """Return the clause after the last rendered word, if it begins where a clause does and none of it is rendered.

    The last rendered word is where rendered words outweigh unrendered ones by most, each counted by its rarity.
    """
    gains = (side.weight * (1.0 - 2.0 * side.doubt)).cumsum()
    kept = int(gains.argmax()) + 1
    if gains.max() <= 0 or kept >= len(side.words):
        return None
    rendered = [i for i in range(kept) if side.doubt[i] <= 0.5 and side.weight[i] >= 0.25]
    if not rendered or _missing(side, 0, rendered[0]) > _HEAD:
        return None
    if not _parted(side, kept, _CLAUSE_MARK):
        return None
    end = _sentence_end(side, kept)
    if _missing(side, kept, end) < _TAIL or not _is_unrendered(side, kept, end):
        return None
    return Span(side.words[kept].start, side.words[end - 1].end)


def _parted(side: Side, at: int, mark: re.Pattern[str]) -> bool:
    """Whether a mark stands between a word and the one before it."""
    return mark.search(side.text[side.words[at - 1].end : side.words[at].start]) is not None


def _sentence_end(side: Side, at: int) -> int:
    """Return the index after the last word of the sentence of a word."""
    end = at + 1
    while end < len(side.words) and not _parted(side, end, _SENTENCE_MARK):
        end += 1
    return end


def _missing(side: Side, first: int, last: int) -> float:
    return float((side.weight * side.doubt)[first:last].sum())


def _is_unrendered(side: Side, first: int, last: int) -> bool:
    return _missing(side, first, last) >= _UNRENDERED * float(side.weight[first:last].sum())
