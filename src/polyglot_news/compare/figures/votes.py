"""Votes that changed places: *by 118 votes to 4, with 51 abstentions* is not 118票赞成、51票反对、4票弃权.

Both texts give the same figures, so that each is asked what it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.text import Span, in_plain_signs
from polyglot_news.values.describe import describe
from polyglot_news.values.facts import Fact

_SURE = 0.9
_WHAT = {"yes": "votes for", "no": "votes against", "neither": "abstentions"}
_NEITHER = {
    "en": r"(?:,? (?:and |with )?(?P<neither>\w+) abst)?",
    "fr": r"(?:,? (?:et |avec )?(?P<neither>\w+) abst)?",
    "zh": r"(?:[、，,和](?P<neither>\w{1,12}?)[票人国]弃权)?",
}
_TALLY = {
    "en": (
        r"\b(?P<yes>\w+) votes? to (?P<no>\w+)",
        r"\b(?P<yes>\w+)(?: votes?)? (?:in favou?r|for)(?:,| and|, and) (?P<no>\w+)(?: votes?)? against",
    ),
    "fr": (
        r"\b(?P<yes>\w+) (?:voix|votes?) contre (?P<no>\w+)",
        r"\b(?P<yes>\w+)(?: voix| votes?)? pour(?:,| et) (?P<no>\w+)(?: voix| votes?)? contre",
    ),
    "zh": (r"(?P<yes>\w{1,12}?)票(?:赞成|支持|同意)?[、，,对比](?P<no>\w{1,12}?)票(?:反对)?",),
}


def exchanged_votes(pair: Pair, rendering: Sequence[Fact], official: Sequence[Fact]) -> Iterator[Divergence]:
    """Yield two counts of one vote that stand in each other's place."""
    sides = zip(pair.texts, (rendering, official), strict=True)
    ours, theirs = (_tally(*text, facts) for text, facts in sides)
    for one, other in combinations(sorted(ours.keys() & theirs.keys()), 2):
        here, there = (ours[one], ours[other]), (theirs[other], theirs[one])
        if here[0].numbers != here[1].numbers and all(a.numbers == b.numbers for a, b in zip(here, there, strict=True)):
            yield Divergence(
                kind="number",
                severity="critical",
                confidence=_SURE,
                rendering=ours[one].value.span,
                official=theirs[one].value.span,
                reason=(
                    f"The official text counts {describe(theirs[one].value, pair.official)} {_WHAT[one]}, "
                    f"the article {describe(ours[one].value, pair.rendering)}."
                ),
            )
            return


def _tally(text: str, language: str, facts: Sequence[Fact]) -> dict[str, Fact]:
    """Return what each figure of a vote counts, if a text tells of one vote alone."""
    plain = in_plain_signs(text, language)
    found = [
        match
        for pattern in _TALLY[language]
        for match in re.finditer(pattern + _NEITHER[language], plain, re.IGNORECASE)
    ]
    if len(found) != 1:
        return {}
    counted = {what: Span(*found[0].span(what)) for what in _WHAT if found[0][what] is not None}
    told = {what: [fact for fact in facts if fact.value.span.overlap(span)] for what, span in counted.items()}
    return {what: counts[0] for what, counts in told.items() if len(counts) == 1}
