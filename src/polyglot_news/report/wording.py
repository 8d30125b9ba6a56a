"""What the reports for people say of a statement and of a finding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from polyglot_news.report.model import Finding, Item, Report

Outcome = Literal["faithful", "divergent", "unmatched", "short"]
# An outcome is told by a sign and a word as well as by a colour.
SIGNS: dict[Outcome, str] = {"faithful": "✓", "divergent": "≠", "unmatched": "?", "short": "…"}
WORDS: dict[Outcome, str] = {
    "faithful": "faithful",
    "divergent": "divergent",
    "unmatched": "not found in the official texts",
    "short": "too short to check",
}
FEW_WORDS = "These are only a few words: see whether the passage is the one that is meant."
NO_STATEMENT = "There is no quoted statement in the article; what is told without quotation marks is not checked."
_LONGEST = 60  # characters of a text that is cited within a line


def outcome(item: Item) -> Outcome:
    """Return the verdict of a statement, those apart that are too short to be found."""
    return "short" if item.too_short else item.verdict


def counts(report: Report) -> list[tuple[Outcome, int]]:
    """Return how many statements had each outcome; none are told of as too short where none are."""
    outcomes = [outcome(item) for item in report.items]
    return [(one, outcomes.count(one)) for one in SIGNS if one != "short" or one in outcomes]


def basis(finding: Finding, report: Report) -> str:
    """Say which official texts a finding stands on, and how sure it is.

    >>> basis(finding, report)
    'official.fr.txt, 97% sure; the same in official.zh.txt: “没有”; not so in official.en.txt'
    """
    names = [official.name for official in report.officials]
    said = [f"{names[finding.document]}, {100 * finding.divergence.confidence:.0f}% sure"]
    for one in finding.elsewhere:
        said.append(f"the same in {names[one.document]}")
        place = one.divergence.evidence("official")
        if place and one.divergence.reason != finding.divergence.reason:  # the reason of one version cites its words
            said[-1] += f": “{_short(place.of(report.officials[one.document].text))}”"
    others = ", ".join(names[document] for document in finding.contradicted_by)
    divergence = finding.divergence
    if others and divergence.kind == "number" and divergence.rendering and divergence.official:
        # Figures are read so surely that another one in one version tells what the others say.
        said.append(f"{others} {'agree' if len(finding.contradicted_by) > 1 else 'agrees'} with the article")
    elif others:
        said.append(f"not so in {others}")
    return "; ".join(said)


def lost(figures: Sequence[str], what: str) -> str:
    """Say which figures of a "passage" or a "quote" its translation lacks.

    >>> lost(["2/3"], "passage")
    'The passage says 2/3, this translation does not.'
    """
    return f"The {what} says {', '.join(figures)}, this translation does not."


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
