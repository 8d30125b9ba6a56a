"""What callers hand to the public functions, and how they are told that it cannot be used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import polyglot_news as pn
from polyglot_news.errors import InputError, WrongTypeError

SAID = "“We will pay 13 million euros,” Ada Lund said."
OFFICIAL = "Nous paierons 1,3 million d’euros."


@pytest.mark.parametrize(
    ("call", "given", "message"),
    [
        (pn.detect_language, None, "text must be str, not NoneType"),
        (pn.extract_quotes, b"x", r"not bytes: of a file give read_document\(path\).text"),
        (pn.extract_quotes, Path("a.txt"), "give read_document"),
        (lambda given: pn.extract_quotes(SAID, given), 5, "language must be str"),
        (lambda given: pn.split_sentences(given, "en"), None, "text must be str"),
        (lambda given: pn.compare(given, OFFICIAL), None, "rendering must be str"),
        (lambda given: pn.compare(SAID, given), [OFFICIAL], "official must be str, not list"),
        (lambda given: pn.compare(SAID, OFFICIAL, glossary=given), "a.csv", r"Glossary.load\(path\)"),
        (lambda given: pn.compare_article(given, OFFICIAL), None, "article must be str or Document"),
        (lambda given: pn.compare_article(SAID, given), None, "official 1 must be str or Document, not NoneType"),
        (lambda given: pn.compare_article(SAID, [given]), Path("a.txt"), r"read_document\(path\)"),
        (lambda given: pn.compare_article(SAID, OFFICIAL, index=given), "folder", r"PassageIndex\(folder\)"),
        (lambda given: pn.find_passages(given, OFFICIAL), None, "quote must be str or Quote"),
        (lambda given: pn.find_passages(SAID, given), b"x", "official 1 must be"),
        (lambda given: pn.align_sentences(given, OFFICIAL), None, "source must be str or Iterable"),
        (lambda given: pn.align_sentences(SAID, given), [None], "A sentence of target must be str"),
        (pn.read_document, None, "path must be str or PathLike"),
        (pn.Glossary, "a.csv", r"A term must be Term, not str: a file is read with Glossary.load\(path\)"),
        (pn.Glossary.load, None, "path must be"),
        (lambda given: pn.Glossary().find(given, "en"), None, "text must be str"),
        (pn.Memory, 5, "path must be"),
        (pn.Memory.load, None, "path must be"),
        (lambda given: pn.Memory().look_up(given, "en", "fr"), None, "text must be str"),
        (lambda given: pn.Memory().add([given]), "x", "A unit must be Mapping"),
        (pn.PassageIndex, None, "folder must be"),
        (pn.Translator, 5, "packages must be"),
        (lambda given: pn.Translator(glossary=given), "a.csv", r"Glossary.load\(path\)"),
        (lambda given: pn.Translator(memory=given), Path("a.tmx"), r"Memory.load\(path\)"),
        (lambda given: pn.Translator(beam=given), 2.0, "beam must be int"),
        (lambda given: pn.Translator().translate(given, "fr"), None, "texts must be Iterable"),
        (lambda given: pn.Translator().translate(given, "fr"), ["Bonjour.", None], "Text 2 must be str"),
    ],
)
def test_another_type_is_refused_in_one_clear_error(call: Callable[[Any], object], given: Any, message: str) -> None:
    with pytest.raises(WrongTypeError, match=message) as raised:
        call(given)
    assert isinstance(raised.value, TypeError)


@pytest.mark.parametrize("beam", [-1, 0, 17])
def test_a_beam_without_sense_is_refused(beam: int) -> None:
    with pytest.raises(InputError, match="from 1 to 16"):
        pn.Translator(beam=beam)


@pytest.mark.parametrize("core", [pn.Span(-1, 5), pn.Span(5, 2), pn.Span(0, len(OFFICIAL) + 1)])
def test_a_core_outside_the_text_is_refused(core: pn.Span) -> None:
    with pytest.raises(InputError, match="does not lie in the official text"):
        pn.compare(SAID, OFFICIAL, core=core)


@pytest.mark.parametrize("name", ["there", "article.md", "talks/speech.fr.TXT", "讲话.txt", "https://example.org/a"])
def test_the_name_of_a_file_is_no_text(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("there").write_text(SAID, encoding="utf-8")
    for call in (
        lambda: pn.compare_article(name, OFFICIAL),
        lambda: pn.compare_article(SAID, [OFFICIAL, name]),
        lambda: pn.find_passages(SAID, name),
    ):
        with pytest.raises(InputError, match=r"the name of a file, not its text: give read_document\("):
            call()


def test_a_text_that_ends_with_the_name_of_a_file_is_a_text() -> None:
    assert pn.compare_article("“It is all in the notes,” she said, and sent minutes.txt", OFFICIAL).items
    assert pn.find_passages("Look it up.", "C’est dans le fichier notes.txt")


def test_sentences_may_come_one_by_one() -> None:
    assert len(pn.align_sentences(iter([SAID]), iter([OFFICIAL]))) == 1
