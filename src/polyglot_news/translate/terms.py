"""What a glossary asks of a translation, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

import attrs

from polyglot_news.glossary.presence import Presence, find_figures, find_forms
from polyglot_news.text import Span
from polyglot_news.verbs import is_infinitive

if TYPE_CHECKING:
    from polyglot_news.glossary import Glossary

Kind = Literal["term", "keep", "currency", "name", "romanised", "number"]
TERMS = frozenset[Kind](["term", "currency"])  # what is put in with an article, an elision, a plural
NAMES = frozenset[Kind](["name", "romanised", "number"])  # what is put right without decoding again
UNASKED = NAMES | {"currency"}  # what is told of only when something was done for it


@attrs.frozen(kw_only=True)
class Wanted:
    """One form in a source sentence that must be rendered in a certain way.

    Attributes:
        span: where it stands in the sentence.
        accepted: the forms of the target language that render it, the best first; () if any will do.
        tolerated: forms that will do where they are, but are not put in.
        forbidden: the forms that must not.
        number: whether the source has the plural of its form, or the form itself; None if that tells nothing.
        kind: a "term" of the glossary; something to "keep" byte for byte; a "currency" by its name; a "name" that no
            glossary knows, or one to be "romanised"; a "number" in figures.
    """

    span: Span
    accepted: tuple[str, ...] = ()
    tolerated: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    number: Literal["singular", "plural"] | None = None
    kind: Kind = "term"

    def is_verb(self, language: str) -> bool:
        """Tell whether it is a verb in the target language."""
        return self.kind == "term" and bool(self.accepted) and all(is_infinitive(f, language) for f in self.accepted)

    def present(self, text: str, language: str) -> list[Presence]:
        """Find the accepted and the tolerated forms in a translation."""
        if self.kind == "number":
            return find_figures(text, self.accepted)
        return find_forms(text, self.accepted + self.tolerated, language, exact=self.kind == "keep")

    def wrong(self, text: str, language: str) -> list[Presence]:
        """Find the forbidden forms in a translation, where they are no part of an accepted one."""
        good = [presence.span for presence in self.present(text, language)]
        return [
            presence
            for presence in find_forms(text, self.forbidden, language)
            if not any(span.start <= presence.span.start and presence.span.end <= span.end for span in good)
        ]


def wanted(text: str, glossary: Glossary, source: str, target: str) -> list[Wanted]:
    """Return what a glossary asks of the translation of a sentence."""
    found = []
    for match in glossary.find(text, source, target=target):
        accepted, forbidden = match.accepted(target), match.forbidden(target)
        if accepted or forbidden:
            kind: Kind = "keep" if match.keep else "term"
            found.append(
                Wanted(
                    span=match.span,
                    accepted=accepted,
                    forbidden=forbidden,
                    number=match.number,
                    kind=kind,
                )
            )
    return found


def missing(text: str, asked: Iterable[Wanted], language: str) -> list[Wanted]:
    """Return what a translation does not render as it must: a term each time that it comes, a name once."""
    lacking = []
    taken: dict[tuple[str, ...], int] = {}
    for want in asked:
        taken[want.accepted] = taken.get(want.accepted, 0) + 1
        times = 1 if want.kind in NAMES else taken[want.accepted]
        if (want.accepted and len(want.present(text, language)) < times) or want.wrong(text, language):
            lacking.append(want)
    return lacking


def with_own_capitals(text: str, asked: Iterable[Wanted], language: str) -> str:
    """Return a translation with the capitals that the glossary's forms have, where it has the same in small letters."""
    for want in asked:
        if want.kind != "term" or all(form.islower() for form in want.accepted):
            continue
        for presence in want.present(text, language):
            start, end = presence.span
            if text[start:end].lower() == presence.form.lower() and len(text[start:end]) == len(presence.form):
                pairs = zip(text[start:end], presence.form, strict=True)
                text = text[:start] + "".join(own if own.isupper() else said for said, own in pairs) + text[end:]
    return text


def without_overlap(asked: Sequence[Wanted]) -> list[Wanted]:
    """Drop what stands inside something that was asked for before it."""
    kept: list[Wanted] = []
    for want in asked:
        if not any(want.span.overlap(other.span) for other in kept):
            kept.append(want)
    return sorted(kept, key=lambda want: want.span)
