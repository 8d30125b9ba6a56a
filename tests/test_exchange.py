"""Sums in two currencies."""

from __future__ import annotations

from fractions import Fraction

import pytest

from polyglot_news import compare
from polyglot_news.values.exchange import may_be_exchanged


@pytest.mark.parametrize(
    ("one", "currency", "two", "other", "expected"),
    [
        (400_000, "CNY", 55_000, "USD", True),
        (55_000, "USD", 400_000, "CNY", True),
        (400_000, "CNY", 550_000, "USD", False),
        (100, "EUR", 108, "USD", True),
        (100, "EUR", 80, "USD", False),
        (10**9, "JPY", 6_500_000, "EUR", True),
        (100, "EUR", 100, "EUR", False),
        (100, "EUR", 100, None, False),
        (100, "KES", 1, "USD", False),
        (0, "EUR", 0, "USD", False),
    ],
)
def test_a_sum_may_be_another_one_exchanged(
    one: int, currency: str, two: int, other: str | None, expected: bool
) -> None:
    assert may_be_exchanged(Fraction(one), currency, Fraction(two), other) is expected


@pytest.mark.parametrize(
    ("rendering", "divergent"),
    [("A new pump would cost $55,000.", False), ("A new pump would cost $550,000.", True)],
)
def test_only_an_impossible_exchange_is_told(rendering: str, divergent: bool) -> None:
    found = compare(rendering, "换一台新泵要四十万元。", rendering_language="en", official_language="zh")
    assert any(one.kind == "number" for one in found.divergences) is divergent


def test_the_same_figure_in_another_currency_is_told() -> None:
    found = compare(
        "The fine is 100 dollars.", "L’amende est de 100 euros.", rendering_language="en", official_language="fr"
    )
    assert [one.kind for one in found.divergences] == ["number"]


@pytest.mark.parametrize(
    ("rendering", "official", "told"),
    [
        ("The pump costs $400,000.", "水泵要四十万元。", True),
        ("水泵要四十万美元。", "The pump costs 400,000 yuan.", True),
        ("La pompe coûte 400 000 yuans.", "水泵要四十万元。", False),
        # Texts in traditional characters, and such as name a dollar, count dollars by 元, too.
        ("The pump costs $400,000.", "水泵要四十萬元，比預期貴。", False),
        ("The pump costs $400,000, not $300,000.", "水泵要30万美元，不，四十万元。", False),
    ],
)
def test_dollars_are_no_yuan(rendering: str, official: str, told: bool) -> None:
    assert any(one.kind == "number" for one in compare(rendering, official).divergences) is told
