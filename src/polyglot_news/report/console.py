"""The report on a terminal, and as plain text where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polyglot_news.report.model import SIGNS, Item, Report

if TYPE_CHECKING:
    from rich.console import Console

COLOURS = {"faithful": "green", "divergent": "red", "unmatched": "yellow"}
WORDS = {"faithful": "faithful", "divergent": "divergent", "unmatched": "not found in the official texts"}


def print_report(report: Report, console: Console) -> None:
    """Print one block per statement: verdict, speaker, quote, official passage, its translation, reasons."""
    for number, item in enumerate(report.items, start=1):
        _print_item(number, item, report, console)
    counts = ", ".join(f"{report.count(verdict)} {words}" for verdict, words in WORDS.items())  # type: ignore[arg-type]
    noun = "statement" if len(report.items) == 1 else "statements"
    console.print(f"{len(report.items)} quoted {noun} in {report.article.name}: {counts}.", markup=False)


def _print_item(number: int, item: Item, report: Report, console: Console) -> None:
    colour = COLOURS[item.verdict]
    speaker = item.quote.speaker.of(report.article.text) if item.quote.speaker else "speaker not named"
    console.print(
        f"{SIGNS[item.verdict]} {number}. {WORDS[item.verdict]}", style=f"bold {colour}", end="", markup=False
    )
    console.print(f"  {speaker}", style="dim", markup=False)
    console.print(f"  “{item.quote.text}”", markup=False)
    shown: set[int] = set()
    for source in item.sources:
        if not source.matched or source.document in shown:
            continue
        shown.add(source.document)
        console.print(f"  {report.officials[source.document].name}: {source.text}", style="dim", markup=False)
        if source.translation:
            console.print(f"    → {source.translation}", style="dim italic", markup=False)
    for finding in item.findings:
        divergence = finding.divergence
        console.print(f"  {divergence.severity} {divergence.kind}: ", style=colour, end="", markup=False)
        doubt = "".join(
            f" {report.officials[index].name} agrees with the article." for index in finding.contradicted_by
        )
        console.print(f"{divergence.reason} ({report.officials[finding.document].name}){doubt}", markup=False)
    for hint in item.hints:
        console.print(
            f"  worth a look: {hint.divergence.reason} ({report.officials[hint.document].name})",
            style="dim",
            markup=False,
        )
    console.print()
