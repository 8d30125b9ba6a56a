"""What the words of a text mean where they stand: vectors from the sentence encoder, one a word.

The encoder's sentence vector is a function of a sum over word pieces, each seen in the context of its neighbours. The
same function of one word's pieces gives a vector for that word; of the sum without them, one for the text without it.
Words of two languages that stand for each other have near vectors, as in similarity-based aligners (Jalili Sabet et al.
2020) and in the recognition of semantic differences by token similarity (Vamvas and Sennrich 2023).
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from polyglot_news.text import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@attrs.frozen(eq=False, kw_only=True)
class Context:
    """The words of a text in its context.

    Attributes:
        shares: the sum over the pieces of each word, shape ``(words, 512)``.
        sizes: how many pieces each word has (a piece over two words is shared out), shape ``(words,)``.
        total: the sum over all pieces of the text, shape ``(512,)``.
        size: how many pieces the text has.
        vectors: a unit vector for each word, shape ``(words, 512)``.
        whole: the unit vector of the text, shape ``(512,)``.
    """

    shares: NDArray[np.float32]
    sizes: NDArray[np.float32]
    total: NDArray[np.float32]
    size: float
    vectors: NDArray[np.float32]
    whole: NDArray[np.float32]

    def without(self, runs: Sequence[tuple[int, int]]) -> NDArray[np.float32]:
        """Return the unit vector of the text without a run of words, one row for each ``(first, last + 1)``."""
        import numpy as np

        shares = np.concatenate([np.zeros((1, self.shares.shape[1]), dtype=np.float32), self.shares.cumsum(axis=0)])
        sizes = np.concatenate([np.zeros(1, dtype=np.float32), self.sizes.cumsum()])
        ends = np.array(runs, dtype=np.int64).reshape(-1, 2)
        first, last = ends[:, 0], ends[:, 1]
        return _vectors(self.total - (shares[last] - shares[first]), self.size - (sizes[last] - sizes[first]))

    def of(self, runs: Sequence[tuple[int, int]]) -> NDArray[np.float32]:
        """Return the unit vector of a run of words in its context, one row for each ``(first, last + 1)``."""
        import numpy as np

        shares = np.array([self.shares[first:last].sum(axis=0) for first, last in runs], dtype=np.float32)
        sizes = np.array([self.sizes[first:last].sum() for first, last in runs], dtype=np.float32)
        return _word_vectors(shares.reshape(-1, self.shares.shape[1]), sizes)


@functools.lru_cache(maxsize=64)
def context(text: str, words: tuple[Span, ...]) -> Context:
    """Encode a text, and share its word pieces out to its words.

    Args:
        text: the text.
        words: its words, ascending, without overlap.
    """
    import numpy as np

    from polyglot_news.align.encoder import default_encoder

    ((places, pieces),) = default_encoder().pieces([text])
    weights = np.zeros((len(words), len(places)), dtype=np.float32)
    first = 0
    for i, word in enumerate(words):
        while first < len(places) and places[first][1] <= word.start:
            first += 1
        k = first
        while k < len(places) and places[k][0] < word.end:
            start, end = places[k]
            covered = min(end, word.end) - max(start, word.start)
            weights[i, k] = covered / max(1, len(text[start:end].strip()))
            k += 1
    np.minimum(weights, 1.0, out=weights)
    shares, sizes = weights @ pieces, weights.sum(axis=1)
    total, size = pieces.sum(axis=0), float(len(places))
    return Context(
        shares=shares,
        sizes=sizes,
        total=total,
        size=size,
        vectors=_word_vectors(shares, sizes),
        whole=_vectors(total[None], np.array([size]))[0],
    )


def _word_vectors(sums: NDArray[np.float32], sizes: NDArray[np.floating]) -> NDArray[np.float32]:
    """Return unit vectors of single words: without the marks of begin and end, which would make all words alike."""
    import numpy as np

    from polyglot_news.align.encoder import default_encoder

    return default_encoder().bare_vectors(sums.astype(np.float32), np.maximum(sizes, 1.0).astype(np.float32))


def _vectors(sums: NDArray[np.float32], sizes: NDArray[np.floating]) -> NDArray[np.float32]:
    import numpy as np

    from polyglot_news.align.encoder import default_encoder

    return default_encoder().vectors(sums.astype(np.float32), np.maximum(sizes, 1.0).astype(np.float32))
