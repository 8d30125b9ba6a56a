"""Who holds an office, among persons whom both texts name: *with Novak as minister* where it is Kovac."""

from __future__ import annotations

import re

from polyglot_news.compare.model import Pair
from polyglot_news.compare.naming.named_text import NamedText, supported
from polyglot_news.names import Name, name_similarity
from polyglot_news.text import Span, clause_end

_ALIKE = 0.6
"""Likeness from which two names are held for one."""
_OFFICE = 4
"""How many words of an office are looked at."""
_LINKED = 0.4
_BY = re.compile(r"由(?P<name>[一-鿿·]{2,12})(?:将)?(?:担任|出任)")
_LED = re.compile(
    r"(?:由|以)(?P<name>[一-鿿·]{2,12}?)(?:为首|(?:亲自)?(?:率领|率队|带领|带队|领导|主持|指挥))"
    r"|在(?P<leader>[一-鿿·]{2,12}?)(?:的?领导|的?率领|的?带领)下"
)
_LEADING = re.compile("(?:率领|带领|领导)的")
_REPLACED = {
    "en": re.compile(r"\b(?:replac|succe)\w+ $|\b(?:instead|in place) of $"),
    "fr": re.compile(r"\b(?:remplac|succéd)\w+ (?:à )?$|\bà la place (?:de |d['’])$"),
    "zh": re.compile("(?:接替|取代|代替|接任)$"),
}
"""Before a name, these tell that its bearer holds the office no more."""
_AFTER = {
    "en": re.compile(
        r",? (?:(?:will|is to|was to|has agreed to) (?:serve|act)|serving|acting|serves|acts)? ?as\b"
        r"|,? (?:(?:was|is|has been|will be) )?(?:appointed|named|elected)\b"
    ),
    "fr": re.compile(
        r",? (?:comme|en qualité d|en tant qu)|,? (?:(?:sera|est|a été) )?(?:nommée?|élue?|désignée?)\b"
        r"|,? (?:assurera|assure|assurant|exercera|exerce|exerçant|occupera|occupe|occupant) (?:l[ea]|les) "
    ),
    "zh": re.compile("(?:将|被)?(?:担任|出任|任命为|选为|当选)"),
}
_BEFORE = {
    "en": re.compile(r"\b(?:commanded|chaired|led|headed) by $|\bunder the (?:command|leadership) of $"),
    "fr": re.compile(
        r"\b(?:commandée?s?|présidée?s?|dirigée?s?) par $|\bsous (?:le commandement|la présidence|la direction) de $"
    ),
    "zh": re.compile("(?!)"),
}


def exchanged_holders(pair: Pair, rendering: NamedText, official: NamedText) -> tuple[Name, Name] | None:
    """Return the holders of the one office that either text tells of, where each text names the other one, too."""
    ours, theirs = _holders(rendering), _holders(official)
    if len(ours) != 1 or len(theirs) != 1:
        return None
    (here, our_office), (there, their_office) = ours[0], theirs[0]
    if not _is_one_office(pair, our_office, their_office) or _are_one(here, there, rendering, official):
        return None
    both = _stands_beside(here, rendering, official, there) and _stands_beside(there, official, rendering, here)
    return (here, there) if both else None


def _holders(text: NamedText) -> list[tuple[Name, Span | None]]:
    """Return who holds an office, with where the office is told; None after *led by*."""
    names = [name for name in text.names if not _REPLACED[text.language].search(text.plain[: name.span.start])]
    found: list[tuple[Name, Span | None]] = []
    if text.language == "zh":
        named = [Span(*match.span("name")) for match in _BY.finditer(text.plain)]
        leaders = [Span(*match.span(match.lastgroup or 0)) for match in _LED.finditer(text.plain)]
        names = [name for name in names if not any(span.overlap(name.span) for span in (*named, *leaders))]
        names += [_named(span, text) for span in named]
        found += [(_named(span, text), None) for span in leaders]
    for name in names:
        held = _AFTER[text.language].match(text.text, name.span.end)
        if held is not None:
            found.append((name, Span(held.end(), clause_end(text.text, held.end()))))
        elif _BEFORE[text.language].search(text.text[: name.span.start]) or _LEADING.match(text.text, name.span.end):
            found.append((name, None))
    return found


def _named(span: Span, text: NamedText) -> Name:
    """Return the name that a Chinese naming ends with, without an office before it; the naming, if none is known."""
    within = (name for name in text.names if span.start <= name.span.start and name.span.end == span.end)
    return next(within, Name(span=span, text=span.of(text.text)))


def _is_one_office(pair: Pair, ours: Span | None, theirs: Span | None) -> bool:
    """Whether the first words of two offices are linked; of those who lead there is one, too."""
    if ours is None or theirs is None:
        return ours is theirs
    here = [i for i, word in enumerate(pair.rendering_words) if word.overlap(ours)][:_OFFICE]
    there = [i for i, word in enumerate(pair.official_words) if word.overlap(theirs)][:_OFFICE]
    return any(link.source in here and link.target in there and link.probability >= _LINKED for link in pair.links)


def _are_one(ours: Name, theirs: Name, rendering: NamedText, official: NamedText) -> bool:
    """Whether two names may be of one person."""
    likeness = name_similarity(ours.text, rendering.language, theirs.text, official.language)
    return likeness > _ALIKE or any(entry in theirs.entries for entry in ours.entries)


def _stands_beside(name: Name, own: NamedText, other: NamedText, holder: Name) -> bool:
    """Whether a text names somebody beside the one who holds the office there."""
    rest = other.text.replace(holder.text, " " * len(holder.text))
    return supported(name, own, NamedText(text=rest, language=other.language), by_head=False)
