"""Units of measure and currencies: their names in three languages, their dimension and their size.

The table is ``data/values/units.csv``: code (ISO 4217 for currencies), dimension, size in the base unit of the
dimension, names in English, French and Chinese (singular; several by ``|``), and signs. Months and years
are the average ones, so that twelve months make a year.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import attrs

from polyglot_news import tables

# Words and signs that name several units: an equal figure with another unit of the family is no contradiction.
DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD"})
_FAMILIES: tuple[frozenset[str], ...] = (
    DOLLARS,
    frozenset({"CNY", "JPY"}),  # ¥
    DOLLARS | {"CNY"},  # 元
    frozenset({"GBP", "lb", "TRY"}),  # pound, livre
    frozenset({"IRR", "SAR"}),
    frozenset({"SEK", "NOK", "DKK"}),
    frozenset({"CHF", "XOF"}),
    frozenset({"USX", "EUX", "GBX"}),  # cent, centime, penny
    DOLLARS | {"USX"},
    frozenset({"EUR", "EUX", "USX"}),
    frozenset({"GBP", "GBX", "USX"}),
    frozenset({"°", "°C", "°F", "K"}),
    frozenset({"DZD", "AED"}),
    frozenset({"km", "km/h"}),
    frozenset({"mi", "mph"}),
    frozenset({"m", "m/s"}),
    frozenset({"nmi", "kn"}),
    frozenset({"°", "kWh"}),  # 度
    frozenset({"mi", "nmi"}),  # at sea a mile is a nautical one
)
_UNCHANGING = {"de", "par", "à", "pour", "cent", "l'heure", "des", "d'"}


@attrs.frozen(kw_only=True)
class Unit:
    """A row of the table."""

    code: str
    dimension: str
    size: Fraction | None
    names: dict[str, tuple[str, ...]]
    signs: tuple[str, ...]


@cache
def units() -> dict[str, Unit]:
    """Return all units and currencies by their code."""
    table = {}
    for row in tables.rows("values/units"):
        table[row["code"]] = Unit(
            code=row["code"],
            dimension=row["dimension"],
            size=Fraction(row["size"]) if row["size"] else None,
            names={language: _split(row[language]) for language in ("en", "fr", "zh")},
            signs=_split(row["signs"]),
        )
    return table


def _split(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))


@cache
def unit_names(language: str) -> dict[str, str]:
    """Return the names of units and currencies in lower case, plurals included, and their codes."""
    names: dict[str, str] = {}
    for unit in units().values():
        for name in unit.names[language]:
            names[name] = unit.code
            if language == "fr":
                words = name.split()
                for plural in (" ".join(map(_french_plural, words)), " ".join([_french_plural(words[0]), *words[1:]])):
                    names.setdefault(plural, unit.code)
            elif language == "en" and not name.endswith("s"):
                names.setdefault(_english_plural(name), unit.code)
    return names


def _english_plural(word: str) -> str:
    return word[:-1] + "ies" if word[-1] == "y" and word[-2] not in "aeiou" else word + "s"


def _french_plural(word: str) -> str:
    return word if word in _UNCHANGING or word[-1] in "sx" else word + "s"


@cache
def unit_signs() -> dict[str, str]:
    """Return the signs of measures (km, °C, %) and their codes; case counts."""
    return {sign: unit.code for unit in units().values() if unit.dimension != "money" for sign in unit.signs}


@cache
def money_signs() -> dict[str, str]:
    """Return the signs of currencies ($, HK$, EUR) and their codes, the longest first."""
    signs = {sign: unit.code for unit in units().values() if unit.dimension == "money" for sign in unit.signs}
    return dict(sorted(signs.items(), key=lambda item: (-len(item[0]), item[0])))


def is_currency(code: str | None) -> bool:
    """Whether a unit code stands for money."""
    return code is not None and code in units() and units()[code].dimension == "money"


def convert(number: Fraction, code: str | None) -> tuple[str, Fraction] | None:
    """Return the dimension and the number in its base unit; None for money and for what has no unit."""
    unit = units().get(code or "")
    if unit is None or unit.size is None:
        return None
    return unit.dimension, number * unit.size


def units_conflict(one: str | None, other: str | None) -> bool:
    """Whether the same figure cannot mean the same with the one unit and with the other."""
    if one is None or other is None or one == other:
        return False
    return not any(one in family and other in family for family in _FAMILIES)
