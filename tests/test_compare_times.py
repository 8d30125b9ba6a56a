from __future__ import annotations

import pytest

from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.compare.numbers import NumberChecker


def check(rendering: str, official: str, languages: str) -> list[Divergence]:
    """``languages`` is rendering-official, "en-zh"."""
    one, two = languages.split("-")
    pair = Pair(rendering=rendering, official=official, rendering_language=one, official_language=two)
    return [found for found in NumberChecker().check(pair) if found.confidence >= 0.5]


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("fr-en", "La délégation est partie hier.", "The delegation left this morning."),
        ("zh-en", "大桥将于下个月通车。", "The bridge opens to traffic next week."),
        ("en-zh", "The levy was doubled last year.", "明年征费将加倍。"),
        ("zh-fr", "检查定于明天进行。", "L'inspection a eu lieu avant-hier."),
        ("en-fr", "The ferry is suspended from Tuesday.", "Le bac est suspendu jusqu'à mardi."),
        ("zh-en", "报名须在6月10日后完成。", "Entries must reach us before 10 June."),
        ("fr-zh", "Les écoles ferment à partir de jeudi.", "学校停课至周四。"),
        ("en-zh", "Shipments rose for the fourth quarter running.", "出货量连续第四个月增长。"),
        (
            "fr-en",
            "La collecte recule pour le deuxième trimestre consécutif.",
            "Takings fell for the second month in a row.",
        ),
    ],
)
def test_another_time_is_found(languages: str, rendering: str, official: str) -> None:
    assert [found.kind for found in check(rendering, official, languages)] == ["number"]


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        # « Cette nuit » is the last one or the next one.
        ("zh-fr", "昨夜有三艘船沉没。", "Trois bateaux ont sombré cette nuit."),
        # What something is compared with is told freely, and a day may be told by its week.
        ("en-zh", "Fewer ships called this year than last year.", "今年靠港船只同比减少。"),
        ("fr-en", "Cette semaine, le conseil a voté la charte.", "Yesterday the council passed the charter."),
        ("en-fr", "The ferry will not sail before Tuesday.", "Le bac reprendra mardi au plus tôt."),
        ("fr-en", "Le quai est fermé jusqu'à vendredi.", "The quay is closed until Friday."),
        # Seven days in a row are a week.
        ("en-zh", "It rained seven days in a row.", "连续一周下雨。"),
    ],
)
def test_the_same_time_said_otherwise_is_none(languages: str, rendering: str, official: str) -> None:
    assert not check(rendering, official, languages)
