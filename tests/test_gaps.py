"""Words that a sentence of the quote lacks."""

from __future__ import annotations

import pytest

from polyglot_news.compare import compare
from polyglot_news.compare.gaps import gaps
from polyglot_news.compare.pair import make_pair
from polyglot_news.text import Span


@pytest.mark.parametrize(
    ("languages", "official", "rendering", "said"),
    [
        (
            ("en", "fr"),
            "The council approved the budget of the hospital on Monday.",
            "Le conseil a approuvé le de l'hôpital lundi.",
            "budget",
        ),
        (
            ("en", "zh"),
            "The council approved the budget of the hospital on Monday.",
            "市议会星期一批准了医院的。",
            "budget",
        ),
        (
            ("fr", "en"),
            "La pluie a détruit les récoltes de la vallée.",
            "The rain the crops of the valley.",
            "détruit",
        ),
    ],
)
def test_a_missing_word_is_found(languages: tuple[str, str], official: str, rendering: str, said: str) -> None:
    pair = make_pair(rendering, official, languages[1], languages[0])
    assert [gap.said.of(official) for gap in gaps(pair)] == [said]
    found = compare(rendering, official, rendering_language=languages[1], official_language=languages[0])
    assert found.verdict == "divergent"


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        (
            ("en", "fr"),
            "The council approved the budget of the hospital on Monday.",
            "Lundi, le budget de l'hôpital a été adopté par le conseil.",
        ),
        (("en", "zh"), "The mayor presented a plan for the port.", "市长提出了一项港口计划。"),
        (("fr", "en"), "La pluie a détruit les récoltes.", "Rain ruined the harvest."),
        (("zh", "en"), "渔民遵守休渔协议。", "The fishermen keep to the fishing ban."),
        (("en", "zh"), "They will not sail as long as the strike goes on.", "罢工一日不停，他们就一日不出海。"),
        (("en", "fr"), "The mayor even praised the firemen.", "Le maire a félicité les pompiers."),
        (("en", "en"), "The rain destroyed the crops.", "The rain the crops."),
        (("en", "fr"), "The rain destroyed the crops.", "La pluie […] les récoltes."),
    ],
)
def test_what_is_rendered_or_marked_as_cut_is_none(languages: tuple[str, str], official: str, rendering: str) -> None:
    pair = make_pair(rendering, official, languages[1], languages[0])
    assert gaps(pair) == ()


def test_what_stands_before_a_quote_is_no_gap() -> None:
    official = "Yesterday the council approved the budget of the hospital."
    start = official.index("the")
    pair = make_pair(
        "le conseil a approuvé le budget de l'hôpital", official, "fr", "en", core=Span(start, len(official))
    )
    assert gaps(pair) == ()
