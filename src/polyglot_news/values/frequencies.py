"""How often: "twice a week", "tous les six mois", 每两周一次, as times in a year that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache

import attrs

from polyglot_news import tables
from polyglot_news.text import Span, to_simplified
from polyglot_news.values.rates import time_units
from polyglot_news.values.units import units

_NEAR = Fraction(1, 10)
"""How far rates may differ that are told by other units: twice a month is every two weeks."""

_FREQUENT = frozenset({"second", "minute"})
"""Of these, "every minute" counts nothing."""

_NUMBER = {
    "en": r"\d{1,3}|[a-z]+(?:-[a-z]+)?",
    "fr": r"\d{1,3}|[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*",
    "zh": r"\d{1,3}|[一二两三四五六七八九十百]{1,4}",
}
_SAID = {
    "once": "1",
    "twice": "2",
    "thrice": "3",
    "other": "2",
    "second": "2",
    "third": "3",
    "couple of": "2",
    "半": "1/2",
}

# ``times``: how many times; ``every``: in how many units; ``unit``: of time; ``word``: one that says it all.
_PATTERNS = {
    "en": r"""
      \b(?P<times>once|twice|thrice|(?:{number})\ times)[ -]
        (?:(?:an?|per|each|(?:in\ )?every)\ (?:(?P<every>couple\ of|{number})[ -])?(?P<unit>{units})
           |(?P<rate>daily|weekly|monthly|quarterly|yearly|annually))\b(?!['’]|\ (?:ago|later|earlier)\b)
    | \b(?:every|each)\ (?:(?:single|passing)\ )?(?:(?P<every2>couple\ of|{number})[ -])?(?P<unit2>{units})\b
        (?!['’-]|\ (?:of\ the\ \w+\ of|from\ now)\b)
        (?:,?[^.,;:!?\d]{{0,30}}?\b(?P<times2>once|twice|thrice|(?:{number})\ times)\b
          (?!\ (?:as|more|less|higher|the)\b))?
    | (?<![\w-])(?P<word>{words})(?![\w-])
    """,
    "fr": r"""
      \b(?P<times>(?:{number})\ fois)\ (?:(?:par|chaque)\ |l['’]|tou(?:te)?s\ les\ )
        (?:(?P<every>{number})\ )?(?P<unit>{units})\b
    | \b(?:chaque|tou(?:te)?s\ les)\ (?:(?P<every2>{number})\ )?(?P<unit2>{units})\b
        (?!\ (?:de|d['’]|du|des|qui|que|où|\w+(?:aires|ables|[iré]és|ées|és))\b)
        (?:,?[^.,;:!?\d]{{0,30}}?\b(?P<times2>(?:{number})\ (?:fois|reprises))\b(?!\ (?:plus|moins|supérieur)))?
    | \bune?\ (?P<unit3>{units})\ sur\ (?P<every3>{number})\b
    | (?<![\w-])(?P<word>{words})(?![\w-])
    """,
    "zh": r"""
      每(?P<skip>隔)?\ ?(?P<every>{number}|半)?\ ?个??(?P<unit>{units})
        (?:[^，。；：！？、,;每\d一二两三四五六七八九十]{{0,12}}?(?P<times>{number})\ ?[次回趟遍度])?
    | (?<![第\d\.一二三四五六七八九十百零〇])(?P<every2>{number}|半)\ ?个??(?P<unit2>{counted})
        [^，。；：！？、,;每\d一二两三四五六七八九十了过前来内间后里中以]{{0,4}}(?P<times2>{number})\ ?[次度](?!假)
    | (?<![第\d一二三四首每个])(?P<word>{words})
    """,
}
_RANGE = re.compile(
    r"(?:(?:\d|\b(?:one|two|three|four|five|six|once|twice|times|une?|deux|trois|quatre|cinq|fois)) (?:or|to|ou|à) "
    r"|[-–—或到至、]|\d[\s,.]?)$",
    re.IGNORECASE,
)
"""Before a number, this makes it the end of another one: "two to three times", "1,200 times"."""

_MONTH_OR_DAY = frozenset({"月", "日", "时"})
"""With a number before, these make a date."""


@attrs.frozen(kw_only=True)
class Frequency:
    """How often something happens.

    Attributes:
        span: where it stands.
        parts: where its words stand, where others come between: "every year … twice".
        times: how many times.
        every: in how many units.
        unit: the code of a unit of time.
        other: a second reading, in times a year: "biweekly".
        counted: whether it gives a number: "once a week", not "every week".
    """

    span: Span
    parts: tuple[Span, ...]
    times: Fraction
    every: Fraction
    unit: str
    counted: bool
    other: Fraction | None = None

    @property
    def yearly(self) -> Fraction:
        """How many times a year."""
        return self.times / self.every * _in_a_year(self.unit)


def find_frequencies(text: str, language: str) -> list[Frequency]:
    """Find what says how often, in order."""
    plain = (to_simplified(text) if language == "zh" else text).replace("\u00a0", " ").replace("\u202f", " ")
    return list(_read(plain, language))


def same_frequency(one: Frequency, two: Frequency) -> bool:
    """Whether two say the same: half-yearly, twice a year, every six months."""
    return any(
        abs(a - b) <= max(a, b) * _NEAR
        for a in (one.yearly, one.other or one.yearly)
        for b in (two.yearly, two.other or two.yearly)
    )


def describe_frequency(frequency: Frequency) -> str:
    """Return a frequency in English: "twice every 3 weeks"."""
    times = {1: "once", 2: "twice"}.get(int(frequency.times), f"{frequency.times} times")
    if frequency.every == 1:
        return f"{times} a {frequency.unit}" if frequency.unit != "hour" else f"{times} an hour"
    if frequency.every == Fraction(1, 2):
        return f"{times} every half {frequency.unit}"
    return f"{times} every {frequency.every} {frequency.unit}s"


def _read(text: str, language: str) -> Iterator[Frequency]:
    for match in _pattern(language).finditer(text):
        group = match.groupdict()
        word = group.get("word") or group.get("rate")
        if (
            group.get("word") is None
            and group.get("times")
            and _RANGE.search(text, max(0, match.start() - 12), match.start())
        ):
            continue
        if word is not None:
            if word.lower() not in _words(language):
                continue
            first, *rest = _words(language)[word.lower()]
            times, every, unit = first
            if group.get("rate"):
                times *= _number(group["times"], language) or 1
            elif word != word.lower() and match.start():
                continue  # the name of a newspaper
            yield Frequency(
                span=Span(*match.span()),
                parts=(Span(*match.span()),),
                times=times,
                every=every,
                unit=unit,
                counted=every != 1 or times != 1 or bool(group.get("rate")),
                other=rest[0][0] / rest[0][1] * _in_a_year(rest[0][2]) if rest else None,
            )
            continue
        told = [next((group[n] for n in names if group.get(n)), None) for names in (_TIMES, _EVERY, _UNIT)]
        frequency = _counted(match, language, *told)
        if frequency is not None:
            yield frequency


_TIMES, _EVERY, _UNIT = ("times", "times2"), ("every", "every2", "every3"), ("unit", "unit2", "unit3")


def _counted(
    match: re.Match[str], language: str, times: str | None, every: str | None, unit: str | None
) -> Frequency | None:
    """Return the frequency that a match tells by numbers; None where it tells none."""
    count, span = _number(times, language), _number(every, language)
    code = time_units(language).get((unit or "").lower())
    if code is None or count is None or span is None or (times is every is None and code in _FREQUENT):
        return None
    if language == "zh" and unit in _MONTH_OR_DAY and every is not None:
        return None
    other = None
    if match.groupdict().get("skip"):
        if every is None:
            return None
        # 每隔一天 is every other day; 每隔四小时 may be every four hours or, by the letter, every five.
        span, other = (Fraction(2), None) if span == 1 else (span, count / (span + 1) * _in_a_year(code))
    if language == "fr" and code == "day" and span in {8, 15}:
        span -= 1  # "tous les quinze jours" is every fortnight
    late = "times2" if match.groupdict().get("times2") else "times" if language == "zh" and times else None
    parts: tuple[Span, ...] = (Span(*match.span()),)
    if late is not None:
        stop = max(match.end(name) for name in _UNIT if name in match.groupdict())
        parts = (Span(match.start(), stop), Span(match.start(late), match.end()))
    return Frequency(
        span=Span(*match.span()),
        parts=parts,
        times=count,
        every=span,
        unit=code,
        counted=times is not None or every is not None,
        other=other,
    )


def _number(words: str | None, language: str) -> Fraction | None:
    """Return the number that stands before "times" or a unit; 1 where nothing stands, None where no number does."""
    from polyglot_news.values import find_values

    if words is None:
        return Fraction(1)
    plain = re.sub(r" (?:times|fois|reprises)$", "", words.lower())
    if plain in _SAID:
        return Fraction(_SAID[plain])
    if language == "zh":
        plain += "个"  # a lone numeral may be none
    found = find_values(plain, language, loose=True)
    whole = len(found) == 1 and found[0].kind == "cardinal" and not found[0].readings
    return found[0].number if whole and (found[0].number or 0) > 0 else None


def _in_a_year(unit: str) -> Fraction:
    size, year = units()[unit].size, units()["year"].size
    return Fraction(0) if size is None or year is None else year / size


@cache
def _words(language: str) -> dict[str, list[tuple[Fraction, Fraction, str]]]:
    """Return the words that alone say how often: times, in how many units, of which one; several where ambiguous."""
    table: dict[str, list[tuple[Fraction, Fraction, str]]] = {}
    for row in tables.rows("values/frequencies"):
        if row["language"] == language:
            for word in row["words"].split("|"):
                table.setdefault(word, []).append((Fraction(row["times"]), Fraction(row["every"]), row["unit"]))
    return table


@cache
def _pattern(language: str) -> re.Pattern[str]:
    def either(words: Iterable[str]) -> str:
        return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))

    names = time_units(language)
    pattern = _PATTERNS[language].format(
        number=_NUMBER[language],
        units=either(names),
        counted=either(name for name in names if name not in _MONTH_OR_DAY),
        words=either(_words(language)),
    )
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)
