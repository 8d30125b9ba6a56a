"""Where the quotes beside a quote come from tells where it comes from itself.

An article follows the official text: of two quotes in one of its paragraphs, the second one mostly renders the sentence
after that of the first. So a passage that words leave in doubt gains by standing there and loses by standing far away;
sentences there are looked at even where others of the text resemble the quote more. What another quote renders already
gains nothing, unless both are pieces of one sentence of the article: a quote that nobody said mostly resembles that.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from polyglot_news.align.candidates import Candidate
from polyglot_news.align.doubt import Look, settled, wider, with_more_odds
from polyglot_news.align.layout import is_question
from polyglot_news.speakers.questions import is_question as asks
from polyglot_news.text import Span, split_sentences

if TYPE_CHECKING:
    from polyglot_news.quotes.model import Quote

_LOCATED = 0.8  # similarity from which a quote tells where those beside it come from
_SETTLED = 0.95  # similarity from which a quote needs no help
# What is added to the log odds of a passage so many sentences behind that of the quote before, or before that of the
# quote behind; 0 is the same passage. Fitted on quotes of news documents in the order in which real articles quote.
_BY_DISTANCE = {-3: -0.6, -2: -0.6, -1: 0.0, 0: -0.3, 1: 1.8, 2: 0.7, 3: 0.4}
_REACH = 3
_FAR = -1.5
_ASKED = -1.0  # for a question, where the quote is none: mostly one that the speaker was asked
_SAME_SENTENCE = 1.2  # for the same passage, where both quotes are pieces of one sentence of the article


@attrs.frozen
class Place:
    """Where a quote stands in its article: the paragraph, the sentences in which it begins and ends, who says it."""

    paragraph: int
    first: int
    last: int
    by_journalist: bool = False


@attrs.frozen
class _Neighbour:
    """A quote whose passage is known: its first and its last sentence, and how it stands to the quote in doubt."""

    first: int
    last: int
    is_before: bool
    in_one_sentence: bool


def places_of(quotes: Sequence[Quote], text: str, language: str) -> list[Place]:
    """Return where the quotes of an article stand.

    Args:
        quotes: the quotes.
        text: the article.
        language: its language.
    """
    from polyglot_news.quotes.layout import paragraphs

    blocks = [paragraph.span.start for paragraph in paragraphs(text)]
    starts = [sentence.start for sentence in split_sentences(text, language)]
    return [
        Place(
            paragraph=bisect.bisect_right(blocks, quote.contents[0].start),
            first=bisect.bisect_right(starts, quote.contents[0].start),
            last=bisect.bisect_left(starts, quote.contents[-1].end),
            by_journalist=quote.mention is not None and asks(quote.mention.of(text)),
        )
        for quote in quotes
    ]


def weigh_neighbours(looks: Sequence[Look], places: Sequence[Place | None]) -> list[list[Candidate]]:
    """Weigh the candidates of quotes in one official text by where the quotes beside them come from.

    Args:
        looks: for each quote its candidates, the likeliest first.
        places: where each quote stands in the article, in order; None for one that takes no part.

    Returns:
        The candidates of each quote, the likeliest first.
    """
    found = [look.found for look in looks]
    beside = {
        at: _neighbours(at, looks, places) for at, look in enumerate(looks) if look.found[0].similarity < _SETTLED
    }
    beside = {at: neighbours for at, neighbours in beside.items() if neighbours}
    pools = settled([wider(looks[at], _near(neighbours)) for at, neighbours in beside.items()])
    for (at, neighbours), more in zip(beside.items(), pools, strict=True):
        known = {one.span for one in found[at]}
        pool = [*found[at], *(one for one in more if one.span not in known)]
        weighed = [with_more_odds(one, _gain(one, neighbours, looks[at])) for one in pool]
        found[at] = sorted(weighed, key=lambda one: -one.similarity)
    return found


def _neighbours(at: int, looks: Sequence[Look], places: Sequence[Place | None]) -> list[_Neighbour]:
    """Return the nearest quote before and the nearest behind in the paragraph whose passages are known."""
    here = places[at]
    found = []
    for order in (range(at - 1, -1, -1), range(at + 1, len(looks))):
        for other in order:
            there = places[other]
            if here is None or there is None or there.paragraph != here.paragraph:
                break
            best = looks[other].found[0]
            if best.similarity >= _LOCATED:
                first, last = _sentences(best.span, looks[other])
                one, two = (there, here) if other < at else (here, there)
                found.append(_Neighbour(first, last, other < at, one.last == two.first))
                break
    return found


def _sentences(span: Span, look: Look) -> tuple[int, int]:
    """Return the first and the last sentence of a passage."""
    starts = [sentence.start for sentence in look.official.sentences]
    return bisect.bisect_right(starts, span.start) - 1, bisect.bisect_left(starts, span.end) - 1


def _near(neighbours: Sequence[_Neighbour]) -> set[int]:
    """Return the sentences near those of the neighbours."""
    return {k for one in neighbours for k in range(one.first - _REACH, one.last + _REACH + 1)}


def _gain(one: Candidate, neighbours: Sequence[_Neighbour], look: Look) -> float:
    """Return what the neighbours add to the log odds of a candidate."""
    first, last = _sentences(one.span, look)
    asked = _ASKED if is_question(one.span.of(look.official.text)) and not is_question(look.asked.text) else 0.0
    gains = []
    for neighbour in neighbours:
        if first <= neighbour.last and last >= neighbour.first:
            gains.append(_SAME_SENTENCE if neighbour.in_one_sentence else _BY_DISTANCE[0])
            continue
        behind = first - neighbour.last if first > neighbour.last else last - neighbour.first
        gains.append(_BY_DISTANCE.get(behind if neighbour.is_before else -behind, _FAR))
    return asked + sum(gains) / len(gains)
