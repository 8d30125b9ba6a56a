"""What a translation is."""

from __future__ import annotations

from typing import Literal

import attrs

from polyglot_news.text import Span

TermOutcome = Literal["kept", "used", "inflected", "enforced", "missed", "avoided", "romanised"]


@attrs.frozen(kw_only=True)
class TermUse:
    """What became of one glossary term in one translation.

    Attributes:
        source: where the term stands in the source text.
        form: the accepted target form that was found or put in (the nearest one, if it was missed).
        target: where it stands in the translation; None if it was missed.
        outcome: "used" (the plain output had it), "inflected" (it had another form of it), "enforced" (a constrained
            decoding put it in), "kept" (copied byte for byte), "avoided" (a forbidden form was kept out),
            "romanised" (a name written in pinyin), or "missed".
    """

    source: Span
    form: str
    target: Span | None
    outcome: TermOutcome


@attrs.frozen(kw_only=True)
class Translation:
    """One text, translated.

    Attributes:
        text: the translation.
        source: the text that was translated, as given.
        target: the target language ("en", "fr", "zh").
        pivot: the English text between French and Chinese, or None.
        terms: what the glossary did.
        score: mean log-probability per target token (natural logarithm, <= 0); with a pivot, that of the weaker step.
        memory: whether the text, or part of it, comes from the translation memory.
        lost: in English, the figures of the text that the translation gives otherwise or not at all.
        invented: the figures of the translation that the text does not give, as they stand there.
    """

    text: str
    source: str
    target: str
    pivot: str | None = None
    terms: tuple[TermUse, ...] = ()
    score: float = 0.0
    memory: bool = False
    lost: tuple[str, ...] = ()
    invented: tuple[str, ...] = ()
