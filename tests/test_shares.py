"""Shares told by two numbers."""

from __future__ import annotations

import pytest

from polyglot_news.compare import compare
from polyglot_news.compare.numbers import NumberChecker
from polyglot_news.compare.pair import make_pair
from polyglot_news.values import find_values
from polyglot_news.values.shares import shares


def found(rendering: str, official: str, languages: str) -> list[str]:
    pair = make_pair(rendering, official, *languages.split("-"))
    return [one.reason for one in NumberChecker().check(pair) if one.confidence >= 0.5]


@pytest.mark.parametrize(
    ("language", "text", "share"),
    [
        ("en", "Seven in ten shops closed.", 70),
        ("en", "One shop in four closed.", 25),
        ("en", "Three out of every five shops closed.", 60),
        ("fr", "Trois magasins sur quatre ont fermé.", 75),
        ("fr", "Un commerçant sur dix a fermé.", 10),
        ("zh", "十家商店中有七家关门。", 70),
        ("zh", "每5名店主中就有1名歇业。", 20),
        ("en", "One euro in eight goes to rent.", 12.5),
        ("zh", "每一百元中有两元交给邻居。", 2),
    ],
)
def test_shares_are_read(language: str, text: str, share: float) -> None:
    found_shares = shares(text, language, find_values(text, language, loose=True))
    assert [value.numbers[0] * 100 for value in found_shares] == [share]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He opened four clinics in six towns."),
        ("en", "There were three strikes in ten days."),
        ("en", "Two of the five judges agreed."),
        ("fr", "Trois millions d'euros sur cinq ans."),
        ("en", "Ten dollars of a hundred euros are lost."),
        ("fr", "Un euro sur cinq ans, et rien de plus."),
        ("fr", "Cinq juges sur les sept étaient d'accord, soit 31 voix sur 84."),
        ("zh", "六个城镇的四家诊所开业。"),
    ],
)
def test_two_counts_are_no_share(language: str, text: str) -> None:
    values = find_values(text, language, loose=True)
    assert shares(text, language, values) == []


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("en-zh", "About seven in ten shops had reopened by the end of October.", "截至10月底,约七成商店已重新开业。"),
        ("fr-zh", "Trois magasins sur quatre ont rouvert.", "四分之三的商店已重新开业。"),
        ("zh-en", "每十家商店中就有一家关门。", "One shop in ten has closed."),
        ("en-fr", "Nine out of ten ferries were on time.", "90 % des ferries étaient à l'heure."),
        ("en-fr", "Of the ten ferries, three were late.", "Trois ferries sur dix étaient en retard."),
    ],
)
def test_the_same_share_is_no_change(languages: str, rendering: str, official: str) -> None:
    assert compare(rendering, official).verdict == "faithful"
    assert found(rendering, official, languages) == []


@pytest.mark.parametrize(
    ("languages", "rendering", "official", "reason"),
    [
        ("en-zh", "Three in ten shops had reopened.", "约七成商店已重新开业。", "3 in 10"),
        ("zh-fr", "十家商店中有三家关门。", "Un magasin sur dix a fermé.", "1 in 10"),
        ("fr-en", "Un magasin sur vingt a fermé.", "One shop in five has closed.", "1 in 20"),
        ("en-fr", "One shop in ten passed the second.", "La moitié des magasins ont réussi le deuxième.", "1 in 10"),
        # what a quarter that is not reached leaves is more than three quarters
        ("fr-en", "dans près d'un quart des cas", "They failed to ask in nearly three quarters of cases.", "3/4"),
    ],
)
def test_another_share_is_found(languages: str, rendering: str, official: str, reason: str) -> None:
    reasons = found(rendering, official, languages)
    assert len(reasons) == 1
    assert reason in reasons[0]


def test_a_share_in_small_words_is_no_loose_number() -> None:
    official = "La moitié des magasins ont rouvert, faute de clients, et nous ne publierons rien avant le mois de mai."
    found = compare("one shop in ten has reopened", official).divergences
    assert [divergence.kind for divergence in found].count("number") == 1


def test_the_end_of_a_month_is_a_date() -> None:
    for text, month in (("截至9月底", 9), ("十二月底前", 12)):
        assert [value.moment.month for value in find_values(text, "zh") if value.moment] == [month]


@pytest.mark.parametrize(
    ("rendering", "official", "verdict"),
    [
        ("Most villages have been evacuated.", "Les deux tiers des villages ont été évacués.", "faithful"),
        ("大多数居民支持该项目。", "Two thirds of residents support the project.", "faithful"),
        (
            "Une majorité d'habitants soutiennent le projet.",
            "Sixty per cent of residents back the plan.",
            "faithful",
        ),
        # a share that is no majority
        ("Most villages have been evacuated.", "Un quart des villages ont été évacués.", "divergent"),
    ],
)
def test_a_majority_may_go_without_its_figure(rendering: str, official: str, verdict: str) -> None:
    assert compare(rendering, official).verdict == verdict
