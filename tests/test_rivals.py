"""One thing for another of its kind, which neither the encoder nor the alignment tells apart."""

from __future__ import annotations

import pytest

from polyglot_news import compare
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.rivals import RivalChecker


def told(rendering: str, official: str, languages: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the words of both texts that exclude each other."""
    found = RivalChecker().check(make_pair(rendering, official, *languages))
    return [(one.rendering.of(rendering), one.official.of(official)) for one in found if one.rendering and one.official]


@pytest.mark.parametrize(
    ("rendering", "official", "languages", "words"),
    [
        ("There is enough rice until April.", "Il y a assez de blé jusqu’en avril.", ("en", "fr"), ("rice", "blé")),
        ("Le café sera exporté sans droits.", "Tea will be exported free of duty.", ("fr", "en"), ("café", "Tea")),
        ("Seventy-three lawyers are in jail.", "共有73名记者在狱中。", ("en", "zh"), ("lawyers", "记者")),
        ("探测器将从月球带回样品。", "The probe will bring samples back from Mars.", ("zh", "en"), ("月球", "Mars")),
        ("Les infirmières ont voté la grève.", "医生投票决定罢工。", ("fr", "zh"), ("infirmières", "医生")),
    ],
)
def test_what_is_put_for_another_of_its_kind_is_told(
    rendering: str, official: str, languages: tuple[str, str], words: tuple[str, str]
) -> None:
    assert told(rendering, official, languages) == [words]
    found = compare(rendering, official, rendering_language=languages[0], official_language=languages[1])
    assert found.verdict == "divergent"
    assert any("instead" in one.reason or "where the quote says" in one.reason for one in found.divergences)


@pytest.mark.parametrize(
    ("rendering", "official", "languages"),
    [
        ("There is enough wheat until April.", "Il y a assez de blé jusqu’en avril.", ("en", "fr")),
        ("Doctors and nurses voted to strike.", "Les infirmières et les médecins ont voté la grève.", ("en", "fr")),
        ("The reporters are in jail.", "记者们在狱中。", ("en", "zh")),
        ("The lawyers spoke for the reporters.", "律师为记者辩护。", ("en", "zh")),
        ("校长补充说，三十八人过关。", "Thirty-eight of our pupils passed.", ("zh", "en")),
        ("La décision n'a pas été unanime.", "The ruling was by majority.", ("fr", "en")),
        ("A year and a half later the mine closed.", "La mine a fermé dix-huit mois plus tard.", ("en", "fr")),
    ],
)
def test_what_is_rendered_has_no_rival(rendering: str, official: str, languages: tuple[str, str]) -> None:
    assert told(rendering, official, languages) == []


def test_in_one_language_the_word_itself_is_the_rival() -> None:
    assert told("The nurses voted to strike.", "The doctors voted to strike.", ("en", "en")) == [("nurses", "doctors")]
