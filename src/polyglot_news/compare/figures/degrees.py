"""None at all against little: *no risk* here, *a very low risk* there.

A risk that is said to be nil is another claim than one that is small, and neither is a negation that the other lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from polyglot_news.compare.figures.suspected import changed_quantity, quantity
from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.suspects import Suspect
from polyglot_news.compare.words.evidence import Evidence, evidence, mutual_links
from polyglot_news.text import Span, in_simplified

_LINKED = 0.5
_SURE = 0.8
_STEPS = 2.0
"""Nothing and little lie as far apart as what counts for another claim."""

_EN_BE = r"(?:is|are|was|were|remains?|remained|be|been|stays?)"
_FR_BE = r"(?:est|sont|était|étaient|sera|seront|reste|restent|demeure|demeurent|soit)"
_EN_LOW = r"(?:low|slight|small|limited|minimal|modest|faint|slim|remote|minor)"
_FR_LOW = r"(?:faibles?|limitée?s?|minimes?|légers?|légères?|infimes?|minces?|modérée?s?)"
_EN_VERY = r"(?:(?:very|extremely|relatively|fairly|quite|rather) )"
_FR_VERY = r"(?:(?:très|assez|extrêmement|relativement|plutôt) )"
_ZH_VERY = r"(?:极其|极为|极|很|较为|较|比较|非常|十分|相当|相对)"

_FR_GREAT = "majeur|grave|important|notable|significati|sérieu|élevé|particuli|réel|immédiat|accru|suppl"

# Nothing of a thing; "almost no" is none of these, and "no great" says something else.
_NONE_OF = {
    "en": r"(?<!almost )(?<!virtually )(?<!practically )(?<!next to )(?<!hardly )\b"
    r"(?P<cue>no|zero|without any|(?:not|n['’]t) (?:\w+ )?any) "
    r"(?!less|more|few|small|(?:great|high|low|larg|long)er\b)(?P<thing>\w+)",
    "fr": r"(?<!presque )(?<!quasiment )(?<!pratiquement )\b"
    r"(?P<cue>(?:sans )?aucune?|pas l[ea] moindre|pas d(?:e\b|['’]))"
    rf" ?(?P<thing>\w+)\b(?! (?:très |plus )?(?:{_FR_GREAT}))",
    "zh": "(?<!几乎)(?<!基本)(?<!基本上)(?P<cue>没有(?:任何|什么)?|毫无|不存在(?:任何)?|不构成(?:任何)?|无任何|零)"
    r"(?![多太很较大高过特]|明显|重大|显著|严重|实质|直接)(?P<thing>[^，。；、\W]{1,4})",
}
_IS_NONE = {
    "en": rf"(?P<thing>[^,;:.!?]{{2,80}}?)\b{_EN_BE} (?P<cue>zero|nil|non-?existent)\b",
    "fr": rf"(?P<thing>[^,;:.!?]{{2,80}}?)\b{_FR_BE} (?P<cue>nul(?:le)?s?|inexistante?s?)\b",
    "zh": "(?P<thing>[^，。；：,;]{1,24}?)(?<![不非乎近])(?P<cue>(?:为|等于|是)零)",
}
_LITTLE_OF = {
    "en": rf"(?<!no )(?<!not )\b(?P<cue>{_EN_VERY}?{_EN_LOW})[ -](?P<thing>\w+)",
    "fr": rf"\b(?:(?P<cue>{_FR_LOW}) (?P<thing>\w+)|(?P<thing2>\w+) (?P<cue2>{_FR_VERY}?{_FR_LOW})\b)",
    "zh": rf"(?<![不降最])(?P<cue>{_ZH_VERY}(?:低|小|轻微|微小|有限)|低|轻微|微小)"
    r"的?(?!于)(?P<thing>[^，。；、\W]{1,4})",
}
_IS_LITTLE = {
    "en": rf"(?P<thing>[^,;:.!?]{{2,80}}?)\b{_EN_BE} (?:still |only |now )?(?P<cue>{_EN_VERY}?{_EN_LOW})\b",
    "fr": rf"(?P<thing>[^,;:.!?]{{2,80}}?)\b{_FR_BE} (?:encore |toujours )?(?P<cue>{_FR_VERY}?{_FR_LOW})\b",
    "zh": rf"(?P<thing>[^，。；：,;]{{1,24}}?)(?P<cue>{_ZH_VERY}(?:低|小|有限|轻微|微小))",
}


@attrs.frozen
class _Degree:
    """How much there is of something: the words that say it, and where the thing stands."""

    cue: Span
    of: Span


def degree_suspects(pair: Pair) -> Iterator[Suspect]:
    """Yield each thing that one side denies and the other has a little of."""
    none = [[*_find(_NONE_OF, *text), *_find(_IS_NONE, *text)] for text in pair.texts]
    little = [[*_find(_LITTLE_OF, *text), *_find(_IS_LITTLE, *text)] for text in pair.texts]
    for side in (0, 1):
        if not none[side] or not little[1 - side] or little[side]:
            continue
        words = evidence(pair)
        if words is None:
            return
        for nil in none[side]:
            for some in little[1 - side]:
                own, other = (nil, some)[:: 1 if side == 0 else -1]
                inside = pair.core is None or other.cue.overlap(pair.core)
                if inside and _are_of_one(words, own, other) and not _denied(words, side, nil, none[1 - side]):
                    yield changed_quantity(
                        quantity(own.cue, pair.rendering), quantity(other.cue, pair.official), _STEPS
                    )
                    return


def _find(patterns: dict[str, str], text: str, language: str) -> Iterator[_Degree]:
    plain = in_simplified(text, language)
    for match in re.finditer(patterns[language], plain, re.IGNORECASE):
        last = "" if match["cue"] else "2"
        yield _Degree(Span(*match.span(f"cue{last}")), Span(*match.span(f"thing{last}")))


def _are_of_one(words: Evidence, own: _Degree, other: _Degree) -> bool:
    """Whether the thing that the article speaks of is the official one."""
    return any(link >= _LINKED for link in mutual_links(words, own.of, other.of))


def _denied(words: Evidence, side: int, nil: _Degree, others: list[_Degree]) -> bool:
    """Whether the other side denies the same, beside what it has a little of."""
    return any(_are_of_one(words, *((nil, one)[:: 1 if side == 0 else -1])) for one in others)
