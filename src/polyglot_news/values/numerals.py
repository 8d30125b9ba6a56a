"""Numerals in digits: thousands, decimals, and what stays ambiguous between the two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import attrs

SPACES = " \u00a0\u2009\u202f"
# A space joins only groups of three; a point, comma or apostrophe any digits: what they mean is decided below.
NUMERAL = rf"\d+(?:[.,'’٫·]\d+|[{SPACES}]\d{{3}}(?!\d))*"
_LONGEST = 30  # digits; longer ones are no quantities, and cost time to multiply
_SEPARATOR = re.compile(rf"[.,'’٫·{SPACES}]")


@attrs.frozen(kw_only=True)
class Numeral:
    """A numeral in digits.

    Attributes:
        start: offset in the text.
        end: offset in the text.
        value: the likeliest reading; None for an identifier such as 1.2.3.
        readings: other readings.
    """

    start: int
    end: int
    value: Fraction | None
    readings: tuple[Fraction, ...] = ()


def split_numeral(text: str, start: int, end: int, language: str) -> Iterator[Numeral]:
    """Read ``text[start:end]``, a match of ``NUMERAL``, as one numeral, or as several where it cannot be one."""
    string = text[start:end]
    if len(string) > _LONGEST:
        yield Numeral(start=start, end=end, value=None)
        return
    groups = _SEPARATOR.split(string)
    separators = [" " if c in SPACES else "'" if c == "’" else c for c in _SEPARATOR.findall(string)]
    whole = _read(groups, separators, language)
    if whole is not None:
        value, readings = whole
        yield Numeral(start=start, end=end, value=value, readings=readings)
        return
    if len(separators) > 1 and set(separators) == {"."}:
        yield Numeral(start=start, end=end, value=None)
        return
    # No single numeral: a list (1,2,3) or neighbours (2015 200); cut at the spaces first, then at the commas.
    cut = " " if " " in separators else separators[0]
    offset = start
    piece_start = start
    for group, separator in zip(groups, [*separators, None], strict=True):
        offset += len(group)
        if separator is None or separator == cut:
            yield from split_numeral(text, piece_start, offset, language)
            piece_start = offset + 1
        offset += 1


def _read(groups: list[str], separators: list[str], language: str) -> tuple[Fraction, tuple[Fraction, ...]] | None:
    """Return the value and the other readings, or None where the groups are no single numeral."""
    if not separators:
        return Fraction(int(groups[0])), ()
    joined = Fraction(int("".join(groups)))
    kinds = set(separators)
    threes = 1 <= len(groups[0]) <= 3 and all(len(g) == 3 for g in groups[1:])
    if len(kinds) == 1:
        mark = separators[0]
        if mark in {" ", "'"}:
            return (joined, ()) if threes else None
        if len(separators) == 1:
            decimal = _decimal(groups[0], groups[1])
            if mark in {"٫", "·"} or not threes or groups[0].startswith("0"):
                return decimal, ()
            # 1,500 and 1.500: the custom of the language comes first, the other reading stays.
            return (joined, (decimal,)) if (mark == ",") == (language != "fr") else (decimal, (joined,))
        indian = mark == "," and all(len(g) == 2 for g in groups[1:-1]) and len(groups[-1]) == 3 and len(groups[0]) <= 2
        return (joined, ()) if threes or indian else None
    decimal_last = len(kinds) == 2 and separators[-1] in {".", ","} and separators[-1] not in separators[:-1]
    if decimal_last and len(groups[0]) <= 3 and all(len(g) == 3 for g in groups[1:-1]):
        return _decimal("".join(groups[:-1]), groups[-1]), ()
    return None


def _decimal(whole: str, part: str) -> Fraction:
    return Fraction(int(whole + part), 10 ** len(part))
