"""Contrasts (*X, and not Y*; X而非Y; *non X, mais Y*) whose two sides were exchanged."""

from __future__ import annotations

import re

import attrs

from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.clauses import is_clause
from polyglot_news.compare.operators.directed import directions
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, Side, evidence, mutual_links
from polyglot_news.text import Span, clause_end, clause_start, in_simplified

_LINKED = 0.5
"""How surely two telling words must be linked to stand for each other."""

_DOUBTED = 0.2
"""How surely the two rejected sides may be linked that were exchanged."""

_SURE = 0.8
"""The same where the words of but one rejected side show that it is kept in the other text."""

_FACING = 2
"""How many telling words of what is kept, beside what is rejected, must not be rendered where only the latter is."""

_UNRENDERED = 0.6

_KEPT_FIRST = {
    "en": r"(?:[,;—–]\s*|\b(?:and|but) )(?:(?:and|but) )?not "
    r"(?!only|just|merely|simply|yet|least|limited|exclusively|for (?:lack|want)|without)"
    r"|,? (?:rather than|instead of|as opposed to) "
    r"|[,;.]\s*(?:it|this|that)(?:(?: is|['’]s| was) not|(?: isn| wasn)['’]t) (?!only|just|merely|simply|yet)",
    "fr": r"(?:[,;—–]\s*|\b(?:et|mais) )(?:(?:et|mais) )?(?:non pas|non|pas) "
    r"(?!seulement|plus|moins|exclusivement|limit|sans)"
    r"|,? (?:plutôt qu(?:e |['’])|au lieu d(?:e |['’]))"
    r"|[,;.]\s*(?:ce|il) n['’](?:est|était) pas (?!seulement|plus|moins|encore)",
    "zh": r"[，、,]?(?:而非|而不是|而并非|而不|不是|并非)(?!如此|这样)",
}
_KEPT_LAST = {
    "en": r"(?:\bnot|n['’]t) (?!only|just|merely|simply)(?P<out>[^.;:!?]{2,80}?)"
    r"(?:,? but (?:rather )?(?!(?:that|this|it|he|she|they|we|i|there)\b)"
    r"|[,;.—–]\s*(?:it|this|that|they)(?: is| was| are| were|['’]s|['’]re) (?!not\b|also\b))",
    "fr": r"\b(?:non pas|non|pas) (?!seulement)(?P<out>[^.;:!?]{2,80}?)"
    r"(?:,? mais (?:plutôt )?(?!ce n['’]|(?:il|elle|ils|elles|on|nous|je|cela|ça)\b)"
    r"|[,;.—–]\s*(?:c['’]est|c['’]était|il s['’]agit) (?!pas\b|aussi\b|pourquoi\b))",
    "zh": r"(?<!是)(?:不是|并非|不在于|不靠)(?P<out>[^。；：！？]{1,40}?)"
    r"(?:[，,]?(?:而是|而在于|而靠)|[，,；;](?:这|那|它)?是(?![否不因以]))",
}


_CORRECTS = {
    "en": re.compile(
        r"\b(?:correct\w*|instead|rather|replac\w+|contrary|mistaken\w*|wrong\w*|false\w*|untrue|by mistake|at first"
        r"|from [^.;]{1,60} to)\b|\bif [^.;]{1,40} (?:is|are) right\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:corrig\w+|rectifi\w+|au lieu|plutôt|remplac\w+|contraire\w*|inverse|à tort|faux|fausse\w*|démen\w+"
        r"|d['’]abord)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("改[为成]|更正|纠正|反而|相反|代之|取代|[误错]|原先|起初|称为|说成"),
}
"""What tells without a *not* that one thing stands for another: 由十年改为六年 is *six years, not ten*."""


def corrects(text: str, language: str) -> bool:
    """Whether a text puts one thing for another in words of its own."""
    return _CORRECTS[language].search(in_simplified(text, language)) is not None


@attrs.frozen
class Contrast:
    """What a text keeps, and what it rejects in its stead."""

    kept: Span
    out: Span


def contrast_in(text: str, language: str) -> Contrast | None:
    """Return the contrast of a text that holds exactly one."""
    plain = in_simplified(text, language)
    last = list(re.finditer(_KEPT_LAST[language], plain, re.IGNORECASE))
    first = [] if last else list(re.finditer(_KEPT_FIRST[language], plain, re.IGNORECASE))
    if len(last) == 1:
        match = last[0]
        return Contrast(Span(match.end(), clause_end(plain, match.end())), Span(*match.span("out")))
    if len(first) == 1:
        match = first[0]
        return Contrast(
            Span(clause_start(plain, match.start()), match.start()), Span(match.end(), clause_end(plain, match.end()))
        )
    return None


def exchanged(pair: Pair) -> tuple[Contrast, Contrast] | None:
    """Return the contrasts of rendering and official text, where each keeps what the other rejects."""
    ours = contrast_in(pair.rendering, pair.rendering_language)
    theirs = contrast_in(pair.official, pair.official_language)
    if ours is None or theirs is None:
        return None
    straight = _same_poles(pair, ours, theirs)
    if straight is not None:
        return None if straight else (ours, theirs)
    words = evidence(pair)
    if words is None or any(link >= _DOUBTED for link in mutual_links(words, ours.out, theirs.out)):
        return None
    gone = list(mutual_links(words, ours.out, theirs.kept)), list(mutual_links(words, ours.kept, theirs.out))
    both = all(max(links, default=0.0) >= _LINKED for links in gone)
    wholly = any(
        0 < _telling(side, out) <= sum(link >= _SURE for link in links)
        for side, out, links in ((words.rendering, ours.out, gone[0]), (words.official, theirs.out, gone[1]))
    )
    return (ours, theirs) if both or wholly else None


def affirmed(pair: Pair) -> Contrast | None:
    """Return the contrast of the official text, of which a rendering without one has only what is rejected."""
    theirs = contrast_in(pair.official, pair.official_language)
    if theirs is None or contrast_in(pair.rendering, pair.rendering_language) is not None:
        return None
    text, language = pair.rendering, pair.rendering_language
    # The article may deny what it quotes, where that is but the name of a thing.
    denies = any(
        hit.cue.asks or hit.cue.reading("double") or hit.cue.reading("not") for hit in negations(text, language)
    )
    words = None if denies or (pair.partial and not is_clause(text, language)) else evidence(pair)
    if words is None:
        return None
    side = words.official
    out, kept = _telling_in(side, theirs.out), _telling_in(side, theirs.kept)
    # What is kept may begin with what both have in common (*the rise reflects A rather than B*), and in Chinese a noun
    # stands behind all that is said of it.
    count = min(_FACING, len(out))
    last = theirs.kept.start < theirs.out.start or pair.official_language == "zh"
    facing = kept[-count:] if last else kept[:count]
    taken = out and all(side.link[i] >= _LINKED for i in out)
    lost = facing and all(side.doubt[i] >= _UNRENDERED for i in facing)
    return theirs if taken and lost else None


def _same_poles(pair: Pair, ours: Contrast, theirs: Contrast) -> bool | None:
    """Whether both texts keep the same pole of a scale (*before*, not *after*); None where they tell of no scale."""
    here = _poles(pair.rendering, pair.rendering_language, ours)
    there = _poles(pair.official, pair.official_language, theirs)
    told = [here[scale] == there[scale] for scale in here.keys() & there.keys()]
    return all(told) if told else None


def _poles(text: str, language: str, contrast: Contrast) -> dict[str, float]:
    """Return, by scale, the pole that a contrast keeps where it rejects the other one."""
    kept, out = (
        {
            (reading.cls, reading.low)
            for hit in directions(text, language)
            if hit.span.overlap(span)
            for reading in hit.cue.readings
        }
        for span in (contrast.kept, contrast.out)
    )
    return {scale: pole for scale, pole in kept if (scale, -pole) in out}


def _telling(side: Side, span: Span) -> int:
    """Return how many telling words a stretch has."""
    return len(_telling_in(side, span))


def _telling_in(side: Side, span: Span) -> list[int]:
    return [i for i, word in enumerate(side.words) if word.overlap(span) and side.weight[i] >= CONTENT_WEIGHT]
