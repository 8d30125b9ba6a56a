"""Enumerations in a subject: the ministers of France, Germany and Italy; Smith, Jones and Brown."""

from __future__ import annotations

from collections.abc import Sequence

from polyglot_news.quotes.grammar import Grammar
from polyglot_news.quotes.tokens import Token, tokenize
from polyglot_news.quotes.verbal import is_finite_here, is_plural

AND = frozenset(["and", "et"])
_POSSESSIVES = frozenset(["his", "her", "their", "son", "sa", "ses"])
_LONGEST_ITEM = 5  # words


def end_of_first_item(tokens: Sequence[Token], conjunction: int, words: Grammar) -> int | None:
    """Return the last token of the first item of an enumeration, or None if none leads up to the conjunction.

    Items are names or persons between commas. The first one may depend on the persons before it (the ministers of
    France), but on nothing that makes a circumstance of it (In Paris, Germany and Italy said).
    """
    following = tokens[conjunction + 1] if conjunction + 1 < len(tokens) else None
    if following is None or not (_may_open_item(following, words) or _is_person(following, words)):
        return None
    end = conjunction - 2 if tokens[conjunction - 1].text == "," else conjunction - 1
    items: list[tuple[int, int]] = []
    while (start := _start_of_item(tokens, end, words)) is not None:
        items.append((start, end))
        if start < 2 or tokens[start - 1].text != ",":
            break
        end = start - 2
    if items and _opens_circumstance(tokens, items[-1][0], words):
        items.pop()
    return items[-1][1] if len(items) > 1 else None


def end_of_last_item(tokens: Sequence[Token], last: int, words: Grammar) -> int:
    """Return the end of the enumeration whose first item ends at ``last``, or ``last`` if there is none."""
    k = last + 1
    items = 0
    while k + 1 < len(tokens) and tokens[k].text == "," and tokens[k + 1].lower not in AND:
        end = _end_of_item(tokens, k + 1, words, named=tokens[last].is_capital)
        if end is None:
            return last
        items, k = items + 1, end + 1
    if k < len(tokens) and tokens[k].text == ",":
        k += 1
    if not items or k == len(tokens) or tokens[k].lower not in AND:
        return last
    end = _end_of_item(tokens, k + 1, words, named=tokens[last].is_capital)
    if end is None or (end + 1 < len(tokens) and not _ends_list(tokens[end + 1], words)):
        return last
    return end


def is_several(naming: str, words: Grammar) -> bool:
    """Whether a naming is of several persons or places: "Paris, Rome and Oslo", "the minister and her deputy".

    What only describes one of them is not: "Ana Ruiz, head of research and teaching", "the minister for Wales and
    Scotland".
    """
    tokens = tokenize(naming, 0, len(naming), french=words.french)
    listed = all(token.is_capital or token.text == "," or token.lower in AND | words.particles for token in tokens)
    if listed:
        return any(token.lower in AND for token in tokens)
    comma = next((k for k, token in enumerate(tokens) if token.text == ","), len(tokens))
    for k in range(1, comma - 2):
        following = tokens[k + 1].lower
        another = following in _POSSESSIVES or (following in words.determiners and _is_person(tokens[k + 2], words))
        if tokens[k].lower in AND and another:
            return True
    return False


def _start_of_item(tokens: Sequence[Token], end: int, words: Grammar) -> int | None:
    """Return the first token of the name or the person that ends at ``end``, with a preposition that items repeat."""
    start = end + 1
    while start > 0 and end - start + 1 < _LONGEST_ITEM and _is_nominal(tokens, start - 1, words):
        start -= 1
    item = tokens[start : end + 1]
    if not item or not (_is_name(item, words) or any(_is_person(token, words) for token in item)):
        return None
    if start == 0 and _opens_sentence(item[0].lower, words):
        return None
    while start > 0 and tokens[start - 1].lower in words.determiners:
        start -= 1
    repeated = start > 1 and tokens[start - 1].lower in words.links and tokens[start - 2].text == ","
    return start - 1 if repeated else start


def _opens_sentence(word: str, words: Grammar) -> bool:
    """Whether a word is no name although it begins a sentence in a capital: However, Outraged."""
    return word in words.openers or word in words.participles or word in words.gerunds or words.is_adverb(word)


def _end_of_item(tokens: Sequence[Token], start: int, words: Grammar, *, named: bool) -> int | None:
    """Return the last token of the name, or of the person without one, that begins at ``start``."""
    while start < len(tokens) and (tokens[start].lower in words.links or tokens[start].lower in words.determiners):
        start += 1
    end = start
    while end < len(tokens) and end - start < _LONGEST_ITEM and _is_nominal(tokens, end, words):
        end += 1
    item = tokens[start:end]
    has_person = any(_is_person(token, words) for token in item)
    if not item or (named and (has_person or not _is_name(item, words))) or not (named or has_person):
        return None
    return end - 1


def _is_name(item: Sequence[Token], words: Grammar) -> bool:
    return item[0].is_capital and all(token.is_capital or token.lower in words.particles for token in item)


def _is_person(token: Token, words: Grammar) -> bool:
    return words.is_role(token.lower) or words.is_role(token.lower.removesuffix("s"))


def _may_open_item(token: Token, words: Grammar) -> bool:
    return token.is_capital or token.lower in words.determiners or token.lower in words.links


def _is_nominal(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a token can be a part of a name or a noun with its adjectives."""
    token = tokens[i]
    if not token.is_word or token.lower in words.times or token.lower in AND:
        return False
    if token.is_capital or token.lower in words.particles:
        return i > 0 or not (words.is_preposition(token.lower) or token.lower in words.subordinators)
    return not (words.is_function_word(token.lower) or is_finite_here(tokens, i, words))


def _opens_circumstance(tokens: Sequence[Token], start: int, words: Grammar) -> bool:
    """Whether an item depends on a preposition that ties it to no persons."""
    if start == 0 or not words.is_preposition(tokens[start - 1].lower):
        return False
    if start == 1:
        return True
    head = tokens[start - 2]
    if tokens[start - 1].lower in words.links:
        return not (_is_person(head, words) or is_plural(head))
    return not (tokens[start - 1].lower in words.role_links and _is_person(head, words))


def _ends_list(token: Token, words: Grammar) -> bool:
    word = token.lower
    follows = word in words.times or word in words.auxiliaries or words.is_preposition(word)
    return not token.is_word or follows
