"""Figures that changed places, each with what it belongs to."""

from __future__ import annotations

import pytest

from polyglot_news.compare.numbers import NumberChecker
from polyglot_news.compare.pair import make_pair


def found(rendering: str, official: str, languages: str) -> list[str]:
    pair = make_pair(rendering, official, *languages.split("-"))
    return [one.reason for one in NumberChecker().check(pair) if one.confidence >= 0.5]


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("en-fr", "Kenya will send 85 officers and Ghana 120.", "Le Kenya enverra 120 policiers et le Ghana 85."),
        ("zh-en", "中国提供了65辆卡车,日本提供了40辆。", "China has provided 40 trucks and Japan 65."),
        (
            "en-fr",
            "Italy received 12 ships from Spain and 30 from Greece.",
            "L’Italie a reçu 30 navires d’Espagne et 12 de Grèce.",
        ),
        ("en-zh", "The storm destroyed 14 schools and 52 bridges.", "暴风雨摧毁了52所学校和14座桥梁。"),
        (
            "fr-en",
            "Les exportations ont augmenté de 6 % et les importations de 11 %.",
            "Exports rose by 11 percent and imports by 6 percent.",
        ),
        (
            "en-fr",
            "The tower is 310 metres high and 45 metres wide.",
            "La tour est large de 310 mètres et haute de 45 mètres.",
        ),
        ("en-zh", "In 2019, Japan signed; China followed in 2021.", "中国于2019年签署,日本于2021年签署。"),
        ("en-zh", "Ships rose 4.1 percent and trains 6.3 percent.", "轮船、火车产量分别增长6.3%、4.1%。"),
        (
            "fr-en",
            "L’Italie et l’Espagne ont reçu respectivement 9 et 16 avions.",
            "Italy received 16 planes and Spain 9.",
        ),
        (
            "en-zh",
            "Output of ships, planes and trains rose 3 percent, 8 percent and 12 percent respectively.",
            "上半年，轮船、飞机和火车产量分别增长8%、3%和12%。",
        ),
    ],
)
def test_exchanged_figures_are_found(languages: str, rendering: str, official: str) -> None:
    assert len(found(rendering, official, languages)) == 1
    assert "the other way round" in found(rendering, official, languages)[0]


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("en-fr", "Ghana will send 85 officers, Kenya 120.", "Le Kenya enverra 120 policiers et le Ghana 85."),
        ("zh-en", "日本提供了65辆卡车,中国提供了40辆。", "China has provided 40 trucks and Japan 65."),
        (
            "en-fr",
            "The tower is 45 metres high and 310 metres wide.",
            "Large de 310 mètres, la tour est haute de 45 mètres.",
        ),
        (
            "en-zh",
            "Italy received 30 ships from Spain and 12 from Greece.",
            "意大利从希腊收到12艘船,从西班牙收到30艘。",
        ),
        (
            "en-fr",
            "Spain and Greece sent 30 and 12 ships respectively.",
            "L’Espagne a envoyé 30 navires et la Grèce 12.",
        ),
        ("en-zh", "Trains rose 4.1 percent and ships 6.3 percent.", "轮船、火车产量分别增长6.3%、4.1%。"),
        (
            "fr-en",
            "L’Espagne et l’Italie ont reçu respectivement 9 et 16 avions.",
            "Italy received 16 planes and Spain 9.",
        ),
        (
            "en-zh",
            "Output of ships, planes and trains rose 8 percent, 3 percent and 12 percent respectively.",
            "上半年，轮船、飞机和火车产量分别增长8%、3%和12%。",
        ),
        (
            "en-fr",
            "Of the 60 injured in Spain and Greece, 41 were treated.",
            "41 des 60 blessés d’Espagne et de Grèce ont été soignés.",
        ),
        ("fr-zh", "lors des réunions de 2005 et de 2010, selon le cas", "酌情在2005年和2010年的会议上"),
    ],
)
def test_figures_told_in_another_order_are_not_exchanged(languages: str, rendering: str, official: str) -> None:
    assert found(rendering, official, languages) == []


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        (
            "fr-en",
            "Le Togo recevra 22 camions, le Mali 36 et le Ghana 31.",
            "Togo will receive 36 trucks, Mali 31 and Ghana 22.",
        ),
        (
            "en-zh",
            "We found 19 cracked bridges, 44 flooded roads and 27 broken dams.",
            "我们发现44座桥梁开裂、27条道路被淹、19座水坝损坏。",
        ),
    ],
)
def test_three_figures_that_all_moved_on_are_found(languages: str, rendering: str, official: str) -> None:
    assert len(found(rendering, official, languages)) == 1


def test_three_figures_in_another_order_have_not_moved() -> None:
    rendering = "Ghana will receive 22 trucks, Togo 36 and Mali 31."
    assert found(rendering, "Le Togo recevra 36 camions, le Mali 31 et le Ghana 22.", "en-fr") == []


def test_a_figure_right_behind_a_comma_stands_in_a_part_of_its_own() -> None:
    official = "Le Ghana a reçu 58 malades et le Kenya en a reçu 71."
    assert len(found("已有71人被送往加纳,58人被肯尼亚接收。", official, "zh-fr")) == 1
    assert found("已有58人被送往加纳,71人被肯尼亚接收。", official, "zh-fr") == []


def test_words_that_go_with_both_figures_tell_nothing() -> None:
    official = "预算为医院安排8000万元,为桥梁安排2000万元。"
    rendering = "Le budget prévoit {} millions pour les hôpitaux et {} millions pour les ponts."
    assert len(found(rendering.format(20, 80), official, "fr-zh")) == 1
    assert found(rendering.format(80, 20), official, "fr-zh") == []
