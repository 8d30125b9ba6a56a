"""Words that decide whether a full stop or a line break ends a sentence, English and French, lower case."""

from __future__ import annotations

import re


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Before a full stop these only introduce what follows.
INTRODUCING = _words("vs viz cf ibid approx resp e.g i.e eg ie ex p.ex c.-à-d c-à-d ndlr ndt env av apr")
# Before a full stop these never end a sentence when more follows: titles, and words that only introduce.
TITLES = INTRODUCING | _words(
    """mr mrs ms mx dr prof messrs mmes ste sts gen col lt capt cpt maj sgt adm cmdr brig rev hon sen rep gov pres dem
    amb insp supt gén fr gens sens reps govs drs profs det adj cdr cpl pvt mt ft m mm mme mlle mmes mlles mgr me pr
    vve"""
)
# Before a full stop these announce a number: no end when a digit or a Roman numeral follows.
NUMBERED = _words(
    """no nos nr art arts p pp pg fig figs vol vols ch chap sec sect par para paras cl app tab ex v vv n num
    n° nº al l t éd rés doc ann réf part bd boul rte tél fax
    jan feb mar apr jun jul aug sep sept oct nov dec janv févr fév avr juil déc"""
)
# These may end a sentence or not: they do when what follows is a word that opens one.
EITHER = _words(
    """inc ltd corp co cos bros plc llc jr sr esq st dept univ assn ave blvd rd a.m p.m ph.d m.d b.a m.a
    u.s u.k u.n e.u d.c b.c a.d c.e j.-c"""
)
OPENERS = _words(
    """the a an he she it they we you i this that these those there here his her its their our my your in on at by for
    from with as but and or so yet if when while after before since because although though however meanwhile
    moreover nor not no what who why how where which some many most all both each every neither under during
    le la les l un une des du de d il elle ils elles on nous vous je j ce c cela ça ces cet cette son sa ses leur leurs
    notre votre mon ma mes mais et ou donc or ni car si quand lorsque après avant pour par avec sans dans sur sous en au
    aux à y que qu qui quoi où comment pourquoi aussi ainsi alors puis cependant toutefois selon depuis pendant tout
    tous toute toutes aucun aucune plusieurs certains"""
)
# A line that ends in one of these goes on in the next one, whatever its length.
HANGING = _words(
    """the a an of to in on at by for from with and or as that his her its their our
    le la les l un une des du de d et ou à au aux en dans sur par pour avec sans que qu ce cette ces
    son sa ses leur"""
)


def _any_of(listed: frozenset[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(listed, key=lambda word: (-len(word), word)))


# An abbreviation or initial with its full stop, where a sentence does not end there. Titles count in capitals only:
# "me", "sens" and "gens" are words as well.
ABBREVIATED = (
    rf"(?<!\w)(?:(?=[^\W\d_a-zà-ÿ])(?i:{_any_of(TITLES)})\.|(?i:{_any_of(INTRODUCING)})\.|"
    rf"(?i:{_any_of(NUMBERED)})\.(?=\s*\d)|"
    rf"(?:(?i:{_any_of(EITHER)})\.|[A-ZÀ-Ý]\.(?:[A-Z]\.)*)"
    rf"(?!\s+(?:{_any_of(frozenset(word.capitalize() for word in OPENERS))})\b(?!['’.])))"
)
