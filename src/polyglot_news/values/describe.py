"""Values in plain English, for readers who do not read the language that they stand in."""

from __future__ import annotations

import re
from fractions import Fraction

from polyglot_news.values.model import Moment, Value
from polyglot_news.values.units import units

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SCALES = ((10**12, "trillion", 4), (10**9, "billion", 4), (10**6, "million", 3))  # with up to so many decimals
_BOUNDS = {"exact": "", "about": "about ", "nearly": "nearly ", "at least": "at least ", "at most": "at most "}
_PARTS = 16  # a fifth is 1/5, and an eighth 1/8; in more parts nobody counts
_PLURAL = {"century": "centuries", "millennium": "millennia", "penny": "pence"}
# What names the country of a dollar or a yuan; $ and 元 alone are those of wherever the text is from.
_WHOSE = re.compile(r"U\.? ?S|am[ée]ric|états|[美人]|RMB|CN|renminbi|[¥￥]", re.IGNORECASE)
_ANY = {"USD": "dollars", "CNY": "yuan"}
_COINS = {"USX": "cent", "EUX": "euro cent", "GBX": "penny"}  # codes of our own, which no reader knows


def describe(value: Value, text: str) -> str:
    """Return a value in English: 1.3 million for 130万, 6 May 2024 for 2024年5月6日."""
    if value.moment is not None and (value.kind != "date" or value.moment.year is None or not value.numbers):
        return _moment(value.moment, value.kind) or value.span.of(text)
    if not value.numbers:
        return value.span.of(text)
    if value.moment is not None:
        return str(value.moment.year)
    if value.kind == "ordinal":
        return _ordinal(value.numbers[0])
    if value.kind == "identifier":
        return value.span.of(text)
    if value.whole is not None:
        return f"{_BOUNDS[value.bound]}{_number(value.numbers[0] * value.whole)} in {value.whole}"
    if value.kind == "magnitude":
        return f"{_number(value.numbers[0])} or more{_unit(value.unit, value.numbers[0])}"
    if value.kind == "fraction" and value.unit is None and value.numbers[0].denominator <= _PARTS:
        return _BOUNDS[value.bound] + str(value.numbers[0])
    joint = " to " if value.kind == "range" else "-"
    numbers = joint.join(_number(n) for n in value.numbers)
    per = f" per {value.per}" if value.per else ""
    unit = " points" if value.kind == "points" and value.unit is None else _unit(value.unit, value.numbers[-1])
    if value.unit in _ANY and not _WHOSE.search(value.span.of(text)):
        unit = f" {_ANY[value.unit]}"
    return _BOUNDS[value.bound] + numbers + unit + per


def _number(number: Fraction) -> str:
    if number.denominator in {2, 3, 4} and abs(number) < 1:
        return f"{number.numerator}/{number.denominator}"
    sign, number = ("-" if number < 0 else ""), abs(number)
    for size, name, decimals in _SCALES:
        scaled = number / size
        if scaled >= 1 and (scaled * 10**decimals).denominator == 1:
            return f"{sign}{_plain(scaled)} {name}"
    return sign + _plain(number)


def _plain(number: Fraction) -> str:
    if number.denominator == 1:
        return f"{int(number):,}"
    return f"{float(number):,.6f}".rstrip("0").rstrip(".")


def _unit(unit: str | None, number: Fraction) -> str:
    if unit is None:
        return ""
    if unit in {"%", "‰", "°", "°C", "°F"}:
        return unit
    if unit == "pp":
        return " percentage points"
    name = _COINS.get(unit, unit)
    is_word = unit in _COINS or (unit in units() and unit in units()[unit].names["en"])
    if not is_word or 0 < abs(number) <= 1:  # km, USD; 1 day
        return f" {name}"
    return f" {_PLURAL.get(name, name + 's')}"


def _ordinal(number: Fraction) -> str:
    whole = int(number)
    suffix = "th" if whole % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(whole % 10, "th")
    return f"{whole:,}{suffix}"


def _moment(moment: Moment, kind: str) -> str:
    if moment.decade is not None:
        return f"the {moment.decade}s"
    if moment.century is not None:
        return f"the {_ordinal(Fraction(moment.century))} century"
    if kind == "time" and moment.minute is not None:
        return f"{moment.minute // 60}:{moment.minute % 60:02d}"
    parts = []
    if moment.quarter is not None:
        parts.append(f"the {_ordinal(Fraction(moment.quarter))} quarter")
    if moment.half is not None:
        parts.append(f"the {_ordinal(Fraction(moment.half))} half of the year")
    if moment.weekday is not None:
        parts.append(_WEEKDAYS[moment.weekday - 1])
    if moment.day is not None:
        parts.append(str(moment.day) if moment.month is not None else f"the {_ordinal(Fraction(moment.day))}")
    if moment.month is not None and 1 <= moment.month <= 12:
        parts.append(_MONTHS[moment.month - 1])
    if moment.year is not None:
        parts.append(str(moment.year) if moment.year > 0 else f"{-moment.year} BC")
    return " ".join(parts)
