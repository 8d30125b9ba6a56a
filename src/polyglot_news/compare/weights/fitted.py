"""The models that ``python -m benchmarks.verdict --fit`` writes."""

from __future__ import annotations

import functools
import json
from importlib import resources
from typing import Any


@functools.cache
def fitted() -> dict[str, Any]:
    """Return the models of ``data/verdict.json`` by their names."""
    path = resources.files("polyglot_news") / "data" / "verdict.json"
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded
