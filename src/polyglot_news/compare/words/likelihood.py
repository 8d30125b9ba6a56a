"""How likely a translation model finds one text, given the other: as they stand, and with single words left out.

What a model says of a whole pair is direct translation probability (Vamvas and Sennrich, "NMTScore", 2022), here beside
what it says of the text alone. Where a text becomes *more* likely when a word of its source is left out, that word was
not rendered: contrastive conditioning (Vamvas and Sennrich, "As little as possible, as much as necessary", 2022).
The packages that come with the library judge, whatever others are installed: verdicts do not depend on those.
"""

from __future__ import annotations

import bisect
import functools
from typing import TYPE_CHECKING

import attrs

from polyglot_news.align.told import NOTHING
from polyglot_news.compare.model import Pair
from polyglot_news.compare.words.evidence import Side, evidence
from polyglot_news.text import Span

if TYPE_CHECKING:
    from polyglot_news.translate.decoding import Scored
    from polyglot_news.translate.engine import Engine

NO_GAIN = -3.0  # what the loss of a word costs where none is in doubt
_DOUBTED = 0.25
_TELLING = 0.2
_MOST = 6  # words of one side that are left out in turn


@attrs.frozen(kw_only=True)
class Likelihood:
    """What the model of one direction says.

    Attributes:
        mean: mean log-probability of a token of the text, given the other (natural logarithm).
        ratio: the log-probability of the text given the other as a share of that given nothing: 1 where the other
            tells nothing about it, near 0 where it tells all.
        lowest: mean of the three words that profit least from the other text (log-probability ratio).
        gains: for each word of the other text that is in doubt how much likelier the text becomes without it.
        given: the text token by token, given the other.
        alone: the same, given nothing.
        start: where the tokens begin in the whole text.
    """

    mean: float
    ratio: float
    lowest: float
    gains: tuple[tuple[Span, float], ...]
    given: Scored = attrs.field(repr=False)
    alone: Scored = attrs.field(repr=False)
    start: int

    def of(self, word: Span) -> tuple[float, float] | None:
        """Return the log-probability of a word given the other text, and how much that adds to it.

        None if the word lies beyond the tokens that count.
        """
        given = alone = 0.0
        place = word.shift(-self.start)
        tokens = self.given.spans
        if not tokens or place.start >= tokens[-1].end:
            return None
        for k in range(bisect.bisect_right(tokens, place.start, key=lambda token: token.end), len(tokens)):
            if tokens[k].start >= place.end:
                break
            if 2 * tokens[k].overlap(place) > len(tokens[k]):
                given += self.given.log_probs[k]
                alone += self.alone.log_probs[k]
        return given, given - alone

    @property
    def gain(self) -> float:
        """The greatest gain, at least ``NO_GAIN``."""
        return max((gain for _, gain in self.gains), default=NO_GAIN)


def likelihoods(pair: Pair) -> tuple[Likelihood, Likelihood] | None:
    """Return what the models say of the rendering given the official text, and the other way round.

    The spans of the first one's gains are in the official text, those of the second one's in the rendering. None where
    no embedded package translates directly between the two languages, or a text has no words.
    """
    return _likelihoods(pair.rendering, pair.official, pair.rendering_language, pair.official_language, pair.core)


@functools.lru_cache(maxsize=64)
def _likelihoods(
    rendering: str, official: str, rendering_language: str, official_language: str, core: Span | None
) -> tuple[Likelihood, Likelihood] | None:
    from polyglot_news.translate.embedded import embedded_engine

    pair = Pair(
        rendering=rendering,
        official=official,
        rendering_language=rendering_language,
        official_language=official_language,
    )
    forward = embedded_engine(official_language, rendering_language)
    backward = embedded_engine(rendering_language, official_language)
    found = evidence(pair)
    if forward is None or backward is None or found is None:
        return None
    within = core or Span(0, len(official))
    return (
        _likelihood(forward, found.official, within, rendering, Span(0, len(rendering))),
        _likelihood(backward, found.rendering, Span(0, len(rendering)), official, within),
    )


def _likelihood(engine: Engine, given: Side, given_part: Span, text: str, part: Span) -> Likelihood:
    """Score a part of a text given a part of another, and given that without one doubted word."""
    words = _doubted(given, given_part)
    sources = [given_part.of(given.text), NOTHING, *(_without(given.text, given_part, word) for word in words)]
    whole, alone, *others = engine.score([(source, part.of(text)) for source in sources])
    total = _total(whole)
    return Likelihood(
        mean=whole.mean,
        ratio=min(2.0, total / min(-0.1, _total(alone))),
        lowest=_lowest(part.of(text), whole, alone),
        gains=tuple((word, _total(other) - total) for word, other in zip(words, others, strict=True)),
        given=whole,
        alone=alone,
        start=part.start,
    )


def _doubted(side: Side, part: Span) -> list[Span]:
    """Return the words that the other side may not render, the heaviest first."""
    masses = side.weight * side.doubt
    doubted = [
        i
        for i, word in enumerate(side.words)
        if side.weight[i] >= _TELLING and side.doubt[i] >= _DOUBTED and word.overlap(part) == len(word)
    ]
    return [side.words[i] for i in sorted(doubted, key=lambda i: (-masses[i], i))[:_MOST]]


def _without(text: str, part: Span, word: Span) -> str:
    before, after = text[part.start : word.start], text[word.end : part.end]
    return before.rstrip() + (" " if before[-1:].isspace() or after[:1].isspace() else "") + after.lstrip()


def _total(scored: Scored) -> float:
    return sum(scored.log_probs) + scored.end


def _lowest(text: str, given: Scored, alone: Scored) -> float:
    """Return the mean of the three least profits of a word, by which words stand out that nothing accounts for."""
    profits: list[float] = []
    last = 0
    for span, one, other in zip(given.spans, given.log_probs, alone.log_probs, strict=True):
        if not profits or any(char.isspace() for char in text[last : max(last, span.start) + 1]):
            profits.append(0.0)
        profits[-1] += one - other
        last = span.end
    least = sorted(profits)[:3]
    return sum(least) / len(least) if least else 0.0


def likelihood_features(pair: Pair) -> dict[str, float] | None:
    """Return what the models say, for a calibrated verdict; see ``Likelihood``."""
    found = likelihoods(pair)
    if found is None:
        return None
    features: dict[str, float] = {}
    for name, one in zip(("rendering", "official"), found, strict=True):
        features |= {
            f"{name} likelihood": max(-12.0, one.mean),
            f"{name} ratio": one.ratio,
            f"{name} lowest": max(-12.0, min(12.0, one.lowest)),
        }
    features["omission gain"] = max(NO_GAIN, min(8.0, found[0].gain))
    features["addition gain"] = max(NO_GAIN, min(8.0, found[1].gain))
    return features
