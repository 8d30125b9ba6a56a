"""Tokenizers, and the engine on a real package where one is installed or embedded."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from polyglot_news.errors import MissingPackageError, PackageError
from polyglot_news.text import Span
from polyglot_news.translate import Translator
from polyglot_news.translate.decoding import Decoding, Job
from polyglot_news.translate.engine import Engine, open_engine
from polyglot_news.translate.packages import choose_package, find_packages, read_package, verify_package
from polyglot_news.translate.pieces import Tokens, open_tokenizers

CORPUS = [
    "the minister said that the agreement will not be signed before may",
    "the president of the republic met the minister of foreign affairs",
    "members of the council said that the ceasefire holds",
    "the agreement was signed and the ceasefire holds",
]


@pytest.fixture(scope="module")
def package_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package with a tokenizer and a vocabulary, but with a model that is none."""
    import sentencepiece

    path = tmp_path_factory.mktemp("packages") / "translate-en_fr-1"
    (path / "model").mkdir(parents=True)
    (path / "metadata.json").write_text(json.dumps({"from_code": "en", "to_code": "fr"}))
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(CORPUS * 5), model_prefix=str(path / "m"), vocab_size=40, minloglevel=2
    )
    (path / "m.model").rename(path / "sentencepiece.model")
    vocabulary = [
        "<unk>",
        "</s>",
        "▁",
        "▁le",
        "▁la",
        "e",
        "s",
        "▁ministre",
        "▁mini",
        "stre",
        "'",
        "▁l",
        "accord",
        *"abcdilnort",
    ]
    (path / "model" / "target_vocabulary.json").write_text(json.dumps(vocabulary))
    (path / "model" / "config.json").write_text("{}")
    (path / "model" / "model.bin").write_bytes(b"no model")
    return path


def shown(text: str, tokens: Tokens) -> list[str]:
    return [span.of(text) for span in tokens.spans]


def test_source_tokens_know_their_place(package_path: Path) -> None:
    source, _ = open_tokenizers(read_package(package_path))
    text = "the  minister， said １０ é…"
    tokens = source.encode(text)
    assert "".join(tokens.pieces).startswith("▁the▁minister")
    assert all(part in text for part in shown(text, tokens))
    assert "".join(shown(text, tokens)) == text.replace(" ", "")
    assert source.encode("").pieces == ()


@pytest.mark.parametrize(
    ("text", "inside", "pieces"),
    [
        ("le ministre", False, ("▁le", "▁ministre")),
        ("l'accord", False, ("▁l", "'", "accord")),
        ("accord", True, ("accord",)),
        ("Xa", False, ("▁", "X", "a")),
        ("", False, ()),
    ],
)
def test_target_tokens(package_path: Path, text: str, inside: bool, pieces: tuple[str, ...]) -> None:
    _, target = open_tokenizers(read_package(package_path))
    tokens = target.encode(text, inside=inside)
    assert tokens.pieces == pieces
    assert "".join(shown(text, tokens)) == text.replace(" ", "")
    assert target.decode(list(tokens.pieces)) == text


def test_byte_pieces_and_underscores_survive(package_path: Path) -> None:
    _, target = open_tokenizers(read_package(package_path))
    assert target.decode(["▁a", "_", "b", "▁", "<0xE4>", "<0xBD>", "<0xA0>"]) == "a_b 你"


def test_moses_and_byte_pair_encoding(package_path: Path, tmp_path: Path) -> None:
    path = tmp_path / "translate-en_fr-bpe"
    path.mkdir()
    (path / "metadata.json").write_text((package_path / "metadata.json").read_text())
    (path / "bpe.model").write_text("#version: 0.2\nt h\nth e</w>\nm i\n")
    source, target = open_tokenizers(read_package(path))
    tokens = source.encode("the mister, isn't")
    assert tokens.pieces[:3] == ("the", "mi@@", "s@@")
    assert tokens.spans[:2] == (Span(0, 3), Span(4, 6))
    assert target.decode(["the", "mi@@", "nistre", ",", "oui"]) == "the ministre, oui"


def test_broken_models_are_one_clear_error(package_path: Path, tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="its model cannot be loaded"):
        Engine(read_package(package_path))
    path = tmp_path / "p"
    (path / "model").mkdir(parents=True)
    for name in ("metadata.json", "model/config.json", "model/model.bin"):
        (path / name).write_bytes((package_path / name).read_bytes())
    (path / "sentencepiece.model").write_bytes(b"no pieces")
    with pytest.raises(PackageError, match=r"sentencepiece\.model cannot be loaded"):
        verify_package(read_package(path))


@pytest.fixture(scope="module")
def engine() -> Engine:
    try:
        return open_engine(choose_package(find_packages(), "en", "fr"))
    except MissingPackageError:
        pytest.skip("no English-French package is installed or embedded")


TEXT = "The minister said that the agreement will be signed in May."


def test_batches_repeat_and_keep_their_order(engine: Engine) -> None:
    told = []
    found = engine.translate([TEXT, "", "Yes.", TEXT], progress=lambda done, total: told.append((done, total)))
    assert found[0] == found[3]
    assert found[1].text == ""
    assert found[0].text != found[2].text
    assert found == engine.translate([TEXT, "", "Yes.", TEXT])
    assert told[-1] == (3, 3)


def test_scores_prefer_what_the_model_says(engine: Engine) -> None:
    said = engine.translate([TEXT])[0]
    own, other = engine.score([(TEXT, said.text), (TEXT, "Bonjour tout le monde, je suis un poisson.")])
    assert own.mean > other.mean
    assert len(own.spans) == len(own.log_probs)
    assert all(log_prob <= 0 for log_prob in own.log_probs)
    assert engine.score([]) == []


def test_attention_covers_both_sides(engine: Engine) -> None:
    (attention,) = engine.attend([(TEXT, "Le ministre a dit que l'accord sera signé en mai.")])
    assert len(attention.weights) == len(attention.target)
    for row in attention.weights:
        assert len(row) == len(attention.source)
        assert 0 <= sum(row) <= 1.01


def test_prefix_several_hypotheses_and_suppression(engine: Engine) -> None:
    tokens = engine.source.encode(TEXT).pieces
    prefix = engine.target.encode("La ministre").pieces
    ((found,),) = engine.decode([Job(source=tokens, prefix=prefix)])
    assert found.text.startswith("La ministre")
    (best,) = engine.decode([Job(source=tokens)], decoding=Decoding(beam=4), hypotheses=4)
    assert len(best) == 4
    assert [each.score for each in best] == sorted((each.score for each in best), reverse=True)
    first = best[0].pieces[1]
    ((without,),) = engine.decode([Job(source=tokens)], suppress=[[first]])
    assert first not in without.pieces


def test_very_long_inputs_end(engine: Engine) -> None:
    long = "the minister of foreign affairs and the president " * 150
    assert engine.translate([long])[0].text
    (scored,) = engine.score([(long, long)])
    assert len(scored.spans) == len(scored.log_probs) <= 500
    assert engine.attend([(long, long)])


def test_threads_share_a_model(engine: Engine) -> None:
    assert open_engine(engine.package) is engine
    alone = [engine.translate([f"{number} ministers"])[0].text for number in range(4)]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda number: engine.translate([f"{number} ministers"])[0].text, range(4)))
    assert alone == together


def test_a_text_with_all_that_texts_have(engine: Engine) -> None:
    text = "“We will sign,” she said.\n\n  - 1,300 people\n  - See https://un.org/a\n"
    done = Translator().translate(text, "en", "fr")
    assert done.text.count("\n") == text.count("\n")
    assert "\n\n  - " in done.text
    assert "https://un.org/a" in done.text
    assert "«\u00a0" in done.text
    assert done == Translator().translate(text, "en", "fr")
