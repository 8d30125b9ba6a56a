"""Yes and no: a sentence that only answers, and an answer that became its opposite."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from polyglot_news.text import Span

if TYPE_CHECKING:
    from polyglot_news.compare.model import Pair

_LONE = (
    re.compile(r"\W*(?:yes|oui|si|是|是的|对|對|对的|會|会)\W*", re.IGNORECASE),
    re.compile(r"\W*(?:no|nope|non|不|不是|没有|沒有|不会|不會)\W*", re.IGNORECASE),
)
_OPENING = (
    re.compile(r"\W*(?P<word>yes|yeah|oui)(?=\s*[,.!;:—–])", re.IGNORECASE),
    re.compile(r"\W*(?P<word>no|nope|non)(?=\s*(?:[,!;:—–]|\.(?! ?\d)))", re.IGNORECASE),
)
"""What opens a statement as an answer; in Chinese 是的 may well be a *no*."""
_FLATLY = re.compile(r"\s*[.!]")


def are_same_answer(one: str, other: str) -> bool:
    """Whether two sentences only say yes, or only say no."""
    return any(answer.fullmatch(one) and answer.fullmatch(other) for answer in _LONE)


def only_answers(sentence: str) -> bool:
    """Whether a sentence only says yes or no."""
    return any(answer.fullmatch(sentence) for answer in _LONE)


def opens_as_answer(text: str) -> bool:
    """Whether a text begins with a yes or a no to what was asked."""
    return any(answer.match(text) for answer in _OPENING)


def turned_answer(pair: Pair) -> tuple[Span, Span] | None:
    """Return the *yes* of the rendering and the flat *no* of the official text that it stands for, or both reversed.

    A *no* that goes on after a comma may agree with what a question denies: "No, that is right".
    """
    if "zh" in {pair.rendering_language, pair.official_language}:
        return None
    start = pair.core.start if pair.core else 0
    for yes, no in (_OPENING, _OPENING[::-1]):
        ours, theirs = yes.match(pair.rendering), no.match(pair.official, start)
        if ours and theirs and _FLATLY.match(pair.official, theirs.end()):
            return Span(*ours.span("word")), Span(*theirs.span("word"))
    return None
