"""The numbers of the articles of a law: « Article 3. – » at the head of one is no part of what it says."""

from __future__ import annotations

import re

from polyglot_news.text import Span

_LAW = r"(?:section|article|art\.|paragraph|clause|rule|alinéa)"
# "Section 17: ", « Article 3. – », « Article 3 Toute personne », 第十条 at the head of a line.
_NUMBERED = re.compile(
    rf"^(?:{_LAW}\s?(?:\d+|premier|1er|[ivx]+)(?:(?:\s?[:.–—-])+[ \t\u00a0]+|[ \t\u00a0]+(?-i:(?=[A-ZÀ-Þ][a-zà-ÿ’'])))"
    r"|第[一二三四五六七八九十百零\d]{1,5}条[ \t\u00a0\u3000:：]+)",
    re.IGNORECASE | re.MULTILINE,
)
# A quote that names an article renders its number.
_NUMBER = re.compile(rf"\b{_LAW}\s?(?:\d|premier|[ivx]+\b)|第\S{{1,5}}条", re.IGNORECASE)


def unsaid_numbers(text: str, rendering: str) -> list[Span]:
    """Return where the numbers of articles stand at the heads of lines, if the rendering names none."""
    if _NUMBER.search(rendering):
        return []
    return [Span(*match.span()) for match in _NUMBERED.finditer(text)]
