"""Aligning the sentences of two versions of a text: many to many, with gaps, and with passages that moved.

The frame is dynamic programming over beads in a band (Gale and Church 1993; Thompson and Koehn 2019; Liu and Zhu 2023).
A bead is scored by the vectors of its concatenated sentences, by the share of each side's words that the other side
renders, and by length. What the monotone path leaves over on both sides is then compared freely: that finds what moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from polyglot_news.align.band import find_band
from polyglot_news.align.beads import LONGEST, Evidence, gather
from polyglot_news.align.model import Encoder, Link

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@attrs.frozen(kw_only=True)
class Weights:
    """How the evidence for a bead is weighed; tuned on parallel novels and news."""

    cosine: float = 1.0
    hub: float = -0.42  # what its rivals reach is taken off a cosine
    covered: float = 0.56
    covering: float = 0.24
    length: float = 0.21
    least: float = -0.0632  # a bead of this quality is as good as none
    larger: float = 0.5568  # the price of each sentence beyond a pair
    many: float = 0.1664  # the price of several sentences on both sides
    crossing: float = 0.24  # the price of two neighbours that changed places


WEIGHTS = Weights()


@attrs.frozen(kw_only=True, eq=False)
class Prepared:
    """Two texts ready to be aligned."""

    evidence: list[Evidence]
    band: NDArray[np.int64]
    source_hubs: Floats
    target_hubs: Floats


@attrs.frozen
class Bead:
    """Neighbouring sentences ``first … first + count - 1`` on each side; a count is 0 where there is no counterpart."""

    source: int
    source_count: int
    target: int
    target_count: int
    quality: float


def align_sentences(
    source: str | Sequence[str],
    target: str | Sequence[str],
    *,
    encoder: Encoder | None = None,
    source_language: str | None = None,
    target_language: str | None = None,
) -> list[Link]:
    """Align two versions of a text, in time and memory linear in their length.

    Args:
        source: sentences, or a text, which is split.
        target: the same in another language, or in the same one.
        encoder: the sentence encoder, by default the one that ships with the library.
        source_language: "en", "fr" or "zh"; told from the text by default.
        target_language: the same of the target.

    Returns:
        Links in which every sentence stands once, in the order of the source; a link with an empty side says that these
        sentences have no counterpart. Links cross where a passage stands elsewhere in the other version. Of unrelated
        texts few sentences are linked, with low similarity.
    """
    from polyglot_news.align.encoder import default_encoder, single_blas_thread

    encoder = encoder or default_encoder()
    left, source_language = _sentences(source, source_language)
    right, target_language = _sentences(target, target_language)
    if not left or not right:
        beads = [Bead(i, 1, 0, 0, 0.0) for i in range(len(left))] + [Bead(0, 0, j, 1, 0.0) for j in range(len(right))]
        return [_link(bead) for bead in beads]
    with single_blas_thread():
        prepared = prepare(left, right, source_language, target_language, encoder)
        beads = best_path(prepared)
    return [_link(bead) for bead in beads]


def _sentences(text: str | Sequence[str], language: str | None) -> tuple[list[str], str]:
    from polyglot_news.language import detect_language
    from polyglot_news.text import split_sentences

    language = language or detect_language(text if isinstance(text, str) else "\n".join(text)).language
    if isinstance(text, str):
        return [span.of(text) for span in split_sentences(text, language)], language
    return list(text), language


def _link(bead: Bead) -> Link:
    import math

    linked = bead.source_count and bead.target_count
    return Link(
        source=tuple(range(bead.source, bead.source + bead.source_count)),
        target=tuple(range(bead.target, bead.target + bead.target_count)),
        similarity=round(1 / (1 + math.exp(-6 * bead.quality)), 4) if linked else 0.0,
    )


def prepare(
    source: Sequence[str], target: Sequence[str], source_language: str, target_language: str, encoder: Encoder
) -> Prepared:
    """Encode two texts and gather the evidence for the beads that are worth looking at."""
    import numpy as np

    from polyglot_news.align.encoder import encode_runs
    from polyglot_news.align.lexical import WordTable, has_lexicon

    runs = (
        encode_runs(encoder, source, LONGEST, joiner="" if source_language == "zh" else " "),
        encode_runs(encoder, target, LONGEST, joiner="" if target_language == "zh" else " "),
    )
    band = find_band(runs[0][0], runs[1][0])
    words = None
    if has_lexicon(source_language, target_language):
        words = WordTable.of(source, source_language), WordTable.of(target, target_language)
    sizes = tuple(np.array([len(text) for text in side], dtype=np.float32) for side in (source, target))
    evidence = gather(runs, words, (sizes[0], sizes[1]), band)
    return Prepared(
        evidence=evidence,
        band=band,
        source_hubs=_source_hubs(evidence),
        target_hubs=_target_hubs(evidence, len(target)),
    )


_RIVALS = 4
_SWAP = 63


def _source_hubs(evidence: list[Evidence]) -> Floats:
    """Return how near the nearest few sentences of the other side are, on average."""
    import numpy as np

    return np.array([np.sort(item.cosine[0, 0])[-_RIVALS:].mean() for item in evidence], dtype=np.float64)


def _target_hubs(evidence: list[Evidence], size: int) -> Floats:
    import numpy as np

    best = np.zeros((size, _RIVALS + 1), dtype=np.float64)
    best[:] = np.nan
    for item in evidence:
        part = slice(item.low, item.low + item.cosine.shape[2])
        best[part, 0] = item.cosine[0, 0]
        best[part] = _push(best[part])
    return np.nan_to_num(np.nanmean(best[:, 1:], axis=1))


def _push(rows: Floats) -> Floats:
    import numpy as np

    filled = np.where(np.isnan(rows), -2.0, rows)
    ordered = np.sort(filled, axis=1)  # the smallest leaves through the first column
    return np.where(ordered == -2.0, np.nan, ordered)


def qualities(item: Evidence, i: int, prepared: Prepared, weights: Weights) -> Floats:
    """Return the quality of each bead that begins at source sentence ``i``; shape as in ``Evidence``."""
    import numpy as np

    width = item.cosine.shape[2]
    m = len(prepared.target_hubs)
    n = len(prepared.source_hubs)
    near = np.array([prepared.source_hubs[i : min(n, i + a + 1)].mean() for a in range(LONGEST)])
    upto = np.concatenate([[0.0], np.cumsum(prepared.target_hubs)])
    place = np.arange(item.low, item.low + width)
    far = np.stack([(upto[np.minimum(place + b + 1, m)] - upto[place]) / (b + 1) for b in range(LONGEST)])
    hub = (near[:, None, None] + far[None]) / 2
    quality = weights.cosine * item.cosine - weights.hub * hub
    quality += weights.covered * item.covered + weights.covering * item.covering
    quality -= weights.length * np.minimum(item.length, 2.0)
    return np.where(item.cosine > -1, quality, -np.inf)


def best_path(prepared: Prepared, weights: Weights = WEIGHTS) -> list[Bead]:
    """Return the best chain of beads from the beginning to the end of both texts."""
    import numpy as np

    band = prepared.band
    n, m = len(band) - 1, len(prepared.target_hubs)
    width = band[:, 1] - band[:, 0] + 1
    best = [np.full(w, -np.inf) for w in width]
    step = [np.zeros(w, dtype=np.int8) for w in width]  # 8 a + b of the bead that ends here
    value = [np.zeros(w) for w in width]
    best[0][0 - band[0, 0]] = 0.0
    shapes = [(a, b) for a in range(1, LONGEST + 1) for b in range(1, LONGEST + 1)]
    price = {
        (a, b): weights.larger * (a + b - 2) + (weights.many * (min(a, b) - 1) if min(a, b) > 1 else 0.0)
        for a, b in shapes
    }
    following = qualities(prepared.evidence[0], 0, prepared, weights) if n else None
    for i in range(n + 1):
        row = best[i]
        # Target sentences without counterpart: the score stays, the place moves on.
        reached = np.maximum.accumulate(row)
        step[i] = np.where(reached > row, 1, step[i]).astype(np.int8)
        row[:] = reached
        if i == n:
            break
        low, high = int(band[i, 0]), int(band[i, 1])
        _push_row(best[i + 1], step[i + 1], value[i + 1], row, low, int(band[i + 1, 0]), 8, 0.0)
        quality = following
        if i + 1 < n:
            following = qualities(prepared.evidence[i + 1], i + 1, prepared, weights)
        usable = min(high, m - 1) - low + 1
        if usable <= 0:
            continue
        for a, b in shapes:
            if i + a > n:
                continue
            worth = quality[a - 1, b - 1, :usable]
            gain = (a + b) * (worth - weights.least) - price[a, b]
            _push_row(
                best[i + a],
                step[i + a],
                value[i + a],
                row[:usable] + gain,
                low + b,
                int(band[i + a, 0]),
                8 * a + b,
                worth,
            )
        if i + 1 < n:
            # Two neighbours that changed places: i renders j + 1, and i + 1 renders j.
            below = _window(following[0, 0], int(band[i + 1, 0]), low, usable - 1)
            worth = np.minimum(quality[0, 0, 1:usable], below)
            gain = 2 * (quality[0, 0, 1:usable] + below - 2 * weights.least) - weights.crossing
            _push_row(
                best[i + 2],
                step[i + 2],
                value[i + 2],
                row[: usable - 1] + gain,
                low + 2,
                int(band[i + 2, 0]),
                _SWAP,
                worth,
            )
    return _trace(best, step, value, band)


def _window(row: Floats, low: int, begin: int, size: int) -> Floats:
    """Return ``size`` cells from column ``begin`` of a row that starts at column ``low``; what it lacks is -inf."""
    import numpy as np

    cells = np.full(size, -np.inf)
    first, last = max(begin, low), min(begin + size, low + len(row))
    if first < last:
        cells[first - begin : last - begin] = row[first - low : last - low]
    return cells


def _push_row(
    best: Floats,
    step: NDArray[np.int8],
    value: Floats,
    scores: Floats,
    begin: int,
    low: int,
    code: int,
    quality: Floats | float,
) -> None:
    """Improve the cells of a row, which begins at ``low``, by scores that begin at ``begin``."""
    first, last = max(begin, low), min(begin + len(scores), low + len(best))
    if first >= last:
        return
    new = scores[first - begin : last - begin]
    old = best[first - low : last - low]
    better = new > old
    old[better] = new[better]
    step[first - low : last - low][better] = code
    gained = quality if isinstance(quality, float) else quality[first - begin : last - begin][better]
    value[first - low : last - low][better] = gained


def _trace(
    best: list[Floats], step: list[NDArray[np.int8]], value: list[Floats], band: NDArray[np.int64]
) -> list[Bead]:
    i, j = len(best) - 1, int(band[-1, 1])
    beads: list[Bead] = []
    while i or j:
        at = j - int(band[i, 0])
        code, worth = int(step[i][at]), float(value[i][at])
        if code == _SWAP:
            i, j = i - 2, j - 2
            beads += [Bead(i + 1, 1, j, 1, worth), Bead(i, 1, j + 1, 1, worth)]
            continue
        a, b = divmod(code, 8)
        beads.append(Bead(i - a, a, j - b, b, worth if a and b else 0.0))
        i, j = i - a, j - b
    return beads[::-1]
