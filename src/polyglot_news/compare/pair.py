"""A rendering beside the official passage, segmented and aligned once for all checkers."""

from __future__ import annotations

from polyglot_news.compare.model import Pair
from polyglot_news.errors import InputError, LanguageError
from polyglot_news.text import Span


def make_pair(
    rendering: str,
    official: str,
    rendering_language: str | None = None,
    official_language: str | None = None,
    *,
    core: Span | None = None,
) -> Pair:
    """Segment both texts into words and align them.

    Args:
        rendering: the quoted text.
        official: the official passage.
        rendering_language: "en", "fr" or "zh"; detected if not given.
        official_language: "en", "fr" or "zh"; detected if not given.
        core: the part of ``official`` that the rendering covers, where that is known; the rest counts as cut off.

    Raises:
        InputError: one of the texts is empty.
        LanguageError: one of the texts is not in English, French or Chinese.
    """
    from polyglot_news.align.segmentation import segment
    from polyglot_news.align.words import align_words

    one = _language(rendering, rendering_language, "rendering")
    other = _language(official, official_language, "official text")
    return Pair(
        rendering=rendering,
        official=official,
        rendering_language=one,
        official_language=other,
        rendering_words=segment(rendering, one),
        official_words=segment(official, other),
        links=align_words(rendering, official, one, other),
        core=core,
        partial=core is not None and _is_fragment(rendering, one),
    )


def _language(text: str, tag: str | None, what: str) -> str:
    from polyglot_news.language import detect_language, language_code

    if not text.strip():
        msg = f"The {what} is empty: give the words to compare."
        raise InputError(msg)
    if tag is not None:
        return language_code(tag)
    language = detect_language(text).language
    if language == "und":
        msg = f"The {what} does not look like English, French or Chinese; if it is, name its language."
        raise LanguageError(msg)
    return language


def _is_fragment(rendering: str, language: str) -> bool:
    """Whether the rendering shows itself as a piece of a sentence: it begins in lower case."""
    return language != "zh" and rendering[:1].islower()
