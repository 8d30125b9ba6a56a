"""Figures that changed places: 27 from here and 18 from there, or the other way round.

All of them stand on both sides, so each is asked what it belongs to: the names of its part of the sentence, or else the
words of it that are surely linked. Only where two figures have both gone over to the other's, and nothing has stayed,
were they exchanged: a faithful rendering may tell them in any order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

import attrs

from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, Evidence, Side, evidence
from polyglot_news.names import find_names
from polyglot_news.text import CLAUSE_MARK, Span, clause_start
from polyglot_news.values.agreement import agreement
from polyglot_news.values.describe import describe
from polyglot_news.values.facts import Fact

_SAME = 0.75
"""How well two figures must agree to be one and the same."""

_LINKED = 0.5
_EXCHANGED = 0.9
_MOST = 12
"""Figures of one side that are looked at: of a table nobody exchanges two."""

_STATEMENT_END = re.compile(r"[.!?](?=\s|$)|[;。！？；]")
_FEWEST_TURNED = 3
_IN_TURN = re.compile(r"\brespecti(?:vely|vement)\b|分别", re.IGNORECASE)
_PARTING = (
    re.compile(r"[;；。！？]|(?<!\d)[.](?=\s+\D)"),
    re.compile(
        r"[,，:：—–](?:\s*(?:and|but|while|et|mais|tandis que)\b)?"
        r"|\b(?:and|but|while|whereas|against|et|mais|tandis que|contre)\b|[和与及而、]"
    ),
)
"""What parts two figures, each with what it counts: the strongest first."""
_LISTING = re.compile(r"\s*(?:[,，、]\s*)?(?:(?:and|et|和|与|以?及)\s*)?(?:(?:by|to|at|de|à)\s+|d['’])?")
"""What stands between figures that are told in turn."""


@attrs.frozen(eq=False)
class _Figure:
    """A figure and the part of its text in which stands what it belongs to; in turn: apart from the figure."""

    fact: Fact
    part: Span
    in_turn: bool = False


_Told = tuple[_Figure, _Figure]
"""A figure of the rendering and its equal in the official text."""


def exchanged_figures(pair: Pair, rendering: Sequence[Fact], official: Sequence[Fact]) -> Iterator[Divergence]:
    """Yield the figures that belong to each other's persons, places or things."""
    ours, theirs = _lone(rendering), _lone(official)
    told = [
        (one, two)
        for one in _figures(pair.rendering, ours)
        for two in _figures(pair.official, theirs)
        if agreement(one.fact, two.fact) >= _SAME and (pair.core is None or two.part.overlap(pair.core))
    ]
    told = [
        (one, two)
        for one, two in told
        if sum(one is other for other, _ in told) == sum(two is other for _, other in told) == 1
    ]
    for first, second in combinations(told, 2):
        if _may_be_exchanged(first, second) and (_by_name(pair, first, second) or _by_words(pair, first, second)):
            yield _divergence(pair, first, second)
            return
    turned = _turned(pair, told)
    if turned:
        yield _turned_divergence(pair, turned)


def _lone(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts that are all of their value, and surely a figure or a year."""
    sure = [
        fact
        for fact in facts
        if fact.kind == "number"
        and fact.part in {None, "year"}
        and not fact.value.loose
        and fact.value.kind not in {"identifier", "ordinal"}
    ]
    return [fact for fact in sure if sum(fact.value is other.value for other in facts) == 1]


def _figures(text: str, facts: Sequence[Fact]) -> list[_Figure]:
    """Return the figures with their parts; of a text that tells them in turn, only those."""
    in_turn = _IN_TURN.search(text)
    return _parted(text, facts) if in_turn is None else _in_turn(text, facts, in_turn.start())


def _in_turn(text: str, facts: Sequence[Fact], at: int) -> list[_Figure]:
    """Return the figures that are told in turn of as many things before them: 汽车、机器人分别增长3%、5%.

    What stands before the first thing may be counted as more of them: the last ones count.
    """
    start = clause_start(text, at, _STATEMENT_END)
    mark = _STATEMENT_END.search(text, at)
    end = len(text) if mark is None else mark.start()
    told = [fact for fact in facts if start <= fact.value.span.start < end]
    listed = all(_LISTING.fullmatch(text, one.value.span.end, two.value.span.start) for one, two in pairwise(told))
    if not listed or not 2 <= len(told) <= _MOST:
        return []
    first = told[0].value.span.start
    bounds = [start, *(mark.end() for mark in _PARTING[1].finditer(text, start, first)), first]
    parts = [Span(*bound) for bound in pairwise(bounds)][-len(told) :]
    unit, kind = told[-1].unit, told[-1].value.kind  # "1 and 3 percent"
    told = [
        attrs.evolve(fact, value=attrs.evolve(fact.value, unit=unit, kind=kind)) if fact.unit is None else fact
        for fact in told
    ]
    if len(parts) < len(told):
        return []
    return [_Figure(fact, part, in_turn=True) for fact, part in zip(told, parts, strict=True)]


def _parted(text: str, facts: Sequence[Fact]) -> list[_Figure]:
    """Return the figures with their parts; those that more than one mark parts from the next have none."""
    if not 2 <= len(facts) <= _MOST:
        return []
    gaps = [_parting(text, one.value.span.end, two.value.span.start) for one, two in pairwise(facts)]
    figures = []
    for index, fact in enumerate(facts):
        before = next(
            (gap for gap in reversed(gaps[:index]) if gap), [clause_start(text, fact.value.span.start, _STATEMENT_END)]
        )
        after = next((gap for gap in gaps[index:] if gap), [_statement_end(text, fact.value.span.end)])
        if len(before) == len(after) == 1:
            figures.append(_Figure(fact, Span(before[0], after[0])))
    return figures


def _parting(text: str, start: int, end: int) -> list[int]:
    """Return the places that may part two figures: none where both stand in one part."""
    if not any(c.isalpha() for c in _PARTING[1].sub("", text[start:end])):
        return []  # "in 2005 and 2010"
    found = ([mark.end() for mark in marks.finditer(text, start, end)] for marks in _PARTING)
    return next(filter(None, found), [])


def _statement_end(text: str, at: int) -> int:
    """Return where the clause of a figure ends, or the next one where nothing is told of it in its own."""
    ends = [mark.start() for mark in CLAUSE_MARK.finditer(text, at)]
    return next((end for end in ends if any(c.isalpha() for c in text[at:end])), len(text))


def _may_be_exchanged(first: _Told, second: _Told) -> bool:
    """Whether two figures are of one kind, and stand in parts of their own in both texts."""
    one, two = (figure.fact for figure, _ in (first, second))
    alike = (one.part, one.unit, one.value.kind == "multiple") == (two.part, two.unit, two.value.kind == "multiple")
    return alike and all(a.part != b.part for a, b in zip(first, second, strict=True))


def _by_name(pair: Pair, first: _Told, second: _Told) -> bool:
    """Whether each of two figures goes with a name that goes with the other one in the official text."""
    here = [_names(pair.rendering, pair.rendering_language, figure.part) for figure, _ in (first, second)]
    there = [_names(pair.official, pair.official_language, figure.part) for _, figure in (first, second)]
    return here[0].isdisjoint(here[1]) and _crossed(
        [[bool(mine & theirs) for theirs in there] for mine in here], first, second
    )


def _turned(pair: Pair, told: Sequence[_Told]) -> list[_Told]:
    """Return three figures or more that all went over to the next one's place, and the last to the first one's."""
    groups = [[two for two in told if two is one or _may_be_exchanged(one, two)] for one in told]
    group = max(groups, key=len, default=[])
    if len(group) < _FEWEST_TURNED:
        return []
    for shared in (_names_shared(pair, group), _words_shared(pair, group)):
        for start in range(len(group)):
            ring = _ring(shared, start)
            if len(ring) >= _FEWEST_TURNED:
                return [group[i] for i in ring]
    return []


def _ring(shared: Sequence[Sequence[bool]], start: int) -> list[int]:
    """Follow what each figure goes with to the figure that goes with it officially, back to the first; or nothing."""
    ring: list[int] = []
    at = start
    while at not in ring:
        ring.append(at)
        homes = [i for i, is_shared in enumerate(shared[at]) if is_shared]
        if len(homes) != 1 or homes[0] == at:
            return []
        at = homes[0]
    return ring if at == start else []


def _names_shared(pair: Pair, group: Sequence[_Told]) -> list[list[bool]]:
    here = [_names(pair.rendering, pair.rendering_language, figure.part) for figure, _ in group]
    there = [_names(pair.official, pair.official_language, figure.part) for _, figure in group]
    return [[bool(mine & theirs) for theirs in there] for mine in here]


def _words_shared(pair: Pair, group: Sequence[_Told]) -> list[list[bool]]:
    words = evidence(pair)
    if words is None:
        return [[False] * len(group) for _ in group]
    return _linked_parts(words, group)


def _names(text: str, language: str, part: Span) -> set[int]:
    return {entry.number for name in find_names(text, language) if name.span.overlap(part) for entry in name.entries}


def _by_words(pair: Pair, first: _Told, second: _Told) -> bool:
    """Whether each of two figures goes with words whose counterparts go with the other one in the official text."""
    words = evidence(pair)
    return words is not None and _crossed(_linked_parts(words, (first, second)), first, second)


def _crossed(shared: list[list[bool]], first: _Told, second: _Told) -> bool:
    """Whether what two figures go with has gone over to the other one, by which parts of the two texts share something.

    The part that opens both texts may share more: what both figures are told of. Where they are told in turn, one of
    the parts may: what all of them do stands beside the last thing.
    """
    if not (shared[0][1] and shared[1][0]):
        return False
    if any(figure.in_turn for told in (first, second) for figure in told):
        return not (shared[0][0] and shared[1][1])
    same_order = first[1].part.start < second[1].part.start
    return not shared[1][1] and (same_order or not shared[0][0])


def _linked_parts(words: Evidence, group: Sequence[_Told]) -> list[list[bool]]:
    """Return for each figure with which officially a telling word goes that is the counterpart of one beside it here.

    A word that goes with several of them, "600 for roads and 300 for schools", tells nothing.
    """
    ours, theirs = words.rendering, words.official
    mine = _distinct(ours, [_telling(ours, figure) for figure, _ in group])
    others = _distinct(theirs, [_telling(theirs, figure) for _, figure in group])
    return [[any(_is_link(words, i, told) for i in own) for told in others] for own in mine]


def _distinct(side: Side, parts: Sequence[list[int]]) -> list[list[int]]:
    """Leave out the words that stand in several parts."""
    said = [{side.words[i].of(side.text).lower() for i in part} for part in parts]
    often = Counter(word for words in said for word in words)
    return [[i for i in part if often[side.words[i].of(side.text).lower()] == 1] for part in parts]


def _is_link(words: Evidence, i: int, told: Sequence[int]) -> bool:
    """Whether a word of the rendering is the counterpart of one of some official words."""
    partner = int(words.rendering.partner[i])
    return words.rendering.link[i] >= _LINKED and int(words.official.partner[partner]) == i and partner in told


def _telling(side: Side, figure: _Figure) -> list[int]:
    inside = (i for i, word in enumerate(side.words) if word.overlap(figure.part))
    own = figure.fact.value.span
    return [i for i in inside if side.weight[i] >= CONTENT_WEIGHT and not side.words[i].overlap(own)]


def _divergence(pair: Pair, first: _Told, second: _Told) -> Divergence:
    one, other = describe(first[1].fact.value, pair.official), describe(second[1].fact.value, pair.official)
    return Divergence(
        kind="number",
        severity="critical",
        confidence=_EXCHANGED,
        rendering=first[0].fact.value.span,
        official=first[1].fact.value.span,
        reason=f"The article says {one} of what the official text says {other} of, and the other way round.",
    )


def _turned_divergence(pair: Pair, turned: Sequence[_Told]) -> Divergence:
    (mine, own), (_, other) = turned[0], turned[1]
    return Divergence(
        kind="number",
        severity="critical",
        confidence=_EXCHANGED,
        rendering=mine.fact.value.span,
        official=own.fact.value.span,
        reason=(
            f"The article says {describe(own.fact.value, pair.official)} of what the official text says "
            f"{describe(other.fact.value, pair.official)} of; {len(turned)} figures changed places."
        ),
    )
