"""Converses: *A sold it to B* is *B bought it from A*, and *talks before the vote* are *a vote after the talks*.

Two such words are opposites only where what stands around them is the same: where it has changed places, they say one
thing from two ends.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, Evidence, Side, evidence, mutual_pairs
from polyglot_news.text import clause_around, clause_start

if TYPE_CHECKING:
    from polyglot_news.compare.model import Pair
    from polyglot_news.text import Span

_BETWEEN_PARTIES = frozenset({"buy", "win", "trade"})
"""Scales of what one does to, or gets from, another: who does it changes with the word."""
_IN_ORDER = frozenset({"order", "since", "north", "east"})
"""Scales of what lies on this or that side of another: after the word, in Chinese before it, stands from where."""
_QUARTERS = frozenset({"north", "east"})
_LIES_THERE = re.compile(r"以[东西南北]|(?:north|south|east|west) of\b|(?:nord|sud|est|ouest) d(?:(?:e|u|es)\b|['’])")
"""What says on which side of another a thing lies; *eastern* and 东部 but name a part."""
_OF = 4
"""How many characters behind the word that takes: " of", « des »."""
_LINKED = 0.4
_PARTIES = 12
"""How many words of a clause on either side of a word may name who gives and who gets."""
_ANCHOR = 5
"""How many words may say before or after what something happens."""
# fmt: off
CONTRACTED_IS = r"\b(?:he|she|it|that|this|who|what|there|here|we|you|they)['’](?:s|re)\b"
"""The *is* and *are* that lean on a pronoun; behind a noun the apostrophe is the possessive: *Germany's army*."""
DONE_BY = "(?:被(?!告)|遭|(?<![自理事缘情])由(?![于此]))"
"""What stands before who does it, in Chinese; not within 自由, 理由 and 被告."""
PASSIVE = {
    "en": re.compile(
        rf"(?:\b(?:is|are|was|were|be|been|being|get|gets|got)|{CONTRACTED_IS})(?: \w+)? $", re.IGNORECASE
    ),
    "fr": re.compile(
        r"\b(?:est|sont|était|étaient|été|être|fut|furent|ser(?:a|ai|as|ons|ez|ont|ait|ais|aient))(?: \w+)? $",
        re.IGNORECASE,
    ),
    "zh": re.compile(rf"{DONE_BY}[^，。；]{{0,8}}$"),
}
_AT = re.compile("在")
_DIGITS = re.compile(r"\d+")
_TOWARDS = re.compile("[向从跟给对自]")
"""What follows these before a Chinese verb is the other party."""
# fmt: on


def are_converses(pair: Pair, scale: str, rendering: Span, official: Span) -> bool:
    """Whether two opposites of a scale say the same of what stands around them, which has changed places."""
    if scale not in _BETWEEN_PARTIES | _IN_ORDER:
        return False
    found = evidence(pair)
    if found is None:
        return False
    if scale in _QUARTERS and not all(
        _LIES_THERE.search(text, span.start, span.end + _OF)
        for (text, _), span in zip(pair.texts, (rendering, official), strict=True)
    ):
        return False
    if scale in _IN_ORDER:
        return _is_anchored_elsewhere(found, pair, rendering, official)
    return _is_exchanged(found, pair, rendering, official)


def _is_anchored_elsewhere(found: Evidence, pair: Pair, rendering: Span, official: Span) -> bool:
    """Whether each of two words counts from something else: *before the vote*, *after the talks*.

    A word that counts from nothing that stands beside it, as *earlier* does, is not set against one that does.
    """
    ours = _anchor(found.rendering, rendering, pair.rendering_language)
    theirs = _anchor(found.official, official, pair.official_language)
    if not ours or not theirs:
        return bool(ours) != bool(theirs)
    links = _links(found)
    same = any(i in ours and j in theirs for i, j in links) or bool(
        _figures(found.rendering, ours) & _figures(found.official, theirs)
    )
    return not same and any((i in ours) != (j in theirs) for i, j in links)


def _links(found: Evidence) -> list[tuple[int, int]]:
    return [(i, j) for i, j in mutual_pairs(found) if found.rendering.link[i] >= _LINKED]


def _anchor(side: Side, word: Span, language: str) -> set[int]:
    """Return the words that say before or after what: numbers, which tell nothing by themselves, among them."""
    inside = _inside(side, clause_around(side.text, word))
    if language == "zh":
        at = _AT.search(side.text, clause_start(side.text, word.start), word.start)  # its subject stands before it
        begins = 0 if at is None else at.end()
        near = [i for i in inside if begins <= side.words[i].start and side.words[i].end <= word.start][-_ANCHOR:]
    else:
        near = [i for i in inside if side.words[i].start >= word.end][:_ANCHOR]
    return {
        i for i in near if side.weight[i] >= CONTENT_WEIGHT or any(c.isdigit() for c in side.words[i].of(side.text))
    }


def _inside(side: Side, clause: Span) -> list[int]:
    return [i for i, one in enumerate(side.words) if clause.start <= one.start and one.end <= clause.end]


def _figures(side: Side, words: set[int]) -> set[str]:
    return {digits for i in words for digits in _DIGITS.findall(side.words[i].of(side.text))}


def _is_exchanged(found: Evidence, pair: Pair, rendering: Span, official: Span) -> bool:
    """Whether who stands before the one word stands after the other, and the other way round; both in one voice."""
    texts = found.rendering, found.official
    spans = rendering, official
    languages = pair.rendering_language, pair.official_language
    passive = [
        PASSIVE[language].search(side.text[: span.start])
        for side, span, language in zip(texts, spans, languages, strict=True)
    ]
    if (passive[0] is None) != (passive[1] is None):
        return False
    parties = [_parties(side, span, language) for side, span, language in zip(texts, spans, languages, strict=True)]
    links = _links(found)
    (before, after), (first, last) = parties
    return any(i in before and j in last for i, j in links) and any(i in after and j in first for i, j in links)


def _parties(side: Side, word: Span, language: str) -> tuple[set[int], set[int]]:
    """Return the telling words before and after a word in its clause."""
    clause = clause_around(side.text, word)
    telling = [i for i in _inside(side, clause) if side.weight[i] >= CONTENT_WEIGHT]
    before = [i for i in telling if side.words[i].end <= word.start][-_PARTIES:]
    after = [i for i in telling if side.words[i].start >= word.end][:_PARTIES]
    towards = _TOWARDS.search(side.text, clause.start, word.start) if language == "zh" else None
    moved = {i for i in before if towards is not None and side.words[i].start >= towards.end()}
    return set(before) - moved, set(after) | moved
