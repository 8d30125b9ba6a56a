"""Multiples, percentage points, and ranks and shares that are told by words."""

from __future__ import annotations

import pytest

from polyglot_news.compare import compare
from polyglot_news.compare.model import Pair
from polyglot_news.compare.numbers import NumberChecker


def found(rendering: str, official: str, languages: str) -> list[str]:
    one, two = languages.split("-")
    pair = Pair(rendering=rendering, official=official, rendering_language=one, official_language=two)
    return [divergence.reason for divergence in NumberChecker().check(pair) if divergence.confidence >= 0.6]


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("fr-zh", "La récolte a triplé.", "收成翻了一番。"),
        ("en-fr", "The harvest doubled.", "La récolte a été multipliée par trois."),
        ("en-fr", "The debt was cut to a third.", "La dette a été divisée par deux."),
        ("en-fr", "The rate rose by 2 percent.", "Le taux a augmenté de 2 points."),
        ("en-zh", "The rate rose by 2 percent.", "利率上升了2个百分点。"),
        ("fr-zh", "Le taux a été relevé de 25 points.", "利率上调25个基点。"),
        ("en-fr", "It is the second largest port.", "C’est le plus grand port."),
        ("zh-en", "这是最深的湖。", "It is the third deepest lake."),
        ("fr-en", "C’est l’un des plus grands ports.", "This is the largest port of all."),
        ("zh-en", "这是最大的港口之一。", "This is the largest port of all."),
        ("en-zh", "Most of the houses were flooded.", "一半的房屋被淹。"),
        ("fr-en", "La plupart des maisons ont été inondées.", "Half of the houses were flooded."),
        ("fr-en", "Le Pérou est le premier producteur d’argent.", "Peru is the second largest producer of silver."),
        ("fr-zh", "Le Chili reste notre premier client.", "智利仍是我们的第二大客户。"),
        ("fr-zh", "Le Chili reste notre deuxième client.", "智利仍是我们的第一大客户。"),
        ("fr-en", "C’est la deuxième banque du pays.", "It is the country’s largest bank."),
        ("zh-en", "智利是第二大铜生产国。", "Chile is the top copper producer."),
        ("en-fr", "It is the fourth time that he has won it.", "C’est la première fois qu’il le remporte."),
        ("fr-zh", "La Chine est accusée pour la première fois.", "中国再次被指责。"),
        ("zh-en", "他们首次会晤。", "They met for the third time."),
    ],
)
def test_a_multiple_rank_or_share_that_changed_is_found(languages: str, rendering: str, official: str) -> None:
    assert len(found(rendering, official, languages)) == 1


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("en-zh", "The harvest tripled.", "收成增长了两倍。"),
        ("zh-en", "收成增长两倍。", "The harvest rose by 200 percent."),
        ("zh-en", "他们时隔八年再次夺冠。", "They win the title for the first time in eight years."),
        ("fr-zh", "L’affaire avait été classée une première fois.", "此案再度被调查。"),
        ("en-zh", "The first to win it a second time was Li.", "李是首位两度获奖者。"),
        ("fr-en", "La première fois, il a perdu.", "He lost the first time and won the second time."),
        ("zh-en", "收成增长1.5倍。", "The harvest rose by 150 percent."),
        ("en-fr", "The harvest will double.", "La récolte sera multipliée par deux."),
        ("en-fr", "Debt was halved.", "La dette a été divisée par deux."),
        ("fr-zh", "Le taux a augmenté de 2 points.", "利率上升了2个百分点。"),
        ("en-fr", "The index lost 250 points.", "L’indice a perdu 250 points."),
        ("en-zh", "It is the second largest port.", "这是第二大港口。"),
        ("fr-zh", "C’est le plus grand port après celui de Lagos.", "这是仅次于拉各斯的第二大港口。"),
        ("en-fr", "It is one of the largest ports.", "Il compte parmi les plus grands ports."),
        ("en-zh", "The largest ports are in the north.", "最大的港口之一位于北部,其他最大的也在那里。"),
        ("zh-en", "收入最低的五分之一家庭没有存款。", "The bottom fifth, not the top one, has no savings."),
        ("en-fr", "Most of the houses were flooded.", "Plus de la moitié des maisons ont été inondées."),
        (
            "en-fr",
            "Half of the houses are dry, most of them in the south.",
            "La moitié des maisons sont sèches, la plupart au sud.",
        ),
        ("fr-en", "Le Pérou est le premier producteur d’argent.", "Peru is the largest producer of silver."),
        ("fr-zh", "Le Chili reste notre premier client.", "智利仍是我们的第一大客户。"),
        ("fr-zh", "Le Chili reste notre deuxième client.", "智利仍是我们的第二大客户。"),
        (
            "fr-en",
            "La deuxième économie du continent signe son premier accord.",
            "The continent’s second largest economy signs its first deal.",
        ),
    ],
)
def test_the_same_multiple_rank_or_share_said_otherwise_is_none(languages: str, rendering: str, official: str) -> None:
    assert found(rendering, official, languages) == []


def test_a_rank_of_thousands_of_digits_is_none() -> None:
    digits = "1" * 5_000
    assert compare(f"C'est le {digits}e plus grand port.", f"这是第{digits}大港口。").verdict
