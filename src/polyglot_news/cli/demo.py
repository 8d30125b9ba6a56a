"""Check the example articles."""

from __future__ import annotations

from pathlib import Path

import click

from polyglot_news.cli.options import PACKAGES, PATH
from polyglot_news.cli.output import echo, show_report


@click.command(short_help="Check the example articles of the project.")
@click.option("--out", type=PATH, default=Path("polyglot-news-demo"), show_default=True, help="Folder for the reports.")
@PACKAGES
def demo(out: Path, packages: Path | None) -> None:
    """Check the example articles of the project, end to end, and print where the reports lie."""
    from polyglot_news.examples import run_demo

    for report, path in run_demo(out, packages=packages):
        show_report(report)
        echo(f"Report: {path}\n")
