"""Turns that make a modal, or unmake it: 非改革不可 says *must*, *may they rest in peace* leaves nothing open.

What somebody said *would* be done is what will be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from polyglot_news.compare.operators.cues import Cue, Hit, Reading, Word, hit_at
from polyglot_news.compare.operators.negation import bound_to
from polyglot_news.compare.words.idioms import soft
from polyglot_news.text import SENTENCE_MARK

_MUST = Cue("非…不可", (Reading("duty", 3, 3, needs=0.6),))
_WISHING = frozenset({"may", "puisse", "puissent", "puissions", "puissiez"})
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?;:])[\s\"'“‘«]*$")

_CONDITIONALS = frozenset({"would", "-rait"})
_FORETOLD = Reading("will", 3, 3, 0.95, asks=False)
REPORTING = {
    "en": re.compile(
        r"\b(?:said|announced|added|promised|pledged|vowed|assured|confirmed|declared|stated|explained|told|warned"
        r"|insisted|agreed|decided|indicated|predicted|reiterated|stressed|noted|testified)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:a|ont|avai(?:t|ent)|avons|ai|avez)(?: \w+ment)? (?:dit|annoncé|ajouté|promis|assuré|confirmé|déclaré"
        r"|affirmé|indiqué|expliqué|précisé|prévenu|décidé|prédit|souligné|rappelé|juré|certifié|fait savoir|convenu)"
        r"\b[^.;:!?]{0,160}?\bqu(?:e\b|['’])",
        re.IGNORECASE,
    ),
    "zh": re.compile("宣布|表示|透露|指出|强调|确认|证实"),
}
"""What reports in the past: its own time is none of what it says, and what it says *would* be, will be."""


_BEFORE_TEXT = re.compile(r"[\s\"'“‘«…]+")


def is_foretold(text: str, at: int, language: str) -> bool:
    """Whether a *would* or a French conditional is the future of what was said before it in its sentence.

    So it is where it opens a text: it is quoted from behind its subject, said that she | “would pay”.
    """
    if text[at].islower() and not _BEFORE_TEXT.sub("", text[:at]):
        return True
    start = max((mark.end() for mark in SENTENCE_MARK.finditer(text, 0, at)), default=0)
    return REPORTING[language].search(text, start, at) is not None


def foretold(text: str, hit: Hit, language: str) -> Hit:
    """Let a *would* or a « -rait » be a *will* after what reports in the past: "said the school would reopen"."""
    if hit.cue.text not in _CONDITIONALS or not is_foretold(text, hit.span.start, language):
        return hit
    others = (reading for reading in hit.cue.readings if reading.cls != "will")
    return attrs.evolve(hit, cue=Cue(hit.cue.text, (*others, _FORETOLD)))


def wished(text: str, hit: Hit) -> Hit:
    """Let the *may* that opens a sentence be a wish, and leave nothing open: « qu'ils reposent en paix »."""
    opens = hit.cue.text in _WISHING and _OPENS_SENTENCE.search(text[: hit.span.start]) is not None
    return soft(hit) if opens else hit


def musts(text: str, units: Sequence[Word]) -> Iterator[Hit]:
    """Yield what must be, as Chinese says it by two negatives: 非改革不可."""
    for span in bound_to(text):
        yield hit_at(span, _MUST, units)
