"""Who is meant by an office alone: "the spokesman" is whom the text introduced as one, if it introduced but one."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

import attrs

from polyglot_news.names import find_names
from polyglot_news.quotes.agreement import is_thing
from polyglot_news.quotes.grammar import Grammar, grammar
from polyglot_news.quotes.tokens import tokenize
from polyglot_news.text import Span

_DEFINITE = frozenset(["the", "this", "that", "le", "la", "l'", "ce", "cet", "cette"])
_MOST_WORDS = 3
# What somebody is called whose office has another name: le responsable, for the head of a department.
_GENERIC = frozenset(
    ["official", "diplomat", "lawmaker", "politician", "responsable", "dirigeant", "dirigeante", "diplomate", "élu",
     "élue"]
)  # fmt: skip
_UPPER = "A-ZÀ-ÖØ-ÞŒ"
_SPACE = "[ \u00a0]"
_WORD = rf"(?:[{_UPPER}]\.|(?:Mr|Mrs|Ms|Dr)\.|[{_UPPER}][\w'’-]*\w)"
_PARTICLE = rf"(?:(?:van|von|de|der|den|di|da|du|la|le|el|al|bin|ben){_SPACE}){{0,2}}"
_NAME = rf"{_WORD}(?:{_SPACE}{_PARTICLE}{_WORD}){{0,3}}"
_FULL_NAME = rf"{_WORD}(?:{_SPACE}{_PARTICLE}{_WORD}){{1,3}}"
_OF = r"(?:(?:of|for|at|in|de|du|des|à|au|aux|chargée?|délégué)\b|d['’])"
_COMPLEMENT = rf"{_SPACE}{_OF}[^,.;:!?\n]{{1,80}}?"
_TITLES = frozenset(["m.", "mm.", "mme", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "the", "le", "la"])
# Another office than the one that ends so, or one that is no longer held.
_OTHERWISE = re.compile(
    r"(?:\b(?:former|late|ex|prime|deputy|vice|assistant|shadow|ancien|ancienne|premier|première|feu)\s|[-‑])$",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]+")
_NEAR = 12  # characters
_OTHER_GENDER = {"le": "la", "la": "le"}
_RANKS = frozenset(["adjoint", "adjointe", "délégué", "déléguée", "fédéral", "fédérale", "régional", "régionale"])
# What somebody with a name is, rather than somebody else: "Jane Doe, an official"; "Jane Doe, 52, an official".
_APPOSED = re.compile(rf"(?:[{_UPPER}][\w'’-]*|\d|\)),{_SPACE}$")
_PLAIN = frozenset(["and", "as", "chief", "new", "the"])  # before an office they tell it from no other one
_WORD_BEHIND = re.compile(rf"{_SPACE}([a-zà-ÿ]+)")
_PROVINCE = re.compile(
    rf"{_SPACE}(?:(?:of|for|de|du|des|chargée?){_SPACE}|d['’])((?:(?:the|la|l['’]){_SPACE}?)?[\w-]+)"
)
_ARTICLES = {"en": r"\b(?:an?|another)", "fr": r"\b(?:une?|un autre|une autre)"}


def bare_office(naming: str, words: Grammar) -> str | None:
    """Return the office of a naming that holds nothing else: of "the spokesman" the word "spokesman"."""
    tokens = tokenize(naming, 0, len(naming), french=words.french)
    office = tokens[1:]
    if not 0 < len(office) <= _MOST_WORDS or tokens[0].lower not in _DEFINITE:
        return None
    if not all(token.is_word and not words.is_preposition(token.lower) for token in office):
        return None
    if any(token.is_capital and token.lower not in words.roles for token in office):
        return None  # the Minister, as official texts write it, but not the minister Roe
    head = office[0] if words.french else office[-1]
    return naming[office[0].start :] if words.is_role(head.lower) else None


class Offices:
    """The people whom one text introduces with their offices; each office is looked for but once."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._language = language
        self._known: dict[tuple[str, str], _Holder | None] = {}
        self._anybody: list[Span] | None = None

    def holder(self, at: int, naming: str, office: str, speakers: Iterable[Span]) -> Span | None:
        """Return whom the text before ``at`` introduces with an office.

        Args:
            at: where the office stands alone.
            naming: what stands there, with its article.
            office: the office in it.
            speakers: who spoke before; "the official" may be one of them, or one with any office, if all are one.

        Returns:
            The naming; None where nobody was introduced so, or several, or somebody without a name.
        """
        other = _OTHER_GENDER.get(_WORDS.findall(naming.lower())[0], "")
        if (office, other) not in self._known:
            self._known[office, other] = self._find(office, other)
        found = self._known[office, other]
        if found is None or found.unnamed < at:
            return None
        if found.name is not None:
            return found.name if found.name.end <= at else None
        if office not in _GENERIC:
            return None
        if self._anybody is None:
            anyone = "|".join(sorted(map(re.escape, grammar(self._language).roles)))
            self._anybody = self._persons(one.name for one in _introduced(self._text, anyone))
        return self._the_only([*self._persons(speakers), *(name for name in self._anybody if name.end <= at)])

    def _find(self, office: str, other: str) -> _Holder | None:
        """Return who bears an office; nothing where the text has several whom the ``other`` article does not tell."""
        pattern = re.escape(office).replace("\\ ", _SPACE)
        several = _introduced(self._text, pattern)
        introduced = [one for one in several if not other or _article_before(self._text, one.office.start) != other]
        if _is_shared(self._text, pattern, {one.office.start for one in introduced}, self._language, other):
            return None
        names = self._persons(one.name for one in introduced)
        name = self._the_only(names)
        if names and name is None:
            return None
        return _Holder(name, _first_unnamed(self._text, pattern, self._language))

    def _persons(self, namings: Iterable[Span]) -> list[Span]:
        """Return the first of each naming of a person."""
        found: dict[str, Span] = {}
        for span in namings:
            found.setdefault(span.of(self._text), span)
        return [span for text, span in found.items() if _parts(text) and not is_thing(text, self._language)]

    def _the_only(self, namings: Sequence[Span]) -> Span | None:
        """Return the longest of namings that are all of one person, which share a word of the name."""
        if not namings:
            return None
        longest = max(namings, key=lambda span: (len(span), -span.start))
        parts = _parts(longest.of(self._text))
        return longest if all(parts & _parts(span.of(self._text)) for span in namings) else None


@attrs.frozen
class _Holder:
    """Who bears an office: the name, and where somebody has it without one."""

    name: Span | None
    unnamed: float


@attrs.frozen
class _Introduced:
    """Somebody with her office."""

    name: Span
    office: Span


def _introduced(text: str, office: str) -> tuple[_Introduced, ...]:
    """Return the names that an office stands before or behind."""
    holder = rf"(?P<office>(?<!\w)(?i:{office}))"
    apposed = rf"(?:{_COMPLEMENT})?,{_SPACE}(?P<apposed>{_FULL_NAME})(?=[,.;:)]|{_SPACE}[a-zà-ÿ])"
    behind = rf"{holder}(?:{_SPACE}(?P<plain>{_NAME})|{apposed})"
    between = rf"(?:(?!{_OF}{_SPACE}|(?:to|and|et|but|mais|while|with|avec){_SPACE})[^\s,.;:!?]+{_SPACE}|l['’]){{0,5}}?"
    before = rf"(?P<name>{_FULL_NAME}),{_SPACE}{between}{holder}(?=(?:{_COMPLEMENT})?[,.;:)])"
    found: list[_Introduced] = []
    for pattern in (behind, before):
        for match in re.finditer(pattern, text):
            name = next(Span(*match.span(key)) for key in ("plain", "apposed", "name") if match.groupdict().get(key))
            if not _is_otherwise(text, match.start("office")):
                found.append(_Introduced(name, Span(*match.span("office"))))
    return tuple(found)


def _is_otherwise(text: str, office: int) -> bool:
    return _OTHERWISE.search(text[max(0, office - _NEAR) : office]) is not None


def _is_shared(text: str, office: str, ours: set[int], language: str, other: str) -> bool:
    """Whether the text has several of an office: in the plural, of another country, or with different provinces.

    One behind the ``other`` article is somebody else: la porte-parole is not le porte-parole.
    """
    words = grammar(language)
    provinces: set[str] = set()
    for match in re.finditer(rf"(?P<before>[\w’'-]*){_SPACE}(?P<office>(?i:{office}))(?P<plural>e?s)?\b", text):
        if _is_otherwise(text, match.start("office")) or (other and match.group("before").lower() == other):
            continue
        before, of = match.group("before"), _PROVINCE.match(text, match.end())
        described = _WORD_BEHIND.match(text, match.end()) if language == "fr" else None
        if match.group("plural") or (described is not None and _tells_apart(described.group(1), language)):
            return True
        if match.start("office") not in ours and before[:1].isupper() and before.lower() not in _DEFINITE:
            return True
        tells = before.islower() and not words.is_function_word(before) and before not in words.verbs | _PLAIN
        if language == "en" and tells:
            provinces.add(before)
        if of is not None:
            provinces.add(of.group(1).lower())
    return len(provinces) > 1


def _tells_apart(word: str, language: str) -> bool:
    """Whether an adjective behind a French office is one of a country or of rank: la ministre danoise, déléguée."""
    return word.lower() in _RANKS or any(name.entries for name in find_names(word, language))


def _article_before(text: str, office: int) -> str:
    found = _WORDS.findall(text[max(0, office - _NEAR) : office].lower())
    return found[-1] if found else ""


def is_somebody_unnamed(text: str, office: str, language: str) -> bool:
    """Whether a text introduces somebody by an office without a name, whom the office alone means then."""
    return _first_unnamed(text, re.escape(office).replace("\\ ", _SPACE), language) < math.inf


def _first_unnamed(text: str, office: str, language: str) -> float:
    """Return where the text first introduces somebody by an office without a name: "a spokesman for the ministry"."""
    named = rf"{_SPACE}{_NAME}|(?:{_COMPLEMENT})?,{_SPACE}{_NAME}"  # "an official in Ningbo" is not
    anyone = rf"(?i:{_ARTICLES[language]}){_SPACE}(?:[\w'’-]+{_SPACE}){{0,3}}?(?i:{office})\b(?!{named})"
    starts = (match.start() for match in re.finditer(anyone, text))
    return next((start for start in starts if not _APPOSED.search(text[max(0, start - _NEAR) : start])), math.inf)


def _parts(naming: str) -> frozenset[str]:
    """Return the words of a name with a capital, without titles."""
    words = (word.strip(",") for word in naming.partition(",")[0].split())
    return frozenset(word.casefold() for word in words if word[:1].isupper() and word.casefold() not in _TITLES)
