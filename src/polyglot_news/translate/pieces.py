"""Text to model tokens and back, with the character offsets of every token."""

from __future__ import annotations

import functools
import html
import itertools
import json
import math
import re
from pathlib import Path
from typing import Any, Protocol

import attrs

from polyglot_news.errors import PackageError
from polyglot_news.text import Span
from polyglot_news.translate.packages import Package

SPACE = "▁"  # SentencePiece's mark of a word's start
# log(rank + this) stands in for the unigram costs that a vocabulary in order of frequency does not keep; with 20 nearly
# all cuts lie where SentencePiece puts them (news; training/package.py has the figures of our own packages).
_RANK_OFFSET = 20.0
_UNKNOWN_COST = 25.0
_BYTE = re.compile(r"<0x([0-9A-F]{2})>")


@attrs.frozen
class Tokens:
    """A tokenised text.

    Attributes:
        pieces: the tokens, as the model knows them.
        spans: where each stands in the text; empty spans for tokens without characters of their own.
    """

    pieces: tuple[str, ...]
    spans: tuple[Span, ...]


class SourceSide(Protocol):
    """Tokenises what goes into a model."""

    def encode(self, text: str) -> Tokens:
        """Tokenise a text."""
        ...


class TargetSide(Protocol):
    """Tokenises the language that comes out of a model, and puts its output together."""

    def encode(self, text: str, *, inside: bool = False) -> Tokens:
        """Tokenise a text of the target language as the model would have written it.

        ``inside`` tells that it goes on from what stands before it, without a space.
        """
        ...

    def decode(self, pieces: list[str]) -> str:
        """Put tokens together."""
        ...


def open_tokenizers(package: Package) -> tuple[SourceSide, TargetSide]:
    """Load the tokenizers of both sides of a package.

    Raises:
        PackageError: one cannot be loaded.
    """
    if package.tokenizer.name == "bpe.model":
        return _moses(package.tokenizer, package.source), _moses(package.tokenizer, package.target)
    import sentencepiece

    try:
        processor = sentencepiece.SentencePieceProcessor(model_file=str(package.tokenizer))
    except (OSError, RuntimeError) as error:
        msg = f"The translation package {package.path} is broken: its sentencepiece.model cannot be loaded."
        raise PackageError(msg) from error
    return _SentencePieceSource(processor), _RankedTarget(processor, _target_vocabulary(package))


def _target_vocabulary(package: Package) -> list[str]:
    for name in ("target_vocabulary", "shared_vocabulary"):
        for file in (package.path / "model" / f"{name}.json", package.path / "model" / f"{name}.txt"):
            if file.is_file() and (pieces := _pieces_in(file)) is not None:
                return pieces
    msg = f"The translation package {package.path} is broken: its model has no vocabulary of the target language."
    raise PackageError(msg)


def _pieces_in(file: Path) -> list[str] | None:
    """Return the pieces that a vocabulary holds; None if it cannot be read: a stranger wrote it."""
    try:
        text = file.read_text(encoding="utf-8")
        pieces = json.loads(text) if file.suffix == ".json" else text.split("\n")
    except (OSError, ValueError, RecursionError):
        return None
    return pieces if isinstance(pieces, list) and all(isinstance(piece, str) for piece in pieces) else None


class _SentencePieceSource:
    def __init__(self, processor: Any) -> None:
        self._processor = processor

    def encode(self, text: str) -> Tokens:
        pieces: list[str] = self._processor.encode(text, out_type=str)
        normal, offsets = self._processor.normalize(text, with_offsets=True)
        spans, position = [], 0
        for piece in pieces:
            byte = _BYTE.fullmatch(piece)
            if byte and not normal.startswith(piece, position):  # the first byte of a character stands for all of it
                length = 0 if 0x80 <= int(byte.group(1), 16) < 0xC0 else 1
            else:
                length = len(piece)
            end = min(position + length, len(normal))
            spans.append(_trimmed(text, offsets[position], offsets[end]))
            position = end
        return Tokens(tuple(pieces), tuple(spans))


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


class _RankedTarget:
    """The target side, segmented by the vocabulary of the model.

    A package brings the tokenizer of its source side only. The vocabulary of the target side is in order of
    frequency, so its ranks give the unigram costs (Zipf) under which the cheapest segmentation is found (Viterbi).
    """

    def __init__(self, processor: Any, vocabulary: list[str]) -> None:
        self._processor = processor  # for its normalisation
        self._costs = {
            piece: math.log(rank + _RANK_OFFSET)
            for rank, piece in enumerate(vocabulary)
            if piece and not (piece.startswith("<") and piece.endswith(">") and len(piece) > 1)
        }
        self._longest = max(map(len, self._costs), default=1)

    def encode(self, text: str, *, inside: bool = False) -> Tokens:
        normal, offsets = self._processor.normalize(text, with_offsets=True)
        if inside and normal.startswith(SPACE):
            normal, offsets = normal[1:], offsets[1:]
        cuts = self._cuts(normal)
        pieces = tuple(normal[start:end] for start, end in itertools.pairwise(cuts))
        spans = tuple(_trimmed(text, offsets[start], offsets[end]) for start, end in itertools.pairwise(cuts))
        return Tokens(pieces, spans)

    def _cuts(self, text: str) -> list[int]:
        costs, longest, length = self._costs, self._longest, len(text)
        best = [0.0] + [math.inf] * length
        back = [0] * (length + 1)
        for start in range(length):
            so_far = best[start]
            for end in range(start + 1, min(length, start + longest) + 1):
                cost = costs.get(text[start:end])
                if cost is None:
                    if end > start + 1:
                        continue
                    cost = _UNKNOWN_COST
                if so_far + cost < best[end]:
                    best[end] = so_far + cost
                    back[end] = start
        cuts = [length]
        while cuts[-1]:
            cuts.append(back[cuts[-1]])
        return cuts[::-1]

    def decode(self, pieces: list[str]) -> str:
        text = "".join(pieces)
        if "<0x" in text:
            text = _with_bytes(pieces)
        return text.replace(SPACE, " ").strip()


def _with_bytes(pieces: list[str]) -> str:
    """Join pieces of which some stand for single bytes of UTF-8 (SentencePiece's byte fallback)."""
    out = bytearray()
    for piece in pieces:
        byte = _BYTE.fullmatch(piece)
        out += bytes([int(byte.group(1), 16)]) if byte else piece.encode()
    return out.decode(errors="replace")


@functools.lru_cache(maxsize=8)
def _moses(file: Path, language: str) -> _MosesBpe:
    return _MosesBpe(file, language)


class _MosesBpe:
    """Moses tokens, split by byte pair encoding (subword-nmt): the tokenizer of older Argos packages."""

    def __init__(self, file: Path, language: str) -> None:
        from argostranslate.apply_bpe import BPE  # a module of its own: imports nothing else of Argos Translate
        from sacremoses import MosesDetokenizer, MosesPunctNormalizer, MosesTokenizer

        try:
            with file.open(encoding="utf-8") as codes:
                self._bpe = BPE(codes)
        except (OSError, ValueError, SystemExit) as error:
            msg = f"The translation package {file.parent} is broken: its bpe.model cannot be loaded."
            raise PackageError(msg) from error
        self._normalizer = MosesPunctNormalizer(language)
        self._tokenizer = MosesTokenizer(language)
        self._detokenizer = MosesDetokenizer(language)

    def encode(self, text: str, *, inside: bool = False) -> Tokens:  # noqa: ARG002  (every token is a word's start)
        words = self._tokenizer.tokenize(self._normalizer.normalize(text)) or []
        pieces: tuple[str, ...] = tuple(self._bpe.segment_tokens(words))
        spans, position = [], 0
        for piece in pieces:
            plain = html.unescape(piece.removesuffix("@@"))
            found = text.find(plain, position)
            start = position if found < 0 else found
            position = start if found < 0 else start + len(plain)
            spans.append(Span(start, position))
        return Tokens(pieces, tuple(spans))

    def decode(self, pieces: list[str]) -> str:
        text: str = self._detokenizer.detokenize(" ".join(pieces).replace("@@ ", "").split(" "))
        return text
