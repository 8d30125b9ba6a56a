"""The tables of ``data/values/``."""

from __future__ import annotations

import csv
from importlib.resources import files


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table by the names of its columns."""
    text = files("polyglot_news").joinpath(f"data/values/{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
