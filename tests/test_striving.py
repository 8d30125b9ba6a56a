"""What somebody only strives for, told as sure."""

from __future__ import annotations

import pytest

from polyglot_news.compare.operators.striving import told_as_sure
from polyglot_news.compare.pair import make_pair


def _told(languages: str, official: str, rendering: str) -> list[str]:
    one, two = languages.split("-")
    pair = make_pair(rendering, official, two, one)
    return [found.official.of(official).strip() for found in told_as_sure(pair) if found.official]


@pytest.mark.parametrize(
    ("languages", "official", "rendering", "verb"),
    [
        ("zh-en", "我们力争年底前完工。", "We will finish by the end of the year.", "力争"),
        ("en-fr", "The ministry is trying to recover the money.", "Le ministère récupère l'argent.", "trying to"),
        ("zh-fr", "警方试图疏散人群。", "La police a évacué la foule.", "试图"),
    ],
)
def test_an_aim_told_as_sure(languages: str, official: str, rendering: str, verb: str) -> None:
    assert _told(languages, official, rendering) == [verb]


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        ("zh-fr", "我们力争年底前完工。", "Nous nous efforcerons de terminer avant la fin de l'année."),
        ("zh-en", "双方正设法恢复谈判。", "Both sides are working to resume talks."),
        ("en-zh", "We try to be fair.", "我们努力做到公平。"),
        ("en-fr", "Try to see the positive side.", "Voyez le bon côté des choses."),
        ("en-zh", "We try to find ways to cut costs.", "我们在寻找降低成本的办法。"),
    ],
)
def test_an_aim_that_stays_one(languages: str, official: str, rendering: str) -> None:
    assert _told(languages, official, rendering) == []
