"""A small network that sees a text and its rendering together: do they say the same, and which words stand alone?

Seven transformer layers over the sentence encoder's word pieces, what the lexicon knows of these and what translation
networks expect in their place, trained by ``python -m training.estimator`` on pairs of public corpora, on the same
pairs with one side altered by rule, and on renderings written for it, after "Divergent mBERT" (Briakou and Carpuat,
2020). The encoder stays as it is, so the weights are few (``data/estimator.npz``, one byte each). It knows pairs of
different languages only.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from importlib import resources
from typing import TYPE_CHECKING, Any

import attrs

from polyglot_news.compare.model import Pair
from polyglot_news.compare.words.foreseen import Foreseen, foreseen, slots
from polyglot_news.compare.words.glossed import glossed
from polyglot_news.text import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_MOST = 10.0  # log odds beyond this count as this
LONGEST = 128  # word pieces of one text that are looked at, marks of begin and end included


@attrs.frozen(eq=False, kw_only=True)
class Alone:
    """How likely the word pieces of a text stand alone.

    Attributes:
        spans: where each word piece stands in the text.
        odds: log odds that it has no counterpart in the other text, shape ``(pieces,)``.
    """

    spans: tuple[Span, ...]
    odds: Floats

    def over(self, span: Span) -> float | None:
        """Return the highest log odds of the pieces in a stretch of the text; None if it lies beyond what was seen."""
        inside = [float(odds) for piece, odds in zip(self.spans, self.odds, strict=True) if piece.overlap(span)]
        return max(inside, default=None)


@attrs.frozen(eq=False, kw_only=True)
class Estimate:
    """What the network says of a pair.

    Attributes:
        odds: log odds that the two texts do not say the same.
        rendering: the pieces of the rendering.
        official: the pieces of the official text, or of the part that the rendering renders.
    """

    odds: float
    rendering: Alone
    official: Alone


def estimate(pair: Pair) -> Estimate | None:
    """Return what the network says, or None for two texts in one language or without words."""
    if pair.rendering_language == pair.official_language:
        return None
    core = pair.core or Span(0, len(pair.official))
    return _estimate(
        core.of(pair.official), pair.rendering, pair.official_language, pair.rendering_language, core.start
    )


def estimator_features(pair: Pair) -> dict[str, float] | None:
    """Return what the network says, for a calibrated verdict: of the pair, and of the loneliest piece of each side."""
    found = estimate(pair)
    if found is None:
        return None
    return {
        "estimate": max(-_MOST, min(_MOST, found.odds)),
        "rendering alone": max(-_MOST, min(_MOST, float(found.rendering.odds.max()))),
        "official alone": max(-_MOST, min(_MOST, float(found.official.odds.max()))),
    }


@functools.lru_cache(maxsize=64)
def _estimate(
    official: str, rendering: str, official_language: str, rendering_language: str, begin: int
) -> Estimate | None:
    """Estimate a pair; the official text begins at ``begin`` of a longer one."""
    import numpy as np

    from polyglot_news.align.encoder import default_encoder, single_blas_thread
    from polyglot_news.align.use_network import BEGIN, END

    network = default_encoder()._loaded()
    texts = official, rendering
    tokens = [network.tokenize_with_offsets(text) for text in texts]
    rows = [[BEGIN, *ids[: LONGEST - 2], END] for ids, _ in tokens]
    if min(map(len, rows)) < 3:
        return None
    with single_blas_thread():
        normed, starts = network.normed(rows)
        features = [normed[start : start + len(row)] for start, row in zip(starts, rows, strict=True)]
        vectors = [network.head(network.project(one), np.ones(len(one), dtype=np.float32)) for one in features]
        spans = [[Span(*stand) for stand in stands[: LONGEST - 2]] for _, stands in tokens]
        languages, stands = (official_language, rendering_language), (spans[0], spans[1])
        told = *glossed(texts, languages, stands), foreseen(texts, languages, stands, _weights()["packages"])
        odds, single = _forward(features, vectors, *told)
    sides = []
    for k, offset in ((0, begin), (1, 0)):
        first = 1 if k == 0 else len(rows[0]) + 1
        sides.append(
            Alone(spans=tuple(span.shift(offset) for span in spans[k]), odds=single[first : first + len(spans[k])])
        )
    return Estimate(odds=odds, official=sides[0], rendering=sides[1])


def _forward(
    features: list[Floats],
    vectors: list[Floats],
    gloss: Floats,
    told: tuple[Floats, Floats],
    networks: Sequence[Foreseen],
) -> tuple[float, Floats]:
    """Return log odds of the pair, and of each piece of both texts laid end to end."""
    import numpy as np

    weights = _weights()
    cosine = vectors[0] @ vectors[1].T
    best = cosine.max(axis=1)[:, None], cosine.max(axis=0)[:, None]
    taken = [_linear(np.hstack([features[k], best[k], told[k]]), "taken") for k in (0, 1)]
    sides = [one + weights["sides"][k] + weights["positions"][: len(one)] for k, one in enumerate(taken)]
    for one in networks:
        read, written = (weights[f"foreseen.{slot}.weight"] for slot in slots(one.name))
        sides[one.writes] += one.written @ written
        if one.read is not None:
            sides[1 - one.writes] += one.read @ read
    rows = np.concatenate(sides)
    first, places, width = len(features[0]), len(rows), rows.shape[1]
    drawn = {"kinship": cosine, "glossed": gloss, "across": np.ones_like(cosine)}
    across = {}
    for name, table in drawn.items():
        across[name] = np.zeros((places, places), dtype=np.float32)
        across[name][:first, first:] = table
        across[name][first:, :first] = table.T
    for k in range(int(weights["layers"])):
        layer = f"layers.{k}."
        heads = len(weights[layer + "kinship"])
        mixed = _linear(_norm(rows, layer + "norm_attention"), layer + "queries")
        query, key, value = mixed.reshape(places, 3, heads, width // heads).transpose(1, 2, 0, 3)
        scores = query @ key.transpose(0, 2, 1) / np.float32(np.sqrt(width // heads))
        for name, table in across.items():
            scores += table * weights[layer + name][:, None, None]
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        scores /= scores.sum(axis=-1, keepdims=True)
        rows = rows + _linear((scores @ value).transpose(1, 0, 2).reshape(places, width), layer + "joined")
        hidden = np.maximum(_linear(_norm(rows, layer + "norm_hidden"), layer + "grown"), 0)
        rows = rows + _linear(hidden, layer + "shrunk")
    rows = _norm(rows, "norm")
    single = _linear(rows, "piece")[:, 0]
    whole = np.maximum(_linear(np.concatenate([rows.mean(axis=0), rows.max(axis=0)])[None], "whole"), 0)
    loudest = single.max() + np.log(np.exp(single - single.max()).sum())
    verdict = _linear(np.append(whole, np.float32(loudest))[None], "verdict")
    return float(verdict[0, 0]), single


def _linear(rows: Floats, name: str) -> Floats:
    weights = _weights()
    moved: Floats = rows @ weights[name + ".weight"] + weights[name + ".bias"]
    return moved


def _norm(rows: Floats, name: str) -> Floats:
    weights = _weights()
    centred = rows - rows.mean(axis=-1, keepdims=True)
    scale = 1.0 / ((centred * centred).mean(axis=-1, keepdims=True) + 1e-5) ** 0.5
    normed: Floats = centred * scale * weights[name + ".weight"] + weights[name + ".bias"]
    return normed


@functools.lru_cache(maxsize=1)
def _weights() -> dict[str, Any]:
    """Read the weights; matrices are stored as one byte a value with one scale for each column."""
    import numpy as np

    path = resources.files("polyglot_news") / "data" / "estimator.npz"
    with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
        arrays = {key: stored[key] for key in stored.files}
    weights = {
        name: array.astype(np.float32) * arrays[name + ":scale"] if array.dtype == np.int8 else array
        for name, array in arrays.items()
        if not name.endswith(":scale")
    }
    width = len(weights["sides"][0])
    angles = np.arange(LONGEST)[:, None] * np.exp(np.arange(0, width, 2) * (-np.log(10_000.0) / width))
    weights["positions"] = np.concatenate([np.sin(angles), np.cos(angles)], axis=1).astype(np.float32)
    return weights
