"""What English and French say around numbers: ordinals, fractions, crowds, bounds, months, set phrases."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Final

from polyglot_news import tables
from polyglot_news.values.model import Bound

ORDINALS: Final[dict[str, dict[str, int]]] = {
    "en": {
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
        "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
        "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
        "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
        "hundredth": 100, "thousandth": 1000, "millionth": 10**6,
    },
    "fr": {
        "premier": 1, "première": 1, "premiers": 1, "premières": 1, "second": 2, "seconde": 2, "deuxième": 2,
        "troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9,
        "dixième": 10, "onzième": 11, "douzième": 12, "treizième": 13, "quatorzième": 14, "quinzième": 15,
        "seizième": 16, "vingtième": 20, "trentième": 30, "quarantième": 40, "cinquantième": 50, "soixantième": 60,
        "centième": 100, "millième": 1000, "millionième": 10**6, "unième": 1,
    },
}  # fmt: skip

# denominators of fractions: "three fifths", "deux tiers"
PARTS: Final[dict[str, dict[str, int]]] = {
    "en": {
        "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
        "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
        "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "twentieth": 20, "hundredth": 100, "hundredths": 100,
    },
    "fr": {
        "demi": 2, "demie": 2, "demis": 2, "tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5, "cinquièmes": 5,
        "sixième": 6, "sixièmes": 6, "septième": 7, "septièmes": 7, "huitième": 8, "huitièmes": 8, "neuvième": 9,
        "neuvièmes": 9, "dixième": 10, "dixièmes": 10, "vingtième": 20, "centième": 100, "centièmes": 100,
    },
}  # fmt: skip

# "dozens", "des milliers": an order of magnitude; the value is its lower end
CROWDS: Final[dict[str, dict[str, int]]] = {
    "en": {
        "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9,
        "trillions": 10**12, "tens": 10,
    },
    "fr": {
        "dizaines": 10, "douzaines": 12, "vingtaines": 20, "centaines": 100, "milliers": 1000, "millions": 10**6,
        "milliards": 10**9,
    },
}  # fmt: skip

# "une centaine": about that many
GROUPS: Final[dict[str, dict[str, int]]] = {
    "en": {
        "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    },
    "fr": {
        "huitaine": 8, "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
        "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
    },
}  # fmt: skip

MONTHS: Final[dict[str, dict[str, int]]] = {
    "en": {
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
        "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4,
        "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
    },
    "fr": {
        "janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8, "aout": 8,
        "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12, "janv": 1, "févr": 2, "avr": 4, "juil": 7,
        "déc": 12,
    },
}  # fmt: skip

WEEKDAYS: Final[dict[str, dict[str, int]]] = {
    "en": {
        "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
        "mondays": 1, "tuesdays": 2, "wednesdays": 3, "thursdays": 4, "fridays": 5, "saturdays": 6, "sundays": 7,
    },
    "fr": {
        "lundi": 1, "mardi": 2, "mercredi": 3, "jeudi": 4, "vendredi": 5, "samedi": 6, "dimanche": 7, "lundis": 1,
        "mardis": 2, "mercredis": 3, "jeudis": 4, "vendredis": 5, "samedis": 6, "dimanches": 7,
    },
}  # fmt: skip

# Adjectives between a number and its unit: "three long years", "les deux prochaines décennies"
BEFORE_UNIT: Final = frozenset(
    [
        "past",
        "last",
        "next",
        "first",
        "final",
        "long",
        "consecutive",
        "straight",
        "full",
        "whole",
        "coming",
        "previous",
        "short",
        "additional",
        "more",
        "further",
        "dernières",
        "derniers",
        "dernière",
        "dernier",
        "prochaines",
        "prochains",
        "prochaine",
        "prochain",
        "premières",
        "premiers",
        "longues",
        "longs",
        "bonnes",
        "bons",
        "petites",
        "petits",
        "autres",
        "pleines",
        "entières",
        "entiers",
    ]
)


def read_set_phrases(language: str) -> list[str]:
    """Return the words and phrases of a language whose numerals count nothing."""
    text = files("polyglot_news").joinpath(f"data/values/set_phrases.{language}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def bounds(language: str) -> dict[str, Bound]:
    """Return the phrases before a number that make it a bound, and which."""
    kinds: dict[str, Bound] = {"about": "about", "nearly": "nearly", "at least": "at least", "at most": "at most"}
    table = {}
    for row in tables.rows("values/bounds"):
        if row["language"] == language:
            for phrase in row["phrases"].split("|"):
                table[phrase] = kinds[row["bound"]]
    return table


@cache
def set_phrases(language: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the set phrases by their first word, the longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in read_set_phrases(language):
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(rest, key=len, reverse=True)) for first, rest in table.items()}


@cache
def implied(language: str) -> dict[str, tuple[Fraction, str | None]]:
    """Return the words that imply a number, and its unit: "both", "décennie", 双."""
    table = {}
    for row in tables.rows("values/implied"):
        if row["language"] == language:
            for word in row["words"].split("|"):
                table[word] = (Fraction(row["number"]), row["unit"] or None)
    return table
