"""Piece inventories: SentencePiece models that are extended or restricted without a retraining."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import sentencepiece
from sentencepiece import sentencepiece_model_pb2 as _pb2

from training.errors import TrainingError

UNKNOWN = "<unk>"
END = "</s>"

# An annotated phrase reads ⟦source phrase⟾target form⟧ inside the source sentence.
ANNOTATION = ("⟦", "⟾", "⟧")

# Signs and letters of names that a model trained on one language lacks: they must pass through.
SIGNS = "@£€$%&#*+=~§°©®™–—…‘’“”«»¿¡½¼¾×÷′″<>[]{}|_\\^•·"
LETTERS = "".join(chr(code) for code in (*range(0xC0, 0x180), 0x218, 0x219, 0x21A, 0x21B) if chr(code).isalpha())
WIDE = "，；：？！（）％"


class Vocabulary:
    """A SentencePiece model whose ids are the rows of the embeddings."""

    def __init__(self, model: Path) -> None:
        if not model.is_file():
            raise TrainingError(f"{model} is missing: run the prepare step first")
        self.model = model
        try:
            self.processor = sentencepiece.SentencePieceProcessor(str(model))
        except (OSError, RuntimeError) as error:
            raise TrainingError(f"{model} is no SentencePiece model: remove it and prepare again") from error
        size = self.processor.get_piece_size()
        self.pieces: list[str] = [self.processor.id_to_piece(number) for number in range(size)]
        self.end = self.pieces.index(END)

    def __len__(self) -> int:
        return len(self.pieces)

    def encode(self, lines: Sequence[str], *, seed: int | None = None) -> list[list[int]]:
        """Ids of each line, without the end mark.

        Args:
            lines: what is encoded.
            seed: if given, another likely segmentation than the best is drawn for every line
                (subword regularisation, Kudo 2018): so a network learns how pieces are spelt. SentencePiece 0.2.3
                draws otherwise in every process for the same seed: what is drawn is not the same in two runs.
        """
        if seed is None:
            ids: list[list[int]] = self.processor.encode(list(lines))
            return ids
        sentencepiece.set_random_generator_seed(seed)
        drawn: list[list[int]] = self.processor.encode(list(lines), enable_sampling=True, alpha=0.2, nbest_size=-1)
        return drawn

    def encode_pieces(self, line: str) -> list[str]:
        """The pieces of one line."""
        pieces: list[str] = self.processor.encode(line, out_type=str)
        return pieces

    def decode(self, ids: Sequence[int]) -> str:
        """The text of some ids."""
        text: str = self.processor.decode(list(ids))
        return text


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file that is there whole or not at all.

    Raises:
        TrainingError: it cannot be written.
    """
    partial = path.with_name(path.name + ".partial")
    try:
        partial.write_bytes(content)
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise TrainingError(f"cannot write {path}: {error.strerror}; free some space") from error


def _load(path: Path) -> Any:
    proto = _pb2.ModelProto()  # type: ignore[attr-defined]  # made at run time by protobuf
    try:
        proto.ParseFromString(path.read_bytes())
    except OSError as error:
        raise TrainingError(f"{path} is missing: the parent's SentencePiece model is needed") from error
    return proto


def _identity(proto: Any) -> None:
    proto.normalizer_spec.name = "identity"
    proto.normalizer_spec.precompiled_charsmap = b""


def restrict(model: Path, keep: Collection[str], output: Path) -> None:
    """Writes a model with only the pieces in ``keep`` (and its special ones), in the old order."""
    proto = _load(model)
    special = type(proto).SentencePiece
    kept = [
        piece for piece in proto.pieces if piece.piece in keep or piece.type not in (special.NORMAL, special.UNUSED)
    ]
    del proto.pieces[:]
    proto.pieces.extend(kept)
    write_whole(output, proto.SerializeToString())


def extend(
    model: Path,
    output: Path,
    *,
    symbols: Sequence[str] = (),
    letters: str = LETTERS + SIGNS,
    pieces: Sequence[str] = (),
    folding: bool = True,
) -> None:
    """Writes a model with more pieces at its end; text that needs none of them is cut as before.

    Args:
        model: the model to start from.
        output: the file to write.
        symbols: always one piece, whatever stands around them.
        letters: added with a score below all others.
        pieces: added in falling order of score, between the others and the letters.
        folding: whether the model folds compatibility characters (full-width to ASCII) as before.
    """
    proto = _load(model)
    special = type(proto).SentencePiece
    known = {piece.piece for piece in proto.pieces}
    lowest = min(piece.score for piece in proto.pieces)
    new = [piece for piece in pieces if piece not in known]
    for rank, piece in enumerate(new):
        score = lowest - 1.0 - rank / max(1, len(new))
        proto.pieces.add(piece=piece, score=score, type=special.NORMAL)
    known.update(new)
    for letter in letters:
        if letter not in known:
            proto.pieces.add(piece=letter, score=lowest - 3.0, type=special.NORMAL)
    for symbol in symbols:
        if symbol in known:
            continue
        proto.pieces.add(piece=symbol, score=0.0, type=special.USER_DEFINED)
    if not folding:
        _identity(proto)
    write_whole(output, proto.SerializeToString())


def scored(model: Path, output: Path, scores: Mapping[str, float], *, folding: bool = True) -> None:
    """Writes a model of the pieces in ``scores`` that normalises as ``model`` does.

    Args:
        model: what the normalisation is taken from.
        output: the file to write.
        scores: log-probabilities by piece, in the order of the ids.
        folding: whether compatibility characters are folded (full-width to ASCII) as by ``model``.
    """
    proto = _load(model)
    special = type(proto).SentencePiece
    kinds = {END: special.CONTROL, UNKNOWN: special.UNKNOWN}
    del proto.pieces[:]
    for piece, score in scores.items():
        kind = kinds.get(piece, special.NORMAL)
        proto.pieces.add(piece=piece, score=0.0 if piece in kinds else score, type=kind)
    if not folding:
        _identity(proto)
    write_whole(output, proto.SerializeToString())


def train_pieces(lines: Sequence[str], output: Path, size: int = 12_000) -> None:
    """A new unigram model with the normalisation and the special pieces of the parents.

    Raises:
        TrainingError: the lines hold too few different strings for so many pieces.
    """
    try:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(lines),
            model_prefix=str(output.with_suffix("")),
            vocab_size=size,
            character_coverage=0.9998,
            normalization_rule_name="nmt_nfkc",
            bos_id=-1,
            eos_id=0,
            unk_id=1,
            input_sentence_size=500_000,
            minloglevel=1,
        )
    except RuntimeError as error:
        raise TrainingError(f"too little text for {size} pieces: more corpora, or --pieces") from error
    output.with_suffix(".model").replace(output)
    output.with_suffix(".vocab").unlink()


def foreign_pieces(target: Vocabulary, language: str) -> list[str]:
    """Target pieces that the source model needs for annotations, where the scripts differ.

    For Chinese all single characters and the 3,000 most frequent longer pieces; else the 4,000
    most frequent pieces.
    """
    if language != "zh":
        return target.pieces[2:4002]
    han = [piece for piece in target.pieces if any("\u3400" <= letter <= "\u9fff" for letter in piece)]
    longer = set([piece for piece in han if len(piece) > 1][:3000])
    return [piece for piece in han if len(piece) == 1 or piece in longer]
