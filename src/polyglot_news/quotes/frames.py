"""Frames: the text around quotes with the quotes blanked out, and its sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

import attrs

from polyglot_news.abbreviations import ABBREVIATED
from polyglot_news.quotes.layout import Paragraph
from polyglot_news.quotes.marks import Stretch
from polyglot_news.quotes.tokens import BLANK
from polyglot_news.quotes.wires import without_leads
from polyglot_news.text import Span

# No frame reaches further than this from its quote, which keeps the whole extraction linear.
REACH = 400

_BOUNDARY = re.compile(rf"[.!?…][\"'’”»)\]]*\s+(?=[\"'(\[]?[^\W\d_a-zà-ÿ]|{BLANK}|\d)")
_ABBREVIATED = re.compile(ABBREVIATED)
_TERMINAL = frozenset(".!?…。！？")


@attrs.frozen
class Frames:
    """A text with its quotes, datelines and by-lines blanked out: ``masked`` has the same offsets as ``text``."""

    text: str
    masked: str
    blocks: Sequence[Paragraph]
    _starts: list[int]

    @classmethod
    def build(cls, text: str, blocks: Sequence[Paragraph], stretches: Sequence[Stretch]) -> Frames:
        """Blank out the stretches, which stand in order and do not overlap."""
        pieces: list[str] = []
        position = 0
        for stretch in stretches:
            pieces.append(text[position : stretch.outer.start])
            pieces.append(BLANK * len(stretch.outer))
            position = stretch.outer.end
        pieces.append(text[position:])
        masked = without_leads("".join(pieces), (block.span for block in blocks))
        return cls(text, masked, blocks, [block.span.start for block in blocks])

    def block_index(self, position: int) -> int:
        """Return the index of the paragraph that holds ``position``."""
        return max(0, bisect_right(self._starts, position) - 1)

    def closing_char(self, stretch: Stretch) -> str:
        """Return the last character of what a stretch quotes."""
        return self.text[stretch.contents[-1].end - 1]

    def ends_sentence(self, stretch: Stretch) -> bool:
        """Whether what a stretch quotes ends with a final stop."""
        return self.closing_char(stretch) in _TERMINAL

    def announces(self, position: int) -> bool:
        """Whether a colon stands right before ``position``."""
        return self.text[max(0, position - 3) : position].rstrip()[-1:] in {":", "："}

    def sentence_start(self, low: int, position: int) -> int:
        """Return where the sentence around ``position`` begins, not before ``low``."""
        start = max(low, position - REACH)
        window = self.masked[start:position] + self._peek(position)
        for boundary in _boundaries(window):
            if boundary.end <= position - start:
                low = max(low, start + boundary.end)
        return max(low, start, self._after_closed_quote(max(low, start), position))

    def _peek(self, position: int) -> str:
        return self.masked[position : position + 1]

    def _after_closed_quote(self, low: int, position: int) -> int:
        """A quote that ends with a full stop ends its sentence when a capital or another quote follows."""
        best = low
        for match in re.finditer(
            rf"{BLANK}(\s+)(?=[\"'(\[]?[^\W\d_a-zà-ÿ]|{BLANK})", self.masked[low:position] + self._peek(position)
        ):
            closing = self.text[max(0, low + match.start() - 4) : low + match.start()].rstrip()
            if low + match.end() <= position and closing[-1:] in _TERMINAL:
                best = low + match.end()
        return best

    def sentence_end(self, position: int, high: int) -> int:
        """Return where the sentence that goes on at ``position`` ends, final stop included, not after ``high``."""
        high = min(high, position + REACH)
        window = self.masked[position:high] + self.masked[high : high + 1]
        for boundary in _boundaries(window):
            if _has_word(window[: boundary.start]):
                return position + boundary.start + 1
        return high


def _boundaries(window: str) -> Iterator[Span]:
    """Yield where sentences end: from the final stop to the beginning of the next sentence."""
    abbreviated = {match.end() for match in _ABBREVIATED.finditer(window)}
    for match in _BOUNDARY.finditer(window):
        if match.start() + 1 not in abbreviated:
            yield Span(*match.span())


def _has_word(piece: str) -> bool:
    return any(char.isalnum() for char in piece)
