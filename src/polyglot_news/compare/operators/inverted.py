"""English conditions told by their word order: *should the dam break*, *had they known*, *were it to fail*."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence

from polyglot_news.compare.operators.cues import Cue, Hit, Reading, Word
from polyglot_news.text import Span

_IF = (Reading("if", needs=0.8),)
_OPENING = re.compile(
    r"(?:^|[.!?;:\n]\s{1,4})[\"'“‘]?(?:(?:And|But) (?=[shw])|(?=[SHW]))(?P<verb>[Ss]hould|[Ww]ere|[Hh]ad)"
    r" (?!not\b|n['’]t\b|we not\b|be\b|been\b|have\b|to\b|a (?:good|nice)\b)"
    r"(?:[^.,;!?]|[.,](?=\d)){1,300},(?![^.!?]{0,300}\?)"
)
"""What opens a sentence that is no question, up to its comma."""
_CLOSING = re.compile(
    r", (?P<verb>should) "
    r"(?:the|an?|any|this|that|these|those|it|he|she|they|we|you|I|there|our|your|their|his|her|its)\b(?![^.!?]{0,300}\?)"
)
"""What follows the clause that it conditions."""


def inverted_conditions(text: str, units: Sequence[Word]) -> Iterator[Hit]:
    """Yield the verbs that set a condition by standing before their subject."""
    ends = [unit.end for unit in units]
    for pattern in (_OPENING, _CLOSING):
        for match in pattern.finditer(text):
            place = Span(*match.span("verb"))
            word = bisect.bisect(ends, place.start)
            yield Hit(span=place, cue=Cue(units[word].text, _IF), word=word, parts=(place,))
