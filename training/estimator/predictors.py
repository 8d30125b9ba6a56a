"""What the embedded packages make of the pairs of a batch: ``polyglot_news.compare.words.foreseen`` in PyTorch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from polyglot_news.compare.words.foreseen import asked, laid_read, laid_written, slots
from polyglot_news.text import Span
from polyglot_news.translate.embedded import BRIDGE, embedded_engine, read_in_english
from polyglot_news.translate.engine import Engine
from polyglot_news.translate.states import LONGEST, States, evened, token_rows
from training.errors import TrainingError
from training.mixture import ASKED
from training.model import Transformer
from training.precision import activation_type
from training.start import package_donor

_TOKENS = 2_000  # of a batch, padding included
_AT_ONCE = 64  # tokens whose probabilities are computed together
_KEPT = 30_000  # texts with another one of which the states are kept, some 120 KB each

Halves = NDArray[np.float16]
Direction = tuple[str, str]
Texts = tuple[str, str]


@attrs.frozen(kw_only=True)
class Laid:
    """What one network makes of texts of a batch that it reads, or of those that it writes.

    Attributes:
        name: see ``polyglot_news.compare.words.foreseen.slots``.
        sides: which text of its pair each is.
        pairs: which pair of the batch.
        rows: shape ``(texts, places, READ or WRITTEN)``.
    """

    name: str
    sides: Tensor
    pairs: Tensor
    rows: Tensor


def package_of(direction: Direction) -> str:
    """Return the name of the embedded package, with its version.

    Raises:
        TrainingError: there is none.
    """
    return _engine(direction).package.path.name


def _engine(direction: Direction) -> Engine:
    engine = embedded_engine(*direction)
    if engine is None:
        raise TrainingError(f"there is no package {'-'.join(direction)} under data/packages")
    return engine


class Predictors:
    """The networks of the embedded packages; what they made of texts, and the English in between, is kept in memory."""

    def __init__(self, device: str) -> None:
        self.device = device
        self.networks = {direction: _Predictor(direction, device) for direction in ASKED}
        self.kept: dict[tuple[Direction, Texts], tuple[Halves, Halves]] = {}
        self.english: dict[tuple[str, str], str] = {}

    def __call__(
        self, pairs: Mapping[int, tuple[Texts, Texts]], spans: Callable[[str], list[Span]], width: int
    ) -> list[Laid]:
        """Return the states for pairs of a batch, given by their places in it, as their languages and texts.

        ``spans`` tells where the word pieces of a text stand, ``width`` is to how many places their rows are padded.
        """
        if len(self.kept) > _KEPT:
            self.kept = {}  # batches that are made ready beside this one go on with those that they have
        kept = self.kept
        laid = []
        for direction, predictor in self.networks.items():
            chosen = [
                (k, one)
                for k, (languages, _) in pairs.items()
                for one in asked(languages)
                if one.direction == direction
            ]
            if not chosen:
                continue
            texts = self._read_and_written(direction, [(*pairs[k], one.writes) for k, one in chosen])
            for both, states, tokens in predictor(sorted({one for one in texts if (direction, one) not in kept})):
                read = laid_read(states, tokens[0], spans(both[0]))
                written = laid_written(states, tokens[1], spans(both[1]))
                kept[direction, both] = read.astype(np.float16), written.astype(np.float16)
            found = [(k, one, kept[direction, both]) for (k, one), both in zip(chosen, texts, strict=True)]
            read_name, written_name = slots("-".join(direction))
            reads = [(k, 1 - one.writes, states[0]) for k, one, states in found if one.reads]
            if reads:
                laid.append(self._laid(read_name, reads, width))
            laid.append(self._laid(written_name, [(k, one.writes, states[1]) for k, one, states in found], width))
        return laid

    def _read_and_written(self, direction: Direction, pairs: Iterable[tuple[Texts, Texts, int]]) -> list[Texts]:
        """Return what a network reads and writes of pairs: their languages, their texts, which text it writes."""
        sides = [((languages[1 - side], texts[1 - side]), texts[side]) for languages, texts, side in pairs]
        self._translate({other for other, _ in sides if other[0] != direction[0]})
        return [
            (text if language == direction[0] else self.english[language, text], written)
            for (language, text), written in sides
        ]

    def _laid(self, name: str, found: Sequence[tuple[int, int, Halves]], width: int) -> Laid:
        """Put rows of texts, each with the place of its pair and its side of it, into one table."""
        rows = np.zeros((len(found), width, found[0][2].shape[1]), dtype=np.float32)
        for row, (_, _, one) in zip(rows, found, strict=True):
            row[: len(one)] = one
        pairs, sides = (torch.tensor([one[k] for one in found], device=self.device) for k in (0, 1))
        return Laid(name=name, sides=sides, pairs=pairs, rows=torch.from_numpy(rows).to(self.device))

    def _translate(self, texts: Iterable[tuple[str, str]]) -> None:
        """Put the English of texts, each with its language before it, into ``english``."""
        new = sorted(one for one in texts if one not in self.english)
        for language in sorted({language for language, _ in new}):
            asked = [one for one in new if one[0] == language]
            english = read_in_english([text for _, text in asked], _engine((language, BRIDGE)))
            self.english.update(zip(asked, english, strict=True))


class _Predictor:
    def __init__(self, direction: Direction, device: str) -> None:
        self.engine = _engine(direction)
        donor = package_donor(self.engine.package.path)
        self.network = Transformer(len(donor.source_rows), len(donor.target_rows)).to(device)
        tables = {
            "source_embeddings": np.stack(list(donor.source_rows.values())),
            "target_embeddings": np.stack(list(donor.target_rows.values())),
            "output_bias": np.array(list(donor.target_bias.values()), dtype=np.float32),
        }
        self.network.load_state_dict(donor.body | {name: torch.from_numpy(table) for name, table in tables.items()})
        self.network.requires_grad_(requires_grad=False)
        self.rows = [{piece: row for row, piece in enumerate(side)} for side in (donor.source_rows, donor.target_rows)]

    def __call__(self, pairs: Sequence[Texts]) -> Iterator[tuple[Texts, States, tuple[Sequence[Span], Sequence[Span]]]]:
        """Yield texts with their states, and where the tokens of both stand."""
        tokens = {pair: (self.engine.source.encode(pair[0]), self.engine.target.encode(pair[1])) for pair in pairs}
        order = sorted(pairs, key=lambda pair: max(len(side.pieces) for side in tokens[pair]))
        start = 0
        while start < len(order):
            size = 1
            while start + size < len(order):
                longest = max(len(side.pieces) for side in tokens[order[start + size]]) + 1
                if (size + 1) * min(longest, LONGEST) > _TOKENS:
                    break
                size += 1
            chosen = order[start : start + size]
            states = self._states([(tokens[pair][0].pieces, tokens[pair][1].pieces) for pair in chosen])
            for pair, one in zip(chosen, states, strict=True):
                yield pair, one, (tokens[pair][0].spans, tokens[pair][1].spans)
            start += size

    @torch.no_grad()
    def _states(self, pairs: Sequence[tuple[Sequence[str], Sequence[str]]]) -> Iterator[States]:
        device = self.network.output_bias.device
        sources, targets = ([token_rows(pair[side], self.rows[side]) for pair in pairs] for side in (0, 1))
        source, padding = _padded(sources, device)
        target, _ = _padded(targets, device)
        dtype = activation_type(device)
        mask = (padding[:, None, None, :] * -1e4).to(dtype)
        memory = self.network.encode(source, mask, dtype)
        state = self.network.decode(torch.roll(target, 1, 1), memory, mask)
        there = torch.zeros_like(target, dtype=torch.bool)
        for k, row in enumerate(targets):
            there[k, : len(row)] = True
        written = torch.split(self._written(state[there], target[there]), [len(row) for row in targets])
        read = memory.float().cpu().numpy()
        for k, one in enumerate(sources):
            yield States(read=read[k, : len(one)], written=written[k].cpu().numpy())

    def _written(self, states: Tensor, chosen: Tensor) -> Tensor:
        """Return ``States.written`` of tokens, given the states of the decoder before each, shape ``(tokens, width)``.

        A processor's caches hold the probabilities of some tokens, not those of thousands.
        """
        table, rows = self.network.target_embeddings, []
        low = table.to(states.dtype)
        for state, token in zip(torch.split(states, _AT_ONCE), torch.split(chosen, _AT_ONCE), strict=True):
            logits = (state @ low.T).float() + self.network.output_bias
            total = torch.logsumexp(logits, dim=-1, keepdim=True)
            shares = torch.exp(logits - total)
            expected = shares.to(low.dtype) @ low
            entropy = total - (shares * logits).sum(dim=-1, keepdim=True)
            told = [logits.gather(-1, token[:, None]) - total, logits.amax(dim=-1, keepdim=True) - total, entropy]
            own = functional.embedding(token, table)
            rows.append(torch.cat([evened(state.float()), evened(own), evened(expected.float()), *told], dim=-1))
        return torch.cat(rows)


def _padded(rows: Sequence[Sequence[int]], device: torch.device) -> tuple[Tensor, Tensor]:
    """Return rows padded with 0, and which places are padding."""
    ids = torch.zeros(len(rows), max(map(len, rows)), dtype=torch.long)
    padding = torch.ones_like(ids, dtype=torch.bool)
    for k, row in enumerate(rows):
        ids[k, : len(row)] = torch.tensor(row)
        padding[k, : len(row)] = False
    return ids.to(device), padding.to(device)
