"""Reading glossaries: tables with or without a header, OmegaT, and by way of their own modules TBX and TMX."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs

from polyglot_news.encodings import decode_guessing
from polyglot_news.errors import GlossaryError, InputError, MissingFileError
from polyglot_news.files import MAX_TABLE_BYTES, OLD_OFFICE, ZIP, read_bytes
from polyglot_news.glossary.findings import Finding
from polyglot_news.glossary.model import LONGEST_FORM, STATUSES, SUFFIXES, GlossaryFile, Term, glossary_files
from polyglot_news.glossary.words import is_traditional
from polyglot_news.language import LANGUAGES

_COLUMNS = {
    **dict.fromkeys(("en", "eng", "english", "anglais", "en-us", "en-gb", "en-ca", "en-au", "英文", "英语"), "en"),
    **dict.fromkeys(("fr", "fra", "fre", "french", "français", "法文", "法语"), "fr"),
    **dict.fromkeys(("fr-fr", "fr-ca", "fr-be", "fr-ch"), "fr"),
    **dict.fromkeys(
        (
            *("zh", "zho", "chi", "chinese", "chinois", "中文", "汉语"),
            *("zh-cn", "zh-sg", "zh-hans", "zh-tw", "zh-hk", "zh-hant"),
        ),
        "zh",
    ),
    **dict.fromkeys(("domain", "subject", "subjectfield", "field", "domaine"), "domain"),
    **dict.fromkeys(("status", "statut"), "status"),
    **dict.fromkeys(("note", "notes", "comment", "comments", "description", "remarque"), "note"),
}
_IGNORED = frozenset({"pos", "id", "source", "gender"})
_REGION = re.compile(r"\s*\([^()]*\)$")  # French (France)
_SEPARATOR = re.compile(r'"?sep=([^"\r\n])"?(?=\r?\n)', re.IGNORECASE)  # how Excel is told which one a file has
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_HEADING = re.compile(r"source( \w+)?\t(target|cible)( \w+)?", re.IGNORECASE)
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


def read_files(path: Path, languages: tuple[str, str] | None = None) -> list[GlossaryFile]:
    """Read a glossary file of any format, or all glossaries in a folder.

    Raises:
        MissingFileError: there is no such file.
        GlossaryError: one cannot be read, or is of no format that is known; or the folder holds none.
    """
    read_ones = ((file, *read(file, languages)) for file in glossary_files(path))
    return [GlossaryFile(path=file, terms=tuple(terms), findings=tuple(found)) for file, terms, found in read_ones]


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
    try:
        content = read_bytes(path, limit=MAX_TABLE_BYTES)
    except MissingFileError:
        msg = f"There is no glossary {path}."
        raise MissingFileError(msg) from None
    except InputError as error:
        msg = f"The glossary {error}"
        raise GlossaryError(msg) from error
    if suffix in {".tbx", ".tmx", ".xml"}:
        from polyglot_news.glossary.tbx import read as read_xml

        return read_xml(content, path.name)
    findings: list[Finding] = []
    rows = list(_rows(_decode(content, path), suffix, path.name, findings))
    header = _header(rows)
    if rows and all(map(_is_coded, rows[:2])):
        terms = list(_coded(rows, path.name, findings))
    elif header is not None:
        terms = list(_table(rows[0], rows[1:], header, path.name, findings))
    else:
        terms = list(_pairs(rows, languages or _guess(path, rows), path.name, findings))
    return terms, findings


def _decode(content: bytes, path: Path) -> str:
    if content.startswith((ZIP, OLD_OFFICE)):
        msg = f"The glossary {path} is a workbook, whatever its name says: save it as CSV in UTF-8."
        raise GlossaryError(msg)
    try:
        return decode_guessing(content, path.name)
    except InputError as error:
        # The suffix of its name tells the format of a glossary.
        raise GlossaryError(str(error).replace("utf8.txt", f"utf8{path.suffix}")) from error


def _rows(text: str, suffix: str, file: str, findings: list[Finding]) -> Iterator[Row]:
    """Yield the rows that are neither empty nor comments, with the line on which each begins."""
    separator = _SEPARATOR.match(text)
    if separator:
        text = text[separator.end() :]
    sample = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    if suffix in {".txt", ".utf8", ".tab", ".tsv"} or ("\t" in sample and "," not in sample):
        reader = csv.reader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
        quoted = False
    else:
        delimiter = separator.group(1) if separator else ";" if sample.count(";") > sample.count(",") else ","
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True)
        quoted = True
    start = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells) and not cells[0].startswith("#"):
                yield Row(line=start, cells=[cell.strip() if quoted else _unquoted(cell.strip()) for cell in cells])
            start = reader.line_num + 1
    except csv.Error as error:
        message = f"the table cannot be read here ({error})"
        findings.append(Finding(file=file, line=start, kind="format", message=message, fatal=True))


def _unquoted(cell: str) -> str:
    """Take a pair of quotation marks around a cell for quoting; between tabs a single one may stand for itself."""
    quoted = _QUOTED.fullmatch(cell)
    return quoted.group(1).replace('""', '"').strip() if quoted else cell


def _column(cell: str) -> str | None:
    """Return what a column is called here: a language, "domain", "status", "note"; None if it is not known."""
    return _COLUMNS.get(_REGION.sub("", cell).lower().replace("_", "-"))


def _header(rows: Sequence[Row]) -> list[str | None] | None:
    """Return the meaning of each column, None for one that is not known; None if the first row is no header."""
    if not rows:
        return None
    names = [_column(cell) for cell in rows[0].cells]
    return names if sum(name in LANGUAGES for name in names) >= 1 and len(set(names)) > 1 else None


def _table(
    head: Row, rows: Sequence[Row], names: Sequence[str | None], file: str, findings: list[Finding]
) -> Iterator[Term]:
    for cell, name in zip(head.cells, names, strict=True):
        if name is None and cell.lower() not in _IGNORED:
            message = f"the column {cell!r} is not known: use en, fr, zh, domain, status, note"
            findings.append(Finding(file=file, line=head.line, kind="header", message=message))
    for name in sorted({name for name in names if name and names.count(name) > 1}):
        alike = [cell.lower() for cell, other in zip(head.cells, names, strict=True) if other == name]
        if name in LANGUAGES and len(set(alike)) == len(alike):
            continue  # en-US and en-GB
        message = f"there are two columns for {name}; join them, with | between the forms"
        findings.append(Finding(file=file, line=head.line, kind="header", message=message, fatal=True))
    for row in rows:
        if len(row.cells) != len(names):
            message = (
                f"the row has {len(row.cells)} cells, the header {len(names)}; quote cells that hold the separator"
            )
            fatal = len(row.cells) > len(names) and any(row.cells[len(names) :])
            findings.append(Finding(file=file, line=row.line, kind="columns", message=message, fatal=fatal))
        values = _values(head, names, row)
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


def _values(head: Row, names: Sequence[str | None], row: Row) -> dict[str, str]:
    """Return the cells of a row by their meaning; the columns of one language are joined, traditional Chinese last."""
    values: dict[str, str] = {}
    cells = zip(head.cells, names, row.cells)  # noqa: B905  (short rows are a finding)
    for _, name, cell in sorted(cells, key=lambda column: column[1] == "zh" and is_traditional(column[0])):
        if name and cell:
            values[name] = f"{values[name]}|{cell}" if name in values else cell
    return values


def _split(cell: str, language: str, line: int, file: str, findings: list[Finding]) -> tuple[str, ...]:
    forms = [form.strip() for form in cell.split("|")] if cell else []
    if "" in forms:
        message = f"an alternative in the {language} cell is empty; take the needless | out"
        findings.append(Finding(file=file, line=line, kind="empty", message=message))
    for form in forms:
        if len(form) > LONGEST_FORM:
            message = f"the {language} form has {len(form)} characters: this is no term; shorten it"
            findings.append(Finding(file=file, line=line, kind="format", message=message))
    return tuple(form for form in forms if form and len(form) <= LONGEST_FORM)


def _is_coded(row: Row) -> bool:
    """Tell whether a row is of DeepL's form: source, target, and the codes of their languages."""
    names = [_column(cell) for cell in row.cells]
    return names[:2] == [None, None] and len(names) > 3 and set(names[2:4]) <= set(LANGUAGES)


def _coded(rows: Sequence[Row], file: str, findings: list[Finding]) -> Iterator[Term]:
    for row in rows:
        source, target = (_column(cell) for cell in [*row.cells, "", ""][2:4])
        if source in LANGUAGES and target in LANGUAGES and source != target:
            yield from _pairs([Row(line=row.line, cells=row.cells[:2])], (str(source), str(target)), file, findings)
        else:
            message = "the row does not say two of en, fr and zh in its third and fourth cell; left out"
            findings.append(Finding(file=file, line=row.line, kind="language", message=message))


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
    if _HEADING.fullmatch("\t".join(rows[0].cells[:2])):
        message = "the header does not say the languages; write a header such as en,fr"
        findings.append(Finding(file=file, line=rows[0].line, kind="header", message=message))
        rows = rows[1:]
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
