"""The words of a text that tell how far a decision has come: studied, planned, decided, done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from polyglot_news.compare.operators.cues import GAP, Cue, Hit, Reading, Word, hit_at, matcher, words
from polyglot_news.compare.operators.endings import FUTURE
from polyglot_news.compare.operators.perfect import perfects
from polyglot_news.text import CLAUSE_MARK, Span

STAGE = "stage"
"""The scale of how far a decision has come."""
DONE = 4
"""The end of that scale."""
DONE_CUE = Cue("have …", (Reading(STAGE, DONE, DONE, 0.3, asks=False),))
"""What is told as done by the form of its verb alone."""
_FUTURE_CUE = Cue("-ra", (Reading(STAGE, 3, DONE, 0.25, asks=False),))
_LEAST_FUTURE = 5
"""How many letters a French future has at least: "aura" and "sera" are auxiliaries, too."""
_WORD = re.compile(r"(?:已经?|正在?|[仍还尚]在|获得?)(?P<verb>\w+)|[^\W_]+")


def stages(text: str, language: str) -> list[Hit]:
    """Find the words of a text that tell how far a decision has come, in order."""
    units = words(text, language)
    hits = list(matcher(STAGE, language).find(units))
    if language == "fr":
        hits = sorted([*hits, *_futures(units, hits)], key=lambda hit: hit.word)
    done = list(_perfects(text, language, units, hits))
    hits = [hit for hit in hits if not any(_is_of_perfect(hit, perfect) for perfect in done)]
    hits = sorted([*hits, *done], key=lambda hit: hit.word)
    return [_without_auxiliary(text, hit) for hit in _ungoverned(text, hits)]


def _perfects(text: str, language: str, units: Sequence[Word], hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield what is told as done by the form of its verb alone."""
    for span, verb in perfects(text, language):
        if not any(span.overlap(hit.span) for hit in hits if hit.cue.asks):
            yield hit_at(span, DONE_CUE, units, verb)


def _futures(units: Sequence[Word], hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the futures that the ending of a French verb shows; "examinera" is a cue of its own."""
    taken = {hit.word for hit in hits}
    for at, unit in enumerate(units):
        if at not in taken and len(unit.text) >= _LEAST_FUTURE and FUTURE.match(unit.text):
            span = Span(unit.start, unit.end)
            yield Hit(span=span, cue=_FUTURE_CUE, word=at, parts=(span,))


def _is_of_perfect(hit: Hit, perfect: Hit) -> bool:
    """Whether a word that may be at any stage stands in what is told as done: the 修建 of 已修建."""
    reading = hit.cue.reading(STAGE)
    return reading is not None and reading.high >= DONE and hit.span.overlap(perfect.parts[0]) > 0


def _without_auxiliary(text: str, hit: Hit) -> Hit:
    """Let the longest word of a cue stand for it: the "has" of "has decided" is linked to any "has"."""
    if hit.cue is DONE_CUE:
        return hit
    if GAP in hit.cue.text:
        return attrs.evolve(hit, parts=hit.parts[-1:])
    found = _WORD.finditer(text, hit.span.start, hit.span.end)
    words_in = [Span(*match.span("verb" if match["verb"] else 0)) for match in found]
    return attrs.evolve(hit, parts=(max(words_in, key=len),))


def _ungoverned(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """Leave out what the verb before it governs: of "considering signing", the signing says nothing of the stage."""
    found: list[Hit] = []
    end = 0  # of the last word that tells a stage
    for hit in hits:
        if hit.cue.asks:
            end = hit.span.end
        elif end and not CLAUSE_MARK.search(text, end, hit.span.start):
            continue
        found.append(hit)
    return found
