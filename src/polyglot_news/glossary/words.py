"""Words as glossaries compare them: folded, cut, and in their plural."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import Literal

from polyglot_news.text import Span, fold_typography, in_simplified


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_TRADITIONAL = re.compile("tw|hk|hant|trad|taiwan|hong", re.IGNORECASE)  # zh-TW, Chinese (Hong Kong)
# A word, or any other sign that is not white space.
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
_JOINT = re.compile(r"(?<=\w)-(?=\w)")  # the hyphen of a compound
_ACCENTED_INITIAL = re.compile(r"\b[àâäçèéêëîïôöùûü](?=\w\w)")  # not that of à
_PLAIN = str.maketrans("àâäçèéêëîïôöùûü", "aaaceeeeiioouuu")
_BEFORE = re.compile(r"(\w+)[-‐‑]$")  # the hyphens of Unicode
_BEHIND = re.compile(r"[-‐‑](\w+)")
_LONGEST_WORD = 40  # characters that are looked at beside a hyphen
_BREAKS_EN = _words("of for to in on at by from with and or the against between")
_BREAKS_FR = _words("de du des d à au aux en pour sur contre entre par hors dans sans et ou l la le les un une")
_CLITICS_FR = _words("là ci t je tu il elle on nous vous ils elles ce le la les lui leur y en")
_RANKS = _words("vice under sub deputy sous")
_BEHIND_NOUN = _words("general concerned elect designate")
_OFFICERS = _words("major lieutenant brigadier")  # major generals, but secretaries-general
_INVARIABLE_EN = _words("police people news")
_PLURAL_EN = re.compile(r"\w\w[^aiosu]s$")
_OES = _words("veto embargo hero echo torpedo cargo mosquito volcano tornado potato tomato")
_FRENCH_X = ("eau", "au", "eu", "œu")
_FRENCH_BLEU = _words("pneu bleu landau sarrau émeu")
_FRENCH_OUX = _words("bijou caillou chou genou hibou joujou pou")
_FRENCH_ALS = _words("bal carnaval cérémonial chacal festival récital régal banal fatal final glacial natal naval")
_FRENCH_AIL = _words("bail corail émail soupirail travail vantail vitrail")
# First parts of compounds that have no plural: vice-présidents, couvre-feux.
_FIXED_FR = _words("vice sous contre porte couvre lance brise non ex anti avant arrière après auto demi semi mi inter")
# Endings without the e, under which both genders are known: conseillèr(e), directric(e), travailleus(e), nouvel(le).
_FEMININE = (
    ("iv", "if"), ("èr", "er"), ("èt", "et"), ("ric", "eu"), ("eus", "eu"), ("eur", "eu"), ("qu", "c"), ("eau", "el"),
)  # fmt: skip
# Other words than their feminine looks: a parti is no partie.
_NO_FEMININE = _words("parti port point droit vent plant grain fil rang")


def fold(text: str, language: str) -> str:
    """Fold what a language does not tell apart, one character for one.

    Typography (apostrophes, dashes, spaces, full-width forms); case; in Chinese the traditional characters.
    """
    text = in_simplified(fold_typography(text), language)
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def is_traditional(tag: str) -> bool:
    """Tell whether the tag or name of a language says that it is Chinese in traditional characters."""
    return _TRADITIONAL.search(tag) is not None


def case_of(text: str) -> Literal["small", "capitals", "mixed"]:
    """Return how a form is written: turkey, WHO, Turkey."""
    return "small" if text == text.lower() else "capitals" if text.isupper() else "mixed"


def without_initial_accents(folded: str, language: str) -> str:
    """Drop the accents of first letters, which French leaves out on capitals: État, Etat; one character for one."""
    if language != "fr" or folded.isascii():
        return folded
    return _ACCENTED_INITIAL.sub(lambda initial: initial[0].translate(_PLAIN), folded)


def in_compound(text: str, span: Span, language: str) -> bool:
    """Tell whether a stretch is a part of a word with a hyphen: *president* in *vice-president*.

    What an acronym or a name is joined to is none (*UN-backed*, *China-EU*), nor what goes before an English hyphen
    (*ceasefire-monitoring*) or a French pronoun (*dit-il*).
    """
    said = span.of(text)
    if language == "zh" or said.isupper():
        return False
    before = _BEFORE.search(text[max(0, span.start - _LONGEST_WORD) : span.start])
    if before and not before[1].isupper():
        are_names = before[1][0].isupper() and said[0].isupper() and before[1].lower() not in _RANKS
        return not are_names
    behind = _BEHIND.match(text, span.end, span.end + _LONGEST_WORD) if language == "fr" else None
    return behind is not None and behind[1] == behind[1].lower() and behind[1] not in _CLITICS_FR


def cut(text: str) -> list[Span]:
    """Return where the words and signs of a text in the Latin script stand."""
    return [Span(*match.span()) for match in _TOKEN.finditer(text)]


def tokens(folded: str) -> list[str]:
    """Return the words and signs of a folded text."""
    return _TOKEN.findall(folded)


def cut_compounds(text: str) -> list[Span]:
    """Return where the words and signs of a text stand, the hyphens in compounds left out: they often are."""
    joints = {joint.start() for joint in _JOINT.finditer(text)}
    return [span for span in cut(text) if span.start not in joints]


def variants(words: list[str], language: str) -> list[list[str]]:
    """Return a folded form, cut into words, and its regular plural: of the head alone, and of all that agrees with it.

    >>> variants(["head", "of", "state"], "en")
    [['head', 'of', 'state'], ['heads', 'of', 'state']]
    >>> variants(["accord", "commercial"], "fr")
    [['accord', 'commercial'], ['accords', 'commerciaux']]
    """
    if language == "fr":
        head = _head(words, _BREAKS_FR)
        plurals = [plural + words[head:] for plural in _plurals_fr(words[:head])]
    elif language == "en" and words:
        noun = _noun_en(words)
        plurals = [[*words[:noun], _plural_en(words[noun]), *words[noun + 1 :]]]
    else:
        plurals = []
    return [words, *(plural for plural in plurals if plural != words)]


def plurals(form: str, language: str) -> list[str]:
    """Return the regular plurals of a form, written as it is.

    >>> plurals("Accord commercial", "fr")
    ['Accords commerciaux']
    """
    spans = cut(form)
    folded = [fold(span.of(form), language) for span in spans]
    found = []
    for variant in variants(folded, language)[1:]:
        out, position = [], 0
        for span, old, new in zip(spans, folded, variant, strict=True):
            same = next((index for index, char in enumerate(old) if not new.startswith(char, index)), len(old))
            out += [form[position : span.start + same], new[same:]]
            position = span.end if old != new else span.start + same
        found.append("".join([*out, form[position:]]))
    return found


def number(text: str, forms: Iterable[str], language: str) -> Literal["singular", "plural"] | None:
    """Tell whether a text has one of several forms as it is or in its plural; None where the form may be either.

    >>> number("heads of state", ["head of state"], "en"), number("sanctions", ["sanctions"], "en")
    ('plural', None)
    """
    if language == "zh":
        return None
    words = _plain_words(text, language)
    known = [variants(_plain_words(form, language), language) for form in forms]
    bare = _without_hyphens(words)
    if all(bare != _without_hyphens(form) for form, *_ in known):
        return "plural"
    if any(bare == _without_hyphens(plural) for _, *plurals in known for plural in plurals):
        return "plural"
    nouns = words[: _head(words, _BREAKS_FR)] if language == "fr" else [words[_noun_en(words)]]
    return None if any(may_be_plural(noun, language) for noun in nouns) else "singular"


def may_be_plural(word: str, language: str) -> bool:
    """Tell whether a folded word looks like a plural; some are singular as well: *pays*, *means*."""
    if language == "fr":
        return word[-1:] in ("s", "x", "z")
    return language == "en" and (word in _INVARIABLE_EN or word.endswith("men") or bool(_PLURAL_EN.search(word)))


def _plain_words(text: str, language: str) -> list[str]:
    return tokens(without_initial_accents(fold(text, language), language))


def _without_hyphens(words: Iterable[str]) -> list[str]:
    return [word for word in words if word != "-"]


def _plurals_fr(words: list[str]) -> list[list[str]]:
    """Return the plurals of a noun with its adjectives: accords-cadres, vice-présidents."""
    every = [_plural_fr(word) for word in words]
    if "-" not in words:
        return [every]
    last = [word if follows == "-" else _plural_fr(word) for word, follows in zip(words, [*words[1:], ""], strict=True)]
    return [last] if words[0] in _FIXED_FR else [every, last]


def _noun_en(words: list[str]) -> int:
    """Return which word of an English form has the plural: heads of state, secretaries-general, passers-by."""
    noun = _head(words, _BREAKS_EN) - 1
    while noun > 0 and (words[noun] == "-" or (words[noun] in _BEHIND_NOUN and words[noun - 1] not in _OFFICERS)):
        noun -= 1
    return noun


def _head(words: list[str], breaks: frozenset[str]) -> int:
    """Return how many words stand before the first complement."""
    if breaks.isdisjoint(words):
        return len(words)
    return next((index for index, word in enumerate(words) if index and word in breaks), len(words))


@functools.lru_cache(maxsize=65536)
def _plural_en(word: str) -> str:
    if word in _INVARIABLE_EN or not word[-1].isalpha() or len(word) < 3 or _PLURAL_EN.search(word):
        return word
    if word.endswith("man"):
        return word[:-2] + "en"
    if word.endswith("sis"):
        return word[:-2] + "es"
    if word.endswith(("ch", "sh", "x", "z", "s")):
        return word + "es"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word in _OES else "s")


@functools.lru_cache(maxsize=65536)
def _plural_fr(word: str) -> str:
    if not word[-1].isalpha() or len(word) < 3 or word[-1] in "sxz":
        return word
    if word.endswith("al") and word not in _FRENCH_ALS:
        return word[:-1] + "ux"
    if word in _FRENCH_AIL:
        return word[:-2] + "ux"
    if (word.endswith(_FRENCH_X) and word not in _FRENCH_BLEU) or word in _FRENCH_OUX:
        return word + "x"
    return word + "s"


@functools.lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """Cut the regular endings of number, gender and possession off a folded word."""
    if len(word) < 4 or language == "zh":
        return word
    return _stem_fr(word) if language == "fr" else _stem_en(word)


def _stem_en(word: str) -> str:
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "zes", "sses", "oes")):
        return word[:-2]
    if word.endswith("ses"):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us")):
        return word[:-2] if word.endswith("sis") else word[:-1]
    return word[:-1] if word.endswith("se") else word


def _stem_fr(word: str) -> str:
    if word.endswith("aux") and not word.endswith("eaux") and len(word) > 4:
        return word[:-3] + ("ail" if word[:-3] + "ail" in _FRENCH_AIL else "al")
    word = word.rstrip("sx") or word
    if word.endswith("e") and len(word) > 3 and word[:-1] not in _NO_FEMININE:
        word = word[:-1]
    for double in ("nn", "ll", "tt"):
        if word.endswith(double):
            word = word[:-1]
    for feminine, masculine in _FEMININE:
        if word.endswith(feminine) and len(word) > 5:
            return word.removesuffix(feminine) + masculine
    return word
