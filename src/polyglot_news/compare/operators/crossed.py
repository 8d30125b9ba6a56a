"""Two things of which one text tells opposites, each of the other's: *exports rose, imports fell* and the reverse.

Both opposites stand on both sides, so that neither meets its own. Each is asked of what it is told, by the words of its
part of the sentence, as figures are that changed places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from polyglot_news.compare.operators.cues import Hit
from polyglot_news.compare.operators.directed import directions
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.operators.roles import Related, have_crossed, telling
from polyglot_news.compare.words.evidence import Side, evidence
from polyglot_news.text import Span, clause_end, clause_start

if TYPE_CHECKING:
    from polyglot_news.compare.model import Pair

_UNFIT = frozenset(
    {"more", "amount of", "order", "sex", "first", "stay", "enter", "same", "certain", "advise", "suspend"}
    | {"at sea", "debt abroad", "flights abroad", "full-time", "gross", "schooling"}
)
"""Scales whose words say too little of what they stand beside, or are things themselves."""
_PARTING = re.compile(
    r"[,;:—–，；：]|\b(?:and|but|while|whereas|although|though|as|et|mais|tandis que|alors que)\b|而|但|却|和|与",
    re.IGNORECASE,
)
"""What may stand between two things that are told apart."""


def exchanged_poles(pair: Pair) -> tuple[Span, Span] | None:
    """Return a word of the rendering and one of the official text that are told of each other's things."""
    found = evidence(pair)
    if found is None:
        return None
    denied = [sum(hit.cue.asks for hit in negations(*text)) for text in pair.texts]
    if denied[0] != denied[1]:
        return None
    sides = found.rendering, found.official
    ours, theirs = (dict(_told(side, language)) for side, (_, language) in zip(sides, pair.texts, strict=True))
    for scale in ours.keys() & theirs.keys():
        if have_crossed(found, ours[scale], theirs[scale]):
            return ours[scale].word, theirs[scale].word
    return None


def _told(side: Side, language: str) -> Iterator[tuple[str, Related]]:
    """Yield the scales of which a text has both ends once, with the words of what each is told of."""
    ends: dict[str, dict[int, list[Hit]]] = {}
    for hit in directions(side.text, language):
        for reading in hit.cue.readings:
            if reading.cls not in _UNFIT and reading.low == reading.high:
                ends.setdefault(reading.cls, {1: [], -1: []})[1 if reading.low > 0 else -1].append(hit)
    for scale, (up, down) in ((scale, (found[1], found[-1])) for scale, found in ends.items()):
        if len(up) == len(down) == 1:
            first, second = sorted((up[0].parts[0], down[0].parts[0]), key=lambda span: span.start)
            mark = _PARTING.search(side.text, first.end, second.start)
            if mark is None:
                continue
            one = telling(side, Span(_start(side.text, first.start), mark.start())) - telling(side, first)
            other = telling(side, Span(mark.end(), clause_end(side.text, second.end))) - telling(side, second)
            ahead = first == up[0].parts[0]
            yield scale, Related(first, *((one, other) if ahead else (other, one)))


def _start(text: str, at: int) -> int:
    """Return where what a word is told of begins: its clause, or the one before where its own only holds the word."""
    start = clause_start(text, at)
    return start if text[start:at].strip() or not start else clause_start(text, start - 1)
