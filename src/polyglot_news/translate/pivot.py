"""Terms on their way through English, the pivot between French and Chinese."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from polyglot_news.text import Span
from polyglot_news.translate.model import TermUse
from polyglot_news.translate.place import HEAVY
from polyglot_news.translate.step import Step, in_script
from polyglot_news.translate.terms import Wanted

_LONGEST = 2_000  # characters of a text through which a term without an English form is followed by attention

Carried = list[tuple[Span, Wanted]]


def carry(step: Step, texts: Sequence[str], pivots: Sequence[str], target: str) -> list[Carried]:
    """Find where terms that have no English form in the glossary stand in the English text.

    Args:
        step: the step into English.
        texts: the sources.
        pivots: their English translations.
        target: the last language.

    Returns:
        For each text the places of such terms in the source, with what the second step must do with them.
    """
    source = step.engine.package.source
    lacking: list[list[Wanted]] = []
    for text in texts:
        matches = (
            step.glossary.find(text, source, target=target)
            if step.glossary is not None and len(text) <= _LONGEST
            else []
        )
        lacking.append(
            [
                Wanted(span=match.span, accepted=match.accepted(target), forbidden=match.forbidden(target))
                for match in matches
                if match.accepted(target) and not match.accepted("en")
            ]
        )
    chosen = [index for index, wants in enumerate(lacking) if wants]
    attentions = step.engine.attend([(in_script(texts[index], step.engine.package), pivots[index]) for index in chosen])
    carried: list[Carried] = [[] for _ in texts]
    for index, attention in zip(chosen, attentions, strict=True):
        for want in lacking[index]:
            columns = [column for column, span in enumerate(attention.source) if span.overlap(want.span)]
            heavy = [
                span
                for span, row in zip(attention.target, attention.weights, strict=True)
                if span and sum(row[column] for column in columns) >= HEAVY
            ]
            if heavy:
                place = _whole_words(pivots[index], Span(heavy[0].start, heavy[0].end))
                carried[index].append((want.span, attrs.evolve(want, span=place)))
    return carried


def _whole_words(text: str, span: Span) -> Span:
    start, end = span
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return Span(start, end)


def follow(
    text: str, uses: Iterable[TermUse], carried: Carried, ends: Iterable[TermUse], *, first: Step, target: str
) -> tuple[TermUse, ...]:
    """Tell what became of the terms of a source at the end of both steps.

    Args:
        text: the source.
        uses: what became of them in English.
        carried: terms without an English form, by their place in the source.
        ends: what became of English forms in the last language.
        first: the step into English.
        target: the last language.
    """
    ends = list(ends)
    found: dict[Span, TermUse] = {}
    for use in uses:
        end = next((end for end in ends if use.target and end.source.overlap(use.target)), None)
        if end:
            found[use.source] = attrs.evolve(end, source=use.source)
        elif use.outcome == "missed" and (form := _wanted_form(first, text, use.source, target)):
            found[use.source] = attrs.evolve(use, form=form)
    for source, want in carried:
        end = next((end for end in ends if end.source.overlap(want.span)), None)
        if end:
            found[source] = attrs.evolve(end, source=source)
    return tuple(found[source] for source in sorted(found))


def _wanted_form(step: Step, text: str, span: Span, target: str) -> str | None:
    if step.glossary is None:
        return None
    matches = step.glossary.find(text, step.engine.package.source)
    return next((form for match in matches if match.span == span for form in match.accepted(target)[:1]), None)
