"""Set phrases as evidence for a passage: what nobody renders word for word, words alone do not find.

*To meet each other halfway* is 相向而行 in Chinese, *walk towards each other*. The table has one set phrase a row, and
for each language what a text may write for it, as a regular expression.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from importlib import resources

from polyglot_news.text import Span, in_simplified

LEAST = 0.3  # share of the letters of a quote that set phrases must have to be looked for


def share(quote: str, language: str) -> float:
    """Return which share of the letters of a quote stands in set phrases, 0 to 1."""
    covered = {k for span in places(quote, language) for k in range(span.start, span.end)}
    letters = [k for k, letter in enumerate(quote) if letter.isalnum()]
    return sum(k in covered for k in letters) / len(letters) if letters else 0.0


def have(quote: str, quote_language: str, passage: str, passage_language: str) -> bool:
    """Whether a passage has all set phrases of a quote."""
    return said(quote, quote_language) <= said(passage, passage_language)


def holding(quote: str, quote_language: str, text: str, sentences: Sequence[Span], language: str) -> list[int]:
    """Return which sentences of a text have all set phrases of a quote; none for a quote without."""
    asked = said(quote, quote_language)
    return [k for k, sentence in enumerate(sentences) if asked and asked <= said(sentence.of(text), language)]


@functools.lru_cache(maxsize=1 << 14)
def said(text: str, language: str) -> frozenset[int]:
    """Return the numbers of the set phrases in a text."""
    return frozenset(_spans(_plain(text, language), language))


def places(text: str, language: str) -> list[Span]:
    """Return where set phrases stand in a text."""
    return [span for spans in _spans(_plain(text, language), language).values() for span in spans]


def _plain(text: str, language: str) -> str:
    """Return a text on one line of the same length, with one kind of apostrophe, Chinese in simplified characters."""
    return re.sub(r"\s", " ", in_simplified(text, language)).replace("’", "'")


@functools.lru_cache(maxsize=1 << 12)
def _spans(text: str, language: str) -> dict[int, list[Span]]:
    """Return where each set phrase stands in a plain text."""
    whole, rows = _patterns(language)
    if not whole.search(text):
        return {}
    found = ((number, [Span(*match.span()) for match in row.finditer(text)]) for number, row in enumerate(rows))
    return {number: spans for number, spans in found if spans}


@functools.lru_cache(maxsize=3)
def _patterns(language: str) -> tuple[re.Pattern[str], list[re.Pattern[str]]]:
    """Return a pattern for any set phrase of a language, and one for each."""
    table = resources.files("polyglot_news") / "data" / "phrases" / "set_phrases.tsv"
    head, *rows = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines())
    written = [row[head.index(language)] for row in rows]
    bound = "" if language == "zh" else r"\b"
    return (
        re.compile("|".join(f"{bound}(?:{one}){bound}" for one in written), re.IGNORECASE),
        [re.compile(f"{bound}(?:{one}){bound}", re.IGNORECASE) for one in written],
    )
