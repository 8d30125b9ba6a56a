"""A rendering beside the official passage, segmented and aligned once for all checkers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import attrs

from polyglot_news.compare.cuts import dropped_clause
from polyglot_news.compare.figures.sums import without_sums
from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.clauses import is_clause
from polyglot_news.compare.operators.conditions import is_unrendered
from polyglot_news.compare.words.evidence import Side, evidence
from polyglot_news.errors import InputError
from polyglot_news.provisions import unsaid_numbers
from polyglot_news.text import SENTENCE_MARK, Span, blank, check_whole, in_simplified, is_parted

_MARKS = " \u00a0\u202f\"“”«»’'"
_STOPS = (".", "!", "?", "…", "。", "！", "？")
_COMMAS = (",", "，")
# fmt: off
_JOINING = frozenset((
    "and", "or", "but", "nor", "while", "et", "ou", "mais", "ni", "tandis", "alors",
    "和", "与", "及", "以及", "并", "并且", "而", "而且", "但", "但是", "或",
))
# fmt: on
_FIGURE = re.compile(r"[€$£¥]? ?\d")
_LITTLE = 0.8  # on the scale of ``Side.weight``: less than one rare word


def make_pair(
    rendering: str,
    official: str,
    rendering_language: str | None = None,
    official_language: str | None = None,
    *,
    core: Span | None = None,
) -> Pair:
    """Segment both texts into words and align them; Chinese in simplified characters.

    Args:
        rendering: the quoted text.
        official: the official passage.
        rendering_language: "en", "fr" or "zh"; detected if not given.
        official_language: "en", "fr" or "zh"; detected if not given.
        core: the part of ``official`` that the rendering covers, where that is known; the rest counts as cut off.

    Raises:
        InputError: one of the texts is empty.
        LanguageError: one of the texts is not in English, French or Chinese.
    """
    from polyglot_news.align.segmentation import segment
    from polyglot_news.align.words import align_words

    one = _language(rendering, rendering_language, "rendering")
    other = _language(official, official_language, "official text")
    written = rendering, official
    rendering, official = in_simplified(rendering, one), in_simplified(official, other)
    traditional = (rendering, official) != written
    official = blank(official, unsaid_numbers(official, rendering))
    rendering, official = without_sums(rendering, official, (one, other))
    pair = Pair(
        rendering=rendering,
        official=official,
        rendering_language=one,
        official_language=other,
        rendering_words=segment(rendering, one),
        official_words=segment(official, other),
        links=align_words(rendering, official, one, other),
        core=core,
        partial=core is not None and _is_fragment(rendering, one),
        traditional=traditional,
    )
    if core is None:
        return pair
    return attrs.evolve(pair, core=_without_dropped(_without_strangers(_widened(core, pair), pair), pair))


def _without_strangers(core: Span, pair: Pair) -> Span:
    """Leave out the first and the last sentences of the core of which hardly anything is rendered.

    The search for the passage takes whole sentences, at times one too many.
    """
    found = evidence(pair)
    if found is None:
        return core
    side = found.official
    inside = [i for i, word in enumerate(side.words) if word.overlap(core)]
    if not inside:
        return core
    bounds = [i for i in inside[1:] if is_parted(side.text, side.words, i, SENTENCE_MARK)]
    sentences = [range(first, last) for first, last in pairwise([inside[0], *bounds, inside[-1] + 1])]
    rendered = [i for i, words in enumerate(sentences) if not is_unrendered(side, words.start, words.stop)]
    if not rendered or len(rendered) == len(sentences):
        return core
    first, last = sentences[rendered[0]].start, sentences[rendered[-1]].stop - 1
    start = core.start if first == inside[0] else side.words[first].start
    return Span(start, core.end if last == inside[-1] else side.words[last].end)


def _without_dropped(core: Span, pair: Pair) -> Span:
    """Leave out the clause that the quote drops."""
    dropped = None if pair.partial else dropped_clause(pair)
    if dropped is None:
        return core
    before = [word for word in pair.official_words if word.end <= dropped[0].start and word.overlap(core)]
    return Span(core.start, before[-1].end) if before else core


def _widened(core: Span, pair: Pair) -> Span:
    """Take in what stands between the core and the bounds of its clause.

    The search finds what resembles the quote most, and a quote that lost its "not" resembles the official text most
    where the "not" is left out. A fragment takes in no clause of which much is not rendered; a quote that is a sentence
    of its own answers for the whole of it.
    """
    found = evidence(pair)
    if found is None:
        return core
    words, missing = found.official.words, (found.official.weight * found.official.doubt).tolist()
    inside = [i for i, word in enumerate(words) if word.overlap(core)]
    if not inside:
        return core
    begins, ends = _is_sentence(pair)
    begins = begins or _is_amid_name(pair, inside[0])
    first = _clause_bound(found.official, missing, inside[0], -1, whole=begins)
    last = _clause_bound(found.official, missing, inside[-1], 1, whole=ends)
    start = core.start if first is None else min(core.start, words[first].start)
    return Span(start, core.end if last is None else max(core.end, words[last].end))


def _is_sentence(pair: Pair) -> tuple[bool, bool]:
    """Whether the rendering begins and whether it ends as a sentence does; in Chinese one tells the other."""
    words = pair.rendering.strip(_MARKS)
    ends = not pair.partial and words.endswith(_STOPS)
    return ends and (pair.rendering_language == "zh" or words[:1].isupper()), ends


def _is_amid_name(pair: Pair, at: int) -> bool:
    """Whether a clause that a comma ends ("…," he said) lacks what says which thing is meant: 合规的 before 申请."""
    clause = not pair.partial and pair.rendering.strip(_MARKS).endswith(_COMMAS)
    return clause and at > 0 and pair.official_words[at - 1].of(pair.official) == "的"


def _clause_bound(side: Side, missing: Sequence[float], at: int, step: int, *, whole: bool) -> int | None:
    """Return the word that ends the clause of a word in one direction.

    Returns:
        None where much on the way is not rendered; if the ``whole`` clause is asked for, the end all the same, but
        nothing from a word on that may join another clause.
    """
    told, last, joined = 0.0, at, False
    while 0 <= last + step < len(side.words) and not is_parted(side.text, side.words, max(last, last + step)):
        joined = joined or side.words[last + step].of(side.text).lower() in _JOINING
        if not joined:
            at = last + step
        last += step
        told += missing[last]
        if told > _LITTLE and (joined or not whole):
            return at if whole else None
    return last


def _language(text: str, tag: str | None, what: str) -> str:
    from polyglot_news.language import detect_language, known_language, language_code

    if not text.strip():
        msg = f"The {what} is empty: give the words to compare."
        raise InputError(msg)
    check_whole(text, f"The {what}")
    if tag is not None:
        return language_code(tag)
    return known_language(detect_language(text).language, f"The {what}")


def _is_fragment(rendering: str, language: str) -> bool:
    """Whether the rendering shows itself as a piece of a sentence: it begins in lower case, or with a figure.

    Sentences seldom begin with a figure, but "500 soldiers have died" is one.
    """
    if language == "zh":
        return False
    return rendering[:1].islower() or (_FIGURE.match(rendering) is not None and not is_clause(rendering, language))
