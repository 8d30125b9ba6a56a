"""Members of an enumeration that one text adds or drops: *A, B and C* where the other has *A and C*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import attrs

from polyglot_news.compare.coverage import adds, leaves_out
from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, Side, evidence
from polyglot_news.text import Span
from polyglot_news.values import find_values

_Members = tuple[range, ...]
"""An enumeration: the words of its members, as indices."""

_CONFIDENCE = 0.75  # in 1,500 human translations of news sentences it finds none
_DOUBTED = 0.75  # doubt from which a word has no counterpart
_MATCHED = 0.35  # probability from which a link matches two members
_WIDEST = 4  # words of a member
_OUTER = 2  # words of the first and of the last member that are looked at: nothing marks where they begin and end
_KEPT = 0.6  # probability from which the other of two things that an "or" joins is surely rendered
_OR = {
    "en": re.compile(r"\b(?:or|nor|either|whether|whichever)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:ou|ni|soit)\b", re.IGNORECASE),
    "zh": re.compile("或者?|还是|要么|抑或|/"),
}
_ALTERNATIVE = frozenset({"or", "ou", "或", "或者"})  # what joins two things of which one is enough
_AND = {"en": {"and"}, "fr": {"et"}, "zh": {"以及", "和", "与", "及"}}
# After these, a conjunction opens a contrast, and no member: "of conduct and not of result".
_NOT = frozenset({"not", "non", "pas"})
# What says that a list is not whole, or that its members are lumped together.
_OPEN = re.compile(
    r"等|包括|例如|比如|尤其|特别|[其之]他|各种|一切|所有"
    r"|\b(?:such|like|including|include[sd]?|notably|especially|particular(?:ly)?|etc|other|others|every|all|any|various)\b"
    r"|\b(?:notamment|compris|tels?|telles?|particulier|surtout|comme|autres?|tou[ts]|toutes?|divers(?:es)?)\b",
    re.IGNORECASE,
)


@attrs.frozen
class MemberChecker:
    """Finds the members that one text has more, where all others stand in a list of the other text, one by one."""

    kind: DivergenceKind = "omission"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield a divergence for each; a list said not to be whole, or that is all of the quote, tells nothing."""
        return _changed_members(pair)


def _changed_members(pair: Pair) -> Iterator[Divergence]:
    found = evidence(pair)
    if found is None or _OPEN.search(pair.rendering) or _OPEN.search(pair.official):
        return
    rendering, official = found.rendering, found.official
    yield from (
        _divergence(pair, rendering=None, official=_span(official, one)) for one in _lost_choices(pair, official)
    )
    ours = _lists(rendering, pair.rendering_language)
    theirs = _lists(official, pair.official_language)
    for one in ours:
        for two in theirs:
            if len(one) > len(two):
                for extra in _extra(one, rendering, two, official):
                    span = _span(rendering, extra)
                    yield _divergence(pair, rendering=span, official=None)
            elif len(two) > len(one) and _is_inside(one, rendering):
                for extra in _extra(two, official, one, rendering):
                    span = _span(official, extra)
                    if pair.core is None or span.overlap(pair.core) == len(span):
                        yield _divergence(pair, rendering=None, official=span)


def _lost_choices(pair: Pair, official: Side) -> Iterator[range]:
    """Yield what stands on one side of an *or* and is not rendered, where the other side is, without the *or*."""
    if _OR[pair.rendering_language].search(pair.rendering):
        return
    joints = [at for at, word in enumerate(official.words) if word.of(official.text) in _ALTERNATIVE]
    if not joints:
        return
    figures = [value.span for value in find_values(pair.official, pair.official_language)]
    gaps = [official.text[a.end : b.start].strip() for a, b in pairwise(official.words)]
    for at in joints:
        word = official.words[at]
        if not 0 < at < len(gaps) or gaps[at - 1] or gaps[at]:
            continue
        sides = range(max(0, at - _OUTER), at), _last(official, at + 1)
        told = [[i for i in side if _tells(official, i)][-1:] for side in sides]
        counts = any(official.words[i].overlap(figure) for side in told for i in side for figure in figures)
        if counts or (pair.core is not None and not word.overlap(pair.core)):
            continue
        for own, other in (told, told[::-1]):
            lost = any(official.doubt[i] >= _DOUBTED and official.link[i] < _MATCHED for i in own)
            if lost and any(official.link[i] >= _KEPT for i in other):
                yield range(own[0], own[0] + 1)


def _divergence(pair: Pair, *, rendering: Span | None, official: Span | None) -> Divergence:
    return Divergence(
        kind="addition" if rendering else "omission",
        severity="major",
        confidence=_CONFIDENCE,
        rendering=rendering,
        official=official,
        reason=adds(rendering.of(pair.rendering))
        if rendering
        else leaves_out((official or Span(0, 0)).of(pair.official)),
        settled=True,
    )


def _is_inside(one: _Members, side: Side) -> bool:
    """Whether a quote has more than the list, which may be only a part of the official one."""
    return one[0].start > 0 or one[-1].stop < len(side.words)


def _lists(side: Side, language: str) -> list[_Members]:
    """Return the enumerations of a text that a conjunction closes."""
    gaps = [side.text[a.end : b.start] for a, b in pairwise(side.words)]
    words = [word.of(side.text) for word in side.words]
    joint = [k for k, word in enumerate(words) if word.lower() in _AND[language]]
    found = []
    for at in joint:
        if at + 1 >= len(words) or at == 0 or gaps[at].strip() or words[at + 1].lower() in _NOT:
            continue
        bounds = [at]
        while True:
            end = bounds[-1]
            start = next(
                (k for k in range(end - 1, max(0, end - 1 - _WIDEST), -1) if _is_comma(gaps[k - 1], language)), None
            )
            if start is None:
                break
            bounds.append(start)
        members = [range(start, end) for start, end in zip(bounds[1:], bounds, strict=False)][::-1]
        first_end = bounds[-1]
        members.insert(0, range(max(0, first_end - _OUTER), first_end))
        members.append(_last(side, at + 1))
        found.append(tuple(members))
    return found


def _last(side: Side, start: int) -> range:
    """Return the last member: up to its first word that tells something, since nothing marks its end."""
    end = min(len(side.words), start + _WIDEST)
    return range(start, next((i + 1 for i in range(start, end) if _tells(side, i)), end))


def _is_comma(gap: str, language: str) -> bool:
    return gap.strip() == ("、" if language == "zh" else ",")


def _extra(more: _Members, own: Side, fewer: _Members, other: Side) -> list[range]:
    """Return the members of one list that the other lacks, if it has all the others, one for one."""
    matched: dict[int, int] = {}
    for j, there in enumerate(fewer):
        home = next((i for i, here in enumerate(more) if i not in matched and _match(here, own, there, other)), None)
        if home is None:
            return []
        matched[home] = j
    rest = [i for i in range(len(more)) if i not in matched]
    # What looks like the first member may be something else: "According to officials, A and B …".
    if len(rest) >= len(matched) or 0 in rest:
        return []
    return [more[i] for i in rest if _is_alone(more[i], own, other)]


def _match(here: range, own: Side, there: range, other: Side) -> bool:
    forward = any(own.partner[i] in there and own.link[i] >= _MATCHED and _tells(own, i) for i in here)
    return forward or any(other.partner[j] in here and other.link[j] >= _MATCHED and _tells(other, j) for j in there)


def _is_alone(member: range, side: Side, other: Side) -> bool:
    """Whether nothing renders a member; an article or a preposition, which are linked to what comes, do not."""
    telling = [i for i in member if _tells(side, i)]
    by_chance = [0.0 if _tells(other, side.partner[i]) else side.link[i] for i in telling]
    return bool(telling) and all(side.doubt[i] + more >= _DOUBTED for i, more in zip(telling, by_chance, strict=True))


def _tells(side: Side, at: int) -> bool:
    return float(side.weight[at]) >= CONTENT_WEIGHT


def _span(side: Side, member: range) -> Span:
    return Span(side.words[member.start].start, side.words[member.stop - 1].end)
