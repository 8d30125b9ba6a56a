"""Who is a journalist: who asks at a press conference, and has not said what the answer says."""

from __future__ import annotations

import re

_JOURNALIST = re.compile(
    r"\b(?:reporter|journalist|correspondent|journaliste|correspondante?)s?\b|[记記]者", re.IGNORECASE
)


def names_journalist(naming: str) -> bool:
    """Whether a label, or whom an article names as speaking, is a journalist."""
    return _JOURNALIST.search(naming) is not None
