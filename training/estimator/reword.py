"""Words put in the place of others by the thesaurus: such as say the same, and such as mislead.

A concept is meant where a word of it stands on one side of a pair, and another of its words on the other side.
"""

from __future__ import annotations

import functools
import random
from collections import defaultdict

from polyglot_news.align.segmentation import normal_form, segment
from polyglot_news.text import Span
from training.estimator.alter import Result, Sentence, cased, common_start
from training.thesaurus import concepts, forms_of

_TRANSLATES = 0.01  # from which probability a word may be a translation
_TRIES = 12
_TAKEN = (0.03, 0.3, 1.0)  # how often a word is taken that was seen next to none, one or both of its neighbours
_ELIDING = frozenset("aeiouyhàâéèêëîïôœùû")
_SENSES = 5  # concepts of a word that may stand for another one: one that has more is too vague
_PLAIN = 2  # words of a concept that are of the headword's kind, mostly
_ENDING = 2  # letters that French forms share at their ends


def meant(one: Sentence) -> list[tuple[Span, int]]:
    """Return the content words that are of a concept which the other side names, too, each with that concept."""
    there = _named_there(one)
    return [
        (word, number)
        for word in (one.words[i] for i in one.content())
        for number in sorted(_by_stem(one.language).get(normal_form(word.of(one.text), one.language), ()))
        if number in there
    ]


def mate(one: Sentence, rng: random.Random) -> Result | None:
    """Put another word of the same concept in the place of a word: it says about the same."""
    places = meant(one)
    for word, number in rng.sample(places, min(_TRIES, len(places))):
        old = word.of(one.text)
        if _senses(old, one.language) > _SENSES:
            continue
        lemma = _lemma(old.lower(), one.language)
        words = concepts()[number].words[one.language]
        mates = [
            new for new in words if new.lower() not in (lemma, old.lower()) and _senses(new, one.language) <= _SENSES
        ]
        if new := _fitting(one, word, mates, rng):
            return one.replace(word.start, word.end, cased(new, old))
    return None


def rival(one: Sentence, rng: random.Random) -> Result | None:
    """Put a word that the thesaurus says to mean something else in the place of a word."""
    places = meant(one)
    for word, number in rng.sample(places, min(_TRIES, len(places))):
        old = word.of(one.text)
        if new := _fitting(one, word, list(_rivals(number, one.language)), rng):
            said = [span.of(new) for span in segment(new, one.language)]
            if said and one.translates(said).max() < _TRANSLATES and not _named(one, new):
                return one.replace(word.start, word.end, cased(new, old))
    return None


def reworded(one: Sentence, rng: random.Random, most: int) -> str:
    """Return a sentence with up to so many words put in other words."""
    for _ in range(most):
        result = mate(one, rng)
        if result is None:
            break
        one = one.with_text(result[0])
    return one.text


def _senses(word: str, language: str) -> int:
    """Return of how many concepts a word is."""
    return len(_by_stem(language).get(normal_form(word, language), ()))


def _named_there(one: Sentence) -> set[int]:
    """Return the concepts that the other side names."""
    return {number for form in one.other for number in _by_stem(one.other_language).get(form, ())}


def _named(one: Sentence, new: str) -> bool:
    """Whether a word is of a concept that the other side names."""
    return not _named_there(one).isdisjoint(_by_stem(one.language).get(normal_form(new, one.language), ()))


def _fitting(one: Sentence, word: Span, words: list[str], rng: random.Random) -> str | None:
    """Return one of some lemmas in the form that the word has which it replaces, if it fits the neighbours."""
    place = one.words.index(word)
    before, after, old = one.before(place), one.after(place), word.of(one.text)
    for new in rng.sample(words, len(words)):
        form = _in_form_of(old, new, one.language)
        if form is None:
            continue
        parts = form.split() if one.language != "zh" else [form]
        if one.language == "fr" and (form[0].lower() in _ELIDING) != (old[0].lower() in _ELIDING):
            continue
        seen = one.neighbours.joined(before, parts[0]) + one.neighbours.joined(parts[-1], after)
        if rng.random() < _TAKEN[seen]:
            return form
    return None


def _in_form_of(old: str, lemma: str, language: str) -> str | None:
    """Return a lemma in the form that another word has (plural, past, feminine); a phrase only for a plain form."""
    if language == "zh":
        return lemma
    old, own = old.lower(), _lemma(old.lower(), language)
    if old == own:
        return lemma
    if " " in lemma:
        return None
    forms = [form for form in forms_of(lemma, language) if form != lemma]
    if language == "en":
        endings = [ending for ending in ("ing", "ed", "s") if old.endswith(ending)] or ["ed"]  # went, written
        fitting = [form for form in forms if form.endswith(endings[0])]
    elif old in (own + "s", own + "x"):
        fitting = [form for form in forms if form in (lemma + "s", lemma + "x")]
    else:
        ending = max((_common_ending(old, form) for form in forms), default=0)
        fitting = [form for form in forms if _common_ending(old, form) == ending] if ending >= _ENDING else []
    return min(fitting, key=lambda form: (len(form), form), default=None)


def _common_ending(one: str, other: str) -> int:
    return common_start(one[::-1], other[::-1])


@functools.cache
def _lemma(form: str, language: str) -> str:
    import simplemma

    return str(simplemma.lemmatize(form, lang=language)) if language != "zh" else form


@functools.cache
def _by_stem(language: str) -> dict[str, frozenset[int]]:
    """Return which concepts the words that are no phrases are of, by normal form."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, concept in enumerate(concepts()):
        for item in concept.words[language]:
            if len(segment(item, language)) == 1:
                for form in forms_of(item, language):
                    found[normal_form(form, language)].add(number)
    return {stem: frozenset(numbers) for stem, numbers in found.items()}


@functools.cache
def _by_headword() -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, concept in enumerate(concepts()):
        found[concept.words["en"][0]].append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}


@functools.cache
def _rivals(number: int, language: str) -> tuple[str, ...]:
    """Return what says something else than a concept; in French and Chinese, the plainest words of those concepts."""
    concept = concepts()[number]
    if language == "en":
        return concept.others
    own = set(concept.words[language])
    named = [
        word
        for other in concept.others
        for one in _by_headword().get(other, ())
        for word in concepts()[one].words[language][:_PLAIN]
    ]
    return tuple(dict.fromkeys(word for word in named if word not in own))
