"""Figures, written as the target language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from polyglot_news.text import Span, to_simplified
from polyglot_news.translate.terms import Wanted
from polyglot_news.values.chinese_numerals import read_chinese
from polyglot_news.values.spelled import SCALES
from polyglot_news.values.units import unit_names

# Grouped or plain figures, with decimals. French groups by spaces or points and has a decimal comma.
_PATTERNS = {
    "en": re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"),
    "fr": re.compile(r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?:,\d+)?|\d+(?:,\d+)?"),
    "zh": re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"),
}
_GOES_ON = re.compile(r"[.,:/-]\d|[A-Za-z]{2}|[A-Z]")  # 10:30, 1.2.2024, 3D
_ORDINAL = re.compile(r"(?:th|st|nd|rd|bn|e|er|ère)\b")
# Between Chinese and the others the figure itself changes: 1.25亿 is 125 million.
_LEAST = 1000  # the scale from which it does
_UNITS = {
    **{language: rf"(?:{'|'.join(sorted(scales, key=len, reverse=True))})\b" for language, scales in SCALES.items()},
    "zh": "[十百千万亿萬億]",
}
_SCALED = {
    **{
        language: re.compile(rf"\s?({'|'.join(word for word, scale in scales.items() if scale >= _LEAST)})(?![a-z])")
        for language, scales in SCALES.items()
    },
    "zh": re.compile(r"\s?([十百千]?(?:[万萬][亿億]?|[亿億]))(?![千万亿萬億])"),
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
        if _is_part(before, after) or match.group().startswith("0"):
            continue
        if "zh" in (source, target) and re.match(rf"\s?(?:{_UNITS[source]}|[mkb]n?\b)", after, re.IGNORECASE):
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
        value = figure * _scale(scaled.group(1), source)
        forms = _in_words(value, target)
        units = _UNITS[target]
        plain = translation.replace("\u00a0", " ").replace("\u202f", " ")
        said = "|".join(re.escape(form.replace("\u202f", " ")) for form in forms)
        if not forms or re.search(rf"(?<![\d.,])(?:{said})(?!\d|\s?{units})", plain):
            continue
        figures = {*_in_figures(figure, target), *_in_figures(value, target)}
        taken = "|".join(re.escape(one) for one in sorted(figures, key=len, reverse=True))
        found = list(re.finditer(rf"(?<![\d.,])(?:{taken})(?:\s?{units})*(?![\d%]|[.,]\d)", translation))
        if len(found) == 1:
            start, end = found[0].span()
            after = translation[end:]
            if target == "fr" and forms[0][-1].isalpha():
                after = _joined(after)
            translation = translation[:start] + forms[0] + after
    return translation


def _joined(after: str) -> str:
    """Put *de* between a French million and the unit that follows it: 320 millions d’euros."""
    word = re.match(r"\s(\w+)", after)
    if word is None or word.group(1).lower() not in unit_names("fr"):
        return after
    return (" d’" if word.group(1)[0].lower() in "aeiouéêh" else " de ") + after[1:]


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


def _scale(word: str, language: str) -> int:
    """Return what a word for a large number stands for: million, milliard, 百万."""
    if language != "zh":
        return SCALES[language][word]
    read = read_chinese(to_simplified(word))
    return int(read[0]) if read else 1


def _in_words(value: Decimal, language: str) -> tuple[str, ...]:
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
