"""What a negation denies, and whether the other text denies it, too: counting negations does not tell.

What a negation denies is the first telling word that it governs. Of *not A, but B* and *A, but not B* each text has one
negation; where both words are surely rendered, each in another clause than the one in which the other negation stands,
neither can answer the other. Of *not A, and not B* and *not A, and B* the second is lost where each negation of the
clause of *B* surely denies something else.
"""

from __future__ import annotations

from collections.abc import Sequence

from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.cues import Hit
from polyglot_news.compare.operators.litotes import governed
from polyglot_news.compare.words.evidence import Evidence, Side, evidence, mutual_pairs
from polyglot_news.text import CLAUSE_MARK, clause_around

_SURE = 0.5
"""How surely a word must be rendered by another one, so that its place is known."""


def of_other_words(pair: Pair, sides: tuple[Sequence[Hit], Sequence[Hit]]) -> frozenset[tuple[Hit, Hit]]:
    """Return the operators of the rendering and of the official text, one of each, that are about other things."""
    asking = [[hit for hit in hits if hit.cue.asks] for hits in sides]
    found = evidence(pair) if all(asking) else None
    if found is None:
        return frozenset()
    links = _links(found)
    back = {j: i for i, j in links.items()}
    return frozenset(
        (one, other)
        for one, i in _denied(found.rendering, asking[0]).items()
        for other, j in _denied(found.official, asking[1]).items()
        if i in links and j in back and _is_apart(found, (i, back[j]), (links[i], j))
    )


def is_affirmed(pair: Pair, hit: Hit, side: int, sides: tuple[Sequence[Hit], Sequence[Hit]]) -> bool:
    """Whether what a negation denies is surely rendered in a clause whose negations, some at least, deny other things.

    Those of the other text that ask for no answer may deny anything.
    """
    found = evidence(pair)
    if found is None:
        return False
    links = _links(found) if side == 0 else {j: i for i, j in _links(found).items()}
    own, other = (found.rendering, found.official)[:: 1 if side == 0 else -1]
    denied = _denied(own, [one for one in sides[side] if one.cue.asks])
    place = links.get(denied.get(hit, -1))
    asking = [one for one in sides[1 - side] if one.cue.asks]
    if place is None or not asking:
        return False
    clause = clause_around(other.text, other.words[place])
    near = [one for one in sides[1 - side] if one.span.overlap(clause)]
    answered = {links.get(k) for one, k in denied.items() if one != hit}
    theirs = _denied(other, near)
    return all(one.cue.asks and theirs.get(one) != place and theirs.get(one) in answered for one in near)


def _links(found: Evidence) -> dict[int, int]:
    """Return the words of the official text that surely render those of the rendering."""
    return {i: j for i, j in mutual_pairs(found) if found.rendering.link[i] >= _SURE}


def _denied(side: Side, hits: Sequence[Hit]) -> dict[Hit, int]:
    """Return the word that each negation denies."""
    words = ((hit, next(governed(side, hit), None)) for hit in hits)
    return {hit: word for hit, word in words if word is not None}


def _is_apart(found: Evidence, ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Whether two words stand in two clauses of each text; the text of each side counts its own words."""
    for side, ends in ((found.rendering, ours), (found.official, theirs)):
        first, last = (side.words[k] for k in sorted(ends))
        if first == last or not CLAUSE_MARK.search(side.text, first.end, last.start):
            return False
    return True
