"""The negation right before a fragment: *do not | target any country*.

The stretch of an official sentence that resembles « visent un pays » most leaves out the word that matters.
"""

from __future__ import annotations

import re

from polyglot_news.compare.operators.negation import negations
from polyglot_news.documents import Document
from polyglot_news.quotes.model import Quote
from polyglot_news.text import Span, clause_start

# What may stand between a negation and the first word of what it negates.
_BETWEEN = {
    "en": re.compile(r"\s*(?:(?:be|been|being|have|to|any|the|an?|its?|their|our)\s+){0,2}", re.IGNORECASE),
    "fr": re.compile(r"\s*(?:(?:des?|du|la|les?|une?|être|été|avoir|s(?:a|on|es))\s+|[dl]['’]\s*){0,2}", re.IGNORECASE),
    "zh": re.compile(r"[会能要得被将曾再]?"),
}
_FURTHEST = 80  # characters before a quote in which the article may negate it


def with_negation(core: Span, text: str, language: str, quote: Quote, article: Document) -> Span:
    """Return a stretch with the negation that stands right before it, or that one of its bounds cuts in two.

    Where the article itself negates in the clause before the quote (*they do not “target any country”*), the negation
    is not the quote's, and the stretch stays.

    Args:
        core: the stretch.
        text: the official passage.
        language: its language.
        quote: the quote that the stretch renders.
        article: the article.
    """
    hits = [hit for hit in negations(text, language) if hit.cue.asks]
    cut = [hit for hit in hits if 0 < hit.span.overlap(core) < len(hit.span) and hit.span.end > core.end]
    end = max((hit.span.end for hit in cut), default=core.end)
    begun = [
        hit.span.start
        for hit in hits
        if hit.span.start < core.start
        and (hit.span.end > core.start or _BETWEEN[language].fullmatch(text, hit.span.end, core.start))
    ]
    if not begun or _is_negated_outside(quote, article):
        return Span(core.start, end)
    return Span(min(begun), end)


def _is_negated_outside(quote: Quote, article: Document) -> bool:
    start = quote.contents[0].start
    low = max(clause_start(article.text, start), start - _FURTHEST)
    return bool(negations(article.text[low:start], article.language))
