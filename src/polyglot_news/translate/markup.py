"""Marks of Markdown, of HTML and of templates in a text: what of them is copied, and what a translation leaves out."""

from __future__ import annotations

import re

_TAG = r"""</?[A-Za-z][\w-]{0,20}(?:\s+[\w:-]{1,30}(?:=(?:"[^"<>]{0,300}"|'[^'<>]{0,300}'))?){0,8}\s*/?>"""
_NOTE = r"\[\d{1,3}\]"
# Code, the target of a link, a tag, the mark of a note, a placeholder: {count}, {{ name }}, %s, %(name)s, %1$d.
MARKUP = (
    r"(?<!`)`(?![`\s])[^`]{1,200}(?<!\s)`(?!`)|\]\([^\s()]{1,300}\)"
    rf"|{_TAG}|{_NOTE}|\$?\{{{{1,2}}\s?[\w.:!$#-]{{0,40}}\s?\}}{{1,2}}"
    r"|(?<!\d)(?<!\d[ \u00a0\u202f])%(?:\(\w{1,40}\)|\d\$)?[sdif](?!\w)"
)
_HEAD = re.compile(rf"(?:[*_]{{1,3}}(?=[^\s*_])|{_TAG}\s*)*")
_TAIL_MARK = re.compile(rf"(?<![\s*_])[*_]{{1,3}}|(?:(?<!\s)\s+)?{_TAG}|\s?{_NOTE}|(?<=[^\w\s])[¹²³⁴-⁹]+")
_EMPHASIS = re.compile(
    r"(?:(?<![A-Za-zÀ-ÿ\d*_])|(?=\*\*))([*_]{1,3})(?=[^\s*_])(?:(?!\1).){0,500}(?<=[^\s*_])\1(?![A-Za-zÀ-ÿ\d*_])",
    re.DOTALL,
)


def edges(raw: str, start: int, end: int) -> tuple[int, int]:
    """Return where what is said begins and ends between marks of emphasis, tags and marks of notes."""
    head = _HEAD.match(raw, start, end)
    begin = head.end() if head else start
    tail = reached = begin
    for mark in _TAIL_MARK.finditer(raw, begin, end):
        if mark.start() > reached:
            tail = mark.start()
        reached = mark.end()
    return begin, tail if reached == end else end


def without_emphasis(raw: str, start: int, end: int) -> str:
    """Put characters without width for the marks around single words, which no translation has in their places."""
    if "*" not in raw and "_" not in raw:
        return raw
    from polyglot_news.translate.names import wanted_codes

    begin, close = edges(raw, start, end)
    codes = [want.span for want in wanted_codes(raw)]
    for match in _EMPHASIS.finditer(raw, start, end):
        first, last = match.span()
        whole = first < begin and last > close
        if not whole and not any(code.start < last and first < code.end for code in codes):
            blank = "\u200b" * len(match[1])
            raw = raw[:first] + blank + raw[first + len(blank) : last - len(blank)] + blank + raw[last:]
    return raw


def tied_side(code: str, before: str) -> str:
    """Return on which side of a copied stretch no space may come: "left", "right" or neither.

    Args:
        code: the stretch.
        before: the character before it in the source.
    """
    if code.startswith(("](", "</")) or (code.startswith("[") and not before.isspace()):
        return "left"
    return "right" if re.match(r"<[A-Za-z]", code) else ""
