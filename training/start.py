"""The first weights of a run: the parent's, another run's or another package's rows of the same pieces."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import numpy as np
import torch
from numpy.typing import NDArray

from polyglot_news.errors import PackageError
from polyglot_news.translate.weights import read_model
from training.checkpoints import LATEST, load_checkpoint, write_atomically
from training.errors import TrainingError
from training.model import Transformer
from training.package import history, read_package
from training.vocabulary import Vocabulary

Array = NDArray[np.float32]
# A new piece starts as a copy of the row of the piece that it resembles most.
ALIKE = {
    "’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-",
    "，": ",", "；": ";", "：": ":", "？": "?", "！": "!", "（": "(", "）": ")", "％": "%",
}  # fmt: skip
# A start that knows a smaller share of a run's pieces is a mistake.
_KNOWN = 0.5


@attrs.frozen(kw_only=True)
class Donor:
    """Weights that a run starts from.

    Attributes:
        name: of the run, package or parent.
        languages: source and target.
        body: encoder and decoder, by the names of the model's state.
        source_rows, target_rows: embeddings by piece.
        target_bias: output bias by piece.
        history: how the weights came to be, a sentence for each training.
    """

    name: str
    languages: tuple[str, str]
    body: dict[str, torch.Tensor]
    source_rows: dict[str, Array]
    target_rows: dict[str, Array]
    target_bias: dict[str, float]
    history: list[str]


def run_donor(run: Path) -> Donor:
    """The last checkpoint of a run."""
    from training.card import training_lines

    checkpoint = load_checkpoint(run / LATEST)
    state = checkpoint["model"]
    source, target = Vocabulary(run / "source.spm"), Vocabulary(run / "target.spm")
    if (len(source), len(target)) != (len(state["source_embeddings"]), len(state["target_embeddings"])):
        raise TrainingError(f"{run / LATEST} is of another configuration than the vocabularies of {run}")
    return Donor(
        name=run.name,
        languages=tuple(checkpoint["languages"]),
        body={name: value for name, value in state.items() if name.startswith(("encoder.", "decoder."))},
        source_rows=dict(zip(source.pieces, state["source_embeddings"].numpy(), strict=True)),
        target_rows=dict(zip(target.pieces, state["target_embeddings"].numpy(), strict=True)),
        target_bias=dict(zip(target.pieces, state["output_bias"].tolist(), strict=True)),
        history=training_lines(checkpoint),
    )


def package_donor(folder: Path) -> Donor:
    """The weights of an exported package; int8 rounding is lost in the noise of training.

    Raises:
        TrainingError: no package, a damaged one, or one of another kind of network.
    """
    package = read_package(folder)
    path = folder / "model" / "model.bin"
    try:
        weights = read_model(path)
        rows = weights["encoder/embeddings_0/weight"], weights["decoder/embeddings/weight"]
        bias = weights["decoder/projection/bias"]
    except PackageError as error:
        raise TrainingError(str(error)) from error
    except KeyError as error:
        raise TrainingError(f"{path} is of another kind of network: it has no {error.args[0]}") from error
    for pieces, table in zip(package.pieces, rows, strict=True):
        if len(pieces) != len(table):
            raise TrainingError(f"{path} has {len(table)} embeddings for a vocabulary of {len(pieces)} pieces")
    body = {}
    for name, value in weights.items():
        if (match := re.fullmatch(r"(encoder|decoder)/layer_(\d+)/(.+)", name)) and value.ndim:
            body[f"{match[1]}.{match[2]}.{match[3].replace('/', '.')}"] = torch.from_numpy(value)
    return Donor(
        name=folder.name,
        languages=package.languages,
        body=body,
        source_rows=dict(zip(package.pieces[0], rows[0], strict=True)),
        target_rows=dict(zip(package.pieces[1], rows[1], strict=True)),
        target_bias=dict(zip(package.pieces[1], bias.tolist(), strict=True)),
        history=history(folder),
    )


def _similar(piece: str, vocabulary: Vocabulary | None, known: dict[str, Array]) -> Array | None:
    """The look-alike's row, or the mean of the rows of the donor's pieces for the same string."""
    if piece in ALIKE:
        return known.get(ALIKE[piece])
    if vocabulary is None:
        return None
    parts = vocabulary.processor.encode(piece.replace("▁", " "), out_type=str)
    rows = [known[part] for part in parts if part in known and part != "▁"]
    return np.asarray(np.mean(rows, axis=0), np.float32) if rows else None


def _rows(pieces: list[str], donors: list[dict[str, Array]], vocabulary: Vocabulary | None) -> Array:
    """A row for each piece: from the first donor that has it, else a similar one, else noise."""
    rng = np.random.default_rng(0)
    known = donors[0]
    sample = np.stack(list(known.values()))
    table = rng.normal(0.0, sample.std(), (len(pieces), sample.shape[1])).astype(np.float32)
    for number, piece in enumerate(pieces):
        row = next((rows[piece] for rows in donors if piece in rows), None)
        if row is None:
            row = _similar(piece, vocabulary, known)
        if row is not None:
            table[number] = row
    return table


def _writer(donors: list[Donor], language: str) -> Donor:
    """The donor of the decoder: the first that writes the language, else the first of all."""
    return next((donor for donor in donors if donor.languages[1] == language), donors[0])


def fill(
    model: Transformer,
    languages: tuple[str, str],
    vocabularies: tuple[Vocabulary, Vocabulary],
    donors: list[Donor],
    parent: Vocabulary | None = None,
) -> None:
    """Fills a model: encoder from the first donor, decoder from the first that writes the target.

    Rows of pieces come from the first donor that has the piece on that side.

    Args:
        model: what is filled.
        languages: source and target of the model.
        vocabularies: of its source and target side.
        donors: the others only give rows.
        parent: cuts a new piece into pieces of the first donor, whose mean it starts from.

    Raises:
        TrainingError: a donor has another shape, or hardly a piece in common.
    """
    source, target = vocabularies
    writer = _writer(donors, languages[1])
    writers = [writer, *(donor for donor in donors if donor is not writer)]
    state = {name: value for name, value in donors[0].body.items() if name.startswith("encoder.")}
    state |= {name: value for name, value in writer.body.items() if name.startswith("decoder.")}
    sources = [donor.source_rows for donor in donors]
    targets = [donor.target_rows for donor in writers]
    if parent is None:
        for pieces, rows in ((source.pieces, sources), (target.pieces, targets)):
            common = sum(any(piece in table for table in rows) for piece in pieces)
            if common < _KNOWN * len(pieces):
                names = ", ".join(donor.name for donor in donors)
                reason = f"{names} and the run share {common} of {len(pieces)} pieces"
                raise TrainingError(f"{reason}: prepare the run with the vocabularies of what it starts from")
    # Words of the target language stand in annotations: their rows come from the target side.
    state["source_embeddings"] = torch.from_numpy(_rows(source.pieces, [*sources, *targets], parent))
    state["target_embeddings"] = torch.from_numpy(_rows(target.pieces, targets, parent))
    biases = [donor.target_bias for donor in writers]
    low = float(np.percentile(list(biases[0].values()), 5))
    bias = [
        next((item[key] for item in biases for key in (piece, ALIKE.get(piece, "")) if key in item), low)
        for piece in target.pieces
    ]
    state["output_bias"] = torch.tensor(bias, dtype=torch.float32)
    own = {name: tuple(value.shape) for name, value in model.state_dict().items()}
    other = {name: tuple(value.shape) for name, value in state.items()}
    for name in sorted(own.keys() | other.keys()):
        if own.get(name) != other.get(name):
            donor = writer if name.startswith("decoder.") else donors[0]
            raise TrainingError(f"{donor.name} is of another shape: {name} is {other.get(name)}, not {own.get(name)}")
    model.load_state_dict(state)


def _lineage(donors: list[Donor], language: str) -> list[str]:
    writer = _writer(donors, language)
    lines = list(donors[0].history)
    if writer is not donors[0]:
        lines = [f"Parent: the encoder of {donors[0].name} and the decoder of {writer.name}."]
    others = [donor.name for donor in donors[1:] if donor is not writer]
    return [*lines, f"Then: embeddings of {', '.join(others)} for pieces that were missing."] if others else lines


def first_checkpoint(run: Path, languages: tuple[str, str], starts: list[Path]) -> None:
    """Writes the first checkpoint of a run; the arguments are those of ``first_model``."""
    model, donors = first_model(run, languages, starts)
    state = {"model": model.state_dict(), "languages": languages, "history": _lineage(donors, languages[1])}
    write_atomically(state, run / LATEST)


def first_model(run: Path, languages: tuple[str, str], starts: list[Path]) -> tuple[Transformer, list[Donor]]:
    """Returns the network with which a run begins, and where its weights come from.

    Args:
        run: folder with the vocabularies.
        languages: source and target.
        starts: folders of runs or packages; the first gives everything, the others the decoder
            if the first writes another language, and the rows of pieces that are still missing.
            Empty: the parent.
    """
    from training.parent import parent_donor, parent_folder, parent_vocabulary

    vocabularies = Vocabulary(run / "source.spm"), Vocabulary(run / "target.spm")
    model = Transformer(len(vocabularies[0]), len(vocabularies[1]))
    donors = [run_donor(path) if (path / LATEST).exists() else package_donor(path) for path in starts]
    parent = None
    if not donors:
        folder = parent_folder(languages)
        donors, parent = [parent_donor(folder)], parent_vocabulary(folder)
    fill(model, languages, vocabularies, donors, parent)
    return model, donors
