"""Direct speech without quotation marks: dialogue after a dash, and paragraphs set off as a block."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from polyglot_news.quotes.asides import find_asides, split_contents
from polyglot_news.quotes.grammar import Grammar
from polyglot_news.quotes.layout import Paragraph
from polyglot_news.quotes.marks import Stretch
from polyglot_news.text import Span

_DASH = re.compile(r"[–—―]\s*|-\s+")
_ITEM = re.compile(r"(?:[•◦▪‣*·]|-|–|\d{1,2}[.)]|\([a-z0-9]{1,2}\)|[a-z]\))\s+")
_QUOTED_LINE = re.compile(r"(?:>\s?)+")
_SPOKEN = re.compile(
    r"\b(?:[Jj]e|[Jj]['’]|[Tt]u|[Nn]ous|[Vv]ous|[Mm]oi|[Tt]oi|[Mm]on|[Mm]es|[Vv]otre|[Vv]os|I|[Yy]ou|[Ww]e|[Mm]y|[Yy]our)\b|[?!]"
)
_TERMINAL = frozenset('.!?…。！？”"»」')
_MIN_BLOCK_WORDS = 4
_MIN_INDENT = 2


def find_dialogue(text: str, blocks: Sequence[Paragraph], words: Grammar | None) -> list[Stretch]:
    """Find paragraphs that open with a dialogue dash.

    A run of such paragraphs is dialogue if somebody in it is said to speak, asks, exclaims or says I or you; it is a
    list if its items begin in lower case or end with a comma or semicolon.
    """
    if words is None:
        return []
    found: list[Stretch] = []
    run: list[tuple[Paragraph, Span]] = []
    for block in [*blocks, None]:
        match = _DASH.match(text, block.span.start, block.span.end) if block is not None else None
        if block is not None and match is not None and match.end() < block.span.end:
            run.append((block, Span(match.end(), block.span.end)))
            continue
        found.extend(_read_run(text, run, words))
        run = []
    return found


def _read_run(text: str, run: Sequence[tuple[Paragraph, Span]], words: Grammar) -> list[Stretch]:
    if not run or _is_list(text, [content for _, content in run]):
        return []
    asides = [find_asides(text, content, words, dialogue=True) for _, content in run]
    hyphens = any(text[block.span.start] == "-" for block, _ in run)
    if not any(asides) and (hyphens or not any(_SPOKEN.search(text, *content) for _, content in run)):
        return []
    found = []
    for (block, content), inside in zip(run, asides, strict=True):
        if text[content.start] in '“"«‘':
            continue  # the marks say it better
        pieces = split_contents(text, content, inside)
        if pieces:
            found.append(Stretch(Span(block.span.start, pieces[-1].end), tuple(pieces), "—"))
    return found


def _is_list(text: str, contents: Sequence[Span]) -> bool:
    listed = sum(
        1 for start, end in contents if text[start].islower() or text[start].isdigit() or text[end - 1] in ",;；"
    )
    return 2 * listed > len(contents)


def find_blocks(text: str, blocks: Sequence[Paragraph], announces: Callable[[Span], bool]) -> list[Stretch]:
    """Find paragraphs that are set off as a quotation.

    Lines that begin with ``>``; and what follows a paragraph that ends with a colon and says that somebody speaks: the
    items of a list, all paragraphs that are indented as the first one, or the next paragraph alone.

    Args:
        text: the whole text.
        blocks: its paragraphs.
        announces: whether a paragraph that ends with a colon announces words of somebody.
    """
    found: list[Stretch] = []
    i = 0
    while i < len(blocks):
        if text[blocks[i].span.start] == ">":
            last = i
            while last + 1 < len(blocks) and text[blocks[last + 1].span.start] == ">":
                last += 1
            contents = [
                _without_prefix(text, line, _QUOTED_LINE) for block in blocks[i : last + 1] for line in block.lines
            ]
        elif i and text[blocks[i - 1].span.end - 1] in ":：" and announces(blocks[i - 1].span):
            last = _last_of_block(text, blocks, i)
            contents = [_without_prefix(text, block.span, _ITEM) for block in blocks[i : last + 1]]
            if not _reads_as_speech(text, blocks[i].span, contents):
                contents = []
        else:
            i += 1
            continue
        kept = tuple(span for span in contents if any(char.isalnum() for char in text[span.start : span.end]))
        if kept:
            found.append(Stretch(Span(blocks[i].span.start, blocks[last].span.end), kept, ">"))
        i = last + 1
    return found


def _without_prefix(text: str, span: Span, prefix: re.Pattern[str]) -> Span:
    match = prefix.match(text, span.start, span.end)
    return Span(match.end(), span.end) if match is not None else span


def _last_of_block(text: str, blocks: Sequence[Paragraph], first: int) -> int:
    last = first
    item = _ITEM.match(text, blocks[first].span.start, blocks[first].span.end) is not None
    inset = blocks[first].indent - blocks[first - 1].indent >= _MIN_INDENT
    while last + 1 < len(blocks):
        following = blocks[last + 1]
        if item and _ITEM.match(text, following.span.start, following.span.end) is None:
            break
        if not item and not (inset and following.indent >= blocks[first].indent):
            break
        last += 1
    return last


def _reads_as_speech(text: str, first: Span, contents: Sequence[Span]) -> bool:
    """Whether a paragraph after a colon is a sentence or more, rather than a heading or the next speaker's name."""
    if len(contents) > 1:
        return True
    words = len(re.findall(r"[^\W_]+", text[first.start : first.end]))
    han = len(re.findall(r"[\u3400-\u9fff]", text[first.start : first.end]))
    return text[first.end - 1] in _TERMINAL and (words >= _MIN_BLOCK_WORDS or han >= 2 * _MIN_BLOCK_WORDS)
