"""Label-smoothed cross-entropy over a large vocabulary, with its gradient made in the same pass."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from training.fused import fused

_CHUNK = {"cpu": 2048, "cuda": 4096}
# Smaller vocabularies are not worth the seconds of a compilation.
_COMPILED_SIZE = 1000


def _terms(scores: Tensor, bias: Tensor, gold: Tensor, smoothing: float) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Sums of loss and gold log-probability, gradients of the bias and of the scores."""
    dtype = scores.dtype
    scores = scores.float() + bias
    size = scores.shape[1]
    norm = torch.logsumexp(scores, dim=1)
    picked = torch.gather(scores, 1, gold[:, None])[:, 0] - norm
    mean = scores.mean(dim=1) - norm
    loss = -(1 - smoothing) * picked - smoothing * mean
    hit = torch.arange(size, device=scores.device)[None, :] == gold[:, None]
    gradient = torch.exp(scores - norm[:, None]) - smoothing / size - hit * (1 - smoothing)
    return loss.sum(), picked.sum(), gradient.sum(0), gradient.to(dtype)


class _SmoothedCrossEntropy(torch.autograd.Function):
    @staticmethod
    def forward(
        ctx: Any, states: Tensor, weight: Tensor, bias: Tensor, gold: Tensor, smoothing: float
    ) -> tuple[Tensor, Tensor]:
        cast = weight.to(states.dtype)
        gradients = torch.empty(len(states), len(weight), dtype=states.dtype, device=states.device)
        bias_gradient = torch.zeros_like(bias)
        loss = torch.zeros((), device=states.device)
        likelihood = torch.zeros((), device=states.device)
        chunk = _CHUNK[states.device.type]
        terms = fused(_terms) if len(weight) >= _COMPILED_SIZE else _terms
        for start in range(0, len(states), chunk):
            rows = slice(start, min(start + chunk, len(states)))
            part, picked, bias_part, gradients[rows] = terms(states[rows] @ cast.T, bias, gold[rows], smoothing)
            loss += part
            likelihood += picked
            bias_gradient += bias_part
        ctx.save_for_backward(gradients @ cast, (gradients.T @ states).to(weight.dtype), bias_gradient)
        ctx.mark_non_differentiable(likelihood)
        return loss, likelihood

    @staticmethod
    def backward(ctx: Any, *outputs: Tensor) -> tuple[Tensor | None, ...]:
        scale = outputs[0]
        states, weight, bias = ctx.saved_tensors
        return states * scale.to(states.dtype), weight * scale, bias * scale, None, None


def smoothed_cross_entropy(
    states: Tensor, weight: Tensor, bias: Tensor, gold: Tensor, smoothing: float
) -> tuple[Tensor, Tensor]:
    """Sums over tokens of the smoothed loss and of the gold pieces' log-probability.

    Args:
        states: decoder states (tokens, width), any float type.
        weight: output projection (vocabulary, width), float32.
        bias: (vocabulary,), float32.
        gold: piece ids (tokens,).
        smoothing: share of the probability spread evenly over the vocabulary.
    """
    loss, likelihood = _SmoothedCrossEntropy.apply(states, weight, bias, gold, smoothing)  # type: ignore[no-untyped-call]
    return loss, likelihood
