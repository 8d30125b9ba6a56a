"""A stretch of a passage reaches as far as the words that the quote renders.

It is found by its likeness to the quote, and a word more or less changes that little: *mais elle reste* is about as
like *but it remains precarious* as *mais elle reste fragile*. So words beside it are taken in that stand for words of
the quote which have no counterpart within it. Where most such words stand elsewhere in the passage, it is moved there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from polyglot_news.align.lexical import tell
from polyglot_news.align.likeness import word_likeness
from polyglot_news.align.segmentation import normal_form, segment
from polyglot_news.align.stretch import heaviest_stretch
from polyglot_news.align.words import link_matrix, nearness
from polyglot_news.names import find_names
from polyglot_news.text import Span, blank, is_parted, sentences_within, split_sentences

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LINKED = 0.3  # probability of a link from which two words stand for each other
_GAP = 3  # words without counterpart that may stand between the stretch and a word taken in
_TELLS = 1.5  # what a word must tell to be taken in: no article, no pronoun
_MOSTLY = 0.4  # share of what a clause beside the stretch tells that must be rendered, for it to be taken in
_MOST = 60  # words of a passage that are looked at
_DOUBT = 0.35  # a stretch grows by words that are likelier linked than this
_STRAY = 0.22  # share of a sentence, names aside, below which the quote renders nothing of it
_ELSEWHERE = 0.5  # share of what the stretch that holds most links tells, below which another one is left for it


def reached(core: Span, passage: Span, text: str, language: str, quote: str, quote_language: str) -> Span:
    """Return a stretch with the words beside it, in its clause, that the quote renders.

    Args:
        core: the stretch.
        passage: the passage in which it stands.
        text: the official text, Chinese in simplified characters.
        language: "en", "fr" or "zh".
        quote: the quote that the stretch renders.
        quote_language: its language.
    """
    said = passage.of(text)
    words, asked = segment(said, language), segment(quote, quote_language)
    inside = [k for k, word in enumerate(words) if word.shift(passage.start).overlap(core)]
    if not inside or not asked or len(words) > _MOST:
        return core
    links = link_matrix(
        [word.of(quote) for word in asked],
        [word.of(said) for word in words],
        quote_language,
        language,
        nearness=nearness(quote, asked, said, words),
    )
    weights = tell([normal_form(word.of(said), language) for word in words], language)
    linked = links.max(axis=0) * weights
    _, most = heaviest_stretch((linked - _DOUBT * weights).tolist())
    if linked[inside[0] : inside[-1] + 1].sum() < _ELSEWHERE * linked[most].sum():
        held = Span(words[most.start].start, words[most.stop - 1].end).shift(passage.start)
        core = core.with_(held) if core.overlap(held) else held
        inside = [k for k, word in enumerate(words) if word.shift(passage.start).overlap(core)]
    first, last = inside[0], inside[-1]
    told = [k for k, word in enumerate(asked) if _tells(word.of(quote), quote_language)] or [0]
    for step, edge in ((1, told[-1]), (-1, told[0])):
        within = links[:, first : last + 1].max(axis=1)
        beside = _clause_beside(words, first, last, said, step)
        wanted = [k for k in beside if weights[k] >= _TELLS]
        furthest = last if step > 0 else first
        for k in wanted:
            if abs(k - furthest) <= _GAP + 1 and any((links[:, k] >= _LINKED) & (within < links[:, k] / 2)):
                furthest = k
        # One word is left of the clause, and the quote ends with one that nothing within stands for.
        left = [k for k in beside if abs(k - (last if step > 0 else first)) <= _GAP]
        if len(wanted) == 1 and left == beside and within[edge] < _LINKED:
            furthest = beside[-1]
        first, last = min(first, furthest), max(last, furthest)
    first, last = _with_clauses(words, first, last, said, links, weights)
    return Span(min(core.start, passage.start + words[first].start), max(core.end, passage.start + words[last].end))


def without_strays(passage: Span, text: str, language: str, quote: str, quote_language: str) -> Span:
    """Return a run of sentences without those at its ends that only name whom the quote names, too.

    *The talks between Iran and us made progress* renders "The talks made progress", not "It was Iran that left". A
    quote of several sentences renders several. The arguments are those of ``reached``.
    """
    sentences = sentences_within(passage, text, language)
    if len(split_sentences(quote, quote_language)) > 1:
        return passage
    asked = _without_names(quote, quote_language)
    told = [
        word_likeness(_without_names(one.of(text), language), asked, language, quote_language)["linked"]
        for one in sentences
    ]
    kept = [k for k, share in enumerate(told) if share >= _STRAY]
    return Span(sentences[kept[0]].start, sentences[kept[-1]].end) if kept else passage


def _without_names(text: str, language: str) -> str:
    return blank(text, (name.span for name in find_names(text, language, loose=True)))


def _with_clauses(
    words: list[Span],
    first: int,
    last: int,
    text: str,
    links: NDArray[np.floating[Any]],
    weights: NDArray[np.floating[Any]],
) -> tuple[int, int]:
    """Return the bounds of a stretch with the clauses beside it that the quote renders, too: *exigeant, | fondé sur …*.

    What a clause tells must stand for words of the quote that have no counterpart within the stretch.
    """
    for step in (1, -1):
        edge = last if step > 0 else first
        while 0 <= edge + step < len(words):
            clause = [edge + step, *_clause_beside(words, edge + step, edge + step, text, step)]
            within = links[:, first : last + 1].max(axis=1)
            rendered = [k for k in clause if any((links[:, k] >= _LINKED) & (within < links[:, k] / 2))]
            if weights[rendered].sum() < max(_TELLS, _MOSTLY * weights[clause].sum()):
                break
            edge = clause[-1]
            first, last = min(first, edge), max(last, edge)
    return first, last


def _tells(word: str, language: str) -> bool:
    return bool(tell([normal_form(word, language)], language)[0] >= _TELLS)


def _clause_beside(words: list[Span], first: int, last: int, text: str, step: int) -> list[int]:
    """Return the words before or behind some words, the nearest first, that stand in the same clause."""
    found = []
    for k in range(last + 1, len(words)) if step > 0 else range(first - 1, -1, -1):
        if is_parted(text, words, k if step > 0 else k + 1):
            break
        found.append(k)
    return found
