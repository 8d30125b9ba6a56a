"""What a quotation is."""

from __future__ import annotations

from typing import Literal

import attrs

from polyglot_news.text import Span

QuoteKind = Literal["direct", "block", "scare", "title", "reported"]


def is_statement(kind: QuoteKind) -> bool:
    """Whether quotes of a kind are something that somebody said, rather than scare quotes or titles."""
    return kind in {"direct", "block"}


@attrs.frozen(kw_only=True)
class Quote:
    """A quoted statement, or a quoted word or title that is none.

    Attributes:
        contents: what stands between the marks (a split quote has several spans), marks left out.
        speaker: who is said to have said it, without her age: by her whole name where the text makes that plain, else
            as the text names her last. One who is named by an office that stands alone ("the mayor") is whom the text
            introduces with it, if that is but one; None where it does not plainly tell.
        cue: the reporting verb or phrase ("said", "selon", "表示").
        kind: "direct" (between marks) and "block" (set off after a colon) are statements;
            "scare" (a word at arm's length) and "title" (of a work) are not; "reported" is told without marks, in the
            words of the text.
        text: the contents in one string, joined by a space (nothing in Chinese). Where an attribution between two of
            them ends its sentence, a stop stands in the place of the comma before it. All joints are equally long.
        mention: the speaker as the attribution itself puts it, perhaps a pronoun ("she").
        warning: what was wrong with the marks, if anything ("the opening mark is never closed").
    """

    contents: tuple[Span, ...]
    speaker: Span | None
    cue: Span | None
    kind: QuoteKind
    text: str
    warning: str | None = None
    mention: Span | None = None

    @property
    def is_statement(self) -> bool:
        """Whether this is something that somebody said, rather than a scare quote or a title."""
        return is_statement(self.kind)
