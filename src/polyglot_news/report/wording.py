"""What the reports for people say of a statement and of a finding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from polyglot_news.quotes.model import Quote
from polyglot_news.report.model import Finding, Item, Report

Outcome = Literal["faithful", "divergent", "unmatched", "short", "look"]
# An outcome is told by a sign and a word as well as by a colour.
SIGNS: dict[Outcome, str] = {"faithful": "✓", "divergent": "≠", "unmatched": "?", "short": "…", "look": "!"}
WORDS: dict[Outcome, str] = {
    "faithful": "no divergence found",  # not every alteration is seen
    "divergent": "divergent",
    "unmatched": "not found in the official texts",
    "short": "too short to check",
    "look": "reported, worth a look",
}
COUNTED: dict[Outcome, str] = {**WORDS, "faithful": "with no divergence found"}
GAP = " … "  # between the parts of a split quote
FEW_WORDS = "These are only a few words: see whether the passage is the one that is meant."
NO_STATEMENT = "There is no quoted statement in the article; what is told without quotation marks is not checked."
_UNSURE = 0.6  # confidence below which a finding that another version does not bear out is told with care
_SAME = 0.75  # agreement from which two figures are the same
_LONGEST = 60  # characters of a text that is cited within a line


def outcome(item: Item) -> Outcome:
    """Return the verdict of a statement, those apart that are too short to be found, or that are only reported."""
    if item.quote.kind == "reported" and item.findings:
        return "look"
    return "short" if item.too_short else item.verdict


def counts(report: Report) -> list[tuple[Outcome, int]]:
    """Return how many quoted statements had each verdict; none are told of as too short where none are."""
    outcomes = [outcome(item) for item in report.items]
    return [(one, outcomes.count(one)) for one in SIGNS if one not in {"short", "look"} or one in outcomes]


def looks(report: Report) -> list[Item]:
    """Return what the article reports in its own words and is worth a look."""
    return [item for item in report.reported if item.findings]


def reported(report: Report) -> str:
    """Say how much the article reports in its own words, and that little of this is checked."""
    outcomes = [outcome(item) for item in report.reported]
    if not outcomes:
        return ""
    looks, lost = outcomes.count("look"), outcomes.count("unmatched")
    told = f"{len(outcomes)} statement{'s' if len(outcomes) > 1 else ''}"
    rest = len(outcomes) - looks - lost
    return (
        f"Without quotation marks the article reports {told}: {looks} worth a look, {rest} without another figure,"
        f" negation or opposite, {lost} not found. Nothing else is checked in these."
    )


def quoted(quote: Quote, text: str) -> str:
    """Return the parts of a quote as they stand in a text.

    >>> quoted(quote, article.text)
    'Nuclear power and renewables are not rivals, … They are the two legs of a single body.'
    """
    return GAP.join(content.of(text) for content in quote.contents)


def basis(finding: Finding, item: Item, report: Report) -> str:
    """Say which official texts a finding of a statement stands on, and how sure it is.

    >>> basis(finding, item, report)
    'official.fr.txt, 97% sure; the same in official.zh.txt: “没有”; not found against official.en.txt'
    """
    names = [official.name for official in report.officials]
    confidence = finding.divergence.confidence
    alone = "one version only: " if finding.contradicted_by and not finding.elsewhere and confidence < _UNSURE else ""
    said = [f"{alone}{names[finding.document]}, {100 * confidence:.0f}% sure"]
    for one in finding.elsewhere:
        said.append(f"the same in {names[one.document]}")
        place = one.divergence.evidence("official")
        if place and one.divergence.reason != finding.divergence.reason:  # the reason of one version cites its words
            said[-1] += f": “{_short(place.of(report.officials[one.document].text))}”"
    agreeing = [document for document in finding.contradicted_by if _agrees(document, finding, item, report)]
    if agreeing:
        others = ", ".join(names[document] for document in agreeing)
        said.append(f"{others} {'agree' if len(agreeing) > 1 else 'agrees'} with the article")
    silent = ", ".join(names[document] for document in finding.contradicted_by if document not in agreeing)
    if silent:
        said.append(f"not found against {silent}")
    return "; ".join(said)


def _agrees(document: int, finding: Finding, item: Item, report: Report) -> bool:
    """Whether an official text gives the figure of the article; of what is no figure that is not seen."""
    from polyglot_news.values import find_values
    from polyglot_news.values.facts import agreement, facts_of

    figure = finding.divergence.evidence("rendering")
    passage = next((source.text for source in item.matched if source.document == document), "")
    if finding.divergence.kind != "number" or figure is None:
        return False
    here, there = figure.of(report.article.text), passage
    given = facts_of(here, find_values(here, report.article.language, loose=True))
    told = facts_of(there, find_values(there, report.officials[document].language))
    return bool(given) and all(any(agreement(one, other) >= _SAME for other in told) for one in given)


def warning(figures: Sequence[str], names: Sequence[str], what: str) -> str:
    """Say where the translation of a "passage" or a "quote" cannot be trusted; "" if nothing speaks against it.

    Args:
        figures: those that it lacks.
        names: those that it puts in.
        what: what is translated.

    >>> warning(["2/3"], ["Canada"], "passage")
    'The passage says 2/3, this translation does not. This translation names Canada, the passage does not.'
    """
    said = []
    if figures:
        said.append(f"The {what} says {', '.join(figures)}, this translation does not.")
    if names:
        said.append(f"This translation names {', '.join(names)}, the {what} does not.")
    return " ".join(said)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
