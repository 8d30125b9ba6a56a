"""Opposites: more for less, rise for fall, before for after, effective for ineffective."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

import attrs

from polyglot_news.compare.cues import Hit, matcher, words
from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.compare.negation import negations
from polyglot_news.compare.places import RECENT
from polyglot_news.compare.suspects import FAINT, Suspect, suspects
from polyglot_news.text import CLAUSE_MARK

_REACH = 12
"""How many characters may lie between a negation and the word that it turns into its opposite (Chinese: a third)."""


def directions(text: str, language: str) -> list[Hit]:
    """Find the words of a text that stand at one pole of a scale, in order."""
    return list(matcher("direction", language).find(words(text, language)))


@functools.lru_cache(maxsize=RECENT)
def direction_suspects(pair: Pair) -> tuple[Suspect, ...]:
    """Find words of the rendering in whose place the official text has an opposite.

    A negated word means its opposite (*not open*, *closed*): a pair of which one side only is negated is no suspect.
    """
    return tuple(suspect for suspect, turned in opposites(pair) if not turned)


@functools.lru_cache(maxsize=RECENT)
def opposites(pair: Pair) -> tuple[tuple[Suspect, bool], ...]:
    """Find opposites that stand in each other's place; with each, whether a negation on one side evens them out."""
    sides = (directions(pair.rendering, pair.rendering_language), directions(pair.official, pair.official_language))
    opposed = [suspect for suspect in suspects(pair, sides) if suspect.other is not None and suspect.steps > 1]
    opposed = [suspect for suspect in opposed if suspect.rule.endswith(" strength")]
    if not opposed:
        return ()
    texts = (
        (pair.rendering, pair.rendering_language, pair.rendering_words),
        (pair.official, pair.official_language, pair.official_words),
    )
    negative = [[hit for hit in negations(*text) if hit.cue.readings[0].cls in _NEGATING] for text in texts]
    found = []
    for suspect in opposed:
        hits = [suspect.hit, suspect.other]
        negated = [
            hit is not None and _is_negated(hit, negative[side], *texts[side][:2])
            for hit, side in zip(hits, (suspect.side, 1 - suspect.side), strict=True)
        ]
        scale = suspect.rule.removesuffix(" strength")
        found.append((attrs.evolve(suspect, rule=scale), negated[0] != negated[1]))
    return tuple(found)


_NEGATING = frozenset({"not", "no", "never", "without", "nor", "bare", "double"})


def _governs(negation: Hit, hit: Hit, text: str) -> bool:
    """Whether a negative subject (*no solution is possible*) negates a word further on in its clause."""
    between = text[negation.span.end : hit.span.start]
    return negation.cue.readings[0].cls in {"no", "nor"} and not CLAUSE_MARK.search(between)


def _is_negated(hit: Hit, negative: Sequence[Hit], text: str, language: str) -> bool:
    reach = _REACH // 3 if language == "zh" else _REACH
    return any(
        negation.span.start < hit.span.start
        and (hit.span.start - negation.span.end <= reach or _governs(negation, hit, text))
        and not any(part.overlap(hit.span) for part in negation.parts)  # 不接受 is the opposite of 接受 as it stands
        for negation in negative
    )


class DirectionChecker:
    """Finds words that were turned into their opposites."""

    @property
    def kind(self) -> DivergenceKind:
        """``meaning``; opposites by affix (effective, ineffective) are reported as ``polarity``."""
        return "meaning"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield one divergence per word that meets its opposite."""
        for suspect in direction_suspects(pair):
            confidence = suspect.confidence("direction")
            if confidence >= FAINT and suspect.other is not None:
                yield _divergence(pair, suspect, suspect.other, confidence)


def _divergence(pair: Pair, suspect: Suspect, other: Hit, confidence: float) -> Divergence:
    hits = (suspect.hit, other) if suspect.side == 0 else (other, suspect.hit)
    article, official = hits[0].span, hits[1].span
    return Divergence(
        kind="polarity" if suspect.rule.startswith("affix") else "meaning",
        severity="critical",
        confidence=confidence,
        rendering=article,
        official=official,
        reason=(
            f"The article says “{article.of(pair.rendering)}”, the official text “{official.of(pair.official)}”, "
            "which is the opposite."
        ),
    )
