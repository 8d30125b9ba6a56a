"""What an article tells around a quote in the same sentence, as evidence for the passage.

*Rural care, he said, was “the weakest of our weak links”*: a few words between marks seldom tell where they come from,
the sentence in which they stand mostly does. So that sentence is searched for as well, without who says it, and a
passage that it renders gains, if the words outside the marks alone lead to it, too. One that is found for the quote
alone loses nothing, for an article tells much in its own words that no official said, unless those words surely lead to
another passage that the quote may render as well: of two sentences alike, the sentence around the quote decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from polyglot_news.align.candidates import FEWEST, Asked, Candidate, at_first_sight, rated_closer
from polyglot_news.align.doubt import Look, wider, with_more_odds
from polyglot_news.align.lexical import tell
from polyglot_news.align.likeness import word_likeness
from polyglot_news.align.segmentation import normal_form, segment
from polyglot_news.odds import log_odds
from polyglot_news.text import Span, blank, in_simplified, split_sentences

if TYPE_CHECKING:
    from polyglot_news.align.model import Encoder
    from polyglot_news.align.searchable import Searchable
    from polyglot_news.quotes.model import Quote

_SETTLED = 0.95  # similarity from which a quote needs no help, unless it may render another passage, too
_RIVAL = 0.05  # similarity from which it may
_TELLS = 12.0  # what the words around a quote must tell to be searched for
_LONGEST = 80  # words of a sentence
_FOUND = 0.1  # similarity from which the sentence around a quote is found
_FOUND_ALONE = 0.05  # the same of the words outside the marks
# What the log odds of a passage gain where the sentence is found as likely as not, and at most: enough for a quote that
# words leave in doubt. One that the text does not hold is mostly so unlike what its sentence finds that it stays below
# the threshold, however surely the sentence is found.
_EVEN, _MOST = 2.75, 3.5
_ELSEWHERE = 3.5  # what others lose, where one that the quote may render is found from this similarity on
_SURELY = 0.95
# The likeness of a few words is not looked at before: what they gain if all are linked to words of the passage, and
# the share of them that is linked by chance.
_ALL_LINKED, _BY_CHANCE = 3.0, 0.4


@attrs.frozen
class Context:
    """The sentence in which a quote stands, without who says it, and what of it stands outside the marks."""

    sentence: str
    outside: str


@attrs.frozen(eq=False)
class AskedContext:
    """The two texts of a context, ready for search."""

    sentence: Asked
    outside: Asked

    @classmethod
    def all_of(cls, contexts: Sequence[Context | None], language: str, encoder: Encoder) -> list[AskedContext | None]:
        """Encode and segment the contexts of quotes of one language; None stays where there is none."""
        there = [context for context in contexts if context is not None]
        texts = [in_simplified(text, language) for context in there for text in (context.sentence, context.outside)]
        asked = iter(Asked.all_of(texts, language, encoder) if texts else ())
        return [None if context is None else cls(next(asked), next(asked)) for context in contexts]


def contexts_of(quotes: Sequence[Quote], text: str, language: str) -> list[Context | None]:
    """Return for each quote of an article the sentence in which it stands, if that tells more than who says it.

    Args:
        quotes: the quotes.
        text: the article.
        language: its language.
    """
    sentences = split_sentences(text, language)
    return [_context(quote, text, sentences, language) for quote in quotes]


def _context(quote: Quote, text: str, sentences: Sequence[Span], language: str) -> Context | None:
    start, end = quote.contents[0].start, quote.contents[-1].end
    own = [sentence for sentence in sentences if sentence.start < end and sentence.end > start]
    if not own:
        return None
    whole = Span(own[0].start, own[-1].end)
    told = blank(text, [span for span in (quote.cue, quote.speaker, quote.mention) if span is not None])
    outside = " ".join(whole.of(blank(told, quote.contents)).split())
    words = [normal_form(word.of(outside), language) for word in segment(in_simplified(outside, language), language)]
    if len(words) > _LONGEST or tell(words, language).sum() < _TELLS:
        return None
    return Context(" ".join(whole.of(told).split()), outside)


def weigh_context(look: Look, context: AskedContext | None) -> list[Candidate]:
    """Weigh the candidates of a quote by what the sentence around it renders.

    Args:
        look: the candidates, the likeliest first.
        context: the sentence around the quote; None where there is none.

    Returns:
        The candidates, the likeliest first.
    """
    if context is None or not all(look.languages) or _is_settled(look):
        return look.found
    there, *_ = _rated(context.sentence, look.official)
    outside = _rated(context.outside, look.official)
    alone = max((one.similarity for one in outside if one.span.overlap(there.span)), default=0.0)
    if there.similarity < _FOUND or alone < _FOUND_ALONE:
        return look.found
    surely = min(there.similarity, alone) >= _SURELY
    rival = any(one.similarity >= _RIVAL and one.span.overlap(there.span) for one in look.found)
    loss = _ELSEWHERE if surely and rival else 0.0
    near = {place for place, sentence in enumerate(look.official.sentences) if sentence.overlap(there.span)}
    known = {one.span for one in look.found}
    pool = [*look.found, *(one for one in wider(look, near).found if one.span not in known)]
    gain = min(_MOST, _EVEN + log_odds(there.similarity, _FOUND, 1.0 - _FOUND))
    weighed = [
        attrs.evolve(with_more_odds(one, gain + _linked(look, one)), placed=True)
        if one.span.overlap(there.span)
        else (with_more_odds(one, -loss) if loss else one)
        for one in pool
    ]
    return sorted(weighed, key=lambda one: -one.similarity)


def _is_settled(look: Look) -> bool:
    """Whether a quote surely renders one passage, and no other."""
    first, *others = look.found
    return first.similarity >= _SETTLED and not _has_few(look) and all(other.similarity < _RIVAL for other in others)


def _rated(asked: Asked, official: Searchable) -> list[Candidate]:
    return rated_closer(asked, at_first_sight(asked, official), official)


def _linked(look: Look, one: Candidate) -> float:
    """Return what the links of the words add to the log odds, for a quote of so few that nobody looked closer."""
    if not _has_few(look):
        return 0.0
    seen = word_likeness(look.asked.text, one.span.of(look.official.text), *look.languages)
    return _ALL_LINKED * (seen["linked"] - _BY_CHANCE)


def _has_few(look: Look) -> bool:
    return look.asked.words is not None and len(look.asked.words.ids) < FEWEST
