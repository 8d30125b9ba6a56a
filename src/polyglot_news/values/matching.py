"""The facts of a text, held against those of its version in another language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations
from typing import Protocol

import attrs

from polyglot_news.text import Span
from polyglot_news.values.agreement import SHARES, agreement, bounds_oppose, rounds, unit_changed
from polyglot_news.values.facts import Fact
from polyglot_news.values.next_count import at_next_count
from polyglot_news.values.reckoned import Told, reckoned
from polyglot_news.values.units import convert, units

_LIKE = 0.45  # likeness from which two unequal facts count as one that was changed
_LIKE_ALONE = 0.3  # the same where they are the only ones left
_UNION = re.compile(r"\bE\.?U\b|\bU\.?E\b|European Union|Union européenne|欧盟|歐盟|欧洲联盟|歐洲聯盟")
_UNION_SIZES = {27, 28}  # "les Vingt-Sept" are the European Union
_COUNTS = {"cardinal", "money", "quantity", "percent", "points", "range"}
_SHARES = {"%", "pp"}
_RECKONED = 10  # smaller figures are sums and differences of others by chance
_TERMS = 4  # figures of a text among which chance makes hardly one
_NAMED = 4  # so many are named at most beside "five others"
_OTHERS = re.compile(r"\s*(?:others?|(?:people|persons?)? ?more|autres?)\b", re.IGNORECASE)
_FURTHER = re.compile(r"(?:另外?|其他|其余)$")
_INCLUDED = re.compile(r"\b(?:includ\w+|among (?:them|whom)|dont|parmi|y compris)\b|包括|其中|在内", re.IGNORECASE)
# A row of a table is a line, its cells parted by tabs or bars.
_OPENS_CELL = re.compile(r"[\t|] *\Z")
_CLOSES_CELL = re.compile(r" *(?:[\t|\n]|\Z)")
_REACH = 60  # characters after a total within which is told whom it includes
_NEAR = 2  # characters before a number, which ``_FURTHER`` looks at
_IN_ALL = "等"  # 刘桂芳等6人: six with her
_MOST = 60  # facts of one side that are compared one by one once the equal ones are out of the way


class Sides(Protocol):
    """Two texts that should say the same."""

    @property
    def rendering(self) -> str:
        """The text that is checked."""

    @property
    def official(self) -> str:
        """The text that it renders."""

    @property
    def core(self) -> Span | None:
        """The part of the official text that the rendering covers; all of it if None."""

    @property
    def partial(self) -> bool:
        """Whether the rendering is a part of a sentence."""


@attrs.frozen(kw_only=True)
class Change:
    """A value that one side has in place of another.

    Attributes:
        rendering: the fact of the rendering.
        official: the fact of the official text.
        likeness: how surely the two stand in each other's place, 0 to 1.
        bound_only: whether the figure is the same, but one side has it as the least, the other as the most.
        reckoned: whether the rendering may have reckoned its figure from official ones: 170 of 480 go, not 310 stay.
    """

    rendering: Fact
    official: Fact
    likeness: float
    bound_only: bool = False
    reckoned: bool = False


@attrs.frozen(kw_only=True)
class Matching:
    """The facts of two texts, held against each other.

    Attributes:
        changes: what one text has in the place of something else.
        added: facts of the rendering that the official text lacks.
        missing: facts of the official text that the rendering lacks.
        rendering: all facts of the rendering.
        official: all facts of the official text.
    """

    changes: tuple[Change, ...]
    added: tuple[Fact, ...]
    missing: tuple[Fact, ...]
    rendering: tuple[Fact, ...]
    official: tuple[Fact, ...]

    def agreeing(self) -> tuple[list[Span], list[Span]]:
        """Return where the values stand in the rendering and in the official text that the other one gives as well."""
        ours = {fact.value.span for fact in (*self.added, *(change.rendering for change in self.changes))}
        theirs = {fact.value.span for fact in (*self.missing, *(change.official for change in self.changes))}
        return (
            [fact.value.span for fact in self.rendering if not fact.value.loose and fact.value.span not in ours],
            [fact.value.span for fact in self.official if not fact.value.loose and fact.value.span not in theirs],
        )


def match_facts(pair: Sides, rendering: list[Fact], official: list[Fact]) -> Matching:
    """Assign the facts of the two sides to each other and return what does not fit."""
    rendering, official = weighed(rendering, official), weighed(official, rendering)
    sure = _assign(rendering, official, pair, loose=False)
    changes = [Change(rendering=a, official=b, likeness=0.9) for a, b in sure if unit_changed(a, b)]
    changes += [
        Change(rendering=a, official=b, likeness=0.9)
        for a, b in sure
        if (_is_bare_share(a, rendering, b) and not _is_cell(a, pair.rendering))
        or (_is_bare_share(b, official, a) and not _is_cell(b, pair.official))
    ]
    left, right = _rest(rendering, official, sure)
    left, right = _rest(left, right, _counted_with_the_named(left, right, pair))
    left, right = _rest(left, right, _told_by_points(left, right, official))
    left, right = _rest(left, right, [(one, two) for two, one in _told_by_points(right, left, rendering)])
    left, right = _rest(left, right, _at_edges(left, right))
    left, right = _rest(left, right, _at_next_count(left, right, pair))
    ours, theirs = Told(pair.rendering, rendering, left), Told(pair.official, official, right)
    left, right = _rest(left, right, reckoned(ours, theirs))
    left, right = _rest(left, right, [(one, two) for two, one in reckoned(theirs, ours)])
    changes += _changes(left, [f for f in right if _inside(f, pair)], pair, rendering, official)
    changed = [(change.rendering, change.official) for change in changes]
    changes += [Change(rendering=a, official=b, likeness=0.9, bound_only=True) for a, b in sure if _opposed(a, b)]
    left, right = _rest(left, right, changed)
    left, right = _rest(left, right, _assign(left, right, pair, loose=True))
    added = [f for f in left if not _excused(f, pair.rendering, official, pair.official)]
    missing = [f for f in right if _inside(f, pair) and not _excused(f, pair.official, rendering, pair.rendering)]
    missing = [f for f in missing if not _is_cell(f, pair.official)]
    if pair.partial and pair.core is None:
        missing = []
    return Matching(
        changes=tuple(changes),
        added=tuple(added),
        missing=tuple(missing),
        rendering=tuple(rendering),
        official=tuple(official),
    )


def _told_by_points(mine: list[Fact], theirs: list[Fact], others: Iterable[Fact]) -> list[tuple[Fact, Fact]]:
    """Pair points of one side with shares of the other side that lie so far apart: up 5 points, from 15 to 20 %.

    ``mine`` and ``theirs`` are what is left of both sides, ``others`` are all facts of the other one.
    """
    shares = [fact for fact in others if _is_count(fact) and fact.unit == "%"]
    if len(shares) > _TERMS:
        return []
    return [
        (points, share)
        for points in mine
        if _is_count(points) and points.value.kind == "points"
        for pair in combinations(shares, 2)
        if abs(pair[0].numbers[0] - pair[1].numbers[0]) == points.numbers[0]
        for share in pair
        if share in theirs
    ]


def _is_bare_share(count: Fact, facts: list[Fact], share: Fact) -> bool:
    """Whether a percentage faces a bare count in a text that speaks of no share: 90 of 1,150 jobs, 90 percent."""
    counted = _is_count(count) and count.value.kind == "cardinal" and count.unit is None and count.numbers[0] > 1
    if not counted or share.value.kind != "percent" or share.kind != "number":
        return False
    return not any(fact.value.kind in {"percent", "points", "fraction"} or fact.unit == "%" for fact in facts)


def _is_cell(fact: Fact, text: str) -> bool:
    """Whether a figure is all that a cell of a table holds: its column tells the unit, and nobody need quote a row."""
    start, end = fact.value.span
    return _OPENS_CELL.search(text[max(0, start - 4) : start]) is not None and _CLOSES_CELL.match(text, end) is not None


def _at_edges(left: list[Fact], right: list[Fact]) -> list[tuple[Fact, Fact]]:
    """Pair the first or last day of a month, and what only says "the end of June" or « avant mars »."""
    return _take(
        (one, two)
        for one in left
        for two in right
        if one.part == two.part == "day" and one.value.loose != two.value.loose and one.numbers[0] == two.numbers[0]
    )


def _at_next_count(left: list[Fact], right: list[Fact], pair: Sides) -> list[tuple[Fact, Fact]]:
    ours, theirs = ([fact for fact in side if _is_count(fact)] for side in (left, right))
    return _take(at_next_count(ours, theirs, (pair.rendering, pair.official)))


def weighed(facts: list[Fact], others: Iterable[Fact]) -> list[Fact]:
    """Read a pound (*livre*) as one of weight where the other text weighs, and pays in no pounds."""
    units_there = {other.unit for other in others if other.unit is not None}
    if "GBP" in units_there or all(units()[unit].dimension != "mass" for unit in units_there):
        return facts
    return [
        attrs.evolve(fact, value=attrs.evolve(fact.value, unit="lb", kind="quantity")) if fact.unit == "GBP" else fact
        for fact in facts
    ]


def _is_reckoned(fact: Fact, official: list[Fact]) -> bool:
    """Whether a fact is the sum or the difference of two official ones, or what one of these leaves of all."""
    if not _is_count(fact) or fact.numbers[0] < _RECKONED:
        return False
    counts = [other for other in official if _is_count(other) and _of_a_kind(fact.unit, other.unit)]
    if fact.unit == "%" and any(other.unit == "%" and fact.numbers[0] + other.numbers[0] == 100 for other in counts):
        return True
    results = (
        {one.numbers[0] + two.numbers[0], abs(one.numbers[0] - two.numbers[0])} for one, two in combinations(counts, 2)
    )
    return len(counts) <= _TERMS and any(fact.numbers[0] in result for result in results)


def _of_a_kind(one: str | None, other: str | None) -> bool:
    """Whether figures in two units can be reckoned with: shares and the points between them can."""
    return other in {one, None} or {one, other} <= _SHARES


def _is_count(fact: Fact) -> bool:
    return fact.kind == "number" and fact.part is None and not fact.value.loose and fact.value.kind in _COUNTS


def _opposed(one: Fact, two: Fact) -> bool:
    """Whether the same figure is bound from below on one side, and from above on the other."""
    return bounds_oppose(one, two) and one.numbers[0] == two.numbers[0]


def _inside(fact: Fact, pair: Sides) -> bool:
    """Whether the rendering covers the place of an official fact, be it that the core begins or ends within it."""
    return pair.core is None or 2 * fact.value.span.overlap(pair.core) > len(fact.value.span)


def _rest(one: list[Fact], two: list[Fact], pairs: list[tuple[Fact, Fact]]) -> tuple[list[Fact], list[Fact]]:
    used = {id(a) for a, _ in pairs} | {id(b) for _, b in pairs}
    return [f for f in one if id(f) not in used], [f for f in two if id(f) not in used]


def _assign(left: list[Fact], right: list[Fact], pair: Sides, *, loose: bool) -> list[tuple[Fact, Fact]]:
    """Pair facts that agree: the best agreement first, then the nearest place.

    Args:
        left: facts of the rendering.
        right: facts of the official text.
        pair: the texts.
        loose: whether chance agreements and loose values count too.
    """
    if not loose:
        left = [f for f in left if not f.value.loose]
        right = [f for f in right if not f.value.loose]
    floor = 0.1 if loose else 0.4
    places: dict[tuple[str, Fraction], list[Fact]] = {}
    for fact in right:
        for number in set(fact.numbers):
            places.setdefault((fact.kind, number), []).append(fact)
    candidates: dict[tuple[int, int], tuple[float, float, int, Fact, Fact]] = {}

    def consider(index: int, one: Fact, two: Fact) -> None:
        score = _agreement(one, two) if (id(one), id(two)) not in candidates else 0.0
        if score >= floor:
            doubt = 0.5 * (one.value.loose + two.value.loose)
            distance = abs(_place(one, pair.rendering) - _place(two, pair.official))
            candidates[id(one), id(two)] = (doubt - score, distance, index, one, two)

    for index, one in enumerate(left):
        for number in dict.fromkeys(one.numbers):
            for two in places.get((one.kind, number), ())[:_MOST]:
                consider(index, one, two)
    # Conversions, shares and crowds share no number, so every pair is tried; long texts are cut off here.
    for index, one in enumerate(left[:_MOST]):
        for two in right[:_MOST]:
            consider(index, one, two)
    ranked = sorted(candidates.values(), key=lambda c: c[:3])
    return _take((one, two) for *_, one, two in ranked)


def _agreement(rendering: Fact, official: Fact) -> float:
    return agreement(rendering, official) or rounds(rendering, official)


def _take(candidates: Iterable[tuple[Fact, Fact]]) -> list[tuple[Fact, Fact]]:
    used: set[int] = set()
    taken = []
    for one, two in candidates:
        if id(one) not in used and id(two) not in used:
            used |= {id(one), id(two)}
            taken.append((one, two))
    return taken


def _place(fact: Fact, text: str) -> float:
    return fact.value.span.start / max(1, len(text))


def _changes(
    left: list[Fact], right: list[Fact], pair: Sides, rendering: list[Fact], official: list[Fact]
) -> list[Change]:
    """Pair what is left on both sides and stands in like places."""
    candidates = []
    sure = [f for f in left if not f.value.loose], [f for f in right if not f.value.loose]
    floor = _LIKE_ALONE if len(sure[0]) == len(sure[1]) == 1 else _LIKE
    left = [f for f in left if not f.value.loose or _implies(f) or _is_whole(f, right, official)][:_MOST]
    right = [f for f in right if not f.value.loose or _implies(f) or _is_whole(f, left, rendering)][:_MOST]
    doubt = {id(f): _doubt(f, right, official) for f in left} | {id(f): _doubt(f, left, rendering) for f in right}
    for index, one in enumerate(left):
        for two in right:
            score = _likeness(one, two, pair) - doubt[id(one)] - doubt[id(two)]
            if score >= floor:
                candidates.append((-score, index, one, two))
    candidates.sort(key=lambda c: c[:2])
    score_of = {(id(one), id(two)): -score for score, _, one, two in candidates}
    return [
        Change(
            rendering=one,
            official=two,
            likeness=min(1.0, score_of[id(one), id(two)]),
            reckoned=_is_reckoned(one, official),
        )
        for one, two in _take((one, two) for *_, one, two in candidates)
    ]


def _implies(fact: Fact) -> bool:
    """Whether a loose fact surely means a number: "both", "doubled", 双; an article does not."""
    return fact.value.spelled and fact.kind == "number" and fact.unit is None and 2 <= fact.numbers[0] <= 4


def _is_whole(fact: Fact, unmatched: list[Fact], others: list[Fact]) -> bool:
    """Whether a loose fact stands where the other text tells of a part of it alone: "the hour", « la demi-heure »."""
    return any(_is_whole_of(fact, other) for other in unmatched) and not _repeated(fact, others)


def _is_whole_of(fact: Fact, part: Fact) -> bool:
    if not fact.value.loose or fact.unit is None or fact.unit != part.unit or not fact.numbers or not part.numbers:
        return False
    return units()[fact.unit].dimension == "time" and fact.numbers[0] == 1 and 0 < part.numbers[0] < 1


def _doubt(fact: Fact, unmatched: list[Fact], others: list[Fact]) -> float:
    """Return how much speaks for a fact that found no partner being rendered elsewhere after all."""
    if fact.value.loose and fact.value.kind != "multiple":
        return 0.2
    if any(agreement(fact, other) >= 0.1 for other in unmatched):
        return 0.15
    return 0.1 if _repeated(fact, others) else 0.0


def _likeness(one: Fact, two: Fact, pair: Sides) -> float:
    """Return how likely two unequal facts stand in each other's place."""
    if one.kind != two.kind or _agreement(one, two) > 0:
        return 0.0
    if one.value.loose and two.value.loose and not one.value.kind == two.value.kind == "multiple":
        return 0.0
    if _is_whole_of(one, two) or _is_whole_of(two, one):
        return 0.8
    if any(fact.value.loose and not _implies(fact) for fact in (one, two)):
        return 0.0
    score = 0.55
    if one.kind == "number":
        if one.part == two.part or (_like_year(one) and _like_year(two)):
            score += 0.1 if one.part else 0.0
        elif {one.part, two.part} & {"year", "century", "decade"} or (
            "day" in {one.part, two.part} and (one.unit or two.unit)
        ):
            score -= 0.25
        first, second = one.value.kind, two.value.kind
        if first == second or {first, second} == SHARES:
            score += 0.1
        elif "ordinal" in {first, second} or "fraction" in {first, second} or "identifier" in {first, second}:
            score -= 0.2
        elif ({first, second} & {"percent", "money"}) and None not in {one.unit, two.unit}:
            score -= 0.3
        if one.unit is not None and one.unit == two.unit:
            score += 0.15
        elif _of_other_sorts(one, two):
            score -= 0.2
        if one.small_word != two.small_word:
            score -= 0.1 if max(one.numbers[0], two.numbers[0]) <= 20 else 0.25
    else:
        score += 0.15
    return score - 0.15 * max(0.0, abs(_place(one, pair.rendering) - _place(two, pair.official)) - 0.2)


def _of_other_sorts(one: Fact, two: Fact) -> bool:
    """Whether one is a length, say, and the other a time."""
    first, second = (convert(Fraction(1), fact.unit) for fact in (one, two))
    return first is not None and second is not None and first[0] != second[0]


def _counted_with_the_named(left: list[Fact], right: list[Fact], pair: Sides) -> list[tuple[Fact, Fact]]:
    """Pair facts of which one counts all, and one the others only: X等6人, "X and five others"."""
    return _take(
        (one, two)
        for one in left[:_MOST]
        for two in right[:_MOST]
        if _counts_the_others(one, pair.rendering, two, pair.official)
        or _counts_the_others(two, pair.official, one, pair.rendering)
    )


def _counts_the_others(fact: Fact, text: str, all_of_them: Fact, their_text: str) -> bool:
    start, end = all_of_them.value.span
    names = their_text.endswith(_IN_ALL, 0, start) or _INCLUDED.search(their_text, max(0, start - _REACH), end + _REACH)
    others = _OTHERS.match(text, fact.value.span.end) or _FURTHER.search(
        text[max(0, fact.value.span.start - _NEAR) : fact.value.span.start]
    )
    return (
        _is_count(fact)
        and _is_count(all_of_them)
        and bool(names and others)
        and 1 <= all_of_them.numbers[0] - fact.numbers[0] <= _NAMED
    )


def _like_year(fact: Fact) -> bool:
    """Whether a number could be a year: a changed digit makes 7015 of 2015."""
    return fact.part == "year" or (
        fact.value.kind == "cardinal" and fact.unit is None and 1000 <= fact.numbers[0] < 10_000
    )


def _repeated(fact: Fact, others: list[Fact]) -> bool:
    """Whether the other side has the same fact elsewhere, so that it was perhaps only said once there."""
    return any(agreement(fact, other) >= 0.4 for other in others)


def _excused(fact: Fact, own: str, others: list[Fact], text: str) -> bool:
    """Whether nothing is to be made of a fact that the other side lacks."""
    if fact.value.loose or fact.small_word or fact.kind != "number" or fact.value.kind in {"magnitude", "identifier"}:
        return True
    number = fact.numbers[0]
    if fact.value.spelled and number in {100, 1000, 10**6, 10**9}:
        return True  # "a picture is worth a thousand words"
    if _enumerates(fact, own):
        return True
    if number == 1 or (fact.unit == "%" and number == 100):
        return True  # n° 1; "100 %" stands for "fully"
    if number in _UNION_SIZES and fact.unit is None and _UNION.search(text):
        return True
    if number.denominator == 1 and number >= 10 and _in_digits(number, text):
        return True
    return _repeated(fact, others)


def _in_digits(number: Fraction, text: str) -> bool:
    """Whether the digits of a whole number stand in a text, but not within those of another: 20 in 2024, 12 in 3.12."""
    mark = "[.,\u00a0\u202f]"
    return re.search(rf"(?<!\d)(?<!\d{mark}){number}(?!{mark}?\d)", text) is not None


def _enumerates(fact: Fact, text: str) -> bool:
    """Whether a number only counts the paragraph: "12. The Council ..."."""
    span = fact.value.span
    return not text[: span.start].strip(" (（") and text[span.end : span.end + 1] in {".", ")", "、", "．", "）"}
