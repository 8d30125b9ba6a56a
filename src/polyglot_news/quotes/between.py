"""What stands between two quotes of a sentence: the attribution of one statement, or a matter of the writer's own."""

from __future__ import annotations

from collections.abc import Sequence

from polyglot_news.quotes.frames import Frames
from polyglot_news.quotes.grammar import Grammar
from polyglot_news.quotes.tokens import Token, tokenize
from polyglot_news.text import Span
from polyglot_news.verbs import is_infinitive

# Shorter clauses tell how somebody speaks: she said and laughed, ….
_SHORTEST = 3
_AND = frozenset(["and", "but", "then", "et", "mais", "puis"])
_THEN = frozenset([("before",), ("avant", "de"), ("avant", "d'")])


def tells_something_else(frames: Frames, between: Span, words: Grammar) -> bool:
    """Whether what follows an attribution up to the next quote is a clause that reports or does another thing.

    “A”, she said, | citing the 40 files of last year, | “in two weeks”. Then words that are no clause of their own
    belong to what is told between the two.

    Args:
        frames: the frames of the text.
        between: what stands between the speaker with the cue and the next quote.
        words: the grammar.
    """
    tokens = tokenize(frames.masked, between.start, between.end, french=words.french)
    for k in range(len(tokens)):
        if sum(token.is_word for token in tokens[k:]) < _SHORTEST:
            return False
        if _opens_report(tokens, k, words) or _opens_deed(tokens, k, words):
            return True
    return False


def completes_clause(frames: Frames, content: Span, words: Grammar) -> bool:
    """Whether what is quoted is no clause and goes on with none: it has neither a subject nor a joining word."""
    tokens = [
        token for token in tokenize(frames.text, content.start, content.end, french=words.french) if token.is_word
    ]
    if not tokens or tokens[0].is_capital or tokens[0].lower in _AND | words.subordinators - words.prepositions:
        return False
    if words.is_preposition(tokens[0].lower):
        return not any(token.lower in words.pronouns for token in tokens)
    return not any(token.lower in words.pronouns | words.auxiliaries for token in tokens)


def _opens_report(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether the participle of a verb of saying stands behind a comma: , citing; , tout en rappelant."""
    word = tokens[i].lower
    if word not in words.gerunds or word in words.manners:
        return False
    k = i - 1
    while k >= 0 and tokens[k].is_word and (words.is_adverb(tokens[k].lower) or tokens[k].lower in {"while", "en"}):
        k -= 1
    return k < 0 or tokens[k].text == ","


def _opens_deed(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a second verb begins there: and pointed to, avant de citer, before turning to."""
    following = tokens[i + 1 :]
    while following and following[0].is_word and words.is_adverb(following[0].lower):
        following = following[1:]
    if not following:
        return False
    verb = following[0].lower
    if tokens[i].lower in _AND:
        return _is_finite(following[0], words)
    if words.french:
        return (tokens[i].lower, verb) in _THEN and len(following) > 1 and is_infinitive(following[1].lower, "fr")
    return (tokens[i].lower,) in _THEN and verb.endswith("ing")


def _is_finite(token: Token, words: Grammar) -> bool:
    word = token.lower
    if token.is_capital or words.is_part(word) or words.is_verb_noun(word):
        return False
    past = word.endswith("ed") and not words.french
    return past or word in words.finite or word in words.plain_verbs or (words.french and word in words.auxiliaries)
