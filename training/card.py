"""The model card of a package."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from training.checkpoints import check_direction, load_checkpoint
from training.errors import TrainingError
from training.licences import licence

_NAMES = {"en": "English", "fr": "French", "zh": "Chinese"}


def training_lines(state: dict[str, Any]) -> list[str]:
    """How the weights of a checkpoint came to be: where they started, and their own training if any."""
    before: list[str] = state["history"]
    if not state.get("steps"):
        return before
    first = not any(line.startswith(("Training: ", "Then: ")) for line in before)
    return [*before, f"{'Training' if first else 'Then'}: {_own(state)}"]


def _own(state: dict[str, Any]) -> str:
    hours = ", ".join(f"{minutes / 60:.1f} hours on {device}" for device, minutes in state["minutes"].items())
    batch = state["pieces"] / state["steps"]
    seed = json.loads(state["plan"])["seed"]
    return f"{hours}, {state['steps']:,} steps of {batch:,.0f} target pieces on average, seed {seed}."


def model_card(
    run: Path,
    languages: tuple[str, str],
    version: str,
    figures: str,
    checkpoints: Sequence[Path],
    mixed: tuple[Path, float] | None = None,
) -> str:
    """Markdown: what the package is, from which parent and data, how long, how good.

    Args:
        run: folder of the run.
        languages: source and target.
        version: of the package.
        figures: the sentence with the scores, as measured.
        checkpoints: the last one that goes into the package, of each run of which the mean is taken.
        mixed: the package of which some weights are mixed in, and their share.

    Raises:
        TrainingError: the checkpoint is of another direction, or the list of data is lost.
    """
    source, target = languages
    states = [load_checkpoint(checkpoint) for checkpoint in checkpoints]
    for state, checkpoint in zip(states, checkpoints, strict=True):
        check_direction(state, languages, checkpoint)
    path = run / "data" / "index.json"
    try:
        index = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise TrainingError(f"{path} is missing or damaged: run the prepare step again") from error
    lines = [
        f"# {_NAMES[source]} → {_NAMES[target]}, version {version}",
        "",
        "Transformer, 6 encoder and 2 decoder layers, width 256, int8, CTranslate2 format; an Argos package.",
        "",
        *(f"- {line}" for line in training_lines(states[0])),
        *(f"- Beside it, of which the mean is taken: {_own(state)}" for state in states[1:]),
        *([f"- Then: {mixed[1]:.0%} of the weights are again those of {mixed[0].name}."] if mixed else []),
        f"- Scores: {figures or 'not measured'}",
        "- Limits: a small model; it garbles rare names and loses the thread of long sentences.",
        "",
        "Weights are those of the last phase: how often a pair is seen, on average, per pass over the mixture.",
        "`fwd-A-B` is used both ways: outputs of an engine as the target, and as the source of authentic lines.",
        "`drawn_X` is X with its source cut into other pieces.",
        "",
        "| data | pairs | weight | licence |",
        "|---|---:|---:|---|",
    ]
    for name, entry in index.items():
        if entry["weight"] > 0:
            terms = licence(name, languages)
            lines.append(f"| {name} | {entry['pairs']:,} | {entry['weight']:g} | {terms} |")
    return "\n".join(lines) + "\n"
