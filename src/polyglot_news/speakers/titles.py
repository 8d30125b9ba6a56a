"""Offices across the languages: 国防大臣 is a Secretary of State for Defence, and no Secretary General.

The tables are ``data/names/titles.csv`` (one kind of office a row) and ``data/names/posts.csv`` (what ministers are in
charge of).
"""

from __future__ import annotations

import re
from functools import cache

import attrs

from polyglot_news import tables
from polyglot_news.text import to_simplified

_VARIANTS = str.maketrans("祕", "秘")


@attrs.frozen
class Title:
    """An office: which kinds of the table it may be, and what it is in charge of."""

    kinds: frozenset[int] = frozenset()
    charges: frozenset[int] = frozenset()

    def is_same(self, other: Title) -> bool:
        """Whether two offices may be one."""
        return not self.kinds.isdisjoint(other.kinds) and not self._is_of_other_charge(other)

    def is_other(self, other: Title) -> bool:
        """Whether two offices are known, and not one."""
        known = bool(self.kinds) and bool(other.kinds)
        return known and (self.kinds.isdisjoint(other.kinds) or self._is_of_other_charge(other))

    def _is_of_other_charge(self, other: Title) -> bool:
        return bool(self.charges) and bool(other.charges) and self.charges.isdisjoint(other.charges)


def title_of(naming: str, language: str) -> Title:
    """Return the office in a naming of somebody; of a longer one nothing counts for a shorter one that it holds.

    Args:
        naming: « la secrétaire générale », "NATO Secretary General Pieter Kern", 國防大臣.
        language: "en", "fr" or "zh".
    """
    text = naming.lower().replace("’", "'")
    if language == "zh":
        text = to_simplified(text).translate(_VARIANTS)
    kinds: set[int] = set()
    rest = text
    for pattern, rows in _forms("titles", language):
        if pattern.search(rest):
            kinds |= rows
            rest = pattern.sub(" ", rest)
    charges = frozenset(row for pattern, rows in _forms("posts", language) if pattern.search(text) for row in rows)
    return Title(frozenset(kinds), charges)


def is_charge(word: str, language: str) -> bool:
    """Whether a word is what ministers are in charge of, not the name of one: Transports."""
    return any(pattern.fullmatch(word.lower()) is not None for pattern, _ in _forms("posts", language))


@cache
def _forms(table: str, language: str) -> tuple[tuple[re.Pattern[str], frozenset[int]], ...]:
    """Return the forms of a table with the rows in which they stand, the longest first."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(tables.rows(f"names/{table}")):
        short = row.get("zh_short", "") if language == "zh" else ""
        for form in filter(None, (*row[language].split("|"), *short.split("|"))):
            found.setdefault(form, set()).add(number)
    pattern = "{}" if language == "zh" else r"(?<![\w-]){}s?(?![\w-])"
    return tuple(
        (re.compile(pattern.format(re.escape(form))), frozenset(found[form]))
        for form in sorted(found, key=lambda form: (-len(form), form))
    )
