"""A cue in a list of tokens, and what stands at and before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import attrs

from polyglot_news.quotes.grammar import Grammar, Phrases
from polyglot_news.quotes.tokens import Token

CueKind = Literal["verb", "passive", "gerund", "infinitive", "source", "noun"]
# A French verb that carries its subject: dit-il, a-t-elle.
INVERTED = re.compile(r"^(.+?)-(?:t-)?(il|elle|ils|elles|on|je|nous|vous|tu)$")
REACH = 4  # tokens between a cue and what belongs to it


@attrs.frozen
class Cue:
    """A cue in a list of tokens.

    Attributes:
        first: index of its first token, auxiliaries left out in English, put in in French.
        last: index of its last token.
        kind: how it takes its speaker: "source" before the name, "noun" after a possessor, the others as verbs do.
        weak: whether it judges or thinks rather than says.
        pronoun: where an inverted French verb carries its subject ("a-t-il dit"): the token that does.
        quoted: the tokens that name the speaker where the cue holds him: the agency quoted | Smith | as saying.
        shown: the last token of the verb by itself, where other words than its own stand within the cue.
    """

    first: int
    last: int
    kind: CueKind
    weak: bool = False
    pronoun: int | None = None
    quoted: tuple[int, int] | None = None
    shown: int | None = None


def phrase_at(tokens: Sequence[Token], i: int, phrases: Phrases) -> int | None:
    """Return the last token of the phrase that starts at ``i``."""
    for phrase in phrases.get(tokens[i].lower, ()):
        if all(token.lower == word for token, word in zip(tokens[i : i + len(phrase)], phrase, strict=False)):
            return i + len(phrase) - 1 if i + len(phrase) <= len(tokens) else None
    return None


def word_before(tokens: Sequence[Token], i: int, words: Grammar) -> int:
    """Return the index of the last token before ``i`` that is no adverb, or -1."""
    i -= 1
    steps = 0
    while i >= 0 and steps < REACH and not tokens[i].is_capital and words.is_adverb(tokens[i].lower):
        i -= 1
        steps += 1
    return i
