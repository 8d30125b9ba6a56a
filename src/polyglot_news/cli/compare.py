"""Check one article against the official texts."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from polyglot_news.cli.options import (
    ARTICLE_LANGUAGE,
    GLOSSARY,
    INDEX,
    MEMORY,
    OFFICIAL_LANGUAGE,
    PACKAGES,
    PATH,
    doubt_language,
    known,
    make_translator,
    read_glossary,
    read_once,
)
from polyglot_news.cli.output import at_work, show_report, write
from polyglot_news.errors import InputError

if TYPE_CHECKING:
    from polyglot_news.report.model import Report

_HARDLY_A_TEXT = 4  # words, or five times as many characters


@click.command()
@click.argument("article", type=PATH)
@click.argument("others", type=PATH, nargs=-1, metavar="")
@click.option(
    "--official",
    "officials",
    type=PATH,
    multiple=True,
    help="An official text; repeat it for more, in any of the languages.  [required]",
)
@click.option("--html", "html_path", type=PATH, help="Write the report as a self-contained web page.")
@click.option("--json", "json_path", type=PATH, help="Write the report as JSON.")
@click.option("--tmx", "tmx_path", type=PATH, help="Write the quotes and their passages as a translation memory.")
@ARTICLE_LANGUAGE
@OFFICIAL_LANGUAGE
@INDEX
@click.option(
    "--fail-on",
    type=click.Choice(["critical", "major", "minor"]),
    help="Exit with 1 if a divergence of this severity or a higher one is found.",
)
@GLOSSARY
@MEMORY
@PACKAGES
def compare(
    article: Path,
    others: tuple[Path, ...],
    officials: tuple[Path, ...],
    html_path: Path | None,
    json_path: Path | None,
    tmx_path: Path | None,
    article_language: str | None,
    official_language: str | None,
    index_path: Path | None,
    fail_on: str | None,
    glossary_path: Path | None,
    memory_path: Path | None,
    packages: Path | None,
) -> None:
    """Check the quotes of ARTICLE against the official texts.

    \b
    polyglot-news compare article.txt --official speech.fr.txt --html report.html

    Files are plain text, HTML pages, mails, documents of Word or LibreOffice, subtitles, translation memories (TMX) or
    JSON lines, in English, French or Chinese. Of a PDF give what pdftotext writes; nothing is fetched from the web.

    \b
    What the signs say of a quoted statement:
      ✓  no divergence found        !  worth a look: nothing is sure
      ≠  divergent                  ?  not found in the official texts
      …  too short to check

    Of what the article tells without quotation marks only other figures, negations, names, opposites, conditions,
    must and may, all and most are told, as worth a look. Not every alteration is found. One of --html, --json and
    --tmx may be -, for standard output; it then takes the place of the summary.
    """  # noqa: D301  # \b is to be the character that keeps lines as they are
    from polyglot_news.align.index import PassageIndex
    from polyglot_news.article import compare_article
    from polyglot_news.documents import read_document
    from polyglot_news.files import check_outputs, real_path

    _check_officials(officials, others)
    texts = [article, *officials]
    read_once(texts)
    outputs = [path for path in (html_path, json_path, tmx_path) if path is not None]
    printed = [path for path in outputs if str(path) == "-"]
    if len(printed) > 1:
        msg = "Standard output takes one report: name files for the others."
        raise InputError(msg)
    glossary = read_glossary(glossary_path)
    terms = [file.path for file in glossary.files] if glossary else []
    check_outputs(
        [path for path in outputs if path not in printed],
        [path for path in (*texts, *terms, memory_path) if path is not None and str(path) != "-"],
    )
    translator = make_translator(packages, glossary, memory_path)
    with at_work("Reading"):
        text = read_document(article, language=article_language)
        versions = [read_document(official, language=official_language) for official in officials]
    if len(set(map(real_path, texts))) < len(texts):
        click.echo("One file is named twice: a text says nothing against itself.", err=True)
    known(text.language, text.name, "--article-language")
    doubt_language(text.text, text.name, article_language, "--article-language")
    for version in versions:
        known(version.language, version.name, "--official-language")
        doubt_language(version.text, version.name, official_language, "--official-language")
        if len(version.text.split()) < _HARDLY_A_TEXT and len(version.text.strip()) < 5 * _HARDLY_A_TEXT:
            click.echo(f"{version.name} holds hardly any text: is it the right file?", err=True)
    with at_work("Comparing"):
        index = PassageIndex(index_path) if index_path else None
        report = compare_article(text, versions, glossary=glossary, translator=translator, index=index)
    _write_report(report, html_path=html_path, json_path=json_path, tmx_path=tmx_path)
    if not printed:
        show_report(report)
    if fail_on and _reaches(report, fail_on):
        sys.exit(1)


def _check_officials(officials: Sequence[Path], others: Sequence[Path]) -> None:
    """Tell how the official text is given where it is named beside the article."""
    if others:
        names = " ".join(f"--official {shlex.quote(str(other))}" for other in others)
        msg = f"One article is checked at a time: give the official text as {names}."
        raise click.UsageError(msg)
    if not officials:
        msg = "Missing option '--official': give the official text as --official FILE."
        raise click.UsageError(msg)


def _reaches(report: Report, severity: str) -> bool:
    from polyglot_news.report.model import SEVERITIES

    worst = report.worst()
    order: list[str] = list(SEVERITIES)
    return worst is not None and order.index(worst) <= order.index(severity)


def _write_report(report: Report, *, html_path: Path | None, json_path: Path | None, tmx_path: Path | None) -> None:
    for path, render in ((html_path, report.to_html), (json_path, report.to_json), (tmx_path, report.to_tmx)):
        if path is not None:
            write(path, render())
