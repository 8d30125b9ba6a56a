"""Renderings that were written as journalists write, and copies of these with one change that misleads.

A line of a file is an official text with its renderings: ``{"source": "fr", "target": "en", "official": …,
"renderings": [{"text": …, "label": "faithful"}, {"text": …, "label": "altered", "from": 0, "kind": …}, …]}``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.renderings import shortest
from polyglot_news.align.segmentation import segment
from training.estimator import alter


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a file, as ``pairs`` writes them."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        made = list(_altered(row))
        if any(one["kind"] != "synonym" for one in made):
            texts = (row["official"], row["renderings"][0]["text"])
            languages = row["source"], row["target"]
            yield {"languages": languages, "texts": texts, "altered": made, "unseen": True}


def faithful(path: Path) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Yield languages and texts of the official words of a file, each with one of its whole renderings in turn."""
    for k, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        least = shortest(row["renderings"])
        whole = [one["text"] for one in row["renderings"] if one["label"] == "faithful" and len(one["text"]) > least]
        if whole:
            yield (row["source"], row["target"]), (row["official"], whole[k % len(whole)])


def _altered(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    renderings = row["renderings"]
    least = shortest(renderings)
    for one in renderings[1:]:
        text = one["text"]
        if one["label"] == "faithful" and len(text) > least:
            yield {"kind": "synonym", "side": 1, "text": text, "span": (0, 0)}
        elif one["label"] == "altered" and len(renderings[one["from"]]["text"]) > least:
            origin = renderings[one["from"]]["text"]
            official = segment(row["official"], row["source"])
            words = official, segment(origin, row["target"])
            languages = row["source"], row["target"]
            side = alter.Sentence.of_pair(
                (row["official"], origin), words, languages, 1, alter.Neighbours(row["target"])
            )
            lost, kept = alter.counterparts(side, text, official)
            yield {
                "kind": one["kind"],
                "side": 1,
                "text": text,
                "span": new_words(origin, text, row["target"]),
                "lost": [(word.start, word.end) for word in lost],
                "kept": [(word.start, word.end) for word in kept],
            }


def new_words(origin: str, altered: str, language: str) -> tuple[int, int]:
    """Return where the words of an altered text stand that its origin lacks; an empty place if it has no others."""
    old, now = [word.of(origin) for word in segment(origin, language)], segment(altered, language)
    new = [word.of(altered) for word in now]
    before = alter.common_start(old, new)
    after = alter.common_start(old[before:][::-1], new[before:][::-1])
    changed = now[before : len(now) - after]
    return (changed[0].start, changed[-1].end) if changed else (0, 0)
