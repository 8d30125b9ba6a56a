"""Numbers, dates, money and measures: do both sides give the same values?"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from polyglot_news.compare.figures.bindings import exchanged_figures
from polyglot_news.compare.figures.changes import fallen, is_change
from polyglot_news.compare.figures.complements import complements
from polyglot_news.compare.figures.deadlines import exchanged_sides
from polyglot_news.compare.figures.deictic import changed_deictic_times
from polyglot_news.compare.figures.depths import are_depths
from polyglot_news.compare.figures.edges import exchanged_edges
from polyglot_news.compare.figures.frequencies import Frequencies, untold
from polyglot_news.compare.figures.hours import exchanged_hours
from polyglot_news.compare.figures.levels import changed_levels
from polyglot_news.compare.figures.neighbours import says_from_the_next
from polyglot_news.compare.figures.periods import STATEMENT_END, changed_periods
from polyglot_news.compare.figures.ranks import changed_ranks
from polyglot_news.compare.figures.references import changed_references
from polyglot_news.compare.figures.runs import changed_runs
from polyglot_news.compare.figures.vague import changed_vague_times
from polyglot_news.compare.figures.votes import exchanged_votes
from polyglot_news.compare.figures.yuan import yuan_for_dollars
from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.words.evidence import Side, evidence, mutual_links
from polyglot_news.names import find_names
from polyglot_news.text import CLAUSE_MARK, Span, clause_around
from polyglot_news.values.agreement import SHARES
from polyglot_news.values.describe import describe
from polyglot_news.values.facts import Fact
from polyglot_news.values.matching import Change, Matching, match_facts
from polyglot_news.values.model import Value
from polyglot_news.values.shares import facts_of_both

_PLAIN_NEGATIONS = {"not", "no", "never"}
_BOUND_WORDS = {"en": 11, "fr": 14, "zh": 3}
"""How many characters may stand between a negation and a figure that tell its bound, a *be* left out."""
_BE = re.compile(r"\b(?:be|être) ")
_RECKONED = 0.75
_COUNTED = 0.9
"""How sure it is that a count was changed if both texts count the same: small words alone may be put freely."""
_LINKED = 0.5
_LENGTHS = frozenset({"m", "km", "ft", "mi"})
_BOUND = 0.8
"""How sure it is that "more than a third" faces "nearly a third": human translations keep the side of a bound."""
_DROPPED, _KEPT = 0.7, 0.5
"""Doubt from which a statement is not rendered at all, and up to which one is."""


class NumberChecker:
    """Reports values that were changed, left out or added.

    Numbers are read by ``polyglot_news.values``, taken apart into facts, and assigned to each other: equal ones first,
    then those that a word implies ("both" and 两), that were converted or that round each other. What remains on both
    sides in like places was changed; what remains on one side only was left out or added.
    """

    @property
    def kind(self) -> DivergenceKind:
        """The kind of the divergences that it reports."""
        return "number"

    def check(self, pair: Pair) -> Iterable[Divergence]:
        """Yield the values that differ."""
        rendering, official = facts_of_both(pair.texts)
        frequencies = Frequencies(pair, rendering, official)
        yield from frequencies.divergences()
        rendering, official = untold(rendering, frequencies.rendering), untold(official, frequencies.official)
        matching = match_facts(pair, rendering, official)
        yield from _report(pair, matching)
        yield from exchanged_figures(pair, rendering, official)
        yield from changed_periods(pair, rendering, official)
        yield from changed_references(pair)
        yield from changed_ranks(pair, rendering, official)
        yield from changed_levels(pair, rendering, official)
        yield from exchanged_edges(pair, rendering, official)
        yield from exchanged_hours(pair, rendering, official)
        yield from exchanged_sides(pair, rendering, official)
        yield from changed_deictic_times(pair)
        yield from changed_runs(pair)
        yield from changed_vague_times(pair)
        yield from yuan_for_dollars(pair, rendering, official)
        yield from exchanged_votes(pair, rendering, official)


def _with_unit(value: Value, other: Value, facts: Iterable[Fact]) -> Value:
    """Return a figure with the unit that its text gives once for several: "from 47 to 68 billion euros"."""
    elided = (
        value.unit is None
        and other.unit is not None
        and any(fact.unit == other.unit and not fact.value.loose for fact in facts)
    )
    return attrs.evolve(value, unit=other.unit) if elided else value


def _without_dropped(pair: Pair, missing: Sequence[Fact]) -> Iterator[Fact]:
    """Yield the facts that stand in statements that the rendering covers: it may take two and skip what is between."""
    if not missing:
        return
    ends = [mark.end() for mark in STATEMENT_END.finditer(pair.official)]
    bounds = sorted({0, *ends, len(pair.official)})
    words = evidence(pair) if len(bounds) > 2 else None
    statements = [] if words is None else [Span(*pairing) for pairing in pairwise(bounds)]
    doubts = {} if words is None else {one: _doubt(words.official, one) for one in statements}
    skips = any(doubt <= _KEPT for doubt in doubts.values())
    for fact in missing:
        home = next((one for one in statements if fact.value.span.overlap(one)), None)
        if not skips or home is None or doubts[home] < _DROPPED:
            yield fact


def _without_unquoted(pair: Pair, matching: Matching) -> list[Fact]:
    """Leave out what a quote need not give of a list of figures: *exports 5 billion, up 7%; imports 4 billion, up 2%*.

    These are a statement none of whose figures it gives, beside one of which it does, and the amount before the rate
    that it gives.
    """
    if pair.core is None or not matching.missing:
        return list(matching.missing)
    lost = {id(fact) for fact in matching.missing}
    figures = [fact for fact in matching.official if fact.kind == "number" and not fact.value.loose]
    quoted = [fact for fact in figures if id(fact) not in lost and fact.value.span.overlap(pair.core)]
    ends = [mark.end() for mark in STATEMENT_END.finditer(pair.official)]
    told = {_statement(ends, fact) for fact in quoted}
    return [
        fact
        for fact in matching.missing
        if not (told and _statement(ends, fact) not in told) and not _is_level(pair, fact, figures, quoted)
    ]


def _statement(ends: Sequence[int], fact: Fact) -> int:
    return bisect.bisect(ends, fact.value.span.start)


def _is_level(pair: Pair, fact: Fact, figures: Sequence[Fact], quoted: Sequence[Fact]) -> bool:
    """Whether the next figure is the rate by which an amount has changed, and is given."""
    after = next((other for other in figures if other.value.span.start >= fact.value.span.end), None)
    return (
        fact.part is None
        and after is not None
        and after.unit == "%"
        and any(after is one for one in quoted)
        and not STATEMENT_END.search(pair.official, fact.value.span.end, after.value.span.start)
        and is_change(pair.official, pair.official_language, after)
    )


def _unnamed(facts: Iterable[Fact], text: str, language: str) -> list[Fact]:
    """Leave out the numerals of kings and popes, whom one text may call by the bare name: Pope Leo, Léon XIV."""
    kept = list(facts)
    if not kept:
        return kept
    people = [name for name in find_names(text, language) if any(entry.kind == "person" for entry in name.entries)]
    return [fact for fact in kept if not any(name.span.overlap(fact.value.span) for name in people)]


def _doubt(side: Side, statement: Span) -> float:
    """Return how much of what a statement tells has no counterpart."""
    inside = [i for i, word in enumerate(side.words) if word.overlap(statement)]
    told = sum(float(side.weight[i]) for i in inside)
    return sum(float(side.weight[i] * side.doubt[i]) for i in inside) / told if told else 1.0


def _says_the_same(pair: Pair, change: Change) -> bool:
    """Whether other words make another figure say the same: a bound or a share that is denied, a minus for a fall."""
    if _breaks_off(pair, change):
        return True
    if change.bound_only:
        opposed_bounds = {change.rendering.value.bound, change.official.value.bound} == {"at least", "at most"}
        return opposed_bounds and (_is_turned(pair, change) or _is_depth(pair, change))
    if (change.rendering.value.span, change.official.value.span) in complements(pair):
        return True
    if not change.rendering.kind == change.official.kind == "number":
        return False
    if says_from_the_next(pair, change.rendering, change.official):
        return True
    sides = zip(pair.texts, (change.rendering, change.official), strict=True)
    positive = [(told, fact) for told, fact in sides if fact.numbers[0] > 0]
    opposed = change.rendering.numbers[0] == -change.official.numbers[0]
    return opposed and len(positive) == 1 and fallen(*positive[0][0], positive[0][1])


def _breaks_off(pair: Pair, change: Change) -> bool:
    """Whether a fragment ends with a figure of which the scale or unit stands behind the cut: "rose to 90" per cent."""
    one, two = change.rendering, change.official
    cut = pair.partial or pair.core is not None
    ends = cut and _CUT_UNIT.fullmatch(pair.rendering, one.value.span.end)
    if not ends or one.unit is not None or one.value.scale != 1 or not one.kind == two.kind == "number":
        return False
    return any(one.numbers[0] * scale == two.numbers[0] for scale in _SCALES)


_CUT_UNIT = re.compile(r"(?:\W(?:per|pour))?\W*", re.IGNORECASE)
_SCALES = (1, 10**3, 10**6, 10**9, 10**12)


def _is_turned(pair: Pair, change: Change) -> bool:
    """Whether one text alone says "not" of a bound: not within 200 metres is more than 200 metres away."""
    sides = zip(pair.texts, (change.rendering, change.official), strict=True)
    mine, theirs = (_denials(text, language, fact.value.span) for (text, language), fact in sides)
    return mine % 2 != theirs % 2


def _is_depth(pair: Pair, change: Change) -> bool:
    """Whether two bounds of one length are those of a depth."""
    one, two = change.rendering.value, change.official.value
    return {one.unit, two.unit} <= _LENGTHS and are_depths(pair, (one.span, two.span))


def _denials(text: str, language: str, figure: Span) -> int:
    """Return how often the clause of a figure says "not", but not of the figure: *no more than 35*, 不到35."""
    clause = clause_around(text, figure, CLAUSE_MARK)
    hits = [hit for hit in negations(text, language) if hit.cue.readings[0].cls in _PLAIN_NEGATIONS]
    return sum(hit.span.overlap(clause) > 0 and not _is_of_bound(text, language, hit.span, figure) for hit in hits)


def _is_of_bound(text: str, language: str, negation: Span, figure: Span) -> bool:
    between = _BE.sub("", text[negation.end : figure.start])
    return negation.start < figure.start and len(between) <= _BOUND_WORDS[language]


def _count_the_same(pair: Pair, change: Change) -> bool:
    """Whether two exact counts stand right before what renders each other: « treize marins », *three sailors*."""
    facts = (change.rendering, change.official)
    exact = all(
        fact.value.kind == "cardinal" and fact.unit is None and fact.value.bound == "exact" and fact.numbers[0] > 1
        for fact in facts
    )
    found = evidence(pair) if exact and not change.reckoned else None
    if found is None:
        return False
    sides = zip((found.rendering, found.official), facts, strict=True)
    counted = [_after(side, fact.value.span) for side, fact in sides]
    return any(link >= _LINKED for link in mutual_links(found, counted[0], counted[1]))


def _after(side: Side, figure: Span) -> Span:
    """Return the two words after a figure in its clause: what it counts, with an adjective or a measure word."""
    mark = CLAUSE_MARK.search(side.text, figure.end)
    end = len(side.text) if mark is None else mark.start()
    words = [word for word in side.words if word.start >= figure.end and word.end <= end][:2]
    return Span(figure.end, words[-1].end) if words else Span(figure.end, figure.end)


def _report(pair: Pair, matching: Matching) -> Iterator[Divergence]:
    reported: set[tuple[Span, Span]] = set()
    for change in matching.changes:
        one, two = change.rendering.value, change.official.value
        if (one.span, two.span) in reported or _says_the_same(pair, change):
            continue
        reported.add((one.span, two.span))
        small = change.rendering.small_word and change.official.small_word
        confidence = 0.75 if small and not {one.kind, two.kind} <= SHARES else 0.95
        if "multiple" in {one.kind, two.kind}:
            confidence = 0.95
        if {one.kind, two.kind} == {"percent", "points"}:
            confidence = 0.75  # translators, too, put percent for percentage points
        if change.bound_only:
            confidence = _BOUND
        confidence *= min(1.0, 0.5 + change.likeness * 0.65) * (_RECKONED if change.reckoned else 1.0)
        if _count_the_same(pair, change):
            confidence = max(confidence, _COUNTED)
        official = describe(_with_unit(two, one, matching.official), pair.official)
        rendering = describe(_with_unit(one, two, matching.rendering), pair.rendering)
        yield Divergence(
            kind="number",
            severity="critical" if confidence > 0.5 else "major",
            confidence=round(confidence, 3),
            rendering=one.span,
            official=two.span,
            reason=f"The official text says {official}, the article {rendering}.",
        )
    missing = _without_dropped(pair, _without_unquoted(pair, matching))
    for fact in _unnamed(missing, pair.official, pair.official_language):
        yield Divergence(
            kind="number",
            severity="major",
            confidence=0.5 if not fact.value.spelled else 0.35,
            rendering=None,
            official=fact.value.span,
            reason=f"The official text says {describe(fact.value, pair.official)}, the article gives no such figure.",
        )
    for fact in _unnamed(matching.added, pair.rendering, pair.rendering_language):
        yield Divergence(
            kind="number",
            severity="major",
            confidence=0.6 if not fact.value.spelled else 0.4,
            rendering=fact.value.span,
            official=None,
            reason=f"The article says {describe(fact.value, pair.rendering)}, the official text gives no such figure.",
        )
