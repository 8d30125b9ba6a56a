"""Reading glossaries: tables with or without a header, OmegaT, and by way of their own modules TBX and TMX."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs

from polyglot_news.errors import GlossaryError, MissingFileError
from polyglot_news.glossary.findings import Finding
from polyglot_news.glossary.model import LANGUAGES, STATUSES, SUFFIXES, Term

_MAX_BYTES = 256 << 20
_LONGEST_FORM = 200  # characters; longer ones are sentences, not terms
_COLUMNS = {
    **dict.fromkeys(("en", "eng", "english", "anglais", "en-us", "en-gb", "英文", "英语"), "en"),
    **dict.fromkeys(("fr", "fra", "fre", "french", "français", "fr-fr", "fr-ca", "法文", "法语"), "fr"),
    **dict.fromkeys(
        ("zh", "zho", "chi", "chinese", "chinois", "zh-cn", "zh-hans", "zh-tw", "zh-hant", "中文", "汉语"), "zh"
    ),
    **dict.fromkeys(("domain", "subject", "subjectfield", "field", "domaine"), "domain"),
    **dict.fromkeys(("status", "statut"), "status"),
    **dict.fromkeys(("note", "notes", "comment", "comments", "description", "remarque"), "note"),
}
_IGNORED = frozenset({"pos", "id", "source", "gender"})
_KNOWN_CODES = re.compile(r"(?:^|[._-])(en|fr|zh)[._-](?:to[._-])?(en|fr|zh)(?:[._-]|$)", re.IGNORECASE)


@attrs.frozen(kw_only=True)
class Row:
    """One row of a table.

    Attributes:
        line: where it begins, from 1.
        cells: its cells.
    """

    line: int
    cells: list[str]


def read(path: Path, languages: tuple[str, str] | None = None) -> tuple[list[Term], list[Finding]]:
    """Read a glossary file of any format.

    Returns:
        Its terms, and what is wrong with it.

    Raises:
        MissingFileError: there is no such file.
        GlossaryError: it cannot be read, or is of no format that is known.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        msg = f"The glossary {path} is of no format known here: use .csv, .tsv, .txt (OmegaT), .tbx or .tmx."
        raise GlossaryError(msg)
    content = _bytes(path)
    if suffix in {".tbx", ".tmx", ".xml"}:
        from polyglot_news.glossary.tbx import read as read_xml

        return read_xml(content, path.name)
    findings: list[Finding] = []
    text = _decode(content, path.name, findings)
    rows = list(_rows(text, suffix, path.name, findings))
    header = _header(rows)
    if header is not None:
        terms = list(_table(rows[0], rows[1:], header, path.name, findings))
    else:
        terms = list(_pairs(rows, languages or _guess(path, rows), path.name, findings))
    return terms, findings


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MAX_BYTES:
            msg = f"The glossary {path} is larger than {_MAX_BYTES >> 20} MiB; split it."
            raise GlossaryError(msg)
        return path.read_bytes()
    except FileNotFoundError:
        msg = f"There is no glossary {path}."
        raise MissingFileError(msg) from None
    except OSError as error:
        msg = f"The glossary {path} cannot be read ({error.strerror})."
        raise GlossaryError(msg) from error


def _decode(content: bytes, file: str, findings: list[Finding]) -> str:
    """Decode a file; each line that is not in the encoding of the rest is a finding."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if content.startswith(mark):
            message = "the file is in UTF-16; save it as UTF-8"
            findings.append(Finding(file=file, line=1, kind="bom", message=message))
            return content[len(mark) :].decode(encoding, errors="replace")
    if content.startswith(codecs.BOM_UTF8):
        message = "the file starts with a byte order mark; save it without"
        findings.append(Finding(file=file, line=1, kind="bom", message=message))
        content = content[len(codecs.BOM_UTF8) :]
    try:
        return content.decode()
    except UnicodeDecodeError:
        lines = content.split(b"\n")
        return "\n".join(_decode_line(line, number, file, findings) for number, line in enumerate(lines, start=1))


def _decode_line(line: bytes, number: int, file: str, findings: list[Finding]) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        message = "the line is not in UTF-8; convert the file"
        findings.append(Finding(file=file, line=number, kind="encoding", message=message, fatal=True))
        return line.decode("cp1252", errors="replace")


def _rows(text: str, suffix: str, file: str, findings: list[Finding]) -> Iterator[Row]:
    """Yield the rows that are neither empty nor comments, with the line on which each begins."""
    sample = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    if suffix in {".txt", ".utf8", ".tab", ".tsv"} or ("\t" in sample and "," not in sample):
        reader = csv.reader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
    else:
        delimiter = ";" if sample.count(";") > sample.count(",") else ","
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True)
    start = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells) and not cells[0].startswith("#"):
                yield Row(line=start, cells=[cell.strip() for cell in cells])
            start = reader.line_num + 1
    except csv.Error as error:
        message = f"the table cannot be read here ({error})"
        findings.append(Finding(file=file, line=start, kind="format", message=message, fatal=True))


def _header(rows: Sequence[Row]) -> list[str | None] | None:
    """Return the meaning of each column, None for one that is not known; None if the first row is no header."""
    if not rows:
        return None
    names = [_COLUMNS.get(cell.lower().replace("_", "-")) for cell in rows[0].cells]
    return names if sum(name in LANGUAGES for name in names) >= 1 and len(set(names)) > 1 else None


def _table(
    head: Row, rows: Sequence[Row], names: Sequence[str | None], file: str, findings: list[Finding]
) -> Iterator[Term]:
    for cell, name in zip(head.cells, names, strict=True):
        if name is None and cell.lower() not in _IGNORED:
            message = f"the column {cell!r} is not known: use en, fr, zh, domain, status, note"
            findings.append(Finding(file=file, line=head.line, kind="header", message=message))
    for name in sorted({name for name in names if name and names.count(name) > 1}):
        message = f"there are two columns for {name}; join them, with | between the forms"
        findings.append(Finding(file=file, line=head.line, kind="header", message=message, fatal=True))
    for row in rows:
        if len(row.cells) != len(names):
            message = (
                f"the row has {len(row.cells)} cells, the header {len(names)}; quote cells that hold the separator"
            )
            fatal = len(row.cells) > len(names) and any(row.cells[len(names) :])
            findings.append(Finding(file=file, line=row.line, kind="columns", message=message, fatal=fatal))
        values = {name: cell for name, cell in zip(names, row.cells) if name}  # noqa: B905  (short rows are found above)
        status = values.get("status", "").lower() or "preferred"
        if status not in STATUSES:
            message = f"the status {status!r} is not known: use preferred, forbidden or keep"
            findings.append(Finding(file=file, line=row.line, kind="status", message=message, fatal=True))
            continue
        forms = {
            language: _split(values.get(language, ""), language, row.line, file, findings) for language in LANGUAGES
        }
        yield Term(
            forms=forms,
            status=status,
            domain=values.get("domain", ""),
            note=values.get("note", ""),
            line=row.line,
        )


def _split(cell: str, language: str, line: int, file: str, findings: list[Finding]) -> tuple[str, ...]:
    forms = [form.strip() for form in cell.split("|")] if cell else []
    if "" in forms:
        message = f"an alternative in the {language} cell is empty; take the needless | out"
        findings.append(Finding(file=file, line=line, kind="empty", message=message))
    for form in forms:
        if len(form) > _LONGEST_FORM:
            message = f"the {language} form has {len(form)} characters: this is no term; shorten it"
            findings.append(Finding(file=file, line=line, kind="format", message=message))
    return tuple(form for form in forms if form and len(form) <= _LONGEST_FORM)


def _pairs(
    rows: Sequence[Row], languages: tuple[str, str] | None, file: str, findings: list[Finding]
) -> Iterator[Term]:
    """Yield the terms of a table of source and target without a header; a third cell is a note."""
    if not rows:
        return
    if languages is None or not set(languages) <= set(LANGUAGES) or languages[0] == languages[1]:
        message = "the languages of the columns are not clear; add a header such as en,fr"
        findings.append(Finding(file=file, line=rows[0].line, kind="language", message=message, fatal=True))
        return
    for row in rows:
        if len(row.cells) < 2 or (len(row.cells) > 3 and any(row.cells[3:])):
            message = f"the row has {len(row.cells)} cells; source and target are needed, and a note may follow"
            findings.append(Finding(file=file, line=row.line, kind="columns", message=message, fatal=True))
            continue
        forms = {
            language: _split(cell, language, row.line, file, findings)
            for language, cell in zip(languages, row.cells, strict=False)
        }
        yield Term(forms=forms, note=row.cells[2] if len(row.cells) > 2 else "", line=row.line)


def _guess(path: Path, rows: Sequence[Row]) -> tuple[str, str] | None:
    """Guess the languages of two columns: by codes in the file's name, else by what the columns hold."""
    named = _KNOWN_CODES.search(path.stem)
    if named:
        return named.group(1).lower(), named.group(2).lower()
    from polyglot_news.language import detect_language

    columns = ("\n".join(row.cells[index] for row in rows if len(row.cells) > index) for index in (0, 1))
    source, target = (detect_language(column) for column in columns)
    if "und" in (source.language, target.language) or min(source.confidence, target.confidence) < 0.5:
        return None
    return source.language, target.language
