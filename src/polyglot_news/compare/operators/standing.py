"""How far a cue that needs no answer of its own can answer one that does, by where it stands."""

from __future__ import annotations

import attrs

from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.cues import Hit
from polyglot_news.compare.operators.places import places_of
from polyglot_news.text import CLAUSE_MARK, Span

_NEAR = 4
"""How many words from a cue still belong to it, though they stand in another clause."""

_CLAUSE = 40
"""How many words from a cue its clause may begin or end at most: where nothing parts a text, it does so somewhere."""

_JOINING = frozenset({"ban", "limit"})
"""What sets two things against each other (而非, *unless*) is linked to either of them; a *forbid* to any *not*."""

_APART = 0.3
"""How far a cue answers one whose words are rendered in another clause."""


def fit(pair: Pair, side: int, hit: Hit, other: Hit) -> float:
    """Return how far a cue of the other side may answer one of this side, 0 to 1.

    *Unfair* that renders *déloyal* does not render a *ne … pas* of another place, and an *inseparable* of another
    clause hardly does.
    """
    if other.cue.asks:
        return 1.0
    places = places_of(pair)
    apart = _APART if _is_apart(pair, side, hit, other) else 1.0
    if any(reading.cls in _JOINING for reading in other.cue.readings):
        return apart
    elsewhere = places.best_link(1 - side, other, attrs.evolve(hit, parts=(_surroundings(pair, side, hit),)))
    return (1.0 - elsewhere) * apart


def _surroundings(pair: Pair, side: int, hit: Hit) -> Span:
    """Return the clause of a cue, and the words next to it."""
    text, words = ((pair.rendering, pair.rendering_words), (pair.official, pair.official_words))[side]
    own = places_of(pair).covered(side, hit.span)
    if not own:
        return hit.span
    least, most = words[max(0, own[0] - _CLAUSE)].start, words[min(len(words) - 1, own[-1] + _CLAUSE)].end
    first = max((mark.end() for mark in CLAUSE_MARK.finditer(text, least, hit.span.start)), default=least)
    last = CLAUSE_MARK.search(text, hit.span.end, most)
    return Span(
        min(first, words[max(0, own[0] - _NEAR)].start),
        max(most if last is None else last.start(), words[min(len(words) - 1, own[-1] + _NEAR)].end),
    )


def _is_apart(pair: Pair, side: int, hit: Hit, other: Hit) -> bool:
    """Whether the words after a cue are rendered in another clause than the one in which another cue stands."""
    place = places_of(pair).counterpart(side, hit)
    if place is None:
        return False
    text = pair.official if side == 0 else pair.rendering
    between = text[min(place.end, other.span.end) : max(place.start, other.span.start)]
    return CLAUSE_MARK.search(between) is not None
