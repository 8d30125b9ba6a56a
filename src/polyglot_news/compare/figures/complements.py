"""Shares that make a whole, of which one is denied: one in ten survived, 九成没能活下来.

Who says how many did something says how many did not. Only where one of the two clauses denies, or tells what is
lacking, do both say the same; and where one is not reached, the other is passed: nearly a quarter, more than three.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.negation import negations
from polyglot_news.text import CLAUSE_MARK, Span, clause_around, in_simplified
from polyglot_news.values.agreement import SHARES, agreement, bounds_oppose, in_percent
from polyglot_news.values.facts import Fact
from polyglot_news.values.model import Bound
from polyglot_news.values.shares import facts_of_both

_SAME = 0.4
_WHOLE = 100
_MOST = 12
"""Figures of one side that are looked at."""
_RECENT = 64
_ONE_SIDED: tuple[frozenset[Bound], ...] = (frozenset({"nearly", "at most"}), frozenset({"at least"}))

# fmt: off
_LACKS = {
    "en": r"\b(?:miss\w*|lack\w*|short(?:fall)?|absent|absence|empty|vacant|outstanding|remain\w*|rest|others?|fail\w*"
          r"|without|unpaid|unsold|unused|still|yet to|left out|died|lost|leav\w+|left|un\w{3,}ed)\b",
    "fr": r"\b(?:manqu\w+|absen\w+|vides?|vacante?s?|inoccupée?s?|rest[aeè]\w*|autres?|échou\w+|sans"
          r"|impayée?s?|invendue?s?|encore|morts?|péri\w*|perdu\w*|privée?s?"
          r"|part(?:i\w*|ent|ir\w*)|s['’]en (?:ir|v)\w+|n(?:e |['’])[^,.;]{2,30} plus qu(?:e|['’]))\b",
    "zh": "差|缺|没|未|不|剩|余下|其余|其他|无|空置|闲置|失败|还[有要]|死|丧生|遇难|离|走",
}
"""What tells that something is not the case, or not yet, in whatever words."""
_BOUND = re.compile("不(?:到|足|超过|止|少于|多于|低于|高于)|没到|未满")
"""What has a *not* and only bounds a figure."""
# fmt: on


@functools.lru_cache(maxsize=_RECENT)
def complements(pair: Pair) -> tuple[tuple[Span, Span], ...]:
    """Return the figures of the rendering and of the official text that say the same of a whole's two parts."""
    facts = facts_of_both(pair.texts)
    ours, theirs = ([fact for fact in side if _is_part(fact)] for side in facts)
    if not ours or not theirs or max(len(ours), len(theirs)) > _MOST:
        return ()
    return tuple(
        (one.value.span, two.value.span)
        for one in _unanswered(ours, facts[1])
        for two in _unanswered(theirs, facts[0])
        if _make_a_whole(one, two, facts) and _denies(pair, 0, one) != _denies(pair, 1, two)
    )


def is_of_complement(pair: Pair, side: int, negation: Span) -> bool:
    """Whether a negation stands in the clause of a figure whose complement the other text tells."""
    text = pair.texts[side][0]
    return any(negation.overlap(clause_around(text, found[side], CLAUSE_MARK)) for found in complements(pair))


def of_complements(pair: Pair, words: tuple[Span, Span]) -> bool:
    """Whether each of two words tells of one part of a whole: more than 60 % idle, « moins de 40 % » in use."""
    return any(
        all(
            clause_around(text, figure).overlap(word) > 0
            for (text, _), word, figure in zip(pair.texts, words, found, strict=True)
        )
        for found in complements(pair)
    )


def _is_part(fact: Fact) -> bool:
    if fact.kind != "number" or fact.part is not None or fact.value.loose:
        return False
    return fact.value.kind in SHARES | {"cardinal", "quantity"}


def _unanswered(facts: Sequence[Fact], others: Sequence[Fact]) -> Iterator[Fact]:
    """Yield the facts that the others do not tell; *fewer than half* is not *more than half*."""
    return (
        fact
        for fact in facts
        if not any(agreement(fact, other) >= _SAME and not bounds_oppose(fact, other) for other in others)
    )


def _make_a_whole(one: Fact, two: Fact, facts: tuple[Sequence[Fact], Sequence[Fact]]) -> bool:
    """Whether two shares make a hundred percent, or two counts a number that both texts give."""
    if one.value.kind in SHARES and two.value.kind in SHARES:
        return in_percent(one) + in_percent(two) == _WHOLE and not _bound_alike(one, two)
    if one.value.kind in SHARES or two.value.kind in SHARES:
        return False
    whole = one.numbers[0] + two.numbers[0]
    alike = one.unit == two.unit or None in {one.unit, two.unit}
    return alike and all(any(_is_part(fact) and fact.numbers[0] == whole for fact in side) for side in facts)


def _bound_alike(one: Fact, two: Fact) -> bool:
    """Whether both are passed or neither is reached: what is left of nearly a quarter is more than three quarters."""
    return any({one.value.bound, two.value.bound} <= bounds for bounds in _ONE_SIDED)


def _denies(pair: Pair, side: int, fact: Fact) -> bool:
    """Whether the clause of a figure says "not", or that something lacks."""
    text, language = pair.texts[side]
    clause = clause_around(text, fact.value.span, CLAUSE_MARK)
    if re.search(_LACKS[language], _BOUND.sub("", clause.of(in_simplified(text, language))), re.IGNORECASE):
        return True
    return any(hit.cue.asks and hit.span.overlap(clause) for hit in negations(text, language))
