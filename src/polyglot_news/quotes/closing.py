"""The person with whom a sentence ends whose subject is nobody: That did not convince Ann Roe, the mayor."""

from __future__ import annotations

import re

from polyglot_news.names import find_names
from polyglot_news.quotes.grammar import Grammar
from polyglot_news.text import Span

_POINTING = re.compile(r"(?:that|this|it|nothing|none of (?:that|this|it)|cela|ça|ceci|rien)\b", re.IGNORECASE)
_NAMED = re.compile(
    r"(?P<before>[^\W\d_]+)\s(?P<who>(?P<name>[A-ZÀ-ÝŒ][^\W\d_]+(?:[\s-](?:[^\W\d_]{1,3}\s)?[A-ZÀ-ÝŒ][^\W\d_]+)+)"
    r"(?:,\s(?P<more>[^\W\d_]+)[^,.!?:;]*)?)(?:,[^.!?:;]*)?[.!…]?\s*$"
)
_ARTICLES = frozenset(["a", "an", "the", "un", "une", "le", "la", "l"])
_RELATIVE = frozenset(["who", "whose", "qui", "dont"])


def closing_person(text: str, start: int, end: int, words: Grammar) -> Span | None:
    """Return the person whom a sentence introduces that begins with "that" or "it", with her apposition.

    Whoever speaks next is that person. A name behind a preposition is a place as often, or somebody who is but met.
    """
    sentence = text[start:end]
    opening = _POINTING.match(sentence)
    found = _NAMED.search(sentence, opening.end()) if opening is not None else None
    if found is None:
        return None
    before, more = found.group("before").lower(), (found.group("more") or "").lower()
    if words.is_preposition(before) or before in words.determiners or before in words.subordinators:
        return None
    if more and more not in _ARTICLES | _RELATIVE and not words.is_role(more):
        return None
    name = found.group("name")
    last = name.split()[-1].lower()
    language = "fr" if words.french else "en"
    known = [entry.kind for one in find_names(name, language) for entry in one.entries if one.text == name]
    if any(kind != "person" for kind in known) or last in words.roles or last in words.bodies:
        return None
    return Span(start + found.start("who"), start + found.end("name" if more in _RELATIVE else "who"))
