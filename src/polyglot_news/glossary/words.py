"""Words as glossaries compare them: folded, cut, and in their plural."""

from __future__ import annotations

import functools
import re

from polyglot_news.text import Span, fold_typography, in_simplified


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# A word, or any other sign that is not white space.
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
_BREAKS_EN = _words("of for to in on at by from with and or the against between")
_BREAKS_FR = _words("de du des d à au aux en pour sur contre entre par hors dans sans et ou l la le les un une")
_INVARIABLE_EN = _words("police people forces affairs means species series news")
_FRENCH_X = ("eau", "au", "eu", "œu")
_FRENCH_BLEU = _words("pneu bleu landau sarrau émeu")
_FRENCH_OUX = _words("bijou caillou chou genou hibou joujou pou")
_FRENCH_ALS = _words("bal carnaval cérémonial chacal festival récital régal banal fatal final glacial natal naval")
_FRENCH_AIL = _words("bail corail émail soupirail travail vantail vitrail")


def fold(text: str, language: str) -> str:
    """Fold what a language does not tell apart, one character for one.

    Typography (apostrophes, dashes, spaces, full-width forms); case; in Chinese the traditional characters.
    """
    text = in_simplified(fold_typography(text), language)
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def cut(text: str) -> list[Span]:
    """Return where the words and signs of a text in the Latin script stand."""
    return [Span(*match.span()) for match in _TOKEN.finditer(text)]


def tokens(folded: str) -> list[str]:
    """Return the words and signs of a folded text."""
    return _TOKEN.findall(folded)


def variants(words: list[str], language: str) -> list[list[str]]:
    """Return a folded form, cut into words, and its regular plural: of the head alone, and of all that agrees with it.

    >>> variants(["head", "of", "state"], "en")
    [['head', 'of', 'state'], ['heads', 'of', 'state']]
    >>> variants(["accord", "commercial"], "fr")
    [['accord', 'commercial'], ['accords', 'commerciaux']]
    """
    if language == "fr":
        head = _head(words, _BREAKS_FR)
        plurals = [[_plural_fr(word) for word in words[:head]] + words[head:]]
        if "-" in words[:head]:  # vice-présidents, but chefs-lieux
            plurals.append([word if follows == "-" else _plural_fr(word) for word, follows in _pairs(words[:head])])
            plurals[-1] += words[head:]
    elif language == "en":
        head = _head(words, _BREAKS_EN)
        plurals = [[*words[: head - 1], _plural_en(words[head - 1]), *words[head:]]] if head else []
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


def _pairs(words: list[str]) -> zip[tuple[str, str]]:
    return zip(words, [*words[1:], ""], strict=True)


def _head(words: list[str], breaks: frozenset[str]) -> int:
    """Return how many words stand before the first complement."""
    return next((index for index, word in enumerate(words) if index and word in breaks), len(words))


@functools.lru_cache(maxsize=65536)
def _plural_en(word: str) -> str:
    if word in _INVARIABLE_EN or not word[-1].isalpha() or len(word) < 3:
        return word
    if word.endswith("man"):
        return word[:-2] + "en"
    if word.endswith("sis"):
        return word[:-2] + "es"
    if word.endswith(("ch", "sh", "x", "z", "s")):
        return word + "es"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith("o") and word[-2] not in "aeiou":
        return word + "es"
    return word + "s"


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
    if word.endswith("aux") and len(word) > 4:
        return word[:-3] + ("au" if word.endswith("eaux") else "al")
    word = word.rstrip("sx") or word
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    for double in ("nn", "ll", "tt"):
        if word.endswith(double):
            word = word[:-1]
    return word[:-1] + "f" if word.endswith("iv") else word
