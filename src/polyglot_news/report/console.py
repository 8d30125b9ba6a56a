"""The report on a terminal, and as plain text where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyglot_news.report.model import Finding, Item, Report, Source
from polyglot_news.report.passage import goes_on, official_speaker, shown_span
from polyglot_news.report.wording import (
    COUNTED,
    FEW_WORDS,
    NO_STATEMENT,
    ROUGH,
    SIGNS,
    Outcome,
    basis,
    counts,
    doubts,
    likely,
    looks,
    not_found,
    outcome,
    quoted,
    reported,
    speaker,
    warning,
    words,
)
from polyglot_news.terminal import printable

if TYPE_CHECKING:
    from rich.console import Console

COLOURS: dict[Outcome, str] = {
    "faithful": "green",
    "look": "yellow",
    "divergent": "red",
    "unmatched": "magenta",
    "short": "bright_black",
}


def print_report(report: Report, console: Console) -> None:
    """Print one block per statement: outcome, speaker, quote, official passage, its translation, reasons."""
    for number, item in enumerate([*report.items, *looks(report)], start=1):
        _print_item(number, item, report, console)
    if report.items:
        noun = "statement" if len(report.items) == 1 else "statements"
        counted = ", ".join(f"{count} {COUNTED[one]}" for one, count in counts(report))
        _print(console, f"{len(report.items)} quoted {noun} in {report.article.name}: {counted}.")
    else:
        _print(console, f"{report.article.name}: {NO_STATEMENT}")
    if asked := doubts(report):
        _print(console, asked, style="bold yellow")
    _print(console, reported(report), style="dim")
    for item in not_found(report):
        _print(console, f"  not found: {quoted(item.quote, report.article.text)}", style="dim")
    if any(source.translation for item in report.items for source in item.sources):
        _print(console, f"→ {ROUGH}", style="dim")


def _print(console: Console, text: str, *, style: str | None = None, end: str = "\n") -> None:
    """Print a text as it is, harmless: it holds what strangers wrote."""
    console.print(printable(text), style=style, end=end, markup=False, emoji=False)


def _print_item(number: int, item: Item, report: Report, console: Console) -> None:
    result = outcome(item)
    _print(console, f"{SIGNS[result]} {number}. {words(item)}", style=f"bold {COLOURS[result]}", end="")
    _print(console, f"  {_who(item, report)}", style="dim")
    _print(console, f"  {quoted(item.quote, report.article.text)}")
    if item.few_words and item.matched:
        _print(console, f"  {FEW_WORDS}", style="dim")
    for source in item.matched or item.sources[:1]:
        _print_source(source, item, report, console)
    for finding in item.findings:
        _print_finding(finding, item, report, console)
    for hint in item.hints:
        reason = f"{hint.divergence.reason} ({basis(hint, item, report)})"
        _print(console, f"  worth a look: {reason}", style="dim")
    console.print()


def _who(item: Item, report: Report) -> str:
    who = speaker(item.quote, report.article.text)
    return f"{who} ({item.quote.warning})" if item.quote.warning else who


def _print_source(source: Source, item: Item, report: Report, console: Console) -> None:
    official = report.officials[source.document]
    voice = official_speaker(source, official, report.article.language)
    said = shown_span(source.span, official.text).of(official.text)
    if not source.matched:
        _print(console, f"  {likely(source)}:", style="dim")
    _print(console, f"  {official.name}{f', {voice}' if voice else ''}: {said}", style="dim")
    if source.translation:
        _print(console, f"    → {source.translation}", style="dim italic")
    if warned := warning(source.lost, source.invented, "passage"):
        _print(console, f"      {warned}", style="dim")
    if source.matched and (more := goes_on(source, official, item)):
        _print(console, f"    {more}", style="dim")


def _print_finding(finding: Finding, item: Item, report: Report, console: Console) -> None:
    divergence = finding.divergence
    how = "worth a look" if item.quote.kind == "reported" else divergence.severity
    _print(console, f"  {how} {divergence.kind}: ", style=COLOURS[outcome(item)], end="")
    _print(console, f"{divergence.reason} ({basis(finding, item, report)})")
