"""Run the command line: what goes wrong ends in one line and an exit code."""

from __future__ import annotations

import os
import signal
import sys
import warnings
from typing import Any

import click

from polyglot_news import __version__
from polyglot_news.cli import align, batch, compare, demo, glossary, packages, read, translate
from polyglot_news.cli.output import ReaderGoneError, one_line
from polyglot_news.errors import PolyglotNewsError, PolyglotNewsWarning

# A group without a command: click since 8.2 raises what it printed before.
_NoArguments: type[click.UsageError] | tuple[()] = getattr(click.exceptions, "NoArgsIsHelpError", ())


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="polyglot-news")
def cli() -> None:
    """What did they actually say? Checks the quotes of an article against the official texts, offline.

    A file named - is read from standard input. Results go to standard output, messages to standard error.
    """


for _command in (
    compare.compare,
    translate.translate,
    read.quotes,
    read.detect,
    align.align,
    packages.packages,
    glossary.glossary,
    batch.batch,
    demo.demo,
):
    cli.add_command(_command)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; a user's mistake ends in one line on standard error and exit code 2."""
    # UTF-8 whatever the locale says: our texts are in three scripts. A file's name may hold other bytes.
    for stream, errors in ((sys.stdin, "strict"), (sys.stdout, "surrogateescape"), (sys.stderr, "backslashreplace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)
    if sys.stdout is None:
        click.echo("polyglot-news: The standard output is closed: there is nowhere to write to.", err=True)
        sys.exit(2)
    signal.signal(signal.SIGTERM, _terminate)
    with warnings.catch_warnings():
        _tell_warnings()
        _run(arguments)


def _run(arguments: list[str] | None) -> None:
    try:
        cli.main(arguments, prog_name="polyglot-news", standalone_mode=False)
        sys.stdout.flush()
    except _NoArguments as error:
        click.echo(error.format_message(), err=True)
        sys.exit(2)
    except click.ClickException as error:
        command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "polyglot-news"
        click.echo(f"{command}: {one_line(error.format_message()).rstrip('.')}. See {command} --help.", err=True)
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        sys.exit(130)
    except (BrokenPipeError, ReaderGoneError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has gone; nothing to tell it
        sys.exit(0)
    except PolyglotNewsError as error:
        click.echo(f"polyglot-news: {one_line(error)}", err=True)
        sys.exit(2)
    except OSError as error:
        place = f"{str(error.filename)!r}: " if error.filename else ""
        click.echo(f"polyglot-news: {place}{error.strerror or one_line(error)}; name another place.", err=True)
        sys.exit(2)


def _tell_warnings() -> None:
    """Print in one line what the library warns of; other warnings are shown as ever."""
    shown = warnings.showwarning

    def tell(message: Warning | str, category: type[Warning], *place: Any, **rest: Any) -> None:
        if issubclass(category, PolyglotNewsWarning):
            click.echo(one_line(str(message)), err=True)
        else:
            shown(message, category, *place, **rest)

    warnings.simplefilter("default", PolyglotNewsWarning)  # once, however often it is found
    warnings.showwarning = tell


def _terminate(*_: object) -> None:
    """End as on an interruption, so that what was begun is cleaned up and workers end."""
    sys.exit(128 + signal.SIGTERM)
