"""None against not all."""

from __future__ import annotations

import pytest

from polyglot_news.compare import compare
from polyglot_news.compare.figures.universals import none_for_not_all
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.polarity import PolarityChecker


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("zh-en", "没有一座灯塔经过检修。", "Not every lighthouse has been repaired."),
        ("zh-en", "对任何一艘船的去向我们都不清楚。", "We do not know in every case where the ship went."),
        ("en-zh", "None of the bakeries reopened.", "并非所有面包店都重新开业了。"),
        ("fr-en", "Aucun pêcheur n'a été indemnisé.", "The fishermen have not all been compensated."),
        ("en-fr", "Nobody in the village was warned.", "Les habitants du village n'ont pas tous été prévenus."),
        ("fr-zh", "Tous les ponts n'ont pas été fermés.", "没有一座桥被关闭。"),
    ],
)
def test_none_is_not_less_than_all(languages: str, rendering: str, official: str) -> None:
    one, other = languages.split("-")
    assert len(list(none_for_not_all(make_pair(rendering, official, one, other)))) == 1
    assert compare(rendering, official, rendering_language=one, official_language=other).verdict == "divergent"


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("zh-en", "并不是每座灯塔都经过检修。", "Not every lighthouse has been repaired."),
        ("en-zh", "None of the bakeries reopened.", "没有一家面包店重新开业。"),
        ("zh-en", "这些面包店都没有开业。", "None of these bakeries is open."),
        ("en-fr", "No one slept at all.", "Personne n'a dormi de toute la nuit."),
        ("fr-en", "Ces quais n'ont pas du tout souffert.", "None of these quays was damaged."),
        ("en-zh", "Not all ships returned, and no crew was safe.", "没有一名船员安全，也并非所有船只都返航了。"),
        ("fr-en", "Tous ces quais n'ont pas d'éclairage.", "None of these quays has lighting."),
    ],
)
def test_the_same_is_silent(languages: str, rendering: str, official: str) -> None:
    assert not list(none_for_not_all(make_pair(rendering, official, *languages.split("-"))))


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("zh-fr", "有的渡轮还没有返航。", "Tous les ferries ne sont pas rentrés."),
        ("fr-en", "Une partie des ferries ne sont pas rentrés.", "Not every ferry has returned."),
        ("fr-en", "Une partie des ferries restent à inspecter.", "Not all the ferries have been inspected."),
    ],
)
def test_some_are_not_says_not_all(languages: str, rendering: str, official: str) -> None:
    one, other = languages.split("-")
    found = compare(rendering, official, rendering_language=one, official_language=other)
    assert not [divergence for divergence in found.divergences if divergence.kind == "qualifier"]


def test_no_other_is_the_only_one() -> None:
    pair = make_pair("There is no alternative at present.", "C'est la seule solution à l'heure actuelle.", "en", "fr")
    assert not [one for one in PolarityChecker().check(pair) if one.confidence >= 0.5]
