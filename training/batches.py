"""Length-bucketed batches drawn from the mixture, the same ones for the same seed and round."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.errors import TrainingError

ROUND_PAIRS = 100_000


@attrs.frozen(kw_only=True)
class Batch:
    """Ids padded with the end mark; the shapes are (pairs, source or target length)."""

    source: Tensor
    padding: Tensor
    target: Tensor
    real: Tensor

    def to(self, device: str) -> Batch:
        """The batch on another device."""
        return Batch(
            source=self.source.to(device),
            padding=self.padding.to(device),
            target=self.target.to(device),
            real=self.real.to(device),
        )


@attrs.frozen(kw_only=True)
class Corpus:
    """Ids of the two sides in one array each; pair ``i`` lies from ``starts[i]`` to ``starts[i + 1]``."""

    name: str
    weight: float
    sides: tuple[NDArray[np.uint16], NDArray[np.uint16]]
    lengths: NDArray[np.uint16]
    starts: tuple[NDArray[np.int64], NDArray[np.int64]]


def load_corpora(data: Path) -> list[Corpus]:
    """The prepared corpora of a direction with their weights.

    Raises:
        TrainingError: nothing was prepared, or a file is damaged.
    """
    try:
        index = json.loads((data / "index.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise TrainingError(f"{data} holds no prepared data: run the prepare step first") from error
    corpora = []
    for name, entry in index.items():
        if entry["weight"] <= 0 or not entry["pairs"]:
            continue
        try:
            with np.load(data / f"{name}.npz") as arrays:
                lengths = arrays["lengths"]
                sides = arrays["source"], arrays["target"]
        except (OSError, ValueError, KeyError, EOFError) as error:
            raise TrainingError(f"{data / name}.npz is damaged: run the prepare step again") from error
        first, second = (np.concatenate([[0], np.cumsum(lengths[:, i], dtype=np.int64)]) for i in (0, 1))
        corpora.append(Corpus(name=name, weight=entry["weight"], sides=sides, lengths=lengths, starts=(first, second)))
    return corpora


def _draw(corpora: list[Corpus], seed: int, number: int) -> list[tuple[int, int]]:
    """The pairs of one round as (corpus, pair): each corpus goes on where the last round ended."""
    effective = np.array([corpus.weight * len(corpus.lengths) for corpus in corpora])
    shares = effective / effective.sum() * ROUND_PAIRS
    chosen = []
    for which, corpus in enumerate(corpora):
        size = len(corpus.lengths)
        begin, end = int(shares[which] * number), int(shares[which] * (number + 1))
        for lap in range(begin // size, (end - 1) // size + 1 if end > begin else begin // size):
            order = np.random.default_rng((seed, which, lap)).permutation(size)
            low, high = max(begin - lap * size, 0), min(end - lap * size, size)
            chosen += [(which, int(pair)) for pair in order[low:high]]
    return chosen


def _padded(rows: list[Any], end: int) -> NDArray[np.int64]:
    width = max(len(row) for row in rows) + 1
    table = np.full((len(rows), width), end, np.int64)
    for number, row in enumerate(rows):
        table[number, : len(row)] = row
    return table


def batches(corpora: list[Corpus], *, ends: tuple[int, int], tokens: int, seed: int, number: int) -> Iterator[Batch]:
    """Batches of one round with at most about ``tokens`` padded pieces on the longer side.

    Args:
        corpora: what is drawn from, by weight.
        tokens: pieces in a batch, with padding.
        seed: of the order.
        ends: ids of the end mark in the source and target vocabulary.
        number: of the round; every round draws other pairs until a corpus starts over.
    """
    chosen = _draw(corpora, seed, number)
    rng = np.random.default_rng((seed, 1_000_003, number))
    sizes = np.array([corpora[which].lengths[pair] for which, pair in chosen], np.int64) + 1
    # Sorting by the longer side first, with the other one within it, leaves little padding.
    order = np.lexsort((rng.random(len(sizes)), sizes[:, 0], sizes[:, 1]))
    groups: list[list[int]] = [[]]
    widest = 0
    for position in order:
        widest = max(widest, int(sizes[position].max()))
        if groups[-1] and widest * (len(groups[-1]) + 1) > tokens:
            groups.append([])
            widest = int(sizes[position].max())
        groups[-1].append(int(position))
    for group in rng.permutation(len(groups)):
        rows: tuple[list[Any], list[Any]] = ([], [])
        for position in groups[group]:
            which, pair = chosen[position]
            corpus = corpora[which]
            for side in (0, 1):
                start, stop = corpus.starts[side][pair : pair + 2]
                rows[side].append(corpus.sides[side][start:stop])
        source, target = _padded(rows[0], ends[0]), _padded(rows[1], ends[1])
        source_size, target_size = (np.array([len(row) + 1 for row in side])[:, None] for side in rows)
        yield Batch(
            source=torch.from_numpy(source),
            padding=torch.from_numpy(np.arange(source.shape[1])[None, :] >= source_size),
            target=torch.from_numpy(target),
            real=torch.from_numpy(np.arange(target.shape[1])[None, :] < target_size),
        )
