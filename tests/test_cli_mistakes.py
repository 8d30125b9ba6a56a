"""What a stranger to the command line may get wrong."""

from __future__ import annotations

import contextlib
import pickle
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from polyglot_news.cli import main
from polyglot_news.glossary import Glossary, Term, formats
from polyglot_news.glossary.findings import Finding

ARTICLE = 'The harbour master said the new pier "will be open to ferries by the first of March".\n'
OFFICIAL = "La nouvelle jetée sera ouverte aux ferries d'ici au 1er mars. Le phare restera fermé.\n"
TERMS = "en,fr\n# harbours\npier,jetée\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "official.txt").write_text(OFFICIAL, encoding="utf-8")
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms" / "harbour.csv").write_text(TERMS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    before = signal.getsignal(signal.SIGTERM)  # the command line has one of its own
    yield tmp_path
    signal.signal(signal.SIGTERM, before)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "officials",
    [["--official", "./article.txt"], ["--official", "official.txt", "--official", "terms/../official.txt"]],
)
def test_a_file_that_is_named_twice_is_told(officials: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with contextlib.suppress(SystemExit):
        main(["compare", "article.txt", *officials])
    assert "named twice" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["loop", "--official", "official.txt"], ["article.txt", "--official", "loop"]])
def test_a_link_to_itself_is_no_file(arguments: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "loop").symlink_to("loop")
    with pytest.raises(SystemExit, match="2"):
        main(["compare", *arguments, "--json", "report.json"])
    assert "'loop' cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize(("official", "asks"), [("Bonjour.", True), (OFFICIAL, False)])
def test_an_official_text_of_a_word_is_told(
    official: str, asks: bool, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "official.txt").write_text(official, encoding="utf-8")
    main(["compare", "article.txt", "--official", "official.txt", "--official-language", "fr"])
    assert ("official.txt holds hardly any text" in capsys.readouterr().err) is asks


@pytest.mark.parametrize("source", ["terms/harbour.csv", "terms"])
def test_a_glossary_is_not_converted_into_itself(source: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["glossary", "convert", source, "./terms/harbour.csv"])
    assert "it is read, too" in capsys.readouterr().err
    assert (folder / "terms" / "harbour.csv").read_text(encoding="utf-8") == TERMS
    main(["glossary", "convert", source, "harbour.tsv"])
    assert "pier\tjetée" in (folder / "harbour.tsv").read_text(encoding="utf-8")


def test_a_report_does_not_take_the_place_of_a_glossary(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["compare", "article.txt", "--official=official.txt", "--glossary=terms", "--json", "terms/harbour.csv"])
    assert "it is read, too" in capsys.readouterr().err
    assert (folder / "terms" / "harbour.csv").read_text(encoding="utf-8") == TERMS


def batch(folder: Path, output: str, *options: str) -> None:
    (folder / "in.jsonl").write_text('{"article": "article.txt", "officials": ["official.txt"]}\n', encoding="utf-8")
    main(["batch", "in.jsonl", output, "--glossary", "terms", "--workers", "1", *options])


def test_a_batch_takes_languages_and_counts_in_english(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    batch(folder, "out.jsonl", "--article-language", "en", "--official-language", "fr")
    assert capsys.readouterr().out == "1 report in out.jsonl, 0 articles failed\n"


def test_a_batch_reads_its_glossary_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reads = []

    def read(path: Path, languages: tuple[str, str] | None = None) -> tuple[list[Term], list[Finding]]:
        reads.append(path)
        return formats_read(path, languages)

    formats_read = formats.read
    monkeypatch.setattr(formats, "read", read)
    batch(folder, "out.jsonl")
    assert reads == [Path("terms/harbour.csv")]
    assert '"items"' in (folder / "out.jsonl").read_text(encoding="utf-8")


def test_a_batch_does_not_write_over_its_glossary(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        batch(folder, "./terms/harbour.csv")
    assert "it is read, too" in capsys.readouterr().err
    assert (folder / "terms" / "harbour.csv").read_text(encoding="utf-8") == TERMS


def test_a_glossary_travels_to_the_workers_of_a_batch(folder: Path) -> None:
    glossary = Glossary.load(folder / "terms")
    assert glossary.find("the piers", "en", target="fr")
    there = pickle.loads(pickle.dumps(glossary))  # noqa: S301  # our own
    assert (there.terms, there.checksum, there.findings) == (glossary.terms, glossary.checksum, ())
    assert there.find("two piers", "en", target="fr")
