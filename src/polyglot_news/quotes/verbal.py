"""Whether an English word is a verb or a noun where it stands, without a parser: "backs calls", "calls on all"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from polyglot_news.quotes.grammar import Grammar
from polyglot_news.quotes.tokens import Token

_ADJECTIVES = ("al", "ive", "ous", "ic", "ful", "less", "able", "ible", "ed", "ing", "ian", "ean", "ese", "ish")
_SINGULAR = ("ss", "us", "is", "ics", "news", "'s")  # end like a plural and are none
_OPENING = frozenset(["that", "if", "because", "while", "when", "whether"])
_PARTICLES = frozenset(["aside", "away", "back", "down", "off", "out", "up"])
_BEFORE_BASE = frozenset(["to", "will", "would", "can", "could", "may", "might", "must", "should", "did", "does", "do"])
_MOST_ADJECTIVES = 3
_COUNT = re.compile(r"(?!(?:19|20)\d\d$)[1-9][\d,.]*")  # no year


def is_noun_here(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a word that can be a verb or a noun is a noun: "his recent claims", "backs fresh calls", "faced demands".

    It is one behind a verb, behind adjectives that something governs, and, if it ends in -s, behind another word in -s:
    of two such words, one is the verb.
    """
    known = words.is_verb_noun(tokens[i].lower)
    opens = i == 0 or tokens[i - 1].lower in _OPENING  # rates | are, that rates | are
    if (known or opens) and _heads_subject(tokens, i, words):
        return True
    if not known:
        return False
    in_s = tokens[i].lower.endswith("s")
    if in_s and _is_counted(tokens, i):
        return True
    for k in range(i - 1, max(-1, i - 2 - _MOST_ADJECTIVES), -1):
        if (k < i - 1 and _governs_noun(tokens, k, words)) or is_finite_here(tokens, k, words):
            return True
        if in_s and (is_plural(tokens[k]) or (_has_complement(tokens, i, words) and _takes_object(tokens, k, words))):
            return not words.is_role(tokens[k].lower) and not words.is_role(tokens[k].lower[:-1])
        if not _is_adjective(tokens[k], words):
            return False
    return False


def _is_counted(tokens: Sequence[Token], i: int) -> bool:
    """Whether a figure counts a word with one word between the two: 212 distribution points."""
    if i < 2 or _COUNT.fullmatch(tokens[i - 2].text) is None or not tokens[i - 1].text.islower():
        return False
    named = i > 2 and (tokens[i - 3].is_capital or tokens[i - 3].lower == "of")  # Phase 2 | data, Group of 20 | report
    return not named and not is_plural(tokens[i - 1])


def _heads_subject(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a plural stands before its verb, behind what describes it or first in its clause: that rates | are."""
    if i + 1 == len(tokens) or not tokens[i].lower.endswith("s"):
        return False
    following = tokens[i + 1].lower
    verb = following in words.auxiliaries or following in words.modals or following in words.infinitives
    if i == 0 or not verb:
        return verb
    before = tokens[i - 1]
    if not before.is_word or before.lower in _OPENING:
        return before.is_word
    named = before.is_capital and i > 1 and tokens[i - 2].is_capital  # Ann Roe | claims | is
    return not named and not words.is_function_word(before.lower) and not words.is_role(before.lower)


def is_attribute_here(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a participle belongs to the noun behind it, since a verb stands before it: "denied repeated claims"."""
    if not tokens[i].lower.endswith("ed") or i + 1 == len(tokens):
        return False
    if not words.is_verb_noun(tokens[i + 1].lower):
        return False
    k = i - 2 if i > 1 and tokens[i - 1].lower in _PARTICLES else i - 1
    return is_finite_here(tokens, k, words) or looks_past(tokens, k, words)


def is_finite_here(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a word is a verb and no noun: by itself, and since nothing before it makes an adjective of it."""
    token = tokens[i]
    if i <= 0 or not token.is_word or token.is_capital or words.is_role(token.lower):
        return False
    if words.is_verb_noun(token.lower) or not (token.lower in words.finite or token.lower in words.plain_verbs):
        return False
    before = tokens[i - 1].lower
    return not (before in words.determiners or before in words.links or before.endswith(("'s", "s'")))


def looks_past(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a word in -ed may be the verb of what stands before it rather than an adjective: The company ignored."""
    past = tokens[i].lower.endswith("ed") and not tokens[i].is_capital
    return past and i > 0 and not _governs_noun(tokens, i - 1, words)


def is_plural(token: Token) -> bool:
    """Whether a word in lower case ends like a plural, or like a verb in the third person."""
    return token.lower.endswith("s") and not token.is_capital and not token.lower.endswith(_SINGULAR)


def _is_adjective(token: Token, words: Grammar) -> bool:
    word = token.lower
    return not words.is_role(word) and (word.endswith(_ADJECTIVES) or "-" in word or word in words.adjectives)


def _governs_noun(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether adjectives behind a token belong to a noun."""
    word = tokens[i].lower
    possessive = word.endswith(("'s", "s'")) and tokens[i].is_word
    return possessive or word in words.determiners or words.is_preposition(word)


def _has_complement(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether what follows a word may depend on a noun: calls for, claims that."""
    return i + 1 < len(tokens) and (tokens[i + 1].lower == "that" or words.is_preposition(tokens[i + 1].lower))


def _takes_object(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a word that no list knows is a verb by its ending or what stands before it: faced, facing, will face."""
    token = tokens[i]
    k = i - 1
    while k > 0 and words.is_adverb(tokens[k].lower):
        k -= 1
    before = tokens[k].lower if k >= 0 else ""
    if token.lower.endswith("ing") and not token.is_capital:
        return not (i and _governs_noun(tokens, i - 1, words))
    return looks_past(tokens, i, words) or (before in _BEFORE_BASE and token.text.islower())
