"""Functions compiled on their first use, so that a chain of small operations is one pass over memory."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import torch


@functools.lru_cache(maxsize=4)
def fused(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function compiled; where that fails (no C++ compiler, a full disk), PyTorch warns and runs it as it is."""
    torch._dynamo.config.suppress_errors = True
    return torch.compile(function, dynamic=True)
