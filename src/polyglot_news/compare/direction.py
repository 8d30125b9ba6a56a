"""Opposites: more for less, rise for fall, before for after, effective for ineffective; and decided for studied."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import attrs

from polyglot_news.compare.figures.changes import exchanged_ends, misdirected, opposed_changes
from polyglot_news.compare.figures.complements import of_complements
from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.compare.operators.attempts import attempt_or_deed
from polyglot_news.compare.operators.crossed import exchanged_poles
from polyglot_news.compare.operators.cues import Hit
from polyglot_news.compare.operators.directed import directions
from polyglot_news.compare.operators.exclusive import changed_shapes
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.operators.opposites import PLAIN, direction_suspects, is_clear, opposites
from polyglot_news.compare.operators.parties import exchanged_parties
from polyglot_news.compare.operators.reach import NEGATING, is_denied, is_denied_beside, is_prefixed
from polyglot_news.compare.operators.roles import compared_from_ends, exchanged_roles
from polyglot_news.compare.operators.routes import exchanged_places
from polyglot_news.compare.operators.stages import STAGE
from polyglot_news.compare.operators.suspects import ALARM, FAINT, Suspect
from polyglot_news.compare.words.opposed import Opposed, opposed_words
from polyglot_news.text import CLAUSE_MARK, Span, in_simplified

_OPPOSED = 0.8
"""How sure it is that a word was turned round whose opposite would translate the other one."""
_EXCHANGED = 0.85
"""How sure it is that two parties have changed places."""
_EXCLUDED = 0.75
"""How sure it is that *higher than* was made of *as high as*."""
_TURNING = NEGATING | {"quasi"}


class DirectionChecker:
    """Finds words that were turned into their opposites."""

    @property
    def kind(self) -> DivergenceKind:
        """``meaning``; ``polarity`` by affix, ``modality`` where a decision is at another stage, or only tried."""
        return "meaning"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield one divergence per word that meets its opposite."""
        told: list[Divergence] = []
        for suspect in direction_suspects(pair):
            confidence = suspect.confidence("direction")
            if confidence >= FAINT and suspect.other is not None:
                told.append(_divergence(pair, suspect, suspect.other, confidence))
        for opposed in (*_unturned(pair), *opposed_changes(pair), *misdirected(pair)):
            if not any(one.confidence >= ALARM and _tells_of(one, opposed) for one in told):
                told = [one for one in told if not _tells_of(one, opposed)]
                told.append(_opposite("meaning", opposed.rendering, opposed.official, pair, _OPPOSED))
        yield from told
        ends = exchanged_ends(pair)
        if ends is not None:
            yield _turned_about(pair, ends)
        for find, what in _EXCHANGES:
            exchanged = find(pair)
            if exchanged is not None:
                if not any(one.confidence >= ALARM and _stands_in(one, exchanged[0]) for one in told):
                    yield _exchanged(pair, *exchanged, what)
                break
        shapes = changed_shapes(pair)
        if shapes is not None and not any(one.confidence >= ALARM and _stands_in(one, shapes[0]) for one in told):
            yield _excluded(pair, *shapes)
        attempt = attempt_or_deed(pair)
        if attempt is not None:
            yield _attempted(pair, *attempt)
        yield from _evened_out(pair)


def _stands_in(divergence: Divergence, words: Span) -> bool:
    return divergence.rendering is not None and divergence.rendering.overlap(words) > 0


def _turned_about(pair: Pair, ends: Opposed) -> Divergence:
    return Divergence(
        kind="meaning",
        severity="critical",
        confidence=_EXCHANGED,
        rendering=ends.rendering,
        official=ends.official,
        reason=(
            f"What it went from and what it went to have changed places: “{ends.official.of(pair.official)}” in the "
            f"official text, “{ends.rendering.of(pair.rendering)}” in the article."
        ),
        settled=True,
    )


def _excluded(pair: Pair, rendering: Span, official: Span) -> Divergence:
    return Divergence(
        kind="meaning",
        severity="major",
        confidence=_EXCLUDED,
        rendering=rendering,
        official=official,
        reason=(
            f"The official text says “{official.of(pair.official).strip()}”, "
            f"the article “{rendering.of(pair.rendering).strip()}”."
        ),
        settled=True,
    )


def _attempted(pair: Pair, side: int, tried: Span) -> Divergence:
    texts = ("the article", "the official text")
    return Divergence(
        kind="modality",
        severity="major",
        confidence=_OPPOSED,
        rendering=None if side else tried,
        official=tried if side else None,
        reason=(
            f"{texts[side].capitalize()} tells of an attempt (“{tried.of(pair.texts[side][0]).strip()}”), "
            f"{texts[1 - side]} that it was done."
        ),
        settled=True,
    )


_THINGS = "The two things that it stands between have changed places"
_EXCHANGES: tuple[tuple[Callable[[Pair], tuple[Span, Span] | None], str], ...] = (
    (exchanged_parties, "Who does it to whom is the other way round"),
    (exchanged_places, "It leads the other way"),
    (exchanged_roles, _THINGS),
    (exchanged_poles, _THINGS),
)
"""What may have changed places; only the first that has is told."""


def _exchanged(pair: Pair, rendering: Span, official: Span, what: str) -> Divergence:
    return Divergence(
        kind="meaning",
        severity="critical",
        confidence=_EXCHANGED,
        rendering=rendering,
        official=official,
        reason=(
            f"{what}: “{official.of(pair.official).strip()}” in the official text, "
            f"“{rendering.of(pair.rendering).strip()}” in the article."
        ),
        settled=True,
    )


def _evened_out(pair: Pair) -> Iterator[Divergence]:
    """Yield what is no divergence: *have not been settled* for *remain*, where neither word renders the other.

    It is told with no confidence, so that nobody takes the words for left out or added.
    """
    for suspect, turned in opposites(pair):
        if turned and suspect.other is not None and (suspect.rule in PLAIN or is_clear(suspect)):
            yield attrs.evolve(_divergence(pair, suspect, suspect.other, 0.0), severity="minor", most=0.0, settled=True)


def _unturned(pair: Pair) -> Iterator[Opposed]:
    """Yield the words that meet their opposite where neither is denied: *not certain* and 不确定 are the same."""
    found = opposed_words(pair)
    if not found:
        return
    negative = [negations(*text) for text in pair.texts]
    for opposed in found:
        spans = opposed.rendering, opposed.official
        turned = any(
            _is_turned(one, negative[k], *pair.texts[k])
            for k, span in enumerate(spans)
            for one in _mentions(span, pair.texts[k][0])
        )
        excused = compared_from_ends(pair, *spans) or of_complements(pair, spans) or _on_one_side(pair, spans)
        if not (turned or excused):
            yield opposed


def _on_one_side(pair: Pair, spans: tuple[Span, Span]) -> bool:
    """Whether a scale has both words on the same side: 阻碍 and *discourage*, of which 不鼓励 is the lexicon's."""
    ours, theirs = (
        {(one.cls, one.low) for hit in directions(*text) if hit.span.overlap(span) for one in hit.cue.readings}
        for text, span in zip(pair.texts, spans, strict=True)
    )
    return not ours.isdisjoint(theirs)


def _mentions(word: Span, text: str) -> Iterator[Span]:
    """Yield where a text has a word: of what it both says and denies (总量不缺，缺的是人), no place tells by itself."""
    form = re.escape(word.of(text))
    for match in re.finditer(rf"(?<!\w){form}(?!\w)" if form[0].isascii() else form, text, re.IGNORECASE):
        yield Span(*match.span())


def _is_turned(word: Span, negative: Sequence[Hit], text: str, language: str) -> bool:
    """Whether a word is denied, or stands right behind a verb or noun that does it: *out of patience*."""
    turning = [hit for hit in negative if hit.cue.readings[0].cls in (NEGATING if hit.span == word else _TURNING)]
    if is_denied_beside(word, text) or (
        language == "zh" and (_brings_none(word, turning, text) or is_prefixed(word, negative))
    ):
        return True
    return is_denied(word, turning, text, language) or any(
        hit.cue.reading("verb") is not None and _JOINING.fullmatch(text, hit.span.end, word.start) is not None
        for hit in negative
        if hit.span.end <= word.start
    )


_BRINGS = frozenset({"导致", "造成", "引发", "引起", "致使", "使得", "使", "让", "令"})


def _brings_none(word: Span, negative: Sequence[Hit], text: str) -> bool:
    """Whether a word says that something comes about which is denied after it: 导致航班无法起飞 is *prevented*."""
    return in_simplified(word.of(text), "zh") in _BRINGS and any(
        hit.span.start >= word.end and not CLAUSE_MARK.search(text, word.end, hit.span.start) for hit in negative
    )


_JOINING = re.compile(r"[ \u00a0'’]*(?:(?:de|d|à|from|of)[ \u00a0'’]+)?")
"""What may stand between a verb that denies and what it denies: « empêche de dormir »."""


def _tells_of(divergence: Divergence, opposed: Opposed) -> bool:
    """Whether a divergence is about the same words."""
    places = ((divergence.rendering, opposed.rendering), (divergence.official, opposed.official))
    return any(one is not None and one.overlap(other) > 0 for one, other in places)


def _divergence(pair: Pair, suspect: Suspect, other: Hit, confidence: float) -> Divergence:
    hits = (suspect.hit, other) if suspect.side == 0 else (other, suspect.hit)
    kind: DivergenceKind = "polarity" if suspect.rule.startswith("affix") else "meaning"
    differs = _IS_OPPOSITE
    if suspect.rule == STAGE:
        kind, differs = "modality", "which is another stage of a decision"
    return _opposite(kind, hits[0].span, hits[1].span, pair, confidence, differs)


_IS_OPPOSITE = "which is the opposite"


def _opposite(
    kind: DivergenceKind, article: Span, official: Span, pair: Pair, confidence: float, differs: str = _IS_OPPOSITE
) -> Divergence:
    return Divergence(
        kind=kind,
        severity="critical",
        confidence=confidence,
        rendering=article,
        official=official,
        reason=(
            f"The article says “{article.of(pair.rendering)}”, the official text “{official.of(pair.official)}”, "
            f"{differs}."
        ),
    )
