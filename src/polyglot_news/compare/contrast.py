"""Contrasts (*X, and not Y*; X而非Y; *non X, mais Y*) whose two sides were exchanged."""

from __future__ import annotations

import re

import attrs

from polyglot_news.compare.direction import directions
from polyglot_news.compare.model import Pair
from polyglot_news.text import CLAUSE_MARK, Span, to_simplified

_LEAST = 0.5
"""How surely each rejected side must be rendered by the kept side of the other text."""

_KEPT_FIRST = {
    "en": r"(?:[,;—–]\s*|\b(?:and|but) )(?:(?:and|but) )?not (?!only|just|merely|simply|yet|least)"
    r"|,? (?:rather than|instead of|as opposed to) ",
    "fr": r"(?:[,;—–]\s*|\b(?:et|mais) )(?:(?:et|mais) )?(?:non pas|non|pas) (?!seulement|plus|moins)"
    r"|,? (?:plutôt qu(?:e |['’])|au lieu d(?:e |['’]))",
    "zh": r"[，、]?(?:而非|而不是|而不|不是)",
}
_KEPT_LAST = {
    "en": r"\bnot (?!only|just|merely|simply)(?P<out>[^.;:!?]{2,80}?),? but (?:rather )?",
    "fr": r"\b(?:non pas|non|pas) (?!seulement)(?P<out>[^.;:!?]{2,80}?),? mais (?:plutôt )?",
    "zh": r"(?:不是|并非|不在于|不靠)(?P<out>[^。；：！？]{1,40}?)，?(?:而是|而在于|而靠)",
}


@attrs.frozen
class Contrast:
    """What a text keeps, and what it rejects in its stead."""

    kept: Span
    out: Span


def contrast_in(text: str, language: str) -> Contrast | None:
    """Return the contrast of a text that holds exactly one."""
    plain = to_simplified(text) if language == "zh" else text
    last = list(re.finditer(_KEPT_LAST[language], plain))
    first = [] if last else list(re.finditer(_KEPT_FIRST[language], plain))
    if len(last) == 1:
        match = last[0]
        return Contrast(Span(match.end(), _clause_end(plain, match.end())), Span(*match.span("out")))
    if len(first) == 1:
        match = first[0]
        return Contrast(
            Span(_clause_start(plain, match.start()), match.start()), Span(match.end(), _clause_end(plain, match.end()))
        )
    return None


def exchanged(pair: Pair) -> tuple[Contrast, Contrast] | None:
    """Return the contrasts of rendering and official text, where each keeps what the other rejects."""
    ours = contrast_in(pair.rendering, pair.rendering_language)
    theirs = contrast_in(pair.official, pair.official_language)
    if ours is None or theirs is None:
        return None
    straight = _same_poles(pair, ours, theirs)
    if straight is not None:
        return None if straight else (ours, theirs)
    crossed = min(_linked(pair, ours.out, theirs.kept), _linked(pair, ours.kept, theirs.out))
    if crossed < _LEAST or _linked(pair, ours.out, theirs.out) > crossed / 2:
        return None
    return ours, theirs


def _same_poles(pair: Pair, ours: Contrast, theirs: Contrast) -> bool | None:
    """Whether both texts keep the same pole of a scale (*before*, not *after*); None where they tell of no scale."""
    here = _poles(pair.rendering, pair.rendering_language, ours)
    there = _poles(pair.official, pair.official_language, theirs)
    told = [here[scale] == there[scale] for scale in here.keys() & there.keys()]
    return all(told) if told else None


def _poles(text: str, language: str, contrast: Contrast) -> dict[str, float]:
    """Return, by scale, the pole that a contrast keeps where it rejects the other one."""
    kept, out = (
        {
            (reading.cls, reading.low)
            for hit in directions(text, language)
            if hit.span.overlap(span)
            for reading in hit.cue.readings
        }
        for span in (contrast.kept, contrast.out)
    )
    return {scale: pole for scale, pole in kept if (scale, -pole) in out}


def _linked(pair: Pair, rendering: Span, official: Span) -> float:
    """Return how surely a word of one stretch is linked to a word of another one."""
    return max(
        (
            link.probability
            for link in pair.links
            if pair.rendering_words[link.source].overlap(rendering)
            and pair.official_words[link.target].overlap(official)
        ),
        default=0.0,
    )


def _clause_start(text: str, at: int) -> int:
    return max((mark.end() for mark in CLAUSE_MARK.finditer(text, 0, at)), default=0)


def _clause_end(text: str, at: int) -> int:
    mark = CLAUSE_MARK.search(text, at)
    return mark.start() if mark is not None else len(text)
