"""From where to where: *flights from Paris to Rome* are not « les vols de Rome à Paris ».

Only a text that tells one way between two names is looked at. French, English and Chinese name the ends in either
order, each with its own preposition, or Chinese has the verb of going between the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from polyglot_news.compare.operators.parties import are_one
from polyglot_news.names import Name, find_names

if TYPE_CHECKING:
    from polyglot_news.compare.model import Pair
    from polyglot_news.text import Span

_FROM = {
    "en": re.compile(r"\bfrom (?:the )?$", re.IGNORECASE),
    "fr": re.compile(r"\b(?:(?:depuis|de) (?:l[ae]s? |l['’])?|du |des |d['’])$", re.IGNORECASE),
    "zh": re.compile("[从自由]$"),
}
_TO = {
    "en": re.compile(r"\b(?:in)?to (?:the )?$", re.IGNORECASE),
    "fr": re.compile(r"\b(?:(?:à|vers|pour) (?:l[ae]s? |l['’])?|aux? )$", re.IGNORECASE),
    "zh": re.compile("(?:[到至往向赴]|前往|抵达?)$"),
}
"""What stands before the one end, and before the other."""
_BETWEEN = {
    "en": re.compile(r"(?: [\w'’-]+){0,2} (?:in)?to (?:the )?|(?: [\w'’-]+){0,2} from (?:the )?"),
    "fr": re.compile(r" (?:(?:à|vers|pour|depuis|de) (?:l[ae]s? |l['’])?|aux? |du |des |d['’])"),
    "zh": re.compile(r"\w{0,2}(?:[到至往向赴]|前往|抵达?)"),
}
"""What stands between the two ends."""
_HEADED = re.compile("[飞开驶运流发][往向至]|前往|[对向](?=[^，。；]{0,16}(?:出口|输出|供应|供气|援助|转移|投资))")
"""What stands between them in Chinese where nothing stands before the first: 巴黎飞往北京."""


def exchanged_places(pair: Pair) -> tuple[Span, Span] | None:
    """Return where, in the rendering and in the official text, a way leads from its other end."""
    ours, theirs = (list(_routes(text, language)) for text, language in pair.texts)
    if len(ours) != 1 or len(theirs) != 1:
        return None
    (start, end), (first, last) = ours[0], theirs[0]
    if not are_one(start, last, pair) or not are_one(end, first, pair) or are_one(start, first, pair):
        return None
    return start.span.with_(end.span), first.span.with_(last.span)


def _routes(text: str, language: str) -> Iterator[tuple[Name, Name]]:
    """Yield where each way between two names begins and ends."""
    for one, two in pairwise(find_names(text, language)):
        between = text[one.span.end : two.span.start]
        headed = _HEADED.match(text, one.span.end) if language == "zh" else None
        if headed is not None and headed.end() == two.span.start:
            yield one, two
        elif _BETWEEN[language].fullmatch(between):
            before = text[: one.span.start]
            if _FROM[language].search(before) and _TO[language].search(between):
                yield one, two
            elif _TO[language].search(before) and _FROM[language].search(between):
                yield two, one
