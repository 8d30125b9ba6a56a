"""Opposites that stand in each other's place, by the tables of both languages, and what evens them out.

A word and its opposite say the same where one of them is denied, where they are converses, or where each is told of
what recedes as the other gains.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

import attrs

from polyglot_news.compare.figures.complements import of_complements
from polyglot_news.compare.figures.depths import bound_depths
from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.converse import are_converses
from polyglot_news.compare.operators.cues import GAP, Hit
from polyglot_news.compare.operators.directed import directions, movements
from polyglot_news.compare.operators.duals import duals
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.operators.places import RECENT, places_of
from polyglot_news.compare.operators.reach import NEGATING, between, governs, is_denied_beside, is_prefixed
from polyglot_news.compare.operators.roles import compared_from_ends
from polyglot_news.compare.operators.stages import DONE, DONE_CUE, STAGE, stages
from polyglot_news.compare.operators.suspects import ALARM, Suspect, suspects
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, weights
from polyglot_news.text import CLAUSE_MARK, SENTENCE_MARK, Span, clause_around

_REACH = 12
"""How many characters may lie between a negation and the word that it turns into its opposite (Chinese: a third)."""
PLAIN = frozenset({
    "at sea", "begun", "charge", "confirm", "debt abroad", "deploy", "despite", "fate", "flights abroad", "full-time",
    "gross", "in office", "in real terms", "peak", "remain", "right kept", "ruling", "schooling", "since", "sooner",
    "within",
})  # fmt: skip
"""Scales of words with one meaning, where a link to another word says little; the fitted model knows none."""
_PLAINLY = 0.72
_PLACE, _AROUND = 0.8, 0.3
_ORDER = frozenset({"order", "since"})
"""The scales of *before* and *after*: *no match before May* is *matches from May on*."""
_ADVICE = "advise"
"""The scale of advice, which a *not* behind its verb turns, too: 建议不设立 is *recommends against establishing*."""
_GOVERNED = 6
"""How many words after *considering* may be the verb of what is considered."""
_WANTING = frozenset({
    "lack", "lacks", "lacked", "lacking", "absence*", "faute de", "faute d'", "manque de", "manque d'",
    "hors la présence", "hors de la présence", "hors présence", "暂停", "停止", "中止",
})  # fmt: skip
"""What is wanting, or stops, denies what follows as a *not* does: « faute de preuves suffisantes », 暂停开放."""
_LESSENED = re.compile(r"\b(?:less|moins) $", re.IGNORECASE)
"""« Moins vite » is *slower*."""
_NOT_BEFORE = frozenset({"not before", "but not before", "though not before", "not until", "n't until"})
"""What tells an order by denying its opposite."""


@functools.lru_cache(maxsize=RECENT)
def direction_suspects(pair: Pair) -> tuple[Suspect, ...]:
    """Find words of the rendering in whose place the official text has an opposite.

    A negated word means its opposite (*not open*, *closed*): a pair of which one side only is negated is no suspect.
    """
    return tuple(suspect for suspect, turned in opposites(pair) if not turned)


@functools.lru_cache(maxsize=RECENT)
def opposites(pair: Pair) -> tuple[tuple[Suspect, bool], ...]:
    """Find opposites that stand in each other's place; with each, whether a negation on one side evens them out."""
    texts = pair.texts
    opposed: list[Suspect] = []
    for find in (directions, movements, stages):
        sides = [find(text, language) for text, language in texts]
        opposed += (
            _done(suspect)
            for suspect in suspects(pair, (sides[0], sides[1]))
            if _is_opposed(suspect) and _is_of_the_same(pair, suspect) and (find is not movements or is_clear(suspect))
        )
    if not opposed:
        return ()
    denying = [negations(*text) for text in texts]
    negative = [[hit for hit in hits if _turns(hit)] for hits in denying]
    found = []
    for suspect in opposed:
        hits = [suspect.hit, suspect.other]
        scale = suspect.rule.removesuffix(" strength")
        negated = [
            hit is not None
            and (
                _is_negated(hit, negative[side], *texts[side])
                or is_denied_beside(hit.span, texts[side][0])
                or _LESSENED.search(texts[side][0], 0, hit.span.start) is not None
                or (scale in _ORDER and _is_in_denied_clause(hit, negative[side], texts[side][0]))
                or (scale in _ORDER and _is_put_after(hit, denying[side]))
                or (texts[side][1] == "zh" and is_prefixed(hit.span, denying[side]))
                or _is_to_do_none(hit, negative[side], texts[side][0])
            )
            for hit, side in zip(hits, (suspect.side, 1 - suspect.side), strict=True)
        ]
        least = _PLAINLY if scale in PLAIN and is_clear(suspect) else 0.0
        turned = (
            negated[0] != negated[1]
            or _is_dual(pair, suspect)
            or _is_converse(pair, suspect, scale)
            or _is_told_by_trend(pair, suspect, scale)
            or _compares_otherwise(pair, suspect)
        )
        found.append((attrs.evolve(suspect, rule=scale, least=least), turned))
    return tuple(found)


def _is_converse(pair: Pair, suspect: Suspect, scale: str) -> bool:
    """Whether two opposites say one thing from two ends: *sold to*, *bought from*."""
    if suspect.other is None:
        return False
    rendering, official = (suspect.hit, suspect.other)[:: 1 if suspect.side == 0 else -1]
    words = rendering.parts[0], official.parts[0]
    return (
        are_converses(pair, scale, *words)
        or compared_from_ends(pair, *words)
        or bound_depths(pair, words)
        or of_complements(pair, words)
    )


_TREND = frozenset({"trend", "better"})
_STATES = frozenset(
    {"job", "life", "safe", "hope", "trust", "peace", "violence", "rich", "healthy", "steady", "calm"}
    | {"affix: stable", "affix: certain", "affix: equal"}
)
"""Scales of what may recede as its opposite gains."""
_BECOMES = {
    "en": re.compile(r"\b(?:more|less)(?: \w+)?$|er$", re.IGNORECASE),
    "fr": re.compile(r"\b(?:plus|moins)(?: \w+)?$", re.IGNORECASE),
    "zh": re.compile("(?:更加?|越来越|日[益趋渐]|趋于|愈[加发])[^，。；]{1,4}$"),
}
"""What says that a thing becomes so: *safer*, 日趋安全."""


def _is_told_by_trend(pair: Pair, suspect: Suspect, scale: str) -> bool:
    """Whether one text tells that a thing recedes, and the other that its opposite gains: « l'insécurité recule »."""
    if suspect.other is None or scale not in _TREND | _STATES:
        return False
    answering = _STATES if scale in _TREND else _TREND
    ways: list[float] = []
    for side, hit in ((suspect.side, suspect.hit), (1 - suspect.side, suspect.other)):
        text, language = pair.texts[side]
        clause = clause_around(text, hit.span)
        trends = {
            reading.low
            for one in directions(text, language)
            if one.span.overlap(clause) and not one.span.overlap(hit.span)
            for reading in one.cue.readings
            if reading.cls in answering
        }
        if not trends and scale not in _TREND and _BECOMES[language].search(text, clause.start, hit.span.end):
            trends = {1.0}
        if len(trends) != 1:
            return False
        ways += trends
    return ways[0] == -ways[1]


def _compares_otherwise(pair: Pair, suspect: Suspect) -> bool:
    """Whether a *less* and a *more* compare by words that do not render each other: *less violent*, « plus faible »."""
    hits = (suspect.hit, suspect.other)[:: 1 if suspect.side == 0 else -1]
    compared = []
    for hit, (text, _) in zip(hits, pair.texts, strict=True):
        word = None if hit is None or hit.cue.text not in _COMPARING else _COMPARED.match(text, hit.span.end)
        if hit is None or word is None:
            return False
        span = Span(*word.span("word"))
        compared.append(attrs.evolve(hit, span=span, parts=(span,)))
    return places_of(pair).link(*compared) < _RENDERED


_COMPARING = frozenset({"less", "more", "moins", "plus"})
_COMPARED = re.compile(r" (?!than\b|qu(?:e\b|['’])|d(?:e\b|['’])|of\b)(?P<word>\w{3,})")
_RENDERED = 0.2
"""How surely two words must be linked at least of which one may render the other."""


def _is_dual(pair: Pair, suspect: Suspect) -> bool:
    """Whether two opposites are said of all and denied of any: *every door was shut*, *found no door open*."""
    spans = [hit.span for hit in (suspect.hit, suspect.other) if hit is not None]
    return any(
        spans[suspect.side ^ one.side].overlap(one.said) > 0 < spans[1 - (suspect.side ^ one.side)].overlap(one.denied)
        for one in duals(pair)
    )


def is_clear(suspect: Suspect) -> bool:
    """Whether two opposites stand in the same place, in a text that is rendered."""
    return suspect.features["place"] >= _PLACE and suspect.features["coverage"] >= _AROUND


def _is_opposed(suspect: Suspect) -> bool:
    least = 2 if suspect.rule.startswith(STAGE) else 1.5
    return suspect.other is not None and suspect.steps >= least and suspect.rule.endswith(" strength")


def _is_of_the_same(pair: Pair, suspect: Suspect) -> bool:
    """Whether what is told as done by the form of its verb alone is what the other side only considers."""
    if suspect.other is None or suspect.other.cue is not DONE_CUE:
        return True
    places = places_of(pair)
    sides = (
        (pair.rendering, pair.rendering_words, pair.rendering_language),
        (pair.official, pair.official_words, pair.official_language),
    )
    (text, words_of, language), (other_text, other_words, other_language) = sides[:: 1 if suspect.side == 0 else -1]
    done = [suspect.other.parts[0]]
    before, after = _beside(text, words_of, suspect.hit.span)
    inside = [word for word in words_of if word.overlap(suspect.hit.span)] if GAP in suspect.hit.cue.text else []
    considered = [*inside, *after][:_GOVERNED]
    if suspect.hit.cue.text.startswith(_PASSIVE):  # its subject may be the object of what was done
        subject = before if len(before) <= 2 * _GOVERNED else [*before[:_GOVERNED], *before[-_GOVERNED:]]
        considered = _telling_words(text, subject, language)
        before, after = _beside(other_text, other_words, suspect.other.span)
        done += _telling_words(other_text, (*before[-_GOVERNED:], *after[:_GOVERNED]), other_language)
    ends = (
        (attrs.evolve(suspect.hit, span=one, parts=(one,)), attrs.evolve(suspect.other, span=two, parts=(two,)))
        for one in considered
        for two in done
    )
    return any((places.link(a, b) if suspect.side == 0 else places.link(b, a)) >= _LINKED for a, b in ends)


def _beside(text: str, words_of: Sequence[Span], span: Span) -> tuple[list[Span], list[Span]]:
    """Return the words before and after a place, as far as its clause goes."""
    clause = clause_around(text, span)
    before = [word for word in words_of if clause.start <= word.start and word.end <= span.start]
    after = [word for word in words_of if word.start >= span.end and word.end <= clause.end]
    return before, after


def _telling_words(text: str, spans: Sequence[Span], language: str) -> list[Span]:
    told = weights([span.of(text) for span in spans], language) if spans else ()
    return [span for span, weight in zip(spans, told, strict=True) if weight >= CONTENT_WEIGHT]


_PASSIVE = ("est ", "sont ", "à l'", "à l' ", "encore ", "en cours ", "under ", "being ")
"""What these begin stands after that which is considered: « est envisagé », *under consideration*."""
_LINKED = 0.4


def _done(suspect: Suspect) -> Suspect:
    """Let the verb of what was done be rendered elsewhere: *has set up* faces *is studying*, not its "setting up"."""
    stage = suspect.hit.cue.reading(STAGE)
    if stage is None or stage.low < DONE:
        return suspect
    return attrs.evolve(suspect, features={**suspect.features, "link": 0.0})


def _turns(hit: Hit) -> bool:
    return hit.cue.readings[0].cls in NEGATING or hit.cue.text in _WANTING


_DENYING = frozenset("不没无未非")
_ALSO = re.compile("[也又、和且或]$")
"""After these, a word with a negation of its own is one more that is denied: 既不自由也不公正."""


def _is_negated(hit: Hit, negative: Sequence[Hit], text: str, language: str) -> bool:
    reach = _REACH // 3 if language == "zh" else _REACH
    return any(
        negation.span.start < hit.span.start
        and not (text[hit.span.start] in _DENYING and _ALSO.search(text, negation.span.end, hit.span.start))
        and (len(between(negation, hit, text)) <= reach or governs(negation, hit, text, language))
        # 不接受 is the opposite of 接受 as it stands; of "never forget" the first word negates the second, and so does
        # that which shares but a character with it: 没有害处.
        and (
            negation.cue.reading("double") is not None
            or (negation.span.end < hit.span.end and text[hit.span.start] not in _DENYING)
            or not any(part.overlap(hit.span) for part in negation.parts)
        )
        for negation in negative
    )


def _is_in_denied_clause(hit: Hit, negative: Sequence[Hit], text: str) -> bool:
    """Whether a negation stands before a word in its clause, or in the one behind: *before May, none is*."""
    return any(
        (negation.span.end <= hit.span.start and not CLAUSE_MARK.search(text, negation.span.end, hit.span.start))
        or (
            hit.span.end <= negation.span.start
            and len(CLAUSE_MARK.findall(text, hit.span.end, negation.span.start)) <= 1
            and not SENTENCE_MARK.search(text, hit.span.end, negation.span.start)
        )
        for negation in negative
    )


def _is_to_do_none(hit: Hit, negative: Sequence[Hit], text: str) -> bool:
    """Whether what is advised is denied, behind the verb of advising: « recommande à tous de ne pas partir »."""
    advises = any(reading.cls == _ADVICE and reading.low > 0 for reading in hit.cue.readings)
    return advises and any(
        negation.span.start >= hit.span.end and not CLAUSE_MARK.search(text, hit.span.end, negation.span.start)
        for negation in negative
    )


def _is_put_after(hit: Hit, denying: Sequence[Hit]) -> bool:
    """Whether a *before* or *until* belongs to a *not before*, which is an *after*."""
    return any(one.cue.text in _NOT_BEFORE and one.span.overlap(hit.span) > 0 for one in denying)


def is_told_as_stage(pair: Pair, suspect: Suspect) -> bool:
    """Whether another operator stands on the very words that are reported as another stage of a decision."""
    return any(
        stage.rule == STAGE and stage.confidence("direction") >= ALARM and _stands_on(suspect.hit, suspect.side, stage)
        for stage in direction_suspects(pair)
    )


def _stands_on(hit: Hit, side: int, suspect: Suspect) -> bool:
    own = suspect.hit if side == suspect.side else suspect.other
    return own is not None and own.span.overlap(hit.span) > 0
