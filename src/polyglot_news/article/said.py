"""What was said in a passage of an official text: not who says it, nor what is told around it."""

from __future__ import annotations

import re

from polyglot_news.align.model import Passage
from polyglot_news.article.communique import without_narration
from polyglot_news.documents import Document
from polyglot_news.speakers.transcript import turns, without_label
from polyglot_news.text import Span

_LAW = r"(?:section|article|art\.|paragraph|clause|rule|alinéa)"
# "Section 17: ", « Article 3. – », 第十条 at the head of a line.
_NUMBERED = re.compile(
    rf"^(?:{_LAW}\s?(?:\d+|premier|1er|[ivx]+)(?:\s?[:.–—-])+[ \t\u00a0]+"
    r"|第[一二三四五六七八九十百零\d]{1,5}条[ \t\u00a0\u3000:：]+)",
    re.IGNORECASE | re.MULTILINE,
)
# A quote that names an article renders its number.
_NUMBER = re.compile(rf"\b{_LAW}\s?(?:\d|premier|[ivx]+\b)|第\S{{1,5}}条", re.IGNORECASE)


def said_in(passage: Passage, rendering: str, language: str, official: Document) -> tuple[str, Span]:
    """Return the text of a passage with blanks in the place of what nobody said, and its core within that text.

    Args:
        passage: the passage.
        rendering: the quote that renders it.
        language: that of the quote.
        official: the official text.
    """
    core, said = passage.core, without_label(passage.span, official.text)
    if core.overlap(said):
        core = Span(max(core.start, said.start), core.end)
    text = without_narration(passage, rendering, language, official)
    core = core.shift(-passage.span.start)
    labels = [Span(turn.label.start, turn.start).shift(-passage.span.start) for turn in turns(official.text)]
    if _NUMBER.search(rendering) is None:
        labels += [Span(*match.span()) for match in _NUMBERED.finditer(text)]
    for label in labels:
        if label.start <= core.start < label.end < core.end:
            core = Span(label.end, core.end)
        elif core.start < label.start and label.end < len(text):
            text = text[: label.start] + " " * len(label) + text[label.end :]
    return text, core
