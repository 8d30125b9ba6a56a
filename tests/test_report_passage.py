"""How an official passage is shown: without its frame, with its speaker, and with what its sentence says beyond."""

from __future__ import annotations

import pytest

from polyglot_news.documents import document_from_text
from polyglot_news.quotes.model import Quote
from polyglot_news.report.model import Item, Source
from polyglot_news.report.passage import goes_on, official_speaker, shown_span
from polyglot_news.text import Span

TALKS = (
    "Mme Roche : Le port restera ouvert.\n\nJournaliste : Et le pont ?\n\n沈昭：大桥将于五月开放。\n\n"
    "Mme Roche : Merci."
)


def source(core: str, text: str, span: Span | None = None) -> Source:
    start = text.index(core)
    place = Span(start, start + len(core))
    whole = span or Span(0, len(text))
    return Source(document=0, span=whole, core=place, text=whole.of(text), similarity=0.9, matched=True)


def item(words: str) -> Item:
    quote = Quote(contents=(Span(0, len(words)),), speaker=None, cue=None, kind="direct", text=words)
    return Item(quote=quote, english=None, sources=(), findings=(), score=0.1, verdict="faithful")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("« Le port restera ouvert.", "Le port restera ouvert."),
        ("Le port restera ouvert. »", "Le port restera ouvert."),
        ("• The port will stay open.", "The port will stay open."),
        ("« Le port », dit-elle, restera ouvert.", "« Le port », dit-elle, restera ouvert."),
        ("- 3 degrees are forecast.", "3 degrees are forecast."),
        (TALKS[: TALKS.index("\n")], "Mme Roche : Le port restera ouvert."),
    ],
)
def test_a_passage_is_shown_without_its_frame(text: str, shown: str) -> None:
    assert shown_span(Span(0, len(text)), text).of(text) == shown


def test_the_label_of_a_transcript_is_no_part_of_the_passage() -> None:
    assert shown_span(Span(0, TALKS.index("\n")), TALKS).of(TALKS) == "Le port restera ouvert."


@pytest.mark.parametrize(
    ("core", "language", "speaker"),
    [
        ("restera ouvert", "en", "Mme Roche"),
        ("le pont", "en", "Journaliste (who asks)"),
        ("五月", "en", "沈昭 (Shen Zhao)"),
        ("五月", "zh", "沈昭"),
    ],
)
def test_the_official_speaker_is_told(core: str, language: str, speaker: str) -> None:
    official = document_from_text(TALKS, name="official", language="fr")
    assert official_speaker(source(core, TALKS), official, language) == speaker


def test_a_text_without_labels_names_no_speaker() -> None:
    official = document_from_text("Le port restera ouvert.", name="official", language="fr")
    assert official_speaker(source("restera", official.text), official, "en") is None


@pytest.mark.parametrize(
    ("quote", "core", "text", "language", "said"),
    [
        (
            "the port will stay open",
            "Le port restera ouvert",
            "Le port restera ouvert, sous réserve de la décision du préfet. Merci.",
            "fr",
            "sous réserve de la décision du préfet.",
        ),
        ("le port restera ouvert", "The port will stay open", "The port will stay open today.", "en", None),
        ("le port restera ouvert.", "The port will stay open", "The port will stay open as far as we can.", "en", None),
        (
            "the port will stay open",
            "港口将保持开放",
            "港口将保持开放，但渡轮暂时不会恢复航行。",
            "zh",
            "但渡轮暂时不会恢复航行。",
        ),
        (
            "le port restera ouvert",
            "the port will stay open",
            "She said that “the port will stay open”, and that the ferry would sail again in May.",
            "en",
            "and that the ferry would sail again in May.",
        ),
        (
            "le port restera ouvert",
            "The port will stay open",
            "“The port will stay open,” said Clara Roche, the head of the harbour board.",
            "en",
            None,
        ),
        ("the port will stay open", "港口将保持开", "港口将保持开放的状态直到明年夏天。", "zh", None),
    ],
)
def test_how_the_official_sentence_goes_on(quote: str, core: str, text: str, language: str, said: str | None) -> None:
    official = document_from_text(text, name="official", language=language)
    expected = f"The official sentence goes on: “{said}”" if said else ""
    assert goes_on(source(core, text), official, item(quote)) == expected
