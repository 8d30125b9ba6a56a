"""The words of a text that stand at one pole of a scale: *rise*, *more*, *open*, *effective*."""

from __future__ import annotations

import functools
import re

import attrs

from polyglot_news.compare.operators.cues import Cue, Hit, Reading, matcher, words
from polyglot_news.compare.operators.places import RECENT
from polyglot_news.compare.words.opposed import HARMS
from polyglot_news.text import CLAUSE_MARK

_INQUIRY = "known"
"""The scale of what an inquiry has found; of "enquête … en cours" the end is shown, too."""
_MOVING, _UNMOVED = ("trend", "better"), "unmoved"
"""What rises, falls, improves or worsens does not stay as it is."""
_NEAR = 40
"""How many characters before a word are looked at for what governs it."""
_CURBED = re.compile(
    r"\b(?:stop|halt|curb|contain|restrain|check|prevent|avoid|arrest|ends?|ended|ending|limit|rein)\w*\b[^.,;:!?]*$"
    r"|\b(?:stopp|enray|enrai|conten|frein|endigu|maîtris|limit|évit|empêch|juguler)\w*\b[^.,;:!?]*$"
    r"|[遏抑控]制[^，。；]*$|止$",
    re.IGNORECASE,
)
"""What keeps a rise or fall from going on: *to curb rising prices* is 稳定物价."""
_GOODS = frozenset({"safe", "healthy", "trust", "peace", "steady", "calm", "affix: stable"})
_HARMED = re.compile(
    rf"\b(?:{HARMS['en']}|{HARMS['fr']}|port\w+ atteinte)\b[^.,;:!?]*$|(?:{HARMS['zh']})[^，。；]{{0,8}}$",
    re.IGNORECASE,
)
"""What does harm to a good tells of the bad: 危及安全 is *a danger*."""
_SHORT = frozenset({"不足", "不到", "不及", "不满", "未满"})
_FIGURE = re.compile(r" ?[\d零一二两三四五六七八九十百千万半几]")
_VOTES = re.compile(r"[\d零一二三四五六七八九十百]票$")


@functools.lru_cache(maxsize=4 * RECENT)
def directions(text: str, language: str) -> tuple[Hit, ...]:
    """Find the words of a text that stand at one pole of a scale, in order; split ones by their first half."""
    found = matcher("direction", language).find(words(text, language))
    if language == "zh":
        told = (hit for hit in found if not (_is_question(text, hit) or _is_counted(text, hit)))
        found = (hit for hit in (_bounding(text, hit) for hit in told) if hit.cue.readings)
    found = (hit for hit in found if not (_is_harmed(text, hit) or _is_over_clauses(text, hit)))
    return tuple(
        attrs.evolve(hit, span=hit.span if hit.cue.reading(_INQUIRY) else hit.parts[0], parts=hit.parts[:1])
        for hit in found
    )


@functools.lru_cache(maxsize=4 * RECENT)
def movements(text: str, language: str) -> tuple[Hit, ...]:
    """Find what is said to stay as it is, and what rises or falls: on a scale of its own, since no fall is a rise."""
    going_on = (hit for hit in directions(text, language) if not _CURBED.search(_before(text, hit)))
    moving = ((hit, _movement(hit.cue)) for hit in going_on)
    return tuple(attrs.evolve(hit, cue=cue) for hit, cue in moving if cue.readings)


@functools.cache
def _movement(cue: Cue) -> Cue:
    own = cue.reading(_UNMOVED)
    moves = own is None and any(cue.reading(scale) for scale in _MOVING)
    readings = (Reading(_UNMOVED, low=-1.0, high=-1.0),) if moves else (own,) if own is not None else ()
    return attrs.evolve(cue, readings=readings)


def _before(text: str, hit: Hit) -> str:
    """Return what stands before a word, and the word itself."""
    return text[max(0, hit.span.start - _NEAR) : hit.span.end]


def _is_harmed(text: str, hit: Hit) -> bool:
    good = any(reading.cls in _GOODS and reading.low > 0 for reading in hit.cue.readings)
    return good and _HARMED.search(_before(text, hit)) is not None


def _is_over_clauses(text: str, hit: Hit) -> bool:
    """Whether the end of an inquiry is another clause's: *the inquiry goes on, the first part is over*.

    One mark parts two clauses, while two enclose what is said by the way.
    """
    told = hit.cue.reading(_INQUIRY) is not None and len(hit.parts) > 1
    return told and len(CLAUSE_MARK.findall(text, hit.span.start, hit.span.end)) % 2 == 1


def _is_counted(text: str, hit: Hit) -> bool:
    """Whether it is but votes that are told: 118票赞成 says nothing of what came of them."""
    return _VOTES.search(text[max(0, hit.span.start - 2) : hit.span.start]) is not None


def _bounding(text: str, hit: Hit) -> Hit:
    """Return 不足 without its reading as *less than* where it bounds no figure: 资金不足 is *not enough*."""
    if hit.cue.text not in _SHORT or _FIGURE.match(text, hit.span.end):
        return hit
    others = tuple(reading for reading in hit.cue.readings if reading.cls != "more")
    return attrs.evolve(hit, cue=attrs.evolve(hit.cue, readings=others))


def _is_question(text: str, hit: Hit) -> bool:
    """Whether a negated word belongs to a question: 公不公道 asks whether it is fair."""
    at = hit.span.start
    return at > 0 and text[at] in "不没" and text[at - 1 : at] == text[at + 1 : at + 2]
