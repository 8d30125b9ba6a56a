"""Figures, written as the target language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from polyglot_news.text import Span, to_simplified
from polyglot_news.translate.terms import Wanted
from polyglot_news.translate.typography import dress
from polyglot_news.values.chinese_numerals import read_chinese
from polyglot_news.values.spelled import SCALES

# Grouped or plain figures, with decimals. French groups by spaces or points and has a decimal comma.
_PATTERNS = {
    "en": re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"),
    "fr": re.compile(r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?:,\d+)?|\d+(?:,\d+)?"),
    "zh": re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"),
}
_GOES_ON = re.compile(r"[.,:/-]\d|[A-Za-z]{2}|[A-Z]")  # 10:30, 1.2.2024, 3D
# Hours of the day: 21 h is 9 p.m.
_HOUR = re.compile(r"[ \u00a0\u202f]?(?:h\b|[ap]\.?[ \u00a0]?m\b|o['’]clock\b|[点點时時])", re.IGNORECASE)
_ORDINAL = re.compile(r"(?:th|st|nd|rd|bn|e|er|ère)\b")
# Between Chinese and the others the figure itself changes: 1.25亿 is 125 million.
_UNITS = {
    **{language: rf"(?:{'|'.join(sorted(scales, key=len, reverse=True))})\b" for language, scales in SCALES.items()},
    "zh": "[十百千万亿萬億]",
}
_WRITTEN = {"en": ("trillion", "billion", "million"), "fr": ("milliards", "millions"), "zh": ("万亿", "亿", "万")}
_MOST_DECIMALS = 3
_PLURAL_FROM = 2  # French: 1,9 million, 2 millions
_GROUPS = {"en": ",", "fr": "\u202f", "zh": ","}
_DECIMALS = {"en": ".", "fr": ",", "zh": "."}


def wanted_numbers(text: str, source: str, target: str) -> list[Wanted]:
    """Return how the figures of a sentence are to be written; a number in words does as well."""
    return list(_wanted_numbers(text, source, target))


def _wanted_numbers(text: str, source: str, target: str) -> Iterator[Wanted]:
    for match in _PATTERNS[source].finditer(text):
        before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 12]
        if _is_part(before, after) or _HOUR.match(after) or match.group().startswith("0"):
            continue
        if "zh" in (source, target) and re.match(rf"\s?(?:{_UNITS[source]}|[mkb]n?\b)", after, re.IGNORECASE):
            continue
        whole, _, decimals = match.group().partition(_DECIMALS[source])
        digits = re.sub(r"\D", "", whole)
        tail = _DECIMALS[target] + decimals if decimals else ""
        parted = grouped(digits, target) + tail
        forms = (digits + tail, parted) if whole == digits and len(digits) < 5 else (parted, digits + tail)
        yield Wanted(span=Span(*match.span()), accepted=forms, kind="number")


def rewritten(text: str, source: str, target: str) -> str:
    """Return figures that stand alone as another language writes them: 4 200 000 becomes 4,200,000."""
    for want in reversed(wanted_numbers(text, source, target)):
        text = text[: want.span.start] + want.accepted[0] + text[want.span.end :]
    return dress(text, target, text)


def grouped(digits: str, language: str, mark: str | None = None) -> str:
    """Return a whole number with its thousands parted as a language parts them, or by another mark."""
    return f"{int(digits):,}".replace(",", mark or _GROUPS[language])


def in_figures(value: Decimal, language: str) -> tuple[str, ...]:
    """Return how a number may stand in figures: 1350, 1,350."""
    whole, _, decimals = f"{value:f}".partition(".")
    tail = _DECIMALS[language] + decimals if decimals else ""
    forms = (whole, grouped(whole, language), grouped(whole, language, " "))
    return tuple(dict.fromkeys(one + tail for one in forms))


def _scale(word: str, language: str) -> int:
    """Return what a word for a large number stands for: million, milliard, 百万."""
    if language != "zh":
        return SCALES[language][word]
    read = read_chinese(to_simplified(word))
    return int(read[0]) if read else 1


def in_words(value: Decimal, language: str) -> tuple[str, ...]:
    """Return how a language writes a large number: 13.5 million, 13,5 millions, 1350万; then in figures alone."""
    forms = []
    scales = ((_scale(word, language), word) for word in _WRITTEN[language])
    scale, word = next(((scale, word) for scale, word in scales if value >= scale), (1, ""))
    share = (value / scale).normalize()
    if word and -int(share.as_tuple().exponent) <= _MOST_DECIMALS:
        if language == "fr" and share < _PLURAL_FROM:
            word = word.removesuffix("s")
        unit = word if language == "zh" else f" {word}"
        whole, _, decimals = f"{share:f}".partition(".")
        tail = _DECIMALS[language] + decimals if decimals else ""
        forms = [whole + tail + unit, grouped(whole, language) + tail + unit]
    if value == value.to_integral_value():
        forms.append(grouped(f"{value:f}".partition(".")[0], language))
    return tuple(dict.fromkeys(forms))


def _is_part(before: str, after: str) -> bool:
    """Tell whether a figure is part of a time, a date, a code or a word."""
    glued = before[-1:].isalnum() and before[-1:].isascii()
    joined = len(before) == 2 and before[-1] in ".,:/-" and before[0].isdigit()
    goes_on = _GOES_ON.match(after) is not None and not _ORDINAL.match(after)
    return glued or joined or goes_on
