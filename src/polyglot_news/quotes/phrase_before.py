"""The noun phrase that ends at a word, in English and French, read from the right."""

from __future__ import annotations

from collections.abc import Sequence

from polyglot_news.quotes.cue import INVERTED
from polyglot_news.quotes.enumerations import AND, end_of_first_item
from polyglot_news.quotes.grammar import Grammar
from polyglot_news.quotes.phrase import (
    MAX_APPOSITION,
    MAX_PHRASE,
    PLURALS,
    Range,
    end_of_names,
    has_role,
    is_another,
    is_circumstance,
    is_french_name,
    is_in_name,
    is_pronoun,
    joins,
    may_be_part,
    names_body,
    opens_apposition,
)
from polyglot_news.quotes.tokens import BLANK, Token
from polyglot_news.quotes.verbal import is_finite_here, is_plural

_ALL = frozenset(["all", "both", "only", "even", "tous", "toutes"])


def is_filler(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a token is an adverb that may stand between subject and verb."""
    token = tokens[i]
    if _is_no_longer(tokens, i):
        return True
    return (
        not token.is_capital and words.is_adverb(token.lower) and not (i and tokens[i - 1].lower in words.determiners)
    )


def _is_no_longer(tokens: Sequence[Token], i: int) -> bool:
    pairs = (tokens[max(0, i - 1) : i + 1], tokens[i : i + 2])
    return any([token.lower for token in pair] in (["no", "longer"], ["no", "more"]) for pair in pairs)


def phrase_ending_at(tokens: Sequence[Token], i: int, words: Grammar) -> Range | None:
    """Return the noun phrase whose last token is ``i``; steps over an apposition or parenthesis that closes there."""
    if i < 0:
        return None
    token = tokens[i]
    if token.text == ")":
        opening = next((k for k in range(i - 1, max(-1, i - 12), -1) if tokens[k].text == "("), None)
        inner = phrase_ending_at(tokens, opening - 1, words) if opening else None
        return (inner[0], i) if inner else None
    if token.text in {",", "–", "—"}:
        return _with_apposition(tokens, i, words)
    if token.lower in words.relatives:
        k = i - 1
        if k >= 0 and tokens[k].text == ",":
            k -= 1
        return phrase_ending_at(tokens, k, words)
    if is_pronoun(token, words):
        return (i, i)
    return _walk_left(tokens, i, words)


def _with_apposition(tokens: Sequence[Token], comma: int, words: Grammar) -> Range | None:
    """Return a phrase with what stands behind it between two commas; the second one is at ``comma``."""
    mark = tokens[comma].text
    for k in range(comma - 2, max(0, comma - MAX_APPOSITION), -1):
        if tokens[k].text in {".", ";", ":", "?", "!"}:
            return None
        if tokens[k].text != mark or tokens[k - 1].text == mark:
            continue
        first = tokens[k + 1].lower
        head = phrase_ending_at(tokens, k - 1, words)
        if head is None or tokens[head[1]].text.startswith(BLANK):
            continue
        if is_circumstance(first, words):
            return head  # "Smith, in a statement, said"
        if words.french and first in words.relatives:
            return head
        if opens_apposition(tokens, k + 1, words, limit=comma):
            return (_name_before(tokens, head, mark, words)[0], comma - 1)
        is_part = comma - k > 2 and may_be_part(tokens, head[0], head[1], words)
        is_part = is_part or has_role(tokens, head[0], head[1] + 1, words)
        if is_part and end_of_names(tokens, k + 1, words) == comma:
            return (head[0], comma - 1)  # "another critic, Jane Smith, said"
    return None


def _name_before(tokens: Sequence[Token], head: Range, mark: str, words: Grammar) -> Range:
    """Of "head of the agency" in "Smith, head of the agency, which ..., said" return the name before it."""
    if head[0] < 2 or tokens[head[0] - 1].text != mark or tokens[head[0]].is_capital:
        return head
    name = phrase_ending_at(tokens, head[0] - 2, words)
    if name is None or not tokens[name[1]].is_capital:
        return head
    in_circumstance = name[0] > 0 and words.is_preposition(tokens[name[0] - 1].lower)
    return head if in_circumstance else name


def _walk_left(tokens: Sequence[Token], i: int, words: Grammar) -> Range | None:
    last = i
    first: int | None = None
    while i >= 0 and last - i < MAX_PHRASE and _may_belong(tokens, i, last, words):
        word = tokens[i].lower
        is_determiner = word in words.determiners and not is_in_name(tokens, i, words)
        is_determiner = is_determiner and not is_another(tokens, i, words)
        conjunction = i - 1 if is_determiner else i
        listed = _first_listed(tokens, conjunction, last, words)
        if listed is not None:
            first = i = listed
            continue
        if is_determiner and not (word in PLURALS and first is None):
            first = i - 1 if i and tokens[i - 1].lower in _ALL else i
            # "the head | of | the agency", "a spokesman | for | the ministry"
            if first < i or i < 2 or not _links(tokens, i - 1, words):
                break
            i -= 2
            continue
        if i < last and words.is_preposition(word):
            if i == 0 or not _links(tokens, i, words):
                break
            i -= 1
            continue
        first = i
        i -= 1
    if first is None:
        return None
    while first <= last and (
        tokens[first].lower in AND or not tokens[first].is_word or words.is_preposition(tokens[first].lower)
    ):
        first += 1
    if words.french and 0 < first <= last and tokens[first].lower == "autres" and tokens[first - 1].lower == "d'":
        first -= 1
    return (first, last) if first <= last and _is_whole(tokens, first, last, words) else None


def _first_listed(tokens: Sequence[Token], i: int, last: int, words: Grammar) -> int | None:
    """Return the end of the first item if a conjunction closes an enumeration; "who" means its last item alone."""
    if i < 1 or tokens[i].lower not in AND:
        return None
    if any(token.lower in words.relatives for token in tokens[last + 1 : last + 3]):
        return None
    return end_of_first_item(tokens, i, words)


def _is_whole(tokens: Sequence[Token], first: int, last: int, words: Grammar) -> bool:
    """Whether a phrase may be a subject: it ends in no verb; in lower case it has a determiner or names persons."""
    phrase = tokens[first : last + 1]
    if is_finite_here(tokens, last, words) and tokens[last].lower not in words.participles:
        return False
    last_word = phrase[-1].lower
    if phrase[0].lower in words.determiners | {"d'"} or words.is_role(last_word) or last_word in words.bodies:
        return True
    return any(token.is_capital or not token.text.isalpha() or is_plural(token) for token in phrase)


def _links(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether the preposition at ``i`` ties two nouns together rather than opening a circumstance."""
    before = tokens[i - 1]
    if not before.is_word or words.is_preposition(before.lower):
        return False
    if before.lower in AND:
        return tokens[i].lower in words.links
    if before.lower in words.verbs and before.lower not in words.nouns and not words.is_role(before.lower):
        return False
    if tokens[i].lower in words.links:
        return before.lower not in words.auxiliaries and before.lower not in words.subordinators
    return tokens[i].lower in words.role_links and (words.is_role(before.lower) or names_body(tokens, i, words))


def _may_belong(tokens: Sequence[Token], i: int, last: int, words: Grammar) -> bool:
    """Whether a token can be part of a noun phrase that ends at ``last``."""
    token = tokens[i]
    word = token.lower
    if not token.is_word:
        return token.text in {"&", "-"} and i < last
    if word in AND:
        return 0 < i < last and (joins(tokens, i, words) or _first_listed(tokens, i, last, words) is not None)
    if words.is_preposition(word):
        return i < last
    if word in words.determiners:
        linked = i > 0 and tokens[i - 1].lower in words.links  # "mother of three"
        return i < last or word in PLURALS or linked or is_another(tokens, i, words)
    if word in words.pronouns or word in words.auxiliaries or word in words.subordinators:
        return False
    if word in words.times and not is_french_name(tokens, i, words):
        return False
    if not token.is_capital and i < last and is_filler(tokens, i, words) and word in words.adverbs and word != "first":
        return False
    if words.french and INVERTED.match(word):
        return False
    named = token.is_capital and i and tokens[i - 1].is_word
    described = not token.is_capital and i and tokens[i - 1].lower in words.determiners  # cette même source
    if word in words.openers and i < last and not named and not described:
        return False
    if (
        i < last
        and not token.is_capital
        and word in words.verbs
        and word not in words.nouns
        and not words.is_role(word)
    ):
        # A verb, unless an article makes it an adjective: "the ruling party", "a proposed law", "Norway's state radio".
        before = tokens[i - 1].lower if i else ""
        owned = before in words.determiners or before.endswith(("'s", "s'"))
        adjective = word in words.gerunds or word in words.participles
        return (adjective and (i == 0 or owned)) or (owned and word in words.infinitives and not words.french)
    return not token.text.startswith(BLANK)
