"""What a noun phrase is made of, in English and French, without a parser: what both walks along it ask for.

Both languages build a subject in the same way: determiner, nouns and adjectives, "of"/"de" and what depends on it, then
perhaps an apposition or a relative clause between commas. Function words mark where it ends.
"""

from __future__ import annotations

from collections.abc import Sequence

from polyglot_news.quotes.grammar import Grammar
from polyglot_news.quotes.tokens import Token
from polyglot_news.quotes.verbal import is_finite_here

MAX_PHRASE = 30  # tokens
MAX_APPOSITION = 40
_LONGEST_NAME = 5
# What these open behind a comma tells how somebody speaks: all smiles; tout en précisant; toute sa famille à ses côtés.
_WHOLLY = frozenset(["all", "tout", "toute", "tous", "toutes"])
_DEFINITE = frozenset(["the", "its", "his", "her", "their", "our", "le", "la", "l'", "son", "sa", "leur", "notre"])
_BEFORE_OTHER = frozenset(["un", "une", "l'", "d'", "les", "des", "cet", "cette", "deux"])
PLURALS = frozenset(
    ["some", "many", "others", "both", "all", "several", "one", "another", "each", "few", "most", "autre", "autres",
     "certains", "certaines", "plusieurs", "tous"]
)  # fmt: skip
Range = tuple[int, int]
"""First and last token of a phrase, both included."""


def is_pronoun(token: Token, words: Grammar) -> bool:
    """Whether a token stands for somebody."""
    return token.lower in words.pronouns


def is_circumstance(word: str, words: Grammar) -> bool:
    """Whether a word opens what tells of time, place or manner."""
    return word in words.prepositions or word in words.subordinators or word in words.gerunds or word in words.times


def is_party(token: Token) -> bool:
    """Whether a token is a politician's party and state: R-Ky., D-N.Y."""
    return token.text[:2] in {"R-", "D-", "I-"} and token.text[-1] == "."


def has_role(tokens: Sequence[Token], start: int, end: int, words: Grammar) -> bool:
    """Whether an office or another part that somebody plays is among the first words of a stretch."""
    return any(words.is_role(token.lower) for token in tokens[start : min(end, start + 5)])


def is_french_name(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a capital makes a name of a month or a day, which French writes small: Jean-Marc Avril, Mme Mars."""
    before = tokens[i - 1] if i else None
    return words.french and tokens[i].is_capital and before is not None and before.is_word


def is_in_name(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a capital makes a small word a part of a name: Yves Le Goff."""
    if not 0 < i < len(tokens) - 1 or not tokens[i].is_capital or tokens[i].lower not in words.particles:
        return False
    return tokens[i - 1].is_word and tokens[i + 1].is_capital


def names_body(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether "for" or "on" stands within the name of a body: the Institute | for | Fiscal Studies."""
    before = tokens[i - 1]
    named = tokens[i].lower in {"for", "on"} and i + 1 < len(tokens) and tokens[i + 1].is_capital
    return named and before.is_capital and before.lower in words.bodies


def joins(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether an "and" joins two parts of a noun phrase rather than two clauses."""
    before, after = tokens[i - 1], tokens[i + 1]
    if not before.is_word or words.is_preposition(before.lower):
        return False
    if before.lower in words.verbs and not (i > 1 and tokens[i - 2].lower in words.links | words.determiners):
        return False
    if before.is_capital or words.is_role(before.lower):
        if after.lower in words.determiners | words.links:
            return True
        return after.is_capital or has_role(tokens, i + 1, len(tokens), words)
    return not after.is_capital and has_role(tokens, i + 1, len(tokens), words)


def may_be_part(tokens: Sequence[Token], start: int, last: int, words: Grammar) -> bool:
    """Whether a noun that no list knows can be what somebody is, whom a whole name behind a comma names: the baker."""
    word = tokens[last].lower
    known = words.things | words.texts | words.works | words.bodies | words.outlets | words.nouns | words.time_nouns
    definite = tokens[start].lower in _DEFINITE and start < last and not tokens[last].is_capital
    linked = any(words.is_preposition(token.lower) for token in tokens[start:last])
    return definite and not linked and word not in known and word.isalpha() and not word.endswith(("s", "tion", "ty"))


def end_of_names(tokens: Sequence[Token], first: int, words: Grammar) -> int:
    """Return the token behind the name that begins at ``first``, particles included: Ursula von der Leyen."""
    end = first
    while (
        end < len(tokens)
        and end - first < _LONGEST_NAME
        and (tokens[end].is_capital or (end > first and tokens[end].lower in words.particles))
    ):
        end += 1
    while end > first and not tokens[end - 1].is_capital:
        end -= 1
    return end


def is_another(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether no noun follows "un autre": un autre | ajoute, l'autre."""
    alone = tokens[i].lower in {"d'autres", "certains", "certaines"}
    if not alone and not (tokens[i].lower in {"autre", "autres"} and i and tokens[i - 1].lower in _BEFORE_OTHER):
        return False
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None or not following.is_word or words.is_preposition(following.lower):
        return True
    return following.lower in words.finite or following.lower in words.auxiliaries


def opens_apposition(tokens: Sequence[Token], i: int, words: Grammar, limit: int | None = None) -> bool:
    """Whether the words after a comma go on about the name before it."""
    end = len(tokens) if limit is None else limit
    word = tokens[i].lower
    if word in words.relatives or word in {"whose", "dont"} or word.isdigit() or is_party(tokens[i]):
        return True
    if word in words.determiners:
        return word not in _WHOLLY
    if word in {"now", "then", "formerly"} and i + 1 < end:
        return tokens[i + 1].lower in words.determiners or words.is_role(tokens[i + 1].lower)
    if is_circumstance(word, words) or word in words.auxiliaries or is_finite_here(tokens, i, words):
        return False
    return has_role(tokens, i, min(end, i + 3) if tokens[i].is_capital else end, words)
