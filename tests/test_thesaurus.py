"""The thesaurus: its lines, what it makes of a sentence, and that the shipped lexicons know it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

pytest.importorskip("simplemma", reason="the thesaurus is inflected with simplemma")

from polyglot_news.align.lexicon import lexicon
from polyglot_news.align.segmentation import normal_form, segment
from polyglot_news.language import LANGUAGES
from training import thesaurus
from training.estimator import alter, reword
from training.thesaurus.__main__ import stems


def sentence(text: str, other: str, language: str, other_language: str) -> alter.Sentence:
    """Return a side of a pair, in a corpus that holds nothing."""
    seen = alter.Neighbours(language)
    seen.close()
    languages = language, other_language
    words = segment(text, language), segment(other, other_language)
    return alter.Sentence.of_pair((text, other), words, languages, 0, seen)


@pytest.fixture
def any_word_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reword, "_TAKEN", (1.0, 1.0, 1.0))


def made(what: str, one: alter.Sentence) -> set[str]:
    """Return all that comes of a sentence in many draws."""
    results = (getattr(reword, what)(one, random.Random(seed)) for seed in range(300))  # noqa: S311
    return {result[0] for result in results if result}


def test_every_concept_has_words_of_each_language() -> None:
    sizes = {path.stem: len(list(thesaurus.read(path))) for path in thesaurus.FOLDER.glob("*.tsv")}
    assert all(sizes[name] >= least for name, least in (("english", 7_000), ("french", 700), ("chinese", 2_000)))
    found = thesaurus.concepts()
    assert all(concept.words[language] for concept in found for language in LANGUAGES)


def test_what_a_concept_excludes_is_none_of_its_words() -> None:
    wrong = [concept for concept in thesaurus.concepts() if set(concept.others) & set(concept.words["en"])]
    assert wrong == []


def test_a_line_without_its_columns_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "x.tsv").write_text("nurse\tinfirmier\t护士\ndoctor|physician\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.tsv, line 2"):
        list(thesaurus.read(tmp_path / "x.tsv"))


def test_inflected_forms_count_for_a_word_and_content_words_for_a_phrase() -> None:
    assert {"refus", "refusent"} <= stems("refuser", "fr").keys()
    assert {"tient", "tiendr"} <= stems("tenir", "fr").keys()
    assert "le" not in stems("donner le feu vert", "fr")


@pytest.mark.parametrize(
    ("one", "other", "word", "translation"),
    [("en", "zh", "nurse", "护士"), ("fr", "zh", "infirmière", "护士"), ("en", "fr", "accountable", "responsable")],
)
def test_the_shipped_lexicons_hold_it(one: str, other: str, word: str, translation: str) -> None:
    forms = [normal_form(word, one)], [normal_form(translation, other)]
    assert max(table[0, 0] for table in lexicon(one, other).probabilities(*forms)) > 0.08


@pytest.mark.usefixtures("any_word_fits")
def test_another_word_of_the_same_concept_is_put_in_the_same_form() -> None:
    one = sentence("The nurses rejected it.", "Les infirmières l’ont refusé.", "en", "fr")
    texts = made("mate", one)
    assert texts
    assert all(text.startswith("The ") and text.endswith(" it.") for text in texts)
    assert not any("nurse " in text for text in texts)


@pytest.mark.usefixtures("any_word_fits")
def test_what_the_thesaurus_excludes_is_put_in_its_place() -> None:
    one = sentence("The nurses rejected it.", "Les infirmières l’ont refusé.", "en", "fr")
    assert "The nurses accepted it." in made("rival", one)
    chinese = sentence("护士反对。", "The nurses object.", "zh", "en")
    assert "患者反对。" in made("rival", chinese)


@pytest.mark.parametrize(
    ("old", "lemma", "language", "expected"),
    [
        ("rejected", "accept", "en", "accepted"),
        ("wrote", "accept", "en", "accepted"),
        ("règles", "loi", "fr", "lois"),
        ("refusons", "accepter", "fr", "acceptons"),
        ("nurses", "nursing staff", "en", None),
        ("nurse", "nursing staff", "en", "nursing staff"),
        ("护士", "护理人员", "zh", "护理人员"),
    ],
)
def test_a_word_takes_the_form_of_the_one_it_replaces(
    old: str, lemma: str, language: str, expected: str | None
) -> None:
    assert reword._in_form_of(old, lemma, language) == expected


def test_a_word_that_the_other_side_does_not_name_stays() -> None:
    one = sentence("The nurses rejected it.", "Il pleut.", "en", "fr")
    assert made("rival", one) == made("mate", one) == set()
