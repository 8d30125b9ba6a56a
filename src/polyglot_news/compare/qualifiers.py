"""Qualifiers lost, added or changed: how many, how often, how far, under which condition, on whose word."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import attrs

from polyglot_news.compare.figures.amounts import with_other_amounts
from polyglot_news.compare.figures.passed import passed_figures
from polyglot_news.compare.model import Divergence, DivergenceKind, Pair, Severity
from polyglot_news.compare.operators.cues import Hit
from polyglot_news.compare.operators.duals import duals
from polyglot_news.compare.operators.limits import lost_limit, told_as_duty
from polyglot_news.compare.operators.litotes import says_what_is_needed
from polyglot_news.compare.operators.little import little_for_none, not_always_for_never, not_necessarily_for_not
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.operators.only_if import changed_only_if, said_as_only_if
from polyglot_news.compare.operators.places import RECENT
from polyglot_news.compare.operators.qualifying import qualifiers
from polyglot_news.compare.operators.suspects import FAINT, WORTH_A_LOOK, Suspect, suspects, told
from polyglot_news.compare.operators.unless import unless_for_if
from polyglot_news.compare.operators.whatever import if_for_whatever
from polyglot_news.compare.polarity import is_told_by_negation
from polyglot_news.compare.weights.kept import as_sure_as_kept
from polyglot_news.compare.words.idioms import may_be_idiom
from polyglot_news.text import SENTENCE_MARK, clause_around, in_simplified
from polyglot_news.values import find_values
from polyglot_news.values.agreement import agreement
from polyglot_news.values.model import Value
from polyglot_news.values.shares import facts_of_both

_LITTLE_FOR_NONE = 0.8
_IF_FOR_WHATEVER = 0.8
_UNLESS_FOR_IF = 0.9
_NONE_EXCEPTED = {
    "en": re.compile(r"\bwithout (?:any |a single )?exceptions?\b|\bbar none\b", re.IGNORECASE),
    "fr": re.compile(r"\bsans (?:aucune |nulle |la moindre )?exceptions?\b", re.IGNORECASE),
    "zh": re.compile("无一例外|毫无例外|(?:没有(?:任何)?|无)例外"),
}
_DENIED_EXCEPTION = 0.9
"""How sure it is that an exception was put where the other text says that there is none, or the other way round."""
_BOUNDS = ("least", "most")
_ROUNDED = 0.05
"""How far a figure may lie from the one that it rounds."""
_AGREES = 0.5
"""How well two measures of different units agree if one is the other, converted (``values.agreement``)."""
_WHAT = {
    "amount": "a quantity",
    "often": "a frequency",
    "near": "an approximation",
    "hardly": "a negation that leaves a little",
    "least": "a lower bound",
    "most": "an upper bound",
    "only": "a restriction",
    "said": "a reservation about the truth of the claim",
    "belief": "a mark of opinion",
    "seem": "a mark that it only seems so",
    "expected": "a mark that it is only expected",
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
_MINOR = frozenset({"full", "strong", "still", "already", "near", "belief"})


def _sides(pair: Pair) -> tuple[list[Hit], list[Hit]]:
    return qualifiers(*pair.texts[0]), qualifiers(*pair.texts[1])


@functools.lru_cache(maxsize=RECENT)
def qualifier_suspects(pair: Pair) -> tuple[Suspect, ...]:
    """Find the qualifiers that changed between the official text and the rendering."""
    sides = _sides(pair)
    found = [
        may_be_idiom(as_sure_as_kept(suspect, sides), pair)
        for suspect in suspects(pair, sides)
        if not _is_of_cut_figure(suspect, pair)
    ]
    several = (_of_rounding(_of_conversion(one, pair), pair) for one in with_other_amounts(pair, sides, found))
    several = (_bounded_alike(one, pair) for one in several)
    several = (_answered_by_none(told_as_duty(pair, lost_limit(pair, one)), pair) for one in several)
    several = (said_as_only_if(_named_as_needed(one, pair), pair) for one in several)
    return tuple(_against_none_excepted(one, pair) for one in several)


def _against_none_excepted(suspect: Suspect, pair: Pair) -> Suspect:
    """Let an exception be surely one that the other text lacks if that says *without exception*."""
    if suspect.other is not None or not suspect.hit.cue.asks_as("except"):
        return suspect
    text, language = pair.texts[1 - suspect.side]
    if not _NONE_EXCEPTED[language].search(in_simplified(text, language)):
        return suspect
    return attrs.evolve(suspect, least=_DENIED_EXCEPTION)


def _of_conversion(suspect: Suspect, pair: Pair) -> Suspect:
    """Let *about* say nothing before a figure that the other text has in another unit: about two metres, six feet."""
    if suspect.hit.cue.reading("near") is None:
        return suspect
    both = facts_of_both(pair.texts)
    own = [fact for fact in both[suspect.side] if _is_before(suspect.hit, fact.value)]
    theirs = both[1 - suspect.side]
    converted = any(
        None not in (one.unit, two.unit)
        and one.unit != two.unit
        and one.numbers[0] != two.numbers[0]
        and agreement(one, two) >= _AGREES
        for one in own
        for two in theirs
    )
    return attrs.evolve(suspect, most=0.0) if converted else suspect


def _is_of_cut_figure(suspect: Suspect, pair: Pair) -> bool:
    """Whether an *at least* stands before a figure outside of what is quoted, and goes with it."""
    if not suspect.cut or suspect.side == 0 or pair.core is None:
        return False
    return any(
        _is_before(suspect.hit, value) and not value.span.overlap(pair.core)
        for value in find_values(pair.official, pair.official_language)
    )


def _is_before(hit: Hit, value: Value) -> bool:
    """Whether a word stands right before a figure."""
    return 0 <= value.span.start - hit.span.end <= 1


def _of_rounding(suspect: Suspect, pair: Pair) -> Suspect:
    """Let a *nearly* say nothing before a figure that the other text bounds itself, or that the rendering has rounded.

    So *some 900* is 九百余, whose bound the figures tell, and *just under 4,200* is 4 195.
    """
    if suspect.hit.cue.reading("near") is None:
        return suspect
    both = facts_of_both(pair.texts)
    own = [fact for fact in both[suspect.side] if fact.numbers and _is_before(suspect.hit, fact.value)]
    theirs = [fact for fact in both[1 - suspect.side] if fact.numbers]
    bounded = any(one.numbers[0] == two.numbers[0] and two.value.bound != "exact" for one in own for two in theirs)
    given = {fact.numbers[0] for fact in theirs}
    rounded = suspect.side == 0 and any(
        one.numbers[0] not in given
        and any(
            two.unit == one.unit and abs(two.numbers[0] - one.numbers[0]) <= _ROUNDED * two.numbers[0] for two in theirs
        )
        for one in own
    )
    return attrs.evolve(suspect, most=0.0) if bounded or rounded else suspect


def _bounded_alike(suspect: Suspect, pair: Pair) -> Suspect:
    """Let what bounds a figure ask for no word where the other text bounds it alike: « ne peut être inférieur à »."""
    if suspect.other is not None or not any(suspect.hit.cue.asks_as(cls) for cls in _BOUNDS):
        return suspect
    both = facts_of_both(pair.texts)
    own = [fact for fact in both[suspect.side] if fact.numbers and _is_before(suspect.hit, fact.value)]
    alike = any(
        one.value.bound == two.value.bound != "exact" and agreement(one, two) >= _AGREES
        for one in own
        for two in both[1 - suspect.side]
    )
    return attrs.evolve(suspect, most=0.0) if alike else suspect


def _answered_by_none(suspect: Suspect, pair: Pair) -> Suspect:
    """Let an *all* that faces a *none* of the opposite be no quantity added: *all shops were shut*, *none was open*."""
    dual = any(one.side == suspect.side and one.whole.overlap(suspect.hit.span) > 0 for one in duals(pair))
    return attrs.evolve(suspect, most=0.0) if dual else suspect


def _named_as_needed(suspect: Suspect, pair: Pair) -> Suspect:
    """Let an *unless* beside a *not* be no condition of its own where the other text says what it would take."""
    if suspect.other is not None or not suspect.hit.cue.asks_as("unless"):
        return suspect
    own, other = (negations(*pair.texts[side]) for side in (suspect.side, 1 - suspect.side))
    sentence = clause_around(pair.texts[suspect.side][0], suspect.hit.span, SENTENCE_MARK)
    denying = [hit for hit in own if hit.cue.asks and hit.span.overlap(sentence)]
    if any(hit.cue.asks for hit in other):
        return suspect
    needed = any(says_what_is_needed(pair, hit, suspect.side, own) for hit in denying)
    return attrs.evolve(suspect, most=min(suspect.most, WORTH_A_LOOK)) if needed else suspect


class QualifierChecker:
    """Finds qualifiers that were lost, added or changed."""

    @property
    def kind(self) -> DivergenceKind:
        """``qualifier``."""
        return "qualifier"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield one divergence per qualifier that changed."""
        yield from passed_figures(pair)
        yield from changed_only_if(pair)
        sides = _sides(pair)
        few = [*little_for_none(pair, sides), *not_always_for_never(pair, sides), *not_necessarily_for_not(pair)]
        for ours, theirs in few:
            yield Divergence(
                kind="qualifier",
                severity="major",
                confidence=_LITTLE_FOR_NONE,
                rendering=ours.span,
                official=theirs.span,
                reason=(
                    f"The article says “{ours.span.of(pair.rendering)}”, the official text "
                    f"“{theirs.span.of(pair.official)}”: only one of the two denies it altogether."
                ),
            )
        turned = [*unless_for_if(pair, sides)]
        for ours, theirs in turned:
            yield Divergence(
                kind="qualifier",
                severity="critical",
                confidence=_UNLESS_FOR_IF,
                rendering=ours.span,
                official=theirs.span,
                reason=(
                    f"The article says “{ours.span.of(pair.rendering)}”, the official text "
                    f"“{theirs.span.of(pair.official)}”: the one excepts what the other sets as a condition."
                ),
            )
        free = list(if_for_whatever(pair, sides))
        for article, official in free:
            yield Divergence(
                kind="qualifier",
                severity="critical",
                confidence=_IF_FOR_WHATEVER,
                rendering=article,
                official=official,
                reason=(
                    f"The article says “{article.of(pair.rendering)}”, the official text "
                    f"“{official.of(pair.official)}”: only one of the two sets a condition."
                ),
            )
        for suspect in qualifier_suspects(pair):
            if any(suspect.hit.span.overlap(one[suspect.side]) for one in free):
                continue
            if any(suspect.hit.span.overlap(one[suspect.side].span) for one in (*few, *turned)):
                continue
            confidence = suspect.confidence("qualifier")
            if confidence >= FAINT and not is_told_by_negation(pair, suspect):
                yield _divergence(pair, suspect, confidence)


def _divergence(pair: Pair, suspect: Suspect, confidence: float) -> Divergence:
    one = told(pair, suspect)
    cls = next((reading.cls for reading in suspect.hit.cue.readings if reading.asks), "amount")
    if suspect.cut and suspect.side == 1 and one.instead is None:
        reason = f"The quote was cut so that {_WHAT[cls]} of the official text (“{one.cue}”) is missing."
    elif one.instead is None:
        reason = f"The {one.said} has {_WHAT[cls]} (“{one.cue}”) that the {one.silent} lacks."
    else:
        reason = f"The {one.said} says “{one.cue}”, the {one.silent} “{one.instead}”."
    return Divergence(
        kind="qualifier",
        severity=_severity(cls, suspect, pair),
        confidence=confidence,
        rendering=one.rendering,
        official=one.official,
        reason=reason,
        absent=one.absent,
        most=suspect.most,
    )


def _severity(cls: str, suspect: Suspect, pair: Pair) -> Severity:
    if suspect.steps >= 2 and cls == "amount":
        return "critical"
    if suspect.other is not None and suspect.other.cue.reading("hardly"):
        return "major"
    if cls == "only" and suspect.side == 0 and suspect.other is None and _colours_a_figure(pair, suspect.hit):
        return "minor"
    if suspect.other is None and cls in _CRITICAL:
        return "critical"
    return "minor" if cls in _MINOR and not (cls == "near" and _does_not_reach(pair, suspect)) else "major"


def _does_not_reach(pair: Pair, suspect: Suspect) -> bool:
    """Whether a figure is nearly reached, which says more of it than *about* does."""
    return any(
        value.bound == "nearly" and _is_before(suspect.hit, value) for value in find_values(*pair.texts[suspect.side])
    )


def _colours_a_figure(pair: Pair, hit: Hit) -> bool:
    """Whether an *only* of the article only says that a figure is small: "by only 3.3 per cent", "12 % seulement"."""
    near = 2 if pair.rendering_language == "zh" else 4
    return any(
        -1 <= value.span.start - hit.span.end <= near or 0 <= hit.span.start - value.span.end <= 1
        for value in find_values(pair.rendering, pair.rendering_language)
    )
