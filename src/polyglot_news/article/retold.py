"""What the check of a statement tells where the article reports it in its own words.

Such a sentence may leave out, name, sum up and shift the tense as it likes: only what surely differs is told.
"""

from __future__ import annotations

import attrs

from polyglot_news.compare.model import Divergence
from polyglot_news.report.model import Item

# From which confidence on a finding of a kind is told. Names change with the point of view ("we" becomes France).
_SURE = {"number": 0.7, "polarity": 0.65, "meaning": 0.8, "modality": 0.8, "name": 0.8}


def without_much(item: Item) -> Item:
    """Return a reported statement with no findings but those that hold of free words, too, and without hints."""
    attributed = item.quote.cue is not None
    if item.few_words and not attributed:  # a dateline
        return attrs.evolve(item, findings=(), hints=(), verdict="unmatched")
    findings = tuple(finding for finding in item.findings if _holds(finding.divergence, attributed=attributed))
    verdict = "divergent" if findings else "faithful" if item.verdict == "divergent" else item.verdict
    return attrs.evolve(item, findings=findings, hints=(), verdict=verdict)


def _holds(divergence: Divergence, *, attributed: bool) -> bool:
    if not attributed and divergence.kind != "number":  # the journalist's own sentence, perhaps about something else
        return False
    exchanged = divergence.kind == "polarity" or None not in {divergence.rendering, divergence.official}
    return exchanged and divergence.severity == "critical" and divergence.confidence >= _SURE.get(divergence.kind, 1.1)
