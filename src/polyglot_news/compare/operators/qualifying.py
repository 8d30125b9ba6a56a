"""Qualifying cues: quantifiers, bounds, hedges, restrictions, conditions and what says how much or how far."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from polyglot_news.compare.operators.cues import Cue, Hit, Reading, Word, hit_at, matcher, words
from polyglot_news.compare.operators.inverted import inverted_conditions
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.weights.kept import HEARD
from polyglot_news.compare.words.idioms import free_phrases, soft, softened
from polyglot_news.text import CLAUSE_MARK, Span
from polyglot_news.values import find_values

_LIMITS = frozenset({"ne … que", "ne … qu'"})
_NE_QUE = 0.65
"""How often human translations render "ne … que" by a word: two times in three, in the corpora that are fitted on."""
_NO_FEWER = re.compile(r"(?<![容装裝坐放住吃睡停留塞搁拿说說低])不下(?=[\d一二两兩三四五六七八九十百千万萬数數])")
_AT_LEAST = Cue("不下", (Reading("least", answers=0.9, needs=0.8),))
_LATEST = frozenset({"no later than", "not later than", "au plus tard"})
_BACK = re.compile(r"[^,.;:!?]{0,40}\b(?:before|prior to|ahead of|avant)\b", re.IGNORECASE)
_NEAR_NOT = 5
_DENYING = frozenset({"not", "n't", "pas"})
_UNLESS = Reading("unless", needs=0.7)
_NO_MORE = frozenset({"ne … plus", "plus"})
_THAN = re.compile(r" qu(?:e |['’])", re.IGNORECASE)
_NOT = frozenset({"not", "n't", "pas", "point", "guère", "hardly"})
_MANY = 3.0
_CLAUSE = 8
_LINKING = frozenset({"que", "qu'", "qui", "où", "dont"})
_AUXILIARIES = frozenset({"aurait", "auraient", "serait", "seraient"})
_GONE = re.compile(
    r"(?:mort|décédé|tombé|parti|reparti|sorti|entré|rentré|arrivé|né|resté|retourné|(?:de|re|par|inter)venu|venu)e?s?$"
)
"""What has "être" for its auxiliary."""
_STATE = re.compile(
    r"à l' origine|en fuite|détenue?s?\b|cachée?s?\b|impliquée?s?\b|originaires?\b|retenue?s? (?:en|dans|à)\b"
)
"""What is of a person or thing, and hangs on nothing."""
_UNREAL = frozenset({"si", "s'", "sans", "sinon", "autrement", "défaut", "faute", "lieu"})
_WISHED = frozenset({"dû", "pu", "voulu", "fallu", "aimé", "préféré", "souhaité", "suffi"})
_BETWEEN = frozenset({"déjà", "ainsi", "également", "aussi", "même", "récemment", "notamment", "été", "depuis", "bien"})
_PARTICIPLE = re.compile(r"(?:ée?s?|[iu]e?s?|[ieo][st]e?s?|er[ts]e?s?|aint|eint|oint|uit)$")
_LESS_THAN = frozenset({"à moins de", "à moins d'"})
_HOWEVER = re.compile(
    r" [\w’'-]+ (?:soi(?:t|ent)[-‑](?:ils?|elles?)\b|qu(?:e |['’]\w+ )(?:[\w’'-]+ ){0,2}?soi(?:t|ent)\b)", re.IGNORECASE
)
_NEEDED_BEFORE_FIGURES = {"most": 0.85, "near": 0.7, "least": 0.98}
"""How often human translations render what bounds a figure."""
_ALL_ONLY = Cue("all", (Reading("only", answers=0.95, asks=False), Reading("amount", 4, 5, asks=False)))
_ALL_WE_ASK = re.compile(
    r"all (?:that )?(?:"
    r"(?:matters|counts|remains|(?:is|was) (?:needed|required|left|missing))\b"
    r"|(?:i|we|you|he|she|it|they|one|this|that|the [^.,;:!?]{1,20}? ever)\b[^.,;:!?]{0,20}?"
    r"\b(?:want|need|ask|do|did|done|take|took|wish|hope|demand|require|seek|expect|know|knew|care|have|has|had|can|could"
    r"|get|got|see|saw|lack|find|found|remember)(?:s|e?d)?\b"
    r"[^.;!?]{0,40}?(?:\b(?:is|was|would be)\b|['’]s\b))",
    re.IGNORECASE,
)
_ALL_BUT = Cue("all", (Reading("amount", 4, 5, asks=False),))
_SOME = Reading("amount", 2, 3, needs=0.85)
_MADE_OF = frozenset("的成要心大小数这该此各一二两三四五六七八九十几每本上下前后余出剩")
"""Before these, 部分 is a part: 组成部分, 重要部分, 这部分, 超出部分."""
_NO_NOUN = frozenset("第的地是为在和与或及由中都也已被占将有就之时以上下内")
"""After these, too: 部分地, 部分是."""
_FIGURES = frozenset("一两二三四五六七八九十百千万几数每半")
_MAINLY = Reading("amount", 4, 4, needs=0.8)
_VERBAL = frozenset("是由用来因在靠以为涉针取")


def qualifiers(text: str, language: str) -> list[Hit]:
    """Find the qualifiers of a text in its language, in order; *about* and its kin count before a figure only."""
    units = words(text, language)
    found = [_before_figure(units, hit) for hit in matcher("qualifier", language).find(units)]
    if language == "en":
        found = [_nothing_but(text, part) for hit in found for part in _parted(units, hit)]
        inverted = list(inverted_conditions(text, units))
        verbs = {one.word for one in inverted}
        found = [*(hit for hit in found if hit.word not in verbs), *inverted]
        found.sort(key=lambda hit: hit.span.start)
    elif language == "zh":
        found = [_before_verb(units, _before_noun(units, hit)) for hit in found if not _is_measure(units, hit)]
        found += _no_fewer(text, units)
        found.sort(key=lambda hit: hit.span.start)
    elif language == "fr":
        only = Cue("ne … que", (Reading("only", needs=_NE_QUE),))
        found += [attrs.evolve(hit, cue=only) for hit in negations(text, language) if _limits(text, hit)]
        found = [_hearsay(units, hit) for hit in found if not (_is_within(text, hit) or _is_however(text, hit))]
        found.sort(key=lambda hit: hit.span.start)
    found = [_counted_back(text, hit) for hit in found]
    found = _unless(text, language, [_not_only(text, units, _denied(units, hit)) for hit in found])
    return softened(found, free_phrases(text, language))


def _no_fewer(text: str, units: Sequence[Word]) -> Iterator[Hit]:
    """Yield the 不下 of 不下二十种; 坐不下二十人 is *has no room for*."""
    for match in _NO_FEWER.finditer(text):
        yield hit_at(Span(*match.span()), _AT_LEAST, units)


def _counted_back(text: str, hit: Hit) -> Hit:
    """Let *no later than an hour before it begins* be *at least an hour before*."""
    if hit.cue.text not in _LATEST or not _BACK.match(text, hit.span.end):
        return hit
    least = attrs.evolve(_AT_LEAST.readings[0], asks=False)
    return attrs.evolve(hit, cue=attrs.evolve(hit.cue, readings=(*hit.cue.readings, least)))


def _not_only(text: str, units: Sequence[Word], hit: Hit) -> Hit:
    """Let the *only* of *did not come only for the money* restrict nothing, as that of *not only* does."""
    if not hit.cue.asks_as("only") or len(hit.parts) > 1:
        return hit
    near = units[max(0, hit.word - _NEAR_NOT) : hit.word]
    denial = next((unit for unit in reversed(near) if unit.text in _DENYING), None)
    if denial is None or CLAUSE_MARK.search(text, denial.end, hit.span.start):
        return hit
    return soft(hit)


def _unless(text: str, language: str, hits: list[Hit]) -> list[Hit]:
    """Let an *if* that is followed by a *not* in its clause say *unless*, too."""
    if not any(_is_plain_if(hit) for hit in hits):
        return hits
    denied = [one for one in negations(text, language) if one.cue.asks]
    return [_if_not(text, hit, denied) for hit in hits]


def _if_not(text: str, hit: Hit, denied: Sequence[Hit]) -> Hit:
    if not _is_plain_if(hit):
        return hit
    start = hit.parts[0].end
    if not any(one.span.start >= start and not CLAUSE_MARK.search(text, start, one.span.start) for one in denied):
        return hit
    readings = (one for one in hit.cue.readings if one.cls != "unless")
    return attrs.evolve(hit, cue=Cue(hit.cue.text, (*readings, _UNLESS)))


def _is_plain_if(hit: Hit) -> bool:
    return hit.cue.asks_as("if") and not hit.cue.asks_as("unless")


def _limits(text: str, hit: Hit) -> bool:
    """Whether a French negation leaves something: « ne … que », and « ne … plus que » for what is left."""
    return hit.cue.text in _LIMITS or (hit.cue.text in _NO_MORE and _THAN.match(text, hit.span.end) is not None)


def _denied(units: Sequence[Word], hit: Hit) -> Hit:
    """Let the *much* of *not much* ask for no answer: 不算多, « une somme modeste »."""
    amount = hit.cue.reading("amount")
    denied = hit.word > 0 and units[hit.word - 1].text in _NOT
    return soft(hit) if denied and amount is not None and amount.asks and amount.low == _MANY else hit


def _hearsay(units: Sequence[Word], hit: Hit) -> Hit:
    """Let "aurait" ask as *reportedly* does where the French press passes on what it has only heard: "aurait testé".

    It does not so beside a condition, be it but "sans", after "que" and "qui", nor in "aurait dû" and its kin; and
    "serait" does where it can be no passive: "serait mort", "serait à l'origine de".
    """
    before = {unit.text for unit in units[max(0, hit.word - _CLAUSE) : hit.word]}
    if hit.cue.text not in _AUXILIARIES or not before.isdisjoint(_LINKING) or any(u.text in _UNREAL for u in units):
        return hit
    after = [unit.text for unit in units[hit.word + 1 : hit.word + 6] if unit.text not in _BETWEEN]
    verb = next(iter(after), "")
    if hit.cue.text.startswith("ser"):
        heard = _GONE.match(verb) is not None or _STATE.match(" ".join(after)) is not None
    else:
        heard = _PARTICIPLE.search(verb) is not None and verb not in _WISHED
    return attrs.evolve(hit, cue=Cue(HEARD, (Reading("said", needs=0.7),))) if heard else hit


def _is_within(text: str, hit: Hit) -> bool:
    """Whether « à moins de » bounds a figure, and sets no condition: « à moins de dix kilomètres »."""
    return hit.cue.text in _LESS_THAN and any(
        value.span.start - hit.span.end in (0, 1) for value in find_values(text, "fr")
    )


def _is_however(text: str, hit: Hit) -> bool:
    """Whether « si » is a *however*, and sets no condition: « si riche soit-il », « si grand que soit le risque »."""
    return hit.cue.text == "si" and _HOWEVER.match(text, hit.span.end) is not None


def _before_figure(units: Sequence[Word], hit: Hit) -> Hit:
    """Let an approximation or a lower bound mean but that where it qualifies a figure, and ask for an answer there."""
    following = next((unit for unit in units[hit.word :] if unit.start >= hit.span.end), None)
    if following is None or not following.text[:1].isdigit() or _bounds_both_ways(hit):
        return hit
    for cls, needs in _NEEDED_BEFORE_FIGURES.items():
        reading = hit.cue.reading(cls)
        if reading is not None and (reading.asks or _doubles(cls, hit)):
            return attrs.evolve(
                hit, cue=Cue(hit.cue.text, (attrs.evolve(reading, asks=True, needs=needs, answers=1.0),))
            )
    return hit


def _bounds_both_ways(hit: Hit) -> bool:
    """Whether a word may bound a figure from below and from above: 多达 is *up to* and *no fewer than*."""
    return not hit.cue.asks and None not in (hit.cue.reading("least"), hit.cue.reading("most"))


def _doubles(cls: str, hit: Hit) -> bool:
    """Whether a cue that asks for nothing elsewhere asks before a figure: *about*, and *up to*, which may mean it."""
    return cls == "near" or (cls == "most" and hit.cue.reading("near") is not None and hit.cue.reading("least") is None)


def _parted(units: Sequence[Word], hit: Hit) -> list[Hit]:
    """Read *all but one* as an *all* and a *but one*, which ask for different answers."""
    if not hit.cue.text.startswith("all but "):
        return [hit]
    whole, but = units[hit.word], units[hit.word + 1]
    spans = Span(whole.start, whole.end), Span(but.start, hit.span.end)
    return [
        Hit(span=spans[0], cue=_ALL_BUT, word=hit.word, parts=spans[:1]),
        attrs.evolve(hit, span=spans[1], word=hit.word + 1, parts=spans[1:]),
    ]


def _nothing_but(text: str, hit: Hit) -> Hit:
    """Let the *all* of "all we ask is" and of "all that matters" ask for no quantity: it says *only*."""
    return (
        attrs.evolve(hit, cue=_ALL_ONLY) if hit.cue.text == "all" and _ALL_WE_ASK.match(text, hit.span.start) else hit
    )


def _before_noun(units: Sequence[Word], hit: Hit) -> Hit:
    """Let 部分 ask as *some* does where it stands before what it counts, and is not itself what is spoken of."""
    if hit.cue.text != "部分":
        return hit
    before = units[hit.word - 1].text if hit.word else ""
    after = units[hit.word + 2].text if hit.word + 2 < len(units) else ""
    if before in _MADE_OF or after in _NO_NOUN or not after.isalpha():
        return hit
    return attrs.evolve(hit, cue=Cue(hit.cue.text, (_SOME, *hit.cue.readings)))


def _is_measure(units: Sequence[Word], hit: Hit) -> bool:
    """Whether 只 is but the measure word of a figure: 两只, 每只."""
    before = units[hit.word - 1].text if hit.word else ""
    return hit.cue.text == "只" and (before in _FIGURES or before.isdigit())


def _before_verb(units: Sequence[Word], hit: Hit) -> Hit:
    """Let 主要 ask as *mainly* does where it stands before a verb or preposition: before a noun it is but *main*."""
    after = units[hit.word + 2].text if hit.word + 2 < len(units) else ""
    if hit.cue.text != "主要" or after not in _VERBAL:
        return hit
    return attrs.evolve(hit, cue=Cue(hit.cue.text, (_MAINLY,)))
