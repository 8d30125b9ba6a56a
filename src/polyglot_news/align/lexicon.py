"""The bilingual lexicons that ship with the package: how often which word stands for which.

Counts come from statistical word alignment of public parallel corpora (``data/lexicons/README.md`` names them);
``python -m training.lexicons`` makes the files anew. Everything here is loaded at first use.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from importlib import resources
from typing import TYPE_CHECKING

import attrs

from polyglot_news.align.segmentation import check_language, normal_form

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Counts are stored as one byte: round(SCALE * ln(1 + count)); a step is 7%.
SCALE = 15.0
PAIRS = (("en", "fr"), ("en", "zh"), ("fr", "zh"))
FOLDER = resources.files("polyglot_news") / "data" / "lexicons"


def _read(name: str) -> dict[str, NDArray[np.generic]]:
    import numpy as np

    with FOLDER.joinpath(name + ".npz").open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        return dict(arrays)


def _counts(stored: NDArray[np.generic]) -> NDArray[np.float32]:
    import numpy as np

    counts: NDArray[np.float32] = np.expm1(stored.astype(np.float32) / SCALE).astype(np.float32)
    return counts


@attrs.frozen
class Vocabulary:
    """The words of one language, most frequent first.

    Attributes:
        ids: normal form of a word -> its number.
        counts: occurrences in the corpora, shape ``(words,)``.
        total: occurrences of all words together.
    """

    ids: dict[str, int]
    counts: NDArray[np.float32]
    total: float


@functools.lru_cache(maxsize=3)
def vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of "en", "fr" or "zh"."""
    arrays = _read(check_language(language))
    words = arrays["words"].tobytes().decode("utf-8").split("\n")
    counts = _counts(arrays["counts"])
    return Vocabulary({word: number for number, word in enumerate(words)}, counts, float(counts.sum()))


@functools.lru_cache(maxsize=1)
def segmentation_words() -> tuple[dict[str, float], dict[int, int]]:
    """Return log probabilities of Chinese words, and the table that folds traditional characters to simplified ones."""
    import numpy as np

    arrays = _read("zh")
    known = vocabulary("zh")
    scores = np.log((known.counts + 0.5) / known.total)
    traditional, simplified = arrays["fold"].tobytes().decode("utf-8").split("\n")
    return dict(zip(known.ids, scores.tolist(), strict=True)), str.maketrans(traditional, simplified)


def unigrams(words: Sequence[str], language: str) -> NDArray[np.float64]:
    """Return the relative frequency of each normal form; an unseen one counts as seen half a time."""
    import numpy as np

    known = vocabulary(language)
    numbers = _numbers(words, language)
    return (np.where(numbers >= 0, known.counts[numbers], 0.0) + 0.5).astype(np.float64) / known.total


def rarity(word: str, language: str) -> float:
    """Return how much a word tells: minus the logarithm of its relative frequency, about 3 (*the*) to 17 (unseen)."""
    import math

    return -math.log(float(unigrams([normal_form(word, language)], language)[0]))


@attrs.frozen(eq=False)
class Lexicon:
    """How often the words of two languages stand for each other.

    Attributes:
        source_language: the language of the rows.
        target_language: the language of the columns.
        starts: where the row of each source word begins in ``columns`` and ``joint``.
        columns: numbers of target words, ascending in each row.
        joint: how often the two words were aligned.
        source_marginal: how often each source word was aligned to anything, or to nothing.
        target_marginal: the same of each target word.
    """

    source_language: str
    target_language: str
    starts: NDArray[np.int64]
    columns: NDArray[np.uint16]
    joint: NDArray[np.float32]
    source_marginal: NDArray[np.float32]
    target_marginal: NDArray[np.float32]

    def probabilities(
        self, source: Sequence[str], target: Sequence[str]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return p(target word | source word) and p(source word | target word), both of shape ``(source, target)``.

        Args:
            source: normal forms in the source language.
            target: normal forms in the target language.
        """
        import numpy as np

        joint = np.zeros((len(source), len(target)), dtype=np.float32)
        left = _numbers(source, self.source_language)
        right = _numbers(target, self.target_language)
        wanted, inverse = np.unique(right, return_inverse=True)
        rows: dict[int, NDArray[np.float32]] = {}
        for i, number in enumerate(left.tolist()):
            row = rows.get(number)
            if row is None:
                columns, counts = self.row(number)
                row = np.zeros(len(wanted), dtype=np.float32)
                if len(columns):
                    places = np.minimum(np.searchsorted(columns, wanted), len(columns) - 1)
                    row = np.where(columns[places] == wanted, counts[places], row)
                rows[number] = row
            joint[i] = row[inverse]
        return joint / _totals(self.source_marginal, left)[:, None], joint / _totals(self.target_marginal, right)

    def row(self, number: int) -> tuple[NDArray[np.uint16], NDArray[np.float32]]:
        """Return the numbers of the target words that a source word stands for, and how often."""
        if not 0 <= number < len(self.starts) - 1:
            return self.columns[:0], self.joint[:0]
        span = slice(self.starts[number], self.starts[number + 1])
        return self.columns[span], self.joint[span]

    def translations(self, word: str, limit: int = 10) -> list[tuple[str, float]]:
        """Return the likeliest translations of a source word (normal forms), with p(target | source), best first."""
        import numpy as np

        number = vocabulary(self.source_language).ids.get(normal_form(word, self.source_language), -1)
        columns, joint = self.row(number)
        names = _names(self.target_language)
        total = max(float(self.source_marginal[number]), 1.0)
        order = np.argsort(-joint, kind="stable")[:limit].tolist()
        return [(names[columns[k]], float(joint[k]) / total) for k in order]


def synonymy(
    source: Sequence[str], target: Sequence[str], language: str
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return how likely words of one language paraphrase each other: they are the same, or share translations.

    Args:
        source: normal forms.
        target: normal forms of the same language.
        language: "en", "fr" or "zh".

    Returns:
        p(target word | source word) and p(source word | target word), both of shape ``(source, target)``. As in
        paraphrase extraction by pivoting (Bannard and Callison-Burch 2005).
    """
    import numpy as np

    table = lexicon(language, "fr" if language == "en" else "en")
    same = np.array([[one == two for two in target] for one in source], dtype=np.float32)
    left, right = _numbers(source, language), _numbers(target, language)
    rows = {k: table.row(k) for k in {*left.tolist(), *right.tolist()}}
    union = np.unique(np.concatenate([columns for columns, _ in rows.values()]))
    pivot_total = np.maximum(table.target_marginal[union], 1.0)

    def spread(numbers: NDArray[np.int64]) -> NDArray[np.float32]:
        dense = np.zeros((len(numbers), len(union)), dtype=np.float32)
        for i, number in enumerate(numbers.tolist()):
            columns, joint = rows[number]
            dense[i, np.searchsorted(union, columns)] = joint
        return dense

    one, two = spread(left), spread(right)
    shared = (one / pivot_total) @ two.T
    forward = shared / _totals(table.source_marginal, left)[:, None]
    backward = shared / _totals(table.source_marginal, right)
    return np.maximum(forward, 0.8 * same), np.maximum(backward, 0.8 * same)


def _totals(marginal: NDArray[np.float32], numbers: NDArray[np.int64]) -> NDArray[np.float32]:
    """Return the marginal counts of words, 1 for those that the table lacks."""
    import numpy as np

    known = (numbers >= 0) & (numbers < len(marginal))
    return np.where(known, np.maximum(marginal[np.where(known, numbers, 0)], 1.0), 1.0).astype(np.float32)


def _numbers(words: Sequence[str], language: str) -> NDArray[np.int64]:
    import numpy as np

    ids = vocabulary(language).ids
    return np.array([ids.get(word, -1) for word in words], dtype=np.int64)


@functools.lru_cache(maxsize=3)
def _names(language: str) -> list[str]:
    return list(vocabulary(language).ids)


@functools.lru_cache(maxsize=6)
def lexicon(source_language: str, target_language: str) -> Lexicon:
    """Return the lexicon of a pair of different languages, in either direction.

    Raises:
        LanguageError: a language is none of "en", "fr", "zh".
    """
    import numpy as np

    pair = tuple(sorted((check_language(source_language), check_language(target_language))))
    arrays = _read("-".join(pair))
    lengths = arrays["lengths"].astype(np.int64)
    rows = np.repeat(np.arange(len(lengths)), lengths)
    columns = arrays["columns"].astype(np.int64)
    joint = _counts(arrays["joint"])
    marginals = [_counts(arrays["marginal_" + language]) for language in pair]
    if pair[0] != source_language:
        order = np.lexsort((rows, columns))
        rows, columns, joint = columns[order], rows[order], joint[order]
        marginals.reverse()
    starts = np.searchsorted(rows, np.arange(len(marginals[0]) + 1))
    return Lexicon(
        source_language, target_language, starts, columns.astype(np.uint16), joint, marginals[0], marginals[1]
    )
