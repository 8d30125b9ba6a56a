"""Which end of a period: at the end of the century here, at the start of it there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from polyglot_news.compare.figures.told import changed_figure
from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.text import Span, in_plain_signs
from polyglot_news.values.agreement import agreement
from polyglot_news.values.facts import Fact

_SAME = 0.75
_SURE = 0.85
_NEAR = 40
_YEAR_ENDS = {1, 12}
_PARTS = frozenset({"year", "decade", "century"})
_BEFORE = {
    "en": r"(?: (?:of|in))?(?: (?:the|last|this))*[- ]?$",
    "fr": r"(?: d(?:e|u|es)(?: l[ae])?| d['’]| l['’])?(?: (?:mois|année|années|l[ae])(?: d[eu])?)*[- ]?$",
}
_WORDS = {
    "en": {"first": r"\b(?:early|beginning|start)", "last": r"\b(?:late|end|close)"},
    "fr": {"first": r"\b(?:début|aube)", "last": r"\b(?:fin)"},
    "zh": {"first": "年?[之]?初", "last": "年?[之]?[末底]"},
}


def exchanged_edges(pair: Pair, rendering: Sequence[Fact], official: Sequence[Fact]) -> Iterator[Divergence]:
    """Yield the beginning of a month, year, decade or century that stands for its end, or the other way round."""
    texts = [in_plain_signs(*text) for text in pair.texts]
    ours, theirs = (
        list(_edges(text, language, facts))
        for text, (_, language), facts in zip(texts, pair.texts, (rendering, official), strict=True)
    )
    for mine, there in _of_year(rendering, official):
        if pair.core is None or there.overlap(pair.core):
            yield changed_figure(pair, mine, there, _SURE)
            return
    for one, which, mine in ours:
        same = [told for told in theirs if agreement(one, told[0]) >= _SAME]
        if len(same) != 1 or same[0][1] == which or sum(agreement(told[0], same[0][0]) >= _SAME for told in ours) != 1:
            continue
        there = same[0][2]
        if pair.core is None or there.overlap(pair.core):
            yield changed_figure(pair, mine, there, _SURE)
            return


def _of_year(rendering: Sequence[Fact], official: Sequence[Fact]) -> Iterator[tuple[Span, Span]]:
    """Yield the end of a year that faces the beginning of one: 年底, "at the start of the year"."""
    ours, theirs = ([fact for fact in facts if fact.kind == "month"] for facts in (rendering, official))
    if not len(ours) == len(theirs) == 1 or not (ours[0].value.loose and theirs[0].value.loose):
        return
    if {ours[0].numbers[0], theirs[0].numbers[0]} == _YEAR_ENDS:
        yield ours[0].value.span, theirs[0].value.span


def _edges(text: str, language: str, facts: Sequence[Fact]) -> Iterator[tuple[Fact, str, Span]]:
    """Yield the periods of which the beginning or the end is told, which of them, and where both stand."""
    for fact in facts:
        if fact.part not in _PARTS and fact.kind != "month":
            continue
        if fact.value.moment is not None and fact.value.moment.day is not None:
            continue
        start, end = fact.value.span
        for which, words in _WORDS[language].items():
            if language == "zh":
                found = re.compile(words).match(text, end)
                place = None if found is None else Span(start, found.end())
            else:
                first = max(0, start - _NEAR)
                led = re.search(words + _BEFORE[language], text[first:start], re.IGNORECASE)
                place = None if led is None else Span(first + led.start(), end)
            if place is not None:
                yield fact, which, place
