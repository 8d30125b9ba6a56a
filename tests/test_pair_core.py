from __future__ import annotations

import pytest

from polyglot_news.compare.pair import make_pair
from polyglot_news.text import Span

OFFICIAL = "Au printemps, les écoles maternelles privées du littoral rouvriront lundi, et les cars circuleront."


@pytest.mark.parametrize(
    ("rendering", "since"),
    [("They will reopen on Monday.", "les écoles"), ("will reopen on Monday", "rouvriront")],
)
def test_a_sentence_answers_for_the_whole_clause(rendering: str, since: str) -> None:
    core = Span(OFFICIAL.index("rouvriront"), OFFICIAL.index(", et"))
    pair = make_pair(rendering, OFFICIAL, "en", "fr", core=core)
    assert pair.core is not None
    assert pair.core.of(OFFICIAL).startswith(since)


def test_in_chinese_the_stop_tells_a_sentence() -> None:
    official = "Since the flood, all schools on the coast have reopened without delay."
    core = Span(official.index("all"), official.index(" without"))
    for rendering, whole in (("沿海所有学校都已重新开学。", True), ("沿海所有学校都已重新开学", False)):
        pair = make_pair(rendering, official, "zh", "en", core=core)
        assert pair.core is not None
        assert pair.core.of(official).endswith("delay") == whole


@pytest.mark.parametrize(
    ("rendering", "partial"),
    [
        ("€4.5 million for the harbour.", True),
        ("12 per cent over the winter.", True),
        ("12 sailors have been saved.", False),
        ("They were saved.", False),
    ],
)
def test_a_figure_begins_a_fragment(rendering: str, *, partial: bool) -> None:
    assert make_pair(rendering, OFFICIAL, "en", "fr", core=Span(0, len(OFFICIAL))).partial == partial


@pytest.mark.parametrize(
    ("rendering", "kept"),
    [
        ("Ce fut un long hiver, et je ne vais pas l’embellir", True),
        ("Ce fut un long hiver.", False),
        ("Ce ne fut pas un long hiver.", False),
    ],
)
def test_a_clause_that_denies_is_not_dropped_where_the_rendering_has_one(rendering: str, kept: bool) -> None:
    official = "It was a long winter, and I won’t sugar-coat it."
    pair = make_pair(rendering, official, "fr", "en", core=Span(0, len(official)))
    assert pair.core is not None
    assert pair.core.of(official).endswith("it.") is kept
