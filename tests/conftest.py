from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture
def steady_clock() -> Iterator[None]:
    """Keep the garbage collector out of a test that compares times: its pauses grow with what other tests loaded."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()
