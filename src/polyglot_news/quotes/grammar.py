"""What the attribution of English and French quotes needs to know of each language, ready for look-up."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import attrs

from polyglot_news.quotes.lexicon import sections
from polyglot_news.verbs import inflect_english, third_person

Phrases = dict[str, tuple[tuple[str, ...], ...]]
"""Phrases of several words by their first word, the longest first."""


@attrs.frozen(kw_only=True)
class Grammar:
    """Word lists of one language, in lower case with straight apostrophes.

    ``finite`` verbs can carry a sentence by themselves; ``participles`` need an auxiliary or a sentence to lean on;
    ``weak`` ones judge or think rather than say, ``objectless`` ones report only without an object, ``deeds`` are what
    a text does without saying it, ``outlets`` pass on what others say. The sections of the data files say what the
    other lists are.
    """

    french: bool
    finite: frozenset[str]
    participles: frozenset[str]
    gerunds: frozenset[str]
    infinitives: frozenset[str]
    verbs: frozenset[str]
    weak: frozenset[str]
    direct_only: frozenset[str]
    objectless: frozenset[str]
    deeds: frozenset[str]
    nouns: frozenset[str]
    verb_nouns: frozenset[str]
    plain_verbs: frozenset[str]
    adjectives: frozenset[str]
    phrases: Phrases
    source_phrases: Phrases
    provisos: Phrases
    taking_up: Phrases
    answers: frozenset[str]
    determiners: frozenset[str]
    honorifics: frozenset[str]
    particles: frozenset[str]
    pronouns: frozenset[str]
    relatives: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    not_adverbs: frozenset[str]
    links: frozenset[str]
    role_links: frozenset[str]
    prepositions: frozenset[str]
    subordinators: frozenset[str]
    times: frozenset[str]
    time_nouns: frozenset[str]
    roles: frozenset[str]
    bodies: frozenset[str]
    role_endings: tuple[str, ...]
    openers: frozenset[str]
    distance: tuple[str, ...]
    works: frozenset[str]
    things: frozenset[str]
    texts: frozenset[str]
    outlets: frozenset[str]
    complemented: frozenset[str]
    objectful: frozenset[str]
    naming: frozenset[str]
    modals: frozenset[str]
    manners: frozenset[str]

    def is_role(self, word: str) -> bool:
        """Whether a word names an office or a part that a person plays."""
        return word in self.roles or word.endswith(self.role_endings)

    def is_part(self, word: str) -> bool:
        """Whether a word is an office or a part, or its plural."""
        return self.is_role(word) or (word.endswith("s") and self.is_role(word[:-1]))

    def is_verb_noun(self, word: str) -> bool:
        """Whether a word is a noun that may also be a form of a verb of the lists, or a noun for something said."""
        return word in self.nouns or word in self.verb_nouns

    def is_preposition(self, word: str) -> bool:
        """Whether a word is a preposition."""
        return word in self.links or word in self.prepositions

    def is_function_word(self, word: str) -> bool:
        """Whether a word belongs to no noun phrase except at its head: a determiner, a pronoun, a conjunction."""
        closed = (self.determiners, self.pronouns, self.relatives, self.auxiliaries, self.subordinators)
        return self.is_preposition(word) or any(word in group for group in closed)

    def is_adverb(self, word: str) -> bool:
        """Whether a word (in lower case) may stand between a subject and its verb."""
        if word in self.adverbs:
            return True
        return len(word) > 4 and word.endswith("ment" if self.french else "ly") and word not in self.not_adverbs


@attrs.frozen
class _Forms:
    finite: set[str] = attrs.Factory(set)
    participles: set[str] = attrs.Factory(set)
    gerunds: set[str] = attrs.Factory(set)
    infinitives: set[str] = attrs.Factory(set)
    weak: set[str] = attrs.Factory(set)
    objectless: set[str] = attrs.Factory(set)
    deeds: set[str] = attrs.Factory(set)


def is_listed_office(word: str) -> bool:
    """Whether a word that may be a name, in lower case, is an English or French office; Chapman only ends like one."""
    return any(word in grammar(language).roles for language in ("en", "fr"))


@lru_cache(maxsize=2)
def grammar(language: str) -> Grammar:
    """Return the grammar of "en" or "fr"."""
    french = language == "fr"
    lists = sections(language)
    forms = _french_forms(lists) if french else _english_forms(lists)
    shared = (
        "direct_only nouns verb_nouns plain_verbs adjectives determiners honorifics particles pronouns relatives "
        "auxiliaries adverbs not_adverbs links role_links prepositions subordinators times time_nouns roles bodies "
        "answers openers works things texts outlets complemented objectful naming modals manners"
    )
    return Grammar(
        french=french,
        finite=frozenset(forms.finite),
        participles=frozenset(forms.participles),
        gerunds=frozenset(forms.gerunds),
        infinitives=frozenset(forms.infinitives),
        verbs=frozenset(forms.finite | forms.participles | forms.gerunds | forms.infinitives),
        weak=frozenset(forms.weak),
        objectless=frozenset(forms.objectless),
        deeds=frozenset(forms.deeds),
        phrases=_by_first_word(lists.get("phrases", ()), french),
        source_phrases=_by_first_word(lists["source_phrases"], french),
        provisos=_by_first_word(lists["provisos"], french),
        taking_up=_by_first_word(lists.get("taking_up", ()), french),
        role_endings=lists["role_endings"],
        distance=lists["distance"],
        **{name: frozenset(lists.get(name, ())) for name in shared.split()},
    )


def _by_first_word(phrases: Iterable[str], french: bool) -> Phrases:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple((phrase.replace("'", "' ") if french else phrase).split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(group, key=lambda words: (-len(words), words))) for first, group in found.items()}


def _english_forms(lists: dict[str, tuple[str, ...]]) -> _Forms:
    forms = _Forms()
    weak, deeds = frozenset(lists["weak"]), frozenset(lists["deeds"])
    for base in lists["verbs"]:
        third, past, gerund = inflect_english(base)
        _add_english(forms, (base, third, past, gerund), weak, deeds)
    for line in lists["irregular"]:
        _add_english(forms, tuple(line.split()), weak, deeds)
    return forms


def _add_english(forms: _Forms, verb: tuple[str, ...], weak: frozenset[str], deeds: frozenset[str]) -> None:
    """Add a verb: base, third person, past, perhaps another participle, -ing."""
    base, *others, gerund = verb
    forms.finite.update((base, *others))
    forms.participles.update(others[1:] or (base,))
    forms.gerunds.add(gerund)
    forms.infinitives.add(base)
    if base in weak:
        forms.weak.update(verb)
    if base in deeds:
        forms.deeds.update(verb)


def _french_forms(lists: dict[str, tuple[str, ...]]) -> _Forms:
    forms = _Forms()
    weak, objectless, deeds = (frozenset(lists[name]) for name in ("weak", "objectless", "deeds"))
    for infinitive in lists["er_verbs"]:
        finite, participle, gerund = third_person(infinitive)
        participles = (participle, participle + "e", participle + "s", participle + "es")
        forms.finite.update(finite)
        forms.participles.update(participles)
        forms.gerunds.add(gerund)
        forms.infinitives.add(infinitive)
        if infinitive in weak:
            forms.weak.update((*finite, *participles, gerund, infinitive))
        if infinitive in objectless:
            forms.objectless.update((*finite, *participles))
        if infinitive in deeds:
            forms.deeds.update((*finite, *participles, gerund, infinitive))
    for line in lists["irregular"]:
        verb = line.split()
        for form in verb:
            if form.endswith("ant"):
                forms.gerunds.add(form)
            elif form.endswith(("re", "ir")):
                forms.infinitives.add(form)
            else:
                if form.endswith(("t", "d", "a")):
                    forms.finite.add(form)  # what else is listed are participles: dite, admis, soutenu
                if form.endswith(("u", "ue", "is", "ise", "i", "ie", "it", "ite", "int", "é", "ée")):
                    forms.participles.add(form)
        if not weak.isdisjoint(verb):
            forms.weak.update(verb)
        if not objectless.isdisjoint(verb):
            forms.objectless.update(verb)
        if not deeds.isdisjoint(verb):
            forms.deeds.update(verb)
    in_phrases = set(lists["phrase_only"])
    for group in (forms.finite, forms.participles, forms.gerunds, forms.infinitives):
        group.difference_update(in_phrases)
    return forms
