"""The report on a terminal, and as plain text where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyglot_news.report.model import Item, Report
from polyglot_news.report.wording import (
    COUNTED,
    FEW_WORDS,
    NO_STATEMENT,
    SIGNS,
    WORDS,
    Outcome,
    basis,
    counts,
    outcome,
    quoted,
    warning,
)

if TYPE_CHECKING:
    from rich.console import Console

COLOURS: dict[Outcome, str] = {"faithful": "green", "divergent": "red", "unmatched": "yellow", "short": "bright_black"}


def print_report(report: Report, console: Console) -> None:
    """Print one block per statement: verdict, speaker, quote, official passage, its translation, reasons."""
    for number, item in enumerate(report.items, start=1):
        _print_item(number, item, report, console)
    if not report.items:
        console.print(f"{report.article.name}: {NO_STATEMENT}", markup=False)
        return
    noun = "statement" if len(report.items) == 1 else "statements"
    counted = ", ".join(f"{count} {COUNTED[one]}" for one, count in counts(report))
    console.print(f"{len(report.items)} quoted {noun} in {report.article.name}: {counted}.", markup=False)


def _print_item(number: int, item: Item, report: Report, console: Console) -> None:
    result = outcome(item)
    colour = COLOURS[result]
    speaker = item.quote.speaker.of(report.article.text) if item.quote.speaker else "speaker not named"
    console.print(f"{SIGNS[result]} {number}. {WORDS[result]}", style=f"bold {colour}", end="", markup=False)
    marks = f" ({item.quote.warning})" if item.quote.warning else ""
    console.print(f"  {speaker}{marks}", style="dim", markup=False)
    console.print(f"  “{quoted(item.quote, report.article.text)}”", markup=False)
    if item.few_words and item.matched:
        console.print(f"  {FEW_WORDS}", style="dim", markup=False)
    for source in item.matched:
        console.print(f"  {report.officials[source.document].name}: {source.text}", style="dim", markup=False)
        if source.translation:
            console.print(f"    → {source.translation}", style="dim italic", markup=False)
        if warned := warning(source.lost, source.invented, "passage"):
            console.print(f"      {warned}", style="dim", markup=False)
    for finding in item.findings:
        divergence = finding.divergence
        console.print(f"  {divergence.severity} {divergence.kind}: ", style=colour, end="", markup=False)
        console.print(f"{divergence.reason} ({basis(finding, item, report)})", markup=False)
    for hint in item.hints:
        reason = f"{hint.divergence.reason} ({basis(hint, item, report)})"
        console.print(f"  worth a look: {reason}", style="dim", markup=False)
    console.print()
