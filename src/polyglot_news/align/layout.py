"""What the layout of an official text tells: where paragraphs begin, and where what somebody says does."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from itertools import pairwise

from polyglot_news.speakers.questions import is_question as asks
from polyglot_news.speakers.transcript import turns
from polyglot_news.text import Span

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_CLOSING = "\"'”’»」』)） \n\t\u00a0\u202f"
_LEAST_WITHIN = 0.15  # share of sentences that stand in a line with the one before, where lines are paragraphs
# Who speaks, a colon and the opening mark, before what is said; nothing in it is quoted or ends a sentence.
_ANNOUNCED = re.compile(r"([^\n«»“”「」『』\"。！？!?;；]{2,160}?[:：])\s?[«“「『\"]\s?(?=\w)")


_MONTH = r"[^\W\d_]{3,9}\.?"
_DATELINE = re.compile(
    r"\W*(?:[^\W\da-zà-ÿ_][\w'’.-]*,? (?:(?:and|et|le|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )*){1,6}"
    rf"(?:\d{{1,2}}(?:er|st|nd|rd|th)? {_MONTH},? [12]\d{{3}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? [12]\d{{3}})\W*"
)


def paragraph_starts(text: str, sentences: Sequence[Span]) -> list[bool]:
    """Return for each sentence but the first whether a paragraph begins with it.

    Of a text with a sentence on each line, or with lines of one width, only blank lines tell it.
    """
    gaps = [text[one.end : two.start] for one, two in pairwise(sentences)]
    by_line = ["\n" in gap for gap in gaps]
    is_wrapped = any("\n" in sentence.of(text) for sentence in sentences)
    if is_wrapped or by_line.count(False) < _LEAST_WITHIN * len(gaps):
        return [_BLANK_LINE.search(gap) is not None for gap in gaps]
    return by_line


def said_apart(sentences: Sequence[Span], text: str) -> list[Span]:
    """Return sentences, those that begin with who says what follows in two: *The minister replied: |“…*.

    Within a paragraph, a speech quotes others in the same way: only the first sentence of a line is parted.
    """
    parted: list[Span] = []
    for sentence in sentences:
        low = sentence.start
        while low and text[low - 1] in " \t\u3000":
            low -= 1
        first = not low or text[low - 1] == "\n"
        announced = _ANNOUNCED.match(text, sentence.start, sentence.end) if first else None
        if announced is not None:
            parted.append(Span(sentence.start, announced.end(1)))
        parted.append(Span(announced.end(), sentence.end) if announced else sentence)
    return parted


def announces(sentence: Span, text: str) -> bool:
    """Whether a sentence is nothing but who says the one behind it."""
    announced = _ANNOUNCED.match(text, sentence.start)
    return announced is not None and announced.end(1) == sentence.end


def with_announcement(passage: Span, text: str) -> Span:
    """Return a passage with who says it, where that stands right before it."""
    line = text.rfind("\n", 0, passage.start) + 1
    start = line + len(text[line : passage.start]) - len(text[line : passage.start].lstrip())
    announced = _ANNOUNCED.match(text, start, passage.end)
    return Span(start, passage.end) if announced and announced.end() == passage.start else passage


def is_dateline(text: str) -> bool:
    """Whether a text is nothing but a place and a date: *Dakar, le 24 octobre 2025*."""
    return _DATELINE.fullmatch(text) is not None


def is_question(text: str) -> bool:
    """Whether a text ends with a question."""
    return text.rstrip(_CLOSING).endswith(("?", "？"))


def said_by_journalists(sentences: Sequence[Span], text: str) -> list[bool]:
    """Return for each sentence of a transcript whether it stands in the turn of a journalist."""
    found = turns(text)
    starts = [turn.label.start for turn in found]
    asking = [False, *(asks(turn.label.of(text)) for turn in found)]
    return [asking[bisect.bisect(starts, one.start)] for one in sentences]
