"""Aligning what files hold: two versions of a text, or the two sides of a translation memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import attrs

from polyglot_news.align.formats import read_tmx, tmx_languages
from polyglot_news.align.model import Link
from polyglot_news.align.sentences import HARDLY, align_sentences, rate_links, share_rendered
from polyglot_news.documents import Document, read_document
from polyglot_news.errors import InputError
from polyglot_news.files import read_bytes
from polyglot_news.text import split_sentences


@attrs.frozen(kw_only=True)
class Alignment:
    """Two texts and the links between their sentences.

    Attributes:
        links: as ``align_sentences`` gives them.
        source: the sentences of the first text.
        target: the sentences of the second.
        source_language: "en", "fr", "zh" or "und".
        target_language: the same of the second text.
        changed: when the younger of the files was last changed; None if a text came from standard input.
    """

    links: Sequence[Link]
    source: Sequence[str]
    target: Sequence[str]
    source_language: str
    target_language: str
    changed: dt.datetime | None

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
    """
    paths = [source] if target is None else [source, target]
    dates = [Path(path).stat().st_mtime for path in paths if Path(path).is_file()]
    changed = dt.datetime.fromtimestamp(int(max(dates)), dt.timezone.utc) if len(dates) == len(paths) else None
    if target is None:
        return _memory(source, source_language, target_language, changed)
    one, other = read_document(source, language=source_language), read_document(target, language=target_language)
    left, right = _sentences(one), _sentences(other)
    return Alignment(
        links=align_sentences(left, right, source_language=source_language, target_language=target_language),
        source=left,
        target=right,
        source_language=one.language,
        target_language=other.language,
        changed=changed,
    )


def _sentences(document: Document) -> list[str]:
    return [span.of(document.text) for span in split_sentences(document.text, document.language)]


def _memory(
    path: str | Path, source_language: str | None, target_language: str | None, changed: dt.datetime | None
) -> Alignment:
    data = read_bytes(path)
    if b"<tmx" not in data[:4096].replace(b"\0", b"").lower():
        raise InputError(f"{path} is no TMX file: name the file of the other version, too.")
    languages = tmx_languages(data)
    source_language = source_language or next((tag for tag in languages if tag != target_language), None)
    target_language = target_language or next((tag for tag in languages if tag != source_language), None)
    if source_language is None or target_language is None:
        raise InputError(f"{path} does not hold two of English, French and Chinese: name a second file.")
    units = read_tmx(data, source_language, target_language)
    if not units:
        raise InputError(f"{path} holds no unit in both {source_language!r} and {target_language!r}.")
    left, right = [unit.source for unit in units], [unit.target for unit in units]
    known = [unit.similarity for unit in units]
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
    )
