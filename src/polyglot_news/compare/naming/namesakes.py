"""Persons who share a given name alone: Mario Monti is no Mario Draghi.

The table is ``data/names/given.csv``: common given names, without diacritics.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib import resources

from polyglot_news.names import Name
from polyglot_news.names.latin import fold
from polyglot_news.names.similarity import chinese_sounds, latin_sounds, transliteration_similarity
from polyglot_news.names.table import table_names
from polyglot_news.quotes.grammar import is_listed_office

_WORD = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]+")
_NUMERAL = re.compile(r"[ivx]+")
# Family names spelled in two languages agree better than this in letters or sounds: Ianoukovitch, Yanukovych.
_ALIKE = 60.0
_DOT = re.compile("[·•‧・]")
# Transliterations of one name agree better than the one, those of two names may agree less than the other.
_SAME_SOUNDS = 0.6
_OTHER_SOUNDS = 0.35


def are_namesakes(one: Name, two: Name) -> bool:
    """Whether two names are of different persons who are called alike but for the family name."""
    (given, family), (others, another) = _parts(one), _parts(two)
    if not given or not others:
        return False
    if _is_chinese(one) != _is_chinese(two):
        (given, family), (others, another) = sorted([(given, family), (others, another)], reverse=True)
        alike = transliteration_similarity(given[0], others[0])
        others, another = others[:1], others[1:] + another  # Gordon may be a family name, too
        apart = all(_sound_apart(chinese, latin) for chinese in family for latin in another)
        return alike >= _SAME_SOUNDS and apart
    return given[0] in others and _differ(family, another)


def has_namesake_alone(name: Name, other_names: Iterable[Name], words: list[str]) -> bool:
    """Whether a text has the given name of a person only as that of another one.

    Args:
        name: a name of the other text.
        other_names: the names of the text.
        words: its words in Latin letters, folded.
    """
    given, family = _parts(name)
    if not given or not set(family).isdisjoint(words):
        return False
    namesakes = [other for other in other_names if are_namesakes(name, other)]
    if not any(_is_chinese(one) for one in (name, *namesakes)):
        return 0 < len(namesakes) == words.count(given[0])
    return bool(namesakes) and not any(_sounds_like(name, other) for other in other_names)


def _is_chinese(name: Name) -> bool:
    return _WORD.search(name.text) is None


def _parts(name: Name) -> tuple[list[str], list[str]]:
    """Return the given names and the family names of a person; nothing where one of them is not told."""
    if name.entries and not any(entry.kind == "person" for entry in name.entries):
        return [], []
    if _is_chinese(name):
        first, *rest = _DOT.split(name.text)
        return ([first], rest) if rest else ([], [])
    words = [fold(word) for word in _WORD.findall(name.text)]
    known = next((k for k, word in enumerate(words) if word not in _given_names()), len(words))
    family = [word for word in words[known:] if len(word) > 2 and not _NUMERAL.fullmatch(word)]
    return (words[:known], family) if known and family else ([], [])


def _differ(family: list[str], another: list[str]) -> bool:
    from rapidfuzz import fuzz

    pairs = [(one, two) for one in family for two in another]
    return bool(pairs) and all(
        fuzz.ratio(one, two) < _ALIKE and fuzz.ratio(latin_sounds(one), latin_sounds(two)) < _ALIKE
        for one, two in pairs
    )


def _sound_apart(chinese: str, latin: str) -> bool:
    """Whether a family name is surely no transliteration of another; too few sounds tell nothing."""
    enough = min(len(chinese_sounds(chinese)), len(latin_sounds(latin))) > 1
    return enough and transliteration_similarity(chinese, latin) < _OTHER_SOUNDS


def _sounds_like(one: Name, two: Name) -> bool:
    """Whether of two names, one of them Chinese, the last parts may be one family name."""
    chinese, latin = (one, two) if _is_chinese(one) else (two, one)
    words = _WORD.findall(latin.text)
    family = _DOT.split(chinese.text)[-1]
    return bool(words) and transliteration_similarity(family, words[-1]) >= _SAME_SOUNDS


@cache
def _given_names() -> frozenset[str]:
    """Return common given names, and those of the persons of the table whom Chinese writes with a dot.

    What is an office or a place, too, tells no person: Pope, Jordan.
    """
    people = (entry for entry in table_names() if entry.kind == "person" and any("·" in form for form in entry.zh))
    forms = (_WORD.findall(fold(form)) for entry in people for form in (entry.en[0], entry.fr[0]))
    firsts = {words[0] for words in forms if len(words) > 1 and len(words[0]) > 2}
    others = {fold(form) for entry in table_names() if entry.kind != "person" for form in (*entry.en, *entry.fr)}
    offices = {word for word in firsts if is_listed_office(word)}
    return frozenset((firsts | _common()) - others - offices)


def _common() -> set[str]:
    text = (resources.files("polyglot_news") / "data" / "names" / "given.csv").read_text(encoding="utf-8")
    return {name for line in text.splitlines()[1:] for name in line.split("|")}
