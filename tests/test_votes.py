"""Votes for, against and neither, of which two changed places."""

from __future__ import annotations

import pytest

from polyglot_news.compare.model import Pair
from polyglot_news.compare.numbers import NumberChecker


def _told(rendering: str, official: str, languages: str) -> list[str]:
    one, two = languages.split("-")
    pair = Pair(rendering=rendering, official=official, rendering_language=one, official_language=two)
    return [found.reason for found in NumberChecker().check(pair) if "counts" in found.reason]


@pytest.mark.parametrize(
    ("languages", "rendering", "official", "counted"),
    [
        (
            "fr-en",
            "Le texte a été adopté par 90 voix contre 31, avec 7 abstentions.",
            "The text was adopted by 90 votes to 7, with 31 abstentions.",
            "31 abstentions",
        ),
        (
            "zh-fr",
            "该案以31票赞成、90票反对、7票弃权获得通过。",
            "Le projet a recueilli 90 voix contre 31, avec 7 abstentions.",
            "31 votes against",
        ),
        (
            "en-zh",
            "There were 12 votes in favour and 40 against.",
            "结果是40票赞成、12票反对。",
            "12 votes against",
        ),
    ],
)
def test_votes_that_changed_places_are_told(languages: str, rendering: str, official: str, counted: str) -> None:
    reasons = _told(rendering, official, languages)
    assert len(reasons) == 1
    assert counted in reasons[0]


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        (
            "zh-en",
            "该案以90票赞成、7票反对、31票弃权获得通过。",
            "The text was adopted by 90 votes to 7, with 31 abstentions.",
        ),
        ("fr-en", "Onze voix contre quatre.", "The court ruled by eleven votes to four."),
        ("zh-en", "法院以11票对4票作出裁定。", "The court ruled by eleven votes to four."),
    ],
)
def test_votes_in_their_places_are_not(languages: str, rendering: str, official: str) -> None:
    assert _told(rendering, official, languages) == []
