"""Finding many forms in a text at once (Aho and Corasick 1975)."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from typing import Any

from polyglot_news.glossary import words
from polyglot_news.text import Span

_ENDS_NUMBER = re.compile(r"[\d一二三四五六七八九十百千万亿兆两几][多余]?$")
_EDGE = "\x1f"  # between words, so that forms match whole words only


class Matcher:
    """Forms of one language, compiled."""

    def __init__(self, forms: Iterable[tuple[str, int]], language: str, *, rivals: Container[int] = ()) -> None:
        """Compile forms.

        Args:
            forms: the forms, each with a number that stands for what it means.
            language: their language.
            rivals: the meanings of which a text has one alone, where it tells them apart by case.
        """
        import ahocorasick

        self._language = language
        self._rivals = rivals
        self._meanings: dict[str, list[int]] = {}
        self._capitals: dict[tuple[str, int], str] = {}
        self._cases: dict[tuple[str, int], set[str]] = {}
        for form, number in forms:
            for key in _keys(form, language):
                meanings = self._meanings.setdefault(key, [])
                if number not in meanings[-1:]:
                    meanings.append(number)
                if number in rivals:
                    self._cases.setdefault((key, number), set()).add(words.case_of(form.strip()))
                if _is_acronym(form):
                    self._capitals[key, number] = form
        self._automaton: Any = ahocorasick.Automaton()
        for key in self._meanings:
            self._automaton.add_word(key, key)
        if self._meanings:
            self._automaton.make_automaton()

    def find(self, text: str) -> list[tuple[Span, tuple[int, ...]]]:
        """Return where forms stand and what they mean; the longest win, none overlap; in the order of the text.

        Of words that differ by case alone the one that is written as in the text wins.
        """
        taken = bytearray(len(text))
        chosen = []
        for span, numbers in self.find_all(text):
            if not any(taken[span.start : span.end]):
                taken[span.start : span.end] = b"\1" * len(span)
                chosen.append((span, numbers))
        return sorted(chosen)

    def find_all(self, text: str) -> list[tuple[Span, tuple[int, ...]]]:
        """Return the same with those that overlap, the longest first."""
        if not self._meanings:
            return []
        folded = words.fold(text, self._language)
        found = self._in_chinese(folded) if self._language == "zh" else self._in_words(folded)
        candidates = []
        for span, key in found:
            numbers = tuple(number for number in self._meanings[key] if self._has_case(span.of(text), key, number))
            if numbers and not words.in_compound(text, span, self._language):
                candidates.append((span, self._as_written(span.of(text), key, numbers)))
        candidates.sort(key=lambda candidate: (-len(candidate[0]), candidate[0].start))
        return candidates

    def _in_words(self, folded: str) -> list[tuple[Span, str]]:
        folded = words.without_initial_accents(folded, self._language)
        spans = words.cut_compounds(folded)
        if not spans:
            return []
        stream = _EDGE + _EDGE.join(span.of(folded) for span in spans) + _EDGE
        starts: dict[int, int] = {}
        ends: dict[int, int] = {}
        position = 0
        for span in spans:
            starts[position] = span.start
            position += 1 + len(span)
            ends[position] = span.end
        return [(Span(starts[end - len(key) + 1], ends[end]), key) for end, key in self._automaton.iter(stream)]

    def _in_chinese(self, folded: str) -> list[tuple[Span, str]]:
        found = []
        for last, key in self._automaton.iter(folded):
            span = Span(last + 1 - len(key), last + 1)
            if not (_cuts_word(folded, span.start) or _cuts_word(folded, span.end) or _part_of_word(folded, span)):
                found.append((span, key))
        return found

    def _has_case(self, found: str, key: str, number: int) -> bool:
        return (key, number) not in self._capitals or found.upper() == found or found.rstrip("s").isupper()

    def _as_written(self, found: str, key: str, numbers: tuple[int, ...]) -> tuple[int, ...]:
        """Return the meanings of the words that are written as in the text, where others are never written so.

        That tells Turkey from turkey. The capitals of several words (Secretary-General) are those of a title, which
        one text writes and another does not.
        """
        if key.count(_EDGE) != 2:
            return numbers
        case = words.case_of(found)
        rivals = [number for number in numbers if number in self._rivals]
        same = [self._cases[key, number] for number in rivals if case in self._cases[key, number]]
        others = [number for number in rivals if case not in self._cases[key, number]]
        if not same or any(not cases.isdisjoint(self._cases[key, number]) for cases in same for number in others):
            return numbers
        return tuple(number for number in numbers if number not in others)


def _keys(form: str, language: str) -> list[str]:
    folded = words.fold(form.strip(), language)
    if language == "zh":
        return [folded] if folded else []
    cut = words.tokens(folded)
    return [_key(variant, language) for variant in words.variants(cut, language)] if cut else []


def _key(variant: list[str], language: str) -> str:
    key = _EDGE + _EDGE.join(variant if "-" not in variant else [word for word in variant if word != "-"]) + _EDGE
    return words.without_initial_accents(key, language)


def _is_acronym(form: str) -> bool:
    return len(form) <= 6 and form.isupper() and form.isascii() and sum(map(str.isalpha, form)) >= 2


def _cuts_word(text: str, place: int) -> bool:
    """Tell whether a place lies inside a run of Latin letters or of digits."""
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    return before.isascii() and after.isascii() and before.isalnum() and after.isalnum()


def _part_of_word(text: str, span: Span) -> bool:
    """Tell whether a single Chinese character belongs to a longer word: 元 in 元首, and not in 五百元 or 100元."""
    if len(span) > 1 or _ENDS_NUMBER.search(text[max(0, span.start - 2) : span.start]):
        return False
    from polyglot_news.align.lexicon import vocabulary

    words = vocabulary("zh").ids
    pairs = (text[max(0, span.start - 1) : span.end], text[span.start : span.end + 1])
    return any(len(pair) > 1 and pair in words for pair in pairs)
