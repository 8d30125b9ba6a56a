"""Who did it to whom: two named parties to a deed change places only with its voice."""

from __future__ import annotations

import pytest

from polyglot_news.compare import compare
from polyglot_news.compare.operators.parties import exchanged_parties
from polyglot_news.compare.pair import make_pair


@pytest.mark.parametrize(
    ("article", "official"),
    [
        ("Spain beat France 2-1.", "法国队以2比1击败西班牙队。"),
        ("France were beaten 2-1 by Spain.", "法国队以2比1击败西班牙队。"),
        ("La France a été battue par l’Espagne.", "France beat Spain."),
        ("俄罗斯指责乌克兰炮击核电站。", "L’Ukraine a accusé la Russie d’avoir bombardé la centrale."),
        ("Chile will buy more wheat from Peru.", "Le Pérou achètera davantage de blé au Chili."),
        ("Japan will supply Vietnam with six patrol boats.", "越南将向日本提供六艘巡逻艇。"),
        ("Le Maroc dispense de visa les citoyens tunisiens.", "突尼斯对摩洛哥公民免签。"),
    ],
)
def test_parties_that_changed_places_are_told(article: str, official: str) -> None:
    found = compare(article, official)
    assert found.verdict == "divergent"
    assert any(one.reason.startswith("Who does it to whom is the other way round") for one in found.divergences)


@pytest.mark.parametrize(
    ("article", "official"),
    [
        ("France beat Spain 2-1.", "法国队以2比1击败西班牙队。"),
        ("Spain were beaten 2-1 by France.", "法国队以2比1击败西班牙队。"),
        ("L’Espagne a été battue par la France.", "France beat Spain."),
        ("乌克兰指责俄罗斯炮击核电站。", "L’Ukraine a accusé la Russie d’avoir bombardé la centrale."),
        ("China was invited by Japan to the talks.", "日本邀请中国参加会谈。"),
        ("Israeli forces attacked Lebanese positions.", "以色列军队袭击了黎巴嫩阵地。"),
        ("Spain's navy attacked Morocco.", "La marine de l’Espagne a attaqué le Maroc."),
        ("Le Maroc par son service de presse accuse l’Espagne.", "Morocco accuses Spain through its press office."),
        ("Japan criticises Korea over free trade.", "日本就自由贸易批评韩国。"),
        ("Peru will buy more wheat from Chile.", "Le Pérou achètera davantage de blé au Chili."),
        ("Vietnam will supply Japan with six patrol boats.", "越南将向日本提供六艘巡逻艇。"),
        ("Vietnam bought ferries built by Japan.", "越南购买了日本制造的渡轮。"),
        ("Peru bought the boats from Chile.", "Le Chili a vendu les bateaux au Pérou."),
    ],
)
def test_parties_in_their_places_are_not(article: str, official: str) -> None:
    assert compare(article, official).verdict == "faithful"


def test_who_does_it_may_stand_far_behind_a_passive() -> None:
    official = "越南向日本提供船只。"
    kept = make_pair("Japan uses boats supplied last year by Vietnam.", official, "en", "zh")
    turned = make_pair("Vietnam uses boats supplied last year by Japan.", official, "en", "zh")
    assert exchanged_parties(kept) is None
    assert exchanged_parties(turned) is not None
