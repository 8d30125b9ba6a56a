"""Reading the file of a CTranslate2 model: its weights as float32 arrays, and whether it is whole."""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import attrs

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
        with path.open("rb") as file:
            return _weights(file)
    except OSError as error:
        msg = f"{path} is missing: give the folder of a translation package."
        raise PackageError(msg) from error
    except (struct.error, ValueError, KeyError) as error:
        msg = f"{path} is no readable CTranslate2 model: {error}."
        raise PackageError(msg) from error


def _weights(file: BinaryIO) -> dict[str, NDArray[np.float32]]:
    import numpy as np

    layout = _layout(file)
    raw: dict[str, NDArray[np.generic]] = {}
    for one in layout.variables:
        if one.kind >= len(_DTYPES):
            raise ValueError(f"{one.name} is of type {one.kind}; convert it to int8 or float32")
        file.seek(one.start)
        raw[one.name] = np.frombuffer(file.read(one.size), _DTYPES[one.kind]).reshape(one.shape)
    weights: dict[str, NDArray[np.float32]] = {}
    for name, value in raw.items():
        if name.endswith("_scale"):
            continue
        scale = raw.get(name + "_scale")
        weights[name] = value.astype(np.float32)
        if scale is not None:
            weights[name] = (weights[name].T / scale.astype(np.float32)).T
    return weights | {alias: weights[name] for alias, name in layout.aliases if not name.endswith("_scale")}


def is_cut_off(path: Path) -> bool:
    """Whether a ``model.bin`` ends before what it announces, as an interrupted copy does; its data are not read."""
    try:
        with path.open("rb") as file:
            _layout(file)
    except struct.error:
        return True
    except ValueError:  # of another version
        return False
    return False


@attrs.frozen
class _Variable:
    """Where the data of a variable stand in the file."""

    name: str
    shape: tuple[int, ...]
    kind: int
    start: int
    size: int


@attrs.frozen
class _Layout:
    variables: list[_Variable]
    aliases: list[tuple[str, str]]


def _layout(file: BinaryIO) -> _Layout:
    """Read all of a model but the data.

    Raises:
        struct.error: it is cut off.
        ValueError: it is of another version, or none at all.
    """

    def take(fmt: str) -> int:
        (value,) = struct.unpack("<" + fmt, file.read(struct.calcsize("<" + fmt)))
        return int(value)

    def take_string() -> str:
        length = take("H")
        (text,) = struct.unpack(f"{length}s", file.read(length))
        return bytes(text[:-1]).decode()

    version = take("I")
    if version not in _VERSIONS:
        raise ValueError(f"its version is {version}, not {' or '.join(map(str, _VERSIONS))}")
    take_string()
    take("I")  # revision of the specification
    variables = []
    for _ in range(take("I")):
        name, shape = take_string(), tuple(take("I") for _ in range(take("B")))
        kind, size = take("B"), take("I")
        variables.append(_Variable(name, shape, kind, file.tell(), size))
        file.seek(size, os.SEEK_CUR)
    return _Layout(variables, [(take_string(), take_string()) for _ in range(take("I"))])
