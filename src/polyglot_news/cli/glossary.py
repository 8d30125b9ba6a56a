"""Check and convert glossaries."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from polyglot_news.cli.options import PATH
from polyglot_news.cli.output import echo, write


@click.group()
def glossary() -> None:
    """Check and convert glossaries."""


@glossary.command("check")
@click.argument("file", type=PATH)
def glossary_check(file: Path) -> None:
    """Print what is wrong with the glossary FILE, or with those in a folder, one finding a line.

    Exit code 0: there is nothing to mend. 1: there are findings. 2: the file cannot be read.
    """
    from polyglot_news.glossary import check_glossary

    findings = check_glossary(file)
    for finding in findings:
        echo(str(finding))
    if findings:
        sys.exit(1)
    echo(f"{file}: nothing to mend")


@glossary.command("convert")
@click.argument("source", metavar="IN", type=PATH)
@click.argument("output", metavar="OUT", type=PATH)
@click.option("--format", "form", type=click.Choice(["csv", "tsv", "tbx"]), help="Format, if the name does not say it.")
def glossary_convert(source: Path, output: Path, form: str | None) -> None:
    """Write the glossary IN as OUT: a table (.csv, .tsv) or a term base (.tbx), as the name of OUT says.

    For OUT - it is a table in CSV on standard output, if --format does not say otherwise.

    IN is of any format that --glossary takes (also .tmx and OmegaT's .txt), or a folder of such files.
    """
    from polyglot_news.files import check_outputs
    from polyglot_news.glossary import Glossary
    from polyglot_news.glossary.table import render

    glossary = Glossary.load(source)
    if str(output) == "-":
        form = form or "csv"
    else:
        check_outputs([output], [file.path for file in glossary.files])
    write(output, render(glossary, f"{output.name}.{form}" if form else output.name))
