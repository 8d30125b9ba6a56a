"""Opposites of one meaning each: sent and called back, killed and set free, owned to and denied."""

from __future__ import annotations

import pytest

from polyglot_news.compare.direction import DirectionChecker
from polyglot_news.compare.model import Pair
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.polarity import PolarityChecker
from polyglot_news.text import Span


def opposites(pair: Pair) -> list[tuple[str, str]]:
    return [
        (one.rendering.of(pair.rendering), one.official.of(pair.official))
        for one in DirectionChecker().check(pair)
        if one.rendering and one.official and one.confidence >= 0.5
    ]


@pytest.mark.parametrize(
    ("languages", "official", "rendering", "words"),
    [
        (("en", "zh"), "The bakers are opposed to the tax.", "面包师们赞成征税。", ("赞成", "opposed to")),
        (("zh", "fr"), "公司否认污染了河流。", "La société reconnaît avoir pollué la rivière.", ("reconnaît", "否认")),
        (("fr", "en"), "Le Chili retirera ses soldats.", "Chile will send its soldiers.", ("send", "retirera ses")),
        (
            ("fr", "en"),
            "Six marins ont été libérés hier.",
            "Six sailors were killed yesterday.",
            ("were killed", "libérés"),
        ),
        (("zh", "fr"), "尿样取自赛外检查。", "L'urine a été prélevée en compétition.", ("en compétition", "赛外")),
    ],
)
def test_an_opposite_is_told(languages: tuple[str, str], official: str, rendering: str, words: tuple[str, str]) -> None:
    assert opposites(make_pair(rendering, official, languages[1], languages[0])) == [words]


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        (("en", "zh"), "The bakers are in favour of the tax.", "面包师们赞成征税。"),
        (("fr", "en"), "Le Chili retirera ses soldats.", "Chile will pull out its soldiers."),
        (("fr", "en"), "Nous ne nions pas le retard.", "We acknowledge the delay."),
        (("zh", "en"), "六名船员获释。", "Six sailors were let go."),
    ],
)
def test_the_same_is_none(languages: tuple[str, str], official: str, rendering: str) -> None:
    assert not opposites(make_pair(rendering, official, languages[1], languages[0]))


def test_a_whole_sentence_was_not_cut() -> None:
    official = "They have not been able to inspect the well."
    pair = make_pair("他们检查了水井。", official, "zh", "en", core=Span(24, len(official)))
    assert not any("cut" in one.reason for one in PolarityChecker().check(pair))
