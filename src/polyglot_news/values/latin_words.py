"""What English and French say around numbers: ordinals, fractions, crowds, bounds, months, set phrases."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Final

from polyglot_news.values.model import Bound

ORDINALS: Final[dict[str, dict[str, int]]] = {
    "en": {
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
        "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
        "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
        "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
        "thousandth": 1000, "millionth": 10**6,
    },
    "fr": {
        "premier": 1, "première": 1, "premiers": 1, "premières": 1, "second": 2, "seconde": 2, "deuxième": 2, "troisième": 3,
        "quatrième": 4, "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10,
        "onzième": 11, "douzième": 12, "treizième": 13, "quatorzième": 14, "quinzième": 15, "seizième": 16,
        "vingtième": 20, "trentième": 30, "quarantième": 40, "cinquantième": 50, "soixantième": 60, "centième": 100,
        "millième": 1000, "millionième": 10**6, "unième": 1,
    },
}  # fmt: skip

# denominators of fractions: "three fifths", "deux tiers"
PARTS: Final[dict[str, dict[str, int]]] = {
    "en": {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5,
           "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9,
           "tenth": 10, "tenths": 10, "twentieth": 20, "hundredth": 100, "hundredths": 100},
    "fr": {"demi": 2, "demie": 2, "demis": 2, "tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5, "cinquièmes": 5, "sixième": 6,
           "sixièmes": 6, "septième": 7, "septièmes": 7, "huitième": 8, "huitièmes": 8, "neuvième": 9, "neuvièmes": 9, "dixième": 10,
           "dixièmes": 10, "vingtième": 20, "centième": 100, "centièmes": 100},
}  # fmt: skip

# "dozens", "des milliers": an order of magnitude; the value is its lower end
CROWDS: Final[dict[str, dict[str, int]]] = {
    "en": {"dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9,
           "trillions": 10**12, "tens": 10},
    "fr": {"dizaines": 10, "douzaines": 12, "vingtaines": 20, "centaines": 100, "milliers": 1000, "millions": 10**6,
           "milliards": 10**9},
}  # fmt: skip

# "une centaine": about that many
GROUPS: Final[dict[str, dict[str, int]]] = {
    "en": {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12},
    "fr": {"huitaine": 8, "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
           "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000},
}  # fmt: skip

# Words that imply a number; they can support one on the other side, never contradict it.
IMPLIED: Final[dict[str, dict[str, tuple[Fraction, str | None]]]] = {
    "en": {
        "one": (Fraction(1), None), "single": (Fraction(1), None), "once": (Fraction(1), None), "sole": (Fraction(1), None),
        "both": (Fraction(2), None), "pair": (Fraction(2), None), "couple": (Fraction(2), None), "twice": (Fraction(2), None),
        "double": (Fraction(2), None), "doubled": (Fraction(2), None), "doubles": (Fraction(2), None),
        "doubling": (Fraction(2), None), "dual": (Fraction(2), None), "twin": (Fraction(2), None), "duo": (Fraction(2), None),
        "either": (Fraction(2), None), "neither": (Fraction(2), None), "bilateral": (Fraction(2), None),
        "biennial": (Fraction(2), None), "twofold": (Fraction(2), None), "bicameral": (Fraction(2), None),
        "triple": (Fraction(3), None), "tripled": (Fraction(3), None), "triples": (Fraction(3), None), "trio": (Fraction(3), None),
        "trilateral": (Fraction(3), None), "tripartite": (Fraction(3), None), "threefold": (Fraction(3), None),
        "triennial": (Fraction(3), None), "quadruple": (Fraction(4), None), "quadrupled": (Fraction(4), None),
        "quartet": (Fraction(4), None), "quadrilateral": (Fraction(4), None), "tenfold": (Fraction(10), None),
        "half": (Fraction(1, 2), None), "halve": (Fraction(1, 2), None), "halved": (Fraction(1, 2), None),
        "semi": (Fraction(1, 2), None), "mid": (Fraction(1, 2), None), "quarter": (Fraction(1, 4), None), "dozen": (Fraction(12), None),
        "year": (Fraction(1), "year"), "annual": (Fraction(1), "year"), "yearly": (Fraction(1), "year"), "month": (Fraction(1), "month"),
        "monthly": (Fraction(1), "month"), "week": (Fraction(1), "week"), "weekly": (Fraction(1), "week"), "day": (Fraction(1), "day"),
        "daily": (Fraction(1), "day"), "hour": (Fraction(1), "hour"), "hourly": (Fraction(1), "hour"),
        "minute": (Fraction(1), "minute"), "decade": (Fraction(10), "year"), "decennial": (Fraction(10), "year"),
        "century": (Fraction(100), "year"), "centenary": (Fraction(100), "year"), "centennial": (Fraction(100), "year"),
        "bicentenary": (Fraction(200), "year"), "bicentennial": (Fraction(200), "year"), "millennium": (Fraction(1000), "year"),
        "fortnight": (Fraction(14), "day"), "semester": (Fraction(6), "month"), "first": (Fraction(1), None),
        "zero": (Fraction(0), None), "no": (Fraction(0), None), "none": (Fraction(0), None), "nil": (Fraction(0), None),
        "noon": (Fraction(12), "hour"), "midnight": (Fraction(0), "hour"), "a": (Fraction(1), None), "an": (Fraction(1), None),
        "teenager": (Fraction(13), "year"), "weekend": (Fraction(2), "day"), "hat-trick": (Fraction(3), None),
    },
    "fr": {
        "un": (Fraction(1), None), "une": (Fraction(1), None), "unique": (Fraction(1), None), "seul": (Fraction(1), None),
        "seule": (Fraction(1), None), "premier": (Fraction(1), None), "première": (Fraction(1), None),
        "paire": (Fraction(2), None), "couple": (Fraction(2), None), "double": (Fraction(2), None), "doubles": (Fraction(2), None),
        "doubler": (Fraction(2), None), "doublé": (Fraction(2), None), "doublée": (Fraction(2), None), "doublés": (Fraction(2), None),
        "doublement": (Fraction(2), None), "duo": (Fraction(2), None), "jumeaux": (Fraction(2), None),
        "bilatéral": (Fraction(2), None), "bilatérale": (Fraction(2), None), "bilatéraux": (Fraction(2), None),
        "bilatérales": (Fraction(2), None), "biennal": (Fraction(2), None), "biennale": (Fraction(2), None), "bis": (Fraction(2), None),
        "ambos": (Fraction(2), None), "triple": (Fraction(3), None), "tripler": (Fraction(3), None), "triplé": (Fraction(3), None),
        "trio": (Fraction(3), None), "trilatéral": (Fraction(3), None), "tripartite": (Fraction(3), None),
        "triennal": (Fraction(3), None), "quadruple": (Fraction(4), None), "quadruplé": (Fraction(4), None),
        "quatuor": (Fraction(4), None), "décuplé": (Fraction(10), None), "demi": (Fraction(1, 2), None),
        "demie": (Fraction(1, 2), None), "mi": (Fraction(1, 2), None), "semi": (Fraction(1, 2), None),
        "moitié": (Fraction(1, 2), None), "quart": (Fraction(1, 4), None), "tiers": (Fraction(1, 3), None),
        "an": (Fraction(1), "year"), "année": (Fraction(1), "year"), "annuel": (Fraction(1), "year"),
        "annuelle": (Fraction(1), "year"), "annuellement": (Fraction(1), "year"), "mois": (Fraction(1), "month"),
        "mensuel": (Fraction(1), "month"), "mensuelle": (Fraction(1), "month"), "semaine": (Fraction(1), "week"),
        "hebdomadaire": (Fraction(1), "week"), "jour": (Fraction(1), "day"), "journée": (Fraction(1), "day"),
        "quotidien": (Fraction(1), "day"), "quotidienne": (Fraction(1), "day"), "heure": (Fraction(1), "hour"),
        "horaire": (Fraction(1), "hour"), "minute": (Fraction(1), "minute"), "décennie": (Fraction(10), "year"),
        "décennal": (Fraction(10), "year"), "siècle": (Fraction(100), "year"), "centenaire": (Fraction(100), "year"),
        "bicentenaire": (Fraction(200), "year"), "cinquantenaire": (Fraction(50), "year"), "millénaire": (Fraction(1000), "year"),
        "quinzaine": (Fraction(14), "day"), "trimestre": (Fraction(3), "month"), "trimestriel": (Fraction(3), "month"),
        "semestre": (Fraction(6), "month"), "semestriel": (Fraction(6), "month"), "zéro": (Fraction(0), None),
        "aucun": (Fraction(0), None), "aucune": (Fraction(0), None), "midi": (Fraction(12), "hour"), "minuit": (Fraction(0), "hour"),
        "week": (Fraction(2), "day"), "duel": (Fraction(2), None),
    },
}  # fmt: skip

BOUNDS: Final[dict[str, dict[str, Bound]]] = {
    "en": {
        "about": "about", "around": "about", "approximately": "about", "approx": "about", "some": "about", "roughly": "about",
        "nearly": "about", "almost": "about", "close to": "about", "circa": "about", "an estimated": "about", "estimated": "about",
        "in the region of": "about", "on the order of": "about", "in the order of": "about", "just under": "about",
        "just over": "about", "something like": "about", "upwards of": "at least", "more than": "at least", "over": "at least",
        "at least": "at least", "no fewer than": "at least", "no less than": "at least", "not less than": "at least",
        "greater than": "at least", "above": "at least", "exceeding": "at least", "in excess of": "at least",
        "a minimum of": "at least", "minimum": "at least", "less than": "at most", "fewer than": "at most", "under": "at most",
        "below": "at most", "up to": "at most", "at most": "at most", "no more than": "at most", "not more than": "at most",
        "a maximum of": "at most", "maximum": "at most", "within": "at most",
    },
    "fr": {
        "environ": "about", "près de": "about", "presque": "about", "quelque": "about", "autour de": "about", "à peu près": "about",
        "approximativement": "about", "aux alentours de": "about", "de l'ordre de": "about", "un peu moins de": "about",
        "un peu plus de": "about", "aux environs de": "about", "plus de": "at least", "plus d'": "at least", "au moins": "at least",
        "au minimum": "at least", "pas moins de": "at least", "supérieur à": "at least", "supérieure à": "at least",
        "au-delà de": "at least", "un minimum de": "at least", "moins de": "at most", "moins d'": "at most", "jusqu'à": "at most",
        "au plus": "at most", "au maximum": "at most", "pas plus de": "at most", "un maximum de": "at most",
        "inférieur à": "at most", "inférieure à": "at most", "à peine": "at most",
    },
}  # fmt: skip

# Set phrases whose number words count nothing; the first word leads to the rest.
_PHRASES = {
    "en": (
        "first of all", "first and foremost", "at first", "in the first place", "one another", "no one", "one by one",
        "one day", "zero sum", "zero - sum", "on the one hand", "on one hand", "at one point", "second to none",
        "second thought", "second thoughts", "second - hand", "second hand", "square one", "third party", "third parties", "third - party",
        "third world", "first aid", "first lady", "first name", "first - hand", "first hand", "six feet under", "fifty - fifty",
        "once and for all", "at once", "all at once", "one - sided", "one - size - fits - all", "one and all", "one and only",
        "million - dollar question", "back to square one", "one way or another", "one of those things", "for one thing", "one or another",
        "five o ' clock shadow", "catch - 22", "nine eleven", "cloud nine", "the long and short of it", "split second",
        "first minister", "first secretary", "second nature", "first - class", "two - way street", "that one", "this one", "which one",
        "every one", "each one", "any one", "the other one", "a new one", "the only one", "ten - a - penny", "on all fours", "no ones",
        "seconds later", "in a second", "wait a second", "just a second", "one thing", "one knows", "one would", "one should", "one must", "one can", "one might",
        "at sixes and sevens", "the one", "one who", "one that", "nine times out of ten", "a thousand times",
    ),
    "fr": (
        "d ' abord", "tout d ' abord", "premier ministre", "première ministre", "premiers ministres", "première dame",
        "l ' un l ' autre", "les uns les autres", "l ' un", "l ' une", "les uns", "les unes", "quelques - uns", "quelques - unes",
        "quelqu ' un", "quelqu ' une", "chacun", "un à un", "un par un", "une à une", "un jour", "une fois de plus",
        "une fois pour toutes", "en premier lieu", "dans un premier temps", "de première main", "de seconde main", "tiers monde",
        "tiers - monde", "pays tiers", "les tiers", "de tiers", "des tiers", "aux tiers", "tierce", "à jeu à somme nulle", "somme nulle", "quatre - vingt - un",
        "se mettre en quatre", "en deux mots", "quart de finale", "quarts de finale", "demi - finale", "demi - finales",
        "mise en quarantaine", "en quarantaine", "la quarantaine", "mille mercis", "mille et une", "rez - de - chaussée",
        "flambant neuf", "flambant neufs", "tout neuf", "un certain", "une certaine", "un peu", "un autre", "une autre",
        "d ' une part", "une partie", "pour une part", "tous azimuts", "premier plan", "de premier ordre", "matière première", "matières premières",
    ),
}  # fmt: skip

MONTHS: Final[dict[str, dict[str, int]]] = {
    "en": {
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
        "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
        "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
    },
    "fr": {
        "janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8, "aout": 8, "septembre": 9,
        "octobre": 10, "novembre": 11, "décembre": 12, "janv": 1, "févr": 2, "avr": 4, "juil": 7, "déc": 12,
    },
}  # fmt: skip
WEEKDAYS: Final[dict[str, dict[str, int]]] = {
    "en": {
        "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7, "mondays": 1,
        "tuesdays": 2, "wednesdays": 3, "thursdays": 4, "fridays": 5, "saturdays": 6, "sundays": 7,
    },
    "fr": {
        "lundi": 1, "mardi": 2, "mercredi": 3, "jeudi": 4, "vendredi": 5, "samedi": 6, "dimanche": 7, "lundis": 1, "mardis": 2,
        "mercredis": 3, "jeudis": 4, "vendredis": 5, "samedis": 6, "dimanches": 7,
    },
}  # fmt: skip


# Adjectives between a number and its unit: "three long years", "les deux prochaines décennies"
BEFORE_UNIT: Final = frozenset(
    "past last next first final long consecutive straight full whole coming previous short additional more further"
    " dernières derniers dernière dernier prochaines prochains prochaine prochain premières premiers longues longs"
    " bonnes bons petites petits autres pleines entières entiers".split()
)


@lru_cache(maxsize=None)
def phrases(language: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the set phrases by their first word, the longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in _PHRASES[language]:
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(rest, key=len, reverse=True)) for first, rest in table.items()}
