"""Signs that a decoder has gone astray: loops and outputs without end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

LONGEST_PHRASE = 12  # tokens; loops of longer phrases are seen by their lack of variety
_VARIED = 0.6  # share of distinct 4-grams below which a long output repeats itself; prose has more than 0.9
_NGRAM = 4


def length_limit(source: int) -> int:
    """Return the most target tokens that a source of so many tokens may become.

    In news and parliamentary text the human translation stays below 2.4 times in every direction.
    """
    return 24 + 5 * source // 2


def loops(pieces: Sequence[str], source: Sequence[str]) -> bool:
    """Tell whether a hypothesis repeats itself in a way that its source does not.

    A phrase said three times in a row (a single token four times), or a long output with little variety.
    """
    return (_runs(pieces) and not _runs(source)) or (_variety(pieces) < _VARIED <= _variety(source))


def _runs(pieces: Sequence[str]) -> bool:
    return next(_repeated(pieces), None) is not None


def _repeated(pieces: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield (start, phrase length, times) of phrases that follow themselves too often, letters or digits in them."""
    count = len(pieces)
    for size in range(1, min(LONGEST_PHRASE, count // 3) + 1):
        same, needed = 0, 3 * size if size == 1 else 2 * size
        for index in range(size, count + 1):
            if index < count and pieces[index] == pieces[index - size]:
                same += 1
                continue
            start = index - same - size
            if same >= needed and any(char.isalpha() for piece in pieces[start : start + size] for char in piece):
                yield start, size, same // size + 1
            same = 0


def _variety(pieces: Sequence[str]) -> float:
    grams = [tuple(pieces[start : start + _NGRAM]) for start in range(len(pieces) - _NGRAM + 1)]
    return len(set(grams)) / len(grams) if len(grams) >= 4 * _NGRAM else 1.0


def unloop(pieces: Sequence[str]) -> list[str]:
    """Return a hypothesis with every phrase that follows itself too often said once."""
    rest = list(pieces)
    while (found := next(_repeated(rest), None)) is not None:
        start, size, times = found
        del rest[start + size : start + size * times]
    return rest
