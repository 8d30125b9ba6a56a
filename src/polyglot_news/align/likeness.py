"""How well the words of a quote and of a candidate for its passage stand for each other: a close look at a few."""

from __future__ import annotations

from polyglot_news.align.lexical import tell
from polyglot_news.align.segmentation import normal_form, segment
from polyglot_news.align.stretch import heaviest_stretch
from polyglot_news.align.words import link_matrix, nearness

NAMES = ("linked", "stretch", "filled", "nearest", "farthest")
_DOUBT = 0.35  # a stretch grows by words that are likelier linked than this
_FARTHEST = 4  # the least near quarter of the words


def word_likeness(quote: str, passage: str, quote_language: str, passage_language: str) -> dict[str, float]:
    """Return what the words say for a passage; all zero where a side has none.

    Words count by how much they tell. Keys:

    - ``linked``: how much of the quote is linked to words of the passage;
    - ``stretch``: how much the stretch of the passage that holds most links tells, unlinked words deducted, as a share
      of the quote (Kadane's maximum subarray): a quote is one piece, chance resemblance is scattered;
    - ``filled``: how much of that stretch is linked;
    - ``nearest``: the mean cosine, in context, of the words of the quote to their nearest word of the passage;
    - ``farthest``: the same of the least near quarter of the words, each counted alike.

    Raises:
        LanguageError: a language is none of "en", "fr", "zh".
    """
    import numpy as np

    ours, theirs = segment(quote, quote_language), segment(passage, passage_language)
    if not ours or not theirs:
        return dict.fromkeys(NAMES, 0.0)
    cosines = nearness(quote, ours, passage, theirs)
    here, there = [span.of(quote) for span in ours], [span.of(passage) for span in theirs]
    links = link_matrix(here, there, quote_language, passage_language, nearness=cosines)
    weights = tell([normal_form(word, quote_language) for word in here], quote_language)
    others = tell([normal_form(word, passage_language) for word in there], passage_language)
    told, linked = float(weights.sum()), links.max(axis=0)
    best, stretch = heaviest_stretch((others * (linked - _DOUBT)).tolist())
    if not best:
        stretch = slice(len(there))
    nearest = cosines.max(axis=1)
    return {
        "linked": float(weights @ links.max(axis=1)) / told,
        "stretch": best / told,
        "filled": float(others[stretch] @ linked[stretch] / others[stretch].sum()),
        "nearest": float(weights @ nearest) / told,
        "farthest": float(np.sort(nearest)[: max(1, len(here) // _FARTHEST)].mean()),
    }
