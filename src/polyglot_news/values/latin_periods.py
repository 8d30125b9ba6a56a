"""Quarters and halves of a year in English and French."""

from __future__ import annotations

from polyglot_news.values.latin_reader import DASHES, Reader
from polyglot_news.values.latin_words import ORDINALS
from polyglot_news.values.model import Moment, Value
from polyglot_news.values.tokens import joined

_QUARTERS = {"quarter", "trimestre"}
_HALVES = {"half", "semester", "semestre"}
_SUFFIXES = {"st", "nd", "rd", "th", "er", "e", "ème", "ième"}
_SIGNS = {
    "en": {"q1": (1, None), "q2": (2, None), "q3": (3, None), "q4": (4, None), "h1": (None, 1), "h2": (None, 2)},
    "fr": {
        "t1": (1, None), "t2": (2, None), "t3": (3, None), "t4": (4, None), "s1": (None, 1), "s2": (None, 2),
    },
}  # fmt: skip
_IN_PERIOD = {"in", "of", "for", "the", "au", "du", "en"}


def read_part_of_year(reader: Reader, index: int) -> tuple[Value, int] | None:
    """Read "second quarter", "premier semestre", "2nd half of the year", "Q2"; return it and the index after it."""
    return _sign(reader, index) or _named(reader, index)


def _named(reader: Reader, index: int) -> tuple[Value, int] | None:
    token = reader.tokens[index]
    at = index + 1
    if token.numeral is not None:
        number = int(token.raw) if token.raw in {"1", "2", "3", "4"} else 0
        if reader.low(at) not in _SUFFIXES or not joined(reader.tokens, at):
            return None
        at += 1
    else:
        number = ORDINALS[reader.language].get(token.low, 0)
    if reader.low(at) in DASHES:
        at += 1
    word = reader.low(at)
    if word in _QUARTERS and 1 <= number <= 4 and reader.low(at + 1) != "final":
        return _period(reader, index, at + 1, quarter=number)
    # the half of a match is none of a year
    if word in _HALVES and 1 <= number <= 2 and (word != "half" or _is_of_year(reader, at + 1)):
        return _period(reader, index, at + 1, half=number)
    return None


def _is_of_year(reader: Reader, index: int) -> bool:
    """Whether "of 2024", "of the year", "of this year" follows."""
    if reader.low(index) not in {"of", "in"}:
        return False
    ahead = [reader.low(index + k) for k in (1, 2, 3)]
    return "year" in ahead or (len(ahead[0]) == 4 and ahead[0].isdigit())


def _sign(reader: Reader, index: int) -> tuple[Value, int] | None:
    """Read Q2, H1 and, in French, T2 and S1: a letter and a figure in one."""
    signs = _SIGNS[reader.language] | (_SIGNS["en"] if reader.language == "fr" else {})
    first = reader.tokens[index]
    if not first.is_word or not first.raw[0].isupper():
        return None
    end = index + 1
    sign = first.low
    if len(sign) == 1 and end < len(reader.tokens) and joined(reader.tokens, end):
        sign += reader.low(end)
        end += 1
    if sign not in signs or (end < len(reader.tokens) and joined(reader.tokens, end) and reader.tokens[end].is_word):
        return None
    if sign[0] in "hst" and reader.low(index - 1) not in _IN_PERIOD:
        return None
    quarter, half = signs[sign]
    return _period(reader, index, end, quarter=quarter, half=half)


def _period(
    reader: Reader, start: int, end: int, *, quarter: int | None = None, half: int | None = None
) -> tuple[Value, int]:
    return Value(span=reader.span(start, end), kind="period", moment=Moment(quarter=quarter, half=half)), end
