"""Ministers and ministries, by what they are in charge of, and heads of states, governments, towns and bodies.

The defence minister is none of the interior, nor the prime minister the president. The tables are
``data/names/posts.csv``: one portfolio a row, what it is called by ``|``, and Chinese posts in short, and
``data/names/heads.csv``: one office a row. Portfolios that countries cut differently (trade, industry and finance;
climate and energy) share a row, and so do heads whom some languages call alike (*president*, *chair*, 主席).
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from functools import cache

import attrs

from polyglot_news import tables
from polyglot_news.text import Span

_PATTERNS = {
    "en": (
        r"\b(?:(?:{0})(?:['’]s)? (?:ministers?|ministry|secretary|department)"
        r"|(?:ministers?|ministry|secretary|department) (?:of|for) (?:the )?(?:{0}))\b"
    ),
    "fr": (
        r"\b(?:ministres?|ministère)(?: \w+)? (?:de la |de l['’]|des |du |à la |à l['’]|aux |au |d['’]|délégué à la )"
        r"(?:{0})\b"
    ),
    "zh": r"(?:{0})(?:部|大臣|省)",
}
_NO_DEPUTY = r"(?<!vice )(?<!vice-)(?<!deputy )(?<!deputy-)"
# The Premier League, the Chancellor of the Exchequer, a chairlift.
_NO_HEAD = r"(?! league| of the exchequer|-?lift)"
_ANY_HEAD = {
    "en": r"\b(?:chiefs?|heads?|leaders?|boss|officials?)\b",
    "fr": r"\b(?:chefs?|cheffes?|patronn?e?|dirigeante?s?|responsables?)\b",
    "zh": "首长|首脑|领导人|负责人|官员|掌门人",
}
"""What any of them may be called."""


@attrs.frozen
class Post:
    """A minister, a ministry or a head that a text speaks of.

    Attributes:
        span: where.
        row: which portfolio or office of the tables.
    """

    span: Span
    row: int


def find_posts(text: str, language: str) -> list[Post]:
    """Find the ministers, ministries and heads in an English, French or (simplified) Chinese text, in order.

    One that lies in another is a part of its name: 劳动省 in 厚生劳动省.
    """
    found = [
        Post(Span(*match.span()), row)
        for row, (pattern, _) in enumerate(_table(language))
        for match in pattern.finditer(text)
    ]
    found.sort(key=lambda post: post.span)
    longest = max((len(post.span) for post in found), default=0)
    return [post for post in found if not _is_part(post, found, longest)]


def _is_part(post: Post, found: list[Post], longest: int) -> bool:
    """Whether a post lies in a longer one of those found, which are in order, and none of them longer than given."""
    first = bisect.bisect_right(found, post.span.start - longest, key=lambda one: one.span.start)
    last = bisect.bisect_left(found, post.span.end, key=lambda one: one.span.start)
    return any(post.span.overlap(one.span) and len(one.span) > len(post.span) for one in found[first:last])


def spoken_posts(own: tuple[str, str], other: tuple[str, str]) -> list[Post]:
    """Return the posts of one text, given with its language, of whose matter the other one speaks."""
    table = _table(other[1])
    return [post for post in find_posts(*own) if any(pattern.search(other[0]) for pattern in table[post.row])]


def exchanged_posts(
    rendering: str, rendering_language: str, official: str, official_language: str
) -> Iterator[tuple[Post, Post]]:
    """Yield posts of the two texts of which the other one does not speak, in pairs: one in the place of the other."""
    left = _unspoken(find_posts(rendering, rendering_language), official, official_language)
    right = _unspoken(find_posts(official, official_language), rendering, rendering_language)
    yield from zip(left, right, strict=False)


def portfolio(post: Post) -> str:
    """Return what a post is in charge of, or the office of a head, in English."""
    return [*_rows(), *_heads()][post.row]["en"].split("|")[0]


def _unspoken(posts: list[Post], other: str, language: str) -> list[Post]:
    """Return the posts of whose matter the other text does not speak at all."""
    table = _table(language)
    return [post for post in posts if not any(pattern.search(other) for pattern in table[post.row])]


@cache
def _rows() -> tuple[dict[str, str], ...]:
    return tuple(tables.rows("names/posts"))


@cache
def _heads() -> tuple[dict[str, str], ...]:
    return tuple(tables.rows("names/heads"))


@cache
def _table(language: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return for each portfolio how its posts and how its matter are called."""
    table = []
    for row in _rows():
        words = _any_of(row[language])
        post = _PATTERNS[language].format(words)
        if language == "zh" and row["zh_short"]:
            post += "|" + row["zh_short"]
        matter = words if language == "zh" else rf"\b(?:{words})\b"
        table.append((re.compile(post, re.IGNORECASE), re.compile(matter, re.IGNORECASE)))
    for row in _heads():
        words = _any_of(row[language])
        pattern = rf"(?<!副)(?:{words})" if language == "zh" else rf"{_NO_DEPUTY}\b(?:{words})s?\b{_NO_HEAD}"
        called = re.compile(f"{pattern}|{_ANY_HEAD[language]}", re.IGNORECASE)
        table.append((re.compile(pattern, re.IGNORECASE), called))
    return tuple(table)


def _any_of(cell: str) -> str:
    """Return a pattern for any of the words of a cell, the longest first."""
    return "|".join(map(re.escape, sorted(cell.split("|"), key=len, reverse=True)))
