"""The noun phrase before or after a verb, in English and French, without a parser.

Both languages build a subject in the same way: determiner, nouns and adjectives, "of"/"de" and what depends on it, then
perhaps an apposition or a relative clause between commas. Function words mark where it ends.
"""

from __future__ import annotations

from collections.abc import Sequence

from polyglot_news.quotes.cues import INVERTED, Cue
from polyglot_news.quotes.enumerations import AND, end_of_first_item, end_of_last_item
from polyglot_news.quotes.grammar import Grammar
from polyglot_news.quotes.tokens import BLANK, Token
from polyglot_news.quotes.verbal import is_finite_here, is_plural
from polyglot_news.verbs import is_infinitive

_MAX_PHRASE = 30
# What these open behind a comma tells how somebody speaks: all smiles; tout en précisant; toute sa famille à ses côtés.
_WHOLLY = frozenset(["all", "tout", "toute", "tous", "toutes"])
_MAX_APPOSITION = 40
_LONGEST_NAME = 5  # words
_LONGEST_RELATIVE = 24
# How the past tense of French ends, as hardly any noun or adjective does.
_PAST = ("a", "ait", "aient", "èrent", "irent", "urent")
_WHOSE = frozenset(["whose", "dont"])
_HAVING = frozenset(["ayant", "étant"])
# What opens another clause, in which somebody else may speak.
_CLAUSES = frozenset(["that", "because", "while", "when", "whom", "que", "qu'", "quand", "lorsque", "car"])
_DEFINITE = frozenset(["the", "its", "his", "her", "their", "our", "le", "la", "l'", "son", "sa", "leur", "notre"])
_BEFORE_OTHER = frozenset(["un", "une", "l'", "d'", "les", "des", "cet", "cette", "deux"])
_ALL = frozenset(["all", "both", "only", "even", "tous", "toutes"])
_PLURALS = frozenset(
    ["some", "many", "others", "both", "all", "several", "one", "another", "each", "few", "most", "autre", "autres",
     "certains", "certaines", "plusieurs", "tous"]
)  # fmt: skip
# What tells of the occasion or the manner of speaking, and of no office: in a statement, à l'issue de, avec fermeté.
_CIRCUMSTANCES = frozenset(
    ["answer", "beginning", "briefing", "conference", "end", "interview", "issue", "letter", "meeting", "message",
     "matter", "outset", "press", "question", "radio", "reply", "response", "situation", "smile", "speech", "start",
     "statement", "subject", "sidelines", "television", "time", "topic", "tv", "video", "antenne", "audience", "cours",
     "communiqué", "conférence", "courriel", "discours", "entretien", "fin", "journaliste", "journalistes",
     "lendemain", "lettre", "marge", "micro", "moment", "occasion", "point", "presse", "propos",
     "réponse", "réunion", "sortie", "suite", "sujet", "tribune", "télévision", "vidéo", "visite", "attente"]
)  # fmt: skip
Range = tuple[int, int]
"""First and last token of a phrase, both included."""


def subject_before(tokens: Sequence[Token], cue: Cue, words: Grammar) -> Range | None:
    """Return the subject that stands before a verb, with its apposition."""
    i = cue.first - 1
    while (
        i >= 0
        and (tokens[i].lower in words.auxiliaries or is_filler(tokens, i, words))
        and not _is_pronoun(tokens[i], words)
    ):
        i -= 1
    i = _over_time(tokens, i, words)
    found = phrase_ending_at(tokens, i, words)
    described = _before_relative(tokens, i, found, words)
    if described is not None:
        return described
    found = _behind_reference(tokens, found, words) if found is not None else None
    if i >= 0 and _is_pronoun(tokens[i], words):
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
        return head if head is not None and not _is_pronoun(tokens[head[0]], words) else None
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
    """Return a phrase with what stands behind it between two commas; the second one is at ``comma``."""
    mark = tokens[comma].text
    for k in range(comma - 2, max(0, comma - _MAX_APPOSITION), -1):
        if tokens[k].text in {".", ";", ":", "?", "!"}:
            return None
        if tokens[k].text != mark or tokens[k - 1].text == mark:
            continue
        first = tokens[k + 1].lower
        head = phrase_ending_at(tokens, k - 1, words)
        if head is None or tokens[head[1]].text.startswith(BLANK):
            continue
        if _is_circumstance(first, words):
            return head  # "Smith, in a statement, said"
        if words.french and first in words.relatives:
            return head
        if _opens_apposition(tokens, k + 1, words, limit=comma):
            return (_name_before(tokens, head, mark, words)[0], comma - 1)
        is_part = comma - k > 2 and _may_be_part(tokens, head[0], head[1], words)
        is_part = is_part or _has_role(tokens, head[0], head[1] + 1, words)
        if is_part and _end_of_names(tokens, k + 1, words) == comma:
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


def _is_circumstance(word: str, words: Grammar) -> bool:
    return word in words.prepositions or word in words.subordinators or word in words.gerunds or word in words.times


def _is_party(token: Token) -> bool:
    """Whether a token is a politician's party and state: R-Ky., D-N.Y."""
    return token.text[:2] in {"R-", "D-", "I-"} and token.text[-1] == "."


def _has_role(tokens: Sequence[Token], start: int, end: int, words: Grammar) -> bool:
    return any(words.is_role(token.lower) for token in tokens[start : min(end, start + 5)])


def _walk_left(tokens: Sequence[Token], i: int, words: Grammar) -> Range | None:
    last = i
    first: int | None = None
    while i >= 0 and last - i < _MAX_PHRASE and _may_belong(tokens, i, last, words):
        word = tokens[i].lower
        is_determiner = word in words.determiners and not _is_in_name(tokens, i, words)
        is_determiner = is_determiner and not _is_another(tokens, i, words)
        conjunction = i - 1 if is_determiner else i
        listed = _first_listed(tokens, conjunction, last, words)
        if listed is not None:
            first = i = listed
            continue
        if is_determiner and not (word in _PLURALS and first is None):
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


def _is_french_name(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a capital makes a name of a month or a day, which French writes small: Jean-Marc Avril, Mme Mars."""
    before = tokens[i - 1] if i else None
    return words.french and tokens[i].is_capital and before is not None and before.is_word


def _is_in_name(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a capital makes a small word a part of a name: Yves Le Goff."""
    if not 0 < i < len(tokens) - 1 or not tokens[i].is_capital or tokens[i].lower not in words.particles:
        return False
    return tokens[i - 1].is_word and tokens[i + 1].is_capital


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
    return tokens[i].lower in words.role_links and (words.is_role(before.lower) or _names_body(tokens, i, words))


def _names_body(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether "for" or "on" stands within the name of a body: the Institute | for | Fiscal Studies."""
    before = tokens[i - 1]
    named = tokens[i].lower in {"for", "on"} and i + 1 < len(tokens) and tokens[i + 1].is_capital
    return named and before.is_capital and before.lower in words.bodies


def _may_belong(tokens: Sequence[Token], i: int, last: int, words: Grammar) -> bool:
    """Whether a token can be part of a noun phrase that ends at ``last``."""
    token = tokens[i]
    word = token.lower
    if not token.is_word:
        return token.text in {"&", "-"} and i < last
    if word in AND:
        return 0 < i < last and (_joins(tokens, i, words) or _first_listed(tokens, i, last, words) is not None)
    if words.is_preposition(word):
        return i < last
    if word in words.determiners:
        linked = i > 0 and tokens[i - 1].lower in words.links  # "mother of three"
        return i < last or word in _PLURALS or linked or _is_another(tokens, i, words)
    if word in words.pronouns or word in words.auxiliaries or word in words.subordinators:
        return False
    if word in words.times and not _is_french_name(tokens, i, words):
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


def _joins(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether an "and" joins two parts of a noun phrase rather than two clauses."""
    before, after = tokens[i - 1], tokens[i + 1]
    if not before.is_word or words.is_preposition(before.lower):
        return False
    if before.lower in words.verbs and not (i > 1 and tokens[i - 2].lower in words.links | words.determiners):
        return False
    if before.is_capital or words.is_role(before.lower):
        if after.lower in words.determiners | words.links:
            return True
        return after.is_capital or _has_role(tokens, i + 1, len(tokens), words)
    return not after.is_capital and _has_role(tokens, i + 1, len(tokens), words)


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
    if _is_pronoun(tokens[i], words):
        return (i, i)
    nouns = 0
    named = False
    while i < len(tokens) and i - start < _MAX_PHRASE:
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
        end = _end_of_names(tokens, last + 2, words)
        named = end - last > 3 and (end == len(tokens) or _stops(tokens[end]))
        return end - 1 if named and _may_be_part(tokens, start, last, words) else last
    if any(tokens[k + 1].is_capital for k in roles if k < last):
        return last  # "minister Jane Doe"
    end = _end_of_names(tokens, last + 2, words)
    # Behind "the envoy" a single capital is a name; behind "the minister for trade" it may be a place.
    fewest = 1 if roles[-1] == last and not tokens[last].is_capital else 2
    named = end - last - 2 >= fewest and (end == len(tokens) or _stops(tokens[end]))
    return end - 1 if named else last


def _may_be_part(tokens: Sequence[Token], start: int, last: int, words: Grammar) -> bool:
    """Whether a noun that no list knows can be what somebody is, whom a whole name behind a comma names: the baker."""
    word = tokens[last].lower
    known = words.things | words.texts | words.works | words.bodies | words.outlets | words.nouns | words.time_nouns
    definite = tokens[start].lower in _DEFINITE and start < last and not tokens[last].is_capital
    linked = any(words.is_preposition(token.lower) for token in tokens[start:last])
    return definite and not linked and word not in known and word.isalpha() and not word.endswith(("s", "tion", "ty"))


def _end_of_names(tokens: Sequence[Token], first: int, words: Grammar) -> int:
    """Return the token behind the name that begins at ``first``, particles included: Ursula von der Leyen."""
    end = first
    while (
        end < len(tokens)
        and end - first < _LONGEST_NAME
        and (tokens[end].is_capital or (end > first and tokens[end].lower in words.particles))
    ):
        end += 1
    while end > first and not tokens[end - 1].is_capital:
        end -= 1
    return end


def _stands_for_noun(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a determiner is a pronoun here: "several of his", "l'une des"."""
    following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if _is_another(tokens, i, words):
        return True
    return tokens[i].lower in _PLURALS or (tokens[i].lower in {"un", "une"} and following in words.links)


def _lacks_noun(tokens: Sequence[Token], start: int, last: int, end: int, words: Grammar) -> bool:
    """Whether a determiner ends a phrase without a noun: said | another, ajoute | un autre."""
    if words.french:
        return _is_another(tokens, last, words)
    alone = all(token.lower in words.determiners for token in tokens[start:last])
    return last == end - 1 and tokens[last].lower in _PLURALS and alone


def _is_another(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether no noun follows "un autre": un autre | ajoute, l'autre."""
    alone = tokens[i].lower in {"d'autres", "certains", "certaines"}
    if not alone and not (tokens[i].lower in {"autre", "autres"} and i and tokens[i - 1].lower in _BEFORE_OTHER):
        return False
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None or not following.is_word or words.is_preposition(following.lower):
        return True
    return following.lower in words.finite or following.lower in words.auxiliaries


def _may_follow(tokens: Sequence[Token], i: int, words: Grammar, nouns: int, named: bool) -> bool:
    """Whether a noun phrase that is being read from the left goes on with token ``i``."""
    token = tokens[i]
    word = token.lower
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if _is_in_name(tokens, i, words):
        return True
    if word in words.determiners:
        if _is_another(tokens, i, words):
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
        if _names_body(tokens, i, words) and following.lower not in words.times:
            return True
        if word in words.links:
            return True
        return word in words.role_links and role and not _opens_circumstance(tokens, i, words)
    if word in AND:
        return nouns > 0 and following is not None and (following.is_capital or _joins(tokens, i, words))
    if word in words.pronouns or word in words.relatives or word in words.subordinators:
        return False
    if word in words.times and not _is_french_name(tokens, i, words):
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
    while end + 2 < len(tokens) and tokens[end + 1].text == "," and _opens_apposition(tokens, end + 2, words):
        opening = tokens[end + 2]
        if words.french and opening.lower in words.relatives | {"dont"}:
            break  # what somebody did is no part of the name
        if extended and opening.lower not in words.relatives and opening.lower not in {"whose", "dont"}:
            break
        k = end + 2
        while k < len(tokens) and k - end < _MAX_APPOSITION and not _stops(tokens[k]):
            if tokens[k].text == "(":
                k = next((j for j in range(k, min(len(tokens), k + 8)) if tokens[j].text == ")"), k)
            k += 1
        if closed and (k == len(tokens) or tokens[k].text != ","):
            break
        if k == len(tokens) and opening.lower in words.relatives:
            break  # the clause runs on into a quote: the envoy, who said that it was “…”
        end = k - 1
        extended = not (opening.text.isdigit() or _is_party(opening))
    return end


def _stops(token: Token) -> bool:
    return token.text in {",", ".", ";", ":", "—", "–", "!", "?", ")"} or token.text.startswith(BLANK)


def _opens_apposition(tokens: Sequence[Token], i: int, words: Grammar, limit: int | None = None) -> bool:
    """Whether the words after a comma go on about the name before it."""
    end = len(tokens) if limit is None else limit
    word = tokens[i].lower
    if word in words.relatives or word in {"whose", "dont"} or word.isdigit() or _is_party(tokens[i]):
        return True
    if word in words.determiners:
        return word not in _WHOLLY
    if word in {"now", "then", "formerly"} and i + 1 < end:
        return tokens[i + 1].lower in words.determiners or words.is_role(tokens[i + 1].lower)
    if _is_circumstance(word, words) or word in words.auxiliaries or is_finite_here(tokens, i, words):
        return False
    return _has_role(tokens, i, min(end, i + 3) if tokens[i].is_capital else end, words)
