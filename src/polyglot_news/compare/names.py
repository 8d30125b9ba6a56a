"""Names of persons, places and bodies: does each have its counterpart, or does another name stand in its place?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

import attrs

from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.names import Name, find_names
from polyglot_news.names.latin import fold
from polyglot_news.names.model import Entry
from polyglot_news.names.similarity import chinese_parts, latin_sounds, pinyin_of, sounds_of_text

_TOLD = {"person", "place", "country", "body"}
_SUPPORT = 0.62  # likeness from which a place in the other text counts as the counterpart
_LATIN_WORD = re.compile(r"[^\W\d_]+")


class NameChecker:
    """Reports names that were exchanged, left out or added.

    A name is supported when its entry of the table, its letters, its romanisation or its transliteration is found
    anywhere in the other text, or when the word aligner links one of its words. Where an unsupported name of the
    rendering faces an unsupported one of the official text, one was put in place of the other.
    """

    @property
    def kind(self) -> DivergenceKind:
        """The kind of the divergences that it reports."""
        return "name"

    def check(self, pair: Pair) -> Iterable[Divergence]:
        """Yield the names that differ."""
        rendering = _Side(text=pair.rendering, language=pair.rendering_language)
        official = _Side(text=pair.official, language=pair.official_language)
        linked = _linked(pair)
        left = [n for n in rendering.names if _tellable(n) and not _supported(n, rendering, official, linked[0])]
        right = [n for n in official.names if _tellable(n) and not _supported(n, official, rendering, linked[1])]
        right = [n for n in right if pair.core is None or n.span.overlap(pair.core) == len(n.span)]
        yield from _report(left, right, pair)


@attrs.define(slots=False)
class _Side:
    """A text and what is looked up in it."""

    text: str
    language: str

    @cached_property
    def names(self) -> list[Name]:
        return find_names(self.text, self.language, loose=True)

    @cached_property
    def numbers(self) -> set[int]:
        return {entry.number for name in self.names for entry in name.entries}

    @cached_property
    def words(self) -> list[str]:
        return [fold(word) for word in _LATIN_WORD.findall(self.text)]

    @cached_property
    def word_set(self) -> set[str]:
        return set(self.words)

    @cached_property
    def capitals(self) -> list[str]:
        return [fold(word) for word in _LATIN_WORD.findall(self.text) if word[0].isupper()]

    @cached_property
    def sounds(self) -> str:
        return sounds_of_text(self.text)

    @cached_property
    def pinyin(self) -> str:
        return pinyin_of(self.text)


def _tellable(name: Name) -> bool:
    """Whether a name is one that a translation keeps."""
    if name.entries:
        return any(entry.kind in _TOLD for entry in name.entries)
    return not name.loose


def _linked(pair: Pair) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the stretches of both texts whose words the aligner linked."""
    left = [tuple(pair.rendering_words[link.source]) for link in pair.links if link.probability >= 0.5]
    right = [tuple(pair.official_words[link.target]) for link in pair.links if link.probability >= 0.5]
    return left, right  # type: ignore[return-value]


def _supported(name: Name, own: _Side, other: _Side, linked: list[tuple[int, int]]) -> bool:
    """Whether the other text holds a counterpart of a name."""
    if name.entries:
        return any(_entry_stands(entry, other) for entry in name.entries) or _letters_stand(name.text, other)
    if _letters_stand(name.text, other):
        return True
    if own.language == "zh":
        return _chinese_stands(name.text, other)
    if other.language == "zh":
        return _latin_stands(name.text, other)
    return _spelling_stands(name.text, other)


def _entry_stands(entry: Entry, other: _Side) -> bool:
    if entry.number in other.numbers:
        return True
    forms = entry.forms(other.language)
    if other.language == "zh":
        return any(form in other.text for form in forms)
    return any(fold(form) in other.word_set for form in forms if len(form) > 3)


def _letters_stand(text: str, other: _Side) -> bool:
    """Whether the letters of a name, or of its longest word, stand in the other text."""
    words = [fold(word) for word in _LATIN_WORD.findall(text)]
    return any(word in other.word_set for word in words if len(word) > 2)


def _spelling_stands(text: str, other: _Side) -> bool:
    from rapidfuzz import fuzz, process

    words = [fold(word) for word in _LATIN_WORD.findall(text) if len(word) > 2]
    return any(process.extractOne(word, other.words, scorer=fuzz.ratio, score_cutoff=70) for word in words)


def _latin_stands(text: str, other: _Side) -> bool:
    """Whether a Latin name stands in a Chinese text, romanised or transliterated."""
    from rapidfuzz import fuzz

    words = [fold(word) for word in _LATIN_WORD.findall(text) if len(word) > 1 and word[0].isupper()]
    joined = "".join(words)
    if len(joined) >= 4 and fuzz.partial_ratio(joined, other.pinyin) >= 85 and len(other.pinyin) >= len(joined):
        return True
    for word in words:
        sounds = latin_sounds(word)
        if len(sounds) < 2 or (len(other.sounds) >= len(sounds) and fuzz.partial_ratio(sounds, other.sounds) >= 100 * _SUPPORT):
            return True
    return not words


def _chinese_stands(text: str, other: _Side) -> bool:
    """Whether a Chinese name stands in a Latin text."""
    from rapidfuzz import fuzz

    if any(fuzz.partial_ratio(pinyin_of(text).replace(" ", ""), "".join(other.capitals)) >= 85 for _ in (0,)):
        return True
    for part in chinese_parts(text):
        for word in other.capitals:
            sounds = latin_sounds(word)
            if len(sounds) >= 2 and fuzz.ratio(part, sounds) >= 100 * _SUPPORT:
                return True
    return False


def _report(left: list[Name], right: list[Name], pair: Pair) -> Iterator[Divergence]:
    """Pair what is left on both sides by kind and place, and report the rest alone."""
    candidates = []
    for i, one in enumerate(left):
        for j, two in enumerate(right):
            score = _likeness(one, two, pair)
            if score > 0:
                candidates.append((-score, i, j))
    candidates.sort()
    used_left: set[int] = set()
    used_right: set[int] = set()
    for negative, i, j in candidates:
        if i in used_left or j in used_right:
            continue
        used_left.add(i)
        used_right.add(j)
        one, two = left[i], right[j]
        yield Divergence(
            kind="name",
            severity="critical",
            confidence=round(-negative, 3),
            rendering=one.span,
            official=two.span,
            reason=f"The official text names {_called(two)}, the article {_called(one)}.",
        )
    for i, one in enumerate(left):
        if i not in used_left:
            yield Divergence(
                kind="name",
                severity="major",
                confidence=0.5 if one.entries else 0.3,
                rendering=one.span,
                official=None,
                reason=f"The article names {_called(one)}, the official text does not.",
            )
    for j, two in enumerate(right):
        if j not in used_right and not (pair.partial and pair.core is None):
            yield Divergence(
                kind="name",
                severity="major",
                confidence=0.45 if two.entries else 0.25,
                rendering=None,
                official=two.span,
                reason=f"The official text names {_called(two)}, the article does not.",
            )


def _likeness(one: Name, two: Name, pair: Pair) -> float:
    """Return how likely one name was put in the place of the other."""
    first = {entry.kind for entry in one.entries}
    second = {entry.kind for entry in two.entries}
    score = 0.85 if first and second else 0.6 if first or second else 0.45
    if first and second and not first & second and not (first | second) <= {"place", "country"}:
        score -= 0.25
    distance = abs(one.span.start / max(1, len(pair.rendering)) - two.span.start / max(1, len(pair.official)))
    return score - 0.2 * max(0.0, distance - 0.3)


def _called(name: Name) -> str:
    """Return a name for an English reader."""
    entry = name.entry
    return f"{entry.en[0]} ({name.text})" if entry is not None and name.text not in entry.en else name.text
