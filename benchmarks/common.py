"""What the benchmarks share: where the data lies, and where the figures go."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")


def _folder(name: str) -> Path:
    if not Path(name).is_dir():
        msg = f"there is no folder {name!r}: name that of the evaluation sets"
        raise argparse.ArgumentTypeError(msg)
    return Path(name)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add ``--data``, ``--sample`` and ``--json``."""
    parser.add_argument("--data", type=_folder, default="../shared/eval", help="folder of the evaluation sets")
    parser.add_argument("--sample", type=int, default=None, help="use only the first N items")
    parser.add_argument("--json", type=Path, default=None, help="write the figures to this file")


def spread(rows: Sequence[T], sample: int | None) -> list[T]:
    """Return so many rows, evenly spread over all; all without a sample."""
    size = len(rows) if sample is None else min(sample, len(rows))
    return [rows[k * len(rows) // size] for k in range(size)]


def write_json(path: Path | None, figures: dict[str, Any]) -> None:
    """Write the figures, if a file was named."""
    if path is not None:
        path.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
