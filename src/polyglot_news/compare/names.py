"""Names of persons, places and bodies: does each have its counterpart, or does another name stand in its place?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property

import attrs

from polyglot_news.align.lexicon import lexicon, vocabulary
from polyglot_news.align.segmentation import normal_form, segment
from polyglot_news.compare.model import Divergence, DivergenceKind, Pair, Severity
from polyglot_news.names import Name, find_names, name_similarity
from polyglot_news.names.latin import fold
from polyglot_news.names.model import Entry
from polyglot_news.names.similarity import chinese_parts, latin_sounds, pinyin_of, sounds_of_text
from polyglot_news.names.table import homes
from polyglot_news.text import Span

# The kinds of names that a translation keeps, by what can stand in each other's place.
_GROUPS = {"person": "person", "place": "place", "country": "place", "body": "body"}
_LINKED = 0.5  # probability from which a link of the aligner shows that a name was rendered by something
_PRONOUNS = {
    "en": r"\b(?:he|she|him|his|her|hers|it|its|they|them|their|who|(?:the|this|that|its|his|her|their|our)"
    r" (?:country|nation|state|city|capital|town|village|region|province|island|government|leader|president|"
    r"minister|chief|organi[sz]ation|council|commission|committee|assembly|union|secretariat|agency|"
    r"bloc|alliance|group|company|team|side|club|party|land|king|former))\b",
    "fr": r"\b(?:il|elle|ils|elles|lui|leur|leurs|son|sa|ses|celui-ci|celle-ci|ceux-ci|y|en"
    r"|(?:le|la|ce|cette|son|sa|ses|leur|notre)"
    r" (?:pays|nation|état|ville|capitale|région|province|île|gouvernement|dirigeant|président|présidente|ministre|"
    r"chef|conseil|commission|comité|secrétariat|organisation|agence|bloc|"
    r"alliance|groupe|société|équipe|club|parti|roi|ancien|ancienne|homme|femme)"
    r"|l['’](?:organisation|agence|assemblée|union|alliance|équipe|entreprise|ancien|ancienne|homme|île|état))\b",
    "zh": r"他|她|它|其|该国|该市|理事会|委员会|大会|本组织|"
    r"该地|该组织|该机构|该公司|该队|该党|我国|本国|后者|前者|对方",
}
_LOOSE_GROUPS = {"region": "place", "territory": "place", "office": "body"}
# Where one character stands for a country: 法军, 中法关系.
_SHORT = "[{0}](?=[军方国籍媒企裔式语文舰机帝制产美英法德日韩俄印欧中])|(?<=[中美英法德日韩俄印欧驻访对赴])[{0}]"
_MOST = 200  # names of one text that are looked at
_TRANSLATES = 0.1  # sum of the lexical probabilities of both directions from which a word counts as translated
_UNKNOWN = 10**6
_COMMON = 12_000  # words of a language that are as common as this are no rare names
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]+")
_CLAUSE_END = re.compile(r"[,;:!?()—–，；：。！？（）、]|\.\s")


@cache
def _pronouns(language: str) -> re.Pattern[str]:
    return re.compile(_PRONOUNS[language])


class NameChecker:
    """Reports names that were exchanged, left out or added.

    A name is supported when its entry of the table, its letters, its romanisation or its transliteration is found
    anywhere in the other text, or when the word aligner links one of its words. Where an unsupported name of the
    rendering faces an unsupported one of the official text, one was put in place of the other.
    """

    @property
    def kind(self) -> DivergenceKind:
        """The kind of the divergences that it reports."""
        return "name"

    def check(self, pair: Pair) -> Iterable[Divergence]:
        """Yield the names that differ."""
        rendering = _Side(text=pair.rendering, language=pair.rendering_language)
        official = _Side(text=pair.official, language=pair.official_language)
        left = [n for n in rendering.names if _tellable(n) and not _supported(n, rendering, official)]
        right = [n for n in official.names if _tellable(n) and not _supported(n, official, rendering)]
        right = [n for n in right if _inside(n, pair)]
        swapped = _swapped(left, right, pair)
        left, right = _rest(left, right, swapped)
        swapped += _swapped(left, [n for n in _surplus(official, rendering) if _inside(n, pair)], pair, sure=False)
        swapped += _swapped(_surplus(rendering, official), right, pair, sure=False)
        if not swapped:
            both = _surplus(rendering, official), [n for n in _surplus(official, rendering) if _inside(n, pair)]
            swapped += _swapped(*both, pair, sure=False)
        left, right = _rest(left, right, swapped)
        sure = [n for n in left if n.entries or _unheard(n.text)]
        swapped += _swapped(sure, [n for n in _doubtful(official, rendering) if _inside(n, pair)], pair)
        swapped += _swapped(_doubtful(rendering, official), [n for n in right if n.entries], pair)
        left, right = _rest(left, right, swapped)
        yield from _report(swapped, left, right, pair, rendering, official)


def _inside(name: Name, pair: Pair) -> bool:
    """Whether the rendering covers the place of an official name: it lies in the core, or in the clause it ends in.

    A name that was exchanged resembles nothing of the rendering, and where it stands last, the core ends before it.
    """
    if pair.core is None:
        return True
    start, end = min(name.span.start, pair.core.start), max(name.span.end, pair.core.end)
    gaps = pair.official[start : pair.core.start] + pair.official[pair.core.end : end]
    return not _CLAUSE_END.search(gaps)


def _rest(
    left: list[Name], right: list[Name], swapped: list[tuple[float, Name, Name]]
) -> tuple[list[Name], list[Name]]:
    used = {id(name) for _, one, two in swapped for name in (one, two)}
    return [n for n in left if id(n) not in used], [n for n in right if id(n) not in used]


def _doubtful(own: _Side, other: _Side) -> list[Name]:
    """Return the unsupported names that are too doubtful to be reported alone: regions, parties, surnames."""
    names = [n for n in own.names if not _tellable(n) and (n.entries or (n.loose and _foreign(n)))]
    return [n for n in names if not _supported(n, own, other)]


def _surplus(own: _Side, other: _Side) -> list[Name]:
    """Return the names of one text that the other has, too, but not as often: the last ones of each."""
    surplus = []
    for number in own.numbers & other.numbers:
        names = [n for n in own.names if n.entry is not None and n.entry.number == number and _tellable(n)]
        missing = len(names) - sum(any(e.number == number for e in n.entries) for n in other.names)
        surplus += names[-missing:] if missing > 0 else []
    return sorted(surplus, key=lambda name: name.span)


@attrs.define(slots=False)
class _Side:
    """A text and what is looked up in it."""

    text: str
    language: str

    @cached_property
    def names(self) -> list[Name]:
        return find_names(self.text, self.language, loose=True)[:_MOST]

    @cached_property
    def numbers(self) -> set[int]:
        return {entry.number for name in self.names for entry in name.entries}

    @cached_property
    def words(self) -> list[str]:
        return [fold(word) for word in _LATIN_WORD.findall(self.text)]

    @cached_property
    def word_set(self) -> set[str]:
        return set(self.words)

    @cached_property
    def capitals(self) -> list[str]:
        return [fold(word) for word in _LATIN_WORD.findall(self.text) if word[0].isupper()]

    @cached_property
    def acronyms(self) -> list[str]:
        return [word for word in _LATIN_WORD.findall(self.text) if word.isupper() and len(word) > 2]

    @cached_property
    def capital_set(self) -> set[str]:
        return set(self.capitals)

    @cached_property
    def pronouns(self) -> int:
        """How many words stand for a name told elsewhere: "he", "le pays", 该国."""
        return len(_pronouns(self.language).findall(self.text.lower()))

    @cached_property
    def capital_sounds(self) -> set[str]:
        return {latin_sounds(word) for word in self.capitals}

    @cached_property
    def segments(self) -> list[Span]:
        return segment(self.text, self.language)

    @cached_property
    def normal_words(self) -> list[str]:
        return [normal_form(span.of(self.text), self.language) for span in self.segments]

    @cached_property
    def sounds(self) -> str:
        return sounds_of_text(self.text)

    @cached_property
    def pinyin(self) -> str:
        return pinyin_of(self.text)


def _tellable(name: Name) -> bool:
    """Whether a name is one that a translation keeps."""
    if name.entries:
        return any(entry.kind in _GROUPS for entry in name.entries)
    return not name.loose and _rare(name.text)


def _rare(text: str) -> bool:
    """Whether a name holds a word that is no word of the language: those are kept as they are, or transliterated."""
    if not text.isascii() and not _LATIN_WORD.search(text):
        return True
    words = [word for word in _LATIN_WORD.findall(text) if len(word) > 3 and not word.isupper()]
    return any(all(_rank(word, language) > _COMMON for language in ("en", "fr")) for word in words)


def _unheard(text: str) -> bool:
    """Whether a name holds a long word that neither English nor French text is known to use."""
    words = [word for word in _LATIN_WORD.findall(text) if len(word) > 4]
    return any(all(_rank(word, language) >= _UNKNOWN for language in ("en", "fr")) for word in words)


def _rank(word: str, language: str) -> int:
    """Return the place of a word among the words of its language, the commonest first."""
    return vocabulary(language).ids.get(normal_form(word, language), _UNKNOWN)


def _supported(name: Name, own: _Side, other: _Side) -> bool:
    """Whether the other text holds a counterpart of a name."""
    if any(_entry_stands(entry, other) for entry in name.entries) or _letters_stand(name.text, other):
        return True
    if own.language == "zh":
        sounds = _chinese_stands(name.text, other, known=bool(name.entries))
    elif other.language == "zh":
        sounds = _latin_stands(name.text, other, known=bool(name.entries))
    else:
        sounds = _spelling_stands(name.text, other, known=bool(name.entries))
    return sounds or (own.language != other.language and _translated(name, own, other))


def _translated(name: Name, own: _Side, other: _Side) -> bool:
    """Whether the lexicon knows a word of the other text as a translation of a word of the name."""
    words = [normal_form(s.of(own.text), own.language) for s in own.segments if s.overlap(name.span)]
    words = [word for word in words if word[0].isalpha() and len(word) > (1 if own.language == "zh" else 2)]
    if not words or not other.segments or (name.entries and len(words) > 1):
        return False  # of "Corée du Sud", Corée alone proves nothing
    forward, backward = lexicon(own.language, other.language).probabilities(words, other.normal_words)
    floor = 4 * _TRANSLATES if name.entries else _TRANSLATES
    return bool((forward + backward).max() >= floor)


def _entry_stands(entry: Entry, other: _Side) -> bool:
    if entry.number in other.numbers or homes().get(entry.number, frozenset()) & other.numbers:
        return True
    forms = entry.forms(other.language)
    acronyms = [form for form in forms if form.isupper() and len(form) > 1]
    if any(word.startswith(acronym) for acronym in acronyms for word in other.acronyms):
        return True  # UNU is of the UN
    if other.language == "zh":
        parts = {form.rsplit("·", 1)[-1] for form in forms} if entry.kind == "person" else set(forms)
        if any(len(part) > 1 and part in other.text for part in parts):
            return True
        short = "".join(part for part in parts if len(part) == 1)
        return bool(short) and re.search(_SHORT.format(short), other.text) is not None
    if entry.kind != "person":
        return False
    families = {words[-1] for words in (_LATIN_WORD.findall(fold(form)) for form in forms) if words}
    return any(len(family) > 2 and family in other.capital_set for family in families)


def _letters_stand(text: str, other: _Side) -> bool:
    """Whether the letters of a name, or of its longest word, stand in the other text."""
    words = [fold(word) for word in _LATIN_WORD.findall(text)]
    return any(word in other.word_set for word in words if len(word) > 2)


def _spelling_stands(text: str, other: _Side, *, known: bool) -> bool:
    """Whether a name of the other Latin language stands there, spelled a little otherwise."""
    from rapidfuzz import fuzz, process

    words = [fold(word) for word in _LATIN_WORD.findall(text) if len(word) > 2]
    if known:
        words = ["".join(words)]  # Corée and Korea are near, Corée du Sud and North Korea are not
    return any(
        process.extractOne(word, other.words, scorer=fuzz.ratio, score_cutoff=90 if known else 70) for word in words
    )


def _latin_stands(text: str, other: _Side, *, known: bool) -> bool:
    """Whether a Latin name stands in a Chinese text, romanised or transliterated."""
    from rapidfuzz import fuzz

    words = [word for word in _LATIN_WORD.findall(text) if len(word) > 1 and word[0].isupper()]
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


def _chinese_stands(text: str, other: _Side, *, known: bool) -> bool:
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


def _swapped(left: list[Name], right: list[Name], pair: Pair, *, sure: bool = True) -> list[tuple[float, Name, Name]]:
    """Pair names that stand in each other's place; where not ``sure``, only names of one kind."""
    candidates = []
    for i, one in enumerate(left):
        for j, two in enumerate(right):
            score = _likeness(one, two, pair)
            if score >= (0.01 if sure else 0.7):
                candidates.append((-score if sure else 0.15 - score, i, j))
    candidates.sort()
    used: set[tuple[str, int]] = set()
    swapped = []
    for negative, i, j in candidates:
        if ("left", i) not in used and ("right", j) not in used:
            used |= {("left", i), ("right", j)}
            swapped.append((-negative, left[i], right[j]))
    return swapped


def _report(
    swapped: list[tuple[float, Name, Name]],
    left: list[Name],
    right: list[Name],
    pair: Pair,
    rendering: _Side,
    official: _Side,
) -> Iterator[Divergence]:
    for score, one, two in swapped:
        yield Divergence(
            kind="name",
            severity="critical",
            confidence=round(score, 3),
            rendering=one.span,
            official=two.span,
            reason=f"The official text names {_called(two)}, the article {_called(one)}.",
        )
    for one in left:
        severity, confidence = _alone(one, rendering, official, added=True, linked=_linked(one, pair, added=True))
        reason = f"The article names {_called(one)}, the official text does not."
        yield Divergence(
            kind="name", severity=severity, confidence=confidence, rendering=one.span, official=None, reason=reason
        )
    for two in () if pair.partial and pair.core is None else right:
        severity, confidence = _alone(two, official, rendering, added=False, linked=_linked(two, pair, added=False))
        reason = f"The official text names {_called(two)}, the article does not."
        yield Divergence(
            kind="name", severity=severity, confidence=confidence, rendering=None, official=two.span, reason=reason
        )


def _linked(name: Name, pair: Pair, *, added: bool) -> bool:
    """Whether the word aligner found a word of the other text for a word of the name."""
    words = pair.rendering_words if added else pair.official_words
    return any(
        link.probability >= _LINKED and words[link.source if added else link.target].overlap(name.span) > 0
        for link in pair.links
    )


def _alone(name: Name, own: _Side, other: _Side, *, added: bool, linked: bool) -> tuple[Severity, float]:
    """Return how serious a name is that stands on one side only.

    Translators put a pronoun or a description for a name and a name for a pronoun, Chinese ones a country for "the
    country", and names that tell something ("Sesame Street") are translated by what they tell: none of this is worth
    an alarm.
    """
    kinds = {entry.kind for entry in name.entries}
    if linked or other.pronouns > own.pronouns:
        return "minor", 0.2
    if not kinds:
        return ("major", 0.35) if added and _unheard(name.text) else ("minor", 0.2)
    if added and own.language == "zh" and kinds & {"country", "place"}:
        return "minor", 0.3
    return "major", 0.45 if added else 0.4


def _likeness(one: Name, two: Name, pair: Pair) -> float:
    """Return how likely one name was put in the place of the other."""
    first = {_GROUPS.get(entry.kind, _LOOSE_GROUPS.get(entry.kind, "other")) for entry in one.entries}
    second = {_GROUPS.get(entry.kind, _LOOSE_GROUPS.get(entry.kind, "other")) for entry in two.entries}
    if first and second:
        if not first & second:
            return 0.0
        score = 0.85 if _tellable(one) and _tellable(two) else 0.6
    else:
        if not all(name.entries or _foreign(name) or _rare(name.text) for name in (one, two)):
            return 0.0
        if name_similarity(one.text, pair.rendering_language, two.text, pair.official_language) > 0.6:
            return 0.0
        kept = "zh" not in (pair.rendering_language, pair.official_language)  # such names keep their letters
        rare = _rare(one.text) and _rare(two.text) and (_unheard(one.text) or _unheard(two.text))
        score = 0.7 if kept and rare else 0.6 if first or second else 0.45
    distance = abs(one.span.start / max(1, len(pair.rendering)) - two.span.start / max(1, len(pair.official)))
    return score - 0.2 * max(0.0, distance - 0.3)


def _foreign(name: Name) -> bool:
    """Whether a name that the table does not know is surely one: Chinese, which transliterates, or a rare word."""
    return _unheard(name.text) or not _LATIN_WORD.search(name.text)


def _called(name: Name) -> str:
    """Return a name for an English reader."""
    entry = name.entry
    return f"{entry.en[0]} ({name.text})" if entry is not None and name.text not in entry.en else name.text
