"""Figures told of a whole period, and of each part of it."""

from __future__ import annotations

import pytest

from polyglot_news.compare.figures.vague import changed_vague_times
from polyglot_news.compare.numbers import NumberChecker
from polyglot_news.compare.pair import make_pair


def found(rendering: str, official: str, languages: str) -> list[str]:
    pair = make_pair(rendering, official, *languages.split("-"))
    return [one.reason for one in NumberChecker().check(pair) if one.confidence >= 0.5]


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        (
            "zh-en",
            "市政府每年将拨出1.8亿英镑修缮学校。",
            "The city will set aside £180m over four years to repair schools.",
        ),
        ("en-fr", "The harbour will cost 40 million euros a year.", "Le port coûtera 40 millions d'euros sur six ans."),
        (
            "fr-zh",
            "Chaque année, le pays plantera 900 000 arbres.",
            "未来三年,全国将植树90万棵。",
        ),
        ("en-zh", "Over five years the mine will produce 700,000 tonnes.", "该矿年产量为每年70万吨。"),
        ("fr-en", "La ligne a perdu 600 000 voyageurs en deux ans.", "The line has lost 600,000 passengers a year."),
        ("zh-fr", "两年内将关闭1300个窗口。", "Il fermera 1 300 guichets par an."),
    ],
)
def test_a_total_is_no_yearly_amount(languages: str, rendering: str, official: str) -> None:
    assert len(found(rendering, official, languages)) == 1


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        (
            "zh-en",
            "市政府四年内将拨出1.8亿英镑修缮学校。",
            "The city will set aside £180m over four years to repair schools.",
        ),
        (
            "en-fr",
            "For six years the harbour will cost 40 million euros a year.",
            "Pendant six ans, le port coûtera chaque année 40 millions d'euros.",
        ),
        (
            "zh-en",
            "未来三年每年拨款5000万元,共计1.5亿元。",
            "We will pay 150 million yuan over three years, 50 million each year.",
        ),
        (
            "en-fr",
            "The annual budget will remain at 90 million euros for three years.",
            "Le budget restera pendant trois ans de 90 millions d'euros par an.",
        ),
        (
            "fr-en",
            "La ligne a perdu 600 000 voyageurs en deux ans.",
            "Within two years the line lost 600,000 passengers.",
        ),
    ],
)
def test_the_same_period_is_no_change(languages: str, rendering: str, official: str) -> None:
    assert found(rendering, official, languages) == []


def test_the_period_is_told() -> None:
    (reason,) = found("每年投入5000万英镑。", "We will spend £50m over four years.", "zh-en")
    assert reason == "The official text says 50 million GBP over 4 years, the article 50 million GBP per year."


@pytest.mark.parametrize(
    ("languages", "rendering", "official", "changed"),
    [
        ("fr-en", "Le pont rouvrira dans quelques jours.", "The bridge will reopen within hours.", True),
        ("fr-zh", "Le pont rouvrira dans quelques semaines.", "大桥将在几天内重新开放。", True),
        ("en-zh", "The bridge will reopen in a few minutes.", "大桥将在数小时后重新开放。", True),
        ("fr-en", "Le pont rouvrira dans quelques heures.", "The bridge will reopen within hours.", False),
        ("fr-zh", "Le pont rouvrira dans quelques jours.", "大桥将在几天内重新开放。", False),
        ("en-zh", "It took several decades.", "历时数十年。", False),
        ("fr-en", "Il pleut depuis plusieurs jours, parfois une heure.", "It has rained for hours, for days.", False),
    ],
)
def test_lengths_without_a_figure(languages: str, rendering: str, official: str, changed: bool) -> None:
    assert bool(list(changed_vague_times(make_pair(rendering, official, *languages.split("-"))))) == changed
