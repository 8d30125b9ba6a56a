"""Scores of a package on a test set."""

from __future__ import annotations

from pathlib import Path

from training.errors import TrainingError


def read_columns(path: Path, source: str, target: str) -> tuple[list[str], list[str]]:
    """Two columns of a ``.tsv`` file with a header line.

    Raises:
        TrainingError: the file or a column is missing.
    """
    try:
        header, *lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    except OSError as error:
        raise TrainingError(f"{path} is missing: check its name") from error
    names = header.split("\t")
    if source not in names or target not in names:
        raise TrainingError(f"{path} has no columns {source} and {target}")
    cells = [line.split("\t") for line in lines]
    first, second = names.index(source), names.index(target)
    for number, row in enumerate(cells, 2):
        if len(row) != len(names):
            raise TrainingError(f"{path}, line {number}: expected {len(names)} columns separated by tabs")
    return [row[first] for row in cells], [row[second] for row in cells]


def translate(package: Path, lines: list[str], beam: int = 2) -> list[str]:
    """Translates lines with a package directory, on one thread.

    Raises:
        TrainingError: the folder holds no package that can be loaded.
    """
    import ctranslate2
    import sentencepiece

    try:
        processor = sentencepiece.SentencePieceProcessor(str(package / "sentencepiece.model"))
        translator = ctranslate2.Translator(str(package / "model"), compute_type="int8", intra_threads=1)
    except (OSError, RuntimeError, ValueError) as error:
        raise TrainingError(f"{package} is no package that can be loaded: run the export step first") from error
    results = translator.translate_batch(
        processor.encode(lines, out_type=str),
        beam_size=beam,
        max_batch_size=2048,
        batch_type="tokens",
        max_decoding_length=300,
    )
    return ["".join(result.hypotheses[0]).replace("▁", " ").strip() for result in results]


def scores(hypotheses: list[str], references: list[str], target: str) -> tuple[float, float]:
    """BLEU (``zh`` tokenizer into Chinese, ``13a`` otherwise) and chrF by sacrebleu."""
    import sacrebleu

    tokenizer = "zh" if target == "zh" else "13a"
    bleu = sacrebleu.corpus_bleu(hypotheses, [references], tokenize=tokenizer)
    return bleu.score, sacrebleu.corpus_chrf(hypotheses, [references]).score
