"""Reading the weights of a CTranslate2 model back as float32 arrays."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.errors import TrainingError

_DTYPES = (np.float32, np.int8, np.int16, np.int32, np.float16)


def read_model(path: Path) -> dict[str, NDArray[np.float32]]:
    """Reads ``model.bin``; int8 weights come back multiplied by their scales.

    Args:
        path: the ``model.bin`` of a converted model.

    Returns:
        Variable name to float32 array; aliases are resolved.

    Raises:
        TrainingError: the file is missing, truncated or of another format.
    """
    try:
        data = path.read_bytes()
        return _parse(data)
    except (OSError, struct.error, ValueError, IndexError) as error:
        raise TrainingError(f"{path} is no readable CTranslate2 model: {error}") from error


def _parse(data: bytes) -> dict[str, NDArray[np.float32]]:
    position = 0

    def take(fmt: str) -> int:
        nonlocal position
        (value,) = struct.unpack_from("<" + fmt, data, position)
        position += struct.calcsize("<" + fmt)
        return int(value)

    def take_string() -> str:
        nonlocal position
        length = take("H")
        text = data[position : position + length - 1].decode()
        position += length
        return text

    take("I")  # binary version
    take_string()
    take("I")  # spec revision
    raw: dict[str, NDArray[np.generic]] = {}
    for _ in range(take("I")):
        name = take_string()
        shape = [take("I") for _ in range(take("B"))]
        dtype = np.dtype(_DTYPES[take("B")])
        size = take("I")
        count = size // dtype.itemsize
        raw[name] = np.frombuffer(data, dtype, count, position).reshape(shape)
        position += size
    for _ in range(take("I")):
        alias, name = take_string(), take_string()
        raw[alias] = raw[name]
    weights: dict[str, NDArray[np.float32]] = {}
    for name, value in raw.items():
        scale = raw.get(name + "_scale")
        if name.endswith("_scale"):
            continue
        if value.dtype == np.int8 and scale is not None:
            weights[name] = (value.astype(np.float32).T / scale.astype(np.float32)).T
        else:
            weights[name] = value.astype(np.float32)
    return weights
