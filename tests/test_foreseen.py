"""What the embedded packages' networks make of two texts: the same as CTranslate2 does, laid out over word pieces."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from polyglot_news.compare.words.estimator import _weights
from polyglot_news.compare.words.foreseen import READ, WRITTEN, foreseen, laid_read, laid_written
from polyglot_news.errors import PackageError
from polyglot_news.text import Span
from polyglot_news.translate.embedded import embedded_engine
from polyglot_news.translate.packages import embedded_packages
from polyglot_news.translate.states import LONGEST, TOLD, WIDTH, States, open_network
from polyglot_news.translate.weights import read_model

PAIRS = {
    ("en", "fr"): ("The ferry sank on Monday.", "Le ferry a coulé lundi."),
    ("zh", "en"): ("渡轮星期一沉没。", "The ferry sank on Monday."),
}


@pytest.mark.parametrize("direction", PAIRS)
def test_the_network_expects_what_the_engine_does(direction: tuple[str, str]) -> None:
    source, target = PAIRS[direction]
    engine = embedded_engine(*direction)
    assert engine is not None
    network = open_network(engine.package.path)
    states = network.states(engine.source.encode(source).pieces, engine.target.encode(target).pieces)
    (scored,) = engine.score([(source, target)])
    apart = np.abs(states.written[:, -TOLD] - np.array([*scored.log_probs, scored.end]))
    assert apart.mean() < 0.15  # the engine rounds its activations to one byte
    assert states.written.shape[1] == 3 * WIDTH + TOLD
    assert states.read.shape == (len(engine.source.encode(source).pieces) + 1, WIDTH)


def test_long_texts_are_cut() -> None:
    engine = embedded_engine("en", "fr")
    assert engine is not None
    states = open_network(engine.package.path).states(["▁port"] * 1000, ["▁port"] * 1000)
    assert len(states.read) == len(states.written) == LONGEST


def test_a_piece_has_the_mean_of_the_tokens_that_it_meets_and_the_lowest_log_probability() -> None:
    written = np.zeros((4, 3 * WIDTH + TOLD), dtype=np.float32)
    written[:, 0] = [1.0, 3.0, 8.0, 5.0]
    written[:, -TOLD] = [-1.0, -4.0, -2.0, -0.5]
    states = States(read=np.full((2, WIDTH), 2.0, dtype=np.float32), written=written)
    target = [Span(0, 3), Span(3, 6), Span(7, 9)]
    read = laid_read(states, [Span(0, 4)], [Span(0, 4), Span(9, 10)])
    laid = laid_written(states, target, [Span(0, 6), Span(7, 9)])
    assert read.shape == (4, READ)
    assert laid.shape == (4, WRITTEN)
    assert laid[:, 0].tolist() == [0.0, 2.0, 8.0, 5.0]  # the marks of begin and end stand around the pieces
    assert laid[:, -1] == pytest.approx([0.0, -0.8, -0.4, -0.1])
    assert read[:, 0].tolist() == [0.0, 2.0, 0.0, 2.0]


def test_only_the_packages_that_are_named_are_asked() -> None:
    texts, languages = PAIRS["en", "fr"], ("en", "fr")
    pieces = ([Span(0, 3)], [Span(0, 2)])
    name = next(one.path.name for one in embedded_packages() if (one.source, one.target) == ("en", "fr"))
    (found,) = foreseen(texts, languages, pieces, {name})
    assert (found.name, found.writes) == ("en-fr", 1)
    (turned,) = foreseen((texts[1], texts[0]), ("fr", "en"), (pieces[1], pieces[0]), {name})
    assert turned.writes == 0
    assert turned.read is not None
    assert found.read is not None
    assert np.array_equal(turned.read, found.read)
    assert foreseen(texts, languages, pieces, set()) == []


def test_between_french_and_chinese_each_text_is_expected_from_the_english_of_the_other_one() -> None:
    texts, languages = ("Le ferry a coulé lundi.", "渡轮星期一沉没。"), ("fr", "zh")
    pieces = ([Span(0, 2), Span(3, 8)], [Span(0, 2)])
    names = {one.path.name for one in embedded_packages()}
    found = {one.name: one for one in foreseen(texts, languages, pieces, names)}
    assert {name: one.writes for name, one in found.items()} == {"en-zh": 1, "en-fr": 0}
    assert all(one.read is None for one in found.values())
    assert [len(found[name].written) for name in ("en-fr", "en-zh")] == [4, 3]
    (other,) = (one for one in foreseen(("Il pleut.", texts[1]), languages, pieces, names) if one.name == "en-zh")
    assert other.written[:, -1].mean() < found["en-zh"].written[:, -1].mean()  # rain does not foretell a ferry


def test_the_estimator_was_trained_with_the_packages_that_come_with_it() -> None:
    assert set(_weights()["packages"]) <= {one.path.name for one in embedded_packages()}


def test_what_is_no_model_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="is missing"):
        read_model(tmp_path / "model.bin")
    (tmp_path / "model.bin").write_bytes(b"\x06\0\0\0nonsense")
    with pytest.raises(PackageError, match="no readable CTranslate2 model"):
        read_model(tmp_path / "model.bin")
