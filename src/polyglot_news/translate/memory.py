"""A translation memory: sentences with the renderings that official bodies gave them."""

from __future__ import annotations

import functools
import hashlib
import os
import re
import sqlite3
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path

import attrs

from polyglot_news.errors import GlossaryError, InputError, MissingFileError
from polyglot_news.files import MAX_TABLE_BYTES, read_bytes, shown_name
from polyglot_news.given import check_path, check_type
from polyglot_news.glossary.words import fold
from polyglot_news.language import LANGUAGES
from polyglot_news.text import check_whole
from polyglot_news.tmx import Unit, read_tmx

_SCHEMA = """
CREATE TABLE IF NOT EXISTS segment (
  unit INTEGER NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL, folded TEXT NOT NULL, origin TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS by_text ON segment (language, folded);
CREATE INDEX IF NOT EXISTS by_unit ON segment (unit, language);
"""
_COLUMNS = "SELECT unit, language, text, folded, origin FROM segment LIMIT 0"
_LOOK_UP = """
SELECT source.text, target.text, target.origin FROM segment source JOIN segment target ON source.unit = target.unit
WHERE source.language = ? AND source.folded = ? AND target.language = ? ORDER BY source.rowid, target.rowid LIMIT 1
"""
_ALL = """
SELECT DISTINCT source.folded FROM segment source JOIN segment target ON source.unit = target.unit
WHERE source.language = ? AND target.language = ? ORDER BY source.folded
"""
_WORD = re.compile(r"\w+(?:[.,]\d+)*|%")
# What a sentence may have more or less of and still say the same.
_ARTICLES = frozenset(["a", "an", "the", "le", "la", "les", "l", "un", "une", "des"])


@attrs.frozen(kw_only=True)
class MemoryMatch:
    """An entry of a translation memory that is like a sentence.

    Attributes:
        source: the source text of the entry.
        target: its rendering.
        similarity: 1 for the same text but for case and typography, down to 0 (normalised insertions and deletions).
        same: whether it says the same in the same words: at most punctuation and articles differ.
        origin: where the rendering is from.
    """

    source: str
    target: str
    similarity: float
    same: bool
    origin: str


class Memory:
    """Sentences in several languages that render one another. Threads may share it.

    Args:
        path: an SQLite file, made if it is not there; by default the memory lives as long as the object. A TMX file
            is read with ``Memory.load``.
        read_only: leave the file as it is; it must be there.
    """

    def __init__(self, path: str | os.PathLike[str] | None = None, *, read_only: bool = False) -> None:
        """Open the memory.

        Raises:
            GlossaryError: the file cannot be opened, is no translation memory, or is called as TMX is.
        """
        if path is not None:
            check_path(path)
            if Path(path).suffix.lower() == ".tmx" and not read_only:
                msg = f"Memory keeps an SQLite file, and {path} is called as TMX is: read that with Memory.load(path)."
                raise GlossaryError(msg)
        self._lock = threading.Lock()
        place = f"{Path(path).absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}" if path else ":memory:"
        data = None
        try:
            self._data = data = sqlite3.connect(place, uri=True, check_same_thread=False)
            if read_only or self._data.execute("SELECT 1 FROM sqlite_master").fetchone():
                self._data.execute(_COLUMNS)  # before anything is written: the file may be another program's
            if not read_only:
                self._data.executescript(_SCHEMA)
        except sqlite3.Error as error:
            if data is not None:
                data.close()
            msg = f"{path} cannot be opened as a translation memory ({error}): name one that Memory made, or a TMX."
            raise GlossaryError(msg) from error

    def close(self) -> None:
        """Close the file; the memory cannot be used any more."""
        self._data.close()

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Memory:
        """Open a memory that was kept in a file: SQLite, which is only read, or TMX.

        Raises:
            MissingFileError: there is no such file.
            GlossaryError: it is neither.
        """
        check_path(path)
        path = Path(path)
        if not path.is_file():
            msg = f"There is no translation memory {path}."
            raise MissingFileError(msg)
        with path.open("rb") as stream:
            start = stream.read(16)
        if start == b"SQLite format 3\0":
            return cls(path, read_only=True)
        memory = cls()
        memory.add_tmx(path)
        return memory

    def add(self, units: Iterable[dict[str, str]], *, origin: str = "") -> None:
        """Add units, each a text by language; the first rendering of a text wins when it is looked up.

        Raises:
            GlossaryError: the memory cannot be written.
        """
        try:
            with self._lock, self._data:
                last = self._data.execute("SELECT COALESCE(MAX(unit), 0) FROM segment").fetchone()[0]
                for number, unit in enumerate(units, start=last + 1):
                    check_type(unit, Mapping, "A unit", 'give one such as {"en": "…", "fr": "…"}')
                    rows = [
                        (number, language, text, _key(text, language), origin)
                        for language, text in sorted(unit.items())
                    ]
                    self._data.executemany("INSERT INTO segment VALUES (?, ?, ?, ?, ?)", rows)
                self._sources.cache_clear()
        except sqlite3.OperationalError as error:
            msg = f"The translation memory cannot be added to ({error}): open it by Memory(path)."
            raise GlossaryError(msg) from error

    def add_tmx(self, path: str | os.PathLike[str]) -> None:
        """Add the units of a TMX file, but for those that a report marked as no faithful renderings.

        Raises:
            GlossaryError: it cannot be read, is not well-formed, or holds no such unit in two of the languages.
        """
        path = Path(path)
        try:
            content = read_bytes(path, limit=MAX_TABLE_BYTES)
            units = [_texts(unit) for unit in read_tmx(content, path.name).units if _is_faithful(unit)]
        except InputError as error:
            raise GlossaryError(str(error)) from error
        units = [unit for unit in units if len(unit) > 1]
        if not units:
            msg = f"{path} holds no translation unit in two of English, French and Chinese, or divergent ones alone."
            raise GlossaryError(msg)
        self.add(units, origin=shown_name(path))

    def look_up(self, text: str, source: str, target: str) -> MemoryMatch | None:
        """Return the rendering of a text that the memory has, but for case, typography, punctuation and articles."""
        best = self._exact(text, source, target)
        if best:
            return best
        return next((match for match in self.search(text, source, target, limit=3, cutoff=0.8) if match.same), None)

    def search(self, text: str, source: str, target: str, *, limit: int = 5, cutoff: float = 0.7) -> list[MemoryMatch]:
        """Return the entries that are most like a text.

        Args:
            text: a sentence.
            source: its language.
            target: the language of the renderings.
            limit: how many to return.
            cutoff: the least similarity.

        Returns:
            The matches, the most similar first.
        """
        from rapidfuzz import fuzz, process

        key = _key(text, source)
        found = process.extract(
            key, self._sources(source, target), scorer=fuzz.ratio, score_cutoff=100 * cutoff, limit=limit
        )
        matches = []
        for folded, ratio, _ in sorted(found, key=lambda match: (-match[1], match[0])):
            exact = self._exact(folded, source, target)
            if exact:
                same = _content(folded, source) == _content(key, source)
                matches.append(attrs.evolve(exact, similarity=ratio / 100, same=same))
        return matches

    def _exact(self, text: str, source: str, target: str) -> MemoryMatch | None:
        with self._lock:
            row = self._data.execute(_LOOK_UP, (source, _key(text, source), target)).fetchone()
        return MemoryMatch(source=row[0], target=row[1], similarity=1.0, same=True, origin=row[2]) if row else None

    @functools.cached_property
    def _sources(self) -> functools._lru_cache_wrapper[list[str]]:
        def sources(source: str, target: str) -> list[str]:
            with self._lock:
                return [row[0] for row in self._data.execute(_ALL, (source, target))]

        return functools.lru_cache(maxsize=8)(sources)

    @property
    def checksum(self) -> str:
        """SHA-256 over all entries in their order, in hexadecimal."""
        digest = hashlib.sha256()
        with self._lock:
            for row in self._data.execute("SELECT unit, language, text FROM segment ORDER BY rowid"):
                digest.update("\x1f".join(map(str, row)).encode() + b"\n")
        return digest.hexdigest()

    def __len__(self) -> int:
        with self._lock:
            return int(self._data.execute("SELECT COUNT(DISTINCT unit) FROM segment").fetchone()[0])


def _is_faithful(unit: Unit) -> bool:
    return unit.properties.get("x-verdict", "faithful") == "faithful"


def _texts(unit: Unit) -> dict[str, str]:
    """Return the first text of a unit in each of the languages, on one line."""
    texts = {language: unit.text(language) for language in LANGUAGES}
    return {language: " ".join(text.split()) for language, text in texts.items() if text}


def _key(text: str, language: str) -> str:
    check_whole(text, "text")
    return " ".join(fold(text, language).split())


def _content(folded: str, language: str) -> list[str]:
    """Return the words and figures of a folded text, without articles; in Chinese its characters."""
    if language == "zh":
        return [char for char in folded if char.isalnum() or char == "%"]
    return [word for word in _WORD.findall(folded) if word not in _ARTICLES]
