"""The heaviest stretch of a row of gains and losses."""

from __future__ import annotations

from collections.abc import Iterable


def heaviest_stretch(gains: Iterable[float]) -> tuple[float, slice]:
    """Return the sum and the place of the stretch whose sum is greatest; 0 and nothing where all are losses.

    Kadane's maximum subarray (Bentley, "Programming Pearls", 1984).

    >>> heaviest_stretch([-1.0, 2.0, -0.5, 3.0, -4.0])
    (4.5, slice(1, 4, None))
    """
    best, total, start, place = 0.0, 0.0, 0, slice(0, 0)
    for k, gain in enumerate(gains):
        total += gain
        if total <= 0.0:
            total, start = 0.0, k + 1
        elif total > best:
            best, place = total, slice(start, k + 1)
    return best, place
