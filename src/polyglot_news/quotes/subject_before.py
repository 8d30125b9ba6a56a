"""The subject before a verb, in English and French, without a parser."""

from __future__ import annotations

from collections.abc import Sequence

from polyglot_news.quotes.cue import Cue
from polyglot_news.quotes.grammar import Grammar
from polyglot_news.quotes.phrase import Range, is_pronoun
from polyglot_news.quotes.phrase_before import is_filler, phrase_ending_at
from polyglot_news.quotes.tokens import Token
from polyglot_news.quotes.verbal import is_finite_here

_LONGEST_RELATIVE = 24
_WHOSE = frozenset(["whose", "dont"])
_HAVING = frozenset(["ayant", "étant"])
# What opens another clause, in which somebody else may speak.
_CLAUSES = frozenset(["that", "because", "while", "when", "whom", "que", "qu'", "quand", "lorsque", "car"])


def subject_before(tokens: Sequence[Token], cue: Cue, words: Grammar) -> Range | None:
    """Return the subject that stands before a verb, with its apposition."""
    i = cue.first - 1
    while (
        i >= 0
        and (tokens[i].lower in words.auxiliaries or is_filler(tokens, i, words))
        and not is_pronoun(tokens[i], words)
    ):
        i -= 1
    i = _over_time(tokens, i, words)
    found = phrase_ending_at(tokens, i, words)
    described = _before_relative(tokens, i, found, words)
    if described is not None:
        return described
    found = _behind_reference(tokens, found, words) if found is not None else None
    if i >= 0 and is_pronoun(tokens[i], words):
        return found
    if found is None or found[0] == 0 or not words.is_preposition(tokens[found[0] - 1].lower):
        return found
    described = _with_participle(tokens, found, words)
    if i >= 0 and tokens[i].lower in words.relatives:
        by = tokens[found[0] - 1].lower == "par"  # « un homme jugé par la cour, qui dénonce »
        return found if described is None or by else described
    if described is not None:
        return described
    # The phrase hangs on a preposition: "Smith in a letter said", "in a letter Smith said".
    i = found[0] - 2
    if i >= 0 and tokens[i].lower.endswith("ant" if words.french else "ing"):
        i -= 1
    before = phrase_ending_at(tokens, i, words)
    if before is not None and tokens[before[1]].lower in words.complemented:
        return (before[0], found[1])  # "a person familiar with the matter said"
    charged = tokens[found[0] - 1].lower == "for" and tokens[found[1]].is_capital
    if before is not None and charged and words.is_role(tokens[before[1]].lower):
        return (before[0], found[1])  # "Minister for Health Ann Roe said"
    if before is not None and not (tokens[before[0]].is_capital and tokens[before[0]].lower in words.openers):
        return before
    return _named_end(tokens, found)


def _with_participle(tokens: Sequence[Token], found: Range, words: Grammar) -> Range | None:
    """Return the phrase to whose participle another one belongs: le service basé à | Miami | a déclaré."""
    if not tokens[max(0, found[0] - 2)].lower.endswith(("é", "ée", "és", "ées")):
        return None
    before = phrase_ending_at(tokens, found[0] - 2, words)
    return (before[0], found[1]) if before is not None else None


def _before_relative(tokens: Sequence[Token], i: int, found: Range | None, words: Grammar) -> Range | None:
    """Return whom a relative clause without commas describes: an official | who may not speak in public | said.

    The clause ends at ``i`` and has a verb of its own; ``found`` is the phrase that ends there, if one does. Where that
    phrase opens the clause it is the subject: an official whom | the ministry | said it had dismissed.
    """
    for k in range(i, max(0, i - _LONGEST_RELATIVE), -1):
        relative = tokens[k].lower in words.relatives | _WHOSE or _is_relative_that(tokens, k, words)
        if not tokens[k].is_word or (k < i and tokens[k].lower in _CLAUSES and not relative):
            return None
        if not relative and not _describes_part(tokens, k, words):
            continue
        if k == i or (found is not None and found[0] == k + 1 and tokens[k].lower in words.relatives | _WHOSE):
            return None
        before = k - 2 if tokens[k - 1].lower == "s'" else k - 1
        head = phrase_ending_at(tokens, before, words) if before >= 0 and tokens[before].is_word else None
        return head if head is not None and not is_pronoun(tokens[head[0]], words) else None
    return None


def _is_relative_that(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether "that" stands between a noun and a verb: the ferry | that | ran aground."""
    if tokens[i].lower != "that" or not 0 < i < len(tokens) - 1 or tokens[i - 1].lower in words.verbs:
        return False
    following = tokens[i + 1].lower
    return following in words.auxiliaries or is_finite_here(tokens, i + 1, words) or following.endswith("ed")


def _describes_part(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a gerund describes somebody without a name: an aide speaking on …, un conseiller ayant requis …."""
    word = tokens[i].lower
    gerund = word in words.gerunds or word in _HAVING or (word.endswith("ing") and not words.french)
    if words.is_part(word) or not gerund:
        return False
    before = tokens[i - 2] if tokens[i - 1].lower == "s'" and i > 1 else tokens[i - 1]
    return words.is_part(before.lower) and not before.is_capital


def _behind_reference(tokens: Sequence[Token], phrase: Range, words: Grammar) -> Range:
    """Of "a decision Roy" in "a decision Roy said she backed" return "Roy": a thing has no name behind it."""
    first = phrase[0]
    name = _named_end(tokens, phrase)
    thing = tokens[name[0] - 1].lower
    bare = not words.french and name[0] > first and tokens[first].lower in words.determiners
    is_thing = thing in words.things | words.texts | words.works and not words.is_part(thing)
    return name if bare and is_thing else phrase


def _over_time(tokens: Sequence[Token], i: int, words: Grammar) -> int:
    """Step over a date between subject and verb: Smith | on May 6 | said."""
    k = i
    while k > 0 and (_is_time(tokens[k], words) or tokens[k].text.isdigit()):
        k -= 1
    if not any(_is_time(token, words) for token in tokens[k + 1 : i + 1]):
        return i
    return k - 1 if tokens[k].lower in words.prepositions else k


def _is_time(token: Token, words: Grammar) -> bool:
    return token.lower in words.times or (token.lower == "may" and token.is_capital)


def _named_end(tokens: Sequence[Token], phrase: Range) -> Range:
    """Of "a radio interview Smith" return "Smith"."""
    first, last = phrase
    k = last
    while k > first and tokens[k].is_capital:
        k -= 1
    return (k + 1, last) if first <= k < last and not tokens[k].is_capital and tokens[k].is_word else phrase
