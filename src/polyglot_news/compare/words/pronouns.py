"""Names for which the other text has a pronoun: whom an article has told of already, its quotes call he or she."""

from __future__ import annotations

import re

from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.names import find_names
from polyglot_news.names.model import Name
from polyglot_news.text import Span

_PRONOUN = {
    "en": re.compile(r"\b(?:he|him|his|she|hers?|they|them|their)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:ils?|elles?|lui|leurs?|eux)\b", re.IGNORECASE),
    "zh": re.compile("[他她](?!国)们?"),
}


def told_by_pronoun(pair: Pair, side: int) -> list[Span]:
    """Return the names of one side for which the other may have a pronoun, having more of these.

    Args:
        pair: the texts.
        side: 0 for the names of the rendering, 1 for those of the official text.
    """
    here, there = (_pronouns(*pair.texts[k]) for k in (side, 1 - side))
    if there <= here:
        return []
    text, language = pair.texts[side]
    return [name.span for name in find_names(text, language, loose=True) if _may_be_person(name)]


def is_told_by_pronoun(pair: Pair, divergence: Divergence) -> bool:
    """Whether what one text has and the other lacks is a name for which that has a pronoun."""
    here, there = divergence.rendering, divergence.official
    if (here is None) == (there is None):
        return False
    side, span = (1, there) if here is None else (0, here)
    return span is not None and any(map(span.overlap, told_by_pronoun(pair, side)))


def _pronouns(text: str, language: str) -> int:
    return sum(1 for _ in _PRONOUN[language].finditer(text))


def _may_be_person(name: Name) -> bool:
    """Whether a name is a person's as far as the table knows, where no place of that name is."""
    return all(entry.kind == "person" for entry in name.entries)
