"""Lexical evidence that texts in two languages mean the same: how much of each side's words the other side renders.

The measure is that of model 1 of Brown et al. (1993) turned into a coverage: each word counts by its rarity, and is
covered as far as the likeliest of its counterparts stands on the other side.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from polyglot_news.align.segmentation import normal_form, segment
from polyglot_news.language import LANGUAGES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_COMMON = 3.0  # minus the logarithm of the frequency of the commonest words, which tell nothing
_RAREST = 7.0  # beyond this a rare word tells no more than another
_LEAST = 0.1
_SAME_FORM = 0.7  # a short word that looks the same is often another word


@attrs.frozen(kw_only=True, eq=False)
class WordTable:
    """The words of several texts of one language.

    Attributes:
        language: "en", "fr" or "zh".
        forms: the different normal forms.
        places: the place of each form in ``forms``.
        known: the number of each form in the vocabulary of the language, or -1.
        weights: how much each form tells, shape ``(len(forms),)``.
        ids: the words of all texts in order, as numbers of forms.
        starts: where the words of each text begin in ``ids``; one more than texts.
    """

    language: str
    forms: list[str]
    places: dict[str, int]
    known: NDArray[np.int64]
    weights: NDArray[np.float32]
    ids: NDArray[np.int64]
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Sequence[str], language: str) -> WordTable:
        """Segment texts and number their words."""
        words: list[str] = []
        starts = [0]
        for text in texts:
            words.extend(normal_form(span.of(text), language) for span in segment(text, language))
            starts.append(len(words))
        return cls.numbered(words, starts, language)

    @classmethod
    def numbered(cls, words: Sequence[str], starts: Sequence[int], language: str) -> WordTable:
        """Number the normal forms of all words, which are given text after text."""
        import numpy as np

        from polyglot_news.align.lexicon import vocabulary

        places: dict[str, int] = {}
        ids = [places.setdefault(word, len(places)) for word in words]
        forms = list(places)
        vocabulary_ids = vocabulary(language).ids
        return cls(
            language=language,
            forms=forms,
            places=places,
            known=np.array([vocabulary_ids.get(form, -1) for form in forms], dtype=np.int64),
            weights=tell(forms, language),
            ids=np.array(ids, dtype=np.int64),
            starts=np.array(starts, dtype=np.int64),
        )

    def words_of(self, text: int) -> NDArray[np.int64]:
        """Return the words of one text, as numbers of forms."""
        return self.ids[self.starts[text] : self.starts[text + 1]]


def tell(forms: Sequence[str], language: str) -> NDArray[np.float32]:
    """Return how much each normal form tells, by its rarity: shape ``(len(forms),)``, 0.1 to 7."""
    import numpy as np

    from polyglot_news.align.lexicon import unigrams

    rarity = -np.log(unigrams(forms, language)) if forms else np.zeros(0)
    return np.clip(rarity - _COMMON, _LEAST, _RAREST).astype(np.float32)


def has_lexicon(source_language: str, target_language: str) -> bool:
    """Tell whether there is lexical evidence for this pair of languages."""
    return source_language in LANGUAGES and target_language in LANGUAGES


def counterparts(
    source: WordTable, target: WordTable
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
    """Return which forms of the source stand for which forms of the target, and how surely (0 to 1).

    Returns:
        Rows, columns and likeness of a sparse matrix, sorted by row and column.
    """
    import numpy as np

    same = [(i, target.places[form], _same(form)) for i, form in enumerate(source.forms) if form in target.places]
    rows = np.array([i for i, _, _ in same], dtype=np.int64)
    columns = np.array([j for _, j, _ in same], dtype=np.int64)
    likeness = np.array([s for _, _, s in same], dtype=np.float32)
    if source.language != target.language:
        more = _from_lexicon(source, target)
        rows, columns = np.concatenate([rows, more[0]]), np.concatenate([columns, more[1]])
        likeness = np.concatenate([likeness, more[2]])
    order = np.lexsort((-likeness, columns, rows))
    rows, columns, likeness = rows[order], columns[order], likeness[order]
    first = np.ones(len(rows), dtype=bool)
    first[1:] = (rows[1:] != rows[:-1]) | (columns[1:] != columns[:-1])
    return rows[first], columns[first], likeness[first]


def _same(form: str) -> float:
    return 1.0 if len(form) > 3 or form[:1].isdigit() or form[:1] >= "\u3007" else _SAME_FORM


def _from_lexicon(
    source: WordTable, target: WordTable
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
    import numpy as np

    from polyglot_news.align.lexicon import lexicon

    table = lexicon(source.language, target.language)
    left = source.known
    column_of = np.full(max(int(target.known.max(initial=-1)) + 1, len(table.target_marginal)), -1, dtype=np.int64)
    there = np.flatnonzero(target.known >= 0)
    column_of[target.known[there]] = there
    usable = np.flatnonzero((left >= 0) & (left < len(table.starts) - 1))
    begins = table.starts[left[usable]]
    lengths = table.starts[left[usable] + 1] - begins
    rows = np.repeat(usable, lengths)
    places = np.repeat(begins - np.cumsum(lengths) + lengths, lengths) + np.arange(lengths.sum())
    original = table.columns[places].astype(np.int64)
    columns = column_of[original]
    kept = columns >= 0
    rows, columns, original, joint = rows[kept], columns[kept], original[kept], table.joint[places][kept]
    forward = joint / np.maximum(table.source_marginal[left[rows]], 1.0)
    backward = joint / np.maximum(table.target_marginal[original], 1.0)
    likeness = np.sqrt(np.minimum(np.maximum(forward, backward), 1.0)).astype(np.float32)
    return rows, columns, likeness


def best_counterparts(
    source: WordTable,
    target: WordTable,
    found: tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]],
) -> NDArray[np.float32]:
    """Return how well each form of a short source is covered by each text of the target.

    Args:
        source: the words of the source.
        target: the words of the texts.
        found: what ``counterparts`` gives for the two.

    Returns:
        Shape ``(len(source.forms), texts)``; time and memory are linear in the words of the target for each form.
    """
    import numpy as np

    texts = len(target.starts) - 1
    covered = np.zeros((len(source.forms), texts), dtype=np.float32)
    filled = np.flatnonzero(np.diff(target.starts))
    if not len(filled):
        return covered
    rows, columns, likeness = found
    dense = np.zeros(len(target.forms), dtype=np.float32)
    bounds = np.searchsorted(rows, np.arange(len(source.forms) + 1))
    for i in range(len(source.forms)):
        part = slice(bounds[i], bounds[i + 1])
        dense[columns[part]] = likeness[part]
        covered[i, filled] = np.maximum.reduceat(dense[target.ids], target.starts[:-1][filled])
        dense[columns[part]] = 0
    return covered


def pair_coverage(source: WordTable, target: WordTable, i: int, j: int) -> tuple[float, float]:
    """Return how much of the words of one source text a target text renders, and the reverse."""
    import numpy as np

    left, right = _alone(source, i), _alone(target, j)
    if not len(left.ids) or not len(right.ids):
        return 0.0, 0.0
    rows, columns, likeness = counterparts(left, right)
    best, back = np.zeros(len(left.forms)), np.zeros(len(right.forms))
    np.maximum.at(best, rows, likeness)
    np.maximum.at(back, columns, likeness)
    ours, theirs = left.weights[left.ids], right.weights[right.ids]
    return float(ours @ best[left.ids] / ours.sum()), float(theirs @ back[right.ids] / theirs.sum())


def _alone(table: WordTable, text: int) -> WordTable:
    """Return the table of one of the texts."""
    import numpy as np

    kept, ids = np.unique(table.words_of(text), return_inverse=True)
    forms = [table.forms[k] for k in kept]
    return WordTable(
        language=table.language,
        forms=forms,
        places={form: k for k, form in enumerate(forms)},
        known=table.known[kept],
        weights=table.weights[kept],
        ids=ids,
        starts=np.array([0, len(ids)]),
    )
