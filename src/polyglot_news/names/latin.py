"""Names in English and French text: those of the table, and capitalised words that open no sentence."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from polyglot_news.function_words import FUNCTION_WORDS
from polyglot_news.names.model import Entry, Name
from polyglot_news.names.table import surfaces
from polyglot_news.text import Span
from polyglot_news.values.units import money_signs

_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]\b)*\.?(?<=\.[A-Z]\.)|[^\W\d_]+\d*|\d+[A-Z]\w*")
_JOINTS = {
    "of", "de", "du", "des", "la", "le", "les", "von", "van", "der", "den", "di", "da", "do", "dos", "del",
    "bin", "ben", "ibn", "al", "el", "d", "l", "the", "and", "et", "for", "pour", "zu", "ter", "ten", "y", "i",
}  # fmt: skip
_PARTICLES = _JOINTS - {"the", "and", "et", "for", "pour", "i", "la", "le", "les", "l"}
_TITLES = {
    "en": """
        mr mrs ms miss dr prof sir lord lady president vice prime minister premier chancellor secretary general
        affairs king queen prince princess pope senator congressman congresswoman representative ambassador governor
        mayor judge justice chairman chairwoman chair director foreign interior defence defense finance state
        states minister's excellency monsieur madame ladies gentlemen dear mister captain colonel general
        admiral major sergeant reverend bishop archbishop cardinal father saint st government parliament
        ministry department committee commission council agenda article chapter annex paragraph part section
        resolution decision member members party parties conference convention assembly court treaty protocol
        agreement declaration report god internet web earth sun moon north south east west northern southern
        eastern western northeast northwest southeast southwest
        """,
    "fr": """
        m mm mme mmes mlle dr pr me président présidente vice premier première ministre ministres chancelier
        chancelière secrétaire général générale roi reine prince princesse pape sénateur sénatrice député
        députée ambassadeur ambassadrice gouverneur maire juge directeur directrice affaires étrangères
        intérieur défense finances état états excellence monsieur madame messieurs mesdames cher chers chère
        capitaine colonel amiral commandant saint sainte gouvernement parlement ministère département comité
        commission conseil ordre jour article chapitre annexe paragraphe partie section résolution décision
        membre membres conférence convention assemblée cour traité protocole accord déclaration rapport dieu
        internet web terre soleil lune nord sud est ouest église eglise république bourse
        """,
}
_CALENDAR = {
    "en": """
        january february march april may june july august september october november december jan feb mar apr
        jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed
        thu fri sat sun christmas easter gmt utc est am pm i
        """,
    "fr": """
        janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi
        mercredi jeudi vendredi samedi dimanche
        """,
}
_CURRENCY_SIGNS = frozenset("$€£¥")
# The second half of a Chinese or Korean given name behind a hyphen: Ing-wen, Jae-in.
_SYLLABLE = re.compile(r"(?:[zcst]h|ts|tz|hs|[bcdfghj-np-tw-z])?[aeiouü]{1,3}(?:ng?|h|k|p|t)?")
_ENDS_SENTENCE = re.compile(r"(?:^|[.!?…:;]|[«“\"‘(\[•–—-])[\s\"'»”’)\]«“‘]*$")


def find_latin_names(text: str, language: str) -> list[Name]:
    """Find the names of an English or French text, loose ones included, in order."""
    words = [match.span() for match in _WORD.finditer(text)]
    shown = [text[start:end] for start, end in words]
    folded = [fold(word) for word in shown]
    headline = _is_headline(shown)
    names: list[Name] = []
    index = 0
    while index < len(words):
        if _is_currency(text, *words[index]):
            index += 1
            continue
        found = _from_table(text, words, shown, folded, index, language) or _capitalised(
            text, words, shown, folded, index, language, headline=headline
        )
        if found is None:
            index += 1
            continue
        name, index = found
        names.append(name)
    return names


def _is_currency(text: str, start: int, end: int) -> bool:
    """Whether a code belongs to an amount of money: US$ 5, HK$5, USD 5."""
    code = text[start:end]
    if not code.isupper():
        return False
    following = text[end : end + 2].lstrip()
    return following[:1] in _CURRENCY_SIGNS or (code in money_signs() and following[:1].isdigit())


def fold(word: str) -> str:
    """Return a word in lower case, without diacritics."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L"))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower().replace("ı", "i").replace("đ", "d")


@cache
def _index(language: str) -> dict[str, list[tuple[tuple[str, ...], str, tuple[Entry, ...]]]]:
    """Return the forms of the table by their first word, the longest first."""
    index: dict[str, list[tuple[tuple[str, ...], str, tuple[Entry, ...]]]] = {}
    for form, entries in surfaces(language).items():
        words = tuple(fold(match.group()) for match in _WORD.finditer(form))
        if words:
            index.setdefault(words[0], []).append((words, form, entries))
    for forms in index.values():
        forms.sort(key=lambda f: (-len(f[0]), f[1]))
    return index


def _from_table(
    text: str, words: list[tuple[int, int]], shown: list[str], folded: list[str], index: int, language: str
) -> tuple[Name, int] | None:
    best: tuple[int, list[Entry]] | None = None
    for parts, form, entries in _index(language).get(folded[index], ()):
        count = len(parts)
        if best is not None and count < best[0]:
            break
        if tuple(folded[index : index + count]) != parts or not _same_case(
            shown[index], form, shown[index + count - 1]
        ):
            continue
        if count > 1 and shown[index + count - 1] == "est" and text[words[index + count - 1][0] - 1] == " ":
            continue  # "Jérusalem est la capitale" speaks of no East Jerusalem
        if any(len(text[words[index + k][1] : words[index + k + 1][0]]) > 2 for k in range(count - 1)):
            continue
        if best is None:
            best = (count, [])
        best[1].extend(entry for entry in entries if entry not in best[1])
    if best is None:
        return None
    count, found = best
    if index and folded[index - 1] in {"in", "en"} and any(entry.kind == "language" for entry in found):
        found = [entry for entry in found if entry.kind == "language"]  # "en anglais"
    if all(e.kind == "person" for e in found) and _goes_on(text, words, shown, folded, index + count, language):
        form = " ".join(folded[index : index + count])
        if not any(form == fold(main) for e in found for main in e.forms(language)[:1]):
            return None  # "Jean-Pierre Durand" is no Jean-Pierre of the table
    span = Span(words[index][0], words[index + count - 1][1])
    return Name(span=span, text=span.of(text), entries=tuple(found)), index + count


def _goes_on(
    text: str, words: list[tuple[int, int]], shown: list[str], folded: list[str], index: int, language: str
) -> bool:
    """Whether another word of the same name follows."""
    if index >= len(words) or text[words[index - 1][1] : words[index][0]] not in {" ", "-", "\u00a0"}:
        return False
    return _may_name(shown[index], folded[index], language)


def _same_case(shown: str, form: str, last: str) -> bool:
    """Whether a word may be a form of the table: WHO is not "who", Turkey not "turkey", and "français" is either."""
    letters = [c for c in form if c.isalpha()]
    if len(letters) <= 5 and all(c.isupper() for c in letters):
        return shown.replace(".", "").isupper()
    if form[0].isupper():
        return shown[0].isupper() or last[0].isupper()
    return True


def _capitalised(
    text: str,
    words: list[tuple[int, int]],
    shown: list[str],
    folded: list[str],
    index: int,
    language: str,
    *,
    headline: bool,
) -> tuple[Name, int] | None:
    """Read a run of capitalised words that the table does not know."""
    if not _may_name(shown[index], folded[index], language):
        return None
    end = index + 1
    while end < len(words):
        gap = text[words[end - 1][1] : words[end][0]]
        if gap not in {" ", "-", "'", "’", "\u00a0", "‑", "."}:
            break
        if _may_name(shown[end], folded[end], language):
            known = _from_table(text, words, shown, folded, end, language)
            if known is not None and known[0].entries[0].kind in {"country", "place"} and gap == " ":
                break
            end += 1
            continue
        if gap in {"-", "‑"} and end > index + 1 and _SYLLABLE.fullmatch(shown[end]):
            end += 1  # Tsai Ing|-wen
            break
        ahead = end + 1
        particle = (
            folded[end] in _PARTICLES
            and ahead < len(words)
            and text[words[end][1] : words[ahead][0]] in {" ", "-", "'", "’"}
        )
        if particle and _may_name(shown[ahead], folded[ahead], language):
            end = ahead + 1
            continue
        break
    span = Span(words[index][0], words[end - 1][1])
    first = _ENDS_SENTENCE.search(text, max(0, span.start - 12), span.start) is not None or span.start == 0
    loose = headline or (first and end == index + 1) or (end == index + 1 and len(shown[index]) < 3)
    return Name(span=span, text=span.of(text), loose=loose), end


def _may_name(word: str, folded: str, language: str) -> bool:
    if not word[0].isupper() and not word[0].isdigit():
        return False
    return len(word) > 1 and folded not in _excluded(language)


@cache
def _excluded(language: str) -> frozenset[str]:
    """Return words that are capitalised without being names by themselves."""
    words = " ".join([FUNCTION_WORDS[language], _TITLES[language], _CALENDAR[language]])
    return frozenset(fold(word.strip("'")) for word in words.split())


def _is_headline(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 3]
    return len(long) >= 7 and sum(word[0].isupper() for word in long) > 0.7 * len(long)
