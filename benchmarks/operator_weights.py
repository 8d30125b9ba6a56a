"""Fit the weights of the operator checkers: a logistic model of each, on parallel corpora and alterations of them.

Of every third pair only some clauses are quoted: what falls away with a clause is no change of an operator.
"""

from __future__ import annotations

import collections
import json
import random
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import resources
from pathlib import Path
from typing import Any

import attrs

from benchmarks.alterations import Alteration, alterations, dropped, opposed, stressed
from benchmarks.logistic import fit_logistic
from benchmarks.operators import UN_LINES, Case, make_pair, read_corpus
from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.suspects import Suspect
from polyglot_news.compare.weights.operators import SUSPECTS
from polyglot_news.text import Span

# corpus, and how many of its pairs
CORPORA = (
    ("en-fr/hansard36", 4000),
    ("en-fr/wmt-human", 3000),
    ("en-fr/canada-gov-sites", 1500),
    ("en-fr/un-devset", UN_LINES),
    ("en-zh/wmt-human", 4000),
    ("en-zh/ud-pud", 900),
    ("en-zh/opensource-guide", 900),
    ("en-zh/un-devset", UN_LINES),
    ("fr-zh/un-multiun-sample", 6000),
    ("fr-zh/ud-pud", 900),
    ("fr-zh/opensource-guide", 900),
    ("fr-zh/un-devset", UN_LINES),
)
ALTERED = 1400  # pairs of each corpus that are altered
PRIORS = {"polarity": 1 / 10, "modality": 1 / 8, "qualifier": 1 / 10, "direction": 1 / 7}
RARELY = 0.25  # how often a duty is stressed: that must not count for as much as the other changes of a modal
Features = tuple[dict[str, float], str]
RARE = 15  # rules with fewer examples share one weight


@attrs.frozen(kw_only=True)
class Seen:
    """What the checkers suspect in pairs of a corpus.

    Attributes:
        faithful: number of unaltered pairs.
        altered: number of alterations that each checker should see.
        negative: what each checker's model sees of its suspects in unaltered pairs.
        positive: the same of those that an alteration brought about.
    """

    faithful: int = 0
    altered: collections.Counter[str] = attrs.field(factory=collections.Counter)
    negative: dict[str, list[Features]] = attrs.field(factory=lambda: {name: [] for name in SUSPECTS})
    positive: dict[str, list[Features]] = attrs.field(factory=lambda: {name: [] for name in SUSPECTS})

    def add(self, other: Seen) -> Seen:
        """Return what both saw."""
        return Seen(
            faithful=self.faithful + other.faithful,
            altered=self.altered + other.altered,
            negative={name: self.negative[name] + other.negative[name] for name in SUSPECTS},
            positive={name: self.positive[name] + other.positive[name] for name in SUSPECTS},
        )


def fit(corpora: Path) -> None:
    """Fit every checker and write ``weights.json`` beside the cue tables; the corpora are read on all processors."""
    seen = Seen()
    with ProcessPoolExecutor() as pool:
        for one in pool.map(look, [corpora] * len(CORPORA), *zip(*CORPORA, strict=True)):
            seen = seen.add(one)
    weights = {}
    for name in SUSPECTS:
        negative, positive = seen.negative[name], seen.positive[name]
        weights[name] = logistic(negative, positive, (seen.faithful, seen.altered[name]), PRIORS[name])
        print(
            f"{name:10} {len(negative)} suspects in {seen.faithful} pairs, "
            f"{len(positive)} in {seen.altered[name]} altered ones"
        )
    write(weights)


def weights_file() -> Path:
    """Return the file of the weights, beside the cue tables."""
    return Path(str(resources.files("polyglot_news") / "data" / "cues" / "weights.json"))


def write(weights: dict[str, dict[str, float]]) -> None:
    """Write the weights of all checkers."""
    weights_file().write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def look(corpora: Path, name: str, size: int) -> Seen:
    """Read a corpus, align each pair in an alternating direction, alter some of them, and run the checkers."""
    rng = random.Random(name)  # noqa: S311 (a seeded sample, no key)
    source, target = name.split("/", maxsplit=1)[0].split("-")
    rows = list(read_corpus(corpora / f"{name}.tsv.xz", UN_LINES if size == UN_LINES else 2 * size))
    if size != UN_LINES:
        rows = [row for row in rng.sample(rows, len(rows)) if 20 < len(row[0]) < 700][:size]
    seen = Seen(faithful=len(rows))
    for number, (one, other) in enumerate(rows):
        sides = ((one, source), (other, target))
        case = Case(group=name, official=sides[number % 2], rendering=sides[1 - number % 2], altered=None)
        part = _part(*case.rendering, rng) if number % 3 == 0 else None
        if part is not None:
            case = attrs.evolve(case, rendering=(part, case.rendering[1]))
        pair = _pair(case, is_part=part is not None)
        for checker, find in SUSPECTS.items():
            seen.negative[checker].extend(features(suspect) for suspect in find(pair) if not suspect.cut)
        for made in _alterations(case, rng) if number < ALTERED else ():
            changed = _pair(attrs.evolve(case, rendering=(made.text, case.rendering[1])), is_part=part is not None)
            find = SUSPECTS[made.kind]
            seen.altered[made.kind] += 1
            seen.positive[made.kind].extend(
                features(suspect) for suspect in fresh(find(pair), find(changed)) if not suspect.cut
            )
    return seen


def _pair(case: Case, *, is_part: bool) -> Pair:
    """Align a case; where a part is quoted, from the first linked official word to the last one is what it covers."""
    pair = make_pair(case, in_context=False)
    linked = [pair.official_words[link.target] for link in pair.links]
    if not is_part or not linked:
        return pair
    return attrs.evolve(pair, core=Span(min(linked).start, max(word.end for word in linked)))


def _part(text: str, language: str, rng: random.Random) -> str | None:
    """Return some of the clauses of a text that follow each other, or None where there are none to leave out."""
    bounds = [0, *(match.end() for match in re.finditer("[,;:，；：、](?= |(?<=[，；：、]))", text)), len(text)]
    if len(bounds) < 3:
        return None
    first = rng.randrange(len(bounds) - 1)
    last = rng.randrange(first + 1, len(bounds) - (first == 0))
    part = text[bounds[first] : bounds[last]].strip(" ,;:，；：、")
    return part if len(part) >= (8 if language == "zh" else 24) else None


def _alterations(case: Case, rng: random.Random) -> Iterator[Alteration]:
    made = [*alterations(*case.rendering, rng), *dropped(*case.rendering, rng)]
    rng.shuffle(made)
    yield from made[:4]
    yield from opposed(*case.rendering, rng)
    if rng.random() < RARELY:
        yield from stressed(*case.rendering)


def fresh(before: Sequence[Suspect], after: Sequence[Suspect]) -> list[Suspect]:
    """Return the suspects that an alteration brought about."""
    known = collections.Counter(map(_key, before))
    found = []
    for suspect in after:
        if known[_key(suspect)] > 0:
            known[_key(suspect)] -= 1
        else:
            found.append(suspect)
    return found


def _key(suspect: Suspect) -> tuple[Any, ...]:
    place: Any = suspect.hit.span if suspect.side else suspect.hit.cue.text
    return suspect.side, place, suspect.rule


def features(suspect: Suspect) -> Features:
    """Return what the model sees of a suspect, and the name of its rule."""
    return dict(suspect.features), suspect.rule


def logistic(
    negative: Sequence[Features],
    positive: Sequence[Features],
    pairs: tuple[int, int],
    prior: float,
) -> dict[str, float]:
    """Fit a logistic regression, the pairs weighed so that ``prior`` of them are altered."""
    import numpy as np

    both = [*negative, *positive]
    names = sorted({name for found, _ in both for name in found})
    counts = collections.Counter(rule for _, rule in both)
    rules = [rule for rule in sorted(counts) if counts[rule] >= RARE] + ["other"]
    place = {rule: 1 + len(names) + i for i, rule in enumerate(rules)}
    table = np.zeros((len(both), 1 + len(names) + len(rules)))
    table[:, 0] = 1.0
    for row, (found, rule) in zip(table, both, strict=True):
        row[1 : 1 + len(names)] = [found.get(name, 0.0) for name in names]
        row[place.get(rule, place["other"])] = 1.0
    labels = np.repeat([0.0, 1.0], [len(negative), len(positive)])
    weight = np.repeat([(1 - prior) / pairs[0], prior / pairs[1]], [len(negative), len(positive)]) * sum(pairs)
    beta = fit_logistic(table, labels, weight, 1.0)
    keys = ["bias", *names, *(f"rule: {rule}" for rule in rules)]
    fitted = {key: round(float(value), 3) for key, value in zip(keys, beta, strict=True)}
    fitted["rule: other"] = min(fitted["rule: other"], -1.0)
    return fitted
