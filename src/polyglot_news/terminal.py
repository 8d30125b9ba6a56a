"""What a terminal is shown of texts that strangers wrote."""

from __future__ import annotations

import re

# Control characters but tab and line feed, and those that turn the direction of writing over.
_HIDDEN = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """Return a text with a replacement character for whatever would command the terminal rather than be shown."""
    return _HIDDEN.sub("\ufffd", text.replace("\r\n", "\n"))
