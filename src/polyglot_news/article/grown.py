"""A passage grown by the sentences beside it that render the rest of a statement.

A statement of several sentences is mostly found by the one that says most; *“We closed 127. I won't dress that up”*
stands in the official text as two sentences side by side, of which only one is likely enough to be the passage.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

import attrs

from polyglot_news.align.layout import paragraph_starts
from polyglot_news.align.model import Passage
from polyglot_news.article.spliced import sentences_of
from polyglot_news.compare.operators.answers import are_same_answer, only_answers, opens_as_answer
from polyglot_news.documents import Document
from polyglot_news.quotes.model import Quote
from polyglot_news.speakers.transcript import without_label
from polyglot_news.text import RECENT_TEXTS, Span, in_simplified, split_sentences

# Share of the words of a sentence of a statement with a counterpart in the sentence beside the passage, and the other
# way round, from which one renders the other: true of 97 % of sentences of news and their translations, and of 5 % of
# sentences and the translation of the one beside theirs.
_RENDERS = 0.35
# The same of a sentence that resembles none of the text more, and of one that the whole statement covers.
_RENDERS_BEST = 0.2


@attrs.frozen
class Grown:
    """A passage, and the sentences of the statement (in the article) that what was added to it renders."""

    passage: Passage
    rendered: tuple[Span, ...] = ()


def grown(
    quote: Quote,
    passage: Passage,
    alone: Sequence[tuple[Quote, Sequence[Passage]]],
    article: Document,
    official: Document,
    *,
    covered: Span | None = None,
    taken: Sequence[Span] = (),
) -> Grown:
    """Return the passage of a statement with the sentences beside it that render other sentences of the statement.

    Args:
        quote: the statement, or a part of it.
        passage: the passage behind it.
        alone: its sentences that were searched for, each with the passages of this official text, the likeliest first.
        article: the article.
        official: the official text of the passage.
        covered: what the statement as a whole renders, if ``quote`` is a part of it.
        taken: the passages behind its parts; a sentence between them may be rendered by a half of one of the article.
    """
    languages = article.language, official.language
    for sentence in _beside(passage.span, official):
        free = covered and sentence.overlap(covered) and not any(sentence.overlap(one) for one in taken)
        if free and _linked(sentence.of(official.text), quote.text, *languages[::-1]) >= _RENDERS_BEST:
            passage = _with(passage, sentence, official)
    if opens_as_answer(quote.text):
        for sentence in _beside(passage.span, official):
            if sentence.end <= passage.span.start and only_answers(sentence.of(official.text)):
                passage = _with(passage, sentence, official)
    open_ones = sentences_of(quote, article.text, article.language)
    if len(open_ones) < 2:
        return Grown(passage)
    nearest = {one.contents: found[0].span for one, found in alone if found}
    rendered: list[Span] = []
    side = _beside(passage.span, official)
    while side and len(open_ones) > 1:
        found = next(
            (
                (sentence, one)
                for sentence in side
                for one in open_ones
                if _renders(
                    one.text,
                    sentence.of(official.text),
                    passage.text,
                    languages,
                    _RENDERS_BEST if sentence.overlap(nearest.get(one.contents, Span(0, 0))) else _RENDERS,
                )
            ),
            None,
        )
        if found is None:
            break
        sentence, one = found
        open_ones.remove(one)
        rendered.append(one.contents[0])
        passage = _with(passage, sentence, official)
        side = _beside(passage.span, official)
    return Grown(passage, tuple(rendered))


def _with(passage: Passage, sentence: Span, official: Document) -> Passage:
    whole = passage.span.with_(sentence)
    return attrs.evolve(passage, span=whole, core=passage.core.with_(sentence), text=whole.of(official.text))


def _beside(span: Span, official: Document) -> list[Span]:
    """Return the sentences right before and right behind a stretch, in its paragraph, without a speaker's label."""
    sentences, breaks = _sentences(official.text, official.language)
    inside = [k for k, sentence in enumerate(sentences) if sentence.overlap(span)]
    if not inside:
        return []
    first, last = inside[0], inside[-1]
    found = []
    if first > 0 and not breaks[first - 1]:
        found.append(sentences[first - 1])
    if last < len(breaks) and not breaks[last]:
        found.append(sentences[last + 1])
    return [without_label(sentence, official.text) for sentence in found]


@functools.lru_cache(maxsize=RECENT_TEXTS)
def _sentences(text: str, language: str) -> tuple[Sequence[Span], Sequence[bool]]:
    sentences = split_sentences(text, language)
    return sentences, paragraph_starts(text, sentences)


def _renders(one: str, sentence: str, passage: str, languages: tuple[str, str], least: float) -> bool:
    """Whether a sentence of an official text renders one of a statement, better than the passage beside it does."""
    here, there = languages
    if are_same_answer(one, sentence):  # it has no words to link
        return True
    linked = _linked(one, sentence, here, there)
    return (
        linked >= least and _linked(sentence, one, there, here) >= least and linked > _linked(one, passage, here, there)
    )


def _linked(one: str, other: str, language: str, other_language: str) -> float:
    from polyglot_news.align.likeness import word_likeness

    texts = in_simplified(one, language), in_simplified(other, other_language)
    return word_likeness(*texts, language, other_language)["linked"]
