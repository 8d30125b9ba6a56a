"""What several commands take: files, languages, glossaries, packages; and what is said where one is missing."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from polyglot_news.errors import InputError, LanguageError

if TYPE_CHECKING:
    from polyglot_news.glossary import Glossary
    from polyglot_news.translate import Translator

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
LANGUAGE = click.Choice(["en", "fr", "zh"])
_SURE = 0.95  # that a text is of another language than the user says


class _Path(click.Path):
    """The name of a file; an address on the web is told as it was given, for a ``Path`` drops one of its strokes."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if _ADDRESS.match(str(value)):
            msg = f"{str(value)!r} is an address on the web, and nothing is fetched: save the page and name its file."
            raise InputError(msg)
        if not str(value):  # which would be the folder that one is in
            self.fail("the name is empty.", param, ctx)
        return super().convert(value, param, ctx)


PATH = _Path(path_type=Path)
ARTICLE_LANGUAGE = click.option(
    "--article-language", type=LANGUAGE, help="Language of the article, if it is not detected right."
)
OFFICIAL_LANGUAGE = click.option(
    "--official-language", type=LANGUAGE, help="Language of the official texts, if not detected right."
)
INDEX = click.option(
    "--index", "index_path", type=PATH, help="Folder that keeps official texts ready for the next article."
)
GLOSSARY = click.option("--glossary", "glossary_path", type=PATH, help="Terms that the translation must respect.")
MEMORY = click.option(
    "--memory", "memory_path", type=PATH, help="Translation memory (TMX) of earlier official renderings."
)
PACKAGES = click.option("--packages", type=PATH, help="Folder of Argos packages, searched first.")


def read_once(paths: Iterable[Path]) -> None:
    """Refuse to read several texts from standard input."""
    if [str(path) for path in paths].count("-") > 1:
        msg = "Standard input can be read once: name files for all texts but one."
        raise InputError(msg)


def known(language: str, name: str, option: str) -> str:
    """Return a language if it is one of the three; tell with which option it can be named if it is none of them."""
    from polyglot_news.language import known_language

    try:
        return known_language(language, name)
    except LanguageError as error:
        raise with_options(error, option) from error


def doubt_language(text: str, name: str, language: str | None, option: str) -> None:
    """Tell on standard error if a text does not look like the language that the user says it is of."""
    from polyglot_news.language import LANGUAGES, detect_language

    if language is None:
        return
    found = detect_language(text)
    if found.language in LANGUAGES and found.language != language and found.confidence > _SURE:
        click.echo(f"{name} looks like {found.language}, but {option} says {language}.", err=True)


def with_options(error: LanguageError, *options: str) -> LanguageError:
    """Return what the library says of a language, with the options of the command that name it."""
    return LanguageError(f"{error} Use {' or '.join(options)}.")


def read_glossary(path: Path | None) -> Glossary | None:
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


def make_translator(packages: Path | None, glossary: Glossary | None, memory: Path | None) -> Translator:
    """Return the translator that a command was asked for."""
    from polyglot_news.translate import Translator

    if memory is None:
        return Translator(packages=packages, glossary=glossary)
    from polyglot_news.translate.memory import Memory

    return Translator(packages=packages, glossary=glossary, memory=Memory.load(memory))


def read_texts(file: Path, *, lines: bool, language: str | None = None) -> list[str]:
    """Read what a command works on: the lines of a file, whatever they hold, or its text."""
    if lines:
        from polyglot_news.files import read_lines

        return read_lines(file)
    from polyglot_news.documents import read_document

    return [read_document(file, language=language).text]
