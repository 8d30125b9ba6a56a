"""What a divergence is, and what a checker gets to see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, Protocol

import attrs

from polyglot_news.align.model import WordLink
from polyglot_news.text import Span

DivergenceKind = Literal[
    "number", "polarity", "modality", "qualifier", "name", "omission", "addition", "attribution", "term", "meaning"
]
Severity = Literal["critical", "major", "minor"]
Verdict = Literal["faithful", "divergent", "unmatched"]
Text = Literal["rendering", "official"]
# Kinds that say only that something does not fit; a finding of another kind in the same place says what.
GENERIC: frozenset[DivergenceKind] = frozenset({"omission", "addition", "meaning"})


@attrs.frozen(kw_only=True)
class Divergence:
    """One way in which a rendering departs from the official text.

    Attributes:
        kind: what diverges.
        severity: "critical" (the claim is another one), "major" (its strength or scope is), "minor" (a nuance).
        confidence: about the probability that a careful bilingual reader would agree, 0 to 1.
        rendering: where in the rendering; None if it is something that the rendering lacks.
        official: where in the official text; None if it is something that the official text lacks.
        reason: one English sentence for the reader.
        absent: the text that lacks something, where its span tells only the place in which that would stand.
        most: how sure it can be at most, whatever the rest of the pair says.
        settled: whether it is as sure as its checker is, whatever the rest of the pair says.
    """

    kind: DivergenceKind
    severity: Severity
    confidence: float
    rendering: Span | None
    official: Span | None
    reason: str
    absent: Text | None = None
    most: float = 1.0
    settled: bool = False

    def evidence(self, text: Text) -> Span | None:
        """Return what shows the divergence in a text; None where that is only what the text does not say."""
        return None if self.absent == text else self.rendering if text == "rendering" else self.official


@attrs.frozen
class Strength:
    """How strong the official text has a modal of the rendering.

    Attributes:
        rendering: where the modal stands in the rendering.
        least: the least strength that its counterpart can have, on the scale of its class (duty: 2 *should*, 3 *must*).
        most: the greatest one: 不应 is said of what must not and of what should not be.
    """

    rendering: Span
    least: float
    most: float


@attrs.frozen(kw_only=True)
class Comparison:
    """How faithful a rendering is.

    Attributes:
        divergences: the most serious first.
        score: 0 (faithful) to 1 (false), 0.5 and more of a divergent rendering; orders those of one verdict, too.
        verdict: "faithful", "divergent", or "unmatched" when the two texts do not speak of the same thing.
        suspected: findings that are not sure enough to be reported.
        strengths: how strong this official text has the modals of the rendering.
    """

    divergences: tuple[Divergence, ...]
    score: float
    verdict: Verdict
    suspected: tuple[Divergence, ...] = ()
    strengths: tuple[Strength, ...] = ()


def _spans(words: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(words)


def _links(links: Sequence[WordLink]) -> tuple[WordLink, ...]:
    return tuple(links)


@attrs.frozen(kw_only=True, cache_hash=True)
class Pair:
    """A rendering beside the official passage, with all that the checkers share.

    Attributes:
        rendering: the quoted text.
        official: the official passage.
        rendering_language: "en", "fr" or "zh".
        official_language: "en", "fr" or "zh".
        rendering_words: spans of the words of the rendering (Chinese: segmented words).
        official_words: spans of the words of the official passage.
        links: word alignment between the two: ``source`` counts rendering words, ``target`` official words.
        core: the part of the official passage that the rendering covers; what lies outside was cut off, not altered.
        partial: whether the rendering is a part of a sentence, cut out of the passage.
        traditional: whether the Chinese was written in traditional characters.
    """

    rendering: str
    official: str
    rendering_language: str
    official_language: str
    rendering_words: tuple[Span, ...] = attrs.field(default=(), converter=_spans)
    official_words: tuple[Span, ...] = attrs.field(default=(), converter=_spans)
    links: tuple[WordLink, ...] = attrs.field(default=(), converter=_links)
    core: Span | None = None
    partial: bool = False
    traditional: bool = False

    @property
    def texts(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """The rendering and the official text, each with its language."""
        return (self.rendering, self.rendering_language), (self.official, self.official_language)


class Checker(Protocol):
    """Looks for one kind of divergence. A new kind means a new file with one of these, and a line in the registry."""

    @property
    def kind(self) -> DivergenceKind:
        """The kind of the divergences that it reports."""

    def check(self, pair: Pair) -> Iterable[Divergence]:
        """Yield what it finds; ``confidence`` is the checker's own prior, which the verdict calibrates."""
