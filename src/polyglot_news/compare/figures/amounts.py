"""How many of one and the same thing: *some banks* here, *most banks* there; *half of the banks*, *all banks*.

Of quantities that stand before one noun on both sides, neither is answered elsewhere: not by the *heavily* of "heavily
exposed", which 大量 may also render.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from polyglot_news.compare.figures.degrees import degree_suspects
from polyglot_news.compare.figures.frequencies import tells_how_often
from polyglot_news.compare.figures.suspected import changed_quantity, quantity
from polyglot_news.compare.figures.universals import none_for_not_all, some_are_not
from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.cues import Hit, Reading
from polyglot_news.compare.operators.suspects import Suspect
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, Evidence, Side, evidence
from polyglot_news.text import clause_end
from polyglot_news.values.agreement import in_percent
from polyglot_news.values.shares import facts_of_both, untold_shares

_LEAST = 1.5
"""How far two quantities lie apart that cannot stand for each other: *most* (4) and *some* (2 to 3)."""

_HALF, _MORE, _FIFTY = (2.0, 3.0), (3.0, 4.0), 50
"""What a share of up to fifty percent, and what a greater one is on that scale: neither is *all*, nor half *most*."""

_NOUN = 3
"""How many telling words after a quantity may be its noun, or stand before that."""

_TWO = frozenset({"both", "les deux"})
_OPENS = re.compile(r"(?:^|[,;:.!?“«]|\b(?:that|and|but))\s*$")
_LINKED = 0.5
_SURE = 0.8


def with_other_amounts(
    pair: Pair, sides: tuple[Sequence[Hit], Sequence[Hit]], found: Sequence[Suspect]
) -> list[Suspect]:
    """Add the quantities that changed before the same noun, in the place of what was suspected of them."""
    found = [suspect for suspect in found if not tells_how_often(pair, suspect.hit.span, suspect.side)]
    none = list(none_for_not_all(pair))
    found = [suspect for suspect in some_are_not(pair, found) if not any(_is_told(suspect, one) for one in none)]
    found += [*degree_suspects(pair), *none]
    amounts = tuple(
        [*(hit for hit in side if _counts(text, hit)), *shares]
        for side, (text, _), shares in zip(sides, pair.texts, _shares(pair), strict=True)
    )
    if not amounts[0] or not amounts[1]:
        return found
    words = evidence(pair)
    if words is None:
        return found
    changed = some_are_not(
        pair, [changed_quantity(own, other, _apart(own, other)) for own, other in _exchanged(pair, amounts, words)]
    )
    kept = [suspect for suspect in found if not any(_is_of(suspect, change) for change in changed)]
    return [*kept, *changed]


def _shares(pair: Pair) -> tuple[list[Hit], list[Hit]]:
    """Return the shares of either text that the other does not give, as quantities."""
    facts = facts_of_both(pair.texts)
    ours, theirs = (
        [
            quantity(fact.value.span, text, *(_HALF if in_percent(fact) <= _FIFTY else _MORE))
            for fact in untold_shares(own, others)
        ]
        for own, others, (text, _) in zip(facts, facts[::-1], pair.texts, strict=True)
    )
    return ours, theirs


def _exchanged(pair: Pair, amounts: tuple[list[Hit], ...], words: Evidence) -> list[tuple[Hit, Hit]]:
    """Return the quantities that changed; a single one did not if both texts have both: "Some toys everybody knows"."""
    changed = list(_changed(pair, amounts, words))
    if len(changed) == 1:
        (own, other), (mine, theirs) = changed[0], amounts
        if any(_apart(own, one) < _LEAST for one in theirs) and any(_apart(other, one) < _LEAST for one in mine):
            return []
    return changed


def _changed(pair: Pair, amounts: tuple[list[Hit], ...], words: Evidence) -> Iterator[tuple[Hit, Hit]]:
    nouns = (
        [_nouns(words.rendering, hit) for hit in amounts[0]],
        [_nouns(words.official, hit) for hit in amounts[1]],
    )
    for own, mine in zip(amounts[0], nouns[0], strict=True):
        theirs = [
            other
            for other, there in zip(amounts[1], nouns[1], strict=True)
            if (pair.core is None or other.span.overlap(pair.core)) and _are_linked(words, mine, there)
        ]
        if len(theirs) == 1 and _apart(own, theirs[0]) >= _LEAST:
            yield own, theirs[0]


def _nouns(side: Side, hit: Hit) -> list[int]:
    """Return the telling words after a quantity, in its clause."""
    end = clause_end(side.text, hit.span.end)
    after = (
        i for i, word in enumerate(side.words) if hit.span.end <= word.start < end and side.weight[i] >= CONTENT_WEIGHT
    )
    return [i for i, _ in zip(after, range(_NOUN), strict=False)]


def _are_linked(words: Evidence, mine: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether the first telling word after one of two quantities, or the next but one, stands for one of the other."""
    return any(words.rendering.partner[i] in theirs and words.rendering.link[i] >= _LINKED for i in mine) and any(
        words.official.partner[i] in mine and words.official.link[i] >= _LINKED for i in theirs
    )


def _counts(text: str, hit: Hit) -> bool:
    """Whether a cue surely says how many; so does a *most* that opens a clause, where no superlative stands."""
    reading = _reading(hit)
    if reading is None or hit.cue.text in _TWO:
        return False
    return reading.asks or (hit.cue.text == "most" and _OPENS.search(text[: hit.span.start]) is not None)


def _apart(one: Hit, two: Hit) -> float:
    left, right = _reading(one), _reading(two)
    if left is None or right is None:
        return 0.0
    return abs(left.low + left.high - right.low - right.high) / 2


def _reading(hit: Hit) -> Reading | None:
    return next((one for one in hit.cue.readings if one.cls == "amount" and (one.asks or hit.cue.text == "most")), None)


def _is_of(suspect: Suspect, change: Suspect) -> bool:
    """Whether a suspect is about one of the two quantities of a change."""
    mine = change.hit if suspect.side == 0 else change.other
    return mine is not None and suspect.hit.span == mine.span


def _is_told(suspect: Suspect, by: Suspect) -> bool:
    """Whether a suspect stands on the words of another one, which tells more."""
    spans = [one.span for one, side in ((by.hit, by.side), (by.other, 1 - by.side)) if one and side == suspect.side]
    return any(map(suspect.hit.span.overlap, spans))
