"""Names for which the other text has a pronoun: whom an article has told of already, its quotes call he or she."""

from __future__ import annotations

import re
from collections.abc import Iterable

from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.names import find_names
from polyglot_news.names.model import Name
from polyglot_news.text import Span

NO_WORD = "(?![国人乡]|日(?![前内后益]))"
"""Behind 他 and 她: what makes no longer word of them, as 他国 and 他日 are."""
_PRONOUN = {
    "en": re.compile(r"\b(?:he|him|she|her|they|them)\b", re.IGNORECASE),
    "fr": re.compile(
        r"\b(?:il(?! (?:n['’e ]*)?(?:y a|est (?:clair|vrai|temps|certain|possible|important)|faut|faudra|s['’]agit"
        r"|convient|semble|importe|reste|existe|appartient|suffit))|ils|elles?|lui|eux)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(f"(?<![其吉])[他她]{NO_WORD}们?"),
}


_CAPITALS = r"(?: [A-ZÀ-Þ][\w'’.-]*)+"
_TITLED = {
    "en": re.compile(rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Justice)\b\.?{_CAPITALS}"),
    "fr": re.compile(rf"\b(?:M|MM|Mme|Mmes|Mlle|Me|Dr|Pr|Monsieur|Madame|Maître)\b\.?{_CAPITALS}"),
}


def titled_name(text: str, language: str, span: Span) -> bool:
    """Whether a stretch is for the most part a person's name and title, which stands beside what he or she is."""
    pattern = _TITLED.get(language)
    return pattern is not None and _is_mostly(span, (Span(*match.span()) for match in pattern.finditer(text)))


def told_by_pronoun(pair: Pair, side: int) -> list[Span]:
    """Return the names of one side for which the other may have pronouns: nobody's if it has fewer more than names.

    Args:
        pair: the texts.
        side: 0 for the names of the rendering, 1 for those of the official text.
    """
    here, there = (_pronouns(*pair.texts[k]) for k in (side, 1 - side))
    if there <= here:
        return []
    text, language = pair.texts[side]
    names = [name.span for name in find_names(text, language, loose=True) if _may_be_person(name)]
    return names if len(names) <= there - here else []


def is_told_by_pronoun(pair: Pair, divergence: Divergence) -> bool:
    """Whether what one text has and the other lacks is a name for which that has a pronoun."""
    here, there = divergence.rendering, divergence.official
    if (here is None) == (there is None):
        return False
    side, span = (1, there) if here is None else (0, here)
    return span is not None and _is_mostly(span, told_by_pronoun(pair, side))


def _is_mostly(span: Span, names: Iterable[Span]) -> bool:
    """Whether one of some names fills half of a stretch."""
    return any(2 * span.overlap(name) >= len(span) for name in names)


def _pronouns(text: str, language: str) -> int:
    return sum(1 for _ in _PRONOUN[language].finditer(text))


def _may_be_person(name: Name) -> bool:
    """Whether the table knows a name as a person's alone, or not at all."""
    return all(entry.kind == "person" for entry in name.entries)
