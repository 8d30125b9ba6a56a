"""On which side of a date something lies: *until Friday* here, « à partir de vendredi » there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.text import Span, in_plain_signs
from polyglot_news.values.agreement import agreement
from polyglot_news.values.facts import Fact

_SURE = 0.9
_SAME = 0.75
_NEAR = 36
_DATED = frozenset({"date", "time", "period"})
_LEAD = {
    "en": r"(?: (?:the|noon|midday|midnight|this|next|last|coming|end|close|start|beginning|early|late|mid|of|on|at))*"
    r"[ -]*$",
    "fr": r"(?:(?: |^)(?:le|la|les|au|aux|à|ce|cette|midi|minuit|du|de|début|fin|mi|mois|soir|matin)"
    r"|['’]|(?: |^)l['’]|-)*[ -]*$",
}
_SIDES = {
    "en": {
        "before": r"(?:(?<!not )(?<!n't )before|prior to|ahead of|(?<!not )(?<!n't )(?:until|till)|up to|no later than"
        r"|not later than|at the latest by|by)",
        "after": r"(?:after|(?<!away )from|since|as (?:of|from)|starting|effective|(?:not|n't) (?:before|until)"
        r"|no earlier than|not earlier than)",
    },
    "fr": {
        "before": r"(?:(?<!pas )avant|jusqu['’](?:à|au|aux|en)?|d['’]ici(?: à| au)?|au plus tard)",
        "after": r"(?:après|à (?:partir|compter) d[eu]|depuis|pas avant|au plus tôt)",
    },
}
_ZH_BEFORE, _ZH_AFTER = "(?:之前|以前|前(?![夕后往来线])|为止|止)", "(?:之后|以后|后(?![来期])|起|开始|以来)"
_ZH_LEADS = {"before": "(?:截至|截止到?|直到|至|早于|不晚于|不迟于)$", "after": "(?:自从?|从|晚于|不早于)$"}


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
            yield Divergence(
                kind="number",
                severity="critical",
                confidence=_SURE,
                rendering=mine,
                official=there,
                reason=(
                    f"The official text says “{there.of(pair.official)}”, the article “{mine.of(pair.rendering)}”."
                ),
            )
            return


def _sides(text: str, language: str, facts: Sequence[Fact]) -> Iterator[tuple[Fact, str, Span]]:
    """Yield the dates of which a text tells that something lies before or behind them, and where that stands."""
    for fact in facts:
        if fact.value.kind not in _DATED or fact.kind == "number":
            continue
        found = _zh_side(text, fact.value.span) if language == "zh" else _latin_side(text, language, fact.value.span)
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
