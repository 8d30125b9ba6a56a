"""From a checkpoint to an Argos package directory in CTranslate2's format."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.checkpoints import average, load_weights, mixed
from training.errors import TrainingError
from training.model import MAX_POSITIONS, Transformer, position_encodings
from training.start import first_model
from training.vocabulary import ANNOTATION, Vocabulary, restrict

NAMES = {"en": "English", "fr": "French", "zh": "Chinese"}
# Rows of source pieces that were seen fewer times than this in the training data are left out.
RARE = 10
# Share of the package that a run went on from, if no other is asked for: what it still knew better (Wortsman et al.,
# "Robust fine-tuning of zero-shot models", 2022).
KEPT = 0.3


def used_pieces(data: Path, size: int) -> NDArray[np.int64]:
    """How often each source piece occurs in the prepared data."""
    counts = np.zeros(size, np.int64)
    for path in sorted(data.glob("*.npz")):
        with np.load(path) as arrays:
            counts += np.bincount(arrays["source"], minlength=size)
    return counts


def to_specification(model: Transformer, source_rows: list[int], source: list[str], target: list[str]) -> Any:
    """Fills a ``ctranslate2`` specification (not yet quantised)."""
    from ctranslate2.specs import TransformerSpec, common_spec

    spec = TransformerSpec.from_config(
        model.layers, model.heads, pre_norm=False, activation=common_spec.Activation.RELU
    )
    # Copies: CTranslate2 quantises the arrays it is given in place, and these are the weights being trained.
    weights = {name: value.detach().float().cpu().numpy().copy() for name, value in model.state_dict().items()}
    positions = position_encodings(MAX_POSITIONS, model.width).numpy()

    def fill(scope: Any, prefix: str) -> None:
        for key in ("weight", "bias", "gamma", "beta"):
            if f"{prefix}.{key}" in weights:
                setattr(scope, key, weights[f"{prefix}.{key}"])

    for side, layers in (("encoder", spec.encoder.layer), ("decoder", spec.decoder.layer)):
        for number, layer in enumerate(layers):
            blocks = ("self_attention", "ffn") if side == "encoder" else ("self_attention", "attention", "ffn")
            for block in blocks:
                scope, prefix = getattr(layer, block), f"{side}.{number}.{block}"
                fill(scope.layer_norm, f"{prefix}.layer_norm")
                if block == "ffn":
                    fill(scope.linear_0, f"{prefix}.linear_0")
                    fill(scope.linear_1, f"{prefix}.linear_1")
                else:
                    for index, linear in enumerate(scope.linear):
                        fill(linear, f"{prefix}.linear_{index}")
    spec.encoder.embeddings[0].weight = weights["source_embeddings"][source_rows]
    spec.decoder.embeddings.weight = weights["target_embeddings"]
    spec.decoder.projection.weight = weights["target_embeddings"]
    spec.decoder.projection.bias = weights["output_bias"]
    for stack in (spec.encoder, spec.decoder):
        stack.position_encodings.encodings = positions
        stack.scale_embeddings = True
    spec.decoder.start_from_zero_embedding = True
    spec.config.add_source_eos = True
    spec.config.layer_norm_epsilon = 1e-6
    spec.register_source_vocabulary(source)
    spec.register_target_vocabulary(target)
    spec.validate()
    return spec


def export(
    run: Path,
    languages: tuple[str, str],
    output: Path,
    *,
    card: str,
    version: str,
    checkpoints: list[Path],
    start: Path | None = None,
    share: float = KEPT,
    annotations: bool = False,
    beam: int | None = None,
    quantization: str = "int8",
) -> None:
    """Writes an Argos package; a package of the same name is replaced at the very end.

    Args:
        run: folder of the run.
        languages: source and target.
        version: of the package.
        quantization: of the weights, as CTranslate2 names it.
        output: the package directory.
        card: text of the model card (README.md).
        checkpoints: their weights are averaged.
        start: the package that the run went on from, if some of its weights are mixed in.
        share: of these weights.
        annotations: whether ``metadata.json`` names the marks of annotated terms, so that translators
            write them: only for a network that was measured to obey them.
        beam: the beam size that ``metadata.json`` asks for: only where it was measured to pay.

    Raises:
        TrainingError: no checkpoint, another configuration, or no space.
    """
    source, target = Vocabulary(run / "source.spm"), Vocabulary(run / "target.spm")
    model = Transformer(len(source), len(target))
    weights = average(checkpoints)
    if start is not None:
        weights = mixed(weights, first_model(run, languages, [start])[0].state_dict(), share)
    load_weights(model, {"model": weights}, checkpoints[0])
    counts = used_pieces(run / "data", len(source))
    rows = [
        number
        for number, piece in enumerate(source.pieces)
        if counts[number] >= RARE or len(piece.lstrip("▁")) <= 1 or piece in (*ANNOTATION, "<unk>", "</s>")
    ]
    kept = [source.pieces[number] for number in rows]
    spec = to_specification(model, rows, kept, target.pieces)
    partial = output.with_name(output.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        (partial / "model").mkdir(parents=True)
        spec.optimize(quantization=quantization)
        spec.save(str(partial / "model"))
        restrict(run / "source.spm", set(kept), partial / "sentencepiece.model")
        metadata: dict[str, Any] = {
            "package_version": version,
            "argos_version": "1.11",
            "from_code": languages[0],
            "from_name": NAMES[languages[0]],
            "to_code": languages[1],
            "to_name": NAMES[languages[1]],
            "type": "translate",
        }
        if annotations:
            opening, middle, closing = ANNOTATION
            metadata["annotations"] = {"start": opening, "middle": middle, "end": closing}
        if beam:
            metadata["beam"] = beam
        (partial / "metadata.json").write_text(json.dumps(metadata, indent=1) + "\n", encoding="utf-8")
        (partial / "README.md").write_text(card, encoding="utf-8")
        old = output.with_name(output.name + ".old")
        shutil.rmtree(old, ignore_errors=True)
        if output.exists():
            output.replace(old)
        partial.replace(output)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        shutil.rmtree(partial, ignore_errors=True)
        raise TrainingError(f"cannot write {output}: {error}") from error
