"""Rates: what a value is told by: 200 euros a month, 300 euros la tonne, 每人两天.

That is a unit of time or of measure, or a person or household.
"""

from __future__ import annotations

import re
from functools import cache

import attrs

from polyglot_news.text import in_simplified
from polyglot_news.values.model import Value
from polyglot_news.values.units import unit_names, units

_RATED = frozenset({"cardinal", "money", "quantity", "percent", "points", "multiple", "range", "magnitude"})
_AFTER = {
    "en": r"(?:[ \u00a0]?(?:(?:a|an|per|each|every)[ \u00a0]|/[ ]?)"
    r"|[ \u00a0][^\W\d_]+ (?:an?|per|each|every) |(?: [^\W\d_]+){2,3} per )({units})\b"
    r"(?!['’-]| (?:ago|later|before|earlier|after|old|or)\b)"
    r"|(?: [^\W\d_]+){0,3} per ({people})\b(?! of\b)",
    "fr": r"(?:[ \u00a0]?(?:(?:par|chaque|le|la)[ \u00a0]|de l['’](?=heure)|l['’](?=heure|année|hectare)|/[ ]?)"
    r"|(?:[ \u00a0][^\W\d_]+){1,3} par )({units})\b"
    r"(?! (?:derni|pass|proch|précéd|suiv|même|où|d[eu']|qui|en cours|écoul)|['’-])"
    r"|(?: [^\W\d_]+){0,3} par ({people})\b",
    "zh": r"(?:每|/)(?:一|个)?({units}|{people})",
}
_BEFORE = {
    "en": r"\b(?:each|every) ({goods}|{people})\b(?! of\b)(?: [^\W\d_]+){0,3} ?$",
    "fr": r"\bchaque ({goods}|{people})\b(?: [^\W\d_]+){0,3} ?$",
    "zh": r"(?:每(?:一|个)?({units}|{people})|(人)均)[^\W\d每]{0,6}$",
}
_REACH = {"en": 48, "fr": 48, "zh": 12}
"""How many characters before a number an *each* may stand."""

_BARE = {"月": "month", "日": "day", "时": "hour", "季度": "quarter", "星期": "week", "礼拜": "week"}
"""Units of time as they stand after 每, without their counter."""
_NO_GOODS = frozenset({"time", "money", "share", "points", "angle", "temperature", "data"})
"""Dimensions in which nothing is sold or made."""
_PERSON, _HOUSEHOLD = "person", "household"
_PEOPLE = {
    "en": {"person": _PERSON, "head": _PERSON, "capita": _PERSON, "inhabitant": _PERSON}
    | dict.fromkeys(("household", "family", "home"), _HOUSEHOLD),
    "fr": {"personne": _PERSON, "habitant": _PERSON, "tête": _PERSON}
    | dict.fromkeys(("ménage", "foyer", "famille"), _HOUSEHOLD),
    "zh": {"人": _PERSON} | dict.fromkeys(("户", "家庭", "户家庭"), _HOUSEHOLD),
}


def with_rates(text: str, values: list[Value], language: str) -> list[Value]:
    """Return the values, each with what it is told by."""
    plain = in_simplified(text, language)
    return [
        attrs.evolve(value, per=_per(plain, value, language)) if value.kind in _RATED and not value.loose else value
        for value in values
    ]


def rates_conflict(one: Value, two: Value) -> bool:
    """Whether the same figure is told by one unit of time, of measure or of people, and by another such unit."""
    return None not in {one.per, two.per} and one.per != two.per and _group(one.per) == _group(two.per)


def recurs(value: Value) -> str | None:
    """Return the unit of time that a value is told by, if any."""
    return value.per if _group(value.per) == "time" else None


def _group(per: str | None) -> str:
    unit = units().get(per or "")
    return "people" if unit is None else "time" if unit.dimension == "time" else "goods"


def _per(text: str, value: Value, language: str) -> str | None:
    after = _pattern(_AFTER[language], language).match(text, value.span.end)
    if after is None:
        head = text[max(0, value.span.start - _REACH[language]) : value.span.start]
        after = _pattern(_BEFORE[language], language).search(head)
    if after is None:
        return None
    name = next(filter(None, after.groups())).lower()
    return _PEOPLE[language].get(name) or _measures(language)[name]


@cache
def time_units(language: str) -> dict[str, str]:
    """Return the names of units of time and their codes."""
    names = {name: code for name, code in unit_names(language).items() if units()[code].dimension == "time"}
    return names | (_BARE if language == "zh" else {})


@cache
def _measures(language: str) -> dict[str, str]:
    """Return the names of the units that anything is told by, those of time included, and their codes."""
    return _goods(language) | time_units(language)


@cache
def _goods(language: str) -> dict[str, str]:
    return {name: code for name, code in unit_names(language).items() if units()[code].dimension not in _NO_GOODS}


@cache
def _pattern(template: str, language: str) -> re.Pattern[str]:
    told = {"{units}": _measures(language), "{goods}": _goods(language), "{people}": _PEOPLE[language]}
    for place, names in told.items():
        template = template.replace(place, "|".join(map(re.escape, sorted(names, key=len, reverse=True))))
    return re.compile(template, re.IGNORECASE)
