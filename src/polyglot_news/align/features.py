"""What a bead is judged by: features of the evidence, and their weights."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from polyglot_news.align.beads import LONGEST, Evidence
from polyglot_news.align.chain import Potentials

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

# Features whose name ends in "_s" are multiplied by the number of sentences in the bead.
BEAD_FEATURES = (
    "cosine_s", "cosine", "hub_s", "covered_s", "covering_s", "coverage", "length_s", "length", "ratio_s",
    "weak_target", "weak_source", "gain", "marks", "one_s",
    "1-1", "1-2", "1-3", "1-4", "2-2", "2-3", "3-3",
)  # fmt: skip
NULL_FEATURES = ("null_hub", "null_covered")
_RIVALS = 4
_HAN = 4.0  # letters of a translation for one Chinese character
_ALIKE = 2.0  # two versions of a text hardly differ more in length
_SPREAD = 6.8  # variance of the length of a translation, per letter (Gale and Church 1993)


@attrs.frozen(kw_only=True, eq=False)
class Sides:
    """What is known of single sentences: their size and closing marks on each side.

    Sizes count letters, and Chinese characters as so many letters as a translation has for them. ``ratio`` says how
    much of the target stands for one of the source. The whole texts tell that, unless one is so much longer that it
    must hold what the other lacks; ``surplus`` says then how many times longer the source is than the target.
    """

    source_sizes: Floats
    target_sizes: Floats
    source_marks: Floats
    target_marks: Floats
    ratio: float
    surplus: float


def sides(source: list[str], target: list[str]) -> Sides:
    """Measure the sentences of two texts; marks, of shape ``(sentences, 2)``, are those of question and exclamation."""
    import numpy as np

    from polyglot_news.text import is_han

    def marks(texts: list[str]) -> Floats:
        counts = [
            (min(1, text.count("?") + text.count("？")), min(1, text.count("!") + text.count("！"))) for text in texts
        ]
        return np.array(counts, dtype=np.float64).reshape(len(texts), 2)

    def sizes(texts: list[str]) -> Floats:
        return np.array([len(text) + (_HAN - 1) * sum(map(is_han, text)) for text in texts], dtype=np.float64)

    source_sizes, target_sizes = sizes(source), sizes(target)
    ratio = max(1.0, float(target_sizes.sum())) / max(1.0, float(source_sizes.sum()))
    related = 1 / _ALIKE <= ratio <= _ALIKE
    return Sides(
        ratio=ratio if related else 1.0,
        surplus=1.0 if related else 1 / ratio,
        source_sizes=source_sizes,
        target_sizes=target_sizes,
        source_marks=marks(source),
        target_marks=marks(target),
    )


def bead_features(evidence: list[Evidence], measured: Sides) -> Iterator[Floats]:
    """Yield for each source sentence the features of the beads that begin there.

    Each has the shape ``(features, LONGEST, LONGEST, width)``; impossible beads have the feature ``one_s`` -inf.
    """
    import numpy as np

    n, m = len(measured.source_sizes), len(measured.target_sizes)
    scale = measured.ratio
    source_upto = _upto(measured.source_sizes * scale)
    target_upto = _upto(measured.target_sizes)
    source_marks, target_marks = _upto(measured.source_marks), _upto(measured.target_marks)
    source_hubs, target_hubs = _upto(source_nearest(evidence)), _upto(target_nearest(evidence, m))
    number = np.arange(1, LONGEST + 1)
    counts = (number[:, None] + number)[:, :, None].astype(np.float64)
    kinds = _kinds()
    for i, item in enumerate(evidence):
        width = item.cosine.shape[2]
        place = np.arange(item.low, item.low + width)
        ends = np.minimum(place + number[:, None], m)
        tops = np.minimum(i + number, n)
        here = (source_upto[tops] - source_upto[i])[:, None, None]
        there = (target_upto[ends] - target_upto[place])[None]
        hub = (source_hubs[tops] - source_hubs[i])[:, None, None] / number[:, None, None]
        hub = (hub + ((target_hubs[ends] - target_hubs[place]) / number[:, None])[None]) / 2
        marks = np.abs(
            (source_marks[tops] - source_marks[i])[:, None, None] - (target_marks[ends] - target_marks[place])[None]
        )
        length = np.minimum(np.abs(here - there) / np.sqrt(_SPREAD * (here + there + 2) / 2), 6.0)
        ratio = np.minimum(np.abs(np.log((here + 5.0) / (there + 5.0))), 2.0)
        cosine = np.maximum(item.cosine, -0.5).astype(np.float64)
        features = np.zeros((len(BEAD_FEATURES), LONGEST, LONGEST, width))
        features[0] = counts * cosine
        features[1] = cosine
        features[2] = counts * hub
        features[3] = counts * item.covered
        features[4] = counts * item.covering
        features[5] = item.covered + item.covering
        features[6] = counts * length
        features[7] = length
        features[8] = counts * ratio
        features[9] = _weakest_target(item)
        features[10] = _weakest_source(evidence, i)
        features[11] = _gain(cosine)
        features[12] = np.minimum(marks.sum(axis=-1), 2.0)
        features[13] = np.where(item.cosine > -1, counts, -np.inf)
        features[14:] = kinds
        yield features


def null_features(evidence: list[Evidence], size: int) -> tuple[Floats, Floats]:
    """Return the features of sentences without counterpart, of shapes ``(source, 2)`` and ``(target, 2)``."""
    import numpy as np

    source = np.stack([source_nearest(evidence), [item.covered[0, 0].max() for item in evidence]], axis=1)
    covering = np.zeros(size)
    for item in evidence:
        part = slice(item.low, item.low + item.covering.shape[2])
        covering[part] = np.maximum(covering[part], item.covering[0, 0])
    return source, np.stack([target_nearest(evidence, size), covering], axis=1)


def potentials(
    evidence: list[Evidence], measured: Sides, band: NDArray[np.int64], weights: dict[str, float]
) -> Potentials:
    """Weigh the evidence."""
    import numpy as np

    by_bead = np.array([weights[name] for name in BEAD_FEATURES])
    by_null = np.array([weights[name] for name in NULL_FEATURES])
    source, target = null_features(evidence, len(measured.target_sizes))
    # The weights come from texts that render each other; what one holds beyond the other has no counterpart.
    surplus = math.log(measured.surplus)
    return Potentials(
        beads=[weigh(features, by_bead) for features in bead_features(evidence, measured)],
        swap=weights["swap"],
        source_null=source @ by_null + max(0.0, surplus),
        target_null=target @ by_null + max(0.0, -surplus),
        band=band,
    )


def weigh(features: Floats, weights: Floats) -> Floats:
    """Return the potentials of beads, -inf where there is none."""
    import numpy as np

    impossible = features[13] == -np.inf
    clean = np.where(impossible[None], 0.0, features)
    return np.where(impossible, -np.inf, np.tensordot(weights, clean, axes=1))


def source_nearest(evidence: list[Evidence]) -> Floats:
    """Return the mean cosine of the nearest few target sentences, for each source sentence."""
    import numpy as np

    return np.array([np.sort(item.cosine[0, 0])[-_RIVALS:].mean() for item in evidence], dtype=np.float64)


def target_nearest(evidence: list[Evidence], size: int) -> Floats:
    """Return the mean cosine of the nearest few source sentences, for each target sentence."""
    import numpy as np

    best = np.full((size, _RIVALS + 1), np.nan)
    for item in evidence:
        part = slice(item.low, item.low + item.cosine.shape[2])
        best[part, 0] = np.where(item.cosine[0, 0] > -1, item.cosine[0, 0], np.nan)
        filled = np.sort(np.where(np.isnan(best[part]), -2.0, best[part]), axis=1)
        best[part] = np.where(filled == -2.0, np.nan, filled)
    nearest = best[:, 1:]
    known = ~np.isnan(nearest)
    return np.asarray(np.where(known, nearest, 0.0).sum(axis=1) / np.maximum(known.sum(axis=1), 1))


def _upto(values: Floats) -> Floats:
    import numpy as np

    return np.concatenate([np.zeros((1, *values.shape[1:])), np.cumsum(values, axis=0)])


def _kinds() -> Floats:
    """Return indicators of the number of sentences on the two sides, regardless of which side is which."""
    import numpy as np

    kinds = np.zeros((7, LONGEST, LONGEST, 1))
    for a in range(1, LONGEST + 1):
        for b in range(1, LONGEST + 1):
            fewer, more = min(a, b), max(a, b)
            kind = min(more, 4) - 1 if fewer == 1 else (min(more, 3) + 2 if fewer == 2 else 6)
            kinds[kind, a - 1, b - 1] = 1
    return kinds


def _weakest_target(item: Evidence) -> Floats:
    """Return how well the least covered target sentence of a bead is covered, 0 for beads with a single one."""
    import numpy as np

    weakest = np.zeros(item.covering.shape)
    lowest = item.covering[:, 0].astype(np.float64)
    alone = lowest.copy()
    width = lowest.shape[1]
    for b in range(1, LONGEST):
        shifted = np.concatenate([alone[:, b:], alone[:, max(0, width - b) :]], axis=1)[:, :width]
        lowest = np.minimum(lowest, shifted)
        weakest[:, b] = lowest
    return weakest


def _weakest_source(evidence: list[Evidence], i: int) -> Floats:
    """Return the same of the source sentences of a bead."""
    import numpy as np

    item = evidence[i]
    weakest = np.zeros(item.covered.shape)
    lowest = item.covered[0].astype(np.float64)
    for a in range(1, min(LONGEST, len(evidence) - i)):
        other = evidence[i + a]
        first, last = max(item.low, other.low), min(item.low + lowest.shape[1], other.low + other.covered.shape[2])
        if first < last:
            part = lowest[:, first - item.low : last - item.low]
            np.minimum(part, other.covered[0][:, first - other.low : last - other.low], out=part)
        weakest[a] = lowest
    return weakest


def _gain(cosine: Floats) -> Floats:
    """Return by how much a bead is better than the best of those with one sentence less."""
    import numpy as np

    gain = np.zeros(cosine.shape)
    for a in range(LONGEST):
        for b in range(LONGEST):
            less = []
            if a:
                less.append(cosine[a - 1, b])
            if b:
                less.append(cosine[a, b - 1])
                less.append(np.concatenate([cosine[a, b - 1, 1:], cosine[a, b - 1, -1:]]))
            if less:
                gain[a, b] = cosine[a, b] - np.maximum.reduce(less)
    return gain
