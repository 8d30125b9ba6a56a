"""*Little* put for *none*, or *none* for *little*: « n'a que peu de lien » leaves something, *no link at all* does not.

So do *not always* and *never*, *not everything* and *nothing*, *not necessarily* and *not*.

A plain *not* is rendered by « guère » at times; what denies with stress is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.cues import Hit
from polyglot_news.compare.operators.hedged import LEAVES_OPEN
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.operators.places import places_of
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, Evidence, Side, evidence, mutual_pairs
from polyglot_news.text import CLAUSE_MARK, SENTENCE_MARK, Span, clause_around, in_simplified, is_parted

_LITTLE = frozenset({
    "little", "very little", "few", "very few", "hardly", "scarcely", "barely", "rarely", "seldom",
    "peu", "peu d'", "peu de", "très peu", "guère", "rarement", "ne … guère",
    "很少", "甚少", "鲜有", "少有", "极少", "没多少", "没有多少",
})  # fmt: skip
_NOT_ALWAYS = frozenset({
    "not always", "n't always", "not invariably", "not every time", "n't every time", "pas toujours",
    "pas systématiquement", "pas chaque fois", "不总是", "并不总是", "并非总是", "未必总是", "不一定总是",
})  # fmt: skip
_NONE = frozenset({"no", "never"})
"""The classes of what denies with stress: *nobody*, « aucun », 从未."""
_NO_QUESTION = frozenset({
    "doubt", "doubts", "wonder", "surprise", "secret", "question", "choice", "chance", "hope", "sense", "use", "time",
    "reason", "point", "less", "more", "doute", "doutes", "choix", "sens", "temps", "espoir",
    "raison", "raisons", "moins", "plus", "疑", "疑问", "悬念",
})  # fmt: skip
"""Of what there is *little* there is as well *no*: doubt, choice, hope."""
_COMPARES = {
    "en": re.compile(r"\s+(?:more|less|better|worse|other)\b", re.IGNORECASE),
    "fr": re.compile(r"\s+(?:plus|moins|mieux|autre)", re.IGNORECASE),
    "zh": re.compile("[更比]"),
}
"""« Guère plus » is as well *no more*."""
_AT_ALL = {
    "en": re.compile(r"\b(?:at all|whatsoever|in any way|in the slightest|a single|the slightest)\b", re.IGNORECASE),
    "fr": re.compile(
        r"\b(?:du tout|le moins du monde|en aucune (?:façon|manière)|une? seule?|l[ea] moindre)\b", re.IGNORECASE
    ),
    "zh": re.compile(
        "根本|丝毫|任何|毫[无不没]|从[来未不没]|[绝决][不无]|[没无不]有?一[个名位人条座家件份次例场项艘枚句]"
    ),
}
"""What leaves nothing after a *not*."""
_LINKED = 0.4
_DIRECTLY = 0.5
"""How surely the two must be linked that stand for each other themselves."""
_AROUND = 4
"""How many words around a *little* can be what there is little of."""
_BESIDE = 2


def little_for_none(pair: Pair, sides: tuple[Sequence[Hit], Sequence[Hit]]) -> Iterator[tuple[Hit, Hit]]:
    """Yield a *little* of one text and the *none* in its place in the other, that of the rendering first.

    Args:
        pair: the pair.
        sides: the qualifiers of both texts.
    """
    for side in (0, 1):
        text, language = pair.texts[side]
        own = [
            hit for hit in sides[side] if hit.cue.text in _LITTLE and not _COMPARES[language].match(text, hit.span.end)
        ]
        if not own or any(hit.cue.reading("hardly") for hit in sides[1 - side]):
            continue
        found = evidence(pair)
        besides = [hit for hit in negations(*pair.texts[side]) if hit.cue.text not in _LITTLE]
        if found is None or any(hit.cue.asks for hit in besides):
            continue
        denied = [hit for hit in negations(*pair.texts[1 - side]) if _denies(hit)]
        # Where a text denies but once, and the other one in no other word, the two stand for each other.
        sole = len(own) == 1 == len(denied) and all(hit.span.overlap(own[0].span) for hit in besides)
        for none, stress in _stressed(*pair.texts[1 - side]):
            little = next((hit for hit in own if sole or _in_place(pair, found, side, hit, none)), None)
            if little is not None and not _is_cut_off(pair, side, little, none):
                yield (little, stress) if side == 0 else (stress, little)


def not_always_for_never(pair: Pair, sides: tuple[Sequence[Hit], Sequence[Hit]]) -> Iterator[tuple[Hit, Hit]]:
    """Yield a *not always* and a *never*, a *not everything* and a *nothing*, where no text denies anything else."""
    for side in (0, 1):
        partly = [hit for hit in sides[side] if hit.cue.text in _NOT_ALWAYS | _EVERYTHING]
        if len(partly) != 1 or any(hit.cue.text in _NOT_ALWAYS | _EVERYTHING | _LITTLE for hit in sides[1 - side]):
            continue
        own, other = ([hit for hit in negations(*pair.texts[k]) if hit.cue.asks] for k in (side, 1 - side))
        some = partly[0]
        if some.cue.text in _EVERYTHING:
            denied = len(own) == 1 and 0 <= some.span.start - own[0].span.end <= 1
            some = attrs.evolve(some, span=Span(own[0].span.start, some.span.end)) if denied else some
            none = [hit for hit in other if hit.cue.readings[0].cls == "no"]
        else:
            denied = all(hit.span.overlap(some.span) for hit in own)
            none = [hit for hit in other if hit.cue.readings[0].cls == "never" or _NEVER.match(hit.cue.text)]
        if denied and len(none) == len(other) == 1:
            yield (some, none[0]) if side == 0 else (none[0], some)


def not_necessarily_for_not(pair: Pair) -> Iterator[tuple[Hit, Hit]]:
    """Yield a *not necessarily* and a *not*, where no text denies anything else, and the *not* leaves nothing open."""
    for side in (0, 1):
        (text, language), (other_text, other_language) = pair.texts[side], pair.texts[1 - side]
        partly = _NOT_NECESSARILY[language].search(in_simplified(text, language))
        own, other = ([hit for hit in negations(*pair.texts[k]) if hit.cue.asks] for k in (side, 1 - side))
        if partly is None or not (len(own) == len(other) == 1):
            continue
        place, none = Span(*partly.span()), other[0]
        said = in_simplified(clause_around(other_text, none.span, SENTENCE_MARK).of(other_text), other_language)
        if not own[0].span.overlap(place) or LEAVES_OPEN[other_language].search(said) or _ALL.search(said):
            continue
        some = attrs.evolve(own[0], span=place)
        yield (some, none) if side == 0 else (none, some)


_NOT_NECESSARILY = {
    "en": re.compile(r"(?:\bnot|n['’]t) (?:\w+ )?(?:necessarily|automatically)\b", re.IGNORECASE),
    "fr": re.compile(r"\bpas (?:nécessairement|forcément|obligatoirement|automatiquement)\b", re.IGNORECASE),
    "zh": re.compile("未必|不一定(?![要得须非需])|不见得|不必然"),
}
_ALL = re.compile(
    r"\b(?:all|every\w*|always|each|only|alone|itself|mean\w*|imply|implies|tou\w*|chaque|systématiquement|seul\w*"
    r"|signifi\w+|impliqu\w+|pour autant|sure|certain\w*|follow\w*|guarante\w*|clear|bound|convinced|prove\w*|say\w*"
    r"|sûr\w*|dit|garanti\w*|clair|prouv\w+|convaincu\w*)\b|[都每总只单]|等于|意味|代表|说明|肯定|确定|保证|敢|清楚",
    re.IGNORECASE,
)
"""Beside a *not* these leave something open: what does not mean, or is not all, may be in part."""
_NEVER = re.compile("从[未不没来]")
_EVERYTHING = frozenset({"everything", "一切"})


def _denies(hit: Hit) -> bool:
    return hit.cue.asks and hit.cue.text not in _LITTLE


def _stressed(text: str, language: str) -> list[tuple[Hit, Hit]]:
    """Return the negations of a text that leave nothing, each with what says so: a *no*, a *not* beside *never*."""
    found = [hit for hit in negations(text, language) if _denies(hit)]
    none = [hit for hit in found if hit.cue.readings[0].cls in _NONE]
    never = [hit for hit in none if hit.cue.readings[0].cls == "never"]
    rest = [hit for hit in found if hit not in none]
    beside = [(hit, one) for hit in rest for one in never if _follows(text, hit, one)]
    stressed = [hit for hit in rest if _is_stressed(text, language, hit)]
    return [*((hit, hit) for hit in (*none, *stressed)), *beside]


def _is_stressed(text: str, language: str, hit: Hit) -> bool:
    """Whether an *at all* stands in the clause of a *not*."""
    stress = _AT_ALL[language].search(text, hit.span.start)
    return stress is not None and not CLAUSE_MARK.search(text, hit.span.start, stress.start())


def _follows(text: str, hit: Hit, never: Hit) -> bool:
    """Whether a *never* stands after a *not* in its sentence: "we do not, and never will"."""
    return hit.span.end <= never.span.start and not SENTENCE_MARK.search(text, hit.span.end, never.span.start)


def _in_place(pair: Pair, found: Evidence, side: int, little: Hit, none: Hit) -> bool:
    """Whether both stand on the same word, or render each other."""
    ours, theirs = found.seen_from(side)
    told = list(_near(theirs, none, before=0))
    if any(theirs.words[j].of(theirs.text).lower() in _NO_QUESTION for j in told[:1]):
        return False
    if places_of(pair).link(*(little, none)[:: 1 if side == 0 else -1]) >= _DIRECTLY:
        return True
    spoken = set(_near(ours, little, before=_AROUND))
    pairs = ((i, j) if side == 0 else (j, i) for i, j in mutual_pairs(found))
    return any(i in spoken and j in told and ours.link[i] >= _LINKED for i, j in pairs)


def _near(side: Side, hit: Hit, *, before: int) -> Iterator[int]:
    """Yield the telling words of the clause around a cue: so many before it, and some after it."""
    own = [i for i, word in enumerate(side.words) if any(word.overlap(part) for part in hit.parts)]
    if not own:
        return
    after = range(own[-1] + 1, min(len(side.words), own[-1] + 1 + _AROUND))
    for way in (after, range(own[0] - 1, max(-1, own[0] - 1 - before), -1)):
        for i in way:
            if is_parted(side.text, side.words, i if way is after else i + 1):
                break
            if side.weight[i] >= CONTENT_WEIGHT:
                yield i


def _is_cut_off(pair: Pair, side: int, little: Hit, none: Hit) -> bool:
    return places_of(pair).outside(none if side == 0 else little) > _BESIDE
