"""Translation memory."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest

from polyglot_news.errors import GlossaryError, InputError, MissingFileError
from polyglot_news.translate.memory import Memory

UNITS = [
    {"en": "France supports the ceasefire.", "fr": "La France soutient le cessez-le-feu.", "zh": "法国支持停火。"},
    {"en": "France will not sign the agreement.", "fr": "La France ne signera pas l’accord."},
    {"en": "Growth was 5.2% in 2023.", "zh": "2023年增长5.2%。"},
]


@pytest.fixture
def memory() -> Memory:
    found = Memory()
    found.add(UNITS, origin="statement")
    return found


@pytest.mark.parametrize(
    ("text", "source", "target", "expected"),
    [
        ("France supports the ceasefire.", "en", "fr", "La France soutient le cessez-le-feu."),
        ("FRANCE supports  the ceasefire", "en", "zh", "法国支持停火。"),
        ("“France supports a ceasefire!”", "en", "fr", "La France soutient le cessez-le-feu."),
        ("法國支持停火", "zh", "fr", "La France soutient le cessez-le-feu."),
        ("La France ne signera pas l'accord.", "fr", "en", "France will not sign the agreement."),
        ("France will sign the agreement.", "en", "fr", None),
        ("France must not sign the agreement.", "en", "fr", None),
        ("Growth was 5.3% in 2023.", "en", "zh", None),
        ("Growth was 52% in 2023.", "en", "zh", None),
        ("法国不支持停火。", "zh", "en", None),
        ("Growth was 5.2% in 2023.", "en", "fr", None),
        ("", "en", "fr", None),
    ],
)
def test_look_up(memory: Memory, text: str, source: str, target: str, expected: str | None) -> None:
    match = memory.look_up(text, source, target)
    assert (match.target if match else None) == expected


@pytest.mark.parametrize("exists", [True, False])
def test_a_memory_is_not_kept_in_a_file_called_as_tmx_is(tmp_path: Path, exists: bool) -> None:
    path = tmp_path / "memory.TMX"
    if exists:
        path.write_text("<tmx/>", encoding="utf-8")
    with pytest.raises(GlossaryError, match=r"Memory.load\(path\)"):
        Memory(path)
    assert path.exists() == exists


def test_half_of_a_surrogate_pair_is_refused(memory: Memory) -> None:
    with pytest.raises(InputError, match="surrogate"):
        memory.add([{"en": "It is \ud83d over.", "fr": "C’est fini."}])
    assert len(memory) == len(UNITS)


def test_search_ranks_by_similarity(memory: Memory) -> None:
    first, second = memory.search("France will sign the agreement.", "en", "fr", cutoff=0.3)
    assert (first.target, first.same, first.origin) == ("La France ne signera pas l’accord.", False, "statement")
    assert 1 > first.similarity > second.similarity > 0.3
    assert memory.search("Nothing like it", "en", "fr", cutoff=0.8) == []


def test_the_first_rendering_wins(memory: Memory) -> None:
    memory.add([{"en": "France supports the ceasefire.", "fr": "Autre chose."}])
    match = memory.look_up("France supports the ceasefire.", "en", "fr")
    assert match
    assert match.target == "La France soutient le cessez-le-feu."


TMX = """<?xml version="1.0"?><tmx version="1.4"><header/><body>
<tu><tuv xml:lang="en-GB"><seg>Good <bpt i="1">x</bpt>day</seg></tuv><tuv xml:lang="FR"><seg>Bonjour</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Alone</seg></tuv><tuv xml:lang="de"><seg>Allein</seg></tuv></tu>
</body></tmx>"""


def test_tmx_and_sqlite_files(tmp_path: Path) -> None:
    tmx, data = tmp_path / "a.tmx", tmp_path / "a.sqlite"
    tmx.write_text(TMX)
    first = Memory.load(tmx)
    assert len(first) == 1
    kept = Memory(data)
    kept.add_tmx(tmx)
    again = Memory.load(data)
    assert again.checksum == kept.checksum
    match = again.look_up("good day", "en", "fr")
    assert match
    assert (match.target, match.origin) == ("Bonjour", "a.tmx")


def test_renderings_that_a_report_calls_divergent_are_passed_over(tmp_path: Path) -> None:
    tmx = tmp_path / "report.tmx"
    unit = (
        '<tu><prop type="x-verdict">{0}</prop><tuv xml:lang="en"><seg>{0}</seg></tuv>'
        '<tuv xml:lang="fra-CA"><seg>Oui, {0}</seg></tuv></tu>'
    )
    units = "".join(map(unit.format, ("divergent", "faithful", "unmatched")))
    tmx.write_text(f'<tmx version="1.4"><header/><body>{units}</body></tmx>')
    memory = Memory.load(tmx)
    assert len(memory) == 1
    assert memory.look_up("faithful", "en", "fr")
    tmx.write_text(f'<tmx version="1.4"><header/><body>{unit.format("divergent")}</body></tmx>')
    with pytest.raises(GlossaryError, match="divergent ones alone"):
        Memory.load(tmx)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<tmx><body>", "not well-formed"),
        ("<tmx><body/></tmx>", "no translation unit"),
        ('<!DOCTYPE t [<!ENTITY a "b">]><tmx>&a;</tmx>', "entities, which are refused"),
        ("SQLite format 3\0 but nothing more", "cannot be opened"),
        ("", "not well-formed"),
    ],
)
def test_files_that_are_no_memory(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "a.tmx"
    path.write_text(content)
    with pytest.raises(GlossaryError, match=message):
        Memory.load(path)
    with pytest.raises(MissingFileError, match="no translation memory"):
        Memory.load(tmp_path / "nowhere")


def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    for number, table in enumerate(("CREATE TABLE visits (page TEXT)", "CREATE TABLE segment (page TEXT)")):
        path = tmp_path / f"{number}?.sqlite"
        with sqlite3.connect(path) as database:
            database.execute(table)
        before = path.read_bytes()
        for opened in (Memory.load, Memory):
            with pytest.raises(GlossaryError, match=r"translation memory \(no such "):
                opened(path)
        assert path.read_bytes() == before


def test_a_loaded_memory_is_only_read(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    Memory(path).add(UNITS)
    with pytest.raises(GlossaryError, match="readonly"):
        Memory.load(path).add(UNITS)
    assert len(Memory(path)) == len(UNITS)


def test_a_memory_can_be_closed(tmp_path: Path) -> None:
    with contextlib.closing(Memory(tmp_path / "memory.sqlite")) as memory:
        memory.add([{"en": "The quay is shut.", "fr": "Le quai est fermé."}])
    with pytest.raises(sqlite3.ProgrammingError):
        memory.look_up("The quay is shut.", "en", "fr")
    assert (tmp_path / "memory.sqlite").exists()
