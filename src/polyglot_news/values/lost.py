"""Figures of a text that its translation does not give, and those that only the translation gives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from polyglot_news.text import Span
from polyglot_news.values import find_values
from polyglot_news.values.agreement import agreement
from polyglot_news.values.describe import describe
from polyglot_news.values.facts import Fact, facts_in
from polyglot_news.values.frequencies import find_frequencies, same_frequency
from polyglot_news.values.matching import match_facts
from polyglot_news.values.model import Value

_LARGE = 100
"""From here on, a number in words is told as surely as one in digits."""


@attrs.frozen(kw_only=True)
class _Whole:
    """A text and all of its translation."""

    rendering: str
    official: str
    core: Span | None = None
    partial: bool = False


def strayed_values(text: str, translation: str, *, language: str, target: str) -> tuple[list[Value], list[Value]]:
    """Return the values of a text that its translation loses, and those of the translation that it makes up.

    Lost is what the translation gives otherwise, or not at all; small words may go. Made up is what stands in it in
    digits, but in no way and for no other value in the text.
    """
    theirs: Sequence[Fact] = facts_in(text, language)
    ours: Sequence[Fact] = facts_in(translation, target)
    often, said_often = find_frequencies(translation, target), find_frequencies(text, language)
    ours = _apart(ours, [one.span for one in often if any(same_frequency(one, two) for two in said_often)])
    theirs = _apart(theirs, [two.span for two in said_often if any(same_frequency(one, two) for one in often)])
    matching = match_facts(_Whole(rendering=translation, official=text), [*ours], [*theirs])
    invented = [fact.value for fact in matching.added if not (fact.value.spelled or fact.value.loose)]
    if all(fact.value.loose for fact in matching.official):
        return [], invented
    lost = [change.official for change in matching.changes]
    lost += [fact for fact in matching.missing if not fact.value.spelled or fact.numbers[0] >= _LARGE]
    lost += [fact for fact in theirs if _is_clock_time(fact, text) and not any(agreement(fact, one) for one in ours)]
    return values_at(text, language, [fact.value.span for fact in lost]), invented


def strayed_figures(
    text: str, translation: str, *, language: str, target: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return, in English, the figures that a translation loses, and, as they stand in it, those that it makes up."""
    lost, invented = strayed_values(text, translation, language=language, target=target)
    return tuple(describe(value, text) for value in lost), tuple(value.span.of(translation) for value in invented)


def values_at(text: str, language: str, places: Iterable[Span]) -> list[Value]:
    """Return the values of a text that stand in some places, but not what a plural or "both" renders."""
    places = list(places)
    found = find_values(text, language) if places else []
    return [value for value in found if not _counts_two(value) and any(value.span.overlap(place) for place in places)]


def _apart(facts: Iterable[Fact], places: Iterable[Span]) -> list[Fact]:
    places = list(places)
    return [fact for fact in facts if not any(fact.value.span.overlap(place) for place in places)]


def _is_clock_time(fact: Fact, text: str) -> bool:
    """Whether a fact is a time of the day in digits: a quote may leave it out, a translation may not."""
    return fact.kind == "time" and any(map(str.isdigit, fact.value.span.of(text)))


def _counts_two(value: Value) -> bool:
    """Whether a value is a two in words, which a plural or "both" renders: 两国, "les deux pays"."""
    return value.spelled and value.kind == "cardinal" and value.unit is None and value.numbers[0] == 2
