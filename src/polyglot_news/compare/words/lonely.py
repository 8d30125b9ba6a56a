"""Which words have no counterpart: shown where the texts differ and no checker says where."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from polyglot_news.compare.coverage import adds, leaves_out, says_instead
from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.compare.weights.wordwise import Weighed
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, weights
from polyglot_news.compare.words.light import is_light
from polyglot_news.text import Span, is_parted

_CLEAR = -3.0  # log odds from which a word stands alone, where the whole pair is held to be divergent
_BESIDE = 1.5  # a side whose loneliest word is this much less lonely than that of the other side has its counterparts
_LINKED = 0.5  # probability from which a link tells where a word stands in the other text
_TELLING = 0.35  # weight from which a word tells by itself what is meant
_NEAR = 2  # how many words from a stretch its neighbours may be rendered


def loneliest(pair: Pair, words: Weighed, confidence: float) -> Divergence | None:
    """Return an omission, an addition or a substitution where words stand alone; None where none clearly do."""
    sides = [
        _run(words.rendering, pair.rendering, pair.rendering_language),
        _run(words.official, pair.official, pair.official_language),
    ]
    most = max(odds for _, odds in sides)
    if most < _CLEAR:
        return None
    here, there = (span if odds >= most - _BESIDE else None for span, odds in sides)
    if here and there and not _face(pair, here, there):
        here, there = (span if odds == most else None for span, odds in sides)
    here = here and _phrase(here, pair.rendering_words, pair.rendering, pair.rendering_language)
    there = there and _phrase(there, pair.official_words, pair.official, pair.official_language)
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


def _run(words: Sequence[tuple[Span, float]], text: str, language: str) -> tuple[Span | None, float]:
    """Return the loneliest word that tells something, with the lonely words beside it, and its log odds."""
    told = weights([word.of(text) for word, _ in words], language) if words else ()
    odds = [own for _, own in words]
    telling = [i for i, weight in enumerate(told) if weight >= CONTENT_WEIGHT and not _helps(words, i, text, language)]
    if not telling:
        return None, -30.0
    best = max(telling, key=odds.__getitem__)
    lonely = min(odds[best], max(_CLEAR, odds[best] - _BESIDE))
    first = last = best
    while first and odds[first - 1] >= lonely:
        first -= 1
    while last + 1 < len(words) and odds[last + 1] >= lonely:
        last += 1
    return Span(words[first][0].start, words[last][0].end), odds[best]


def _helps(words: Sequence[tuple[Span, float]], at: int, text: str, language: str) -> bool:
    """Whether a word only helps to say the next one, which has its counterpart: *fall* in *fall ill*."""
    following = words[at + 1] if at + 1 < len(words) else None
    return following is not None and following[1] < _CLEAR and is_light(words[at][0].of(text), language)


def _phrase(span: Span, words: Sequence[Span], text: str, language: str) -> Span:
    """Return a stretch as a reader is shown it: without the small words at its end, and with what they lead up to.

    *what we* alone tells nobody what is meant: *what we need*.
    """
    within = _within(words, span)
    told = weights([word.of(text) for word in words], language).tolist()
    first, last = within.start, within.stop - 1
    while told[last] < CONTENT_WEIGHT and last > first:
        last -= 1
    while max(told[first : last + 1]) < _TELLING and last + 1 < len(words) and not is_parted(text, words, last + 1):
        last += 1
    while told[last] < CONTENT_WEIGHT and last > first:
        last -= 1
    return Span(words[first].start, words[last].end)


def _face(pair: Pair, here: Span, there: Span) -> bool:
    """Whether two stretches stand in each other's place.

    Then the linked words before and after the one are rendered near the other; where none is linked, nothing speaks
    against it.
    """
    own, theirs = _within(pair.rendering_words, here), _within(pair.official_words, there)
    linked = {link.source: link.target for link in pair.links if link.probability >= _LINKED}
    beside = [
        max((i for i in linked if i < own.start), default=None),
        min((i for i in linked if i >= own.stop), default=None),
    ]
    gaps = [max(theirs.start - linked[i], linked[i] - theirs.stop + 1, 0) for i in beside if i is not None]
    return sum(gaps) <= _NEAR * len(gaps)


def _within(words: Sequence[Span], span: Span) -> range:
    """Return the indices of the words of a stretch."""
    first = bisect.bisect_right(words, span.start, key=lambda word: word.end)
    return range(first, bisect.bisect_left(words, span.end, key=lambda word: word.start))
