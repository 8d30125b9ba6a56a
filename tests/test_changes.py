"""Which way a figure goes."""

from __future__ import annotations

import pytest

from polyglot_news.compare import compare
from polyglot_news.compare.direction import DirectionChecker
from polyglot_news.compare.figures.changes import exchanged_ends, misdirected, opposed_changes
from polyglot_news.compare.numbers import NumberChecker
from polyglot_news.compare.pair import make_pair


@pytest.mark.parametrize(
    ("languages", "rendering", "official", "words"),
    [
        ("en-zh", "The harvest is about a sixth less than last year.", "收成比去年增加约六分之一。", ("less", "增加")),
        ("en-zh", "Prices fell by at least 10%.", "价格至少增加10%。", ("fell", "增加")),
        ("zh-en", "渡轮班次比去年多两成。", "Ferries are down 20 percent on last year.", ("多", "down")),
        ("fr-zh", "Le loyer sera d'un dixième inférieur.", "租金将上涨十分之一。", ("inférieur", "上涨")),
        ("zh-fr", "游客减少了三分之一。", "Les visiteurs ont été un tiers de plus.", ("减少", "de plus")),
        ("en-fr", "They built 40 fewer boats.", "Ils ont construit 40 bateaux de plus.", ("fewer", "de plus")),
        ("fr-en", "Le péage a baissé de 15 %.", "The toll rose by about 15 percent.", ("baissé", "rose")),
        ("fr-zh", "Le trajet dure dix minutes de plus.", "路程缩短了10分钟。", ("de plus", "缩短")),
        (
            "en-zh",
            "Freight grew 0.5 percentage points faster than in the first half.",
            "货运量增速比上半年回落0.5个百分点。",
            ("faster", "回落"),
        ),
        (
            "fr-zh",
            "Le fret a crû de 0,8 point moins vite qu'en mai.",
            "货运量增速比五月加快0.8个百分点。",
            ("moins vite", "加快"),
        ),
    ],
)
def test_another_way_is_an_opposite(languages: str, rendering: str, official: str, words: tuple[str, str]) -> None:
    pair = make_pair(rendering, official, *languages.split("-"))
    found = [(one.rendering.of(rendering), one.official.of(official)) for one in opposed_changes(pair)]
    assert found == [words]
    assert [one.severity for one in DirectionChecker().check(pair) if one.confidence >= 0.5] == ["critical"]


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("en-zh", "The harvest is about a sixth more than last year.", "收成比去年增加约六分之一。"),
        ("en-zh", "Rents are up 4 percent while wages are down 4 percent.", "房租上涨4%，工资下降4%。"),
        ("fr-en", "Le péage n'a pas baissé de 15 %, au contraire.", "The toll rose by 15 percent."),
        ("en-zh", "Costs fell to 5 percent of sales.", "成本增至销售额的5%。"),  # a level, told elsewhere
        ("en-fr", "Children of 12 or less pay nothing.", "Les enfants de 12 ans ou plus ne paient rien."),
        ("en-zh", "Prices fell by at least 10%.", "价格至少降10%。"),
        ("en-zh", "Prices rose by at least 10%.", "价格至少增10%。"),
        ("en-zh", "New loans were 1 trillion yuan less.", "贷款同比少增1万亿元。"),
        ("zh-en", "至少三成的船只回港。", "At least 30 percent of the boats more or less returned."),
        ("fr-zh", "Le trajet dure dix minutes de moins.", "路程缩短了10分钟。"),
        ("fr-zh", "L'échéance recule de deux ans.", "期限延长两年。"),
        ("en-zh", "Freight grew 0.5 percentage points slower.", "货运量增速回落0.5个百分点。"),
        ("en-fr", "The new trains are 20 minutes faster.", "Les nouveaux trains mettent 20 minutes de moins."),
    ],
)
def test_the_same_way_or_none_is_no_opposite(languages: str, rendering: str, official: str) -> None:
    assert not list(opposed_changes(make_pair(rendering, official, *languages.split("-"))))


def test_ends_are_found_whatever_their_capitals() -> None:
    found = compare("De 70 élèves, l’école est passée à 90.", "From 90 pupils the school went down to 70.")
    assert any(one.reason.startswith("What it went from") for one in found.divergences)


@pytest.mark.parametrize(
    ("languages", "rendering", "official", "is_exchanged"),
    [
        ("en-fr", "The fare went up from 2.40 to 2.80 euros.", "Le billet passe de 2,80 à 2,40 euros.", True),
        ("zh-fr", "水位从7米降至5米。", "Le niveau est passé de 5 à 7 mètres.", True),
        ("zh-fr", "水位从5米升至7米。", "Le niveau est passé de 5 à 7 mètres.", False),
        ("en-fr", "The fare is down to 2.40 euros, from 2.80.", "Le billet passe de 2,80 à 2,40 euros.", False),
        ("en-fr", "It is open from 9 to 17 hours.", "C'est ouvert de 9 à 17 heures.", False),
    ],
)
def test_the_ends_of_a_change(languages: str, rendering: str, official: str, *, is_exchanged: bool) -> None:
    assert (exchanged_ends(make_pair(rendering, official, *languages.split("-"))) is not None) == is_exchanged


@pytest.mark.parametrize(
    ("rendering", "official", "languages", "found"),
    [
        ("债务从48万美元增至31万美元。", "La dette a été ramenée de 480 000 à 310 000 dollars.", "zh-fr", ["增至"]),
        ("债务从48万美元减至31万美元。", "La dette a été ramenée de 480 000 à 310 000 dollars.", "zh-fr", []),
        (
            "Permits rose from 32 to 29.",
            "许可证从32份降至29份。",
            "en-zh",
            ["rose from"],
        ),
        ("Permits fell from 32 to 29.", "许可证从32份降至29份。", "en-zh", []),
        ("Les permis ont diminué de 29 à 32.", "The permits went from 29 to 32.", "fr-en", ["diminué de"]),
    ],
)
def test_what_rises_to_less(rendering: str, official: str, languages: str, found: list[str]) -> None:
    pair = make_pair(rendering, official, *languages.split("-"))
    assert [one.rendering.of(rendering) for one in misdirected(pair)] == found


def test_up_to_so_much_is_no_level() -> None:
    pair = make_pair(
        "Yields could drop by up to 30 per cent.", "Les rendements pourraient baisser de 30 %.", "en", "fr"
    )
    assert not [one for one in NumberChecker().check(pair) if "as much" in one.reason]
