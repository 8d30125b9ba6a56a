"""The report as one self-contained page: no script, no font, no image, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from polyglot_news.report.model import Finding, Item, Report, Source
from polyglot_news.report.wording import (
    COUNTED,
    FEW_WORDS,
    GAP,
    NO_STATEMENT,
    SIGNS,
    WORDS,
    basis,
    counts,
    looks,
    outcome,
    reported,
    warning,
)
from polyglot_news.text import Span, is_han

if TYPE_CHECKING:
    from jinja2 import Template

_PART = 2 / 3  # share of a passage that a quote renders, from which it is not marked: what lies beside is its frame
LANGUAGE_NAMES = {"en": "English", "fr": "French", "zh": "Chinese"}


@attrs.frozen
class Piece:
    """A run of text under one set of marks.

    Attributes:
        text: the run.
        mark: CSS class (a severity, "core", "reported", the outcome of a statement), or "" for plain text.
        item: number of the statement that the run belongs to, or 0.
    """

    text: str
    mark: str = ""
    item: int = 0


def render_html(report: Report) -> str:
    """Return the report as an HTML page that can be mailed, printed and opened without a network."""
    cards = [_card(number, item, report) for number, item in enumerate(report.items, start=1)]
    reports = [_card(number, item, report) for number, item in enumerate(looks(report), start=len(cards) + 1)]
    return _template().render(
        article=report.article,
        body=_body(report),
        cards=cards,
        counted=COUNTED,
        counts=counts(report),
        languages=LANGUAGE_NAMES,
        looks=reports,
        few_words=FEW_WORDS,
        no_statement=NO_STATEMENT,
        officials=report.officials,
        report=report,
        signs=SIGNS,
        reported=reported(report),
        warning=warning,
        words=WORDS,
    )


@lru_cache(maxsize=1)
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(files(__package__).joinpath("report.html.j2").read_text(encoding="utf-8"))


def _card(number: int, item: Item, report: Report) -> dict[str, object]:
    marks = [
        (span, finding.divergence.severity)
        for finding in item.findings
        if (span := finding.divergence.evidence("rendering")) is not None
    ]
    return {
        "number": number,
        "item": item,
        "outcome": outcome(item),
        "speaker": item.quote.speaker.of(report.article.text) if item.quote.speaker else None,
        "cue": item.quote.cue.of(report.article.text) if item.quote.cue else None,
        "quote": [
            piece
            for position, content in enumerate(item.quote.contents)
            for piece in (
                *([Piece(GAP)] if position else []),
                *pieces(
                    report.article.text,
                    content,
                    marks,
                ),
            )
        ],
        "sources": [_source(source, item.findings, report) for source in item.matched or item.sources[:1]],
        "findings": [(finding.divergence, basis(finding, item, report)) for finding in item.findings],
        "hints": [(hint.divergence, basis(hint, item, report)) for hint in item.hints],
    }


def _source(source: Source, findings: Iterable[Finding], report: Report) -> dict[str, object]:
    official = report.officials[source.document]
    marks: list[tuple[Span, str]] = []
    for finding in findings:
        divergence = finding.against(source.document)
        span = divergence.evidence("official") if divergence else None
        if span is not None:
            marks.append((span, finding.divergence.severity))
    if len(source.core) < _PART * len(source.span):
        marks.append((_whole_words(source.core, source.span, official.text), "core"))
    return {"source": source, "official": official, "pieces": pieces(official.text, source.span, marks)}


def _whole_words(span: Span, within: Span, text: str) -> Span:
    """Widen a span, within another one, so that it cuts no word in the Latin script."""
    start, end = span
    while start > within.start and _in_word(text[start - 1]):
        start -= 1
    while end < within.end and _in_word(text[end]):
        end += 1
    return Span(start, end)


def _in_word(char: str) -> bool:
    return (char.isalnum() and not is_han(char)) or char in "'’-"


def pieces(text: str, within: Span, marks: Sequence[tuple[Span, str]]) -> list[Piece]:
    """Cut ``text[within]`` at the ends of the marks; where marks overlap, the first in the list wins."""
    cuts = {within.start, within.end}
    for span, _ in marks:
        cuts.update(offset for offset in span if within.start < offset < within.end)
    edges = sorted(cuts)
    runs: list[Piece] = []
    for start, end in pairwise(edges):
        mark = next((name for span, name in marks if span.start <= start and end <= span.end), "")
        if runs and runs[-1].mark == mark:
            runs[-1] = Piece(runs[-1].text + text[start:end], mark)
        else:
            runs.append(Piece(text[start:end], mark))
    return runs


def _body(report: Report) -> list[list[Piece]]:
    """Return the paragraphs of the article, without the headline that stands above them."""
    body = _paragraphs(_article_pieces(report))
    opening = " ".join("".join(piece.text for piece in body[0]).split())
    quoted = any(piece.item for piece in body[0])
    return body[1:] if opening == report.article.title and not quoted else body


def _article_pieces(report: Report) -> list[Piece]:
    """The whole article, each statement under its number and verdict."""
    text = report.article.text
    spans = sorted(
        [
            *(
                (content, number, outcome(item))
                for number, item in enumerate([*report.items, *looks(report)], start=1)
                for content in item.quote.contents
            ),
            *((item.quote.contents[0], 0, "reported") for item in report.reported if not item.findings),
        ]
    )
    runs, position = [], 0
    for content, number, mark in spans:
        if content.start < position:  # a statement inside another one is marked with the outer one
            continue
        runs.append(Piece(text[position : content.start]))
        runs.append(Piece(text[content.start : content.end], mark, number))
        position = content.end
    runs.append(Piece(text[position:]))
    return [run for run in runs if run.text]


def _paragraphs(runs: Iterable[Piece]) -> list[list[Piece]]:
    """Cut the runs into paragraphs at line breaks, and drop the empty ones."""
    paragraphs: list[list[Piece]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        paragraphs[-1].append(attrs.evolve(run, text=first))
        paragraphs += [[attrs.evolve(run, text=line)] for line in rest]
    return [
        [run for run in paragraph if run.text] for paragraph in paragraphs if any(run.text.strip() for run in paragraph)
    ]
