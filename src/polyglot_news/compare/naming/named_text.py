"""A name of one text, looked for in the other: by the table, its letters, its sounds, its translation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property

import attrs

from polyglot_news.align.lexicon import lexicon, vocabulary
from polyglot_news.align.segmentation import normal_form, segment
from polyglot_news.compare.naming.namesakes import has_namesake_alone
from polyglot_news.compare.words.pronouns import NO_WORD
from polyglot_news.names import Name, find_names
from polyglot_news.names.chinese import TRANSLITERATING
from polyglot_news.names.latin import fold
from polyglot_news.names.model import Entry
from polyglot_news.names.similarity import (
    chinese_parts,
    latin_sounds,
    pinyin_of,
    sounds_of_text,
    transliteration_similarity,
)
from polyglot_news.names.table import homes, table_names
from polyglot_news.text import Span, blank, in_simplified

# The kinds of names that a translation keeps, by what can stand in each other's place.
GROUPS = {"person": "person", "place": "place", "country": "place", "body": "body"}
_KEPT_APART = {"place", "country"}
_TRANSLATED = {"country", "body", "office"}
# What many bodies and treaties are called tells none of them: the African Union is no European one.
_HEADED = {"body", "office", "event"}
_SHARED = """
    union council bank court commission committee ministry minister organisation organization agency assembly parliament
    party conference convention treaty protocol agreement agreements accord accords pact declaration charter fund group
    forum alliance league community association federation secretariat department office bureau front army war
    initiative plan act area republic force forces peace nuclear climate general international national central
    world united the and for non new
    conseil banque cour comite ministere ministre agence assemblee parlement parti traite protocole pacte
    charte fonds groupe ligue communaute departement armee guerre loi zone paix nucleaire climatique generale
    internationale nationale centrale mondial mondiale unis unies des les sur pour
    festival day year new eid fete jour journee nouvel aid
    """
_HEADS = frozenset(_SHARED.split())
_CHINESE_HEADS = re.compile(
    r"协定|议定书|公约|条约|和约|协议|宣言|公告|宪章|规约|备忘录|最后文件|会议|倡议|行动计划|战争|[《》“”]"
)
_PRONOUNS = {
    "en": r"\b(?:he|she|him|his|her|hers|it|its|they|them|their|who|(?:the|this|that|its|his|her|their|our)"
    r" (?:country|nation|state|city|capital|town|village|region|province|island|government|leader|president|"
    r"minister|chief|organi[sz]ation|council|commission|committee|assembly|union|secretariat|agency|"
    r"bloc|alliance|group|company|team|side|club|party|land|king|former|carmaker|automaker|maker|manufacturer|airline|"
    r"bank|lender|firm|retailer|drugmaker|chipmaker|giant|newspaper|paper|daily|weekly|broadcaster))\b",
    "fr": r"\b(?:il|elle|ils|elles|lui|leur|leurs|son|sa|ses|celui-ci|celle-ci|ceux-ci|y|en"
    r"|(?:le|la|du|au|ce|cette|son|sa|ses|leur|notre)"
    r" (?:pays|nation|état|ville|capitale|région|province|île|gouvernement|dirigeant|président|présidente|ministre|"
    r"chef|conseil|commission|comité|secrétariat|organisation|agence|bloc|"
    r"alliance|groupe|société|équipe|club|parti|roi|ancien|ancienne|homme|femme|constructeur|constructrice|compagnie|"
    r"banque|firme|laboratoire|géant|distributeur|marque|journal|quotidien|hebdomadaire|chaîne)"
    r"|l['’](?:organisation|agence|assemblée|union|alliance|équipe|entreprise|ancien|ancienne|homme|île|état))\b",
    "zh": rf"(?<!其)[他她它]{NO_WORD}|(?<![土尤极及])其(?![他它中实余次间])"
    r"|该国|该市|理事会|委员会|大会|本组织|"
    r"该地|该组织|该机构|该公司|该企业|该集团|该车企|该银行|该行|该报|该台|该队|该党|我国|本国|后者|前者|对方",
}
# Where one character stands for a country: 法军, 中法关系.
_SHORT = (
    "[{0}](?=[军方国籍媒企裔式语文舰机帝制产美英法德日韩俄印欧中加澳])|(?<=[中美英法德日韩俄印欧加澳驻访对赴])[{0}]"
)
_SIDES = frozenset("方军")
_ITS_MEMBERS = re.compile(r"\b(?:[Tt]he|[Ll]es|[Dd]es|[Aa]ux) 2[78]\b")
_SHORT_NAME = 3  # characters of a name of the table that may stand in a longer name by chance
_REACH = 3  # characters on either side that may belong to such a name
_IS_PART = 0.8  # likeness in sound from which they do
_MOST = 200  # names of one text that are looked at
_TRANSLATES = 0.1  # sum of the lexical probabilities of both directions from which a word counts as translated
_UNKNOWN = 10**6
_COMMON = 12_000  # words of a language that are as common as this are no rare names
LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]+")


@cache
def union() -> int:
    """Return the number of the European Union, which acts like a country."""
    return next(entry.number for entry in table_names() if entry.en[0] == "European Union")


@cache
def _pronouns(language: str) -> re.Pattern[str]:
    return re.compile(_PRONOUNS[language])


@attrs.define(slots=False)
class NamedText:
    """A text and what is looked up in it."""

    text: str
    language: str

    @cached_property
    def plain(self) -> str:
        """The text; Chinese in simplified characters, in which the table has its names."""
        return in_simplified(self.text, self.language)

    @cached_property
    def names(self) -> list[Name]:
        """Its names, the doubtful ones included."""
        return find_names(self.text, self.language, loose=True)[:_MOST]

    @cached_property
    def numbers(self) -> set[int]:
        """The numbers of the table entries that it names; "the 27" are the European Union."""
        bloc = {union()} if _ITS_MEMBERS.search(self.text) else set()
        return bloc | {entry.number for name in self.names for entry in name.entries}

    @cached_property
    def words(self) -> list[str]:
        """Its words in Latin letters, folded."""
        return [fold(word) for word in LATIN_WORD.findall(self.text)]

    @cached_property
    def word_set(self) -> set[str]:
        """The same, for look-up."""
        return set(self.words)

    @cached_property
    def capitals(self) -> list[str]:
        """Those that begin with a capital."""
        return [fold(word) for word in LATIN_WORD.findall(self.text) if word[0].isupper()]

    @cached_property
    def acronyms(self) -> list[str]:
        """Those in capitals, as they stand."""
        return [word for word in LATIN_WORD.findall(self.text) if word.isupper() and len(word) > 2]

    @cached_property
    def capital_set(self) -> set[str]:
        """Those that begin with a capital, for look-up."""
        return set(self.capitals)

    @cached_property
    def pronouns(self) -> int:
        """How many words stand for a name told elsewhere: "he", "le pays", 该国."""
        return len(_pronouns(self.language).findall(self.plain.lower()))

    def refers_back(self, span: Span) -> bool:
        """Whether such a word stands in a stretch."""
        return any(span.overlap(Span(*match.span())) for match in _pronouns(self.language).finditer(self.plain.lower()))

    @cached_property
    def capital_sounds(self) -> set[str]:
        """How those sound."""
        return {latin_sounds(word) for word in self.capitals}

    @cached_property
    def segments(self) -> list[Span]:
        """Where its words stand."""
        return segment(self.text, self.language)

    @cached_property
    def normal_words(self) -> list[str]:
        """Its words as the lexicon has them."""
        return [normal_form(span.of(self.text), self.language) for span in self.segments]

    @cached_property
    def sounds(self) -> str:
        """How the whole text sounds; Chinese."""
        return sounds_of_text(self.text)

    @cached_property
    def pinyin(self) -> str:
        """The whole text in pinyin; Chinese."""
        return pinyin_of(self.text)


def is_part(name: Name, own: NamedText, other: NamedText) -> bool:
    """Whether a short Chinese name of the table is but a part of a transliteration: 科尔 (Kohl) in 科尔贝, Corbeil.

    The other text tells, which has a name that the table lacks and that sounds like the characters around.
    """
    if own.language != "zh" or other.language == "zh" or not name.entries or len(name.text) > _SHORT_NAME:
        return False
    if not TRANSLITERATING.issuperset(name.span.of(own.plain)):
        return False  # 黄河, 日方
    strangers = [one.text for one in other.names if not one.entries]
    words = {word for text in strangers for word in LATIN_WORD.findall(text) if len(word) > 3}
    return bool(words) and any(
        transliteration_similarity(part, word) >= _IS_PART for part in _around(name.span, own.plain) for word in words
    )


def _around(span: Span, text: str) -> Iterator[str]:
    """Yield the runs of transliterating characters that go beyond a name, of those that it shares with them."""
    first, last = span.start, span.end
    while first > span.start - _REACH and text[first - 1 : first] in TRANSLITERATING:
        first -= 1
    while last < span.end + _REACH and (text[last : last + 1] in TRANSLITERATING or text[last : last + 1] == "堡"):
        last += 1
    for start in range(first, span.end):
        for end in range(max(start + 2, span.start + 1), last + 1):
            if (start < span.start or end > span.end) and text[start:end] != span.of(text):
                yield text[start:end]


def tellable(name: Name) -> bool:
    """Whether a name is one that a translation keeps."""
    if name.entries:
        return any(entry.kind in GROUPS for entry in name.entries)
    return not name.loose and rare(name.text)


def rare(text: str) -> bool:
    """Whether a name holds a word that is no word of the language: those are kept as they are, or transliterated."""
    if not text.isascii() and not LATIN_WORD.search(text):
        return True
    words = [word for word in LATIN_WORD.findall(text) if len(word) > 3 and not word.isupper()]
    return any(all(_rank(word, language) > _COMMON for language in ("en", "fr")) for word in words)


def unheard(text: str) -> bool:
    """Whether a name holds a long word that neither English nor French text is known to use."""
    words = [word for word in LATIN_WORD.findall(text) if len(word) > 4]
    return any(all(_rank(word, language) >= _UNKNOWN for language in ("en", "fr")) for word in words)


def _rank(word: str, language: str) -> int:
    """Return the place of a word among the words of its language, the commonest first."""
    return vocabulary(language).ids.get(normal_form(word, language), _UNKNOWN)


def supported(name: Name, own: NamedText, other: NamedText, *, by_head: bool = True, by_sound: bool = True) -> bool:
    """Whether the other text holds a counterpart of a name.

    Args:
        name: a name of the text ``own``.
        own: the text that names it.
        other: the other text.
        by_head: whether it is enough that a word stands there which many bodies share: "the Union".
        by_sound: whether it is enough for a name of the table that something there sounds like it.
    """
    if any(_is_named(entry, own, other) for entry in name.entries):
        return True
    if has_namesake_alone(name, other.names, other.words):
        return False
    other = _without_others(name, other)
    if any(_entry_stands(entry, other) for entry in name.entries) or _letters_stand(name, other, by_head=by_head):
        return True
    if _is_short(name) or any(entry.kind == "event" for entry in name.entries):
        return False  # the forms of treaties are all known, and what they sound like proves nothing
    if name.entries and not by_sound:
        sounds = False
    elif name.entries and "zh" in (own.language, other.language) and all(e.kind in _TRANSLATED for e in name.entries):
        sounds = False  # so are those of countries and bodies: 韩国 sounds like Bank
    elif own.language == "zh":
        sounds = _chinese_stands(name.text, other, known=bool(name.entries))
    elif other.language == "zh":
        sounds = _latin_stands(name.text, other, known=bool(name.entries))
    else:
        sounds = _spelling_stands(name.text, other, known=bool(name.entries))
    return sounds or (own.language != other.language and _translated(name, own, other))


def _is_short(name: Name) -> bool:
    """Whether a name is but a character that stands for a country (加方): it sounds like many another name."""
    return len(name.text) == 2 and name.text[1] in _SIDES and any(entry.kind == "country" for entry in name.entries)


def _without_others(name: Name, other: NamedText) -> NamedText:
    """Blank what surely names something else: no word of "South Korea" speaks for North Korea.

    Persons are left as they stand: two of them may share a family name.
    """
    if not any(entry.kind in _KEPT_APART for entry in name.entries):
        return other
    apart = (one.span for one in other.names if any(entry.kind in _KEPT_APART for entry in one.entries))
    text = blank(other.text, apart)
    return other if text == other.text else NamedText(text=text, language=other.language)


def _translated(name: Name, own: NamedText, other: NamedText) -> bool:
    """Whether the lexicon knows a word of the other text as a translation of a word of the name."""
    words = [normal_form(s.of(own.text), own.language) for s in own.segments if s.overlap(name.span)]
    words = [word for word in words if word[0].isalpha() and len(word) > (1 if own.language == "zh" else 2)]
    if not words or not other.segments or (name.entries and len(words) > 1):
        return False  # of "Corée du Sud", Corée alone proves nothing
    forward, backward = lexicon(own.language, other.language).probabilities(words, other.normal_words)
    floor = 4 * _TRANSLATES if name.entries else _TRANSLATES
    return bool((forward + backward).max() >= floor)


def _is_named(entry: Entry, own: NamedText, other: NamedText) -> bool:
    """Whether the other text names the entry, or what stands for it.

    Where both name the United Nations, these stand for themselves, and for none of their bodies.
    """
    theirs = other.numbers - own.numbers if entry.kind in {"body", "office"} else other.numbers
    return entry.number in other.numbers or not homes().get(entry.number, frozenset()).isdisjoint(theirs)


def _entry_stands(entry: Entry, other: NamedText) -> bool:
    """Whether a form of the entry stands in the other text, inside of other words."""
    forms = entry.forms(other.language)
    acronyms = [form for form in forms if form.isupper() and len(form) > 1]
    if any(word.startswith(acronym) for acronym in acronyms for word in other.acronyms):
        return True  # UNU is of the UN
    if other.language == "zh":
        parts = {form.rsplit("·", 1)[-1] for form in forms} if entry.kind == "person" else set(forms)
        if any(len(part) > 1 and part in other.plain for part in parts):
            return True
        if entry.kind == "event" and any(_stands(_CHINESE_HEADS.sub("", part), other.plain) for part in parts):
            return True
        short = "".join(part for part in parts if len(part) == 1)
        return bool(short) and re.search(_SHORT.format(short), other.plain) is not None
    if entry.kind == "event":
        return any(word in other.word_set for form in forms for word in _telling(form))
    if entry.kind != "person":
        return False
    families = {words[-1] for words in (LATIN_WORD.findall(fold(form)) for form in forms) if words}
    return any(len(family) > 2 and family in other.capital_set for family in families)


def _stands(core: str, text: str) -> bool:
    """Whether what tells a treaty apart stands in a Chinese text: 巴黎 of 巴黎协定."""
    return len(core) > 1 and core in text


def _telling(text: str) -> list[str]:
    """Return the words of a name of a body or treaty that others do not share."""
    words = [fold(word) for word in LATIN_WORD.findall(text)]
    return [word for word in words if len(word) > 2 and word not in _HEADS]


def _letters_stand(name: Name, other: NamedText, *, by_head: bool) -> bool:
    """Whether the letters of a name, or of its longest word, stand in the other text."""
    if not by_head and any(entry.kind in _HEADED for entry in name.entries):
        words = _telling(name.text)
    else:
        words = [fold(word) for word in LATIN_WORD.findall(name.text)]
    return any(word in other.word_set for word in words if len(word) > 2)


def _spelling_stands(text: str, other: NamedText, *, known: bool) -> bool:
    """Whether a name of the other Latin language stands there, spelled a little otherwise."""
    from rapidfuzz import fuzz, process

    words = [fold(word) for word in LATIN_WORD.findall(text) if len(word) > 2]
    if known:
        words = ["".join(words)]  # Corée and Korea are near, Corée du Sud and North Korea are not
    return any(
        process.extractOne(word, other.words, scorer=fuzz.ratio, score_cutoff=90 if known else 70) for word in words
    )


def _latin_stands(text: str, other: NamedText, *, known: bool) -> bool:
    """Whether a Latin name stands in a Chinese text, romanised or transliterated."""
    from rapidfuzz import fuzz

    words = [word for word in LATIN_WORD.findall(text) if len(word) > 1 and word[0].isupper()]
    if known:
        words = [word for word in words if not word.isupper()]  # EU is no sound
    joined = fold("".join(words))
    if len(joined) >= 5 and len(other.pinyin) >= len(joined) and fuzz.partial_ratio(joined, other.pinyin) >= 88:
        return True
    for word in words:
        sounds = latin_sounds(fold(word))
        if len(sounds) < 3:
            # Two consonants are found by chance: they have to stand alone.
            if f"|{sounds}|" in f"|{other.sounds}|" or (not known and len(sounds) < 2):
                return True
        elif len(other.sounds) >= len(sounds) and fuzz.partial_ratio(sounds, other.sounds) >= (80 if known else 67):
            return True
    return not words and not known


def _chinese_stands(text: str, other: NamedText, *, known: bool) -> bool:
    """Whether a Chinese name stands in a Latin text, romanised or transliterated."""
    from rapidfuzz import fuzz

    letters = pinyin_of(text).replace(" ", "")
    joined = "".join(other.capitals)
    if len(letters) >= 4 and len(joined) >= len(letters) and fuzz.partial_ratio(letters, joined) >= 88:
        return True
    floor = 80 if known else 62
    return any(
        len(sounds) > 1 and fuzz.ratio(part, sounds) >= floor
        for part in chinese_parts(text)
        for sounds in other.capital_sounds
    )
