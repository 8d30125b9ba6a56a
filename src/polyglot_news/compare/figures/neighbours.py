"""A year or a rank after which, or from the next one on: "after 2027", « à partir de 2028 », 从第三年起."""

from __future__ import annotations

import re

from polyglot_news.compare.model import Pair
from polyglot_news.text import in_simplified
from polyglot_news.values.facts import Fact

_NEAR = 24
# fmt: off
_AFTER = {
    "en": (r"\b(?:after|past|beyond)(?: the(?: year)?)? $", r"(?!)"),
    "fr": (r"\b(?:après|au-delà de|passée?)(?: l[ae']| l['’]an)? ?$", r"(?!)"),
    "zh": (r"(?!)", r"(?:年|届|轮|次|个\w)?(?:之后|以后|过?后)"),
}
_FROM = {
    "en": (
        r"\b(?:from|as of|starting(?: in| with)?|beginning(?: in| with)?|since)(?: the(?: year)?)? $",
        r" on(?:wards?)?\b",
    ),
    "fr": (r"\b(?:à (?:partir|compter|dater) d(?:e |u |e l[a'’] ?)|dès(?: l[ae'’])?|depuis(?: l[ae'’])?) ?$", r"(?!)"),
    "zh": (r"(?:从|自)$", r"(?:年|届|轮|次|个\w)?(?:起|开始)"),
}
# fmt: on


def says_from_the_next(pair: Pair, rendering: Fact, official: Fact) -> bool:
    """Whether one text tells what comes after a year or a rank, and the other what comes from the next one on.

    Both figures are numbers.
    """
    facts = rendering, official
    if not all(map(_is_place, facts)) or abs(rendering.numbers[0] - official.numbers[0]) != 1:
        return False
    earlier, later = sorted(zip(pair.texts, facts, strict=True), key=lambda side: side[1].numbers[0])
    return _stands(_AFTER, *earlier) and _stands(_FROM, *later)


def _is_place(fact: Fact) -> bool:
    return fact.part == "year" or fact.value.kind == "ordinal"


def _stands(words: dict[str, tuple[str, str]], told: tuple[str, str], fact: Fact) -> bool:
    """Whether such words stand right before or behind a figure."""
    text, language = told
    plain = in_simplified(text, language)
    start, end = fact.value.span
    before, behind = words[language]
    led = re.search(before, plain[max(0, start - _NEAR) : start], re.IGNORECASE)
    return led is not None or re.compile(behind, re.IGNORECASE).match(plain, end) is not None
