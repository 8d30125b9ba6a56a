"""The report as a translation memory (TMX 1.4b): what was quoted beside what was said."""

from __future__ import annotations

import re

from polyglot_news.compare.model import Divergence
from polyglot_news.report.model import DOUBTFUL, Item, Report, Source
from polyglot_news.report.wording import agrees
from polyglot_news.tmx import Unit, to_tmx

_ELISION = re.compile(r"…|⋯|\.{3}")
_STOPS = (".", "!", "?", "。", "！", "？")
_EDGE = " .…⋯[]()（）【】"  # an ellipsis at either end leaves nothing out that the official words would hold


def render_tmx(report: Report) -> str:
    """Return the statements beside their passages in other languages.

    A statement has no unit for a text that holds it in several places, and none at all if it leaves words out: the two
    sides would not render each other.
    """
    return to_tmx(
        _unit(item, source, report)
        for item in report.items
        for source in item.sources
        if source.matched
        and report.officials[source.document].language != report.article.language
        and not any(other.rest and other.document == source.document for other in item.sources)
        and not _ELISION.search(item.quote.text.strip(_EDGE))
    )


def _unit(item: Item, source: Source, report: Report) -> Unit:
    official = report.officials[source.document]
    passage, quote = source.core.of(official.text), item.quote.text
    if not passage.endswith((",", "，")):
        quote = quote.rstrip(",，")  # “…,” she said: the comma is the article's
    if passage.endswith(_STOPS) and not quote.endswith(_STOPS):
        quote += "。" if report.article.language == "zh" else "."
    return Unit(
        variants=((official.language, passage), (report.article.language, quote)),
        properties={
            "x-document": official.name,
            "x-similarity": f"{source.similarity:.4f}",
            "x-verdict": _verdict(item, source, report),
        },
        note=_reasons(item, source.document),
    )


def _verdict(item: Item, source: Source, report: Report) -> str:
    """Return what is thought of the statement beside one text.

    It is faithful to a version that agrees with the article in all that another one contradicts; that a finding was not
    made against a version says nothing, and a memory must not teach it. What is only worth a look is doubtful.
    """
    document = source.document
    looked_at = source.similarity < DOUBTFUL or any(hint.against(document) is not None for hint in item.hints)
    if item.verdict == "faithful" and looked_at:
        return "doubtful"
    if item.verdict != "divergent":
        return item.verdict
    serious = [one for one in item.findings if one.divergence.severity != "minor"]
    freed = serious and all(one.against(document) is None and agrees(document, one, item, report) for one in serious)
    return "faithful" if freed else "divergent"


def _reasons(item: Item, document: int) -> str | None:
    """Return all that the findings of a statement, and what is worth a look, say of an official text."""
    return " ".join(divergence.reason for divergence in _shown(item, document)) or None


def _shown(item: Item, document: int) -> list[Divergence]:
    """Return the divergences of a statement as they show in an official text."""
    shown = (finding.against(document) for finding in (*item.findings, *item.hints))
    return [divergence for divergence in shown if divergence is not None]
