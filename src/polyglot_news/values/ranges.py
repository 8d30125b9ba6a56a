"""Ranges and ratios: two numbers that one expression holds together."""

from __future__ import annotations

from fractions import Fraction

import attrs

from polyglot_news.text import Span
from polyglot_news.values.model import Moment, Value, ValueKind

_LINKS = {"-", "–", "—", "~", "～", "to", "à", "至", "到", "－", "-to-", "‑", "−"}
_BETWEEN = {"and": ("between", "from"), "et": ("entre",), "与": ("在", "介于"), "和": ("在", "介于")}
_WITHIN = "之间"  # belongs to the range before it
_NEAR = 16  # characters before a number, within which "from" stands
_TO, _FROM = {"to", "à"}, ("from", "From", "between", "de", "De", "entre")
_JOINABLE = {"cardinal", "percent", "money", "quantity", "age", "points", "magnitude"}


def join_ranges(text: str, values: list[Value]) -> list[Value]:
    """Join the two ends of each range ("5 to 10 million", 5至10%) into one value."""
    joined: list[Value] = []
    for value in values:
        if joined and (year := _short_year(text, joined[-1], value)) is not None:
            joined.append(attrs.evolve(value, kind="date", moment=Moment(year=year)))
        elif joined and _linked(text, joined[-1], value):
            joined[-1] = _join(text, joined[-1], value)
        else:
            joined.append(value)
    return joined


def _linked(text: str, one: Value, two: Value) -> bool:
    if (
        one.kind not in _JOINABLE | {"fraction"}
        or two.kind not in _JOINABLE
        or len(one.numbers) != 1
        or len(two.numbers) != 1
    ):
        return False
    if one.kind == "points" and two.kind != "points":  # "up three points to 17.4%"
        return False
    if two.loose or (one.loose and (one.unit is not None or one.numbers[0] < 1)):  # "mid-thirties"
        return False
    gap = text[one.span.end : two.span.start]
    if len(gap) > 6:
        return False
    link = gap.strip().lower()
    if link in _LINKS:
        if gap != link and link in {"-", "–", "—"} and one.numbers[0] >= two.numbers[0]:
            return False  # a dash between clauses
        if link in _TO and two.unit is None and _has_name(text, one):
            return (
                text[max(0, one.span.start - _NEAR) : one.span.start].rstrip().endswith(_FROM)
            )  # "lent 300 euros to 45 firms"
        return one.unit in {None, two.unit} or two.unit is None
    if link in _BETWEEN:
        before = text[max(0, one.span.start - 24) : one.span.start].lower().split()
        if before and (
            before[-1].endswith(_BETWEEN[link]) or (len(before) > 1 and before[-2].endswith(_BETWEEN[link]))
        ):
            return one.unit in {None, two.unit}
    return False


def _has_name(text: str, value: Value) -> bool:
    """Whether a unit is named behind a number, as it is not in "$5 to 10"."""
    return value.unit is not None and text[value.span.start].isdigit()


def _join(text: str, one: Value, two: Value) -> Value:
    low, high = one.numbers[0], two.numbers[0]
    link = text[one.span.end : two.span.start]
    if two.numbers[0] < 0 and link == "":
        high = -high
    readings: tuple[Fraction, ...] = (*one.readings, *two.readings)
    if two.scale > 1 and one.scale == 1 and low < high / two.scale:
        readings = (*readings, low)
        low *= two.scale
    unit = two.unit if two.unit is not None else one.unit
    hyphen = link in {"-", "–", "-to-"} and unit is None
    kind: ValueKind = "ratio" if hyphen and low > high else "range"
    return attrs.evolve(
        one,
        span=Span(one.span.start, two.span.end + len(_WITHIN) * text.startswith(_WITHIN, two.span.end)),
        kind=kind,
        numbers=(low, high),
        readings=readings,
        unit=unit,
        spelled=one.spelled and two.spelled,
        loose=False,
        scale=max(one.scale, two.scale),
    )


def _short_year(text: str, one: Value, two: Value) -> int | None:
    """Return the second year of 1950-53, None if this is none."""
    if one.moment is None or one.moment.year is None or one.moment.month is not None or two.unit not in {None, "year"}:
        return None
    start = two.span.start
    number = text[start : start + 2]
    if (
        text[one.span.end : start] not in {"-", "–", "/"}
        or not number.isdigit()
        or text[start + 2 : start + 3].isdigit()
    ):
        return None
    year = one.moment.year // 100 * 100 + int(number)
    return year if year > one.moment.year else None
