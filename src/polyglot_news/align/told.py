"""How much a text tells a translation model about another one.

A text tells what makes the words of the other likelier to the model than they are when it reads nothing (their
pointwise mutual information, from translation probabilities as in Vamvas and Sennrich, "NMTScore", 2022). It is summed
over the stretch of the other text where it is greatest, since one of the two may be cut out of what the other renders.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from polyglot_news.align.stretch import heaviest_stretch
from polyglot_news.text import in_simplified

if TYPE_CHECKING:
    from polyglot_news.translate.decoding import Scored

NOTHING = "."  # a source that tells nothing: what the model says then is what it says of the text alone
_COST = 0.5  # what a token must gain, in nats, for a stretch to grow by it
_LEAST, _MOST = -1.0, 6.0  # no token counts for less or for more


def told(pairs: Sequence[tuple[str, str]], source_language: str, target_language: str) -> list[float] | None:
    """Return how much the first text of each pair tells about the second one: the logarithm of 1 + nats.

    Where no embedded package leads straight from one language to the other, the first texts are read in English.

    Args:
        pairs: texts of the two languages, scored all at once.
        source_language: that of the first texts.
        target_language: that of the second ones.

    Returns:
        One number a pair, or None where no embedded package leads into the second language.

    Raises:
        PackageError: an embedded package is broken.
    """
    from polyglot_news.translate.embedded import BRIDGE, embedded_engine, read_in_english

    plain = [(_plain(first, source_language), _plain(second, target_language)) for first, second in pairs]
    engine = embedded_engine(source_language, target_language)
    if engine is None:
        bridge, engine = embedded_engine(source_language, BRIDGE), embedded_engine(BRIDGE, target_language)
        if bridge is None or engine is None:
            return None
        english = read_in_english([first for first, _ in plain], bridge)
        plain = [(text or NOTHING, second) for text, (_, second) in zip(english, plain, strict=True)]
    asked = list(dict.fromkeys([*plain, *((NOTHING, second) for _, second in plain)]))
    scored = dict(zip(asked, engine.score(asked), strict=True))
    return [math.log1p(_best_stretch(scored[pair], scored[NOTHING, pair[1]])) for pair in plain]


def _plain(text: str, language: str) -> str:
    """Return a text on one line, Chinese in simplified characters, as the packages know it."""
    return in_simplified(" ".join(text.split()), language)


def _best_stretch(given: Scored, alone: Scored) -> float:
    """Return the greatest gain of a stretch, in nats, at least 0."""
    gains = (here - there for here, there in zip(given.log_probs, alone.log_probs, strict=True))
    return heaviest_stretch(max(_LEAST, min(_MOST, gain)) - _COST for gain in gains)[0]
