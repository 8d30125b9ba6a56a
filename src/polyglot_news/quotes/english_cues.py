"""Whether an English verb or noun reports speech where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from polyglot_news.quotes.cue import Cue, word_before
from polyglot_news.quotes.grammar import Grammar
from polyglot_news.quotes.tokens import BLANK, Token
from polyglot_news.quotes.verbal import is_attribute_here, is_noun_here

BE = frozenset(["is", "are", "was", "were", "been", "be", "being", "'s", "isn't", "wasn't", "aren't", "weren't"])
_PARTICLES = frozenset(["away", "down", "off", "over", "through", "up"])
_HEARING = frozenset(["hear", "hears", "heard", "hearing"])
_MANY = frozenset(
    ["and", "people", "men", "women", "children", "police", "others", "both", "few", "many", "most", "several", "some",
     ",", ")"]
)  # fmt: skip
_LONGEST_COMPLEMENT = 7
_OF_WHAT = frozenset(["of", "for", "over"])
_STANDS_FOR_SOMEBODY = frozenset(["all", "another", "both", "each", "few", "many", "most", "one", "several", "some"])


def english_cue(tokens: Sequence[Token], i: int, words: Grammar) -> Cue | None:
    """Return the cue that a verb or noun is where it stands."""
    token = tokens[i]
    word = token.lower
    if word not in words.verbs:
        return Cue(i, i, "noun") if word in words.nouns and not (token.is_capital and i) else None
    if token.is_capital and i and tokens[i - 1].is_word:
        return None
    before = tokens[i - 1].lower if i else ""
    if (
        (before in words.determiners and not _is_of_one(tokens, i, words))
        or (before.endswith(("'s", "s'")) and tokens[i - 1].is_word)
        or is_noun_here(tokens, i, words)
        or (before in words.prepositions and before != "to" and word not in words.gerunds)
    ):
        return Cue(i, i, "noun") if word in words.nouns else None
    if is_attribute_here(tokens, i, words) or _has_other_sense(tokens, i, words):
        return None
    weak = word in words.weak
    lead = word_before(tokens, i, words)
    auxiliary = tokens[lead].lower if lead >= 0 else ""
    if word in words.gerunds:
        if auxiliary in BE:
            return Cue(lead, i, "verb", weak)
        return Cue(i, i, "gerund", weak)
    if before == "to" or (word in words.infinitives and auxiliary == "to"):
        return Cue(i, i, "infinitive", weak)
    if word in words.participles and (auxiliary in BE or _lacks_object(tokens, i, words)):
        return Cue(i, i, "passive", weak)
    if word in words.infinitives and word not in words.participles and not _agrees_with_plural(tokens, lead, words):
        return Cue(i, i, "noun") if word in words.nouns else None
    first = i
    if i and (lead < i - 1 or auxiliary in words.auxiliaries):
        first = lead if auxiliary in words.auxiliaries else lead + 1
    return Cue(first, i, "verb", weak)


def _is_of_one(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a verb follows a determiner that stands for somebody: another said, some say that."""
    if tokens[i - 1].lower not in _STANDS_FOR_SOMEBODY or words.is_verb_noun(tokens[i].lower):
        return False
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None or not following.is_word or following.is_capital:
        return True
    return words.is_function_word(following.lower) or following.lower in words.times


def _lacks_object(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether the object of a verb that has one always stands before it: Minister accused of, branded “a disgrace”."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None or following.lower == "as" or following.text.startswith(BLANK):
        return tokens[i].lower in words.naming
    return tokens[i].lower in words.objectful and following.lower in _OF_WHAT


def _has_other_sense(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether what follows makes something else of a verb: made up, broke off, gave away, will hear from the police."""
    following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return (tokens[i].lower in words.direct_only and following in _PARTICLES) or (
        tokens[i].lower in _HEARING and following == "from"
    )


def _agrees_with_plural(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a verb without an ending can follow the token: they say, experts say, he would say."""
    if i < 0:
        return False
    word = tokens[i].lower
    if word in words.auxiliaries:
        return word not in BE
    if word in words.pronouns or word in words.relatives:
        return word not in {"he", "she", "it"}
    if word in _MANY or (word.endswith("s") and not word.endswith(("ss", "'s"))):
        return True
    return _depends_on_several(tokens, i, words) and not words.is_verb_noun(tokens[i + 1].lower)


def _depends_on_several(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether the phrase that ends at ``i`` is of several people: workers | at Amazon, members | of the board."""
    for k in range(i - 1, max(0, i - _LONGEST_COMPLEMENT), -1):
        if not tokens[k].is_word or tokens[k].lower in words.auxiliaries or tokens[k].lower in words.pronouns:
            return False
        if words.is_preposition(tokens[k].lower):
            head = tokens[k - 1].lower
            if words.is_part(head):
                return head.endswith(("s", "men", "people"))
    return False
