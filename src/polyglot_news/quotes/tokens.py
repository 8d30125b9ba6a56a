"""The words of a sentence frame: the text around a quote, where the quotes themselves are blanked out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import attrs

from polyglot_news.abbreviations import ABBREVIATED

# Names of bodies that would be little words in lower case.
_ACRONYMS = {"WHO": "w.h.o.", "IT": "i.t."}
# Months and a day that are names of people as well, and what stands before those of the calendar.
_NAMES_OF_MONTHS = frozenset(["april", "august", "avril", "jan", "jul", "jun", "june", "mai", "mar", "mars", "may"])
_NAMES_OF_DAYS = frozenset(["sunday"])
# Chinese family names that are English pronouns as well.
_NAMES_LIKE_PRONOUNS = frozenset(["he", "she", "you"])
_BEFORE_DATES = frozenset(
    ["after", "and", "before", "between", "by", "during", "each", "early", "every", "for", "from", "in", "last", "late",
     "next", "of", "on", "or", "since", "that", "the", "this", "through", "till", "to", "until", "à", "courant", "d'",
     "de", "début", "depuis", "dès", "du", "en", "et", "fin", "le", "mi"]
)  # fmt: skip
BLANK = "\ufffc"
"""Stands for each character of a quote in a frame."""

# A/S, AC/DC
_SLASHED = r"\b[A-Z]{1,3}/[A-Z]{1,3}\b"
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
        rf"{ABBREVIATED}|{_PARTY}|{_SLASHED}|{special}|\d+(?:[/.,:]\d+)+|[^\W_]+(?:{inner}[^\W_]+)*{tail}|{BLANK}+|[^\w\s]|_"
    )


def tokenize(text: str, start: int, end: int, french: bool = False) -> list[Token]:
    """Return the tokens of ``text[start:end]`` with their offsets in ``text``."""
    tokens = [
        Token(match.group(), _key(match.group()), match.start(), match.end())
        for match in _pattern(french).finditer(text, start, end)
    ]
    return [
        attrs.evolve(token, lower=token.lower + ".")
        if _is_called_so(tokens, k) or (not french and _is_family_name(tokens, k))
        else token
        for k, token in enumerate(tokens)
    ]


def _is_called_so(tokens: Sequence[Token], i: int) -> bool:
    """Whether a month or a day is the name of somebody, so that the word lists shall not know it: Theresa May.

    It is one beside another name and no number; so is May alone, which is no modal with a capital within a sentence.
    """
    word = tokens[i].lower
    if word not in _NAMES_OF_MONTHS | _NAMES_OF_DAYS or not tokens[i].is_capital:
        return False
    before = tokens[i - 1] if i else None
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    numbered = following is not None and following.text[0].isdigit()
    if numbered or (before is not None and before.lower in _BEFORE_DATES):
        return False
    named_on = following is not None and following.is_capital and following.text != "I"
    if word in _NAMES_OF_DAYS:
        return named_on and (before is None or not before.is_word)
    named_so_far = before is not None and before.is_capital
    if word == "may":
        return not named_on and (named_so_far or following is None or not following.is_capital)
    return named_on or named_so_far


def _is_family_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether a capital makes a name of an English pronoun: He Yadong said; spokesman | He said; but “…,” He said."""
    if tokens[i].lower not in _NAMES_LIKE_PRONOUNS or not tokens[i].text.istitle():
        return False
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    named_on = following is not None and following.is_capital and following.text != "I"
    return named_on or (i > 0 and tokens[i - 1].is_word)


def _key(word: str) -> str:
    return _ACRONYMS.get(word) or word.lower().replace("’", "'").replace("‑", "-")
