"""The part of the alignment matrix that is worth looking at: a band around a rough path through it.

As in Vecalign (Thompson and Koehn 2019) the search goes from coarse to fine, so that time and memory stay linear: long
texts are first compared in blocks of neighbouring sentences. As in Bertalign (Liu and Zhu 2023) mutual nearest
neighbours that do not cross are the anchors; the band runs from anchor to anchor.
"""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]
    Bounds = NDArray[np.int64]

_COARSE = 3_000  # sentences, or blocks of them, that are compared all with all
_PAD = 12  # sentences to either side of the path that the band keeps
_WIDEST = 400


def find_band(source: Vectors, target: Vectors) -> Bounds:
    """Return the band for two sequences of sentence vectors.

    Returns:
        Shape ``(len(source) + 1, 2)``: for each number of source sentences that lie behind, the smallest and largest
        number of target sentences that may lie behind; both columns ascend.
    """
    import numpy as np

    n, m = len(source), len(target)
    block = -(-max(n, m) // _COARSE)
    anchors = _anchors(_blocks(source, block), _blocks(target, block))
    if block == 1:
        return _between([(i, j) for i, j in anchors], n, m, _PAD)
    rough = _between([(i * block, j * block) for i, j in anchors], n, m, _PAD + 2 * block)
    # Within the rough band, compare sentence with sentence.
    fine = _anchors_within(source, target, rough)
    band = _between(fine, n, m, _PAD)
    return connected(np.maximum(band[:, 0], rough[:, 0]), np.minimum(band[:, 1], rough[:, 1]))


def connected(low: Bounds, high: Bounds) -> Bounds:
    """Return a band without gaps: where two bands that were laid over each other part, a path leads on.

    Args:
        low: the lower bounds, ascending, shape ``(rows,)``.
        high: the upper bounds, ascending; the last is at least the last lower bound.

    Returns:
        Shape ``(rows, 2)``: each row begins no further than the row before it ends.
    """
    import numpy as np

    high = high.copy()
    high[:-1] = np.maximum(high[:-1], low[1:])
    return np.stack([low, np.maximum.accumulate(high)], axis=1)


def _blocks(vectors: Vectors, size: int) -> Vectors:
    """Average the vectors of blocks of neighbours, less what all share."""
    import numpy as np

    centred = vectors - vectors.mean(axis=0)
    sums = np.add.reduceat(centred, np.arange(0, len(vectors), size), axis=0)
    return np.asarray(sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9))


def _anchors(source: Vectors, target: Vectors) -> list[tuple[int, int]]:
    """Return mutual nearest neighbours that do not cross."""
    import numpy as np

    similarity = source @ target.T
    # Far from the diagonal a likeness is more often chance.
    i, j = np.arange(len(source))[:, None] / len(source), np.arange(len(target)) / len(target)
    similarity -= 0.1 * np.abs(i - j).astype(np.float32)
    forward, backward = similarity.argmax(axis=1), similarity.argmax(axis=0)
    mutual = np.flatnonzero(backward[forward] == np.arange(len(source)))
    return _heaviest_chain([(int(i), int(forward[i]), float(similarity[i, forward[i]])) for i in mutual])


def _anchors_within(source: Vectors, target: Vectors, band: Bounds) -> list[tuple[int, int]]:
    import numpy as np

    n, m = len(source), len(target)
    forward = np.full(n, -1)
    best = np.full(n, -1.0)
    back, back_best = np.full(m, -1), np.full(m, -1.0)
    step = 256
    for first in range(0, n, step):
        last = min(n, first + step)
        low, high = int(band[first, 0]), int(band[last, 1])
        if low >= high:
            continue
        similarity = source[first:last] @ target[low:high].T
        choice = similarity.argmax(axis=1)
        forward[first:last] = low + choice
        best[first:last] = similarity[np.arange(last - first), choice]
        columns = similarity.argmax(axis=0)
        values = similarity[columns, np.arange(high - low)]
        better = values > back_best[low:high]
        back[low:high][better] = first + columns[better]
        back_best[low:high][better] = values[better]
    return _heaviest_chain([(i, int(j), float(best[i])) for i, j in enumerate(forward) if j >= 0 and back[j] == i])


def _heaviest_chain(pairs: list[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """Return the heaviest chain of pairs that ascends on both sides; pairs come in the order of the first side."""
    ends: list[tuple[int, float, int]] = []  # last target, weight, place: both ascend, as all others are outdone
    before = [-1] * len(pairs)
    for place, (_, j, weight) in enumerate(pairs):
        if weight <= 0:
            continue
        at = bisect.bisect_left(ends, (j, -1.0, -1))
        total = weight + (ends[at - 1][1] if at else 0.0)
        before[place] = ends[at - 1][2] if at else -1
        after = at
        while after < len(ends) and ends[after][1] <= total:
            after += 1
        if at < len(ends) and ends[at][0] == j and ends[at][1] > total:
            continue
        ends[at:after] = [(j, total, place)]
    chain: list[tuple[int, int]] = []
    place = ends[-1][2] if ends else -1
    while place >= 0:
        chain.append(pairs[place][:2])
        place = before[place]
    return chain[::-1]


def _between(anchors: list[tuple[int, int]], n: int, m: int, pad: int) -> Bounds:
    """Return a band that holds the anchors and all that lies between one and the next, with some room."""
    import numpy as np

    # A single anchor may be wrong: the room reaches back and forth over a few of them.
    points = [(0, 0), *anchors, (n, m)]
    source = np.array([i for i, _ in points])
    target = np.array([j for _, j in points])
    place = np.arange(n + 1)
    left = np.maximum(np.searchsorted(source, place, side="right") - 2, 0)
    right = np.minimum(np.searchsorted(source, place, side="left") + 1, len(points) - 1)
    low, high = target[left] - pad, target[right] + pad
    middle = np.interp(place, source, target)
    low = np.maximum(low, middle.astype(np.int64) - _WIDEST - pad)
    high = np.minimum(high, middle.astype(np.int64) + _WIDEST + pad)
    low = np.maximum.accumulate(np.clip(low, 0, m))
    high = np.maximum.accumulate(np.clip(high, 0, m))
    low[0], high[-1] = 0, m
    return connected(np.minimum(low, high), high)
