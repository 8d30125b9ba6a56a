"""Alignments as files: tab-separated text, JSON lines, and TMX 1.4b (LISA OSCAR's translation memory exchange)."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from polyglot_news import tmx
from polyglot_news.align.model import Link
from polyglot_news.errors import InputError

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@attrs.frozen(kw_only=True)
class Unit:
    """A translation unit: the text on each side of a link; one side may be empty.

    Attributes:
        source: the source sentences, joined.
        target: the target sentences, joined.
        similarity: about the probability that the two render each other; None where a file does not say.
    """

    source: str
    target: str
    similarity: float | None


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
        lines.append("\t".join(" ".join(cell.split()) for cell in cells))
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
) -> str:
    """Write the links that have two sides as TMX 1.4b.

    Args:
        links: the links.
        source: the source sentences.
        target: the target sentences.
        source_language: language of the source, "en", "fr" or "zh", or a longer tag.
        target_language: language of the target.
        changed: date of the change for every unit; none is written by default, so that equal input gives equal bytes.
    """
    texts = units(links, source, target, source_language=source_language, target_language=target_language)
    return tmx.to_tmx(
        tmx.Unit(
            variants=((source_language, unit.source), (target_language, unit.target)),
            properties={"x-similarity": f"{unit.similarity:.4f}"},
            changed=changed,
        )
        for unit in texts
        if unit.source and unit.target
    )


def read_tmx(data: bytes, source_language: str, target_language: str) -> list[Unit]:
    """Read the units of a TMX file that hold both languages; inline codes are left out, regional tags count.

    Raises:
        InputError: the file is no well-formed TMX.
    """
    found = []
    for unit in _root(data).iter("tu"):
        texts: dict[str, str] = {}
        for variant in unit.iter("tuv"):
            segment = variant.find("seg")
            if segment is not None:
                texts.setdefault(_primary(_tag(variant)), "".join(_plain(segment)).strip())
        source, target = texts.get(_primary(source_language)), texts.get(_primary(target_language))
        if source and target:
            found.append(Unit(source=source, target=target, similarity=_similarity(unit)))
    return found


def tmx_languages(data: bytes) -> list[str]:
    """Return which of "en", "fr" and "zh" a TMX file holds, its source language first, then as they come.

    Raises:
        InputError: the file is no well-formed TMX.
    """
    root = _root(data)
    header = root.find("header")
    source = "" if header is None else _primary(header.get("srclang"))
    found = list(dict.fromkeys(_primary(_tag(variant)) for variant in root.iter("tuv")))
    return sorted((tag for tag in found if tag in {"en", "fr", "zh"}), key=lambda tag: tag != source)


def _root(data: bytes) -> Any:
    from defusedxml import ElementTree
    from defusedxml.common import DefusedXmlException

    try:
        root = ElementTree.fromstring(data, forbid_dtd=False)
    except (ElementTree.ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise InputError(
            f"The file is no well-formed TMX ({error}); export it again from the tool that made it."
        ) from error
    if root.tag != "tmx":
        raise InputError(f"The file is XML, but its outermost element is <{root.tag}>, not <tmx>.")
    return root


def _tag(variant: Any) -> str:
    return str(variant.get(_XML_LANG) or variant.get("lang") or "")


def _primary(tag: str | None) -> str:
    return (tag or "").strip().lower().replace("_", "-").split("-", maxsplit=1)[0]


def _plain(segment: Any) -> Iterator[str]:
    """Yield the text of a segment without its inline codes (ph, bpt, ept, it, ut); what <hi> marks is text."""
    pending: list[Any] = [segment]  # elements and texts, the next one last: <hi> may be nested to any depth
    while pending:
        part = pending.pop()
        if isinstance(part, str):
            yield part
            continue
        yield part.text or ""
        for child in reversed(part):
            pending.append(child.tail or "")
            if child.tag == "hi":
                pending.append(child)


def _similarity(unit: object) -> float | None:
    for prop in unit.iter("prop"):  # type: ignore[attr-defined]
        if prop.get("type") == "x-similarity":
            try:
                value = float(prop.text or "")
            except ValueError:
                return None
            return value if 0 <= value <= 1 else None
    return None


def _joined(sentences: Sequence[str], places: Sequence[int], language: str) -> str:
    return ("" if language.startswith("zh") else " ").join(sentences[i] for i in places)


def _indices(places: Sequence[int]) -> str:
    return ",".join(map(str, places))
