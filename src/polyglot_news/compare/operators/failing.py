"""What somebody failed to do, told as done: "failed to publish" for « a publié »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.words.evidence import evidence
from polyglot_news.text import Span, clause_start

_SURE = 0.8
_LINKED = 0.5
"""How surely the verb of what was not done must be linked to a word of the other text."""
_NEAR = 24
_FAILED = {
    "en": re.compile(
        r"\b(?:fail(?:s|ed|ing)?|neglect(?:s|ed|ing)?|omit(?:s|ted|ting)?) to (?:\w+ly )?(?P<verb>\w+)", re.IGNORECASE
    ),
    "fr": re.compile(
        r"\b(?:(?:omi[st]e?s?|omet(?:tent|tait|tra)?|négligé?e?s?) (?:de |d['’])|échou(?:é|e|ent|a|ait|era)\w* à )"
        r"(?:l[ea]s? |l['’]|en |y |se |s['’])?(?P<verb>\w+)",
        re.IGNORECASE,
    ),
}
_DENIED = re.compile(
    r"\b(?:not|never|no|nobody|cannot|without|ne|jamais|pas|sans|rarely|hardly)\b|n['’]", re.IGNORECASE
)
_OTHERWISE = re.compile(
    r"\b(?:miss\w*|lack\w*|short|unsuccessful\w*|fell|rat[éeè]\w*|échec\w*|vain\w*|manqu\w*|peine|tard\w*"
    r"|incapa\w*|impossib\w*|défaill\w*|défaut|absence|inability|sourde|malgré)\b|失|败|误|漏|缺|难|徒劳|落空|忘|疏",
    re.IGNORECASE,
)
"""What may say otherwise that it was not done: « a raté son examen », 漏报."""


def told_as_done(pair: Pair) -> Iterator[Divergence]:
    """Yield what one text says somebody failed to do, and the other says without any negation."""
    found = evidence(pair)
    for side, (text, language) in enumerate(pair.texts):
        other = pair.texts[1 - side]
        failed = _FAILED[language].search(text) if language in _FAILED else None
        if found is None or failed is None or negations(*other) or _OTHERWISE.search(other[0]):
            continue
        start = clause_start(text, failed.start())
        if _DENIED.search(text[max(start, failed.start() - _NEAR) : failed.start()]):
            continue
        own, theirs = found.seen_from(side)
        verb = next((i for i, word in enumerate(own.words) if word.overlap(Span(*failed.span("verb")))), None)
        if verb is None or own.link[verb] < _LINKED:
            continue
        done = theirs.words[int(own.partner[verb])]
        rendering, official = (Span(*failed.span()), done)[:: 1 if side == 0 else -1]
        if pair.core is not None and not official.overlap(pair.core):
            continue
        has, lacks = ("article", "official text")[:: 1 if side == 0 else -1]
        yield Divergence(
            kind="polarity",
            severity="critical",
            confidence=_SURE,
            rendering=rendering,
            official=official,
            reason=f"The {has} says that this was not done (“{failed.group()}”), the {lacks} does not.",
            settled=True,
        )
