"""Negations that answer another one: of *not A, but B* and *A, but not B* each text has one, and neither is the other.

What a negation denies is the first telling word that it governs. Where both words are surely rendered, each in another
clause than the one in which the other negation stands, neither negation can answer the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.cues import Hit
from polyglot_news.compare.operators.litotes import governed
from polyglot_news.compare.words.evidence import Evidence, evidence, mutual_pairs
from polyglot_news.text import CLAUSE_MARK

_SURE = 0.5
"""How surely a word must be rendered by another one, so that its place is known."""


def denied_elsewhere(pair: Pair, sides: tuple[Sequence[Hit], Sequence[Hit]]) -> frozenset[tuple[Hit, Hit]]:
    """Return the negations of the rendering and of the official text that deny other things, whatever their number."""
    asking = [[hit for hit in hits if hit.cue.asks] for hits in sides]
    found = evidence(pair) if all(asking) else None
    if found is None:
        return frozenset()
    links = {i: j for i, j in mutual_pairs(found) if found.rendering.link[i] >= _SURE}
    back = {j: i for i, j in links.items()}
    ours = [(hit, i) for hit in asking[0] if (i := next(governed(found.rendering, hit), None)) in links]
    theirs = [(hit, j) for hit in asking[1] if (j := next(governed(found.official, hit), None)) in back]
    return frozenset(
        (one, other)
        for one, i in ours
        for other, j in theirs
        if i is not None and j is not None and _is_apart(found, (i, back[j]), (links[i], j))
    )


def _is_apart(found: Evidence, ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Whether two words stand in two clauses of each text; the text of each side counts its own words."""
    for side, ends in ((found.rendering, ours), (found.official, theirs)):
        first, last = (side.words[k] for k in sorted(ends))
        if first == last or not CLAUSE_MARK.search(side.text, first.end, last.start):
            return False
    return True
