"""Aligning what files hold: two versions of a text, or the two sides of a translation memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import attrs

from polyglot_news import tmx
from polyglot_news.align.formats import similarity
from polyglot_news.align.model import Link
from polyglot_news.align.sentences import HARDLY, align_sentences, rate_links, share_rendered
from polyglot_news.documents import Document, read_document
from polyglot_news.errors import InputError
from polyglot_news.files import read_bytes, shown_path
from polyglot_news.language import LANGUAGES, detect_language, known_language
from polyglot_news.text import in_one_line, split_sentences, without_quote_marks


@attrs.frozen(kw_only=True)
class Alignment:
    """Two texts and the links between their sentences.

    Attributes:
        links: as ``align_sentences`` gives them.
        source: the sentences of the first text.
        target: the sentences of the second.
        source_language: "en", "fr" or "zh".
        target_language: the same of the second text.
        changed: when the younger of the files was last changed; None if a text came from standard input.
        origins: for each link its unit, if the texts are the two sides of a translation memory.
        left_out: one sentence that says which languages and units of the memory are left out, if any are.
    """

    links: Sequence[Link]
    source: Sequence[str]
    target: Sequence[str]
    source_language: str
    target_language: str
    changed: dt.datetime | None
    origins: Sequence[tmx.Unit] = ()
    left_out: str | None = None

    @property
    def source_tag(self) -> str:
        """The language of the first text as a tag for other tools: "zh-Hant" for traditional Chinese."""
        return _tag(self.source, self.source_language)

    @property
    def target_tag(self) -> str:
        """The same of the second text."""
        return _tag(self.target, self.target_language)

    @property
    def warning(self) -> str | None:
        """One sentence that says that the texts do not render each other, if so."""
        if not self.links or share_rendered(self.links) >= HARDLY:
            return None
        linked = [link for link in self.links if link.source and link.target]
        return (
            f"The texts hardly render each other: {sum(len(link.source) for link in linked)} of {len(self.source)} "
            f"sentences have a counterpart among the {len(self.target)} of the other text."
        )


def align_files(
    source: str | Path,
    target: str | Path | None = None,
    *,
    source_language: str | None = None,
    target_language: str | None = None,
) -> Alignment:
    """Align two files (text, HTML, TMX or JSON lines), or rate the units of one translation memory.

    Args:
        source: the first file, ``-`` for standard input.
        target: the other version; without it ``source`` is a TMX file, whose units are the links. Their similarity is
            what the file says, or else measured.
        source_language: "en", "fr" or "zh"; told from the file by default. In a TMX file it picks a side.
        target_language: the same of the target.

    Raises:
        InputError: a file cannot be read or is empty, or a TMX file lacks a second language.
        LanguageError: a text is not in English, French or Chinese.
    """
    paths = [source] if target is None else [source, target]
    dates = [Path(path).stat().st_mtime for path in paths if Path(path).is_file()]
    changed = dt.datetime.fromtimestamp(int(max(dates)), dt.timezone.utc) if len(dates) == len(paths) else None
    if target is None:
        return _memory(source, source_language, target_language, changed)
    one, other = read_document(source, language=source_language), read_document(target, language=target_language)
    for document in (one, other):
        known_language(document.language, document.name)
    left, right = _sentences(one), _sentences(other)
    return Alignment(
        links=align_sentences(left, right, source_language=one.language, target_language=other.language),
        source=left,
        target=right,
        source_language=one.language,
        target_language=other.language,
        changed=changed,
    )


def _sentences(document: Document) -> list[str]:
    """Return the sentences of a document, each in one line, as translation memories have them."""
    text = without_quote_marks(document.text)
    sentences = (in_one_line(span.of(text)) for span in split_sentences(text, document.language))
    return [part for sentence in sentences for part in _cells(sentence)]


def _cells(sentence: str) -> list[str]:
    """Return the cells of a row of a table, as the text of a page has it, without the rules between rows."""
    if not sentence.startswith("|") and not sentence.endswith("|"):
        return [sentence]
    return [cell.strip() for cell in sentence.split("|") if cell.strip(" \t\n-:")]


def _memory(
    path: str | Path, source_language: str | None, target_language: str | None, changed: dt.datetime | None
) -> Alignment:
    data, name = read_bytes(path), shown_path(path)
    if b"<tmx" not in data[:4096].replace(b"\0", b"").lower():
        raise InputError(f"{name} is no TMX file: name the file of the other version, too.")
    file = tmx.read_tmx(data, name)
    languages = _languages(file)
    source_language = source_language or next((tag for tag in languages if tag != target_language), None)
    target_language = target_language or next((tag for tag in languages if tag != source_language), None)
    if source_language is None or target_language is None:
        raise InputError(f"{name} does not hold two of English, French and Chinese: name a second file.")
    sides = [(unit, unit.text(source_language), unit.text(target_language)) for unit in file.units]
    units = [(unit, one, other) for unit, one, other in sides if one and other]
    if not units:
        raise InputError(f"{name} holds no unit in both {source_language!r} and {target_language!r}.")
    left, right = [one for _, one, _ in units], [other for _, _, other in units]
    known = [similarity(unit) for unit, _, _ in units]
    links = [Link(source=(i,), target=(i,), similarity=value or 0.0) for i, value in enumerate(known)]
    if None in known:
        places = [(i, i) for i in range(len(units))]
        rated = rate_links(places, left, right, source_language=source_language, target_language=target_language)
        links = [rated[i] if value is None else links[i] for i, value in enumerate(known)]
    return Alignment(
        links=links,
        source=left,
        target=right,
        source_language=source_language,
        target_language=target_language,
        changed=changed,
        origins=[unit for unit, _, _ in units],
        left_out=_left_out(languages, (source_language, target_language), len(sides), len(sides) - len(units)),
    )


def _left_out(languages: list[str], pair: tuple[str, str], units: int, lacking: int) -> str | None:
    """Say what of a memory is not taken; where nothing is said, everything is."""
    said = []
    if len(languages) > 2:
        said.append(f"of {', '.join(languages)} only {pair[0]} and {pair[1]} are taken")
    if lacking:
        said.append(f"{lacking} of {units} units lack one of {pair[0]} and {pair[1]} and are left out")
    return f"{'; '.join(said).capitalize()}." if said else None


def _tag(sentences: Sequence[str], language: str) -> str:
    is_traditional = language == "zh" and detect_language("\n".join(sentences)).script == "Hant"
    return "zh-Hant" if is_traditional else language


def _languages(file: tmx.File) -> list[str]:
    """Return which of "en", "fr" and "zh" a TMX file holds, its source language first, then as they come."""
    found = dict.fromkeys(tmx.primary(tag) for unit in file.units for tag, _ in unit.variants)
    return sorted((tag for tag in found if tag in LANGUAGES), key=lambda tag: tag != tmx.primary(file.source))
