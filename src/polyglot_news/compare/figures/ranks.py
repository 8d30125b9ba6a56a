"""Ranks and shares that are told by words: the second largest for the largest, one of the largest, most for half.

Each is looked for in the other text, too, in whatever words: only where that has the bare superlative, or the bare
half, was it changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from polyglot_news.compare.figures.told import changed_figure
from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.text import Span, in_simplified
from polyglot_news.values.facts import Fact

_SURE = 0.85
_HALVES = (Fraction(1, 2), Fraction(50))

_RANKABLE = (
    r"(?:exportat|import|product|achet|consommat|invest|fourniss|employ|construct|fabri[cq]|contribut|pollu|émett|donat"
    r"|vend|opérat|transport)\w*"
    r"|partenaires?|clients?|créanci\w+|bailleurs?|économie|puissance|marché|débouché|destination|port|banque|ville|parti"
    r"|groupe|cause|source|secteur"
)
"""What French ranks without a « plus grand »: « le deuxième exportateur », « la première économie »."""

# The first group is the rank.
_RANKED = {
    "en": r"\b(second|third|fourth|fifth|\d{1,4}(?:nd|rd|th))[- ](?:largest|biggest|highest|lowest|longest|smallest"
    r"|oldest|deepest|richest|poorest|fastest|tallest|strongest|worst|best|most \w+)\b",
    "fr": r"\b(deuxième|seconde?|troisième|quatrième|cinquième|\d{1,4}e)s? (?:plus \w+|meilleure?|pire)\b"
    rf"|\b(deuxième|seconde?|troisième|quatrième|cinquième) (?:\w+ l[ea] plus \w+|(?:{_RANKABLE})\b)",
    "zh": r"第([二三四五]|\d{1,4})[大高低长小老深富快强多]",
}
_RANKS = {
    "second": 2, "seconde": 2, "deuxième": 2, "二": 2, "third": 3, "troisième": 3, "三": 3, "fourth": 4,
    "quatrième": 4, "四": 4, "fifth": 5, "cinquième": 5, "五": 5,
}  # fmt: skip
_TOP = {
    "en": r"\b(?:the|its|our|his|her|their|\w+['’]s?) (?:largest|biggest|highest|lowest|longest|smallest"
    r"|oldest|deepest|richest|poorest|fastest|tallest|strongest|worst|best)(?: \w+){1,2}"
    r"|\b(?:the|its|our|his|her|their|\w+['’]s?) (?:top|number[- ]one|No\. ?1) \w+",
    "fr": r"\b(?:le|la|du|au|son|sa|notre) (?:plus (?:grande?|gros(?:se)?|haute?|basse?|bas|longue?|long|petite?"
    r"|vieille|vieux|ancien(?:ne)?|profonde?|riche|pauvre|rapide|forte?|importante?)|meilleure?|pire)\b"
    r"(?! (?:[nm]ombre|que)\b)"
    rf"|\b(?:l[ea]|du|au|de|son|sa|notre) premi(?:er|ère) (?:{_RANKABLE})\b",
    "zh": "最(?:大|高|低|长|小|老|深|富|快|强|古老)的?(?![程限化])|第[一1][大高长]",
}
_AMONG = {
    "en": r"\b(?:one of|among|amongst|some of|ranks?|ranked|ranking|second to|after|behind|next to|part of"
    r"|includ\w+)\b",
    "fr": r"\b(?:l['’]une?|une?|parmi|compte|comptent|figure|figurent|fait partie|font partie|au nombre"
    r"|rang|après|derrière|certaine?s|quelques-un|des plus|les plus)\b",
    "zh": "(?<!分)之一|其中|数一数二|名列|位居|位列|仅次|之后|属于|排名|排第|前列|前茅",
}
_NTH_TIME = {
    "en": r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?: \w+)? time\b(?! zones?\b)",
    "fr": r"\b(?:deuxième|seconde|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième) fois\b",
    "zh": "(?:第[二三四五六七八九十]|再)[次度](?![^，。；]{0,8}(?:会议|大会|全会|会晤|峰会|大战|战争))",
}
_FIRST_TIME = {
    "en": r"\bfirst(?:[- ]ever)? time\b(?! (?:in|since)\b)",
    "fr": r"\b(?:la|toute) première fois\b(?! (?:en|depuis)\b)",
    "zh": "(?<!时隔)首[次度]|第一[次回]|初次|头一[次回]",
}
_FIRST = {"en": r"\bfirst\b|\bnever\b", "fr": r"\bpremi|\bjamais\b", "zh": "首|第一|初|从未|头一"}
_ONE_OF = {
    "en": r"\bone of (?:the|its|our|his|her|their|\w+['’]s?) (?:\w+ ){0,2}?(?:\w{2,}est|most|worst)\b",
    "fr": r"\bl['’]une? des (?:\w+ les )?(?:plus|meilleure?s|pires)\b",
    "zh": "最[^，。；]{1,20}(?<!分)之一",
}
_ONE_OF_TWO = {
    "en": r"\b(?:just |only )?one of (?:the|its|his|her|their|our|these|those) two\b",
    "fr": r"\b(?:l['’])?une? (?:seule? )?des deux\b|\bune? de (?:ces|ses|nos|leurs) deux\b",
    "zh": "两[^，。；、和与]{1,8}(?:(?<!分)之一|[当其]?中的?[只仅]?有?[一1])",
}
_SINGLE = {
    "en": r"\b(?:one|other|single|either)\b",
    "fr": r"\b(?:l['’](?:une?|autre)|seule?)\b",
    "zh": "其中|另|之一|一",
}
_BOTH = {
    "en": r"\bboth(?: of)?\b(?! [^.,;]{1,40} and\b)|\bthe two\b",
    "fr": r"\btou(?:te)?s (?:les )?deux\b|\bles deux\b",
    "zh": "两[^，。；、和与]{1,8}[都均全]|双双|[都均]已?",
}
_MOST = {
    "en": r"\b(?:most|majority|bulk|mainly|mostly|more than half|over half)\b",
    "fr": r"\b(?:la plupart|majorité|majoritairement|plus de la moitié|gros d|en grande partie|essentiel)",
    "zh": "大多|多数|大部分|过半|多半|半数以上|一半以上|超过一半|主要",
}


def changed_ranks(pair: Pair, rendering: Sequence[Fact], official: Sequence[Fact]) -> Iterator[Divergence]:
    """Yield a rank or a share that the other side has otherwise."""
    texts = [(in_simplified(text, language), language) for text, language in pair.texts]
    facts = (rendering, official)
    for side in (0, 1):
        own, other = texts[side], texts[1 - side]
        found = (
            _rank(own, other, facts[1 - side])
            or _nth_time(own, other)
            or _one_of(own, other)
            or _one_of_two(own, other)
            or _half(own, other, facts[side], facts[1 - side])
        )
        if found is None:
            continue
        mine, theirs = found[:: 1 if side == 0 else -1]
        if pair.core is None or theirs.overlap(pair.core):
            yield changed_figure(pair, mine, theirs, _SURE)
            return


def _search(table: dict[str, str], text: tuple[str, str]) -> re.Match[str] | None:
    return re.search(table[text[1]], text[0], re.IGNORECASE)


def _rank(own: tuple[str, str], other: tuple[str, str], facts: Sequence[Fact]) -> tuple[Span, Span] | None:
    """Return "the second largest", and the "largest" of a text that knows no second."""
    ranked, top = _search(_RANKED, own), _search(_TOP, other)
    if ranked is None or top is None or _search(_RANKED, other) or _search(_AMONG, other):
        return None
    word = next(filter(None, ranked.groups())).lower()
    number = _RANKS.get(word) or int(re.sub(r"\D", "", word))
    bare = own[0][: ranked.start()] + own[0][ranked.end() :]
    if any(number in fact.numbers for fact in facts) or _search(_TOP, (bare, own[1])):
        return None
    return Span(*ranked.span()), Span(*top.span())


def _nth_time(own: tuple[str, str], other: tuple[str, str]) -> tuple[Span, Span] | None:
    """Return "the fourth time", and the "first time" of a text that counts no other."""
    later, first = _search(_NTH_TIME, own), _search(_FIRST_TIME, other)
    if later is None or first is None or _search(_FIRST, own) or _search(_NTH_TIME, other):
        return None
    return Span(*later.span()), Span(*first.span())


def _one_of(own: tuple[str, str], other: tuple[str, str]) -> tuple[Span, Span] | None:
    """Return "one of the largest", and the one thing of the other text that is the largest."""
    several, top = _search(_ONE_OF, own), _search(_TOP, other)
    if several is None or top is None or _search(_AMONG, other):
        return None
    if other[1] == "en" and top.group().endswith("s"):
        return None  # "the largest dams" may be any of them
    bare = own[0][: several.start()] + own[0][several.end() :]
    return None if _search(_TOP, (bare, own[1])) else (Span(*several.span()), Span(*top.span()))


def _one_of_two(own: tuple[str, str], other: tuple[str, str]) -> tuple[Span, Span] | None:
    """Return "one of the two", and the "both" of a text that speaks of no single one."""
    single, both = _search(_ONE_OF_TWO, own), _search(_BOTH, other)
    if single is None or both is None or _search(_ONE_OF_TWO, other) or _search(_SINGLE, other):
        return None
    bare = own[0][: single.start()] + own[0][single.end() :]
    return None if _search(_BOTH, (bare, own[1])) else (Span(*single.span()), Span(*both.span()))


def _half(
    own: tuple[str, str], other: tuple[str, str], mine: Sequence[Fact], theirs: Sequence[Fact]
) -> tuple[Span, Span] | None:
    """Return a bare half, and the "most" of a text that has none."""
    most = _search(_MOST, other)
    halves = [fact for fact in mine if fact.value.kind == "fraction" and fact.numbers[0] == _HALVES[0]]
    sure = len(halves) == 1 and not halves[0].value.loose and halves[0].value.bound in {"exact", "at most"}
    if most is None or not sure or _search(_MOST, own):
        return None
    answered = any(number in _HALVES for fact in theirs for number in fact.numbers)
    return None if answered else (halves[0].value.span, Span(*most.span()))
