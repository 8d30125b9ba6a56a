"""Writing glossaries: tables with a column per language, or by way of its own module TBX."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from polyglot_news.errors import GlossaryError
from polyglot_news.glossary.model import Glossary, Term
from polyglot_news.language import LANGUAGES


def render(glossary: Glossary, name: str) -> str:
    """Return a glossary in the format that the name of a file asks for: .csv, .tsv or .tbx (version 3).

    Raises:
        GlossaryError: the name asks for another format, or the glossary has a form that the format cannot hold.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix == ".tbx":
        return glossary.to_tbx()
    if suffix not in {".csv", ".tsv"}:
        msg = f"Glossaries are not written as {suffix or name}: use .csv, .tsv or .tbx."
        raise GlossaryError(msg)
    rows = list(_rows(glossary))
    lost = next((row[0] for row in rows if row[0].startswith("#")), None)
    if suffix == ".tsv":
        lost = lost or next(
            (cell for row in rows for cell in row if len(cell) > 1 and cell[0] == cell[-1] == '"'), None
        )
    if lost is not None:
        msg = f"A table cannot hold {lost!r}: it would be read back as a comment or without its marks; write a .tbx."
        raise GlossaryError(msg)
    if suffix == ".tsv":  # nothing is quoted there
        return "".join("\t".join(row) + "\n" for row in rows)
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue()


def _rows(terms: Iterable[Term]) -> Iterator[list[str]]:
    """Yield the rows of a table, the header first; several forms in a cell are parted by |."""
    yield [*LANGUAGES, "domain", "status", "note"]
    for term in terms:
        forms = [term.in_language(language) for language in LANGUAGES]
        barred = next((form for cell in forms for form in cell if "|" in form), None)
        if barred:
            msg = f"The form {barred!r} has a |, which parts forms in a table: change it, or write a .tbx."
            raise GlossaryError(msg)
        cells = [*map("|".join, forms), term.domain, term.status, term.note]
        yield [" ".join(cell.split()) for cell in cells]
