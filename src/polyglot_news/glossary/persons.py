"""Persons who bear the name of a thing: Mr Yuan is no currency."""

from __future__ import annotations

import re

from polyglot_news.text import Span

_TITLE = re.compile(
    r"(?:\b(?:M|MM|Mme|Mmes|Mlle|Mr|Mrs|Ms|Miss|Dr|Pr|Prof|Sir|Lord|Lady|Me|St|Ste)\.?"
    r"|\b(?:President|Premier|Minister|Chancellor|Ambassador|Governor|Mayor|Judge|Senator|King|Queen|Prince|Pope"
    r"|Captain|Colonel|General|Major|Professor)"
    r"|\b[Pp]résidente?|\b[Mm]inistre|\b[Cc]hanceli(?:er|ère)|\b[Aa]mbassad(?:eur|rice)|\b[Gg]ouverneure?|\b[Mm]aire"
    r"|\b[Jj]uge|\b[Ss]énat(?:eur|rice)|\b[Dd]éputée?|\b[Rr]oi|\b[Rr]eine|\b[Pp]rince|\b[Pp]ape|\b[Cc]apitaine"
    r"|\b[Cc]olonel|\b[Gg]énéral|\b[Pp]rofesseure?)[ \u00a0]$"
)
_LONGEST_TITLE = 14  # characters, the space behind it included


def names_person(text: str, span: Span, language: str) -> bool:
    """Tell whether a capitalised word is part of a person's name: behind a title, or beside another part of it.

    Args:
        text: an English or French text.
        span: a word of it.
        language: "en" or "fr"; Chinese has no capitals.
    """
    from polyglot_news.names import find_names

    word = span.of(text)
    if language == "zh" or not word[:1].isupper() or word.isupper():
        return False
    if _TITLE.search(text[max(0, span.start - _LONGEST_TITLE) : span.start]):
        return True
    start, end = max(0, span.start - 200), span.end + 200  # a name is no longer, and texts are
    for name in find_names(text[start:end], language):
        if name.entry is None and name.span.shift(start).overlap(span) and len(name.span) > len(span):
            return True
    return False
