"""What stands in a passage and was not said: labels of speakers, numbers of articles; and names told by a pronoun."""

from __future__ import annotations

import pytest

from polyglot_news.align.model import Passage
from polyglot_news.article.said import said_in
from polyglot_news.compare import compare
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.words.pronouns import told_by_pronoun
from polyglot_news.documents import document_from_text
from polyglot_news.text import Span

HEARING = (
    "Mme Odile Sarrant : Le pont sera fermé lundi. Les bus feront un détour.\n"
    "M. Paul Ebrard : Le détour prendra dix minutes.\n"
    "Mme Odile Sarrant : Nous en avons averti les écoles."
)


def passage_of(text: str, first: str, last: str) -> Passage:
    span = Span(text.index(first), text.index(last) + len(last))
    return Passage(document=0, span=span, core=span, text=span.of(text), similarity=0.9, matched=True)


def test_a_label_within_a_passage_is_blank() -> None:
    official = document_from_text(HEARING, language="fr")
    passage = passage_of(HEARING, "Les bus", "dix minutes.")
    said, core = said_in(passage, "Buses will make a detour. It will take ten minutes.", "en", official)
    assert "Ebrard" not in said
    assert len(said) == len(passage.text)
    assert " ".join(core.of(said).split()) == "Les bus feront un détour. Le détour prendra dix minutes."


def test_the_first_label_is_outside_the_core() -> None:
    official = document_from_text(HEARING, language="fr")
    said, core = said_in(passage_of(HEARING, "Mme Odile", "fermé lundi."), "The bridge closes Monday.", "en", official)
    assert core.of(said) == "Le pont sera fermé lundi."


@pytest.mark.parametrize(
    ("decree", "language", "quote", "core"),
    [
        ("Article 3 : Le port est interdit aux plaisanciers.", "fr", "The port is closed.", "Le port est interdit"),
        ("Article 3 Le port est interdit aux plaisanciers.", "fr", "The port is closed.", "Le port est interdit"),
        ("Section 12: Dogs must be kept on a lead.", "en", "Les chiens sont tenus en laisse.", "Dogs must be kept"),
        ("第十条　未经许可，不得入内。", "zh", "No entry without a permit.", "未经许可"),
    ],
)
def test_the_number_of_an_article_is_not_said(decree: str, language: str, quote: str, core: str) -> None:
    passage = passage_of(decree, decree[:3], decree[-4:])
    said, place = said_in(
        passage, quote, "fr" if language == "en" else "en", document_from_text(decree, language=language)
    )
    assert place.of(said).startswith(core)


def test_the_number_of_an_article_is_no_figure() -> None:
    assert compare("Everyone has the right to seek asylum.", "第十四条　人人有权寻求庇护。").verdict == "faithful"
    assert compare("Article 15 applies to minors.", "第十四条　适用于未成年人。").verdict == "divergent"


def test_the_number_of_an_article_that_the_quote_renders_stays() -> None:
    decree = "第三条　港口关闭。"
    said, core = said_in(
        passage_of(decree, "第三条", "关闭。"),
        "Article 3: the port is closed.",
        "en",
        document_from_text(decree, language="zh"),
    )
    assert core.of(said) == decree


@pytest.mark.parametrize(
    ("rendering", "language", "names"),
    [
        ("Il est clair que la fraude était involontaire.", "fr", []),
        ("Le tribunal admet qu’il n’a pas voulu tricher.", "fr", ["Mr Tolliver"]),
        ("Le tribunal admet que M. Tolliver n’a pas voulu tricher.", "fr", []),
        ("法庭认为他并非有意作弊。", "zh", ["Mr Tolliver"]),
    ],
)
def test_a_name_may_be_told_by_a_pronoun(rendering: str, language: str, names: list[str]) -> None:
    official = "The tribunal accepts that Mr Tolliver did not intend to cheat."
    pair = make_pair(rendering, official, language, "en")
    told = [span.of(official) for span in told_by_pronoun(pair, 1)]
    assert [name.split()[-1] for name in told] == [name.split()[-1] for name in names]
