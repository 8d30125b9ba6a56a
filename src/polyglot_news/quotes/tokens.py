"""The words of a sentence frame: the text around a quote, where the quotes themselves are blanked out."""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

from polyglot_news.abbreviations import ABBREVIATED

# Names of bodies that would be little words in lower case.
_ACRONYMS = {"WHO": "w.h.o.", "IT": "i.t."}
BLANK = "\ufffc"
"""Stands for each character of a quote in a frame."""

_PARTY = r"\b[RDI][-‑][A-Z](?:[A-Za-z]*\.)+"

# "he's" is two words.
_CONTRACTED = (
    r"\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|I|[Yy]ou|[Ww]ho|[Tt]hat)(?=['’](?:s|d|re|ve|ll|m)\b)|"
    r"(?<=\w)['’](?:s|d|re|ve|ll|m)\b"
)
_ELIDED = r"\b(?:[cdjlmnstCDJLMNST]|[QqLlPpJj]?(?:ors|uis|us)?[Qq]u)['’](?=\w)"


@attrs.frozen
class Token:
    """A word or a single punctuation mark; ``lower`` is its key in the word lists (straight apostrophes)."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is no punctuation mark."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@lru_cache(maxsize=2)
def _pattern(french: bool) -> re.Pattern[str]:
    special = _ELIDED if french else _CONTRACTED
    inner = r"[-‑'’.]" if french else r"[-‑'’.&]"
    tail = "" if french else r"(?:['’](?=\s))?"
    return re.compile(
        rf"{ABBREVIATED}|{_PARTY}|{special}|\d+(?:[/.,:]\d+)+|[^\W_]+(?:{inner}[^\W_]+)*{tail}|{BLANK}+|[^\w\s]|_"
    )


def tokenize(text: str, start: int, end: int, french: bool = False) -> list[Token]:
    """Return the tokens of ``text[start:end]`` with their offsets in ``text``."""
    return [
        Token(match.group(), _key(match.group()), match.start(), match.end())
        for match in _pattern(french).finditer(text, start, end)
    ]


def _key(word: str) -> str:
    return _ACRONYMS.get(word) or word.lower().replace("’", "'").replace("‑", "-")
