"""What an article tells beside a quote is not left out: in another quote, or in its own words."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from polyglot_news.article.narration import Narration
from polyglot_news.compare.verdict import in_half
from polyglot_news.documents import Document
from polyglot_news.names import find_names
from polyglot_news.report.model import DOUBTFUL, Finding, Item
from polyglot_news.speakers.attribution import agreement
from polyglot_news.text import Span, blank, split_sentences

_AROUND = 400  # characters of the article before and after a quote, where a name spares the quote from giving it
_SAME = 0.8  # likeness of two names that are the same


def without_told_beside(items: Sequence[Item], article: Document, officials: Sequence[Document]) -> list[Item]:
    """Drop the findings about words that a quote lacks but the article gives beside it.

    That is an omission of what another statement of the article renders, a name that stands close to the quote, and
    what the sentences around it tell in the words of the article: a condition, a figure, a *not*. That a condition is
    left out is worth a look only where the article leads up to the quote with one in words that hardly render it.

    Args:
        items: the statements of the article, compared.
        article: the article.
        officials: the official texts.
    """
    sentences = split_sentences(article.text, article.language)
    narrated = blank(article.text, (span for item in items for span in item.quote.contents))
    kept = []
    for item in items:
        lacking = [one for one in (*item.findings, *item.hints) if one.divergence.evidence("rendering") is None]
        if not lacking:
            kept.append(item)
            continue
        narration = Narration(item.quote, article, sentences, narrated)
        others = [other for other in items if other is not item]
        told = [
            finding
            for finding in lacking
            if _is_quoted(finding, others)
            or _is_named(finding, item, article, officials[finding.document])
            or narration.tells(finding, officials[finding.document])
        ]
        kept.append(_without(item, told, conditioned=narration.conditioned))
    return kept


def _without(item: Item, told: Sequence[Finding], *, conditioned: bool) -> Item:
    """Return a statement without some findings.

    Args:
        item: the statement.
        told: the findings.
        conditioned: whether the article leads up to the quote with a condition: one that it lacks is worth a look then.
    """
    findings = tuple(finding for finding in item.findings if finding not in told)
    hints = tuple(hint for hint in item.hints if hint not in told)
    if conditioned:
        led = [finding for finding in findings if _leads_up(finding, item)]
        findings = tuple(finding for finding in findings if finding not in led)
        hints += tuple(map(_less_sure, led))
    rest = attrs.evolve(item, findings=findings, hints=hints)
    if item.verdict == "divergent" and all(finding.divergence.severity == "minor" for finding in findings):
        rest = attrs.evolve(rest, verdict="faithful", score=in_half(item.score, divergent=False))
    return rest


def _leads_up(finding: Finding, item: Item) -> bool:
    """Whether a finding tells of a condition that stands right before what is quoted in the official text."""
    place = finding.divergence.official
    if finding.divergence.kind != "omission" or finding.divergence.severity != "critical" or place is None:
        return False
    return any(source.document == finding.document and place.end <= source.core.start for source in item.matched)


def _less_sure(finding: Finding) -> Finding:
    """Doubt a finding: the article has a condition in the same place, in words that hardly show whether it is that."""
    divergence = attrs.evolve(finding.divergence, confidence=round(finding.divergence.confidence / 2, 3))
    return attrs.evolve(finding, divergence=divergence, elsewhere=tuple(map(_less_sure, finding.elsewhere)))


def _is_quoted(finding: Finding, others: Sequence[Item]) -> bool:
    """Whether another statement, of which that is sure enough, renders most of what a quote leaves out."""
    place = finding.divergence.official
    if finding.divergence.kind != "omission" or place is None:
        return False
    sources = (source for other in others for source in other.matched if source.document == finding.document)
    sure = (source.core for source in sources if source.similarity >= DOUBTFUL)
    return any(2 * place.overlap(core) > len(place) for core in sure)


def _is_named(finding: Finding, item: Item, article: Document, official: Document) -> bool:
    """Whether the name that a quote lacks stands in the article around it."""
    place = finding.divergence.official
    if finding.divergence.kind != "name" or place is None:
        return False
    start, end = item.quote.contents[0].start, item.quote.contents[-1].end
    around = [Span(max(0, start - _AROUND), start), Span(end, min(len(article.text), end + _AROUND))]
    near = [name.text for span in around for name in find_names(span.of(article.text), article.language, loose=True)]
    lacking = place.of(official.text)
    return any(agreement(name, article.language, lacking, official.language) >= _SAME for name in near)
