"""What a report holds, and its JSON form."""

from __future__ import annotations

import json
from typing import Any

import attrs

from polyglot_news.compare.model import Divergence, Severity, Verdict
from polyglot_news.documents import Document
from polyglot_news.quotes.model import Quote
from polyglot_news.text import Span

SCHEMA = 1
DOUBTFUL = 0.6  # likelihood of a passage below which nothing is told against a quote: it is worth a look
REPORT_KEYS = ("schema", "signature", "article", "officials", "items", "reported")
SEVERITIES: tuple[Severity, ...] = ("critical", "major", "minor")


@attrs.frozen(kw_only=True)
class Source:
    """An official passage behind a quote.

    Attributes:
        document: index of the official text.
        span: where the passage stands in it.
        core: the part of it that the quote renders.
        text: the passage.
        similarity: about the probability that the quote renders it, 0 to 1.
        matched: whether that is enough to compare the two.
        rest: whether it is where some sentences of the statement stand that the best passage of the text does not hold.
        translation: the passage in the language of the article; None where it is in that language already.
        english: the passage in English, where neither it nor the article is; None otherwise.
        lost: the figures of the passage, in English, that ``translation`` does not give.
        english_lost: those that ``english`` does not give.
        invented: the countries, persons and figures that ``translation`` gives and the passage does not.
        english_invented: those that ``english`` gives.
    """

    document: int
    span: Span
    core: Span
    text: str
    similarity: float
    matched: bool
    rest: bool = False
    translation: str | None = None
    english: str | None = None
    lost: tuple[str, ...] = ()
    english_lost: tuple[str, ...] = ()
    invented: tuple[str, ...] = ()
    english_invented: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Finding:
    """A divergence between a quote and the official texts; its spans count from the start of the whole texts.

    Attributes:
        document: index of the official text that shows it most surely.
        divergence: what diverges.
        elsewhere: the same against other official texts.
        contradicted_by: indices of official texts that also hold the passage, and against which it is not found.
    """

    document: int
    divergence: Divergence
    elsewhere: tuple[Finding, ...] = ()
    contradicted_by: tuple[int, ...] = ()

    def against(self, document: int) -> Divergence | None:
        """Return the divergence as it shows in an official text, or None."""
        return next((one.divergence for one in (self, *self.elsewhere) if one.document == document), None)


@attrs.frozen(kw_only=True)
class Item:
    """One quoted statement of the article and what the official texts say.

    Attributes:
        quote: the statement, as it stands in the article.
        english: the statement in English, where the article is in another language; None otherwise.
        english_lost: the figures of the statement that ``english`` does not give.
        english_invented: the countries, persons and figures that ``english`` gives and the statement does not.
        sources: the official passages, best first, over all official texts.
        findings: the divergences, the most serious first.
        hints: what is worth a look and not sure enough for a verdict, one of a kind.
        score: 0 (faithful) to 1 (false), 0.5 and more of a divergent statement.
        verdict: "faithful", "divergent", or "unmatched" when no official text holds the statement.
        few_words: whether the statement has too few words to be surely known again in a text.
    """

    quote: Quote
    english: str | None
    sources: tuple[Source, ...]
    findings: tuple[Finding, ...]
    score: float
    verdict: Verdict
    hints: tuple[Finding, ...] = ()
    few_words: bool = False
    english_lost: tuple[str, ...] = ()
    english_invented: tuple[str, ...] = ()

    @property
    def too_short(self) -> bool:
        """Whether it is unmatched, and has so few words that this does not say that nobody said it."""
        return self.few_words and self.verdict == "unmatched"

    @property
    def matched(self) -> list[Source]:
        """The passages behind the statement in each official text that holds it, in the order of these texts.

        That is the best one of a text, and where the rest of the statement stands.
        """
        best: dict[int, Source] = {}
        for source in self.sources:
            if source.matched:
                best.setdefault(source.document, source)
        rest = [source for source in self.sources if source.rest]
        return sorted([*best.values(), *rest], key=lambda source: (source.document, source.rest))


@attrs.frozen(kw_only=True)
class Report:
    """What an article makes of the official texts, statement by statement.

    Attributes:
        article: the article.
        officials: the official texts.
        items: every quoted statement, in the order of the article.
        signature: all that the result depends on: library, packages, glossary, encoder, options.
        reported: what the article reports in its own words, without marks, or tells as a figure without saying whose it
            is or in the clause of a quote (``quote.cue`` is None); held against the official texts for other figures,
            negations, names, opposites, conditions, *must* and *may*, *all* and *most* alone, so that these
            divergences are worth a look and no verdict.
    """

    article: Document
    officials: tuple[Document, ...]
    items: tuple[Item, ...]
    signature: str
    reported: tuple[Item, ...] = ()

    def worst(self) -> Severity | None:
        """Return the highest severity found in what is quoted, or None if nothing diverges."""
        found = {finding.divergence.severity for item in self.items for finding in item.findings}
        return next((severity for severity in SEVERITIES if severity in found), None)

    def to_dict(self) -> dict[str, Any]:
        """Return the report as plain values, in the shape of its JSON form."""
        return {
            "schema": SCHEMA,
            "signature": self.signature,
            "article": _document(self.article),
            "officials": [_document(official) for official in self.officials],
            "items": [self._item(item) for item in self.items],
            "reported": [self._item(item) for item in self.reported],
        }

    def to_json(self) -> str:
        """Return the report as JSON.

        Offsets are code points, ``[start, end]``, in the text of the article and of the official texts. That is the
        file as it is decoded, without its byte order mark; of anything but plain text as it stands the document holds
        it, as "text", which is null otherwise (``Document.extracted``).
        """
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=1) + "\n"

    def to_html(self) -> str:
        """Return the report as one self-contained HTML page."""
        from polyglot_news.report.html import render_html

        return render_html(self)

    def to_tmx(self) -> str:
        """Return the statements beside their passages in other languages as a translation memory (TMX 1.4b).

        Those that leave words out, or are put together from several places of a text, have no unit for it.
        """
        from polyglot_news.report.tmx import render_tmx

        return render_tmx(self)

    def _item(self, item: Item) -> dict[str, Any]:
        quote = item.quote
        return {
            "quote": quote.text,
            "contents": [list(span) for span in quote.contents],
            "kind": quote.kind,
            "speaker": quote.speaker.of(self.article.text) if quote.speaker else None,
            "cue": quote.cue.of(self.article.text) if quote.cue else None,
            "warning": quote.warning,
            "english": item.english,
            "english_lost": list(item.english_lost),
            "english_invented": list(item.english_invented),
            "verdict": item.verdict,
            "few_words": item.few_words,
            "too_short": item.too_short,
            "score": round(item.score, 4),
            "passages": [self._source(source) for source in item.sources],
            "divergences": [self._finding(finding) for finding in item.findings],
            "hints": [self._finding(finding) for finding in item.hints],
        }

    def _source(self, source: Source) -> dict[str, Any]:
        return {
            "document": self.officials[source.document].name,
            "document_index": source.document,
            "text": source.text,
            "start": source.span.start,
            "end": source.span.end,
            "core": list(source.core),
            "similarity": round(source.similarity, 4),
            "matched": source.matched,
            "rest": source.rest,
            "translation": source.translation,
            "english": source.english,
            "lost": list(source.lost),
            "english_lost": list(source.english_lost),
            "invented": list(source.invented),
            "english_invented": list(source.english_invented),
        }

    def _finding(self, finding: Finding) -> dict[str, Any]:
        divergence = finding.divergence
        return {
            "kind": divergence.kind,
            "severity": divergence.severity,
            "confidence": round(divergence.confidence, 4),
            "document": self.officials[finding.document].name,
            "document_index": finding.document,
            "rendering": list(divergence.rendering) if divergence.rendering else None,
            "official": list(divergence.official) if divergence.official else None,
            "reason": divergence.reason,
            "absent": divergence.absent,
            "elsewhere": [
                {
                    "document": self.officials[one.document].name,
                    "document_index": one.document,
                    "official": list(one.divergence.official) if one.divergence.official else None,
                    "reason": one.divergence.reason,
                }
                for one in finding.elsewhere
            ],
            "contradicted_by": [self.officials[index].name for index in finding.contradicted_by],
            "contradicted_by_index": list(finding.contradicted_by),
        }


def _document(document: Document) -> dict[str, Any]:
    return {
        "name": document.name,
        "language": document.language,
        "script": document.script,
        "text": document.text if document.extracted else None,  # offsets do not count in the file
    }
