"""Words of somebody whom an official text does not know are in it only if they surely are."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

import attrs

from polyglot_news.align.model import Passage
from polyglot_news.documents import Document
from polyglot_news.names import find_names
from polyglot_news.quotes.model import Quote
from polyglot_news.speakers.attribution import agreement
from polyglot_news.speakers.transcript import turns
from polyglot_news.text import RECENT_TEXTS

_SAME = 0.8  # likeness of two names that may be the same
_SURE = 0.85  # similarity that a passage need have to be what a stranger said
# A first name and a family name: one alone is often transliterated at will, or names a place.
_IN_FULL = re.compile(r"\w[·・‧•]\w|\w[\w'’.-]*\s\w")


def without_strangers(
    quotes: Sequence[Quote], found: Sequence[Sequence[Passage]], article: Document, officials: Sequence[Document]
) -> list[list[Passage]]:
    """Match no statement of somebody named in full with a doubtful passage of a text that names nobody like that.

    An article quotes others beside the officials: a critic, a passer-by. What they say about the same resembles it.

    Args:
        quotes: the statements.
        found: the passages behind each.
        article: the article.
        officials: the official texts.
    """
    return [
        [
            attrs.evolve(one, matched=False)
            if one.matched and one.similarity < _SURE and _is_stranger(quote, article, officials[one.document])
            else one
            for one in passages
        ]
        for quote, passages in zip(quotes, found, strict=True)
    ]


def _is_stranger(quote: Quote, article: Document, official: Document) -> bool:
    """Whether whom an article names in full as the speaker has no name like one in an official text."""
    if quote.speaker is None:
        return False
    named = [name.text for name in find_names(quote.speaker.of(article.text), article.language, loose=True)]
    persons = [name for name in named if _IN_FULL.search(name)]
    there = _named(official.text, official.language)
    return bool(persons and there) and not any(
        agreement(person, article.language, name, official.language) >= _SAME for person in persons for name in there
    )


@functools.lru_cache(maxsize=RECENT_TEXTS)
def _named(text: str, language: str) -> frozenset[str]:
    """Return all names of an official text, and what may be one in the labels of those who speak in it.

    Chinese names are seldom told from other words: nothing is returned for a Chinese text without labels.
    """
    labels = [turn.label.of(text) for turn in turns(text)]
    if language == "zh" and not labels:
        return frozenset()
    names = [name.text for name in find_names(text, language, loose=True)]
    return frozenset([*names, *labels, *(part for label in labels for part in label.split())])
