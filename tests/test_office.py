"""Word and LibreOffice documents."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from polyglot_news.documents import read_document
from polyglot_news.errors import InputError

WORD = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r><w:t>Le pont reste ouvert</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">« Nous ne fermerons </w:t></w:r>
<w:del><w:r><w:delText>jamais</w:delText></w:r></w:del>
<w:ins><w:r><w:t>pas</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> le pont », a dit la préfète.</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Coût</w:t></w:r></w:p></w:tc>
<w:tc><w:p><w:r><w:t>12 millions</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
</w:body></w:document>"""

OPEN = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
<text:tracked-changes><text:deletion><text:p>gone</text:p></text:deletion></text:tracked-changes>
<text:h>The bridge stays open</text:h>
<text:p>“We will <text:span>not</text:span> close<text:s/>the bridge,<text:note><text:note-body><text:p>A note.</text:p>
</text:note-body></text:note>” the prefect said.</text:p></office:text></office:body></office:document-content>"""


def _archive(member: str, content: str, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", compression) as archive:
        archive.writestr("mimetype", "application/x")
        archive.writestr(member, content)
    return data.getvalue()


def _broken(compression: int) -> bytes:
    """Return a Word document whose packed text is all zeros from its first bytes on."""
    data = _archive("word/document.xml", WORD, compression)
    start = data.index(b"word/document.xml") + len(b"word/document.xml")
    return data[: start + 4] + bytes(100) + data[start + 104 :]


def test_word_gives_a_paragraph_a_line_without_what_is_deleted(tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(_archive("word/document.xml", WORD))
    assert read_document(tmp_path / "draft.docx").text.split("\n") == [
        "Le pont reste ouvert",
        "« Nous ne fermerons pas le pont », a dit la préfète.",
        "Coût\t12 millions",
    ]


def test_libreoffice_gives_a_paragraph_a_line_without_notes(tmp_path: Path) -> None:
    (tmp_path / "release.odt").write_bytes(_archive("content.xml", OPEN))
    assert read_document(tmp_path / "release.odt").text.split("\n") == [
        "The bridge stays open",
        "“We will not close the bridge,” the prefect said.",
    ]


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (_archive("xl/workbook.xml", "<x/>"), "a zip archive"),
        (_archive("word/document.xml", "<w:p"), "damaged"),
        (_archive("word/document.xml", WORD)[:300], "damaged"),
        (_archive("content.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "damaged or protected"),
        (_broken(zipfile.ZIP_BZIP2), "damaged"),
        (_broken(zipfile.ZIP_LZMA), "damaged"),
        (_archive("content.xml", OPEN.replace("UTF-8", "big5")), "multi-byte encodings are not supported"),
        (_archive("content.xml", OPEN.replace("UTF-8", "klingon")), "unknown encoding"),
        (_archive("word/document.xml", "<x>" + " " * 50_000_001 + "</x>"), "larger than 50 MB when unpacked"),
    ],
)
def test_what_is_no_document_is_refused(tmp_path: Path, data: bytes, hint: str) -> None:
    (tmp_path / "a.docx").write_bytes(data)
    with pytest.raises(InputError, match=hint):
        read_document(tmp_path / "a.docx")


def test_deep_nesting_is_read(tmp_path: Path) -> None:
    deep = "<p>" * 5000 + "word" + "</p>" * 5000
    (tmp_path / "deep.odt").write_bytes(_archive("content.xml", deep))
    assert read_document(tmp_path / "deep.odt").text == "word"
