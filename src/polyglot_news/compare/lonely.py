"""Which words have no counterpart: shown where the texts differ and no checker says where."""

from __future__ import annotations

from collections.abc import Sequence

from polyglot_news.compare.coverage import adds, leaves_out, says_instead
from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.compare.wordwise import Weighed
from polyglot_news.text import Span

_CLEAR = -3.0  # log odds from which a word stands alone, where the whole pair is held to be divergent
_BESIDE = 1.5  # a side whose loneliest word is this much less lonely than that of the other side has its counterparts


def loneliest(pair: Pair, words: Weighed, confidence: float) -> Divergence | None:
    """Return an omission, an addition or a substitution where words stand alone; None where none clearly do."""
    sides = [_run(words.rendering), _run(words.official)]
    most = max(odds for _, odds in sides)
    if most < _CLEAR:
        return None
    here, there = (span if odds >= most - _BESIDE else None for span, odds in sides)
    kind: DivergenceKind
    if here and there:
        kind, reason = "meaning", says_instead(there.of(pair.official), here.of(pair.rendering))
    elif there:
        kind, reason = "omission", leaves_out(there.of(pair.official))
    elif here:
        kind, reason = "addition", adds(here.of(pair.rendering))
    else:
        return None
    return Divergence(kind=kind, severity="major", confidence=confidence, rendering=here, official=there, reason=reason)


def _run(words: Sequence[tuple[Span, float]]) -> tuple[Span | None, float]:
    """Return the loneliest word with the lonely words beside it, and its log odds."""
    if not words:
        return None, -30.0
    odds = [own for _, own in words]
    best = max(range(len(words)), key=odds.__getitem__)
    lonely = min(odds[best], max(_CLEAR, odds[best] - _BESIDE))
    first = last = best
    while first and odds[first - 1] >= lonely:
        first -= 1
    while last + 1 < len(words) and odds[last + 1] >= lonely:
        last += 1
    return Span(words[first][0].start, words[last][0].end), odds[best]
