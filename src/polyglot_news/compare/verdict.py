"""From the checkers' findings to one verdict."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from polyglot_news.align.model import Encoder
from polyglot_news.compare.model import GENERIC, Comparison, Divergence, Pair
from polyglot_news.compare.registry import checkers

if TYPE_CHECKING:
    from polyglot_news.glossary import Glossary

# A divergence is reported from this confidence on: chosen for few alarms on human translations. What only does not fit
# has to be surer than what names the change.
REPORTED = 0.58
REPORTED_GENERIC = 0.66
# Below this cosine two texts of the same event's coverage do not speak of the same thing.
UNRELATED = 0.15
SEVERITY_ORDER = {"critical": 0, "major": 1, "minor": 2}


def judge(pair: Pair, *, encoder: Encoder, glossary: Glossary | None = None) -> Comparison:
    """Run every checker over a pair and weigh what they find."""
    found = [divergence for checker in checkers() for divergence in checker.check(pair)]
    if glossary is not None:
        from polyglot_news.compare.terms import check_terms

        found += check_terms(pair, glossary)
    found = _without_echoes(found)
    reported = [divergence for divergence in found if divergence.confidence >= _threshold(divergence)]
    reported.sort(key=lambda divergence: (SEVERITY_ORDER[divergence.severity], -divergence.confidence))
    cosine = similarity(pair, encoder)
    score = _score(found, cosine)
    if cosine < UNRELATED:
        return Comparison(divergences=(), score=1.0, verdict="unmatched")
    divergent = any(divergence.severity != "minor" for divergence in reported)
    return Comparison(divergences=tuple(reported), score=score, verdict="divergent" if divergent else "faithful")


def _threshold(divergence: Divergence) -> float:
    return REPORTED_GENERIC if divergence.kind in GENERIC else REPORTED


def similarity(pair: Pair, encoder: Encoder) -> float:
    """Return the cosine of the two texts, -1 to 1."""
    official = pair.core.of(pair.official) if pair.core else pair.official
    rows = encoder.encode([pair.rendering, official])
    return float(rows[0] @ rows[1])


def _score(found: Iterable[Divergence], cosine: float) -> float:
    """Combine the findings as independent witnesses; the cosine breaks the ties."""
    weight = {"critical": 1.0, "major": 0.8, "minor": 0.4}
    faith = math.prod(1 - weight[divergence.severity] * min(divergence.confidence, 0.99) for divergence in found)
    return round(1 - faith * (0.8 + 0.2 * max(0.0, min(1.0, cosine))), 4)


def _without_echoes(found: Sequence[Divergence]) -> list[Divergence]:
    """Drop the generic findings that another finding explains."""
    specific = [divergence for divergence in found if divergence.kind not in GENERIC]
    return specific + [
        divergence
        for divergence in found
        if divergence.kind in GENERIC and not any(_covers(other, divergence) for other in specific)
    ]


def _covers(specific: Divergence, generic: Divergence) -> bool:
    for one, other in ((specific.rendering, generic.rendering), (specific.official, generic.official)):
        if one and other and one.overlap(other) * 2 > min(len(one), len(other)):
            return True
    return False
