"""None at all against little, and litotes that deny much."""

from __future__ import annotations

import pytest

from polyglot_news.compare import compare
from polyglot_news.compare.figures.degrees import degree_suspects
from polyglot_news.compare.pair import make_pair


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        (
            "en-fr",
            "The plant poses no danger to the villages.",
            "Le danger que présente l’usine pour les villages est très limité.",
        ),
        ("fr-en", "La probabilité d’une réplique est nulle.", "The probability of an aftershock is low."),
        ("en-zh", "There is zero probability of an aftershock.", "发生余震的可能性极低。"),
        ("zh-en", "这种污染对鱼类没有危险。", "This pollution poses a slight danger to fish, small as it is."),
        (
            "en-fr",
            "The contamination poses a slight danger to fish.",
            "La contamination ne présente aucun danger pour les poissons.",
        ),
        ("zh-fr", "鱼类面临的危险很小。", "Il n’existe aucun danger pour les poissons."),
    ],
)
def test_nothing_is_not_little(languages: str, rendering: str, official: str) -> None:
    assert len(list(degree_suspects(make_pair(rendering, official, *languages.split("-"))))) == 1


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("en-fr", "There is no great danger to fish.", "Le danger pour les poissons est faible."),
        ("zh-en", "鱼类没有多大危险。", "The danger to fish is low."),
        ("fr-en", "Il n’y a aucun danger majeur.", "The danger is low."),
        ("en-fr", "There is almost no danger.", "Le danger est très faible."),
        (
            "en-fr",
            "The plant poses no danger, and water levels are low.",
            "L’usine ne présente aucun danger, et le niveau de l’eau est faible.",
        ),
        ("fr-zh", "Le danger est nul pour les adultes et faible pour les enfants.", "对成人没有危险,对儿童危险较小。"),
        ("en-zh", "The fee is no less than 300 euros.", "费用不低于300欧元。"),
        ("en-zh", "The probability is low, but it is not zero.", "可能性很小,但不为零。"),
    ],
)
def test_what_denies_nothing_or_something_else_is_little(languages: str, rendering: str, official: str) -> None:
    assert not list(degree_suspects(make_pair(rendering, official, *languages.split("-"))))


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("fr-en", "Il n’y a pas grand danger pour les poissons.", "The danger to fish is low."),
        ("zh-fr", "目前没有高风险。", "Le risque est actuellement faible."),
    ],
)
def test_to_deny_much_is_to_say_little(languages: str, rendering: str, official: str) -> None:
    one, two = languages.split("-")
    found = compare(rendering, official, rendering_language=one, official_language=two)
    assert not [divergence for divergence in found.divergences if divergence.kind == "polarity"]
