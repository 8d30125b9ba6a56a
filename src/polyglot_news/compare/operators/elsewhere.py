"""Negations that answer another one: of *not A, but B* and *A, but not B* each text has one, and neither is the other.

What a negation denies is the first telling word that it governs. Where both words are surely rendered, each in another
clause than the one in which the other negation stands, neither negation can answer the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.cues import Hit
from polyglot_news.compare.operators.litotes import governed
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, Evidence, Side, counterparts, evidence, mutual_pairs
from polyglot_news.text import CLAUSE_MARK, Span

_SURE = 0.5
"""How surely a word must be rendered by another one, so that its place is known."""
_RENDERED = 0.9
"""The same, so that it is known to mean what the other one does: *ruled out* may be linked to a mere « dit »."""


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
        if i is not None
        and j is not None
        and _is_apart(found, (i, back[j]), (links[i], j))
        and not (_goes_on(one, found.rendering, i) or _goes_on(other, found.official, j))
    )


def _goes_on(hit: Hit, side: Side, denied: int) -> bool:
    """Whether the verb of a subject with *no* follows behind an aside: "no country, however rich, will be spared"."""
    return hit.cue.reading("no") is not None and _ASIDE.match(side.text, side.words[denied].end) is not None


_ASIDE = re.compile(r"[,，][^,，.;:!?。；：！？]+[,，]")


def _is_apart(found: Evidence, ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Whether two words stand in two clauses of each text; the text of each side counts its own words."""
    for side, ends in ((found.rendering, ours), (found.official, theirs)):
        first, last = (side.words[k] for k in sorted(ends))
        if first == last or not CLAUSE_MARK.search(side.text, first.end, last.start):
            return False
    return True


def without_plain(pair: Pair, sides: tuple[Sequence[Hit], Sequence[Hit]]) -> tuple[list[Hit], list[Hit]]:
    """Leave out verbs that render a word which nothing denies: of *silence* for « silence » none carries a *not*."""
    kept = [list(side) for side in sides]
    found = evidence(pair) if any(hit.cue.asks for side in sides for hit in side) else None
    if found is None:
        return kept[0], kept[1]
    for side in (0, 1):
        own, other = found.seen_from(side)
        partner = counterparts(found, side, _RENDERED)
        lone = [(hit, None if hit.cue.asks else _lone_word(own, hit)) for hit in sides[side]]
        kept[side] = [
            hit for hit, i in lone if i not in partner or not _is_plain(other.words[partner[i]], other, sides[1 - side])
        ]
    return kept[0], kept[1]


def _lone_word(side: Side, hit: Hit) -> int | None:
    """Return the one telling word that a verb which carries a negation is; *recommends against* is two."""
    words = [i for i, word in enumerate(side.words) if any(word.overlap(part) for part in hit.parts)]
    verb = hit.cue.reading("verb") is not None and len(words) == 1 and side.weight[words[0]] >= CONTENT_WEIGHT
    return words[0] if verb else None


def _is_plain(word: Span, side: Side, negations: Sequence[Hit]) -> bool:
    """Whether a word belongs to no negation, and none stands before it in its clause."""
    return not any(
        hit.span.overlap(word) > 0
        or (
            hit.cue.asks
            and hit.span.start < word.start
            and not CLAUSE_MARK.search(side.text, hit.span.start, word.start)
        )
        for hit in negations
    )
