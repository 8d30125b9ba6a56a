"""Word and LibreOffice documents (.docx, .odt): their text, one paragraph or row of a table a line.

Both are zip archives with the text in one XML file (ECMA-376, part 1; OpenDocument 1.3). Notes, comments and what is
marked as deleted are left out.
"""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import attrs

from polyglot_news.errors import InputError
from polyglot_news.files import MAX_BYTES, ZIP

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


@attrs.frozen
class _Form:
    """What the elements of a format mean, by their local names."""

    paragraphs: frozenset[str]
    signs: dict[str, str]
    skipped: frozenset[str]
    runs: frozenset[str] | None  # the elements that hold text; None where all do
    row: str
    cell: str


_FORMS = {
    "word/document.xml": _Form(
        frozenset({"p"}),
        {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"},
        frozenset({"pPr", "rPr", "sectPr", "Fallback", "moveFrom"}),
        frozenset({"t"}),
        row="tr",
        cell="tc",
    ),
    "content.xml": _Form(
        frozenset({"p", "h"}),
        {"tab": "\t", "line-break": "\n", "s": " "},
        frozenset({"note", "annotation", "tracked-changes", "automatic-styles", "desc", "title"}),
        None,
        row="table-row",
        cell="table-cell",
    ),
}
# What marks a table in the text, until it is laid out: no XML holds these characters.
_ROW, _CELL_END, _ROW_END = "\x1c", "\x1e", "\x1d"


# What zipfile and its ways of compression raise for a damaged, an encrypted, or a strangely compressed archive, and the
# parser for an encoding that it does not know.
_DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, RuntimeError, ValueError, LookupError)


def is_zip(data: bytes) -> bool:
    """Whether a file is a zip archive, as office documents are."""
    return data.startswith(ZIP)


def office_text(data: bytes, name: str) -> str | None:
    """Return the text of a Word or LibreOffice document, a paragraph or row a line; None of any other zip archive.

    Raises:
        InputError: it is damaged, protected by a password, or too large when unpacked.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            member = next((part for part in _FORMS if part in archive.namelist()), None)
            if member is None:
                return None
            with archive.open(member) as file:
                xml = file.read(MAX_BYTES + 1)  # what the archive says of its size may be false
        root = fromstring(xml) if len(xml) <= MAX_BYTES else None
    except (*_DAMAGE, ParseError, DefusedXmlException) as error:
        msg = f"{name} is an office document that is damaged or protected ({error}): save it as plain text."
        raise InputError(msg) from error
    if root is None:
        msg = f"{name} is larger than {MAX_BYTES // 1_000_000} MB when unpacked: save its text as plain text."
        raise InputError(msg)
    lines = "".join(_with_rows(_pieces(root, _FORMS[member]))).split("\n")
    return "\n".join(re.sub(r" *\t *", "\t", line) for line in map(str.strip, lines) if line)


def _pieces(root: Element, form: _Form) -> Iterator[str]:
    """Yield the text in the order of the document, without recursion: a stranger's file may be nested deep."""
    left: list[Element | str] = [root]
    while left:
        part = left.pop()
        if isinstance(part, str):
            yield part
            continue
        tag = part.tag.rpartition("}")[2]
        if tag in form.skipped:
            continue
        if tag in form.signs:
            yield form.signs[tag]
            continue
        holds = form.runs is None or tag in form.runs
        if tag in form.paragraphs:
            left.append("\n")
        elif tag == form.cell:
            left.append(_CELL_END)
        elif tag == form.row:
            left.append(_ROW_END)
            yield _ROW
        for child in reversed(part):
            if holds and child.tail:
                left.append(child.tail.replace("\n", " "))
            left.append(child)
        if holds and part.text:
            yield part.text.replace("\n", " ")


def _with_rows(pieces: Iterable[str]) -> Iterator[str]:
    """Lay out tables: a row a line, its cells parted by tabs; a table within a cell stands in the cell."""
    depth = 0
    for piece in pieces:
        if piece == _ROW:
            depth += 1
        elif piece == _ROW_END:
            depth -= 1
            yield " " if depth else "\n"
        elif piece == _CELL_END:
            yield "\t" if depth == 1 else " "
        else:
            yield " " if piece == "\n" and depth else piece
