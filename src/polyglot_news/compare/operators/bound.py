"""Operators that stand on the same verb in both texts: it *will* be done in the one, and *may* be done in the other.

Cues are paired by their classes, and a *will* may find its like on another verb. Where the verb itself is rendered,
what stands on it in each text is plain to see.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.cues import Cue, Hit, Reading
from polyglot_news.compare.operators.endings import CONDITIONAL, FUTURE
from polyglot_news.compare.operators.places import places_of
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, Evidence, Side, evidence, mutual_pairs
from polyglot_news.text import SENTENCE_MARK, Span, in_simplified, is_parted

_LINKED = 0.4
"""How surely two verbs must be linked to be the same."""
_REACH = 5
"""How many words may lie between an operator and its verb: « pourraient, si nécessaire, être … »."""
_HEDGES = 0.5
"""How well a cue must stand for a *may* to answer one anywhere in its sentence."""
_BESIDE = 2
"""How many words off the part that is rendered an operator may stand."""
_SURE = 3.0
"""The strength of *will*; *would* and « serait » are less."""
_NOUNS = frozenset({"future"})
"""What tells of a time to come and governs no verb: *the future of the treaty*."""
_BETWEEN = re.compile(
    r"(?:also|not|even|still|then|soon|now|well|yet|only|\w+ly|be|been|being|have|has"
    r"|aussi|donc|ainsi|alors|encore|toujours|même|bien|déjà|bientôt|plus|\w+ment|être|été|avoir"
    r"|[还也都就再又]|[被将]|一定|必将|进一步)$",
    re.IGNORECASE,
)
"""What may stand between an operator and its verb."""
_LEFT_OPEN = {
    "en": re.compile(
        r"\b(?:not|n['’]t|cannot|never)(?: be)? (?:rul(?:e|ing|ed) out|exclud(?:e|ed|ing)|preclud(?:e|ed|ing))\b"
        r"|(?:\bis|['’]s|\bremains) possible that\b|\bnot impossible that\b"
        r"|\bmay (?:well )?be that\b|\bpossibility (?:remains )?that\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\bn(?:e |['’])(?:[lsy]['’]|peu\w* |saurai\w* |\w{1,3} )?(?:pas |être )*(?:exclu\w*|écart\w+)"
        r"(?: (?:pas|point|plus|nullement))?"
        r"|\b(?:pas|jamais) (?:à )?(?:exclu\w*|écart\w+)"
        r"|\bse p(?:eut|ourrait) (?:bien |fort bien )?qu[e’']|(?<!pas )\bpossible qu[e’']"
        r"|\bpas impossible qu[e’']|\bpossibilité qu[e’']",
        re.IGNORECASE,
    ),
    "zh": re.compile("不(?:能|可|应)?(?:完全)?排除|不无可能"),
}
"""What leaves open all that follows it in its sentence."""
_OPEN = Cue("not rule out", (Reading("maybe"),))
_GOVERNED = 8
"""How many telling words after it."""


def swapped(pair: Pair, sides: tuple[Sequence[Hit], Sequence[Hit]]) -> Iterator[tuple[Hit, Hit]]:
    """Yield a *will* of one text and the *may* that stands on its verb in the other, that of the rendering first.

    There is none where the text of the *will* has something in its sentence that may stand for the *may*.
    """
    found = evidence(pair) if all(sides) else None
    if found is None:
        return
    places = places_of(pair)
    sides = [*sides[0], *_left_open(*pair.texts[0])], [*sides[1], *_left_open(*pair.texts[1])]
    near = sides[0], [hit for hit in sides[1] if places.outside(hit) <= _BESIDE]
    bound = _bound(found.rendering, near[0]), _bound(found.official, near[1])
    for i, j in mutual_pairs(found):
        ours, theirs = bound[0].get(i, []), bound[1].get(j, [])
        if not ours or not theirs or not _is_same(found, i, j):
            continue
        for own, other, side in ((ours, theirs, 0), (theirs, ours, 1)):
            coming, perhaps = _only(own, comes), _only(other, may)
            if coming and perhaps and not _is_hedged(coming, sides[side], pair.texts[side][0]):
                yield (coming, perhaps) if side == 0 else (perhaps, coming)


def _left_open(text: str, language: str) -> Iterator[Hit]:
    for match in _LEFT_OPEN[language].finditer(in_simplified(text, language)):
        span = Span(*match.span())
        yield Hit(span=span, cue=_OPEN, word=0, parts=(span,))


def comes(hit: Hit) -> bool:
    """Whether an operator tells of what is to come, and of nothing less sure."""
    will = None if hit.cue.text in _NOUNS else hit.cue.reading("will")
    return will is not None and will.low >= _SURE and not may(hit) and hit.cue.reading("can") is None


def may(hit: Hit) -> bool:
    """Whether an operator leaves open what is to come; « pourra » tells of it and is rendered by a *will*, too."""
    maybe = hit.cue.reading("maybe")
    return maybe is not None and maybe.asks and FUTURE.match(hit.cue.text) is None


def _only(hits: Sequence[Hit], fits: Callable[[Hit], bool]) -> Hit | None:
    return hits[0] if all(map(fits, hits)) else None


def _is_same(found: Evidence, i: int, j: int) -> bool:
    ours, theirs = found.rendering, found.official
    return bool(ours.link[i] >= _LINKED and min(ours.weight[i], theirs.weight[j]) >= CONTENT_WEIGHT)


def _is_hedged(coming: Hit, hits: Sequence[Hit], text: str) -> bool:
    """Whether something in its sentence may stand for a *may*: *likely*, « éventuellement », 有望."""
    return any(
        hit is not coming
        and any(one.cls in {"maybe", "can"} and (one.asks or one.answers >= _HEDGES) for one in hit.cue.readings)
        and not SENTENCE_MARK.search(
            text, *sorted((min(hit.span.end, coming.span.end), max(hit.span.start, coming.span.start)))
        )
        for hit in hits
    )


def _bound(side: Side, hits: Sequence[Hit]) -> dict[int, list[Hit]]:
    """Return the operators of a text by the verb on which each stands."""
    bound: dict[int, list[Hit]] = {}
    for hit in hits:
        for verb in _governed(side, hit) if hit.cue is _OPEN else _verb(side, hit):
            bound.setdefault(verb, []).append(hit)
    return bound


def _governed(side: Side, hit: Hit) -> list[int]:
    """Return the telling words of the sentence that follow."""
    end = SENTENCE_MARK.search(side.text, hit.span.end)
    after = [i for i, word in enumerate(side.words) if hit.span.end <= word.start < (end.start() if end else word.end)]
    return [i for i in after if side.weight[i] >= CONTENT_WEIGHT][:_GOVERNED]


def _verb(side: Side, hit: Hit) -> list[int]:
    """Return the verb that an operator governs, if any: a telling word soon after it, or the one whose ending it is."""
    last = next((i for i in range(len(side.words) - 1, -1, -1) if side.words[i].overlap(hit.span)), None)
    if last is None:
        return []
    word = side.words[last].of(side.text).lower()
    if hit.cue.text.startswith("-") and side.weight[last] >= CONTENT_WEIGHT and not _is_auxiliary(word):
        return [last]
    for i in range(last + 1, min(last + 1 + _REACH, len(side.words))):
        if is_parted(side.text, side.words, i):
            return []
        word = side.words[i].of(side.text).lower()
        if side.weight[i] >= CONTENT_WEIGHT and not _BETWEEN.match(word):
            return [i]
    return []


def _is_auxiliary(word: str) -> bool:
    return word.startswith(("ser", "aur")) and (FUTURE.match(word) or CONDITIONAL.match(word)) is not None
