"""Web pages that browsers save in one file (MHTML) and mails: their main part (RFC 2045, RFC 2557)."""

from __future__ import annotations

import email
import email.policy
import re

import attrs

from polyglot_news.encodings import decode_html
from polyglot_news.errors import InputError

_HEADERS = re.compile(rb"(?:From [^\r\n]*\r?\n)?(?:[!-9;-~]{1,60}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){2,}\r?\n")
_MIME = re.compile(rb"^(?:MIME-Version|Content-Type):", re.IGNORECASE | re.MULTILINE)
_USUAL = re.compile(rb"^(?:MIME-Version|Content-Type|From|Subject|Date|Message-ID):", re.IGNORECASE | re.MULTILINE)


@attrs.frozen
class MainPart:
    """The part of a file that is read: its text, whether that is HTML, and the subject of the whole."""

    text: str
    is_html: bool
    subject: str | None


def is_mime(data: bytes) -> bool:
    """Whether a file begins with the headers of a page or mail in MIME, behind the first line of an mbox or not."""
    found = _HEADERS.match(data[:200_000].lstrip())
    headers = found.group() if found is not None else b""
    return _MIME.search(headers) is not None and len(_USUAL.findall(headers)) >= 2


def main_part(data: bytes, name: str) -> MainPart:
    """Return the page or the message of a file; of several versions the HTML one.

    Raises:
        InputError: it holds neither HTML nor plain text, or is nested too deep.
    """
    try:
        message = email.message_from_bytes(data.lstrip(), policy=email.policy.default)
        body = message.get_body(("html", "plain"))
        payload = body.get_payload(decode=True) if body is not None else None
    except (RecursionError, ValueError, LookupError) as error:
        msg = f"{name} is a page or mail that cannot be read ({error}): save it as HTML or plain text."
        raise InputError(msg) from error
    if body is None or not isinstance(payload, bytes):
        msg = f"{name} is a page or mail without text: save what it shows as HTML or plain text."
        raise InputError(msg)
    try:
        text = payload.decode(body.get_content_charset() or "utf-8")
    except (LookupError, ValueError):
        text = decode_html(payload, name)
    subject = message.get("Subject")
    return MainPart(text, body.get_content_type() == "text/html", str(subject) if subject else None)
