"""The report as one self-contained page: no script, no font, no image, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from polyglot_news.report.model import Finding, Item, Report, Source
from polyglot_news.report.passage import goes_on, official_speaker, shown_span
from polyglot_news.report.wording import (
    COUNTED,
    FEW_WORDS,
    GAP,
    NO_STATEMENT,
    ROUGH,
    SIGNS,
    basis,
    counts,
    doubts,
    likely,
    looks,
    outcome,
    parts,
    reported,
    speaker,
    told,
    warning,
    words,
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
        mark: CSS class (a severity, "hint", "core", "reported", "lost", an outcome), or "" for plain text.
        item: number of the statement that the run belongs to, or 0.
        first: whether the statement begins with the run.
    """

    text: str
    mark: str = ""
    item: int = 0
    first: bool = False


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
        doubts=doubts(report),
        languages=LANGUAGE_NAMES,
        looks=reports,
        few_words=FEW_WORDS,
        likely=likely,
        no_statement=NO_STATEMENT,
        officials=report.officials,
        report=report,
        rough=ROUGH,
        signs=SIGNS,
        reported=reported(report),
        warning=warning,
    )


@lru_cache(maxsize=1)
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(files(__package__).joinpath("report.html.j2").read_text(encoding="utf-8"))


def _card(number: int, item: Item, report: Report) -> dict[str, object]:
    marks = [
        (span, mark)
        for finding, mark in _marked(item)
        if (span := finding.divergence.evidence("rendering")) is not None
    ]
    return {
        "number": number,
        "item": item,
        "outcome": outcome(item),
        "words": words(item),
        "speaker": speaker(item.quote, report.article.text),
        "cue": item.quote.cue.of(report.article.text) if item.quote.cue else None,
        "quote": _quote(item, marks, report.article.text),
        "sources": [_source(source, item, report) for source in item.matched or item.sources[:1]],
        "findings": [(finding.divergence, basis(finding, item, report)) for finding in item.findings],
        "hints": [(hint.divergence, basis(hint, item, report)) for hint in item.hints],
    }


def _marked(item: Item) -> list[tuple[Finding, str]]:
    """Return the findings and hints of a statement, each with the CSS class of its places."""
    sure = item.quote.kind != "reported"
    findings = [(finding, finding.divergence.severity if sure else "hint") for finding in item.findings]
    return [*findings, *((hint, "hint") for hint in item.hints)]


def _quote(item: Item, marks: Sequence[tuple[Span, str]], text: str) -> list[Piece]:
    """Return a statement between marks, its parts apart where who said it stands between them."""
    unmarked = item.quote.kind == "reported"
    runs = [] if unmarked else [Piece("“")]
    for position, part in enumerate(parts(item.quote, text)):
        runs += [Piece(" … " if unmarked else GAP)] if position else []
        runs += pieces(text, part, marks)
    return runs if unmarked else [*runs, Piece("”")]


def _source(source: Source, item: Item, report: Report) -> dict[str, object]:
    official = report.officials[source.document]
    marks: list[tuple[Span, str]] = []
    for finding, mark in _marked(item):
        divergence = finding.against(source.document)
        span = divergence.evidence("official") if divergence else None
        if span is not None:
            marks.append((span, mark))
    shown = shown_span(source.span, official.text)
    if len(source.core) < _PART * len(source.span):
        marks.append((_whole_words(source.core, source.span, official.text), "core"))
    return {
        "source": source,
        "official": official,
        "speaker": official_speaker(source, official, report.article.language),
        "pieces": pieces(official.text, shown, marks),
        "more": goes_on(source, official, item) if source.matched else "",
    }


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
                (content, number, outcome(item) if _concerns(item, content) else f"{outcome(item)} rest")
                for number, item in enumerate([*report.items, *looks(report)], start=1)
                for content in item.quote.contents
            ),
            *(
                (content, 0, "lost" if item.verdict == "unmatched" else "reported")
                for item in told(report)
                if not item.findings
                for content in item.quote.contents
            ),
        ]
    )
    runs: list[Piece] = []
    position = 0
    begun = {0}
    for content, number, mark in spans:
        if content.start < position:  # a statement inside another one is marked with the outer one
            continue
        runs.append(Piece(text[position : content.start]))
        runs.append(Piece(text[content.start : content.end], mark, number, number not in begun))
        begun.add(number)
        position = content.end
    runs.append(Piece(text[position:]))
    return [run for run in runs if run.text]


def _concerns(item: Item, content: Span) -> bool:
    """Whether the findings of a statement concern a part of it; where they stand in no part, they concern all."""
    places = [place for one in item.findings if (place := one.divergence.evidence("rendering")) is not None]
    return len(places) < len(item.findings) or not places or any(place.overlap(content) for place in places)


def _paragraphs(runs: Iterable[Piece]) -> list[list[Piece]]:
    """Cut the runs into paragraphs at line breaks, and drop the empty ones."""
    paragraphs: list[list[Piece]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        paragraphs[-1].append(attrs.evolve(run, text=first))
        paragraphs += [[attrs.evolve(run, text=line, first=False)] for line in rest]
    return [
        [run for run in paragraph if run.text] for paragraph in paragraphs if any(run.text.strip() for run in paragraph)
    ]
