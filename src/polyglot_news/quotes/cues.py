"""Where English and French frames report speech: the verbs, phrases and nouns that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import attrs

from polyglot_news.quotes.grammar import Grammar, Phrases
from polyglot_news.quotes.tokens import BLANK, Token
from polyglot_news.quotes.verbal import is_attribute_here, is_noun_here

CueKind = Literal["verb", "passive", "gerund", "infinitive", "source", "noun"]

INVERTED = re.compile(r"^(.+?)-(?:t-)?(il|elle|ils|elles|on|je|nous|vous|tu)$")
_BE = frozenset(["is", "are", "was", "were", "been", "be", "being", "'s", "isn't", "wasn't", "aren't", "weren't"])
_PARTICLES = frozenset(["away", "down", "off", "over", "through", "up"])
_HEARING = frozenset(["hear", "hears", "heard", "hearing"])
_MANY = frozenset(
    ["and", "people", "men", "women", "children", "police", "others", "both", "few", "many", "most", "several", "some",
     ",", ")"]
)  # fmt: skip
_LONGEST_COMPLEMENT = 7
_OF_WHAT = frozenset(["of", "for", "over"])
_STANDS_FOR_SOMEBODY = frozenset(["all", "another", "both", "each", "few", "many", "most", "one", "several", "some"])
_REACH = 4
_LONGEST_SOURCE = 16
_NAMES_SOURCE = frozenset(["the", "a", "an", "his", "her", "its", "their"])
_QUOTING = frozenset(["quote", "quotes", "quoted", "quoting", "cite", "cites", "cited", "citing", "reported", "heard"])
# How a French verb ends in the third person, and as a participle.
_PRESENT = ("e", "ent", "t", "d", "a")
_PAST = ("é", "ée", "és", "ées", "i", "ie", "is", "it", "u", "ue")
_SHORTEST_VERB = 3
_CLITICS = frozenset(["s'", "se", "lui", "leur", "y", "en", "l'", "m'", "me", "nous"])
_HELPERS = frozenset(["a", "ont", "avait", "avaient", "est", "sont", "était", "étaient", "aurait", "auraient"])
_OF = frozenset(["de", "d'", "du", "des"])
# Behind its subject and before "de" the verb says to whom a matter belongs: ce dossier relève du ministère.
_BELONGS = re.compile(r"rel(?:ève(?:nt|r(?:a|ont|ait|aient))?|ev(?:ait|aient|ant))")
_CITING = frozenset(["cite", "citent", "citait", "citaient", "citant"])


@attrs.frozen
class Cue:
    """A cue in a list of tokens.

    Attributes:
        first: index of its first token, auxiliaries left out in English, put in in French.
        last: index of its last token.
        kind: how it takes its speaker: "source" before the name, "noun" after a possessor, the others as verbs do.
        weak: whether it judges or thinks rather than says.
        pronoun: where an inverted French verb carries its subject ("a-t-il dit"): the token that does.
        quoted: the tokens that name the speaker where the cue holds him: the agency quoted | Smith | as saying.
        shown: the last token of the verb by itself, where other words than its own stand within the cue.
    """

    first: int
    last: int
    kind: CueKind
    weak: bool = False
    pronoun: int | None = None
    quoted: tuple[int, int] | None = None
    shown: int | None = None


def find_cues(tokens: Sequence[Token], words: Grammar) -> list[Cue]:
    """Return the cues of a frame in reading order."""
    find = _french_cue if words.french else _english_cue
    found: list[Cue] = []
    i = 0
    while i < len(tokens):
        cue = _quotation(tokens, i, words) or _source_phrase(tokens, i, words) or find(tokens, i, words)
        if cue is not None:
            found.append(cue)
            i = max(i, cue.last)
        i += 1
    return found


def _quotation(tokens: Sequence[Token], i: int, words: Grammar) -> Cue | None:
    """Read "quoted Smith as saying", "was quoted by the agency as saying", "cite le ministre disant"."""
    word = tokens[i].lower
    if word not in (_CITING if words.french else _QUOTING) or (i and tokens[i - 1].lower in words.determiners):
        return None
    saying = _saying_after(tokens, i + 1, words)
    if saying is None:
        return None
    lead = _previous(tokens, i, words)
    if not words.french and lead >= 0 and tokens[lead].lower in _BE:
        return Cue(i, saying, "verb", shown=i if saying > i + 2 else None)
    last = saying - 1 if words.french else saying - 2
    while last > i and not tokens[last].is_word:
        last -= 1
    if last == i:  # "Smith, quoted as saying"
        return Cue(i, saying, "verb")
    return Cue(i, saying, "verb", quoted=(i + 1, last), shown=i)


def _saying_after(tokens: Sequence[Token], start: int, words: Grammar) -> int | None:
    """Return the gerund that tells how somebody is quoted, in English behind "as", or the participle of a report."""
    for k in range(start, min(len(tokens), start + _LONGEST_SOURCE)):
        if not tokens[k].is_word and tokens[k].text != ",":
            return None
        if tokens[k].lower in words.gerunds and (words.french or tokens[k - 1].lower == "as"):
            return k
        reported = [token.lower for token in tokens[max(0, k - 2) : k]] == ["to", "have"]
        if reported and not words.french and tokens[k].lower in words.participles:
            return k  # "was reported to have said"
    return None


def _source_phrase(tokens: Sequence[Token], i: int, words: Grammar) -> Cue | None:
    last = phrase_at(tokens, i, words.source_phrases)
    if last == i and _is_rate(tokens, i, words):
        return None
    shown = None
    opens = i == 0 or (i == 1 and tokens[0].lower in {"mais", "et", "or"})
    if last is None and words.french and opens and tokens[i].lower == "pour" and _opens_with_person(tokens[i:], words):
        last = i
    if last is None and i < 2 and _opens_answer(tokens, i, words):
        last, shown = i + 1, i
    return Cue(i, last, "source", shown=shown) if last is not None else None


def _opens_answer(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a sentence without a verb names whose answer a colon announces: La réponse de Mme Roy : « … »."""
    if tokens[i].lower not in words.answers or (i and tokens[0].lower not in words.determiners):
        return False
    return i + 1 < len(tokens) and tokens[i + 1].lower in _OF and tokens[-1].text == ":"


def _is_rate(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether "per" tells of how many rather than who says it: 15.3 per cent, 40 beds per 1,000 people."""
    if tokens[i].lower != "per" or i + 1 == len(tokens):
        return False
    following = tokens[i + 1]
    named = following.text.istitle() or following.lower in words.outlets
    several = any(token.lower.endswith("s") and words.is_part(token.lower) for token in tokens[i + 1 : i + 3])
    several = several and following.text.isalpha()
    return not (named or several or following.lower in _NAMES_SOURCE)


def _opens_with_person(tokens: Sequence[Token], words: Grammar) -> bool:
    """Whether a person stands between "Pour" and a comma or colon that leads up to a quote: Pour Marie Durand, « … ».

    Her office may stand between two commas.
    """
    marks = [k for k, token in enumerate(tokens) if not token.is_word]
    if not marks or not 1 < marks[0] < _LONGEST_SOURCE or tokens[marks[0]].text not in {",", ":"}:
        return False
    office = len(marks) > 1 and any(words.is_role(token.lower) for token in tokens[marks[0] + 1 : marks[0] + _REACH])
    if len(marks) > 2 or (len(marks) == 2 and not office) or len(tokens) - marks[-1] > _REACH:
        return False
    return any(token.is_capital or words.is_role(token.lower) for token in tokens[1 : marks[0]])


def phrase_at(tokens: Sequence[Token], i: int, phrases: Phrases) -> int | None:
    """Return the last token of the phrase that starts at ``i``."""
    for phrase in phrases.get(tokens[i].lower, ()):
        if all(token.lower == word for token, word in zip(tokens[i : i + len(phrase)], phrase, strict=False)):
            return i + len(phrase) - 1 if i + len(phrase) <= len(tokens) else None
    return None


def _previous(tokens: Sequence[Token], i: int, words: Grammar) -> int:
    """Return the index of the last token before ``i`` that is no adverb, or -1."""
    i -= 1
    steps = 0
    while i >= 0 and steps < _REACH and not tokens[i].is_capital and words.is_adverb(tokens[i].lower):
        i -= 1
        steps += 1
    return i


def _english_cue(tokens: Sequence[Token], i: int, words: Grammar) -> Cue | None:
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
    lead = _previous(tokens, i, words)
    auxiliary = tokens[lead].lower if lead >= 0 else ""
    if word in words.gerunds:
        if auxiliary in _BE:
            return Cue(lead, i, "verb", weak)
        return Cue(i, i, "gerund", weak)
    if before == "to" or (word in words.infinitives and auxiliary == "to"):
        return Cue(i, i, "infinitive", weak)
    if word in words.participles and (auxiliary in _BE or _lacks_object(tokens, i, words)):
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
        return word not in _BE
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


def _french_cue(tokens: Sequence[Token], i: int, words: Grammar) -> Cue | None:
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
    lead = _previous(tokens, i, words)
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
    return i > 0 and tokens[i - 1].is_word and next(following, "") in _OF - {"des"}


def unlisted_cue(tokens: Sequence[Token], words: Grammar) -> Cue | None:
    """Read a French verb that no list knows between a quote and its subject: persifle | un élu, s'est marrée | Léa.

    Only a verb can stand there, so its ending is enough.
    """
    i = 0
    while i < len(tokens) and tokens[i].lower in _CLITICS:
        i += 1
    inverted = INVERTED.match(tokens[i].lower) if i < len(tokens) else None
    if inverted is not None and inverted.group(2) in {"il", "elle", "ils", "elles", "on"}:
        stem = inverted.group(1)
        asks = stem in words.auxiliaries | words.modals or any(token.text == "?" for token in tokens)
        return Cue(0, i, "verb", pronoun=i) if stem.endswith(_PRESENT) and not asks else None
    helper = i < len(tokens) and tokens[i].lower in _HELPERS
    last = i + 1 if helper else i
    if last + 1 >= len(tokens) or not _may_be_verb(tokens[last], _PAST if helper else _PRESENT, words):
        return None
    subject, following = tokens[last + 1], tokens[last + 2 : last + 3]
    named = subject.is_capital and subject.is_word and subject.lower not in words.openers
    noun = subject.lower in words.determiners and following != [] and following[0].is_word
    noun = noun and not words.is_adverb(following[0].lower)  # « … », série la plus vue
    return Cue(0, last, "verb") if named or noun else None


def unlisted_cue_before(tokens: Sequence[Token], words: Grammar) -> Cue | None:
    """Read a French verb that no list knows between a person and a colon: Léa ricoche :, le maire s'est levé :.

    It has no object, and behind an office, which an adjective may follow, it is reflexive or has an auxiliary.
    """
    last = len(tokens) - 2
    if last < 1 or tokens[-1].text != ":":
        return None
    first = _previous(tokens, last, words) + 1
    helper = tokens[first - 1].lower if first else ""
    reflexive = {token.lower for token in tokens[max(0, first - 2) : first]} & {"s'", "se"}
    if helper in _HELPERS and (reflexive or not helper.startswith(("est", "sont", "ét"))):
        first -= 1
        endings: tuple[str, ...] = _PAST
    elif reflexive or (first == last and tokens[first - 1].is_capital):
        endings = _PRESENT
    else:
        return None
    while first and tokens[first - 1].lower in _CLITICS:
        first -= 1
    return Cue(first, last, "verb") if first and _may_be_verb(tokens[last], endings, words) else None


def _may_be_verb(token: Token, endings: tuple[str, ...], words: Grammar) -> bool:
    word = token.lower
    if not word.isalpha() or token.is_capital or not word.endswith(endings) or len(word) < _SHORTEST_VERB:
        return False
    nouns = words.things | words.texts | words.works | words.bodies | words.times | words.time_nouns | words.answers
    plain = word not in nouns and not words.is_function_word(word) and not words.is_adverb(word)
    return plain and not words.is_part(word)


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
    return i < len(tokens) and (tokens[i].lower in words.determiners or tokens[i].lower in _OF)


def _over_circumstance(tokens: Sequence[Token], i: int, words: Grammar) -> int:
    """Step from ``i`` over a short phrase between an auxiliary and its participle: "a de son côté estimé"."""
    for k in range(i, max(0, i - _REACH), -1):
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
    for k in range(i, min(len(tokens), i + _REACH + 1)):
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
