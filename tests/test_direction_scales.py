"""Opposites of one meaning each: sent and called back, killed and set free, owned to and denied."""

from __future__ import annotations

import attrs
import pytest

from polyglot_news.compare.direction import DirectionChecker
from polyglot_news.compare.model import Pair
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.polarity import _divergence, polarity_suspects


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


@pytest.mark.parametrize("partial", [True, False])
def test_only_a_fragment_was_cut(*, partial: bool) -> None:
    pair = make_pair("Le pont est sûr.", "We do not think that the bridge is safe.", "fr", "en")
    suspect = attrs.evolve(polarity_suspects(pair)[0], cut=True)
    told = _divergence(attrs.evolve(pair, partial=partial), suspect, 0.9)
    assert ("was cut" in told.reason) == partial
