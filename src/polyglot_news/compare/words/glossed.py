"""What the bilingual lexicon knows of two texts, laid out over their word pieces, for the estimator.

The sentence encoder sees that *nurse* and *médecin* are akin; the lexicon, that one never stands for the other.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from polyglot_news.align.segmentation import normal_form, segment
from polyglot_news.text import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

TOLD = 4  # what is told of each piece: see `glossed`
_SUPPORT = 12.0  # logarithm of the occurrences of the commonest content words in the lexicons


def glossed(
    texts: tuple[str, str], languages: tuple[str, str], pieces: tuple[Sequence[Span], Sequence[Span]]
) -> tuple[Floats, tuple[Floats, Floats]]:
    """Return how likely the pieces of two texts stand for each other, and what is told of each piece.

    Args:
        texts: the two texts.
        languages: "en", "fr" or "zh", two different ones.
        pieces: where the word pieces of each text stand.

    Returns:
        The root of the translation probability of the words that two pieces belong to, shape ``(places of the one,
        places of the other)``, where a text has a place for each piece and one for each of the marks of begin and end;
        and for each text, shape ``(places, TOLD)``: how likely its word is rendered by the likeliest word of the other
        text, how likely that is its rendering, how rare the word is (0 for numbers), and how often the lexicon has
        seen it. All are 0 for marks and punctuation, and where one of the texts has no words, and at most 1.
    """
    import numpy as np

    from polyglot_news.align.words import emissions

    words = [
        tuple(word for word in _words(text, language) if stands and word.start < stands[-1].end)
        for text, language, stands in zip(texts, languages, pieces, strict=True)
    ]
    belongs = [_belongs(tuple(pieces[k]), words[k]) for k in (0, 1)]
    likeness = np.zeros((len(words[0]) + 1, len(words[1]) + 1), dtype=np.float32)  # the last is no word
    told = [np.zeros((len(one) + 1, TOLD), dtype=np.float32) for one in words]
    if words[0] and words[1]:
        surfaces = [_surfaces(text, one) for text, one in zip(texts, words, strict=True)]
        ahead, back = (np.sqrt(np.minimum(one, 1.0)) for one in emissions(surfaces[0], surfaces[1], *languages))
        likeness[:-1, :-1] = np.maximum(ahead, back)
        for k, (rendered, renders) in enumerate(((ahead, back), (back.T, ahead.T))):
            told[k][:-1, 0] = rendered.max(axis=1)
            told[k][:-1, 1] = renders.max(axis=1)
            told[k][:-1, 2:] = _known(tuple(surfaces[k]), languages[k])
    return likeness[np.ix_(*belongs)], (told[0][belongs[0]], told[1][belongs[1]])


@functools.lru_cache(maxsize=256)
def _words(text: str, language: str) -> tuple[Span, ...]:
    return tuple(segment(text, language))


def _surfaces(text: str, words: Sequence[Span]) -> list[str]:
    return [word.of(text) for word in words]


def _belongs(pieces: tuple[Span, ...], words: tuple[Span, ...]) -> NDArray[np.int64]:
    """Return the word that each piece shares most characters with; -1 for none, and for the marks of begin and end."""
    import numpy as np

    found = np.full(len(pieces) + 2, -1, dtype=np.int64)
    first = 0
    for k, piece in enumerate(pieces, 1):
        while first < len(words) and words[first].end <= piece.start:
            first += 1
        most = 0
        for i in range(first, len(words)):
            if words[i].start >= piece.end:
                break
            shared = piece.overlap(words[i])
            if shared > most:
                most, found[k] = shared, i
    return found


@functools.lru_cache(maxsize=256)
def _known(words: tuple[str, ...], language: str) -> Floats:
    """Return how rare each word is, and how often the lexicons have seen it, both 0 to 1."""
    import numpy as np

    from polyglot_news.align.lexicon import vocabulary
    from polyglot_news.compare.words.evidence import weights

    known = vocabulary(language)
    numbers = [known.ids.get(normal_form(word, language), -1) for word in words]
    seen = np.array([known.counts[number] if number >= 0 else 0.0 for number in numbers])
    support = np.minimum(np.log1p(seen) / _SUPPORT, 1.0)
    return np.stack([weights(words, language), support], axis=1).astype(np.float32)
