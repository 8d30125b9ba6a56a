"""The parts of a quote that may be real where the whole is not: what is left when its first or last clauses go."""

from __future__ import annotations

from polyglot_news.align.segmentation import segment
from polyglot_news.text import Span, is_parted

_FEWEST = 5  # words; fewer are found by chance
_LEAST = 0.25  # share of the words of the quote
_MOST = 12  # parts to search for


def parts(text: str, language: str) -> list[Span]:
    """Return the beginnings and ends of a quote that are whole clauses and long enough to be known again.

    Args:
        text: the quote.
        language: "en", "fr" or "zh".

    Returns:
        Spans of the quote, the longest first, without the quote as a whole.
    """
    words = segment(text, language)
    least = max(_FEWEST, _LEAST * len(words))
    found: list[tuple[int, Span]] = []
    for k in range(1, len(words)):
        if is_parted(text, words, k):
            found.append((k, Span(words[0].start, words[k - 1].end)))
            found.append((len(words) - k, Span(words[k].start, words[-1].end)))
    found = [(size, span) for size, span in found if size >= least]
    found.sort(key=lambda item: (-item[0], item[1]))
    return [span for _, span in found[:_MOST]]
