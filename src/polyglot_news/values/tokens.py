"""Tokens of an English or French text: numerals, words and signs, with their offsets."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from polyglot_news.values.numerals import NUMERAL, Numeral, split_numeral


class Token(NamedTuple):
    """A numeral (``numeral`` is set), a word, or a single sign.

    Attributes:
        low: the text in lower case, ’ as '.
        raw: the text as it stands.
        start: offset.
        end: offset.
        numeral: the numeral, if it is one.
    """

    low: str
    raw: str
    start: int
    end: int
    numeral: Numeral | None = None

    @property
    def is_word(self) -> bool:
        """Whether it is a word."""
        return self.numeral is None and self.raw[0].isalpha()


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"({NUMERAL})|[^\W\d_]+|\S")


def tokenize(text: str, language: str) -> list[Token]:
    """Cut a text into numerals, words (letters only) and single signs."""
    tokens = []
    for match in _pattern().finditer(text):
        start, end = match.span()
        if match.group(1) is None:
            raw = match.group()
            low = raw.lower()
            tokens.append(Token("'" if low == "’" else low, raw, start, end))
            continue
        for numeral in split_numeral(text, start, end, language):
            raw = text[numeral.start : numeral.end]
            tokens.append(Token(raw, raw, numeral.start, numeral.end, numeral))
    return tokens


def joined(tokens: list[Token], index: int) -> bool:
    """Whether token ``index`` follows the one before without a space."""
    return 0 < index < len(tokens) and tokens[index].start == tokens[index - 1].end
