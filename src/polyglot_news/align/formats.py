"""Alignments as files: tab-separated text, JSON lines, and TMX 1.4b (LISA OSCAR's translation memory exchange)."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence

import attrs

from polyglot_news import tmx
from polyglot_news.align.model import Link
from polyglot_news.text import in_one_line


@attrs.frozen(kw_only=True)
class Unit:
    """A translation unit: the text on each side of a link; one side may be empty.

    Attributes:
        source: the source sentences, joined.
        target: the target sentences, joined.
        similarity: about the probability that the two render each other.
    """

    source: str
    target: str
    similarity: float


def units(
    links: Sequence[Link],
    source: Sequence[str],
    target: Sequence[str],
    *,
    source_language: str = "en",
    target_language: str = "en",
) -> list[Unit]:
    """Put the sentences behind links; neighbours are joined by a space, in Chinese by nothing."""
    return [
        Unit(
            source=_joined(source, link.source, source_language),
            target=_joined(target, link.target, target_language),
            similarity=link.similarity,
        )
        for link in links
    ]


def to_tsv(
    links: Sequence[Link],
    source: Sequence[str],
    target: Sequence[str],
    *,
    source_language: str = "en",
    target_language: str = "en",
) -> str:
    """Write one link a line: indices on both sides (from 0, comma separated), similarity, and the two texts."""
    texts = units(links, source, target, source_language=source_language, target_language=target_language)
    lines = ["source_ids\ttarget_ids\tsimilarity\tsource\ttarget"]
    for link, unit in zip(links, texts, strict=True):
        cells = (_indices(link.source), _indices(link.target), f"{link.similarity:.4f}", unit.source, unit.target)
        lines.append("\t".join(" ".join(in_one_line(cell).split()) for cell in cells))
    return "\n".join(lines) + "\n"


def to_jsonl(
    links: Sequence[Link],
    source: Sequence[str],
    target: Sequence[str],
    *,
    source_language: str = "en",
    target_language: str = "en",
) -> str:
    """Write one link a line as a JSON object."""
    texts = units(links, source, target, source_language=source_language, target_language=target_language)
    return "".join(
        json.dumps(
            {
                "source_ids": link.source,
                "target_ids": link.target,
                "similarity": link.similarity,
                "source": unit.source,
                "target": unit.target,
            },
            ensure_ascii=False,
        )
        + "\n"
        for link, unit in zip(links, texts, strict=True)
    )


def to_tmx(
    links: Sequence[Link],
    source: Sequence[str],
    target: Sequence[str],
    *,
    source_language: str,
    target_language: str,
    changed: dt.datetime | None = None,
    origins: Sequence[tmx.Unit] = (),
) -> str:
    """Write the links that have two sides as TMX 1.4b.

    Args:
        links: the links.
        source: the source sentences.
        target: the target sentences.
        source_language: language of the source, "en", "fr" or "zh", or a longer tag.
        target_language: language of the target.
        changed: date of the change for every unit; none is written by default, so that equal input gives equal bytes.
        origins: for each link the unit that it is from, whose tags, note, properties, dates and so on are kept, if
            they are from a translation memory.
    """
    texts = units(links, source, target, source_language=source_language, target_language=target_language)
    new = tmx.Unit(variants=(), changed=changed)
    return tmx.to_tmx(
        attrs.evolve(
            origin,
            variants=(
                (_tag(origin, source_language), unit.source),
                (_tag(origin, target_language), unit.target),
            ),
            properties={**origin.properties, "x-similarity": f"{unit.similarity:.4f}"},
        )
        for unit, origin in zip(texts, origins or [new] * len(texts), strict=True)
        if unit.source and unit.target
    )


def similarity(unit: tmx.Unit) -> float | None:
    """Return the similarity that ``to_tmx`` wrote into a unit; None if it has none."""
    try:
        value = float(unit.properties.get("x-similarity", ""))
    except ValueError:
        return None
    return value if 0 <= value <= 1 else None


def _tag(unit: tmx.Unit, language: str) -> str:
    """Return the tag of a language with the region that a unit says."""
    return next((tag for tag, _ in unit.in_language(language)), language)


def _joined(sentences: Sequence[str], places: Sequence[int], language: str) -> str:
    return ("" if language.startswith("zh") else " ").join(sentences[i] for i in places)


def _indices(places: Sequence[int]) -> str:
    return ",".join(map(str, places))
