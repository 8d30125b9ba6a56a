"""Reading the weights of a CTranslate2 model back as float32 arrays."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import TYPE_CHECKING

from polyglot_news.errors import PackageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# In the order of CTranslate2's data types; bfloat16, the sixth, is no type of numpy.
_DTYPES = ("float32", "int8", "int16", "int32", "float16")
_VERSIONS = (5, 6)


def read_model(path: Path) -> dict[str, NDArray[np.float32]]:
    """Read ``model.bin``; quantised weights come back divided by their scales.

    The file holds the binary version, the name and revision of the specification, the number of
    variables, and per variable its name, rank, shape, type, byte length and data; then the aliases
    (pairs of names). Strings are preceded by their length and closed by a zero; a quantised
    variable ``x`` has its scales, one a row or one in all, under ``x_scale``.

    Args:
        path: the ``model.bin`` of a converted model.

    Returns:
        Variable name to float32 array; aliases are resolved.

    Raises:
        PackageError: the file is missing, truncated or of another format.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        msg = f"{path} is missing: give the folder of a translation package."
        raise PackageError(msg) from error
    try:
        return _parse(data)
    except (struct.error, ValueError, IndexError, KeyError) as error:
        msg = f"{path} is no readable CTranslate2 model: {error}."
        raise PackageError(msg) from error


def _parse(data: bytes) -> dict[str, NDArray[np.float32]]:
    import numpy as np

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

    version = take("I")
    if version not in _VERSIONS:
        raise ValueError(f"its version is {version}, not {' or '.join(map(str, _VERSIONS))}")
    take_string()
    take("I")  # revision of the specification
    raw: dict[str, NDArray[np.generic]] = {}
    for _ in range(take("I")):
        name = take_string()
        shape = [take("I") for _ in range(take("B"))]
        kind = take("B")
        if kind >= len(_DTYPES):
            raise ValueError(f"{name} is of type {kind}; convert it to int8 or float32")
        dtype: np.dtype[np.generic] = np.dtype(_DTYPES[kind])
        size = take("I")
        raw[name] = np.frombuffer(data, dtype, size // dtype.itemsize, position).reshape(shape)
        position += size
    weights: dict[str, NDArray[np.float32]] = {}
    for name, value in raw.items():
        if name.endswith("_scale"):
            continue
        scale = raw.get(name + "_scale")
        weights[name] = value.astype(np.float32)
        if scale is not None:
            weights[name] = (weights[name].T / scale.astype(np.float32)).T
    for _ in range(take("I")):
        alias, name = take_string(), take_string()
        if not name.endswith("_scale"):
            weights[alias] = weights[name]
    return weights
