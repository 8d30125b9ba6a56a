"""Web pages that browsers save in one file (MHTML) and mails: their main part (RFC 2045, RFC 2557)."""

from __future__ import annotations

import email
import email.policy
import re
import warnings
from email.message import EmailMessage

import attrs

from polyglot_news.encodings import decode_html
from polyglot_news.errors import InputError, PolyglotNewsWarning

_HEADERS = re.compile(rb"(?:From [^\r\n]*\r?\n)?(?:[!-9;-~]{1,60}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){2,}\r?\n")
_MIME = re.compile(rb"^(?:MIME-Version|Content-Type):", re.IGNORECASE | re.MULTILINE)
_USUAL = re.compile(rb"^(?:MIME-Version|Content-Type|From|Subject|Date|Message-ID):", re.IGNORECASE | re.MULTILINE)
# Between two mails of an mbox; a line of a mail that begins with "From " has a > before it there.
_NEXT_MAIL = re.compile(rb"\r?\n\r?\nFrom [^\r\n]*\r?\n(?=[!-9;-~]{1,60}:)")
_NOTHING = re.compile(r"<style\b[^<]*|<[^<>]*>|&nbsp;|\s", re.IGNORECASE)
_MAIL = "message/rfc822"
_NAMED = 5  # attachments


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
    """Return the page or the message of a file, of several versions the HTML one.

    Of a mail that says nothing and forwards another one, that one is read; of several mails in an mbox the first.

    Raises:
        InputError: it holds neither HTML nor plain text, or is nested too deep.

    Warns:
        PolyglotNewsWarning: it has attachments or further mails, which are not read.
    """
    first, *others = _NEXT_MAIL.split(data) if data.startswith(b"From ") else [data]
    if others:
        _warn(f"Of the {1 + len(others)} mails in {name} the first is read: save the others as files of their own.")
    try:
        message = email.message_from_bytes(first.lstrip(), policy=email.policy.default)
        left = [part for part in message.walk() if part.is_attachment() or part.get_content_type() == _MAIL]
        part = _part(message, name)
        for forwarded in [one for one in left if one.get_content_type() == _MAIL]:
            if part is None:
                left.remove(forwarded)
                part = _part(forwarded.get_content(), name)
    except InputError:
        raise
    except (RecursionError, ValueError, LookupError) as error:
        msg = f"{name} is a page or mail that cannot be read ({error}): save it as HTML or plain text."
        raise InputError(msg) from error
    if part is None:
        msg = f"{name} is a page or mail without text: save what it shows as HTML or plain text."
        raise InputError(msg)
    if names := [one.get_filename() or one.get_content_type() for one in left if not _signs(one)]:
        named = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
        _warn(f"What is attached to {name} is not read ({named}): save it, and name its file.")
    return part


def _warn(message: str) -> None:
    warnings.warn(message, PolyglotNewsWarning, stacklevel=3)


def _part(message: EmailMessage, name: str) -> MainPart | None:
    """Return the text of a message without those that it forwards; None if there is none."""
    body = message.get_body(("html", "plain"))
    payload = body.get_payload(decode=True) if body is not None else None
    if body is None or not isinstance(payload, bytes):
        return None
    try:
        text = payload.decode(body.get_content_charset() or "utf-8")
    except (LookupError, ValueError):
        text = decode_html(payload, name)
    if not _NOTHING.sub("", text):
        return None
    subject = message.get("Subject")
    return MainPart(text, body.get_content_type() == "text/html", str(subject) if subject else None)


def _signs(part: EmailMessage) -> bool:
    return part.get_content_subtype().endswith("signature")
