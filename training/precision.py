"""In which numbers the activations of a network run while it trains."""

from __future__ import annotations

import functools
import itertools
import time

import torch

_SIDE = 1_024  # of the matrices that are tried
_TRIES = 5
_WORTH = 1.3  # so many times faster than float32 it has to be, since other work slows either


def activation_type(device: torch.device) -> torch.dtype:
    """bfloat16 where the device multiplies it faster, else float32.

    Of a processor that is tried once: with AMX it is many times faster, with AVX-512 BF16 198 against 89 gigaflops were
    seen on one, 78 against 92 to 133 on another, and 0.9 against 30 where it is emulated.
    """
    if device.type == "cuda":
        return torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float32
    return _faster_type()


@functools.cache
def _faster_type() -> torch.dtype:
    """Return the type in which this processor multiplies faster."""
    seconds = {dtype: _seconds(dtype) for dtype in (torch.float32, torch.bfloat16)}
    return torch.bfloat16 if seconds[torch.bfloat16] * _WORTH < seconds[torch.float32] else torch.float32


def _seconds(dtype: torch.dtype) -> float:
    """Return how long a product takes at best."""
    one = torch.ones(_SIDE, _SIDE, dtype=dtype)
    begun = []
    for _ in range(_TRIES + 1):
        begun.append(time.perf_counter())
        one @ one
    return min(later - earlier for earlier, later in itertools.pairwise(begun))


def lowered(device: torch.device) -> torch.autocast:
    """Run products in :func:`activation_type` within this context."""
    return torch.autocast(device.type, torch.bfloat16, enabled=activation_type(device) == torch.bfloat16)
