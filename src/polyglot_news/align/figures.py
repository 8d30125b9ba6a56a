"""Figures as evidence for a passage: a quote with figures is more likely found where the same ones stand."""

from __future__ import annotations

from fractions import Fraction

from polyglot_news.values import find_values
from polyglot_news.values.facts import Fact, facts_of


def agreement(quote: str, quote_language: str, passage: str, passage_language: str) -> float | None:
    """Return the share of the figures of a quote that a passage has, too.

    Returns:
        0 to 1; None for a quote without figures, among which small numbers in words do not count.
    """
    asked = [fact for fact in _facts(quote, quote_language) if not fact.small_word]
    if not asked:
        return None
    there = _facts(passage, passage_language, loose=True)
    numbers = {number for fact in there for number in _numbers(fact)}
    codes = {fact.text for fact in there if fact.text}
    return sum(not numbers.isdisjoint(_numbers(fact)) or fact.text in codes for fact in asked) / len(asked)


def _facts(text: str, language: str, *, loose: bool = False) -> list[Fact]:
    return facts_of(text, find_values(text, language, loose=loose))


def _numbers(fact: Fact) -> tuple[Fraction, ...]:
    """Return what a fact may count: 50 % is a half."""
    if fact.value.kind != "percent":
        return fact.numbers
    return (*fact.numbers, *(number / 100 for number in fact.numbers))
