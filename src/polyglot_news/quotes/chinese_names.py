"""Names in a Chinese clause that show by themselves: those of the shipped table, dotted ones, transliterations."""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

from polyglot_news.names import find_names
from polyglot_news.names.chinese import TRANSLITERATING
from polyglot_news.quotes.lexicon import sections
from polyglot_news.text import to_simplified

_PLACES = frozenset(["place", "country", "territory", "region"])
# A run of transliterating characters is a name from this length on, with so many that hardly occur elsewhere.
_RUN = 4
_SHORT_RUN = 3
# A name of the table that is as long as this is not the beginning of a longer one.
_WHOLE = 4
# Characters that end transliterated names and begin no word.
_ENDING = frozenset("耶娃娅茨姆弗赫兹埃厄蒂莱佩柯瑟娜琳穆妮丝")
# Characters that stand in names, too, but begin many words: they are of a name if a dot follows later.
_BEFORE_DOT = "当都果白拿望中久增展包江寿"
_DOT = re.compile("[·•‧・]")
_JOINT = "[·•‧・－-]"  # a hyphen joins two family names: 迪亚洛-贝努瓦


@attrs.frozen
class KnownName:
    """A name in a clause: where, and of what."""

    start: int
    end: int
    is_person: bool
    is_place: bool = False


@lru_cache(maxsize=4096)
def known_names(clause: str) -> tuple[KnownName, ...]:
    """Return the names that a clause holds, in order; they do not overlap."""
    plain = to_simplified(clause)
    if len(plain) != len(clause):
        plain = clause
    table = [
        KnownName(
            name.span.start,
            name.span.end,
            is_person=name.entries[0].kind == "person",
            is_place=any(entry.kind in _PLACES for entry in name.entries),
        )
        for name in find_names(plain, "zh")
        if name.entries
    ]
    table = [_lengthened(name, plain) for name in table]
    found: list[KnownName] = []
    for name in [*_transliterated(plain, table), *table]:
        if all(name.end <= other.start or other.end <= name.start for other in found):
            found.append(name)
    return tuple(sorted(found, key=lambda name: name.start))


def _lengthened(name: KnownName, plain: str) -> KnownName:
    """Take in what makes another name of a short one: 加尼|耶."""
    end = name.end
    while name.is_person and end - name.start < _WHOLE and plain[end : end + 1] in _ENDING:
        end += 1
    return attrs.evolve(name, end=end)


def person_at_start(clause: str) -> int:
    """Return the length of the person's name that a clause begins with, or 0."""
    first = next(iter(known_names(clause)), None)
    return first.end if first is not None and first.start == 0 and first.is_person else 0


def family_name(name: str) -> str:
    """Return the last part of a dotted name, 泰弗南 of 马克·泰弗南; nothing of another one."""
    *given, family = _DOT.split(name)
    return family if given else ""


def is_transliterated(text: str) -> bool:
    """Whether a text is nothing but characters that transliterate names, two or more: 克恩."""
    plain = TRANSLITERATING.union(sections("zh")["more_syllables"])
    return len(text) > 1 and all(char in plain for char in to_simplified(text))


def is_short_transliteration(text: str) -> bool:
    """Whether two or three characters are a transliterated name, with one that hardly occurs elsewhere: 瓦瑟."""
    return _has_sure_syllable(text) and len(text) <= _SHORT_RUN and is_transliterated(text) and not known_names(text)


def is_long_transliteration(text: str) -> bool:
    """Whether more characters are one, with those in it that else occur in dotted names alone: 惠特科姆."""
    runs = len(text) > _SHORT_RUN and transliterated_prefix(text) == text
    return runs and _has_sure_syllable(text) and not any(name.is_place for name in known_names(text))


def _has_sure_syllable(text: str) -> bool:
    plain = to_simplified(text)
    return any(char in sections("zh")["sure_syllables"] for char in plain) and plain[-1:] != "里"  # 塔|里


def transliterated_prefix(text: str) -> str:
    """Return the characters at the head of a text that occur in transliterated names: 艾许沃斯|说."""
    lists = sections("zh")
    plain = TRANSLITERATING.union(lists["more_syllables"], lists["dotted_syllables"])
    simplified = to_simplified(text)
    length = next((k for k, char in enumerate(simplified) if char not in plain), len(simplified))
    return text[:length] if len(simplified) == len(text) else ""


def _transliterated(plain: str, table: list[KnownName]) -> list[KnownName]:
    """Find dotted names and whole runs of transliterating characters that the table does not know better."""
    found = []
    for match in _pattern().finditer(plain):
        start, end = match.span()
        start += plain.endswith(sections("zh")["roles"], 0, start + 1)  # 主席 | 马克·泰弗南
        end -= plain.startswith(_followers(), end - 1)  # 林德奎斯特 | 多次, 泰弗南 | 坦言
        inside = [name for name in table if name.start < end and start < name.end]
        better = any(name.is_place or name.end - name.start >= _WHOLE for name in inside)
        if _is_name(plain[start:end], plain[end : end + 1]) and (not better or _DOT.search(match.group())):
            found.append(KnownName(start, end, is_person=True))
    return found


def _is_name(name: str, following: str) -> bool:
    """Whether a run of transliterating characters is a person's name rather than a place's or no name."""
    if _DOT.search(name):
        return True
    sure = sum(char in sections("zh")["sure_syllables"] for char in name)
    is_long = len(name) >= _RUN and sure > 0
    return following not in sections("zh")["nouns"] and (is_long or (len(name) >= _SHORT_RUN and sure > 1))


@lru_cache(maxsize=1)
def _followers() -> tuple[str, ...]:
    lists = sections("zh")
    return tuple(word for word in (*lists["between"], *lists["verbs"]) if len(word) > 1)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    lists = sections("zh")
    plain = TRANSLITERATING.union(lists["more_syllables"])
    dotted = "".join(sorted(plain.union(lists["dotted_syllables"])))
    inner = f"[{dotted}][{dotted}{_BEFORE_DOT}]{{0,6}}"
    return re.compile(rf"(?:{inner}{_JOINT}\s?)+[{dotted}]{{1,7}}|[{''.join(sorted(plain))}]{{{_SHORT_RUN},12}}")
