"""The shipped table of names: persons, places, bodies and treaties of world politics, and CLDR's countries.

The files are ``data/names/*.csv``, composed for this project: one name a row, aliases by ``|``, the usual form first.
(``posts.csv``, ``heads.csv`` and ``titles.csv``, of offices, have readers of their own; ``homes.csv``, ``lands.csv``,
``nationals.csv`` and ``groups.csv`` say which names go with which.)
``countries.csv`` adds demonyms and short forms to the territories of the Unicode CLDR, which come through ``babel``.
"""

from __future__ import annotations

from functools import cache

from polyglot_news import tables
from polyglot_news.names.model import Entry

_KINDS = {
    "persons": "person",
    "places": "place",
    "bodies": "body",
    "offices": "office",
    "regions": "region",
    "events": "event",
}
_REGIONS = {"x-europe", "x-asia", "x-africa", "x-arab"}
_LOCALES = {"en": "en", "fr": "fr", "zh": "zh_Hans"}
# Family names that are also everyday words or too common to mean one person.
_COMMON = {
    "May", "King", "Brown", "Price", "Hunt", "Rice", "Cook", "Gates", "Francis", "Bush", "Royal", "Martin",
    "Miller", "Bruce", "Li", "Lee", "Wang", "Zhang", "Liu", "Wong", "Han", "Lin", "Fu", "Cai", "Ding", "He",
    "Ma", "Deng", "Dar", "Shah", "Park", "Cho", "Kang", "Yang", "Lai", "Hu", "Wu", "Yi", "To", "Mo", "Ban",
    "Ai", "Ri", "Hun", "Xie", "Lu", "Lam", "Hong", "Bach", "Dan", "Stone", "Leo", "Singh", "Abdullah",
    "Mohammed", "Mohamed", "Hassan", "Ahmed", "Jin", "Qu", "Geng", "Zhai", "Zhao", "Zhou", "Jiang", "Hua",
    "Pan", "Peng", "Ren", "Meng", "Guo", "Mao", "Dong", "Wei", "Wen", "Qin", "Hsiao", "Khan", "Thani", "Salman",
    "Zayed", "Farhan", "Jr.", "Jr", "II", "III", "VI", "XIV", "XVI", "Marx", "Moon", "Rose", "Faye", "Blair",
    "Long", "West", "Day", "Power", "Major", "Hope", "Joseph", "Paul", "Sharif", "Carter", "Harris",
}  # fmt: skip


@cache
def table_names() -> tuple[Entry, ...]:
    """Return all entries."""
    rows: list[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = []
    for file, kind in _KINDS.items():
        for row in tables.rows(f"names/{file}"):
            en, fr, zh = (_split(row[language]) for language in ("en", "fr", "zh"))
            if kind == "person":
                en, fr = _with_family_name(en, zh), _with_family_name(fr, zh)
            rows.append((kind, en, fr, zh))
    rows += _countries()
    rows += _languages()
    return tuple(Entry(number=i, kind=kind, en=en, fr=fr, zh=zh) for i, (kind, en, fr, zh) in enumerate(rows))


@cache
def homes() -> dict[int, frozenset[int]]:
    """Return what stands for what by metonymy: the capital, the seat of government or a part for the whole."""
    by_name = {entry.en[0]: entry.number for entry in table_names() if entry.kind != "language"}
    related: dict[int, set[int]] = {}
    for row in tables.rows("names/homes"):
        one, two = by_name[row["name"]], by_name[row["home"]]
        related.setdefault(one, set()).add(two)
        related.setdefault(two, set()).add(one)
    nations = by_name["United Nations"]
    for entry in table_names():
        if entry.kind in {"body", "office"} and any(form.startswith(("UN ", "United Nations ")) for form in entry.en):
            related.setdefault(entry.number, set()).add(nations)
            related.setdefault(nations, set()).add(entry.number)
    return {number: frozenset(others) for number, others in related.items()}


@cache
def lands() -> dict[int, frozenset[int]]:
    """Return in what each place lies, as ``data/names/lands.csv`` has it: its country, a part of it or of the world.

    Newspapers tell a town by its country or province, and the other way round. Other than what ``homes`` gives, the one
    never says the other.
    """
    by_name: dict[str, list[int]] = {}
    for entry in table_names():
        if entry.kind != "language":
            by_name.setdefault(entry.en[0], []).append(entry.number)
    found: dict[int, set[int]] = {}
    for row in tables.rows("names/lands"):
        for place in _split(row["places"]):
            for number in by_name[place]:
                found.setdefault(number, set()).update(by_name[row["land"]])
    return {number: frozenset(others) for number, others in found.items()}


@cache
def nations() -> dict[int, frozenset[int]]:
    """Return of which country, or which body, each person, company, newspaper and public body is.

    Newspapers tell them by it: "the Spanish prime minister", "the French daily", "the Swedish parliament".
    """
    by_name: dict[str, list[int]] = {}
    for entry in table_names():
        if entry.kind != "language":
            by_name.setdefault(entry.en[0], []).append(entry.number)
    found: dict[int, set[int]] = {}
    for row in tables.rows("names/nationals"):
        for one in _split(row["names"]):
            for number in by_name[one]:
                found.setdefault(number, set()).update(by_name[row["land"]])
    return {number: frozenset(others) for number, others in found.items()}


@cache
def members() -> dict[int, frozenset[int]]:
    """Return the members of each group of countries that has few enough to be told one by one: the Baltic states."""
    by_name = {entry.en[0]: entry.number for entry in table_names() if entry.kind != "language"}
    return {
        by_name[row["group"]]: frozenset(by_name[member] for member in _split(row["members"]))
        for row in tables.rows("names/groups")
    }


def may_tell(one: Entry, two: Entry) -> bool:
    """Whether an article may name the one for the other: Paris for the Élysée, Poland for Krakow."""
    return (
        two.number in homes().get(one.number, ())
        or two.number in lands().get(one.number, ())
        or one.number in lands().get(two.number, ())
    )


@cache
def surfaces(language: str) -> dict[str, tuple[Entry, ...]]:
    """Return every form in a language and the entries that it may mean."""
    forms: dict[str, list[Entry]] = {}
    for entry in table_names():
        for form in dict.fromkeys(entry.forms(language)):
            forms.setdefault(form, []).append(entry)
    return {form: tuple(entries) for form, entries in forms.items()}


def _split(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))


def _with_family_name(forms: tuple[str, ...], chinese: tuple[str, ...]) -> tuple[str, ...]:
    """Add the family name: the last word, or the first one of Chinese and Korean names."""
    words = forms[0].split()
    if len(words) < 2:
        return forms
    short = "·" not in chinese[0] and len(chinese[0]) in {2, 3} and len(words[0]) <= 4
    eastern = short and not forms[0].endswith(_WESTERN_ORDER)
    family = words[0] if eastern else words[-1]
    if family in _COMMON or family in forms or len(family) < 2:
        return forms
    return (*forms, family)


# Japanese names stand in Western order, and a few Chinese readings are exonyms.
_WESTERN_ORDER = ("Abe", "Aso", "Kono", "Suga", "Kishida", "Ishiba", "Ueda", "Rudd", "Ghebreyesus", "Nakamitsu", "Musk")


def _countries() -> list[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    from babel import Locale

    territories = {
        language: {str(code): str(name) for code, name in Locale.parse(locale).territories.items()}
        for language, locale in _LOCALES.items()
    }
    extra = {row["code"]: row for row in tables.rows("names/countries")}
    codes = [
        code
        for code in territories["en"]
        if len(code) == 2 and code.isalpha() and code not in {"EU", "EZ", "UN", "XA", "XB", "ZZ"}
    ]
    rows = []
    for code in [*codes, *(code for code in extra if code not in codes)]:
        forms = {}
        for language in _LOCALES:
            names = [territories[language][code]] if code in territories[language] else []
            more = list(_split(extra[code][language])) if code in extra else []
            if language == "en":
                names += [name.replace(" & ", " and ") for name in names if " & " in name]
                more = [form for name in more for form in (name, _english_plural(name))]
            elif language == "fr":
                more = [form for name in more for form in (_french_forms(name) if name[0].islower() else [name])]
            forms[language] = tuple(dict.fromkeys(names + more))
        kind = "region" if code in _REGIONS else "country" if code in extra else "territory"
        rows.append((kind, forms["en"], forms["fr"], forms["zh"]))
    return rows


def _english_plural(name: str) -> str:
    return (
        name + "s"
        if name.endswith(("n", "i", "t", "k", "e")) and not name.endswith(("ese", "Chinese")) and " " not in name
        else name
    )


def _french_forms(adjective: str) -> list[str]:
    """Return the forms of a demonym: adjective and noun, both genders, both numbers."""
    if adjective.endswith("e"):
        feminine = adjective
    elif adjective.endswith(("en", "on")):
        feminine = adjective + "ne"
    elif adjective.endswith("ec"):
        feminine = adjective + "que"
    elif adjective.endswith("c"):
        feminine = adjective[:-1] + "que"
    else:
        feminine = adjective + "e"
    forms = [adjective, feminine, feminine + "s", adjective if adjective.endswith("s") else adjective + "s"]
    return forms + [form[0].upper() + form[1:] for form in forms]


def _languages() -> list[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    from babel import Locale

    names = {
        language: {str(code): str(name) for code, name in Locale.parse(locale).languages.items()}
        for language, locale in _LOCALES.items()
    }
    codes = [code for code in names["en"] if len(code) == 2 and code in names["fr"] and code in names["zh"]]
    return [("language", (names["en"][c],), (names["fr"][c],), (names["zh"][c],)) for c in codes]
