"""Rates: the unit of time that a value is told by (200 euros a month, deux jours par semaine, 每周两天)."""

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
    r"(?!['’-]| (?:ago|later|before|earlier|after|old|or)\b)",
    "fr": r"(?:[ \u00a0]?(?:(?:par|chaque|le|la)[ \u00a0]|de l['’](?=heure)|l['’](?=heure|année)|/[ ]?)"
    r"|(?:[ \u00a0][^\W\d_]+){1,3} par )({units})\b"
    r"(?! (?:derni|pass|proch|précéd|suiv|même|où|d[eu']|qui|en cours|écoul)|['’-])",
    "zh": r"(?:每|/)(?:一|个)?({units})",
}
_BEFORE_CHINESE = r"每(?:一|个)?({units})[^\W\d每]{0,6}$"
_REACH = 12
"""How many characters before a number 每 may stand, its unit included."""

_BARE = {"月": "month", "日": "day", "时": "hour", "季度": "quarter", "星期": "week", "礼拜": "week"}
"""Units of time as they stand after 每, without their counter."""


def with_rates(text: str, values: list[Value], language: str) -> list[Value]:
    """Return the values, each with the unit of time that it is told by."""
    plain = in_simplified(text, language)
    return [
        attrs.evolve(value, per=_per(plain, value, language)) if value.kind in _RATED and not value.loose else value
        for value in values
    ]


def rates_conflict(one: Value, two: Value) -> bool:
    """Whether the same figure is told by one unit of time and by another."""
    return None not in {one.per, two.per} and one.per != two.per


def _per(text: str, value: Value, language: str) -> str | None:
    after = _pattern(_AFTER[language], language).match(text, value.span.end)
    if after is None and language == "zh":
        head = text[max(0, value.span.start - _REACH) : value.span.start]
        after = _pattern(_BEFORE_CHINESE, language).search(head)
    return None if after is None else time_units(language)[after.group(1).lower()]


@cache
def time_units(language: str) -> dict[str, str]:
    """Return the names of units of time and their codes."""
    names = {name: code for name, code in unit_names(language).items() if units()[code].dimension == "time"}
    return names | (_BARE if language == "zh" else {})


@cache
def _pattern(template: str, language: str) -> re.Pattern[str]:
    names = sorted(time_units(language), key=len, reverse=True)
    return re.compile(template.replace("{units}", "|".join(map(re.escape, names))), re.IGNORECASE)
