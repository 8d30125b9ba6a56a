"""What the check of a statement tells where the article reports it in its own words.

Such a sentence may leave out, name, sum up and shift the tense as it likes: only what surely differs is told.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

import attrs

from polyglot_news.align.layout import is_question
from polyglot_news.compare.model import Divergence
from polyglot_news.documents import Document
from polyglot_news.quotes.reported import without_quoted
from polyglot_news.report.model import Finding, Item
from polyglot_news.text import RECENT_TEXTS, Span
from polyglot_news.values import find_values
from polyglot_news.values.agreement import all_given
from polyglot_news.values.facts import Fact, facts_in, facts_of

# From which confidence on a finding of a kind is told. Names change with the point of view ("we" becomes France).
_SURE = {
    "number": 0.7,
    "polarity": 0.65,
    "meaning": 0.8,
    "modality": 0.8,
    "name": 0.8,
    "qualifier": 0.85,
    "omission": 0.8,
}
_SAME = 0.75  # agreement from which two figures are the same
_ONE_SIDED = frozenset({"polarity", "omission"})  # a "not" or a condition that the other text lacks
_MAJOR = frozenset({"qualifier"})  # "all" for "most" is no critical change, and holds of free words, too
_SAID_FIGURE = 0.5  # the same as _SURE for another figure where the article tells that somebody said it


def without_much(item: Item, quoted: Sequence[Span], article: Document, officials: Sequence[Document]) -> Item:
    """Return a reported statement with no findings but those that hold of free words, too, and without hints.

    Args:
        item: the statement, compared.
        quoted: what the article quotes: of a quote within the statement nothing is told, another item does that.
        article: the article.
        officials: the official texts.
    """
    item = attrs.evolve(item, quote=without_quoted(item.quote, quoted, article.text, article.language))
    attributed = item.quote.cue is not None
    if item.few_words and not attributed:  # a dateline
        return attrs.evolve(item, findings=(), hints=(), verdict="unmatched")
    findings = tuple(
        finding
        for finding in item.findings
        if _holds(finding.divergence, attributed=attributed)
        and not (finding.divergence.kind == "polarity" and _is_asked(finding, item))
        and not _is_within(finding.divergence.rendering, quoted)
        and not any(
            _is_given_elsewhere(finding, item, article, document, official)
            for document, official in enumerate(officials)
            if not (attributed and document == finding.document)  # what she is said to have said stands in one place
        )
    )
    verdict = "divergent" if findings else "faithful" if item.verdict == "divergent" else item.verdict
    return attrs.evolve(item, findings=findings, hints=(), verdict=verdict)


def _is_asked(finding: Finding, item: Item) -> bool:
    """Whether the official text only asks, and says neither yes nor no."""
    sources = (source for source in item.matched if source.document == finding.document)
    return any(is_question(source.text) for source in sources)


def _is_given_elsewhere(finding: Finding, item: Item, article: Document, number: int, official: Document) -> bool:
    """Whether an official text gives the figure of the article outside the passages: it may be taken from there.

    So it may be from any place of another official text than that of the finding.
    """
    place = finding.divergence.rendering
    if place is None:
        return False
    passages = [source.span for source in item.matched if source.document == number == finding.document]
    ours = facts_in(place.of(article.text), article.language)
    theirs = [fact for fact in _facts(official.text, official.language) if not _is_within(fact.value.span, passages)]
    return bool(ours) and all_given(ours, theirs, _SAME)


@functools.lru_cache(maxsize=RECENT_TEXTS)
def _facts(text: str, language: str) -> tuple[Fact, ...]:
    return tuple(facts_of(text, find_values(text, language)))


def _is_within(place: Span | None, quoted: Sequence[Span]) -> bool:
    return place is not None and any(place.overlap(span) for span in quoted)


def _holds(divergence: Divergence, *, attributed: bool) -> bool:
    if not attributed and divergence.kind != "number":  # the journalist's own sentence, perhaps about something else
        return False
    kind = divergence.kind
    exchanged = kind in _ONE_SIDED or None not in {divergence.rendering, divergence.official}
    serious = divergence.severity == "critical" or (kind in _MAJOR and divergence.severity == "major")
    least = _SAID_FIGURE if attributed and kind == "number" else _SURE.get(kind, 1.1)
    return exchanged and serious and divergence.confidence >= least
