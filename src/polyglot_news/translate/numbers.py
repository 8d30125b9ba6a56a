"""Figures, written as the target language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polyglot_news.text import Span
from polyglot_news.translate.terms import Wanted

# Grouped or plain figures, with decimals. French groups by spaces or points and has a decimal comma.
_PATTERNS = {
    "en": re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"),
    "fr": re.compile(r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?:,\d+)?|\d+(?:,\d+)?"),
    "zh": re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"),
}
_GOES_ON = re.compile(r"[.,:/-]\d|[A-Za-z]{2}|[A-Z]")  # 10:30, 1.2.2024, 3D
_ORDINAL = re.compile(r"(?:th|st|nd|rd|bn|e|er|ère)\b")
# Between Chinese and the others the figure itself changes: 1.25亿 is 125 million.
_MAGNITUDE = re.compile(
    r"\s?(?:[十百千万亿萬億]|(?:hundred|thousand|million|billion|trillion|mille|millions?|milliards?|billions?)\b|[mkb]n?\b)",
    re.IGNORECASE,
)
_GROUPS = {"en": ",", "fr": "\u202f", "zh": ","}
_DECIMALS = {"en": ".", "fr": ",", "zh": "."}


def wanted_numbers(text: str, source: str, target: str) -> list[Wanted]:
    """Return how the figures of a sentence are to be written; a number in words does as well."""
    return list(_wanted_numbers(text, source, target))


def _wanted_numbers(text: str, source: str, target: str) -> Iterator[Wanted]:
    for match in _PATTERNS[source].finditer(text):
        before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 12]
        if _is_part(before, after) or match.group().startswith("0"):
            continue
        if "zh" in (source, target) and _MAGNITUDE.match(after):
            continue
        whole, _, decimals = match.group().partition(_DECIMALS[source])
        digits = re.sub(r"\D", "", whole)
        tail = _DECIMALS[target] + decimals if decimals else ""
        grouped = f"{int(digits):,}".replace(",", _GROUPS[target]) + tail
        forms = (digits + tail, grouped) if whole == digits and len(digits) < 5 else (grouped, digits + tail)
        yield Wanted(span=Span(*match.span()), accepted=forms, kind="number")


def _is_part(before: str, after: str) -> bool:
    """Tell whether a figure is part of a time, a date, a code or a word."""
    glued = before[-1:].isalnum() and before[-1:].isascii()
    joined = len(before) == 2 and before[-1] in ".,:/-" and before[0].isdigit()
    goes_on = _GOES_ON.match(after) is not None and not _ORDINAL.match(after)
    return glued or joined or goes_on
