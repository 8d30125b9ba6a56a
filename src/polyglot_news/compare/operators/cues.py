"""Operator cues: small readable tables, and a matcher that finds the longest cues in a text."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from importlib import resources

import attrs

from polyglot_news.text import Span

_LONGEST_STEM = 16
GAP = "…"  # what stands between the halves of a split cue: 表达…意愿
_WIDEST_GAP = 40  # how many characters the halves of a split cue may lie apart
_SENTENCE_ENDS = frozenset("。！？；.!?;")
BLOCKER = "-"
"""The class of strings that look like a cue and are none: they only take part in the longest match."""

_ENGLISH_WORD = re.compile(r"[^\W_]+?(?=n['’]t\b)|n['’]t\b|['’](?:ll|d|s|re|ve|m)\b|[^\W_]+(?:[-‐‑][^\W_]+)*")
_PRONOUN = r"(?:t-)?(?:ils?|elles?|on|ce|nous|vous|je|tu)\b"
_FRENCH_WORD = re.compile(rf"(?<=[^\W_])-{_PRONOUN}|[^\W_]+(?:[-‐‑](?!{_PRONOUN})[^\W_]+)*['’]?")
_ELISION = re.compile(r"'(?=\w)")  # what is elided is a word of its own
_CONTRACTED = {"ca": "can", "wo": "will", "sha": "shall", "'ll": "will"}


@attrs.frozen
class Reading:
    """One thing that a cue can mean.

    Attributes:
        cls: its class, in the classes of its table.
        low: the least strength it can have, on the scale of its class.
        high: the greatest strength it can have; most cues have one strength only.
        answers: how well it can answer a cue of this class on the other side, 0 to 1.
        asks: whether it needs an answer itself; a soft reading ("~" in the table) does not.
        needs: how often human translations answer it, 0 to 1.
    """

    cls: str
    low: float = 1.0
    high: float = 1.0
    answers: float = 1.0
    asks: bool = True
    needs: float = 0.9


@attrs.frozen
class Cue:
    """A row of a cue table: a text and what it can mean.

    A word that ends in ``*`` stands for all that begin so; "…" for anything within a sentence: 除…外.
    """

    text: str
    readings: tuple[Reading, ...]

    def reading(self, cls: str) -> Reading | None:
        """Return the reading in this class."""
        return next((reading for reading in self.readings if reading.cls == cls), None)

    def asks_as(self, cls: str) -> bool:
        """Whether a reading in this class needs an answer on the other side."""
        return any(reading.cls == cls and reading.asks for reading in self.readings)

    @property
    def asks(self) -> bool:
        """Whether it needs an answer on the other side: one of its readings does."""
        return any(reading.asks for reading in self.readings)


@attrs.frozen(kw_only=True)
class Hit:
    """A cue found in a text.

    Attributes:
        span: where; of a split cue such as "ne … pas", all that it encloses.
        cue: the table row, or what a rule made in its place.
        word: index of its first word among ``words(text, language)``.
        parts: where the words of the cue itself stand.
        again: whether it only goes on with one before it: the *nor* of a *neither*.
    """

    span: Span
    cue: Cue
    word: int
    parts: tuple[Span, ...]
    again: bool = False


@attrs.frozen
class Word:
    """A word in lower case with plain apostrophes (Chinese: one character), and where it stands."""

    text: str
    start: int
    end: int


def hit_at(span: Span, cue: Cue, units: Sequence[Word], *parts: Span) -> Hit:
    """Return a cue that a rule found among the words of its text; without ``parts`` it stands in one piece."""
    at = next(i for i, unit in enumerate(units) if unit.end > span.start)
    return Hit(span=span, cue=cue, word=at, parts=parts or (span,))


def words(text: str, language: str) -> list[Word]:
    """Split a text into the units that cues are made of: words in English and French, characters in Chinese."""
    if language == "zh":
        table = _to_simplified()
        return [Word(c.lower(), i, i + 1) for i, c in enumerate(text.translate(table)) if not c.isspace()]
    pattern = _FRENCH_WORD if language == "fr" else _ENGLISH_WORD
    found = [
        Word(m.group().lower().replace("’", "'").replace("‑", "-").replace("‐", "-"), m.start(), m.end())
        for m in pattern.finditer(text)
    ]
    if language == "en":
        for i, word in enumerate(found):
            if word.text == "'ll" or (word.text in _CONTRACTED and i + 1 < len(found) and found[i + 1].text == "n't"):
                found[i] = Word(_CONTRACTED[word.text], word.start, word.end)
    return found


class Matcher:
    """Finds the cues of one table in one language: the longest match at each place, from left to right."""

    def __init__(self, cues: Sequence[Cue], language: str) -> None:
        self._anywhere = language == "zh"  # there, marks are units, too
        self._exact: dict[tuple[str, ...], Cue] = {}
        self._lengths: dict[str, list[int]] = {}  # first word -> in how many words a cue can begin with it, most first
        self._stems: dict[str, Cue] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}  # phrases with a stem, by their first letters
        lengths: dict[str, set[int]] = {}
        self._gaps: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], Cue]]] = {}  # split cues, by first word
        for cue in cues:
            parts = tuple(cue.text) if language == "zh" else tuple(cue.text.split())
            if GAP in parts:
                gap = parts.index(GAP)
                self._gaps.setdefault(parts[0], []).append((parts[:gap], parts[gap + 1 :], cue))
            elif language == "zh" or not any(part.endswith("*") for part in parts):
                self._exact[parts] = cue
                lengths.setdefault(parts[0], set()).add(len(parts))
            elif len(parts) == 1:
                self._stems[parts[0][:-1]] = cue
            else:
                self._phrases.setdefault(parts[0][:2], []).append((parts, cue))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}
        for gaps in self._gaps.values():
            gaps.sort(key=lambda gap: (-len(gap[0]), -len(gap[1])))
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: (-len(phrase[0]), -sum(map(len, phrase[0]))))

    def find(self, units: Sequence[Word]) -> Iterator[Hit]:
        """Yield the cues in order; blockers are left out. ``units`` are the ``words`` of a text."""
        texts = [unit.text for unit in units]
        last = [len(texts)] * len(texts)  # the index after the last word that nothing but a space parts from each word
        for i in range(len(texts) - 2, -1, -1):
            last[i] = last[i + 1] if self._anywhere or units[i + 1].start - units[i].end <= 1 else i + 1
        at = 0
        while at < len(texts):
            match = self._longest(texts, at, last[at])
            split = self._split(texts, at, last[at]) if texts[at] in self._gaps else None
            if split is not None and (match is None or split[0] >= match[0]):
                length, tail, cue = split
                # What stands between the halves may hold cues of its own.
                parts = tuple(Span(units[i].start, units[j - 1].end) for i, j in ((at, at + length), tail))
                if cue.readings:
                    yield Hit(span=Span(parts[0].start, parts[1].end), cue=cue, word=at, parts=parts)
                at += length
                continue
            if match is None:
                at += 1
                continue
            length, cue = match
            if cue.readings:
                span = Span(units[at].start, units[at + length - 1].end)
                yield Hit(span=span, cue=cue, word=at, parts=(span,))
            at += length

    def _split(self, texts: list[str], at: int, last: int) -> tuple[int, tuple[int, int], Cue] | None:
        """Return the split cue that begins at a word: how many words it has there, and the bounds of its second half.

        A second half of one character ends its clause: 外交 ends no 除…外; one of one word stands in the same clause.
        """
        for head, tail, cue in self._gaps[texts[at]]:
            first = at + len(head)
            if tuple(texts[at:first]) != head:
                continue
            for i in range(first + 1, min(first + _WIDEST_GAP, len(texts) - len(tail) + 1)):
                if texts[i - 1] in _SENTENCE_ENDS:
                    break
                end = i + len(tail)
                if _fits(tail, texts, i) and (len(tail) > 1 or self._is_whole(texts, end, last)):
                    return len(head), (i, end), cue
        return None

    def _is_whole(self, texts: list[str], end: int, last: int) -> bool:
        return (end == len(texts) or not texts[end].isalnum()) if self._anywhere else end <= last

    def _longest(self, texts: list[str], at: int, last: int) -> tuple[int, Cue] | None:
        """Return the cue of most words that begins at a word; of equal ones the exact one, then the longest stem."""
        first = texts[at]
        best: tuple[int, Cue] | None = None
        for length in self._lengths.get(first, ()):
            cue = self._exact.get(tuple(texts[at : at + length]))
            if cue is not None and at + length <= last:
                best = length, cue
                break
        for parts, cue in self._phrases.get(first[:2], ()):
            if best is not None and len(parts) <= best[0]:
                break
            if at + len(parts) <= last and _fits(parts, texts, at):
                return len(parts), cue
        if best is None:
            for end in range(min(len(first), _LONGEST_STEM), 1, -1):
                cue = self._stems.get(first[:end])
                if cue is not None:
                    return 1, cue
        return best


def _fits(parts: tuple[str, ...], texts: list[str], at: int) -> bool:
    if at + len(parts) > len(texts):
        return False
    for part, text in zip(parts, texts[at : at + len(parts)], strict=True):
        if part != text and not (len(part) > 1 and part[-1] == "*" and text.startswith(part[:-1])):
            return False
    return True


@functools.lru_cache(maxsize=32)
def matcher(name: str, language: str) -> Matcher:
    """Return the matcher for a table (``polarity``, ``modality``, …) in a language; loaded once."""
    return Matcher(table(name, language), language)


def table(name: str, language: str) -> list[Cue]:
    """Read the cues of a table; one that stands in several rows gets all their readings."""
    readings: dict[str, list[Reading]] = {}
    path = resources.files("polyglot_news") / "data" / "cues" / f"{name}.tsv"
    for line in path.read_text(encoding="utf-8").split("\n")[1:]:
        if not line or line.startswith("#"):
            continue
        forms, of, classes, strength, answers, needs, *_ = [*line.split("\t"), "", "", "", ""]
        if of != language:
            continue
        low, _, high = strength.partition("..")
        new = [
            Reading(
                cls.rstrip("~"),
                low=float(low or 1),
                high=float(high or low or 1),
                answers=float(answers or 1),
                asks=not cls.endswith("~"),
                needs=float(needs or 0.9),
            )
            for cls in classes.split("/")
            if cls != BLOCKER
        ]
        for form in forms.split("|"):
            text = _ELISION.sub("' ", form.strip()) if language == "fr" else form.strip()
            readings.setdefault(text, []).extend(new)
    return [Cue(text, tuple(found)) for text, found in readings.items()]


@functools.lru_cache(maxsize=1)
def _to_simplified() -> dict[int, str]:
    path = resources.files("polyglot_news") / "data" / "cues" / "traditional.txt"
    traditional, simplified = path.read_text(encoding="utf-8").split()
    return dict(zip(map(ord, traditional), simplified, strict=True))
