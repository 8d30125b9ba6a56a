"""Training: score every variant of a sentence pair, and rank the faithful ones below the altered ones."""

from __future__ import annotations

import collections
import itertools
import json
import random
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import attrs
import torch
from torch import Tensor
from torch.nn import functional

from polyglot_news.align.use_network import UseNetwork
from polyglot_news.compare.words.estimator import LONGEST
from polyglot_news.compare.words.glossed import TOLD, glossed
from training.estimator.network import Estimator, Pieces, Shape
from training.estimator.predictors import Laid, Predictors
from training.precision import lowered

_POOL = 4_096  # sentence pairs that are sorted by length together
_RANKING = 1.0
_PIECES = 0.5
_AHEAD = 2  # batches that are made ready while another is learnt from
_WARM = 300  # steps over which the learning rate rises


@attrs.frozen(kw_only=True)
class Plan:
    """What a training does.

    Attributes:
        minutes: wall time; the learning rate falls to 0 by its end.
        rate: the highest learning rate.
        pieces: word pieces in a batch, padding included.
        seed: of order and choice of variants.
        device: "cpu" or "cuda".
    """

    minutes: float
    rate: float = 1e-3
    pieces: int = 12_000
    seed: int = 1
    device: str = "cpu"


@attrs.frozen(kw_only=True)
class Variant:
    """A pair to score.

    Attributes:
        texts: both texts.
        languages: of the texts.
        false: whether they do not say the same.
        group: what variants of the same pair share.
        side: which text was altered; None for none.
        span: the new words in that text, empty where words were taken out.
        lost: words of the other text that have no counterpart any longer.
        kept: words of the other text that have one.
        unseen: whether the embedded packages were not trained on it, so that what they make of it can be learnt from.
    """

    texts: tuple[str, str]
    languages: tuple[str, str]
    false: bool
    group: int
    side: int | None = None
    span: tuple[int, int] = (0, 0)
    lost: tuple[tuple[int, int], ...] = ()
    kept: tuple[tuple[int, int], ...] = ()
    unseen: bool = False


def read(path: Path) -> list[dict[str, Any]]:
    """Return the records that ``pairs`` wrote, without one that was cut short at the end."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]]


def batches(data: Path, plan: Plan) -> Iterator[list[Variant]]:
    """Yield batches for ever; the file may grow between two passes."""
    rng = random.Random(plan.seed)
    while True:
        records = read(data)
        order = rng.sample(range(len(records)), len(records))
        for start in range(0, len(order), _POOL):
            pool = sorted((records[i] for i in order[start : start + _POOL]), key=lambda r: max(map(_size, r["texts"])))
            ready: list[list[Variant]] = []
            batch: list[Variant] = []
            groups = widest = 0
            for record in pool:
                variants = list(_variants(record, groups, rng))
                widest = max(widest, *(_size(text) for one in variants for text in one.texts))
                if batch and 2 * widest * (len(batch) + len(variants)) > plan.pieces:
                    ready.append(batch)
                    batch, groups = [], 0
                    widest = max(_size(text) for one in variants for text in one.texts)
                    variants = [attrs.evolve(one, group=0) for one in variants]
                batch += variants
                groups += 1
            ready.append(batch)
            rng.shuffle(ready)
            yield from ready


def _size(text: str) -> int:
    """About the number of word pieces; only for sorting."""
    return len(text.encode()) // 4 + 2


def _variants(record: dict[str, Any], group: int, rng: random.Random) -> Iterator[Variant]:
    """Yield a pair, at most two of its alterations, and one that says the same in other words, in either order."""
    turned = rng.random() < 0.5

    def pair(both: Sequence[str]) -> tuple[str, str]:
        return (both[1], both[0]) if turned else (both[0], both[1])

    texts, languages = record["texts"], pair(record["languages"])
    unseen = record.get("unseen", False)
    yield Variant(texts=pair(texts), languages=languages, false=False, group=group, unseen=unseen)
    altered = [made for made in record["altered"] if made["kind"] != "synonym"]
    same = [made for made in record["altered"] if made["kind"] == "synonym"]
    for made in rng.sample(altered, min(2, len(altered))):
        side = made["side"]
        yield Variant(
            texts=pair([made["text"] if k == side else text for k, text in enumerate(texts)]),
            languages=languages,
            false=True,
            group=group,
            side=1 - side if turned else side,
            span=tuple(made["span"]),
            lost=tuple(map(tuple, made["lost"])),
            kept=tuple(map(tuple, made["kept"])),
            unseen=unseen,
        )
    for made in rng.sample(same, min(1, len(same))):
        now = [made["text"] if k == made["side"] else text for k, text in enumerate(texts)]
        yield Variant(texts=pair(now), languages=languages, false=False, group=group, unseen=unseen)


class Encoded:
    """The features of all texts of a batch; a text that several variants share is encoded once."""

    def __init__(self, pieces: Pieces, predictors: Predictors, batch: list[Variant], device: str) -> None:
        texts = sorted({text for one in batch for text in one.texts})
        rows = [pieces.ids(text, LONGEST) for text in texts]
        width = max(map(len, rows))
        ids = torch.full((len(rows), width), -1)
        for k, row in enumerate(rows):
            ids[k, : len(row)] = torch.tensor(row)
        ids = ids.to(device)
        with torch.no_grad(), lowered(ids.device):
            self.features, self.vectors = pieces(ids)
        self.inside = ids >= 0
        gloss, told = _glossed(pieces, batch, width)
        self.gloss, self.told = gloss.to(device), [one.to(device) for one in told]
        unseen = {k: (one.languages, one.texts) for k, one in enumerate(batch) if one.unseen}
        self.foreseen = predictors(unseen, lambda text: pieces.spans(text, LONGEST), width)
        place = {text: k for k, text in enumerate(texts)}
        self.places = [torch.tensor([place[one.texts[side]] for one in batch], device=device) for side in (0, 1)]

    def side(self, name: str) -> list[Tensor]:
        """Return the rows of both sides."""
        return [getattr(self, name)[places] for places in self.places]

    def arguments(self) -> tuple[list[Tensor], list[Tensor], list[Tensor], Tensor, list[Tensor], list[Laid]]:
        """Return what the network is called with."""
        sides = self.side("features"), self.side("vectors"), self.side("inside")
        return *sides, self.gloss, self.told, self.foreseen


def encoded_ahead(
    source: Iterator[list[Variant]], encode: Callable[[list[Variant]], Encoded]
) -> Iterator[tuple[list[Variant], Encoded]]:
    """Yield batches with their features; those of the next ones are made ready meanwhile."""
    with ThreadPoolExecutor(_AHEAD) as pool:
        ready = collections.deque((batch, pool.submit(encode, batch)) for batch in itertools.islice(source, _AHEAD))
        for following in source:
            batch, encoded = ready.popleft()
            ready.append((following, pool.submit(encode, following)))
            yield batch, encoded.result()


def _glossed(pieces: Pieces, batch: list[Variant], width: int) -> tuple[Tensor, list[Tensor]]:
    """Return what ``glossed`` tells of each pair, padded to ``width`` places a text."""
    gloss, told = torch.zeros(len(batch), width, width), torch.zeros(2, len(batch), width, TOLD)
    for k, one in enumerate(batch):
        first, second = (pieces.spans(text, LONGEST) for text in one.texts)
        table, sides = glossed(one.texts, one.languages, (first, second))
        gloss[k, : table.shape[0], : table.shape[1]] = torch.from_numpy(table)
        for side, rows in enumerate(sides):
            told[side, k, : len(rows)] = torch.from_numpy(rows)
    return gloss, list(told)


def loss_of(network: Estimator, encoded: Encoded, batch: list[Variant], pieces: Pieces) -> Tensor:
    """Return the loss of a batch: labels, ranking within groups, and new words."""
    device = encoded.inside.device
    with lowered(device):
        whole, single = network(*encoded.arguments())
    false = torch.tensor([one.false for one in batch], device=device)
    group = torch.tensor([one.group for one in batch], device=device)
    loss = functional.binary_cross_entropy_with_logits(whole, false.float())
    better = (group[:, None] == group[None, :]) & (~false[:, None]) & false[None, :]
    gaps = whole[None, :] - whole[:, None]
    loss = loss + _RANKING * functional.softplus(-gaps[better]).mean()
    labels, known = piece_labels(batch, encoded, pieces)
    weights = known * torch.where(labels > 0, 3.0, 1.0)
    each = functional.binary_cross_entropy_with_logits(single, labels, reduction="none")
    return loss + _PIECES * (each * weights).sum() / weights.sum()


def piece_labels(batch: list[Variant], encoded: Encoded, pieces: Pieces) -> tuple[Tensor, Tensor]:
    """Return which pieces have no counterpart, and of which pieces that is known."""
    width = encoded.inside.shape[1]
    labels = torch.zeros(len(batch), 2, width)
    known = torch.stack(encoded.side("inside"), dim=1).float().cpu()
    for k, one in enumerate(batch):
        if one.side is None:
            continue
        if one.span[1] > one.span[0]:
            labels[k, one.side, pieces.places(one.texts[one.side], [one.span], width)] = 1.0
        other = 1 - one.side
        known[k, other] = 0.0
        known[k, other, pieces.places(one.texts[other], one.kept, width)] = 1.0
        lost = pieces.places(one.texts[other], one.lost, width)
        known[k, other, lost] = labels[k, other, lost] = 1.0
    return labels.flatten(1).to(encoded.inside.device), known.flatten(1).to(encoded.inside.device)


def train(data: Path, run: Path, plan: Plan, start: Estimator) -> None:
    """Train for the time of the plan; a checkpoint is kept every few minutes, and the run goes on from it.

    Args:
        data: what ``pairs`` wrote.
        run: folder of the checkpoint.
        plan: how to train.
        start: the network that a run without a checkpoint begins with.
    """
    pieces, predictors = Pieces(UseNetwork.load(), plan.device), Predictors(plan.device)
    run.mkdir(parents=True, exist_ok=True)
    latest = run / "latest.pt"
    state = torch.load(latest, map_location=plan.device, weights_only=True) if latest.exists() else None
    network = (Estimator(Shape(**state["shape"])) if state else start).to(plan.device)
    optimizers = optimizers_of(network)
    step, spent = 0, 0.0
    if state:
        network.load_state_dict(state["network"])
        for optimizer, known in zip(optimizers, state["optimizers"], strict=True):
            optimizer.load_state_dict(known)
        step, spent = state["step"], state["spent"]
    source = batches(data, attrs.evolve(plan, seed=plan.seed + step))
    ready = encoded_ahead(source, lambda batch: Encoded(pieces, predictors, batch, plan.device))
    begun = saved = time.monotonic()
    mean, seen = 0.0, 0
    while True:
        elapsed = spent + time.monotonic() - begun
        left = 1.0 - elapsed / (60.0 * plan.minutes)
        if left <= 0:
            break
        for group in (one for optimizer in optimizers for one in optimizer.param_groups):
            group["lr"] = plan.rate * min(1.0, (step + 1) / _WARM, 1.6 * left)
        batch, encoded = next(ready)
        loss = loss_of(network, encoded, batch, pieces)
        network.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        for optimizer in optimizers:
            optimizer.step()
        step, seen = step + 1, seen + 1
        mean += (loss.item() - mean) / min(seen, 100)
        if step % 100 == 0:
            print(f"step {step}  {elapsed / 60:.1f} min  loss {mean:.4f}  pairs {len(batch)}", flush=True)
        if time.monotonic() - saved > 240:
            _save(latest, network, optimizers, step, spent + time.monotonic() - begun)
            saved = time.monotonic()
    _save(latest, network, optimizers, step, 60.0 * plan.minutes)


def optimizers_of(network: Estimator) -> list[torch.optim.Optimizer]:
    """Return Muon for the matrices of the layers and AdamW for all else, at rates that go together.

    After Jordan and others, "Muon: an optimizer for hidden layers in neural networks", 2024; its steps are as large as
    those of AdamW (Liu and others, "Muon is scalable for LLM training", 2025).
    """
    matrices = [p for p in network.layers.parameters() if p.dim() > 1]
    inside = set(map(id, matrices))
    others = [p for p in network.parameters() if id(p) not in inside]
    groups = [
        {"params": [p for p in others if p.dim() > 1], "weight_decay": 0.01},
        {"params": [p for p in others if p.dim() <= 1], "weight_decay": 0.0},
    ]
    return [
        torch.optim.Muon(matrices, weight_decay=0.01, adjust_lr_fn="match_rms_adamw"),
        torch.optim.AdamW(groups, betas=(0.9, 0.98)),
    ]


def _save(path: Path, network: Estimator, optimizers: Sequence[torch.optim.Optimizer], step: int, spent: float) -> None:
    part = path.with_suffix(".part")
    state = {
        "network": network.state_dict(),
        "optimizers": [optimizer.state_dict() for optimizer in optimizers],
        "step": step,
        "spent": spent,
        "shape": attrs.asdict(network.shape),
    }
    torch.save(state, part)
    part.replace(path)
