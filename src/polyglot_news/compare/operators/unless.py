"""An *unless* put for an *if*: the one sets as a condition what the other one excepts.

« À moins que la grève ne cesse » is *unless the strike ends* and *if the strike does not end*: a *not* more on either
side evens them out. So only texts with as many negations as each other, but for the *unless*, tell different things.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.cues import Hit
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.operators.opposites import opposites

_UNLESS = frozenset({"unless", "à moins que", "à moins qu'", "sauf si", "除非"})
_IF = frozenset(
    {"if", "provided that", "si", "s'il", "s'ils", "à condition que", "à condition qu'", "如果", "假如", "倘若"}
)
_SETS = ("if", "unless", "except")


def unless_for_if(pair: Pair, sides: tuple[Sequence[Hit], Sequence[Hit]]) -> Iterator[tuple[Hit, Hit]]:
    """Yield an *unless* and an *if*, each the only condition of its text, that of the rendering first.

    Args:
        pair: the pair.
        sides: the qualifiers of both texts.
    """
    conditions = [[hit for hit in side if any(hit.cue.asks_as(cls) for cls in _SETS)] for side in sides]
    if any(len(found) != 1 for found in conditions):
        return
    ours, theirs = (found[0] for found in conditions)
    if {_way(ours), _way(theirs)} == {-1, 1} and _deny_alike(pair) and not opposites(pair):
        yield ours, theirs


def _way(hit: Hit) -> int:
    text = hit.cue.text
    return -1 if text in _UNLESS else 1 if text in _IF and not hit.cue.asks_as("unless") else 0


def _deny_alike(pair: Pair) -> bool:
    """Whether both texts deny equally often, by a *not* and by a verb that carries one: *fail to*, 拒绝."""
    ours, theirs = (negations(*text) for text in pair.texts)
    return all(sum(map(denies, ours)) == sum(map(denies, theirs)) for denies in (_asks, _is_verb))


def _asks(hit: Hit) -> bool:
    return hit.cue.asks


def _is_verb(hit: Hit) -> bool:
    return hit.cue.reading("verb") is not None
