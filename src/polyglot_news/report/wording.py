"""What the reports for people say of a statement and of a finding."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from polyglot_news.quotes.model import Quote
from polyglot_news.report.model import DOUBTFUL, Finding, Item, Report, Source
from polyglot_news.text import Span

Outcome = Literal["faithful", "look", "divergent", "unmatched", "short"]
# An outcome is told by a sign and a word as well as by a colour.
SIGNS: dict[Outcome, str] = {"faithful": "✓", "look": "!", "divergent": "≠", "unmatched": "?", "short": "…"}
WORDS: dict[Outcome, str] = {
    "faithful": "no divergence found",  # not every alteration is seen
    "look": "worth a look",
    "divergent": "divergent",
    "unmatched": "not found in the official texts",
    "short": "too short to check",
}
COUNTED: dict[Outcome, str] = {**WORDS, "faithful": "with no divergence found"}
GAP = "” … “"  # between the parts of a split quote
FEW_WORDS = (
    "These are only a few words: little can be checked in them; see whether the passage is the one that is meant."
)
NO_STATEMENT = (
    "There is no quoted statement in the article; what is told without quotation marks is held against the official"
    " texts for other figures, negations, names, opposites, conditions, must and may, all and most alone."
)
ROUGH = (
    "The translations are made by machine and are rough: they can be wrong, or say the contrary. Judge by the official"
    " text itself."
)
WRONG_TEXT = (
    "Hardly anything that the article quotes is found. Is this the right official text, and are the two in their"
    " places, the article first?"
)
SWAPPED = "The official text quotes, and the article does not: are the two in their places, the article first?"
_FEWEST_ASKED = 3  # statements from which it is told that hardly anything is found
_HARDLY = 0.2
_UNSURE = 0.6  # confidence below which a finding that another version does not bear out is told with care
_SAME = 0.75  # agreement from which two figures are the same
_LONGEST = 60  # characters of a text that is cited within a line
_RELATIVE = re.compile(r",\s(?:who|whom|whose|which|qui|dont|que|qu['’]|lequel|laquelle)\b.*", re.DOTALL)
_ATTRIBUTION = " ,，、\u00a0\u202f"  # what stands between a quote and who said it belongs to neither


def outcome(item: Item) -> Outcome:
    """Return the verdict of a statement as readers are told it.

    Apart from the verdicts stands what is too short to be found, and what is worth a look although nothing surely
    diverges: there are hints or minor findings, the passage is doubtful, or it is only reported.
    """
    if item.quote.kind == "reported" and item.findings:
        return "look"
    if item.verdict == "faithful" and (item.findings or item.hints or is_doubtful(item)):
        return "look"
    return "short" if item.too_short else item.verdict


def is_doubtful(item: Item) -> bool:
    """Whether the passages of a statement may well be others."""
    return bool(item.matched) and max(source.similarity for source in item.matched) < DOUBTFUL


def words(item: Item) -> str:
    """Return the outcome of a statement in words.

    >>> words(item)
    'worth a look: the passage is doubtful'
    """
    said = WORDS[outcome(item)]
    if item.quote.kind == "reported":
        return f"reported, {said}"
    if outcome(item) == "look" and not item.findings and not item.hints:
        return f"{said}: the passage is doubtful"
    return said


def counts(report: Report) -> list[tuple[Outcome, int]]:
    """Return how many quoted statements had each outcome; "too short" and "worth a look" only where some are so."""
    outcomes = [outcome(item) for item in report.items]
    return [(one, outcomes.count(one)) for one in SIGNS if one not in {"short", "look"} or one in outcomes]


def looks(report: Report) -> list[Item]:
    """Return what the article reports in its own words and is worth a look."""
    return [item for item in report.reported if item.findings]


def told(report: Report) -> list[Item]:
    """Return what was recognised of what the article reports in its own words.

    A figure that it gives without saying whose it is counts only if an official text holds the passage.
    """
    return [item for item in report.reported if item.quote.cue is not None or item.verdict != "unmatched"]


def not_found(report: Report) -> list[Item]:
    """Return what the article reports in its own words and no official text holds."""
    return [item for item in told(report) if item.verdict == "unmatched"]


def reported(report: Report) -> str:
    """Say how much was recognised of what the article reports in its own words, and that little of this is checked."""
    recognised = len(told(report))
    if not recognised:
        return "No statement that the article reports without quotation marks was recognised."
    look, lost = len(looks(report)), len(not_found(report))
    agree = recognised - look - lost
    said = [f"{look} worth a look"] if look else []
    if agree:
        said.append(
            f"{agree} agree{'s' if agree == 1 else ''} as far as figures, names, negations, opposites, conditions, must"
            " and may, all and most go, and nothing else is checked"
        )
    said += [f"{lost} not found"] if lost else []
    noun = "statement" if recognised == 1 else "statements"
    verb = "was" if recognised == 1 else "were"
    return (
        f"Of what the article reports without quotation marks {recognised} {noun} {verb} recognised"
        f" (there may be more): {'; '.join(said)}."
    )


def doubts(report: Report) -> str:
    """Ask whether the texts are the right ones, where hardly anything of the article is found; "" otherwise."""
    from polyglot_news.quotes import extract_quotes

    asked = [item for item in report.items if not item.too_short]
    found = [item for item in asked if item.matched]
    if len(asked) >= _FEWEST_ASKED and len(found) <= _HARDLY * len(asked):
        return WRONG_TEXT
    quoting = (quote.is_statement for text in report.officials for quote in extract_quotes(text.text, text.language))
    return SWAPPED if not report.items and any(quoting) else ""


def parts(quote: Quote, text: str) -> list[Span]:
    """Return the parts of a quote without the comma that leads to who said it."""
    found = []
    for content in quote.contents:
        words = content.of(text)
        found.append(Span(content.start, content.start + len(words.rstrip(_ATTRIBUTION)) or content.end))
    return found


def quoted(quote: Quote, text: str) -> str:
    """Return the parts of a quote as they stand in a text, between marks; what is only reported stands without.

    >>> quoted(quote, article.text)
    '“Nuclear power and renewables are not rivals” … “They are the two legs of a single body.”'
    """
    said = [part.of(text) for part in parts(quote, text)]
    return " … ".join(said) if quote.kind == "reported" else f"“{GAP.join(said)}”"


def speaker(quote: Quote, text: str) -> str:
    """Say to whom the article gives a statement, without what a relative clause tells of her.

    >>> speaker(quote, article.text)
    'the prefect'
    """
    if quote.speaker is not None:
        return _RELATIVE.sub("", quote.speaker.of(text))
    return "told by the article" if quote.kind == "reported" and quote.cue is None else "speaker not named"


def likely(source: Source) -> str:
    """Say how far a passage may be trusted to be the source.

    >>> likely(source)
    'not sure enough to compare: the nearest passage, perhaps this one (22% likely)'
    """
    share = round(100 * source.similarity)
    if source.matched:
        return f"passage found, {share}% sure"
    if share < 1:
        return "the nearest passage, hardly this one"
    return f"not sure enough to compare: the nearest passage, perhaps this one ({share}% likely)"


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
    agreeing = [document for document in finding.contradicted_by if agrees(document, finding, item, report)]
    if agreeing:
        others = ", ".join(names[document] for document in agreeing)
        said.append(f"{others} {'agree' if len(agreeing) > 1 else 'agrees'} with the article")
    silent = ", ".join(names[document] for document in finding.contradicted_by if document not in agreeing)
    if silent:
        said.append(f"not found against {silent}")
    return "; ".join(said)


def agrees(document: int, finding: Finding, item: Item, report: Report) -> bool:
    """Tell whether an official text gives the figure of the article; of what is no figure that is not seen."""
    from polyglot_news.values import find_values
    from polyglot_news.values.agreement import all_given
    from polyglot_news.values.facts import facts_of

    figure = finding.divergence.evidence("rendering")
    passage = next((source.text for source in item.matched if source.document == document), "")
    if finding.divergence.kind != "number" or figure is None:
        return False
    here, there = figure.of(report.article.text), passage
    given = facts_of(here, find_values(here, report.article.language, loose=True))
    told = facts_of(there, find_values(there, report.officials[document].language))
    return bool(given) and all_given(given, told, _SAME)


def warning(lost: Sequence[str], invented: Sequence[str], what: str) -> str:
    """Say where the translation of a "passage" or a "quote" cannot be trusted; "" if nothing speaks against it.

    Args:
        lost: the figures that it lacks.
        invented: the names and figures that it puts in.
        what: what is translated.

    >>> warning(["2/3"], ["Canada"], "passage")
    'The passage says 2/3, this translation does not. This translation says Canada, the passage does not.'
    """
    said = []
    if lost:
        said.append(f"The {what} says {', '.join(lost)}, this translation does not.")
    if invented:
        said.append(f"This translation says {', '.join(invented)}, the {what} does not.")
    return " ".join(said)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
