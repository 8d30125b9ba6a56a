"""Which noun phrase of a frame is the speaker of a cue, in English and French."""

from __future__ import annotations

from collections.abc import Sequence

from polyglot_news.quotes.agreement import can_mean
from polyglot_news.quotes.circumstances import behind_circumstances
from polyglot_news.quotes.cue import Cue, phrase_at
from polyglot_news.quotes.enumerations import AND
from polyglot_news.quotes.grammar import Grammar
from polyglot_news.quotes.phrase import Range
from polyglot_news.quotes.phrase_before import phrase_ending_at
from polyglot_news.quotes.phrase_behind import phrase_starting_at
from polyglot_news.quotes.subject_before import subject_before
from polyglot_news.quotes.tokens import BLANK, Token
from polyglot_news.quotes.verbal import is_finite_here, is_plural, looks_past

_CITES = frozenset(["citing", "cites", "cited", "quoting", "quotes", "quoted", "citant", "cite", "citait"])
_BEFORE_CITES = frozenset([",", "which", "qui"])
_CITED_WITHIN = 4
_WHOM = frozenset(["whom", "which", "lequel", "laquelle", "lesquels", "lesquelles"])
_POSSESSIVES = frozenset(["his", "her", "their", "its", "son", "sa", "ses", "leur", "leurs"])
_TONIC = frozenset(["him", "them", "lui", "eux"])
_OBJECTS = frozenset(["him", "her", "them"])
_LIKE = frozenset(["as", "comme"])
_OPENING_CLAUSE = frozenset(["that", "whom", "whose", "que", "qu'", "dont", "lequel", "laquelle"])
_COMPARING = frozenset(["as", "than", "nor", "so", "comme", "ni", "or"])
_COORDINATING = frozenset(["and", "but", "or", "yet", "et", "mais", "car", "donc"])
_JOINING = _COORDINATING - {"yet"}  # "had yet to return"
_CLITICS = frozenset(["n'", "ne", "s'", "se", "l'", "lui", "leur", "y", "en"])
_OPENINGS = frozenset([("sans", "doute"), ("à", "peine"), ("au", "moins"), ("en", "vain")])
_PARTICLES = frozenset(["back", "off", "out", "up"])
_WITH_IN = frozenset(["chimed", "chimes", "cut", "cuts", "weighed", "weighs"])
_LONGEST_PROVISO = 12
_FUTURE = ("ra", "ront", "rait", "raient")
_BY = frozenset(["by", "par"])
_THAT = frozenset(["that", "que", "qu'"])
_AS_FOR = frozenset(["Côté", "Niveau", "Question"])
_ASKING = frozenset(["pourquoi", "comment", "combien", "why", "how", "when", "where"])
_AGENTS = frozenset(["by", "from", "of", "par", "de", "du"])


def is_pronoun(tokens: Sequence[Token], phrase: Range, words: Grammar) -> bool:
    """Whether a phrase is a pronoun (or the possessive of one)."""
    word = tokens[phrase[0]].lower
    return phrase[0] == phrase[1] and (word in words.pronouns or word in _POSSESSIVES or word in _TONIC)


def choose_cue(tokens: Sequence[Token], cues: Sequence[Cue], words: Grammar) -> Cue | None:
    """Choose the cue that a quote at the end of the frame depends on.

    The last verb of saying, before verbs of judging and thinking ("said he thought it was “…”"), unless such a verb has
    a subject of its own and leads right up to the quote ("said it was what Smith called “…”").
    """
    verbs = [cue for cue in cues if cue.kind != "noun"]
    verbs = [cue for cue in verbs if not _in_proviso(tokens, cue, words)] or verbs
    if any(cue.kind != "source" and not cue.weak for cue in verbs):
        verbs = [cue for cue in verbs if not _names_outlet(tokens, cue, words)]
    verbs = [cue for cue in verbs if not _is_urged(cue, verbs) and not _is_foretold(tokens, cue, verbs, words)]
    verbs = [cue for cue in verbs if not _is_reported_deed(tokens, cue, verbs)]
    if not verbs:
        return cues[-1] if cues else None
    last = verbs[-1]
    sayings = [cue for cue in verbs if not cue.weak]
    # "said anybody who complains “…”": a relative clause does not reach as far as the quote.
    plain = [cue for cue in sayings if not _in_relative_clause(tokens, cue, words) or len(tokens) - cue.last <= 3]
    saying = (plain or sayings or [last])[-1]
    if saying is last:
        return last
    if last.kind == "verb" and len(tokens) - last.last <= 5:
        subject = subject_before(tokens, last, words)
        if subject is not None and not is_pronoun(tokens, subject, words) and subject[0] > saying.last + 1:
            return last
    return saying


def _is_urged(cue: Cue, verbs: Sequence[Cue]) -> bool:
    """Whether an infinitive is what somebody is to do rather than to say: called on Paris | to honour …."""
    deed = cue.kind == "infinitive" and cue.weak
    return deed and any(other.kind == "verb" and other.last < cue.first for other in verbs)


def _is_foretold(tokens: Sequence[Token], cue: Cue, verbs: Sequence[Cue], words: Grammar) -> bool:
    """Whether a verb tells what somebody will do, as another one reports: recalling that | the board will decide …."""
    if cue.kind != "verb" or not _is_ahead(tokens, cue, words):
        return False
    subject = subject_before(tokens, cue, words)
    start = subject[0] if subject is not None else cue.first
    reported = (other for other in verbs if other.last < start and other.kind != "source")
    return any(_leads_to(tokens, other.last + 1, start, words) for other in reported)


def _is_reported_deed(tokens: Sequence[Token], cue: Cue, verbs: Sequence[Cue]) -> bool:
    """Whether a passive without an agent is part of what another verb reports: X admet que l'alerte | a été relevée."""
    if cue.kind != "passive" or any(token.lower in _BY for token in tokens[cue.last + 1 : cue.last + 6]):
        return False
    reported = (other for other in verbs if other.kind == "verb" and other.last < cue.first)
    return any(tokens[other.last + 1].lower in _THAT for other in reported)


def _is_ahead(tokens: Sequence[Token], cue: Cue, words: Grammar) -> bool:
    """Whether a verb is of the future or conditional, or behind a modal."""
    if words.french:
        alone = cue.first == cue.last and tokens[cue.last].lower.endswith(_FUTURE)
        return alone or tokens[cue.first].lower in words.modals
    return tokens[cue.first].lower in words.modals


def _leads_to(tokens: Sequence[Token], first: int, last: int, words: Grammar) -> bool:
    """Whether nothing parts a verb from what it reports but "that", whom it tells it to, and adverbs."""
    between = tokens[first:last]
    if not all(token.is_word for token in between) or any(token.lower in _JOINING for token in between):
        return False
    return not words.french or any(token.lower in {"que", "qu'"} for token in between)


def _names_outlet(tokens: Sequence[Token], cue: Cue, words: Grammar) -> bool:
    """Whether a source phrase names an agency, which passes on what another verb of the sentence reports."""
    if cue.kind != "source" or cue.last + 1 >= len(tokens):
        return False
    named = phrase_starting_at(tokens, cue.last + 1, words)
    return named is not None and is_outlet(tokens, named, words)


def _in_proviso(tokens: Sequence[Token], cue: Cue, words: Grammar) -> bool:
    """Whether a cue stands in a clause like "as far as Smith knew", or one like "as she put it", whose "she" speaks."""
    if cue.first > 1 and tokens[cue.first - 2].lower in _LIKE and tokens[cue.first - 1].lower in words.pronouns:
        return True
    for k in range(cue.first - 1, max(-1, cue.first - _LONGEST_PROVISO), -1):
        if not tokens[k].is_word:
            return False
        if phrase_at(tokens, k, words.provisos) is not None:
            return True
    return False


def _in_relative_clause(tokens: Sequence[Token], cue: Cue, words: Grammar) -> bool:
    return cue.first > 0 and tokens[cue.first - 1].lower in words.relatives | {"that", "which"}


def in_subordinate(tokens: Sequence[Token], cue: Cue, words: Grammar) -> bool:
    """Whether a verb belongs to a relative clause or one after "that", perhaps with a subject: dont l'Europe dit."""
    if _in_relative_clause(tokens, cue, words):
        return True
    subject = subject_before(tokens, cue, words)
    opening = tokens[subject[0] - 1].lower if subject is not None and subject[0] else ""
    circumstance = opening in words.subordinators and opening not in _COORDINATING | _COMPARING
    return opening in _OPENING_CLAUSE or opening in words.relatives or circumstance


def is_told(tokens: Sequence[Token], cue: Cue, sayings: Sequence[Cue]) -> bool:
    """Whether nothing parts a verb from one before it, whose speaker tells of it: Kim said | Seoul had promised …."""
    before = next((other for other in reversed(sayings) if other.last < cue.first), None)
    if before is None:
        return False
    between = tokens[before.last + 1 : cue.first]
    return bool(between) and all(token.is_word and token.lower not in _JOINING for token in between)


def speaker_before(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue], words: Grammar) -> Range | None:
    """Return the speaker of a cue in the frame that leads up to a quote.

    Args:
        tokens: the frame.
        cue: the chosen cue.
        cues: all cues of the frame, for verbs that share the subject of an earlier one.
        words: the grammar.
    """
    if cue.quoted is not None:
        return cue.quoted
    if cue.pronoun is not None:
        return doubled_subject(tokens, cue, words) or (cue.pronoun, cue.pronoun)
    if cue.kind == "source":
        return _source(tokens, cue, words)
    if cue.kind == "noun":
        return _possessor(tokens, cue, words)
    if cue.kind == "passive":
        ahead = range(cue.last + 1, min(len(tokens), cue.last + 6))
        agent = next((k for k in ahead if tokens[k].lower in {"by", "par"}), None)
        return phrase_starting_at(tokens, agent + 1, words) if agent is not None else None
    found = _accompanying(tokens, cue, words) if cue.kind == "gerund" else None
    if cue.kind == "verb":
        if words.french and _closes_quote(tokens, cue):
            found = speaker_after(tokens, cue, words)
        found = found or _coordinated_subject(tokens, cue, words) or subject_before(tokens, cue, words)
        if found is None and (words.french or cue.first == 0) and not _shares_subject(tokens, cue):
            found = speaker_after(tokens, cue, words)
    elif found is None and (cue.kind == "infinitive" or _leans_on_name(tokens, cue, words)):
        # "led Mr. Ivans to say", "footage of Mr. Trump saying"
        before = cue.first - 2 if cue.kind == "infinitive" else cue.first - 1
        if before >= 0 and tokens[before].is_capital and tokens[before].lower not in words.openers:
            found = _last_name(tokens, before, words)
        elif cue.kind == "infinitive" and words.french:
            found = _narrated(tokens, before, words)
    elif cue.kind == "gerund" and words.french:
        found = _absolute_subject(tokens, cue, words)
    if found is not None:
        return found
    earlier = [other for other in cues if other.last < cue.first and other.kind == "verb"]
    outside = [other for other in earlier if not _in_relative_clause(tokens, other, words)] or earlier
    chosen = next((other for other in reversed(outside) if not other.weak), outside[-1] if outside else None)
    if chosen is not None:
        return speaker_before(tokens, chosen, [other for other in earlier if other.last < chosen.first], words)
    return leading_subject(tokens, words)


def _absolute_subject(tokens: Sequence[Token], cue: Cue, words: Grammar) -> Range | None:
    """Return the subject of a French participle where a comma parts both from the rest: …, l'opposition | dénonçant."""
    found = phrase_ending_at(tokens, cue.first - 1, words) if cue.first and tokens[cue.first - 1].is_word else None
    if found is None or not found[0] or tokens[found[0] - 1].text != ",":
        return None
    return found if tokens[found[0]].lower in words.determiners else None


def _source(tokens: Sequence[Token], cue: Cue, words: Grammar) -> Range | None:
    """Return whom a source phrase names, or whom the agency that it names cites: selon Reuters, qui cite | un élu."""
    if cue.last + 1 < len(tokens) and tokens[cue.last + 1].lower in _WHOM and cue.first > 1:
        return phrase_ending_at(tokens, cue.first - 2, words)  # the police, according to whom
    named = phrase_starting_at(tokens, cue.last + 1, words)
    if named is None or not is_outlet(tokens, named, words):
        return phrase_starting_at(tokens, cue.last + 1, words, closed=True)
    for k in range(named[0] + 1, min(len(tokens) - 1, named[1] + _CITED_WITHIN)):
        if tokens[k].lower in _CITES and tokens[k - 1].text in _BEFORE_CITES:
            return phrase_starting_at(tokens, k + 1, words, closed=True) or named
    return named


def is_outlet(tokens: Sequence[Token], phrase: Range, words: Grammar) -> bool:
    """Whether a phrase names an agency, a newspaper or a station, which passes on what others say."""
    named = tokens[phrase[0] : phrase[1] + 1]
    spokesman = any(words.is_role(token.lower) and token.lower not in words.outlets for token in named)
    return not spokesman and any(token.lower in words.outlets for token in named)


def doubled_subject(tokens: Sequence[Token], cue: Cue, words: Grammar) -> Range | None:
    """Return the phrase that the pronoun of an inverted verb takes up: Aussi la ministre a-t-elle rappelé."""
    last = cue.first - 1
    while last > 0 and tokens[last].lower in _CLITICS:
        last -= 1
    if cue.pronoun is None or last < 0 or not tokens[last].is_word:
        return None
    opening = 2 if tuple(token.lower for token in tokens[:2]) in _OPENINGS else 0
    if opening == 0 and tokens[0].lower in words.openers and tokens[0].lower in words.adverbs:
        opening = 1
    found = phrase_ending_at(tokens[opening:], last - opening, words)
    if found is None:
        return None
    first, last = found[0] + opening, found[1] + opening
    hangs = first > opening and words.is_preposition(tokens[first - 1].lower)  # en mars a-t-il dit
    if hangs or is_pronoun(tokens, (first, last), words):
        return None
    naming = " ".join(token.text for token in tokens[first : last + 1])
    return (first, last) if can_mean(tokens[cue.pronoun].lower.rsplit("-", 1)[-1], naming, "fr") else None


def _closes_quote(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether a verb stands behind a quote and a comma, so that its subject follows: « … », a dit Anne Roche."""
    return cue.first > 1 and tokens[cue.first - 1].text == "," and tokens[cue.first - 2].text.startswith(BLANK)


def _narrated(tokens: Sequence[Token], last: int, words: Grammar) -> Range | None:
    """Return the subject of an infinitive that tells the next thing said: Et la ministre d'ajouter : « … »."""
    found = phrase_ending_at(tokens, last, words)
    if found is None or any(token.lower not in words.openers for token in tokens[: found[0]]):
        return None
    return found


def _accompanying(tokens: Sequence[Token], cue: Cue, words: Grammar) -> Range | None:
    """Return the subject of a gerund behind a comma and "with": Shares fell, with | the governor | saying that …."""
    found = phrase_ending_at(tokens, cue.first - 1, words)
    opening = found[0] - 1 if found is not None else -1
    clause = opening == 0 or (opening > 0 and tokens[opening - 1].text == ",")
    return found if clause and tokens[opening].lower == "with" else None


def _last_name(tokens: Sequence[Token], last: int, words: Grammar) -> Range:
    first = last
    while first > 0 and tokens[first - 1].is_capital and tokens[first - 1].lower not in words.openers | AND:
        first -= 1
    return (first, last)


def _coordinated_subject(tokens: Sequence[Token], cue: Cue, words: Grammar) -> Range | None:
    """Return the pronoun that a second verb shares: "I laughed and said"."""
    if not cue.first or tokens[cue.first - 1].lower not in {"and", "but", "et", "mais"}:
        return None
    for k in range(cue.first - 2, max(-1, cue.first - 8), -1):
        if not tokens[k].is_word or tokens[k].lower in words.prepositions or tokens[k].lower in words.subordinators:
            return None
        if tokens[k].lower in words.pronouns:
            return (k, k)
    return None


def _shares_subject(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether a verb is joined to one before it, so that its object follows: le maire a écouté | et demande | un débat.

    The *et* that opens a sentence joins nothing: Et ajoute le maire.
    """
    return cue.first > 1 and tokens[cue.first - 1].lower in _JOINING


def _leans_on_name(tokens: Sequence[Token], cue: Cue, words: Grammar) -> bool:
    k = cue.first - 1
    while k > 0 and tokens[k].is_capital:
        k -= 1
    return k < cue.first - 1 and k >= 0 and tokens[k].lower in words.prepositions | words.verbs


def speaker_after(tokens: Sequence[Token], cue: Cue, words: Grammar) -> Range | None:
    """Return the subject behind an inverted verb or a source phrase, over what may stand between them."""
    if cue.quoted is not None:
        return cue.quoted
    if cue.pronoun is not None:
        return (cue.pronoun, cue.pronoun)
    behind = cue.last + 1
    alone = behind + 1 == len(tokens) or (behind < len(tokens) and not tokens[behind + 1].is_word)
    if cue.kind == "source" and alone and tokens[behind].lower in _OBJECTS:
        return (behind, behind)  # "…", according to her.
    behind += _has_particle(tokens, cue, words)
    start = behind_circumstances(tokens, behind, words, inverted=words.french and cue.kind != "source")
    if start < len(tokens) and tokens[start].lower in _ASKING:
        return None  # « … » diront pourquoi
    return phrase_starting_at(tokens, start, words)


def _has_particle(tokens: Sequence[Token], cue: Cue, words: Grammar) -> bool:
    """Whether a particle that belongs to an English verb goes before its subject: hit back | Ann Roe."""
    if words.french or cue.kind != "verb" or cue.last + 1 == len(tokens):
        return False
    particle = tokens[cue.last + 1].lower
    return particle in _PARTICLES or (particle == "in" and tokens[cue.last].lower in _WITH_IN)


def leading_subject(tokens: Sequence[Token], words: Grammar) -> Range | None:
    """Return the subject of a sentence: its first phrase that no preposition or conjunction opens.

    The topic of a headline, which is no clause and ends with a colon, is none.
    """
    colon = next((k for k, token in enumerate(tokens[:-1]) if token.text == ":"), -1)
    is_clause = any(
        token.lower in words.auxiliaries or token.lower in words.pronouns or token.lower in words.finite
        for token in tokens[:colon]
    )
    start = 0 if is_clause else colon + 1
    while start < len(tokens):
        first = tokens[start].lower
        if first in _COORDINATING:
            start += 1
            continue
        circumstance = first in words.prepositions or first in words.subordinators or first in words.gerunds
        circumstance = circumstance or first in words.relatives  # "On the levy, which angers many, Ms Roy …"
        circumstance = circumstance or (words.french and tokens[start].text == "A")  # capitals may lack their accents
        circumstance = circumstance or (words.french and _names_topic(tokens[start:], words))
        if circumstance or tokens[start].text[0].isdigit():
            comma = next((k for k in range(start, len(tokens)) if tokens[k].text == ","), None)
            if comma is None:
                # "On May 6 they published"
                pronoun = next(
                    (k for k in range(start, min(len(tokens), start + 6)) if tokens[k].lower in words.pronouns), None
                )
                return (pronoun, pronoun) if pronoun is not None else None
            start = _behind_office(tokens, comma + 1, words)
        elif first in words.openers or not tokens[start].is_word:
            start += 1
        elif (first in words.auxiliaries and not words.french) or is_finite_here(tokens, start, words):
            return None  # "There is one line"
        else:
            found = phrase_starting_at(tokens, start, words)
            return _before_verb(tokens, found, words) if found is not None else None
    return None


def _names_topic(tokens: Sequence[Token], words: Grammar) -> bool:
    """Whether a noun without an article only names what a sentence is about: Côté vaccins, | le maire rassure."""
    topic = tokens[0].text in _AS_FOR and len(tokens) > 1 and tokens[1].is_word
    return topic and tokens[1].lower not in words.links


def _behind_office(tokens: Sequence[Token], start: int, words: Grammar) -> int:
    """Step over the office of whom a circumstance names: Avec Anne Roche, présidente du port, | le maire a signé."""
    if start == len(tokens) or tokens[start].is_capital or tokens[start].lower.endswith("s"):
        return start
    if not words.is_role(tokens[start].lower):
        return start
    return next((k + 1 for k in range(start, len(tokens)) if tokens[k].text == ","), start)


def _before_verb(tokens: Sequence[Token], phrase: Range, words: Grammar) -> Range:
    """Cut a phrase off before the verb that it has been read over: The company | ignored warnings."""
    first, last = phrase
    for k in range(first + 1, last + 1):
        if tokens[k].lower in words.relatives:
            break
        if is_finite_here(tokens, k, words) or looks_past(tokens, k, words) or _acts(tokens, k, words):
            return (first, k - 1 if tokens[k - 1].is_word else k - 2)
    return phrase


def _acts(tokens: Sequence[Token], i: int, words: Grammar) -> bool:
    """Whether a word behind somebody is a verb that no list knows: Pékin brandit la menace, le maire rend aussi."""
    word = tokens[i].lower
    if i + 1 >= len(tokens) or tokens[i].is_capital or not word.isalpha():
        return False
    actor = tokens[i - 1].is_capital or words.is_part(tokens[i - 1].lower)
    is_verb = actor and not words.is_part(word) and not words.is_function_word(word)
    following = tokens[i + 1].lower
    return is_verb and (following in words.determiners or (words.french and following in words.adverbs))


def _is_matter(phrase: Sequence[Token], words: Grammar) -> bool:
    """Whether a noun behind "of" only tells what is claimed: an allegation of | torture, une accusation de | fraude."""
    word = phrase[0].lower
    named = phrase[0].is_capital or words.is_part(word) or word in words.bodies or word in words.determiners
    return len(phrase) == 1 and not named and not is_plural(phrase[0])


def _possessor(tokens: Sequence[Token], cue: Cue, words: Grammar) -> Range | None:
    """Return whose statement a noun speaks of: "Smith's claim", "a statement by Smith", "in a letter, Smith"."""
    for k in range(cue.first - 1, max(-1, cue.first - 4), -1):
        if tokens[k].lower.endswith(("'s", "s'")) and tokens[k].is_word:
            return phrase_ending_at(tokens, k, words)
        if tokens[k].lower in _POSSESSIVES:
            return (k, k)
    if cue.last + 1 < len(tokens) and tokens[cue.last + 1].lower in _AGENTS:
        agent = phrase_starting_at(tokens, cue.last + 2, words)
        if agent is not None and not _is_matter(tokens[agent[0] : agent[1] + 1], words):
            return agent
    subject = leading_subject(tokens, words)
    return None if subject is not None and subject[0] <= cue.first <= subject[1] else subject  # “The row went on”
