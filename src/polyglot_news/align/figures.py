"""Figures as evidence for a passage: a quote with figures is more likely found where the same ones stand."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from fractions import Fraction

import attrs

from polyglot_news.text import Span
from polyglot_news.values import find_values
from polyglot_news.values.facts import Fact, facts_of

_MOST_USED = 100  # whole numbers up to this one stand in many sentences
_EARLIEST, _LATEST = 1900, 2100  # years
# What a telling figure is written with: reading all figures of a long text takes seconds.
_WRITTEN = re.compile(
    r"\d|[百千万萬亿億半]|分之|hundred|thousand|dozen|illi(?:on|ard)|cent|mille|hal[fv]|third|quarter|moiti|demi|tiers|quart",
    re.IGNORECASE,
)


@attrs.frozen
class _Figures:
    """The numbers and codes that stand in a text."""

    numbers: frozenset[Fraction]
    codes: frozenset[str]

    def have(self, fact: Fact) -> bool:
        return not self.numbers.isdisjoint(_numbers(fact)) or fact.text in self.codes


def agreement(quote: str, quote_language: str, passage: str, passage_language: str) -> float | None:
    """Return the share of the figures of a quote that a passage has, too.

    Returns:
        0 to 1; None for a quote without figures, among which small numbers in words do not count.
    """
    asked = _asked(quote, quote_language)
    there = _figures(passage, passage_language)
    return sum(map(there.have, asked)) / len(asked) if asked else None


def holding(quote: str, quote_language: str, text: str, sentences: Sequence[Span], language: str) -> list[int]:
    """Return which sentences of a text have all figures of a quote with telling ones; none for a quote without."""
    asked = _asked(quote, quote_language)
    return [
        place
        for place, sentence in enumerate(sentences)
        if asked
        and _WRITTEN.search(text, sentence.start, sentence.end)
        and all(map(_figures(sentence.of(text), language).have, asked))
    ]


def is_telling(quote: str, language: str) -> bool:
    """Whether a quote has a figure that hardly ever stands in a text twice: no small whole number, no date."""
    return any(
        number > _MOST_USED or number.denominator > 1
        for fact in _asked(quote, language)
        for number in fact.numbers
        if fact.value.moment is None and not _EARLIEST <= number <= _LATEST
    )


@functools.lru_cache(maxsize=1 << 12)
def _asked(quote: str, language: str) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts_of(quote, find_values(quote, language)) if not fact.small_word)


@functools.lru_cache(maxsize=1 << 14)
def _figures(text: str, language: str) -> _Figures:
    facts = facts_of(text, find_values(text, language, loose=True))
    return _Figures(
        numbers=frozenset(number for fact in facts for number in _numbers(fact)),
        codes=frozenset(fact.text for fact in facts if fact.text),
    )


def _numbers(fact: Fact) -> tuple[Fraction, ...]:
    """Return what a fact may count: 50 % is a half."""
    if fact.value.kind != "percent":
        return fact.numbers
    return (*fact.numbers, *(number / 100 for number in fact.numbers))
