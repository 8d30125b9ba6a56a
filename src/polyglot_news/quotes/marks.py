"""Quotation marks: which open, which close, which are apostrophes or primes, and what stands between them.

Works on one pass over the marks of each paragraph, whatever the language. Marks of a family are balanced among
themselves first (by glyph, by position, by parity, in this order of trust); only then do stretches nest.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

import attrs

from polyglot_news.quotes.layout import Paragraph
from polyglot_news.quotes.lexicon import sections
from polyglot_news.text import Span

Role = Literal["open", "close", "either", "none"]

NEVER_CLOSED = "the opening mark is never closed"
NEVER_OPENED = "the closing mark was never opened"

_MARK = re.compile(r"``|''|[\"＂“”„‟〝〞〟‘’‚‛'«»‹›「」『』｢｣﹁﹂﹃﹄《》〈〉]")
_CURLY = {"“": "open", "„": "open", "‟": "open", "〝": "open", "``": "open", "”": "close", "〞": "close", "〟": "close"}
_PAIRS: dict[str, tuple[str, Role]] = {
    "«": ("«", "open"), "»": ("«", "close"), "‹": ("‹", "open"), "›": ("‹", "close"),
    "「": ("「", "open"), "」": ("「", "close"), "｢": ("「", "open"), "｣": ("「", "close"),
    "﹁": ("「", "open"), "﹂": ("「", "close"), "『": ("『", "open"), "』": ("『", "close"),
    "﹃": ("『", "open"), "﹄": ("『", "close"), "《": ("《", "open"), "》": ("《", "close"),
    "〈": ("《", "open"), "〉": ("《", "close"),
}  # fmt: skip
_BEFORE_OPENING = frozenset("([{<（［｛【—–―-/¿¡*_~|，。：；、！？…")
_AFTER_CLOSING = frozenset(".,;:!?…)]}>）］｝】—–―-/*_~|，。：；、！？")
_MARK_CHARS = frozenset("\"＂“”„‟〝〞〟‘’‚‛'«»‹›「」『』｢｣﹁﹂﹃﹄《》〈〉`")
_WORD = re.compile(r"[^\W_]+")
_DOUBLE = frozenset(["“", '"'])
# How many paragraphs a quote may run on without its opening mark being repeated.
_MAX_UNREPEATED = 12
# How far back a quote without an opening mark may begin.
_MAX_UNOPENED = 1000
_MAX_ATTRIBUTE = 1000
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


@attrs.define
class _Mark:
    start: int
    end: int
    family: str
    role: Role
    strong: bool = True


def find_stretches(text: str, blocks: Sequence[Paragraph]) -> list[Stretch]:
    """Find the outermost quoted stretches.

    Args:
        text: the whole text.
        blocks: its paragraphs.

    Returns:
        Stretches in reading order that do not overlap. A quote that runs over several paragraphs is one stretch.
    """
    marks = [_marks_of(text, block) for block in blocks]
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


def _begins_with_mark(marks: Sequence[list[_Mark]], blocks: Sequence[Paragraph], index: int) -> bool:
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
    marks: list[_Mark],
    carried: _Open | None,
    skip: int,
    found: list[Stretch],
    repeated: _Mark | None,
) -> _Open | None:
    """Read the marks of a paragraph, append what closes in it to ``found``, return what stays open.

    ``repeated`` is the mark that the next paragraph begins with: a quote may go on there.
    """
    _settle(text, marks, carried.family if carried else None)
    current = carried
    depth: list[str] = []
    open_marks: Counter[str] = Counter()
    if current is not None:
        current.content_start = skip
        depth.append(current.family)
        open_marks[current.family] = 1
    floor = block.span.start
    rest = _Remaining(marks)

    def needed(mark: _Mark) -> int:
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
                if mark.strong:
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

    def __init__(self, marks: Sequence[_Mark]) -> None:
        self._opens: dict[str, int] = {}
        self._closes: dict[str, int] = {}
        for mark in marks:
            self._count(mark, 1)

    def _count(self, mark: _Mark, by: int) -> None:
        table = {"open": self._opens, "close": self._closes}.get(mark.role)
        if table is not None:
            table[mark.family] = table.get(mark.family, 0) + by

    def pass_by(self, mark: _Mark) -> None:
        self._count(mark, -1)

    def closes(self, family: str, needed: int) -> bool:
        """Whether enough closing marks are left for ``needed`` open ones."""
        return self._closes.get(family, 0) - self._opens.get(family, 0) >= needed


def _unopened(text: str, floor: int, mark: _Mark) -> Stretch | None:
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


def _is_mark(text: str, position: int) -> bool:
    return position >= 0 and text[position] in _MARK_CHARS


def _repeats(here: Sequence[_Mark], carried: _Open) -> bool:
    """Whether the paragraph begins with the mark of the quote that is still open."""
    first = here[0]
    if first.family == carried.family or {first.family, carried.family} == _DOUBLE:
        # French printers also repeat the closing mark.
        return first.role != "close" or carried.family == "«" or first.family == "“"
    return False


def _goes_on(text: str, carried: _Open, marks: Sequence[list[_Mark]], blocks: Sequence[Paragraph], index: int) -> bool:
    """Whether a quote open at the end of a paragraph goes on in the next one."""
    if index + 1 == len(blocks):
        return False
    if _begins_with_mark(marks, blocks, index + 1) and _repeats(marks[index + 1], carried):
        return True
    if carried.family == "'":
        return False
    for later in range(index + 1, min(len(blocks), index + 1 + _MAX_UNREPEATED)):
        for mark in marks[later]:
            if mark.family == carried.family or {mark.family, carried.family} == _DOUBLE:
                return mark.role == "close" or _stands_behind(text, mark)
    return False


def _stands_behind(text: str, mark: _Mark) -> bool:
    """Whether what is around a double mark says that it closes, even if it looks like an opening one."""
    return mark.family == "“" and _position_in(text, mark) == "close"


def _position_in(text: str, mark: _Mark) -> Role:
    before = text[mark.start - 1] if mark.start else None
    return _position(before, text[mark.end] if mark.end < len(text) else None)


def _marks_of(text: str, block: Paragraph) -> list[_Mark]:
    """List the marks of a paragraph with the role that each would have by itself."""
    found = []
    attribute: str | None = None
    for match in _MARK.finditer(text, block.span.start, block.span.end):
        start, end, glyph = match.start(), match.end(), match.group()
        before = text[start - 1] if start > block.span.start else None
        after = text[end] if end < block.span.end else None
        if attribute is not None:
            # The value of a markup attribute (author="…") is no quote.
            attribute = None if glyph == attribute else attribute
        elif glyph in {'"', "'"} and before == "=" and glyph in text[end : end + _MAX_ATTRIBUTE]:
            attribute = glyph
        elif glyph in _PAIRS:
            family, role = _PAIRS[glyph]
            found.append(_Mark(start, end, family, role))
        elif glyph in _CURLY:
            found.append(_Mark(start, end, "“", "open" if _CURLY[glyph] == "open" else "close"))
        elif glyph in {'"', "＂", "''"}:
            if not _is_prime(text, start, before):
                inches = before is not None and before.isdigit()
                found.append(_Mark(start, end, '"', _position(before, after), not inches))
        else:
            role, strong = _single(text, block, start, end, before, after)
            if role != "none":
                found.append(_Mark(start, end, "'", role, strong))
    return found


def _position(before: str | None, after: str | None) -> Role:
    """Tell the role of a mark that looks the same on both sides by what stands around it."""
    opens = before is None or before.isspace() or before in _BEFORE_OPENING or before in _MARK_CHARS
    closes = after is None or after.isspace() or after in _AFTER_CLOSING or after in _MARK_CHARS
    opening = opens and not (after is None or after.isspace())
    closing = closes and not (before is None or before.isspace())
    if opening == closing:
        return "either"
    return "open" if opening else "close"


def _is_prime(text: str, start: int, before: str | None) -> bool:
    """Whether a straight double mark stands for inches or seconds: 5'10", 3' 6"."""
    if before is None or not before.isdigit():
        return False
    return re.search(r"\d\s?['’′]\s?\d{1,2}$", text[max(0, start - 8) : start]) is not None


def _single(
    text: str, block: Paragraph, start: int, end: int, before: str | None, after: str | None
) -> tuple[Role, bool]:
    """Tell whether a single mark may open or close a quote, and how surely; apostrophes are "none"."""
    glyph = text[start]
    if before is not None and before.isalnum() and after is not None and after.isalnum():
        # Between two letters it is an apostrophe, except between Chinese characters.
        if not (before >= "\u2e80" and after >= "\u2e80"):
            return "none", False
        return ("open" if glyph in "‘‚‛" else "close"), True
    position = _position(before, after)
    if glyph in "‘‚‛" and position != "close":
        if _is_clipped(text, end, block.span.end):
            return "none", False
        return "open", True
    if position == "open" or (
        position == "either" and (before is None or before.isspace() or before in _BEFORE_OPENING)
    ):
        if after is None or after.isspace() or _is_clipped(text, end, block.span.end):
            return "none", False
        return "open", False
    if before is None or before.isspace():
        return "none", False
    # "workers' rights", "5' tall": closing only if nothing better comes.
    return "close", not (before in "sSxXzZ" or before.isdigit())


def _is_clipped(text: str, end: int, limit: int) -> bool:
    match = _WORD.match(text, end, limit)
    if match is None:
        return False
    word = match.group().lower()
    return word in sections("en")["clipped"] or re.fullmatch(r"\d0s|\d\d", word) is not None


def _settle(text: str, marks: list[_Mark], carried: str | None) -> None:
    """Give each mark its final role, family by family."""
    straight = _without_inches([mark for mark in marks if mark.family == '"'], int(carried == '"'))
    curly = [mark for mark in marks if mark.family == "“"]
    sound = _balance(straight, int(carried == '"'))
    sound = _balance(curly, int(carried == "“")) and sound
    mixed = (straight and curly) or (straight and carried == "“") or (curly and carried == '"')
    if not sound and not (mixed and _mix(text, straight + curly, carried)):
        if not _balance(straight, int(carried == '"')):
            _by_parity(straight, carried == '"')
        if not _balance(curly, int(carried == "“")):
            _by_position(text, curly, int(carried == "“"))
    _settle_guillemets(text, [mark for mark in marks if mark.family == "«"], carried == "«")
    _settle_singles(marks, carried == "'")


def _without_inches(marks: list[_Mark], depth: int) -> list[_Mark]:
    """Drop the straight marks after a digit that stand for inches, if the others balance without them."""
    sure = [mark for mark in marks if mark.strong]
    if len(sure) == len(marks):
        return marks
    roles = [mark.role for mark in marks]
    if _balance(sure, depth):
        for mark in marks:
            if not mark.strong:
                mark.role = "none"
        return sure
    for mark, role in zip(marks, roles, strict=True):
        mark.role = role
    return marks


def _balance(marks: list[_Mark], depth: int) -> bool:
    """Resolve the "either" marks by what is open; say whether everything then closes."""
    sound = True
    for mark in marks:
        if mark.role == "either":
            mark.role = "close" if depth else "open"
        depth += 1 if mark.role == "open" else -1
        if depth < 0:
            sound, depth = False, 0
    return sound and depth == 0


def _by_parity(marks: list[_Mark], is_open: bool) -> None:
    """An even number of straight marks that do not balance by position alternate."""
    if (len(marks) + is_open) % 2 == 0:
        for number, mark in enumerate(marks):
            mark.role = "open" if number % 2 == int(is_open) else "close"


def _by_position(text: str, marks: list[_Mark], depth: int) -> None:
    """Correct curly marks that were typed the wrong way round where their surroundings leave no doubt."""
    start_depth = depth
    roles: list[Role] = []
    for mark in marks:
        position = _position_in(text, mark)
        role = mark.role
        if (role == "close" and depth == 0 and position != "close") or (
            role == "open" and depth and position == "close"
        ):
            role = "open" if role == "close" else "close"
        roles.append(role)
        depth = max(0, depth + (1 if role == "open" else -1))
    if depth <= 1 or len(marks) % 2 == start_depth:
        for mark, role in zip(marks, roles, strict=True):
            mark.role = role


def _mix(text: str, double: list[_Mark], carried: str | None) -> bool:
    """Read curly and straight double marks as one family, as in “A"; say whether that balances them."""
    double.sort(key=lambda mark: mark.start)
    depth = int(carried in _DOUBLE)
    before = [mark.role for mark in double]
    for mark in double:
        mark.role = _position_in(text, mark)
    # The last one may open a quote that goes on in the next paragraph.
    sound = _balance(double, depth) or (double[-1].role == "open" and _balance(double[:-1], depth))
    for mark, role in zip(double, before, strict=True):
        if sound:
            mark.family = carried if carried in _DOUBLE else "“"
        else:
            mark.role = role
    return sound


def _settle_guillemets(text: str, marks: list[_Mark], is_open: bool) -> None:
    """Turn »German« marks round."""
    if is_open or not marks or marks[0].role != "close":
        return
    first = marks[0]
    before = text[first.start - 1] if first.start else " "
    after = text[first.end] if first.end < len(text) else " "
    if before.isspace() and not after.isspace() and any(mark.role == "open" for mark in marks):
        for mark in marks:
            mark.role = "close" if mark.role == "open" else "open"


def _settle_singles(marks: list[_Mark], is_open: bool) -> None:
    """Pair single marks; drop what turns out to be an apostrophe."""
    singles = [mark for mark in marks if mark.family == "'"]
    closes_next = [mark.role == "close" for mark in singles[1:]] + [False]
    for number, mark in enumerate(singles):
        if mark.role == "open":
            if is_open or not closes_next[number]:
                # Nothing closes it (or it is nested in itself): an apostrophe.
                mark.role = "none"
            else:
                is_open = True
        elif is_open and (mark.strong or not closes_next[number]):
            is_open = False
        else:
            mark.role = "none"
