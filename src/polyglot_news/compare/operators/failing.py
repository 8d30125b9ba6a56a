"""What somebody failed or refused to do, or kept from, told as done: "refused to publish" for « a publié »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.words.evidence import evidence
from polyglot_news.compare.words.idioms import idioms
from polyglot_news.text import Span, clause_start

_SURE = 0.8
_LINKED = 0.5
"""How surely the verb of what was not done must be linked to a word of the other text."""
_NEAR = 24
_UNDONE = {
    "en": re.compile(
        r"\b(?:(?:(?:fail|refus|neglect|omit|declin)(?:s|es?|e?d|t?ing|ted)?|refusal) to|"
        r"(?:refrain|abstain)(?:s|ed|ing)? from|stop(?:s|ped)? short of|avoid(?:s|ed|ing)?)"
        r" (?:\w+ly |any |being |be )?(?P<verb>\w+)",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:(?:omi[st]e?s?|omet(?:tent|tait|tra)?|négligé?e?s?|abst(?:en|ien)\w+"
        r"|(?:refus|évit)(?:e|é|ée|és|ent|er|era|eront|ait|aient|ant|ons)"
        r"|(?:s['’](?:est|était|être)|se sont) (?:bien )?gardé\w*|se gard(?:e|ent|er|era|eront|ait|aient)(?: bien)?"
        r") (?:de (?!plus\b)|d['’])|échou(?:é|e|ent|a|ait|era)\w* à )"
        r"(?:tou(?:t|te|s|tes) |l[ea]s? |l['’]|en |y |se |s['’])?(?P<verb>\w+)",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"(?:拒绝|拒不|避免)(?:再|继续|公开)?(?P<verb>[^\W其了的率])"),
}
_DENIED = re.compile(
    r"\b(?:not|never|no|nobody|cannot|without|ne|jamais|pas|sans|rarely|hardly)\b|n['’]", re.IGNORECASE
)
_OTHERWISE = re.compile(
    r"\b(?:miss\w*|lack\w*|short|unsuccessful\w*|fell|rat[éeè]\w*|échec\w*|vain\w*|manqu\w*|peine|tard\w*"
    r"|incapa\w*|impossib\w*|défaill\w*|défaut|absence|inability|sourde|malgré"
    r"|faute|tais\w*|barr\w+|attend\w*|wait\w*|h[oe]ld\w* (?:off|back)|slip\w*|recus\w*|turn\w* (?:away|down)|berth"
    r")\b|失|败|误|漏|缺|难|徒劳|落空|忘|疏|闭门羹|再|才",
    re.IGNORECASE,
)
"""What may say otherwise that it was not done, or not yet: « a raté son examen », 漏报, "keeps clear of"."""


def told_as_done(pair: Pair) -> Iterator[Divergence]:
    """Yield what one text says somebody failed or refused to do, and the other says without any negation."""
    found = evidence(pair)
    for side, (text, language) in enumerate(pair.texts):
        other = pair.texts[1 - side]
        failed = _UNDONE[language].search(text)
        if found is None or failed is None or negations(*other) or idioms(*other) or _OTHERWISE.search(other[0]):
            continue
        start = clause_start(text, failed.start())
        if _DENIED.search(text[max(start, failed.start() - _NEAR) : failed.start()]):
            continue
        own, theirs = found.seen_from(side)
        verb = next((i for i, word in enumerate(own.words) if word.overlap(Span(*failed.span("verb")))), None)
        if verb is None or own.link[verb] < _LINKED:
            continue
        done = theirs.words[int(own.partner[verb])]
        undone = Span(failed.start(), max(failed.end(), own.words[verb].end))
        rendering, official = (undone, done)[:: 1 if side == 0 else -1]
        if pair.core is not None and not official.overlap(pair.core):
            continue
        has, lacks = ("article", "official text")[:: 1 if side == 0 else -1]
        yield Divergence(
            kind="polarity",
            severity="critical",
            confidence=_SURE,
            rendering=rendering,
            official=official,
            reason=f"The {has} says that this was not done (“{undone.of(text)}”), the {lacks} does not.",
            settled=True,
        )
