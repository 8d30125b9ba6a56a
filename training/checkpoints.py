"""Checkpoints that survive a kill or a full disk, and what they refuse to load."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch

from training.errors import TrainingError
from training.model import Transformer

KEPT = 6
LATEST = "checkpoint.pt"
_NEEDED = ("model", "languages", "history")


def write_atomically(value: dict[str, Any], path: Path) -> None:
    """Saves so that a full disk or a kill leaves the previous file intact.

    Raises:
        TrainingError: the file cannot be written.
    """
    partial = path.with_suffix(".partial")
    try:
        torch.save(value, partial)
        partial.replace(path)
    except (OSError, RuntimeError) as error:
        partial.unlink(missing_ok=True)
        raise TrainingError(f"cannot write {path} ({error}): free some space; the last checkpoint is kept") from error


def load_checkpoint(path: Path) -> dict[str, Any]:
    """Reads a checkpoint (tensors and plain values only), onto the CPU.

    Raises:
        TrainingError: missing or damaged file, or one that another program wrote.
    """
    try:
        state: Any = torch.load(path, map_location="cpu", weights_only=True)
    except FileNotFoundError as error:
        raise TrainingError(f"{path} is missing: train first") from error
    except Exception as error:  # torch raises many kinds for a damaged file
        raise TrainingError(f"{path} is damaged: remove it to go on from the newest average-N.pt") from error
    if not isinstance(state, dict) or any(key not in state for key in _NEEDED):
        raise TrainingError(f"{path} is no checkpoint of this training: begin a new run")
    return state


def check_direction(state: dict[str, Any], languages: tuple[str, str], path: Path) -> None:
    """Refuses a checkpoint of another direction.

    Raises:
        TrainingError: it is one.
    """
    if tuple(state["languages"]) != languages:
        is_of, not_of = "-".join(state["languages"]), "-".join(languages)
        raise TrainingError(f"{path} is of another configuration: of {is_of}, not of {not_of}")


def load_weights(model: Transformer, state: dict[str, Any], path: Path) -> None:
    """Fills a model from a checkpoint.

    Raises:
        TrainingError: it is of another configuration (vocabulary or layers).
    """
    try:
        model.load_state_dict(state["model"])
    except (KeyError, RuntimeError) as error:
        reason = str(error).split("\n")[-1].strip()
        raise TrainingError(f"{path} is of another configuration: {reason}") from error


def _step(path: Path) -> int:
    return int(path.stem.split("-")[1])


def recent(run: Path, count: int) -> list[Path]:
    """The last ``count`` weight files of a run, oldest first."""
    return sorted(run.glob("average-*.pt"), key=_step)[-count:]


def save(run: Path, state: dict[str, Any], step: int) -> None:
    """Writes the full state, and one without optimizer for a later average; drops the oldest of these.

    The weights of ``average-N.pt`` are float16: half the size, and far finer than the int8 of a package.
    """
    light = {key: value for key, value in state.items() if key != "optimizer"}
    light["model"] = {name: value.half() for name, value in state["model"].items()}
    write_atomically(light, run / f"average-{step}.pt")
    write_atomically(state, run / LATEST)
    for old in recent(run, 1_000_000)[:-KEPT]:
        old.unlink()


def restore(run: Path) -> None:
    """Makes ``checkpoint.pt`` from the newest ``average-N.pt``, where the former was lost or removed."""
    state = load_checkpoint(recent(run, 1)[0])
    state["model"] = {name: value.float() for name, value in state["model"].items()}
    write_atomically(state, run / LATEST)


def average(paths: list[Path]) -> dict[str, torch.Tensor]:
    """The mean of the weights of several checkpoints.

    Raises:
        TrainingError: none given, or their shapes differ.
    """
    if not paths:
        raise TrainingError("there is no checkpoint to average: train first")
    total: dict[str, torch.Tensor] = {}
    for path in paths:
        for name, value in load_checkpoint(path)["model"].items():
            if name in total and total[name].shape != value.shape:
                raise TrainingError(f"{path} is of another configuration: {name} has another shape")
            total[name] = total[name] + value.double() if name in total else value.double()
    return {name: (value / len(paths)).float() for name, value in total.items()}


def mixed(weights: dict[str, torch.Tensor], others: dict[str, torch.Tensor], share: float) -> dict[str, torch.Tensor]:
    """Weights with a share (0 to 1) of others of the same shapes."""
    return {name: (1 - share) * value + share * others[name].float() for name, value in weights.items()}
