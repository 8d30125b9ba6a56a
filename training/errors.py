"""Errors of the training package."""

from __future__ import annotations


class TrainingError(Exception):
    """One sentence that says what is wrong and how to mend it."""
