"""The word lists behind attribution, one file a language in ``data/quotes``."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=4)
def sections(language: str) -> dict[str, tuple[str, ...]]:
    """Read the word lists of a language.

    Args:
        language: "en", "fr" or "zh"; or "given" for the given names that show of whom they are.

    Returns:
        Section name to entries; those of "irregular" are whole lines, one verb each.
    """
    text = (resources.files("polyglot_news") / "data" / "quotes" / f"{language}.txt").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("["):
            name = line.strip("[] ")
            found[name] = []
        elif line and not line.startswith("#"):
            found[name].extend([line] if name == "irregular" else (entry.replace("_", " ") for entry in line.split()))
    return {name: tuple(entries) for name, entries in found.items()}
