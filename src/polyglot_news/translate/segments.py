"""A text as units to translate and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import attrs

from polyglot_news.text import NO_WIDTH, Span, is_han, split_sentences, trimmed, without_quote_marks
from polyglot_news.translate.markup import edges, without_emphasis

# What opens a list item, a note or a turn in a dialogue: copied, not translated. M. is a French title.
_BULLET = re.compile(
    r"(?:[-•*·●○■▪◦‣–—]\s+|#{1,6}\s+|(?!M\.)\(?(?:\d{1,3}|[ivxIVX]{1,5}|[a-zA-Z])[.)]\s+|\d{1,3}(?:\.\d{1,3}){1,4}\.?\s+"
    r"|\[(?:\d{1,3}|[ xX])\]\s+|[（(][一二三四五六七八九十百\d]{1,4}[）)]\s*"
    r"|[一二三四五六七八九十百]{1,4}、\s*|第[一二三四五六七八九十百千\d]{1,6}[条條款章节節]\s+|[①-⑳]\s*)+"
)
_OPENING, _CLOSING = "“«„「『", "”»」』"
_STOPS = ".!?…。！？"
_UNEVEN = re.compile(rf"{NO_WIDTH.pattern}|  | $|[^\S ]")  # what goes to the model otherwise
_SIGNS = r"[^\s\u3000-\u9fff\uff00-\uffef]+"  # Chinese goes on behind an address without a space
_ADDRESS = re.compile(rf"(?:https?://|www\.){_SIGNS}|{_SIGNS}@{_SIGNS}\.{_SIGNS}")
# What parts the cells of a table's row: upright strokes, and tabs within a line.
_CELL_MARK = re.compile(r"(?<!\S)\||\|(?!\S)|(?<=[^\s|])[ \u00a0]*\t(?=[ \t\u00a0]*\S)")
_CLAUSE_ENDS = ("；;", "：:—–", "，,、", ")）」』”»")  # where a long sentence may be cut, the best places first


@attrs.frozen(kw_only=True)
class Unit:
    """What the model gets in one piece: a sentence, or part of a long one.

    Attributes:
        span: where it stands in the text, with its bullet and quotation marks.
        bullet: what opens a list item.
        opening: a quotation mark that opens the unit and is closed at its end or in a later one.
        closing: a quotation mark that closes at the end.
        stop: a final stop outside of that closing mark, which the model gets inside.
        head: marks of emphasis and tags before all that.
        tail: those behind it, and the marks of notes.
        text: what is left, as the model gets it; "" if there is nothing to translate.
        offsets: for each character of ``text``, and its end, its place in the text given.
        capitals: whether it was written in capitals, and is to be again.
    """

    span: Span
    bullet: str = ""
    opening: str = ""
    closing: str = ""
    stop: str = ""
    head: str = ""
    tail: str = ""
    text: str
    offsets: tuple[int, ...]
    capitals: bool = False

    def place(self, span: Span) -> Span:
        """Return where a span of ``text`` stands in the text given."""
        if not span:
            return Span(self.offsets[span.start], self.offsets[span.start])
        return Span(self.offsets[span.start], self.offsets[span.end - 1] + 1)

    def find(self, span: Span) -> Span | None:
        """Return where a span of the text given stands in ``text``; None if it is not in this unit."""
        inside = [index for index, place in enumerate(self.offsets[:-1]) if span.start <= place < span.end]
        return Span(inside[0], inside[-1] + 1) if inside else None


def split_units(
    text: str, language: str, *, length: Callable[[str], int], limit: int, bounds: Sequence[Span] = ()
) -> list[Unit]:
    """Cut a text into units: sentences, and the cells of tables.

    Args:
        text: a text of any length.
        language: its language.
        length: returns the length of a sentence in tokens.
        limit: the longest unit, in tokens; longer sentences are cut at clauses.
        bounds: stretches that no unit may cross; all of the text by default.

    Returns:
        The units in order; between them stand only white space, lines of signs, the marks of quoted lines and what
        parts cells.
    """
    text = without_quote_marks(text)
    return [
        _unit(text, part, language)
        for bound in bounds or [Span(0, len(text))]
        for sentence in split_sentences(bound.of(text), language)
        for cell in _cells(text, sentence.shift(bound.start))
        for part in _parts(text, cell, length, limit)
    ]


def _cells(text: str, span: Span) -> Iterator[Span]:
    """Yield the cells of a row; a sentence is all one cell."""
    bullet = _BULLET.match(text, *span)
    start = span.start
    for mark in _CELL_MARK.finditer(text, bullet.end() if bullet else start, span.end):
        if cell := trimmed(text, start, mark.start()):
            yield cell
        start = mark.end()
    if cell := trimmed(text, start, span.end):
        yield cell


def is_cell(text: str, span: Span) -> bool:
    """Tell whether a unit of a text is a cell of a row with others."""
    before, after = text[max(0, span.start - 4) : span.start], text[span.end : span.end + 4]
    return before.rstrip(" \u00a0").endswith(("|", "\t")) or after.lstrip(" \u00a0").startswith(("|", "\t"))


def _parts(text: str, span: Span, length: Callable[[str], int], limit: int) -> Iterator[Span]:
    """Cut a sentence that is too long as near to its middle as its clauses allow, and so on."""
    pending = [span]
    while pending:
        part = pending.pop()
        # No token is longer than 16 characters, so short strings need no counting.
        if len(part) <= limit or length(part.of(text)) <= limit or (cut := _cut(text, part)) is None:
            yield part
        else:
            pending += [trimmed(text, cut, part.end), trimmed(text, part.start, cut)]


def _cut(text: str, span: Span) -> int | None:
    middle, width = (span.start + span.end) // 2, len(span)
    for marks in (*_CLAUSE_ENDS, None):
        # The better the place, the farther from the middle it may lie.
        reach = width // 4 if marks is None else width * 3 // 8
        near = range(middle - reach, middle + reach)
        if marks is None:
            places = [index for index in near if text[index].isspace()]
        else:
            places = [
                index + 1
                for index in near
                if text[index] in marks
                and not (text[index + 1].isalnum() and not is_han(text[index + 1]))  # not 1,000 nor 10:30
            ]
        if places:
            return min(places, key=lambda place: abs(place - middle))
    return middle if width > 1 else None


def _unit(text: str, span: Span, language: str) -> Unit:
    from polyglot_news.translate.names import is_code

    raw = span.of(text)
    match = _BULLET.match(raw)
    bullet = match.group() if match and match.end() < len(raw) else ""
    raw = without_emphasis(raw, len(bullet), len(raw))
    start, end = edges(raw, len(bullet), len(raw))
    head, tail = raw[len(bullet) : start], raw[end:]
    if start >= end:
        return Unit(span=span, text="", offsets=(span.start,))
    opening = closing = stop = ""
    if start < end - 1 and raw[start] in _OPENING and not _closed_inside(raw, start, end):
        opening = raw[start]
        start += 1
    last = end - 1
    if raw[last] in _STOPS and last > start and raw[last - 1] in _CLOSING:
        stop, last = raw[last], last - 1
    if last > start and raw[last] in _CLOSING and not _opened_inside(raw, start, last):
        closing = raw[last]
    else:
        stop = ""
    if closing:
        end = last
    core, offsets = _core(raw, start, end, span.start, language)
    if stop and core and core[-1] not in _STOPS:
        core, offsets = core + stop, (*offsets, offsets[-1])
    elif stop:
        stop = ""
    capitals = _in_capitals(core)
    if capitals:
        core = _sentence_case(core)
    if not any(char.isalpha() for char in core) or _ADDRESS.fullmatch(core) or is_code(core):
        return Unit(span=span, text="", offsets=(span.start,))
    return Unit(
        span=span,
        bullet=bullet,
        opening=opening,
        closing=closing,
        stop=stop,
        head=head,
        tail=tail,
        text=core,
        offsets=offsets,
        capitals=capitals,
    )


def _closed_inside(raw: str, start: int, end: int) -> bool:
    """Tell whether the mark that opens the unit is closed before its end: it then quotes only a part."""
    depth = 0
    for index in range(start, end):
        depth += (raw[index] in _OPENING) - (raw[index] in _CLOSING)
        if depth == 0:
            return bool(raw[index + 1 : end].strip(_STOPS + " \u00a0\u202f"))
    return False


def _opened_inside(raw: str, start: int, last: int) -> bool:
    """Tell whether the mark that closes the unit was opened in it."""
    depth = 0
    for index in range(last, start - 1, -1):
        depth += (raw[index] in _CLOSING) - (raw[index] in _OPENING)
        if depth == 0:
            return True
    return False


def _core(raw: str, start: int, end: int, shift: int, language: str) -> tuple[str, tuple[int, ...]]:
    """Return what goes to the model and where each of its characters comes from.

    White space becomes one space, or nothing between Chinese characters; characters without width are left out.
    """
    if language != "zh" and raw[start] != " " and not _UNEVEN.search(raw, start, end):
        return raw[start:end], tuple(range(start + shift, end + shift + 1))
    chars: list[str] = []
    places: list[int] = []
    for index in range(start, end):
        char = raw[index]
        if NO_WIDTH.match(char):
            continue
        if char.isspace():
            before = chars[-1] if chars else " "
            after = raw[index + 1 : index + 2]
            if (
                before == " "
                or not after
                or (language == "zh" and _is_wide(before) and (_is_wide(after) or after.isspace()))
            ):
                continue
            char = " "
        chars.append(char)
        places.append(index + shift)
    while chars and chars[-1] == " ":
        chars.pop()
        places.pop()
    last = places[-1] + 1 if places else start + shift
    return "".join(chars), (*places, last)


def _is_wide(char: str) -> bool:
    return is_han(char) or char in "，。、；：？！“”‘’（）《》…—"


def _in_capitals(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 1]
    return len(words) >= 3 and all(word.isupper() for word in words) and sum(map(len, words)) >= 12


def _sentence_case(text: str) -> str:
    lowered = "".join(char if len(char.lower()) != 1 else char.lower() for char in text)
    first = next((index for index, char in enumerate(lowered) if char.isalpha()), 0)
    return lowered[:first] + text[first] + lowered[first + 1 :]
