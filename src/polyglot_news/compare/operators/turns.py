"""Turns that make a modal, or unmake it: 非改革不可 says *must*, *may they rest in peace* leaves nothing open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from polyglot_news.compare.operators.cues import Cue, Hit, Reading, Word
from polyglot_news.compare.operators.negation import bound_to
from polyglot_news.compare.words.idioms import soft

_MUST = Cue("非…不可", (Reading("duty", 3, 3, needs=0.6),))
_WISHING = frozenset({"may", "puisse", "puissent", "puissions", "puissiez"})
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?;:])[\s\"'“‘«]*$")


def wished(text: str, hit: Hit) -> Hit:
    """Let the *may* that opens a sentence be a wish, and leave nothing open: « qu'ils reposent en paix »."""
    opens = hit.cue.text in _WISHING and _OPENS_SENTENCE.search(text[: hit.span.start]) is not None
    return soft(hit) if opens else hit


def musts(text: str, units: Sequence[Word]) -> Iterator[Hit]:
    """Yield what must be, as Chinese says it by two negatives: 非改革不可."""
    for span in bound_to(text):
        at = next(i for i, unit in enumerate(units) if unit.end > span.start)
        yield Hit(span=span, cue=_MUST, word=at, parts=(span,))
