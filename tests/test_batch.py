from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from polyglot_news.batch import run_batch
from polyglot_news.errors import GlossaryError, InputError, MissingFileError

OFFICIAL = {"name": "speech.fr.txt", "text": "Nous paierons 1,3 million d’euros avant la fin de l’année."}


def job(number: int, article: object = None) -> dict[str, Any]:
    text = f"“We will pay {number} million euros before the end of the year,” Ms Roche said."
    return {"id": number, "article": article or {"name": f"a{number}", "text": text}, "officials": [OFFICIAL]}


def write(path: Path, *jobs: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in jobs), encoding="utf-8")
    return path


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_one_report_a_line_in_the_order_of_the_input(tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", job(13), job(7))
    done = run_batch(source, tmp_path / "out.jsonl", workers=1)
    assert (done.reports, done.failures) == (2, 0)
    assert [report["id"] for report in lines(tmp_path / "out.jsonl")] == [13, 7]
    assert all(report["items"][0]["verdict"] == "divergent" for report in lines(tmp_path / "out.jsonl"))


def test_a_broken_article_does_not_stop_the_others(tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", job(1, "nowhere.txt"), job(2))
    done = run_batch(source, tmp_path / "out.jsonl", workers=1)
    assert (done.reports, done.failures) == (1, 1)
    first, second = lines(tmp_path / "out.jsonl")
    assert "nowhere.txt" in first["error"]
    assert second["items"]


def test_resume_keeps_what_was_done_and_repeats_what_was_cut_off(tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", job(1), job(2), job(3))
    (tmp_path / "out.jsonl.part").write_text('{"id": 1, "kept": true}\n{"id": 2, "cut', encoding="utf-8")
    done = run_batch(source, tmp_path / "out.jsonl", workers=1, resume=True)
    assert done.reports == 3
    found = lines(tmp_path / "out.jsonl")
    assert found[0] == {"id": 1, "kept": True}
    assert [report["id"] for report in found] == [1, 2, 3]
    assert not (tmp_path / "out.jsonl.part").exists()


def test_relative_paths_start_at_the_input(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("“We will pay,” Ms Roche said on Monday in Geneva.", encoding="utf-8")
    source = write(tmp_path / "in.jsonl", job(1, "article.txt"))
    assert run_batch(source, tmp_path / "out.jsonl", workers=1).failures == 0


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("{", "Line 1"),
        ("[" * 100_000, "Line 1"),
        ('{"article": "a", "officials": [], "x": NaN}', "NaN is no JSON"),
        ("[]", "must be an object"),
        ('{"article": "a"}', "officials"),
    ],
)
def test_bad_input(tmp_path: Path, content: str, says: str) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(content + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=says):
        run_batch(source, tmp_path / "out.jsonl")
    assert not (tmp_path / "out.jsonl").exists()


def test_odd_records_stay_json(tmp_path: Path) -> None:
    odd = {**job(13), "id": "\ud800"}
    odd["article"]["name"] = None
    source = tmp_path / "in.jsonl"
    source.write_text(json.dumps(odd) + "\n", encoding="utf-8")
    assert run_batch(source, tmp_path / "out.jsonl", workers=1).reports == 1
    (report,) = lines(tmp_path / "out.jsonl")
    assert (report["id"], report["article"]["name"]) == ("\ud800", "text")


def test_what_all_articles_need_is_looked_at_first(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_bytes(b"en,fr\n\xff,b\n")
    source = write(tmp_path / "in.jsonl", job(1), job(2))
    with pytest.raises(GlossaryError, match="not in UTF-8"):
        run_batch(source, tmp_path / "out.jsonl", glossary=tmp_path / "terms.csv", workers=2)
    with pytest.raises(MissingFileError, match="no folder"):
        run_batch(source, tmp_path / "out.jsonl", packages=tmp_path / "none", workers=2)
    for output in (tmp_path, tmp_path / "none" / "out.jsonl"):
        with pytest.raises(InputError, match="Cannot write"):
            run_batch(source, output)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "terms.csv"]


def test_unknown_engine(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="unknown"):
        run_batch(tmp_path / "in.jsonl", tmp_path / "out.jsonl", engine="abacus")


def test_ray_gives_the_same_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("ray.data", reason="Ray is an extra: pip install 'polyglot-news[ray]'")
    (tmp_path / "article.txt").write_text("“We will pay,” Ms Roche said on Monday in Geneva.", encoding="utf-8")
    (tmp_path / "terms.csv").write_text("en,fr\nyear,année\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)  # paths are relative, and the workers of Ray are elsewhere
    source = write(Path("in.jsonl"), job(13), job(1, "nowhere.txt"), job(7), job(5, "article.txt"))
    done = run_batch(source, Path("ray.jsonl"), engine="ray", glossary=Path("terms.csv"), workers=1)
    assert (done.reports, done.failures) == (3, 1)
    run_batch(source, Path("local.jsonl"), glossary=Path("terms.csv"), workers=1)
    found, expected = lines(Path("ray.jsonl")), lines(Path("local.jsonl"))
    assert "nowhere.txt" in found.pop(1)["error"]
    del expected[1]  # it names the file by another path
    assert found == expected


def test_missing_ray_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(InputError, match="pip install"):
        run_batch(write(tmp_path / "in.jsonl", job(1)), tmp_path / "out.jsonl", engine="ray")
