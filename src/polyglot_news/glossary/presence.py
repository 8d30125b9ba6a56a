"""Whether a translation has a form that a glossary accepts, as it stands or inflected."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import attrs

from polyglot_news.glossary.words import cut, fold, in_compound, stem, without_initial_accents
from polyglot_news.text import Span, fold_typography
from polyglot_news.verbs import conjugated, inflect_english, is_infinitive

_ARTICLES = {
    "en": frozenset(["a", "an", "the"]),
    "fr": frozenset(["le", "la", "les", "l", "un", "une", "des", "'"]),
    "zh": frozenset[str](),
}
_REFLEXIVE = frozenset(["se", "s", "'"])
# What the last word of a phrase becomes before an article: prendre note de, du, d'.
_CONTRACTED = {"de": frozenset(["du", "des", "d"]), "à": frozenset(["au", "aux"])}
# Digits before or behind a figure that make it part of a longer one.
_GROWS_LEFT = re.compile(r"\d[.,]?$")
_GROWS_RIGHT = re.compile(r"[.,]?\d")


@attrs.frozen(kw_only=True)
class Presence:
    """A form that was found in a translation.

    Attributes:
        form: the form, as the glossary has it.
        span: where it stands in the translation.
        how: "used" as it is, but for case and typography, or "inflected".
    """

    form: str
    span: Span
    how: Literal["used", "inflected"]


def find_forms(text: str, forms: Iterable[str], language: str, *, exact: bool = False) -> list[Presence]:
    """Find where a text has one of several forms.

    A leading article of a form need not be there, hyphens and the accents of French capitals do not count. English
    and French forms are found in another number or gender too, and a verb in its regular forms, but not as a part of a
    compound (*president* in *vice-president*).

    Args:
        text: a translation.
        forms: what the glossary accepts.
        language: the language of both.
        exact: whether a form must be there byte for byte.

    Returns:
        The places, as they are before inflected, in the order of the text.
    """
    return list(_find_forms(text, tuple(forms), language, exact=exact))


def find_figures(text: str, forms: Iterable[str]) -> list[Presence]:
    """Find figures that are written in one of several ways and are no part of a longer one."""
    folded = fold_typography(text)
    return [
        Presence(form=form, span=Span(start, start + len(form)), how="used")
        for form in forms
        for start in _occurrences(folded, fold_typography(form))
        if not _GROWS_LEFT.search(folded, max(0, start - 2), start)
        and not _GROWS_RIGHT.match(folded, start + len(form))
    ]


def _occurrences(text: str, sought: str) -> Iterator[int]:
    """Yield where a string stands in a text, without overlap."""
    start = text.find(sought) if sought else -1
    while start >= 0:
        yield start
        start = text.find(sought, start + len(sought))


@functools.lru_cache(maxsize=4096)
def _find_forms(text: str, forms: tuple[str, ...], language: str, *, exact: bool) -> tuple[Presence, ...]:
    if exact:
        return tuple(
            Presence(form=form, span=Span(start, start + len(form)), how="used")
            for form in forms
            for start in _occurrences(text, form)
        )
    if language == "zh":
        return tuple(_in_characters(fold(text, language), [(form, fold(form, language)) for form in forms]))
    spans, words, stems = _cut(text, language)
    found: list[Presence] = []
    taken: set[int] = set()

    def take(form: str, starts: Iterable[int], size: int, how: Literal["used", "inflected"]) -> None:
        for start in starts:
            span = Span(spans[start].start, spans[start + size - 1].end)
            if start not in taken and not in_compound(text, span, language):
                taken.add(start)
                found.append(Presence(form=form, span=span, how=how))

    for form in forms:
        sought = _plain(_form_words(form, language), language)
        take(form, _places(words, sought), len(sought), "used")
    for form in forms:
        inflected = _inflections(form, language)
        take(form, _places(stems, inflected.stems), len(inflected.stems), "inflected")
        take(form, _conjugated_places(words, stems, inflected), len(inflected.verb), "inflected")
    return tuple(sorted(found, key=lambda presence: (presence.how != "used", presence.span)))


@functools.lru_cache(maxsize=256)
def _cut(text: str, language: str) -> tuple[list[Span], list[str], list[str]]:
    """Return where the words of a text stand, the words and their stems; hyphens do not count."""
    folded = without_initial_accents(fold(text, language), language)
    spans = [span for span in cut(folded) if span.of(folded) != "-"]
    words = [span.of(folded) for span in spans]
    return spans, words, [stem(word, language) for word in words]


@functools.lru_cache(maxsize=16384)
def _form_words(form: str, language: str) -> list[str]:
    """Return the words of a form without a leading article."""
    folded = fold(form, language)
    words = [word for span in cut(folded) if (word := span.of(folded)) != "-"]
    start = 0
    while start < len(words) - 1 and words[start] in _ARTICLES[language]:
        start += 1
    return words[start:]


def _plain(words: Iterable[str], language: str) -> list[str]:
    return [without_initial_accents(word, language) for word in words]


@attrs.frozen(kw_only=True)
class _Inflections:
    """How the words of a form may be inflected.

    Attributes:
        stems: their stems.
        verb: for each word the other words that may stand in its place where the form is that of a verb, else ().
    """

    stems: list[str]
    verb: tuple[frozenset[str], ...]


@functools.lru_cache(maxsize=16384)
def _inflections(form: str, language: str) -> _Inflections:
    words = _form_words(form, language)
    verb: tuple[frozenset[str], ...] = ()
    if language == "en":
        verb = tuple(frozenset(inflect_english(word) if word.isalpha() else ()) for word in words)
    elif is_infinitive(form, language) or (words[:1] and words[0].endswith("ier")):  # a noun in -ier has no such forms
        while len(words) > 1 and words[0] in _REFLEXIVE:  # nous nous opposons
            words = words[1:]
        forms = frozenset(_plain(conjugated(words[0]), language))
        verb = (forms, *(_CONTRACTED.get(word, frozenset()) for word in words[1:]))
    return _Inflections(stems=[stem(word, language) for word in _plain(words, language)], verb=verb)


def _conjugated_places(words: Sequence[str], stems: Sequence[str], form: _Inflections) -> list[int]:
    """Return where the form of a verb begins in a text, in one of its tenses."""
    size = len(form.verb)
    return [
        start
        for start in range(len(words) - size + 1 if size else 0)
        if all(words[start + k] in form.verb[k] or stems[start + k] == form.stems[k] for k in range(size))
    ]


def _places(text: Sequence[str], form: Sequence[str]) -> list[int]:
    """Return where a sequence of words begins in another."""
    size = len(form)
    if not size or form[0] not in text:
        return []
    return [
        start for start in range(len(text) - size + 1) if text[start] == form[0] and text[start : start + size] == form
    ]


def _in_characters(folded: str, forms: Iterable[tuple[str, str]]) -> list[Presence]:
    found = [
        Presence(form=form, span=Span(start, start + len(sought)), how="used")
        for form, sought in forms
        for start in _occurrences(folded, sought)
    ]
    return sorted(found, key=lambda presence: presence.span)
