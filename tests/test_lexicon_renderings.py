"""What the renderings add to the lexicon of French and Chinese."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from polyglot_news.align import lexicon
from polyglot_news.align.segmentation import normal_form
from training import lexicon_renderings, lexicons, own

SHIPPED = Path(str(lexicon.FOLDER))


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A copy of the lexicons, which the library goes back from afterwards."""
    for name in ("fr", "zh", "fr-zh"):
        shutil.copy(SHIPPED / f"{name}.npz", tmp_path)
    yield tmp_path
    lexicons.use(SHIPPED)


def test_links_are_added_to_those_of_the_corpora(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    word, other = normal_form("chapiteau", "fr"), "学校"
    new = {(word, other): 40.0}, {word: 40.0}, {other: 40.0}
    monkeypatch.setattr(lexicon_renderings, "counted", lambda _: (new, ({}, {}, {})))
    lexicons.use(folder)
    before = lexicons.read_table(("fr", "zh"))
    lexicon_renderings.add(Path(), folder)
    lexicons.use(folder)
    joint, left, right = lexicons.read_table(("fr", "zh"))
    assert (word, other) not in before[0]
    assert joint[word, other] == pytest.approx(40, rel=0.07)
    assert left[word] == pytest.approx(before[1][word] + 40, rel=0.1)
    assert right[other] == pytest.approx(before[2][other] + 40, rel=0.1)
    kept = [key for key, count in before[0].items() if count > 20 and joint.get(key, 0.0) < 0.9 * count]
    assert kept == []


def test_statements_and_renderings_stand_in_the_order_of_the_languages() -> None:
    pairs = own.faithful(("fr", "zh"))
    (french, chinese), _ = next(pairs)
    assert any("\u4e00" <= char <= "\u9fff" for char in chinese)
    assert not any("\u4e00" <= char <= "\u9fff" for char in french)
