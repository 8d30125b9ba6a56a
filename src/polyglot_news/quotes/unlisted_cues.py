"""Verbs that no list knows, and that can only report speech where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from polyglot_news.quotes.cue import INVERTED, Cue, word_before
from polyglot_news.quotes.grammar import Grammar
from polyglot_news.quotes.tokens import Token

# How a French verb ends in the third person, and as a participle.
_PRESENT = ("e", "ent", "t", "d", "a")
_PAST = ("é", "ée", "és", "ées", "i", "ie", "is", "it", "u", "ue")
_SHORTEST_VERB = 3
_CLITICS = frozenset(["s'", "se", "lui", "leur", "y", "en", "l'", "m'", "me", "nous"])
_HELPERS = frozenset(["a", "ont", "avait", "avaient", "est", "sont", "était", "étaient", "aurait", "auraient"])


def unlisted_cue(tokens: Sequence[Token], words: Grammar) -> Cue | None:
    """Read a French verb that no list knows between a quote and its subject: persifle | un élu, s'est marrée | Léa.

    Only a verb can stand there, so its ending is enough.
    """
    i = 0
    while i < len(tokens) and tokens[i].lower in _CLITICS:
        i += 1
    inverted = INVERTED.match(tokens[i].lower) if i < len(tokens) else None
    if inverted is not None and inverted.group(2) in {"il", "elle", "ils", "elles", "on"}:
        stem = inverted.group(1)
        asks = stem in words.auxiliaries | words.modals or any(token.text == "?" for token in tokens)
        return Cue(0, i, "verb", pronoun=i) if stem.endswith(_PRESENT) and not asks else None
    helper = i < len(tokens) and tokens[i].lower in _HELPERS
    last = i + 1 if helper else i
    if last + 1 >= len(tokens) or not _may_be_verb(tokens[last], _PAST if helper else _PRESENT, words):
        return None
    subject, following = tokens[last + 1], tokens[last + 2 : last + 3]
    named = subject.is_capital and subject.is_word and subject.lower not in words.openers
    noun = subject.lower in words.determiners and following != [] and following[0].is_word
    noun = noun and not words.is_adverb(following[0].lower)  # « … », série la plus vue
    return Cue(0, last, "verb") if named or noun else None


def unlisted_cue_before(tokens: Sequence[Token], words: Grammar) -> Cue | None:
    """Read a French verb that no list knows between a person and a colon: Léa ricoche :, le maire s'est levé :.

    It has no object, and behind an office, which an adjective may follow, it is reflexive or has an auxiliary.
    """
    last = len(tokens) - 2
    if last < 1 or tokens[-1].text != ":":
        return None
    first = word_before(tokens, last, words) + 1
    helper = tokens[first - 1].lower if first else ""
    reflexive = {token.lower for token in tokens[max(0, first - 2) : first]} & {"s'", "se"}
    if helper in _HELPERS and (reflexive or not helper.startswith(("est", "sont", "ét"))):
        first -= 1
        endings: tuple[str, ...] = _PAST
    elif reflexive or (first == last and tokens[first - 1].is_capital):
        endings = _PRESENT
    else:
        return None
    while first and tokens[first - 1].lower in _CLITICS:
        first -= 1
    return Cue(first, last, "verb") if first and _may_be_verb(tokens[last], endings, words) else None


def _may_be_verb(token: Token, endings: tuple[str, ...], words: Grammar) -> bool:
    word = token.lower
    if not word.isalpha() or token.is_capital or not word.endswith(endings) or len(word) < _SHORTEST_VERB:
        return False
    nouns = words.things | words.texts | words.works | words.bodies | words.times | words.time_nouns | words.answers
    plain = word not in nouns and not words.is_function_word(word) and not words.is_adverb(word)
    return plain and not words.is_part(word)
