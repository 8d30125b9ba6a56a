"""The embedded packages' networks in numpy, for their inner states: CTranslate2 gives scores and attention only."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from polyglot_news.errors import PackageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

WIDTH = 256
_HEADS = 8
TOLD = 3  # log-probabilities and entropy: see `States.written`
LONGEST = 160  # tokens of one text that are looked at, the end included
_END, _UNKNOWN = "</s>", "<unk>"


@attrs.frozen(eq=False, kw_only=True)
class States:
    """What a network makes of a text and a given translation.

    Attributes:
        read: the last states of the encoder, shape ``(tokens of the text and the end, WIDTH)``.
        written: of each token of the translation and the end, shape ``(…, 3 * WIDTH + TOLD)``: the last state of the
            decoder before it, its embedding, the mean embedding of what the network expected there, all of mean 0 and
            variance 1; its log-probability, that of the likeliest token, and the entropy (natural logarithms).
    """

    read: Floats
    written: Floats


@attrs.frozen(eq=False, kw_only=True)
class Network:
    """Weights by their names in CTranslate2, matrices turned to stand behind the states; and rows of the tokens."""

    weights: dict[str, Floats]
    rows: tuple[dict[str, int], dict[str, int]]

    def states(self, source: Sequence[str], target: Sequence[str]) -> States:
        """Return the states for a tokenised text and its translation, which the decoder is made to write."""
        import numpy as np

        weights = self.weights
        ids = token_rows(target, self.rows[1])
        read = weights["encoder/embeddings_0/weight"][token_rows(source, self.rows[0])] * np.float32(WIDTH**0.5)
        read = read + weights["encoder/position_encodings/encodings"][: len(read)]
        for k in range(self._layers("encoder")):
            read = self._block(f"encoder/layer_{k}/", read)
        own = weights["decoder/embeddings/weight"][ids]
        state = np.vstack([np.zeros((1, WIDTH), np.float32), own[:-1] * np.float32(WIDTH**0.5)])
        state = state + weights["decoder/position_encodings/encodings"][: len(state)]
        ahead = np.triu(np.full((len(ids), len(ids)), -1e4, dtype=np.float32), 1)
        for k in range(self._layers("decoder")):
            state = self._block(f"decoder/layer_{k}/", state, ahead, read)
        logits = state @ weights["decoder/embeddings/weight"].T + weights["decoder/projection/bias"]
        logits -= logits.max(axis=1, keepdims=True)
        shares = np.exp(logits)
        total = shares.sum(axis=1, keepdims=True)
        shares /= total
        log_total = np.log(total)
        chosen = np.take_along_axis(logits, np.array(ids)[:, None], axis=1) - log_total
        entropy = log_total - (shares * logits).sum(axis=1, keepdims=True)
        expected = shares @ weights["decoder/embeddings/weight"]
        return States(
            read=read,
            written=np.hstack([evened(state), evened(own), evened(expected), chosen, -log_total, entropy]),
        )

    def _layers(self, side: str) -> int:
        return len({name.split("/")[1] for name in self.weights if name.startswith(f"{side}/layer_")})

    def _block(self, layer: str, x: Floats, mask: Floats | None = None, memory: Floats | None = None) -> Floats:
        """Self-attention, attention to a memory if there is one, and feed-forward; each normed after its residual."""
        import numpy as np

        part = layer + "self_attention/"
        query, key, value = np.split(self._linear(part + "linear_0", x), 3, axis=1)
        x = self._norm(part, x + self._linear(part + "linear_1", _attend(query, key, value, mask)))
        if memory is not None:
            part = layer + "attention/"
            key, value = np.split(self._linear(part + "linear_1", memory), 2, axis=1)
            mixed = _attend(self._linear(part + "linear_0", x), key, value, None)
            x = self._norm(part, x + self._linear(part + "linear_2", mixed))
        part = layer + "ffn/"
        inner = np.maximum(self._linear(part + "linear_0", x), 0)
        return self._norm(part, x + self._linear(part + "linear_1", inner))

    def _linear(self, name: str, x: Floats) -> Floats:
        moved: Floats = x @ self.weights[name + "/weight"] + self.weights[name + "/bias"]
        return moved

    def _norm(self, part: str, x: Floats) -> Floats:
        name = part + "layer_norm/"
        normed: Floats = evened(x) * self.weights[name + "gamma"] + self.weights[name + "beta"]
        return normed


def token_rows(tokens: Sequence[str], rows: Mapping[str, int]) -> list[int]:
    """Return the rows of tokens and of the end."""
    return [*(rows.get(token, rows[_UNKNOWN]) for token in tokens[: LONGEST - 1]), rows[_END]]


def evened(x: Any) -> Any:
    """Return rows moved and scaled to mean 0 and variance 1."""
    centred = x - x.mean(axis=-1, keepdims=True)
    return centred / ((centred * centred).mean(axis=-1, keepdims=True) + 1e-6) ** 0.5


def _attend(query: Floats, key: Floats, value: Floats, mask: Floats | None) -> Floats:
    import numpy as np

    depth = WIDTH // _HEADS
    queries, keys, values = (x.reshape(len(x), _HEADS, depth).transpose(1, 0, 2) for x in (query, key, value))
    scores = queries @ keys.transpose(0, 2, 1) / np.float32(depth**0.5)
    if mask is not None:
        scores = scores + mask
    shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares /= shares.sum(axis=-1, keepdims=True)
    mixed: Floats = (shares @ values).transpose(1, 0, 2).reshape(len(query), WIDTH)
    return mixed


@functools.lru_cache(maxsize=4)
def open_network(package: Path) -> Network:
    """Return the network of a package of this project.

    Raises:
        PackageError: the package is broken.
    """
    import json

    import numpy as np

    from polyglot_news.translate.weights import read_model

    folder = package / "model"
    weights = {
        name: np.ascontiguousarray(value.T) if name.endswith("/weight") and "/layer_" in name else value
        for name, value in read_model(folder / "model.bin").items()
        if value.ndim
    }
    files = [folder / f"{side}_vocabulary.json" for side in ("source", "target")]
    try:
        sides = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    except (OSError, ValueError) as error:
        msg = f"The translation package {package} is broken: its model has no vocabularies."
        raise PackageError(msg) from error
    rows = [{piece: row for row, piece in enumerate(side)} for side in sides]
    return Network(weights=weights, rows=(rows[0], rows[1]))
