"""Text laid out in pages, as programs take it out of a PDF: page heads and numbers go, paragraphs become lines again.

Such a program (``pdftotext``) puts a form feed behind each page. What stands on top of a page or at its foot, what a
line breaks, and what a hyphen parts belongs to the paper; left in, it would cut sentences in two and words in halves.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from polyglot_news.text import STOPPED, blocks, columns, space_between

_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|p\.?|第)\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|sur|de|/|共|页，共)\s*\d{1,4})?\s*(?:页|頁)?\W*",
    re.IGNORECASE,
)
# A heading that differs from the next one by its figures alone: Article 3, 第3条. Behind a wider gap than a space
# stands a page number.
_NUMBERED = re.compile(r"[^\W\d_]+\.? \d+(?:[.-]\d+)*[.:]?|第 ?\d+ ?\w")
_MOST_FURNITURE = 3  # lines of a running head, or of a foot
# The share of a full line from which a line counts as full: of proportional type one holds more letters than another.
_FULL = 0.8
# Who takes the floor in a transcript, perhaps over two lines: "M. Lin (ministre des Affaires" / "étrangères) : ".
_TURN = re.compile(
    r"(?:(?:MM?|Mmes?|Mr|Mrs|Ms|Dr)\.?\s)?[^\W\d_a-zà-ÿ][^.!?。！？:：;；]{0,120}?(?:[:：]|\.\s[–—-]\s)|[–—]\s"
)
_MOST_NOTES = 30  # blocks of them on a page
_NOTE = re.compile(r"\d{1,3}\s+[A-ZÀ-ÞŒ«“\"\u3400-\u9fff]")
# The number of a note behind a word, a mark or a year. CO2 and (3) call none.
_CALL = r"(?:(?<=[a-zà-ÿœ\u3400-\u9fff,.;:!?»”)’%])|(?<=\b(?:19|20)\d\d)){}(?![\w%]|[.,]\d)"
_HYPHEN = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[-‐\u00ad]$")
_PARTED = re.compile(r"(?<![^\W\d_])[^\W\d_]+[-‐\u00ad]\n[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# What French ties to a verb or a noun by a hyphen that stays: pouvez-vous, celui-ci.
_TIED = frozenset(
    ["je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "ce", "moi", "toi", "lui", "leur", "y", "en", "le",
     "la", "les", "t", "ci", "là", "même", "mêmes"]
)  # fmt: skip


def is_paged(text: str) -> bool:
    """Whether a text is laid out in pages: form feeds stand in it."""
    return "\f" in text


def unpaged(text: str) -> str:
    """Return the text of pages without their heads, feet and numbers, one paragraph or part of one a line.

    Footnotes come behind all else, without their calls, since sentences go on from one page to the next. A head is what
    stands on top of more than one page, be it with other figures, unless it is a word with a number ("Article 3"); that
    of the first page stays. A hyphen at the end of a line goes, unless the text has the word with it, or both its
    halves as words.
    """
    lines = [*_without_furniture([page.splitlines() for page in text.split("\f")])]
    plain = "\n".join(" ".join(line.split()) for line in lines)
    words = frozenset(word.lower() for word in _WORD.findall(_PARTED.sub("", plain)))
    full = round(_FULL * _usual_width(plain.splitlines()))
    return "".join(_paragraphs(plain, full, words)).rstrip()


def _without_furniture(pages: Sequence[list[str]]) -> Iterator[str]:
    """Yield the lines of all pages; what goes on from one page to the next stands in neighbouring lines."""
    pages = [page for page in map(_stripped, pages) if page]
    heads = Counter(shape for page in pages for shape in {_shape(line) for line in _edge(page)})
    feet = Counter(shape for page in pages for shape in {_shape(line) for line in _edge(page[::-1])})
    notes: list[str] = []
    for number, page in enumerate(pages):
        body, found = _without_notes(_dropped(_dropped(page[::-1], feet)[::-1], heads if number else Counter()))
        yield from body
        notes += found
    yield from notes


def _without_notes(page: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return a page without its footnotes and the figures that call them, and the notes.

    A note is a block at the foot that begins with a number which stands behind a word above: *a decision3*, *in 20252*.
    """
    body, notes = list(page), list[str]()
    for _ in range(_MOST_NOTES):
        start = next((i for i in range(len(body) - 1, -1, -1) if not body[i].strip()), -1) + 1
        openings = [i for i in range(start, len(body)) if _NOTE.match(body[i].strip())]
        if not start or openings[:1] != [start]:
            return body, notes
        above = "\n".join(body[:start])
        for i in openings:
            above, calls = re.subn(_CALL.format(body[i].split()[0]), "", above, count=1)
            if not calls:
                return body, notes
        bounds = itertools.pairwise([*openings, len(body)])
        notes = [line for first, end in bounds for line in ("", *body[first:end])] + notes
        body = _stripped(above.split("\n"))
    return body, notes


def _stripped(page: Sequence[str]) -> list[str]:
    filled = [i for i, line in enumerate(page) if line.strip()]
    return list(page[filled[0] : filled[-1] + 1]) if filled else []


def _edge(page: Sequence[str]) -> list[str]:
    """Return the first lines of a page that are not blank."""
    return [line for line in page[: 2 * _MOST_FURNITURE] if line.strip()][:_MOST_FURNITURE]


def _shape(line: str) -> str:
    """Return what a line has in common with itself on another page: its words, and the figures of a heading."""
    if _NUMBERED.fullmatch(line.strip()):
        return line.strip()
    return re.sub(r"\d+", "0", " ".join(line.split()))


def _dropped(page: Sequence[str], repeated: Counter[str]) -> list[str]:
    """Return a page without the page number and the repeated lines that it begins with."""
    start = 0
    for i, line in enumerate(page[: 2 * _MOST_FURNITURE]):
        if not line.strip():
            continue
        # Blanks are put in one first: the pattern would part a long row of them in any way.
        if not _PAGE_NUMBER.fullmatch(" ".join(line.split())) and repeated[_shape(line)] < 2:
            break
        start = i + 1
    return _stripped(page[start:])


def _usual_width(lines: Sequence[str]) -> int:
    """Return the columns that a full line has: three in four lines have no more."""
    widths = sorted(columns(line) for line in lines if line)
    return widths[3 * len(widths) // 4] if widths else 0


def _paragraphs(text: str, full: int, words: frozenset[str]) -> Iterator[str]:
    for block in blocks(text, full=full):
        lines = block.of(text).splitlines()
        start = block.start
        for line, following in itertools.pairwise(lines):
            start += len(line) + 1
            ends = STOPPED.search(line) and (columns(line) < full or _TURN.match(text, start))
            yield f"{line}\n" if ends else _before(line, following, words)
        yield f"{lines[-1]}\n"


def _before(line: str, following: str, words: frozenset[str]) -> str:
    """Return a line as it stands before the next one of its paragraph: with a space, or without its hyphen."""
    first, second = _HYPHEN.search(line), _WORD.match(following)
    if first is None or second is None or not following[0].islower():
        return line + space_between(line, following)
    return line if _keeps_hyphen(first.group(1).lower(), second.group().lower(), words) else line[:-1]


def _keeps_hyphen(first: str, second: str, words: frozenset[str]) -> bool:
    if first + second in words:
        return False
    return second in _TIED or f"{first}-{second}" in words or (first in words and second in words)
