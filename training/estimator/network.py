"""The estimator in PyTorch: the sentence encoder's features, frozen, under a few layers that see both texts at once."""

from __future__ import annotations

import math
from collections.abc import Sequence

import attrs
import torch
from torch import Tensor, nn
from torch.nn import functional

from polyglot_news.align.use_network import BEGIN, BRANCH, BRANCHES, CHUNKS, END, UseNetwork
from polyglot_news.compare.words.estimator import LONGEST
from polyglot_news.compare.words.foreseen import READ, WRITTEN, slots
from polyglot_news.compare.words.glossed import TOLD
from polyglot_news.text import Span
from training.estimator.predictors import Laid
from training.fused import fused
from training.mixture import ASKED

FEATURES = 1280


@attrs.frozen(kw_only=True)
class Shape:
    """How large the network is."""

    width: int = 256
    layers: int = 3
    heads: int = 8
    hidden: int = 768
    features: int = FEATURES


class Pieces:
    """What the sentence encoder knows of each word piece in its context; see ``polyglot_news.align.use_network``."""

    def __init__(self, network: UseNetwork, device: str = "cpu") -> None:
        self.network = network
        self.weights = {name: torch.tensor(value, device=device) for name, value in network.weights.items()}

    def ids(self, text: str, most: int) -> list[int]:
        """Return the word pieces of a text with the marks of begin and end."""
        return [BEGIN, *self.network.tokenizer.encode(text)[: most - 2], END]

    def places(self, text: str, spans: Sequence[tuple[int, int]], most: int) -> list[int]:
        """Return which pieces, counted with the mark of begin, overlap any of the spans."""
        if not spans:
            return []
        return [
            k
            for k, (start, end) in enumerate(self.spans(text, most), 1)
            if any(start < stop and first < end for first, stop in spans)
        ]

    def spans(self, text: str, most: int) -> list[Span]:
        """Return where the word pieces of a text stand; those of ``ids``, without the marks."""
        _, stands = self.network.tokenize_with_offsets(text)
        return [Span(*stand) for stand in stands[: most - 2]]

    @torch.no_grad()
    def __call__(self, ids: Tensor) -> tuple[Tensor, Tensor]:
        """Return normed features, shape ``(texts, places, 1280)``, and unit vectors of the pieces, ``(…, 512)``.

        ``ids`` is padded with -1.
        """
        weights = self.weights
        inside = (ids >= 0).unsqueeze(-1)
        known = ids.clamp(min=0)
        scale, low = (weights[name][known % CHUNKS].unsqueeze(-1) for name in ("scale", "lo"))
        embedded = (weights["table"][known].float() * scale + low) * inside
        eps = float(weights["eps"])
        projected = embedded @ weights["proj"] + weights["proj_bias"]
        projected = functional.layer_norm(projected, (3 * BRANCH,), weights["gain"], weights["bias"], eps)
        projected = projected * inside
        hidden = functional.relu(self._convolve(projected, "w1_") + self.weights["b1"])
        hidden = (hidden + projected) * inside
        second = functional.relu(self._convolve(hidden, "w2_") + self.weights["b2"]) + hidden
        features = torch.cat([embedded, second], dim=-1)
        normed = functional.layer_norm(features, (FEATURES,), None, None, eps) * inside
        return normed, self._vectors(normed @ self.weights["out"] + self.weights["out_bias"]) * inside

    def _convolve(self, rows: Tensor, prefix: str) -> Tensor:
        parts = []
        for branch, (length, before) in enumerate(BRANCHES):
            part = rows[..., branch * BRANCH : (branch + 1) * BRANCH]
            padded = functional.pad(part, (0, 0, before, length - 1 - before))
            kernel = self.weights[f"{prefix}{branch}"]
            size = part.shape[1]
            parts.append(torch.stack([padded[:, k : k + size] @ kernel[k] for k in range(length)]).sum(dim=0))
        return torch.cat(parts, dim=-1)

    def _vectors(self, shares: Tensor) -> Tensor:
        first = functional.relu(shares @ self.weights["d0"])
        second = functional.relu(shares @ self.weights["p1"] + first @ self.weights["d1"])
        third = functional.relu(second @ self.weights["d2"])
        return functional.normalize(torch.tanh(second @ self.weights["p3"] + third @ self.weights["d3"]), dim=-1)


def _shares(
    scores: Tensor, tables: tuple[Tensor, Tensor, Tensor], outside: Tensor, weights: tuple[Tensor, Tensor, Tensor]
) -> Tensor:
    """Return how much each place takes from each other one, shape ``(pairs, heads, places, places)``."""
    likeness, gloss, across = tables
    kinship, glossed, apart = (weight.view(1, -1, 1, 1) for weight in weights)
    drawn = likeness.unsqueeze(1) * kinship + gloss.unsqueeze(1) * glossed + across * apart
    return torch.softmax(scores.float() + drawn + outside[:, None, None, :], dim=-1).to(scores.dtype)


class Layer(nn.Module):
    """Self-attention over both texts, drawn to pieces of the other text that mean the same; then a feed-forward net."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.norm_attention = nn.LayerNorm(shape.width)
        self.norm_hidden = nn.LayerNorm(shape.width)
        self.queries = nn.Linear(shape.width, 3 * shape.width)
        self.joined = nn.Linear(shape.width, shape.width)
        self.grown = nn.Linear(shape.width, shape.hidden)
        self.shrunk = nn.Linear(shape.hidden, shape.width)
        self.kinship = nn.Parameter(torch.linspace(0.0, 12.0, shape.heads))  # how much likeness counts, by head
        self.glossed = nn.Parameter(torch.zeros(shape.heads))  # how much the lexicon counts
        self.across = nn.Parameter(torch.zeros(shape.heads))  # how much standing in the other text counts

    def forward(self, rows: Tensor, tables: tuple[Tensor, Tensor, Tensor], outside: Tensor) -> Tensor:
        """Return new rows.

        ``tables`` are what draws places to each other: likeness and gloss, of shape ``(pairs, places, places)``, and
        whether they are of different texts, ``(places, places)``.
        """
        pairs, places, width = rows.shape
        size = width // self.heads
        mixed = self.queries(self.norm_attention(rows)).view(pairs, places, 3, self.heads, size)
        query, key, value = mixed.permute(2, 0, 3, 1, 4)
        scores = (query * (1.0 / math.sqrt(size))) @ key.transpose(-1, -2)
        shares = fused(_shares)(scores, tables, outside, (self.kinship, self.glossed, self.across))
        attended = shares @ value
        rows = rows + self.joined(attended.transpose(1, 2).reshape(pairs, places, width))
        hidden: Tensor = self.shrunk(functional.relu(self.grown(self.norm_hidden(rows))))
        return rows + hidden


class Estimator(nn.Module):
    """From the pieces of two texts to log odds: each piece is not rendered, and the pair does not say the same."""

    def __init__(self, shape: Shape, longest: int = LONGEST) -> None:
        super().__init__()
        self.shape = shape
        self.taken = nn.Linear(shape.features + 1 + TOLD, shape.width)
        self.foreseen = nn.ModuleDict(
            {
                name: _silent(size, shape.width)
                for direction in ASKED
                for name, size in zip(slots("-".join(direction)), (READ, WRITTEN), strict=True)
            }
        )
        self.sides = nn.Parameter(0.02 * torch.randn(2, shape.width))
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.norm = nn.LayerNorm(shape.width)
        self.piece = nn.Linear(shape.width, 1)
        self.whole = nn.Linear(2 * shape.width, shape.width)
        self.verdict = nn.Linear(shape.width + 1, 1)
        self.positions: Tensor
        self.register_buffer("positions", sinusoids(longest, shape.width), persistent=False)

    def forward(
        self,
        features: list[Tensor],
        vectors: list[Tensor],
        inside: list[Tensor],
        gloss: Tensor,
        told: list[Tensor],
        foreseen: Sequence[Laid],
    ) -> tuple[Tensor, Tensor]:
        """Return log odds of pairs, shape ``(pairs,)``, and of pieces, ``(pairs, places of both)``.

        Lists hold one tensor for each of the two texts, features, vectors and inside with the shapes that ``Pieces``
        gives, ``gloss`` and ``told`` with those of ``polyglot_news.compare.words.glossed``, padded; ``foreseen`` what
        translation networks make of some of the pairs, padded likewise.
        """
        pairs, first = features[0].shape[:2]
        expected = self.positions[:first].repeat(2, pairs, 1, 1)
        for laid in foreseen:
            rows = self.foreseen[laid.name](laid.rows).to(expected.dtype)
            expected = expected.index_put((laid.sides, laid.pairs), rows, accumulate=True)
        cosine = vectors[0] @ vectors[1].transpose(1, 2)
        best = [cosine.amax(dim=2, keepdim=True), cosine.amax(dim=1).unsqueeze(-1)]
        rows = torch.cat(
            [
                self.taken(torch.cat([features[k], best[k], told[k]], dim=-1)) + self.sides[k] + expected[k]
                for k in (0, 1)
            ],
            dim=1,
        )
        places = 2 * first
        likeness, glosses = rows.new_zeros(2, pairs, places, places)
        for table, known in ((likeness, cosine), (glosses, gloss)):
            table[:, :first, first:] = known
            table[:, first:, :first] = known.transpose(1, 2)
        side = torch.arange(places, device=rows.device) >= first
        across = (side[:, None] != side[None, :]).to(rows.dtype)
        there = torch.cat(inside, dim=1)
        outside = torch.where(there, 0.0, -1e4)
        for layer in self.layers:
            rows = layer(rows, (likeness, glosses, across), outside)
        rows = self.norm(rows)
        pieces = self.piece(rows).squeeze(-1).float().masked_fill(~there, -30.0)
        weight = there.unsqueeze(-1).to(rows.dtype)
        mean = (rows * weight).sum(dim=1) / weight.sum(dim=1)
        most = rows.masked_fill(~there.unsqueeze(-1), -1e4).amax(dim=1)
        whole = functional.relu(self.whole(torch.cat([mean, most], dim=-1)))
        loudest = torch.logsumexp(pieces, dim=1, keepdim=True).to(whole.dtype)
        return self.verdict(torch.cat([whole, loudest], dim=-1)).squeeze(-1).float(), pieces


def deepened(network: Estimator, layers: int) -> Estimator:
    """Return a network with so many layers that says the same: those put on top add nothing until they are trained.

    After Chen, Goodfellow and Shlens, "Net2Net: accelerating learning via knowledge transfer", 2016.
    """
    deeper = Estimator(attrs.evolve(network.shape, layers=layers), len(network.positions))
    known = network.state_dict()
    for name, weights in deeper.state_dict().items():
        if name in known:
            weights.copy_(known[name])
        elif ".joined." in name or ".shrunk." in name:
            weights.zero_()
    return deeper


def _silent(taken: int, given: int) -> nn.Linear:
    """Return a map that adds nothing until it is trained."""
    linear = nn.Linear(taken, given, bias=False)
    nn.init.zeros_(linear.weight)
    return linear


def sinusoids(places: int, width: int) -> Tensor:
    """Return positions as in Vaswani et al. (2017), shape ``(places, width)``."""
    angles = torch.arange(places)[:, None] * torch.exp(torch.arange(0, width, 2) * (-math.log(10_000.0) / width))
    return torch.cat([torch.sin(angles), torch.cos(angles)], dim=1)
