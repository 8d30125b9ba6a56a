"""Modality that grew stronger or weaker: duty, ability, possibility, future, intention, request."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

import attrs

from polyglot_news.compare.model import Divergence, DivergenceKind, Pair, Severity, Strength
from polyglot_news.compare.operators.bound import swapped
from polyglot_news.compare.operators.cues import Cue, Hit, Reading
from polyglot_news.compare.operators.hedged import added_hedges
from polyglot_news.compare.operators.leave import leave_changed
from polyglot_news.compare.operators.modals import modals
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.operators.opposites import is_told_as_stage
from polyglot_news.compare.operators.places import RECENT, places_of
from polyglot_news.compare.operators.striving import told_as_sure
from polyglot_news.compare.operators.suspects import FAINT, WORTH_A_LOOK, Suspect, answered, counterpart, suspects, told
from polyglot_news.compare.polarity import is_told_by_negation
from polyglot_news.compare.words.idioms import may_be_idiom
from polyglot_news.text import CLAUSE_MARK, Span, clause_start, to_simplified

_IN_PLACE = 0.6
_AROUND = 0.4
_WEAKENED = 0.72
"""How sure it is at least that a duty became advice, or advice a duty, where one stands in the other's place.

Human translations put *should* for *must* in two cases of a hundred; that the rest of a sentence is rendered well says
nothing against it.
"""
_SURE = {
    "en": re.compile(
        r"\b(?:(?:will|shall) (?:most )?(?:certainly|surely|definitely|undoubtedly|inevitably)"
        r"|(?:certainly|surely|definitely|undoubtedly|inevitably) (?:will|shall))\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b\w{3,}r(?:a|ai|as|ons|ez|ont) (?:certainement|assurément|sûrement|forcément|immanquablement|inévitablement"
        r"|à coup sûr|sans aucun doute)\b"
        r"|\b(?:peu|pourr)\w+ que (?:(?:nous|vous|se|les?|la|lui|leur) )?\w+(?:er|ir|re)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("必将|终将|(?:一定|必定|肯定)[会将]"),
}
"""What is told as sure to come: translators put no *could* for it."""
_NOT_SURE = 0.7
_ADDED = 0.8
"""How sure it is that a *may* or a *hopes to* was added where the official text leaves nothing open."""
_SWAPPED = 0.85
"""How sure it is that a *will* was put for a *may* where both stand on the same verb."""
_TURN_NEAR = 0.3
"""How near a set turn of duty must stand to the place of a *must*; it is linked to nothing, as a rule."""
_AS_SOON_AS = re.compile(
    r"\b(?:tant qu|quand\b|lorsqu|dès(?: lors)? qu|une fois qu|aussitôt qu|sitôt qu|après qu|le jour où|à mesure qu)",
    re.IGNORECASE,
)
"""What is followed by a future in French, and by a present in English."""
_WHETHER = re.compile(r"\b(?:si|s['’](?=il))\b", re.IGNORECASE)
"""« Si » with a future is *whether*."""
_OF_WHICH = re.compile(r"\b(?:qui|dont|où|que)\b|\bqu['’]", re.IGNORECASE)
_WILL_HAVE = re.compile(
    r"aur(?:a|ai|as|ons|ez|ont) (?:(?:pas|plus|jamais|déjà|encore|bien|tous|toutes|toujours|enfin) )*"
    r"\w+(?:é|i|u|is|it|ert)e?s?\b",
    re.IGNORECASE,
)
"""« Ce qu'ils n'auront pas pris » is *what they have not taken*."""
_CLAUSE_OPENS = frozenset("，。；：！？,;:!?")
_YET = {
    "en": re.compile(r"\b(?:but|however|though|although|yet|while|whereas|despite)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:mais|pourtant|toutefois|cependant|alors qu|tandis qu|malgré|bien qu)\b", re.IGNORECASE),
    "zh": re.compile("但|却|不过|然而"),
}
"""What sets one thing against another, as a 可 does that is no *can*."""
_CAPACITY = frozenset({"能", "可"})
_BAN = Reading("ban", needs=0.05)
"""What a negated duty or ability may be answered by that denies by itself: *must not* by « interdiction de »."""
_EXPECTING = re.compile("预计|预期|有望|可望")


def _sides(pair: Pair) -> tuple[Sequence[Hit], Sequence[Hit]]:
    rendering, official = modals(*pair.texts[0]), modals(*pair.texts[1])
    return _facing_bans(rendering, official), _facing_bans(official, rendering)


def _facing_bans(own: Sequence[Hit], other: Sequence[Hit]) -> Sequence[Hit]:
    """Let what is denied be answered by a ban, where the other text has one."""
    if not any(hit.cue.reading("ban") for hit in other):
        return own
    return [
        attrs.evolve(hit, cue=Cue(hit.cue.text, (*hit.cue.readings, _BAN))) if hit.cue.reading("denied") else hit
        for hit in own
    ]


def strengths(pair: Pair) -> tuple[Strength, ...]:
    """Return how strong the official text has the modals of the rendering that it answers."""
    sides = _sides(pair)
    found = []
    for mine, theirs in answered(pair, sides):
        there = counterpart(mine, theirs)
        if mine.cue.asks and there is not None:
            found.append(Strength(mine.span, there.low, there.high))
    return tuple(found)


@functools.lru_cache(maxsize=RECENT)
def modality_suspects(pair: Pair) -> tuple[Suspect, ...]:
    """Find the modals that changed between the official text and the rendering."""
    sides = _sides(pair)
    found = (
        _surer(suspect)
        for suspect in suspects(pair, sides)
        if not _is_tense(suspect, pair) and not _is_expected(suspect, pair)
    )
    found = (_turned(may_be_idiom(suspect, pair), pair, sides) for suspect in found)
    hedges = added_hedges(pair)
    return tuple(_hedged(_no_longer_sure(_but(suspect, pair), pair), hedges) for suspect in found)


def _hedged(suspect: Suspect, hedges: Sequence[Span]) -> Suspect:
    """Trust in a *may* of the article that leaves open what the official text states."""
    added = any(_is_on(suspect, hedge) for hedge in hedges)
    return attrs.evolve(suspect, least=_ADDED) if added and suspect.most >= _ADDED else suspect


def _but(suspect: Suspect, pair: Pair) -> Suspect:
    """Let a 可 that opens a clause be worth a look at most where the other side sets one thing against another."""
    text, language = pair.texts[suspect.side]
    other, other_language = pair.texts[1 - suspect.side]
    for hit, (own, tongue), facing, facing_tongue in (
        (suspect.hit, (text, language), other, other_language),
        (suspect.other, (other, other_language), text, language),
    ):
        if hit is None or tongue != "zh" or hit.cue.text != "可" or own[: hit.span.start][-1:] not in _CLAUSE_OPENS:
            continue
        if _YET[facing_tongue].search(facing):
            return attrs.evolve(suspect, most=WORTH_A_LOOK)
    return suspect


def _turned(suspect: Suspect, pair: Pair, sides: tuple[Sequence[Hit], Sequence[Hit]]) -> Suspect:
    """Let a duty be worth a look at most that may be what a set turn in its place says: 刻不容缓, « il est temps »."""
    if suspect.rule != "duty alone" or suspect.cut:
        return suspect
    places = places_of(pair)
    turns = [hit for hit in sides[1 - suspect.side] if hit.cue.reading("turn")]
    near = (places.nearness(*(suspect.hit, turn)[:: 1 if suspect.side == 0 else -1]) for turn in turns)
    return attrs.evolve(suspect, most=WORTH_A_LOOK) if any(one >= _TURN_NEAR for one in near) else suspect


def _no_longer_sure(suspect: Suspect, pair: Pair) -> Suspect:
    """Trust in a *could* or *might* that stands in the place of what is sure to come, or the other way round."""
    first, _, second = suspect.rule.partition(" for ")
    if suspect.cut or suspect.other is None or {first, second} not in ({"will", "can"}, {"will", "maybe"}):
        return suspect
    own = _is_sure(suspect.hit, *pair.texts[suspect.side])
    other = _is_sure(suspect.other, *pair.texts[1 - suspect.side])
    if own and other:  # « ne pourra que nuire » is sure to do harm
        return attrs.evolve(suspect, most=WORTH_A_LOOK)
    clear = suspect.features["place"] >= _IN_PLACE and suspect.features["coverage"] >= _AROUND
    return attrs.evolve(suspect, least=_NOT_SURE) if (own or other) and clear else suspect


def _is_sure(hit: Hit, text: str, language: str) -> bool:
    return any(Span(*match.span()).overlap(hit.span) > 0 for match in _SURE[language].finditer(text))


def _surer(suspect: Suspect) -> Suspect:
    """Trust in a duty that became advice, or the other way round, where each stands in the other's place.

    A Chinese 能 may be rendered by a future: 能缓解 is *will ease*, too.
    """
    if suspect.rule in {"will for can", "can for will"} and _is_capacity(suspect):
        return attrs.evolve(suspect, most=WORTH_A_LOOK)
    clear = (
        suspect.rule == "duty strength"
        and not suspect.cut
        and suspect.features["place"] >= _IN_PLACE
        and suspect.features["coverage"] >= _AROUND
    )
    return attrs.evolve(suspect, least=_WEAKENED) if clear else suspect


def _is_capacity(suspect: Suspect) -> bool:
    return any(hit is not None and hit.cue.text in _CAPACITY for hit in (suspect.hit, suspect.other))


def _is_tense(suspect: Suspect, pair: Pair) -> bool:
    """Whether a suspect is but the future of a verb: Chinese does not mark it, nor does English after *until*.

    Nor is there a future where what will not be is told by another verb: « n'aura pas lieu », *was called off*.
    """
    if suspect.rule != "will alone":
        return False
    if _is_denied(suspect.hit, *pair.texts[suspect.side]) and not _denies(*pair.texts[1 - suspect.side]):
        return True
    (own, language), (_, other) = pair.texts[suspect.side], pair.texts[1 - suspect.side]
    clause = CLAUSE_MARK.split(own[: suspect.hit.span.start])[-1]
    after = _AS_SOON_AS.search(clause) is not None or _WHETHER.search(clause) is not None
    after = after or (
        _OF_WHICH.search(clause) is not None and _WILL_HAVE.match(own, suspect.hit.span.start) is not None
    )
    return other == "zh" or (language == "fr" and other == "en" and after)


def _is_expected(suspect: Suspect, pair: Pair) -> bool:
    """Whether a *can* says but what is expected: 预计五月可以通车 is *is expected to open in May*."""
    text, language = pair.texts[suspect.side]
    if suspect.rule != "can alone" or language != "zh":
        return False
    start = clause_start(text, suspect.hit.span.start)
    return _EXPECTING.search(to_simplified(text[start : suspect.hit.span.start])) is not None


def _is_denied(hit: Hit, text: str, language: str) -> bool:
    """Whether a negation stands around or right after a modal."""
    return any(
        negation.cue.asks
        and (negation.span.overlap(hit.span) > 0 or not text[hit.span.end : negation.span.start].strip())
        for negation in negations(text, language)
        if negation.span.end > hit.span.start
    )


def _denies(text: str, language: str) -> bool:
    return any(negation.cue.asks for negation in negations(text, language))


class ModalityChecker:
    """Finds modals that grew stronger or weaker, came or went."""

    @property
    def kind(self) -> DivergenceKind:
        """``modality``."""
        return "modality"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield one divergence per modal that changed."""
        yield from told_as_sure(pair)
        plain = [*swapped(pair, _sides(pair)), *leave_changed(pair)]
        for ours, theirs in plain:
            yield Divergence(
                kind="modality",
                severity="critical",
                confidence=_SWAPPED,
                rendering=ours.span,
                official=theirs.span,
                reason=(
                    f"The article says “{ours.span.of(pair.rendering)}”, "
                    f"the official text “{theirs.span.of(pair.official)}”."
                ),
            )
        found = modality_suspects(pair)
        for hedge in added_hedges(pair):
            if not any(hedge.overlap(ours.span) for ours, _ in plain) and not any(_is_on(one, hedge) for one in found):
                yield _added(pair, hedge)
        for suspect in found:
            if any(_is_of(suspect, swap) for swap in plain):
                continue
            confidence = suspect.confidence("modality")
            told_elsewhere = is_told_by_negation(pair, suspect) or is_told_as_stage(pair, suspect)
            if confidence >= FAINT and not told_elsewhere:
                yield _divergence(pair, suspect, confidence)


def _is_on(suspect: Suspect, hedge: Span) -> bool:
    """Whether a suspect stands on a word of the rendering."""
    ours = suspect.hit if suspect.side == 0 else suspect.other
    return ours is not None and ours.span.overlap(hedge) > 0


def _added(pair: Pair, hedge: Span) -> Divergence:
    return Divergence(
        kind="modality",
        severity="major",
        confidence=_ADDED,
        rendering=hedge,
        official=None,
        reason=f"The article says “{hedge.of(pair.rendering)}”, the official text leaves nothing open.",
        absent="official",
    )


def _is_of(suspect: Suspect, swap: tuple[Hit, Hit]) -> bool:
    """Whether a suspect stands on the very words of what was put for each other."""
    first, second = swap[:: 1 if suspect.side == 0 else -1]
    other = suspect.other
    return suspect.hit.span.overlap(first.span) > 0 or (other is not None and other.span.overlap(second.span) > 0)


def _divergence(pair: Pair, suspect: Suspect, confidence: float) -> Divergence:
    one = told(pair, suspect)
    silent = "does not" if one.instead is None else f"“{one.instead}”"
    return Divergence(
        kind="modality",
        severity=_severity(pair, suspect.steps),
        confidence=confidence,
        rendering=one.rendering,
        official=one.official,
        reason=f"The {one.said} says “{one.cue}”, the {one.silent} {silent}.",
        absent=one.absent,
        most=suspect.most,
    )


def _severity(pair: Pair, steps: float) -> Severity:
    """Return how serious a change is: half a step off a Chinese text is what translators make of 应."""
    if steps >= 2:
        return "critical"
    return "minor" if 0 < steps < 1 and "zh" in {pair.rendering_language, pair.official_language} else "major"
