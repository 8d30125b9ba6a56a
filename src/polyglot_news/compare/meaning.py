"""Words that stand where others should: what the rendering says in the place of what the official text says."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from polyglot_news.compare.coverage import freely, most_of, says_instead, substitution, uncovered
from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.compare.words.evidence import evidence


@attrs.frozen
class MeaningChecker:
    """Finds stretches of the rendering that stand in the place of others that they do not render."""

    kind: DivergenceKind = "meaning"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield a divergence for each substitution."""
        found = evidence(pair)
        if found is None:
            return
        official = uncovered(found.official, pair.core)
        ours, theirs = freely(pair, found)
        for run in uncovered(found.rendering):
            other = substitution(found.rendering, run, official)
            if other is not None:
                here, there = run.span(found.rendering), other.span(found.official)
                yield Divergence(
                    kind=self.kind,
                    severity="major",
                    confidence=round(min(run.confidence, other.confidence), 3),
                    rendering=here,
                    official=there,
                    reason=says_instead(there.of(pair.official), here.of(pair.rendering)),
                    most=min(most_of(here, ours), most_of(there, theirs)),
                )
