"""Durations told by two units: "a year and two months", « deux heures et vingt minutes », 一年零两个月."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from polyglot_news.text import Span
from polyglot_news.values.model import Value
from polyglot_news.values.units import units

_MINUTE = "分"  # a point elsewhere
_LINKS = {"", "and", "et", "零", "又"}


def compounds(text: str, values: Sequence[Value]) -> Iterator[Value]:
    """Yield what may be one duration, in its smaller unit; of "two years and nine months respectively" it is none."""
    for one, bare in pairwise(values):
        two = bare
        if one.unit == "hour" and bare.unit is None and text.startswith(_MINUTE, bare.span.end):
            two = attrs.evolve(bare, span=Span(bare.span.start, bare.span.end + 1), kind="quantity", unit="minute")
        if not one.kind == two.kind == "quantity" or text[one.span.end : two.span.start].strip() not in _LINKS:
            continue
        larger, smaller = units().get(one.unit or ""), units().get(two.unit or "")
        if larger is None or smaller is None or not larger.dimension == smaller.dimension == "time" or two.loose:
            continue
        whole = larger.size / smaller.size if larger.size and smaller.size else None
        if whole is None or whole.denominator != 1 or not 0 < two.numbers[0] < whole:
            continue
        yield attrs.evolve(
            two,
            span=Span(one.span.start, two.span.end),
            numbers=(one.numbers[0] * whole + two.numbers[0],),
            readings=(),
            bound=one.bound,
            spelled=one.spelled and two.spelled,
        )
