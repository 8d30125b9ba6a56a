"""What stands before a colon at the head of a line: a speaker (Rogers: “…”), or a topic (Pensions: “…”)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from polyglot_news.names import Name, find_names
from polyglot_news.names.table import homes
from polyglot_news.quotes.frames import Frames
from polyglot_news.quotes.grammar import Grammar
from polyglot_news.quotes.tokens import Token

_CLOSING = "\"'’”»)\u00a0\u202f "
_STOPS = (".", "!", "?", "…", ";")


def is_label(frames: Frames, label: Sequence[Token], words: Grammar) -> bool:
    """Whether the words before a colon name a speaker, as all do in a transcript.

    In a headline a country is what it is about, a capital may be a government, and a word whose only capital opens the
    line is a name if the table or the text itself knows it as one.
    """
    if not _is_headline(frames, label):
        return True
    head = _head(label, words)
    if any(words.is_part(token.lower) or token.lower in words.bodies for token in head):
        return True
    name = _known(frames, head, words)
    if name is not None:
        entry = name.entries[0]
        return entry.kind in {"person", "body", "office"} or (entry.kind == "place" and entry.number in homes())
    return any(token.is_capital for token in head[1:]) or _is_seen(frames, head)


def is_person_label(frames: Frames, label: Sequence[Token], words: Grammar) -> bool:
    """Whether the words before a colon name a person, where the line goes on with more than a quote."""
    head = _head(label, words)
    name = _known(frames, head, words)
    if name is not None:
        return name.entries[0].kind == "person"
    if any(words.is_part(token.lower) for token in head):
        return True
    return all(token.is_capital or token.lower in words.particles for token in label) and _is_seen(frames, head)


def _is_headline(frames: Frames, label: Sequence[Token]) -> bool:
    line = frames.blocks[frames.block_index(label[0].start)].span.of(frames.text)
    return not line.rstrip(_CLOSING).endswith(_STOPS)


def _head(label: Sequence[Token], words: Grammar) -> Sequence[Token]:
    """Return the words of a label before a comma or a preposition: of "Guerre en Ukraine" the first one."""
    until = (k for k, token in enumerate(label) if k and (not token.is_word or words.is_preposition(token.lower)))
    return label[: next(until, len(label))]


def _known(frames: Frames, head: Sequence[Token], words: Grammar) -> Name | None:
    """Return the name of the table that the head of a label is."""
    naming = frames.text[head[0].start : head[-1].end]
    return next((name for name in find_names(naming, "fr" if words.french else "en") if name.entries), None)


def _is_seen(frames: Frames, head: Sequence[Token]) -> bool:
    """Whether the last word of a head stands elsewhere in the text as a name does, or heads another line."""
    word = re.escape(head[-1].text)
    naming = re.escape(frames.text[head[0].start : head[-1].end])
    within = re.search(
        rf"(?:[^\W\d_],?[ \u00a0]|[.][ \u00a0](?<=[^\W\d_][.].)|['’]){word}\b", frames.text[head[-1].end :]
    )
    return within is not None or len(re.findall(rf"(?m)^{naming}\s?:", frames.text)) > 1
