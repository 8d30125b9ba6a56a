"""Names of persons, places and bodies: does each have its counterpart, or does another name stand in its place?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from polyglot_news.compare.model import Divergence, DivergenceKind, Pair, Severity
from polyglot_news.compare.naming.holders import exchanged_holders
from polyglot_news.compare.naming.named_text import (
    GROUPS,
    LATIN_WORD,
    NamedText,
    is_part,
    rare,
    supported,
    tellable,
    unheard,
    union,
)
from polyglot_news.compare.naming.namesakes import are_namesakes, has_namesake_alone
from polyglot_news.compare.naming.posts import Post, exchanged_posts, portfolio
from polyglot_news.compare.naming.told import told_by_members, told_by_person, told_otherwise
from polyglot_news.names import Entry, Name, name_similarity
from polyglot_news.names.latin import fold
from polyglot_news.names.table import homes, may_tell, nations
from polyglot_news.text import Span

_LINKED = 0.5  # probability from which a link of the aligner shows that a name was rendered by something
_LOOSE_GROUPS = {"region": "place", "territory": "place", "office": "body", "event": "event"}
_POSTS = 0.85  # confidence that another minister stands in the place of the official one
_TOWNS = {"place", "region", "territory"}
# Names of which the table has nearly all that an article speaks of.
_OF_STATE = {"country", "body", "office"}
_DOUBTED = 0.45  # likeness of one of these and a name that the table lacks
_COMPASS = {"north", "south", "nord", "sud", "du"}
# A Chinese official's own country, or whoever acts for it.
_HOMELAND = re.compile(
    "我(?:国|军|方|[驻海空])|本国|全国|国家|国务院|中央|中资|中企|央行|海军|[总国]局|总署"
    "|(?:外交|国防|商务|财政|公安|教育|交通运输|农业农村|工业和信息化)部"
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s)[\s«“‘\"']*$")
_CLAUSE_END = re.compile(r"[,;:!?()—–，；：。！？（）、]|\.\s")


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
        rendering = NamedText(text=pair.rendering, language=pair.rendering_language)
        official = NamedText(text=pair.official, language=pair.official_language)
        left, right = _missing(rendering, official), _covered(_missing(official, rendering), pair)
        left = [n for n in left if not _surely_told(n, rendering, official)]
        right = [n for n in right if not _surely_told(n, official, rendering)]
        events = _events(rendering, official), _covered(_events(official, rendering), pair)
        swapped = _swapped(left, right, pair) + _swapped(*events, pair)
        left, right = _rest(left, right, swapped)
        towns = [n for n in left if _is_town(n)], [n for n in right if _is_town(n)]
        swapped += _swapped(towns[0], _covered(_vague(official, rendering), pair), pair, sure=False)
        swapped += _swapped(_vague(rendering, official), towns[1], pair, sure=False)
        left, right = _rest(left, right, swapped)
        left = [n for n in left if not supported(n, rendering, official)]
        right = [n for n in right if not supported(n, official, rendering)]
        swapped += _swapped(left, _covered(_surplus(official, rendering), pair), pair, sure=False)
        swapped += _swapped(_surplus(rendering, official), right, pair, sure=False)
        if not swapped:
            both = _surplus(rendering, official), _covered(_surplus(official, rendering), pair)
            swapped += _swapped(*both, pair, sure=False)
        left, right = _rest(left, right, swapped)
        sure = [n for n in left if n.entries or unheard(n.text)]
        swapped += _swapped(sure, _covered(_doubtful(official, rendering), pair), pair)
        swapped += _swapped(_doubtful(rendering, official), [n for n in right if n.entries], pair)
        institutions = [n for n in _doubtful(rendering, official) if _is_institution(n)]
        swapped += _swapped(institutions, _covered(filter(_is_institution, _doubtful(official, rendering)), pair), pair)
        left, right = _rest(left, right, swapped)
        left = [n for n in left if not told_otherwise(n, rendering, official)]
        right = [n for n in right if not told_otherwise(n, official, rendering)]
        yield from _report(swapped, left, right, pair, rendering, official)
        yield from _exchanged_posts(pair)
        holders = exchanged_holders(pair, rendering, official)
        if holders is not None and not swapped and _inside(holders[1], pair):
            yield from _report([(_POSTS, *holders)], [], [], pair, rendering, official)


def _missing(own: NamedText, other: NamedText) -> list[Name]:
    """Return the names that tell whom or what they mean and have no counterpart in the other text."""
    told = (n for n in own.names if tellable(n) or has_namesake_alone(n, other.names, other.words))
    return [n for n in told if not supported(n, own, other, by_head=False) and not is_part(n, own, other)]


def _surely_told(name: Name, own: NamedText, other: NamedText) -> bool:
    """Whether the other text tells a name by what can be nothing else, so that it was not exchanged either."""
    return told_by_members(name, own, other) or told_by_person(name, own, other)


def _vague(own: NamedText, other: NamedText) -> list[Name]:
    """Return the places of the table for which the other text has but something that sounds like them.

    That is enough where no other place stands for them: 四川 sounds like a word of most texts.
    """
    return [
        n
        for n in own.names
        if _is_town(n)
        and supported(n, own, other, by_head=False)
        and not supported(n, own, other, by_head=False, by_sound=False)
    ]


def _is_town(name: Name) -> bool:
    """Whether the table has a name as that of a place, and of nothing else."""
    return bool(name.entries) and all(entry.kind == "place" for entry in name.entries)


def _exchanged_posts(pair: Pair) -> Iterator[Divergence]:
    """Yield the ministers, ministries and heads that stand in the place of another."""
    texts = pair.rendering, pair.rendering_language, pair.official, pair.official_language
    for one, two in exchanged_posts(*texts):
        if _inside(two, pair):
            ours = _post(one, pair.rendering, pair.rendering_language)
            theirs = _post(two, pair.official, pair.official_language)
            yield Divergence(
                kind="name",
                severity="critical",
                confidence=_POSTS,
                rendering=one.span,
                official=two.span,
                reason=f"The official text names {theirs}, the article {ours}.",
            )


def _post(post: Post, text: str, language: str) -> str:
    """Return a post for an English reader."""
    return f"{post.span.of(text)} ({portfolio(post)})" if language == "zh" else post.span.of(text)


def _covered(names: Iterable[Name], pair: Pair) -> list[Name]:
    """Return those of the official names that stand in what is rendered."""
    return [name for name in names if _inside(name, pair)]


def _inside(name: Name | Post, pair: Pair) -> bool:
    """Whether the rendering covers the place of an official name: it lies in the core, or in the clause it ends in.

    A name that was exchanged resembles nothing of the rendering, and where it stands last, the core ends before it.
    """
    if pair.core is None:
        return True
    start, end = pair.core.with_(name.span)
    gaps = pair.official[start : pair.core.start] + pair.official[pair.core.end : end]
    return not _CLAUSE_END.search(gaps)


def _rest(
    left: list[Name], right: list[Name], swapped: list[tuple[float, Name, Name]]
) -> tuple[list[Name], list[Name]]:
    used = {id(name) for _, one, two in swapped for name in (one, two)}
    return [n for n in left if id(n) not in used], [n for n in right if id(n) not in used]


def _doubtful(own: NamedText, other: NamedText) -> list[Name]:
    """Return the unsupported names that are too doubtful to be reported alone: regions, parties, surnames.

    Between two languages of Latin letters, those with a capital inside a sentence, too, though the word is common.
    """
    kept = "zh" not in (own.language, other.language)
    names = [
        n
        for n in own.names
        if not tellable(n) and (n.entries or (n.loose and _foreign(n)) or (kept and _is_capital(n, own.text)))
    ]
    return [n for n in names if not supported(n, own, other)]


def _is_capital(name: Name, text: str) -> bool:
    """Whether a name stands with a capital where common words have none."""
    return name.text[0].isupper() and not name.text.isupper() and not _opens_sentence(name, text)


def _events(own: NamedText, other: NamedText) -> list[Name]:
    """Return the unsupported treaties and the like: told in many ways, they are reported only in place of another."""
    names = [n for n in own.names if any(entry.kind == "event" for entry in n.entries)]
    return [n for n in names if not supported(n, own, other, by_head=False)]


def _surplus(own: NamedText, other: NamedText) -> list[Name]:
    """Return the names of one text that the other has, too, but not as often: the last ones of each."""
    surplus = []
    for number in own.numbers & other.numbers:
        names = [n for n in own.names if n.entry is not None and n.entry.number == number and tellable(n)]
        missing = len(names) - sum(any(e.number == number for e in n.entries) for n in other.names)
        surplus += names[-missing:] if missing > 0 else []
    return sorted(surplus, key=lambda name: name.span)


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
    rendering: NamedText,
    official: NamedText,
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
        severity, confidence = _alone(
            one, rendering, official, added=True, linked=_linked(one, pair, official, added=True)
        )
        reason = f"The article names {_called(one)}, the official text does not."
        yield Divergence(
            kind="name", severity=severity, confidence=confidence, rendering=one.span, official=None, reason=reason
        )
    for two in () if pair.partial and pair.core is None else right:
        severity, confidence = _alone(
            two, official, rendering, added=False, linked=_linked(two, pair, rendering, added=False)
        )
        reason = f"The official text names {_called(two)}, the article does not."
        yield Divergence(
            kind="name", severity=severity, confidence=confidence, rendering=None, official=two.span, reason=reason
        )


def _linked(name: Name, pair: Pair, other: NamedText, *, added: bool) -> bool:
    """Whether the word aligner found a word of the other text for a word of the name: one that names nothing else."""
    own, theirs = pair.rendering_words, pair.official_words
    if not added:
        own, theirs = theirs, own
    ends = ((link.source, link.target, link.probability) for link in pair.links)
    return any(
        probability >= _LINKED
        and own[one if added else two].overlap(name.span) > 0
        and not _names_another(theirs[two if added else one], name, other)
        for one, two, probability in ends
    )


def _names_another(word: Span, name: Name, other: NamedText) -> bool:
    """Whether a word belongs to a name of the table that is not this one."""
    mine = {entry.number for entry in name.entries}
    return any(
        one.span.overlap(word) > 0 and one.entries and mine.isdisjoint(entry.number for entry in one.entries)
        for one in other.names
    )


def _alone(name: Name, own: NamedText, other: NamedText, *, added: bool, linked: bool) -> tuple[Severity, float]:
    """Return how serious a name is that stands on one side only.

    Translators put a pronoun or a description for a name and a name for a pronoun, Chinese ones a country for "the
    country", and names that tell something ("Sesame Street") are translated by what they tell: none of this is worth
    an alarm.
    """
    kinds = {entry.kind for entry in name.entries}
    if linked or other.pronouns > own.pronouns:
        return "minor", 0.2
    if not kinds:
        return ("major", 0.35) if added and unheard(name.text) else ("minor", 0.2)
    if added and own.language == "zh" and kinds & {"country", "place"}:
        return "minor", 0.3
    return "major", 0.45 if added else 0.4


def _likeness(one: Name, two: Name, pair: Pair) -> float:
    """Return how likely one name was put in the place of the other."""
    first, second = _groups(one), _groups(two)
    if any(may_tell(e, f) for e in one.entries for f in two.entries) or _tells_homeland(one, two, pair):
        return 0.0
    if first and second:
        if not first & second and not (_governs(one, two) or _governs(two, one)):
            return 0.0
        sure = all(tellable(name) or _is_institution(name) for name in (one, two))
        score = 0.85 if sure or "event" in first & second else 0.6
    else:
        sides = (one, pair.rendering, second), (two, pair.official, first)
        if any(other and not name.entries and _opens_sentence(name, text) for name, text, other in sides):
            return 0.0  # its capital says nothing: Gallium is no country
        score = 0.7 if are_namesakes(one, two) else _likeness_of_unknown(one, two, pair)
    if not score:
        return 0.0
    distance = abs(one.span.start / max(1, len(pair.rendering)) - two.span.start / max(1, len(pair.official)))
    return score - 0.2 * max(0.0, distance - 0.3)


def _tells_homeland(one: Name, two: Name, pair: Pair) -> bool:
    """Whether a name says only whose official speaks: a Chinese one's own country is a reader's China.

    It may stand in the place of another country all the same, where the official names none of his own people.
    """
    forms = {form for entry in one.entries for form in entry.zh}
    if pair.official_language != "zh" or forms.isdisjoint(("中国", "北京")):
        return False
    if any(entry.kind == "language" for entry in two.entries):
        return False  # the Chinese and the English of a school
    seats = homes() if "北京" in forms else {}
    powers = any(e.kind == "country" or e.number == union() or e.number in seats for e in two.entries)
    return not powers or _HOMELAND.search(pair.official) is not None


def _groups(name: Name) -> set[str]:
    """Return in the place of what names a name can stand; the European Union in that of a country, too."""
    groups = {GROUPS.get(entry.kind, _LOOSE_GROUPS.get(entry.kind, "other")) for entry in name.entries}
    return groups | ({"place"} if any(entry.number == union() for entry in name.entries) else set())


def _is_institution(name: Name) -> bool:
    """Whether a name is that of a public body or a company of one country: no other has an office called so."""
    return bool(name.entries) and all(e.kind == "office" and e.number in nations() for e in name.entries)


def _governs(body: Name, place: Name) -> bool:
    """Whether a body has a seat, and the other is one that stands for those who govern there: the Pentagon, Londres."""
    seats = homes()
    kinds = {entry.kind for entry in body.entries}
    return kinds == {"body"} and all(
        entry.number in seats and entry.kind == kind
        for name, kind in ((body, "body"), (place, "place"))
        for entry in name.entries
    )


def _likeness_of_unknown(one: Name, two: Name, pair: Pair) -> float:
    """Return the same where the table does not know both of the names."""
    kept = "zh" not in (pair.rendering_language, pair.official_language)  # such names keep their letters
    kinds = {entry.kind for name in (one, two) for entry in name.entries}
    towns = kept and bool(kinds) and kinds <= _TOWNS  # a common word with a capital faces one: Champagne, Burgundy
    if not towns and not all(name.entries or _foreign(name) or rare(name.text) for name in (one, two)):
        return 0.0
    if name_similarity(one.text, pair.rendering_language, two.text, pair.official_language) > 0.6:
        return 0.0
    if _is_of_state(one) or _is_of_state(two):
        return _DOUBTED
    uncommon = rare(one.text) and rare(two.text) and (unheard(one.text) or unheard(two.text))
    return 0.7 if kept and uncommon else 0.6 if one.entries or two.entries else 0.45


def _is_of_state(name: Name) -> bool:
    """Whether a name of the table is a country, what stands for one (a capital, a palace), or a body.

    Who puts another in the place of one of these puts one that the table has, too. An unknown name that faces it is its
    transliteration, or something that the article tells by its country: Felixstowe, the English port.
    """
    return any(entry.kind in _OF_STATE or entry.number in homes() for entry in name.entries)


def _opens_sentence(name: Name, text: str) -> bool:
    """Whether a single word that the table does not know stands where every word has a capital."""
    lone = LATIN_WORD.fullmatch(name.text) is not None
    return lone and _SENTENCE_START.search(text[: name.span.start]) is not None


def _foreign(name: Name) -> bool:
    """Whether a name that the table does not know is surely one: Chinese, which transliterates, or a rare word."""
    return unheard(name.text) or not LATIN_WORD.search(name.text)


def _called(name: Name) -> str:
    """Return a name for an English reader."""
    entry = name.entry
    if entry is None or name.text == entry.en[0] or _is_either(name.text, entry):
        return name.text
    return f"{entry.en[0]} ({name.text})"


def _is_either(text: str, entry: Entry) -> bool:
    """Whether a name does not say which of two countries it means, as "Corée" does not."""
    bare = _words(text)
    return any(_COMPASS & words and words - _COMPASS == bare != set() for words in map(_words, (*entry.en, *entry.fr)))


def _words(text: str) -> set[str]:
    return {fold(word) for word in LATIN_WORD.findall(text)}
