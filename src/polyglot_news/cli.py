"""The command line: parses, calls the API, prints."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import sys
import warnings
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from polyglot_news import __version__
from polyglot_news.errors import InputError, LanguageError, PolyglotNewsError
from polyglot_news.terminal import printable

if TYPE_CHECKING:
    from rich.console import Console

    from polyglot_news.glossary import Glossary
    from polyglot_news.language import Detection
    from polyglot_news.quotes.model import Quote
    from polyglot_news.report.model import Report
    from polyglot_news.translate import Translator
    from polyglot_news.translate.model import Translation

# A group without a command: click since 8.2 raises what it printed before.
_NoArguments: type[click.UsageError] | tuple[()] = getattr(click.exceptions, "NoArgsIsHelpError", ())
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
LANGUAGE = click.Choice(["en", "fr", "zh"])


class _Path(click.Path):
    """The name of a file; an address on the web is told as it was given, for a ``Path`` drops one of its strokes."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if _ADDRESS.match(str(value)):
            msg = f"{str(value)!r} is an address on the web, and nothing is fetched: save the page and name its file."
            raise InputError(msg)
        return super().convert(value, param, ctx)


PATH = _Path(path_type=Path)
_HARDLY_A_TEXT = 4  # words, or five times as many characters
MISSED = 5  # terms and figures that are named; of more the number is told
INDEX = click.option(
    "--index", "index_path", type=PATH, help="Folder that keeps official texts ready for the next article."
)
GLOSSARY = click.option("--glossary", "glossary_path", type=PATH, help="Terms that the translation must respect.")
MEMORY = click.option(
    "--memory", "memory_path", type=PATH, help="Translation memory (TMX) of earlier official renderings."
)
PACKAGES = click.option("--packages", type=PATH, help="Folder of Argos packages, searched first.")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="polyglot-news")
def cli() -> None:
    """What did they actually say? Checks the quotes of an article against the official texts, offline.

    A file named - is read from standard input. Results go to standard output, messages to standard error.
    """


@cli.command()
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
@click.option("--article-language", type=LANGUAGE, help="Language of the article, if it is not detected right.")
@click.option("--official-language", type=LANGUAGE, help="Language of the official texts, if not detected right.")
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

    Files are plain text, HTML pages, translation memories (TMX) or JSON lines, in English, French or Chinese. Save a
    PDF or an office document as text first; nothing is fetched from the web.

    \b
    What the signs say of a quoted statement:
      ✓  no divergence found        !  worth a look: nothing is sure
      ≠  divergent                  ?  not found in the official texts
      …  too short to check

    Of what the article tells without quotation marks only other figures, negations, names and opposites are told, as
    worth a look. Not every alteration is found. One of --html, --json and --tmx may be -, for standard output; it then
    takes the place of the summary.
    """  # noqa: D301  # \b is to be the character that keeps lines as they are
    from polyglot_news.align.index import PassageIndex
    from polyglot_news.article import compare_article
    from polyglot_news.documents import read_document
    from polyglot_news.files import check_outputs

    _check_officials(officials, others)
    texts = [article, *officials]
    if [str(path) for path in texts].count("-") > 1:
        msg = "Standard input can be read once: name files for all texts but one."
        raise InputError(msg)
    outputs = [path for path in (html_path, json_path, tmx_path) if path is not None]
    printed = [path for path in outputs if str(path) == "-"]
    if len(printed) > 1:
        msg = "Standard output takes one report: name files for the others."
        raise InputError(msg)
    check_outputs(
        [path for path in outputs if path not in printed],
        [path for path in (*texts, glossary_path, memory_path) if path is not None and str(path) != "-"],
    )
    glossary = _glossary(glossary_path)
    translator = _translator(packages, glossary, memory_path)
    with _status("Reading"):
        text = read_document(article, language=article_language)
        versions = [read_document(official, language=official_language) for official in officials]
    if len({path.resolve() for path in texts}) < len(texts):
        click.echo("One file is named twice: a text says nothing against itself.", err=True)
    _known(text.language, text.name, "--article-language")
    for version in versions:
        _known(version.language, version.name, "--official-language")
        if len(version.text.split()) < _HARDLY_A_TEXT and len(version.text.strip()) < 5 * _HARDLY_A_TEXT:
            click.echo(f"{version.name} holds hardly any text: is it the right file?", err=True)
    with _status("Comparing"):
        index = PassageIndex(index_path) if index_path else None
        report = compare_article(text, versions, glossary=glossary, translator=translator, index=index)
    _write_report(report, html_path=html_path, json_path=json_path, tmx_path=tmx_path)
    if not printed:
        _print_report(report)
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
            _write(path, render())


@cli.command()
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

    texts = _texts(file, lines=lines, language=source)
    if not lines:
        source = source or _known(detect_language(texts[0]).language, "The text", "--from")
    translator = _translator(packages, _glossary(glossary_path), memory_path)
    message = f"Translating from {source} to {target}" if source else f"Translating to {target}"
    with _status(message) as status:

        def progress(done: int, total: int) -> None:
            status.update(f"{message}: {done} of {total} sentences …")

        try:
            if source:
                translations = translator.translate(texts, source, target, progress=progress)
            else:
                translations = translate_lines(translator, texts, target, progress=progress)
        except LanguageError as error:
            raise _with_options(error, "--from") from error
    for translation in translations:
        _echo(" ".join(translation.text.splitlines()) if lines else translation.text.removesuffix("\n"))
    _tell_missed(translations)
    _tell_lost(translations)


def _tell_missed(translations: Iterable[Translation]) -> None:
    missed = dict.fromkeys(
        f"{use.source.of(translation.source)} → {use.form}"
        for translation in translations
        for use in translation.terms
        if use.outcome == "missed"
    )
    if missed:
        click.echo(f"Not translated as the glossary asks: {_first(missed)}", err=True)


def _tell_lost(translations: Iterable[Translation]) -> None:
    lost = dict.fromkeys(figure for translation in translations for figure in translation.lost)
    if lost:
        click.echo(f"Figures that the translation does not give as the text does: {_first(lost)}", err=True)


def _first(told: Collection[str]) -> str:
    """Return what is told in one line, with the number of what is not named."""
    more = [f"and {len(told) - MISSED} more"] if len(told) > MISSED else []
    return _one_line("; ".join([*list(told)[:MISSED], *more]))


def _known(language: str, name: str, option: str) -> str:
    """Return a language if it is one of the three; tell with which option it can be named if it is none of them."""
    from polyglot_news.language import known_language

    try:
        return known_language(language, name)
    except LanguageError as error:
        raise _with_options(error, option) from error


def _with_options(error: LanguageError, *options: str) -> LanguageError:
    """Return what the library says of a language, with the options of the command that name it."""
    return LanguageError(f"{error} Use {' or '.join(options)}.")


@cli.command(short_help="Print the quotations of a text as JSON lines.")
@click.argument("file", type=PATH, default="-")
@click.option("--lines", is_flag=True, help="Take each line as a text of its own; one line out for each.")
@click.option("--language", type=LANGUAGE, help="Language of the text; detected if not given.")
def quotes(file: Path, lines: bool, language: str | None) -> None:
    """Print the quotations of FILE, or of standard input, as JSON lines."""
    from polyglot_news.quotes import extract_quotes

    for text in _texts(file, lines=lines, language=language):
        found = [_quote(quote, text) for quote in extract_quotes(text, language)]
        for value in [{"quotes": found}] if lines else found:
            _echo_json(value)


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


@cli.command(short_help="Print the language of a text as JSON lines.")
@click.argument("file", type=PATH, default="-")
@click.option("--lines", is_flag=True, help="Take each line as a text of its own.")
def detect(file: Path, lines: bool) -> None:
    """Print the language of FILE, or of standard input, as JSON lines."""
    from polyglot_news.language import detect_language

    for text in _texts(file, lines=lines):
        _echo_json(_detection(detect_language(text)))


def _detection(detection: Detection) -> dict[str, Any]:
    return {
        "language": detection.language,
        "script": detection.script,
        "confidence": round(detection.confidence, 4),
    }


@cli.command(short_help="Align the sentences of two versions of a text.")
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
    """
    from polyglot_news.align.files import align_files
    from polyglot_news.align.formats import to_jsonl, to_tmx, to_tsv

    try:
        with _status("Aligning"):
            found = align_files(source, target, source_language=source_language, target_language=target_language)
    except LanguageError as error:
        raise _with_options(error, "--source-language", "--target-language") from error
    languages = {"source_language": found.source_language, "target_language": found.target_language}
    if form == "tmx":
        written = to_tmx(
            found.links, found.source, found.target, **languages, changed=found.changed, origins=found.origins
        )
        _echo(written, end="")
    else:
        _echo((to_tsv if form == "tsv" else to_jsonl)(found.links, found.source, found.target, **languages), end="")
    if found.warning:
        click.echo(found.warning, err=True)


@cli.group()
def packages() -> None:
    """List, install and verify translation packages."""


@packages.command("list")
@PACKAGES
def packages_list(packages: Path | None) -> None:
    """Print the packages that would be used, with version, checksum and place."""
    from polyglot_news.translate.packages import find_packages

    for package in find_packages(packages):
        _echo(
            "\t".join((f"{package.source}-{package.target}", package.version, package.checksum[:12], str(package.path)))
        )


@packages.command("install")
@click.argument("file", type=PATH)
def packages_install(file: Path) -> None:
    """Install an Argos package from FILE (.argosmodel)."""
    from polyglot_news.translate.packages import install_package

    package = install_package(file)
    _echo(f"Installed {package.source}-{package.target} {package.version} in {package.path}")


@packages.command("verify")
@PACKAGES
def packages_verify(packages: Path | None) -> None:
    """Load every package and translate a word with it."""
    from polyglot_news.translate.packages import find_packages, verify_package

    broken = 0
    for package in find_packages(packages):
        try:
            verify_package(package)
        except PolyglotNewsError as error:
            broken += 1
            _echo(f"{package.source}-{package.target}\tbroken\t{error}")
        else:
            _echo(f"{package.source}-{package.target}\tok\t{package.path}")
    if broken:
        sys.exit(2)


@cli.group()
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
        _echo(str(finding))
    if findings:
        sys.exit(1)
    _echo(f"{file}: nothing to mend")


@glossary.command("convert")
@click.argument("source", metavar="IN", type=PATH)
@click.argument("output", metavar="OUT", type=PATH)
def glossary_convert(source: Path, output: Path) -> None:
    """Write the glossary IN as OUT: a table (.csv, .tsv) or a term base (.tbx), as the name of OUT says.

    IN is of any format that --glossary takes (also .tmx and OmegaT's .txt), or a folder of such files.
    """
    from polyglot_news.files import check_outputs
    from polyglot_news.glossary import Glossary
    from polyglot_news.glossary.table import render

    glossary = Glossary.load(source)
    if str(output) != "-":
        check_outputs([output], [file.path for file in glossary.files])
    _write(output, render(glossary, output.name))


@cli.command(short_help="Check many articles, one JSON object a line.")
@click.argument("source", metavar="INPUT.jsonl", type=PATH)
@click.argument("output", type=PATH)
@click.option("--engine", type=click.Choice(["local", "ray"]), default="local", show_default=True)
@click.option("--resume", is_flag=True, help="Go on where an interrupted run stopped.")
@click.option("--workers", type=click.IntRange(min=1), help="How many processes share the work; by default one a core.")
@INDEX
@GLOSSARY
@PACKAGES
def batch(
    source: Path,
    output: Path,
    engine: str,
    resume: bool,
    workers: int | None,
    index_path: Path | None,
    glossary_path: Path | None,
    packages: Path | None,
) -> None:
    """Check many articles: one JSON object a line in INPUT.jsonl, one report a line in OUTPUT.

    An object holds "article" and "officials", each a file's path (relative to INPUT.jsonl) or {"name", "text"}.
    """
    from polyglot_news.batch import run_batch

    done = run_batch(
        source,
        output,
        engine=engine,
        resume=resume,
        workers=workers,
        glossary=_glossary(glossary_path),
        packages=packages,
        index=index_path,
    )
    _echo(f"{done.reports} reports in {output}, {done.failures} articles failed")
    if done.failures:
        sys.exit(2)


@cli.command(short_help="Check the example articles of the project.")
@click.option("--out", type=PATH, default=Path("polyglot-news-demo"), show_default=True, help="Folder for the reports.")
@PACKAGES
def demo(out: Path, packages: Path | None) -> None:
    """Check the example articles of the project, end to end, and print where the reports lie."""
    from polyglot_news.examples import run_demo

    for report, path in run_demo(out, packages=packages):
        _print_report(report)
        _echo(f"Report: {path}\n")


def _glossary(path: Path | None) -> Glossary | None:
    """Read a glossary, and tell on standard error if something is wrong with it that does not keep it from use."""
    from polyglot_news.glossary import Glossary

    if path is None:
        return None
    glossary = Glossary.load(path)
    if count := len(glossary.findings):
        findings = "1 finding" if count == 1 else f"{count} findings"
        command = f"polyglot-news glossary check {shlex.quote(str(path))}"
        click.echo(f"{findings} in the glossary {path}: {command} shows what to mend.", err=True)
    return glossary


def _translator(packages: Path | None, glossary: Glossary | None, memory: Path | None) -> Translator:
    from polyglot_news.translate import Translator

    if memory is None:
        return Translator(packages=packages, glossary=glossary)
    from polyglot_news.translate.memory import Memory

    return Translator(packages=packages, glossary=glossary, memory=Memory.load(memory))


def _texts(file: Path, *, lines: bool, language: str | None = None) -> list[str]:
    """Read what a command works on: the lines of a file, whatever they hold, or its text."""
    if lines:
        from polyglot_news.files import read_lines

        return read_lines(file)
    from polyglot_news.documents import read_document

    return [read_document(file, language=language).text]


def _write(path: Path, content: str) -> None:
    from polyglot_news.files import write_whole

    if str(path) == "-":
        _echo(content, end="")
    else:
        write_whole(path, content)
        click.echo(f"Wrote {path}", err=True)


def _print_report(report: Report) -> None:
    from polyglot_news.report.console import print_report

    print_report(report, _console())


def _console(*, stderr: bool = False) -> Console:
    from rich.console import Console

    class Output(Console):
        def on_broken_pipe(self) -> None:
            raise _ReaderGoneError

    return Output(stderr=stderr, soft_wrap=True, highlight=False)


def _status(message: str) -> Any:
    """Show that work goes on, on a terminal only."""
    return _console(stderr=True).status(f"{message} …")


class _ReaderGoneError(Exception):
    """Whoever read the standard output has closed it; click would make that exit code 1, which says something else."""


def _echo(text: str, *, end: str = "\n") -> None:
    if sys.stdout.isatty():
        text = printable(text)  # a file or another program gets it as it is
    try:
        sys.stdout.write(text + end)
    except BrokenPipeError as error:
        raise _ReaderGoneError from error


def _echo_json(value: dict[str, Any]) -> None:
    _echo(json.dumps(value, ensure_ascii=False))


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
        _tell_guesses()
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
        click.echo(f"{command}: {_one_line(error.format_message())} See {command} --help.", err=True)
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        sys.exit(130)
    except (BrokenPipeError, _ReaderGoneError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has gone; nothing to tell it
        sys.exit(0)
    except PolyglotNewsError as error:
        click.echo(f"polyglot-news: {_one_line(error)}", err=True)
        sys.exit(2)
    except OSError as error:
        place = f"{str(error.filename)!r}: " if error.filename else ""
        click.echo(f"polyglot-news: {place}{error.strerror or _one_line(error)}; name another place.", err=True)
        sys.exit(2)


def _tell_guesses() -> None:
    """Print in one line what was guessed of a file's encoding; other warnings are shown as ever."""
    from polyglot_news.encodings import GuessedEncodingWarning

    shown = warnings.showwarning

    def tell(message: Warning | str, category: type[Warning], *place: Any, **rest: Any) -> None:
        if issubclass(category, GuessedEncodingWarning):
            click.echo(_one_line(str(message)), err=True)
        else:
            shown(message, category, *place, **rest)

    warnings.simplefilter("always", GuessedEncodingWarning)
    warnings.showwarning = tell


def _terminate(*_: object) -> None:
    """End as on an interruption, so that what was begun is cleaned up and workers end."""
    sys.exit(128 + signal.SIGTERM)


def _one_line(error: BaseException | str) -> str:
    return printable(" ".join(str(error).split()))
