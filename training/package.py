"""What an exported package tells of its training: languages, pieces, vocabularies, history."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import attrs

from training.errors import TrainingError
from training.vocabulary import END, UNKNOWN, Vocabulary, scored, write_whole

_TOLD = ("- Parent: ", "- Training: ", "- Then: ", "- Beside it, ")
# The target side of a package keeps its pieces in falling order of score, but no scores: -log(rank + 20) stands in
# (Zipf). On news 86 to 90% of the sentences are cut as by the lost model, 98.6 to 99.3% of all cuts are the same.
_RANK_OFFSET = 20.0


@attrs.frozen(kw_only=True)
class Package:
    """An Argos package directory made by the export step.

    Attributes:
        path: its folder.
        languages: source and target.
        pieces: of its source and target side, in the order of the embeddings' rows.
    """

    path: Path
    languages: tuple[str, str]
    pieces: tuple[list[str], list[str]]


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise TrainingError(f"{path} is missing: give a run, or the folder of an exported package") from error
    except (OSError, ValueError) as error:
        raise TrainingError(f"{path} is damaged: export the package again") from error


def read_package(path: Path) -> Package:
    """Languages and pieces of a package.

    Raises:
        TrainingError: the folder holds no package of this training, or a damaged one.
    """
    metadata = _json(path / "metadata.json")
    # CTranslate2 keeps equal vocabularies once.
    shared = path / "model" / "shared_vocabulary.json"
    files = [
        shared if shared.exists() else shared.with_name(f"{side}_vocabulary.json") for side in ("source", "target")
    ]
    sides = [_json(file) for file in files]
    if not isinstance(metadata, dict) or not {"from_code", "to_code"} <= metadata.keys():
        raise TrainingError(f"{path / 'metadata.json'} names no languages: export the package again")
    if not all(isinstance(side, list) and {END, UNKNOWN} <= set(side) for side in sides):
        raise TrainingError(f"{files[0]} is no list of pieces: export the package again")
    return Package(
        path=path,
        languages=(str(metadata["from_code"]), str(metadata["to_code"])),
        pieces=(sides[0], sides[1]),
    )


def _first(packages: list[Package], side: int, language: str) -> Package:
    for package in packages:
        if package.languages[side] == language:
            return package
    verb = ("reads", "writes")[side]
    names = ", ".join(package.path.name for package in packages)
    raise TrainingError(f"none of the packages to start from {verb} {language} ({names}): name one that does")


def write_vocabularies(run: Path, languages: tuple[str, str], packages: list[Package]) -> None:
    """Writes ``source.spm`` and ``target.spm`` with the pieces of packages.

    The source side is the SentencePiece model of the first package that reads the source language,
    the target side has the pieces of the first one that writes the target language.

    Raises:
        TrainingError: no package for a side, one whose SentencePiece model and embeddings differ, or
            a run that has other pieces.
    """
    reader, writer = _first(packages, 0, languages[0]), _first(packages, 1, languages[1])
    model = reader.path / "sentencepiece.model"
    if Vocabulary(model).pieces != reader.pieces[0]:
        raise TrainingError(f"{model} has other pieces than the network of its package: export the package again")
    for name, pieces in (("source.spm", reader.pieces[0]), ("target.spm", writer.pieces[1])):
        if (run / name).exists() and Vocabulary(run / name).pieces != pieces:
            raise TrainingError(f"{run / name} has other pieces than the packages: begin a new run")
    ranks = [-math.log(rank + _RANK_OFFSET) for rank in range(len(writer.pieces[1]))]
    write_whole(run / "source.spm", model.read_bytes())
    # A Chinese target is not folded: see the vocabularies of a first training.
    scored(
        writer.path / "sentencepiece.model",
        run / "target.spm",
        dict(zip(writer.pieces[1], ranks, strict=True)),
        folding=languages[1] != "zh",
    )


def history(path: Path) -> list[str]:
    """How a package came to be, as its card says: the lines on its parent and trainings."""
    card = path / "README.md"
    lines = card.read_text(encoding="utf-8").splitlines() if card.exists() else []
    found = [line[2:] for line in lines if line.startswith(_TOLD)]
    return found or [f"Parent: {path.name}, of which no card was kept."]
