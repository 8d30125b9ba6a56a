"""Speech acts of another strength: *demands* for « demande », *refused* for *was unable*, 谴责 for *regrets*."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.compare.operators.cues import Hit, matcher, words
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.operators.suspects import Suspect, strength_gap, suspects
from polyglot_news.text import CLAUSE_MARK, Span

_APART = 1.5
"""How many steps of strength translators do not make: *ask* is « exhorter », too, and no *demand*."""
_IN_PLACE = 0.5
"""How near one must stand to the place of the other."""
_AROUND = 0.3
"""How much of the words around must be rendered."""
_LINKED = 0.75
"""How surely another word may render it, whose strength is not known."""
_NEAR = 8
"""How many characters may lie between a negation and the speech act that it denies."""
_CONFIDENCE = 0.85
_UNABLE = "would"
"""The scale from *is unable* to *refuses*, which deny by themselves."""
_TELLS = "tells"
"""The scale on which an article alone may be too strong: that *admitted* is told as *said* is common usage."""


def speech_acts(text: str, language: str) -> list[Hit]:
    """Find the words of a text that ask, blame, greet, tell, or say what somebody was not able to do; in order."""
    found = list(matcher("speech", language).find(words(text, language)))
    negative = [hit.span for hit in negations(text, language) if hit.cue.readings[0].cls in {"not", "no", "never"}]
    return [hit for hit in found if hit.cue.reading(_UNABLE) or not any(_denies(one, hit, text) for one in negative)]


def _denies(negation: Span, hit: Hit, text: str) -> bool:
    """Whether a negation stands shortly before a speech act, in its clause, or around it: *did not ask*."""
    if negation.end > hit.span.start:
        return negation.start <= hit.span.start
    return hit.span.start <= negation.end + _NEAR and not CLAUSE_MARK.search(text, negation.end, hit.span.start)


def speech_suspects(pair: Pair) -> Iterator[Suspect]:
    """Yield the speech acts in whose place the other text has a much stronger or a much weaker one."""
    sides = speech_acts(*pair.texts[0]), speech_acts(*pair.texts[1])
    for suspect in suspects(pair, sides):
        if suspect.other is not None and not suspect.cut and _differs(suspect, suspect.other):
            yield suspect


def _differs(suspect: Suspect, other: Hit) -> bool:
    scale = suspect.rule.removesuffix(" strength")
    ours = suspect.hit if suspect.side == 0 else other
    return (
        suspect.rule.endswith(" strength")
        and suspect.hit.cue.asks
        and other.cue.asks
        and strength_gap(suspect.hit, other) >= _APART
        and suspect.features["place"] >= _IN_PLACE
        and suspect.features["coverage"] >= _AROUND
        and suspect.features["link"] < _LINKED
        and (scale != _TELLS or any(reading.low > 1 for reading in ours.cue.readings if reading.cls == _TELLS))
    )


@attrs.frozen
class SpeechActChecker:
    """Finds speech acts that grew much stronger or much weaker."""

    kind: DivergenceKind = "modality"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield one divergence per speech act."""
        for suspect in speech_suspects(pair):
            if suspect.other is None:
                continue
            ours, theirs = (suspect.hit, suspect.other) if suspect.side == 0 else (suspect.other, suspect.hit)
            how = "stronger" if _strength(ours, suspect) > _strength(theirs, suspect) else "weaker"
            yield Divergence(
                kind=self.kind,
                severity="major",
                confidence=_CONFIDENCE,
                rendering=ours.span,
                official=theirs.span,
                reason=(
                    f"The article says “{ours.span.of(pair.rendering)}”, which is {how} than "
                    f"“{theirs.span.of(pair.official)}” in the official text."
                ),
            )


def _strength(hit: Hit, suspect: Suspect) -> float:
    reading = hit.cue.reading(suspect.rule.removesuffix(" strength"))
    return 0.0 if reading is None else reading.low
