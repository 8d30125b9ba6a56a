"""One thing for another of its kind: *coffee* for *tea*, the union for the management."""

from __future__ import annotations

from collections.abc import Iterator

from polyglot_news.compare.coverage import says_instead
from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.compare.words.rivals import rival_words

_CONFIDENCE = 0.8


class RivalChecker:
    """Finds words that name another thing of the same kind than the official text."""

    kind: DivergenceKind = "meaning"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield a divergence for each."""
        for here, there in rival_words(pair):
            yield Divergence(
                kind=self.kind,
                severity="major",
                confidence=_CONFIDENCE,
                rendering=here,
                official=there,
                reason=says_instead(there.of(pair.official), here.of(pair.rendering)),
                settled=True,
            )
