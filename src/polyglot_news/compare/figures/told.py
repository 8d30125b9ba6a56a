"""What is told of figures, dates and times that stand in each other's place."""

from __future__ import annotations

from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.text import Span


def changed_figure(pair: Pair, mine: Span, there: Span, confidence: float) -> Divergence:
    """Return that the official text says what stands ``there``, and the rendering what is ``mine``."""
    return Divergence(
        kind="number",
        severity="critical",
        confidence=confidence,
        rendering=mine,
        official=there,
        reason=f"The official text says “{there.of(pair.official)}”, the article “{mine.of(pair.rendering)}”.",
    )
