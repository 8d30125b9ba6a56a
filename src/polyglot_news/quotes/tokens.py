"""The words of a sentence frame: the text around a quote, where the quotes themselves are blanked out."""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

BLANK = "\ufffc"
"""Stands for each character of a quote in a frame."""

_ABBREVIATED = (
    r"(?:Mr|Mrs|Ms|Dr|Gen|Sen|Sens|Rep|Reps|Gov|Lt|Col|Capt|Cpl|Sgt|Maj|Adm|Hon|Rev|Fr|Prof|Pres|St|Jr|Sr|vs|No|Dem|Inc|Ltd|Co|Corp|Mt|"
    r"MM|Mgr|Me|Pr|av|apr|env)\.|\b[A-ZÀ-Ý]\.(?:[A-Z]\.)*"
)


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
    elided = r"\b(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu)['’](?=\w)|" if french else ""
    inner = r"[-‑'’]" if french else r"[-‑'’.&]"
    tail = "" if french else r"(?:['’](?=\s))?"
    return re.compile(rf"{_ABBREVIATED}|{elided}[^\W_]+(?:{inner}[^\W_]+)*{tail}|{BLANK}+|[^\w\s]|_")


def tokenize(text: str, start: int, end: int, french: bool = False) -> list[Token]:
    """Return the tokens of ``text[start:end]`` with their offsets in ``text``."""
    return [
        Token(match.group(), match.group().lower().replace("’", "'").replace("‑", "-"), match.start(), match.end())
        for match in _pattern(french).finditer(text, start, end)
    ]
