"""All evidence about a word weighed together: does the other text say it?

Word alignment, the estimator and the translation models fail at different words; what all of them doubt is seldom said.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from polyglot_news.compare.model import Pair
from polyglot_news.compare.weights.fitted import fitted
from polyglot_news.compare.weights.trees import total
from polyglot_news.compare.words.estimator import Alone, estimate
from polyglot_news.compare.words.evidence import Side, evidence
from polyglot_news.compare.words.kinds import named
from polyglot_news.compare.words.likelihood import Likelihood, likelihoods
from polyglot_news.text import Span
from polyglot_news.values.facts import facts_in
from polyglot_news.values.matching import match_facts

_NONE = -8.0  # log odds of a word that is not there
_TOLD, _UNTOLD, _EXCHANGED = 1.0, -1.0, -2.0  # what the other text has of a thing that is named
_UNKNOWN = -4.0  # log odds of a place without words: about those of any word


@attrs.frozen(kw_only=True)
class Word:
    """A word with what speaks for and against its having a counterpart.

    Attributes:
        span: where it stands in its text.
        partner: where the word stands in the other text that it is linked to best.
        features: "weight" (how much it tells), "doubt" and "link" (word alignment), "doubt before" and "doubt after"
            (of its neighbours), "gain" (how much nearer the texts come without it, cosine), "words" (of its text),
            "named" (whether it names a thing that the other text names as well, 1, does not name, -1, or for which it
            names another one of its kind, -2; see ``words.kinds``), and where they are known "alone" (log odds of the
            estimator), "likelihood" (log-probability, given the other text) and "profit" (how much the other text adds
            to that); of a long text only its beginning is seen.
    """

    span: Span
    partner: Span
    features: dict[str, float]


def words_of(pair: Pair) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Return the words of the rendering, and those of the official passage that the rendering covers.

    Figures and dates that both texts give are left out: how they are written says nothing.
    """
    found = evidence(pair)
    if found is None:
        return (), ()
    facts = [[*facts_in(text, language)] for text, language in pair.texts]
    agreeing = match_facts(pair, *facts).agreeing()
    estimated = estimate(pair)
    alone = (estimated.rendering, estimated.official) if estimated else (None, None)
    likely = likelihoods(pair) or (None, None)
    things = _things(pair)
    return (
        _words(found.rendering, found.official, None, agreeing[0], alone[0], likely[0], things[0]),
        _words(found.official, found.rendering, pair.core, agreeing[1], alone[1], likely[1], things[1]),
    )


def _things(pair: Pair) -> list[list[tuple[Span, float]]]:
    """Return where each text names things, and how the feature "named" tells whether the other one does."""
    found = named(pair)
    told = [[*((span, _TOLD) for span in found.told[side])] for side in (0, 1)]
    exchanged = {one.rendering for one in found.exchanged}, {one.official for one in found.exchanged}
    for side in (0, 1):
        told[side] += [(span, _EXCHANGED if span in exchanged[side] else _UNTOLD) for span in found.untold[side]]
    return told


def _words(
    side: Side,
    other: Side,
    within: Span | None,
    without: Sequence[Span],
    alone: Alone | None,
    likely: Likelihood | None,
    things: Sequence[tuple[Span, float]],
) -> tuple[Word, ...]:
    inside = [
        i
        for i, word in enumerate(side.words)
        if (within is None or word.overlap(within)) and not any(map(word.overlap, without))
    ]
    if not inside:
        return ()
    nearer = (side.context.without([(i, i + 1) for i in inside]) - side.context.whole) @ other.context.whole
    doubt = [0.0, *side.doubt.tolist(), 0.0]
    words = []
    for i, gain in zip(inside, nearer.tolist(), strict=True):
        word = side.words[i]
        features = {
            "weight": float(side.weight[i]),
            "doubt": doubt[i + 1],
            "link": float(side.link[i]),
            "doubt before": doubt[i],
            "doubt after": doubt[i + 2],
            "gain": gain,
            "words": float(len(inside)),
            "named": next((told for span, told in things if word.overlap(span)), 0.0),
        }
        if alone is not None and (odds := alone.over(word)) is not None:
            features["alone"] = odds
        if likely is not None and (told := likely.of(word)) is not None:
            features["likelihood"], features["profit"] = told
        words.append(Word(span=word, partner=other.words[int(side.partner[i])], features=features))
    return tuple(words)


@attrs.frozen(kw_only=True)
class Weighed:
    """The words of both texts, each with the log odds that it has no counterpart in the other text.

    Attributes:
        rendering: places in the rendering.
        official: places in the official text, in the part that the rendering covers.
    """

    rendering: tuple[tuple[Span, float], ...]
    official: tuple[tuple[Span, float], ...]

    def at(self, rendering: Span | None, official: Span | None) -> float:
        """Return the highest log odds of the words in a place of either text."""
        places = ((self.rendering, rendering), (self.official, official))
        inside = [odds for side, place in places if place for word, odds in side if word.overlap(place)]
        return max(inside, default=_UNKNOWN)

    def features(self) -> dict[str, float]:
        """Return what the words say of a pair, for a calibrated verdict.

        For each side the highest log odds, the second highest, and the logarithm of the sum of the odds.
        """
        features = {}
        for name, side in (("rendering", self.rendering), ("official", self.official)):
            first, second, *rest = sorted([*(odds for _, odds in side), _NONE, _NONE], reverse=True)
            features[f"{name} word"] = first
            features[f"{name} next word"] = second
            features[f"{name} words"] = math.log(sum(map(math.exp, (first, second, *rest))))
        return features


def weigh_words(words: tuple[Sequence[Word], Sequence[Word]], model: Mapping[str, Any] | None = None) -> Weighed:
    """Weigh what is known of each word.

    Args:
        words: those of both sides; see ``words_of``.
        model: trees; by default the shipped ones.
    """
    trees = (model or fitted()["word"])["trees"]
    sides = [tuple((word.span, total(trees, word.features)) for word in side) for side in words]
    return Weighed(rendering=sides[0], official=sides[1])
