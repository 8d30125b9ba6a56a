"""How often something happens: "twice a week" here, "once every two weeks" there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.text import Span, in_simplified
from polyglot_news.values.facts import Fact, facts_in
from polyglot_news.values.frequencies import Frequency, describe_frequency, find_frequencies, same_frequency
from polyglot_news.values.rates import time_units

_SURE = 0.95
"""How sure a change is where both sides count."""

_LESS_SURE = 0.8
"""The same where one says but "every week"."""

_REGULARLY = {
    "en": r"\b(?:regularly|periodically|on a regular basis|at regular intervals)\b",
    "fr": r"\b(?:régulièrement|périodiquement|à intervalles réguliers)\b",
    "zh": r"定期",
}
"""Often, and not how often."""

_OFTEN = {
    "en": r"\b(?:regular|periodic|routine|often|frequent|from time to time|occasion)",
    "fr": r"\b(?:réguli|périodique|souvent|fréquent|de temps (?:en temps|à autre)|occasion)",
    "zh": r"定期|经常|不时|时常|定时|常态化|常规|往往|偶尔",
}
"""What may render that."""

_UNITS = frozenset({"day", "week", "month", "quarter", "year"})
"""Of time, by which things are counted: "two visits a month"."""

_DATED = re.compile(r"[\d一二三四五六七八九十〇零]\s*$")
"""Before 年, 月 or 日, this makes a date."""


class Frequencies:
    """What two texts say of how often, held against each other.

    Attributes:
        changed: those of the rendering, each with what the official text has in its place.
        told: how often something happens, and where the other text has it happen "regularly"; rendering first.
        rendering: places in the rendering whose figures are thereby told.
        official: the same in the official text.
    """

    def __init__(self, pair: Pair, rendering: Sequence[Fact], official: Sequence[Fact]) -> None:
        self._texts = pair.texts
        ours = find_frequencies(pair.rendering, pair.rendering_language)
        theirs = find_frequencies(pair.official, pair.official_language)
        left, right = _untold(ours, theirs), _untold(theirs, ours)
        our_rates, their_rates = _rates(rendering), _rates(official)
        our_told, their_told = _told(our_rates, right), _told(their_rates, left)
        left, right = _untold(left, their_rates), _untold(right, our_rates)
        self.changed: list[tuple[Frequency, Frequency]] = []
        for one in left:
            free = [two for two in right if _inside(two, pair) and not any(two is other for _, other in self.changed)]
            free = [two for two in free if _is_changed(one, two, pair, rendering, official)]
            if free:
                self.changed.append((one, min(free, key=lambda two: (two.unit != one.unit, not two.counted))))
        self.told: tuple[Frequency, Span] | tuple[Span, Frequency] | None = None
        if not self.changed:
            self.told = _counted_out(pair, ours, theirs)
        self.rendering = _parts([*_without(ours, left), *our_told, *(one for one, _ in self.changed)])
        self.official = _parts([*_without(theirs, right), *their_told, *(two for _, two in self.changed)])

    def divergences(self) -> Iterator[Divergence]:
        """Yield the changes."""
        if self.told is not None:
            yield self._told_otherwise(*self.told)
        for one, two in self.changed:
            yield Divergence(
                kind="number",
                severity="critical",
                confidence=_SURE if one.counted and two.counted else _LESS_SURE,
                rendering=one.span,
                official=two.span,
                reason=f"The official text says {describe_frequency(two)}, the article {describe_frequency(one)}.",
            )

    def _told_otherwise(self, mine: Frequency | Span, theirs: Frequency | Span) -> Divergence:
        said = [
            describe_frequency(one) if isinstance(one, Frequency) else f"“{one.of(text)}”"
            for one, (text, _) in zip((mine, theirs), self._texts, strict=True)
        ]
        return Divergence(
            kind="number",
            severity="major",
            confidence=_LESS_SURE,
            rendering=mine.span if isinstance(mine, Frequency) else mine,
            official=theirs.span if isinstance(theirs, Frequency) else theirs,
            reason=f"The official text says {said[1]}, the article {said[0]}.",
        )


def tells_how_often(pair: Pair, place: Span, side: int) -> bool:
    """Whether a place of the rendering (0) or the official text (1) tells how often, and the other side says the same.

    The "each" of "each quarter" is none of *quarterly*.
    """
    own = [one for one in find_frequencies(*pair.texts[side]) if one.span.overlap(place) == len(place)]
    other = pair.texts[1 - side]
    return bool(own) and bool(_told(own, [*find_frequencies(*other), *_rates(facts_in(*other))]))


def untold(facts: Sequence[Fact], places: Sequence[Span]) -> list[Fact]:
    """Return the facts that stand in none of some places."""
    return [fact for fact in facts if not any(fact.value.span.overlap(place) for place in places)]


def _rates(facts: Sequence[Fact]) -> list[Frequency]:
    """Return how often something comes that is counted by a unit of time: "four reports a year"."""
    return [
        Frequency(
            span=fact.value.span,
            parts=(fact.value.span,),
            times=fact.numbers[0],
            every=Fraction(1),
            unit=fact.value.per,
            counted=True,
        )
        for fact in facts
        if fact.value.per in _UNITS and fact.value.kind == "cardinal" and fact.unit is None and fact.numbers[0] > 0
    ]


def _told(some: Sequence[Frequency], others: Sequence[Frequency]) -> list[Frequency]:
    return [one for one in some if any(same_frequency(one, two) for two in others)]


def _untold(some: Sequence[Frequency], others: Sequence[Frequency]) -> list[Frequency]:
    return _without(some, _told(some, others))


def _without(some: Sequence[Frequency], others: Sequence[Frequency]) -> list[Frequency]:
    return [one for one in some if one not in others]


def _counted_out(
    pair: Pair, ours: Sequence[Frequency], theirs: Sequence[Frequency]
) -> tuple[Frequency, Span] | tuple[Span, Frequency] | None:
    """Return how often something happens on one side, once more than on the other, which has it happen regularly."""
    here, there = (_regularly(_REGULARLY, *text) for text in pair.texts)
    often, said_often = (_regularly(_OFTEN, *text) for text in pair.texts)
    if not often and there and len(ours) > len(theirs) and (pair.core is None or there[0].overlap(pair.core)):
        more = _surplus(ours, theirs)
        return None if more is None else (more, there[0])
    if not said_often and here and len(theirs) > len(ours):
        more = _surplus([two for two in theirs if _inside(two, pair)], ours)
        return None if more is None else (here[0], more)
    return None


def _surplus(more: Sequence[Frequency], fewer: Sequence[Frequency]) -> Frequency | None:
    """Return the first frequency that one side has more often than the other."""
    for one in more:
        if sum(same_frequency(one, two) for two in more) > sum(same_frequency(one, two) for two in fewer):
            return one
    return None


def _regularly(table: dict[str, str], text: str, language: str) -> list[Span]:
    plain = in_simplified(text, language)
    return [Span(*match.span()) for match in re.finditer(table[language], plain, re.IGNORECASE)]


def _parts(frequencies: Sequence[Frequency]) -> list[Span]:
    return [part for one in frequencies for part in one.parts]


def _inside(frequency: Frequency, pair: Pair) -> bool:
    return pair.core is None or 2 * frequency.span.overlap(pair.core) > len(frequency.span)


def _is_changed(
    one: Frequency, two: Frequency, pair: Pair, rendering: Sequence[Fact], official: Sequence[Fact]
) -> bool:
    """Whether two that differ must be a change: where one does not count, the rest may stand elsewhere in its text.

    "Every week, … two meetings" may be twice a week, and "every week" may be told by any "week".
    """
    if one.unit == two.unit:
        return not (_is_told_by_parts(one, two, official) or _is_told_by_parts(two, one, rendering))
    return (one.counted or not _names_unit(pair.official, pair.official_language, one)) and (
        two.counted or not _names_unit(pair.rendering, pair.rendering_language, two)
    )


def _is_told_by_parts(one: Frequency, two: Frequency, facts: Sequence[Fact]) -> bool:
    """Whether the text of ``two`` may say the same as ``one``: the number that is wanting stands among its facts."""
    if two.times != 1 or (two.counted and one.every != two.every):
        return False
    number = one.times if one.every == two.every else one.every
    return any(number in fact.numbers for fact in facts)


def _names_unit(text: str, language: str, frequency: Frequency) -> bool:
    """Whether a text names a unit of time: "every week" may be told by any of its forms."""
    names = [name for name, code in time_units(language).items() if code == frequency.unit]
    if language != "zh":
        return re.search(rf"\b(?:{'|'.join(names)})\b", text, re.IGNORECASE) is not None
    return any(
        not _DATED.search(text[: match.start()]) for name in names for match in re.finditer(re.escape(name), text)
    )
