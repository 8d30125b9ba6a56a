"""On which side of a date something lies: *until Friday* here, « à partir de vendredi » there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from polyglot_news.compare.figures.told import changed_figure
from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.compare.operators.negation import negations
from polyglot_news.text import Span, clause_around, in_plain_signs
from polyglot_news.values.agreement import agreement
from polyglot_news.values.facts import Fact

_SURE = 0.9
_SAME = 0.75
_NEAR = 36
_PLAIN = frozenset({"not", "no", "never"})
_DATED = frozenset({"date", "time", "period"})
_LEAD = {
    "en": r"(?: (?:the|noon|midday|midnight|this|next|last|coming|end|close|start|beginning|early|late|mid|of|on|at))*"
    r"[ -]*$",
    "fr": r"(?:(?: |^)(?:le|la|les|au|aux|à|ce|cette|midi|minuit|du|de|début|fin|mi|mois|soir|matin)"
    r"|['’]|(?: |^)l['’]|-)*[ -]*$",
}
_SIDES = {
    "en": {
        "before": r"(?:before|prior to|ahead of|until|till|up to|by)",
        "after": r"(?:after|(?<!away )from|since|as from|starting|effective)",
    },
    "fr": {
        "before": r"(?:avant|jusqu['’](?:à|au|aux|en)?|d['’]ici(?: à| au)?|au plus tard)",
        "after": r"(?:après|à (?:partir|compter) d[eu]|depuis|au plus tôt)",
    },
}
_ZH_BEFORE, _ZH_AFTER = "(?:之前|以前|前(?![夕后往来线])|为止|止)", "(?:之后|以后|后(?![来期])|起|开始|以来)"
_ZH_LEADS = {"before": "(?:截至|截止到?|直到|至|早于)$", "after": "(?:自从?|从|晚于)$"}


def exchanged_sides(pair: Pair, rendering: Sequence[Fact], official: Sequence[Fact]) -> Iterator[Divergence]:
    """Yield what lies before a date in one text and behind it in the other."""
    ours, theirs = (
        list(_sides(in_plain_signs(text, language), language, facts))
        for (text, language), facts in zip(pair.texts, (rendering, official), strict=True)
    )
    for one, side, mine in ours:
        same = [told for told in theirs if agreement(one, told[0]) >= _SAME]
        if len(same) != 1 or same[0][1] == side or sum(agreement(told[0], same[0][0]) >= _SAME for told in ours) != 1:
            continue
        there = same[0][2]
        if pair.core is None or there.overlap(pair.core):
            yield changed_figure(pair, mine, there, _SURE)
            return


def _sides(text: str, language: str, facts: Sequence[Fact]) -> Iterator[tuple[Fact, str, Span]]:
    """Yield the dates of which a text tells that something lies before or behind them, and where that stands.

    What is denied may be told by either: who stays until May does not leave before May, but after it.
    """
    dated = [fact for fact in facts if fact.value.kind in _DATED and fact.kind != "number"]
    if not dated:
        return
    denied = [hit.span for hit in negations(text, language) if hit.cue.readings[0].cls in _PLAIN]
    for fact in dated:
        date = fact.value.span
        clause = clause_around(text, date)
        if any(span.overlap(clause) for span in denied):
            continue
        found = _zh_side(text, date) if language == "zh" else _latin_side(text, language, date)
        if found is not None:
            yield fact, *found


def _latin_side(text: str, language: str, date: Span) -> tuple[str, Span] | None:
    first = max(0, date.start - _NEAR)
    led = text[first : date.start]
    for side, words in _SIDES[language].items():
        match = re.search(rf"\b{words}{_LEAD[language]}", led, re.IGNORECASE)
        if match is not None:
            return side, Span(first + match.start(), date.end)
    return None


def _zh_side(text: str, date: Span) -> tuple[str, Span] | None:
    for side, words in (("before", _ZH_BEFORE), ("after", _ZH_AFTER)):
        behind = re.compile(f"[,，]?{words}").match(text, date.end)
        if behind is not None:
            return side, Span(date.start, behind.end())
    for side, words in _ZH_LEADS.items():
        led = re.search(words, text[: date.start])
        if led is not None:
            return side, Span(led.start(), date.end)
    return None
