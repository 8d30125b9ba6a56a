"""Where a cue of one text would stand in the other, by the word links around it."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.cues import Hit
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, weights
from polyglot_news.text import Span, is_parted

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_REACH = 4
"""How many words on either side of a cue tell where it belongs."""

_SCOPE = 8
"""How many words after a cue can be what it is about."""


_SHOWN = 0.5
"""How sure a link must be to show a reader where a cue would stand."""

_APART = 5
"""How many words a mark between two clauses counts for."""
_EDGE = 1
"""How many words without a link may open the part that a fragment renders: the *not* before its verb."""

RECENT = 8
"""Pairs of which what was found is kept: several checkers and the verdict ask for the same."""


class Places:
    """The geometry of a pair. Sides are numbered: 0 the rendering, 1 the official text."""

    def __init__(self, pair: Pair) -> None:
        self.linked = bool(pair.links)
        self._lengths = (max(1, len(pair.rendering)), max(1, len(pair.official)))
        self._texts = pair.texts
        self._words = (pair.rendering_words, pair.official_words)
        self._links: tuple[dict[int, list[tuple[int, float]]], ...] = ({}, {})
        for link in pair.links:
            self._links[0].setdefault(link.source, []).append((link.target, link.probability))
            self._links[1].setdefault(link.target, []).append((link.source, link.probability))
        self._core = pair.core or self._rendered(pair)
        self._partial = pair.partial

    def covered(self, side: int, span: Span) -> list[int]:
        """Return the indices of the words that a span touches."""
        spans = self._words[side]
        first = bisect.bisect_right(spans, span.start, key=lambda word: word.end)
        last = first
        while last < len(spans) and spans[last].start < span.end:
            last += 1
        return list(range(first, last))

    def link(self, a: Hit, b: Hit) -> float:
        """Return how surely a cue of the rendering is linked to an official one, 0 to 1: by any of its words."""
        unlinked = 1.0
        for i in {i for part in a.parts for i in self.covered(0, part)}:
            links = self._links[0].get(i, ())
            unlinked *= 1.0 - max((p for j, p in links if self._touches(1, j, b)), default=0.0)
        return 1.0 - max(0.0, unlinked)

    def best_link(self, side: int, hit: Hit, besides: Hit | None = None) -> float:
        """Return how surely a word of the cue is linked to any word of the other text, one cue left out; 0 to 1."""
        words = [k for part in hit.parts for k in self.covered(side, part)]
        links = [link for k in words for link in self._links[side].get(k, ())]
        return max((p for j, p in links if besides is None or not self._touches(1 - side, j, besides)), default=0.0)

    def _touches(self, side: int, at: int, hit: Hit) -> bool:
        """Whether a word belongs to a cue, however long that is."""
        return any(self._words[side][at].overlap(part) for part in hit.parts)

    def counterpart(self, side: int, hit: Hit) -> Span | None:
        """Return the span of the other text that the words after the cue, or else before it, are linked to."""
        own = self.covered(side, hit.span)
        if not own:
            return None
        after = range(own[-1] + 1, min(len(self._words[side]), own[-1] + 1 + _REACH))
        before = range(own[0] - 1, max(-1, own[0] - 1 - _REACH), -1)
        for k in [*after, *before]:
            links = self._links[side].get(k)
            if links:
                return self._words[1 - side][max(links, key=lambda link: link[1])[0]]
        return None

    def shown(self, side: int, hit: Hit, *, governs: bool) -> Span | None:
        """Return the place of the other text to show for a cue that it lacks: what a telling word beside it is.

        Beside one that ``governs`` stands what follows. None where only small words, or doubtful links, lead there.
        """
        own = self.covered(side, hit.span)
        if not own:
            return None
        after = range(own[-1] + 1, min(len(self._words[side]), own[-1] + 1 + _REACH))
        before = range(own[0] - 1, max(-1, own[0] - 1 - _REACH), -1)
        for k in [*after, *(() if governs else before)]:
            links = self._links[side].get(k)
            if not links:
                continue
            target, probability = max(links, key=lambda link: link[1])
            telling = min(float(self._weights[side][k]), float(self._weights[1 - side][target]))
            if probability >= _SHOWN and telling >= CONTENT_WEIGHT:
                place = self._words[1 - side][target]
                return place if place.of(self._texts[1 - side][0]).isalnum() else None
        return None

    def coverage(self, side: int, hit: Hit) -> float:
        """Return which share of the words around a cue is linked: low where the rendering is free."""
        own = {k for part in hit.parts for k in self.covered(side, part)}
        if not own:
            return 0.0
        last = min(len(self._words[side]), max(own) + _REACH + 1)
        around = [k for k in range(max(0, min(own) - _REACH), last) if k not in own]
        return sum(k in self._links[side] for k in around) / max(1, len(around))

    def scope(self, side: int, hit: Hit) -> float:
        """Return how much of what a cue is about is linked, 0 to 1, each word by its rarity; 1 where nothing is told.

        That is what follows it up to the end of its clause, or else what stands before it there.
        """
        own = {k for part in hit.parts for k in self.covered(side, part)}
        if not own or not self.linked:
            return 1.0
        for step in (1, -1):
            told = rendered = 0.0
            for k in self._clause(side, max(own) if step > 0 else min(own), step):
                if k not in own:
                    weight = float(self._weights[side][k])
                    told += weight
                    rendered += weight * min(1.0, sum(p for _, p in self._links[side].get(k, ())))
            if told > 0.0:
                return rendered / told
        return 1.0

    def _clause(self, side: int, at: int, step: int) -> Iterator[int]:
        """Yield the words from one on, in one direction, to the bound of its clause; 的 ends a Chinese modifier."""
        words, text = self._words[side], self._texts[side][0]
        for _ in range(_SCOPE):
            if not 0 <= at + step < len(words):
                return
            if is_parted(text, words, max(at, at + step)):
                return
            at += step
            if words[at].of(text) == "的":
                return
            yield at

    @functools.cached_property
    def _weights(self) -> tuple[NDArray[np.float64], ...]:
        return tuple(
            weights([word.of(text) for word in words], language)
            for (text, language), words in zip(self._texts, self._words, strict=True)
        )

    def nearness(self, a: Hit, b: Hit) -> float:
        """Return 0 (far apart) to 1 (same place) for a cue of the rendering and one of the official text."""
        if not self.linked:
            middles = [
                (hit.span.start + hit.span.end) / 2 / length for hit, length in zip((a, b), self._lengths, strict=True)
            ]
            return 1.0 - abs(middles[0] - middles[1])
        distances = [self._distance(0, a, b), self._distance(1, b, a)]
        known = [distance for distance in distances if distance is not None]
        return 1.0 / (1.0 + (min(known) / 5.0) ** 2) if known else 0.3

    def outside(self, hit: Hit) -> int:
        """Return how many words lie between a cue of the official text and the part that is rendered; 0 inside it.

        What a fragment renders begins at the first word that is linked. A clause of its own lies further off.
        """
        if self._core is None:
            return 0
        core, own = self._core_words, self.covered(1, hit.span)
        if not core or not own:
            return 0
        words, text = self._words[1], self._texts[1][0]
        first, last = (own[-1] + 1, core[0]) if own[-1] < core[0] else (core[-1] + 1, own[0])
        parted = any(is_parted(text, words, k) for k in range(first, last + 1))
        return max(core[0] - own[-1], own[0] - core[-1], 0) + _APART * parted

    @functools.cached_property
    def _core_words(self) -> range:
        """The words of the official text that are rendered; the core of a fragment may begin a little too early."""
        core = [] if self._core is None else self.covered(1, self._core)
        linked = [k for k in core if k in self._links[1]] if self._partial else []
        late = bool(linked) and linked[0] - core[0] > _EDGE
        return range(linked[0] if late else core[0], core[-1] + 1) if core else range(0)

    def is_before(self, hit: Hit) -> bool:
        """Whether a cue of the official text stands before the part that is rendered."""
        return self._core is not None and hit.span.end <= self._core.start

    def _rendered(self, pair: Pair) -> Span | None:
        """Return the part of the official text that a partial rendering is linked to."""
        if not pair.partial or not pair.links:
            return None
        targets = [link.target for link in pair.links]
        return Span(pair.official_words[min(targets)].start, pair.official_words[max(targets)].end)

    def _distance(self, side: int, own: Hit, other: Hit) -> float | None:
        """How many words lie between a cue and the place where the neighbours of its counterpart point."""
        here = self.covered(side, own.span)
        there = self.covered(1 - side, other.span)
        if not here or not there:
            return None
        total = weight = 0.0
        for k in range(max(0, here[0] - _REACH), min(len(self._words[side]), here[-1] + _REACH + 1)):
            gap = max(here[0] - k, k - here[-1], 0)
            for target, probability in self._links[side].get(k, ()):
                distance = max(there[0] - target, target - there[-1], 0)
                total += probability / (1 + gap) * distance
                weight += probability / (1 + gap)
        return total / weight if weight else None


@functools.lru_cache(maxsize=RECENT)
def places_of(pair: Pair) -> Places:
    """Return the geometry of a pair; it is kept for the next checker."""
    return Places(pair)
