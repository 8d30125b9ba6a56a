"""How a changed quantity is suspected, whatever words tell it."""

from __future__ import annotations

from polyglot_news.compare.operators.cues import Cue, Hit, Reading
from polyglot_news.compare.operators.suspects import Suspect
from polyglot_news.text import Span

_SURE = 0.8


def changed_quantity(own: Hit, other: Hit, steps: float) -> Suspect:
    """Return the suspicion that a quantity of the rendering stands for another one of the official text.

    Args:
        own: the one of the rendering.
        other: the one of the official text.
        steps: how far the two lie apart.
    """
    return Suspect(
        hit=own,
        side=0,
        other=other,
        steps=steps,
        rule="amount strength",
        cut=False,
        features={},
        least=_SURE,
    )


def quantity(span: Span, text: str, low: float = 1.0, high: float = 1.0) -> Hit:
    """Return words that tell a quantity and stand in no table as a hit."""
    return Hit(span=span, cue=Cue(span.of(text), (Reading("amount", low, high),)), word=0, parts=(span,))
