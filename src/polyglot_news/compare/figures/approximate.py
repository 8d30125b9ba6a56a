"""What says of a figure that it is but about as much: one text may leave that to its readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.text import Span, in_plain_signs
from polyglot_news.values import find_values
from polyglot_news.values.chinese_words import AFTER_ABOUT, BEFORE_ABOUT
from polyglot_news.values.latin_words import bounds

_NEAR = 20  # characters before and behind a figure
_BEHIND = {"en": ("or so", "or thereabouts", "more or less"), "fr": ("environ", "à peu près"), "zh": AFTER_ABOUT}


def only_approximates(pair: Pair, divergence: Divergence) -> bool:
    """Whether all that a finding is about is that a figure is approximate in one of the texts.

    What is shown may go on with the figure: "some 40 houses".
    """
    places = (divergence.evidence("rendering"), divergence.evidence("official"))
    shown = [(place, text) for place, text in zip(places, pair.texts, strict=True) if place is not None]
    return bool(shown) and all(
        any(words.start <= place.start < words.end for words in _approximations(*text)) for place, text in shown
    )


def _approximations(text: str, language: str) -> Iterator[Span]:
    """Yield the words beside the figures of a text that say *about*."""
    plain = in_plain_signs(text, language)
    for value in find_values(text, language):
        if value.bound == "about":
            start, end = value.span
            for match in _about(language).finditer(plain, max(0, start - _NEAR), end + _NEAR):
                yield Span(*match.span())


@cache
def _about(language: str) -> re.Pattern[str]:
    before = (
        BEFORE_ABOUT if language == "zh" else [phrase for phrase, kind in bounds(language).items() if kind == "about"]
    )
    words = "|".join(re.escape(phrase) for phrase in sorted({*before, *_BEHIND[language]}, key=len, reverse=True))
    return re.compile(words if language == "zh" else rf"\b(?:{words})\b", re.IGNORECASE)
