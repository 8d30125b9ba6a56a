"""Names that a text gives in another script beside them, in brackets: 艾许沃斯（Helen Ashworth）, Lin Yuan (林远).

Given once, they serve for every later mention of the person by the same name or by its family name.
"""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

from polyglot_news.names.similarity import pinyin_similarity, transliteration_similarity
from polyglot_news.quotes.chinese_names import known_names
from polyglot_news.quotes.lexicon import sections
from polyglot_news.text import RECENT_TEXTS, Span, to_simplified

_UPPER = "A-ZÀ-ÖØ-ÞŒ"
_WORD = rf"(?:[{_UPPER}][\w'’.-]*\w|[{_UPPER}]\.)"
_PARTICLE = r"(?:(?:van|von|de|der|den|di|da|du|la|le|el|al|bin|ben)[ \u00a0]){0,2}"
_LATIN = rf"{_WORD}(?:[ \u00a0]{_PARTICLE}{_WORD}){{0,3}}"
_HAN = r"[\u3400-\u9fff·•‧]"
_HAN_FIRST = re.compile(rf"(?P<han>{_HAN}{{2,24}})[ \u00a0]?[（(](?P<latin>{_LATIN})(?:[,，][^()（）]{{1,40}})?[)）]")
_LATIN_FIRST = re.compile(rf"(?P<latin>{_LATIN})[ \u00a0]?[（(](?P<han>{_HAN}{{2,8}})[)）]")
_SHORTEST, _LONGEST = 2, 10
# How well a name must agree with the one in brackets where no office stands before it.
_ALIKE = 0.5
# The last characters of bodies: 红十字会.
_BODIES = frozenset("会局部院社团司府党盟队行厂网报台")


@attrs.frozen
class Bracketed:
    """A name in Chinese characters, where it stands, and in Latin letters."""

    span: Span
    han: str
    latin: str


@lru_cache(maxsize=RECENT_TEXTS)
def bracketed_names(text: str) -> tuple[Bracketed, ...]:
    """Return the names of persons that a text gives in both scripts; none of bodies (世界卫生组织（WHO）)."""
    found: list[Bracketed] = []
    for match in _HAN_FIRST.finditer(text):
        latin = match.group("latin")
        length = _length_of_name(match.group("han"), latin)
        if length and not latin.isupper():
            span = Span(match.end("han") - length, match.end("han"))
            found.append(Bracketed(span, span.of(text), latin))
    found += [
        Bracketed(Span(*match.span("latin")), match.group("han"), match.group("latin"))
        for match in _LATIN_FIRST.finditer(text)
        if " " in match.group("latin") and _similarity(match.group("han"), match.group("latin")) >= _ALIKE
    ]
    return tuple(found)


def other_script(name: str, text: str) -> str | None:
    """Return the same name in the other script, where a text gives it in brackets beside the name or the whole of it.

    Args:
        name: a name as the text has it, perhaps the family name alone: 艾许沃斯, Lin.
        text: the text.
    """
    for one in bracketed_names(text):
        if name in {one.han, one.han.rpartition("·")[2]}:
            return one.latin
        if name and (one.latin == name or one.latin.startswith(f"{name} ") or one.latin.endswith(f" {name}")):
            return one.han
    return None


def _length_of_name(run: str, latin: str) -> int:
    """Return how many characters at the end of a run are the name: 与来访的国防大臣|艾许沃斯; 0 for none."""
    plain = to_simplified(run)
    plain = plain if len(plain) == len(run) else run
    roles = sections("zh")["roles"]
    behind = max((plain.rfind(role) + len(role) for role in roles if role in plain), default=0)
    length = len(run) - behind
    if behind and _SHORTEST <= length <= _LONGEST:
        return length
    known = [len(run) - name.start for name in known_names(run) if name.is_person and name.end == len(run)]
    candidates = (*known, len(run), 3, 2)
    possible = (length for length in candidates if _SHORTEST <= length <= min(_LONGEST, len(run)))
    return next((length for length in possible if _is_name(plain[-length:], latin)), 0)


def _is_name(han: str, latin: str) -> bool:
    return han[-1] not in _BODIES and _similarity(han, latin) >= _ALIKE


def _similarity(han: str, latin: str) -> float:
    plain = to_simplified(han)
    return max(pinyin_similarity(plain, latin), transliteration_similarity(plain, latin))
