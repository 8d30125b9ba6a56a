"""Numbers in English and French, in digits or words, without their units."""

from __future__ import annotations

from fractions import Fraction

import attrs

from polyglot_news.values.latin_reader import DASHES, Reader
from polyglot_news.values.latin_words import CROWDS, GROUPS, PARTS
from polyglot_news.values.model import ValueKind
from polyglot_news.values.spelled import SCALES, Spelled, read_spelled, small_value
from polyglot_news.values.tokens import joined
from polyglot_news.values.units import unit_names

_SHORT_SCALES = {
    "k": 10**3, "bn": 10**9, "tn": 10**12, "trn": 10**12, "mn": 10**6, "mln": 10**6, "mio": 10**6,
    "md": 10**9, "mds": 10**9, "mrd": 10**9, "mia": 10**9,
}  # fmt: skip
_COUNTED = {"en": frozenset(["dozen"]), "fr": frozenset(["dizaines", "centaines", "douzaines"])}
_HYPHENED = frozenset(["hundred", "thousand", "million", "billion", "trillion", "bn"])
_SUFFIXES = {
    "en": {"st", "nd", "rd", "th"},
    "fr": {"er", "ers", "ère", "re", "e", "ème", "ième", "es", "èmes", "nd", "nde"},
}
_VULGAR = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}


@attrs.frozen(kw_only=True)
class Core:
    """A number without its unit; ``end`` is the index after its last token."""

    number: Fraction
    end: int
    kind: ValueKind = "cardinal"
    readings: tuple[Fraction, ...] = ()
    spelled: bool = False
    loose: bool = False
    scale: int = 1
    year: bool = False


def read_number(reader: Reader, index: int) -> Core | None:
    """Read the number itself, without its unit."""
    token = reader.tokens[index]
    if token.numeral is not None:
        return _digits(reader, index)
    low = token.low
    parts = PARTS[reader.language]
    shouted = token.raw.isupper() and token.raw != "A"
    if low in {"half", "demi"} or (low in {"a", "an", "un", "une", "one", "la"} and not shouted):
        found = _small_fraction(reader, index) or _group(reader, index) or _one_of_a_unit(reader, index)
        if found is not None:
            return found
        if low in {"a", "an", "half", "demi", "la"}:
            spelled = read_spelled(reader.tokens, index + 1, reader.language) if low == "a" else None
            if spelled is None or reader.tokens[index + 1].low not in SCALES[reader.language]:
                return None
            return Core(number=spelled.value, end=spelled.end, spelled=True, scale=spelled.scale)
    if low == "moitié":
        return Core(number=Fraction(1, 2), end=index + 1, kind="fraction", spelled=True)
    if low == "quarts" or (
        low == "tiers"
        and reader.low(index - 1) in {"le", "du", "au"}
        and reader.low(index + 1) in {"de", "des", "du", "d"}
    ):
        return Core(number=Fraction(1, 3), end=index + 1, kind="fraction", spelled=True) if low == "tiers" else None
    if reader.language == "fr" and low in parts and is_part_of(reader, index):
        return Core(number=Fraction(1, parts[low]), end=index + 1, kind="fraction", spelled=True)
    spelled = read_spelled(reader.tokens, index, reader.language)
    if spelled is None:
        return None
    if low in SCALES["en"] and reader.language == "en" and small_value(low, "en") is None:
        # a bare "hundred" or "million" counts only where a word before it does
        return Core(number=spelled.value, end=spelled.end, spelled=True, scale=spelled.scale, loose=True)
    if (
        reader.language == "fr"
        and low == "neuf"
        and spelled.end == index + 1
        and not _plural_after(reader, spelled.end)
    ):
        return None  # "un véhicule neuf"
    end = spelled.end
    if reader.low(end) in DASHES and reader.low(end + 1) in parts:
        end += 1
    denominator = None if _are_of_year(reader, index, end) else parts.get(reader.low(end))
    if denominator is not None and 0 < spelled.value < denominator and _denominator(reader, end, spelled.value):
        return Core(number=spelled.value / denominator, end=end + 1, kind="fraction", spelled=True)
    shared = _shared_denominator(reader, index, spelled)
    if shared is not None:
        return shared
    groups = GROUPS[reader.language]
    if reader.low(spelled.end) in groups and reader.low(spelled.end) not in SCALES[reader.language]:
        size = groups[reader.low(spelled.end)]
        return Core(number=spelled.value * size, end=spelled.end + 1, spelled=True, scale=size)
    many = spelled.end + 1 if reader.low(spelled.end) in DASHES else spelled.end
    if reader.low(many) in _COUNTED[reader.language]:
        size = {**groups, **CROWDS[reader.language]}[reader.low(many)]
        return Core(number=spelled.value * size, end=many + 1, spelled=True, scale=size)
    return Core(number=spelled.value, end=spelled.end, spelled=True, scale=spelled.scale, year=spelled.year)


def _are_of_year(reader: Reader, index: int, end: int) -> bool:
    """Whether quarters are those of a year: "the first three quarters", "two straight quarters"."""
    return reader.low(end) == "quarters" and reader.low(index - 1) in _IN_A_ROW


_IN_A_ROW = frozenset({"first", "last", "past", "next", "previous", "final", "other", "these", "following", "coming"})


def _shared_denominator(reader: Reader, index: int, one: Spelled) -> Core | None:
    """Read the "three" of "three or four tenths", which are tenths as well; "two and three quarters" is one number."""
    link = reader.low(one.end)
    two = read_spelled(reader.tokens, one.end + 1, reader.language) if link in _COORDINATING else None
    if two is None or one.scale > 1 or one.value.denominator != 1 or one.value < 1:
        return None
    end = two.end + 1 if reader.low(two.end) in DASHES else two.end
    denominator = PARTS[reader.language].get(reader.low(end))
    if denominator is None or not 1 < two.value < denominator:
        return None
    if link in {"and", "et"} and reader.low(index - 1) not in {"between", "entre"}:
        number = one.value + two.value / denominator
        return Core(number=number, end=end + 1, spelled=True) if reader.language == "en" else None
    return Core(number=one.value / denominator, end=one.end, kind="fraction", spelled=True)


_COORDINATING = frozenset({"and", "or", "to", "et", "ou", "à"})


def _digits(reader: Reader, index: int) -> Core | None:
    token = reader.tokens[index]
    numeral = token.numeral
    if numeral is None or numeral.value is None:
        return None
    number, readings, end = numeral.value, numeral.readings, index + 1
    low = reader.low(end)
    close = joined(reader.tokens, index + 1)
    if close and low in _SUFFIXES[reader.language] and number.denominator == 1:
        return Core(number=number, end=end + 1, kind="ordinal")
    apostrophe = low == "'" and reader.low(end + 1) == "s"
    if (
        reader.language == "en"
        and close
        and (low == "s" or apostrophe)
        and not reader.age_group_end(index)
        and number % 10 == 0
        and len(token.raw) in {2, 4}
    ):
        return Core(number=number, end=end + (2 if apostrophe else 1), kind="period")
    if low == "/" and close and end + 1 < len(reader.tokens) and reader.tokens[end + 1].numeral is not None:
        below = reader.tokens[end + 1].numeral
        if (
            below is not None
            and below.value
            and number < below.value <= 100
            and not readings
            and reader.low(end + 2) != "/"
        ):
            return Core(number=number / below.value, end=end + 2, kind="fraction")
    if low in _VULGAR:
        number, end, low = number + _VULGAR[low], end + 1, reader.low(end + 1)
    elif number.denominator == 1 and number < _MIXED and (part := _part_added(reader, end)) is not None:
        number, end, low = number + part[0], part[1], reader.low(part[1])
    if low in DASHES and close and joined(reader.tokens, end + 1) and reader.low(end + 1) in _HYPHENED:
        end, low = end + 1, reader.low(end + 1)  # an 80-million-euro fund
    scale = SCALES[reader.language].get(low, 1)
    if low in {"cent", "cents", "mille", "hundreds", "thousands"}:
        # "5 cent" is no number in either language; "24 mille" only by mistake
        scale = 1 if low != "mille" else 1000
    if scale == 1:
        scale = _SHORT_SCALES.get(low, 1)
        if low == "m" and (reader.money_before(index)[1] or reader.low(end + 1) in {"€", "$", "£"}):
            scale = 10**6
        if low == "b" and reader.money_before(index)[1] and close:
            scale = 10**9
        if low in {"k", "md"} and not close and reader.low(end + 1) not in {"€", "$", "£"}:
            scale = 1
    if scale > 1:
        end += 1
        if readings and reader.language == "fr" and low in SCALES["fr"]:
            readings = tuple(r * scale for r in readings)
        number *= scale
        readings = tuple(readings)
        if low in {"thousand", "mille", "hundred"} and reader.low(end) in SCALES[reader.language]:
            more = SCALES[reader.language][reader.low(end)]
            number, scale, end = number * more, scale * more, end + 1
    return Core(number=number, end=end, readings=readings, scale=scale)


def _part_added(reader: Reader, index: int) -> tuple[Fraction, int] | None:
    """Read the "1/4" of "5-1/4" and "5 1/4", and the index after it; the day of 12-3/4/2020 is no part of anything."""
    at = index + 1 if reader.low(index) in DASHES and joined(reader.tokens, index) else index
    ends = [token.numeral for token in reader.tokens[at : at + 3 : 2]]
    if len(ends) < 2 or (at > index and not joined(reader.tokens, at)) or reader.low(at + 3) == "/":
        return None
    above, below = (end.value if end is not None else None for end in ends)
    slashed = reader.low(at + 1) == "/" and joined(reader.tokens, at + 1) and joined(reader.tokens, at + 2)
    if not slashed or above is None or below not in _PARTED or not 0 < above < below:
        return None
    return above / below, at + 3


_MIXED = 1000  # a year is added to nothing: "in 2024 1/4 of them"
_PARTED = (2, 3, 4, 5, 8, 16, 32)
"""In how many parts a whole is cut where they are added to wholes."""

_DOZENS = frozenset({"dozen", "douzaine"})
_POINTS = frozenset({"point", "points"})


def is_part_of(reader: Reader, index: int) -> bool:
    """Whether « le quart » is a share: « le quart des voix », « le cinquième de leur solde »; not « le quart de nuit ».

    « Le cinquième des rapports » may be the fifth one.
    """
    if reader.low(index - 1) not in {"le", "du", "au"}:
        return False
    joint, owner = reader.low(index + 1), reader.low(index + 2)
    whole = reader.low(index) == "quart" and (joint in {"des", "du"} or owner in _DEFINITE)
    return whole or (joint == "de" and owner in _OWNERS)


_OWNERS = frozenset({"son", "sa", "ses", "leur", "leurs", "notre", "nos", "votre", "vos"})
_DEFINITE = frozenset({"la", "l", "ce", "cet", "cette", "ces"})


def _small_fraction(reader: Reader, index: int) -> Core | None:
    """Read "half a million", "a third of", "a quarter of a million", "un demi-million", "la moitié"."""
    low = reader.low(index)
    scales = SCALES[reader.language]
    if low in {"half", "demi"}:
        at = index + 1
        while reader.low(at) in {"a", "an", "of", "the", "-"}:
            at += 1
        if reader.low(at) in scales and reader.low(at) in {"million", "billion", "trillion", "milliard"}:
            size = scales[reader.low(at)]
            return Core(number=Fraction(size, 2), end=at + 1, spelled=True, scale=size)
        if reader.low(at) in _DOZENS:
            return Core(number=Fraction(6), end=at + 1, spelled=True)
        if (low == "half" and (at > index + 1 or reader.low(index + 1) == "of")) or (
            low == "half" and reader.low(index + 1) in {"our", "his", "their", "its"}
        ):
            # The article belongs to what is halved: "half a century", "half the members".
            unit_at = at
            end = (
                unit_at
                if reader.low(unit_at) in unit_names("en") and reader.low(index + 1) in {"a", "an"}
                else index + 1
            )
            return Core(number=Fraction(1, 2), end=end, kind="fraction", spelled=True)
        unit, _ = reader.unit(index + 1, of=False)
        halved = unit is not None and (reader.low(index + 1) in DASHES or (low == "half" and unit != "year"))
        if halved or (low == "half" and reader.is_change(index, index + 1)):
            # « la demi-heure », "the half hour"; but "half year results"
            return Core(number=Fraction(1, 2), end=index + 1, kind="fraction", spelled=True)
        return None
    at = index + 1
    if reader.low(at) in DASHES:
        at += 1
    part = PARTS[reader.language].get(reader.low(at))
    if part is None:
        if reader.language == "fr" and low == "la" and reader.low(at) == "moitié":
            return Core(number=Fraction(1, 2), end=at + 1, kind="fraction", spelled=True)
        return None
    after = at + 1
    if reader.is_change(index, after):
        return Core(number=Fraction(1, part), end=after, kind="fraction", spelled=True)
    if reader.low(at) in {"half", "demi"}:
        beyond = after + 1 if reader.low(after) in DASHES else after
        if reader.low(beyond) in _DOZENS:
            return Core(number=Fraction(6), end=beyond + 1, spelled=True)
        if reader.low(beyond) in _POINTS:
            return Core(number=Fraction(1, 2), end=beyond, kind="fraction", spelled=True)
        if reader.low(beyond) in scales:
            size = scales[reader.low(beyond)]
            return Core(number=Fraction(size, 2), end=beyond + 1, spelled=True, scale=size)
        return None
    if reader.low(after) == "of" and reader.low(after + 1) == "a" and reader.low(after + 2) in scales:
        size = scales[reader.low(after + 2)]
        return Core(number=Fraction(size, part), end=after + 3, spelled=True, scale=size)
    if not _denominator(reader, at, Fraction(1)) or (
        reader.low(at) in {"quarter", "tiers", "quart"} and reader.low(after) not in {"of", "de", "des", "du", "d"}
    ):
        return None
    return Core(number=Fraction(1, part), end=at + 1, kind="fraction", spelled=True)


def _group(reader: Reader, index: int) -> Core | None:
    """Read "a dozen", "a hundred", "une centaine", "a million and a half"."""
    groups = GROUPS[reader.language]
    size = groups.get(reader.low(index + 1))
    if size is None or reader.low(index) == "la":
        return None
    if reader.language == "en" and reader.low(index + 1) in SCALES["en"]:
        spelled = read_spelled(reader.tokens, index + 1, "en")
        if spelled is not None:
            return Core(number=spelled.value, end=spelled.end, spelled=True, scale=spelled.scale)
    end = index + 2
    if reader.language == "fr" and reader.low(end) in {"de", "d"} and reader.low(end + 1) in SCALES["fr"]:
        size *= SCALES["fr"][reader.low(end + 1)]
        end += 2
    return Core(number=Fraction(size), end=end, spelled=True, scale=size)


def _one_of_a_unit(reader: Reader, index: int) -> Core | None:
    """Read the article of "an hour and a half" as one, and loosely that of "a mile or more"; not of "$5 an hour"."""
    unit, end = reader.unit(index + 1, of=False)
    if reader.language != "en" or unit is None or (index and reader.tokens[index - 1].numeral is not None):
        return None
    half = [reader.low(end + k) for k in range(3)] in (["and", "a", "half"], ["and", "a", "quarter"])
    return Core(number=Fraction(1), end=index + 1, spelled=True, loose=not half)


def _plural_after(reader: Reader, index: int) -> bool:
    low = reader.low(index)
    return (
        low[-1:] in {"s", "x", "-"}
        or low in unit_names("fr")
        or low in {"pour", "fois"}
        or low in {"millions", "milliards", "cents"}
    )


def _denominator(reader: Reader, index: int, count: Fraction) -> bool:
    """Whether the word at ``index`` divides: "two thirds", "three-quarters", "un quart des", not "one second"."""
    word = reader.low(index)
    return (
        count > 1
        or word in {"half", "quarter", "demi", "quart", "tiers"}
        or reader.low(index + 1) in {"of", "de", "des", "du", "d"}
    )
