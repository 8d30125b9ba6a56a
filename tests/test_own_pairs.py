"""The sentence pairs that were composed for this project."""

from __future__ import annotations

from pathlib import Path

import pytest

from training import own
from training.corpus import acceptable
from training.errors import TrainingError

PAIRS = [("en", "fr"), ("fr", "en"), ("en", "zh"), ("zh", "en"), ("fr", "zh"), ("zh", "fr")]


@pytest.mark.parametrize("languages", PAIRS)
@pytest.mark.parametrize("learner", ["packages", "estimator"])
def test_the_news_are_sentences_and_their_translations(languages: tuple[str, str], learner: str) -> None:
    pairs = list(own.news(languages, learner))
    assert len(pairs) > 3000
    assert sum(acceptable(pair, languages) for pair in pairs) > 0.99 * len(pairs)


@pytest.mark.parametrize("languages", PAIRS)
def test_close_renderings_are_read_both_ways(languages: tuple[str, str]) -> None:
    pairs = list(own.renderings(languages))
    assert len(pairs) > 3000
    assert sorted(pairs) == sorted((one, two) for two, one in own.renderings((languages[1], languages[0])))
    assert sum(acceptable(pair, languages) for pair in pairs) > 0.98 * len(pairs)


def test_a_line_of_news_without_one_of_the_languages_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "packages.tsv").write_text("en\tfr\tzh\nOne.\tUn.\t一。\nTwo.\tDeux.\n", encoding="utf-8")
    monkeypatch.setattr(own, "_HERE", tmp_path)
    assert list(own.news(("en", "fr"))) == [("One.", "Un."), ("Two.", "Deux.")]
    with pytest.raises(TrainingError, match=r"packages\.tsv, line 3: a column of fr or zh is empty"):
        list(own.news(("fr", "zh")))
