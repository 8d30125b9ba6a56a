"""The tables of ``data/`` that are CSV files."""

from __future__ import annotations

import csv
from importlib.resources import files


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table by the names of its columns.

    Args:
        name: where it stands in ``data/``, without its ending: "values/units".
    """
    text = files("polyglot_news").joinpath(f"data/{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
