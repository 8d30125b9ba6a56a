"""What a value is: a quantity, a date or a time, as it stands in a text and as what it means."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

import attrs

from polyglot_news.text import Span

ValueKind = Literal[
    "cardinal",  # 21, twenty-one, 二十一
    "ordinal",  # 1st, deuxième, 第三, Louis XIV
    "percent",  # 5 %, 百分之五
    "points",  # 5 percentage points
    "fraction",  # two thirds, la moitié
    "multiple",  # double, fivefold, 三倍
    "magnitude",  # hundreds, des dizaines de milliers, 数百
    "money",
    "quantity",  # with a unit of measure or of time
    "age",
    "range",  # 5 to 10
    "ratio",  # 3-0, 3比0
    "date",
    "time",
    "period",  # a decade or a century
    "identifier",  # G20, S/RES/2196, +33 1 23 45 67 89
]
Bound = Literal["exact", "about", "nearly", "at least", "at most"]


@attrs.frozen(kw_only=True)
class Moment:
    """The parts of a date or time that a text gives; None for those that it leaves out.

    Attributes:
        year: four digits as a rule; negative before our era.
        month: 1 to 12.
        day: 1 to 31.
        weekday: 1 (Monday) to 7.
        minute: of the day, 0 to 1440 (a clock time).
        half_day: whether ``minute`` may as well lie twelve hours later (no a.m. or p.m. was given).
        decade: first year of the decade, 1990; 90 where the century was left out.
        century: 21 for the twenty-first.
        quarter: 1 to 4, of a year.
        half: 1 or 2, of a year.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    minute: int | None = None
    half_day: bool = False
    decade: int | None = None
    century: int | None = None
    quarter: int | None = None
    half: int | None = None


@attrs.frozen(kw_only=True)
class Value:
    """A value that stands in a text.

    Attributes:
        span: where, unit and currency included.
        kind: see ``ValueKind``.
        numbers: the exact numbers: one as a rule, two for a range or ratio, none for dates and identifiers.
        readings: further readings of an ambiguous numeral (1,500 may be 1500 or 1.5).
        unit: the code of the unit ("km", "year", "%"), or the ISO 4217 code of the currency.
        bound: whether the text says "about", "nearly" (about, and not more), "more than", "at most".
        moment: the parts of a date or time.
        spelled: whether it stands in words (twenty-one, 二十一) rather than digits.
        loose: whether it may be no number at all ("one", "May", the 三 of a name). ``find_values`` leaves these out
            unless asked; they can support a value of another text, never contradict it.
        scale: the scale word that was multiplied in: 1000000 for 1.3 million.
        per: what a rate is told by: "month" for 200 euros a month, "t" for 300 euros a ton, "person".
        whole: of how many a share is told by two numbers: 5 for "four in five".
    """

    span: Span
    kind: ValueKind
    numbers: tuple[Fraction, ...] = ()
    readings: tuple[Fraction, ...] = ()
    unit: str | None = None
    bound: Bound = "exact"
    moment: Moment | None = None
    spelled: bool = False
    loose: bool = False
    scale: int = 1
    per: str | None = None
    whole: int | None = None

    @property
    def number(self) -> Fraction | None:
        """The first number, if there is one."""
        return self.numbers[0] if self.numbers else None
