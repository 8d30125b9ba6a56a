"""Set phrases, which are rendered as a whole and freely: 悬崖勒马, *foot the bill*, « à point nommé ».

What a word inside of one says by itself, a *not*, a *may*, is none of the claim; and that no word of the other text
answers its words says little.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from importlib import resources

import attrs

from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.cues import Cue, Hit, Matcher, Reading, matcher, table, words
from polyglot_news.compare.operators.places import RECENT, places_of
from polyglot_news.compare.operators.suspects import WORTH_A_LOOK, Suspect
from polyglot_news.compare.words.evidence import Evidence, Side, evidence
from polyglot_news.text import Span, clause_around

_FREELY = Reading("free")

_FREE = 0.4
"""Doubt from which a set phrase counts as rendered freely, on the average of what its words tell."""

_NEAR = 0.3


_MOSTLY = 0.25
"""Share of what no word answers that set phrases make up at least where they explain it."""

_BEYOND = 1.4
"""How much of it may stand in clauses of a text that hold none of its set phrases."""

_TELLS = 0.7
"""How much of it they must make up at least, in words that tell as much as a rare one."""


@functools.lru_cache(maxsize=16 * RECENT)
def idioms(text: str, language: str) -> tuple[Hit, ...]:
    """Find the set phrases of a text in its language, in order."""
    return tuple(_matcher(language).find(words(text, language)))


@functools.lru_cache(maxsize=3)
def _matcher(language: str) -> Matcher:
    """Return the matcher for the table, and for the set phrases of the lexicon beside it."""
    cues = table("idiom", language)
    if language == "zh":
        known = {cue.text for cue in cues}
        common = resources.files("polyglot_news") / "data" / "lexicons" / "zh-idioms.txt"
        cues += [Cue(text, (_FREELY,)) for text in common.read_text(encoding="utf-8").split() if text not in known]
    return Matcher(cues, language)


def denies(phrase: Hit) -> bool:
    """Whether a set phrase denies what another language may deny by a word of its own: 寸步不让."""
    return phrase.cue.reading("denies") is not None


def free_phrases(text: str, language: str) -> list[Span]:
    """Return where the set phrases stand in which no word says anything by itself."""
    return [one.span for one in idioms(text, language) if not denies(one)]


def softened(hits: Sequence[Hit], phrases: Sequence[Span]) -> list[Hit]:
    """Let a cue inside a set phrase ask for no answer."""
    return [soft(hit) if any(_is_inside(hit.span, phrase) for phrase in phrases) else hit for hit in hits]


def _is_inside(span: Span, phrase: Span) -> bool:
    return span.overlap(phrase) == len(span) < len(phrase)


def soft(hit: Hit) -> Hit:
    """Let a cue answer others and ask for no answer itself."""
    readings = tuple(attrs.evolve(reading, asks=False) for reading in hit.cue.readings)
    return attrs.evolve(hit, cue=Cue(hit.cue.text, readings))


def may_be_idiom(suspect: Suspect, pair: Pair) -> Suspect:
    """Let an operator be worth a look at most where a set phrase in its place is rendered freely."""
    found = evidence(pair) if suspect.other is None and not suspect.cut else None
    if found is None:
        return suspect
    side = suspect.side
    faced = any(
        _is_free((found.official, found.rendering)[side], phrase.span)
        and places_of(pair).nearness(*(suspect.hit, phrase)[:: 1 if side == 0 else -1]) >= _NEAR
        for phrase in idioms(*pair.texts[1 - side])
    )
    return attrs.evolve(suspect, most=min(suspect.most, WORTH_A_LOOK)) if faced else suspect


def faces_idiom(pair: Pair, found: Evidence, hit: Hit, side: int) -> bool:
    """Whether a negation may be that of a set phrase in its place on the other side, of which no word is answered."""
    text, language = pair.texts[1 - side]
    places = places_of(pair)
    negative = list(matcher("polarity", language).find(words(text, language)))
    return any(
        _is_free((found.official, found.rendering)[side], phrase.span)
        and places.nearness(*(hit, phrase)[:: 1 if side == 0 else -1]) >= _NEAR
        for phrase in idioms(text, language)
        if any(_is_inside(cue.span, phrase.span) for cue in negative)
    )


def _is_free(side: Side, phrase: Span) -> bool:
    inside = [i for i, word in enumerate(side.words) if word.overlap(phrase)]
    told = sum(float(side.weight[i]) for i in inside)
    return sum(float(side.weight[i] * side.doubt[i]) for i in inside) >= _FREE * told > 0.0


@functools.lru_cache(maxsize=RECENT)
def rendered_freely(pair: Pair, found: Evidence) -> tuple[list[Span], list[Span]]:
    """Return the clauses of both sides, the rendering first, that fit badly because a set phrase is rendered freely.

    What renders it stands anywhere in a text without set phrases. Nothing is returned where they make up too little of
    what is not answered, or where much of it stands in other clauses.
    """
    freely: list[list[Span]] = []
    within = without = 0.0
    for (text, language), side in zip(pair.texts, (found.rendering, found.official), strict=True):
        phrases = [one.span for one in idioms(text, language)]
        clauses = [clause_around(text, phrase) for phrase in phrases] or [Span(0, len(text))]
        freely.append(clauses)
        core = pair.core if side is found.official else None
        beyond = 0.0
        for i, word in enumerate(side.words):
            missing = float(side.weight[i] * side.doubt[i])
            if any(map(word.overlap, phrases)):
                within += missing
            elif core is None or word.overlap(core):
                without += missing
                beyond += 0.0 if any(map(word.overlap, clauses)) else missing
        if beyond > _BEYOND:
            return [], []
    if within < _TELLS or within < _MOSTLY * (within + without):
        return [], []
    return freely[0], freely[1]
