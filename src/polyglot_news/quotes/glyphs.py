"""The glyphs of quotation: which may open, which may close, which are apostrophes, primes or markup."""

from __future__ import annotations

import re
from typing import Literal

import attrs

from polyglot_news.quotes.layout import Paragraph
from polyglot_news.quotes.lexicon import sections
from polyglot_news.text import is_wide

Role = Literal["open", "close", "either", "none"]

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
MARK_CHARS = frozenset("\"＂“”„‟〝〞〟‘’‚‛'«»‹›「」『』｢｣﹁﹂﹃﹄《》〈〉`")
_WORD = re.compile(r"[^\W_]+")
DOUBLE = frozenset(["“", '"'])
_MAX_ATTRIBUTE = 1000


@attrs.define
class Mark:
    """A quotation mark: its place, its family, its role, and whether what stands around it leaves no doubt of that."""

    start: int
    end: int
    family: str
    role: Role
    strong: bool = True


def marks_of(text: str, block: Paragraph) -> list[Mark]:
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
            found.append(Mark(start, end, family, role))
        elif glyph in _CURLY:
            found.append(Mark(start, end, "“", "open" if _CURLY[glyph] == "open" else "close"))
        elif glyph in {'"', "＂", "''"}:
            if not _is_prime(text, start, before):
                inches = before is not None and before.isdigit()
                found.append(Mark(start, end, '"', _position(before, after), not inches))
        else:
            role, strong = _single(text, block, start, end, before, after)
            if role != "none":
                found.append(Mark(start, end, "'", role, strong))
    return found


def _position(before: str | None, after: str | None) -> Role:
    """Tell the role of a mark that looks the same on both sides by what stands around it."""
    opens = before is None or before.isspace() or before in _BEFORE_OPENING or before in MARK_CHARS
    closes = after is None or after.isspace() or after in _AFTER_CLOSING or after in MARK_CHARS
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
        if not (is_wide(before) and is_wide(after)):
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


def position_in(text: str, mark: Mark) -> Role:
    """Tell the role of a mark by what stands around it in the text."""
    before = text[mark.start - 1] if mark.start else None
    return _position(before, text[mark.end] if mark.end < len(text) else None)
