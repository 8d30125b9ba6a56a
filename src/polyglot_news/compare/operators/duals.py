"""What is said of all by one text, and of none by its opposite in the other: *every door was shut*, *no door was open*.

The *all* answers the *no*, and each of the two words its opposite.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import attrs

from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.cues import Hit, matcher, words
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.operators.places import RECENT
from polyglot_news.text import CLAUSE_MARK, Span, in_simplified

_ALL = {
    "en": re.compile(r"\b(?:all|every|each|everything)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:tous|toutes|toute?|chaque)\b", re.IGNORECASE),
    "zh": re.compile("所有|全部|一切|每[一个家扇座]|全都|皆"),
}
_NONE = frozenset({"not", "no", "never", "without", "bare"})


@attrs.frozen
class Dual:
    """An *all* that faces a *none*.

    Attributes:
        side: of the text that speaks of all, 0 for the rendering.
        whole: the word *all* there.
        said: what is said of all.
        negation: the *no* of the other text.
        denied: what that denies, the opposite of ``said``.
    """

    side: int
    whole: Span
    said: Span
    negation: Span
    denied: Span


@functools.lru_cache(maxsize=RECENT)
def duals(pair: Pair) -> tuple[Dual, ...]:
    """Find where what one text says of all is what the other denies of any, by the opposite word."""
    return tuple(found for side in (0, 1) for found in _duals(pair, side))


def _duals(pair: Pair, side: int) -> Iterator[Dual]:
    (text, language), (other, other_language) = pair.texts[side], pair.texts[1 - side]
    wholes = [Span(*match.span()) for match in _ALL[language].finditer(in_simplified(text, language))]
    denials = [hit for hit in negations(other, other_language) if hit.cue.readings[0].cls in _NONE] if wholes else []
    if not denials:
        return
    turned = [hit.span for hit in negations(text, language) if hit.cue.readings[0].cls in _NONE]
    ours, theirs = _poles(text, language), _poles(other, other_language)
    for whole in wholes:
        for hit in ours:
            if not _is_together(text, whole, hit.span) or any(_is_together(text, one, hit.span) for one in turned):
                continue
            for denial in denials:
                for opposite in theirs:
                    if (
                        _opposes(hit, opposite)
                        and denial.span.start < opposite.span.start
                        and _is_together(other, denial.span, opposite.span)
                    ):
                        yield Dual(side, whole, hit.span, denial.span, opposite.span)


def _poles(text: str, language: str) -> list[Hit]:
    return list(matcher("direction", language).find(words(text, language)))


def _opposes(one: Hit, other: Hit) -> bool:
    """Whether two words stand at the two ends of one scale."""
    return any(
        (facing := other.cue.reading(reading.cls)) is not None and reading.low * facing.low < 0
        for reading in one.cue.readings
    )


def _is_together(text: str, one: Span, other: Span) -> bool:
    """Whether two words stand in one clause."""
    first, last = sorted((one, other), key=lambda span: span.start)
    return CLAUSE_MARK.search(text, first.end, max(first.end, last.start)) is None
