"""How long the months are."""

from __future__ import annotations

_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LAST_OF_ANY = 30


def last_day(month: int | None) -> int:
    """Return the last day of a month; of one that is not known, the usual one."""
    return _DAYS[month - 1] if month is not None else _LAST_OF_ANY
