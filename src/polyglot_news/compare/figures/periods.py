"""A total over a period and an amount of each of its parts: £240m over three years here, £240m a year there."""

from __future__ import annotations

import collections
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

import attrs

from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.text import Span, clause_start, in_plain_signs, in_simplified
from polyglot_news.values.agreement import agreement
from polyglot_news.values.describe import describe
from polyglot_news.values.facts import Fact
from polyglot_news.values.frequencies import find_frequencies
from polyglot_news.values.rates import recurs, time_units

_SAME = 0.75
_SURE = 0.9
_FIGURES = frozenset({"cardinal", "money", "quantity", "range", "magnitude"})
STATEMENT_END = re.compile(r"[.!?;](?=\s|$)|[。！？；]")
_CLAUSE_END = re.compile(r"[.!?;,:](?=\s|$)|[。！？；，：,]")

# What stands before and after a length of time that something is done, or paid, in the course of.
_LENGTH = {
    "en": (
        re.compile(
            r"\b(?:over|across|within|in|during|through(?:out)?|for|spread over)(?: a period of| (?:the|its|their|a))?"
            r"(?: (?:next|coming|following|past|last|first|final|full|whole|total of))? $",
            re.IGNORECASE,
        ),
        re.compile(r"(?!-? ?(?:old|ago|later|earlier|before|after|early|late)\b)", re.IGNORECASE),
    ),
    "fr": (
        re.compile(
            r"\b(?:sur|en|pendant|durant|dans|d['’]ici|au cours d|au long d|pour)(?: une (?:période|durée) de| ?les"
            r"| ?es| ?ces| ?ses)?(?: (?:prochaine?s|dernières?|derniers|premières?|premiers))? $",
            re.IGNORECASE,
        ),
        re.compile(r"(?! (?:plus tard|plus tôt|auparavant|avant|après)\b)", re.IGNORECASE),
    ),
    "zh": (
        re.compile(r"(?:未来|今后|接下来|过去|近|前|头|首|为期|分|期限为?|历时)的?(?:这)?$"),
        re.compile(r"(?:的?(?:时间|期))?(?:之?内|里|间|期间|当中|中)"),
    ),
}
_YEARLY = {
    "en": r"\b(?:annual|yearly|monthly|weekly|daily|per (?:annum|{units})|(?:a|an|each|every) (?:{units}))",
    "fr": r"\b(?:annuel|mensuel|hebdomadaire|quotidien|par (?:{units})|chaque (?:{units})|tous les|toutes les)",
    "zh": r"每(?:个|一)?(?:{units})|年均|月均|周均|日均|年度|逐年|按年|按月|一(?:年|个月|周|天)",
}


@attrs.frozen(eq=False)
class _Told:
    """A figure, the unit of time that it is told by, and the length of time in the course of which it is."""

    fact: Fact
    per: str | None
    length: Fact | None


def changed_periods(pair: Pair, rendering: Sequence[Fact], official: Sequence[Fact]) -> Iterator[Divergence]:
    """Yield a figure that is told of a whole period on one side, and of each year, month or day on the other."""
    sides = (rendering, official)
    plain = [(in_plain_signs(text, language), language) for text, language in pair.texts]
    if not any(_is_length(*text, fact) for text, facts in zip(plain, sides, strict=True) for fact in facts):
        return
    ours, theirs_by_number = _figures(rendering), collections.defaultdict[Fraction, list[Fact]](list)
    for two in _figures(official):
        theirs_by_number[two.numbers[0]].append(two)
    for one in ours:
        same = [two for two in theirs_by_number[one.numbers[0]] if agreement(one, two) >= 0.4]
        if len(same) != 1 or (pair.core is not None and not same[0].value.span.overlap(pair.core)):
            continue
        mine, theirs = (
            _told(text, language, fact, facts)
            for (text, language), fact, facts in zip(pair.texts, (one, same[0]), sides, strict=True)
        )
        recurring, whole, text = (mine, theirs, pair.texts[1]) if mine.per else (theirs, mine, pair.texts[0])
        if not recurring.per or not whole.length or whole.per or _recurs(*text):
            continue
        if sum(agreement(other, same[0]) >= _SAME for other in ours) == 1:
            yield _divergence(pair, mine, theirs)


def _figures(facts: Sequence[Fact]) -> list[Fact]:
    return [
        fact
        for fact in facts
        if fact.kind == "number"
        and fact.part is None
        and fact.value.kind in _FIGURES
        and not fact.value.loose
        and not fact.small_word
        and fact.unit not in time_units("en").values()
    ]


def _told(text: str, language: str, fact: Fact, facts: Sequence[Fact]) -> _Told:
    plain = in_plain_signs(text, language)
    place = fact.value.span
    per = recurs(fact.value) or _per_before(plain, language, fact, facts)
    start = clause_start(plain, place.start, STATEMENT_END)
    end = _CLAUSE_END.search(plain, place.end)
    stretch = Span(start, len(plain) if end is None else end.start())
    lengths = [one for one in facts if one.value.span.overlap(stretch) and _is_length(plain, language, one)]
    lengths = [one for one in lengths if not _parted(fact, one, facts)]
    return _Told(fact, per, lengths[0] if len(lengths) == 1 else None)


def _parted(one: Fact, other: Fact, facts: Sequence[Fact]) -> bool:
    """Whether another figure stands between two, which one of them may belong to."""
    first, last = sorted((one.value.span, other.value.span))
    return any(first.end <= fact.value.span.start and fact.value.span.end <= last.start for fact in _figures(facts))


def _per_before(text: str, language: str, fact: Fact, facts: Sequence[Fact]) -> str | None:
    """Return the unit of time of "each year … £240m", where no other figure stands between."""
    start = clause_start(text, fact.value.span.start, STATEMENT_END)
    often = [
        one
        for one in find_frequencies(text, language)
        if start <= one.span.start and one.span.end <= fact.value.span.start and one.times == one.every == 1
    ]
    between = [one for one in _figures(facts) if often and often[-1].span.end <= one.value.span.start]
    return often[-1].unit if often and between and between[0].value is fact.value else None


def _is_length(text: str, language: str, fact: Fact) -> bool:
    """Whether a value is a length of time in the course of which something is done: "over three years"."""
    unit = fact.unit
    if fact.value.kind != "quantity" or unit not in time_units("en").values() or fact.numbers[0] < 2:
        return False
    before, after = _LENGTH[language]
    led = before.search(text, max(0, fact.value.span.start - 40), fact.value.span.start) is not None
    followed = after.match(text, fact.value.span.end) is not None
    return (led or followed) if language == "zh" else led and followed


def _recurs(text: str, language: str) -> bool:
    """Whether anything in a text is told of each unit of time."""
    units = "|".join(sorted(map(re.escape, time_units(language)), key=len, reverse=True))
    plain = in_simplified(text, language)
    return re.search(_YEARLY[language].format(units=units), plain, re.IGNORECASE) is not None


def _divergence(pair: Pair, mine: _Told, theirs: _Told) -> Divergence:
    official, rendering = _say(pair.official, theirs), _say(pair.rendering, mine)
    return Divergence(
        kind="number",
        severity="critical",
        confidence=_SURE,
        rendering=mine.fact.value.span,
        official=theirs.fact.value.span,
        reason=f"The official text says {official}, the article {rendering}.",
    )


def _say(text: str, told: _Told) -> str:
    figure = describe(attrs.evolve(told.fact.value, per=told.per), text)
    if told.per or told.length is None:
        return figure
    # "Over three years" is a period, and not more than three.
    return f"{figure} over {describe(attrs.evolve(told.length.value, bound='exact'), text)}"
