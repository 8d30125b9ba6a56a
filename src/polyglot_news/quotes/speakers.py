"""Who speaks: the noun phrase before or after a cue, in English and French, without a parser.

Both languages build a subject in the same way: determiner, nouns and adjectives, "of"/"de" and what depends on it, then
perhaps an apposition or a relative clause between commas. Function words mark where it ends.
"""

from __future__ import annotations

from collections.abc import Sequence

from polyglot_news.quotes.cues import Cue
from polyglot_news.quotes.grammar import Grammar
from polyglot_news.quotes.tokens import BLANK, Token

_MAX_PHRASE = 30
_MAX_APPOSITION = 40
Range = tuple[int, int]
"""First and last token of a phrase, both included."""


def subject_before(tokens: Sequence[Token], cue: Cue, words: Grammar) -> Range | None:
    """Return the subject that stands before a verb, with its apposition."""
    i = cue.first - 1
    while (
        i >= 0
        and (tokens[i].lower in words.auxiliaries or _is_filler(tokens[i], words))
        and not _is_pronoun(tokens[i], words)
    ):
        i -= 1
    return phrase_ending_at(tokens, i, words)


def _is_filler(token: Token, words: Grammar) -> bool:
    return not token.is_capital and words.is_adverb(token.lower)


def _is_pronoun(token: Token, words: Grammar) -> bool:
    return token.lower in words.pronouns


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
    if _is_pronoun(token, words):
        return (i, i)
    return _walk_left(tokens, i, words)


def _with_apposition(tokens: Sequence[Token], comma: int, words: Grammar) -> Range | None:
    mark = tokens[comma].text
    for k in range(comma - 1, max(-1, comma - _MAX_APPOSITION), -1):
        if tokens[k].text in {".", ";", ":", "?", "!"} and not tokens[k].is_word:
            return None
        if tokens[k].text == mark and k > 0 and k + 1 < comma:
            first = tokens[k + 1].lower
            head = phrase_ending_at(tokens, k - 1, words) if tokens[k - 1].text != mark else None
            if head is None or tokens[head[1]].text.startswith(BLANK):
                continue
            if (
                first in words.prepositions
                or first in words.subordinators
                or first in words.gerunds
                or first in words.times
            ):
                return head  # "Smith, in a statement, said"
            if (
                first in words.determiners
                or first in words.relatives
                or first.isdigit()
                or _has_role(tokens, k + 1, comma, words)
            ):
                return (head[0], comma - 1)
    return None


def _has_role(tokens: Sequence[Token], start: int, end: int, words: Grammar) -> bool:
    return any(words.is_role(token.lower) for token in tokens[start : min(end, start + 5)])


def _walk_left(tokens: Sequence[Token], i: int, words: Grammar) -> Range | None:
    last = i
    first: int | None = None
    while i >= 0 and last - i < _MAX_PHRASE:
        token = tokens[i]
        word = token.lower
        if not _may_belong(tokens, i, last, words):
            break
        if word in words.determiners and not (word in {"one", "un", "une"} and first is None):
            first = i
            # "the head | of | the agency", "a spokesman | for | the ministry"
            link = i - 1
            if word in {"all", "both", "tous", "toutes"} or (
                link >= 0 and tokens[link].lower in {"all", "both", "tous", "toutes"}
            ):
                first = i - 1 if link >= 0 and tokens[link].lower in {"all", "both", "tous", "toutes"} else i
                break
            if link > 0 and _links(tokens, link, words):
                i = link - 1
                continue
            break
        if i < last and _is_preposition(word, words):
            if i > 0 and _links(tokens, i, words):
                i -= 1
                continue
            break
        first = i
        i -= 1
    if first is None:
        return None
    return _trimmed(tokens, first, last, words)


def _is_preposition(word: str, words: Grammar) -> bool:
    return word in words.links or word in words.prepositions


def _links(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether the preposition at ``i`` ties two nouns together rather than opening a circumstance."""
    before = tokens[i - 1]
    if (
        not before.is_word
        or _is_preposition(before.lower, words)
        or (before.lower in words.verbs - words.nouns and not words.is_role(before.lower))
    ):
        return False
    if tokens[i].lower in words.links:
        return before.lower not in words.auxiliaries and before.lower not in words.subordinators
    return tokens[i].lower in words.role_links and words.is_role(before.lower)


def _may_belong(tokens: Sequence[Token], i: int, last: int, words: Grammar) -> bool:
    """Whether a token can be part of a noun phrase."""
    token = tokens[i]
    word = token.lower
    if not token.is_word:
        return token.text in "&-’'." and i < last and token.text != "."
    if word in {"and", "et"}:
        return (
            i < last
            and i > 0
            and tokens[i - 1].is_word
            and (tokens[i - 1].is_capital or words.is_role(tokens[i - 1].lower))
            and (
                tokens[i + 1].is_capital
                or words.is_role(tokens[i + 1].lower)
                or tokens[i + 1].lower in words.determiners
            )
        )
    if _is_preposition(word, words):
        return i < last
    if word in words.determiners:
        return i < last or word in {"some", "many", "others", "both", "all", "several", "certains", "plusieurs"}
    if word in words.pronouns or word in words.auxiliaries or word in words.subordinators:
        return False
    if word in words.times:
        return False
    if word in words.adverbs and not token.is_capital:
        return False
    if word in words.openers and i < last and not (token.is_capital and i and tokens[i - 1].is_word):
        return False
    if (
        i < last
        and not token.is_capital
        and word in words.verbs
        and word not in words.nouns
        and not words.is_role(word)
    ):
        # A verb form that is no adjective: "said the leader", but "the ruling party", "proposed law".
        return word in words.gerunds or word in words.participles
    return not token.text.startswith(BLANK)


def _trimmed(tokens: Sequence[Token], first: int, last: int, words: Grammar) -> Range | None:
    while first <= last and (
        tokens[first].lower in {"and", "et", "&"}
        or not tokens[first].is_word
        or _is_preposition(tokens[first].lower, words)
    ):
        first += 1
    return (first, last) if first <= last else None


def phrase_starting_at(tokens: Sequence[Token], i: int, words: Grammar, apposition: bool = True) -> Range | None:
    """Return the noun phrase whose first token is ``i``."""
    start = i
    if i >= len(tokens) or not tokens[i].is_word:
        return None
    if _is_pronoun(tokens[i], words):
        return (i, i)
    nouns = 0
    named = False
    while i < len(tokens) and i - start < _MAX_PHRASE:
        token = tokens[i]
        word = token.lower
        if not token.is_word:
            if token.text == "&" or (token.text == "(" and nouns and _closes_soon(tokens, i)):
                i = i + 1 if token.text == "&" else next(k for k in range(i, len(tokens)) if tokens[k].text == ")") + 1
                continue
            break
        if word in words.determiners:
            if nouns and not _is_preposition(tokens[i - 1].lower, words) and tokens[i - 1].lower not in {"and", "et"}:
                break
        elif _is_preposition(word, words):
            role = not named and nouns > 0 and words.is_role(tokens[i - 1].lower)
            following = tokens[i + 1] if i + 1 < len(tokens) else None
            if (
                not nouns
                or following is None
                or not following.is_word
                or not (word in words.links or (word in words.role_links and role))
            ):
                break
            if following.lower in words.times and not named:
                break
        elif word in {"and", "et"}:
            following = tokens[i + 1] if i + 1 < len(tokens) else None
            if not nouns or following is None or not (following.is_capital or words.is_role(following.lower)):
                break
        elif (
            word in words.pronouns
            or word in words.relatives
            or (word in words.auxiliaries and nouns)
            or word in words.subordinators
            or word in words.times
            or (nouns and word in words.adverbs)
            or (
                nouns
                and not token.is_capital
                and word.endswith("ment" if words.french else "ly")
                and not words.is_role(word)
                and not words.french
            )
            or (nouns and not token.is_capital and word in words.gerunds)
            or (
                named
                and not token.is_capital
                and not words.is_role(word)
                and tokens[i - 1].is_capital
                and not words.french
            )
        ):
            break
        else:
            nouns += 1
            named = named or token.is_capital
        i += 1
    last = i - 1
    while last >= start and (
        tokens[last].lower in words.determiners | words.links | words.prepositions
        or tokens[last].lower in {"and", "et"}
    ):
        last -= 1
    if last < start or not nouns:
        return None
    return (start, _end_of_apposition(tokens, last, words) if apposition else last)


def _closes_soon(tokens: Sequence[Token], i: int) -> bool:
    return any(token.text == ")" for token in tokens[i : i + 12])


def _end_of_apposition(tokens: Sequence[Token], last: int, words: Grammar) -> int:
    """Extend a name over ", a Korea scholar at the center" or ", who was there"."""
    end = last
    while end + 2 < len(tokens) and tokens[end + 1].text == "," and _opens_apposition(tokens, end + 2, words):
        k = end + 2
        while (
            k < len(tokens)
            and k - end < _MAX_APPOSITION
            and tokens[k].text not in {",", ".", ";", ":", "—", "–", "!", "?", ")"}
        ):
            if tokens[k].text.startswith(BLANK):
                break
            k += 1
        end = k - 1
    return end


def _opens_apposition(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    word = tokens[i].lower
    if word in words.relatives or word in {"whose", "dont"} or word.isdigit():
        return True
    if word in words.determiners:
        return True
    if word in words.gerunds or word in words.prepositions or word in words.subordinators or word in words.times:
        return False
    return not tokens[i].is_capital and _has_role(tokens, i, len(tokens), words)
