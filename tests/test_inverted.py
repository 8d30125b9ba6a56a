"""English conditions told by word order."""

from __future__ import annotations

import time

import pytest

from polyglot_news.compare import compare
from polyglot_news.compare.operators.qualifying import qualifiers


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Should the dam break, we will leave.", "Should"),
        ("Prices fell. Had they known, they would have waited.", "Had"),
        ("But were the price of oil to double, we would stop.", "were"),
        ("Should oil climb above $100.50 a barrel, ", "Should"),
        ("We would stop, should the price of oil double.", "should"),
    ],
)
def test_a_verb_before_its_subject_sets_a_condition(text: str, verb: str) -> None:
    (hit,) = (hit for hit in qualifiers(text, "en") if hit.cue.asks_as("if"))
    assert hit.span.of(text) == verb


@pytest.mark.parametrize(
    "text",
    [
        "Should we leave, or should we stay?",
        "They had known, and they should have waited.",
        "We were first, had fun.",
        "The ports, and the mines, were the first to close, it says.",
        "They sang, but had the flu, alas.",
    ],
)
def test_elsewhere_it_sets_none(text: str) -> None:
    assert not [hit for hit in qualifiers(text, "en") if hit.cue.asks_as("if")]


@pytest.mark.parametrize(
    ("rendering", "official", "verdict"),
    [
        ("Nous serons obligés de partir.", "Should the dam break, we will be forced to leave.", "divergent"),
        ("Si le barrage cède, nous devrons partir.", "Should the dam break, we will have to leave.", "faithful"),
        ("Had the siren sounded, they would be alive.", "Si la sirène avait sonné, ils seraient en vie.", "faithful"),
    ],
)
def test_such_a_condition_is_rendered_as_any_other(rendering: str, official: str, verdict: str) -> None:
    assert compare(rendering, official).verdict == verdict


@pytest.mark.parametrize("text", ["\n" * 20_000, "; Should we go, " * 1_500, ", should the " * 1_500])
def test_time_is_about_linear_in_the_length_of_a_text(text: str) -> None:
    begun = time.process_time()
    qualifiers(text, "en")
    assert time.process_time() - begun < 2.0
