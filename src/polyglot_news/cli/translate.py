"""Translate a text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from polyglot_news.cli.options import (
    GLOSSARY,
    LANGUAGE,
    MEMORY,
    PACKAGES,
    PATH,
    doubt_language,
    known,
    make_translator,
    read_glossary,
    read_texts,
    with_options,
)
from polyglot_news.cli.output import at_work, echo, one_line
from polyglot_news.errors import LanguageError

if TYPE_CHECKING:
    from polyglot_news.translate.model import Translation

MISSED = 5  # terms and figures that are named; of more the number is told


@click.command()
@click.argument("file", type=PATH, default="-")
@click.option("--to", "target", type=LANGUAGE, required=True, help="Language to translate into.")
@click.option("--from", "source", type=LANGUAGE, help="Language of the text; detected if not given.")
@click.option("--lines", is_flag=True, help="One line in, one line out, order kept; each may be of another language.")
@GLOSSARY
@MEMORY
@PACKAGES
def translate(
    file: Path,
    target: str,
    source: str | None,
    lines: bool,
    glossary_path: Path | None,
    memory_path: Path | None,
    packages: Path | None,
) -> None:
    """Translate FILE, or standard input, offline."""
    from polyglot_news.language import detect_language
    from polyglot_news.translate.lines import translate_lines

    texts = read_texts(file, lines=lines, language=source)
    doubt_language("\n".join(texts), "The text", source, "--from")
    if not lines:
        source = source or known(detect_language(texts[0]).language, "The text", "--from")
    translator = make_translator(packages, read_glossary(glossary_path), memory_path)
    message = f"Translating from {source} to {target}" if source else f"Translating to {target}"
    with at_work(message) as status:

        def progress(done: int, total: int) -> None:
            status.update(f"{message}: {done} of {total} sentences …")

        try:
            if source:
                translations = translator.translate(texts, source, target, progress=progress)
            else:
                translations = translate_lines(translator, texts, target, progress=progress)
        except LanguageError as error:
            raise with_options(error, "--from") from error
    for translation in translations:
        echo(" ".join(translation.text.splitlines()) if lines else translation.text.removesuffix("\n"))
    _tell_missed(translations)
    _tell_figures(translations)


def _tell_missed(translations: Iterable[Translation]) -> None:
    missed = dict.fromkeys(
        (use.source.of(translation.source), use.form)
        for translation in translations
        for use in translation.terms
        if use.outcome == "missed"
    )
    changed = [text for text, form in missed if text == form]
    if changed:
        click.echo(f"Not copied as it stands in the text: {_first(changed)}", err=True)
    asked = [f"{text} → {form}" for text, form in missed if text != form]
    if asked:
        click.echo(f"Not translated as the glossary asks: {_first(asked)}", err=True)


def _tell_figures(translations: Sequence[Translation]) -> None:
    lost = dict.fromkeys(figure for translation in translations for figure in translation.lost)
    if lost:
        click.echo(f"Figures that the translation does not give as the text does: {_first(lost)}", err=True)
    invented = dict.fromkeys(figure for translation in translations for figure in translation.invented)
    if invented:
        click.echo(f"Figures of the translation that the text does not give: {_first(invented)}", err=True)


def _first(told: Collection[str]) -> str:
    """Return what is told in one line, with the number of what is not named."""
    more = [f"and {len(told) - MISSED} more"] if len(told) > MISSED else []
    return one_line("; ".join([*list(told)[:MISSED], *more]))
