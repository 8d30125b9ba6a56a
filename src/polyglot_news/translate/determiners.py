"""Small words in front of a term: which of them fit it, and what they become."""

from __future__ import annotations

from polyglot_news.glossary.words import fold

# French and English words before a noun of which another may fit a new one.
GROUPS = {
    "fr": (
        ("le", "la", "les", "l'"),
        ("un", "une", "des"),
        ("du", "de la", "des", "de l'", "de", "d'"),
        ("au", "à la", "aux", "à l'"),
        ("ce", "cette", "ces", "cet"),
    ),
    "en": (("a", "an", "the"),),
    "zh": (),
}
_DETERMINERS = {
    "fr": frozenset(["le", "la", "les", "l'", "un", "une", "des", "du", "de", "d'", "au", "aux", "ce", "cette", "ces",
                     "cet", "l", "d"]),
    "en": frozenset(["a", "an", "the"]),
    "zh": frozenset[str](),
}  # fmt: skip
# H and y are left out: la hausse, l'homme; le yuan, l'Yonne.
_VOWELS = "aàâäeéèêëiîïoôöuùûüœæ"
_CONSONANTS = "bcçdfgjklmnpqrstvwxz"
# What stands before a consonant, and before a vowel.
_FRENCH = (
    (("le", "la"), ("l'",)), (("de",), ("d'",)), (("que",), ("qu'",)), (("ne",), ("n'",)), (("se",), ("s'",)),
    (("jusque",), ("jusqu'",)), (("lorsque",), ("lorsqu'",)), (("puisque",), ("puisqu'",)), (("du",), ("de l'",)),
    (("au",), ("à l'",)), (("ce",), ("cet",)),
)  # fmt: skip


def is_determiner(word: str, language: str) -> bool:
    """Tell whether a word is an article, a demonstrative, or joined with one."""
    return fold(word, language) in _DETERMINERS[language]


def fitting(said: str, term: str, language: str) -> tuple[str, ...]:
    """Return what a word becomes directly before a term: itself where it fits.

    >>> fitting("l'", "sécheresse", "fr"), fitting("de", "inondations", "fr"), fitting("a", "embargo", "en")
    (('le', 'la'), ("d'",), ('an',))
    """
    word, first = fold(said, language), fold(term, language)[:1]
    if language == "fr" and first:
        for plain, elided in _FRENCH:
            if first in _VOWELS and word in plain:
                return elided
            if first in _CONSONANTS and word in elided:
                return plain
    if language == "en" and first:
        if word == "a" and first in "aeio" and not fold(term, language).startswith(("eu", "one", "once")):
            return ("an",)
        if word == "an" and first in _CONSONANTS:
            return ("a",)
    return (said,)
