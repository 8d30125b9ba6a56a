"""What a split quote reads like in one piece: “A,” she said. “B” is “A. B”, without the comma of the attribution."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from polyglot_news.text import Span

_COMMAS = frozenset(",，")
_TERMINAL = frozenset(".!?…:;。！？：；")
_STOPS = frozenset(".。")
_AROUND = "\"'“”‘’«»「」『』‹› \t\n\r\u00a0\u202f"


def joined(text: str, contents: Sequence[Span], language: str) -> str:
    """Return the parts of a quote in one string, each as far behind the one before it as any other.

    A full stop parts two that are sentences of their own, since one closes the attribution between them: it takes the
    place of a comma. A space parts others (nothing in Chinese).

    Args:
        text: the article.
        contents: the parts.
        language: its language.
    """
    space = "" if language == "zh" else " "
    parts = [span.of(text) for span in contents]
    ended = [_ended(text, *pair) for pair in pairwise(contents)]
    if len({len(one) - len(part) for one, part in zip(ended, parts, strict=False)}) > 1:
        ended = parts[:-1]
    return space.join([*ended, *parts[-1:]])


def _ended(text: str, part: Span, following: Span) -> str:
    """Return a part of a quote with the stop that the attribution behind it has, if that ends its sentence."""
    said = part.of(text)
    gap = text[part.end : following.start].rstrip(_AROUND)
    is_split = any(char.isalnum() for char in gap)
    if not is_split or said[-1] in _TERMINAL or gap[-1] not in _STOPS:
        return said
    return (said[:-1] if said[-1] in _COMMAS else said) + gap[-1]
