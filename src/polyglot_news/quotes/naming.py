"""Who is meant: pronouns, and quotes that stand alone."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from polyglot_news.quotes.attribution import Attribution, Attributor
from polyglot_news.quotes.chinese import ChineseAttributor
from polyglot_news.quotes.frames import Frames
from polyglot_news.quotes.marks import Stretch
from polyglot_news.quotes.model import QuoteKind
from polyglot_news.text import Span

AnyAttributor = Attributor | ChineseAttributor


@attrs.define
class Draft:
    """A quote in the making."""

    stretch: Stretch
    block: int
    kind: QuoteKind
    attribution: Attribution | None
    contents: list[Span]
    end: int
    warning: str | None
    speaker: Span | None = None

    @property
    def is_statement(self) -> bool:
        """Whether somebody is said to have said it."""
        return self.kind in {"direct", "block"}


def name_speakers(frames: Frames, drafts: Sequence[Draft], attributor: AnyAttributor | None) -> None:
    """Give each statement its speaker: as its attribution names her, else whom a pronoun or its place points to."""
    named: Span | None = None
    previous: Draft | None = None
    for draft in drafts:
        if not draft.is_statement:
            continue
        given = draft.attribution
        if given is not None and given.mention is not None and not given.is_pronoun:
            draft.speaker = given.mention
        elif given is not None and (given.is_pronoun or given.cue is not None):
            draft.speaker = named
        elif given is None and attributor is not None:
            draft.speaker = _of_neighbour(frames, draft, previous, attributor)
        named = draft.speaker or named
        previous = draft


def _of_neighbour(frames: Frames, draft: Draft, previous: Draft | None, attributor: AnyAttributor) -> Span | None:
    """Return the speaker of a quote without an attribution of its own.

    The one of the quote before it in its paragraph, else whom the sentence before it is about, else the one who spoke
    at the end of the paragraph before.
    """
    block = frames.blocks[draft.block].span
    if previous is not None and previous.block == draft.block:
        return previous.speaker
    start = draft.stretch.outer.start
    if frames.text[block.start : start].strip():
        return attributor.topic(block.start, start)
    if previous is not None and previous.block == draft.block - 1:
        before = frames.blocks[previous.block].span
        given = previous.attribution
        reach = max(previous.end, given.end if given is not None and given.side == "after" else 0)
        if not any(char.isalnum() for char in frames.masked[min(reach, before.end) : before.end]):
            return previous.speaker
    return None
