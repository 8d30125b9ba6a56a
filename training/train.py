"""The training loop: resumable, with its learning rate decayed to a budget of minutes, on a CPU or one GPU."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import torch
from torch import Tensor

from training import checkpoints
from training.batches import Batch, Pool, batches, load_corpora, pool
from training.errors import TrainingError
from training.loss import smoothed_cross_entropy
from training.model import Transformer
from training.precision import activation_type
from training.vocabulary import Vocabulary

LOG_STEPS = 100
# Far more than a uniform guess over any vocabulary costs: the weights are spoilt.
DIVERGED = 100.0

Validate = Callable[[Transformer], dict[str, float]]


@attrs.frozen(kw_only=True)
class Plan:
    """How one phase is trained.

    Attributes:
        minutes: wall time of the phase; the learning rate falls over its last ``decay`` share.
        rate: highest learning rate.
        warmup: steps until it is reached.
        tokens: padded pieces in a batch.
        smoothing: of the labels.
        dropout: share of the outputs of each block that is dropped.
        freeze: parameters whose names start so are not trained in this phase.
    """

    minutes: float
    rate: float = 4e-4
    warmup: int = 100
    decay: float = 0.4
    tokens: int = 2048
    smoothing: float = 0.1
    dropout: float = 0.0
    seed: int = 1
    freeze: tuple[str, ...] = ()

    @property
    def save_minutes(self) -> float:
        """Minutes between checkpoints: five, less in a short phase, so that there are some to average."""
        return min(5.0, self.minutes / 6)


def learning_rate(plan: Plan, step: int, minutes: float) -> float:
    """Linear warm-up by steps, constant, then linear to 2% at the end of the budget."""
    left = max(0.0, 1.0 - minutes / plan.minutes)
    return plan.rate * min(1.0, (step + 1) / plan.warmup) * max(0.02, min(1.0, left / plan.decay))


def batch_loss(model: Transformer, batch: Batch, smoothing: float) -> tuple[Tensor, Tensor]:
    """Summed loss and summed log-probability of the gold pieces."""
    shifted = torch.roll(batch.target, 1, dims=1)
    dtype = activation_type(batch.source.device)
    states = model(batch.source, batch.padding, shifted, dtype).flatten(0, 1)
    return smoothed_cross_entropy(
        states.index_select(0, batch.places), model.target_embeddings, model.output_bias, batch.gold, smoothing
    )


def _device_name(device: str) -> str:
    """What the model card calls the device.

    Raises:
        TrainingError: it is not there.
    """
    if device == "cpu":
        threads = torch.get_num_threads()
        return f"{threads} CPU core{'s' if threads > 1 else ''}"
    try:
        return torch.cuda.get_device_name(device)
    except (RuntimeError, AssertionError, ValueError) as error:
        reason = str(error).split("\n")[0]
        raise TrainingError(f"there is no device {device} ({reason}): use --device cpu") from error


class _Phase:
    """Model, optimizer and counters of the phase that is being trained."""

    def __init__(self, run: Path, languages: tuple[str, str], plan: Plan, device: str) -> None:
        self.run, self.plan, self.device = run, plan, device
        self.device_name = _device_name(device)
        path = run / checkpoints.LATEST
        state = checkpoints.load_checkpoint(path)
        checkpoints.check_direction(state, languages, path)
        source, target = Vocabulary(run / "source.spm"), Vocabulary(run / "target.spm")
        self.ends = source.end, target.end
        self.model = Transformer(len(source), len(target), dropout=plan.dropout)
        checkpoints.load_weights(self.model, state, path)
        self.model.to(device)
        self.parameters = []
        for name, parameter in self.model.named_parameters():
            frozen = bool(plan.freeze) and name.startswith(plan.freeze)
            parameter.requires_grad_(not frozen)
            if not frozen:
                self.parameters.append(parameter)
        self.optimizer = torch.optim.AdamW(
            self.parameters, lr=plan.rate, betas=(0.9, 0.98), weight_decay=0.0, fused=True
        )
        # What outlives a phase, as it stands in the checkpoint.
        self.counters = {
            "languages": languages,
            "history": state["history"],
            "steps": int(state.get("steps", 0)),
            "pieces": int(state.get("pieces", 0)),
            "minutes": dict(state.get("minutes", {})),
            "round": int(state.get("round", 0)),
            "batch": int(state.get("batch", 0)),
            "plan": json.dumps(attrs.asdict(plan), sort_keys=True),
            "phase_steps": 0,
            "phase_minutes": 0.0,
        }
        # The moments of the optimizer outlive a phase, unless other parameters are frozen.
        moments = state.get("optimizer")
        if moments and len(moments["param_groups"][0]["params"]) == len(self.parameters):
            self.optimizer.load_state_dict(moments)
        if state.get("plan") == self.counters["plan"]:
            self.counters |= {"phase_steps": state["phase_steps"], "phase_minutes": state["phase_minutes"]}
        torch.manual_seed(plan.seed + self.counters["steps"])
        self.clock = time.monotonic()

    def tick(self) -> None:
        """Adds the time since the last call to the minutes of the phase and of the device."""
        now = time.monotonic()
        passed, self.clock = (now - self.clock) / 60, now
        self.counters["phase_minutes"] += passed
        self.counters["minutes"][self.device_name] = self.counters["minutes"].get(self.device_name, 0.0) + passed

    def save(self) -> None:
        state = {"model": self.model.state_dict(), "optimizer": self.optimizer.state_dict(), **self.counters}
        checkpoints.save(self.run, state, self.counters["steps"])

    def stream(self, data: Pool) -> Iterator[Batch]:
        """Batches on the device from where the checkpoint stood; the counters follow."""
        counters = self.counters
        while True:
            for batch in batches(
                data,
                ends=self.ends,
                tokens=self.plan.tokens,
                seed=self.plan.seed,
                number=counters["round"],
                skip=counters["batch"],
            ):
                counters["batch"] += 1
                yield batch.to(self.device)
            counters["round"], counters["batch"] = counters["round"] + 1, 0

    def step(self, batch: Batch) -> Tensor:
        """One update; the summed loss and log-probability stay on the device, so that nothing waits for it."""
        rate = learning_rate(self.plan, self.counters["phase_steps"], self.counters["phase_minutes"])
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        loss, likelihood = batch_loss(self.model, batch, self.plan.smoothing)
        (loss / len(batch.gold)).backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.counters["steps"] += 1
        self.counters["phase_steps"] += 1
        self.counters["pieces"] += len(batch.gold)
        return torch.stack([loss.detach(), likelihood])


class _Window:
    """Sums since the last line of the log."""

    def __init__(self, device: str) -> None:
        self.sums = torch.zeros(2, device=device)
        self.pieces = 0
        self.since = time.monotonic()

    def add(self, sums: Tensor, pieces: int) -> None:
        self.sums += sums
        self.pieces += pieces

    def means(self) -> tuple[float, float]:
        """Loss and negative log-likelihood a piece.

        Raises:
            TrainingError: the loss rose beyond all measure, or is no number.
        """
        loss, likelihood = (self.sums / max(1, self.pieces)).tolist()
        if not loss < DIVERGED:
            raise TrainingError(f"the loss rose to {loss:.1f} a piece: lower --rate; the last checkpoint is kept")
        return loss, -likelihood


def train(run: Path, languages: tuple[str, str], plan: Plan, device: str, validate: Validate | None = None) -> None:
    """Trains ``run`` for one phase, or goes on with the phase that was interrupted.

    ``checkpoint.pt`` holds weights, optimizer, counters and plan; the last few weights are kept
    as ``average-N.pt``; ``log.jsonl`` grows by a line every hundred steps, and by the values of
    ``validate`` before the first step of the phase and with every checkpoint.

    Raises:
        TrainingError: missing data or checkpoint, another configuration, no such device, no memory, no space.
    """
    phase = _Phase(run, languages, plan, device)
    data = pool(load_corpora(run / "data"))
    try:
        _loop(phase, data, validate)
    except torch.cuda.OutOfMemoryError as error:
        raise TrainingError(f"{device} has too little memory: lower --tokens; the last checkpoint is kept") from error


def _loop(phase: _Phase, data: Pool, validate: Validate | None) -> None:
    plan, counters = phase.plan, phase.counters
    if validate is not None and not counters["phase_steps"]:
        _validated(phase, validate)
    window = _Window(phase.device)
    saved = counters["phase_minutes"]
    for batch in phase.stream(data):
        window.add(phase.step(batch), len(batch.gold))
        phase.tick()
        if counters["steps"] % LOG_STEPS == 0:
            _log(phase, window)
            window = _Window(phase.device)
        done = counters["phase_minutes"] >= plan.minutes
        if done or counters["phase_minutes"] - saved > plan.save_minutes:
            window.means()  # spoilt weights are not saved
            saved = counters["phase_minutes"]
            phase.save()
            if validate is not None:
                _validated(phase, validate)
        if done:
            return


def _validated(phase: _Phase, validate: Validate) -> None:
    phase.model.eval()
    _write(phase.run, {"steps": phase.counters["steps"], **validate(phase.model)})
    phase.model.train()


def _log(phase: _Phase, window: _Window) -> None:
    loss, nll = window.means()  # waits for the device: the speed below is the true one
    counters = phase.counters
    entry: dict[str, Any] = {
        "steps": counters["steps"],
        "minutes": round(sum(counters["minutes"].values()), 1),
        "phase": round(counters["phase_minutes"] / phase.plan.minutes, 3),
        "loss": round(loss, 4),
        "nll": round(nll, 4),
        "pieces_per_second": round(window.pieces / (time.monotonic() - window.since)),
        "rate": round(phase.optimizer.param_groups[0]["lr"], 7),
        "round": counters["round"],
    }
    _write(phase.run, entry)


def _write(run: Path, entry: dict[str, Any]) -> None:
    line = json.dumps(entry)
    with (run / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write(line + "\n")
    print(line, flush=True)
