"""Words that stand where others should: what the rendering says in the place of what the official text says."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from polyglot_news.compare.coverage import freely, most_of, says_instead, substitution, uncovered
from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.compare.operators.contrast import affirmed
from polyglot_news.compare.words.evidence import Side, evidence
from polyglot_news.text import Span

_AFFIRMED = 0.85
"""How sure it is that a quote affirms what is rejected, where it has no word of what is put in its place."""


@attrs.frozen
class MeaningChecker:
    """Finds stretches of the rendering that stand in the place of others that they do not render."""

    kind: DivergenceKind = "meaning"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield a divergence for each substitution."""
        found = evidence(pair)
        if found is None:
            return
        turned = affirmed(pair)
        if turned is not None:
            yield _affirmed(pair, found.official, turned.out)
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


def _affirmed(pair: Pair, side: Side, out: Span) -> Divergence:
    """Tell of what the official text rejects in favour of something else, and the quote affirms."""
    partners = {int(side.partner[i]) for i, word in enumerate(side.words) if word.overlap(out) and side.link[i] >= 0.5}
    places = [pair.rendering_words[i] for i in sorted(partners)]
    return Divergence(
        kind="meaning",
        severity="critical",
        confidence=_AFFIRMED,
        rendering=Span(places[0].start, places[-1].end) if places else None,
        official=out,
        reason=f"The article affirms what the official text rejects: “{out.of(pair.official).strip()}”.",
        settled=True,
    )
