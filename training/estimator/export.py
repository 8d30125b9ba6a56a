"""From a checkpoint to the file that the library reads."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import torch


def export(run: Path, output: Path) -> None:
    """Write the weights: matrices as one byte a value with one scale for each output, all else as float32."""
    state = torch.load(run / "latest.pt", map_location="cpu", weights_only=True)
    arrays: dict[str, np.ndarray] = {"layers": np.array(state["shape"]["layers"])}
    for name, tensor in state["network"].items():
        value = tensor.float().numpy()
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
