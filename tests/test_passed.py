from __future__ import annotations

import pytest

from polyglot_news.compare import compare
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.qualifiers import qualifier_suspects
from polyglot_news.text import Span


@pytest.mark.parametrize(
    ("rendering", "official", "reason"),
    [
        ("300 people fled.", "Plus de 300 personnes ont fui.", "a lower bound (“Plus de”) that the article lacks"),
        ("300 people fled.", "300多人逃离。", "a lower bound (“多”) that the article lacks"),
        ("More than 300 people fled.", "300人逃离。", "a lower bound (“More than”) that the official text lacks"),
        ("5% of it is lost.", "Moins de 5 % en est perdu.", "an upper bound (“Moins de”) that the article lacks"),
        (
            "这座桥的造价为4000万欧元。",
            "The bridge cost over 40 million euros.",
            "a lower bound (“over”)",
        ),
        # The same in other words, another figure, and what is no bound.
        ("More than 300 people fled.", "Ils ont été 300, et même davantage, à dépasser la frontière.", None),
        ("More than 300 people fled.", "300余人逃离。", None),
        ("More than 300 people fled.", "312 personnes ont fui.", None),
        ("It was shown over three nights.", "Il a été montré trois soirs.", None),
        ("It makes promises under 12 headings.", "Il fait des promesses en 12 points.", None),
    ],
)
def test_a_figure_that_is_passed(rendering: str, official: str, reason: str | None) -> None:
    told = [one.reason for one in compare(rendering, official).divergences if " bound (“" in one.reason]
    assert len(told) == (reason is not None)
    assert reason is None or reason in told[0]


@pytest.mark.parametrize(
    ("rendering", "official", "verdict"),
    [
        ("300 people were killed.", "Environ 300 personnes ont été tuées.", "faithful"),
        ("300 people were killed.", "约300人丧生。", "faithful"),
        ("Les habitants ont rénové 40 maisons.", "The residents have renovated some 40 houses.", "faithful"),
        ("A third of the schools are closed.", "Environ un tiers des écoles sont fermées.", "faithful"),
        ("300 people were killed.", "Près de 300 personnes ont été tuées.", "divergent"),
        ("300 people were killed.", "近300人丧生。", "divergent"),
        ("300 people were killed.", "Au moins 300 personnes ont été tuées.", "divergent"),
    ],
)
def test_a_dropped_about_is_a_nuance_and_a_dropped_nearly_is_none(rendering: str, official: str, verdict: str) -> None:
    assert compare(rendering, official).verdict == verdict


def test_a_bound_goes_with_its_figure() -> None:
    """What stands before a figure that is not quoted is none of the quote's."""
    official = "It condemns the raid, in which at least 46 people died, and wants an independent inquiry into the raid."
    start = official.index("an independent")
    pair = make_pair("indépendante sur le raid", official, "fr", "en", core=Span(start, len(official) - 1))
    assert not [suspect for suspect in qualifier_suspects(pair) if suspect.hit.cue.text == "at least"]
