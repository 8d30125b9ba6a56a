"""How deep: what lies *below* 800 metres is more than 800 metres deep."""

from __future__ import annotations

import re

from polyglot_news.compare.model import Pair
from polyglot_news.text import CLAUSE_MARK, Span, clause_around

_DEEP = re.compile(
    r"\b(?:depths?|deep(?:er|-sea)?|waters?|sea ?bed|sea ?floor|underground|profond\w*|fonds|eaux|sous-sol)\b"
    r"|水深|深海|海底|水下|地下|深处|深度|海域",
    re.IGNORECASE,
)
"""What is measured downwards."""
_FIGURE = re.compile(
    r"\W*(?:\w+\W+){0,2}?[\d.,]+ ?(?:m|km|ft|(?:kilo)?m[eè]t(?:re|er)s?|feet|pieds|米|公里|千米)"
    r"(?![a-z])",
    re.IGNORECASE,
)
"""A length right behind its bound."""


def are_depths(pair: Pair, places: tuple[Span, Span]) -> bool:
    """Whether the clause of a place of the rendering or of one of the official text tells of depths."""
    return any(
        _DEEP.search(clause_around(text, place, CLAUSE_MARK).of(text)) is not None
        for (text, _), place in zip(pair.texts, places, strict=True)
    )


def bound_depths(pair: Pair, words: tuple[Span, Span]) -> bool:
    """Whether a word of the rendering and one of the official text are the bounds of depths."""
    texts = [text for text, _ in pair.texts]
    return all(_FIGURE.match(text, word.end) for text, word in zip(texts, words, strict=True)) and are_depths(
        pair, words
    )
