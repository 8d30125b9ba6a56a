"""The command line as a user meets it: separate processes, real packages, no network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from polyglot_news.cli import main
from polyglot_news.glossary import Glossary
from polyglot_news.text import Span
from polyglot_news.translate import Translator
from polyglot_news.translate.memory import Memory
from polyglot_news.translate.model import TermUse, Translation

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "parallel"
# Run before the program: whoever opens a socket or looks up a name ends the program with a traceback.
NO_NETWORK = """
import socket, sys
def forbidden(*args, **kwargs):
    raise RuntimeError("network forbidden")
socket.socket.connect = socket.socket.connect_ex = socket.create_connection = socket.getaddrinfo = forbidden
sys.argv[0] = "polyglot-news"
from polyglot_news.cli import main
main()
"""


def run(*arguments: str | Path, stdin: str | bytes = "", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(  # noqa: S603  # the program under test
        [sys.executable, "-c", NO_NETWORK, *map(str, arguments)],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        check=False,
        cwd=cwd,
        env={**os.environ, "PYTHONHASHSEED": "random"},
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_compare_writes_all_reports_and_the_same_bytes_twice(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("“We will pay 13 million euros,” Ada Lund said.\n", encoding="utf-8")
    official = tmp_path / "official.txt"
    official.write_text(
        "Mesdames et Messieurs.\nNous paierons 1,3 million d’euros.\nJe vous remercie.\n", encoding="utf-8"
    )
    outputs = [tmp_path / name for name in ("r.html", "r.json", "r.tmx")]
    options: list[str | Path] = [
        "--official",
        official,
        "--html",
        outputs[0],
        "--json",
        outputs[1],
        "--tmx",
        outputs[2],
    ]
    first = run("compare", article, *options)
    assert first.returncode == 0, first.stderr
    assert "critical number" in first.stdout
    before = [path.read_bytes() for path in outputs]
    assert run("compare", article, *options, "--fail-on", "critical").returncode == 1
    assert [path.read_bytes() for path in outputs] == before
    (item,) = json.loads(before[1])["items"]
    assert item["verdict"] == "divergent"
    assert item["speaker"] == "Ada Lund"
    assert item["passages"][0]["text"] == "Nous paierons 1,3 million d’euros."


def test_compare_to_standard_output_is_json_alone(tmp_path: Path) -> None:
    done = run("compare", EXAMPLES / "article.zh.txt", "--official", EXAMPLES / "official.fr.txt", "--json", "-")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["schema"] == 1


@pytest.mark.parametrize(("option", "start"), [("--html", "<!doctype html>"), ("--tmx", "<?xml ")])
def test_a_report_on_standard_output_stands_alone(tmp_path: Path, option: str, start: str) -> None:
    article, official = tmp_path / "article.txt", tmp_path / "official.txt"
    article.write_text("“We will pay 13 million euros,” Ada Lund said.\n", encoding="utf-8")
    official.write_text("Nous paierons 1,3 million d’euros.\n", encoding="utf-8")
    done = run("compare", article, "--official", official, option, "-")
    assert done.returncode == 0, done.stderr
    assert done.stdout.lower().startswith(start)
    assert done.stdout.rstrip().endswith(("</html>", "</tmx>"))


@pytest.mark.skipif(os.name != "posix", reason="no pipes with names here")
def test_a_report_goes_to_a_pipe_as_to_a_file(tmp_path: Path) -> None:
    article, official = tmp_path / "article.txt", tmp_path / "official.txt"
    article.write_text("“We will pay 13 million euros,” Ada Lund said.\n", encoding="utf-8")
    official.write_text("Nous paierons 1,3 million d’euros.\n", encoding="utf-8")
    done = run("compare", article, "--official", official, "--json", "/dev/stderr")
    assert done.returncode == 0, done.stderr
    assert done.stderr.startswith('{\n "schema": 1,')


def test_article_without_quotes_gives_an_empty_report(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Nothing was said in Geneva on Tuesday, and nobody asked.\n", encoding="utf-8")
    done = run("compare", article, "--official", EXAMPLES / "official.fr.txt", "--json", "-")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["items"] == []


def test_translate_lines_keeps_their_number_and_order() -> None:
    done = run("translate", "--to", "en", "--from", "fr", "--lines", stdin="Bonjour à tous.\n\nMerci beaucoup.\n")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.split("\n")
    assert len(lines) == 4
    assert lines[0]
    assert lines[1] == ""
    assert lines[2]


def test_a_text_of_another_language_than_is_said_is_translated_with_a_warning() -> None:
    french = "Le ministre a répondu que la réforme ne serait pas retirée.\nElle entrera en vigueur au printemps.\n"
    done = run("translate", "--to", "en", "--from", "zh", "--lines", stdin=french)
    assert done.returncode == 0
    assert "The text looks like fr, but --from says zh." in done.stderr


def test_each_line_is_translated_from_its_own_language() -> None:
    lines = "Nous ne partirons pas.\nThe talks failed.\n部长没有说话。\n42\nOK\n"
    done = run("translate", "--to", "en", "--lines", stdin=lines)
    assert (done.returncode, done.stderr) == (0, "")
    first, *others = done.stdout.splitlines()
    assert "leave" in first
    assert others[0] == "The talks failed."
    assert "minister" in others[1].lower()
    assert others[2] == "42"
    german = "Der Minister hat gestern nichts gesagt.\n"
    done = run("translate", "--to", "en", "--lines", stdin=german + "OK\n")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'Der Minister" in done.stderr
    assert "Use --from." in done.stderr


def test_what_the_glossary_lacks_and_what_lacks_of_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def translate(_: Translator, texts: list[str], *__: object, **___: object) -> list[Translation]:
        uses = [TermUse(source=Span(0, 4), form=f"f{i}", target=None, outcome="missed") for i in range(7)]
        uses.append(TermUse(source=Span(0, 4), form="used", target=Span(0, 1), outcome="used"))
        uses.append(TermUse(source=Span(0, 4), form="Nous", target=None, outcome="missed"))
        lost = ("68 million", "5%")
        return [
            Translation(text="x", source=text, target="en", terms=tuple(uses), lost=lost, invented=("7",))
            for text in texts
        ]

    monkeypatch.setattr(Translator, "translate", translate)
    text, glossary = tmp_path / "a.txt", tmp_path / "terms.csv"
    text.write_text("Nous ne partirons pas.\n", encoding="utf-8")
    glossary.write_text("en,fr\nsummit,sommet\ntalks,\n", encoding="utf-8")
    main(["translate", str(text), "--to", "en", "--glossary", str(glossary)])
    out, err = capsys.readouterr()
    assert out == "x\n"
    findings, changed, missed, figures, invented = err.splitlines()
    assert (
        findings == f"1 finding in the glossary {glossary}: polyglot-news glossary check {glossary} shows what to mend."
    )
    assert changed == "Not copied as it stands in the text: Nous"
    assert missed == (
        "Not translated as the glossary asks: Nous → f0; Nous → f1; Nous → f2; Nous → f3; Nous → f4; and 2 more"
    )
    assert figures == "Figures that the translation does not give as the text does: 68 million; 5%"
    assert invented == "Figures of the translation that the text does not give: 7"


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are no bytes here")
def test_names_of_files_that_are_no_utf_8(tmp_path: Path) -> None:
    article, official, report, memory = (
        tmp_path / os.fsdecode(name) for name in (b"a\xe9.txt", b"o\xe9.txt", b"r\xe9.json", b"m\xe9.tmx")
    )
    article.write_text("“We will pay 13 million euros,” Ada Lund said.\n", encoding="utf-8")
    official.write_text("Nous paierons 13 millions d’euros.\n", encoding="utf-8")
    done = run("compare", article, "--official", official, "--json", report, "--tmx", memory)
    assert done.returncode == 0, done.stderr
    assert "in a\ufffd.txt" in done.stdout
    assert json.loads(report.read_text(encoding="utf-8"))["article"]["name"] == "a\ufffd.txt"
    assert len(Memory.load(memory)) == 1
    glossary = tmp_path / os.fsdecode(b"g\xe9.csv")
    glossary.write_text("en,fr\nsummit,sommet\n", encoding="utf-8")
    checked = subprocess.run(  # noqa: S603  # the program under test
        [sys.executable, "-c", NO_NETWORK, "glossary", "check", glossary], capture_output=True, check=True
    )
    assert checked.stdout == os.fsencode(glossary) + b": nothing to mend\n"


def test_lines_are_lines_whatever_they_hold() -> None:
    lines = '{"text": "Bonjour à tous."}\n{"text": ""}\n«\n{"text": "Merci beaucoup."}\n'
    done = run("translate", "--to", "en", "--from", "fr", "--lines", stdin=lines)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("\n") == 4
    for command in ("detect", "quotes"):
        assert run(command, "--lines", stdin=lines).stdout.count("\n") == 4


def test_quotes_from_standard_input() -> None:
    done = run("quotes", "-", stdin="« Nous ne partirons pas », a déclaré Anne Roche.\n")
    assert done.returncode == 0, done.stderr
    (quote,) = map(json.loads, done.stdout.splitlines())
    assert quote["quote"] == "Nous ne partirons pas"
    assert quote["speaker"] == "Anne Roche"


def test_detect_lines() -> None:
    done = run("detect", "--lines", stdin="The minister said nothing.\n部长没有说话。\nLe ministre n’a rien dit.\n")
    assert [json.loads(line)["language"] for line in done.stdout.splitlines()] == ["en", "zh", "fr"]


@pytest.mark.parametrize("form", ["tsv", "jsonl", "tmx"])
def test_align(form: str) -> None:
    done = run("align", EXAMPLES / "official.en.txt", EXAMPLES / "official.fr.txt", "--format", form)
    assert done.returncode == 0, done.stderr
    assert "cessez-le-feu" in done.stdout


def test_packages_list_and_verify() -> None:
    assert "fr-en" in run("packages", "list").stdout
    done = run("packages", "verify")
    assert done.returncode == 0, done.stdout
    assert "ok" in done.stdout


@pytest.mark.parametrize("path", sorted((ROOT / "glossaries").glob("*.csv")), ids=lambda path: path.stem)
def test_the_glossaries_of_the_project_have_nothing_to_mend(path: Path) -> None:
    done = run("glossary", "check", path)
    assert done.returncode == 0, done.stdout


def test_a_glossary_is_converted_there_and_back(tmp_path: Path) -> None:
    diplomacy = ROOT / "glossaries" / "diplomacy.csv"
    base, table = tmp_path / "terms.tbx", tmp_path / "terms.tsv"
    for source, output in ((diplomacy, base), (base, table)):
        done = run("glossary", "convert", source, output)
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "cessez-le-feu" in base.read_text(encoding="utf-8")
    assert Glossary.load(table).find("ceasefire", "en")[0].forbidden("fr") == Glossary.load(diplomacy).find(
        "ceasefire", "en"
    )[0].forbidden("fr")
    assert run("glossary", "convert", diplomacy, tmp_path / "terms.xls").returncode == 2
    printed = run("glossary", "convert", diplomacy, "-", "--format", "tbx").stdout
    assert printed == base.read_text(encoding="utf-8")
    assert run("glossary", "convert", diplomacy, "-").stdout.startswith("en,fr,zh,domain,status,note\n")


def test_demo_shows_the_planted_divergences(tmp_path: Path) -> None:
    done = run("demo", "--out", tmp_path)
    assert done.returncode == 0, done.stderr
    assert str(tmp_path / "article.en.html") in done.stdout
    signature = json.loads((tmp_path / "article.en.json").read_text(encoding="utf-8"))["signature"]
    assert "|terms:" in signature  # the translations keep to the glossary, too
    planted = json.loads((EXAMPLES / "gold.json").read_text(encoding="utf-8"))
    found = alarms = 0
    for name, quotes in planted.items():
        items = json.loads((tmp_path / name).with_suffix(".json").read_text(encoding="utf-8"))["items"]
        for quote in quotes:
            (item,) = [item for item in items if quote["quote"] in item["quote"]]
            found += bool(quote["planted"]) and item["verdict"] == "divergent"
            alarms += quote["planted"] is None and item["verdict"] != "faithful"
    assert found >= 15
    assert alarms <= 1


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 4, "binary"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
        ("Zażółć gęślą jaźń, powiedział minister w środę.".encode("cp1250"), "iconv"),
    ],
    ids=["empty", "binary", "pdf", "cp1250"],
)
def test_bad_articles_get_one_line(tmp_path: Path, content: bytes, says: str) -> None:
    article = tmp_path / "article.txt"
    article.write_bytes(content)
    out = tmp_path / "report.html"
    done = run("compare", article, "--official", EXAMPLES / "official.fr.txt", "--html", out)
    assert done.returncode == 2
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert not out.exists()


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        ("Le ministre a déclaré que l'été serait très chaud.", "latin-1", "WINDOWS-1252"),
        ("外交部发言人表示，中方对此表示坚决反对，并已提出严正交涉。", "gb18030", "GB18030"),
    ],
)
def test_a_guessed_encoding_is_said(text: str, encoding: str, told: str) -> None:
    done = run("detect", stdin=text.encode(encoding))
    assert done.returncode == 0, done.stderr
    assert done.stderr == (
        f"standard input is not UTF-8 and was read as {told}: if its letters look wrong, convert it to UTF-8.\n"
    )


def test_help_is_whole_and_says_what_the_signs_mean() -> None:
    assert "..." not in run("--help").stdout.split("Commands:")[1]
    shown = run("compare", "--help").stdout
    assert "\\b" not in shown
    assert "\n  polyglot-news compare article.txt --official speech.fr.txt --html report.html\n" in shown
    for said in ("no divergence found", "worth a look", "HTML", "--official speech.fr.txt", "[required]"):
        assert said in shown


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["compare", "nothing.txt", "--official", "nothing.txt"], "no file"),
        (["compare", EXAMPLES, "--official", EXAMPLES], "folder"),
        (["compare"], "Missing argument"),
        (["compare", "a.txt"], "Missing option '--official': give the official text as --official FILE"),
        (["compare", "a.txt", "b.txt"], "give the official text as --official b.txt"),
        (["compare", "a.txt", "c.txt", "--official", "b.txt"], "One article is checked at a time"),
        (["compare", "https://example.org/a", "--official", "b"], "'https://example.org/a' is an address on the web"),
        (["compare", "a.txt", "--official", "http://example.org/b"], "nothing is fetched"),
        (["compare", "-", "--official", "-"], "can be read once"),
        (["align", "-", "-"], "can be read once"),
        (["compare", "a.txt", "--official", "b.txt", "--index", ""], "'--index': the name is empty. See"),
        (["quotes", "a.txt", "b.txt"], "unexpected extra argument (b.txt). See polyglot-news quotes --help."),
        (["compare", "a.txt", "--official", "b.txt", "--json", "-", "--html", "-"], "takes one report"),
        # said before the work begins: the article is missing as well
        (["compare", "nothing.txt", "--official", "nothing.txt", "--json", "nowhere/a.json"], "folder does not exist"),
        (["compare", "a", "--official", "b", "--json", "b"], "Cannot write 'b': it is read, too"),
        (["compare", "a", "--official", "b", "--memory", "c", "--html", "./c"], "it is read, too"),
        (["compare", "a", "--official", "b", "--json", "c", "--html", "./c"], "another output goes there"),
        (["compare", "a", "--official", "b", "--tmx", ROOT], "it is a folder"),
        (["compare", "a", "--official", "b", "--tmx", "/sys/report.tmx"], "Cannot write '/sys/report.tmx'"),
        (["demo", "--out", ROOT / "README.md"], "File exists"),
        (["glossary", "convert", ROOT / "glossaries", ROOT / "nowhere" / "a.csv"], "Cannot write"),
        (["translate", "--to", "de"], "'de' is not one of"),
        (["translate", "--to", "en", "--packages", "nowhere"], "nowhere"),
        (["packages", "install", "nothing.argosmodel"], "nothing.argosmodel"),
        (["glossary", "check", "nothing.csv"], "nothing.csv"),
        (["batch", "nothing.jsonl", "out.jsonl"], "nothing.jsonl"),
        (["batch", ".", "out.jsonl"], "is a folder"),
        (["batch", "-", "out.jsonl"], "Line 1 of - is not JSON"),
        (["batch", "-", "-"], "must be a file"),
        (["batch", "-", "out.jsonl", "--workers", "0"], "not in the range"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_mistakes_get_one_line(tmp_path: Path, arguments: list[str | Path], says: str) -> None:
    done = run(*arguments, stdin="Bonjour à tous.\n", cwd=tmp_path)
    assert done.returncode == 2
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr


@pytest.mark.parametrize("arguments", ["detect --lines", "compare article.txt --official official.txt"])
def test_a_reader_that_has_gone_is_no_failure(tmp_path: Path, arguments: str) -> None:
    (tmp_path / "article.txt").write_text("“We will pay 13 million euros,” Ada Lund said.\n", encoding="utf-8")
    (tmp_path / "official.txt").write_text("« Nous paierons 13 millions d’euros. »\n", encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(  # noqa: S603  # the program under test
        [sys.executable, "-c", NO_NETWORK, *arguments.split()],
        input=b"Yes.\n" * 2000,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
        cwd=tmp_path,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_said() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-c", NO_NETWORK, "detect"],
            input=b"Yes.",
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == b"polyglot-news: No space left on device; name another place.\n"


def test_no_command_shows_the_help() -> None:
    done = run()
    assert done.stderr.count("\n") > 5 or done.stdout.count("\n") > 5
    assert "Commands:" in done.stderr + done.stdout


def test_missing_model_is_named(tmp_path: Path) -> None:
    package = tmp_path / "translate-fr_en-9_9"
    (package / "model").mkdir(parents=True)
    (package / "metadata.json").write_text(
        '{"package_version": "9.9", "argos_version": "1.9", "from_code": "fr", "to_code": "en"}', encoding="utf-8"
    )
    done = run("translate", "--to", "en", "--from", "fr", "--packages", tmp_path, stdin="Bonjour.\n")
    assert done.returncode == 2
    assert "translate-fr_en-9_9" in done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr


def test_import_is_light() -> None:
    code = (
        "import sys, polyglot_news; "
        "heavy = {'numpy', 'ctranslate2', 'sentencepiece', 'argostranslate', 'torch', 'langdetect', 'trafilatura'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"


def test_a_standard_input_that_is_closed_is_told() -> None:
    done = subprocess.run(  # noqa: S603  # the shell closes it
        ["/bin/sh", "-c", f'exec "{sys.executable}" -c "from polyglot_news.cli import main; main()" quotes - <&-'],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "polyglot-news: Standard input cannot be read (it is closed): check its name and its permissions.\n"
    )
