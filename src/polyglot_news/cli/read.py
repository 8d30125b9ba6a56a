"""Print what is read in a text: its quotations, its language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from polyglot_news.cli.options import LANGUAGE, PATH, read_texts
from polyglot_news.cli.output import echo_json

if TYPE_CHECKING:
    from polyglot_news.language import Detection
    from polyglot_news.quotes.model import Quote


@click.command(short_help="Print the quotations of a text as JSON lines.")
@click.argument("file", type=PATH, default="-")
@click.option("--lines", is_flag=True, help="Take each line as a text of its own; one line out for each.")
@click.option("--language", type=LANGUAGE, help="Language of the text; detected if not given.")
def quotes(file: Path, lines: bool, language: str | None) -> None:
    """Print the quotations of FILE, or of standard input, as JSON lines.

    Offsets count the characters of the text, with --lines of the line. Of anything but plain text that is the text
    taken out of it, in Python read_document(FILE).text.
    """
    from polyglot_news.quotes import extract_quotes

    for text in read_texts(file, lines=lines, language=language):
        found = [_quote(quote, text) for quote in extract_quotes(text, language)]
        for value in [{"quotes": found}] if lines else found:
            echo_json(value)


def _quote(quote: Quote, text: str) -> dict[str, Any]:
    return {
        "quote": quote.text,
        "contents": [list(span) for span in quote.contents],
        "speaker": quote.speaker.of(text) if quote.speaker else None,
        "speaker_span": list(quote.speaker) if quote.speaker else None,
        "cue": quote.cue.of(text) if quote.cue else None,
        "cue_span": list(quote.cue) if quote.cue else None,
        "kind": quote.kind,
        "warning": quote.warning,
    }


@click.command(short_help="Print the language of a text as JSON lines.")
@click.argument("file", type=PATH, default="-")
@click.option("--lines", is_flag=True, help="Take each line as a text of its own.")
def detect(file: Path, lines: bool) -> None:
    """Print the language of FILE, or of standard input, as JSON lines."""
    from polyglot_news.language import detect_language

    for text in read_texts(file, lines=lines):
        echo_json(_detection(detect_language(text)))


def _detection(detection: Detection) -> dict[str, Any]:
    return {
        "language": detection.language,
        "script": detection.script,
        "confidence": round(detection.confidence, 4),
    }
