"""Whether a French verb or noun reports speech where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from polyglot_news.quotes.cue import INVERTED, REACH, Cue, phrase_at, word_before
from polyglot_news.quotes.grammar import Grammar
from polyglot_news.quotes.tokens import Token

OF = frozenset(["de", "d'", "du", "des"])
# Behind its subject and before "de" the verb says to whom a matter belongs: ce dossier relève du ministère.
_BELONGS = re.compile(r"rel(?:ève(?:nt|r(?:a|ont|ait|aient))?|ev(?:ait|aient|ant))")


def french_cue(tokens: Sequence[Token], i: int, words: Grammar) -> Cue | None:
    """Return the cue that a verb or noun is where it stands."""
    token = tokens[i]
    word = token.lower
    if token.is_capital and i and tokens[i - 1].is_word:
        return None
    if _BELONGS.fullmatch(word) and _tells_whose(tokens, i, words):
        return None
    if word.startswith("ajout") and {"s'", "se"} & {one.lower for one in tokens[max(0, i - 2) : i]}:
        return None  # s'ajoutent 41 cas
    weak = word in words.weak
    inverted = INVERTED.match(word)
    if inverted is not None:
        stem = inverted.group(1)
        if stem in words.finite:
            return Cue(_with_reflexive(tokens, i), i, "verb", stem in words.weak, i)
        if stem in words.auxiliaries or stem in {"fait", "fit", "met"}:
            last = _participle_after(tokens, i + 1, words)
            if last is None and stem == "fit" and not _is_object(tokens, i + 1, words):
                last = i  # « … », fit-elle enfin
            if last is not None:
                return Cue(_with_reflexive(tokens, i), last, "verb", tokens[last].lower in words.weak, i)
        return None
    if word in words.gerunds:
        start = i - 1 if i and tokens[i - 1].lower in {"en", "s'", "se"} else i
        return Cue(start, i, "gerund", weak)
    phrase = phrase_at(tokens, i, words.phrases)
    last = phrase if phrase is not None else i
    if phrase is None and word not in words.finite and word not in words.participles:
        led = i > 0 and tokens[i - 1].lower in {"de", "d'", "à", "pour", "s'", "se"}
        if word in words.infinitives and led and not weak and i + 2 >= len(tokens):
            return Cue(_with_reflexive(tokens, i), i, "infinitive")
        return None
    if _has_object(tokens, i, words):
        return None
    lead = word_before(tokens, i, words)
    if word in words.participles or phrase is not None:
        lead = _over_circumstance(tokens, lead, words)
    helper = tokens[lead].lower if lead >= 0 else ""
    if helper in words.auxiliaries and helper not in {
        "y",
        "en",
        "n'",
        "ne",
        "s'",
        "se",
        "lui",
        "leur",
        "l'",
        "m'",
        "me",
        "t'",
        "te",
    }:
        if helper in {"est", "sont", "était", "étaient", "été"} and not _is_reflexive(tokens, lead):
            return Cue(lead, last, "passive", weak)
        return Cue(_with_reflexive(tokens, lead), last, "verb", weak)
    if phrase is not None:
        return Cue(i, last, "verb")
    before = tokens[i - 1].lower if i else ""
    if before in {"autre", "autres"} and word in words.finite and _is_of_another(tokens, i):
        return Cue(i, i, "verb", weak)
    if (
        before in words.determiners
        or before in words.links
        or before in words.prepositions
        or before in {"très", "plus", "si"}
    ):
        # A noun ("la demande") or an adjective; but "se dit", "lui répond" have a pronoun here.
        return Cue(i - 1, i, "verb", weak) if word in words.finite and _says_it(tokens, i, words) else None
    if word not in words.finite:
        return None
    return Cue(_with_reflexive(tokens, i), i, "verb", weak)


def _tells_whose(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether "relever" has its subject before it and "de" behind it; "des abus" may be what it remarks."""
    following = (token.lower for token in tokens[i + 1 : i + 3] if not words.is_adverb(token.lower))
    return i > 0 and tokens[i - 1].is_word and next(following, "") in OF - {"des"}


def _is_of_another(tokens: Sequence[Token], i: int) -> bool:
    """Whether "un autre" has a verb behind it rather than a noun: un autre | ajoute que, d'autres | raillent :."""
    agrees = tokens[i].lower.endswith("ent") == (tokens[i - 1].lower == "autres")
    return agrees and (i + 1 == len(tokens) or tokens[i + 1].lower in {":", "que", "qu'"})


def _says_it(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether "le" before a verb is no article but what is said, and its subject follows: Comme l'écrivait | Hugo."""
    if i < 2 or i + 1 == len(tokens) or tokens[i - 2].lower != "comme" or tokens[i - 1].lower not in {"le", "l'"}:
        return False
    return tokens[i + 1].is_word and not words.is_preposition(tokens[i + 1].lower)


def _is_object(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether something follows that is done, rather than a stop or how it is done: fit-il | un signe."""
    return i < len(tokens) and (tokens[i].lower in words.determiners or tokens[i].lower in OF)


def _over_circumstance(tokens: Sequence[Token], i: int, words: Grammar) -> int:
    """Step from ``i`` over a short phrase between an auxiliary and its participle: "a de son côté estimé"."""
    for k in range(i, max(0, i - REACH), -1):
        if not tokens[k].is_word:
            break
        if tokens[k].lower in words.prepositions | words.links and tokens[k - 1].lower in words.auxiliaries:
            return k - 1
    return i


def _has_object(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a verb that reports only without an object has one: "le maire poursuit ses efforts"."""
    if tokens[i].lower not in words.objectless or i == 0 or i + 1 == len(tokens):
        return False
    inverted = not tokens[i - 1].is_word or (tokens[i - 1].lower in words.auxiliaries and _opens_clause(tokens, i - 1))
    return tokens[i + 1].lower in words.determiners and not inverted


def _opens_clause(tokens: Sequence[Token], i: int) -> bool:
    return i == 0 or not tokens[i - 1].is_word


def _participle_after(tokens: Sequence[Token], i: int, words: Grammar) -> int | None:
    """Return the last token of the participle or phrase that starts within reach after an auxiliary."""
    for k in range(i, min(len(tokens), i + REACH + 1)):
        phrase = phrase_at(tokens, k, words.phrases)
        if phrase is not None:
            return phrase
        if tokens[k].lower in words.participles or tokens[k].lower in words.infinitives:
            return k
        if not tokens[k].is_word:
            return None
    return None


def _is_reflexive(tokens: Sequence[Token], i: int) -> bool:
    return i > 0 and tokens[i - 1].lower in {"s'", "se", "m'", "me"}


def _with_reflexive(tokens: Sequence[Token], i: int) -> int:
    return (
        i - 1
        if i and tokens[i - 1].lower in {"s'", "se", "lui", "leur", "m'", "me", "l'", "nous"} and _clitic(tokens, i)
        else i
    )


def _clitic(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i - 1].end <= tokens[i].start <= tokens[i - 1].end + 1
