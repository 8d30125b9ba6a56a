"""Counts whose bounds exclude and include the next one: fewer than five, « quatre au plus »; 三个以上, four or more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from polyglot_news.values.facts import Fact
from polyglot_news.values.model import Bound

_NEAR = 32
"""How many characters before and after a count may tell its bound."""

_EXCLUDING: dict[Bound, re.Pattern[str]] = {
    "at most": re.compile(
        r"(?:\b(?:less than|fewer than|under|below|moins d(?:e |['’]))|不到|不足|少于|未满|不满|低于)\s*$",
        re.IGNORECASE,
    ),
    "at least": re.compile(r"(?:\b(?:more than|over|above|plus d(?:e |['’]))|超过|逾|多于)\s*$", re.IGNORECASE),
}
_INCLUDING: dict[Bound, re.Pattern[str]] = {
    "at most": re.compile(
        r"\bor (?:fewer|less|under)\b|\b(?:at most|no (?:more|greater) than|up to|maximum|au plus|ou moins)\b"
        r"|jusqu['’]à|pas plus d|以下|以内|至多|最多|不超过",
        re.IGNORECASE,
    ),
    "at least": re.compile(
        r"\bor (?:more|over|above)\b|\b(?:at least|no (?:less|fewer) than|minimum|au moins|ou plus)\b|pas moins d"
        r"|以上|至少|起码|不少于|不低于",
        re.IGNORECASE,
    ),
}

_DIVISIBLE = frozenset({"percent", "points", "money"})
"""What has no next count: below 3 % is not 2 % at most."""


def at_next_count(left: Sequence[Fact], right: Sequence[Fact], texts: tuple[str, str]) -> Iterator[tuple[Fact, Fact]]:
    """Yield the counts of two texts that say the same, the one by what it excludes, the other by what it includes."""
    for one in left:
        for two in right:
            if _is_next(one, texts[0], two, texts[1]) or _is_next(two, texts[1], one, texts[0]):
                yield one, two


def _is_next(beyond: Fact, text: str, within: Fact, their_text: str) -> bool:
    """Whether a count is the first that a bound excludes, and the other one the last that is included."""
    if beyond.value.kind in _DIVISIBLE:
        return False
    step = beyond.numbers[0] - within.numbers[0]
    if abs(step) != 1 or beyond.numbers[0].denominator != 1 or beyond.unit != within.unit:
        return False
    bound: Bound = "at most" if step > 0 else "at least"
    before = text[max(0, beyond.value.span.start - _NEAR) : beyond.value.span.start]
    start, end = within.value.span
    led, followed = their_text[max(0, start - _NEAR) : start], their_text[end : end + _NEAR]
    included = any(_INCLUDING[bound].search(words) for words in (led, followed))
    return included and bool(_EXCLUDING[bound].search(before)) and not _EXCLUDING[bound].search(led)
