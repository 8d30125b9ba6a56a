"""What several official versions of one text say of a finding, and how it is told once for all of them."""

from __future__ import annotations

import collections
from collections.abc import Iterable, Mapping, Sequence

import attrs

from polyglot_news.align.model import Passage
from polyglot_news.compare.model import GENERIC, Comparison, Divergence, Text
from polyglot_news.compare.verdict import REPORTED, in_half
from polyglot_news.compare.weights.calibration import own_odds
from polyglot_news.documents import Document
from polyglot_news.odds import probability
from polyglot_news.quotes.model import Quote
from polyglot_news.report.model import SEVERITIES, Finding
from polyglot_news.values.agreement import all_given
from polyglot_news.values.facts import Fact, facts_in

# The log odds of a divergence against a version that shows no sign of it.
SILENT = -1.0
# So many statements that stand in several official texts tell that these are versions of one.
_VERSIONS = 3
_LONE = 0.7  # similarity of a passage that one version alone need have
_SECOND = 0.9  # similarity of a further passage in a text that is no version of the first
# What is less sure than a finding, and surer than this, is shown as worth a look.
HINTED = 0.35
_IN_DOUBT = 0.45  # the most that a finding on a doubtful passage counts for
_SAME_FIGURE = 0.5  # likeness of two figures that may tell the same
_HINTED_FIGURE = 0.3  # a figure is looked up in a moment


def in_doubt(comparison: Comparison) -> Comparison:
    """Return what is left of a comparison with a passage that may well be another one: what may be worth a look."""
    if comparison.verdict == "unmatched":
        return comparison
    unsure = [
        attrs.evolve(one, confidence=min(one.confidence, _IN_DOUBT))
        for one in (*comparison.divergences, *comparison.suspected)
    ]
    score = in_half(comparison.score, divergent=False)
    return attrs.evolve(comparison, divergences=(), suspected=tuple(unsure), score=score, verdict="faithful")


def weigh_versions(comparisons: Mapping[int, Comparison], article: str) -> list[Finding]:
    """Hold the official versions against each other.

    What one version shows and another does not may be a slip of the alignment, or a difference between the versions
    themselves: the log odds of a finding are averaged over the versions, those below the threshold included. Numbers
    and names are told apart so surely that a version with another one is news: that others have no such finding does
    not count against it. A version that leaves open what a finding is about (不应 beside *must not* and *should not*)
    has no say.

    Args:
        comparisons: the comparison with each version, by the index of its text; spans count from the start of the
            whole texts.
        article: the whole text of the article, which tells where the same word stands twice.

    Returns:
        What is still worth a look, each with the versions that show no sign of it. One in which the same is suspected
        neither confirms nor denies it.
    """
    found = {document: (*comparison.divergences, *comparison.suspected) for document, comparison in comparisons.items()}
    weighed = []
    for document, divergences in found.items():
        for divergence in divergences:
            exchange = _is_exchange(divergence)
            odds = [own_odds(divergence)]
            deniers = []
            for other, theirs in found.items():
                if other == document:
                    continue
                same = [one for one in theirs if _same_point(divergence, one, article)]
                if exchange:
                    same = [one for one in same if _is_exchange(one)]
                # Another figure in the place of that of the quote is another one, however sure.
                borne_out = exchange and bool(same)
                if not borne_out and max((one.confidence for one in same), default=0.0) < HINTED:
                    if _is_open(divergence, comparisons[document], comparisons[other]):
                        continue
                    deniers.append(other)
                if same or not exchange:
                    odds.append(max([SILENT, *(own_odds(one) for one in same)]))
            confidence = probability(sum(odds) / len(odds))
            if divergence in comparisons[document].divergences or confidence < REPORTED:
                kept = attrs.evolve(divergence, confidence=round(confidence, 4))
                weighed.append(Finding(document=document, divergence=kept, contradicted_by=tuple(deniers)))
    return [finding for finding in weighed if finding.divergence.confidence >= _least(finding.divergence)]


def without_doubtful_versions(found: Sequence[Sequence[Passage]]) -> list[list[Passage]]:
    """Match no statement with a passage that the other official texts make unlikely.

    The texts are versions of one where most statements stand in several of them: what a single version would hold, and
    not surely, was not said. Where most stand in one text alone, each text has its own subject: a second one holds
    what the first holds only where it is as sure of it.

    Args:
        found: the passages behind each statement.
    """
    texts = _texts_of(found)
    shared = sum(len(documents) > 1 for documents in texts)
    apart = are_apart(found)

    def least(passages: Sequence[Passage], documents: set[int]) -> float:
        if apart and len(documents) > 1:
            return min(_SECOND, max(passage.similarity for passage in passages))
        return _LONE if not apart and shared >= _VERSIONS and len(documents) == 1 else 0.0

    return [
        [
            attrs.evolve(passage, matched=passage.matched and passage.similarity >= bar)
            for bar in [least(passages, documents)]
            for passage in passages
        ]
        for documents, passages in zip(texts, found, strict=True)
    ]


def are_apart(found: Sequence[Sequence[Passage]]) -> bool:
    """Whether most statements stand in one official text alone: each text has its own subject then."""
    texts = _texts_of(found)
    return 2 * sum(len(documents) > 1 for documents in texts) <= sum(map(bool, texts))


def _texts_of(found: Sequence[Sequence[Passage]]) -> list[set[int]]:
    return [{passage.document for passage in passages if passage.matched} for passages in found]


def without_other_figures(
    quotes: Sequence[Quote], found: Sequence[Sequence[Passage]], article: Document, officials: Sequence[Document]
) -> list[list[Passage]]:
    """Match no statement with a second text of another subject that lacks its figures: the first one has them all.

    *71 million francs* resembles *30 million francs* of another matter.

    Args:
        quotes: the statements.
        found: the passages behind each.
        article: the article.
        officials: official texts that are no versions of one.
    """
    kept = []
    for quote, passages in zip(quotes, found, strict=True):
        own = facts_in(quote.text, article.language)
        best = max((one for one in passages if one.matched), key=lambda one: one.similarity, default=None)
        if best is not None and own and _holds(best, own, officials):
            kept.append([_unless_without(one, own, best.document, officials) for one in passages])
        else:
            kept.append([*passages])
    return kept


def _unless_without(passage: Passage, figures: Sequence[Fact], first: int, officials: Sequence[Document]) -> Passage:
    """Match a passage no longer that lacks figures and stands in another text than the first one."""
    holds = passage.document == first or _holds(passage, figures, officials)
    return attrs.evolve(passage, matched=passage.matched and holds)


def _holds(passage: Passage, figures: Sequence[Fact], officials: Sequence[Document]) -> bool:
    """Whether all figures of a statement stand in a passage."""
    there = facts_in(passage.text, officials[passage.document].language)
    return all_given(figures, there, _SAME_FIGURE)


def _is_exchange(divergence: Divergence) -> bool:
    """Whether the finding names a number or a name in each text, one in the place of the other."""
    return divergence.kind in {"number", "name"} and None not in {divergence.rendering, divergence.official}


def _is_open(divergence: Divergence, comparison: Comparison, other: Comparison) -> bool:
    """Whether a modal can be as strong in another version as in the one that shows it changed."""
    place = divergence.rendering
    if divergence.kind != "modality" or place is None:
        return False
    here, there = (
        [one for one in version.strengths if one.rendering.overlap(place)] for version in (comparison, other)
    )
    return any(one.least <= two.most and two.least <= one.most for one in here for two in there)


def _same_point(one: Divergence, other: Divergence, article: str) -> bool:
    """Whether two divergences, found against two official versions, are about the same thing.

    That words of the quote have no counterpart in one version goes with whatever is wrong with them in another. Which
    of two *increased* is the one too many, word alignment may tell otherwise for each version.
    """
    if one.kind != other.kind and not {one.kind, other.kind} & GENERIC:
        return False
    here, there = one.rendering, other.rendering
    if here is None or there is None:
        return here is there and one.kind == other.kind
    if one.absent == other.absent == "rendering":
        # What the quote lacks has but a place there, told by the words beside it, which versions put in another order.
        return max(here.start, there.start) - min(here.end, there.end) <= len(here) + len(there)
    return here.overlap(there) > 0 or (one.kind == other.kind and here.of(article) == there.of(article))


def is_sure(finding: Finding) -> bool:
    """Whether a finding is sure enough to be reported."""
    return finding.divergence.confidence >= REPORTED


def without_trifles(findings: Sequence[Finding]) -> list[Finding]:
    """Drop the minor findings of generic kinds beside a serious one, and words that an omission holds.

    Where a quote departs in one thing, single words without a counterpart look more suspicious than they are. And a
    clause that is left out takes its *must* and its *not* with it.
    """
    serious = [finding for finding in findings if finding.divergence.severity != "minor"]
    return [
        finding
        for finding in findings
        if not (serious and finding.divergence.severity == "minor" and finding.divergence.kind in GENERIC)
        and not any(_leaves_out(other, finding) for other in serious)
    ]


def _leaves_out(omission: Finding, finding: Finding) -> bool:
    """Whether a finding is about words that the quote lacks because it leaves out more."""
    whole, part = omission.divergence.official, finding.divergence.evidence("official")
    if finding.divergence.evidence("rendering") is not None or omission.document != finding.document:
        return False
    longer = whole is not None and part is not None and len(whole) > len(part) == whole.overlap(part)
    return omission.divergence.kind == "omission" and longer


def told_once(findings: Iterable[Finding], article: str) -> tuple[Finding, ...]:
    """Tell what several versions show in one finding, under the version where it is most serious and surest.

    Of what the quote leaves out it is not seen whether two versions mean the same, unless it is the only such
    finding of its kind in both.

    Args:
        findings: what is sure enough.
        article: as in ``weigh_versions``.

    Returns:
        The findings, the most serious first.
    """
    ranked = sorted(findings, key=_rank)
    absences = collections.Counter(_kind(finding) for finding in ranked if finding.divergence.rendering is None)

    def is_same(finding: Finding, told: Finding) -> bool:
        if finding.document in {told.document, *(one.document for one in told.elsewhere)}:
            return False
        alone = absences[_kind(finding)] == absences[_kind(told)] == 1
        placed = finding.divergence.rendering is not None
        return _same_point(finding.divergence, told.divergence, article) and (placed or alone)

    told: list[Finding] = []
    for finding in ranked:
        place = next((place for place, one in enumerate(told) if is_same(finding, one)), None)
        if place is None:
            told.append(finding)
            continue
        first = told[place]
        # A version that shows it otherwise, as words without counterpart for one, denies nothing.
        deniers = tuple(document for document in first.contradicted_by if document != finding.document)
        told[place] = attrs.evolve(first, elsewhere=(*first.elsewhere, finding), contradicted_by=deniers)
    return tuple(told)


def _kind(finding: Finding) -> tuple[int, str]:
    return finding.document, finding.divergence.kind


def _least(divergence: Divergence) -> float:
    return _HINTED_FIGURE if divergence.kind == "number" else HINTED


def worth_a_look(weighed: Iterable[Finding], findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return what is worth a look beside the findings: of each kind and place that they do not name, the surest."""
    named = {finding.divergence.kind for finding in findings} | set(GENERIC)
    best: dict[str, Finding] = {}
    for hint in sorted(weighed, key=_rank):
        seen = any(_shows(finding, hint) for finding in findings)
        if hint.divergence.kind not in named and hint.divergence.severity != "minor" and not seen:
            best.setdefault(hint.divergence.kind, hint)
    return tuple(best.values())


def _shows(finding: Finding, hint: Finding) -> bool:
    """Whether a finding shows the words of a hint already."""
    shown = finding.against(hint.document)
    if shown is None:
        return False
    texts: tuple[Text, ...] = ("rendering", "official")
    spans = [(shown.evidence(text), hint.divergence.evidence(text)) for text in texts]
    return any(one is not None and other is not None and one.overlap(other) > 0 for one, other in spans)


def _rank(finding: Finding) -> tuple[int, float, int]:
    divergence = finding.divergence
    return SEVERITIES.index(divergence.severity), -divergence.confidence, finding.document
