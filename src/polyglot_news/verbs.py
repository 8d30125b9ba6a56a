"""Verbs of English and French: whether a word is an infinitive, and how it is conjugated.

Regular verbs, and the irregular French ones that set phrases are made of: *prendre note*, *mettre en œuvre*, *tenir
compte*, *faire preuve*, *produire ses effets*, *contraindre*.
"""

from __future__ import annotations

import functools
import re

import attrs

# What else ends like a French infinitive, as far as it comes in the news.
_NO_VERBS = (
    "danger hiver fer mer cancer leader étranger conseiller foyer loyer avenir désir plaisir souvenir loisir tir cuir"
)
_INFINITIVE = re.compile(
    rf"(?:se |s['’])?(?!(?:{'|'.join(_NO_VERBS.split())})\b)"
    r"\w*(?:[^\Wiïèê]er|[^\Wo]ir|(?:[eao]nd|[eao]ind|met|ab?at|fai|[ée]di|\bdi|inscri|écri|rédui|produi)t?re)(?: |$)"
)
# The French verbs in -eler and -eter with a grave accent (martèle); the others double their consonant (appelle).
_GRAVE = (
    "celer ciseler congeler déceler décongeler dégeler démanteler écarteler geler harceler marteler modeler peler "
    "receler remodeler surgeler acheter bégueter corseter crocheter fileter fureter haleter racheter"
)
# Before a silent ending an e opens that one consonant parts from it, or two that begin a syllable: sème, célèbre.
_CLOSED = re.compile(r"(?<!e)([eé])([bcdfgptv]r|[bcfgp]l|gn|ch|[gq]u|[^\Waeiouéèwxy])$")
_FUTURE = ("ai", "as", "a", "ons", "ez", "ont", "ais", "ait", "ions", "iez", "aient")  # the conditional included
_PAST = ("is", "it", "îmes", "îtes", "irent", "ît")


@attrs.frozen
class _Pattern:
    """What stands in the place of the ending of a French infinitive that is not in -er.

    Attributes:
        forms: whole endings: the singular of the present, and what is irregular.
        plural: what goes on as in *prenons, prenait, prenant*.
        third: what goes on as in *prennent, prenne*.
        future: what goes on as in *prendra, prendrait*.
        participle: that of the past, without agreement.
        past: what goes on as in *prit, prirent*; None where these are among the forms.
    """

    forms: tuple[str, ...]
    plural: str
    third: str
    future: str
    participle: str
    past: str | None


# By the ending of the infinitive, the irregular ones first.
_PATTERNS = {
    "prendre": _Pattern(("prends", "prend"), "pren", "prenn", "prendr", "pris", "pr"),
    "mettre": _Pattern(("mets", "met"), "mett", "mett", "mettr", "mis", "m"),
    "faire": _Pattern(("fais", "fait", "faites", "font"), "fais", "fass", "fer", "fait", "f"),
    "enir": _Pattern(("iens", "ient", "int", "inrent"), "en", "ienn", "iendr", "enu", None),
    "uire": _Pattern(("uis", "uit"), "uis", "uis", "uir", "uit", "uis"),
    "indre": _Pattern(("ins", "int"), "ign", "ign", "indr", "int", "ign"),
    "ir": _Pattern(("is", "it"), "iss", "iss", "ir", "i", ""),
    "re": _Pattern(("s", ""), "", "", "r", "u", ""),
}


def is_infinitive(form: str, language: str) -> bool:
    """Tell whether a phrase begins with a verb that a sentence would have to conjugate: French ones.

    Verbs in -ier and -oir are not told from nouns.
    """
    return language == "fr" and _INFINITIVE.match(form) is not None


def inflect_english(base: str) -> tuple[str, str, str]:
    """Return the third person, the past and the participle in -ing of a regular English verb."""
    if base.endswith("y") and base[-2:-1] not in set("aeiou"):
        return base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    if base.endswith("e"):
        return base + "s", base + "d", base[:-1] + "ing"
    if base.endswith(("s", "sh", "ch", "x", "z")):
        return base + "es", base + "ed", base + "ing"
    return base + "s", base + "ed", base + "ing"


@attrs.frozen
class _Stems:
    """The stems of a French verb in -er: *lanc-*, *répèt-*."""

    plain: str
    soft: str
    tonic: str
    future: str


def _stems(infinitive: str) -> _Stems:
    plain = infinitive[:-2]
    soft = {"c": plain[:-1] + "ç", "g": plain + "e"}.get(plain[-1:], plain)  # lançait, exigeait
    tonic = future = plain
    closed = _CLOSED.search(plain)
    if plain.endswith(("oy", "uy")):
        tonic = future = plain[:-1] + "i"
    elif closed is not None and infinitive.endswith(("eler", "eter")) and infinitive not in _GRAVE.split():
        tonic = future = plain + plain[-1]
    elif closed is not None:
        tonic = _CLOSED.sub(r"è\2", plain)
        future = plain if closed.group(1) == "é" else tonic  # répétera, but lèvera
    return _Stems(plain, soft, tonic, future)


def third_person(infinitive: str) -> tuple[set[str], str, str]:
    """Conjugate a French verb in -er in the third person of the tenses that reports use.

    Args:
        infinitive: as in the dictionary: "lancer", "répéter", "rappeler".

    Returns:
        The finite forms, the past participle (masculine singular), the present participle.
    """
    stems = _stems(infinitive)
    finite = {stems.tonic + "e", stems.tonic + "ent", stems.soft + "ait", stems.soft + "aient", stems.soft + "a"}
    finite |= {stems.plain + "èrent", *(stems.future + ending for ending in ("era", "eront", "erait", "eraient"))}
    return finite, stems.plain + "é", stems.soft + "ant"


@functools.lru_cache(maxsize=4096)
def conjugated(infinitive: str) -> frozenset[str]:
    """Return the forms of a French verb, without the infinitive; of one in -oir none."""
    if infinitive.endswith("er"):
        return frozenset(_conjugated_er(_stems(infinitive)))
    ending = next((ending for ending in _PATTERNS if infinitive.endswith(ending)), None)
    if ending is None or infinitive.endswith("oir"):
        return frozenset()
    one, stem = _PATTERNS[ending], infinitive.removesuffix(ending)
    forms = {*one.forms, *(one.future + end for end in _FUTURE), *(one.third + end for end in ("e", "es", "ent"))}
    forms |= {one.plural + end for end in ("ons", "ez", "ais", "ait", "ions", "iez", "aient", "ant")}
    forms |= {one.participle + end for end in ("", "e", "s", "es")}
    if one.past is not None:
        forms |= {one.past + end for end in _PAST}
    return frozenset(stem + form for form in forms)


def _conjugated_er(stems: _Stems) -> set[str]:
    forms = {stems.tonic + end for end in ("e", "es", "ent")} | {stems.future + "er" + end for end in _FUTURE}
    forms |= {stems.plain + end for end in ("ez", "ions", "iez", "èrent", "é", "ée", "és", "ées")}
    forms |= {
        stems.soft + end
        for end in ("ons", "ais", "ait", "aient", "ant", "ai", "as", "a", "âmes", "âtes", "ât", "asse", "assent")
    }
    return forms
