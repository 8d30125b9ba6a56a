"""The divergence sets as one kind of case: an official text, a rendering of it, and what is known of the two."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from benchmarks.common import spread

# Perturbations that change only punctuation or case: a flag on them is a false alarm.
HARMLESS = {
    "minor_id28_final_punc_removed", "minor_id29_punc_addition", "minor_id31_full_lower", "minor_id32_first_lower",
}  # fmt: skip
PARAPHRASE = "base_id35_reference"


@attrs.frozen(kw_only=True)
class Case:
    """One rendering beside its official text.

    Attributes:
        dataset: name of the set.
        item: what cases that belong together (the faithful one and its alterations) share.
        category: kind of alteration, or "faithful".
        divergent: the gold answer; None where the set leaves it open.
        official: the official text.
        rendering: the rendering.
        languages: of the official text and of the rendering.
        gold: the row of the set, for measures of its own.
    """

    dataset: str
    item: str
    category: str
    divergent: bool | None
    official: str
    rendering: str
    languages: tuple[str, str]
    gold: dict[str, Any] = attrs.field(factory=dict, eq=False)


def load(data: Path, dataset: str, sample: int | None = None) -> list[Case]:
    """Read a set; ``sample`` keeps that many items, evenly spread over the set."""
    rows = [json.loads(line) for line in (data / "divergence" / f"{dataset}.jsonl").open(encoding="utf-8")]
    cases = list({(case.item, case.category, case.rendering): case for case in _READERS[dataset](rows)}.values())
    if sample is None:
        return cases
    kept = set(spread(list(dict.fromkeys(case.item for case in cases)), sample))
    return [case for case in cases if case.item in kept]


def _pair(row: dict[str, Any]) -> tuple[str, str]:
    source, target = row["pair"].split("-")
    return source, target


def _demetr(rows: list[dict[str, Any]]) -> Iterator[Case]:
    for row in rows:
        item = f"{row['pair']}:{row['id']}"
        common = {"dataset": "demetr", "item": item, "official": row["src"], "languages": _pair(row)}
        yield Case(category="faithful", divergent=False, rendering=row["mt"], **common)
        category = row["category"]
        if category == PARAPHRASE:
            divergent: bool | None = False
        elif category in HARMLESS:
            divergent = False
        else:
            divergent = True if row["severity"] in {"critical", "major"} else None
        yield Case(category=category, divergent=divergent, rendering=row["perturbed"], **common)


def _contratico(rows: list[dict[str, Any]]) -> Iterator[Case]:
    for row in rows:
        common = {
            "dataset": "contratico",
            "item": f"{row['pair']}:{row['id']}",
            "official": row["src"],
            "languages": _pair(row),
        }
        yield Case(category="faithful", divergent=False, rendering=row["reference"], **common)
        divergent = None if row["category"] == "intensifier" else bool(row["critical"])
        yield Case(category=row["category"], divergent=divergent, rendering=row["perturbed"], **common)


def _plain(dataset: str, text: str, positive: str) -> Any:
    def read(rows: list[dict[str, Any]]) -> Iterator[Case]:
        for number, row in enumerate(rows):
            yield Case(
                dataset=dataset,
                item=str(number),
                category=row.get("label3", row["label"]),
                divergent=row["label"] == positive,
                official=row["src"],
                rendering=row[text],
                languages=_pair(row),
                gold=row,
            )

    return read


def _sconf(rows: list[dict[str, Any]]) -> Iterator[Case]:
    for case in _plain("sconf", "tgt", "partial")(rows):
        if case.category in {"sure", "partial"}:
            yield case


_READERS = {
    "demetr": _demetr,
    "contratico": _contratico,
    "refresd": _plain("refresd", "tgt", "divergent"),
    "mlqe_critical": _plain("mlqe_critical", "mt", "ERR"),
    "sconf": _sconf,
}
DATASETS = tuple(_READERS)
