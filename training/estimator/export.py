"""From a checkpoint to the file that the library reads, and back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import attrs
import numpy as np
import torch

from training.errors import TrainingError
from training.estimator.network import Estimator, Shape
from training.estimator.predictors import package_of
from training.mixture import ASKED

_FORESEEN = "foreseen."
_KEPT = 0.55  # of the weights that a training went on from


def export(runs: Sequence[Path], output: Path, start: Path | None = None) -> None:
    """Write the weights: matrices as one byte a value with one scale for each output, all else as float32.

    Args:
        runs: folders of checkpoints. Runs that went on from the same weights in another order are averaged: their mean
            ranks better than either (Wortsman et al., "Model soups", 2022).
        output: the file to write.
        start: the exported weights that the training went on from. 55 % of them are mixed in: that keeps most of
            what was won, and what the training forgot meanwhile (Wortsman et al., "Robust fine-tuning of zero-shot
            models", 2022).

    Raises:
        TrainingError: ``start`` holds no exported estimator, or it or a run is of another shape than the first run.
    """
    states = [torch.load(run / "latest.pt", map_location="cpu", weights_only=True) for run in runs]
    shape = states[0]["shape"]
    if any(state["shape"] != shape for state in states):
        raise TrainingError("The runs are of different shapes: they cannot be averaged")
    means = {
        name: torch.stack([state["network"][name].float() for state in states]).mean(0) for name in states[0]["network"]
    }
    before = _before(start, Shape(**shape)) if start else means
    arrays: dict[str, np.ndarray] = {
        "layers": np.array(shape["layers"]),
        "packages": np.array([package_of(direction) for direction in ASKED]),
    }
    for name, mean in means.items():
        value = torch.lerp(mean, before.get(name, mean).float(), _KEPT).numpy()
        if value.ndim == 2 and name != "sides":
            value = value.T  # rows @ weight
            scale = np.maximum(np.abs(value).max(axis=0), 1e-8) / 127.0
            arrays[name] = np.round(value / scale).astype(np.int8)
            arrays[name + ":scale"] = scale.astype(np.float32)
        else:
            arrays[name] = value.astype(np.float32)
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)  # type: ignore[arg-type]  # a name is no option
    part = output.with_suffix(".part")
    part.write_bytes(buffer.getvalue())
    part.replace(output)


def _before(start: Path, shape: Shape) -> dict[str, torch.Tensor]:
    network = read(start)
    if attrs.evolve(network.shape, layers=shape.layers) != shape:
        raise TrainingError(f"{start} is of another shape than the run: check --start")
    # What it was not trained to take in is silent there, and layers that it lacks are not: nothing of them is mixed in.
    return {name: value for name, value in network.state_dict().items() if not _is_silent(name, value)}


def _is_silent(name: str, value: torch.Tensor) -> bool:
    return name.startswith(_FORESEEN) and not bool(value.any())


def read(path: Path) -> Estimator:
    """Return the network that ``export`` wrote, so that a training can go on from it.

    Packages whose states it was not trained to take in are silent; what it knows of others is left out.

    Raises:
        TrainingError: the file is missing or holds no such weights.
    """
    try:
        with np.load(path, allow_pickle=False) as stored:
            arrays = dict(stored)
        weights = {
            name: torch.tensor((value * arrays[name + ":scale"]).T if name + ":scale" in arrays else value)
            for name, value in arrays.items()
            if name not in {"layers", "packages"} and not name.endswith(":scale")
        }
        shape = Shape(
            layers=int(arrays["layers"]),
            width=weights["sides"].shape[1],
            heads=len(weights["layers.0.kinship"]),
            hidden=len(weights["layers.0.grown.bias"]),
        )
        network = Estimator(shape)
        own = network.state_dict()
        silent = {name: value for name, value in own.items() if name.startswith(_FORESEEN)}
        known = {name: value for name, value in weights.items() if name in own or not name.startswith(_FORESEEN)}
        network.load_state_dict(silent | known)
    except (OSError, ValueError, KeyError, RuntimeError, zipfile.BadZipFile) as error:
        raise TrainingError(f"{path} holds no exported estimator: check --start") from error
    return network
