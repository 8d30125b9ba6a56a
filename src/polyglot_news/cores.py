"""How much of the machine this process may use."""

from __future__ import annotations

import os


def usable_cores() -> int:
    """Return on how many cores the system lets this process run."""
    if hasattr(os, "sched_getaffinity"):  # not on macOS and Windows
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


def usable_threads() -> int:
    """Return how many threads are worth starting: one a core, or as many as OMP_NUM_THREADS allows."""
    allowed = os.environ.get("OMP_NUM_THREADS", "").partition(",")[0].strip()
    return min(usable_cores(), max(1, int(allowed))) if allowed.isdecimal() else usable_cores()
