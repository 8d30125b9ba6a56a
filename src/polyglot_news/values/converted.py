"""Measures that two texts give in two units: 3 feet and 90厘米."""

from __future__ import annotations

from polyglot_news.text import Span
from polyglot_news.values.agreement import converted
from polyglot_news.values.facts import Fact, facts_in
from polyglot_news.values.matching import weighed

_NO_BOUND = {"exact", "about"}  # "more than 3 feet" is to be held against what the other text says of it


def converted_measures(texts: tuple[tuple[str, str], tuple[str, str]]) -> tuple[list[Span], list[Span]]:
    """Return where in either text measures stand that the other one gives as well, in another unit.

    Args:
        texts: two texts, each with its language.
    """
    ours, theirs = ([fact for fact in facts_in(text, language) if not fact.value.loose] for text, language in texts)
    ours, theirs = weighed(ours, theirs), weighed(theirs, ours)
    found = [(one, two) for one in filter(_is_plain, ours) for two in filter(_is_plain, theirs) if converted(one, two)]
    alone = [
        (one.value.span, two.value.span)
        for one, two in found
        if sum(one is first for first, _ in found) == sum(two is second for _, second in found) == 1
    ]
    return [here for here, _ in alone], [there for _, there in alone]


def _is_plain(fact: Fact) -> bool:
    return fact.value.kind == "quantity" and fact.value.bound in _NO_BOUND
