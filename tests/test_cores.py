from __future__ import annotations

import os

import pytest

from polyglot_news.cores import usable_cores, usable_threads


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="the system does not tell")
def test_cores_that_the_process_may_not_use_do_not_count() -> None:
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(allowed)})
    try:
        assert usable_cores() == 1
    finally:
        os.sched_setaffinity(0, allowed)


@pytest.mark.parametrize(
    ("variable", "threads"),
    [("1", 1), ("2", 2), (" 3,1", 3), ("64", 4), ("0", 1), ("", 4), ("many", 4)],
)
def test_threads(monkeypatch: pytest.MonkeyPatch, variable: str, threads: int) -> None:
    monkeypatch.setattr("polyglot_news.cores.usable_cores", lambda: 4)
    monkeypatch.setenv("OMP_NUM_THREADS", variable)
    assert usable_threads() == threads
