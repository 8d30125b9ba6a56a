"""The estimator: altered pairs, a training of a few steps, and the library's own pass over the same weights."""

from __future__ import annotations

import json
import random
from importlib import resources
from pathlib import Path

import attrs
import pytest

from polyglot_news.align.segmentation import segment
from polyglot_news.align.use_network import UseNetwork
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.words import estimator
from polyglot_news.compare.words.estimator import estimate
from polyglot_news.text import Span

torch = pytest.importorskip("torch", reason="the estimator is trained with torch")

from training.errors import TrainingError  # noqa: E402
from training.estimator import alter, export, network, renderings, train  # noqa: E402
from training.estimator.predictors import Predictors  # noqa: E402

CORPUS = [
    ("The council adopted a new resolution on Monday.", "Le conseil a adopté lundi une nouvelle résolution."),
    ("The council adopted a short statement on Friday.", "Le conseil a adopté vendredi une courte déclaration."),
    ("The minister bought a new bicycle on Friday.", "Le ministre a acheté vendredi un nouveau vélo."),
    ("The minister signed a short letter on Monday.", "Le ministre a signé lundi une courte lettre."),
    ("The council on Monday heard a rather new view.", "Lundi, le conseil a entendu un avis assez nouveau."),
    ("They rejected a new offer, and left the hall.", "Ils ont rejeté une nouvelle offre et ont quitté la salle."),
]


def draw(seed: int) -> random.Random:
    """Return a generator for drawing examples."""
    return random.Random(seed)  # noqa: S311


def sentence(text: str = CORPUS[0][0], other: str = CORPUS[0][1]) -> alter.Sentence:
    seen = alter.Neighbours("en")
    for english, _ in CORPUS:
        seen.add(english)
    seen.close()
    seen.pieces.extend(alter.clauses([english for english, _ in CORPUS], "en"))
    words = segment(text, "en"), segment(other, "fr")
    return alter.Sentence.of_pair((text, other), words, ("en", "fr"), 0, seen)


def test_a_substitute_fits_its_neighbours_and_translates_nothing() -> None:
    one = sentence()
    found = {alter.substitute(one, draw(seed), None) for seed in range(40)} - {None}
    texts = {result[0] for result in found if result}
    assert "The council adopted a new bicycle on Monday." in texts
    assert all(text != one.text for text in texts)
    for result in found:
        assert result is not None
        text, (start, end) = result
        assert text[:start] == one.text[:start]
        assert one.text.endswith(text[end:])


@pytest.mark.parametrize("kind", ["drop_word", "drop_run", "insert_word", "insert_clause"])
def test_words_are_taken_out_and_put_in(kind: str) -> None:
    one = sentence()
    results = [getattr(alter, kind)(one, draw(seed)) for seed in range(60)]
    texts = {result[0] for result in results if result}
    assert texts
    sizes = {len(segment(text, "en")) - len(one.words) for text in texts}
    assert all(size < 0 for size in sizes) if kind.startswith("drop") else all(size > 0 for size in sizes)


def test_words_change_places_or_stay_untranslated() -> None:
    one = sentence()
    swapped = {result[0] for seed in range(30) if (result := alter.swap(one, draw(seed)))}
    assert "The resolution adopted a new council on Monday." in swapped
    left = {result[0] for seed in range(30) if (result := alter.untranslated(one, draw(seed)))}
    assert "The council adopted a new résolution on Monday." in left


def test_counterparts_of_dropped_words() -> None:
    one = sentence()
    other = CORPUS[0][1]
    lost, kept = alter.counterparts(one, "The council adopted a resolution on Monday.", segment(other, "fr"))
    assert [word.of(other) for word in lost] == ["nouvelle"]
    assert {"conseil", "résolution", "lundi"} <= {word.of(other) for word in kept}


def test_renderings_are_records_with_their_alterations(tmp_path: Path) -> None:
    renderings_of_it = [
        ("The council adopted a new resolution on fishing on Monday.", {}),
        ("a new resolution on fishing", {}),
        ("The council rejected a new resolution on fishing on Monday.", {"from": 0, "kind": "polarity"}),
        ("The council adopted a resolution on fishing on Monday.", {"from": 0, "kind": "omission"}),
        ("a new resolution on farming", {"from": 1, "kind": "meaning"}),
    ]
    row = {
        "source": "fr",
        "target": "en",
        "official": "Le conseil a adopté lundi une nouvelle résolution sur la pêche.",
        "renderings": [
            {"text": text, "label": "altered" if change else "faithful", **change} for text, change in renderings_of_it
        ],
    }
    (tmp_path / "fr-en.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (record,) = renderings.records(tmp_path / "fr-en.jsonl")
    official, rendering = record["texts"]
    turned, shortened = record["altered"]  # the fragment renders but a part of the official text
    assert turned["text"][slice(*turned["span"])] == "rejected"
    assert official[slice(*turned["lost"][0])] == "adopté"
    assert shortened["span"] == (0, 0)
    assert official[slice(*shortened["lost"][0])] == "nouvelle"
    assert rendering == renderings_of_it[0][0]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Train on a few pairs for two seconds."""
    folder = tmp_path_factory.mktemp("estimator")
    with (folder / "pairs.jsonl").open("w", encoding="utf-8") as file:
        for english, french in CORPUS:
            shorter = english.replace(" on ", " ")
            made = {"kind": "drop word", "side": 0, "text": shorter, "span": [0, 0], "lost": [[0, 2]], "kept": [[3, 5]]}
            record = {"languages": ["en", "fr"], "texts": [english, french], "altered": [made], "unseen": True}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    plan = train.Plan(minutes=2 / 60, pieces=2_000)
    torch.manual_seed(1)
    start = network.Estimator(network.Shape(width=32, layers=2, heads=4, hidden=48))
    train.train(folder / "pairs.jsonl", folder, plan, start)
    return folder


def test_the_library_computes_what_was_trained(run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (run / "data").mkdir()
    export.export([run], run / "data" / "estimator.npz")
    monkeypatch.setattr(resources, "files", lambda _: run)
    estimator._weights.cache_clear()
    estimator._estimate.cache_clear()
    try:
        english, french = CORPUS[0]
        found = estimate(make_pair(english, french, "en", "fr"))
    finally:
        estimator._weights.cache_clear()
        estimator._estimate.cache_clear()
    state = torch.load(run / "latest.pt", weights_only=True)
    trained = network.Estimator(network.Shape(**state["shape"]))
    trained.load_state_dict(state["network"])
    pieces = network.Pieces(UseNetwork.load())
    variant = train.Variant(texts=(french, english), languages=("fr", "en"), false=False, group=0, unseen=True)
    with torch.no_grad():
        whole, single = trained(*train.Encoded(pieces, Predictors("cpu"), [variant], "cpu").arguments())
    assert found is not None
    assert found.odds == pytest.approx(float(whole), abs=0.05)
    assert found.official.odds == pytest.approx(single[0, 1 : 1 + len(found.official.odds)].numpy(), abs=0.05)


def test_an_interrupted_training_goes_on(run: Path) -> None:
    before = torch.load(run / "latest.pt", weights_only=True)["step"]
    new = network.Estimator(network.Shape())
    train.train(run / "pairs.jsonl", run, train.Plan(minutes=3 / 60, pieces=2_000), new)
    assert torch.load(run / "latest.pt", weights_only=True)["step"] > before


def test_every_weight_is_moved_by_one_optimizer() -> None:
    estimator = network.Estimator(network.Shape(width=32, layers=2, heads=4, hidden=48))
    muon, adamw = (
        [id(weights) for group in optimizer.param_groups for weights in group["params"]]
        for optimizer in train.optimizers_of(estimator)
    )
    assert sorted(muon + adamw) == sorted(map(id, estimator.parameters()))
    assert id(estimator.get_parameter("layers.0.grown.weight")) in muon
    assert id(estimator.taken.weight) in adamw


def test_a_training_goes_on_from_exported_weights(run: Path, tmp_path: Path) -> None:
    export.export([run], tmp_path / "estimator.npz")
    state = torch.load(run / "latest.pt", weights_only=True)
    begun = export.read(tmp_path / "estimator.npz")
    assert begun.shape == network.Shape(**state["shape"])
    for name, weights in begun.state_dict().items():
        trained = state["network"][name]
        assert torch.allclose(weights, trained, rtol=0, atol=0.005 * float(trained.abs().max()) + 1e-6), name


def test_a_deepened_network_says_the_same(run: Path, tmp_path: Path) -> None:
    export.export([run], tmp_path / "estimator.npz")
    before = export.read(tmp_path / "estimator.npz")
    deeper = network.deepened(before, 4)
    english, french = CORPUS[0]
    variant = train.Variant(texts=(french, english), languages=("fr", "en"), false=False, group=0)
    encoded = train.Encoded(network.Pieces(UseNetwork.load()), Predictors("cpu"), [variant], "cpu")
    with torch.no_grad():
        whole, single = before(*encoded.arguments())
        now, each = deeper(*encoded.arguments())
    assert torch.equal(now, whole)
    assert torch.equal(each, single)
    torch.save({"network": deeper.state_dict(), "shape": attrs.asdict(deeper.shape)}, tmp_path / "latest.pt")
    export.export([tmp_path], tmp_path / "deeper.npz", tmp_path / "estimator.npz")
    assert export.read(tmp_path / "deeper.npz").shape.layers == 4


def test_weights_that_a_training_went_on_from_are_mixed_in(run: Path, tmp_path: Path) -> None:
    state = torch.load(run / "latest.pt", weights_only=True)
    torch.manual_seed(2)
    before = network.Estimator(network.Shape(**state["shape"]))
    torch.save({"network": before.state_dict(), "shape": attrs.asdict(before.shape)}, tmp_path / "latest.pt")
    export.export([tmp_path], tmp_path / "before.npz")
    export.export([run], tmp_path / "estimator.npz", tmp_path / "before.npz")
    for name, weights in export.read(tmp_path / "estimator.npz").state_dict().items():
        trained = state["network"][name]
        silent = name.startswith("foreseen.")  # before: nothing to mix in
        expected = trained if silent else 0.45 * trained + 0.55 * before.state_dict()[name]
        assert torch.allclose(weights, expected, rtol=0, atol=0.01 * float(expected.abs().max()) + 1e-6), name
    export.export([run, tmp_path], tmp_path / "mean.npz")
    for name, weights in export.read(tmp_path / "mean.npz").state_dict().items():
        expected = (state["network"][name] + before.state_dict()[name]) / 2
        assert torch.allclose(weights, expected, rtol=0, atol=0.01 * float(expected.abs().max()) + 1e-6), name
    with pytest.raises(TrainingError, match="another shape"):
        export.export(
            [run], tmp_path / "estimator.npz", Path(str(resources.files("polyglot_news") / "data" / "estimator.npz"))
        )


def test_what_is_no_exported_estimator_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "estimator.npz").write_bytes(b"no archive")
    with pytest.raises(TrainingError, match="no exported estimator"):
        export.read(tmp_path / "estimator.npz")


@pytest.mark.parametrize(
    ("official", "faithful", "false", "lonely"),
    [
        (
            "La commission remettra son rapport provisoire au parlement avant la fin de l’année.",
            "The commission will submit its interim report to parliament before the end of the year.",
            "The commission will submit its report to parliament before the end of the year.",
            "provisoire",
        ),
        (
            "两国外长星期二在日内瓦签署了新的渔业协定。",
            "The two foreign ministers signed the new fisheries agreement in Geneva on Tuesday.",
            "The two foreign ministers signed the new agreement in Geneva on Tuesday.",
            "渔业",
        ),
    ],
)
def test_a_dropped_word_stands_alone(official: str, faithful: str, false: str, lonely: str) -> None:
    language = "zh" if "两" in official else "fr"
    good, bad = (make_pair(text, official, "en", language) for text in (faithful, false))
    one, two = estimate(good), estimate(bad)
    assert one is not None
    assert two is not None
    assert two.odds > one.odds
    start = official.index(lonely)
    place = Span(start, start + len(lonely))
    here, there = one.official.over(place), two.official.over(place)
    assert here is not None
    assert there is not None
    assert there > here


def test_one_language_has_no_estimate() -> None:
    assert estimate(make_pair("They will pay.", "They will not pay.", "en", "en")) is None
