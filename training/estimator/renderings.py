"""Renderings that were written as journalists write, and copies of these with one change that misleads.

A line of a file is an official text with its renderings: ``{"source": "fr", "target": "en", "official": …,
"renderings": [{"text": …, "label": "faithful"}, {"text": …, "label": "altered", "from": 0, "kind": …}, …]}``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

from benchmarks.renderings import shortest
from polyglot_news.align.segmentation import normal_form, segment
from polyglot_news.text import Span
from training.estimator import alter


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a file, as ``pairs`` writes them."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        made = list(_altered(row))
        if any(one["kind"] != "synonym" for one in made):
            texts = (row["official"], row["renderings"][0]["text"])
            yield {"languages": (row["source"], row["target"]), "texts": texts, "altered": made}


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
            lost, kept = alter.counterparts(_sentence(origin, row, official), text, official)
            yield {
                "kind": one["kind"],
                "side": 1,
                "text": text,
                "span": new_words(origin, text, row["target"]),
                "lost": [(word.start, word.end) for word in lost],
                "kept": [(word.start, word.end) for word in kept],
            }


def _sentence(text: str, row: dict[str, Any], official: list[Span]) -> alter.Sentence:
    source, target = row["source"], row["target"]
    surface = [word.of(row["official"]) for word in official]
    return alter.Sentence(
        text=text,
        language=target,
        words=segment(text, target),
        other=[normal_form(word, source) for word in surface],
        other_surface=surface,
        other_language=source,
        neighbours=alter.Neighbours(target),
    )


def new_words(origin: str, altered: str, language: str) -> tuple[int, int]:
    """Return where the words of an altered text stand that its origin lacks; an empty place if it has no others."""
    old, now = [word.of(origin) for word in segment(origin, language)], segment(altered, language)
    new = [word.of(altered) for word in now]
    before = _same(old, new)
    after = _same(old[before:][::-1], new[before:][::-1])
    changed = now[before : len(now) - after]
    return (changed[0].start, changed[-1].end) if changed else (0, 0)


def _same(one: list[str], other: list[str]) -> int:
    """Return how many words two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
