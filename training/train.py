"""The training loop: resumable, with its learning rate decayed to a budget of minutes."""

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
from training.batches import Batch, Corpus, batches, load_corpora
from training.errors import TrainingError
from training.loss import smoothed_cross_entropy
from training.model import Transformer
from training.vocabulary import Vocabulary

LOG_STEPS = 100
# Far more than a uniform guess over any vocabulary costs: the weights are spoilt.
DIVERGED = 100.0


@attrs.frozen(kw_only=True)
class Plan:
    """How one phase is trained.

    Attributes:
        minutes: wall time of the phase; the learning rate falls over its last ``decay`` share.
        rate: highest learning rate.
        warmup: steps until it is reached.
        tokens: padded pieces in a batch.
        smoothing: of the labels.
        freeze: parameters whose names start so are not trained in this phase.
        save_every: minutes between checkpoints.
    """

    minutes: float
    rate: float = 4e-4
    warmup: int = 100
    decay: float = 0.4
    tokens: int = 2048
    smoothing: float = 0.1
    seed: int = 1
    freeze: tuple[str, ...] = ()
    save_every: float = 5.0


def learning_rate(plan: Plan, step: int, minutes: float) -> float:
    """Linear warm-up by steps, constant, then linear to 2% at the end of the budget."""
    left = max(0.0, 1.0 - minutes / plan.minutes)
    return plan.rate * min(1.0, (step + 1) / plan.warmup) * max(0.02, min(1.0, left / plan.decay))


def batch_loss(model: Transformer, batch: Batch, smoothing: float, dtype: torch.dtype) -> tuple[Tensor, Tensor, int]:
    """Summed loss, summed log-probability of the gold pieces, and how many there are."""
    shifted = torch.roll(batch.target, 1, dims=1)
    states = model(batch.source, batch.padding, shifted, dtype)
    gold = batch.target[batch.real]
    loss, likelihood = smoothed_cross_entropy(
        states[batch.real], model.target_embeddings, model.output_bias, gold, smoothing
    )
    return loss, likelihood, len(gold)


class _Phase:
    """Model, optimizer and counters of the phase that is being trained."""

    def __init__(self, run: Path, plan: Plan, device: str) -> None:
        self.run, self.plan, self.device = run, plan, device
        source, target = Vocabulary(run / "source.spm"), Vocabulary(run / "target.spm")
        self.ends = source.end, target.end
        self.model = Transformer(len(source), len(target))
        state = checkpoints.load_checkpoint(run / checkpoints.LATEST)
        checkpoints.load_weights(self.model, state, run / checkpoints.LATEST)
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
        self.steps = int(state.get("steps", state.get("step", 0)))
        self.minutes_before = float(state.get("minutes", 0.0))
        self.round, self.batch = int(state.get("round", 0)), int(state.get("batch", 0))
        self.signature = json.dumps(attrs.asdict(plan), sort_keys=True)
        self.phase_steps, self.phase_before = 0, 0.0
        # The moments of the optimizer outlive a phase, unless other parameters are frozen.
        moments = state.get("optimizer")
        if moments and len(moments["param_groups"][0]["params"]) == len(self.parameters):
            self.optimizer.load_state_dict(moments)
        if state.get("plan") == self.signature:
            self.phase_steps, self.phase_before = state["phase_steps"], state["phase_minutes"]
        self.began = time.monotonic()

    def session_minutes(self) -> float:
        return (time.monotonic() - self.began) / 60

    def phase_minutes(self) -> float:
        return self.phase_before + self.session_minutes()

    def save(self) -> None:
        state = {
            "model": self.model.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "plan": self.signature,
            "phase_minutes": self.phase_minutes(),
            "phase_steps": self.phase_steps,
            "steps": self.steps,
            "minutes": self.minutes_before + self.session_minutes(),
            "round": self.round,
            "batch": self.batch,
        }
        checkpoints.save(self.run, state, self.steps)

    def stream(self, corpora: list[Corpus]) -> Iterator[Batch]:
        """Batches from where the checkpoint stood; :attr:`round` and :attr:`batch` follow."""
        while True:
            items = batches(corpora, ends=self.ends, tokens=self.plan.tokens, seed=self.plan.seed, number=self.round)
            for position, batch in enumerate(items):
                if position >= self.batch:
                    self.batch = position + 1
                    yield batch.to(self.device)
            self.round, self.batch = self.round + 1, 0

    def step(self, batch: Batch) -> tuple[float, float, int]:
        rate = learning_rate(self.plan, self.phase_steps, self.phase_minutes())
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        loss, likelihood, count = batch_loss(self.model, batch, self.plan.smoothing, torch.bfloat16)
        (loss / count).backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.steps += 1
        self.phase_steps += 1
        return float(loss.detach()), float(likelihood), count


def train(run: Path, plan: Plan, device: str, validate: Callable[[Transformer], float] | None = None) -> None:
    """Trains ``run`` for one phase, or goes on with the phase that was interrupted.

    ``checkpoint.pt`` holds weights, optimizer, counters and plan; the last few weights are kept
    as ``average-N.pt``; ``log.jsonl`` grows by a line every hundred steps, and by the value of
    ``validate`` with every checkpoint.

    Raises:
        TrainingError: missing data or checkpoint, another configuration, no space.
    """
    phase = _Phase(run, plan, device)
    window: dict[str, float] = {"loss": 0.0, "likelihood": 0.0, "count": 0.0}
    since = saved = time.monotonic()
    for batch in phase.stream(load_corpora(run / "data")):
        loss, likelihood, count = phase.step(batch)
        window = {
            "loss": window["loss"] + loss,
            "likelihood": window["likelihood"] + likelihood,
            "count": window["count"] + count,
        }
        now = time.monotonic()
        if not loss / count < DIVERGED:
            reason = f"the loss rose to {loss / count:.1f} a piece"
            raise TrainingError(f"{reason}: lower --rate; the last checkpoint is kept")
        if phase.steps % LOG_STEPS == 0:
            _log(phase, window, now - since)
            window, since = dict.fromkeys(window, 0.0), now
        done = phase.phase_minutes() >= plan.minutes
        if done or now - saved > plan.save_every * 60:
            phase.save()
            saved = now
            if validate is not None:
                _write(run, {"steps": phase.steps, "validation": round(validate(phase.model), 2)})
        if done:
            return


def _log(phase: _Phase, window: dict[str, float], seconds: float) -> None:
    entry: dict[str, Any] = {
        "steps": phase.steps,
        "minutes": round(phase.minutes_before + phase.session_minutes(), 1),
        "phase": round(phase.phase_minutes() / phase.plan.minutes, 3),
        "loss": round(window["loss"] / window["count"], 4),
        "nll": round(-window["likelihood"] / window["count"], 4),
        "tokens_per_second": round(window["count"] / seconds),
        "rate": round(phase.optimizer.param_groups[0]["lr"], 7),
        "round": phase.round,
    }
    _write(phase.run, entry)


def _write(run: Path, entry: dict[str, Any]) -> None:
    line = json.dumps(entry)
    with (run / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write(line + "\n")
    print(line, flush=True)
