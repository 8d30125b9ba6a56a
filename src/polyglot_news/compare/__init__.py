"""Does a rendering say what the official text says? One checker a file, one registry, one verdict."""

from __future__ import annotations


def compare(rendering: str, official: str) -> None:
    """Placeholder while the checkers are built."""
    raise NotImplementedError
