"""The Transformer of the packages: post-norm, tied target embeddings, names as in CTranslate2."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

LAYER_NORM_EPSILON = 1e-6
MAX_POSITIONS = 512


def position_encodings(length: int, width: int) -> Tensor:
    """Sinusoidal positions, sines in the first half, cosines in the second (Marian's order)."""
    half = width // 2
    rate = torch.exp(torch.arange(half) * (-math.log(10000.0) / half))
    angle = torch.arange(length)[:, None] * rate[None, :]
    return torch.cat([angle.sin(), angle.cos()], dim=1)


class Linear(nn.Module):
    """Affine map whose float32 weights are cast to the type of the input at use.

    Activations run in bfloat16 while the optimizer sees float32: autocast without its detours
    through float32 in normalisation and softmax.
    """

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.empty(outputs, inputs))
        self.bias = nn.Parameter(torch.zeros(outputs))
        nn.init.xavier_uniform_(self.weight)

    def forward(self, x: Tensor) -> Tensor:
        """States of the same shape as ``x``."""
        return functional.linear(x, self.weight.to(x.dtype), self.bias.to(x.dtype))


class LayerNorm(nn.Module):
    """Layer normalisation over the last axis."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.gamma = nn.Parameter(torch.ones(width))
        self.beta = nn.Parameter(torch.zeros(width))

    def forward(self, x: Tensor) -> Tensor:
        """States of the same shape as ``x``."""
        gamma, beta = self.gamma.to(x.dtype), self.beta.to(x.dtype)
        return functional.layer_norm(x, gamma.shape, gamma, beta, LAYER_NORM_EPSILON)


def attend(query: Tensor, key: Tensor, value: Tensor, mask: Tensor) -> Tensor:
    """Scaled dot products: two matmuls on a CPU, whose fused kernel has a slower backward, the fused kernel on a GPU.

    Args:
        query: (batch, heads, targets, depth).
        key: (batch, heads, sources, depth).
        value: as ``key``.
        mask: added to the scores, broadcast to (batch, heads, targets, sources).
    """
    if query.is_cuda:
        return functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
    scores = torch.matmul(query * query.shape[-1] ** -0.5, key.transpose(-1, -2)) + mask
    return torch.matmul(torch.softmax(scores, dim=-1), value)


class SelfAttention(nn.Module):
    """Multi-head self-attention, residual, then layer normalisation."""

    def __init__(self, width: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.dropout = nn.Dropout(dropout)
        self.linear_0 = Linear(width, 3 * width)
        self.linear_1 = Linear(width, width)
        self.layer_norm = LayerNorm(width)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """States of the same shape as ``x``."""
        batch, length, width = x.shape
        qkv = self.linear_0(x).view(batch, length, 3, self.heads, width // self.heads)
        query, key, value = qkv.permute(2, 0, 3, 1, 4)
        mixed = attend(query, key, value, mask).transpose(1, 2).reshape(batch, length, width)
        output: Tensor = self.layer_norm(x + self.dropout(self.linear_1(mixed)))
        return output


class CrossAttention(nn.Module):
    """Attention of the decoder to the encoder, residual, then layer normalisation."""

    def __init__(self, width: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.dropout = nn.Dropout(dropout)
        self.linear_0 = Linear(width, width)
        self.linear_1 = Linear(width, 2 * width)
        self.linear_2 = Linear(width, width)
        self.layer_norm = LayerNorm(width)

    def forward(self, x: Tensor, memory: Tensor, mask: Tensor) -> Tensor:
        """States of the same shape as ``x``."""
        batch, length, width = x.shape
        depth = width // self.heads
        query = self.linear_0(x).view(batch, length, self.heads, depth).transpose(1, 2)
        pair = self.linear_1(memory).view(batch, memory.shape[1], 2, self.heads, depth)
        key, value = pair.permute(2, 0, 3, 1, 4)
        mixed = attend(query, key, value, mask).transpose(1, 2).reshape(batch, length, width)
        output: Tensor = self.layer_norm(x + self.dropout(self.linear_2(mixed)))
        return output


class FeedForward(nn.Module):
    """Two affine maps with a ReLU between, residual, then layer normalisation."""

    def __init__(self, width: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.linear_0 = Linear(width, inner)
        self.linear_1 = Linear(inner, width)
        self.layer_norm = LayerNorm(width)

    def forward(self, x: Tensor) -> Tensor:
        """States of the same shape as ``x``."""
        inner = torch.relu(self.linear_0(x))
        output: Tensor = self.layer_norm(x + self.dropout(self.linear_1(inner)))
        return output


class EncoderLayer(nn.Module):
    """Self-attention and feed-forward."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.self_attention = SelfAttention(width, heads, dropout)
        self.ffn = FeedForward(width, inner, dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """States of the same shape as ``x``."""
        output: Tensor = self.ffn(self.self_attention(x, mask))
        return output


class DecoderLayer(nn.Module):
    """Self-attention, attention to the encoder, feed-forward."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.self_attention = SelfAttention(width, heads, dropout)
        self.attention = CrossAttention(width, heads, dropout)
        self.ffn = FeedForward(width, inner, dropout)

    def forward(self, x: Tensor, causal: Tensor, memory: Tensor, mask: Tensor) -> Tensor:
        """States of the same shape as ``x``."""
        x = self.self_attention(x, causal)
        output: Tensor = self.ffn(self.attention(x, memory, mask))
        return output


class Transformer(nn.Module):
    """Encoder and decoder; :meth:`forward` gives the decoder states, the loss projects them.

    Args:
        source_size, target_size: vocabulary sizes.
        layers: encoder and decoder layers.
        width, heads, inner: of the states, of attention, of the feed-forward networks.
        dropout: share of the outputs of each block that is dropped in training.
    """

    positions: Tensor

    def __init__(
        self,
        source_size: int,
        target_size: int,
        *,
        layers: tuple[int, int] = (6, 2),
        width: int = 256,
        heads: int = 8,
        inner: int = 1536,
        dropout: float = 0.0,
    ) -> None:
        super().__init__()
        self.layers = layers
        self.width = width
        self.heads = heads
        self.source_embeddings = nn.Parameter(torch.randn(source_size, width) * width**-0.5)
        self.target_embeddings = nn.Parameter(torch.randn(target_size, width) * width**-0.5)
        self.output_bias = nn.Parameter(torch.zeros(target_size))
        self.encoder = nn.ModuleList(EncoderLayer(width, heads, inner, dropout) for _ in range(layers[0]))
        self.decoder = nn.ModuleList(DecoderLayer(width, heads, inner, dropout) for _ in range(layers[1]))
        self.register_buffer("positions", position_encodings(MAX_POSITIONS, width), persistent=False)

    def encode(self, source: Tensor, mask: Tensor, dtype: torch.dtype) -> Tensor:
        """Encoder states (batch, source length, width)."""
        x = functional.embedding(source, self.source_embeddings) * math.sqrt(self.width)
        x = (x + self.positions[: source.shape[1]]).to(dtype)
        for layer in self.encoder:
            x = layer(x, mask)
        return x

    def decode(self, shifted: Tensor, memory: Tensor, mask: Tensor) -> Tensor:
        """Decoder states for targets shifted right; position 0 is the zero embedding."""
        x = functional.embedding(shifted, self.target_embeddings) * math.sqrt(self.width)
        length = shifted.shape[1]
        first = torch.arange(length, device=x.device)[:, None] > 0
        x = (x * first + self.positions[:length]).to(memory.dtype)
        causal = torch.full((length, length), -1e4, device=x.device, dtype=x.dtype).triu(1)
        for layer in self.decoder:
            x = layer(x, causal, memory, mask)
        return x

    def forward(self, source: Tensor, padding: Tensor, shifted: Tensor, dtype: torch.dtype = torch.float32) -> Tensor:
        """Decoder states (batch, target length, width).

        Args:
            source: piece ids (batch, source length).
            padding: true where ``source`` is padding.
            shifted: target ids shifted right by one (batch, target length).
            dtype: type of the activations.
        """
        mask = (padding[:, None, None, :] * -1e4).to(dtype)
        return self.decode(shifted, self.encode(source, mask, dtype), mask)
