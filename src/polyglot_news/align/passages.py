"""Finding the passage of an official text that a quote renders, in any order of the text, whole sentences or parts.

Each run of one to four neighbouring sentences is a candidate. Evidence comes from sentence vectors, from vectors of
windows of word pieces within a sentence (a quote may be cut out of the middle of one), and from bilingual lexicons;
a logistic model over it, fitted on quotes whose passage is known or known to be absent, gives the similarity.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import attrs

from polyglot_news.align.lexical import WordTable, best_counterparts, counterparts, has_lexicon
from polyglot_news.align.model import Encoder, Passage
from polyglot_news.align.parts import parts
from polyglot_news.align.searchable import LONGEST, Searchable, encode_quotes
from polyglot_news.text import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from polyglot_news.documents import Document
    from polyglot_news.quotes.model import Quote

THRESHOLD = 0.5  # below this similarity a quote counts as not in the text
_SURE = 0.9  # similarity from which a part of a quote vouches for the quote
_HOPE = 0.02  # similarity of the whole quote from which its parts are searched for
_PER_DOCUMENT = 3
_LIKELY = 0.1  # similarity from which the stretch of a sentence that a quote renders is looked for
_FLOOR = 0.02  # candidates less likely than this are not worth showing, but the best of each text always is

# What ranks the candidates within a text: cosines, the share of the quote's words covered and that of the passage's,
# and the cost of each further sentence.
_RANK_COVERED, _RANK_COVERING, _RANK_SENTENCE = 0.6, 0.1, 0.02

_SAME = 0.95  # cosine from which two passages of a text say the same

# The weights come from texts of some length; a shorter one must not count as if it had nothing to choose from.
_SHORT = 20

# The logistic model, held back so far that few passages are claimed where there is none;
# ``python -m benchmarks.passage_weights`` fits such weights.
_WEIGHTS = {
    "best": 3.015,
    "run": -0.893,
    "window": -0.904,
    "covered": 4.259,
    "covering": 4.856,
    "margin": 7.602,
    "length": -0.946,
    "sentences": 0.256,
    "best_by_length": 0.566,
    "several": -0.797,
    "over_usual": 0.932,
    "constant": -5.145,
}


def find_passages(
    quote: Quote | str,
    officials: Sequence[Document | str | Searchable] | Document | str | Searchable,
    *,
    encoder: Encoder | None = None,
    language: str | None = None,
    per_document: int = _PER_DOCUMENT,
) -> list[Passage]:
    """Find the passages of official texts that a quote may render.

    Args:
        quote: the quote, in any of the languages.
        officials: one official text or several, in any language, that of the quote included.
        encoder: the sentence encoder, by default the one that ships with the library.
        language: the language of the quote; told from its text by default.
        per_document: the most candidates to return for each official text.

    Returns:
        Candidates of all official texts, the likeliest first; for each text at least one, unless it holds no sentence.
        If none is ``matched``, the quote is not in these texts. Several matched ones in one text are a tie. Where only
        the beginning or the end of a quote is in the texts, the passage behind that part is matched, with its
        similarity.
    """
    return find_all_passages([quote], officials, encoder=encoder, language=language, per_document=per_document)[0]


def find_all_passages(
    quotes: Sequence[Quote | str],
    officials: Sequence[Document | str | Searchable] | Document | str | Searchable,
    *,
    encoder: Encoder | None = None,
    language: str | None = None,
    per_document: int = _PER_DOCUMENT,
) -> list[list[Passage]]:
    """Find the passages behind many quotes of one article; the official texts are encoded once.

    Args:
        quotes: the quotes, all in one language.
        officials: as in ``find_passages``.
        encoder: as in ``find_passages``.
        language: the language of the quotes; told from their text by default.
        per_document: as in ``find_passages``.

    Returns:
        For each quote what ``find_passages`` returns.
    """
    from polyglot_news.align.encoder import default_encoder

    encoder = encoder or default_encoder()
    texts = [quote if isinstance(quote, str) else quote.text for quote in quotes]
    if not texts:
        return []
    language = language or _language_of("\n".join(texts))
    vectors = encode_quotes(encoder, texts)
    tables = [WordTable.of([text], language) if has_lexicon(language, language) else None for text in texts]
    found: list[list[Passage]] = [[] for _ in texts]
    by_part: list[list[Passage]] = [[] for _ in texts]
    for number, official in enumerate(_several(officials)):
        searchable = official if isinstance(official, Searchable) else Searchable.of(official, encoder)
        if not searchable.sentences:
            continue
        for k, (text, vector, table) in enumerate(zip(texts, vectors, tables, strict=True)):
            if not text.strip():
                continue
            here = _search(text, vector, table, searchable, number, encoder, per_document)
            found[k].extend(here)
            if table is not None and here[0].similarity >= _HOPE and not any(one.matched for one in found[k]):
                by_part[k].extend(_search_parts(text, language, searchable, number, encoder))
    for k, passages in enumerate(found):
        if by_part[k] and not any(passage.matched for passage in passages):
            passages[:] = _preferred(by_part[k], passages)
        passages.sort(key=lambda passage: (-passage.similarity, passage.document, passage.span))
    return found


def _search_parts(text: str, language: str, official: Searchable, number: int, encoder: Encoder) -> list[Passage]:
    """Return the passages of one official text behind the longest part of a quote that is surely in it."""
    pieces = [span.of(text) for span in parts(text, language)]
    for piece, vector in zip(pieces, encode_quotes(encoder, pieces), strict=True):
        table = WordTable.of([piece], language)
        found = _search(piece, vector, table, official, number, encoder, _PER_DOCUMENT)
        if found[0].similarity >= _SURE:
            return [passage for passage in found if passage.similarity >= _SURE]
    return []


def _preferred(sure: Sequence[Passage], others: Sequence[Passage]) -> list[Passage]:
    """Return all passages, but of those that share a sentence only the first."""
    kept = list(sure)
    for other in others:
        if not any(one.document == other.document and one.span.overlap(other.span) for one in kept):
            kept.append(other)
    return kept


def _several(
    officials: Sequence[Document | str | Searchable] | Document | str | Searchable,
) -> Iterable[Document | str | Searchable]:
    if isinstance(officials, str | Searchable) or not isinstance(officials, Sequence):
        return [officials]
    return officials


def _language_of(text: str) -> str:
    from polyglot_news.language import detect_language

    return detect_language(text).language


@attrs.frozen(kw_only=True, eq=False)
class _Evidence:
    """What speaks for each candidate: arrays of shape ``(LONGEST, sentences)``, by length of the run and its start.

    ``by_window`` has the cosine of each window instead.
    """

    run: NDArray[np.float64]
    window: NDArray[np.float64]
    covered: NDArray[np.float64]
    covering: NDArray[np.float64]
    rank: NDArray[np.float64]
    by_window: NDArray[np.float32]


def _search(
    text: str,
    vector: NDArray[np.float32],
    table: WordTable | None,
    official: Searchable,
    number: int,
    encoder: Encoder,
    limit: int,
) -> list[Passage]:
    """Return the best candidates of one official text."""
    evidence = _evidence(vector, table, official)
    passages = []
    for place, ((k, i), features) in enumerate(_candidates(text, evidence, official, limit)):
        score = sum(_WEIGHTS[name] * value for name, value in features.items())
        similarity = round(1 / (1 + math.exp(-max(-30.0, min(30.0, score)))), 4)
        if place and similarity < _FLOOR:
            break
        span = Span(official.sentences[i].start, official.sentences[i + k].end)
        core = span
        # To look for the exact stretch costs more than all the rest: it is done where there may be one.
        if k == 0 and similarity >= _LIKELY and evidence.window[0, i] > evidence.run[0, i]:
            first, last = official.window_starts[i : i + 2]
            core = official.refine(int(first + evidence.by_window[first:last].argmax()), vector, encoder)
        passages.append(
            Passage(
                document=number,
                span=span,
                core=core,
                text=span.of(official.text),
                similarity=similarity,
                matched=similarity >= THRESHOLD,
            )
        )
    return passages


def rated_candidates(
    text: str, vector: NDArray[np.float32], table: WordTable | None, official: Searchable, limit: int
) -> list[tuple[Span, dict[str, float]]]:
    """Return the best candidates of one official text for a quote, with what speaks for each: to fit the model on.

    Args:
        text: the quote.
        vector: its vector, as ``encode_quotes`` gives it.
        table: its words.
        official: the official text.
        limit: the most candidates.
    """
    found = _candidates(text, _evidence(vector, table, official), official, limit)
    return [(Span(official.sentences[i].start, official.sentences[i + k].end), features) for (k, i), features in found]


def _candidates(
    text: str, evidence: _Evidence, official: Searchable, limit: int
) -> list[tuple[tuple[int, int], dict[str, float]]]:
    """Return the best candidates, as length less one and first sentence, with the features of the logistic model."""
    import numpy as np

    rank = evidence.rank.copy()
    usual = float(np.percentile(rank[0], 75))
    pieces = math.log(max(1, _rough_pieces(text)))
    chosen: list[tuple[int, int]] = []
    for _ in range(max(limit, _PER_DOCUMENT) + 1):
        k, i = divmod(int(rank.argmax()), rank.shape[1])
        if rank[k, i] == -np.inf:
            break
        chosen.append((k, i))
        for other in range(LONGEST):  # candidates that share a sentence with this one are out
            rank[other, max(0, i - other) : i + k + 1] = -np.inf
    found = []
    for place, (k, i) in enumerate(chosen[:limit]):
        # What the text says twice is no rival of itself: both are found, as a tie.
        rivals = [
            evidence.rank[other]
            for j, other in enumerate(chosen)
            if j != place and float(official.runs[other] @ official.runs[k, i]) < _SAME
        ]
        best = float(max(evidence.run[k, i], evidence.window[k, i]))
        features = {
            "best": best,
            "run": float(evidence.run[k, i]),
            "window": float(evidence.window[k, i]),
            "covered": float(evidence.covered[k, i]),
            "covering": float(evidence.covering[k, i]),
            "margin": float(evidence.rank[k, i] - max(rivals)) if rivals else 0.5,
            "length": pieces,
            "sentences": math.log(max(_SHORT, len(official.sentences))),
            "best_by_length": best * pieces,
            "several": float(k > 0),
            "over_usual": float(evidence.rank[k, i]) - usual,
            "constant": 1.0,
        }
        found.append(((k, i), features))
    return found


def _evidence(vector: NDArray[np.float32], table: WordTable | None, official: Searchable) -> _Evidence:
    import numpy as np

    n = len(official.sentences)
    run = np.asarray(official.runs @ vector, dtype=np.float64)
    by_window = official.windows @ vector
    window = np.full((LONGEST, n), -1.0)
    filled = np.flatnonzero(np.diff(official.window_starts))
    if len(filled):
        window[0, filled] = np.maximum.reduceat(by_window, official.window_starts[:-1][filled])
    for k in range(1, min(LONGEST, n)):
        window[k, : n - k] = np.maximum(window[k - 1, : n - k], window[0, k:])
    covered, covering = _coverage(table, official)
    rank = run.copy()
    rank[0] = 0.5 * np.maximum(run[0], window[0]) + 0.25 * (run[0] + window[0])
    rank += _RANK_COVERED * covered + _RANK_COVERING * covering - _RANK_SENTENCE * np.arange(LONGEST)[:, None]
    for k in range(1, LONGEST):
        rank[k, max(0, n - k) :] = -np.inf
    return _Evidence(run=run, window=window, covered=covered, covering=covering, rank=rank, by_window=by_window)


def _coverage(table: WordTable | None, official: Searchable) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return how much of the quote's words each run covers, and how much of the run's words the quote covers."""
    import numpy as np

    n = len(official.sentences)
    covered, covering = np.zeros((LONGEST, n)), np.zeros((LONGEST, n))
    words = official.words
    if table is None or words is None or not len(table.ids) or not len(words.ids):
        # Without lexical evidence assume what is usual of a rendering, so that only the vectors decide.
        return covered + 0.5, covering + 0.4
    found = counterparts(table, words)
    best = best_counterparts(table, words, found)
    weights = np.bincount(table.ids, minlength=len(table.forms)) * table.weights
    _, columns, likeness = found
    by_quote = np.zeros(len(words.forms))
    np.maximum.at(by_quote, columns, likeness)
    word_weights = words.weights[words.ids].astype(np.float64)
    got = np.concatenate([[0.0], np.cumsum(word_weights * by_quote[words.ids])])
    whole = np.concatenate([[0.0], np.cumsum(word_weights)])
    together = best.copy()
    for k in range(min(LONGEST, n)):
        if k:
            together = np.maximum(together[:, :-1], best[:, k:])
        covered[k, : n - k] = weights @ together / weights.sum()
        first, last = words.starts[: n - k], words.starts[k + 1 :]
        covering[k, : n - k] = (got[last] - got[first]) / np.maximum(whole[last] - whole[first], 1e-6)
    return covered, covering


def _rough_pieces(text: str) -> int:
    """Return about how many word pieces a text has: words, or Chinese characters."""
    from polyglot_news.text import is_han

    han = sum(map(is_han, text))
    return round(1.4 * len(text.split()) + 0.75 * han)
