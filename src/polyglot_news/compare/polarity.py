"""Negation lost or added between a rendering and the official text.

Open negation (*not*, *ne … pas*, 不) on one side needs a negative on the other: open again, or a word that carries it
(*unable*, *manquer de*, 缺乏), as far as that word does so in translated text. What is left over was lost or added.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

import attrs

from polyglot_news.compare.figures.complements import is_of_complement
from polyglot_news.compare.figures.universals import some_are_left
from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.compare.operators.answers import turned_answer
from polyglot_news.compare.operators.contrast import contrast_in, corrects, exchanged
from polyglot_news.compare.operators.cues import Cue, Hit, Reading
from polyglot_news.compare.operators.duals import duals
from polyglot_news.compare.operators.elsewhere import denied_elsewhere, without_plain
from polyglot_news.compare.operators.failing import told_as_done
from polyglot_news.compare.operators.litotes import (
    compares_all,
    compares_less,
    counted_once,
    is_litotes,
    says_none_but,
    says_until_when,
    says_what_is_needed,
)
from polyglot_news.compare.operators.negation import PERHAPS_EVEN, negations
from polyglot_news.compare.operators.opposites import opposites
from polyglot_news.compare.operators.places import RECENT, places_of
from polyglot_news.compare.operators.reach import between, governs
from polyglot_news.compare.operators.suspects import ALARM, FAINT, WORTH_A_LOOK, Suspect, suspects, told
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, evidence, mutual_pairs
from polyglot_news.text import CLAUSE_MARK, is_parted

_VERB_KEEPS_NOT = 0.8
"""How often a translation that keeps the verb of "not prevent" keeps the "not", too; the others put the verb freely."""
_UNDOUBLED = Reading("not", needs=_VERB_KEEPS_NOT)
_HALVED = Reading("not", needs=0.9)
"""The same where that is surely the verb: 不排除 for *rule out*."""
_HALF = 0.9
"""How sure it is then that the *not* was lost or added."""
_SAME_VERB = [
    re.compile(pattern)
    for pattern in (
        "rul|exclu|écart|排除",
        r"\bden[yi]|\bn(?:i|y)|démen|否认",
        "lack|manqu|缺乏|缺少",
        "prevent|empêch|阻止",
        "hesit|hésit|犹豫",
        r"\bhid|conceal|disguis|cach|dissimul|掩饰|隐瞒",
        "escap|échapp|逃",
        "oppos|object|反对",
        "afraid|scared|frighten|peur|crai|怕",
    )
]

_EXCHANGED = 0.85
"""How sure it is that a contrast was turned round whose two sides stand in each other's place."""


_ANSWERED_OTHERWISE = 0.9
"""How sure it is that a *yes* stands for a flat *no*."""

_ANSWERED = 0.11
"""How much of a negation may remain unanswered beside a verb that carries one: *advise against* for *not recommend*."""

_IN_PLACE = 0.4

_CONCEDED = 0.75
"""How sure it is that a "but not" was turned into an "if not", which says *perhaps even*."""
_BUT = {
    "en": re.compile(r"\b(?:but|though|yet)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:mais|quoique|pourtant)\b", re.IGNORECASE),
    "zh": re.compile("但|却|不过|然而"),
}
_LINKED = 0.5

_HARDLY = 0.2
"""How sure it is at most that a negation was lost or added which such a verb answers, or an *until*."""

_WITH = {"en": frozenset({"with"}), "fr": frozenset({"avec"}), "zh": frozenset[str]()}
_NO = frozenset({"no", "not", "any", "absence", "lack", "little", "few", "aucun", "aucune", "pas", "peu"})
"""Between a *with* and what it is about, these make a *without* of it."""
_TURNED_INTO_WITH = 0.85
"""How sure it is that a *without* was turned into the *with* that stands before what it is about, or the other way."""
_ABOUT = 3
"""How many telling words after a *without* can be what it is about."""
_BEFORE = 4
"""How many words before one a *with* may stand: « avec l'accord du propriétaire »."""

_OPENS = 1
"""How many characters may lie between the *not* of a contrast and what it rejects."""

_FEW = frozenset({"few", "fewer", "peu", "很少", "极少", "甚少", "少有", "鲜有"})
_NO_FEW = 0.1
"""How far a *few* answers a *nobody*: that somebody is left is what it says."""

_SO_THAT_NOT = re.compile(
    r"\b(?:so(?: that)?|in order that|so as|ensur\w+|mak\w+ (?:sure|certain)|see\w* to it|guarante\w+|in order"
    r"|afin|pour|de (?:sorte|façon|manière)|(?:fai\w+|fass\w+|fer\w+) en sorte|veill\w+ à ce|garanti\w*|assur\w+"
    r")\b[^.;:!?]{0,80}$|(?:确保|以便|使得?|保证|务求)[^。；！？]{0,20}$",
    re.IGNORECASE,
)
"""What leads up to a negation that tells what is to be kept from happening: "so that it does not happen again"."""
_KEEPING_FROM = re.compile(
    r"^(?:prevent|avoid|avert|forestall|lest|keep|"
    r"stop|ceas|refrain|deter|against|empêch|évit|prévenir|prévien|conjur|de peur|de crainte"
    r"|停止|放弃|cess|arrêt|renon|避免|防止|以免|免得|预防|防范|防|避|杜绝|以防|免)"
)
_LETTING = re.compile(
    r"\b(?:let|allow|permit)|\b(?:laiss|perme[tm]|toléré)|[让任]|允许|容许|不要(?=\w)|请?勿|请别|别再", re.IGNORECASE
)
"""What tells, after a *not*, that a thing is kept from happening."""
_PREVENTED = 0.95
"""How well such a verb answers it, and the other way round."""

_REACH = 12
"""How many characters may lie between a negation and the word that it turns into its opposite."""


@functools.lru_cache(maxsize=RECENT)
def polarity_suspects(pair: Pair) -> tuple[Suspect, ...]:
    """Find the negations of either side that the other side does not answer."""
    sides = _undoubled(pair, _prevented(pair, without_plain(pair, _negations(pair))))
    found = suspects(pair, sides, _affinity, denied_elsewhere(pair, sides))
    return tuple(_doubted(pair, suspect) for suspect in _without_opposites(pair, found)) if found else ()


def open_negations(pair: Pair) -> tuple[int, int]:
    """Count the open negations of the rendering and of the official text, without those that turn up as litotes."""
    rendering, official = (sum(hit.cue.asks for hit in side) for side in _negations(pair))
    litotes = [suspect.side for suspect in polarity_suspects(pair) if suspect.most < 1.0]
    return rendering - litotes.count(0), official - litotes.count(1)


def _negations(pair: Pair) -> tuple[list[Hit], list[Hit]]:
    sides = [counted_once(text, language, negations(text, language)) for text, language in pair.texts]
    return sides[0], sides[1]


def _prevented(pair: Pair, sides: tuple[list[Hit], list[Hit]]) -> tuple[list[Hit], list[Hit]]:
    """Let verbs of prevention answer as well as a *not* where the other side has a *so that … not*."""
    kept = [list(side) for side in sides]
    for side, own in enumerate(sides):
        text = pair.texts[side][0]
        if any(hit.cue.asks and _keeps_from(hit, text) for hit in own):
            kept[1 - side] = [_keeping_from(hit) for hit in sides[1 - side]]
    return kept[0], kept[1]


def _keeps_from(hit: Hit, text: str) -> bool:
    """Whether a negation tells what is to be kept from happening."""
    beside = text[hit.span.start : hit.span.end + _REACH]
    return _SO_THAT_NOT.search(text[: hit.span.start]) is not None or _LETTING.search(beside) is not None


def _keeping_from(hit: Hit) -> Hit:
    if hit.cue.asks or not _KEEPING_FROM.match(hit.cue.text):
        return hit
    return attrs.evolve(hit, cue=Cue(hit.cue.text, (Reading("verb", answers=_PREVENTED, asks=False),)))


def _doubted(pair: Pair, suspect: Suspect) -> Suspect:
    """Let a negation be hardly one lost or added where a verb answers it, worth a look where it may be a litotes."""
    if any(reading is _HALVED for reading in suspect.hit.cue.readings):
        return attrs.evolve(suspect, least=_HALF)
    if _is_conceded(pair, suspect):
        return attrs.evolve(suspect, least=_CONCEDED)
    if suspect.rule == "without alone" and not suspect.cut and _is_with(pair, suspect):
        return attrs.evolve(suspect, least=_TURNED_INTO_WITH)
    if compares_all(pair, suspect.hit, suspect.side) or compares_less(pair, suspect.hit, suspect.side):
        return attrs.evolve(suspect, most=_HARDLY)
    if some_are_left(pair, suspect.hit, suspect.side) or says_none_but(pair, suspect.hit, suspect.side):
        return attrs.evolve(suspect, most=_HARDLY)
    if _is_answered(suspect) or says_until_when(pair, suspect.hit, suspect.side) or _is_contrast(pair, suspect):
        return attrs.evolve(suspect, most=_HARDLY)
    if suspect.confidence("polarity") < FAINT:
        return suspect
    if is_of_complement(pair, suspect.side, suspect.hit.span):
        return attrs.evolve(suspect, most=_HARDLY)
    doubted = is_litotes(pair, suspect.hit, suspect.side) or _names_a_need(pair, suspect)
    return attrs.evolve(suspect, most=WORTH_A_LOOK) if doubted else suspect


def _names_a_need(pair: Pair, suspect: Suspect) -> bool:
    sides = _negations(pair)
    own, other = sides[suspect.side], sides[1 - suspect.side]
    return not any(hit.cue.asks for hit in other) and says_what_is_needed(pair, suspect.hit, suspect.side, own)


def _is_conceded(pair: Pair, suspect: Suspect) -> bool:
    """Whether "difficult, but not hopeless" faces a "difficult, if not hopeless"."""
    own, language = pair.texts[suspect.side]
    if not _BUT[language].search(own[max(0, suspect.hit.span.start - _REACH) : suspect.hit.span.start]):
        return False
    places = places_of(pair)
    even = [hit for hit in negations(*pair.texts[1 - suspect.side]) if hit.cue is PERHAPS_EVEN]
    links = (places.link(*(suspect.hit, hit)[:: 1 if suspect.side == 0 else -1]) for hit in even)
    return any(link >= _LINKED for link in links)


def _is_contrast(pair: Pair, suspect: Suspect) -> bool:
    """Whether a *not* opens what a contrast rejects, and the other side has a contrast, too: *B rather than A*."""
    own = contrast_in(*pair.texts[suspect.side])
    if own is None or abs(suspect.hit.span.end - own.out.start) > _OPENS:
        return False
    other = pair.texts[1 - suspect.side]
    return contrast_in(*other) is not None or corrects(*other)


def _is_with(pair: Pair, suspect: Suspect) -> bool:
    """Whether a *with* stands before what renders the words that a *without* is about."""
    found = evidence(pair)
    if found is None:
        return False
    own, other = found.seen_from(suspect.side)
    language = pair.texts[1 - suspect.side][1]
    about = [i for i, word in enumerate(own.words) if word.start >= suspect.hit.span.end]
    about = [i for i in about if own.weight[i] >= CONTENT_WEIGHT][:_ABOUT]
    pairs = ((i, j) if suspect.side == 0 else (j, i) for i, j in mutual_pairs(found))
    for i, j in pairs:
        if i not in about or own.link[i] < _LINKED:
            continue
        if CLAUSE_MARK.search(own.text, suspect.hit.span.end, own.words[i].start):
            continue
        for k in range(j - 1, max(-1, j - 1 - _BEFORE), -1):
            if is_parted(other.text, other.words, k + 1):
                break
            word = other.words[k].of(other.text).lower()
            if word in _WITH[language]:
                return True
            if word in _NO:
                break
    return False


def _is_answered(suspect: Suspect) -> bool:
    """Whether what answers a negation does so almost surely, and from its place."""
    return suspect.features["residue"] <= _ANSWERED and suspect.features["near soft"] >= _IN_PLACE


_MUST = frozenset({"不得不", "不能不", "不可不", "非得", "忍不住", "禁不住", "免不了", "离不开", "少不了"})
"""Double negatives that say *must*: no verb with a negation answers these."""


def _undoubled(pair: Pair, sides: tuple[list[Hit], list[Hit]]) -> tuple[list[Hit], list[Hit]]:
    """Let a double negative ask for its "not" where the other side has its verb alone.

    "They were not prevented" may be rendered as "they could", and needs no negation there; as "they were prevented" it
    may not; nor does a verb that answers one of another clause tell (总量不缺，缺的是人).
    """
    kept = [list(side) for side in sides]
    for side, own in enumerate(sides):
        other = sides[1 - side]
        (text, _), (other_text, _) = pair.texts[side], pair.texts[1 - side]
        double = [hit for hit in own if _cls(hit) == "double"]
        verbs = [hit for hit in other if _cls(hit) == "verb"]
        if len(double) != 1 or any(_cls(hit) == "double" for hit in other):
            continue
        if double[0].span.of(text) in _MUST:
            continue
        same = [hit for hit in verbs if _is_same_verb(text, double[0], hit.span.of(other_text))]
        asking = [hit for hit in other if hit.cue.asks]
        apart = any(_cls(hit) == "verb" and _is_apart(text, hit, double) for hit in own)
        if len(same) == 1 and not any(_stands_by(other_text, hit, same[0]) for hit in asking):
            verbs = same
        elif asking or apart or len(verbs) != 1:
            continue
        cue = Cue(double[0].cue.text, (_HALVED if same else _UNDOUBLED,))
        kept[side] = [attrs.evolve(hit, cue=cue) if hit is double[0] else hit for hit in own if _cls(hit) != "verb"]
        kept[1 - side] = [hit for hit in other if hit is not verbs[0]]
    return kept[0], kept[1]


def _is_same_verb(text: str, double: Hit, verb: str) -> bool:
    """Whether a double negative denies a verb of the other side: « n'a pas caché », *hid*."""
    denied = text[double.span.start : double.span.end + _REACH].lower()
    return any(pattern.search(denied) and pattern.search(verb.lower()) for pattern in _SAME_VERB)


def _stands_by(text: str, negation: Hit, verb: Hit) -> bool:
    """Whether a negation stands so near before a verb, in its clause, that it may deny it."""
    near = negation.span.start <= verb.span.start <= negation.span.end + _REACH
    return near and CLAUSE_MARK.search(text, negation.span.end, max(negation.span.end, verb.span.start)) is None


def _is_apart(text: str, verb: Hit, double: Sequence[Hit]) -> bool:
    """Whether a verb stands in another clause than each double negative."""
    ends = (sorted((one.span, verb.span), key=lambda span: span.start) for one in double)
    return all(CLAUSE_MARK.search(text, first.end, max(first.end, last.start)) for first, last in ends)


def _cls(hit: Hit) -> str:
    return hit.cue.readings[0].cls


def _without_opposites(pair: Pair, found: list[Suspect]) -> list[Suspect]:
    """Drop each negation that an opposite on the other side makes up for (*not safe*, *dangereux*)."""
    turned = [suspect for suspect, is_turned in opposites(pair) if is_turned]
    kept = []
    for suspect in found:
        text, language = pair.texts[suspect.side]
        own = [other.hit if other.side == suspect.side else other.other for other in turned]
        beside = any(hit is not None and _is_beside(suspect.hit, hit, text, language) for hit in own)
        beside |= any(suspect.side != one.side and suspect.hit.span.overlap(one.negation) > 0 for one in duals(pair))
        if _is_answered(suspect) or not beside:
            kept.append(suspect)
    return kept


def _is_beside(negation: Hit, hit: Hit, text: str, language: str) -> bool:
    """Whether a word stands near a negation, between its halves ("n'acceptera pas"), or after a "no" in its clause."""
    if negation.span.overlap(hit.span) > 0 or abs(hit.span.start - negation.span.end) <= _REACH:
        return True
    if hit.span.start > negation.span.end and len(between(negation, hit, text)) <= _REACH:
        return True
    return hit.span.start > negation.span.end and governs(negation, hit, text, language)


def _affinity(a: Hit, b: Hit) -> float:
    """How well two negative cues can stand for each other, 0 to 1: any negation answers any other."""
    one, other = a.cue.readings[0], b.cue.readings[0]
    if any(no.cls == "no" and few.cue.text in _FEW for no, few in ((one, b), (other, a))):
        return _NO_FEW
    if one.asks and other.asks:
        return 1.0 if one.cls == other.cls else 0.95
    if one.asks or other.asks:
        return min(one.answers, other.answers)
    return 1.0 if one.cls == other.cls else 0.5


def is_told_by_negation(pair: Pair, suspect: Suspect) -> bool:
    """Whether another operator stands on the very words of a negation that is reported as lost or added."""
    return any(
        negation.side == suspect.side
        and negation.hit.span.overlap(suspect.hit.span) > 0
        and negation.confidence("polarity") >= ALARM
        for negation in polarity_suspects(pair)
    )


class PolarityChecker:
    """Finds negation that was lost or added."""

    @property
    def kind(self) -> DivergenceKind:
        """``polarity``."""
        return "polarity"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield one divergence per negation that stands on one side only, and one for a contrast turned round."""
        for suspect in polarity_suspects(pair):
            confidence = suspect.confidence("polarity")
            if confidence >= FAINT:
                yield _divergence(pair, suspect, confidence)
        yield from told_as_done(pair)
        answers = turned_answer(pair)
        if answers is not None:
            yield Divergence(
                kind="polarity",
                severity="critical",
                confidence=_ANSWERED_OTHERWISE,
                rendering=answers[0],
                official=answers[1],
                reason=(
                    f"The article answers “{answers[0].of(pair.rendering)}”, "
                    f"the official text “{answers[1].of(pair.official)}”."
                ),
                settled=True,
            )
        turned = exchanged(pair)
        if turned is not None:
            ours, theirs = turned
            yield Divergence(
                kind="polarity",
                severity="critical",
                confidence=_EXCHANGED,
                rendering=ours.out,
                official=theirs.out,
                reason=(
                    f"The article rejects “{ours.out.of(pair.rendering).strip()}”, "
                    f"the official text “{theirs.out.of(pair.official).strip()}”."
                ),
            )


def _divergence(pair: Pair, suspect: Suspect, confidence: float) -> Divergence:
    one = told(pair, suspect, alone=True)
    reason = f"The {one.said} negates this (“{one.cue}”), the {one.silent} does not."
    if suspect.cut and suspect.side == 1 and pair.partial:  # a whole sentence may have lost its negation without a cut
        reason = f"The quote was cut so that the negation of the official text (“{one.cue}”) is missing."
    return Divergence(
        kind="polarity",
        severity="critical",
        confidence=confidence,
        rendering=one.rendering,
        official=one.official,
        reason=reason,
        absent=one.absent,
        most=suspect.most,
    )
