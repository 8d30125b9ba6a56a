"""Durations told by two units: "a year and two months", « deux heures et vingt minutes », 一年零两个月."""

from __future__ import annotations

import attrs

from polyglot_news.text import Span
from polyglot_news.values.model import Value
from polyglot_news.values.units import units

_MINUTE = "分"  # a point elsewhere
# What stands side by side: of 一周四天 the four days are those of each week.
_NEIGHBOURS = {("year", "month"), ("hour", "minute"), ("minute", "second")}
_LINKS = {"", "and", "et", "零", "又"}


def join_compounds(text: str, values: list[Value]) -> list[Value]:
    """Join the two measures of each such duration into one value, of the smaller unit."""
    joined: list[Value] = []
    for value in values:
        both = _joined(text, joined[-1], value) if joined else None
        if both is None:
            joined.append(value)
        else:
            joined[-1] = both
    return joined


def _joined(text: str, one: Value, two: Value) -> Value | None:
    if one.unit == "hour" and two.unit is None and text.startswith(_MINUTE, two.span.end):
        two = attrs.evolve(two, span=Span(two.span.start, two.span.end + 1), kind="quantity", unit="minute")
    link = text[one.span.end : two.span.start].strip()
    if not one.kind == two.kind == "quantity" or link not in _LINKS:
        return None
    if not link and (one.loose or (one.unit, two.unit) not in _NEIGHBOURS):
        return None
    larger, smaller = units().get(one.unit or ""), units().get(two.unit or "")
    if larger is None or smaller is None or not larger.dimension == smaller.dimension == "time" or two.loose:
        return None
    if larger.size is None or smaller.size is None:
        return None
    whole = larger.size / smaller.size
    if not 1 < two.numbers[0] + 1 <= whole or whole.denominator != 1:
        return None
    return attrs.evolve(
        two,
        span=Span(one.span.start, two.span.end),
        numbers=(one.numbers[0] * whole + two.numbers[0],),
        readings=(),
        bound=one.bound,
        spelled=one.spelled and two.spelled,
    )
