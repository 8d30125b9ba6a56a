"""Align two versions of a text."""

from __future__ import annotations

from pathlib import Path

import click

from polyglot_news.cli.options import LANGUAGE, PATH, read_once, with_options
from polyglot_news.cli.output import at_work, echo
from polyglot_news.errors import LanguageError


@click.command(short_help="Align the sentences of two versions of a text.")
@click.argument("source", type=PATH)
@click.argument("target", type=PATH, required=False)
@click.option("--format", "form", type=click.Choice(["tsv", "jsonl", "tmx"]), default="tsv", show_default=True)
@click.option("--source-language", type=LANGUAGE, help="Language of SOURCE, if it is not detected right.")
@click.option("--target-language", type=LANGUAGE, help="Language of TARGET, if it is not detected right.")
def align(
    source: Path, target: Path | None, form: str, source_language: str | None, target_language: str | None
) -> None:
    """Align the sentences of SOURCE with those of TARGET, its other version.

    The files are text, HTML, TMX or JSON lines. A TMX file alone is aligned already: its units are rated and written.

    The similarity of a link is about the probability that it is right; where one side is empty, that the other side has
    no counterpart.
    """
    from polyglot_news.align.files import align_files
    from polyglot_news.align.formats import to_jsonl, to_tmx, to_tsv

    read_once([source, target] if target else [source])
    try:
        with at_work("Aligning"):
            found = align_files(source, target, source_language=source_language, target_language=target_language)
    except LanguageError as error:
        raise with_options(error, "--source-language", "--target-language") from error
    if form == "tmx":
        written = to_tmx(
            found.links,
            found.source,
            found.target,
            source_language=found.source_tag,
            target_language=found.target_tag,
            changed=found.changed,
            origins=found.origins,
        )
        echo(written, end="")
    else:
        languages = {"source_language": found.source_language, "target_language": found.target_language}
        echo((to_tsv if form == "tsv" else to_jsonl)(found.links, found.source, found.target, **languages), end="")
    for told in filter(None, (found.left_out, found.warning)):
        click.echo(told, err=True)
