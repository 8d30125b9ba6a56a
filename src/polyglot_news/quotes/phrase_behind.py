"""The noun phrase that begins at a word, in English and French, read from the left."""

from __future__ import annotations

from collections.abc import Sequence

from polyglot_news.quotes.cue import INVERTED
from polyglot_news.quotes.enumerations import AND, end_of_last_item
from polyglot_news.quotes.grammar import Grammar
from polyglot_news.quotes.phrase import (
    MAX_APPOSITION,
    MAX_PHRASE,
    PLURALS,
    Range,
    end_of_names,
    is_another,
    is_french_name,
    is_in_name,
    is_party,
    is_pronoun,
    joins,
    may_be_part,
    names_body,
    opens_apposition,
)
from polyglot_news.quotes.tokens import BLANK, Token
from polyglot_news.verbs import is_infinitive

# How the past tense of French ends, as hardly any noun or adjective does.
_PAST = ("a", "ait", "aient", "èrent", "irent", "urent")
# What tells of the occasion or the manner of speaking, and of no office: in a statement, à l'issue de, avec fermeté.
_CIRCUMSTANCES = frozenset(
    ["answer", "beginning", "briefing", "conference", "end", "interview", "issue", "letter", "meeting", "message",
     "matter", "outset", "press", "question", "radio", "reply", "response", "situation", "smile", "speech", "start",
     "statement", "subject", "sidelines", "television", "time", "topic", "tv", "video", "antenne", "audience", "cours",
     "communiqué", "conférence", "courriel", "discours", "entretien", "fin", "journaliste", "journalistes",
     "lendemain", "lettre", "marge", "micro", "moment", "occasion", "point", "presse", "propos",
     "réponse", "réunion", "sortie", "suite", "sujet", "tribune", "télévision", "vidéo", "visite", "attente"]
)  # fmt: skip


def phrase_starting_at(tokens: Sequence[Token], i: int, words: Grammar, *, closed: bool = False) -> Range | None:
    """Return the noun phrase whose first token is ``i``, with its apposition.

    Args:
        tokens: the frame.
        i: index of the first token.
        words: the grammar.
        closed: take an apposition only if a comma closes it, as after "according to".
    """
    start = i
    if i >= len(tokens) or not tokens[i].is_word:
        return None
    if is_pronoun(tokens[i], words):
        return (i, i)
    nouns = 0
    named = False
    while i < len(tokens) and i - start < MAX_PHRASE:
        token = tokens[i]
        if token.text == "(" and nouns:
            closing = next((k for k in range(i, min(len(tokens), i + 6)) if tokens[k].text == ")"), None)
            if closing is None:
                break
            i = closing + 1
            continue
        if not token.is_word and token.text != "&":
            break
        if not _may_follow(tokens, i, words, nouns, named):
            break
        if (
            token.is_word
            and (token.lower not in words.determiners or _stands_for_noun(tokens, i, words))
            and not words.is_preposition(token.lower)
        ):
            nouns += 1
            named = named or token.is_capital
        i += 1
    last = i - 1
    while last >= start and (
        (tokens[last].lower in words.determiners and not _lacks_noun(tokens, start, last, i, words))
        or words.is_preposition(tokens[last].lower)
        or tokens[last].lower in AND
        or tokens[last].text == "&"
    ):
        last -= 1
    if last < start or not nouns:
        return None
    listed = end_of_last_item(tokens, last, words)
    if listed > last:
        return (start, listed)
    return (start, _end_of_apposition(tokens, _end_of_name(tokens, start, last, words), words, closed))


def _end_of_name(tokens: Sequence[Token], start: int, last: int, words: Grammar) -> int:
    """Extend an office over the name behind a comma: "the envoy, Ingrid Solheim"."""
    roles = [k for k in range(start, last + 1) if words.is_role(tokens[k].lower)]
    if last + 1 == len(tokens) or tokens[last + 1].text != ",":
        return last
    if not roles:
        end = end_of_names(tokens, last + 2, words)
        named = end - last > 3 and (end == len(tokens) or _stops(tokens[end]))
        return end - 1 if named and may_be_part(tokens, start, last, words) else last
    if any(tokens[k + 1].is_capital for k in roles if k < last):
        return last  # "minister Jane Doe"
    end = end_of_names(tokens, last + 2, words)
    # Behind "the envoy" a single capital is a name; behind "the minister for trade" it may be a place.
    fewest = 1 if roles[-1] == last and not tokens[last].is_capital else 2
    named = end - last - 2 >= fewest and (end == len(tokens) or _stops(tokens[end]))
    return end - 1 if named else last


def _stands_for_noun(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a determiner is a pronoun here: "several of his", "l'une des"."""
    following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if is_another(tokens, i, words):
        return True
    return tokens[i].lower in PLURALS or (tokens[i].lower in {"un", "une"} and following in words.links)


def _lacks_noun(tokens: Sequence[Token], start: int, last: int, end: int, words: Grammar) -> bool:
    """Whether a determiner ends a phrase without a noun: said | another, ajoute | un autre."""
    if words.french:
        return is_another(tokens, last, words)
    alone = all(token.lower in words.determiners for token in tokens[start:last])
    return last == end - 1 and tokens[last].lower in PLURALS and alone


def _may_follow(tokens: Sequence[Token], i: int, words: Grammar, nouns: int, named: bool) -> bool:
    """Whether a noun phrase that is being read from the left goes on with token ``i``."""
    token = tokens[i]
    word = token.lower
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if is_in_name(tokens, i, words):
        return True
    if word in words.determiners:
        if is_another(tokens, i, words):
            return not nouns
        return not nouns or words.is_preposition(tokens[i - 1].lower) or tokens[i - 1].lower in AND
    if nouns and word in words.participles and following is not None and following.lower in {"by", "par"}:
        return False
    if words.is_preposition(word):
        if not nouns or following is None or not following.is_word:
            return False
        role = words.is_role(tokens[i - 1].lower) and not (named and tokens[i - 1].is_capital)
        if tokens[i - 1].lower in words.complemented and following.lower not in words.times:
            return True
        if names_body(tokens, i, words) and following.lower not in words.times:
            return True
        if word in words.links:
            return True
        return word in words.role_links and role and not _opens_circumstance(tokens, i, words)
    if word in AND:
        return nouns > 0 and following is not None and (following.is_capital or joins(tokens, i, words))
    if word in words.pronouns or word in words.relatives or word in words.subordinators:
        return False
    if word in words.times and not is_french_name(tokens, i, words):
        return False
    if nouns and (word in words.auxiliaries or word in words.adverbs or (words.french and INVERTED.match(word))):
        return False
    if nouns and not token.is_capital:
        if word in words.gerunds or (word.endswith("ly") and not words.french and words.is_adverb(word)):
            return False
        if words.french and _is_verb_behind(tokens, i, words):
            return False
        # After a name only a name goes on ("said Smith standing there"), or what is hers: "Norway's foreign minister".
        owned = tokens[i - 1].lower.endswith(("'s", "s'")) or _is_of_named(tokens, i, words)
        owned = owned or _leads_to_office(tokens, i, words)
        return owned or not (named and tokens[i - 1].is_capital and not words.french and not words.is_role(word))
    return True


def _opens_circumstance(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether the preposition behind an office tells how or where its bearer spoke: the mayor | in a statement."""
    k = i + 1
    while k + 1 < len(tokens) and tokens[k].lower in words.determiners:
        k += 1
    noun = tokens[k].lower
    return noun in words.times or noun in _CIRCUMSTANCES or (words.french and is_infinitive(noun, "fr"))


def _leads_to_office(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a noun goes before the office of a named body: the White House | press | secretary."""
    if i + 1 >= len(tokens) or tokens[i + 1].is_capital or not words.is_role(tokens[i + 1].lower):
        return False
    k = i - 1
    while k > 0 and tokens[k].is_capital and tokens[k].lower not in words.determiners:
        k -= 1
    return tokens[k].lower in words.determiners and _may_be_noun(tokens[i], words)


def _may_be_noun(token: Token, words: Grammar) -> bool:
    word = token.lower
    noun = word not in words.verbs | words.plain_verbs and not word.endswith(("ed", "ing")) and word.isalpha()
    return noun and not words.is_adverb(word) and not words.is_function_word(word)


def _is_verb_behind(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a French word that no list knows is the verb of a person: Paul Roy | habite Brest, le facteur | entra.

    Behind a first and a family name only a verb is in lower case; behind an office its ending tells.
    """
    before = tokens[i - 1]
    full = i > 1 and before.is_capital and tokens[i - 2].is_capital and before.is_word and tokens[i - 2].is_word
    titled = full and tokens[i - 2].lower in words.determiners and not (i > 2 and tokens[i - 3].is_capital)
    behind_name = full and not titled and (i == 2 or not tokens[i - 3].is_word or _is_plain_noun(tokens[i - 3], words))
    past = tokens[i].lower.endswith(_PAST) and (before.is_capital or words.is_role(before.lower))
    return past or (behind_name and tokens[i].lower.isalpha() and not words.is_part(tokens[i].lower))


def _is_plain_noun(token: Token, words: Grammar) -> bool:
    """Whether a word may tell what somebody is whose name follows, rather than what a body is: la cinéaste | Ann."""
    return token.text.islower() and token.lower not in words.bodies and not words.is_function_word(token.lower)


def _is_of_named(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a noun belongs to a name behind "of the": Ann Roe of the Blue Harbour | collective."""
    k = i - 1
    while k > 1 and tokens[k].is_capital:
        k -= 1
    complement = k < i - 1 and tokens[k].lower in words.determiners and words.is_preposition(tokens[k - 1].lower)
    return k > 0 and complement and _may_be_noun(tokens[i], words)


def _end_of_apposition(tokens: Sequence[Token], last: int, words: Grammar, closed: bool) -> int:
    """Extend a name over ", a Korea scholar at the center" or ", who was there"."""
    end = last
    extended = False
    while end + 2 < len(tokens) and tokens[end + 1].text == "," and opens_apposition(tokens, end + 2, words):
        opening = tokens[end + 2]
        if words.french and opening.lower in words.relatives | {"dont"}:
            break  # what somebody did is no part of the name
        if extended and opening.lower not in words.relatives and opening.lower not in {"whose", "dont"}:
            break
        k = end + 2
        while k < len(tokens) and k - end < MAX_APPOSITION and not _stops(tokens[k]):
            if tokens[k].text == "(":
                k = next((j for j in range(k, min(len(tokens), k + 8)) if tokens[j].text == ")"), k)
            k += 1
        if closed and (k == len(tokens) or tokens[k].text != ","):
            break
        if k == len(tokens) and opening.lower in words.relatives:
            break  # the clause runs on into a quote: the envoy, who said that it was “…”
        end = k - 1
        extended = not (opening.text.isdigit() or is_party(opening))
    return end


def _stops(token: Token) -> bool:
    return token.text in {",", ".", ";", ":", "—", "–", "!", "?", ")"} or token.text.startswith(BLANK)
