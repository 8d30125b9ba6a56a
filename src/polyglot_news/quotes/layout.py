"""The paragraphs of a text, whether it is hard-wrapped or has one line a paragraph."""

from __future__ import annotations

import re

import attrs

from polyglot_news.text import Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_ENDINGS = frozenset(".!?…:;。！？：；”\"’'»›」』》)）]—–―")
# Lines of hard-wrapped text are between these widths, and most of them break inside a sentence.
_MIN_WRAPPED_COLUMNS = 30
_MAX_WRAPPED_COLUMNS = 120
_WRAPPED_SHARE = 0.4


_Line = tuple[int, Span]
"""The white space before a line, and the rest of it."""


@attrs.frozen
class Paragraph:
    """A paragraph: ``span`` without outer white space, ``indent`` the columns before its first line."""

    span: Span
    indent: int
    lines: tuple[Span, ...]


def paragraphs(text: str) -> list[Paragraph]:
    """Split a text into paragraphs.

    A line break ends a paragraph, except in hard-wrapped text, where most lines break in the middle of a sentence and
    only an empty line (or a change of indentation, or a ``>``) ends one.

    Args:
        text: any text.

    Returns:
        The paragraphs in order, offsets into ``text``; empty lines belong to none.
    """
    lines = [_trim(text, match.start(), match.end()) for match in _LINE.finditer(text)]
    groups: list[list[_Line]] = []
    previous_end = -1
    for start, span in lines:
        if not len(span):
            continue
        adjacent = groups and _line_breaks(text, previous_end, start) <= 1
        if adjacent:
            groups[-1].append((span.start - start, span))
        else:
            groups.append([(span.start - start, span)])
        previous_end = span.end
    if not _is_wrapped(text, groups):
        return [_joined(text, block) for group in groups for block in _sentences_joined(text, group)]
    found: list[Paragraph] = []
    for group in groups:
        block: list[_Line] = []
        for line in group:
            indent, span = line
            starts_block = block and (indent or text[span.start] in ">-–—•*“«「") and _ends(text, block[-1][1])
            if starts_block:
                found.append(_joined(text, block))
                block = []
            block.append(line)
        found.append(_joined(text, block))
    return found


def _sentences_joined(text: str, group: list[_Line]) -> list[list[_Line]]:
    """Join lines in the middle of a sentence: a comma before the break, a small letter behind it."""
    blocks: list[list[_Line]] = []
    for line in group:
        if blocks and text[blocks[-1][-1][1].end - 1] == "," and text[line[1].start].islower():
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _joined(text: str, block: list[_Line]) -> Paragraph:
    indent, first = block[0]
    lines = tuple(span for _, span in block)
    return Paragraph(Span(first.start, lines[-1].end), _columns(text, first, indent), lines)


def _trim(text: str, start: int, end: int) -> tuple[int, Span]:
    """Return the start of the line and the span of its text without white space around it."""
    line = text[start:end]
    left = start + len(line) - len(line.lstrip())
    return start, Span(left, max(left, start + len(line.rstrip())))


def _line_breaks(text: str, start: int, end: int) -> int:
    gap = text[start:end].replace("\r\n", "\n")
    return sum(gap.count(mark) for mark in "\n\r\v\f\u2028\u2029\x85\x1c\x1d\x1e")


def _columns(text: str, span: Span, indent: int) -> int:
    lead = text[span.start - indent : span.start]
    return sum({"\t": 4, "\u3000": 2}.get(char, 1) for char in lead)


def _ends(text: str, span: Span) -> bool:
    return text[span.end - 1] in _ENDINGS


def _is_wrapped(text: str, groups: list[list[_Line]]) -> bool:
    blocks = [[span for _, span in group] for group in groups if len(group) > 1]
    if not blocks or max(len(span) for block in blocks for span in block) > _MAX_WRAPPED_COLUMNS:
        return False
    inner = [span for block in blocks for span in block[:-1]]
    open_ended = sum(1 for span in inner if not _ends(text, span) and len(span) >= _MIN_WRAPPED_COLUMNS)
    return open_ended >= _WRAPPED_SHARE * len(inner)
