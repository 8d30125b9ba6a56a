"""What may stand between an inverted verb and its subject: a déclaré mardi, devant la presse, le ministre."""

from __future__ import annotations

from collections.abc import Sequence

from polyglot_news.quotes.grammar import Grammar
from polyglot_news.quotes.tokens import Token
from polyglot_news.verbs import is_infinitive

_REACH = 24
_LONGEST_ASIDE = 16
_TONIC = frozenset(["moi", "lui", "elle", "nous", "vous", "eux", "elles"])


def behind_circumstances(tokens: Sequence[Token], start: int, words: Grammar, *, inverted: bool) -> int:
    """Return the token at which the subject behind a verb begins.

    Args:
        tokens: the frame.
        start: the token behind the verb.
        words: the grammar.
        inverted: whether prepositional phrases and what is set between commas may go before it, as in French.
    """
    i = start
    in_aside = False
    while i < len(tokens) and i - start < _REACH:
        token = tokens[i]
        if inverted and _opens_time(tokens, i, words):
            i = _behind_phrase(tokens, i, words)
        elif _is_time(tokens, i, words) or (token.lower in words.adverbs and not token.is_capital):
            i += 1
        elif inverted and i == start and _opens_plural(tokens, i, words):
            return i + 1
        elif inverted and _opens_circumstance(tokens, i, words):
            i = _behind_phrase(tokens, i, words)
        elif inverted and (closing := _end_of_aside(tokens, i, words)) is not None:
            i, in_aside = closing, True
        else:
            return i + 1 if in_aside and token.text == "," else i
    return i


def _is_time(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a token is a day or the like, or "ce" before one: ce lundi, but not ce responsable."""
    following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return tokens[i].lower in words.times or (tokens[i].lower == "ce" and following in words.times)


def _opens_circumstance(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a preposition has a noun to govern, not an infinitive: "de son côté", but not "de partir"."""
    if i + 1 == len(tokens) or not words.is_preposition(tokens[i].lower):
        return False
    return tokens[i + 1].is_capital or not is_infinitive(tokens[i + 1].lower, "fr")


def _opens_plural(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether the article of a plural stands before people: ont indiqué des | responsables."""
    following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return tokens[i].lower == "des" and following.endswith("s") and words.is_part(following)


def _opens_time(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a determiner belongs to a date or a time: le 5 mai, la veille, quelques heures."""
    if tokens[i].lower not in words.determiners or i + 2 >= len(tokens):
        return False
    first, second = tokens[i + 1].lower, tokens[i + 2].lower
    return not words.time_nouns.isdisjoint((first, second)) or (first[0].isdigit() and second in words.times)


def _behind_phrase(tokens: Sequence[Token], start: int, words: Grammar) -> int:
    """Return the token behind a prepositional phrase.

    A noun phrase that no preposition governs begins there, best with a determiner (auprès de l'AFP | un diplomate),
    else with a name, of two capitals where more stand together (de son côté | Anne Roche, sur Radio Nord | Anne Roche).
    """
    name = None
    is_due = True  # a noun, after a preposition, a determiner or a gerund
    for i in range(start + 1, len(tokens)):
        token = tokens[i]
        if not token.is_word or token.lower in words.times:
            return name or i
        if words.is_preposition(token.lower) or token.lower == "et":
            is_due = True
        elif token.lower in _TONIC and is_due:
            return i + 1
        elif _begins_phrase(token, words):
            if not is_due:
                return i
        elif _opens_clause(token, words):
            return name or i
        elif is_due:
            is_due = token.lower in words.gerunds or (token.lower.endswith("ant") and tokens[i - 1].lower == "en")
        elif token.is_capital and name is None:
            name = i
        elif token.is_capital and name == i - 2 and tokens[i - 1].is_capital:
            name = i - 1
    return name or len(tokens)


def _opens_clause(token: Token, words: Grammar) -> bool:
    return token.lower in words.subordinators or token.lower in words.relatives or token.lower in words.auxiliaries


def _begins_phrase(token: Token, words: Grammar) -> bool:
    return (token.lower in words.determiners and not token.is_capital) or token.text in words.honorifics


def _end_of_aside(tokens: Sequence[Token], comma: int, words: Grammar) -> int | None:
    """Return the comma that closes an adjective or a circumstance between commas before the subject."""
    if tokens[comma].text != "," or comma + 1 == len(tokens) or not _opens_aside(tokens, comma + 1, words):
        return None
    for i in range(comma + 2, min(len(tokens) - 1, comma + _LONGEST_ASIDE)):
        if tokens[i].text == ",":
            return i if tokens[i + 1].is_word else None
        if not tokens[i].is_word:
            return None
    return None


def _opens_aside(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    word = tokens[i].lower
    if word in words.determiners:
        return _opens_time(tokens, i, words)
    clause = word in words.pronouns or word in words.relatives or word in words.auxiliaries
    return word in _TONIC or (tokens[i].text[0].islower() and not clause)
