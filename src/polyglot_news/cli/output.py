"""What the commands print and write."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from polyglot_news.terminal import printable

if TYPE_CHECKING:
    from rich.console import Console

    from polyglot_news.report.model import Report


def write(path: Path, content: str) -> None:
    """Write a file whole, or to standard output if the path is ``-``."""
    from polyglot_news.files import write_whole

    if str(path) == "-":
        echo(content, end="")
    else:
        write_whole(path, content)
        click.echo(f"Wrote {path}", err=True)


def show_report(report: Report) -> None:
    """Print what a report says, for a terminal."""
    from polyglot_news.report.console import print_report

    print_report(report, _console())


def _console(*, stderr: bool = False) -> Console:
    from rich.console import Console

    class Output(Console):
        def on_broken_pipe(self) -> None:
            raise ReaderGoneError

    return Output(stderr=stderr, soft_wrap=True, highlight=False)


def at_work(message: str) -> Any:
    """Show that work goes on, on a terminal only."""
    return _console(stderr=True).status(f"{message} …")


class ReaderGoneError(Exception):
    """Whoever read the standard output has closed it; click would make that exit code 1, which says something else."""


def echo(text: str, *, end: str = "\n") -> None:
    """Print a text; its control characters are shown on a terminal rather than obeyed."""
    if sys.stdout.isatty():
        text = printable(text)  # a file or another program gets it as it is
    try:
        sys.stdout.write(text + end)
    except BrokenPipeError as error:
        raise ReaderGoneError from error


def echo_json(value: dict[str, Any]) -> None:
    """Print one JSON object on a line."""
    echo(json.dumps(value, ensure_ascii=False))


def one_line(error: BaseException | str) -> str:
    """Return a message in one line that commands no terminal."""
    return printable(" ".join(str(error).split()))
