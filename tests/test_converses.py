"""*Sold to* is *bought from*, *before* one thing is *after* the other: no opposites where all else changes places."""

from __future__ import annotations

import pytest

from polyglot_news.compare.direction import DirectionChecker
from polyglot_news.compare.pair import make_pair


def alarms(languages: tuple[str, str], official: str, rendering: str) -> list[str]:
    pair = make_pair(rendering, official, languages[1], languages[0])
    return [one.reason for one in DirectionChecker().check(pair) if one.confidence >= 0.5]


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        (
            ("en", "fr"),
            "The bank sold the ship to the shipyard in May.",
            "Le chantier naval a acheté le navire à la banque en mai.",
        ),
        (("en", "fr"), "The vote came after the debate.", "Le débat a eu lieu avant le vote."),
        (("en", "zh"), "No rider may race here before 3 May.", "车手从5月3日以后才能在这里参赛。"),
        (("fr", "en"), "Il a été relaxé faute de preuves suffisantes.", "He was acquitted for insufficient evidence."),
        (("zh", "en"), "罚款高达五万元。", "The fine may be up to 50,000 yuan."),
        (("fr", "en"), "À partir du 3 mai, tous les bus reviendront.", "All buses will return from 3 May."),
        (("fr", "en"), "Rien d'illégal dans ces ventes.", "The sales were legal."),
        (("en", "fr"), "What keeps me awake is the noise.", "Ce qui m'empêche de dormir, c'est le bruit."),
        (("fr", "zh"), "Le dossier touche à la vie privée.", "该档案涉及个人隐私，暂缓公开。"),
        (("en", "fr"), "Her great-niece opened the museum.", "Sa petite-nièce a inauguré le musée."),
    ],
)
def test_what_is_said_from_the_other_end_is_no_opposite(
    languages: tuple[str, str], official: str, rendering: str
) -> None:
    assert alarms(languages, official, rendering) == []


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        (
            ("en", "fr"),
            "The bank sold the ship to the shipyard in May.",
            "La banque a acheté le navire au chantier naval en mai.",
        ),
        (("en", "fr"), "The vote came after the debate.", "Le vote a eu lieu avant le débat."),
    ],
)
def test_what_keeps_its_place_is_one(languages: tuple[str, str], official: str, rendering: str) -> None:
    assert alarms(languages, official, rendering) != []
