from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from polyglot_news.align.files import align_files
from polyglot_news.cli import main
from polyglot_news.errors import InputError, LanguageError
from polyglot_news.tmx import read_tmx

ENGLISH = ["The minister opened the meeting at nine.", "We will not send a single soldier to the region."]
FRENCH = ["La ministre a ouvert la séance à neuf heures.", "Nous n'enverrons aucun soldat dans la région."]
MORE = ["Geneva: Leila Haddad, Marcel Okoye, 14 h 30, salle 7.", "Ottawa: Ines Varga, Paul Tremblay, 9 h 15, salle 12."]
MEMORY = """<?xml version="1.0"?><tmx version="1.4"><header srclang="fr-FR"/><body>
<tu><prop type="x-similarity">0.25</prop><tuv xml:lang="en"><seg>Yes.</seg></tuv>
<tuv xml:lang="fr"><seg>Oui.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>The minister opened the meeting at nine.</seg></tuv>
<tuv xml:lang="fr"><seg>La ministre a ouvert la séance à neuf heures.</seg></tuv>
<tuv xml:lang="de"><seg>Die Ministerin eröffnete die Sitzung um neun.</seg></tuv></tu>
</body></tmx>"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    paths = tmp_path / "speech.en.txt", tmp_path / "speech.fr.txt"
    for path, sentences, changed in zip(paths, (ENGLISH, FRENCH), (1_700_000_000, 1_600_000_000), strict=True):
        path.write_text("\n".join(sentences) + "\n", encoding="utf-8")
        os.utime(path, (changed, changed))
    return paths


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    """Run the command line; return its exit code and what it printed."""
    try:
        main(["align", *map(str, arguments)])
        code = 0
    except SystemExit as end:
        code = int(end.code or 0)
    return code, *capsys.readouterr()


def test_two_files(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, *files, "--format", "jsonl")
    assert (code, err) == (0, "")
    assert [json.loads(line)["target"] for line in out.splitlines()] == FRENCH


def test_a_memory_bears_tool_date_and_similarity(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, *files, "--format", "tmx")
    assert 'creationtool="polyglot-news"' in out
    assert out.count('changedate="20231114T221320Z"') == 2  # of the younger file
    assert out.count('<prop type="x-similarity">') == 2
    assert [unit.text("fr") for unit in read_tmx(out.encode(), "out").units] == FRENCH


def test_hard_wrapped_texts_give_sentences_in_one_line(tmp_path: Path) -> None:
    one, other = tmp_path / "a.en.txt", tmp_path / "a.zh.txt"
    one.write_text(
        "> The minister opened the\n>   meeting at nine.\nWe will not send a\r\n  soldier.\n", encoding="utf-8"
    )
    other.write_text(
        "部长九点钟宣布会议在首都正式\n开幕，各方代表出席。\n我们一个士兵也不派往那个边境\n地区。\n", encoding="utf-8"
    )
    found = align_files(one, other, source_language="en", target_language="zh")
    assert found.source == ["The minister opened the meeting at nine.", "We will not send a soldier."]
    assert found.target == ["部长九点钟宣布会议在首都正式开幕，各方代表出席。", "我们一个士兵也不派往那个边境地区。"]


def test_a_figure_at_the_beginning_of_a_quoted_line_keeps_no_mark(tmp_path: Path) -> None:
    one, other = tmp_path / "a.en.txt", tmp_path / "a.fr.txt"
    one.write_text("Ana wrote:\n> The bridge over the river will cost\n> 3 million euros in all.\n", encoding="utf-8")
    other.write_text(
        "Ana a écrit :\n> Le pont sur la rivière nous coûtera\n> 3 millions d'euros en tout.\n", encoding="utf-8"
    )
    found = align_files(one, other, source_language="en", target_language="fr")
    assert found.source == ["Ana wrote:", "The bridge over the river will cost 3 million euros in all."]
    assert found.target == ["Ana a écrit :", "Le pont sur la rivière nous coûtera 3 millions d'euros en tout."]


def test_html(files: tuple[Path, Path], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in (*FRENCH, *MORE))
    page.write_text(
        f"<!DOCTYPE html><html><body><nav>Menu</nav><article>{paragraphs}</article></body></html>", encoding="utf-8"
    )
    files[0].write_text("\n".join((*ENGLISH, *MORE)), encoding="utf-8")
    found = align_files(files[0], page, source_language="en", target_language="fr")
    assert "Menu" not in found.target
    assert [(link.source, link.target) for link in found.links] == [((i,), (i,)) for i in range(4)]


def test_the_cells_of_a_table_are_texts_and_its_rules_are_none(tmp_path: Path) -> None:
    paths = tmp_path / "table.en.txt", tmp_path / "table.fr.txt"
    tables = (
        (ENGLISH, "| Harbour | Ships |\n|:---|---:|\n| Varna | 12 |\n| It is shut. | |"),
        (FRENCH, "| Port | Navires |\n|---|---|\n| Varna | 12 |\n| Il est fermé. | |"),
    )
    for path, (sentences, table) in zip(paths, tables, strict=True):
        path.write_text("\n\n".join([*sentences, table]), encoding="utf-8")
    found = align_files(*paths, source_language="en", target_language="fr")
    assert found.source == [*ENGLISH, "Harbour", "Ships", "Varna", "12", "It is shut."]
    assert [(link.source, link.target) for link in found.links] == [((i,), (i,)) for i in range(7)]


def test_a_memory_alone_is_rated(tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    path.write_text(MEMORY, encoding="utf-8")
    found = align_files(path)
    assert (found.source_language, found.target_language) == ("fr", "en")
    assert found.source[0] == "Oui."
    said, measured = found.links
    assert said.similarity == 0.25
    assert measured.similarity > 0.5
    assert align_files(path, source_language="en").target[0] == "Oui."


def test_standard_input_that_is_no_memory_is_called_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"No memory.")))
    with pytest.raises(InputError, match=r"^standard input is no TMX file"):
        align_files("-")


def test_a_memory_keeps_its_notes_dates_and_properties(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "memory.tmx"
    about = '<tu creationdate="20240102T030405Z"><note>ask Ada</note><prop type="x-client">7</prop>'
    path.write_text(MEMORY.replace("<tu>", about), encoding="utf-8")
    _, out, _ = run(capsys, path, "--format", "tmx")
    for unit in read_tmx(out.encode(), "out").units:
        assert (unit.note, unit.properties["x-client"]) == ("ask Ada", "7")
        assert str(unit.created).startswith("2024-01-02 03:04:05")
        assert unit.changed is None
    assert out.count('type="x-similarity"') == 2


def test_a_memory_keeps_its_tags_and_tells_what_it_leaves_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "memory.tmx"
    tagged = MEMORY.replace('xml:lang="en"', 'xml:lang="en-CA" changeid="Ada"').replace('xml:lang="fr"', 'lang="fr-CA"')
    alone = (
        '<tu><tuv xml:lang="fr-CA"><seg>Peut-être.</seg></tuv><tuv xml:lang="zh"><seg>也许。</seg></tuv></tu></body>'
    )
    path.write_text(tagged.replace("<tu><tuv", '<tu tuid="b2"><tuv').replace("</body>", alone), encoding="utf-8")
    _, out, err = run(capsys, path, "--format", "tmx")
    assert err == "Of fr, en, zh only fr and en are taken; 1 of 3 units lack one of fr and en and are left out.\n"
    file = read_tmx(out.encode(), "out")
    assert file.source == "fr-CA"
    assert [[tag for tag, _ in unit.variants] for unit in file.units] == [["fr-CA", "en-CA"]] * 2
    assert [unit.attributes for unit in file.units] == [{"changeid": "Ada"}, {"tuid": "b2", "changeid": "Ada"}]


def test_a_memory_says_that_chinese_is_traditional(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chinese = tmp_path / "speech.zh.txt"
    chinese.write_text("部長九點宣布開會。\n我們不會向該地區派遣任何士兵。\n", encoding="utf-8")
    _, out, _ = run(capsys, files[0], chinese, "--format", "tmx")
    assert [[tag for tag, _ in unit.variants] for unit in read_tmx(out.encode(), "out").units] == [
        ["en", "zh-Hant"]
    ] * 2


def test_the_sides_of_a_memory_can_be_aligned(tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    path.write_text(MEMORY, encoding="utf-8")
    found = align_files(path, path, source_language="en", target_language="fr")
    assert [(link.source, link.target) for link in found.links] == [((0,), (0,)), ((1,), (1,))]


def test_other_languages_are_refused(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    german = tmp_path / "speech.de.txt"
    german.write_text("Die Ministerin eröffnete die Sitzung um neun Uhr und sagte nichts.\n", encoding="utf-8")
    for pair in ((german, files[1]), (files[0], german)):
        with pytest.raises(
            LanguageError, match=r"^speech.de.txt does not look like .*; if it is, name its language\.$"
        ):
            align_files(*pair)
        code, out, err = run(capsys, *pair)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert "Use --source-language or --target-language." in err


def test_unrelated_files_are_said_to_be_so(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.txt"
    lines = [
        "Le boulanger sort son pain du four.", "Mon chat dort sur le canapé.", "La recette demande trois œufs.",
        "Un orage a surpris les promeneurs.", "Le violon manque de cordes.", "Les pommes mûrissent en automne.",
    ]  # fmt: skip
    other.write_text("\n".join(lines), encoding="utf-8")
    code, out, err = run(capsys, files[0], other)
    assert code == 0
    assert err.startswith("The texts hardly render each other: 0 of 2 sentences")
    assert len(out.splitlines()) == 1 + 2 + 6


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "no file"),
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\x7fELF\0\0\0", "binary"),
        (b"<tmx version='1.4'><body><tu>", "well-formed"),
        (b"<tmx version='1.4'><header/><body/></tmx>", "holds no segments"),
    ],
)
def test_bad_input_is_one_line(
    files: tuple[Path, Path],
    content: bytes | None,
    message: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "bad"
    if content is not None:
        path.write_bytes(content)
    for arguments in ((files[0], path), (path, files[0])):
        code, out, err = run(capsys, *arguments)
        assert (code, out) == (2, "")
        assert message in err
        assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("Nothing of the kind.", "name the file of the other version"),
        ("<tmx version='1.4'><header/><body><tu><tuv xml:lang='en'><seg>A.</seg></tuv></tu></body></tmx>", "two of"),
        ("<tmx version='1.4'><body>", "well-formed"),
    ],
)
def test_one_file_that_is_no_memory(content: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        align_files(path)


def test_marks_nested_to_any_depth_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deep = "<hi>" * 3_000 + "Non.<ph>x</ph>" + "</hi> là" * 3_000
    path = tmp_path / "deep.tmx"
    path.write_text(MEMORY.replace("Oui.", deep), encoding="utf-8")
    code, out, err = run(capsys, path)
    assert (code, err) == (0, "")
    assert "Non. là là" in out
    assert "x</ph>" not in out
