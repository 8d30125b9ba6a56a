"""None against not all: *we do not know in every case* is not 没有一起案件我们知道, but *some … not* is *not every*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from polyglot_news.compare.figures.suspected import changed_quantity, quantity
from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.cues import Hit
from polyglot_news.compare.operators.negation import NOBODY, negations
from polyglot_news.compare.operators.suspects import Suspect
from polyglot_news.compare.words.evidence import evidence, mutual_links
from polyglot_news.text import Span, clause_around, in_simplified

_LINKED = 0.5
_SURE = 0.8
_STEPS = 2.0
_SOME = 3.0
"""The greatest quantity that *some* and its kin can be."""

# fmt: off
_NOT_ALL = {
    "en": re.compile(
        r"\b(?:not|(?<=n)['’]t)\b(?:(?!\bat all\b)[^,.;:!?]){0,40}?"
        r"\b(?:every(?:one|body|thing|where)?|each|(?<!at )all|always)\b"
        r"(?! (?:too|but|along|by|day|night|morning|afternoon|evening|week|year)\b)",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\bpas (?:(?!du tout)[^,.;:!?]){0,25}?\b(?:tout(?:e|es)?|tous|chaque|toujours|partout)\b"
        r"(?! (?:à fait|de suite|au|de même|simplement|à coup)\b)"
        r"|\btou(?:s|tes) (?:les|ces|nos|vos|ses|leurs) [^,.;:!?]{1,40}? n(?:e |['’])[^,.;:!?]{0,25}?"
        r"\bpas\b(?! d(?:e |['’]))",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "(?:并非|并不是|不是|未必|不一定|不见得)[^，。；！？,;]{0,6}?(?:所有|每|全部|一切|人人|都)|不都|不全(?:都|是)|并不(?:都|总)"
    ),
}
_NONE = {
    "en": re.compile(
        r"\b(?:none|nobody|no one|not (?:one|a single)|neither"
        r"|no(?! (?:longer|more|less|fewer|later|doubt|matter|one but|great|way|means)\b))\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(rf"(?<!sans )\b(?:aucune?|nul(?:le)?|{NOBODY}|pas une? (?:seule?)?)\b", re.IGNORECASE),
    "zh": re.compile(
        "没有(?:一[个家名起项条艘座例件人位份种次]|任何|哪|人)|无一|无人|没人"
        "|(?<!并非)(?<!不是)(?:任何|所有|每一?)[^，。；！？,;]{1,12}?[都均也](?:不|没|未|无)(?!是)"
        "|一[个家名起项条艘座例件人位份种次][^，。；！？,;]{0,8}?[都也](?:不|没|未)|均[未不]|都没"
    ),
}
_LEFT = {
    "en": re.compile(
        r"\b(?:remain(?:s|ed)? to be|(?:ha(?:s|ve|d)|are|is) (?:yet|still) to|still to be|remain(?:s|ed)? un\w+"
        r"|(?:are|is|were|was) still un\w+)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(r"\breste(?:nt|ra|ront)? (?:encore )?à\b|\battend(?:ent)? (?:encore|toujours)\b", re.IGNORECASE),
    "zh": re.compile("有待|尚待|仍待|还待|尚需|还需|仍需"),
}
"""What says of *some* that they are not yet: *remain to be found*, « restent à identifier »."""
# fmt: on


def none_for_not_all(pair: Pair) -> Iterator[Suspect]:
    """Yield the *none* of one side that stands for the *not all* of the other, one at most."""
    whole = [_spans(_NOT_ALL, *text) for text in pair.texts]
    none = [_spans(_NONE, *text) for text in pair.texts]
    for side in (0, 1):
        if not none[side] or not whole[1 - side] or whole[side] or none[1 - side]:
            continue
        ours, theirs = (none[side][0], whole[1 - side][0])[:: 1 if side == 0 else -1]
        if pair.core is not None and not theirs.overlap(pair.core):
            return
        words = evidence(pair)
        clauses = clause_around(pair.rendering, ours), clause_around(pair.official, theirs)
        if words is not None and any(link >= _LINKED for link in mutual_links(words, *clauses)):
            yield changed_quantity(quantity(ours, pair.rendering), quantity(theirs, pair.official), _STEPS)
        return


def some_are_not(pair: Pair, suspects: Sequence[Suspect]) -> list[Suspect]:
    """Leave out the *all* that is denied on one side where the other says of *some* that they are not."""
    whole = [_spans(_NOT_ALL, *text) for text in pair.texts]
    if not any(whole):
        return list(suspects)
    return [suspect for suspect in suspects if not _is_some_not(pair, whole, suspect)]


def _is_some_not(pair: Pair, whole: Sequence[Sequence[Span]], suspect: Suspect) -> bool:
    if suspect.other is None:
        return False
    for hit, side, other in (
        (suspect.hit, suspect.side, suspect.other),
        (suspect.other, 1 - suspect.side, suspect.hit),
    ):
        amount = other.cue.reading("amount")
        some = amount is not None and amount.high <= _SOME
        if some and _is_denied(pair, 1 - side) and any(map(hit.span.overlap, whole[side])):
            return True
    return False


def some_are_left(pair: Pair, hit: Hit, side: int) -> bool:
    """Whether a *not* is that of a *not all* in whose stead the other side says that some are still to be."""
    if not any(map(hit.span.overlap, _spans(_NOT_ALL, *pair.texts[side]))):
        return False
    return bool(_spans(_LEFT, *pair.texts[1 - side]))


def says_not_all(pair: Pair, side: int) -> bool:
    """Whether the other side says *not all* where a text says of *some* that they are not."""
    return bool(_spans(_NOT_ALL, *pair.texts[1 - side])) and _is_denied(pair, side)


def _is_denied(pair: Pair, side: int) -> bool:
    """Whether a text denies anything, or says that it is still to be."""
    denied = any(one.cue.asks for one in negations(*pair.texts[side]))
    return denied or bool(_spans(_LEFT, *pair.texts[side]))


def _spans(patterns: dict[str, re.Pattern[str]], text: str, language: str) -> list[Span]:
    return [Span(*match.span()) for match in patterns[language].finditer(in_simplified(text, language))]
