"""Aligned sentences as TSV, JSON lines and TMX."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from polyglot_news.align.model import Link
from polyglot_news.tmx import Unit
from polyglot_news.tmx import to_tmx as write_tmx


def to_tsv(links: Iterable[Link], source: Sequence[str], target: Sequence[str]) -> str:
    """Return a header and one line for each link: indices, texts (sentences joined by a space), similarity."""
    rows = ["source_indices\ttarget_indices\tsource\ttarget\tsimilarity"]
    for link in links:
        indices = (",".join(map(str, link.source)), ",".join(map(str, link.target)))
        texts = (_cell(_joined(link.source, source)), _cell(_joined(link.target, target)))
        rows.append("\t".join((*indices, *texts, f"{link.similarity:.4f}")))
    return "\n".join(rows) + "\n"


def to_jsonl(links: Iterable[Link], source: Sequence[str], target: Sequence[str]) -> str:
    """Return one JSON object a line for each link."""
    return "".join(
        json.dumps(
            {
                "source_indices": list(link.source),
                "target_indices": list(link.target),
                "source": _joined(link.source, source),
                "target": _joined(link.target, target),
                "similarity": round(link.similarity, 4),
            },
            ensure_ascii=False,
        )
        + "\n"
        for link in links
    )


def to_tmx(
    links: Iterable[Link],
    source: Sequence[str],
    target: Sequence[str],
    *,
    source_language: str,
    target_language: str,
) -> str:
    """Return the links that have both sides as a translation memory."""
    units = (
        Unit(
            variants=((source_language, _joined(link.source, source)), (target_language, _joined(link.target, target))),
            properties={"x-similarity": f"{link.similarity:.4f}"},
        )
        for link in links
        if link.source and link.target
    )
    return write_tmx(units, source_language)


def _joined(indices: Iterable[int], sentences: Sequence[str]) -> str:
    return " ".join(sentences[index] for index in indices)


def _cell(text: str) -> str:
    return " ".join(text.split())
