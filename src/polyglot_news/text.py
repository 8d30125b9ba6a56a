"""Spans, scripts, typography and sentences: what every other stage knows of text."""

from __future__ import annotations

from collections.abc import Iterator

import attrs


@attrs.frozen(order=True)
class Span:
    """A stretch of a text: code point offsets, ``start`` included, ``end`` excluded."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[int]:
        """Unpack as ``start, end``."""
        yield self.start
        yield self.end

    def of(self, text: str) -> str:
        """Return the part of ``text`` that this span covers."""
        return text[self.start : self.end]

    def shift(self, offset: int) -> Span:
        """Return the same span counted from ``offset`` characters earlier."""
        return Span(self.start + offset, self.end + offset)

    def overlap(self, other: Span) -> int:
        """Return how many characters the two spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))
