"""Reading articles and official texts, in whatever form they come, into one kind of value."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs

from polyglot_news.encodings import decode_guessing, decode_html
from polyglot_news.errors import InputError
from polyglot_news.files import OLD_OFFICE, ZIP, read_bytes, shown_name, shown_path
from polyglot_news.given import check_path, check_type
from polyglot_news.heading import date_line, headline
from polyglot_news.language import detect_language, language_code
from polyglot_news.mime import is_mime, main_part
from polyglot_news.office import is_zip, office_text
from polyglot_news.pages import is_paged, unpaged
from polyglot_news.subtitles import is_subtitles, spoken
from polyglot_news.text import check_whole, without_no_width
from polyglot_news.tmx import primary, read_tmx

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
# What is no text even where no such file is there.
_FILE_NAME = re.compile(
    r"https?://\S+|[^\s。，；：！？“”]{1,200}\.(?:txt|md|html?|xhtml|mht(?:ml)?|eml|mbox|docx?|odt|rtf|pdf|srt|vtt|tmx|jsonl|ndjson)",
    re.IGNORECASE,
)
_TMX = re.compile(rb"<tmx[\s>]", re.IGNORECASE)


@attrs.frozen(kw_only=True)
class Document:
    """A text to work on. All offsets that the library reports refer to ``text``.

    Characters without width (soft hyphens, marks of direction, zero width spaces), which would part words and figures,
    are left out of it.

    Attributes:
        name: how reports call it: the file's name, or what the caller gave; see ``told_apart``.
        text: for plain text the decoded file without its byte order mark, line ends and all; for plain text in pages
            (with form feeds, as taken out of a PDF) what ``pages.unpaged`` makes of it; for HTML the main text, one
            paragraph a line, those of block quotations behind a ``>``; for subtitles what ``subtitles.spoken`` makes of
            them; for office documents one paragraph a line; for TMX and JSON lines one segment a line.
        language: "en", "fr", "zh" or "und".
        script: ISO 15924 code, as in ``Detection``.
        title: the headline, where the file marks one or the text opens with a line that looks like one.
        date: when it was published, from the file's metadata or a date line near its top.
        path: the file, or None for standard input and text given directly.
        extracted: whether the text is not that of the file as it stands, so that offsets do not count in the file: it
            was taken out of another format, or lost characters without width.
    """

    name: str
    text: str
    language: str
    script: str
    title: str | None = None
    date: dt.date | None = None
    path: Path | None = None
    extracted: bool = False


@attrs.frozen
class _Content:
    text: str
    title: str | None = None
    date: dt.date | None = None
    extracted: bool = True


def document_from_text(text: str, *, name: str = "text", language: str | None = None) -> Document:
    """Make a document of a text, unchanged but for characters without width, which are left out.

    Raises:
        InputError: the text is empty or holds half of a surrogate pair.
        LanguageError: ``language`` is not English, French or Chinese.
    """
    return _document(_Content(text, extracted=False), name, language, None)


def read_document(path: str | Path, *, language: str | None = None) -> Document:
    """Read a file (``-`` for standard input) as a document.

    HTML (as a browser saves it, in one file as well), documents of Word and LibreOffice, mails, subtitles, TMX and JSON
    lines are recognised by their content; everything else is plain text. Plain text is UTF-8, or
    UTF-16 with a byte order mark, or what is surely GB18030, Big5 or Windows-1252, with a warning; HTML may be in any
    encoding that it declares.

    Args:
        path: the file.
        language: "en", "fr" or "zh" where it is known, or a longer tag such as "fr-CA"; told by the text otherwise.
            Of a file in several languages (TMX, JSON lines with "lang") this side is read.

    Raises:
        MissingFileError: there is no such file.
        InputError: the file is a folder, unreadable, empty, too large, binary or in another encoding.
        LanguageError: ``language`` is not English, French or Chinese.

    Warns:
        GuessedEncodingWarning: the encoding was guessed.
    """
    check_path(path)
    wanted = language_code(language) if language is not None else None
    data = read_bytes(path)
    file = Path(path) if str(path) != "-" else None
    called = shown_path(path)  # in messages, and in the commands that they advise
    return _document(_content(data, called, wanted), called, wanted, file)


def document_of(given: Document | str, name: str) -> Document:
    """Return a document that was given as such or as its text.

    Raises:
        WrongTypeError: it is neither.
        InputError: it is the name of a file or no text.
    """
    check_document(given, name)
    return document_from_text(given, name=name) if isinstance(given, str) else given


def check_document(given: object, name: str) -> None:
    """See that an argument is a document or a text, and not the name of a file.

    Raises:
        WrongTypeError: it is neither a document nor a text.
        InputError: it is the name of a file that is there, or one without a space that ends as text files do.
    """
    check_type(given, (str, Document), name, "a file is read with read_document(path)")
    if isinstance(given, str) and (_FILE_NAME.fullmatch(given.strip()) or os.path.isfile(given.strip())):  # noqa: PTH113
        msg = f"{name} is {given.strip()!r}, the name of a file, not its text: give read_document({given.strip()!r})."
        raise InputError(msg)


def told_apart(documents: Sequence[Document]) -> list[Document]:
    """Return documents under names that tell them apart: files of one name with as much of their paths as that takes.

    >>> [document.name for document in told_apart([read_document("a/speech.txt"), read_document("b/speech.txt")])]
    ['a/speech.txt', 'b/speech.txt']
    """
    paths = [_whole_path(document) for document in documents]
    named = []
    for document, path in zip(documents, paths, strict=True):
        rivals = {other for other in paths if path and other and other.name == path.name} - {path}
        parts = 1
        while path and any(rival.parts[-parts:] == path.parts[-parts:] for rival in rivals):
            parts += 1
        named.append(attrs.evolve(document, name=shown_name(path, parts)) if path else document)
    return named


def _whole_path(document: Document) -> Path | None:
    """Return the path of a document that goes by the name of its file, with no link followed: that may change it."""
    if document.path is None or document.name != shown_name(document.path):
        return None
    return Path(os.path.abspath(document.path))  # noqa: PTH100


def _document(content: _Content, name: str, language: str | None, path: Path | None) -> Document:
    text = without_no_width(content.text)
    if not text.strip():
        msg = f"{name} is empty: there is no text in it; give a file that holds some."
        raise InputError(msg)
    check_whole(text, name)
    detection = detect_language(text)
    return Document(
        name=shown_name(path) if path else name,
        text=text,
        language=language_code(language) if language is not None else detection.language,
        script=detection.script,
        title=content.title or headline(text),
        date=content.date or date_line(text),
        path=path,
        extracted=content.extracted or text != content.text,
    )


# The first bytes of formats that hold text which other programs take out.
_OTHER_FORMATS = (
    (b"%PDF-", "a PDF", "take its text out first, e.g. with `pdftotext {0}`, and give that"),
    (ZIP, "a zip archive", "unpack it, or save what it holds as text, e.g. with `pandoc {0} -t plain`"),
    (OLD_OFFICE, "an old office document", "save it as plain text, e.g. with `soffice --convert-to txt {0}`"),
    (b"{\\rtf", "a rich text document", "save it as plain text, e.g. with `pandoc {0} -t plain`"),
    (b"\x1f\x8b", "gzip-compressed", "unpack it first, e.g. with `gunzip {0}`"),
    (b"BZh", "bzip2-compressed", "unpack it first, e.g. with `bunzip2 {0}`"),
    (b"\xfd7zXZ\x00", "xz-compressed", "unpack it first, e.g. with `unxz {0}`"),
)


def _refuse_other_formats(data: bytes, name: str) -> None:
    head = data[:1024].lstrip()
    for magic, what, remedy in _OTHER_FORMATS:
        if head.startswith(magic):
            msg = f"{name} is {what}: {remedy.format(shlex.quote(name))}."
            raise InputError(msg)


def _content(data: bytes, name: str, language: str | None) -> _Content:
    """Recognise the format and take the text out."""
    suffix = Path(name).suffix.lower()
    if suffix == ".tmx" or _TMX.search(data[:4096].replace(b"\0", b"")):
        return _Content("\n".join(_tmx_side(data, name, language)))
    if suffix in {".html", ".htm", ".xhtml"} or _HTML.match(data[:4096].decode("latin-1").lstrip("ï»¿")):
        return _html_content(decode_html(data, name))
    if is_zip(data) and (text := office_text(data, name)) is not None:
        return _Content(text)
    _refuse_other_formats(data, name)
    if is_mime(data):
        part = main_part(data, name)
        return _html_content(part.text) if part.is_html else _Content(part.text, part.subject)
    text = decode_guessing(data, name)
    if is_subtitles(text):
        return _Content(spoken(text))
    if suffix in {".jsonl", ".ndjson"} or _is_json_line(text):
        return _Content("\n".join(_json_texts(text, name, language)))
    return _Content(unpaged(text)) if is_paged(text) else _Content(text, extracted=False)


# --- HTML ---------------------------------------------------------------------------------------------------------


def _html_content(html: str) -> _Content:
    import trafilatura

    from polyglot_news.webpage import (
        clear_notes,
        clear_page,
        heading,
        in_paragraphs,
        is_furniture,
        join_lines,
        mark_quotations,
    )

    tree = trafilatura.load_html(html)
    if tree is None:  # a piece of a page: one element alone
        tree = trafilatura.load_html(f"<html><body>{html}</body></html>")
    if tree is None:
        return _Content("")
    # The last date allowed is fixed: by default it is today, and the answer would change from day to day.
    metadata = trafilatura.extract_metadata(
        tree, date_config={"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
    )
    title = heading(tree)
    clear_page(tree)
    clear_notes(tree)
    join_lines(tree)
    mark_quotations(tree)
    found = trafilatura.bare_extraction(tree, include_comments=False)
    text = (found.text if isinstance(found, trafilatura.settings.Document) else None) or trafilatura.html2txt(tree)
    lines = [line.strip() for line in text.split("\n") if line.strip() and not is_furniture(line)]
    if title and title not in (" ".join(line.split()) for line in lines[:12]):
        lines.insert(0, title)
    date = dt.date.fromisoformat(metadata.date) if metadata.date else date_line(text)
    return _Content(in_paragraphs(lines), metadata.title or title, date)


# --- TMX ----------------------------------------------------------------------------------------------------------


def _tmx_side(data: bytes, name: str, language: str | None) -> list[str]:
    """Return the segments of one language: the one asked for, else the source language of the file."""
    sides: dict[str, list[str]] = {}
    file = read_tmx(data, name)
    for unit in file.units:
        for tag, text in unit.variants:
            sides.setdefault(primary(tag), []).append(" ".join(text.split()))
    side = language or primary(file.source)
    if side not in sides and language is None and sides:
        side = next(iter(sides))  # srclang may be "*all*"
    if side not in sides:
        if not sides:
            msg = f"{name} holds no segments: export it again with <tu>, <tuv> and <seg> elements."
        else:
            msg = f"{name} holds no segments in {side!r}: choose one of {', '.join(sorted(sides))}."
        raise InputError(msg)
    return sides[side]


# --- JSON lines ---------------------------------------------------------------------------------------------------


def _is_json_line(text: str) -> bool:
    line = text.lstrip().split("\n", 1)[0]
    if not line.startswith("{"):
        return False
    try:
        return isinstance(json.loads(line).get("text"), str)
    except (ValueError, RecursionError):
        return False


def _json_texts(text: str, name: str, language: str | None) -> Iterator[str]:
    seen: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
        except (ValueError, RecursionError) as error:
            msg = f"{name}, line {number}: this is no JSON ({error}); each line must be one object."
            raise InputError(msg) from error
        if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
            msg = f'{name}, line {number}: there is no "text"; each line must be an object such as {{"text": "…"}}.'
            raise InputError(msg)
        tag = entry.get("lang")
        side = primary(tag) if isinstance(tag, str) else ""
        if language is not None and side not in {"", language}:
            continue
        if side:
            seen.setdefault(side, number)
        if language is None and len(seen) > 1:
            msg = f"{name} holds several languages ({', '.join(sorted(seen))}): say which one to read."
            raise InputError(msg)
        # An escaped half of a surrogate pair is legal JSON and no text.
        yield " ".join(entry["text"].encode("utf-16", "surrogatepass").decode("utf-16", "replace").split())
