"""Length-bucketed batches drawn from the mixture, the same ones for the same seed and round."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import attrs
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.errors import TrainingError

ROUND_PAIRS = 100_000


@attrs.frozen(kw_only=True)
class Batch:
    """Ids padded with the end mark; the shapes are (pairs, source or target length).

    Attributes:
        source, target: piece ids.
        padding: true where ``source`` is padding.
        places: where ``target`` is none, as indices into the flattened table: made here, since
            finding them on a GPU would make the processor wait for it.
        gold: the pieces in these places.
    """

    source: Tensor
    padding: Tensor
    target: Tensor
    places: Tensor
    gold: Tensor

    def to(self, device: str) -> Batch:
        """The batch on another device; the copy to a GPU goes on while the next batch is made."""
        if device == "cpu":
            return self
        tensors = {
            field.name: getattr(self, field.name).pin_memory().to(device, non_blocking=True)
            for field in attrs.fields(Batch)
        }
        return Batch(**tensors)


@attrs.frozen(kw_only=True)
class Corpus:
    """Ids of the two sides in one array each; row ``i`` of ``lengths`` are the pieces of pair ``i``."""

    name: str
    weight: float
    sides: tuple[NDArray[np.uint16], NDArray[np.uint16]]
    lengths: NDArray[np.uint16]


@attrs.frozen(kw_only=True)
class Pool:
    """All corpora end to end.

    Attributes:
        shares: pairs of each corpus in a round.
        sizes: pairs of each corpus.
        sides: ids of all pairs.
        lengths: (pairs, 2), pieces without the end mark.
        starts: (pairs, 2), where each pair begins in ``sides``.
    """

    shares: NDArray[np.float64]
    sizes: list[int]
    sides: tuple[NDArray[np.uint16], NDArray[np.uint16]]
    lengths: NDArray[np.int64]
    starts: NDArray[np.int64]


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
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
            raise TrainingError(f"{data / name}.npz is damaged: run the prepare step again") from error
        corpora.append(Corpus(name=name, weight=entry["weight"], sides=sides, lengths=lengths))
    if not corpora:
        raise TrainingError(f"{data} holds no pairs: run the prepare step again")
    return corpora


def pool(corpora: list[Corpus]) -> Pool:
    """Puts corpora end to end."""
    effective = np.array([corpus.weight * len(corpus.lengths) for corpus in corpora])
    lengths = np.concatenate([corpus.lengths for corpus in corpora]).astype(np.int64)
    return Pool(
        shares=effective / effective.sum() * ROUND_PAIRS,
        sizes=[len(corpus.lengths) for corpus in corpora],
        sides=(
            np.concatenate([corpus.sides[0] for corpus in corpora]),
            np.concatenate([corpus.sides[1] for corpus in corpora]),
        ),
        lengths=lengths,
        starts=np.cumsum(lengths, axis=0) - lengths,
    )


def _draw(data: Pool, seed: int, number: int) -> NDArray[np.int64]:
    """The pairs of one round: each corpus goes on where the last round ended."""
    chosen = []
    first = 0
    for which, (size, share) in enumerate(zip(data.sizes, data.shares, strict=True)):
        begin, end = int(share * number), int(share * (number + 1))
        for lap in range(begin // size, -(-end // size)):
            order = np.random.default_rng((seed, which, lap)).permutation(size)
            chosen.append(first + order[max(begin - lap * size, 0) : min(end - lap * size, size)])
        first += size
    return np.concatenate(chosen)


def _groups(sizes: NDArray[np.int64], tokens: int, rng: np.random.Generator) -> list[NDArray[np.int64]]:
    """Positions of pairs of like size, at most about ``tokens`` padded pieces on the longer side each."""
    # Sorting by the longer side first, with the other one within it, leaves little padding.
    order = np.lexsort((rng.random(len(sizes)), sizes[:, 0], sizes[:, 1]))
    starts, widest, count = [0], 0, 0
    for position, size in enumerate(sizes.max(axis=1)[order].tolist()):
        widest = max(widest, size)
        if count and widest * (count + 1) > tokens:
            starts.append(position)
            widest, count = size, 0
        count += 1
    return np.split(order, starts[1:])


def _table(data: Pool, pairs: NDArray[np.int64], side: int, end: int) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Ids of some pairs padded with the end mark, and which of the places hold a piece or the first mark."""
    sizes = data.lengths[pairs, side][:, None]
    columns = np.arange(sizes.max() + 1)[None, :]
    inside = columns < sizes
    places = np.where(inside, data.starts[pairs, side][:, None] + columns, 0)
    return np.where(inside, data.sides[side][places].astype(np.int64), end), columns <= sizes


def make_batch(data: Pool, pairs: NDArray[np.int64], ends: tuple[int, int]) -> Batch:
    """The batch of some pairs, with an end mark behind every sentence.

    Args:
        data: where the pairs lie.
        pairs: their numbers.
        ends: ids of the end mark in the source and target vocabulary.
    """
    source, real_source = _table(data, pairs, 0, ends[0])
    target, real_target = _table(data, pairs, 1, ends[1])
    places = np.flatnonzero(real_target)
    return Batch(
        source=torch.from_numpy(source),
        padding=torch.from_numpy(~real_source),
        target=torch.from_numpy(target),
        places=torch.from_numpy(places),
        gold=torch.from_numpy(target.ravel()[places]),
    )


def batches(
    data: Pool, *, ends: tuple[int, int], tokens: int, seed: int, number: int, skip: int = 0
) -> Iterator[Batch]:
    """Batches of one round with at most about ``tokens`` padded pieces on the longer side.

    Args:
        data: what is drawn from, by weight.
        tokens: pieces in a batch, with padding.
        seed: of the order.
        ends: ids of the end mark in the source and target vocabulary.
        number: of the round; every round draws other pairs until a corpus starts over.
        skip: so many batches of the round were seen already.
    """
    chosen = _draw(data, seed, number)
    rng = np.random.default_rng((seed, 1_000_003, number))
    groups = _groups(data.lengths[chosen] + 1, tokens, rng)
    for group in rng.permutation(len(groups))[skip:]:
        yield make_batch(data, chosen[groups[group]], ends)
