"""Qualifiers lost, added or changed: how many, how often, how far, under which condition, on whose word."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

import attrs

from polyglot_news.compare.cues import Cue, Hit, Reading, Word, matcher, words
from polyglot_news.compare.model import Divergence, DivergenceKind, Pair, Severity
from polyglot_news.compare.negation import negations
from polyglot_news.compare.places import RECENT
from polyglot_news.compare.suspects import FAINT, Suspect, suspects, told

_LIMITS = frozenset({"ne … que", "ne … qu'"})
_NE_QUE = 0.65
"""How often human translations render "ne … que" by a word: two times in three, in the corpora that are fitted on."""


def qualifiers(text: str, language: str) -> list[Hit]:
    """Find the qualifiers of a text in its language, in order; *about* and its kin count before a figure only."""
    units = words(text, language)
    found = [_before_figure(units, hit) for hit in matcher("qualifier", language).find(units)]
    if language == "fr":
        only = Cue("ne … que", (Reading("only", needs=_NE_QUE),))
        found += [attrs.evolve(hit, cue=only) for hit in negations(text, language) if hit.cue.text in _LIMITS]
        found.sort(key=lambda hit: hit.span.start)
    return found


def _before_figure(units: Sequence[Word], hit: Hit) -> Hit:
    """Let an approximation ask for an answer where it qualifies a figure, and mean nothing else there."""
    near = hit.cue.reading("near")
    following = next((unit for unit in units[hit.word :] if unit.start >= hit.span.end), None)
    if near is None or following is None or not following.text[:1].isdigit():
        return hit
    return attrs.evolve(hit, cue=Cue(hit.cue.text, (attrs.evolve(near, asks=True, needs=0.7),)))


@functools.lru_cache(maxsize=RECENT)
def qualifier_suspects(pair: Pair) -> tuple[Suspect, ...]:
    """Find the qualifiers that changed between the official text and the rendering."""
    sides = (qualifiers(pair.rendering, pair.rendering_language), qualifiers(pair.official, pair.official_language))
    return tuple(suspects(pair, sides))


_WHAT = {
    "amount": "a quantity",
    "often": "a frequency",
    "near": "an approximation",
    "least": "a lower bound",
    "most": "an upper bound",
    "only": "a restriction",
    "said": "a reservation about the truth of the claim",
    "draft": "a mark that this is only proposed",
    "part": "a limit of degree",
    "principle": "a limit of scope",
    "interim": "a limit in time",
    "if": "a condition",
    "unless": "a condition",
    "except": "an exception",
    "full": "a degree",
    "strong": "an intensifier",
    "still": "a mark of time",
    "already": "a mark of time",
    "nolonger": "a mark of time",
}
_CRITICAL = frozenset({"unless", "if", "only", "except", "nolonger"})
_MINOR = frozenset({"full", "strong", "still", "already", "near"})


class QualifierChecker:
    """Finds qualifiers that were lost, added or changed."""

    @property
    def kind(self) -> DivergenceKind:
        """``qualifier``."""
        return "qualifier"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield one divergence per qualifier that changed."""
        for suspect in qualifier_suspects(pair):
            confidence = suspect.confidence("qualifier")
            if confidence >= FAINT:
                yield _divergence(pair, suspect, confidence)


def _divergence(pair: Pair, suspect: Suspect, confidence: float) -> Divergence:
    one = told(pair, suspect)
    cls = next(reading.cls for reading in suspect.hit.cue.readings if reading.asks)
    if suspect.cut:
        reason = f"The quote was cut so that {_WHAT[cls]} of the official text (“{one.cue}”) is missing."
    elif one.instead is None:
        reason = f"The {one.said} has {_WHAT[cls]} (“{one.cue}”) that the {one.silent} lacks."
    else:
        reason = f"The {one.said} says “{one.cue}”, the {one.silent} “{one.instead}”."
    return Divergence(
        kind="qualifier",
        severity=_severity(cls, suspect),
        confidence=confidence,
        rendering=one.rendering,
        official=one.official,
        reason=reason,
        absent=one.absent,
    )


def _severity(cls: str, suspect: Suspect) -> Severity:
    if suspect.steps >= 2 and cls == "amount":
        return "critical"
    if suspect.other is None and cls in _CRITICAL:
        return "critical"
    return "minor" if cls in _MINOR else "major"
