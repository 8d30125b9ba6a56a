"""Who did it to whom: two named parties to a deed change places only with its voice."""

from __future__ import annotations

import pytest

from polyglot_news.compare import compare


@pytest.mark.parametrize(
    ("article", "official"),
    [
        ("Spain beat France 2-1.", "法国队以2比1击败西班牙队。"),
        ("France were beaten 2-1 by Spain.", "法国队以2比1击败西班牙队。"),
        ("La France a été battue par l’Espagne.", "France beat Spain."),
        ("俄罗斯指责乌克兰炮击核电站。", "L’Ukraine a accusé la Russie d’avoir bombardé la centrale."),
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
    ],
)
def test_parties_in_their_places_are_not(article: str, official: str) -> None:
    assert compare(article, official).verdict == "faithful"
