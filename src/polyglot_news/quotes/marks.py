"""What stands between quotation marks.

Works on one pass over the marks of each paragraph, whatever the language. Marks of a family are balanced among
themselves first (by glyph, by position, by parity, in this order of trust); only then do stretches nest.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import attrs

from polyglot_news.quotes.balance import settle
from polyglot_news.quotes.glyphs import DOUBLE, MARK_CHARS, Mark, marks_of, position_in
from polyglot_news.quotes.layout import Paragraph
from polyglot_news.text import Span

NEVER_CLOSED = "the opening mark is never closed"
NEVER_OPENED = "the closing mark was never opened"

_WORD = re.compile(r"[^\W_]+")
# How many paragraphs a quote may run on without its opening mark being repeated.
_MAX_UNREPEATED = 12
# How far back a quote without an opening mark may begin.
_MAX_UNOPENED = 1000
_SENTENCE_END = re.compile(r"[.!?]\s+|[。！？]")


@attrs.frozen
class Stretch:
    """What stands between two outermost marks.

    Attributes:
        outer: with the marks.
        contents: without marks or outer white space, one span for each paragraph.
        mark: the opening mark's family: '"', "'", "«", "‹", "「", "『" or "《"; "—" and ">" for speech without marks.
        warning: what was wrong with the marks.
    """

    outer: Span
    contents: tuple[Span, ...]
    mark: str
    warning: str | None = None


def find_stretches(text: str, blocks: Sequence[Paragraph]) -> list[Stretch]:
    """Find the outermost quoted stretches.

    Args:
        text: the whole text.
        blocks: its paragraphs.

    Returns:
        Stretches in reading order that do not overlap. A quote that runs over several paragraphs is one stretch.
    """
    marks = [marks_of(text, block) for block in blocks]
    found: list[Stretch] = []
    carried: _Open | None = None
    for index, block in enumerate(blocks):
        here = marks[index]
        if carried is not None and _begins_with_mark(marks, blocks, index) and _repeats(here, carried):
            skip, here = here[0].end, here[1:]
        else:
            skip = block.span.start
        repeated = marks[index + 1][0] if _begins_with_mark(marks, blocks, index + 1) else None
        carried = _read_paragraph(text, block, here, carried, skip, found, repeated)
        if carried is not None and not _goes_on(text, carried, marks, blocks, index):
            found.append(carried.close(text, block.span.end, block.span.end, NEVER_CLOSED))
            carried = None
    return [stretch for stretch in found if stretch.contents]


def _begins_with_mark(marks: Sequence[list[Mark]], blocks: Sequence[Paragraph], index: int) -> bool:
    return index < len(blocks) and bool(marks[index]) and marks[index][0].start == blocks[index].span.start


@attrs.define
class _Open:
    """A stretch whose closing mark has not come yet."""

    start: int
    family: str
    content_start: int
    contents: list[Span] = attrs.Factory(list)

    def end_paragraph(self, text: str, end: int) -> None:
        content = _stripped(text, self.content_start, end)
        if content is not None:
            self.contents.append(content)

    def close(self, text: str, content_end: int, end: int, warning: str | None = None) -> Stretch:
        self.end_paragraph(text, content_end)
        return Stretch(Span(self.start, end), tuple(self.contents), _shown(self.family), warning)


def _shown(family: str) -> str:
    return '"' if family == "“" else family


def _stripped(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    span = Span(start + left, start + len(piece.rstrip()))
    return span if span.start < span.end and _WORD.search(text, span.start, span.end) else None


def _read_paragraph(
    text: str,
    block: Paragraph,
    marks: list[Mark],
    carried: _Open | None,
    skip: int,
    found: list[Stretch],
    repeated: Mark | None,
) -> _Open | None:
    """Read the marks of a paragraph, append what closes in it to ``found``, return what stays open.

    ``repeated`` is the mark that the next paragraph begins with: a quote may go on there.
    """
    settle(text, marks, carried.family if carried else None)
    current = carried
    depth: list[str] = []
    open_marks: Counter[str] = Counter()
    if current is not None:
        current.content_start = skip
        depth.append(current.family)
        open_marks[current.family] = 1
    floor = block.span.start
    rest = _Remaining(marks)

    def needed(mark: Mark) -> int:
        """How many closing marks a quote in a quote needs ahead: its own, and the outer one's unless that goes on."""
        return 1 if repeated is not None and repeated.family == mark.family and repeated.role != "close" else 2

    for mark in marks:
        rest.pass_by(mark)
        if mark.role == "open":
            if current is None:
                current = _Open(mark.start, mark.family, mark.end)
                depth = [mark.family]
                open_marks = Counter(depth)
            elif len(depth) == 1 and mark.family == current.family and not rest.closes(mark.family, needed(mark)):
                found.append(current.close(text, mark.start, mark.start, NEVER_CLOSED))
                floor = mark.start
                current = _Open(mark.start, mark.family, mark.end)
            else:
                depth.append(mark.family)
                open_marks[mark.family] += 1
        elif mark.role == "close":
            if current is None:
                if mark.strong and (floor == block.span.start or _ends_clause(text, block, mark)):
                    stray = _unopened(text, floor, mark)
                    if stray is not None:
                        found.append(stray)
                    floor = mark.end
                continue
            if not open_marks[mark.family]:
                continue
            while (family := depth.pop()) != mark.family:
                open_marks[family] -= 1
            open_marks[mark.family] -= 1
            if not depth:
                found.append(current.close(text, mark.start, mark.end))
                floor = mark.end
                current = None
    if current is not None:
        current.end_paragraph(text, block.span.end)
        current.content_start = block.span.end
    return current


class _Remaining:
    """How many marks are still to come in the paragraph, by family."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._opens: dict[str, int] = {}
        self._closes: dict[str, int] = {}
        for mark in marks:
            self._count(mark, 1)

    def _count(self, mark: Mark, by: int) -> None:
        table = {"open": self._opens, "close": self._closes}.get(mark.role)
        if table is not None:
            table[mark.family] = table.get(mark.family, 0) + by

    def pass_by(self, mark: Mark) -> None:
        self._count(mark, -1)

    def closes(self, family: str, needed: int) -> bool:
        """Whether enough closing marks are left for ``needed`` open ones."""
        return self._closes.get(family, 0) - self._opens.get(family, 0) >= needed


def _unopened(text: str, floor: int, mark: Mark) -> Stretch | None:
    """Read a closing mark without an opening one: the quote began with its paragraph or sentence."""
    start = max(floor, mark.start - _MAX_UNOPENED)
    piece = text[start : mark.start].rstrip(" .!?…。！？")
    ends = list(_SENTENCE_END.finditer(piece))
    if ends and text[floor : floor + 1] not in {"", "\n"} and (floor != start or _is_mark(text, floor - 1)):
        start += ends[-1].end()
    content = _stripped(text, start, mark.start)
    if content is None:
        return None
    return Stretch(Span(content.start, mark.end), (content,), _shown(mark.family), NEVER_OPENED)


def _ends_clause(text: str, block: Paragraph, mark: Mark) -> bool:
    """Whether a closing mark stands where a quote may end, rather than in the middle of a sentence by mistake."""
    return mark.end == block.span.end or text[mark.start - 1] in ".,!?…。，！？"


def _is_mark(text: str, position: int) -> bool:
    return position >= 0 and text[position] in MARK_CHARS


def _repeats(here: Sequence[Mark], carried: _Open) -> bool:
    """Whether the paragraph begins with the mark of the quote that is still open."""
    first = here[0]
    if first.family == carried.family or {first.family, carried.family} == DOUBLE:
        # French printers also repeat the closing mark.
        return first.role != "close" or carried.family == "«" or first.family == "“"
    return False


def _goes_on(text: str, carried: _Open, marks: Sequence[list[Mark]], blocks: Sequence[Paragraph], index: int) -> bool:
    """Whether a quote open at the end of a paragraph goes on in the next one."""
    if index + 1 == len(blocks):
        return False
    if _begins_with_mark(marks, blocks, index + 1) and _repeats(marks[index + 1], carried):
        return True
    if carried.family == "'":
        return False
    for later in range(index + 1, min(len(blocks), index + 1 + _MAX_UNREPEATED)):
        for mark in marks[later]:
            if mark.family == carried.family or {mark.family, carried.family} == DOUBLE:
                return mark.role == "close" or _stands_behind(text, mark)
    return False


def _stands_behind(text: str, mark: Mark) -> bool:
    """Whether what is around a double mark says that it closes, even if it looks like an opening one."""
    return mark.family == "“" and position_in(text, mark) == "close"
