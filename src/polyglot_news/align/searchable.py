"""An official text made ready for search: sentences, vectors of runs and windows, words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from polyglot_news.align.encoder import UseEncoder, encode_runs, encoded
from polyglot_news.align.layout import is_dateline, paragraph_starts, said_apart, said_by_journalists
from polyglot_news.align.lexical import WordTable, has_lexicon
from polyglot_news.align.model import Encoder
from polyglot_news.text import Span, in_simplified, split_sentences, trimmed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from polyglot_news.documents import Document

LONGEST = 4  # sentences in a passage
_WINDOWS = (4, 6, 8, 11, 15, 20, 28, 40, 56)  # word pieces; neighbouring windows share three quarters
_BLOCK = 64  # sentences that are encoded at once
_MOST = 64  # windows of one length in a sentence without end: they stand further apart then


@attrs.frozen(kw_only=True, eq=False)
class Searchable:
    """An official text with all that a search needs; making one is the costly part of a search.

    Attributes:
        original: the text as it is written.
        text: the same, Chinese in simplified characters, one for one.
        sentences: its sentences; who says the words that follow stands apart.
        breaks: for each sentence but the first, whether a paragraph begins with it.
        asked: for each sentence, whether a journalist says it, who asks.
        datelines: for each sentence, whether it is nothing but a place and a date.
        runs: vectors of runs of sentences, shape ``(LONGEST, sentences, dimension)``.
        windows: vectors of windows within sentences, shape ``(windows, dimension)``.
        window_spans: the part of the text that each window covers.
        window_starts: where the windows of each sentence begin; one more than sentences.
        words: the words of each sentence, or None in a language without lexicon.
    """

    original: str
    text: str
    sentences: list[Span]
    breaks: list[bool]
    asked: list[bool]
    datelines: list[bool]
    runs: NDArray[np.float32]
    windows: NDArray[np.float32]
    window_spans: list[Span]
    window_starts: NDArray[np.int64]
    words: WordTable | None

    @classmethod
    def of(cls, official: Document | str, encoder: Encoder) -> Searchable:
        """Split and encode an official text."""
        from polyglot_news.language import detect_language

        original = official if isinstance(official, str) else official.text
        language = detect_language(original).language if isinstance(official, str) else official.language
        sentences = said_apart(split_sentences(original, language), original)
        text = in_simplified(original, language)
        texts = [span.of(text) for span in sentences]
        windows, window_spans, window_starts = _windows(text, sentences, encoder)
        return cls(
            original=original,
            text=text,
            sentences=sentences,
            breaks=paragraph_starts(text, sentences),
            asked=said_by_journalists(sentences, original),
            datelines=[is_dateline(one) for one in texts],
            runs=encode_runs(encoder, texts, LONGEST, joiner="" if language == "zh" else " "),
            windows=windows,
            window_spans=window_spans,
            window_starts=window_starts,
            words=WordTable.of(texts, language) if has_lexicon(language, language) else None,
        )

    def refine(self, window: int, vector: NDArray[np.float32], encoder: Encoder) -> Span:
        """Return the stretch of whole words around a window that is nearest to a vector."""
        import bisect

        import numpy as np

        coarse = self.window_spans[window]
        sentence = self.sentences[bisect.bisect_right(self.window_starts, window) - 1]
        piece = sentence.of(self.text)
        words = [Span(*word).shift(sentence.start) for word in _words(piece)]
        if not isinstance(encoder, UseEncoder) or not words:
            return coarse
        ((places, shares),) = encoder.pieces([piece])
        starts = np.array([start for start, _ in places]) + sentence.start
        upto = _sums(shares)
        slack = min(max(8, len(coarse) // 2), 40)
        firsts = [word.start for word in words if abs(word.start - coarse.start) <= slack]
        lasts = [word.end for word in words if abs(word.end - coarse.end) <= slack]
        spans = [Span(first, last) for first in firsts for last in lasts if last > first]
        if not spans:
            return coarse
        begin = np.searchsorted(starts, [span.start for span in spans], side="right") - 1
        end = np.searchsorted(starts, [span.end for span in spans], side="left")
        end = np.maximum(end, begin + 1)
        sums = (upto[end] - upto[begin]).astype(np.float32)
        cosines = encoder.vectors(sums, (end - begin).astype(np.float32)) @ vector
        return spans[int(cosines.argmax())]


def encode_quotes(encoder: Encoder, quotes: Sequence[str]) -> NDArray[np.float32]:
    """Encode quotes; the stop at their end tells nothing, since a quote may end anywhere."""
    return encoded(encoder, [quote.strip().rstrip(".。") or quote for quote in quotes])


def _windows(
    text: str, sentences: Sequence[Span], encoder: Encoder
) -> tuple[NDArray[np.float32], list[Span], NDArray[np.int64]]:
    """Encode windows of all lengths in each sentence; some sentences at a time, since the sums take much memory."""
    import numpy as np

    blocks = [_block(text, sentences[start : start + _BLOCK], encoder) for start in range(0, len(sentences), _BLOCK)]
    starts = [0, *(count for _, _, counts in blocks for count in counts)]
    vectors = [block for block, _, _ in blocks]
    return (
        np.concatenate(vectors) if vectors else encoder.encode([]),
        [span for _, spans, _ in blocks for span in spans],
        np.cumsum(starts, dtype=np.int64),
    )


def _block(text: str, sentences: Sequence[Span], encoder: Encoder) -> tuple[NDArray[np.float32], list[Span], list[int]]:
    """Return the windows of some sentences: vectors, spans, and how many each sentence has."""
    import numpy as np

    spans: list[Span] = []
    sizes: list[int] = []
    sums: list[NDArray[np.float64]] = []
    counts: list[int] = []
    texts = [sentence.of(text) for sentence in sentences]
    pieces = encoder.pieces(texts) if isinstance(encoder, UseEncoder) else [(_words(piece), None) for piece in texts]
    for sentence, (places, shares) in zip(sentences, pieces, strict=True):
        upto = None if shares is None else _sums(shares)
        stretches = _stretches(len(places))
        for first, last in stretches:
            spans.append(trimmed(text, places[first][0] + sentence.start, places[last - 1][1] + sentence.start))
            sizes.append(last - first)
            if upto is not None:
                sums.append(upto[last] - upto[first])
        counts.append(len(stretches))
    if isinstance(encoder, UseEncoder):
        rows = np.array(sums, dtype=np.float32).reshape(len(sums), 512)
        return encoder.vectors(rows, np.array(sizes, dtype=np.float32)), spans, counts
    return encoded(encoder, [span.of(text) for span in spans]), spans, counts


def _sums(shares: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the sums of the first 0, 1, 2 … rows."""
    import numpy as np

    return np.concatenate([np.zeros((1, shares.shape[1])), np.cumsum(shares, axis=0, dtype=np.float64)])


def _stretches(length: int) -> list[tuple[int, int]]:
    """Return the windows over a sentence of so many pieces, or words."""
    found = []
    for size in _WINDOWS:
        if size >= length:
            break
        firsts = {*range(0, length - size + 1, max(1, size // 4, length // _MOST)), length - size}
        found += [(first, first + size) for first in sorted(firsts)]
    return found or [(0, length)][:length]


def _words(text: str) -> list[tuple[int, int]]:
    from polyglot_news.align.segmentation import segment

    return [(span.start, span.end) for span in segment(text, "en")]
