"""Times as seen from the day of speech: *tomorrow*, « la semaine dernière », 下个月."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import attrs

from polyglot_news.compare.figures.told import changed_figure
from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.text import Span, in_simplified

_SURE = 0.85

_EN_LAST, _EN_NEXT = r"(?:last|the past)", r"(?:next|the coming)"
_NO_EN = r"(?!-| of\b| before\b| after\b| end\b)"
_FR_LAST, _FR_NEXT = r"(?:derni(?:er|ère)|passée?|écoulée?)\b", r"(?:prochaine?|à venir)\b"
_OWNS = ("'s", "’s")
# What stands before a time that something is compared with, or that it goes beyond.
_AGAINST = {
    "en": re.compile(
        r"\b(?:than|with|against|over|from|beyond|after|same \w+|to)(?: (?:in|for|the|that of))* $", re.IGNORECASE
    ),
    "fr": re.compile(
        r"(?:\bqu(?:e |['’])|\bpar rapport (?:à |au )|\b(?:sur|au-delà de|après|même \w+ de) ?)(?:en |la |le |l['’])*$",
        re.IGNORECASE,
    ),
    "zh": re.compile("(?:比|较|与|同|跟|相比)$"),
}
# Each time: how many days, weeks, months, quarters or years from now, by language. « Cette nuit » is last night or
# tonight, and none of them.
# fmt: off
_WORDS: tuple[dict[int, dict[str, str]], ...] = (
    {
        -2: {"en": r"the day before yesterday", "fr": r"avant-hier", "zh": "前天"},
        -1: {
            "en": r"yesterday|last (?:night|evening)",
            "fr": r"(?<!avant-)hier\b|(?:la nuit|la soirée) dernière",
            "zh": "昨[天日晚夜晨]|昨(?=[上下]午)",
        },
        0: {
            "en": r"today|(?<!midnight )tonight|this (?:morning|afternoon|evening)|(?:earlier|later) in the day",
            "fr": r"aujourd['’]hui|ce (?:matin|soir|midi)|cet après-midi",
            "zh": "今[天日晚晨早午]|今(?=[上下]午)|当[天日](?!时)",
        },
        1: {"en": r"tomorrow", "fr": r"demain\b", "zh": "明[天日晚晨早](?!显)|明(?=[上下]午)"},
        2: {"en": r"the day after tomorrow", "fr": r"après-demain", "zh": "后天(?!性)"},
    },
    {
        -1: {"en": rf"{_EN_LAST} week", "fr": rf"semaine {_FR_LAST}", "zh": "上一?个?(?:周|星期|礼拜)(?![年边])"},
        0: {"en": r"this week", "fr": r"cette semaine", "zh": "[本这](?:一|个)?(?:周|星期|礼拜)(?![年边])"},
        1: {"en": rf"{_EN_NEXT} week", "fr": rf"semaine {_FR_NEXT}", "zh": "下一?个?(?:周|星期|礼拜)(?![年边])"},
    },
    {
        -1: {"en": rf"{_EN_LAST} month", "fr": rf"mois {_FR_LAST}", "zh": "上一?个?月"},
        0: {"en": r"this month", "fr": r"ce mois(?:-ci)?\b", "zh": "本月|这个月"},
        1: {"en": rf"{_EN_NEXT} month", "fr": rf"mois {_FR_NEXT}", "zh": "下一?个?月"},
    },
    {
        -1: {"en": rf"{_EN_LAST} quarter", "fr": rf"trimestre {_FR_LAST}", "zh": "上一?个?季度"},
        0: {"en": r"this quarter", "fr": r"ce trimestre", "zh": "本季度?|这个季度"},
        1: {"en": rf"{_EN_NEXT} quarter", "fr": rf"trimestre {_FR_NEXT}", "zh": "下一?个?季度"},
    },
    {
        -2: {"en": r"the year before last", "fr": r"avant-dernière année", "zh": "前年(?!度)"},
        -1: {
            "en": rf"{_EN_LAST} (?:year|summer|winter|autumn|fall|spring)",
            "fr": rf"l['’]an {_FR_LAST}|(?:année|été|automne|hiver|printemps) {_FR_LAST}",
            "zh": "去年|上一?年度?|去(?=[春夏秋冬])",
        },
        0: {"en": r"this year", "fr": r"cette année", "zh": "今年|本年度?|今(?=[春夏秋冬])"},
        1: {
            "en": rf"{_EN_NEXT} (?:year|summer|winter|autumn|fall|spring)",
            "fr": rf"l['’]an {_FR_NEXT}|(?:année|été|automne|hiver|printemps) {_FR_NEXT}",
            "zh": "明年|下一?年度?|来年|明(?=[春夏秋冬])",
        },
        2: {"en": r"the year after next", "fr": r"dans deux ans", "zh": "后年"},
    },
)
# fmt: on


@attrs.frozen
class _When:
    """A time: which unit, how many of them from now, where that stands, and whether something happens then."""

    unit: int
    offset: int
    span: Span
    plain: bool

    @property
    def said(self) -> tuple[int, int]:
        return self.unit, self.offset


def changed_deictic_times(pair: Pair) -> Iterator[Divergence]:
    """Yield the one time of the rendering that the official text does not tell, and what that has in its place."""
    texts = [_times(in_simplified(*text), text[1]) for text in pair.texts]
    said = [{one.said for one in side} for side in texts]
    ours = [one for one in texts[0] if one.plain and one.said not in said[1]]
    theirs = [one for one in texts[1] if one.plain and one.said not in said[0]]
    if len(ours) != 1 or len(theirs) != 1:
        return
    one, two = ours[0], theirs[0]
    if _may_be_same(one, two) or (pair.core is not None and not two.span.overlap(pair.core)):
        return
    yield changed_figure(pair, one.span, two.span, _SURE)


def _may_be_same(one: _When, two: _When) -> bool:
    """Whether two times may be told for each other: a day of this week, and this week; *today* may be *nowadays*."""
    return one.unit != two.unit and 0 in {one.offset, two.offset}


def _times(text: str, language: str) -> list[_When]:
    """Return the times of a text; of two that lie in each other, the longer one."""
    found = [
        _When(unit, offset, Span(*match.span()), not _is_compared(match, language))
        for unit, offset, pattern in _patterns(language)
        for match in pattern.finditer(text)
    ]
    return [
        one
        for one in found
        if not any(one.span.overlap(other.span) and len(other.span) > len(one.span) for other in found)
    ]


def _is_compared(match: re.Match[str], language: str) -> bool:
    """Whether something is held against a time, or belongs to it: "than last year", "last night's"."""
    return (
        _AGAINST[language].search(match.string[: match.start()]) is not None
        or match.string[match.end() : match.end() + 2] in _OWNS
    )


@cache
def _patterns(language: str) -> tuple[tuple[int, int, re.Pattern[str]], ...]:
    shape = {"en": rf"\b(?:{{}})\b{_NO_EN}", "fr": r"\b(?:{})", "zh": "{}"}[language]
    return tuple(
        (unit, offset, re.compile(shape.format(words[language]), re.IGNORECASE))
        for unit, offsets in enumerate(_WORDS)
        for offset, words in offsets.items()
    )
