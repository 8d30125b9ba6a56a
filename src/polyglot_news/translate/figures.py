"""Figures that a model got wrong, put right: 860万 for 68 million, 1.75 billion for 1750亿.

The values of a sentence and of its translation are held against each other. Where one figure of the translation can
stand for no figure of the sentence but for one that is lost, it is written anew. What remains lost is looked for in
other translations of the sentence, also with its figures written out in digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from polyglot_news.text import Span
from polyglot_news.translate.numbers import grouped, in_figures, in_words
from polyglot_news.values import find_values
from polyglot_news.values.agreement import agreement
from polyglot_news.values.facts import Fact, facts_in
from polyglot_news.values.model import Value
from polyglot_news.values.spelled import SCALES
from polyglot_news.values.units import is_currency, units_conflict

_KINDS = {"cardinal", "money", "quantity", "age", "percent", "points", "range", "ordinal", "date"}
_SHARES = {"%", "‰", "pp", "bp"}
_SCALE_WORDS = {language: "|".join(sorted(scales, key=len, reverse=True)) for language, scales in SCALES.items()}
_ORDINALS = {"en": "st|nd|rd|th", "fr": "er|re|ère|e|ème"}
_DIGITS = r"(?:\d{1,3}(?:[\u00a0\u202f ]\d{3}(?!\d))+|\d+)(?:[.,]\d+)*"
# A figure with all that multiplies it.
_NUMERAL = {
    **{
        language: re.compile(
            rf"(?<![\d.,]){_DIGITS}(?:(?:{_ORDINALS[language]})\b|(?:[ \u00a0\u202f-](?:{words})\b)*)", re.IGNORECASE
        )
        for language, words in _SCALE_WORDS.items()
    },
    "zh": re.compile(
        r"(?<![\d.,])\d+(?:[.,]\d+)*(?:\s?[十百千万萬亿億]+)?(?:\s?[bm]n?(?![A-Za-z]))?|[〇零一二两兩三四五六七八九十百千万萬亿億]+"
    ),
}
_WELL_PARTED = {
    **dict.fromkeys(("en", "zh"), re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d.,])")),
    "fr": re.compile(r"(?:\d{1,3}(?:[\u00a0\u202f ]\d{3})+|\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?![\d.,])"),
}
_LARGE = re.compile(r"(?:million|milliard)s?$")
_LINK = re.compile(r"^\s(?:de\s|d['’])")
# What follows a French million without "de" between them, beside signs.
_UNLINKED = re.compile(
    r"(?:à|aux?|avec|cette|chaque|contre|dans|de|du|des|en|entre|es?t|était|ici|l[ae]s?|l|ne|ont|ou|par|pendant|plus"
    r"|pour|qu[ei]|sans|sera|seront|sont|sous|sur|s[e’']?|tandis|tous|vers|y)\b",
    re.IGNORECASE,
)
_SIGNS = {"en": "%", "fr": "\u202f%", "zh": "%"}
_SHARE_BESIDE = re.compile(r"[%％‰]|百分|成|\b(?:per|p|pour|point|pc|pct)", re.IGNORECASE)
_AFTERNOON = re.compile(r"\b(1[3-9]|2[0-3])((?:[:.][0-5]\d)? ?p\.?m\b)", re.IGNORECASE)  # 21 p.m.
_UNGROUPED = 10_000


def restore_figures(translation: str, text: str, source: str, target: str) -> str:
    """Return a translation with the figures put right that can stand for one figure of the sentence alone."""
    if target == "en":
        translation = _AFTERNOON.sub(lambda match: f"{int(match[1]) - 12}{match[2]}", translation)
    theirs = facts_in(text, source)
    translation = _with_time(translation, theirs, target)
    if not any(map(_is_figure, theirs)):
        return translation
    ours = facts_in(translation, target)
    clear = [fact for fact in ours if not _is_misparted(fact, translation, target)]
    new = [
        fact
        for fact in ours
        if _is_figure(fact) and not (fact in clear and any(_agree(fact, other) for other in theirs))
    ]
    lost = [fact for fact in theirs if _is_figure(fact) and not any(_agree(other, fact) for other in clear)]
    pairs = _paired(new, lost)
    changed = [one.value for one, _ in pairs]
    changes = [
        change
        for one, other in pairs
        for change in _change(translation, one, other, target, alone=changed.count(one.value) == 1)
    ]
    changes += _signs(translation, clear, theirs, target)
    for span, form in sorted(changes, reverse=True):
        rest = _linked(form, span.of(translation), translation[span.end :], target)
        translation = translation[: span.start] + form + rest
    return translation


def _with_time(translation: str, theirs: Sequence[Fact], target: str) -> str:
    """Return a translation with the one time of the day put right that is not that of the sentence."""
    if not any(fact.kind == "time" for fact in theirs):
        return translation
    ours = facts_in(translation, target)
    new = [one for one in ours if one.kind == "time" and not any(_agree(one, other) for other in theirs)]
    lost = [other for other in theirs if other.kind == "time" and not any(_agree(one, other) for one in ours)]
    if len(new) != 1 or len(lost) != 1 or len(lost[0].numbers) != 1:
        return translation
    start, end = new[0].value.span
    return translation[:start] + _clock(int(lost[0].numbers[0]), target) + translation[end:]


def _clock(minutes: int, language: str) -> str:
    """Return a time of the day: 9:30 p.m., 21 h 30, 21时30分."""
    hour, minute = divmod(minutes, 60)
    if language == "fr":
        return f"{hour}\u00a0h" + (f"\u00a0{minute:02}" if minute else "")
    if language == "zh":
        return f"{hour}时" + (f"{minute}分" if minute else "")
    return f"{(hour - 1) % 12 + 1}" + (f":{minute:02}" if minute else "") + (" p.m." if hour >= 12 else " a.m.")


def _signs(translation: str, ours: Sequence[Fact], theirs: Sequence[Fact], target: str) -> Iterator[tuple[Span, str]]:
    """Yield bare figures of a translation that are percentages in the sentence, with the sign."""
    for other in theirs:
        if other.value.kind != "percent" or other.value.spelled:
            continue
        same = [fact for fact in ours if other.numbers[0] in fact.numbers]
        if len(same) != 1:
            continue
        (one,) = same
        places = _numerals(translation, one.value.span, target)
        if one.value.kind == "cardinal" and one.unit is None and not one.value.spelled and len(places) == 1:
            (place,) = places
            if not _SHARE_BESIDE.search(translation[max(0, place.start - 4) : place.end + 16]):
                yield place, place.of(translation) + _SIGNS[target]


def written_out(text: str, values: Sequence[Value], language: str) -> str:
    """Return a sentence with some of its values in digits alone: 4,300,000 for 4.3 million."""
    for value in sorted(values, key=lambda value: value.span, reverse=True):
        if len(value.numbers) != 1 or value.moment is not None or value.numbers[0].denominator != 1:
            continue
        places = [value.span] if value.spelled and value.unit is None else _numerals(text, value.span, language)
        if len(places) == 1:
            (place,) = places
            form = grouped(str(value.numbers[0]), language)
            text = text[: place.start] + form + _linked(form, place.of(text), text[place.end :], language)
    return text


def _is_figure(fact: Fact) -> bool:
    """Tell whether a fact is surely a figure, and no word that may be rendered by another."""
    known = fact.value.kind in _KINDS or fact.part == "decade"
    counts = fact.kind == "number" and known and fact.numbers[0] > 0
    return counts and not fact.value.loose and not fact.small_word


def _agree(one: Fact, other: Fact) -> bool:
    """Tell whether two facts may be the same; that both could be read as a third number is chance."""
    shared = set(one.numbers) & set(other.numbers)
    if shared and shared.isdisjoint({one.numbers[0], other.numbers[0]}):
        return False
    return agreement(one, other) > 0


def _paired(new: Sequence[Fact], lost: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """Pair figures of the translation with those that they stand for: the same digits first, then what is alone."""
    found: list[tuple[Fact, Fact]] = []
    for fits in (_same_digits, _alike):
        new = [one for one in new if not any(one is taken for taken, _ in found)]
        lost = [other for other in lost if not any(other is taken for _, taken in found)]
        pairs = [(one, other) for one in new for other in lost if _alike(one, other) and fits(one, other)]
        found += [
            (one, other)
            for one, other in pairs
            if sum(one is first for first, _ in pairs) == sum(other is second for _, second in pairs) == 1
        ]
    return found


def _is_misparted(fact: Fact, text: str, language: str) -> bool:
    """Tell whether a figure has its marks where its language has none, and may be read in two ways: 88,7亿."""
    places = _numerals(text, fact.value.span, language) if fact.value.moment is None else []
    return any(
        text[place.start].isdigit() and not _WELL_PARTED[language].match(place.of(text).replace(" ", ""))
        for place in places
    )


def _alike(one: Fact, other: Fact) -> bool:
    """Tell whether two figures are of one kind."""
    if one.part != other.part or (one.value.kind == "ordinal") != (other.value.kind == "ordinal"):
        return False
    if _SHARES & {one.unit, other.unit}:
        return one.unit == other.unit
    return (is_currency(one.unit) and is_currency(other.unit)) or not units_conflict(one.unit, other.unit)


def _same_digits(one: Fact, other: Fact) -> bool:
    """Tell whether two numbers differ by their scale alone: 68 and 68,000,000."""
    first, second = (str(fact.numbers[0].numerator).rstrip("0") for fact in (one, other))
    return first == second


def _change(translation: str, one: Fact, other: Fact, target: str, *, alone: bool) -> Iterator[tuple[Span, str]]:
    """Yield where a figure stands in a translation, if that is clear, and how that of the sentence is written.

    ``alone`` tells that the other end of its range, if it is one, stays: in "2 to 3 million" both have the million.
    """
    form = _written(other, target)
    places = _numerals(translation, one.value.span, target)
    if one.value.kind == "range":
        ends = list(zip(places, one.value.numbers, strict=False))
        own = all(number in _readings(place.of(translation), target) for place, number in ends)
        places = [place for place, number in ends if number == one.numbers[0]] if len(places) == 2 else []
        places = places if own or not alone else []
    elif len(places) > 1:
        places = [place for place in places if one.numbers[0] in _readings(place.of(translation), target)]
    if form and len(places) == 1:
        (place,) = places
        everywhere = _numerals(translation, Span(0, len(translation)), target)
        if sum(place.of(translation) == found.of(translation) for found in everywhere) == 1:
            yield place, form


def _numerals(text: str, span: Span, language: str) -> list[Span]:
    found = (Span(*match.span()) for match in _NUMERAL[language].finditer(text))
    return [place for place in found if place.overlap(span)]


def _readings(numeral: str, language: str) -> list[Fraction]:
    if numeral.isdecimal():
        return [Fraction(numeral)]
    return [number for value in find_values(numeral, language, loose=True) for number in value.numbers]


def _written(fact: Fact, language: str) -> str | None:
    """Return a number as a language writes it; None where it has no end."""
    number = fact.numbers[0]
    if fact.value.kind == "ordinal":
        return _ranked(int(number), language)
    if fact.part is not None:
        return str(number)
    value = Decimal(number.numerator) / Decimal(number.denominator)
    if Fraction(value) != number:
        return None
    forms = in_words(value, language) or in_figures(value, language)
    if language == "zh":
        short = number < _UNGROUPED or number % 1_000 == 0 or number >= 10 * _UNGROUPED
        return forms[0] if short else forms[-1]  # 1.7万, but 12,480
    return next((form for form in forms if not re.search(r"\d{4}", form)), forms[0])


def _ranked(number: int, language: str) -> str:
    """Return an ordinal in figures; in Chinese 第 stands before it, wherever it is one."""
    if language == "zh":
        return str(number)
    if language == "fr":
        return f"{number}e" if number > 1 else "1er"
    teens = number % 100 in {11, 12, 13}
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _linked(form: str, old: str, after: str, language: str) -> str:
    """Put *de* between a French million and what it counts, or take it away: 320 millions d’euros, 250 000 euros."""
    if language != "fr":
        return after
    large = _LARGE.search(form) is not None
    if large == (_LARGE.search(old) is not None):
        return after
    if not large:
        return _LINK.sub(" ", after, count=1)
    if not after[:1].isspace() or not after[1:2].isalpha() or _UNLINKED.match(after[1:]):
        return after
    return (" d’" if after[1].lower() in "aeiouéêh" else " de ") + after[1:]
