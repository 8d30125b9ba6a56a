"""Sentence pairs composed for this project: news in three languages, and official statements with their renderings."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from training.errors import TrainingError

_HERE = Path(__file__).parent
RENDERINGS = _HERE / "renderings"

Pair = tuple[str, str]


def news(languages: tuple[str, str], learner: str = "packages") -> Iterator[Pair]:
    """Yield the sentences of ``news/`` that ``packages`` or the ``estimator`` learn from, in two of their languages.

    Raises:
        TrainingError: a line without a text in each of the columns.
    """
    path = _HERE / "news" / f"{learner}.tsv"
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), 2):
            pair = row.get(languages[0]), row.get(languages[1])
            if not (pair[0] and pair[1]):
                raise TrainingError(f"{path}, line {number}: a column of {' or '.join(languages)} is empty")
            yield pair[0], pair[1]


def renderings(languages: tuple[str, str]) -> Iterator[Pair]:
    """Return the statements of ``renderings/*.jsonl`` with their close renderings, whichever of them was written first.

    The free ones say the same, but are not what a translation shall look like.
    """
    return (pair for pair, is_close in faithful(languages) if is_close)


def faithful(languages: tuple[str, str]) -> Iterator[tuple[Pair, bool]]:
    """Yield the statements of ``renderings/*.jsonl`` with each faithful rendering, and whether it is close.

    In this order of languages, whichever of them was written first.
    """
    for path in sorted(RENDERINGS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            columns = row["source"], row["target"]
            if set(columns) == set(languages):
                for one in row["renderings"]:
                    if one["label"] == "faithful":
                        pair = row["official"], one["text"]
                        yield pair if columns == languages else (pair[1], pair[0]), one["style"] == "close"


# By the name that a run's index gives them.
OWN: dict[str, Callable[[tuple[str, str]], Iterator[Pair]]] = {"own_news": news, "own_renderings": renderings}
