"""Where the estimator sees what has no counterpart: shown where the texts differ and no checker says where."""

from __future__ import annotations

from polyglot_news.compare.coverage import adds, leaves_out, says_instead
from polyglot_news.compare.estimator import Alone, estimate
from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.text import Span

_CLEAR = -1.0  # log odds from which a word stands alone, where the whole pair is held to be divergent
_BESIDE = 2.0  # a side whose loneliest word is this much less lonely than that of the other side has its counterparts


def loneliest(pair: Pair, confidence: float) -> Divergence | None:
    """Return an omission, an addition or a substitution where words stand alone; None where none clearly do."""
    found = estimate(pair)
    if found is None:
        return None
    sides = [
        _run(found.rendering, pair.rendering_words),
        _run(found.official, [word for word in pair.official_words if pair.core is None or word.overlap(pair.core)]),
    ]
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


def _run(side: Alone, words: list[Span] | tuple[Span, ...]) -> tuple[Span | None, float]:
    """Return the loneliest word with the lonely words beside it, and its log odds."""
    if not words:
        return None, -30.0
    odds = [side.over(word) for word in words]
    best = max(range(len(words)), key=odds.__getitem__)
    lonely = min(odds[best], max(_CLEAR, odds[best] - _BESIDE))
    first = last = best
    while first and odds[first - 1] >= lonely:
        first -= 1
    while last + 1 < len(words) and odds[last + 1] >= lonely:
        last += 1
    return Span(words[first].start, words[last].end), odds[best]
