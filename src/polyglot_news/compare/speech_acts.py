"""Speech acts of another strength: *demands* for « demande », *pledges* for *hopes*, 谴责 for *regrets*.

How likely a thing is told to be stands on a scale of the same kind: *certain* for « probable ».
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.compare.operators.cues import Hit, matcher, words
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.operators.places import places_of
from polyglot_news.compare.operators.suspects import Suspect, counterpart, strength_gap, suspects
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, weights
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
    """Find the words of a text that ask, promise, blame, greet, tell, or say how likely a thing is; in order."""
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
        if suspect.other is not None and not suspect.cut and _differs(pair, suspect, suspect.other):
            yield suspect


def _differs(pair: Pair, suspect: Suspect, other: Hit) -> bool:
    ours = suspect.hit if suspect.side == 0 else other
    return (
        suspect.steps > 0
        and suspect.hit.cue.asks
        and other.cue.asks
        and strength_gap(suspect.hit, other) >= _APART
        and suspect.features["place"] >= _IN_PLACE
        and suspect.features["coverage"] >= _AROUND
        and _rendered_elsewhere(pair, suspect, other) < _LINKED
        and (_scale(suspect, other) != _TELLS or _strength(ours, _TELLS) > 1)
    )


def _scale(suspect: Suspect, other: Hit) -> str:
    """Return the scale on which the two stand: *hope* is both a wish and less than a promise."""
    common = counterpart(suspect.hit, other)
    return "" if common is None else common.cls


def _rendered_elsewhere(pair: Pair, suspect: Suspect, other: Hit) -> float:
    """Return how surely another word renders the telling ones of a speech act: its *is* and *we* tell nothing."""
    text, language = pair.texts[suspect.side]
    spans = (pair.rendering_words, pair.official_words)[suspect.side]
    own = [word for word in spans if any(word.overlap(part) for part in suspect.hit.parts)]
    told = weights([word.of(text) for word in own], language)
    telling = tuple(word for word, weight in zip(own, told, strict=True) if weight >= CONTENT_WEIGHT)
    hit = attrs.evolve(suspect.hit, parts=telling or suspect.hit.parts)
    return places_of(pair).best_link(suspect.side, hit, other)


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
            scale = _scale(suspect, suspect.other)
            how = "stronger" if _strength(ours, scale) > _strength(theirs, scale) else "weaker"
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


def _strength(hit: Hit, scale: str) -> float:
    reading = hit.cue.reading(scale)
    return 0.0 if reading is None else reading.low
