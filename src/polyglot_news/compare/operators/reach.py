"""What a negation denies: the words soon after it, and what somebody does *not think* to be so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from polyglot_news.compare.operators.cues import Hit
from polyglot_news.text import CLAUSE_MARK, Span

_DENIED = 24
"""How many characters may lie between a negation and a word of which the lexicon alone knows the opposite."""
_HARDLY = {
    "en": re.compile(
        r"\b(?:hardly|scarcely|barely|far from|anything but|less|least|little|fail\w*|refus\w+"
        r"|quite an?|not an?)\W+(?:\w+\W+)?$"
        r"|(?:year|month|week|day)s?\W$",  # a child that is three years old
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:peu|moins|à peine|guère|loin d(?:e|['’])|sans|mal|refus\w+|échou\w+)\W*(?:\w+\W+)?$", re.IGNORECASE
    ),
    "zh": re.compile("(?:[不未无没少难]|非(?!常))[^，。；]{0,2}$|远非|缺乏|缺少|拒绝[^，。；]{0,3}$"),
}
"""What takes from the word after it what it says, and is no negation: *hardly common*, « peu probable »."""
_SLIGHT = re.compile("性?(?:极为?|很|非常|十分|比?较)[低小渺]|性(?:[低小]|渺茫)|性?并?不[大高]")
"""What makes little of the word before it: 可能性极低 is *unlikely*."""
_RAISED = {
    "en": re.compile(
        r"(?:not|n['’]t|never) (?:\w+ly )?(?:think|thought|believe|feel|felt|consider|find|found|expect|suppose)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"n(?:e |['’])(?:(?:estim|jug|trouv|considèr|considér)\w+\b"
        r"|(?:pens\w+|croi[stre]\w*|croy\w+|(?:me |nous |lui |leur )?sembl\w+)\b[^,.;:!?]{0,12}?"
        r" (?:qu(?:e |['’])|être ))",
        re.IGNORECASE,
    ),
    "zh": re.compile("[并从绝也]?不[再太会曾]?(?:认为|觉得|相信|以为|感到)"),
}
"""A verb of opinion that is denied for what it governs: who does *not think it safe* thinks it *not safe*."""
NEGATING = frozenset({"not", "no", "never", "without", "nor", "bare", "double"})
"""The classes of what denies the words after it."""
_NOTHING = re.compile(r"\b(?:rien d(?:e |['’])|nothing |jamais |never |(?<!un )peu )$", re.IGNORECASE)
"""« Rien d'illégal » is *lawful*, « peu sévère » *mild*, and « jamais plus de dix » *at most ten*."""
_NOT_SO = re.compile("[度性率力]?(?:并|也|都|还|太)?不(?:高|强|大|足|够|佳|好)")
"""What denies a quality behind its name: 可信度不高 is « peu crédible »."""


def is_denied_beside(word: Span, text: str) -> bool:
    """Whether what stands right before or behind a word makes its opposite of it."""
    return _NOTHING.search(text, 0, word.start) is not None or _NOT_SO.match(text, word.end) is not None


def governs(negation: Hit, hit: Hit, text: str, language: str) -> bool:
    """Whether a negation denies a word further on in its clause: *no solution is possible*, *not think it possible*."""
    subject = negation.cue.readings[0].cls in {"no", "nor"} and not CLAUSE_MARK.search(
        text, negation.span.end, hit.span.start
    )
    return subject or raises(negation, hit.span.start, text, language)


def between(negation: Hit, hit: Hit, text: str) -> str:
    """Return what stands between a negation and a word, without what only stresses the negation."""
    return _STRESS.sub("", text[negation.span.end : hit.span.start])


_STRESS = re.compile(
    r"\b(?:the least bit|in the least|in any way|at all|remotely|le moins du monde|en aucune façon|du tout)\b\W*"
    r"|\b(?:yet )?(?:be |been )?(?:expected|likely|supposed|going|scheduled|set|due|believed|thought|considered|deemed"
    r"|seen as|regarded as) (?:to (?:be )?)?",
    re.IGNORECASE,
)
"""What only stresses a negation, or stands between it and what it denies all the same: *not expected to reopen*."""


def raises(negation: Hit, at: int, text: str, language: str) -> bool:
    """Whether a negation on a verb of opinion denies what is told further on in its clause."""
    opinion = _RAISED[language].match(text, negation.span.start)
    return opinion is not None and opinion.end() <= at and not CLAUSE_MARK.search(text, opinion.end(), at)


def is_denied(span: Span, negative: Sequence[Hit], text: str, language: str) -> bool:
    """Whether a negation or a *hardly* before a word in its clause, or in it, or *slight* behind it, turns it round."""
    reach = _DENIED // 3 if language == "zh" else _DENIED
    before = text[max(0, span.start - reach) : span.start]
    slight = language == "zh" and _SLIGHT.match(text, span.end) is not None
    return (
        slight
        or _HARDLY[language].search(before) is not None
        or any(
            hit.span.overlap(span)
            or (
                hit.span.start < span.start <= hit.span.end + reach
                and not CLAUSE_MARK.search(text, hit.span.end, span.start)
            )
            or raises(hit, span.start, text, language)
            for hit in negative
        )
    )


def is_prefixed(word: Span, negative: Sequence[Hit]) -> bool:
    """Whether a negation that is a part of it stands right before a Chinese word: 非公开."""
    return any(hit.span.end == word.start for hit in negative)
