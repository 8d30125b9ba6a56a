"""Who bears an office that an article names alone: "the minister" is the one person whom it calls a minister."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from polyglot_news.documents import Document
from polyglot_news.names import find_names
from polyglot_news.names.model import Name
from polyglot_news.quotes.chinese_names import is_transliterated
from polyglot_news.quotes.grammar import Grammar, grammar
from polyglot_news.quotes.lexicon import sections
from polyglot_news.text import Span

_WORDS = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
_DEFINITE = frozenset(["the", "le", "la", "l"])
_PLAIN = r"[^.,;:!?()\n“”«»\"]"
# What an office is in charge of, a word of four letters at least: no article before a name.
_OF = rf"(?:\s(?:(?:of|for|de|du|des|aux|à|chargée?)\b|d[’']){_PLAIN}{{0,30}}?\w{{4}}{_PLAIN}{{0,20}}?)?"
# Between an office and the name behind it, and between a name and the office behind it.
_TO_NAME = re.compile(rf"{_OF},?\s(?:(?:Mr|Mrs|Ms|Dr|M|Mme|Mlle)\.?\s)?")
_TO_OFFICE = re.compile(
    r",\s(?:(?:the|a|an|his|her|its|their|our|le|la|une?|son|sa|leur|notre)\s|l[’'])?"
    r"(?P<more>(?:(?!who|whom|whose|which|qui|que|dont|and|et)[^\W\d_]+[\s’'-]+){0,3})"
)
_NEAR = 70  # characters
_RANKS = frozenset(
    ["adjoint", "adjointe", "délégué", "déléguée", "fédéral", "fédérale", "général", "générale", "régional",
     "régionale"]
)  # fmt: skip
_OTHER = {"le": "la", "la": "le"}
_HAN_NAME = re.compile(r"[\u4e00-\u9fff·]{2,8}")
_HAN = re.compile(r"[\u4e00-\u9fff]")
# Before an office that no adjective tells from another: 该部长, 对部长.
_BARE = frozenset("该這这位名对對向和与與给給由被")
_LONGEST = 7


@functools.lru_cache(maxsize=256)
def bearer(naming: str, article: Document) -> str | None:
    """Return the person whom an article calls by an office, where it names but one with it; None otherwise.

    Args:
        naming: the office as it stands alone: "the minister", « la ministre », 部长.
        article: the article.
    """
    if article.language == "zh":
        return _chinese_bearer(naming, article.text)
    if article.language not in {"en", "fr"}:
        return None
    words = grammar(article.language)
    found = [word.lower() for word in _WORDS.findall(naming)]
    office = found[-1] if found else ""
    if len(found) > 2 and found[0] in _DEFINITE and any(map(words.is_role, found)):
        return _named_in_full(naming, article)
    if len(found) != 2 or found[0] not in _DEFINITE or not words.is_role(office):
        return None
    named = list(_named_with(office, article, words))
    if not named or not _agree(found[0], named, article.text) or _is_shared(office, named, article):
        return None
    families = {name.split()[-1] for _, name in named}
    return max((name for _, name in named), key=len) if len(families) == 1 else None


def _named_in_full(naming: str, article: Document) -> str | None:
    """Return the person behind or before the same office in full: "the environment minister, Harriet Colborne"."""
    office = re.escape(naming.strip())
    bare = re.escape(_WORDS.sub("", naming.strip(), count=1).lstrip(" ’'"))
    title = r"(?:(?:Mr|Mrs|Ms|Dr|M|Mme|Mlle)\.?\s)?"
    behind = [match.end() for match in re.finditer(rf"(?i){office},?\s{title}", article.text)]
    before = [match.start() for match in re.finditer(rf"(?i),\s(?:(?:the|l[ea])\s|l[’'])?{bare}\b", article.text)]
    people = [
        name.text
        for name in find_names(article.text, article.language, loose=True)
        if _may_be_person(name) and (name.span.start in behind or name.span.end in before)
    ]
    return max(people, key=len) if len({name.split()[-1] for name in people}) == 1 else None


def _named_with(office: str, article: Document, words: Grammar) -> Iterator[tuple[Span, str]]:
    """Yield where the office stands beside a person, and her name."""
    text = article.text
    places = [Span(*match.span()) for match in re.finditer(rf"(?i)\b{re.escape(office)}\b", text)]
    for name in find_names(text, article.language, loose=True):
        span = _without_office(name, words)
        if not span or not _may_be_person(name):
            continue
        for place in places:
            before = 0 <= span.start - place.end <= _NEAR and _TO_NAME.fullmatch(text, place.end, span.start)
            if before or (0 <= place.start - span.end <= _NEAR and _is_apposition(text, span.end, place.start, words)):
                yield place, span.of(text)


def _is_apposition(text: str, start: int, end: int, words: Grammar) -> bool:
    """Whether what stands between a name and an office is a comma and what belongs to the office, no verb."""
    found = _TO_OFFICE.fullmatch(text, start, end)
    more = _WORDS.findall(found.group("more").lower()) if found is not None else []
    acts = any(word in words.finite or word in words.plain_verbs or word.endswith("ed") for word in more)
    return found is not None and not acts


def _without_office(name: Name, words: Grammar) -> Span:
    """Cut off the office that opens a sentence before a name: Spokesman | Paul Roy."""
    parts = [
        Span(name.span.start + match.start(), name.span.start + match.end()) for match in _WORDS.finditer(name.text)
    ]
    texts = [match.group().lower() for match in _WORDS.finditer(name.text)]
    first = next((k for k, word in enumerate(texts) if not words.is_role(word)), len(parts))
    named = parts[first:]
    is_name = bool(named) and not any(words.is_role(word) for word in texts[first:])
    return Span(named[0].start, name.span.end) if is_name else Span(0, 0)


def _agree(article: str, named: list[tuple[Span, str]], text: str) -> bool:
    """Whether « le » or « la » is no other gender than that of the article before the office beside the name."""
    if article not in {"le", "la"}:
        return True
    shown = {
        _WORDS.findall(text[max(0, span.start - 12) : span.start].lower() or "-")[-1:] == [_OTHER[article]]
        for span, _ in named
    }
    return True not in shown


def _is_shared(office: str, named: list[tuple[Span, str]], article: Document) -> bool:
    """Whether the article speaks of others of that office, too: with an adjective, a "of", "a", or in the plural."""
    text = article.text
    ours = {span.start for span, _ in named}
    others = re.compile(rf"(?i)(\b[^\W\d_]+[\s’'-]+)\b{re.escape(office)}(s?)\b(\s(?:of|for|de|du|des)\b|\sd[’'])?")
    for match in others.finditer(text):
        plain = match.group(1).strip(" ’'-\n").lower() in _DEFINITE
        if match.end(1) in ours:
            continue
        if match.group(2) or match.group(3) or not plain or _is_told_apart(text, match.end(), article.language):
            return True
    return False


def _is_told_apart(text: str, end: int, language: str) -> bool:
    """Whether an adjective of a country, or one of rank, follows a French office: la ministre danoise."""
    word = _WORDS.match(text, end + 1) if language == "fr" else None
    if word is None:
        return False
    return word.group().lower() in _RANKS or any(name.entries for name in find_names(word.group(), language))


def _chinese_bearer(naming: str, text: str) -> str | None:
    office = naming.strip()
    if not office.endswith(sections("zh")["roles"]):
        return None
    people = {name.text for name in find_names(text, "zh", loose=True) if _may_be_person(name)}
    found: set[str] = set()
    for match in re.finditer(rf"(?<![副前原]){re.escape(office)}", text):
        behind = _HAN_NAME.match(text, match.end())
        here = {name for name in people if text.endswith(name, 0, match.start())}
        if behind is not None:
            here |= {name for name in people if behind.group().startswith(name)} or _transliterated(behind.group())
        if not here and _HAN.match(text[match.start() - 1 : match.start()]) and text[match.start() - 1] not in _BARE:
            return None  # 丹麦部长: another one
        found |= here
    longest = {name for name in found if not any(name != other and name in other for other in found)}
    return longest.pop() if len(longest) == 1 else None


def _may_be_person(name: Name) -> bool:
    return not name.entries or name.entries[0].kind == "person"


def _transliterated(text: str) -> set[str]:
    """Return the name of transliterating characters that a text begins with."""
    length = next((k for k in range(min(_LONGEST, len(text)), 1, -1) if is_transliterated(text[:k])), 0)
    return {text[:length]} if length else set()
