from __future__ import annotations

import json
import multiprocessing
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from polyglot_news.article import compare_article
from polyglot_news.batch import run_batch
from polyglot_news.errors import (
    GlossaryError,
    InputError,
    LanguageError,
    MissingFileError,
    PolyglotNewsError,
    PolyglotNewsWarning,
)

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


def test_articles_share_an_index_and_the_reports_are_the_same(tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", job(13), job(7))
    run_batch(source, tmp_path / "plain.jsonl", workers=1)
    run_batch(source, tmp_path / "indexed.jsonl", workers=2, index=tmp_path / "index")
    assert (tmp_path / "indexed.jsonl").read_bytes() == (tmp_path / "plain.jsonl").read_bytes()
    assert sorted(path.suffix for path in (tmp_path / "index").iterdir()) == [".json", ".npy", ".npy"]


def test_official_texts_are_told_apart(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "talk.txt").write_text(OFFICIAL["text"], encoding="utf-8")
    officials = ["a/talk.txt", "b/talk.txt", {"text": OFFICIAL["text"]}]
    run_batch(write(tmp_path / "in.jsonl", {**job(13), "officials": officials}), tmp_path / "out.jsonl", workers=1)
    (report,) = lines(tmp_path / "out.jsonl")
    assert [official["name"] for official in report["officials"]] == ["a/talk.txt", "b/talk.txt", "official 3"]
    assert {passage["document"] for passage in report["items"][0]["passages"]} >= {"a/talk.txt", "b/talk.txt"}


def test_languages_can_be_told_for_all(tmp_path: Path) -> None:
    told = {**job(1, {"text": "“OK.”"}), "officials": [OFFICIAL, {"text": "“OK.”"}]}
    source, output = write(tmp_path / "in.jsonl", told, job(2)), tmp_path / "out.jsonl"
    done = run_batch(source, output, workers=1, article_language="en-GB", official_language="fr")
    assert (done.reports, done.failures) == (2, 0)
    for report in lines(output):
        assert report["article"]["language"] == "en"
        assert {official["language"] for official in report["officials"]} == {"fr"}
    with pytest.raises(LanguageError):
        run_batch(source, output, workers=1, article_language="de")


def test_a_broken_article_does_not_stop_the_others(tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", job(1, "nowhere.txt"), job(2))
    done = run_batch(source, tmp_path / "out.jsonl", workers=1)
    assert (done.reports, done.failures) == (1, 1)
    first, second = lines(tmp_path / "out.jsonl")
    assert "nowhere.txt" in first["error"]
    assert first["article"] == {"name": "nowhere.txt"}
    assert second["items"]


@pytest.mark.parametrize("workers", [1, 2])
def test_what_workers_are_warned_of_is_told(tmp_path: Path, workers: int) -> None:
    (tmp_path / "old.txt").write_bytes("« Nous ne paierons que l’été », dit Anne Roche.".encode("cp1252"))
    source = write(tmp_path / "in.jsonl", job(1, "old.txt"), job(2))
    with pytest.warns(PolyglotNewsWarning, match=r"old\.txt is not UTF-8 and was read as WINDOWS-1252"):
        assert run_batch(source, tmp_path / "out.jsonl", workers=workers).reports == 2


def interrupted(output: Path, *jobs: dict[str, Any], cut_off: bytes = b"") -> tuple[Path, Path]:
    """Return the part of a batch that ended after these jobs and a bit, and its key."""
    source = write(output.with_name("first.jsonl"), *jobs, {"article": "nowhere", "officials": []})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("polyglot_news.batch.finish", lambda _: None)
        run_batch(source, output, workers=1)
    part = output.with_name(output.name + ".part")
    part.write_bytes(b"".join(part.read_bytes().splitlines(keepends=True)[: len(jobs)]) + cut_off)
    return part, output.with_name(part.name + ".key")


@pytest.mark.parametrize("cut_off", [b'{"id": 2, "cut', "“".encode()[:2], '{"é": 1}'.encode(), b"\0\0\n{}\n", b""])
def test_resume_keeps_what_was_done_and_repeats_what_was_cut_off(tmp_path: Path, cut_off: bytes) -> None:
    source, output = tmp_path / "first.jsonl", tmp_path / "out.jsonl"
    jobs = job(1, "nowhere.txt"), job(2)
    part, key = interrupted(output, *jobs, cut_off=cut_off)
    kept = part.read_bytes()[: len(part.read_bytes()) - len(cut_off)]
    done = run_batch(source, output, workers=1, resume=True)
    assert (done.reports, done.failures) == (1, 2)
    assert output.read_bytes().startswith(kept)
    assert len(lines(output)) == 3
    assert not part.exists()
    assert not key.exists()


def test_the_part_of_another_run_is_refused(tmp_path: Path) -> None:
    source, output, terms = tmp_path / "first.jsonl", tmp_path / "out.jsonl", tmp_path / "terms.csv"
    terms.write_text("en,fr\nyear,année\n", encoding="utf-8")
    part, key = interrupted(output, job(1))
    before = part.read_bytes()
    other = write(tmp_path / "other.jsonl", job(2), job(3))
    for given, glossary, language in ((other, None, None), (source, terms, None), (source, None, "en")):
        with pytest.raises(InputError, match="leave out --resume"):
            run_batch(given, output, workers=1, resume=True, glossary=glossary, article_language=language)
        assert part.read_bytes() == before
    key.unlink()
    with pytest.raises(InputError, match="leave out --resume"):
        run_batch(source, output, workers=1, resume=True)
    assert run_batch(other, output, workers=1).reports == 2  # begun anew


def test_what_changed_since_is_done_again(tmp_path: Path) -> None:
    articles = [tmp_path / f"{number}.txt" for number in range(3)]
    for article in articles:
        article.write_text("“We will pay,” Ms Roche said on Monday in Geneva.", encoding="utf-8")
    jobs = [job(number, article.name) for number, article in enumerate(articles)]
    part, _ = interrupted(tmp_path / "out.jsonl", *jobs)
    first = part.read_text(encoding="utf-8").splitlines()[0]
    part.write_text(part.read_text(encoding="utf-8").replace('"id"', '"kept": 1, "id"'), encoding="utf-8")
    articles[1].unlink()
    done = run_batch(tmp_path / "first.jsonl", tmp_path / "out.jsonl", workers=1, resume=True)
    assert (done.reports, done.failures) == (2, 2)
    one, other, *_ = lines(tmp_path / "out.jsonl")
    assert {**one, "kept": 0} == {**json.loads(first), "kept": 0}
    assert "kept" in one
    assert "There is no file" in other["error"]
    assert not any("kept" in line for line in lines(tmp_path / "out.jsonl")[1:])


@pytest.mark.skipif(os.name != "posix", reason="no SIGTERM here")
def test_a_batch_that_is_ended_from_outside_leaves_no_worker_and_whole_lines(tmp_path: Path) -> None:
    source, output = write(tmp_path / "in.jsonl", *map(job, range(300))), tmp_path / "out.jsonl"
    program = "from polyglot_news.cli import main; main()"
    command = [sys.executable, "-c", program, "batch", str(source), str(output), "--workers", "2"]
    batch = subprocess.Popen(command, stderr=subprocess.PIPE)  # noqa: S603
    part, mark = output.with_name("out.jsonl.part"), output.with_name("out.jsonl.part.key")
    while not part.exists() or not part.stat().st_size:
        assert batch.poll() is None
        time.sleep(0.05)
    batch.terminate()
    _, told = batch.communicate(timeout=30)  # its end comes when the last worker has closed it, too
    assert (batch.returncode, told) == (143, b"")
    assert len(lines(part)) == len(mark.read_text().splitlines()) - 1 < 300


@pytest.mark.skipif(os.name != "posix", reason="no locks needed here")
def test_two_batches_do_not_write_one_output(tmp_path: Path) -> None:
    source, output = write(tmp_path / "in.jsonl", *map(job, range(300))), tmp_path / "out.jsonl"
    program = "from polyglot_news.cli import main; main()"
    command = [sys.executable, "-c", program, "batch", str(source), str(output), "--workers", "1"]
    first = subprocess.Popen(command, stderr=subprocess.PIPE)  # noqa: S603
    part = output.with_name("out.jsonl.part")
    while not part.exists() or not part.stat().st_size:
        assert first.poll() is None
        time.sleep(0.05)
    other = write(tmp_path / "other.jsonl", job(1))
    for given, resume in ((other, False), (source, False), (source, True)):
        with pytest.raises(InputError, match="Another batch is writing"):
            run_batch(given, output, workers=1, resume=resume)
    first.kill()
    first.communicate(timeout=30)
    assert lines(part)
    assert run_batch(other, output, workers=1).reports == 1  # the lock went with its process
    assert [path.name for path in tmp_path.glob("out*")] == ["out.jsonl"]


def test_an_output_that_is_no_file_of_its_own(tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", job(1))
    for output, says in ((source, "it is read, too"), (Path(os.devnull), "must be a file"), (Path("-"), "a file")):
        with pytest.raises(InputError, match=says):
            run_batch(source, output)
    (tmp_path / "link").symlink_to(tmp_path / "out.jsonl")
    run_batch(source, tmp_path / "link", workers=1)
    assert (tmp_path / "link").is_symlink()
    assert len(lines(tmp_path / "out.jsonl")) == 1


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.part", "out.jsonl.part.key"])
def test_what_is_read_is_not_written_over(tmp_path: Path, name: str) -> None:
    output, kept = tmp_path / "out.jsonl", tmp_path / name
    kept.write_text("Nous paierons avant la fin de l’année.", encoding="utf-8")
    source = write(tmp_path / "in.jsonl", job(1), {"article": {"text": "It is late."}, "officials": [f"./{name}"]})
    with pytest.raises(InputError, match="line 2 reads"):
        run_batch(source, output, workers=1)
    with pytest.raises(InputError, match="it is read, too"):
        run_batch(kept, output, workers=1)
    assert kept.read_text(encoding="utf-8").startswith("Nous")


def test_what_one_article_brings_about_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compare(article: Any, *_: Any, **__: Any) -> Any:
        if article.name == "a1":
            raise RecursionError("too\ndeep")
        return compare_article(article, *_, **__)

    monkeypatch.setattr("polyglot_news.article.compare_article", compare)
    source = write(tmp_path / "in.jsonl", job(1), job(2))
    done = run_batch(source, tmp_path / "out.jsonl", workers=1)
    assert (done.reports, done.failures) == (1, 1)
    assert lines(tmp_path / "out.jsonl")[0] == {"id": 1, "article": {"name": "a1"}, "error": "RecursionError: too deep"}


def test_a_dash_in_the_input_is_no_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", None)
    write(Path("in.jsonl"), job(1, "-"))
    assert run_batch(Path("in.jsonl"), Path("out.jsonl"), workers=1).failures == 1
    assert "There is no file" in lines(Path("out.jsonl"))[0]["error"]
    Path("-").write_text("“We will pay,” Ms Roche said on Monday in Geneva.", encoding="utf-8")
    assert run_batch(Path("in.jsonl"), Path("out.jsonl"), workers=1).reports == 1


def test_keys_of_the_input_do_not_decide_what_failed(tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", {**job(13), "error": "none"}, {**job(1, "nowhere.txt"), "schema": 1})
    done = run_batch(source, tmp_path / "out.jsonl", workers=1)
    assert (done.reports, done.failures) == (1, 1)
    good, bad = lines(tmp_path / "out.jsonl")
    assert ("error" in good, "schema" in good, "schema" in bad) == (False, True, False)


def test_two_processes_give_the_same_lines(tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", *(job(number, None if number != 3 else "nowhere.txt") for number in range(5)))
    done = run_batch(source, tmp_path / "two.jsonl", workers=2)
    assert (done.reports, done.failures) == (4, 1)
    run_batch(source, tmp_path / "one.jsonl", workers=1)
    assert (tmp_path / "two.jsonl").read_bytes() == (tmp_path / "one.jsonl").read_bytes()


def test_a_killed_worker_is_said(tmp_path: Path) -> None:
    def kill() -> None:
        while not (found := multiprocessing.active_children()):
            time.sleep(0.02)
        found[0].kill()

    killer = threading.Thread(target=kill)
    killer.start()
    with pytest.raises(PolyglotNewsError, match="--resume"):
        run_batch(write(tmp_path / "in.jsonl", job(1), job(2)), tmp_path / "out.jsonl", workers=2)
    killer.join()
    assert (tmp_path / "out.jsonl.part").exists()
    assert not (tmp_path / "out.jsonl").exists()


def test_an_input_of_any_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("polyglot_news.files.MAX_BYTES", 400)
    source = write(tmp_path / "in.jsonl", job(1), job(2), job(3))
    assert source.stat().st_size > 400
    assert run_batch(source, tmp_path / "out.jsonl", workers=1).reports == 3
    write(source, job(1), {**job(2), "long": "x" * 400})
    with pytest.raises(InputError, match=r"Line 2 .* is longer"):
        run_batch(source, tmp_path / "out.jsonl", workers=1)


def test_an_input_that_can_be_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.write(writing, write(tmp_path / "in.jsonl", job(1)).read_bytes())
    os.close(writing)
    with os.fdopen(reading) as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        assert run_batch(Path("-"), tmp_path / "out.jsonl", workers=1).reports == 1


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
    assert (report["id"], report["article"]["name"]) == ("\ud800", "article")


def test_what_all_articles_need_is_looked_at_first(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_bytes(b"en,fr\n\xa1,b\n")
    source = write(tmp_path / "in.jsonl", job(1), job(2))
    with pytest.raises(GlossaryError, match="is not UTF-8"):
        run_batch(source, tmp_path / "out.jsonl", glossary=tmp_path / "terms.csv", workers=2)
    with pytest.raises(MissingFileError, match="no folder"):
        run_batch(source, tmp_path / "out.jsonl", packages=tmp_path / "none", workers=2)
    for output in (tmp_path, Path(), tmp_path / "none" / "out.jsonl"):
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
    assert "nowhere.txt" in lines(Path("ray.jsonl"))[1]["error"]
    assert lines(Path("ray.jsonl")) == lines(Path("local.jsonl"))


def test_missing_ray_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(InputError, match="pip install"):
        run_batch(write(tmp_path / "in.jsonl", job(1)), tmp_path / "out.jsonl", engine="ray")
