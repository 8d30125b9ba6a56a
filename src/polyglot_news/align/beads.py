"""Evidence for each bead in a band: do these neighbouring source sentences render those target sentences?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from polyglot_news.align.lexical import WordTable, counterparts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

LONGEST = 5  # sentences on each side of a bead


@attrs.frozen(kw_only=True, eq=False)
class Evidence:
    """What speaks for the beads whose source side begins at one sentence.

    Every array has the shape ``(LONGEST, LONGEST, width)``: number of source sentences less one, of target sentences
    less one, and first target sentence less ``low``. Beads that reach beyond a text or the band have cosine -1.
    """

    low: int
    cosine: Floats
    covered: Floats
    covering: Floats


def gather(
    runs: tuple[Floats, Floats],
    words: tuple[WordTable, WordTable] | None,
    band: NDArray[np.int64],
) -> list[Evidence]:
    """Compute the evidence of all beads in a band.

    Args:
        runs: vectors of runs on each side, as ``encode_runs`` gives them with ``LONGEST``.
        words: the words on each side, or None without lexical evidence.
        band: as ``find_band`` gives it.

    Returns:
        One item for each source sentence.
    """
    import numpy as np

    n, m = runs[0].shape[1], runs[1].shape[1]
    rows = [(int(band[i, 0]), int(min(m, max(band[i, 1] + 1, band[i, 0] + 1)))) for i in range(n)]
    cosine = [_cosines(runs, i, low, high) for i, (low, high) in enumerate(rows)]
    if words is None:
        covered = [np.full_like(c, 0.5) for c in cosine]
        covering = covered
    else:
        covered, covering = _coverage(words, rows)
    return [
        Evidence(low=low, cosine=cosine[i], covered=covered[i], covering=covering[i]) for i, (low, _) in enumerate(rows)
    ]


def _cosines(runs: tuple[Floats, Floats], i: int, low: int, high: int) -> Floats:
    import numpy as np

    n, m = runs[0].shape[1], runs[1].shape[1]
    width = high - low
    cosine = (runs[0][:, i] @ runs[1][:, low:high].reshape(LONGEST * width, -1).T).reshape(LONGEST, LONGEST, width)
    cosine[min(LONGEST, n - i) :] = -1
    for b in range(1, LONGEST):
        cosine[:, b, max(0, m - b - low) :] = -1
    return np.asarray(cosine, dtype=np.float32)


def _coverage(words: tuple[WordTable, WordTable], rows: list[tuple[int, int]]) -> tuple[list[Floats], list[Floats]]:
    """Return which share of the words of one side the other side renders, for all beads."""
    import numpy as np

    source, target = words
    n = len(rows)
    forms, others, likeness = counterparts(source, target)
    # Source words covered by runs of target sentences.
    gained = [_by_runs(source, i, target, low, high, (forms, others, likeness)) for i, (low, high) in enumerate(rows)]
    totals = np.array([source.weights[source.words_of(i)].sum() for i in range(n)])
    covered = []
    for i, (low, high) in enumerate(rows):
        shares = np.zeros((LONGEST, LONGEST, high - low), dtype=np.float32)
        got = np.zeros((LONGEST, high - low), dtype=np.float32)
        for a in range(min(LONGEST, n - i)):
            _add_shifted(got, low, gained[i + a], rows[i + a][0])
            shares[a] = got / max(totals[i : i + a + 1].sum(), 0.1)
        covered.append(shares)
    # Target words covered by runs of source sentences: the same from the other side.
    m = len(target.starts) - 1
    order = np.lexsort((forms, others))
    lows = np.array([low for low, _ in rows])
    highs = np.array([high for _, high in rows])
    first = np.searchsorted(highs, np.arange(m), side="right")
    last = np.searchsorted(lows, np.arange(m), side="right")
    reverse = (others[order], forms[order], likeness[order])
    shares_of = [
        _by_runs(target, j, source, int(first[j]), int(last[j]), reverse) if first[j] < last[j] else None
        for j in range(m)
    ]
    totals = np.array([target.weights[target.words_of(j)].sum() for j in range(m)])
    sums = np.concatenate([[0.0], np.cumsum(totals)])
    covering = []
    for i, (low, high) in enumerate(rows):
        reach = min(m, high + LONGEST - 1)
        got = np.zeros((LONGEST, high - low + LONGEST), dtype=np.float32)
        for j in range(low, reach):
            part = shares_of[j]
            if part is not None and first[j] <= i < last[j]:
                got[:, j - low] = part[:, i - first[j]]
        upto = np.concatenate([np.zeros((LONGEST, 1)), np.cumsum(got, axis=1)], axis=1)
        shares = np.zeros((LONGEST, LONGEST, high - low), dtype=np.float32)
        place = np.arange(low, high)
        for b in range(LONGEST):
            weight = np.maximum(sums[np.minimum(place + b + 1, m)] - sums[place], 0.1)
            shares[:, b] = (upto[:, b + 1 : b + 1 + high - low] - upto[:, : high - low]) / weight
        covering.append(shares)
    return covered, covering


def _add_shifted(total: Floats, low: int, part: Floats, part_low: int) -> None:
    """Add what starts at another column, where the two overlap."""
    first, last = max(low, part_low), min(low + total.shape[1], part_low + part.shape[1])
    if first < last:
        total[:, first - low : last - low] += part[:, first - part_low : last - part_low]


def _by_runs(
    one: WordTable,
    sentence: int,
    other: WordTable,
    low: int,
    high: int,
    likeness: tuple[NDArray[np.int64], NDArray[np.int64], Floats],
) -> Floats:
    """Return the weight of the words of a sentence that runs of sentences on the other side cover.

    Returns:
        Shape ``(LONGEST, high - low)``: by length of the run less one, and its first sentence.
    """
    import numpy as np

    words = one.words_of(sentence)
    forms, counts = np.unique(words, return_counts=True)
    texts = len(other.starts) - 1
    reach = min(texts, high + LONGEST - 1)
    ids = other.ids[other.starts[low] : other.starts[reach]]
    width = reach - low
    best = np.zeros((len(forms), width), dtype=np.float32)
    if len(ids) and len(forms):
        rows, columns, values = likeness
        dense = np.zeros((len(forms), len(other.forms)), dtype=np.float32) if len(other.forms) < 4_000 else None
        starts = other.starts[low:reach] - other.starts[low]
        filled = np.flatnonzero(np.diff(other.starts[low : reach + 1]))
        bounds = np.searchsorted(rows, forms), np.searchsorted(rows, forms, side="right")
        if dense is not None:
            lengths = bounds[1] - bounds[0]
            places = np.repeat(bounds[0] - np.cumsum(lengths) + lengths, lengths) + np.arange(lengths.sum())
            dense[np.repeat(np.arange(len(forms)), lengths), columns[places]] = values[places]
            table = dense[:, ids]
        else:
            table = np.zeros((len(forms), len(ids)), dtype=np.float32)
            line = np.zeros(len(other.forms), dtype=np.float32)
            for k in range(len(forms)):
                part = slice(bounds[0][k], bounds[1][k])
                line[columns[part]] = values[part]
                table[k] = line[ids]
                line[columns[part]] = 0
        best[:, filled] = np.maximum.reduceat(table, starts[filled], axis=1)
    weights = (one.weights[forms] * counts).astype(np.float32)
    got = np.zeros((LONGEST, high - low), dtype=np.float32)
    together = best
    for k in range(LONGEST):
        if k:
            together = np.maximum(together, np.pad(best[:, k:], ((0, 0), (0, min(k, width)))))
        got[k] = (weights @ together)[: high - low]
    return got
