"""A majority that a rendering calls one without its figure: *most villages* for two thirds, la plupart, 大多数."""

from __future__ import annotations

import re

from polyglot_news.text import Span, in_simplified
from polyglot_news.values.agreement import in_percent
from polyglot_news.values.shares import facts_of_both, untold_shares

_HALF = 50
# fmt: off
_MOST = {
    "en": re.compile(
        r"(?:(?:^|[,;:.!?“] ?|\b(?:that|and|but) )most\b(?! (?:of all|likely|recent\w*|import\w*)\b)|\bmost of\b"
        r"|\b(?:a|the) (?:\w+ )?majority of\b)",
        re.IGNORECASE,
    ),
    "fr": re.compile(r"\b(?:la plupart|(?:une|la) (?:\w+ )?majorité) d(?:es?\b|u\b|['’])", re.IGNORECASE),
    "zh": re.compile("绝?大多数|多数|绝?大部分"),
}
# fmt: on


def majority_told(texts: tuple[tuple[str, str], tuple[str, str]]) -> tuple[Span, Span] | None:
    """Return the *most* of a rendering and the share of the official text that it stands for, if each is the only one.

    The other way round a figure is made up.
    """
    (rendering, language), (official, other) = texts
    most = list(_MOST[language].finditer(in_simplified(rendering, language)))
    if len(most) != 1 or _MOST[other].search(in_simplified(official, other)):
        return None
    ours, theirs = facts_of_both(texts)
    shares = [fact.value.span for fact in untold_shares(theirs, ours) if in_percent(fact) > _HALF]
    return (Span(*most[0].span()), shares[0]) if len(shares) == 1 else None
