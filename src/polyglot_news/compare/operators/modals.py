"""Modal cues and how strong they are: duty, ability, possibility, future, intention, request."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

import attrs

from polyglot_news.compare.operators.cues import Cue, Hit, Reading, Word, hit_at, matcher, words
from polyglot_news.compare.operators.endings import CONDITIONAL, FUTURE
from polyglot_news.compare.operators.negation import negations, unsurpassed
from polyglot_news.compare.operators.places import RECENT
from polyglot_news.compare.operators.turns import foretold, musts, wished
from polyglot_news.compare.words.idioms import free_phrases, soft, softened
from polyglot_news.text import SENTENCE_MARK, Span, clause_start, to_simplified

_FUTURE_CUE = Cue("-ra", (Reading("will", 3, 3), Reading("duty", 2, 3, 0.5, asks=False)))
_STRESS = {
    "en": ("absolutely", "definitely", "imperatively"),
    "fr": ("absolument", "impérativement", "obligatoirement"),
    "zh": ("绝对", "务必", "一定"),
}
_OUTCOMES = {
    "en": re.compile(
        r"(?:(?:also|well|even|thus|therefore|ultimately|still|in fact) )*"
        r"(?:constitute|amount to|lead to|result in|cause|violate|breach|infringe|contravene|trigger|represent|"
        r"be (?:due|linked|responsible|behind|guilty|in breach)|"
        r"have (?:committed|violated|breached|caused|contributed))\b"
    ),
    "fr": re.compile(
        r"(?:(?:aussi|également|bien|même|ainsi|donc) )*"
        r"(?:constituer|entraîner|conduire à|provoquer|causer|violer|enfreindre|contrevenir|représenter|s' apparenter|"
        r"relever|être (?:dus?|dues?|liée?s?|à l'|responsables?|coupables?)|"
        r"avoir (?:commis|violé|causé|enfreint|contribué))\b"
    ),
}
"""What comes about or not, and is no matter of leave."""
_AT_ONCE = frozenset({"immédiatement", "urgence", "délai", "tarder", "immédiat", "vite", "rapidement"})
_FIRM = 3.0
"""The strength of *must*; « doit » may be less, and is rendered as *should* one time in seven."""
_SOON = 6
"""How many words after a duty may say that it bears no delay."""
_OPENS_CLAUSE = re.compile(r"(?:^|[,.;:!?—–(]|\band|\bor|\bbut)[\s\"'“‘]*$")
_QUESTION = re.compile(r"[^.!;]*\?")
"""What goes on to a question mark in its sentence."""
# fmt: off
_SUBJECTS = frozenset({
    "i", "you", "he", "she", "it", "we", "they", "this", "that", "these", "those", "the", "a", "an", "any", "anyone",
    "anybody", "either", "both", "his", "her", "their", "its", "our",
})
"""What follows a *should* that is an *if*."""
# fmt: on
_EVER = frozenset({"whatever", "however", "whoever", "wherever", "whichever", "whenever", "matter"})
_COMPLEMENT = re.compile(r"(?<=[^\W永从毫绝决并也都还就便])不[了起住开动断垮倒赢着清完成出到得](?!\w?地)")
_CANNOT = Cue("V不C", (Reading("can", 1, 3, 0.8, asks=False), Reading("duty", 1, 3, 0.6, asks=False)))
_CONDITIONAL_CUE = Cue("-rait", (Reading("will", 2, 2, 0.7, asks=False), Reading("maybe", 1, 3, 0.7, asks=False)))
_MAY_HAVE_TO = frozenset({"may have to", "might have to", "could have to"})
_FIGURE = re.compile(r"[有是]?[\d一二两三四五六七八九十百千万数]")
_ONLY_THEN = {
    "en": re.compile(
        r"(?P<stretch>\b(?:may|can|could) (?:[\w'’-]+ ){0,6}only\b"
        r"|\bonly (?:after|once|when|if|then|with)\b[^.;:!?]*)",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\bn(?:e |['’])(?P<stretch>[^.;:!?]{1,60}?\bqu(?:e |['’])"
        r"(?:une fois|après|au terme|à l['’]issue|si|lorsqu|quand|à (?:la )?condition)[^.;:!?]*)",
        re.IGNORECASE,
    ),
}
"""What may be done but so, or then, must be so."""
_DENIED = Reading("denied", asks=False)


@functools.lru_cache(maxsize=16 * RECENT)
def modals(text: str, language: str) -> tuple[Hit, ...]:
    """Find the modal cues of a text in its language, in order."""
    units = words(text, language)
    hits = list(matcher("modality", language).find(units))
    if language == "en":
        hits = [_whatever(hit, units) for hit in hits if not _is_month(text, units, hit)]
        hits = [part for hit in hits for part in _parted(hit, units)]
        hits = [soft(hit) if _is_inverted(text, units, hit) else hit for hit in hits]
    elif language == "zh":
        found = (*_complements(text, units, hits), *musts(text, units))
        hits = sorted([*hits, *found], key=lambda hit: hit.span.start)
        hits = [soft(hit) if _is_possibility(text, hit) or _is_about(text, hit) else hit for hit in hits]
    elif language == "fr":
        hits = _with_endings(text, units, hits)
    if language in _ONLY_THEN:
        hits = [_but_only(text, hit, language) for hit in hits]
    hits = [foretold(text, hit, language) for hit in hits]
    hits = _negated([wished(text, hit) for hit in hits], _denials(text, language))
    if language == "fr":
        hits = [_firm(hit, units) for hit in hits]
    hits = [_uncertain(_emphatic(hit, text, units, language), units, language) for hit in hits]
    return tuple(softened(hits, [*unsurpassed(text, language), *free_phrases(text, language)]))


def _is_possibility(text: str, hit: Hit) -> bool:
    """Whether 可能 is the possibility itself, 人为失误的可能, that nobody says to exist."""
    clause = text[clause_start(text, hit.span.start) : hit.span.start]
    return (
        hit.cue.text == "可能"
        and clause.endswith("的")
        and text[hit.span.end : hit.span.end + 1] in {"", *"，。；：！？、”」"}
        and not any(verb in clause for verb in "有在无没")
    )


def _is_about(text: str, hit: Hit) -> bool:
    """Whether 大概 stands before a figure: *about*."""
    return hit.cue.text == "大概" and _FIGURE.match(text, hit.span.end) is not None


def _whatever(hit: Hit, units: Sequence[Word]) -> Hit:
    """Let the *may* of "whatever may come" be no possibility: other languages have none there."""
    before = {unit.text for unit in units[max(0, hit.word - _SOON) : hit.word]}
    return hit if hit.cue.text not in {"may", "might"} or before.isdisjoint(_EVER) else soft(hit)


def _parted(hit: Hit, units: Sequence[Word]) -> Sequence[Hit]:
    """Read *may have to* as a *may* and a *have to*: « devra peut-être » answers both, « devra » but one of them."""
    if hit.cue.text not in _MAY_HAVE_TO:
        return [hit]
    first, rest = units[hit.word], units[hit.word + 1]
    spans = Span(first.start, first.end), Span(rest.start, hit.span.end)
    return [
        Hit(span=spans[0], cue=Cue(first.text, (Reading("maybe", needs=0.7),)), word=hit.word, parts=spans[:1]),
        attrs.evolve(hit, span=spans[1], word=hit.word + 1, parts=spans[1:]),
    ]


def _is_inverted(text: str, units: Sequence[Word], hit: Hit) -> bool:
    """Whether the *should* that opens a clause is an *if*: "should he refuse, …"."""
    after = units[hit.word + 1].text if hit.cue.text == "should" and hit.word + 1 < len(units) else ""
    opens = _OPENS_CLAUSE.search(text[: hit.span.start]) is not None
    return opens and after in _SUBJECTS and not _QUESTION.match(text, hit.span.end)


def _complements(text: str, units: Sequence[Word], hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield what cannot be done, as Chinese says it by the complement of a verb: 割不断."""
    for match in _COMPLEMENT.finditer(text):
        span = Span(*match.span())
        if not any(span.overlap(hit.span) for hit in hits):
            yield hit_at(span, _CANNOT, units)


def _uncertain(hit: Hit, units: Sequence[Word], language: str) -> Hit:
    """Let *may* be no permission before what nobody permits: "may constitute a crime"."""
    outcomes = _OUTCOMES.get(language)
    can = hit.cue.reading("can")
    if outcomes is None or can is None or not can.asks or hit.cue.reading("maybe") is None:
        return hit
    after = hit.word + len(hit.cue.text.split())
    following = " ".join(unit.text for unit in units[after : after + _SOON])
    if outcomes.match(following) is None:
        return hit
    others = [reading for reading in hit.cue.readings if reading is not can]
    return attrs.evolve(hit, cue=Cue(hit.cue.text, (*others, attrs.evolve(can, asks=False))))


def _but_only(text: str, hit: Hit, language: str) -> Hit:
    """Let *may put out their lines only at night* be a *must*, as *may only* is, and *only then can they*."""
    if not hit.cue.reading("can") or not any(
        Span(*match.span("stretch")).overlap(hit.span) for match in _ONLY_THEN[language].finditer(text)
    ):
        return hit
    readings = tuple(attrs.evolve(reading, asks=False) for reading in hit.cue.readings)
    return attrs.evolve(hit, cue=Cue(hit.cue.text, (*readings, Reading("duty", 3, 3, 0.9, asks=False))))


def _is_month(text: str, units: Sequence[Word], hit: Hit) -> bool:
    return (
        hit.cue.text == "may"
        and hit.span.of(text) == "May"
        and (
            not _opens_sentence(text, hit.span.start)
            or (len(units) > hit.word + 1 and units[hit.word + 1].text.isdigit())
        )
    )


def _opens_sentence(text: str, at: int) -> bool:
    """Whether a word opens a sentence, or what is quoted: there its capital tells nothing."""
    before = text[:at].rstrip(" \u00a0\"“‘'(")
    return not before or before[-1] == ":" or SENTENCE_MARK.match(text, len(before) - 1) is not None


def _with_endings(text: str, units: Sequence[Word], hits: list[Hit]) -> list[Hit]:
    """Add the futures and conditionals that the ending of a French verb shows."""
    taken = {
        k
        for hit in hits
        if hit.cue.asks or hit.cue.reading("past")
        for k in range(hit.word, hit.word + hit.cue.text.count(" ") + 1)
    }
    found = list(hits)
    for i, unit in enumerate(units):
        if i in taken or len(unit.text) < 4 or (i and text[unit.start].isupper()):
            continue
        cue = _FUTURE_CUE if FUTURE.match(unit.text) else _CONDITIONAL_CUE if CONDITIONAL.match(unit.text) else None
        if cue is not None:
            span = Span(unit.start, unit.end)
            found.append(Hit(span=span, cue=cue, word=i, parts=(span,)))
    return sorted(found, key=lambda hit: hit.span.start)


def _denials(text: str, language: str) -> list[Hit]:
    """Return the negations that a modal may stand with, those that another word turns included: *shall not exceed*."""
    turned = language != "zh"  # there, such a one is a modal by itself: 不得不
    return [hit for hit in negations(text, language) if hit.cue.asks or (turned and hit.cue.reading("double"))]


def _negated(hits: list[Hit], negative: Sequence[Hit]) -> list[Hit]:
    """Let a negated duty or ability mean both: *must not*, *may not* and *cannot* forbid alike.

    A negated ability needs no answer of its own: *they cannot find it* is as well *they do not find it*.
    """
    found = []
    waiting = [n.span for n in negative]
    first = 0
    for hit in hits:
        cue = hit.cue
        while first < len(waiting) and waiting[first].end < hit.span.start:
            first += 1
        classes = {reading.cls for reading in cue.readings if reading.asks} & {"duty", "can"}
        if classes and first < len(waiting) and waiting[first].start - 4 <= hit.span.end:
            readings = tuple(
                attrs.evolve(reading, asks=False) if reading.cls in {"can", "maybe"} else reading
                for reading in cue.readings
            )
            extra = tuple(Reading(cls, 1, 3, asks=False) for cls in ("duty", "can") if cls not in classes)
            cue = Cue(cue.text, (*readings, *extra, _DENIED))
        found.append(attrs.evolve(hit, cue=cue))
    return found


def _firm(hit: Hit, units: Sequence[Word]) -> Hit:
    """Let « doit » be no less than *must* where it bears no delay: "doit partir immédiatement"."""
    duty = hit.cue.reading("duty")
    following = {unit.text for unit in units[hit.word + 1 : hit.word + 1 + _SOON]}
    if duty is None or duty.high < _FIRM or not duty.asks or hit.cue.reading("can") or following.isdisjoint(_AT_ONCE):
        return hit
    readings = tuple(attrs.evolve(reading, low=_FIRM) if reading is duty else reading for reading in hit.cue.readings)
    return attrs.evolve(hit, cue=Cue(hit.cue.text, readings))


def _emphatic(hit: Hit, text: str, units: Sequence[Word], language: str) -> Hit:
    """Let a duty that is stressed (*absolutely must*) weigh half a step more; a stressed ban is no more than a ban."""
    duty = hit.cue.reading("duty")
    if duty is None or not duty.asks or hit.cue.reading("can") is not None:
        return hit
    if language == "zh":
        stressed = to_simplified(text[max(0, hit.span.start - 2) : hit.span.start]) in _STRESS["zh"]
    else:
        after = hit.word + len(hit.cue.text.split())
        beside = {unit.text for unit in (*units[max(0, hit.word - 1) : hit.word], *units[after : after + 1])}
        stressed = not beside.isdisjoint(_STRESS[language])
    if not stressed:
        return hit
    strength = max(duty.low, duty.high) + 0.5
    readings = tuple(
        attrs.evolve(reading, low=strength, high=strength) if reading is duty else reading
        for reading in hit.cue.readings
    )
    return attrs.evolve(hit, cue=Cue(hit.cue.text, readings))
