"""Operators of two texts set against each other: which have no answer, which have another one.

Every cue that asks for an answer is paired with the cue of the other side that answers it best: by what both can mean,
how well one stands for the other in translated text, and how near they lie. What is left over, or answered in another
strength, is a suspect. Its features are weighed by a logistic model whose coefficients stand in
``data/cues/weights.json`` (made by ``python -m benchmarks.operators --fit``): the confidence is about the share of true
changes among suspects like it, if one quote in six is changed.
"""

from __future__ import annotations

import functools
import json
import math
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from importlib import resources

import attrs

from polyglot_news.compare.model import Pair, Text
from polyglot_news.compare.operators.cues import Hit, Reading
from polyglot_news.compare.operators.places import Places, places_of
from polyglot_news.compare.operators.standing import fit
from polyglot_news.compare.words.evidence import Side, evidence, part_end, part_start
from polyglot_news.odds import probability
from polyglot_news.text import Span

FAINT = 0.05
"""Suspects below this confidence are not worth a hint."""

MOST = 300
"""Operators of one side that are looked at: a quote has fewer, and their pairing takes quadratic time."""

_FAR = 0.5
"""How little an answer must fit to count as the answer to something else."""

_CLINGING = frozenset({"said", "draft", "principle", "only", "part"})
"""What belongs to the word that follows (*the so-called republic*, 原则上应当): a quote that begins there drops it."""

_BESIDE = 2
"""How many words from the part that is rendered an operator may still stand for one of the rendering."""

ALARM = 0.5
"""Confidence from which a suspect counts as an alarm; what is less sure is a hint for the verdict."""

WORTH_A_LOOK = 0.45
"""Confidence that a suspect has at most where the other text may say the same otherwise."""

_STATEMENT_MARK = re.compile(r"[.!?;。！？；]")
_UNRENDERED = 0.7
"""How much of a statement must have no counterpart in the quote, so that its operators are none of the quote's."""

_ANSWERED = 0.1
"""What may be missing of an answer, so that an operator can hardly be another one."""
_HARDLY = 0.3

_DROPPED = 0.8
"""How sure it is that an *only* was dropped with which the official text goes on to what is quoted."""

_CONTRACTED = re.compile(r"n['’]t\b")

Affinity = Callable[[Hit, Hit], float]


@attrs.frozen(kw_only=True)
class Suspect:
    """An operator that the other side does not have, or has otherwise.

    Attributes:
        hit: the operator.
        side: 0 when it stands in the rendering, 1 when in the official text.
        other: what stands in its place on the other side, or None.
        steps: how far the two lie apart, in steps of strength; 0 without a counterpart.
        rule: the kind of suspicion: "not alone", "duty strength", "duty for can", …
        cut: whether it stands outside the part that the rendering covers, next to where it was cut.
        features: what speaks for and against it, by name.
        least: how sure it is at least.
        most: how sure it can be at most.
    """

    hit: Hit
    side: int
    other: Hit | None
    steps: float
    rule: str
    cut: bool
    features: Mapping[str, float]
    least: float = 0.0
    most: float = 1.0

    def confidence(self, checker: str) -> float:
        """Return the probability that this is a true change, by the fitted weights of a checker."""
        weights = _weights().get(checker, {})
        total = weights.get("bias", 0.0) + weights.get(f"rule: {self.rule}", weights.get("rule: other", -2.0))
        total += sum(weights.get(name, 0.0) * value for name, value in self.features.items())
        return round(min(max(probability(total), self.least), self.most) * (0.6 if self.cut else 1.0), 3)


@attrs.frozen(kw_only=True)
class Told:
    """How a reader is told of a suspect.

    Attributes:
        said: "article" or "official text", whichever has the operator.
        silent: the other one.
        cue: the operator.
        instead: what the other text has in its place, or None.
        rendering: the place in the rendering.
        official: the place in the official text.
        absent: the text that has nothing in that place.
    """

    said: str
    silent: str
    cue: str
    instead: str | None
    rendering: Span | None
    official: Span | None
    absent: Text | None


def told(pair: Pair, suspect: Suspect, *, alone: bool = False) -> Told:
    """Say what of a suspect stands where; one ``alone``, or without counterpart, has but a place on the other side."""
    order = 1 if suspect.side == 0 else -1
    own, other = (pair.rendering, pair.official)[::order]
    said, silent = ("article", "official text")[::order]
    partner = None if alone else suspect.other
    place = partner.span if partner else places_of(pair).shown(suspect.side, suspect.hit, governs=alone)
    rendering, official = (suspect.hit.span, place)[::order]
    absent: Text = "official" if suspect.side == 0 else "rendering"
    return Told(
        said=said,
        silent=silent,
        cue=" … ".join(_whole(part, own) for part in suspect.hit.parts),
        instead=_whole(partner.span, other) if partner else None,
        rendering=rendering,
        official=official,
        absent=None if partner else absent,
    )


def _whole(span: Span, text: str) -> str:
    """Return a cue as it is written: of "can't", it is but the first half."""
    rest = _CONTRACTED.match(text, span.end) if span.of(text).lower() in {"ca", "wo", "sha"} else None
    return span.of(text) if rest is None else text[span.start : rest.end()]


def suspects(
    pair: Pair,
    sides: tuple[Sequence[Hit], Sequence[Hit]],
    affinity: Affinity | None = None,
    apart: Collection[tuple[Hit, Hit]] = (),
) -> list[Suspect]:
    """Set the operators of the rendering (``sides[0]``) against those of the official text.

    ``affinity`` says how well two cues can stand for each other, 0 to 1; by default their common class says it. Those
    that are ``apart``, one of either side, cannot, since they are about other things.
    """
    if not any(hit.cue.asks for side in sides for hit in side):
        return []
    sides = (sides[0][:MOST], sides[1][:MOST])
    stands = affinity or class_affinity
    places = places_of(pair)
    links = _match(sides, stands, pair, apart)
    found: list[Suspect] = []
    for side in (0, 1):
        answer = {link[side]: link[1 - side] for link in links}
        for k, hit in enumerate(sides[side]):
            if not hit.cue.asks:
                continue
            partner = sides[1 - side][answer[k]] if k in answer else None
            residue = 1.0 if partner is None else 1.0 - _answers(pair, side, hit, partner, stands)
            steps = 0.0 if partner is None else strength_gap(hit, partner)
            if partner is not None and steps > 0:
                if side == 1 and partner.cue.asks:
                    continue  # already found from the other side
                found.append(_suspect(pair, sides, (side, k), partner, residue, stands, links, steps=steps))
            elif residue > 0.0:
                far = partner if partner is not None and fit(pair, side, hit, partner) < _FAR else None
                found.append(_suspect(pair, sides, (side, k), None, residue, stands, links, far=far))
    return _with_clashes(_of_the_quote(pair, found), places)


def _of_the_quote(pair: Pair, found: list[Suspect]) -> list[Suspect]:
    """Leave out what stands in a statement that the quote passes over, though the core reaches into it: *A; no B*."""
    if pair.core is None or not any(suspect.side == 1 for suspect in found):
        return found
    bounds = [mark.start() for mark in _STATEMENT_MARK.finditer(pair.official, 0, len(pair.official.rstrip()) - 1)]
    words = evidence(pair) if bounds else None
    if words is None:
        return found
    official, core = words.official, pair.core
    return [suspect for suspect in found if suspect.side == 0 or not _is_passed_over(official, suspect.hit, core)]


def _is_passed_over(side: Side, hit: Hit, core: Span) -> bool:
    """Whether hardly anything of the statement of an operator is rendered; of one in the core, as far as that goes.

    A fragment of a few words leaves most of its sentence out.
    """
    at = next((i for i, word in enumerate(side.words) if word.end > hit.span.start), None)
    if at is None:
        return False
    low, high = part_start(side, at, _STATEMENT_MARK), part_end(side, at, _STATEMENT_MARK)
    if (low, high) == (0, len(side.words)):
        return False
    inside = hit.span.overlap(core) == len(hit.span)
    said = [i for i in range(low, high) if not inside or side.words[i].overlap(core)]
    own, lost = (float(values[said].sum()) for values in (side.weight, side.weight * side.doubt))
    return lost >= _UNRENDERED * own


def answered(pair: Pair, sides: tuple[Sequence[Hit], Sequence[Hit]]) -> list[tuple[Hit, Hit]]:
    """Return the operators of the rendering that have an answer, each with it."""
    sides = (sides[0][:MOST], sides[1][:MOST])
    return [(sides[0][i], sides[1][j]) for i, j in _match(sides, class_affinity, pair)]


def class_affinity(a: Hit, b: Hit) -> float:
    """How well two cues can stand for each other by their common classes and strengths, 0 to 1."""
    return _common(a, b)[0]


def counterpart(a: Hit, b: Hit) -> Reading | None:
    """Return the reading of the second cue that stands for the first one best."""
    return _common(a, b)[2]


def strength_gap(a: Hit, b: Hit) -> float:
    """How far two cues lie apart on the scale of their common class, in the readings that stand for each other best."""
    return _common(a, b)[1]


def _common(a: Hit, b: Hit) -> tuple[float, float, Reading | None]:
    """Return the affinity of the two readings that stand for each other best, the gap between them, and the second."""
    best, least, chosen = 0.0, 0.0, None
    for left in a.cue.readings:
        for right in b.cue.readings:
            if left.cls == right.cls and (left.asks or right.asks):
                gap = _gap(left, right)
                affinity = min(left.answers, right.answers) * (1.0 if gap == 0 else 0.5 / gap)
                if affinity > best or (affinity == best and gap < least):
                    best, least, chosen = affinity, gap, right
    return best, least, chosen


def _gap(a: Reading, b: Reading) -> float:
    return max(0.0, a.low - b.high, b.low - a.high)


def _answers(pair: Pair, side: int, hit: Hit, partner: Hit, stands: Affinity) -> float:
    if partner.cue.asks and stands(hit, partner) > 0.9:
        return 1.0
    return min(1.0, stands(hit, partner)) * fit(pair, side, hit, partner)


def _match(
    sides: tuple[Sequence[Hit], Sequence[Hit]],
    stands: Affinity,
    pair: Pair,
    apart: Collection[tuple[Hit, Hit]] = (),
) -> list[tuple[int, int]]:
    """Pair the cues of two sides, best first: by how well they can stand for each other and how near they lie.

    A *nor* takes what the *neither* before it leaves.
    """
    places = places_of(pair)
    edges = []
    inside = [(j, right) for j, right in enumerate(sides[1]) if places.outside(right) <= _BESIDE]
    for i, left in enumerate(sides[0]):
        for j, right in inside:
            weight = 0.0 if (left, right) in apart else stands(left, right)
            if weight > 0 and left.cue.asks != right.cue.asks:
                weight *= fit(pair, 0, left, right) if left.cue.asks else fit(pair, 1, right, left)
            if weight > 0:
                place = 0.4 + 0.6 * (1.0 - (1.0 - places.nearness(left, right)) * (1.0 - places.link(left, right)))
                edges.append((left.again or right.again, -weight * place, i, j))
    edges.sort()
    links: list[tuple[int, int]] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for *_, i, j in edges:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            links.append((i, j))
    return links


def _suspect(
    pair: Pair,
    sides: tuple[Sequence[Hit], Sequence[Hit]],
    at: tuple[int, int],
    partner: Hit | None,
    residue: float,
    stands: Affinity,
    links: Sequence[tuple[int, int]],
    *,
    steps: float = 0.0,
    far: Hit | None = None,
) -> Suspect:
    """Describe an operator that lacks an answer, or has another; a link to one ``far`` off is no sign of an answer."""
    places = places_of(pair)
    side, k = at
    hit = sides[side][k]

    def near(other: Hit) -> float:
        return places.nearness(hit, other) if side == 0 else places.nearness(other, hit)

    akin = [(other, stands(hit, other)) for other in sides[1 - side]]
    asking = [other for other, value in akin if value > 0 and other.cue.asks]
    own = [other for other in sides[side] if other.cue.asks and stands(hit, other) > 0]
    answered = {link[side] for link in links if sides[1 - side][link[1 - side]].cue.asks}
    gaps = [abs(sides[side][m].word - hit.word) for m in answered if m != k and sides[side][m] in own]
    needs = max((reading.needs for reading in hit.cue.readings if reading.asks), default=0.9)
    first = next((reading.cls for reading in hit.cue.readings if reading.asks), "")
    away = places.outside(hit) if side == 1 else 0
    features = {
        "residue": residue,
        "needs": math.log(needs / (1.0 - needs)),
        "link": places.best_link(side, hit, partner or far),
        "coverage": places.coverage(side, hit),
        "scope": places.scope(side, hit),
        "coordinated": 1.0 / (1.0 + min(gaps) / 8.0) if gaps else 0.0,
        "near asking": max((near(other) for other in asking), default=0.0),
        "near soft": max(
            (
                near(other) * value * fit(pair, side, hit, other)
                for other, value in akin
                if value > 0 and not other.cue.asks
            ),
            default=0.0,
        ),
        "others": min(len(asking), 4) / 4.0,
        "surplus": max(0, min(3, len(own) - len(asking))) / 3.0,
        "many": math.log(1 + len(own) + sum(value > 0 for _, value in akin)),
        "steps": steps,
        "place": 0.0 if partner is None else _place(places, side, hit, partner),
        "away": min(away, 5) / 5.0,
    }
    clings = first in _CLINGING and places.is_before(hit) and (away == 1 or _is_next(pair, hit))
    cut = away > 0 and not clings
    rule = f"{first} alone" if steps == 0 else f"{first} strength" if steps >= 1 else f"{first} nuance"
    least = _DROPPED if clings and first == "only" and partner is None else 0.0
    most = _HARDLY if residue <= _ANSWERED and first != "duty" else 1.0  # *must* may answer a *should* in part
    return Suspect(
        hit=hit, side=side, other=partner, steps=steps, rule=rule, cut=cut, features=features, least=least, most=most
    )


def _is_next(pair: Pair, hit: Hit) -> bool:
    """Whether nothing stands between an operator and the part of the official text that is rendered."""
    return pair.core is not None and not pair.official[hit.span.end : pair.core.start].strip()


def _place(places: Places, side: int, hit: Hit, partner: Hit) -> float:
    a, b = (hit, partner) if side == 0 else (partner, hit)
    return max(places.nearness(a, b), places.link(a, b))


def _with_clashes(found: list[Suspect], places: Places) -> list[Suspect]:
    """Join two suspects that stand in each other's place: one operator was put for another."""
    lone = [[s for s in found if s.side == side and s.steps == 0] for side in (0, 1)]
    edges = []
    for i, a in enumerate(lone[0]):
        for j, b in enumerate(lone[1]):
            place = max(places.nearness(a.hit, b.hit), places.link(a.hit, b.hit))
            if place > 0.5:
                edges.append((-place, i, j))
    edges.sort()
    joined: list[Suspect] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for place, i, j in edges:
        if i in used[0] or j in used[1]:
            continue
        used[0].add(i)
        used[1].add(j)
        a, b = lone[0][i], lone[1][j]
        features = {name: max(value, b.features[name]) for name, value in a.features.items()}
        features["residue"] = min(a.features["residue"], b.features["residue"])
        features["place"] = -place
        features["link"] = max(places.best_link(0, a.hit, b.hit), places.best_link(1, b.hit, a.hit))
        names = [s.rule.removesuffix(" alone") for s in (a, b)]
        rule = f"{names[0]} for {names[1]}"
        most = min(a.most, b.most)
        joined.append(
            attrs.evolve(a, other=b.hit, steps=2.0, rule=rule, features=features, cut=a.cut or b.cut, most=most)
        )
    rest = [s for s in found if not any(s is lone[side][k] for side in (0, 1) for k in used[side])]
    return [*joined, *rest]


@functools.lru_cache(maxsize=1)
def _weights() -> dict[str, dict[str, float]]:
    path = resources.files("polyglot_news") / "data" / "cues" / "weights.json"
    loaded: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8"))
    return loaded
