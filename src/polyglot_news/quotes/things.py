"""Things that cannot speak: neither a crisis that demands nor a law that imposes is the source of a quote."""

from __future__ import annotations

from collections.abc import Sequence

from polyglot_news.quotes.cue import Cue
from polyglot_news.quotes.grammar import Grammar
from polyglot_news.quotes.phrase import Range
from polyglot_news.quotes.phrase_before import phrase_ending_at
from polyglot_news.quotes.phrase_behind import phrase_starting_at
from polyglot_news.quotes.subject_before import subject_before
from polyglot_news.quotes.subjects import leading_subject
from polyglot_news.quotes.tokens import Token

_CITING = frozenset(["citing", "quoting"])


def speaks(tokens: Sequence[Token], cue: Cue, words: Grammar) -> bool:
    """Whether the subject in front of a cue, if there is one, can say something by it.

    A noun for something said is no cue where a verb that no list knows follows it: the report requires.
    """
    subject = None
    if cue.quoted is not None:
        return True
    if cue.kind == "noun":
        last = cue.last + 1
        ends = last == len(tokens) - 1 and tokens[last].is_word and leading_subject(tokens, words) == (0, last)
        return not ends or tokens[last].is_capital or words.is_part(tokens[last].lower)
    if cue.kind == "source" and tokens[cue.first].lower in _CITING:
        named = phrase_starting_at(tokens, cue.last + 1, words)
        return named is None or not is_mute(tokens, named, words)  # citing the files of last year
    if cue.kind == "verb" and cue.pronoun is None:
        subject = subject_before(tokens, cue, words)
    elif cue.kind == "gerund":
        subject = phrase_ending_at(tokens, cue.first - 1, words)
    return subject is None or can_say(tokens, subject, cue, words)


def can_say(tokens: Sequence[Token], subject: Range, cue: Cue, words: Grammar) -> bool:
    """Whether somebody, or a text, can say something by a cue: no thing can, a law only by verbs that state."""
    heads = _heads(tokens, subject, words)
    if not heads.isdisjoint(words.roles) or not heads.isdisjoint(words.bodies):
        return True
    if not heads.isdisjoint(words.things):
        return False
    return heads.isdisjoint(words.texts) or tokens[cue.last].lower not in words.deeds


def is_mute(tokens: Sequence[Token], subject: Range, words: Grammar) -> bool:
    """Whether a phrase is of a thing, or of a text that is a source by few verbs."""
    return not _heads(tokens, subject, words).isdisjoint(words.things | words.texts)


def _heads(tokens: Sequence[Token], subject: Range, words: Grammar) -> frozenset[str]:
    """Return what may be the head noun of a phrase: its last word in English, in French any one, before "of".

    A phrase without a determiner may be a name, unless it is in lower case or a plural.
    """
    first, last = subject
    end = first
    while end <= last and tokens[end].is_word and not (end > first and words.is_preposition(tokens[end].lower)):
        end += 1
    phrase = tokens[first:end]
    head = [token for token in phrase if token.lower not in words.determiners]
    bare = len(head) == len(phrase)
    if not head or (bare and (head[0].is_capital and not (len(head) == 1 and head[0].lower.endswith("s")))):
        return frozenset()
    if words.french:
        return frozenset(token.lower for token in head if not token.is_capital)
    return frozenset([head[-1].lower] if bare or not head[-1].is_capital else [])
