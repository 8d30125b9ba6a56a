"""Opening hours turned round: from 8 p.m. to 8 a.m. here, from 8 in the morning to 8 in the evening there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from polyglot_news.compare.figures.told import changed_figure
from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.text import Span
from polyglot_news.values.facts import Fact

_SURE = 0.9
_TO = re.compile(
    r"\s*(?:-|–|—|~|～|to|until|till|through|and|à|et|jusqu['’]à|直?到|至)\s*(?:次日|第二天|翌日|当天)?",
    re.IGNORECASE,
)


def exchanged_hours(pair: Pair, rendering: Sequence[Fact], official: Sequence[Fact]) -> Iterator[Divergence]:
    """Yield hours from and until which something lasts that stand for each other in the other text."""
    theirs = list(_lasting(official, pair.official))
    for mine in _lasting(rendering, pair.rendering):
        for there in theirs:
            (opens, closes), (first, last) = ([fact.numbers[0] for fact in hours] for hours in (mine, there))
            here, place = (one.value.span.with_(two.value.span) for one, two in (mine, there))
            if (opens, closes) == (last, first) and opens != closes and (not pair.core or place.overlap(pair.core)):
                yield _divergence(pair, here, place)


def _lasting(facts: Sequence[Fact], text: str) -> Iterator[tuple[Fact, Fact]]:
    hours = [fact for fact in facts if not fact.value.loose]
    for one, two in pairwise(hours):
        if one.kind == two.kind == "time" and _TO.fullmatch(text, one.value.span.end, two.value.span.start):
            yield one, two


def _divergence(pair: Pair, here: Span, there: Span) -> Divergence:
    return attrs.evolve(changed_figure(pair, here, there, _SURE), settled=True)
