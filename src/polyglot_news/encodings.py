"""Bytes to text: what is decoded, and what to tell a reader whose file is in another encoding."""

from __future__ import annotations

import codecs
import re
import shlex
import warnings

from polyglot_news.errors import InputError, PolyglotNewsWarning

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE
)
# Browsers read these declarations as the larger sets that they are used for (WHATWG Encoding Standard).
_LARGER = {
    "gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252", "ascii": "cp1252", "big5": "big5hkscs",
}  # fmt: skip


# What stands above ASCII in English and French texts.
_LATIN = frozenset("àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ«»‘’“”‚„–—…•·€£°§©®™ºª½¼¾²³ñáíóúãõåøñ\u00a0\u00ad\r\n")
# Characters that make up a good fifth of any Chinese text, in both scripts.
_FREQUENT = frozenset(
    "的一是不在了有和人这這中国國为為对對以于於会會与與表示大上个個我他们們发發政府年月日出行也要将將到说說时時后後地能"
)
_SURE = 0.98
_SURE_OF_CHINESE = 0.12


class GuessedEncodingWarning(PolyglotNewsWarning):
    """A file is neither UTF-8 nor says what it is, and was read in the encoding that it surely has."""


def decode_guessing(data: bytes, name: str) -> str:
    """Decode plain text as ``decode_plain`` does, but read what is surely GB18030, Big5 or Windows-1252.

    Warns:
        GuessedEncodingWarning: that was done.

    Raises:
        InputError: the bytes are no text, or it is not sure in which encoding.
    """
    try:
        return decode_plain(data, name)
    except InputError:
        marked = data.startswith(tuple(mark for mark, _ in _MARKS))
        likely = None if marked or b"\0" in data else _likely_encoding(data)
        text = _surely(data, likely) if likely else None
        if text is None:
            raise
    warnings.warn(
        f"{name} is not UTF-8 and was read as {likely}: if its letters look wrong, convert it to UTF-8.",
        GuessedEncodingWarning,
        stacklevel=2,
    )
    return text


def _surely(data: bytes, encoding: str) -> str | None:
    """Return the text if an encoding fits all of it, and its letters are those of our languages."""
    try:
        text = data.decode(_LARGER.get(encoding.lower(), encoding))
    except UnicodeDecodeError:
        return None
    high = [char for char in text if char > "\x7f"]
    if encoding == "WINDOWS-1252":
        return text if sum(char in _LATIN for char in high) >= _SURE * len(high) else None
    return text if sum(char in _FREQUENT for char in high) >= _SURE_OF_CHINESE * len(high) else None


def decode_plain(data: bytes, name: str) -> str:
    """Decode plain text: UTF-8, or what its byte order mark says. Nothing but the mark is dropped.

    Raises:
        InputError: the bytes are no text, or text in another encoding; the message names the likely one.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode(data[len(mark) :], encoding, name)
    _refuse_binary(data, name)
    return _decode(data, "utf-8", name)


def decode_html(data: bytes, name: str) -> str:
    """Decode HTML by its byte order mark, else the character set that it declares, else as UTF-8.

    Raises:
        InputError: the bytes are no text, or in another encoding than UTF-8 and the declared one.
    """
    declared = _DECLARED.search(data[:8192])
    if not declared or data.startswith(tuple(mark for mark, _ in _MARKS)):
        return decode_guessing(data, name)
    _refuse_binary(data, name)
    try:
        encoding = codecs.lookup(declared.group(1).decode("ascii")).name
        return data.decode(_LARGER.get(encoding, encoding))
    except (LookupError, ValueError):  # a declaration can be wrong
        return _decode(data, "utf-8", name)


def _decode(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            msg = f"{name} begins as {encoding.upper()} but breaks off at byte {error.start}: save it again as UTF-8."
            raise InputError(msg) from error
        likely = _likely_encoding(data)
        if likely is None:
            msg = (
                f"{name} is not valid UTF-8 at byte {error.start}: repair it, "
                f"e.g. with `iconv -c -f UTF-8 -t UTF-8 {shlex.quote(name)}`."
            )
        else:
            msg = (
                f"{name} is not UTF-8 but probably {likely}: "
                f"convert it, e.g. with `iconv -f {likely} -t UTF-8 {shlex.quote(name)} > utf8.txt`."
            )
        raise InputError(msg) from error
    if "\0" in text:
        msg = f"{name} holds null characters and is probably no text: give a text file."
        raise InputError(msg)
    return text


def _refuse_binary(data: bytes, name: str) -> None:
    if b"\0" not in data:
        return
    head = data[:2000]
    odd, even = head[1::2].count(0), head[::2].count(0)
    if max(odd, even) > 0.3 * len(head) / 2 and min(odd, even) <= 0.02 * len(head):
        order = "UTF-16LE" if odd > even else "UTF-16BE"
        msg = (
            f"{name} is probably {order} without a byte order mark: "
            f"convert it, e.g. with `iconv -f {order} -t UTF-8 {shlex.quote(name)} > utf8.txt`."
        )
    else:
        msg = f"{name} is a binary file (it holds null bytes): give a text, or one of the formats that --help names."
    raise InputError(msg)


def _likely_encoding(data: bytes) -> str | None:
    """Name the likely encoding of bytes that are not UTF-8; None for UTF-8 with a few broken bytes."""
    sample = data[:200_000]
    lenient = sample.decode("utf-8", "replace")
    sound = sum(char > "\x7f" and char != "\ufffd" for char in lenient)
    if sound > 5 * lenient.count("\ufffd"):
        return None
    # Chinese sets write two bytes a character, so that bytes above 127 stand together; in Latin sets they stand alone.
    runs = [len(run) for run in re.findall(rb"[\x80-\xff]+", sample)]
    if sum(run for run in runs if run > 1) < 0.6 * sum(runs):
        return "WINDOWS-1252"
    simplified, traditional = _commonness(sample, "gb18030", 0xB0, 0xD7), _commonness(sample, "big5", 0xA4, 0xC6)
    if max(simplified, traditional) < 0.5:
        return "WINDOWS-1252"
    return "GB18030" if simplified >= traditional else "BIG5"


def _commonness(sample: bytes, encoding: str, first: int, last: int) -> float:
    """Return which share of the characters above ASCII lies in the rows of common Chinese characters of a set."""
    text = sample.decode(encoding, "replace")
    high = [char for char in text if char > "\x7f"]
    common = 0
    for char in high:
        coded = char.encode(encoding, "replace")
        common += len(coded) == 2 and first <= coded[0] <= last
    return common / len(high) if high else 0.0
