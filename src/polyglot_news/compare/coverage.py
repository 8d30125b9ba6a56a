"""What the rendering leaves out of the official passage, and what it says that has no source there."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Literal

import attrs

from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.compare.operators.frames import hopes, is_wish
from polyglot_news.compare.operators.suspects import ALARM, WORTH_A_LOOK
from polyglot_news.compare.weights.operators import SUSPECTS
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, Evidence, Side, evidence
from polyglot_news.compare.words.idioms import rendered_freely
from polyglot_news.compare.words.light import is_light, stressed
from polyglot_news.compare.words.pronouns import titled_name, told_by_pronoun
from polyglot_news.text import Span, is_parted

_DOUBTED = 0.5
_SUREST = 0.75  # free translations leave whole phrases without a counterpart word for word
_NEAR_LINK = 0.3
_SUSPECTED = 0.3  # confidence from which a suspect may be the reason that a pair fits badly


@attrs.frozen
class Run:
    """A stretch of words that the other side does not render.

    Attributes:
        first: index of its first word.
        last: index after its last word.
        mass: the sum of the weights of its words, each by its doubt.
        confidence: how sure it is that the other side lacks it, 0 to 1.
    """

    first: int
    last: int
    mass: float
    confidence: float

    def span(self, side: Side) -> Span:
        """Return where it stands in the text."""
        return Span(side.words[self.first].start, side.words[self.last - 1].end)


def uncovered(side: Side, within: Span | None = None) -> list[Run]:
    """Return the stretches of a side that the other does not render, in order.

    A stretch goes over words that tell little, ends at the bounds of its clause, and takes in the whole clause where
    most of what that tells is not rendered.
    """
    runs: list[Run] = []
    for clause in _clauses(side):
        words = [i for i in clause if within is None or side.words[i].overlap(within)]
        doubted = [i for i in words if side.doubt[i] >= _DOUBTED and side.weight[i] >= CONTENT_WEIGHT]
        if not doubted:
            continue
        told = sum(side.weight[i] for i in words)
        missing = sum(side.weight[i] * side.doubt[i] for i in words)
        if len(words) > 2 and missing > 0.7 * told:
            runs.append(_run(side, words[0], words[-1] + 1))
            continue
        first = last = doubted[0]
        for i in doubted[1:]:
            between = range(last + 1, i)
            if (
                all(side.doubt[k] >= _NEAR_LINK or side.weight[k] < CONTENT_WEIGHT for k in between)
                and len(between) <= 3
            ):
                last = i
            else:
                runs.append(_run(side, first, last + 1))
                first = last = i
        runs.append(_run(side, first, last + 1))
    return runs


def _run(side: Side, first: int, last: int) -> Run:
    mass = float(sum(side.weight[i] * side.doubt[i] for i in range(first, last)))
    return Run(first, last, mass, min(_SUREST, 1.0 - math.exp(-0.8 * mass)))


def _clauses(side: Side) -> Iterator[list[int]]:
    """Yield the indices of the words of each clause: what stands between two punctuation marks."""
    clause: list[int] = []
    for i in range(len(side.words)):
        if clause and is_parted(side.text, side.words, i):
            yield clause
            clause = []
        clause.append(i)
    if clause:
        yield clause


def coverage_features(pair: Pair) -> dict[str, float]:
    """Return what the coverage says of a pair, for a calibrated verdict; all zero where a side has no words.

    Keys, for each side ("official": what may be left out; "rendering": what may be added):

    - ``official_doubt``: the sum of the doubts of its words, weighed by how much they tell;
    - ``official_share``: that sum as a share of all that the side tells;
    - ``official_worst``, ``official_second``: the greatest and the second greatest weighed doubt of a word;
    - ``official_run``: the mass of the heaviest stretch without counterpart;
    - ``official_gain``: how much nearer the texts come when that stretch is deleted (cosine);

    and ``similarity`` (cosine of the two texts), ``length`` (absolute log ratio of what the two sides tell).
    """
    names = ("doubt", "share", "worst", "second", "run", "gain")
    result = {f"{side}_{name}": 0.0 for side in ("official", "rendering") for name in names}
    result |= {"similarity": 0.0, "length": 0.0}
    found = evidence(pair)
    if found is None:
        return result
    for name, side, other, within in _sides(pair, found):
        inside = [i for i, word in enumerate(side.words) if within is None or word.overlap(within)]
        masses = [*sorted((float(side.weight[i] * side.doubt[i]) for i in inside), reverse=True), 0.0, 0.0]
        runs = uncovered(side, within)
        heaviest = max(runs, key=lambda run: run.mass, default=None)
        result |= {
            f"{name}_doubt": sum(masses),
            f"{name}_share": sum(masses) / max(1e-6, float(sum(side.weight[i] for i in inside))),
            f"{name}_worst": masses[0],
            f"{name}_second": masses[1],
            f"{name}_run": heaviest.mass if heaviest else 0.0,
            f"{name}_gain": _gain(side, other, heaviest) if heaviest else 0.0,
        }
    told = [float(side.weight.sum()) for side in (found.official, found.rendering)]
    result["similarity"] = found.similarity
    result["length"] = abs(math.log((told[0] + 1.0) / (told[1] + 1.0)))
    return result


def _gain(side: Side, other: Side, run: Run) -> float:
    """Return how much nearer the two texts come when the run is deleted: above 0 where it has no counterpart."""
    without = side.context.without([(run.first, run.last)])[0]
    return float((without - side.context.whole) @ other.context.whole)


def _sides(pair: Pair, found: Evidence) -> Iterator[tuple[Literal["official", "rendering"], Side, Side, Span | None]]:
    yield "official", found.official, found.rendering, pair.core
    yield "rendering", found.rendering, found.official, None


def substitution(side: Side, run: Run, others: list[Run]) -> Run | None:
    """Return the run of the other side that stands in the place of this one: their neighbours are linked."""
    edges = [i for i in (run.first - 1, run.last) if 0 <= i < len(side.words) and side.link[i] >= 0.5]
    for candidate in others:
        places = range(candidate.first - 2, candidate.last + 2)
        if any(int(side.partner[i]) in places for i in edges):
            return candidate
    return None


@attrs.frozen
class OmissionChecker:
    """Finds what the official passage says and the rendering does not; what the quote cuts off does not count."""

    kind: DivergenceKind = "omission"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield a divergence for each stretch of the official passage without a rendering."""
        found = evidence(pair)
        if found is None:
            return
        added = uncovered(found.rendering)
        free = [*freely(pair, found)[1], *stressed(*pair.texts[1]), *told_by_pronoun(pair, 1)]
        if is_wish(pair.rendering, pair.rendering_language):  # « que les armes se taisent » says that one hopes it
            free += hopes(pair.official, pair.official_language)
        for run in uncovered(found.official, pair.core):
            if substitution(found.official, run, added) is None:
                span = run.span(found.official)
                named = [span] if titled_name(*pair.texts[1], span) else []
                yield Divergence(
                    kind=self.kind,
                    severity="major" if run.mass >= 1.0 else "minor",
                    confidence=round(run.confidence, 3),
                    rendering=None,
                    official=span,
                    reason=leaves_out(_short(span.of(pair.official))),
                    most=most_of(span, [*free, *named, *helping(found.official, run, pair.official_language)]),
                )


@attrs.frozen
class AdditionChecker:
    """Finds what the rendering says without a source in the official passage."""

    kind: DivergenceKind = "addition"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield a divergence for each stretch of the rendering without a source."""
        found = evidence(pair)
        if found is None:
            return
        left_out = uncovered(found.official)
        free = [*freely(pair, found)[0], *stressed(*pair.texts[0]), *told_by_pronoun(pair, 0)]
        for run in uncovered(found.rendering):
            if substitution(found.rendering, run, left_out) is None:
                span = run.span(found.rendering)
                yield Divergence(
                    kind=self.kind,
                    severity="major" if run.mass >= 1.0 else "minor",
                    confidence=round(run.confidence, 3),
                    rendering=span,
                    official=None,
                    reason=adds(_short(span.of(pair.rendering))),
                    most=most_of(span, [*free, *helping(found.rendering, run, pair.rendering_language)]),
                )


def helping(side: Side, run: Run, language: str) -> list[Span]:
    """Return a stretch that only helps to say what follows and is rendered: *fall* in *fall ill*, 进行 in 进行调查."""
    telling = [i for i in range(run.first, run.last) if side.weight[i] >= CONTENT_WEIGHT]
    followed = (
        run.last < len(side.words)
        and side.doubt[run.last] < _DOUBTED
        and not is_parted(side.text, side.words, run.last)
    )
    light = followed and all(is_light(side.words[i].of(side.text), language) for i in telling)
    return [run.span(side)] if light else []


def freely(pair: Pair, found: Evidence) -> tuple[list[Span], list[Span]]:
    """Return where set phrases explain that two texts fit badly; nowhere if an operator may have changed."""
    changed = any(
        suspect.most >= ALARM and suspect.confidence(name) >= _SUSPECTED
        for name, find in SUSPECTS.items()
        for suspect in find(pair)
    )
    return ([], []) if changed else rendered_freely(pair, found)


def most_of(span: Span, free: Sequence[Span]) -> float:
    """Return how sure it can be at most that a stretch is not rendered, given where texts are rendered freely."""
    return WORTH_A_LOOK if any(map(span.overlap, free)) else 1.0


def leaves_out(text: str) -> str:
    """Say what the quote leaves out."""
    return f"The quote leaves out “{text}”."


def adds(text: str) -> str:
    """Say what the quote adds."""
    return f"The quote adds “{text}”, which the official text does not say."


def says_instead(official: str, rendering: str) -> str:
    """Say what the quote puts in the place of something else."""
    return f"The official text says “{official}” where the quote says “{rendering}”."


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:77] + "…"
