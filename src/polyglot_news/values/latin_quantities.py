"""Quantities in English and French: a number with its unit, its sign and what it counts."""

from __future__ import annotations

from fractions import Fraction

import attrs

from polyglot_news.text import Span
from polyglot_news.values.latin_numbers import Core, read_number
from polyglot_news.values.latin_reader import DASHES, Reader
from polyglot_news.values.latin_words import BEFORE_UNIT
from polyglot_news.values.model import Moment, Value, ValueKind
from polyglot_news.values.spelled import SCALES, read_spelled
from polyglot_news.values.tokens import joined
from polyglot_news.values.units import is_currency

_COMPARED = {"more", "higher", "larger", "greater", "bigger", "faster", "longer", "plus", "supérieur", "supérieure"}
_LESSENED = {"less", "fewer", "lower", "smaller", "cheaper", "slower", "shorter", "moins", "inférieur", "inférieure"}
_SOMEONES = {"his", "her", "their", "my", "your", "our"}
_PART_OF_DECADE = {"early", "mid", "late", *DASHES}
_MULTIPLIED = {"multip"}
_DIVIDED = {"divisé", "divise", "divide", "divisi"}


def is_of_someone(reader: Reader, index: int) -> bool:
    """Whether a decade is one of somebody's life: "in her late fifties"."""
    before = index - 1
    while before > 0 and reader.low(before) in _PART_OF_DECADE:
        before -= 1
    return reader.low(before) in _SOMEONES


def decade_of_life(reader: Reader, start: int, end: int, number: int) -> Value:
    """Return an age between a round number and the next one, which one is nearly in one's late forties."""
    span = reader.span(start, end)
    if reader.language == "en" and reader.low(start - 1) == "late":
        numbers = (Fraction(number + 10),)
        return Value(span=span, kind="age", numbers=numbers, unit="year", bound="nearly", spelled=True)
    return Value(span=span, kind="age", numbers=(Fraction(number),), unit="year", bound="about")


def read_quantity(reader: Reader, index: int) -> tuple[Value, int] | None:
    """Read a number and its unit at token ``index``; return the value and the index after it."""
    core = read_number(reader, index)
    if core is None:
        return None
    token = reader.tokens[index]
    start, end = index, core.end
    number, readings = core.number, core.readings
    if core.kind == "ordinal":
        century = reader.century_end(end)
        if century:
            span = Span(token.start, reader.tokens[century - 1].end)
            return Value(span=span, kind="period", moment=Moment(century=int(number))), century
        return reader.value(start, end, "ordinal", number, loose=False), end
    if core.kind == "period":
        if is_of_someone(reader, index):
            return decade_of_life(reader, start, end, int(number)), end
        return Value(
            span=reader.span(start, end), kind="period", moment=Moment(decade=int(number)), spelled=core.spelled
        ), end
    grouped = reader.age_group_end(index) if core.kind == "cardinal" else 0
    if grouped:
        return reader.value(start, grouped, "age", core.number, unit="year"), grouped
    offset, sign = reader.money_before(index)
    negative = reader.negative(index)
    if negative is not None:
        number, readings = -number, tuple(-r for r in readings)
        start = negative
    end, number = _and_a_half(reader, end, number, core)
    unit: str | None
    unit, end = reader.unit(end, of=core.scale >= 10**6 or core.spelled or core.kind == "fraction")
    if sign is not None:
        unit = sign if unit is None or not is_currency(unit) else unit
    if unit is None and core.kind == "cardinal" and reader.low(end) in BEFORE_UNIT:
        beyond, after = reader.unit(end + 1, of=False)
        plural = core.number == 1 or reader.low(after - 1).endswith(("s", "x"))  # but "sold 300 last year"
        if beyond is not None and after > end + 1 and plural:
            unit, end = beyond, after
    if unit in {"°", "°C", "°F"}:
        if below := _below_zero(reader, end):
            number, end = -abs(number), below
        elif negative is None and reader.low(index - 1) == "moins":  # « à moins 71 degrés »
            number, start = -number, index - 1
    if unit == "hour" and reader.language == "fr":
        number, end = _minutes(reader, number, end)
    if reader.language == "fr" and (unit == "m" or is_currency(unit)):
        number, end = _hundredths(reader, number, end)
    if unit == "ft":
        number, end = _inches(reader, number, end)
    if unit is not None:
        end, number = _and_a_half(reader, end, number, core)
    kind: ValueKind = core.kind
    if unit in {"%", "‰"}:
        kind = "percent"
    elif unit in {"pp", "bp"}:
        kind = "points"
    elif is_currency(unit):
        kind = "money"
    elif unit is not None and kind != "magnitude":
        kind = "quantity"
        if unit == "year" and reader.is_age(start, end):
            kind = "age"
    elif kind == "cardinal" and reader.low(start - 1) == "aged":
        kind, unit = "age", "year"
    elif kind == "cardinal" and reader.low(end) in {"points", "point"}:
        kind, end = "points", end + 1
    elif kind == "fraction" and (after_point := _part_of_point(reader, end)):
        kind, unit, end = "points", "pp", after_point
    elif kind == "cardinal" and reader.times(end):
        kind, end = "multiple", reader.times(end)
        if reader.low(end) in _COMPARED:
            readings = (number + 1, number - 1)  # of "three times more", nobody knows whether it is three or four
        elif reader.low(end) in _LESSENED and number > 1:  # « huit fois moins » is an eighth
            kind, number, readings = "fraction", 1 / number, (number,)
    elif kind == "cardinal" and reader.low(start - 1) in {"by", "par"} and number > 1:
        before = {reader.low(start - k)[:6] for k in (2, 3)}
        if not before.isdisjoint(_MULTIPLIED):
            kind = "multiple"
        elif not before.isdisjoint(_DIVIDED):
            kind, number, readings = "fraction", 1 / number, (number,)
    era = _before_our_era(reader, end) if unit is None and kind == "cardinal" and number.denominator == 1 else 0
    if era and 0 < number < 10000:
        value = Value(span=reader.span(start, era), kind="date", moment=Moment(year=-int(number)))
        return value, era
    year = token.numeral is not None and kind == "cardinal" and _is_year(reader, index, core)
    one = number == 1 and core.spelled and unit is None and (kind == "cardinal" or _is_after(reader, end))
    loose = core.loose or one
    value = reader.value(start, end, kind, number, unit=unit, spelled=core.spelled, loose=loose, scale=core.scale)
    value = attrs.evolve(value, readings=readings)
    if year:
        value = attrs.evolve(value, kind="date", moment=Moment(year=int(number)))
    if core.year:
        value = attrs.evolve(value, kind="date", moment=Moment(year=int(number)))
    if offset is not None:
        value = attrs.evolve(value, span=Span(min(offset, value.span.start), value.span.end))
    return value, end


# Words in -s that follow « un mètre cinquante » and are nothing counted: « à deux mètres vingt personnes attendaient ».
_NO_PLURALS = frozenset(
    ["après", "dans", "depuis", "dès", "mais", "moins", "pas", "plus", "près", "puis", "sans", "sous", "vers"]
)
_PARTICIPLES = ("é", "ée", "és", "ées", "u", "ue", "us", "ues", "i", "ie", "is", "ies", "it", "ert")
_DETERMINERS = frozenset(["le", "la", "les", "l", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs"])
_TERMS = frozenset(["an", "année", "semaine", "mois", "jour"])  # une fois l'an: once a year


def _is_after(reader: Reader, end: int) -> bool:
    """Whether « une fois » before ``end`` says *after*: « une fois élu », « une fois la paix revenue »."""
    if reader.low(end - 1) != "fois":
        return False
    low = reader.low(end)
    if low in _DETERMINERS:
        return reader.low(end + 1 + (low == "l")) not in _TERMS
    return low == "que" or low.endswith(_PARTICIPLES)


_BELOW_ZERO = {
    "en": (["below", "zero"], ["below", "freezing"], ["of", "frost"]),
    "fr": (["en", "dessous", "de", "zéro"], ["au", "-", "dessous", "de", "zéro"], ["sous", "zéro"]),
}


def _below_zero(reader: Reader, end: int) -> int:
    """Return the index after "below zero", 0 if it does not stand here."""
    for phrase in _BELOW_ZERO[reader.language]:
        if [reader.low(end + k) for k in range(len(phrase))] == phrase:
            return end + len(phrase)
    return 0


def _part_of_point(reader: Reader, end: int) -> int:
    """Return the index after the point that a fraction is of: "a quarter of a point", « un demi-point »; else 0."""
    words = [reader.low(end + k) for k in range(3)]
    for lead in (["of", "a"], ["de"], ["-"], []):
        if words[: len(lead)] == lead and reader.low(end + len(lead)) in {"point", "points"}:
            return end + len(lead) + 1
    return 0


def _is_year(reader: Reader, index: int, core: Core) -> bool:
    raw = reader.tokens[index].raw
    return raw.isdigit() and len(raw) == 4 and core.scale == 1 and 1000 <= int(raw) <= 2100 and core.end == index + 1


_HALVES = {
    "half": Fraction(1, 2),
    "demi": Fraction(1, 2),
    "demie": Fraction(1, 2),
    "quarter": Fraction(1, 4),
    "quart": Fraction(1, 4),
}


def _and_a_half(reader: Reader, end: int, number: Fraction, core: Core) -> tuple[int, Fraction]:
    """Add the half of "two years and a half", "un an et demi", the quarter of "an hour and a quarter"."""
    words = [reader.low(end + k) for k in range(3)]
    step = Fraction(core.scale if core.scale >= 10**6 else 1)
    if reader.language == "en" and words[:2] == ["and", "a"] and words[2] in _HALVES:
        part, end = _HALVES[words[2]], end + 3
    elif reader.language == "fr" and words[0] == "et" and words[1] in _HALVES:
        part, end = _HALVES[words[1]], end + 2
    else:
        return end, number
    number += step * part
    scale = SCALES[reader.language].get(reader.low(end), 1)
    if core.scale == 1 and scale >= 1000:
        return end + 1, number * scale
    return end, number


def _minutes(reader: Reader, hours: Fraction, end: int) -> tuple[Fraction, int]:
    """Add the minutes of "une heure trente", or the quarters of "deux heures trois quarts"."""
    spelled = read_spelled(reader.tokens, end, "fr")
    if spelled is not None and reader.low(spelled.end) in {"quart", "quarts"} and spelled.value < 4:
        return hours + spelled.value / 4, spelled.end + 1
    if spelled is None or not 1 < spelled.value < 60 or reader.unit(spelled.end, of=False)[0] not in {None, "minute"}:
        return hours, end
    return hours + spelled.value / 60, spelled.end


def _hundredths(reader: Reader, number: Fraction, end: int) -> tuple[Fraction, int]:
    """Add the centimetres of « un mètre cinquante », the cents of « 2 euros 50 »; what is counted there is another."""
    core = read_number(reader, end) if end < len(reader.tokens) and number.denominator == 1 else None
    if core is None or core.kind != "cardinal" or core.number not in range(10, 100):
        return number, end
    follows = reader.low(core.end)
    counted = follows.endswith(("s", "x")) and follows not in _NO_PLURALS
    if counted or reader.times(core.end) or reader.unit(core.end, of=False)[0] is not None:
        return number, end
    return number + core.number / 100, core.end


def _inches(reader: Reader, feet: Fraction, end: int) -> tuple[Fraction, int]:
    """Add the inches of "6-foot-6", "6 feet 6 inches"."""
    at = end + 1 if reader.low(end) in DASHES and joined(reader.tokens, end) else end
    token = reader.tokens[at] if at < len(reader.tokens) else None
    if token is None or token.numeral is None or token.numeral.value is None or not 0 < token.numeral.value < 12:
        return feet, end
    unit, after = reader.unit(at + 1, of=False)
    if at == end and unit != "in":
        return feet, end
    return feet + token.numeral.value / 12, after if unit == "in" else at + 1


def _before_our_era(reader: Reader, end: int) -> int:
    """Return the index after "BC", "av. J.-C.", 0 if none stands here."""
    words = [reader.low(end + k) for k in range(6)]
    if words[0] in {"bc", "bce"}:
        return end + 1
    if words[:3] == ["b", ".", "c"]:
        return end + 4 if words[3] == "." else end + 3
    if words[0] in {"av", "avant"}:
        at = 2 if words[1] == "." else 1
        if words[at] == "j":
            return end + at + (5 if words[at + 1 : at + 2] == ["."] else 3)
        if words[at : at + 2] == ["notre", "ère"]:
            return end + at + 2
    return 0
