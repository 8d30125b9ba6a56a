"""Names that an article tells by others: the Spanish prime minister for Sánchez, three countries for the Baltics.

None of these is said to be a counterpart, so that Sánchez in the place of another Spaniard stays another name. They
only keep a name that stands on one side alone from being missed.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.compare.naming.named_text import LATIN_WORD, NamedText, supported, tellable
from polyglot_news.compare.naming.posts import spoken_posts
from polyglot_news.function_words import FUNCTION_WORDS
from polyglot_news.names import Entry, Name
from polyglot_news.names.latin import fold
from polyglot_news.names.table import lands, members, nations, table_names
from polyglot_news.text import Span

_BESIDE = 2
"""How many words beside the names may say what is named: *the Spanish prime minister*."""


def told_otherwise(name: Name, own: NamedText, other: NamedText) -> bool:
    """Whether the other text has, for a name, what goes with it and is not named beside it in its own text.

    The country of whom or what both name may be told in addition: "the French president Emmanuel Macron"; and a person
    may be left out beside it: "the head of the IMF".
    """
    theirs = other.numbers - own.numbers
    return any(
        _goes_with(entry, other.numbers if entry.kind == "person" else theirs) or _has_national(entry, other.numbers)
        for entry in name.entries
    )


def told_by_person(name: Name, own: NamedText, other: NamedText) -> bool:
    """Whether a name is the country of somebody whom the other text alone names: the Chinese president is Xi."""
    people = (other.numbers - own.numbers) & _people()
    return any(_has_national(entry, people) for entry in name.entries)


def _has_national(country: Entry, numbers: Iterable[int]) -> bool:
    return any(country.number in nations().get(number, ()) for number in numbers)


@cache
def _people() -> frozenset[int]:
    return frozenset(entry.number for entry in table_names() if entry.kind == "person")


def told_by_members(name: Name, own: NamedText, other: NamedText) -> bool:
    """Whether a name is a group of which the other text names all the members, or the other way round."""
    return any(_is_whole_of(entry, other) or _is_member_of(entry, own, other) for entry in name.entries)


def told_names(pair: Pair) -> list[Span]:
    """Return the official names of the table that the rendering tells, be it in short or by another name."""
    rendering, official = (NamedText(text=text, language=language) for text, language in pair.texts)
    return [name.span for name in official.names if name.entries and _has_counterpart(name, official, rendering)]


def only_names_differ(pair: Pair, divergence: Divergence) -> bool:
    """Whether the words that have no counterpart only name what the other text tells by another name."""
    here, there = (NamedText(text=text, language=language) for text, language in pair.texts)
    sides = (divergence.rendering, here, there), (divergence.official, there, here)
    told = [(_is_told(span, own, other), own.refers_back(span)) for span, own, other in sides if span is not None]
    return any(named for named, _ in told) and all(any(one) for one in told)


def _is_told(span: Span, own: NamedText, other: NamedText) -> bool:
    """Whether hardly anything but names stands in a stretch, and all of them are told in the other text."""
    posts = spoken_posts((own.text, own.language), (other.text, other.language))
    names = [name for name in own.names if name.entries and name.span.overlap(span)]
    names += [Name(span=post.span, text=post.span.of(own.text)) for post in posts if post.span.overlap(span)]
    if not all(not name.entries or _has_counterpart(name, own, other) for name in names):
        return False
    rest = own.text[span.start : span.end]
    for name in names:
        start, end = max(0, name.span.start - span.start), max(0, name.span.end - span.start)
        rest = rest[:start] + " " * (min(end, len(rest)) - start) + rest[end:]
    if own.language == "zh":
        words = [word.of(own.text) for word in own.segments if _is_left(word, span, names)]
    else:
        words = [word for word in LATIN_WORD.findall(rest) if fold(word) not in _function_words(own.language)]
    return bool(names) and len(words) <= _BESIDE


def _has_counterpart(name: Name, own: NamedText, other: NamedText) -> bool:
    """Whether the other text names the same, or tells it by another name or as "the country"."""
    return (
        supported(name, own, other, by_head=False)
        or told_otherwise(name, own, other)
        or told_by_members(name, own, other)
        or (tellable(name) and other.pronouns > own.pronouns)
    )


@cache
def _function_words(language: str) -> frozenset[str]:
    return frozenset(fold(word.strip("'")) for word in FUNCTION_WORDS[language].split())


def _is_left(word: Span, span: Span, names: list[Name]) -> bool:
    """Whether a word of a stretch belongs to none of the names."""
    return word.overlap(span) > 0 and not any(word.overlap(name.span) for name in names)


def _goes_with(entry: Entry, theirs: set[int]) -> bool:
    """Whether what the other text names is of the country of a person, a company or a place, or is that country."""
    if any(not theirs.isdisjoint(table().get(entry.number, ())) for table in (nations, lands)):
        return True
    if entry.kind == "region":
        return False  # one land of a region is not the region
    return any(entry.number in lands().get(number, ()) for number in theirs)


def _is_whole_of(group: Entry, other: NamedText) -> bool:
    """Whether the other text names all the members of a group."""
    told = members().get(group.number)
    return told is not None and told <= other.numbers


def _is_member_of(entry: Entry, own: NamedText, other: NamedText) -> bool:
    """Whether a name is one of the members that its text names one by one, and the other text by their group."""
    return any(
        entry.number in told and told <= own.numbers and group in other.numbers - own.numbers
        for group, told in members().items()
    )
