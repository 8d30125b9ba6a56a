"""What was said in a passage of an official text: not who says it, nor what is told around it."""

from __future__ import annotations

from polyglot_news.align.model import Passage
from polyglot_news.article.communique import without_narration
from polyglot_news.documents import Document
from polyglot_news.provisions import unsaid_numbers
from polyglot_news.speakers.transcript import turns, without_label
from polyglot_news.text import Span, blank


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
    for label in [*labels, *unsaid_numbers(text, rendering)]:
        if label.start <= core.start < label.end < core.end:
            core = Span(label.end, core.end)
        elif core.start < label.start and label.end < len(text):
            text = blank(text, [label])
    return text, core
