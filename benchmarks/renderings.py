"""Free renderings of official sentences beside altered ones: false alarms, alterations told, passages found.

The sentences in ``benchmarks/renderings/`` and all their renderings are invented, by others than those who wrote the
rules. Of each official text there is a close rendering, a free one (or a fragment), and copies of these with one
change that misleads. All official texts of a file make up one document, in which the passages are searched.
``--sample 35`` takes two minutes.
"""

from __future__ import annotations

import argparse
import collections
import json
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import accumulate
from pathlib import Path
from typing import Any

import attrs

from benchmarks.common import spread, write_json
from benchmarks.newsroom import RIGHT, SERIOUS
from polyglot_news import compare
from polyglot_news.align.passages import find_all_passages
from polyglot_news.compare.model import Comparison
from polyglot_news.text import Span

FOLDER = Path(__file__).parent / "renderings"
LEARNT = Path(__file__).parents[1] / "training" / "renderings"  # others, for what learns
_FRAGMENT = 0.55  # of the length of the first rendering: a shorter one renders but a part of the official text
# Findings that may tell of another tense, or of who did what to whom.
ALSO = {
    "tense": {"modality", "polarity", "meaning", "qualifier", "number"},
    "direction": {"meaning", "polarity", "number", "name", "qualifier", "addition", "omission"},
}


@attrs.frozen(kw_only=True)
class Rendering:
    """One rendering of an official text.

    Attributes:
        item: the number of the official text.
        origin: the number of the faithful rendering that it is, or was made from.
        languages: of the official text and of the rendering.
        official: the official text.
        text: the rendering.
        style: "close", "free" or "fragment", that of its origin.
        kind: what was altered, a kind of divergence or "tense" or "direction"; None if it is faithful.
        what: what was changed, in English.
    """

    item: str
    origin: int
    languages: tuple[str, str]
    official: str
    text: str
    style: str
    kind: str | None
    what: str


def main() -> None:
    """Run over all files and print the counts, and what went wrong with ``--errors``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=None, help="use only N official texts of a file, evenly spread")
    parser.add_argument("--json", type=Path, default=None, help="write the figures to this file")
    parser.add_argument("--errors", action="store_true", help="print each miss and false alarm")
    options = parser.parse_args()
    with ProcessPoolExecutor() as pool:
        summed(pool.map(score, files(), [options.sample] * len(files())), options.json, errors=options.errors)


def files() -> list[Path]:
    """Return the files, in order."""
    return sorted(FOLDER.glob("*.jsonl"))


def read(path: Path, sample: int | None = None) -> Iterator[Rendering]:
    """Yield the renderings of a file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for row in spread(rows, sample):
        for number, one in enumerate(row["renderings"]):
            origin = one.get("from", number)
            yield Rendering(
                item=f"{path.stem}:{row['id']}",  # the files number their statements alike
                origin=origin,
                languages=(row["source"], row["target"]),
                official=row["official"],
                text=one["text"],
                style=row["renderings"][origin]["style"],
                kind=one.get("kind"),
                what=one.get("what", ""),
            )


def shortest(renderings: list[dict[str, Any]]) -> float:
    """Return the length in characters below which a rendering in a row of a file is but a fragment."""
    return _FRAGMENT * len(renderings[0]["text"])


def located(renderings: list[Rendering]) -> Iterator[tuple[str, Span] | None]:
    """Yield for each rendering the passage of its official text and the core of that; None where another is found."""
    target = renderings[0].languages[1]
    officials = list(dict.fromkeys(one.official for one in renderings))
    document = "\n\n".join(officials)
    starts = dict(zip(officials, accumulate((len(one) + 2 for one in officials), initial=0), strict=False))
    texts = [one.text for one in renderings]
    for one, passages in zip(renderings, find_all_passages(texts, document, language=target), strict=True):
        best = next((passage for passage in passages if passage.matched), None)
        place = Span(starts[one.official], starts[one.official] + len(one.official))
        if best is None or not best.span.overlap(place):
            yield None
        else:
            yield best.text, best.core.shift(-best.span.start)


def score(path: Path, sample: int | None) -> tuple[collections.Counter[str], list[str]]:
    """Compare all renderings of a file; return the counts, and in words what is wrong."""
    renderings = list(read(path, sample))
    counts: collections.Counter[str] = collections.Counter()
    errors = []
    for one, place in zip(renderings, located(renderings), strict=True):
        group = one.style if one.kind is None else f"altered {one.kind}"
        counts[group] += 1
        counts[f"{group}: not found"] += place is None
        if place is None:
            errors.append(f"{one.item} not found: {one.text}")
            continue
        official, rendering = one.languages
        found = compare(one.text, place[0], rendering_language=rendering, official_language=official, core=place[1])
        shown = f"{one.item} {group} ({one.what}): {one.text}\n    {place[0]}"
        errors += judged(found, one.kind, group, shown, counts)
    return counts, errors


def judged(found: Comparison, kind: str | None, group: str, shown: str, counts: collections.Counter[str]) -> list[str]:
    """Count what was found of a rendering that was altered in a way, or not at all; return in words what is wrong.

    Args:
        found: the comparison.
        kind: what was altered; None if nothing was.
        group: what it counts under.
        shown: how to show the rendering with its passage.
        counts: the counts to add to.
    """
    serious = [divergence for divergence in found.divergences if divergence.severity in SERIOUS]
    counts[f"{group}: flagged"] += bool(serious)
    if kind is not None:
        kinds = {divergence.kind for divergence in serious}
        counts[f"{group}: right"] += not kinds.isdisjoint((RIGHT | ALSO)[kind])
    if bool(serious) == (kind is not None):
        return []
    return [shown, *(f"    {divergence.kind} {divergence.reason}" for divergence in serious)]


def summed(scores: Iterable[tuple[collections.Counter[str], list[str]]], output: Path | None, *, errors: bool) -> None:
    """Print the sums of all counts, and what is wrong if that is asked for; write them as JSON."""
    total: collections.Counter[str] = collections.Counter()
    for counts, wrong in scores:
        total.update(counts)
        if errors:
            print("\n".join(wrong))
    for key, value in sorted(total.items()):
        print(f"{key:34} {value}")
    write_json(output, dict(sorted(total.items())))


if __name__ == "__main__":
    main()
