"""Word by word: does the other side render it?"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from polyglot_news.compare.model import Pair
from polyglot_news.text import Span, is_parted

if TYPE_CHECKING:
    import re

    import numpy as np
    from numpy.typing import NDArray

    from polyglot_news.align.context import Context

COMMON = 4.0  # rarity (minus log frequency) of words that tell nothing: articles, prepositions
CONTENT_WEIGHT = 0.25  # weight from which a word carries content
RAREST = 12.0
_NUMERALS = frozenset("零〇一二三四五六七八九十百千万亿两")


@attrs.frozen(eq=False, kw_only=True)
class Side:
    """The words of one text, and how far the other text renders them.

    Attributes:
        text: the text.
        words: its words.
        weight: how much each word tells, 0 to 1, by its rarity.
        doubt: how likely it is that the other side does not render the word, 0 to 1.
        partner: the word of the other side that it is linked to best.
        link: the probability of that link.
        context: vectors of the words and of the text.
    """

    text: str
    words: tuple[Span, ...]
    weight: NDArray[np.float64]
    doubt: NDArray[np.float64]
    partner: NDArray[np.int64]
    link: NDArray[np.float64]
    context: Context


@attrs.frozen(eq=False)
class Evidence:
    """Both sides of a pair."""

    rendering: Side
    official: Side

    @property
    def similarity(self) -> float:
        """The cosine of the two texts."""
        return float(self.rendering.context.whole @ self.official.context.whole)

    def seen_from(self, side: int) -> tuple[Side, Side]:
        """Return a side, 0 for the rendering and 1 for the official text, and the one that it faces."""
        return (self.rendering, self.official) if side == 0 else (self.official, self.rendering)


def evidence(pair: Pair) -> Evidence | None:
    """Return what the words of both sides say, or None where one side has no words."""
    return _evidence(pair.rendering, pair.official, pair.rendering_language, pair.official_language)


@functools.lru_cache(maxsize=64)
def _evidence(rendering: str, official: str, rendering_language: str, official_language: str) -> Evidence | None:
    import numpy as np

    from polyglot_news.align.context import context
    from polyglot_news.align.segmentation import segment
    from polyglot_news.align.words import link_matrix

    languages = rendering_language, official_language
    texts = rendering, official
    words = [tuple(segment(text, language)) for text, language in zip(texts, languages, strict=True)]
    if not words[0] or not words[1]:
        return None
    contexts = [context(text, spans) for text, spans in zip(texts, words, strict=True)]
    near = contexts[0].vectors @ contexts[1].vectors.T
    links = link_matrix(_of(rendering, words[0]), _of(official, words[1]), *languages, nearness=near)
    sides = []
    for k, (link, cosine) in enumerate(((links, near), (links.T, near.T))):
        linked = np.minimum(link.sum(axis=1), 1.0)
        alike = np.clip((cosine.max(axis=1) - 0.3) / 0.4, 0.0, 1.0)
        sides.append(
            Side(
                text=texts[k],
                words=words[k],
                weight=weights(_of(texts[k], words[k]), languages[k]),
                doubt=1.0 - np.maximum(linked, alike),
                partner=link.argmax(axis=1),
                link=link.max(axis=1),
                context=contexts[k],
            )
        )
    return Evidence(*sides)


def mutual_pairs(words: Evidence) -> Iterator[tuple[int, int]]:
    """Yield the words that are each other's likeliest counterpart, however weak the link, as indices of both sides."""
    for i, partner in enumerate(words.rendering.partner.tolist()):
        if int(words.official.partner[partner]) == i:
            yield i, partner


def counterparts(words: Evidence, side: int, least: float) -> dict[int, int]:
    """Return for words of one side, as indices, their mutual counterparts that are linked as surely as ``least``."""
    sure = ((i, j) for i, j in mutual_pairs(words) if words.rendering.link[i] >= least)
    return dict(sure) if side == 0 else {j: i for i, j in sure}


def mutual_links(words: Evidence, rendering: Span, official: Span) -> Iterator[float]:
    """Yield how surely telling words of one stretch and of another one are each other's counterpart."""
    ours, theirs = words.rendering, words.official
    for i, j in mutual_pairs(words):
        if ours.words[i].overlap(rendering) and theirs.words[j].overlap(official) and ours.weight[i] >= CONTENT_WEIGHT:
            yield float(ours.link[i])


def part_start(side: Side, at: int, mark: re.Pattern[str]) -> int:
    """Return the first word of the part of a text, between marks, in which a word stands."""
    while at and not is_parted(side.text, side.words, at, mark):
        at -= 1
    return at


def part_end(side: Side, at: int, mark: re.Pattern[str]) -> int:
    """Return the index after the last word of that part."""
    end = at + 1
    while end < len(side.words) and not is_parted(side.text, side.words, end, mark):
        end += 1
    return end


def weights(words: Sequence[str], language: str) -> NDArray[np.float64]:
    """Return how much each word tells, 0 (*the*) to 1 (a rare word); numbers, compared elsewhere, tell nothing here."""
    import numpy as np

    from polyglot_news.align.lexicon import unigrams
    from polyglot_news.align.segmentation import normal_form

    rarity = -np.log(unigrams([normal_form(word, language) for word in words], language))
    told: NDArray[np.float64] = np.clip((rarity - COMMON) / (RAREST - COMMON), 0.0, 1.0)
    told[[any(c.isdigit() for c in word) or set(word) <= _NUMERALS for word in words]] = 0.0
    return told


def _of(text: str, words: Sequence[Span]) -> list[str]:
    return [word.of(text) for word in words]
