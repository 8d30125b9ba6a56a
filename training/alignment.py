"""Fit the weights of the sentence aligner: the likelihood of gold chains in its conditional random field.

Takes alignment sets in the form of the benchmark's (``--data DIR`` with ``alignment/*.jsonl``) and prints the table
``WEIGHTS`` of ``polyglot_news.align.sentences``. Gold links that a chain cannot hold (moved further than a neighbour)
count as sentences without counterpart.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import torch

from polyglot_news.align import chain
from polyglot_news.align.beads import LONGEST
from polyglot_news.align.encoder import default_encoder
from polyglot_news.align.features import BEAD_FEATURES, NULL_FEATURES, bead_features, null_features
from polyglot_news.align.sentences import prepare

NAMES = (*BEAD_FEATURES, *NULL_FEATURES, "swap")
_BEADS, _NULLS = len(BEAD_FEATURES), len(NULL_FEATURES)
_POSSIBLE = BEAD_FEATURES.index("one_s")
_PENALTY = 0.02


@attrs.frozen(kw_only=True, eq=False)
class Example:
    """A document: features, and their sum over the gold chain."""

    beads: list[Any]
    impossible: list[Any]
    source_nulls: Any
    target_nulls: Any
    band: Any
    gold: Any
    weight: float


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/eval"))
    parser.add_argument("--sets", nargs="+", default=["mac", "transread", "ntrex_news"])
    parser.add_argument("--iterations", type=int, default=60)
    options = parser.parse_args()
    examples = []
    for name in options.sets:
        lines = (options.data / "alignment" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        examples += [example(json.loads(line), 0.5 if name == "ntrex_news" else 1.0) for line in lines]
    for name, weight in zip(NAMES, fit(examples, options.iterations), strict=True):
        print(f'    "{name}": {weight:.4f},')


def example(document: dict[str, Any], weight: float) -> Example:
    """Gather the features of one document."""
    source, target = document["pair"].split("-")
    prepared = prepare(document["src"], document["tgt"], source, target, default_encoder())
    beads = [features.astype(np.float32) for features in bead_features(prepared.evidence, prepared.measured)]
    impossible = [features[_POSSIBLE] == -np.inf for features in beads]
    for features, mask in zip(beads, impossible, strict=True):
        features[:, mask] = 0
    source_nulls, target_nulls = null_features(prepared.evidence, len(document["tgt"]))
    band = prepared.band
    gold = np.zeros(len(NAMES))
    free_source, free_target = set(range(len(document["src"]))), set(range(len(document["tgt"])))
    for step in _steps(document["gold"]):
        cells = [(bead, bead.target - int(band[bead.source, 0])) for bead in step]
        if any(
            not 0 <= column < beads[bead.source].shape[3]
            or impossible[bead.source][bead.source_count - 1, bead.target_count - 1, column]
            for bead, column in cells
        ):
            continue
        gold[-1] += len(step) == 2
        for bead, column in cells:
            gold[:_BEADS] += beads[bead.source][:, bead.source_count - 1, bead.target_count - 1, column]
            free_source -= set(range(bead.source, bead.source + bead.source_count))
            free_target -= set(range(bead.target, bead.target + bead.target_count))
    gold[_BEADS:-1] = source_nulls[sorted(free_source)].sum(axis=0) + target_nulls[sorted(free_target)].sum(axis=0)
    return Example(
        beads=beads,
        impossible=impossible,
        source_nulls=source_nulls,
        target_nulls=target_nulls,
        band=band,
        gold=gold,
        weight=weight,
    )


def _steps(gold: list[tuple[list[int], list[int]]]) -> list[list[chain.Bead]]:
    """Return the gold beads that one chain can hold; a pair of neighbours that changed places is one step."""
    beads = [
        chain.Bead(source[0], len(source), target[0], len(target))
        for source, target in sorted(link for link in gold if link[0] and link[1])
        if max(len(source), len(target)) <= LONGEST
        and source[-1] - source[0] == len(source) - 1
        and target[-1] - target[0] == len(target) - 1
    ]
    steps: list[list[chain.Bead]] = []
    end = 0
    place = 0
    while place < len(beads):
        bead = beads[place]
        after = beads[place + 1] if place + 1 < len(beads) else None
        if after == chain.Bead(bead.source + 1, 1, bead.target - 1, 1) and bead.source_count == bead.target_count == 1:
            if after.target >= end:
                steps.append([bead, after])
                end = bead.target + 1
            place += 2
            continue
        if bead.target >= end:
            steps.append([bead])
            end = bead.target + bead.target_count
        place += 1
    return steps


def fit(examples: list[Example], iterations: int) -> Any:
    """Maximise the penalised likelihood by L-BFGS; return the weights in the order of ``NAMES``."""
    weights = torch.zeros(len(NAMES), dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=iterations, history_size=20, line_search_fn="strong_wolfe")

    def closure() -> float:
        values = weights.detach().numpy()
        loss, gradient = _PENALTY * float(values @ values), 2 * _PENALTY * values
        for item in examples:
            part, slope = _loss(item, values)
            loss += item.weight * part
            gradient = gradient + item.weight * slope
        weights.grad = torch.from_numpy(gradient)
        return loss

    optimiser.step(closure)  # type: ignore[no-untyped-call]
    return weights.detach().numpy()


def _loss(item: Example, weights: Any) -> tuple[float, Any]:
    """Return minus the log likelihood of a gold chain, and its gradient."""
    by_bead = weights[:_BEADS].astype(np.float32)
    potentials = chain.Potentials(
        beads=[
            np.where(mask, -np.inf, np.tensordot(by_bead, features, axes=1)).astype(np.float64)
            for features, mask in zip(item.beads, item.impossible, strict=True)
        ],
        swap=float(weights[-1]),
        source_null=item.source_nulls @ weights[_BEADS:-1],
        target_null=item.target_nulls @ weights[_BEADS:-1],
        band=item.band,
    )
    likely = chain.probabilities(potentials)
    expected = np.zeros(len(NAMES))
    for i, (features, mass) in enumerate(zip(item.beads, likely.beads, strict=True)):
        expected[:_BEADS] += np.tensordot(features, mass.astype(np.float32), axes=3)
        for column in np.flatnonzero(likely.swaps[i] > 1e-9):
            chance = likely.swaps[i][column]
            below = int(item.band[i, 0]) + column - int(item.band[i + 1, 0])
            expected[:_BEADS] += chance * (features[:, 0, 0, column + 1] + item.beads[i + 1][:, 0, 0, below])
            expected[-1] += chance
    expected[_BEADS:-1] = likely.source_null @ item.source_nulls + likely.target_null @ item.target_nulls
    return likely.total - float(weights @ item.gold), expected - item.gold


if __name__ == "__main__":
    main()
