"""A *may* that the article adds weakens a claim; one that renders a leave, a risk or an opinion does not."""

from __future__ import annotations

import pytest

from polyglot_news.compare.modality import ModalityChecker
from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.hedged import added_hedges
from polyglot_news.compare.pair import make_pair


def _added(rendering: str, official: str, languages: str) -> list[str]:
    one, other = languages.split("-")
    pair = Pair(rendering=rendering, official=official, rendering_language=one, official_language=other)
    return [span.of(rendering) for span in added_hedges(pair)]


@pytest.mark.parametrize(
    ("rendering", "official", "languages", "added"),
    [
        ("The mill may have burned twice.", "Le moulin a brûlé deux fois.", "en-fr", ["may"]),
        ("Le moulin pourrait fermer lundi.", "The mill closes on Monday.", "fr-en", ["pourrait"]),
        ("Le moulin a peut-être brûlé.", "磨坊烧了两次。", "fr-zh", ["peut-être"]),
        ("磨坊可能烧过两次。", "The mill has burned twice.", "zh-en", ["可能"]),
        ("The mayor hopes to close the mill.", "La maire ferme le moulin.", "en-fr", ["hopes to"]),
    ],
)
def test_what_the_official_text_states_is_not_open(
    rendering: str, official: str, languages: str, added: list[str]
) -> None:
    assert _added(rendering, official, languages) == added


@pytest.mark.parametrize(
    ("rendering", "official", "languages"),
    [
        ("The mill could burn again.", "Le moulin risque de brûler encore.", "en-fr"),
        ("The miller may be paid twice.", "Le meunier a le droit d’être payé deux fois.", "en-fr"),
        ("Nobody could see the mill.", "On ne voyait pas le moulin.", "en-fr"),
        ("The mill may be old, but it turns.", "Le moulin est vieux et il tourne.", "en-fr"),
        ("The mill closes in May.", "Le moulin ferme en mai.", "en-fr"),
        ("磨坊的种种可能", "The mill has many futures.", "zh-en"),
        ("磨坊主不一定要付款。", "The miller is not required to pay.", "zh-en"),
        ("Could the mill be old?", "Quel âge a le moulin ?", "en-fr"),
        ("The mill has probably burned.", "Le moulin a sans doute brûlé.", "en-fr"),
        ("沉默不一定是同意。", "Silence is not necessarily consent.", "zh-en"),
    ],
)
def test_what_renders_something_else_is_not_added(rendering: str, official: str, languages: str) -> None:
    assert _added(rendering, official, languages) == []


def test_an_added_hedge_is_told_once() -> None:
    pair = make_pair("Le moulin a probablement brûlé deux fois.", "The mill has burned twice.", "fr", "en")
    sure = [one for one in ModalityChecker().check(pair) if one.confidence >= 0.5]
    assert [(one.rendering and one.rendering.of(pair.rendering), one.absent) for one in sure] == [
        ("probablement", "official")
    ]
