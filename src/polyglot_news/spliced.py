"""Statements put together from several places of an official text: a sentence of it, "[…]", and another one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from polyglot_news.align.model import Passage
from polyglot_news.compare.model import Divergence
from polyglot_news.quotes.model import Quote
from polyglot_news.report.model import Finding
from polyglot_news.text import Span, split_sentences

# What an article writes where it leaves something out.
_ELISION = re.compile(r"\s*(?:[\[(（【]\s*(?:…+|\.{3,}|⋯+)\s*[\])）】]|…+|\.{3,}|⋯+)\s*")
_SURE = 0.8  # similarity from which a sentence vouches for a place of its own
_NOWHERE = 0.05  # similarity below which it has none


def sentences_of(quote: Quote, text: str, language: str) -> list[Quote]:
    """Return each sentence of a statement as a statement of its own, cut where the article leaves something out.

    Args:
        quote: the statement.
        text: the article.
        language: its language.
    """
    return [
        attrs.evolve(quote, contents=(span,), text=span.of(text))
        for content in quote.contents
        for stretch in _stretches(content, text)
        for span in (sentence.shift(stretch.start) for sentence in split_sentences(stretch.of(text), language))
    ]


def _stretches(content: Span, text: str) -> Iterator[Span]:
    start = content.start
    for elision in _ELISION.finditer(text, content.start, content.end):
        if elision.start() > start:
            yield Span(start, elision.start())
        start = elision.end()
    if content.end > start:
        yield Span(start, content.end)


def by_place(
    quote: Quote, best: Passage, sentences: Sequence[tuple[Quote, Sequence[Passage]]], text: str, language: str
) -> list[tuple[Quote, Passage]]:
    """Part a statement by the places of one official text where its sentences stand.

    Args:
        quote: the statement.
        best: the passage of the text behind the statement as a whole.
        sentences: its sentences, each with the passages of this text behind it, the likeliest first.
        text: the article.
        language: its language.

    Returns:
        The statement and its passage; or, if its sentences surely stand in places of their own, its parts in the order
        of the article, each with the passage behind it.
    """
    homes = [_home(found, best) for _, found in sentences]
    if all(home is best for home in homes):
        return _one_by_one(quote, best, sentences, text, language) or [(quote, best)]
    parts: dict[Passage, list[Quote]] = {}
    for (sentence, _), home in zip(sentences, homes, strict=True):
        parts.setdefault(home, []).append(sentence)
    return [(_joined(group, text, language), home) for home, group in parts.items()]


def _one_by_one(
    quote: Quote, best: Passage, sentences: Sequence[tuple[Quote, Sequence[Passage]]], text: str, language: str
) -> list[tuple[Quote, Passage]]:
    """Return each sentence of a statement with the passage behind it, if all surely have one, and none the same.

    So what is sure of one sentence does not outweigh what is found in another, and what stands between two of them
    is not left out. What the statement as a whole covers of a passage, its sentence does.
    """
    if len(sentences) < 2 or len(sentences) < len(sentences_of(quote, text, language)):
        return []
    homes = [found[0] for _, found in sentences if found and found[0].similarity >= _SURE]
    alone = all(one.span.end <= two.span.start for one, two in pairwise(homes))
    if len(homes) < len(sentences) or not alone:
        return []
    return [
        (one, attrs.evolve(home, core=_common(home.span, best.core) or home.core))
        for (one, _), home in zip(sentences, homes, strict=True)
    ]


def _common(one: Span, other: Span) -> Span | None:
    return Span(max(one.start, other.start), min(one.end, other.end)) if one.overlap(other) else None


def _home(found: Sequence[Passage], best: Passage) -> Passage:
    """Return the passage behind a sentence: the best one of the statement, unless it surely stands elsewhere."""
    if found and found[0].similarity >= _SURE and not found[0].span.overlap(best.span):
        return found[0]
    return best


def without_place(sentences: Sequence[tuple[Quote, Sequence[Passage]]]) -> list[Span]:
    """Return the sentences of a statement that no official text seems to hold, where one holds another of them."""
    best = [max((passage.similarity for passage in found), default=0.0) for _, found in sentences]
    if max(best, default=0.0) < _SURE:
        return []
    return [sentence.contents[0] for (sentence, _), one in zip(sentences, best, strict=True) if one < _NOWHERE]


def told_of_sentences(findings: Sequence[Finding], sentences: Sequence[Span]) -> list[Finding]:
    """Say of a sentence that stands nowhere, and in which something is found, only that it stands nowhere."""
    told = list(findings)
    for sentence in sentences:
        inside = [one for one in told if one.divergence.rendering and one.divergence.rendering.overlap(sentence)]
        if not any(one.divergence.severity != "minor" for one in inside):
            continue
        surest = max(inside, key=lambda one: one.divergence.confidence)
        whole = Divergence(
            kind="addition",
            severity="critical",
            confidence=surest.divergence.confidence,
            rendering=sentence,
            official=None,
            reason="The official text has nothing like this sentence.",
        )
        told = [one for one in told if one not in inside] + [attrs.evolve(surest, divergence=whole)]
    return told


def _joined(sentences: Sequence[Quote], text: str, language: str) -> Quote:
    """Return some sentences of a statement as one, those that stand side by side in one piece."""
    spans: list[Span] = []
    for sentence in sentences:
        span = sentence.contents[0]
        if spans and not text[spans[-1].end : span.start].strip():
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    joint = "" if language == "zh" else " "
    return attrs.evolve(sentences[0], contents=tuple(spans), text=joint.join(span.of(text) for span in spans))
