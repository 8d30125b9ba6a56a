"""Errors of the training package."""

from __future__ import annotations

import sys
from collections.abc import Callable


class TrainingError(Exception):
    """One sentence that says what is wrong and how to mend it."""


def exit_status(step: Callable[[], None]) -> int:
    """Runs a step of the command line; 2 and one line on standard error where the input does not allow it."""
    try:
        step()
    except TrainingError as error:
        print(f"training: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        print(f"training: {place}{error.strerror or error}; what was written before is kept", file=sys.stderr)
        return 2
    except ImportError as error:
        print(f"training: {error.name} is missing: pip install polyglot-news[training]", file=sys.stderr)
        return 2
    return 0
