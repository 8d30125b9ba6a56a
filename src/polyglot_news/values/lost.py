"""Figures of a text that its translation does not give, and those that only the translation gives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from polyglot_news.text import Span
from polyglot_news.values import find_values
from polyglot_news.values.describe import describe
from polyglot_news.values.facts import Fact, facts_in
from polyglot_news.values.frequencies import find_frequencies, same_frequency
from polyglot_news.values.matching import Matching, Whole, match_facts
from polyglot_news.values.model import Value

_LARGE = 100
"""From here on, a number in words is told as surely as one in digits."""


def lost_values(text: str, translation: str, *, language: str, target: str) -> list[Value]:
    """Return the values of a text that its translation gives otherwise, or not at all; small words may go."""
    matching = _matched(text, translation, language, target)
    if all(fact.value.loose for fact in matching.official):
        return []
    lost = [change.official for change in matching.changes]
    lost += [fact for fact in matching.missing if not fact.value.spelled or fact.numbers[0] >= _LARGE]
    return values_at(text, language, [fact.value.span for fact in lost])


def invented_values(text: str, translation: str, *, language: str, target: str) -> list[Value]:
    """Return the values in digits that stand in a translation, but in no way and for no other one in its text."""
    added = _matched(text, translation, language, target).added
    return [fact.value for fact in added if not (fact.value.spelled or fact.value.loose)]


def _matched(text: str, translation: str, language: str, target: str) -> Matching:
    """Hold the figures of a text and of its translation against each other, but those of how often something is."""
    theirs: Sequence[Fact] = facts_in(text, language)
    ours: Sequence[Fact] = facts_in(translation, target)
    often, said_often = find_frequencies(translation, target), find_frequencies(text, language)
    ours = _apart(ours, [one.span for one in often if any(same_frequency(one, two) for two in said_often)])
    theirs = _apart(theirs, [two.span for two in said_often if any(same_frequency(one, two) for one in often)])
    return match_facts(Whole(rendering=translation, official=text), [*ours], [*theirs])


def lost_figures(text: str, translation: str, *, language: str, target: str) -> tuple[str, ...]:
    """Return, in English, the figures of a text that its translation does not give."""
    lost = lost_values(text, translation, language=language, target=target)
    return tuple(describe(value, text) for value in lost)


def invented_figures(text: str, translation: str, *, language: str, target: str) -> tuple[str, ...]:
    """Return, as they stand in a translation, the figures that its text does not give."""
    invented = invented_values(text, translation, language=language, target=target)
    return tuple(value.span.of(translation) for value in invented)


def values_at(text: str, language: str, places: Iterable[Span]) -> list[Value]:
    """Return the values of a text that stand in some places, but not what a plural or "both" renders."""
    places = list(places)
    found = find_values(text, language) if places else []
    return [value for value in found if not _counts_two(value) and any(value.span.overlap(place) for place in places)]


def _apart(facts: Iterable[Fact], places: Iterable[Span]) -> list[Fact]:
    places = list(places)
    return [fact for fact in facts if not any(fact.value.span.overlap(place) for place in places)]


def _counts_two(value: Value) -> bool:
    """Whether a value is a two in words, which a plural or "both" renders: 两国, "les deux pays"."""
    return value.spelled and value.kind == "cardinal" and value.unit is None and value.numbers[0] == 2
