"""Shares told by two numbers: "four in five", « un élève sur dix », 十人中有三人.

Nothing in such words surely tells a share from two counts ("three meetings in two towns"), so they are read as one only
where the other text has a share for them, or has at least some share and not the two numbers.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

import attrs

from polyglot_news.text import Span, in_plain_signs
from polyglot_news.values import find_values
from polyglot_news.values.agreement import SHARES, agreement, all_given, in_percent
from polyglot_news.values.compounds import compounds
from polyglot_news.values.facts import Fact, facts_of
from polyglot_news.values.latin_words import PARTS, bounds
from polyglot_news.values.model import Bound, Value

_WHOLES = frozenset({*range(2, 21), 25, 30, 50, 100, 1000})
"""Of how many one counts a share: of others, "31 out of 84", the two numbers stay what they are."""

_BOUND_WORDS = 4
"""Of how many words a bound is made at most: "a little more than"."""
_ALL = 100
_SAME = 0.4
_SURELY = 0.75

# What stands between the two numbers of a share.
_LINKS = {
    "en": re.compile(r" (?:[^\W\d_][\w'’-]* ){0,2}?(?:in|out of|of|from)(?: every| each)? ", re.IGNORECASE),
    "fr": re.compile(r" (?:[^\W\d_][\w'’-]* ){0,4}?sur ", re.IGNORECASE),
    "zh": re.compile(
        r"[^，。；：！？、,;\d]{0,8}?(?:中|里|当中|之中)[，,]?(?:就|便|大约|平均|至少|大概)*有(?:近|约|大约|超过|至少)*"
    ),
}
_BARE = re.compile(r" (?:(?:in|out of)(?: every| each)?|of every|of each) ", re.IGNORECASE)
_LINKING = {
    "en": re.compile(r"\b(?:in|out of|of|from|every|each)\b", re.IGNORECASE),
    "fr": re.compile(r"\bsur\b", re.IGNORECASE),
    "zh": re.compile(r"[当之]?[中里]|[就便]?有"),
}
_COUNTERS = frozenset("个名位家户所座辆台件条只间项次例")
_PART = {
    "en": re.compile(r"\b(?:a|one)[ -](third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)\b", re.IGNORECASE),
    "fr": re.compile(r"\bun (tiers|quart|cinquième|sixième|septième|huitième|neuvième|dixième)\b", re.IGNORECASE),
}
_DEFINITE = re.compile(r"\b(?:the|these|those|our|their|his|her|its|les|ces|ses|leurs|nos|tous|all)\b", re.IGNORECASE)


def facts_of_both(texts: tuple[tuple[str, str], tuple[str, str]]) -> tuple[list[Fact], list[Fact]]:
    """Return the facts of two texts, loose ones included; each text with its language.

    What may be a share told by two numbers, or a duration told by two units, is one where the other text has it as one.
    """
    values = [find_values(text, language, loose=True) for text, language in texts]
    told = [facts_of(text, found) for (text, _), found in zip(texts, values, strict=True)]
    joined = [
        [*shares(text, language, found), *_lone_parts(text, language, found)]
        for (text, language), found in zip(texts, values, strict=True)
    ]
    for side in (0, 1):
        theirs = joined[1 - side]
        others = [fact for fact in told[1 - side] if not any(fact.value.span.overlap(one.span) for one in theirs)]
        others += facts_of(texts[1 - side][0], theirs)
        joined[side] = [share for share in joined[side] if _is_share(share, told[side], others)]
    for side in (0, 1):
        joined[side] += [
            one for one in compounds(texts[side][0], values[side]) if _is_told(one, told[1 - side], {one.kind})
        ]
    one, two = (
        facts_of(text, _with(found, kept)) for (text, _), found, kept in zip(texts, values, joined, strict=True)
    )
    return one, two


def _is_told(value: Value, others: Sequence[Fact], kinds: Collection[str]) -> bool:
    """Whether the other text has that value as one of some kinds."""
    mine = Fact(kind="number", numbers=value.numbers, value=value)
    return any(other.value.kind in kinds and agreement(mine, other) >= _SAME for other in others)


def told_shares(texts: tuple[tuple[str, str], tuple[str, str]]) -> tuple[list[Span], list[Span]]:
    """Return the numbers of both texts that tell the same share, in one of them at least by two numbers."""
    one, two = facts_of_both(texts)
    told: tuple[list[Span], list[Span]] = ([], [])
    for mine in one:
        for theirs in two:
            if not any(fact.value.whole for fact in (mine, theirs)) or mine.value.bound != theirs.value.bound:
                continue
            if {mine.value.kind, theirs.value.kind} <= SHARES and agreement(mine, theirs) >= _SURELY:
                for fact, places, (text, language) in zip((mine, theirs), told, texts, strict=True):
                    places += list(_words_of(fact.value, text, language))
    return told


def _words_of(share: Value, text: str, language: str) -> Iterator[Span]:
    """Yield where the words of a share stand, but not what it counts: the "woman" of "one woman in five"."""
    if share.whole is None:
        yield share.span
        return
    for value in find_values(text, language, loose=True):
        if value.span.overlap(share.span):
            start, end = value.span
            each = language == "zh" and text[start - 1 : start] == "每"
            counter = language == "zh" and text[end : end + 1] in _COUNTERS
            yield Span(start - each, end + counter)
    yield from (Span(*match.span()) for match in _LINKING[language].finditer(text, *share.span))


def shares(text: str, language: str, values: Sequence[Value]) -> list[Value]:
    """Return what may be shares told by two numbers, each as one value."""
    plain = in_plain_signs(text, language)
    found: list[Value] = []
    counts = [value for value in values if not value.loose or value.number == 1]
    for one, two in pairwise(counts):
        part, whole = (two, one) if language == "zh" else (one, two)
        between = plain[one.span.end : two.span.start]
        link = _LINKS[language].fullmatch(between)
        if link is None or not _counts(part) or not _counts(whole) or _DEFINITE.search(between):
            continue
        above, below = part.numbers[0], whole.numbers[0]
        # "One woman in five", but not "four clinics in six towns".
        named = language == "en" and _BARE.fullmatch(between) is None
        if not 0 < above < below or below not in _WHOLES or whole.loose or (named and above != 1):
            continue
        # "One euro in eight", but not "ten dollars of a hundred euros".
        if part.unit != whole.unit and not (whole.unit is None and above == 1):
            continue
        if found and found[-1].span.end > one.span.start:
            continue
        share = attrs.evolve(
            part,
            span=Span(one.span.start, two.span.end),
            kind="fraction",
            numbers=(above / below,),
            unit=None,
            readings=(),
            spelled=part.spelled or whole.spelled,
            loose=False,
            whole=int(below),
            bound=_bound_before(plain[: one.span.start], language) if part.bound == "exact" else part.bound,
        )
        found.append(share)
    return found


def _lone_parts(text: str, language: str, values: Sequence[Value]) -> Iterator[Value]:
    """Yield what may be a part of one, and may be the third of several: "half … and a third"."""
    for match in _PART[language].finditer(text) if language in _PART else ():
        place = Span(*match.span())
        if any(value.kind == "fraction" and value.span.overlap(place) for value in values):
            continue
        number = Fraction(1, PARTS[language][match.group(1).lower()])
        bound = _bound_before(text[: place.start], language)
        yield Value(span=place, kind="fraction", numbers=(number,), bound=bound, spelled=True)


def _bound_before(before: str, language: str) -> Bound:
    """Return what the words right before a share say of its bound: "by just under a quarter"."""
    words = in_plain_signs(before, language).replace("’", "'").lower().split()[-_BOUND_WORDS:]
    phrases = (" ".join(words[k:]) for k in range(len(words)))
    table = bounds(language)
    return next((table[phrase] for phrase in phrases if phrase in table), "exact")


def _counts(value: Value) -> bool:
    """Whether a value is a plain whole number, be it of coins; one that is told by a unit of time is a rate."""
    plain = value.kind == "money" or (value.kind == "cardinal" and value.unit is None)
    return plain and value.per is None and value.scale <= max(_WHOLES) and value.numbers[0].denominator == 1


def _is_share(share: Value, own: Sequence[Fact], others: Sequence[Fact]) -> bool:
    """Whether what may be a share is one, by what the other text has for it."""
    if _is_told(share, others, SHARES):
        return True
    if share.whole is None:
        return False
    parts = [fact for fact in own if fact.value.span.overlap(share.span) and not _is_article(fact)]
    if all_given(parts, others, _SAME):
        return False
    rest = [fact for fact in own if not fact.value.span.overlap(share.span)]
    return any(other.value.kind in SHARES and not any(_tells(fact, other, others) for fact in rest) for other in others)


def _tells(fact: Fact, share: Fact, others: Sequence[Fact]) -> bool:
    """Whether a fact stands for a share, and for nothing else that fits better: "second" for « deuxième », not half."""
    found = agreement(fact, share)
    return found >= _SAME and all(agreement(fact, other) <= found for other in others)


def untold_shares(own: Sequence[Fact], others: Sequence[Fact]) -> list[Fact]:
    """Return the shares of a text, less than all and more than none, that no figure of another text may tell."""
    return [
        fact
        for fact in own
        if fact.value.kind in SHARES and 0 < in_percent(fact) < _ALL
        if not any(agreement(fact, other) > 0 for other in others)
    ]


def _is_article(fact: Fact) -> bool:
    return fact.value.loose and fact.numbers[0] == 1


def _with(values: Sequence[Value], joined: Sequence[Value]) -> list[Value]:
    """Return the values with shares in the place of their two numbers, in order."""
    kept = [value for value in values if not any(value.span.overlap(share.span) for share in joined)]
    return sorted([*kept, *joined], key=lambda value: value.span)
