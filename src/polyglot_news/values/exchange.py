"""Sums of money in two currencies: whether the one may be the other, exchanged.

A newspaper gives a sum in its readers' money, and no rate is known offline. So a sum may be another unless the rates of
the last twenty years exclude it: ``data/values/exchange.csv`` has about the least and the most units of a currency that
a US dollar was worth in that time, and two others are held against each other by the extremes of both.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from polyglot_news import tables

_ROUNDED = Fraction(5, 100)  # how far an exchanged sum may be rounded


@cache
def _rates() -> dict[str, tuple[Fraction, Fraction]]:
    return {row["currency"]: (Fraction(row["least"]), Fraction(row["most"])) for row in tables.rows("values/exchange")}


def may_be_exchanged(one: Fraction, currency: str | None, two: Fraction, other: str | None) -> bool:
    """Whether a sum of one currency may be a sum of another one.

    Args:
        one: a sum.
        currency: its currency, an ISO 4217 code.
        two: another sum.
        other: its currency.
    """
    rates = _rates()
    if currency == other or currency not in rates or other not in rates or not (one > 0 and two > 0):
        return False
    (least, most), (fewest, highest) = rates[currency], rates[other]
    return fewest / most * (1 - _ROUNDED) <= two / one <= highest / least * (1 + _ROUNDED)
