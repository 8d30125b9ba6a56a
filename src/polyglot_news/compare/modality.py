"""Modality that grew stronger or weaker: duty, ability, possibility, future, intention, request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from polyglot_news.compare.cues import Cue, Hit, Places, Reading, Word, match, matcher, words
from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.compare.polarity import negations
from polyglot_news.text import Span

THRESHOLD = 0.5
"""Divergences of this confidence and above count as alarms; those below are hints for the verdict."""

_FUTURE = re.compile(r"^\w*?(?:er|ir|dr|ttr|îtr|uivr|ivr|evr|clur|aur|ourr|verr|uerr)(?:a|ont|ai|ons|ez|as)$")
_CONDITIONAL = re.compile(r"^\w*?(?:er|ir|dr|ttr|îtr|uivr|ivr|evr|clur|aur|ourr|verr|uerr)(?:ait|aient|ais|ions|iez)$")
_FUTURE_CUE = Cue("-ra", (Reading("will", 3, 3), Reading("duty", 2, 3, 0.5, asks=False)))
_CONDITIONAL_CUE = Cue("-rait", (Reading("will", 3, 3, 0.5, asks=False), Reading("maybe", 1, 3, 0.7, asks=False)))


def modals(text: str, language: str) -> list[Hit]:
    """Find the modal cues of a text in its language, in order."""
    units = words(text, language)
    hits = list(matcher("modality", language).find(text, units))
    if language == "en":
        hits = [hit for hit in hits if not _is_month(text, units, hit)]
    elif language == "fr":
        hits = _with_endings(text, units, hits)
    return _negated(hits, negations(text, language))


def _is_month(text: str, units: Sequence[Word], hit: Hit) -> bool:
    return (
        hit.cue.text == "may"
        and text[hit.span.start].isupper()
        and (hit.word > 0 or (len(units) > 1 and units[1].text.isdigit()))
    )


def _with_endings(text: str, units: Sequence[Word], hits: list[Hit]) -> list[Hit]:
    """Add the futures and conditionals that the ending of a French verb shows."""
    taken = {
        k
        for hit in hits
        if hit.cue.asks or hit.cue.reading("past")
        for k in range(hit.word, hit.word + hit.cue.text.count(" ") + 1)
    }
    found = list(hits)
    length = max(1, len(text))
    for i, unit in enumerate(units):
        if i in taken or len(unit.text) < 4 or (i and text[unit.start].isupper()):
            continue
        cue = _FUTURE_CUE if _FUTURE.match(unit.text) else _CONDITIONAL_CUE if _CONDITIONAL.match(unit.text) else None
        if cue is not None:
            found.append(Hit(span=Span(unit.start, unit.end), cue=cue, at=(unit.start + unit.end) / 2 / length, word=i))
    return sorted(found, key=lambda hit: hit.span.start)


def _negated(hits: list[Hit], negative: Sequence[Hit]) -> list[Hit]:
    """Let a negated duty or ability mean both: *must not*, *may not* and *cannot* forbid alike."""
    found = []
    for hit in hits:
        cue = hit.cue
        if any(n.cue.asks and n.span.start - 4 <= hit.span.end and hit.span.start <= n.span.end for n in negative):
            classes = {reading.cls for reading in hit.cue.readings}
            if classes & {"duty", "can"}:
                extra = tuple(Reading(cls, 1, 3) for cls in ("duty", "can") if cls not in classes)
                cue = Cue(cue.text, cue.readings + extra)
        found.append(attrs.evolve(hit, cue=cue))
    return found


@attrs.frozen(kw_only=True)
class Shift:
    """A modal that the other side does not have, or has in another strength.

    Attributes:
        hit: the modal.
        side: 0 when it stands in the rendering, 1 when in the official text.
        other: what stands in its place on the other side, or None.
        steps: how far the two lie apart, in steps of strength; 0 without a counterpart.
        rule: the name of the rule that found it.
    """

    hit: Hit
    side: int
    other: Hit | None
    steps: float
    rule: str


def modal_shifts(pair: Pair) -> list[Shift]:
    """Find the modals that changed between the official text and the rendering."""
    places = Places(pair)
    sides = (modals(pair.rendering, pair.rendering_language), modals(pair.official, pair.official_language))
    links = match(sides[0], sides[1], _affinity, places)
    found: list[Shift] = []
    for i, j in links:
        a, b = sides[0][i], sides[1][j]
        steps = _steps(a, b)
        if steps > 0:
            cls = next(reading.cls for reading in a.cue.readings if b.cue.reading(reading.cls))
            found.append(Shift(hit=a, side=0, other=b, steps=steps, rule=f"{cls} strength"))
    lone = [[hit for k, hit in enumerate(sides[0]) if hit.cue.asks and k not in {i for i, _ in links}],
            [hit for k, hit in enumerate(sides[1]) if hit.cue.asks and k not in {j for _, j in links}]]  # fmt: skip
    clashes = match(lone[0], lone[1], lambda a, b: 1.0 if places.nearness(a, b) > 0.7 else 0.0, places)
    for i, j in clashes:
        a, b = lone[0][i], lone[1][j]
        found.append(Shift(hit=a, side=0, other=b, steps=2, rule=f"{_name(a)} for {_name(b)}"))
    for side in (0, 1):
        clashing = {link[side] for link in clashes}
        for k, hit in enumerate(lone[side]):
            if k not in clashing:
                found.append(Shift(hit=hit, side=side, other=None, steps=0, rule=f"{_name(hit)} alone"))
    return found


def _name(hit: Hit) -> str:
    return "/".join(reading.cls for reading in hit.cue.readings)


def _affinity(a: Hit, b: Hit) -> float:
    """How well two modals can stand for each other, 0 to 1."""
    best = 0.0
    for left in a.cue.readings:
        right = b.cue.reading(left.cls)
        if right is None or not (left.asks or right.asks):
            continue
        gap = max(0.0, left.low - right.high, right.low - left.high)
        best = max(best, min(left.answers, right.answers) * (1.0 if gap == 0 else 0.4 / gap))
    return best


def _steps(a: Hit, b: Hit) -> float:
    """How far two modals lie apart where they are nearest."""
    gaps = [
        max(0.0, left.low - right.high, right.low - left.high)
        for left in a.cue.readings
        if (right := b.cue.reading(left.cls)) is not None
    ]
    return min(gaps, default=0.0)


class ModalityChecker:
    """Finds modals that grew stronger or weaker, came or went."""

    @property
    def kind(self) -> DivergenceKind:
        """``modality``."""
        return "modality"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield one divergence per modal that changed."""
        for shift in modal_shifts(pair):
            yield _divergence(pair, shift)


def _divergence(pair: Pair, shift: Shift) -> Divergence:
    own, other = (pair.rendering, pair.official) if shift.side == 0 else (pair.official, pair.rendering)
    said, silent = ("article", "official text") if shift.side == 0 else ("official text", "article")
    if shift.other is None:
        reason = f"The {said} says “{shift.hit.span.of(own)}”, which the {silent} lacks."
    else:
        reason = f"The official text says “{shift.other.span.of(other)}”, the article “{shift.hit.span.of(own)}”."
    spans = (shift.hit.span, shift.other.span if shift.other else None)
    rendering, official = spans if shift.side == 0 else spans[::-1]
    return Divergence(
        kind="modality",
        severity="critical" if shift.steps >= 2 else "major",
        confidence=0.5,
        rendering=rendering,
        official=official,
        reason=reason,
    )
