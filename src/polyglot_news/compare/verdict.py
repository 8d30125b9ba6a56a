"""From the checkers' findings to one verdict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from polyglot_news.align.model import Encoder
from polyglot_news.compare.figures.approximate import only_approximates
from polyglot_news.compare.figures.frequencies import tells_how_often
from polyglot_news.compare.modality import strengths
from polyglot_news.compare.model import GENERIC, Comparison, Divergence, Pair, Text
from polyglot_news.compare.naming.told import only_names_differ
from polyglot_news.compare.registry import checkers
from polyglot_news.compare.weights.calibration import finding_odds, order_odds, pair_odds, plain_features
from polyglot_news.compare.weights.wordwise import Weighed, weigh_words, words_of
from polyglot_news.compare.words.lonely import loneliest
from polyglot_news.compare.words.pronouns import is_told_by_pronoun
from polyglot_news.odds import probability
from polyglot_news.text import Span
from polyglot_news.values.shares import facts_of_both

if TYPE_CHECKING:
    from polyglot_news.glossary import Glossary

# A divergence is reported from this confidence on; the calibration puts few alarms on human translations there.
REPORTED = 0.5
# Below this confidence a finding is not worth a hint.
FAINT = 0.05
# What a checker holds for less likely is no reason to give where all together speak against a rendering.
_GROUND = 0.3
# From this confidence on a finding explains what speaks against a pair; others are hints at most then.
_LEADS, _HINT = 0.7, 0.45
# Below this cosine two texts of the same event's coverage do not speak of the same thing.
UNRELATED = 0.15
# How many characters may lie between a figure and the word that bounds it: « supérieure à ».
_BESIDE = 3
_TEXTS: tuple[Text, Text] = ("rendering", "official")
SEVERITY_ORDER = {"critical": 0, "major": 1, "minor": 2}


def judge(pair: Pair, *, encoder: Encoder, glossary: Glossary | None = None) -> Comparison:
    """Run every checker over a pair and weigh what they find."""
    if similarity(pair, encoder) < UNRELATED:
        return Comparison(divergences=(), score=1.0, verdict="unmatched")
    found = [divergence for checker in checkers() for divergence in checker.check(pair)]
    words = weigh_words(words_of(pair))
    features = plain_features(pair, [divergence for divergence in found if not divergence.settled]) | words.features()
    odds = pair_odds(features)
    if glossary is not None:
        from polyglot_news.compare.terms import check_terms

        found += check_terms(pair, glossary)
    told = without_echoes(found)
    weighed = [
        divergence
        if divergence.settled or is_cut(divergence, pair)
        else attrs.evolve(divergence, confidence=_confidence(divergence, words, odds))
        for divergence in told
    ]
    weighed = _explained(told, weighed)
    grounded = [
        after
        for before, after in zip(told, weighed, strict=True)
        if before.confidence >= _GROUND and not _outside(after, pair) and not only_approximates(pair, after)
    ]
    weighed.sort(key=lambda divergence: (SEVERITY_ORDER[divergence.severity], -divergence.confidence))
    weighed = _told_once(pair, weighed)
    reported = [divergence for divergence in weighed if divergence.confidence >= REPORTED]
    # What may be said by denying its opposite fits badly, and yet is no alarm.
    free = any(divergence.most < REPORTED for divergence in told)
    serious = any(divergence.severity != "minor" for divergence in reported)
    if odds >= 0 and not (pair.partial or free or serious):
        best = max(grounded, key=lambda divergence: divergence.confidence, default=None)
        whole = _as_a_whole(pair, best, words, odds)
        excused = (is_told_by_pronoun, only_names_differ, only_approximates, _is_figure)
        if not any(explains(pair, whole) for explains in excused):
            weighed = [divergence for divergence in weighed if divergence is not best]
            reported = [*(divergence for divergence in reported if divergence is not best), whole]
    serious = any(divergence.severity != "minor" for divergence in reported)
    return Comparison(
        divergences=tuple(reported),
        score=in_half(probability(order_odds(features)) / 2 + serious / 2, divergent=serious),
        verdict="divergent" if serious else "faithful",
        suspected=tuple(
            divergence
            for divergence in weighed
            if divergence not in reported and divergence.confidence >= FAINT and not _outside(divergence, pair)
        ),
        strengths=strengths(pair),
    )


def _is_figure(pair: Pair, divergence: Divergence) -> bool:
    """Whether a finding is that of a lone figure, which its own checker would have told: 19 of 31 where 12 are left.

    Nor is it one if it is of how often: "every three months" where the other text has "four a year".
    """
    if divergence.kind not in GENERIC:
        return False
    places = zip((divergence.rendering, divergence.official), facts_of_both(pair.texts), strict=True)
    return all(
        place is None
        or any(place.overlap(fact.value.span) == len(place) for fact in facts)
        or tells_how_often(pair, place, side)
        for side, (place, facts) in enumerate(places)
    )


def in_half(score: float, *, divergent: bool) -> float:
    """Round a score and bring it to the half of the scale that the verdict asks for: from 0.5 on if it is divergent."""
    score = round(score, 4)
    return max(score, 0.5) if divergent else min(score, 0.4999)


def _confidence(divergence: Divergence, words: Weighed, odds: float) -> float:
    place = words.at(divergence.rendering, divergence.official)
    return min(divergence.most, round(probability(finding_odds(divergence, odds, place)), 4))


def _explained(told: Sequence[Divergence], weighed: Sequence[Divergence]) -> list[Divergence]:
    """Report nothing that its checker holds for less likely than not beside what another one is sure of.

    That the pair diverges speaks for each finding, but one that is sure explains it.
    """
    sure = [
        before
        for before, after in zip(told, weighed, strict=True)
        if before.kind not in GENERIC and before.confidence >= _LEADS and after.confidence >= REPORTED
    ]
    return [
        attrs.evolve(after, confidence=min(after.confidence, _HINT))
        if sure and before.kind not in GENERIC and before.confidence < REPORTED
        else after
        for before, after in zip(told, weighed, strict=True)
    ]


def is_cut(divergence: Divergence, pair: Pair) -> bool:
    """Whether a finding is about words that the quote cut off: how well the rest fits says nothing about those.

    A condition is cut off even where it stands in the midst of what is quoted.
    """
    if divergence.kind == "omission" and divergence.severity == "critical":
        return True
    return divergence.kind in {"omission", "qualifier"} and _outside(divergence, pair)


def _outside(divergence: Divergence, pair: Pair) -> bool:
    official = divergence.official
    return pair.core is not None and official is not None and 2 * official.overlap(pair.core) < len(official)


def _as_a_whole(pair: Pair, best: Divergence | None, words: Weighed, odds: float) -> Divergence:
    """Return what to show where no finding is sure, but all together speak against the rendering.

    That is the surest one; but if it does not say more than that words have no counterpart, the loneliest words.
    """
    confidence = round(probability(odds), 4)
    lonely = loneliest(pair, words, confidence) if best is None or best.kind in GENERIC else None
    if lonely is not None:
        return lonely
    if best is not None:
        severity = "major" if best.severity == "minor" else best.severity
        return attrs.evolve(best, severity=severity, confidence=confidence)
    return Divergence(
        kind="meaning",
        severity="major",
        confidence=confidence,
        rendering=Span(0, len(pair.rendering)),
        official=pair.core or Span(0, len(pair.official)),
        reason="As a whole, the quote does not fit the official text; no single word shows why.",
    )


def similarity(pair: Pair, encoder: Encoder) -> float:
    """Return the cosine of the two texts, -1 to 1."""
    official = pair.core.of(pair.official) if pair.core else pair.official
    rows = encoder.encode([pair.rendering, official])
    return float(rows[0] @ rows[1])


def without_echoes(found: Sequence[Divergence]) -> list[Divergence]:
    """Drop the generic findings that a surer finding explains, or one that is settled."""
    settled: list[Divergence] = []
    for divergence in found:
        if divergence.settled and not any(_covers(other, divergence) for other in settled):
            settled.append(divergence)
    rest = [divergence for divergence in found if not divergence.settled]
    specific = [divergence for divergence in rest if divergence.kind not in GENERIC]
    generic = [
        divergence
        for divergence in rest
        if divergence.kind in GENERIC
        and not any(_covers(other, divergence) for other in settled)
        and not any(_covers(other, divergence) for other in specific if other.confidence >= divergence.confidence)
    ]
    return [*specific, *generic, *settled]


def _told_once(pair: Pair, weighed: Sequence[Divergence]) -> list[Divergence]:
    """Drop what stands in no other words than a finding that is reported; of two in the same words, the later."""
    told: list[Divergence] = []
    for i, one in enumerate(weighed):
        if not any(_tells(pair, other, one) for other in told) and not any(
            _tells(pair, other, one) and (_told_length(other) > _told_length(one) or not _tells(pair, one, other))
            for other in weighed[i + 1 :]
        ):
            told.append(one)
    return told


def _told_length(divergence: Divergence) -> int:
    return sum(len(span) for text in _TEXTS if (span := divergence.evidence(text)) is not None)


def _tells(pair: Pair, reported: Divergence, other: Divergence) -> bool:
    """Whether a finding that is reported, as grave as another one, tells that, too."""
    if reported.confidence < REPORTED or SEVERITY_ORDER[reported.severity] > SEVERITY_ORDER[other.severity]:
        return False
    if reported.kind in GENERIC and reported.severity != "critical" and other.kind not in GENERIC:
        return False
    beside = _BESIDE if reported.kind == "number" and _is_bounded_otherwise(pair, reported) else 0
    places = [(reported.evidence(text), other.evidence(text)) for text in _TEXTS]
    return any(span for _, span in places) and all(
        span is None or (around is not None and _is_at(span, around, beside)) for around, span in places
    )


def _is_at(span: Span, around: Span, beside: int) -> bool:
    """Whether half of some words lie within others, or all no more than so many characters before or after them."""
    within = 2 * span.overlap(around) >= len(span)
    return within or (beside > 0 and (0 <= around.start - span.end <= beside or 0 <= span.start - around.end <= beside))


def _is_bounded_otherwise(pair: Pair, number: Divergence) -> bool:
    """Whether a finding about a figure tells as well that its bound is another: *under 90,000*, *over 90,000*."""
    sides = zip((number.rendering, number.official), facts_of_both(pair.texts), strict=True)
    ours, theirs = ({fact.value.bound for fact in facts if fact.value.span == place} for place, facts in sides)
    return ours != theirs


def _covers(specific: Divergence, generic: Divergence) -> bool:
    for one, other in ((specific.rendering, generic.rendering), (specific.official, generic.official)):
        if one and other and one.overlap(other) * 2 > min(len(one), len(other)):
            return True
    return False
