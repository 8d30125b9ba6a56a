"""Candidates for the passage behind a quote within one official text, and how likely each is.

Runs of one to four neighbouring sentences are ranked by evidence that costs little: sentence vectors, vectors of
windows of word pieces within a sentence (a quote may be cut out of the middle of one), and bilingual lexicons. The best
few are then looked at word by word, where a first logistic model leaves hope; the scores of that look are differences
of logarithms of their odds (a conditional logit: McFadden 1974), and a second logistic model turns them into the
similarity. All weights are fitted on quotes whose passage is known or known to be absent.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from polyglot_news.align.layout import announces, is_question
from polyglot_news.align.lexical import WordTable, best_counterparts, counterparts, has_lexicon
from polyglot_news.align.likeness import word_likeness
from polyglot_news.align.model import Encoder
from polyglot_news.align.searchable import LONGEST, Searchable, encode_quotes
from polyglot_news.odds import probability
from polyglot_news.text import Span, split_sentences

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_CLOSER = 5  # candidates of a text to look at word by word, at most
_NEAR = 2  # candidates to look at beside those of neighbouring quotes, at most
_ABOUT = 0.15  # those that rank further behind the first are left out
FEWEST = 5  # words of a quote to look closer; the links of fewer prove nothing
_CLAIM = 4  # words of a quote from which it states something; fewer may be a word of the question
_HOPE = 0.02  # similarity of the first from which one looks closer

# What ranks the candidates within a text: cosines, the share of the quote's words covered and that of the passage's,
# and the cost of each further sentence.
_RANK_COVERED, _RANK_COVERING, _RANK_SENTENCE = 0.6, 0.1, 0.02
_RANK_PARAGRAPH = 0.1  # cost of a paragraph that ends within what one sentence of an article renders

_SAME = 0.95  # cosine from which two passages of a text say the same

# The weights come from texts of some length; a shorter one must not count as if it had nothing to choose from.
_SHORT = 20

_ALONE = 0.5  # margin of rank of a candidate without rival
_MOST_ODDS = 3.0  # a greater margin says no more; that of a candidate without rival
_KEPT = ("best", "covered", "covering", "length", "sentences", "several", "over_usual")
_SEEN = ("linked", "stretch", "nearest", "farthest")

# ``python -m benchmarks.passage_weights --sample 130`` fitted all three.
_WEIGHTS = {
    "best": 1.234,
    "run": 1.352,
    "window": -0.584,
    "covered": 4.049,
    "covering": 3.751,
    "length": -0.954,
    "sentences": 0.222,
    "best_by_length": 0.393,
    "several": -0.682,
    "over_usual": 2.441,
    "constant": -4.407,
    "margin": 6.537,
}

_CLOSER_WEIGHTS = {
    "cosine": 12.426,
    "covered": 4.066,
    "covering": 3.056,
    "more": 3.474,
    "linked": 3.711,
    "stretch": 8.784,
    "filled": -1.049,
    "nearest": -2.853,
    "farthest": 6.796,
}

_LIKELY_WEIGHTS = {
    "best": 2.645,
    "covered": 1.156,
    "covering": 3.952,
    "length": 0.285,
    "sentences": 0.097,
    "several": -1.004,
    "over_usual": 1.577,
    "linked": 5.182,
    "stretch": 3.870,
    "nearest": -0.569,
    "farthest": 2.963,
    "margin": 0.460,
    "chinese_english": 0.827,
    "chinese_french": 1.596,
    "constant": -10.565,
}


@attrs.frozen(kw_only=True, eq=False)
class Candidate:
    """A run of sentences that a quote may render.

    Attributes:
        count: how many sentences it has.
        span: where it stands in the text.
        rank: what orders the candidates of a text at first sight.
        vector: its vector, of unit length.
        window: the likest window of its sentence, where that is liker than the whole sentence.
        features: what the first model weighs.
        closer: what the conditional logit weighs; empty where nobody looked closer.
        likely: what the second model weighs; empty where nobody looked closer.
        odds: log odds of the conditional logit, up to a constant of the text.
        third: what the models of the third look weigh (``align.doubt``); empty where they were not asked.
        placed: whether the article says in its own words around the quote what stands there (``align.around``).
        similarity: about the probability that the quote renders it.
    """

    count: int
    span: Span
    rank: float
    vector: NDArray[np.float32]
    window: int | None
    features: dict[str, float]
    closer: dict[str, float] = attrs.field(factory=dict)
    likely: dict[str, float] = attrs.field(factory=dict)
    odds: float = 0.0
    third: dict[str, float] = attrs.field(factory=dict)
    placed: bool = False
    similarity: float = 0.0


@attrs.frozen(kw_only=True, eq=False)
class Asked:
    """A quote made ready for search: its text, its vector and, in a language with a lexicon, its words.

    ``asks`` tells whether it may be what a journalist asked.
    """

    text: str
    vector: NDArray[np.float32]
    words: WordTable | None
    asks: bool

    @classmethod
    def all_of(cls, texts: Sequence[str], language: str, encoder: Encoder) -> list[Asked]:
        """Encode and segment quotes of one language."""
        known = has_lexicon(language, language)
        tables = [WordTable.of([text], language) if known else None for text in texts]
        return [
            cls(
                text=text,
                vector=vector,
                words=words,
                asks=is_question(text) or len(words.ids if words else ()) < _CLAIM,
            )
            for text, vector, words in zip(texts, encode_quotes(encoder, texts), tables, strict=True)
        ]


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


def at_first_sight(
    asked: Asked, official: Searchable, limit: int = 1, *, near: Collection[int] = ()
) -> list[Candidate]:
    """Return the candidates of one official text that rank highest, and what the first model says of them.

    Args:
        asked: the quote.
        official: the official text.
        limit: the least number of candidates, if the text has so many.
        near: sentences; the best candidates among these follow behind those of the whole text.
    """
    import numpy as np

    evidence = _evidence(asked.vector, asked.words, official)
    rank = evidence.rank.copy()
    if len(split_sentences(asked.text, asked.words.language if asked.words else "en")) == 1:
        rank -= _RANK_PARAGRAPH * _paragraphs_ended(official)
    for last, sentence in enumerate(official.sentences):
        if announces(sentence, official.text):  # belongs to the words behind it
            for k in range(1, min(LONGEST, last + 1)):
                rank[k, last - k] = -np.inf
    _strike_out_datelines(rank, official)
    if not asked.asks:
        _strike_out_questions(rank, official)
    usual = float(np.percentile(evidence.rank[0], 75))
    pieces = math.log(max(1, _rough_pieces(asked.text)))
    chosen = _highest(rank, max(limit, _CLOSER))
    if near:
        for i in range(len(official.sentences)):
            if i not in near:
                _strike_out(rank, i, i)
        chosen += _highest(rank, _NEAR)
    ranks = [float(evidence.rank[place]) for place in chosen]
    found = []
    for (k, i), own in zip(chosen, ranks, strict=True):
        run, window = float(evidence.run[k, i]), float(evidence.window[k, i])
        first, last = official.window_starts[i : i + 2]
        found.append(
            Candidate(
                count=k + 1,
                span=Span(official.sentences[i].start, official.sentences[i + k].end),
                rank=own,
                vector=official.runs[k, i],
                window=int(first + evidence.by_window[first:last].argmax()) if k == 0 and window > run else None,
                features={
                    "best": max(run, window),
                    "run": run,
                    "window": window,
                    "covered": float(evidence.covered[k, i]),
                    "covering": float(evidence.covering[k, i]),
                    "length": pieces,
                    "sentences": math.log(max(_SHORT, len(official.sentences))),
                    "best_by_length": max(run, window) * pieces,
                    "several": float(k > 0),
                    "over_usual": own - usual,
                    "constant": 1.0,
                },
            )
        )
    rated = []
    for one, margin in zip(found, _margins(ranks, found, alone=_ALONE), strict=True):
        features = one.features | {"margin": margin}
        rated.append(attrs.evolve(one, features=features, similarity=likely(features, _WEIGHTS)))
    return rated


def _paragraphs_ended(official: Searchable) -> NDArray[np.float64]:
    """Return how many paragraphs end within each run, by length of the run and its start."""
    import numpy as np

    n = len(official.sentences)
    upto = np.concatenate([[0.0, 0.0], np.cumsum(official.breaks)]) if n else np.zeros(1)
    ended = np.zeros((LONGEST, n))
    for k in range(1, min(LONGEST, n)):
        ended[k, : n - k] = upto[k + 1 : n + 1] - upto[1 : n - k + 1]
    return ended


def _highest(rank: NDArray[np.float64], count: int) -> list[tuple[int, int]]:
    """Take the highest ranks out of an array, with all that share a sentence with them."""
    import numpy as np

    chosen: list[tuple[int, int]] = []
    for _ in range(count):
        k, i = divmod(int(rank.argmax()), rank.shape[1])
        if rank[k, i] == -np.inf:
            break
        chosen.append((k, i))
        _strike_out(rank, i, i + k)
    return chosen


def _strike_out(rank: NDArray[np.float64], first: int, last: int) -> None:
    """Rule out all runs that hold one of some sentences."""
    import numpy as np

    for k in range(LONGEST):
        rank[k, max(0, first - k) : last + 1] = -np.inf


def _strike_out_datelines(rank: NDArray[np.float64], official: Searchable) -> None:
    """Rule out the runs that hold a line with nothing but a place and a date."""
    if not all(official.datelines):
        for k in itertools.compress(range(len(official.datelines)), official.datelines):
            _strike_out(rank, k, k)


def _strike_out_questions(rank: NDArray[np.float64], official: Searchable) -> None:
    """Rule out the runs that hold a journalist's question and nothing of the answer: no official says that."""
    import numpy as np

    if all(official.asked):
        return
    answer = len(official.sentences)
    for at, sentence in reversed([*enumerate(official.sentences)]):
        if not official.asked[at]:
            answer = at
        elif is_question(sentence.of(official.text)):
            for k in range(LONGEST):
                rank[k, max(0, at - k) : max(0, min(at + 1, answer - k))] = -np.inf


def rated_closer(asked: Asked, found: Sequence[Candidate], official: Searchable) -> list[Candidate]:
    """Look closer at the candidates of one text if there is hope, and order them by what is seen.

    Args:
        asked: the quote.
        found: what ``at_first_sight`` gives.
        official: the official text.
    """
    if asked.words is None or official.words is None:
        return list(found)
    if len(asked.words.ids) < FEWEST or found[0].similarity < _HOPE:
        return list(found)
    looked = look_closer(asked, found, official)
    return with_rest(weigh(looked, (asked.words.language, official.words.language)), found)


def look_closer(
    asked: Asked, found: Sequence[Candidate], official: Searchable, *, about: float = _ABOUT
) -> list[Candidate]:
    """Look word by word at the candidates that rank about as high as the first.

    The quote and the text are in languages with a lexicon.
    """
    looked = []
    for one in found:
        if asked.words is None or official.words is None or one.rank < found[0].rank - about:
            break
        covered, covering = one.features["covered"], one.features["covering"]
        closer = {
            "cosine": one.rank - _RANK_COVERED * covered - _RANK_COVERING * covering,
            "covered": covered,
            "covering": covering,
            "more": float(one.count - 1),
            **word_likeness(asked.text, one.span.of(official.text), asked.words.language, official.words.language),
        }
        looked.append(attrs.evolve(one, closer=closer))
    return looked


def weigh(
    looked: Sequence[Candidate], languages: tuple[str, str], weights: Mapping[str, float] | None = None
) -> list[Candidate]:
    """Order the candidates of one text by what a close look showed, and say how likely each is.

    Args:
        looked: all candidates of the text that were looked at.
        languages: those of the quote and of the text.
        weights: of the conditional logit, by default those of the package.
    """
    odds = [weighted(one.closer, weights or _CLOSER_WEIGHTS) for one in looked]
    margins = _margins(odds, looked, alone=_MOST_ODDS)
    rated = []
    for one, own, margin in zip(looked, odds, margins, strict=True):
        features = {name: one.features[name] for name in _KEPT} | {name: one.closer[name] for name in _SEEN}
        features["margin"] = min(margin, _MOST_ODDS)
        # The lexicons know less of Chinese, and least of it from French.
        features["chinese_english"] = float({*languages} == {"en", "zh"})
        features["chinese_french"] = float({*languages} == {"fr", "zh"})
        features["constant"] = 1.0
        rated.append(attrs.evolve(one, likely=features, odds=own, similarity=likely(features, _LIKELY_WEIGHTS)))
    return ordered(rated, odds)


def ordered(rated: Sequence[Candidate], odds: Sequence[float]) -> list[Candidate]:
    """Order candidates by odds; none is likelier than the one before it."""
    result: list[Candidate] = []
    for place in sorted(range(len(rated)), key=lambda place: (-odds[place], place)):
        most = result[-1].similarity if result else 1.0
        result.append(attrs.evolve(rated[place], similarity=min(rated[place].similarity, most)))
    return result


def with_rest(rated: Sequence[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """Add to the first candidates, ordered anew, those behind them that nobody looked at: none is likelier."""
    least = rated[-1].similarity
    return [*rated, *(attrs.evolve(one, similarity=min(one.similarity, least)) for one in found[len(rated) :])]


def _margins(scores: Sequence[float], found: Sequence[Candidate], *, alone: float) -> list[float]:
    """Return by how much each candidate is better than the best rival.

    What the text says twice is no rival of itself: both are found, as a tie. One without a rival gets ``alone``.
    """
    margins = []
    for place, one in enumerate(found):
        rivals = [
            score
            for j, (score, other) in enumerate(zip(scores, found, strict=True))
            if j != place and float(other.vector @ one.vector) < _SAME
        ]
        margins.append(scores[place] - max(rivals) if rivals else alone)
    return margins


def weighted(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the weighted sum of the features that have a weight."""
    return sum(weight * features[name] for name, weight in weights.items())


def likely(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the probability that a logistic model gives, to four places."""
    return round(probability(weighted(features, weights)), 4)


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
