"""Official texts that quote in their turn: « … », said the minister. Only what stands between the marks was said."""

from __future__ import annotations

import functools

import numpy as np

from polyglot_news.align.model import Passage
from polyglot_news.documents import Document
from polyglot_news.text import RECENT_TEXTS, Span

_UNRENDERED = 0.6  # share of what is told around a quotation that must have no counterpart


def without_narration(passage: Passage, rendering: str, language: str, official: Document) -> str:
    """Return a passage with blanks in the place of what is told around its quotation, and of the marks.

    A speech may quote as well, and an article repeat who said it: what is rendered stays.

    Args:
        passage: the passage of the official text.
        rendering: the quote of the article.
        language: its language.
        official: the official text.
    """
    said = [span for span in _said(official.text, official.language) if span.overlap(passage.span)]
    if not any(span.overlap(passage.core) for span in said):
        return passage.text
    contents = [span.shift(-passage.span.start) for span in said]
    if not _is_narration(passage, contents, rendering, language, official.language):
        return passage.text
    inside = [False] * len(passage.text)
    for start, end in contents:
        for at in range(max(0, start), min(end, len(inside))):
            inside[at] = True
    return "".join(char if said else " " for char, said in zip(passage.text, inside, strict=True))


@functools.lru_cache(maxsize=RECENT_TEXTS)
def _said(text: str, language: str) -> tuple[Span, ...]:
    """Return what stands between the marks of the statements of a text that somebody is said to have made."""
    from polyglot_news.quotes import extract_quotes

    statements = (quote for quote in extract_quotes(text, language) if quote.is_statement and quote.cue is not None)
    return tuple(span for quote in statements for span in quote.contents)


def _is_narration(
    passage: Passage, contents: list[Span], rendering: str, language: str, official_language: str
) -> bool:
    """Whether hardly anything outside the quotation is rendered, and no more than of the quotation itself."""
    from polyglot_news.compare.pair import make_pair
    from polyglot_news.compare.words.evidence import evidence

    found = evidence(make_pair(rendering, passage.text, language, official_language))
    if found is None:
        return False
    side = found.official
    outside = np.array([not any(word.overlap(span) for span in contents) for word in side.words])
    rendered = side.weight * (1.0 - side.doubt)
    around = float(rendered[outside].sum())
    told = float(side.weight[outside].sum())
    return bool(outside.any()) and around <= (1.0 - _UNRENDERED) * told and around <= float(rendered[~outside].sum())
