"""Figures that one text reckons from those of the other: a difference, a multiple, a rest, a year so many years on.

That figures come out right by chance is likely among many, so a word must say that something is reckoned: *200 yuan
more* beside 2,100 and 2,300, « une centaine de moins », *two years later* beside 2024 and 2026.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations

import attrs

from polyglot_news.text import clause_end, clause_start
from polyglot_news.values.agreement import agreement, in_percent, rounds
from polyglot_news.values.facts import Fact

_MOST = 8
"""Figures of one text among which chance makes hardly one that is called a difference, too."""

_COUNTS = frozenset({"cardinal", "money", "quantity", "percent", "points"})
_LEVELS = frozenset({"cardinal", "money", "quantity", "percent", "fraction", "range"})
_SAME = 0.4
_NEAR = 36
_ROUNDED = Fraction(1, 2)
_SHARES = frozenset({"%", "pp"})

# fmt: off
_MORE_BEFORE = re.compile(
    r"(?:\b(?:by|up|down|another|further|extra|additional|gain\w*|lost|lose|rise of|r[io]se|risen|increas\w+|f[ea]ll\w*"
    r"|drop\w*|add\w*|reduc\w+|lower\w*|higher|grew|grown|jump\w*"
    r"|gagn\w+|perd\w*|hauss\w+|bais\w+|augment\w+|diminu\w+|recul\w*|progress\w+|chut\w+|relev\w+|réduct\w+|rédui\w+"
    r"|ajout\w+|abaiss\w+|s['’]alourdi\w*|alourdi\w*|allégé\w*|bond\w*|grimp\w*)\b[^.,;:!?\d]{0,14}"
    r"|(?:[上下]调|增[加长多至]|新增|减[少去]|提高|降低|下降|上[升涨]|[多少高低涨降跌省缩][出了短]?|缩短|延长|相差|差|扩大|追加)"
    r"[^，。；：！？、,;\d]{0,5})$",
    re.IGNORECASE,
)
_MORE_AFTER = re.compile(
    r" ?(?:[^\W\d_]+[ -]){0,3}?(?:more|less|fewer|higher|lower|extra|earlier|later|longer|shorter|cheaper|dearer"
    r"|(?:de|en) (?:plus|moins)|supplémentaires?|supérieure?s?|inférieure?s?|au-dessus|au-dessous|d['’]écart"
    r"|de différence|d['’]avance|de retard)\b|[^，。；：！？、,;\d]{0,4}(?:之差|差距)",
    re.IGNORECASE,
)
_YEARS_ON = re.compile(
    r"(?: (?:later|on|after(?:wards)?|from then|plus tard|après)\b|[之以]?后)", re.IGNORECASE
)
_YEARS_BACK = re.compile(
    r"(?: (?:earlier|before|previously|plus tôt|avant|auparavant)\b|[之以]?前)", re.IGNORECASE
)
_LEFT = re.compile(
    r"\b(?:others?|rest|remain\w*|left|still|autres|reste(?:nt)?|restante?s?|encore)\b|其余|其他|剩|余下|另外|仍|还有",
    re.IGNORECASE,
)
_UP = re.compile(
    r"\b(?:up|more(?! than)|higher|ris\w+|rose|increas|gr[eo]w|gain|hauss|augment|progress|(?:de|en) plus\b|relev"
    r"|supérieur|alourdi|gagn|grimp|bond)|上调|增|提高|上[升涨]|涨|多",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:down|less(?! than)|fewer(?! than)|lower|f[ea]ll|drop|declin|reduc|cut|bais|diminu|recul|(?:de|en) moins\b"
    r"|chut|perd|rédui|ramen|abaiss|inférieur|allég)|下[调降跌]|减|降|跌|少|缩",
    re.IGNORECASE,
)
# fmt: on


@attrs.frozen
class Told:
    """One of two texts, all its facts, and those that found no partner in the other text."""

    text: str
    facts: Sequence[Fact]
    left: Sequence[Fact]


def reckoned(mine: Told, theirs: Told) -> list[tuple[Fact, Fact]]:
    """Pair facts of one text that are reckoned from two of the other, each with what of these is still unpaired.

    A fact that needs none of what is unpaired is paired with itself.
    """
    levels = [fact for fact in theirs.facts if _is_level(fact)]
    if len(levels) > _MOST:
        levels = []
    open_ones = {id(fact) for fact in theirs.left}
    found = []
    for fact in mine.left:
        terms = _year_and_span(fact, theirs) if fact.part == "year" else _terms(fact, mine.text, levels)
        if terms is not None and not _goes_the_other_way(fact, mine.text, terms, theirs.text):
            partner = next((term for term in terms if id(term) in open_ones), fact)
            open_ones.discard(id(partner))
            found.append((fact, partner))
    return found


def _is_level(fact: Fact) -> bool:
    return fact.kind == "number" and fact.part is None and not fact.value.loose and fact.value.kind in _LEVELS


def _terms(fact: Fact, text: str, levels: Sequence[Fact]) -> tuple[Fact, Fact] | None:
    """Return the two figures that a fact is the difference or the quotient of."""
    if fact.kind != "number" or fact.part is not None or (fact.value.loose and fact.value.kind != "multiple"):
        return None
    compared = _is_beside(fact, text, _MORE_BEFORE, _MORE_AFTER)
    differs = fact.value.kind in _COUNTS and (compared or _is_beside(fact, text, _LEFT, _LEFT))
    for one, two in permutations(levels, 2):
        if one.unit != two.unit or one.value.kind != two.value.kind or not one.numbers[0] > two.numbers[0] > 0:
            continue
        if (differs and _is_difference(fact, one, two)) or _is_growth(fact, one, two, compared=compared):
            return one, two
    return None


def _is_beside(fact: Fact, text: str, before: re.Pattern[str], after: re.Pattern[str]) -> bool:
    """Whether a word beside a figure says that it is how much more, less, or left of something there is."""
    start, end = fact.value.span
    clause = text[end : min(end + _NEAR, clause_end(text, end))]
    led = before.search(text[max(clause_start(text, start), start - _NEAR) : start])
    return led is not None or (after.search if after is _LEFT else after.match)(clause) is not None


def _goes_the_other_way(fact: Fact, text: str, terms: Sequence[Fact], their_text: str) -> bool:
    """Whether a figure is said to be more, and the figures that it is reckoned from to go down, or the reverse."""
    start, end = fact.value.span
    own = text[max(0, start - _NEAR) : end + _NEAR]
    theirs = " ".join(their_text[max(0, term.value.span.start - _NEAR) : term.value.span.start] for term in terms)
    ways = [(_UP.search(words) is not None, _DOWN.search(words) is not None) for words in (own, theirs)]
    return ways in ([(True, False), (False, True)], [(False, True), (True, False)])


def _is_difference(fact: Fact, one: Fact, two: Fact) -> bool:
    number = one.numbers[0] - two.numbers[0]
    if fact.value.kind == "points" or {fact.unit, one.unit} <= _SHARES:
        return one.unit == "%" and fact.numbers[0] == number
    if fact.unit != one.unit and None not in {fact.unit, one.unit}:
        return False
    if fact.value.bound == "exact":
        return fact.numbers[0] == number
    given = attrs.evolve(fact, value=attrs.evolve(fact.value, unit=one.unit, per=None))
    value = attrs.evolve(one.value, numbers=(number,), bound="exact", kind=fact.value.kind, per=None)
    told = Fact(kind="number", numbers=(number,), value=value)
    return max(agreement(given, told), rounds(given, told)) >= _SAME


def _is_growth(fact: Fact, one: Fact, two: Fact, *, compared: bool) -> bool:
    """Whether a figure says how many times as much, or by what share more or less, one of two others is."""
    ratio = one.numbers[0] / two.numbers[0]
    if fact.value.kind == "multiple":
        return ratio in fact.numbers
    if not compared or one.unit == "%" or fact.value.kind not in {"percent", "fraction"}:
        return False
    share = in_percent(fact)
    return any(abs(share - change) <= _ROUNDED for change in ((ratio - 1) * 100, (1 - 1 / ratio) * 100))


def _year_and_span(fact: Fact, theirs: Told) -> tuple[Fact, Fact] | None:
    """Return the year and the span of years that make another year: 2024, and two years later."""
    spans = [other for other in theirs.facts if other.unit == "year" and other.value.kind == "quantity"]
    for year in theirs.facts:
        for span in spans if year.part == "year" else ():
            for words, sign in ((_YEARS_ON, 1), (_YEARS_BACK, -1)):
                told = words.match(theirs.text, span.value.span.end) is not None
                if told and year.numbers[0] + sign * span.numbers[0] == fact.numbers[0]:
                    return span, year
    return None
