"""Lengths of time without a figure: « en quelques jours » for *within hours*, « quelques semaines » for 几天."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.text import Span, in_simplified

_SURE = 0.85
_UNITS = {
    "en": ("seconds?", "minutes?", "hours?|hourly", "days?|daily", "weeks?|weekly", "months?|monthly", "years?|yearly"),
    "fr": ("secondes?", "minutes?", "heures?", "jours?|journées?", "semaines?", "mois", "ans?|années?"),
    "zh": (
        "秒钟?",
        "分钟?",
        "小时|钟头",
        "天|日(?!本)",
        "周(?![边期围])|星期|礼拜",
        "月(?![线均])",
        "年(?![轻长青幼])",
    ),
}
"""The units of time, the shortest first."""
# fmt: off
_VAGUE = {
    "en": r"\b(?:(?:a |the (?:next|coming|last|past) )?few|several|some|many|a couple of|a matter of|within|in|for"
          r"|after) (?P<unit>{unit})\b",
    "fr": r"\b(?:quelques|plusieurs|(?:depuis|pendant|durant|dans|après|en) des) (?P<unit>{unit})\b",
    "zh": r"(?<![\d十百千万个])(?:好?几|(?<![指人次多少总])数|若干|(?<![许众最大])多)个?(?P<unit>{unit})",
}
_ANY = {"en": r"\b(?:{unit})\b", "fr": r"\b(?:{unit})\b", "zh": r"[几数多半整\d一二两三四五六七八九十百]个?(?:{unit})"}
# fmt: on


def changed_vague_times(pair: Pair) -> Iterator[Divergence]:
    """Yield a length of time whose unit is another one on the other side, where each tells one such length."""
    told = [list(_told(in_simplified(*text), text[1])) for text in pair.texts]
    if not len(told[0]) == len(told[1]) == 1:
        return
    (ours, mine), (theirs, other) = told[0][0], told[1][0]
    inside = pair.core is None or theirs.overlap(pair.core)
    if mine != other and inside and not _names(pair.texts[0], other) and not _names(pair.texts[1], mine):
        yield Divergence(
            kind="number",
            severity="major",
            confidence=_SURE,
            rendering=ours,
            official=theirs,
            reason=f"The official text says “{theirs.of(pair.official)}”, the article “{ours.of(pair.rendering)}”.",
        )


def _told(text: str, language: str) -> Iterator[tuple[Span, int]]:
    """Yield the lengths of time that a text gives no figure for, each with its unit."""
    for k, unit in enumerate(_UNITS[language]):
        plural = unit.split("|")[0].removesuffix("?") if language == "en" else unit
        for match in re.finditer(_VAGUE[language].format(unit=plural), text, re.IGNORECASE):
            yield Span(*match.span()), k


def _names(told: tuple[str, str], unit: int) -> bool:
    """Whether a text names a unit of time in any way."""
    text, language = told
    pattern = _ANY[language].format(unit=_UNITS[language][unit])
    return re.search(pattern, in_simplified(text, language), re.IGNORECASE) is not None
