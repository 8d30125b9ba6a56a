"""Check many articles."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from polyglot_news.cli.options import (
    ARTICLE_LANGUAGE,
    GLOSSARY,
    INDEX,
    OFFICIAL_LANGUAGE,
    PACKAGES,
    PATH,
    read_glossary,
)
from polyglot_news.cli.output import echo


@click.command(short_help="Check many articles, one JSON object a line.")
@click.argument("source", metavar="INPUT.jsonl", type=PATH)
@click.argument("output", type=PATH)
@click.option("--engine", type=click.Choice(["local", "ray"]), default="local", show_default=True)
@click.option("--resume", is_flag=True, help="Go on where an interrupted run stopped.")
@click.option("--workers", type=click.IntRange(min=1), help="How many processes share the work; by default one a core.")
@ARTICLE_LANGUAGE
@OFFICIAL_LANGUAGE
@INDEX
@GLOSSARY
@PACKAGES
def batch(
    source: Path,
    output: Path,
    engine: str,
    resume: bool,
    workers: int | None,
    article_language: str | None,
    official_language: str | None,
    index_path: Path | None,
    glossary_path: Path | None,
    packages: Path | None,
) -> None:
    """Check many articles: one JSON object a line in INPUT.jsonl, one report a line in OUTPUT.

    An object holds "article" and a list of "officials", each text a file's path (relative to INPUT.jsonl) or
    {"name", "text"}; what else it holds is copied to the report.
    """
    from polyglot_news.batch import run_batch

    done = run_batch(
        source,
        output,
        engine=engine,
        resume=resume,
        workers=workers,
        glossary=read_glossary(glossary_path),
        packages=packages,
        index=index_path,
        article_language=article_language,
        official_language=official_language,
    )
    reports = "1 report" if done.reports == 1 else f"{done.reports} reports"
    failed = "1 article" if done.failures == 1 else f"{done.failures} articles"
    echo(f"{reports} in {output}, {failed} failed")
    if done.failures:
        sys.exit(2)
