"""Facts: the smallest parts of values that can agree or disagree across languages."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

import attrs

from polyglot_news.values import find_values
from polyglot_news.values.model import Value
from polyglot_news.values.units import convert

FactKind = Literal["number", "month", "quarter", "half", "weekday", "time", "code"]

METRIC_FREE = {"time", "data", "frequency", "power", "energy"}  # dimensions of which all count in the same units
_MIDNIGHT = (0, 1440)  # 0:00 of the one day, 24:00 of the other
LARGE = 1000  # from which a scale is handed on, and a figure rounded
# Between two numbers that one scale may count: "5 and 7 million", « 38 des 52 millions ».
_COORDINATED = re.compile(
    r"\s*(?:,|、|and|or|et|ou|和|或|与|及)\s*|\s(?:of|out of|des|sur)(?: (?:the|its|their|those|les|ses|leurs|ces))?\s",
    re.IGNORECASE,
)
# Behind a number: it tells how many times.
_TIMES = re.compile(r"\s(?:fois|reprises?|times|occasions)\b|[次回趟]")
_SENTENCE_END = re.compile(r"[.!?](?=\s)|[。！？]")


@attrs.frozen(kw_only=True)
class Fact:
    """One number, month, quarter, half-year, weekday, clock time or code, and the value that it belongs to.

    Attributes:
        kind: facts of different kinds never agree, but a time may agree with the number of its hour.
        numbers: every reading; the likeliest first.
        value: where it stands.
        text: the text of a code (G20).
        part: which part of a date it is: "year", "day", "decade", "century"; else None.
        lent: the unit of the measure before it in the sentence, which a bare number may count: *58 km/h, and up to 70*.
        times: whether it tells how many times.
    """

    kind: FactKind
    numbers: tuple[Fraction, ...]
    value: Value
    text: str = ""
    part: str | None = None
    lent: str | None = None
    times: bool = False

    @property
    def unit(self) -> str | None:
        """The unit of the value; a range hands it to both ends."""
        return self.value.unit

    @property
    def small_word(self) -> bool:
        """Whether it is a number up to ten in words: languages drop and add these freely."""
        group = self.value.bound == "about" and self.value.scale == self.numbers[0]  # « une dizaine » is no small word
        return self.kind == "number" and self.value.spelled and not group and abs(self.numbers[0]) <= 10


@functools.lru_cache(maxsize=2048)
def facts_in(text: str, language: str) -> tuple[Fact, ...]:
    """Return the facts of a text, loose ones included; a sentence is read once however often it is asked for."""
    return tuple(facts_of(text, find_values(text, language, loose=True)))


def facts_of(text: str, values: Sequence[Value]) -> list[Fact]:
    """Take values apart: a date gives its year, month and day, a range its two ends."""
    facts: list[Fact] = []
    scaled: Value | None = None
    measure: Value | None = None
    for value, shared in zip(values, _shared_scales(text, values), strict=True):
        scaled, measure = (_in_sentence(before, value, text) for before in (scaled, measure))
        if value.moment is not None:
            facts.extend(_moment_facts(value))
        elif value.kind == "identifier" and not value.numbers:
            facts.append(Fact(kind="code", numbers=(), value=value, text=_digits(value.span.of(text))))
        elif value.kind in {"range", "ratio"}:
            low, high = value.numbers
            facts.append(Fact(kind="number", numbers=(low, *value.readings), value=value))
            facts.append(Fact(kind="number", numbers=(high,), value=value))
        else:
            readings = value.readings
            bare = _is_bare(value)
            if scaled is not None and bare:
                readings = (*readings, value.numbers[0] * scaled.scale)
            if shared > 1:
                readings = (*readings, value.numbers[0] * shared)
            lent = measure.unit if measure is not None and bare else None
            times = _TIMES.match(text, value.span.end) is not None
            numbers = (*value.numbers, *readings)
            facts.append(Fact(kind="number", numbers=numbers, value=value, lent=lent, times=times))
        scaled = value if value.scale > 1 else scaled
        measure = value if _is_measure(value) else measure
    return facts


def _shared_scales(text: str, values: Sequence[Value]) -> list[int]:
    """Return for each value the scale that one behind it may have for both: "5 and 7 million"."""
    scales = [1 for _ in values]
    for k in range(len(values) - 2, -1, -1):
        one, two = values[k : k + 2]
        if _is_bare(one) and one.numbers[0] < LARGE and _COORDINATED.fullmatch(text, one.span.end, two.span.start):
            scales[k] = max(two.scale, scales[k + 1])
    return scales


def _in_sentence(before: Value | None, value: Value, text: str) -> Value | None:
    """Return an earlier value if it stands in the sentence of a later one."""
    ended = before is not None and _SENTENCE_END.search(text, before.span.end, value.span.start)
    return None if ended else before


def _is_bare(value: Value) -> bool:
    """Whether a figure has no scale of its own, so that it may count what the one before counts.

    "500 billion dollars, of which 200 with Europe" are 200 billion.
    """
    return value.kind == "cardinal" and value.unit is None and value.scale == 1 and not value.loose


def _is_measure(value: Value) -> bool:
    """Whether a value is of a kind that one language tells in miles and another in kilometres."""
    size = convert(Fraction(1), value.unit) if value.kind == "quantity" else None
    return size is not None and size[0] not in METRIC_FREE


def _digits(string: str) -> str:
    return "".join(c for c in string if c.isalnum()).lower()


def _moment_facts(value: Value) -> list[Fact]:
    moment = value.moment
    facts: list[Fact] = []
    if moment is None:
        return facts
    if moment.year is not None:
        years = (Fraction(moment.year),) if moment.year > 0 else (Fraction(moment.year), Fraction(-moment.year))
        facts.append(Fact(kind="number", numbers=years, value=value, part="year"))
    if moment.month is not None:
        facts.append(Fact(kind="month", numbers=(Fraction(moment.month),), value=value))
    if moment.day is not None:
        facts.append(Fact(kind="number", numbers=(Fraction(moment.day),), value=value, part="day"))
    if moment.quarter is not None:
        facts.append(Fact(kind="quarter", numbers=(Fraction(moment.quarter),), value=value))
    if moment.half is not None:
        facts.append(Fact(kind="half", numbers=(Fraction(moment.half),), value=value))
    if moment.weekday is not None:
        facts.append(Fact(kind="weekday", numbers=(Fraction(moment.weekday),), value=value))
    if moment.minute is not None:
        minutes = [Fraction(moment.minute)]
        if moment.half_day:
            minutes.append(Fraction((moment.minute + 720) % 1440))
        if moment.minute in _MIDNIGHT:
            minutes = list(map(Fraction, _MIDNIGHT))
        facts.append(Fact(kind="time", numbers=tuple(minutes), value=value))
    if moment.decade is not None:
        decade = Fraction(moment.decade)
        short = () if decade >= 100 else (decade + 1900, decade + 2000)
        century = (decade / 100 + 1,) if decade >= 100 and decade % 100 == 0 else ()
        facts.append(Fact(kind="number", numbers=(decade, *short, *century), value=value, part="decade"))
    if moment.century is not None:
        facts.append(Fact(kind="number", numbers=(Fraction(moment.century),), value=value, part="century"))
    return facts
