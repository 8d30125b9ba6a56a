"""Clauses that govern what is quoted and take from its claim: *nothing guarantees that*, « je doute que », 不排除.

Who quotes the governed clause alone has the speaker say what was only hoped, thought possible, studied, or denied.
"""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from polyglot_news.compare.operators.clauses import is_clause
from polyglot_news.compare.operators.conditions import STATEMENT_MARK, missing, rendered_words
from polyglot_news.compare.operators.cues import Hit, Word, matcher, words
from polyglot_news.compare.operators.endings import CONDITIONAL
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.operators.places import RECENT
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, part_end, part_start
from polyglot_news.text import CLAUSE_MARK, Span

if TYPE_CHECKING:
    from polyglot_news.compare.model import Pair
    from polyglot_news.compare.words.evidence import Side

_DENIED = frozenset({"held", "ruled", "seen"})
"""Classes that take from a claim under a negation only."""
_ANSWERS = {"ruled": {"ruled", "possible"}, "doubted": {"doubted", "held"}, "held": {"doubted", "held"}}
_UNREAL = frozenset({"ruled", "possible", "hoped", "assumed"})
"""What a French conditional may render."""
_NEAR = {"en": 16, "fr": 16, "zh": 6}
"""How many characters may lie between the negation and what it denies."""
_SUBJECT = {"en": 12, "fr": 14, "zh": 8}
"""How many words may stand between a frame and what is rendered: the subject, where a fragment leaves that out."""
_OPENING = 4
"""How many words of its own clause may stand before a frame: *I have seen*, « nous n'avons »."""
_LEADING = 3
"""How many of them are shown."""
_LOST = 0.4
"""How much of what it governs may be unrendered where the quote has another clause before it."""
_LINKED = 0.7
# fmt: off
_NO_CLAUSE = {
    "en": re.compile(
        r"\s*(?:what|who|whom|how|why|when|where|which|about|in|to|for|so|much|more|anything|something|and|or|but"
        r"|than|enough|yes|no|it loud|as)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("什么|谁|怎|为何|如何|哪|多少|为什么|到|了|得很"),
}
"""What follows the same words where they govern no clause: *I do not know who*."""
_THAT = {
    "en": re.compile(r"(?: \w+ly)? (?:that|whether|if)\b", re.IGNORECASE),
    "fr": re.compile(
        r"(?: (?:pas|plus|point|jamais|guère))?(?: [\w-]+)?(?: qu[e’']| d[e’']| si\b| à\b)", re.IGNORECASE
    ),
    "zh": re.compile(""),
}
"""What joins the clause to them."""
_ASIDE = re.compile(r"^[^,.;:!?]{0,12}, [^,.;:!?]{1,30}, ")
"""What may stand between the two: « je n'exclus pas, en revanche, que »."""
_DOUBTED = re.compile(r"\b(?:doubt|den(?:y|i)|dout|ni(?:e|ent|er)\b|contest)|怀疑|否认|质疑", re.IGNORECASE)
"""What makes up for a frame that denies: *I do not think anyone doubts that*."""
_WISH = {
    "en": re.compile(r"\W*(?:may|let|long live)\b", re.IGNORECASE),
    "fr": re.compile(r"\W*(?:que\b|qu['’]|puiss|viv(?:e|ent)\b)", re.IGNORECASE),
    "zh": re.compile(r"\W*(?:愿|让|祝|但愿)"),
}
"""What makes a wish of the sentence that it opens: « que les armes se taisent »."""
_CLAUSE = re.compile(r"[^.;:!?]{0,40}?\b(?:que\b|qu[’']|de\b|d[’']|si |s[’'])", re.IGNORECASE)
"""What follows them in French where they do: « je ne crois pas en lui » has none."""
# fmt: on


@attrs.frozen
class Frame:
    """What governs a clause.

    Attributes:
        span: from the words that lead up to it to what joins the clause.
        word: what stands in the table.
        cls: held, ruled, seen, doubted, possible, hoped, studied or assumed.
    """

    span: Span
    word: Span
    cls: str


def dropped_frame(side: Side, pair: Pair) -> Frame | None:
    """Return the frame that governs what is rendered in the official text, where the rendering has none like it."""
    if pair.core is None or (pair.partial and not is_clause(pair.rendering, pair.rendering_language)):
        return None
    for frame in frames(pair.official, pair.official_language):
        if _governs(side, pair, frame) and not _is_answered(side, pair, frame):
            return frame
    return None


@functools.lru_cache(maxsize=RECENT)
def frames(text: str, language: str) -> tuple[Frame, ...]:
    """Find the frames of a text, in order."""
    return tuple(_frames(text, language))


def _frames(text: str, language: str) -> Iterator[Frame]:
    units = words(text, language)
    negative = [hit for hit in negations(text, language) if _is_open(hit)]
    ends = [*itertools.accumulate((hit.span.end for hit in negative), max)]
    for hit in matcher("frame", language).find(units):
        asking = next((reading.cls for reading in hit.cue.readings if reading.asks), None)
        if asking is None or not _has_clause(text, language, hit, asking):
            continue
        place = hit.parts[0]
        first = bisect.bisect_left(ends, place.start - _NEAR[language])
        last = bisect.bisect_left(negative, place.end, key=lambda one: one.span.start)
        denial = next((one for one in negative[first:last] if _denies(one, place, text, language)), None)
        if (denial is not None) != (asking in _DENIED):
            continue
        opening = _first(text, units, hit.word if denial is None else min(denial.word, hit.word))
        that = _THAT[language].match(text, place.end)
        end = max(hit.span.end, that.end() if that else place.end)
        yield Frame(Span(units[opening].start, end), place, asking)


def _first(text: str, units: Sequence[Word], at: int) -> int:
    """Return the first of the words of its clause that lead up to a word."""
    first = at
    while first and at - first < _LEADING and not CLAUSE_MARK.search(text, units[first - 1].start, units[first].start):
        first -= 1
    return first


def _has_clause(text: str, language: str, hit: Hit, cls: str) -> bool:
    """Whether a clause follows words that may govern one; what is studied may be a thing."""
    end = hit.parts[0].end
    if language == "fr":
        return cls in {"studied", "seen"} or _CLAUSE.match(text, end) is not None
    return _NO_CLAUSE[language].match(text, end) is None


def _denies(negation: Hit, place: Span, text: str, language: str) -> bool:
    """Whether a negation stands in a word of a frame, round it, or right before it in its clause."""
    if negation.span.overlap(place):
        return True
    gap = text[negation.span.end : place.start]
    return 0 <= place.start - negation.span.end <= _NEAR[language] and not CLAUSE_MARK.search(gap)


def _governs(side: Side, pair: Pair, frame: Frame) -> bool:
    """Whether a frame stands before what is rendered of its statement, and nothing but a subject between the two."""
    at = next((i for i, word in enumerate(side.words) if word.end > frame.span.start), None)
    if at is None or pair.core is None:
        return False
    low, high = part_start(side, at, STATEMENT_MARK), part_end(side, at, STATEMENT_MARK)
    rendered = rendered_words(side, pair.core, low, high)
    after = [i for i in rendered if side.words[i].start >= frame.word.end]
    if not after:
        return False
    following = next(i for i, word in enumerate(side.words) if word.start >= frame.word.end)
    before = any(i < at - _OPENING for i in rendered_words(side, pair.core, 0, high))
    if before and missing(side, following, high) > _LOST * float(side.weight[following:high].sum()):
        return False
    between = _ASIDE.sub("", side.text[frame.word.end : side.words[after[0]].start])
    if _DOUBTED.search(between):
        return False
    return after[0] - following <= _SUBJECT[pair.official_language] and not CLAUSE_MARK.search(between)


def is_wish(text: str, language: str) -> bool:
    """Whether a text begins as a wish does, and is no question."""
    return _WISH[language].match(text) is not None and "?" not in text and "？" not in text


def hopes(text: str, language: str) -> list[Span]:
    """Return where a text says that somebody hopes."""
    found = matcher("frame", language).find(words(text, language))
    return [hit.span for hit in found if hit.cue.asks_as("hoped")]


def _is_answered(side: Side, pair: Pair, frame: Frame) -> bool:
    """Whether the rendering takes as much from the claim, in whatever words."""
    text, language = pair.rendering, pair.rendering_language
    found = matcher("frame", language).find(words(text, language))
    ours = {reading.cls for hit in found for reading in hit.cue.readings if not reading.asks}
    ours |= {one.cls for one in frames(text, language)}
    if not ours.isdisjoint(_ANSWERS.get(frame.cls, {frame.cls})):
        return True
    if frame.cls == "hoped" and is_wish(text, language):
        return True
    if frame.cls in {"held", "doubted"} and any(_is_open(hit) for hit in negations(text, language)):
        return True
    if language == "fr" and frame.cls in _UNREAL and any(CONDITIONAL.match(unit.text) for unit in words(text, "fr")):
        return True
    return any(
        word.overlap(frame.word) and side.weight[i] >= CONTENT_WEIGHT and side.link[i] >= _LINKED
        for i, word in enumerate(side.words)
    )


def _is_open(negation: Hit) -> bool:
    return negation.cue.asks or negation.cue.readings[0].cls in {"double", "bare"}
