"""What a figure is measured by: last year, a usual year, a target."""

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
        ("zh-en", "候鸟比去年早到了十天。", "The birds arrived ten days earlier than usual."),
        ("fr-en", "La récolte dépasse de 7 % celle de l'an dernier.", "The harvest is 7 percent above target."),
        ("en-zh", "Exports were 9 percent lower than planned.", "出口同比下降9%。"),
        ("zh-fr", "用水量比计划高出5%。", "La consommation d'eau dépasse de 5 % la normale."),
        ("fr-zh", "Les prix ont baissé de 2 % par rapport au mois précédent.", "价格同比下降2%。"),
    ],
)
def test_another_reference_is_found(languages: str, rendering: str, official: str) -> None:
    reasons = found(rendering, official, languages)
    assert len(reasons) == 1
    assert "compares with" in reasons[0]


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("zh-en", "候鸟比往年早到了十天。", "The birds arrived ten days earlier than usual."),
        ("fr-zh", "Les exportations ont reculé de 9 % sur un an.", "出口同比下降9%。"),
        ("en-zh", "Prices fell by 2 percent on the previous quarter.", "价格环比下降2%。"),
        (
            "en-fr",
            "The harvest is 7 percent larger than last year, as planned.",
            "La récolte dépasse, comme prévu, de 7 % celle de l'an dernier.",
        ),
        ("fr-en", "Le calendrier de l'an dernier a été respecté.", "Last year's schedule was kept."),
        ("zh-fr", "报价比去年12月的估算多2%。", "Le devis augmente de 2 % par rapport à l'estimation de décembre."),
    ],
)
def test_the_same_reference_is_no_change(languages: str, rendering: str, official: str) -> None:
    assert found(rendering, official, languages) == []


def test_a_word_for_a_whole_comparison_is_not_left_without_counterpart() -> None:
    from polyglot_news.compare import compare

    assert compare(
        "贷款余额为42亿元,同比增长6%。", "Loans stood at 4.2 billion yuan, up 6 percent from a year earlier."
    ).verdict == ("faithful")
