"""Qualifiers lost, added or changed: how many, how often, how far, under which condition, on whose word."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

import attrs

from polyglot_news.compare.figures.amounts import with_other_amounts
from polyglot_news.compare.figures.passed import passed_figures
from polyglot_news.compare.model import Divergence, DivergenceKind, Pair, Severity
from polyglot_news.compare.operators.cues import Cue, Hit, Reading, Word, matcher, words
from polyglot_news.compare.operators.duals import duals
from polyglot_news.compare.operators.inverted import inverted_conditions
from polyglot_news.compare.operators.limits import lost_limit, told_as_duty
from polyglot_news.compare.operators.litotes import says_what_is_needed
from polyglot_news.compare.operators.little import little_for_none, not_always_for_never, not_necessarily_for_not
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.operators.only_if import changed_only_if, said_as_only_if
from polyglot_news.compare.operators.places import RECENT
from polyglot_news.compare.operators.suspects import FAINT, WORTH_A_LOOK, Suspect, suspects, told
from polyglot_news.compare.operators.unless import unless_for_if
from polyglot_news.compare.operators.whatever import if_for_whatever
from polyglot_news.compare.polarity import is_told_by_negation
from polyglot_news.compare.weights.kept import HEARD, as_sure_as_kept
from polyglot_news.compare.words.idioms import free_phrases, may_be_idiom, soft, softened
from polyglot_news.text import CLAUSE_MARK, SENTENCE_MARK, Span, clause_around, in_simplified
from polyglot_news.values import find_values
from polyglot_news.values.facts import agreement
from polyglot_news.values.model import Value
from polyglot_news.values.shares import facts_of_both

_LIMITS = frozenset({"ne … que", "ne … qu'"})
_LITTLE_FOR_NONE = 0.8
_IF_FOR_WHATEVER = 0.8
_UNLESS_FOR_IF = 0.9
_NE_QUE = 0.65
"""How often human translations render "ne … que" by a word: two times in three, in the corpora that are fitted on."""


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
    elif language == "fr":
        only = Cue("ne … que", (Reading("only", needs=_NE_QUE),))
        found += [attrs.evolve(hit, cue=only) for hit in negations(text, language) if _limits(text, hit)]
        found = [_hearsay(units, hit) for hit in found if not (_is_within(text, hit) or _is_however(text, hit))]
        found.sort(key=lambda hit: hit.span.start)
    found = _unless(text, language, [_not_only(text, units, _denied(units, hit)) for hit in found])
    return softened(found, free_phrases(text, language))


def _not_only(text: str, units: Sequence[Word], hit: Hit) -> Hit:
    """Let the *only* of *did not come only for the money* restrict nothing, as that of *not only* does."""
    if not hit.cue.asks_as("only") or len(hit.parts) > 1:
        return hit
    near = units[max(0, hit.word - _NEAR_NOT) : hit.word]
    denial = next((unit for unit in reversed(near) if unit.text in _DENYING), None)
    if denial is None or CLAUSE_MARK.search(text, denial.end, hit.span.start):
        return hit
    return soft(hit)


_NEAR_NOT = 5
_DENYING = frozenset({"not", "n't", "pas"})


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


_UNLESS = Reading("unless", needs=0.7)


def _limits(text: str, hit: Hit) -> bool:
    """Whether a French negation leaves something: « ne … que », and « ne … plus que » for what is left."""
    return hit.cue.text in _LIMITS or (hit.cue.text in _NO_MORE and _THAN.match(text, hit.span.end) is not None)


_NO_MORE = frozenset({"ne … plus", "plus"})
_THAN = re.compile(r" qu(?:e |['’])", re.IGNORECASE)


def _denied(units: Sequence[Word], hit: Hit) -> Hit:
    """Let the *much* of *not much* ask for no answer: 不算多, « une somme modeste »."""
    amount = hit.cue.reading("amount")
    denied = hit.word > 0 and units[hit.word - 1].text in _NOT
    return soft(hit) if denied and amount is not None and amount.asks and amount.low == _MANY else hit


_NOT = frozenset({"not", "n't", "pas", "point", "guère", "hardly"})
_MANY = 3.0


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


def _is_within(text: str, hit: Hit) -> bool:
    """Whether « à moins de » bounds a figure, and sets no condition: « à moins de dix kilomètres »."""
    return hit.cue.text in _LESS_THAN and any(
        value.span.start - hit.span.end in (0, 1) for value in find_values(text, "fr")
    )


_LESS_THAN = frozenset({"à moins de", "à moins d'"})


def _is_however(text: str, hit: Hit) -> bool:
    """Whether « si » is a *however*, and sets no condition: « si riche soit-il », « si grand que soit le risque »."""
    return hit.cue.text == "si" and _HOWEVER.match(text, hit.span.end) is not None


_HOWEVER = re.compile(
    r" [\w’'-]+ (?:soi(?:t|ent)[-‑](?:ils?|elles?)\b|qu(?:e |['’]\w+ )(?:[\w’'-]+ ){0,2}?soi(?:t|ent)\b)", re.IGNORECASE
)


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


_NEEDED_BEFORE_FIGURES = {"most": 0.85, "near": 0.7, "least": 0.98}
"""How often human translations render what bounds a figure."""


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


def _before_noun(units: Sequence[Word], hit: Hit) -> Hit:
    """Let 部分 ask as *some* does where it stands before what it counts, and is not itself what is spoken of."""
    if hit.cue.text != "部分":
        return hit
    before = units[hit.word - 1].text if hit.word else ""
    after = units[hit.word + 2].text if hit.word + 2 < len(units) else ""
    if before in _MADE_OF or after in _NO_NOUN or not after.isalpha():
        return hit
    return attrs.evolve(hit, cue=Cue(hit.cue.text, (_SOME, *hit.cue.readings)))


_SOME = Reading("amount", 2, 3, needs=0.85)
_MADE_OF = frozenset("的成要心大小数这该此各一二两三四五六七八九十几每本上下前后余出剩")
"""Before these, 部分 is a part: 组成部分, 重要部分, 这部分, 超出部分."""
_NO_NOUN = frozenset("第的地是为在和与或及由中都也已被占将有就之时以上下内")
"""After these, too: 部分地, 部分是."""


def _is_measure(units: Sequence[Word], hit: Hit) -> bool:
    """Whether 只 is but the measure word of a figure: 两只, 每只."""
    before = units[hit.word - 1].text if hit.word else ""
    return hit.cue.text == "只" and (before in _FIGURES or before.isdigit())


_FIGURES = frozenset("一两二三四五六七八九十百千万几数每半")


def _before_verb(units: Sequence[Word], hit: Hit) -> Hit:
    """Let 主要 ask as *mainly* does where it stands before a verb or preposition: before a noun it is but *main*."""
    after = units[hit.word + 2].text if hit.word + 2 < len(units) else ""
    if hit.cue.text != "主要" or after not in _VERBAL:
        return hit
    return attrs.evolve(hit, cue=Cue(hit.cue.text, (_MAINLY,)))


_MAINLY = Reading("amount", 4, 4, needs=0.8)
_VERBAL = frozenset("是由用来因在靠以为涉针取")


def _sides(pair: Pair) -> tuple[list[Hit], list[Hit]]:
    return qualifiers(*pair.texts[0]), qualifiers(*pair.texts[1])


@functools.lru_cache(maxsize=RECENT)
def qualifier_suspects(pair: Pair) -> tuple[Suspect, ...]:
    """Find the qualifiers that changed between the official text and the rendering."""
    sides = _sides(pair)
    found = [
        may_be_idiom(as_sure_as_kept(suspect, sides), pair)
        for suspect in suspects(pair, sides)
        if not _is_of_cut_figure(suspect, pair)
    ]
    several = (_of_rounding(_of_conversion(one, pair), pair) for one in with_other_amounts(pair, sides, found))
    several = (_bounded_alike(one, pair) for one in several)
    several = (_answered_by_none(told_as_duty(pair, lost_limit(pair, one)), pair) for one in several)
    several = (said_as_only_if(_named_as_needed(one, pair), pair) for one in several)
    return tuple(_against_none_excepted(one, pair) for one in several)


def _against_none_excepted(suspect: Suspect, pair: Pair) -> Suspect:
    """Let an exception be surely one that the other text lacks if that says *without exception*."""
    if suspect.other is not None or not suspect.hit.cue.asks_as("except"):
        return suspect
    text, language = pair.texts[1 - suspect.side]
    if not _NONE_EXCEPTED[language].search(in_simplified(text, language)):
        return suspect
    return attrs.evolve(suspect, least=_DENIED_EXCEPTION)


_NONE_EXCEPTED = {
    "en": re.compile(r"\bwithout (?:any |a single )?exceptions?\b|\bbar none\b", re.IGNORECASE),
    "fr": re.compile(r"\bsans (?:aucune |nulle |la moindre )?exceptions?\b", re.IGNORECASE),
    "zh": re.compile("无一例外|毫无例外|(?:没有(?:任何)?|无)例外"),
}
_DENIED_EXCEPTION = 0.9
"""How sure it is that an exception was put where the other text says that there is none, or the other way round."""


def _of_conversion(suspect: Suspect, pair: Pair) -> Suspect:
    """Let *about* say nothing before a figure that the other text has in another unit: about two metres, six feet."""
    if suspect.hit.cue.reading("near") is None:
        return suspect
    both = facts_of_both(pair.texts)
    own = [fact for fact in both[suspect.side] if _is_before(suspect.hit, fact.value)]
    theirs = both[1 - suspect.side]
    converted = any(
        None not in (one.unit, two.unit)
        and one.unit != two.unit
        and one.numbers[0] != two.numbers[0]
        and agreement(one, two) >= _AGREES
        for one in own
        for two in theirs
    )
    return attrs.evolve(suspect, most=0.0) if converted else suspect


def _is_of_cut_figure(suspect: Suspect, pair: Pair) -> bool:
    """Whether an *at least* stands before a figure outside of what is quoted, and goes with it."""
    if not suspect.cut or suspect.side == 0 or pair.core is None:
        return False
    return any(
        _is_before(suspect.hit, value) and not value.span.overlap(pair.core)
        for value in find_values(pair.official, pair.official_language)
    )


def _is_before(hit: Hit, value: Value) -> bool:
    """Whether a word stands right before a figure."""
    return 0 <= value.span.start - hit.span.end <= 1


def _of_rounding(suspect: Suspect, pair: Pair) -> Suspect:
    """Let a *nearly* say nothing before a figure that the other text bounds itself, or that the rendering has rounded.

    So *some 900* is 九百余, whose bound the figures tell, and *just under 4,200* is 4 195.
    """
    if suspect.hit.cue.reading("near") is None:
        return suspect
    both = facts_of_both(pair.texts)
    own = [fact for fact in both[suspect.side] if fact.numbers and _is_before(suspect.hit, fact.value)]
    theirs = [fact for fact in both[1 - suspect.side] if fact.numbers]
    bounded = any(one.numbers[0] == two.numbers[0] and two.value.bound != "exact" for one in own for two in theirs)
    given = {fact.numbers[0] for fact in theirs}
    rounded = suspect.side == 0 and any(
        one.numbers[0] not in given
        and any(
            two.unit == one.unit and abs(two.numbers[0] - one.numbers[0]) <= _ROUNDED * two.numbers[0] for two in theirs
        )
        for one in own
    )
    return attrs.evolve(suspect, most=0.0) if bounded or rounded else suspect


def _bounded_alike(suspect: Suspect, pair: Pair) -> Suspect:
    """Let what bounds a figure ask for no word where the other text bounds it alike: « ne peut être inférieur à »."""
    if suspect.other is not None or not any(suspect.hit.cue.asks_as(cls) for cls in _BOUNDS):
        return suspect
    both = facts_of_both(pair.texts)
    own = [fact for fact in both[suspect.side] if fact.numbers and _is_before(suspect.hit, fact.value)]
    alike = any(
        one.value.bound == two.value.bound != "exact" and agreement(one, two) >= _AGREES
        for one in own
        for two in both[1 - suspect.side]
    )
    return attrs.evolve(suspect, most=0.0) if alike else suspect


_BOUNDS = ("least", "most")
_ROUNDED = 0.05
"""How far a figure may lie from the one that it rounds."""
_AGREES = 0.5
"""How well two measures of different units agree if one is the other, converted (``values.facts``)."""


def _answered_by_none(suspect: Suspect, pair: Pair) -> Suspect:
    """Let an *all* that faces a *none* of the opposite be no quantity added: *all shops were shut*, *none was open*."""
    dual = any(one.side == suspect.side and one.whole.overlap(suspect.hit.span) > 0 for one in duals(pair))
    return attrs.evolve(suspect, most=0.0) if dual else suspect


def _named_as_needed(suspect: Suspect, pair: Pair) -> Suspect:
    """Let an *unless* beside a *not* be no condition of its own where the other text says what it would take."""
    if suspect.other is not None or not suspect.hit.cue.asks_as("unless"):
        return suspect
    own, other = (negations(*pair.texts[side]) for side in (suspect.side, 1 - suspect.side))
    sentence = clause_around(pair.texts[suspect.side][0], suspect.hit.span, SENTENCE_MARK)
    denying = [hit for hit in own if hit.cue.asks and hit.span.overlap(sentence)]
    if any(hit.cue.asks for hit in other):
        return suspect
    needed = any(says_what_is_needed(pair, hit, suspect.side, own) for hit in denying)
    return attrs.evolve(suspect, most=min(suspect.most, WORTH_A_LOOK)) if needed else suspect


_WHAT = {
    "amount": "a quantity",
    "often": "a frequency",
    "near": "an approximation",
    "hardly": "a negation that leaves a little",
    "least": "a lower bound",
    "most": "an upper bound",
    "only": "a restriction",
    "said": "a reservation about the truth of the claim",
    "belief": "a mark of opinion",
    "seem": "a mark that it only seems so",
    "expected": "a mark that it is only expected",
    "draft": "a mark that this is only proposed",
    "part": "a limit of degree",
    "principle": "a limit of scope",
    "interim": "a limit in time",
    "if": "a condition",
    "unless": "a condition",
    "except": "an exception",
    "full": "a degree",
    "strong": "an intensifier",
    "still": "a mark of time",
    "already": "a mark of time",
    "nolonger": "a mark of time",
}
_CRITICAL = frozenset({"unless", "if", "only", "except", "nolonger"})
_MINOR = frozenset({"full", "strong", "still", "already", "near", "belief"})


class QualifierChecker:
    """Finds qualifiers that were lost, added or changed."""

    @property
    def kind(self) -> DivergenceKind:
        """``qualifier``."""
        return "qualifier"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield one divergence per qualifier that changed."""
        yield from passed_figures(pair)
        yield from changed_only_if(pair)
        sides = _sides(pair)
        few = [*little_for_none(pair, sides), *not_always_for_never(pair, sides), *not_necessarily_for_not(pair)]
        for ours, theirs in few:
            yield Divergence(
                kind="qualifier",
                severity="major",
                confidence=_LITTLE_FOR_NONE,
                rendering=ours.span,
                official=theirs.span,
                reason=(
                    f"The article says “{ours.span.of(pair.rendering)}”, the official text "
                    f"“{theirs.span.of(pair.official)}”: only one of the two denies it altogether."
                ),
            )
        turned = [*unless_for_if(pair, sides)]
        for ours, theirs in turned:
            yield Divergence(
                kind="qualifier",
                severity="critical",
                confidence=_UNLESS_FOR_IF,
                rendering=ours.span,
                official=theirs.span,
                reason=(
                    f"The article says “{ours.span.of(pair.rendering)}”, the official text "
                    f"“{theirs.span.of(pair.official)}”: the one excepts what the other sets as a condition."
                ),
            )
        free = list(if_for_whatever(pair, sides))
        for article, official in free:
            yield Divergence(
                kind="qualifier",
                severity="critical",
                confidence=_IF_FOR_WHATEVER,
                rendering=article,
                official=official,
                reason=(
                    f"The article says “{article.of(pair.rendering)}”, the official text "
                    f"“{official.of(pair.official)}”: only one of the two sets a condition."
                ),
            )
        for suspect in qualifier_suspects(pair):
            if any(suspect.hit.span.overlap(one[suspect.side]) for one in free):
                continue
            if any(suspect.hit.span.overlap(one[suspect.side].span) for one in (*few, *turned)):
                continue
            confidence = suspect.confidence("qualifier")
            if confidence >= FAINT and not is_told_by_negation(pair, suspect):
                yield _divergence(pair, suspect, confidence)


def _divergence(pair: Pair, suspect: Suspect, confidence: float) -> Divergence:
    one = told(pair, suspect)
    cls = next((reading.cls for reading in suspect.hit.cue.readings if reading.asks), "amount")
    if suspect.cut and suspect.side == 1 and one.instead is None:
        reason = f"The quote was cut so that {_WHAT[cls]} of the official text (“{one.cue}”) is missing."
    elif one.instead is None:
        reason = f"The {one.said} has {_WHAT[cls]} (“{one.cue}”) that the {one.silent} lacks."
    else:
        reason = f"The {one.said} says “{one.cue}”, the {one.silent} “{one.instead}”."
    return Divergence(
        kind="qualifier",
        severity=_severity(cls, suspect, pair),
        confidence=confidence,
        rendering=one.rendering,
        official=one.official,
        reason=reason,
        absent=one.absent,
        most=suspect.most,
    )


def _severity(cls: str, suspect: Suspect, pair: Pair) -> Severity:
    if suspect.steps >= 2 and cls == "amount":
        return "critical"
    if suspect.other is not None and suspect.other.cue.reading("hardly"):
        return "major"
    if cls == "only" and suspect.side == 0 and suspect.other is None and _colours_a_figure(pair, suspect.hit):
        return "minor"
    if suspect.other is None and cls in _CRITICAL:
        return "critical"
    return "minor" if cls in _MINOR and not (cls == "near" and _does_not_reach(pair, suspect)) else "major"


def _does_not_reach(pair: Pair, suspect: Suspect) -> bool:
    """Whether a figure is nearly reached, which says more of it than *about* does."""
    return any(
        value.bound == "nearly" and _is_before(suspect.hit, value) for value in find_values(*pair.texts[suspect.side])
    )


def _colours_a_figure(pair: Pair, hit: Hit) -> bool:
    """Whether an *only* of the article only says that a figure is small: "by only 3.3 per cent", "12 % seulement"."""
    near = 2 if pair.rendering_language == "zh" else 4
    return any(
        -1 <= value.span.start - hit.span.end <= near or 0 <= hit.span.start - value.span.end <= 1
        for value in find_values(pair.rendering, pair.rendering_language)
    )
