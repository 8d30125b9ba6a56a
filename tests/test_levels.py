"""By how much something changed, and to what."""

from __future__ import annotations

import pytest

from polyglot_news.compare.numbers import NumberChecker
from polyglot_news.compare.pair import make_pair


def _told(languages: str, official: str, rendering: str) -> bool:
    one, two = languages.split("-")
    found = NumberChecker().check(make_pair(rendering, official, two, one))
    return any("a change" in divergence.reason for divergence in found)


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        ("fr-en", "Le trafic a baissé de 3 %.", "Traffic fell to 3%."),
        ("zh-en", "产量增加到200万吨。", "Output rose by 2 million tons."),
        ("en-zh", "Tolls fell by 4%.", "通行费降至4%。"),
        # so does what is itself a change, where the other end of it falls
        ("en-zh", "Inflation fell to 3%.", "通胀率下降3%。"),
        ("fr-en", "La croissance est tombée à 2 %.", "Growth fell by 2%."),
    ],
)
def test_to_is_not_by(languages: str, official: str, rendering: str) -> None:
    assert _told(languages, official, rendering)


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        ("zh-en", "通行费降至4%。", "Tolls fell to 4%."),
        ("en-zh", "Growth slowed to 5 percent.", "经济增长5%。"),
        ("en-zh", "The decline in sales slowed to 5 percent.", "销售额下降5%。"),
        ("fr-en", "L'inflation a ralenti à 3 %.", "Prices rose by 3%."),
    ],
)
def test_a_rate_that_came_to_so_much_is_a_change_by_it(languages: str, official: str, rendering: str) -> None:
    assert not _told(languages, official, rendering)
