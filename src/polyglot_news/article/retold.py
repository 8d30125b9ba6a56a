"""What the check of a statement tells where the article reports it in its own words.

Such a sentence may leave out, name, sum up and shift the tense as it likes: only what surely differs is told.
"""

from __future__ import annotations

import attrs

from polyglot_news.compare.model import Divergence
from polyglot_news.report.model import Item

# From which confidence on a finding of a kind is told. Names change with the point of view ("we" becomes France).
_SURE = {
    "number": 0.7,
    "polarity": 0.65,
    "meaning": 0.8,
    "modality": 0.8,
    "name": 0.8,
    "qualifier": 0.85,
    "omission": 0.8,
}
_ONE_SIDED = frozenset({"polarity", "omission"})  # a "not" or a condition that the other text lacks
_MAJOR = frozenset({"qualifier"})  # "all" for "most" is no critical change, and holds of free words, too


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
    kind = divergence.kind
    exchanged = kind in _ONE_SIDED or None not in {divergence.rendering, divergence.official}
    serious = divergence.severity == "critical" or (kind in _MAJOR and divergence.severity == "major")
    return exchanged and serious and divergence.confidence >= _SURE.get(kind, 1.1)
