"""Words that add nothing to a claim."""

from __future__ import annotations

import pytest

from polyglot_news.compare import compare
from polyglot_news.compare.coverage import AdditionChecker, OmissionChecker
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.words.light import is_light, stressed


def test_a_verb_that_helps_to_say_the_next_word_is_hardly_added_or_left_out() -> None:
    added = AdditionChecker().check(make_pair("We fell ill in May.", "我们五月病了。", "en", "zh"))
    assert [divergence.most < 0.5 for divergence in added] == [True]
    official = "警方对火灾进行了调查。"
    left_out = OmissionChecker().check(make_pair("La police a enquêté sur l'incendie.", official, "fr", "zh"))
    assert [divergence.most < 0.5 for divergence in left_out] == [True]


def test_what_only_stresses_a_claim_may_be_left_out() -> None:
    found = compare(
        "疫苗将在春季之前准备就绪。",
        "There is no doubt that the vaccine will be ready by spring.",
        rendering_language="zh",
        official_language="en",
    )
    assert found.verdict == "faithful"


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("There is no doubt that it works.", "en", ["There is no doubt"]),
        ("Il n'y a aucun doute.", "fr", ["aucun doute"]),
        ("毫无疑问，这有效。", "zh", ["毫无疑问"]),
        # « sans doute » says *probably*
        ("Il viendra sans doute.", "fr", []),
    ],
)
def test_what_only_stresses(text: str, language: str, parts: list[str]) -> None:
    assert [span.of(text) for span in stressed(text, language)] == parts


def test_light_verbs() -> None:
    assert is_light("Falling", "en")
    assert is_light("进行", "zh")
    assert not is_light("destroy", "en")
