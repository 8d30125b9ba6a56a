"""Chains of beads through a band: the best one, and how probable each bead is over all chains.

The model is a conditional random field whose segments are beads (Sarawagi and Cohen 2004 call it semi-Markov): the
weight of a chain is the product of what its beads and its sentences without counterpart weigh.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from polyglot_news.align.beads import LONGEST

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_SHAPES = [(a, b) for a in range(1, LONGEST + 1) for b in range(1, LONGEST + 1)]
_SOURCE_NULL, _TARGET_NULL, _SWAP = 8, 1, 63


@attrs.frozen(kw_only=True, eq=False)
class Potentials:
    """Logarithms of weights.

    Attributes:
        beads: for each source sentence an array of shape ``(LONGEST, LONGEST, width)``: the beads that begin there, by
            number of source and of target sentences less one, and by first target sentence from ``band[i, 0]`` on.
        swap: what a pair of neighbours that changed places weighs on top of its two links.
        source_null: of source sentences without counterpart.
        target_null: of target sentences without counterpart.
        band: as ``find_band`` gives it.
    """

    beads: list[Floats]
    swap: float
    source_null: Floats
    target_null: Floats
    band: NDArray[np.int64]


@attrs.frozen
class Bead:
    """Neighbouring sentences on each side, from a first one on; a count is 0 where there is no counterpart."""

    source: int
    source_count: int
    target: int
    target_count: int


def best_chain(potentials: Potentials) -> list[Bead]:
    """Return the chain of the greatest weight from the beginning to the end of both texts."""
    import numpy as np

    band, rows = potentials.band, potentials.beads
    widths = band[:, 1] - band[:, 0] + 1
    best = [np.full(width, -np.inf) for width in widths]
    codes = [np.zeros(width, dtype=np.int8) for width in widths]
    best[0][0] = 0.0
    nulls = np.concatenate([[0.0], np.cumsum(potentials.target_null)])
    for i in range(len(band)):
        low = int(band[i, 0])
        shift = nulls[low : low + len(best[i])]
        reached = np.maximum.accumulate(best[i] - shift) + shift
        codes[i][reached > best[i] + 1e-9] = _TARGET_NULL
        best[i] = np.maximum(reached, best[i])
        if i == len(rows):
            break
        for code, a, end, weights in _steps(potentials, i):
            if i + a > len(rows):
                continue
            scores = best[i][: len(weights)] + weights
            place = int(band[i + a, 0])
            first, last = max(end, place), min(end + len(scores), place + len(best[i + a]))
            if first < last:
                new, old = scores[first - end : last - end], best[i + a][first - place : last - place]
                better = new > old
                old[better] = new[better]
                codes[i + a][first - place : last - place][better] = code
    return _trace(codes, band)


def _steps(potentials: Potentials, i: int) -> list[tuple[int, int, int, Floats]]:
    """Return the steps from row ``i``: code, source sentences, column where the first cell leads, weights by cell."""
    import numpy as np

    low, high = (int(bound) for bound in potentials.band[i])
    row = potentials.beads[i]
    width = row.shape[2]
    steps = [(_SOURCE_NULL, 1, low, np.full(high - low + 1, potentials.source_null[i]))]
    steps += [(8 * a + b, a, low + b, row[a - 1, b - 1]) for a, b in _SHAPES]
    if i + 1 < len(potentials.beads) and width > 1:
        below, place = potentials.beads[i + 1][0, 0], int(potentials.band[i + 1, 0])
        first, last = max(low, place), min(low + width - 1, place + len(below))
        if first < last:
            weights = np.full(width - 1, -np.inf)
            crossed = row[0, 0, first - low + 1 : last - low + 1]
            weights[first - low : last - low] = below[first - place : last - place] + crossed + potentials.swap
            steps.append((_SWAP, 2, low + 2, weights))
    return steps


def _trace(codes: list[NDArray[np.int8]], band: NDArray[np.int64]) -> list[Bead]:
    i, j = len(codes) - 1, int(band[-1, 1])
    beads: list[Bead] = []
    while i or j:
        code = int(codes[i][j - int(band[i, 0])])
        if code == _SWAP:
            i, j = i - 2, j - 2
            beads += [Bead(i + 1, 1, j, 1), Bead(i, 1, j + 1, 1)]
            continue
        a, b = divmod(code, 8)
        i, j = i - a, j - b
        beads.append(Bead(i, a, j, b))
    return beads[::-1]


@attrs.frozen(kw_only=True, eq=False)
class Probabilities:
    """How probable each step is over all chains; shapes as in ``Potentials``.

    Attributes:
        total: the logarithm of the weight of all chains together.
        beads: of each bead; a link of two neighbours that changed places counts under ``swaps``.
        swaps: for each source sentence, of the swap that begins there; by first target sentence.
        source_null: of each source sentence being without counterpart.
        target_null: the same of the target sentences.
    """

    total: float
    beads: list[Floats]
    swaps: list[Floats]
    source_null: Floats
    target_null: Floats


def probabilities(potentials: Potentials) -> Probabilities:
    """Return the probability of each step, by the forward-backward algorithm."""
    import numpy as np

    band, n = potentials.band, len(potentials.beads)
    widths = band[:, 1] - band[:, 0] + 1
    nulls = np.concatenate([[0.0], np.cumsum(potentials.target_null)])
    shifts = [nulls[low : low + width] for low, width in zip(band[:, 0], widths, strict=True)]
    steps = [_steps(potentials, i) for i in range(n)]
    forward = [np.full(width, -np.inf) for width in widths]
    backward = [np.full(width, -np.inf) for width in widths]
    forward[0][0], backward[n][-1] = 0.0, 0.0

    def overlap(i: int, a: int, end: int, size: int) -> tuple[slice, slice] | None:
        place = int(band[i + a, 0])
        first, last = max(end, place), min(end + size, place + len(forward[i + a]))
        return (slice(first - end, last - end), slice(first - place, last - place)) if first < last else None

    for i in range(n + 1):
        forward[i] = np.logaddexp.accumulate(forward[i] - shifts[i]) + shifts[i]
        for _, a, end, weights in steps[i] if i < n else []:
            cells = overlap(i, a, end, len(weights)) if i + a <= n else None
            if cells:
                here, there = cells
                scores = forward[i][: len(weights)][here] + weights[here]
                forward[i + a][there] = np.logaddexp(forward[i + a][there], scores)
    for i in range(n, -1, -1):
        for _, a, end, weights in steps[i] if i < n else []:
            cells = overlap(i, a, end, len(weights)) if i + a <= n else None
            if cells:
                here, there = cells
                scores = weights[here] + backward[i + a][there]
                backward[i][: len(weights)][here] = np.logaddexp(backward[i][: len(weights)][here], scores)
        backward[i] = np.logaddexp.accumulate((backward[i] + shifts[i])[::-1])[::-1] - shifts[i]

    total = float(forward[n][-1])
    beads = [np.zeros_like(row) for row in potentials.beads]
    swaps = [np.zeros(row.shape[2]) for row in potentials.beads]
    source_null, target_null = np.zeros(n), np.zeros(len(potentials.target_null))
    for i in range(n):
        for code, a, end, weights in steps[i]:
            cells = overlap(i, a, end, len(weights)) if i + a <= n else None
            if not cells:
                continue
            here, there = cells
            mass = np.exp(forward[i][: len(weights)][here] + weights[here] + backward[i + a][there] - total)
            if code == _SOURCE_NULL:
                source_null[i] = mass.sum()
            elif code == _SWAP:
                swaps[i][: len(weights)][here] = mass
            else:
                beads[i][a - 1, code - 8 * a - 1][here] = mass
    for i in range(n + 1):
        low = int(band[i, 0])
        gain = potentials.target_null[low : low + len(forward[i]) - 1]
        target_null[low : low + len(gain)] += np.exp(forward[i][:-1] + gain + backward[i][1:] - total)
    return Probabilities(total=total, beads=beads, swaps=swaps, source_null=source_null, target_null=target_null)
