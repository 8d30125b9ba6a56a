"""The first weights of a run: the parent's, another run's or another package's rows of the same pieces."""

from __future__ import annotations

import json
import re
from pathlib import Path

import attrs
import numpy as np
import torch
from numpy.typing import NDArray

from training.checkpoints import LATEST, load_checkpoint, write_atomically
from training.ct2 import read_model
from training.errors import TrainingError
from training.model import Transformer
from training.vocabulary import Vocabulary

Array = NDArray[np.float32]
# A new piece starts as a copy of the row of the piece that it resembles most.
ALIKE = {
    "’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-",
    "，": ",", "；": ";", "：": ":", "？": "?", "！": "!", "（": "(", "）": ")", "％": "%",
}  # fmt: skip


@attrs.frozen(kw_only=True)
class Donor:
    """Weights that a run starts from.

    Attributes:
        body: encoder and decoder, by the names of the model's state.
        source_rows, target_rows: embeddings by piece.
        target_bias: output bias by piece.
    """

    body: dict[str, torch.Tensor]
    source_rows: dict[str, Array]
    target_rows: dict[str, Array]
    target_bias: dict[str, float]


def run_donor(run: Path) -> Donor:
    """The last checkpoint of a run."""
    state = load_checkpoint(run / LATEST)["model"]
    source, target = Vocabulary(run / "source.spm"), Vocabulary(run / "target.spm")
    return Donor(
        body={name: value for name, value in state.items() if name.startswith(("encoder.", "decoder."))},
        source_rows=dict(zip(source.pieces, state["source_embeddings"].numpy(), strict=True)),
        target_rows=dict(zip(target.pieces, state["target_embeddings"].numpy(), strict=True)),
        target_bias=dict(zip(target.pieces, state["output_bias"].tolist(), strict=True)),
    )


def package_donor(package: Path) -> Donor:
    """The weights of an exported package; int8 rounding is lost in the noise of training."""
    weights = read_model(package / "model" / "model.bin")
    pieces = [
        json.loads((package / "model" / f"{side}_vocabulary.json").read_text(encoding="utf-8"))
        for side in ("source", "target")
    ]
    body = {}
    for name, value in weights.items():
        if match := re.fullmatch(r"(encoder|decoder)/layer_(\d+)/(.+)", name):
            key = f"{match[1]}.{match[2]}.{match[3].replace('/', '.')}"
            if value.ndim:
                body[key] = torch.from_numpy(value)
    return Donor(
        body=body,
        source_rows=dict(zip(pieces[0], weights["encoder/embeddings_0/weight"], strict=True)),
        target_rows=dict(zip(pieces[1], weights["decoder/embeddings/weight"], strict=True)),
        target_bias=dict(zip(pieces[1], weights["decoder/projection/bias"].tolist(), strict=True)),
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


def fill(
    model: Transformer,
    vocabularies: tuple[Vocabulary, Vocabulary],
    donors: list[Donor],
    parent: Vocabulary | None = None,
) -> None:
    """Fills a model: body from the first donor, rows from the first one that has the piece.

    Args:
        model: what is filled.
        vocabularies: of its source and target side.
        donors: the later ones only give rows.
        parent: cuts a new piece into pieces of the first donor, whose mean it starts from.

    Raises:
        TrainingError: the donor has another shape.
    """
    source, target = vocabularies
    state = dict(donors[0].body)
    sources = [donor.source_rows for donor in donors]
    targets = [donor.target_rows for donor in donors]
    # Words of the target language stand in annotations: their rows come from the target side.
    state["source_embeddings"] = torch.from_numpy(_rows(source.pieces, [*sources, *targets], parent))
    state["target_embeddings"] = torch.from_numpy(_rows(target.pieces, targets, parent))
    biases = [donor.target_bias for donor in donors]
    low = float(np.percentile(list(biases[0].values()), 5))
    bias = [
        next((item[key] for item in biases for key in (piece, ALIKE.get(piece, "")) if key in item), low)
        for piece in target.pieces
    ]
    state["output_bias"] = torch.tensor(bias, dtype=torch.float32)
    try:
        model.load_state_dict(state)
    except RuntimeError as error:
        raise TrainingError(f"the weights to start from have another shape: {error}") from error


def first_checkpoint(run: Path, languages: tuple[str, str], starts: list[Path]) -> None:
    """Writes the first checkpoint of a run.

    Args:
        run: folder with the vocabularies.
        languages: source and target.
        starts: folders of runs or packages; the first gives everything, the others the rows of
            pieces that it lacks. Empty: the parent.
    """
    from training.parent import parent_donor, parent_folder, parent_vocabulary

    vocabularies = Vocabulary(run / "source.spm"), Vocabulary(run / "target.spm")
    model = Transformer(len(vocabularies[0]), len(vocabularies[1]))
    donors = [run_donor(path) if (path / LATEST).exists() else package_donor(path) for path in starts]
    parent = None
    if not donors:
        folder = parent_folder(languages[0])
        donors, parent = [parent_donor(folder)], parent_vocabulary(folder)
    fill(model, vocabularies, donors, parent)
    write_atomically({"model": model.state_dict()}, run / LATEST)
