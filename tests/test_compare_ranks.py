from __future__ import annotations

import pytest

from polyglot_news.compare.model import Pair
from polyglot_news.compare.naming.ranks import RankChecker


def check(rendering: str, official: str, languages: str) -> list[str]:
    """``languages`` is rendering-official, "en-zh"."""
    one, two = languages.split("-")
    pair = Pair(rendering=rendering, official=official, rendering_language=one, official_language=two)
    return [found.reason for found in RankChecker().check(pair)]


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("en-fr", "The minister toured the docks.", "L'ancien ministre a visité les docks."),
        ("zh-en", "市长下令停工。", "The acting mayor ordered work to stop."),
        ("fr-zh", "Le président a reçu les pêcheurs.", "副总统接见了渔民。"),
        ("en-zh", "Former workers have sued the mill.", "工人起诉了工厂。"),
        ("zh-fr", "总统会见了各工会。", "Le vice-président a rencontré les syndicats."),
    ],
)
def test_another_rank_is_found(languages: str, rendering: str, official: str) -> None:
    assert len(check(rendering, official, languages)) == 1


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("en-fr", "The ex-minister toured the docks.", "L'ancienne ministre a visité les docks."),
        ("zh-en", "曾任部长的她参观了码头。", "The former minister toured the docks."),
        # Before the captain's ship sank, not a former captain.
        ("en-zh", "The captain called twice before the boat sank.", "游艇沉没前船长两次呼救。"),
        # « Président élu » is *elected* as often as *elect*.
        ("en-fr", "The elected president must be freed.", "Le président élu doit être libéré."),
        # Both texts speak of two.
        ("en-fr", "The former mayor wrote to the mayor.", "L'ancien maire a écrit au maire."),
    ],
)
def test_the_same_rank_is_none(languages: str, rendering: str, official: str) -> None:
    assert not check(rendering, official, languages)


def test_the_reason_shows_both() -> None:
    (reason,) = check("The minister spoke.", "L'ancien ministre a parlé.", "en-fr")
    assert reason == "The official text says “ancien ministre”, the article “minister”."
