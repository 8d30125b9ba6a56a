"""What a figure is measured by: 6 % above target here, 6 % above last year's there; earlier than usual, than last year.

Each side must compare with just one thing, and speak nowhere of what the other side compares with: last year may be a
usual one, and a plan that of last year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import attrs

from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.text import Span, in_plain_signs

_SURE = 0.85

_EN_YEAR = r"(?:(?:the )?(?:last|previous|prior|preceding) year|(?:a|one) year (?:ago|earlier|before)|the year before)"
_FR_YEAR = r"(?:l['’](?:an|année) (?:derni(?:er|ère)|passée?|précédente?)|un an (?:plus tôt|auparavant|avant))"

_NAMED = {
    "year": {
        "en": rf"\b{_EN_YEAR}\b(?:['’]s)?|\byear[- ]on[- ]year\b|\byear[- ]over[- ]year\b",
        "fr": rf"\b{_FR_YEAR}|\ben glissement annuel\b|\bsur un an\b|\ben un an\b|\bd['’]une année sur l['’]autre\b",
        "zh": r"同比|去年同期|上年同期|上一年|前一年|[去上]年(?![\d一二三四五六七八九十]{1,2}月)|一年前|比上年",
    },
    "quarter": {
        "en": r"\b(?:the )?(?:last|previous|prior|preceding) quarter\b|\ba quarter (?:ago|earlier)\b"
        r"|\bquarter[- ]on[- ]quarter\b",
        "fr": r"\b(?:(?:le|du|au) )?trimestre (?:dernier|précédent|passé)\b|\bun trimestre plus tôt\b"
        r"|\bd['’]un trimestre",
        "zh": r"上一?个?季度?|前一?个?季度?|环比",
    },
    "month": {
        "en": r"\b(?:the )?(?:last|previous|prior|preceding) month\b|\ba month (?:ago|earlier|before)\b"
        r"|\bmonth[- ]on[- ]month\b|\bthe month before\b",
        "fr": r"\b(?:(?:le|du|au) )?mois (?:dernier|précédent|passé)\b|\bun mois (?:plus tôt|auparavant)\b"
        r"|\bd['’]un mois",
        "zh": r"上一?个?月|前一?个?月|环比",
    },
    "week": {
        "en": r"\b(?:the )?(?:last|previous|prior|preceding) week\b|\ba week (?:ago|earlier|before)\b"
        r"|\bthe week before\b",
        "fr": r"\b(?:la )?semaine (?:dernière|précédente|passée)\b|\bune semaine (?:plus tôt|auparavant)\b",
        "zh": r"上一?个?(?:周|星期)|前一周|环比",
    },
    "usual": {
        "en": r"\b(?:usual(?:ly)?|normal(?:ly)?|average|typical(?:ly)?"
        r"|(?:in )?(?:other|most|an ordinary|past|previous) years?)\b",
        "fr": r"\b(?:d['’]habitude|d['’]ordinaire|d['’]accoutumée?|l['’]accoutumée?|la normale|normales?"
        r"|habituel(?:le)?s?|la moyenne|moyennes?|normalement|années (?:ordinaires|précédentes|passées))\b",
        "zh": r"往年|常年|历年|平常|平时|正常|通常|往常|平均|均值|多年同期|以往",
    },
    "target": {
        "en": r"\b(?:targets?|targeted|plan|plans|planned|budgeted|forecasts?|expected|expectations?|projected"
        r"|projections?|schedules?|scheduled|announced|predicted|estimated?|estimates|envisaged|goals?|intended|promised)\b",
        "fr": r"\b(?:objectifs?|cibles?|prévue?s?|prévisions?|attendue?s?|attentes|annoncée?s?|budgétée?s?"
        r"|programmée?s?|projections?|calendrier|plan|plans|estimée?s?|estimations?|escomptée?s?|promise?s?|promis)\b",
        "zh": r"目标|计划|预期|预计|预测|预算|规划|原定|预定|预估|宣布|公布|承诺|估计|估算|测算|推算|设想",
    },
}
"""What may be compared with, in whatever words; who speaks of one anywhere may mean it."""

_THAN = {
    "en": r"\b(?:than|above|below|over|under|ahead of|behind|beyond|exceed\w*|short of|compared (?:with|to)|against|on"
    r"|from|relative to|versus)"
    r"(?: (?:the|its|our|their|that of|those of|it (?:was|had been)|was|were|had been|in|for|levels? of|what)){0,4} ",
    "fr": r"\b(?:que |qu['’]|à |au |aux |par rapport (?:à |aux? )|comparée?s? (?:à |aux? )|contre |sur |avec "
    r"|(?:dépass|excèd|excéd)\w* (?:de [\w,.]+ ?(?:%|\w+) )?)"
    r"(?:(?:celle|celui|ceux|celles|la|le|les|de|du|des|en|ce|qui|était|avait été|niveau|cours) |l['’]|d['’]){0,5}",
    "zh": r"(?:比|较|与|同|跟|相比|高于|低于|超过|超出|高出|低出|多于|少于|早于|晚于|快于|慢于|优于|不及|未达)"
    r"[^，。；：！？、,;]{0,6}?",
}
_ALONE = {
    "en": r"year[- ](?:on|over)[- ]year|(?:quarter|month)[- ]on[- ](?:quarter|month)",
    "fr": r"en glissement annuel|sur un an|en un an|d['’]une année sur l['’]autre"
    r"|d['’]un (?:trimestre|mois) sur l['’]autre",
    "zh": r"同比|环比",
}
"""What says by itself that something is compared."""

_COMPARING = {
    "en": r"\b(?:\w{2,}er|more|less|fewer|better|worse|above|below|up|down|rise\w*|rose|fell|fall\w*|gr[eo]w\w*"
    r"|increas\w+|decreas\w+|declin\w+|drop\w*|ahead|behind|exceed\w*|gain\w*|shr[aiu]nk\w*|climb\w*|jump\w*)\b",
    "fr": r"\b(?:plus|moins|supérieur|inférieur|haus|bais|augment|progress|recul|diminu|accr|dépass|avanc|retard|mieux"
    r"|croiss|croît|crû|chut|grimp|bondi|en deçà|au-delà|tôt|tard)",
    "zh": r"[高低多少早晚快慢大小增减升降涨跌长短超]|提前|推迟|滞后|延[后迟]",
}


@attrs.frozen
class _Reference:
    """What something is compared with, where that stands, and where it does with the words that compare."""

    kind: str
    span: Span
    whole: Span


def changed_references(pair: Pair) -> Iterator[Divergence]:
    """Yield what the rendering compares with and the official text does not."""
    mine, theirs = (_references(in_plain_signs(*text), text[1]) for text in pair.texts)
    if len(mine) != 1 or len(theirs) != 1:
        return
    one, two = mine[0], theirs[0]
    if one.kind == two.kind or (pair.core is not None and not two.span.overlap(pair.core)):
        return
    if _names(two.kind, *pair.texts[0]) or _names(one.kind, *pair.texts[1]):
        return
    yield Divergence(
        kind="number",
        severity="critical",
        confidence=_SURE,
        rendering=one.span,
        official=two.span,
        reason=(
            f"The official text compares with “{two.span.of(pair.official)}”, "
            f"the article with “{one.span.of(pair.rendering)}”."
        ),
    )


def same_reference(texts: tuple[tuple[str, str], tuple[str, str]]) -> tuple[Span, Span] | None:
    """Return where both texts compare with the same, the one in a word: 同比 for "compared with a year earlier"."""
    mine, theirs = (_references(in_plain_signs(*text), text[1]) for text in texts)
    if len(mine) != 1 or len(theirs) != 1 or mine[0].kind != theirs[0].kind:
        return None
    compact = any(
        re.fullmatch(_ALONE[language], one.span.of(in_plain_signs(text, language)), re.IGNORECASE)
        for one, (text, language) in ((mine[0], texts[0]), (theirs[0], texts[1]))
    )
    return (mine[0].whole, theirs[0].whole) if compact else None


def _names(kind: str, text: str, language: str) -> bool:
    return re.search(_NAMED[kind][language], in_plain_signs(text, language), re.IGNORECASE) is not None


def _references(text: str, language: str) -> list[_Reference]:
    """Return what a text compares with, in order; none where it compares nothing."""
    if re.search(_COMPARING[language], text, re.IGNORECASE) is None:
        return []
    found = [
        _Reference(kind, Span(*match.span("named")), Span(*match.span()))
        for kind in _NAMED
        for match in _pattern(kind, language).finditer(text)
    ]
    found.sort(key=lambda one: one.span)
    return [one for k, one in enumerate(found) if k == 0 or one.span.start >= found[k - 1].span.end]


@cache
def _pattern(kind: str, language: str) -> re.Pattern[str]:
    named = _NAMED[kind][language]
    return re.compile(rf"(?:{_THAN[language]}|(?={_ALONE[language]}))(?P<named>{named})", re.IGNORECASE)
