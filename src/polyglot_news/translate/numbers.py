"""Figures, written as the target language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

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
_SCALES = {
    "en": {"thousand": 3, "million": 6, "billion": 9, "trillion": 12},
    "fr": {"mille": 3, "million": 6, "millions": 6, "milliard": 9, "milliards": 9},
    "zh": {"万": 4, "萬": 4, "百万": 6, "千万": 7, "亿": 8, "億": 8, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12},
}
_UNITS = {
    "en": (r"(?:hundred|thousand|million|billion|trillion)s?\b",),
    "fr": (r"(?:cents?|mille|millions?|milliards?|billions?)\b",),
    "zh": ("[十百千万亿]",),
}
_SCALED = {
    language: re.compile(r"\s?(" + "|".join(sorted(scales, key=len, reverse=True)) + r")(?![a-z]|[千万亿萬億])")
    for language, scales in _SCALES.items()
}
_MAGNITUDE = re.compile(
    r"\s?(?:[十百千万亿萬億]|(?:hundred|thousand|million|billion|trillion|mille|millions?|milliards?|billions?)\b|[mkb]n?\b)",
    re.IGNORECASE,
)
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
        if _is_part(before, after) or match.group().startswith("0"):
            continue
        if "zh" in (source, target) and _MAGNITUDE.match(after):
            continue
        whole, _, decimals = match.group().partition(_DECIMALS[source])
        digits = re.sub(r"\D", "", whole)
        tail = _DECIMALS[target] + decimals if decimals else ""
        grouped = _grouped(digits, target) + tail
        forms = (digits + tail, grouped) if whole == digits and len(digits) < 5 else (grouped, digits + tail)
        yield Wanted(span=Span(*match.span()), accepted=forms, kind="number")


def restore_scaled(translation: str, text: str, source: str, target: str) -> str:
    """Return a translation from or into Chinese with its large numbers put right: 1350万 is no 1350, but 13.5 million.

    A figure of the text that the translation took over, alone or with a wrong unit, gets the number that it stands for;
    nothing is done where the translation has the number already, or the figure more than once.
    """
    if "zh" not in (source, target):
        return translation
    for match in _PATTERNS[source].finditer(text):
        scaled = _SCALED[source].match(text[match.end() : match.end() + 12])
        if scaled is None or _is_part(text[max(0, match.start() - 2) : match.start()], ""):
            continue
        figure = _value(match.group(), source)
        value = figure.scaleb(_SCALES[source][scaled.group(1)])
        forms = _in_words(value, target)
        units = "|".join(_UNITS[target])
        plain = translation.replace("\u00a0", " ").replace("\u202f", " ")
        said = "|".join(re.escape(form.replace("\u202f", " ")) for form in forms)
        if not forms or re.search(rf"(?<![\d.,])(?:{said})(?!\d|\s?(?:{units}))", plain):
            continue
        figures = {*_in_figures(figure, target), *_in_figures(value, target)}
        taken = "|".join(re.escape(one) for one in sorted(figures, key=len, reverse=True))
        found = list(re.finditer(rf"(?<![\d.,])(?:{taken})(?:\s?(?:{units}))*(?![\d%]|[.,]\d)", translation))
        if len(found) == 1:
            start, end = found[0].span()
            translation = translation[:start] + forms[0] + translation[end:]
    return translation


def _grouped(digits: str, language: str, mark: str | None = None) -> str:
    """Return a whole number with its thousands parted as a language parts them, or by another mark."""
    return f"{int(digits):,}".replace(",", mark or _GROUPS[language])


def _in_figures(value: Decimal, language: str) -> tuple[str, ...]:
    """Return how a number may stand in figures: 1350, 1,350."""
    whole, _, decimals = f"{value:f}".partition(".")
    tail = _DECIMALS[language] + decimals if decimals else ""
    forms = (whole, _grouped(whole, language), _grouped(whole, language, " "))
    return tuple(dict.fromkeys(one + tail for one in forms))


def _value(figure: str, language: str) -> Decimal:
    whole, _, decimals = figure.partition(_DECIMALS[language])
    return Decimal(re.sub(r"\D", "", whole) + ("." + decimals if decimals else ""))


def _in_words(value: Decimal, language: str) -> tuple[str, ...]:
    """Return how a language writes a large number: 13.5 million, 13,5 millions, 1350万; then in figures alone."""
    units = {
        "en": ((12, " trillion"), (9, " billion"), (6, " million")),
        "fr": ((9, " milliards"), (6, " millions")),
        "zh": ((12, "万亿"), (8, "亿"), (4, "万")),
    }[language]
    forms = []
    power, unit = next(((power, unit) for power, unit in units if value >= Decimal(10) ** power), (0, ""))
    share = value.scaleb(-power).normalize()
    if power and -int(share.as_tuple().exponent) <= _MOST_DECIMALS:
        if language == "fr" and share < _PLURAL_FROM:
            unit = unit.removesuffix("s")
        whole, _, decimals = f"{share:f}".partition(".")
        tail = _DECIMALS[language] + decimals if decimals else ""
        forms = [whole + tail + unit, _grouped(whole, language) + tail + unit]
    if value == value.to_integral_value():
        forms.append(_grouped(f"{value:f}".partition(".")[0], language))
    return tuple(dict.fromkeys(forms))


def _is_part(before: str, after: str) -> bool:
    """Tell whether a figure is part of a time, a date, a code or a word."""
    glued = before[-1:].isalnum() and before[-1:].isascii()
    joined = len(before) == 2 and before[-1] in ".,:/-" and before[0].isdigit()
    goes_on = _GOES_ON.match(after) is not None and not _ORDINAL.match(after)
    return glued or joined or goes_on
