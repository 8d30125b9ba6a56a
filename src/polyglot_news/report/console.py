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
    looks,
    outcome,
    quoted,
    reported,
    warning,
)
from polyglot_news.terminal import printable

if TYPE_CHECKING:
    from rich.console import Console

COLOURS: dict[Outcome, str] = {
    "faithful": "green",
    "divergent": "red",
    "unmatched": "yellow",
    "short": "bright_black",
    "look": "yellow",
}


def print_report(report: Report, console: Console) -> None:
    """Print one block per statement: verdict, speaker, quote, official passage, its translation, reasons."""
    for number, item in enumerate([*report.items, *looks(report)], start=1):
        _print_item(number, item, report, console)
    if not report.items:
        _print(console, f"{report.article.name}: {NO_STATEMENT}")
        return
    noun = "statement" if len(report.items) == 1 else "statements"
    counted = ", ".join(f"{count} {COUNTED[one]}" for one, count in counts(report))
    _print(console, f"{len(report.items)} quoted {noun} in {report.article.name}: {counted}.")
    if report.reported:
        _print(console, reported(report), style="dim")


def _print(console: Console, text: str, *, style: str | None = None, end: str = "\n") -> None:
    """Print a text as it is, harmless: it holds what strangers wrote."""
    console.print(printable(text), style=style, end=end, markup=False, emoji=False)


def _print_item(number: int, item: Item, report: Report, console: Console) -> None:
    result = outcome(item)
    colour = COLOURS[result]
    speaker = item.quote.speaker.of(report.article.text) if item.quote.speaker else "speaker not named"
    _print(console, f"{SIGNS[result]} {number}. {WORDS[result]}", style=f"bold {colour}", end="")
    marks = f" ({item.quote.warning})" if item.quote.warning else ""
    _print(console, f"  {speaker}{marks}", style="dim")
    _print(console, f"  “{quoted(item.quote, report.article.text)}”")
    if item.few_words and item.matched:
        _print(console, f"  {FEW_WORDS}", style="dim")
    for source in item.matched:
        _print(console, f"  {report.officials[source.document].name}: {source.text}", style="dim")
        if source.translation:
            _print(console, f"    → {source.translation}", style="dim italic")
        if warned := warning(source.lost, source.invented, "passage"):
            _print(console, f"      {warned}", style="dim")
    for finding in item.findings:
        divergence = finding.divergence
        _print(console, f"  {divergence.severity} {divergence.kind}: ", style=colour, end="")
        _print(console, f"{divergence.reason} ({basis(finding, item, report)})")
    for hint in item.hints:
        reason = f"{hint.divergence.reason} ({basis(hint, item, report)})"
        _print(console, f"  worth a look: {reason}", style="dim")
    console.print()
