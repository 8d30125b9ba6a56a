"""Who said it: the person whom the article names, against the speaker of the official text."""

from __future__ import annotations

import functools
import re

import attrs

from polyglot_news.compare.model import Divergence
from polyglot_news.documents import Document
from polyglot_news.names import find_names, name_similarity
from polyglot_news.names.latin import fold
from polyglot_news.names.model import Name
from polyglot_news.names.similarity import pinyin_of
from polyglot_news.quotes.chinese_names import known_names
from polyglot_news.quotes.grammar import grammar, is_listed_office
from polyglot_news.quotes.lexicon import sections
from polyglot_news.quotes.model import Quote
from polyglot_news.quotes.offices import bare_office
from polyglot_news.speakers.bearers import bearer
from polyglot_news.speakers.questions import answerers, claims, is_question
from polyglot_news.speakers.releases import citations
from polyglot_news.speakers.transcript import Turn, is_office, turns
from polyglot_news.text import Span

# "Mr Lin, who once met Ms Marchand": what comes then is about others, too.
_RELATIVE = re.compile(r",?\s(?:who|whom|whose|which|qui|que|dont|lequel|laquelle)\b.*", re.DOTALL)
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sir|M|Mme|Mlle|Me)\.?\s$")
_OFFICE = re.compile(r".*([总副]?[部外院局校司行议会社]长|主[席任]|总[理统]|大使|发言人|代表|秘书长|首相|国王|记者)")
_COURTESY = re.compile("(?:先生|女士|夫人|小姐)$")
_WORD = re.compile(r"[^\W\d_]+")
# How well names of one person agree at least, from 0 to 1. A transliteration may be worse; below OTHER it is none.
SAME = 0.65
OTHER = 0.35
# How well the speaker must fit another label before the attribution is called wrong: 0.65 is often chance between a
# transliteration of two characters and a name of two syllables.
SURE = 0.8
# How much better the speaker must fit another label before the attribution is called wrong.
MARGIN = 0.3
# How sure an accusation is at most, if the article names an office alone.
_BY_OFFICE = 0.8
# How sure it is that the words of a question are given to the one who answers.
_ASKED = 0.7
# How well whole names of Chinese people agree at most that differ in a letter: sounds tell nothing of them.
_DOUBTFUL = 0.5
_WHOLE_CHINESE = 3  # characters
_PINYIN = re.compile(
    "(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:i?ang|iong|uang|[eio]ng|u?ai|i?ao|ei|ou|[iu]?an|[eiu]n|i[aeu]|u[aeio]|er|[aeiouv]))+"
)
# Where an article may name the true speaker, if the wrong one was taken from it: characters around the quote.
_AROUND = 500


@attrs.frozen
class _Place:
    """Whom the official text gives a passage to: her label, what stands beside the passage, whom else it names."""

    label: Span
    beside: str
    others: list[str]


def check_attribution(quote: Quote, article: Document, passage: Span, official: Document) -> Divergence | None:
    """Tell whether the transcript gives the passage to somebody else than the article does.

    A transcript has at least two labelled speakers; else the passage must stand between marks, with its speaker named
    beside it, as press releases quote. Only persons are compared: a speaker whom the article names by an office alone
    is the one person whom it calls by that office. The attribution is wrong if the person fits another label clearly
    better than the one above the passage, which may be an office; or fits none, and nobody near the quote fits that
    one. Nobody is accused by a speaker whom the article does not name at the quote, except by a pronoun that is plain.
    What a journalist claims in a question is not said by the one who answers.

    Args:
        quote: the statement, with its speaker.
        article: the article that holds it.
        passage: where the statement stands in the official text.
        official: the official text.

    Returns:
        A divergence whose spans count from the start of the article and of the official text, or None.
    """
    quote = _by_office(quote, article)
    if quote.speaker is None or not _is_named_there(quote, article):
        return None
    mine = _place(passage, official)
    speaker = _RELATIVE.sub("", quote.speaker.of(article.text))
    persons = _persons(speaker, article.language)
    person = bearer(speaker, article) if mine is not None and not persons else None
    if person is not None:
        speaker, persons = f"{speaker} ({person})", [person]
    if mine is None or not persons:
        return None
    label = mine.label.of(official.text)
    persons = _in_whole(persons, article)
    if is_question(label):
        return _of_question(quote.speaker, speaker, persons, article.language, mine.label, passage, official)
    unnamed = not _persons(label, official.language)
    own = max(_fit(persons, article.language, naming, official.language) for naming in (label, mine.beside))
    fits = {name: _fit(persons, article.language, name, official.language) for name in mine.others}
    best = max(fits.values(), default=0.0)
    another = best >= SURE and best - own >= MARGIN
    if unnamed and not (another and _is_other_office(label, _called(fits, turns(official.text), official.text))):
        return None
    nobody = (
        not unnamed and person is None and best < (OTHER if "zh" in {article.language, official.language} else SAME)
    )
    if not another and not (nobody and _is_somebody_else(quote, article, label, official.language)):
        return None
    return Divergence(
        kind="attribution",
        severity="critical",
        confidence=round(min(0.95 if person is None else _BY_OFFICE, 0.5 + best / 2 - own / 4), 3) if another else 0.7,
        rendering=quote.speaker,
        official=mine.label,
        reason=f"The article gives these words to {speaker}, the official text to {label}.",
    )


def _of_question(
    mention: Span, speaker: str, persons: list[str], language: str, label: Span, passage: Span, official: Document
) -> Divergence | None:
    """Tell whether the article gives to the one who answers what the journalist claims who asks."""
    text = official.text
    found = turns(text)
    turn = next((turn for turn in found if turn.label == label), None)
    if turn is None:
        return None  # a release cites a body of journalists
    asked = Span(turn.start, turn.end).of(text)
    answers = any(_fit(persons, language, naming, official.language) >= SURE for naming in answerers(found, text))
    # A question about what she said or did may well repeat it.
    named = _fit(persons, language, asked, official.language) >= SAME
    if not answers or named or not claims(turn, passage, text):
        return None
    return Divergence(
        kind="attribution",
        severity="critical",
        confidence=_ASKED,
        rendering=mention,
        official=label,
        reason=f"The article gives these words to {speaker}, in the official text they belong to a question.",
    )


def _place(passage: Span, official: Document) -> _Place | None:
    """Return to whom the official text gives a passage: by the label above it, or by the sentence that quotes it."""
    text = official.text
    found = turns(text)
    turn = next((turn for turn in found if turn.label.start <= passage.start < turn.end), None)
    if turn is not None:
        return _Place(turn.label, "", _labels(found, text))
    middle = (passage.start + passage.end) // 2
    quoted = citations(official)
    one = next((one for one in quoted if one.said.start <= middle < one.said.end), None)
    if one is None or not _persons(one.speaker.of(text), official.language):
        return None  # who bears an office is not said
    speakers = (other.speaker.of(text) for other in quoted)
    return _Place(one.speaker, one.beside, sorted({*speakers, *_labels(found, text), *_named(official)}))


@functools.lru_cache(maxsize=16)
def _named(official: Document) -> tuple[str, ...]:
    """Return the names of persons in an official text, perhaps with others that look like them."""
    return tuple(name.text for name in find_names(official.text, official.language, loose=True) if _is_person(name))


def _in_whole(persons: list[str], article: Document) -> list[str]:
    """Add to a family name the whole one, if the article has but one with it: 桑德里娜·拉韦涅 to 拉韦涅.

    A transliterated family name alone tells too little.
    """
    if article.language == "zh":
        names = {article.text[name.start : name.end] for name in known_names(article.text) if name.is_person}
    else:
        names = {name for name in _named(article) if not _is_title(name)}
    found = list(persons)
    for person in persons:
        whole = {name for name in names if name.endswith((f"·{person}", f" {person}"))}
        shortest = min(whole, key=len, default="")  # others have an office before it: Mayor Anna Roy
        found += [shortest] if shortest and all(name.endswith(shortest) for name in whole) else []
    return found


def _is_named_there(quote: Quote, article: Document) -> bool:
    """Whether the attribution of a quote names its speaker, or has a pronoun that can mean nobody else.

    That is one behind the name, in the same paragraph or the next, with no other person between the two.
    """
    speaker, mention = quote.speaker, quote.mention
    if speaker is None or mention is None:
        return False
    if mention.start == speaker.start:
        return True
    between = Span(speaker.end, mention.start)
    if between.start > between.end or len(re.findall(r"\n\s*(?=\S)", between.of(article.text))) > 1:
        return False
    language = article.language
    persons = _persons(speaker.of(article.text), language)
    others = _persons(between.of(article.text), language)
    return all(any(agreement(one, language, other, language) >= SAME for one in persons) for other in others)


def _by_office(quote: Quote, article: Document) -> Quote:
    """Return a quote whose attribution has but an office with that as its speaker: who bears it is asked here."""
    if quote.mention is None or article.language not in {"en", "fr", "zh"}:
        return quote
    naming = quote.mention.of(article.text)
    chinese = article.language == "zh"
    alone = naming in sections("zh")["roles"] if chinese else bare_office(naming, grammar(article.language)) is not None
    return attrs.evolve(quote, speaker=quote.mention) if alone else quote


def _called(fits: dict[str, float], found: tuple[Turn, ...], text: str) -> str:
    """Return all that the labels say of the person who fits one of them best, with what stands in brackets there."""
    best = max(fits.values())
    return " ".join(text[turn.label.start : turn.start] for turn in found if fits[turn.label.of(text)] == best)


def _is_other_office(label: str, called: str) -> bool:
    """Whether a label without a name is an office, and not that of a person who has a label of her own."""
    chinese = _OFFICE.fullmatch(label)
    if chinese is not None:
        return chinese.group(1) not in called
    offices = {word for word in _WORD.findall(label.lower()) if is_office(word)}
    return bool(offices) and offices.isdisjoint(_WORD.findall(called.lower()))


def _labels(found: tuple[Turn, ...], text: str) -> list[str]:
    return sorted({turn.label.of(text) for turn in found})


def _fit(persons: list[str], language: str, label: str, label_language: str) -> float:
    """Return how well a person agrees with the one whom a label names, 0 to 1."""
    others = _persons(label, label_language)
    return max((agreement(one, language, other, label_language) for one in persons for other in others), default=0.0)


def agreement(one: str, language: str, other: str, other_language: str) -> float:
    """Return how likely two names mean one person: Mr Zhou and Zhou Qiming, Ms Zhou and 周启明 may."""
    words, others = (_words(name, of) for name, of in ((one, language), (other, other_language)))
    if words <= others or others <= words:
        return 1.0
    likeness = name_similarity(one, language, other, other_language)
    latin = next((name for name, of in ((one, language), (other, other_language)) if of != "zh"), "")
    chinese = next((name for name, of in ((one, language), (other, other_language)) if of == "zh"), "")
    return min(likeness, _DOUBTFUL) if _are_chinese(chinese, latin) else likeness


def _are_chinese(chinese: str, latin: str) -> bool:
    """Whether both are whole names of Chinese people, which agree letter by letter: 高志远 is no Su Xiaolan."""
    words = fold(latin).replace("-", "").split()
    return (
        len(chinese) == _WHOLE_CHINESE
        and chinese.startswith(sections("zh")["surnames"])
        and len(words) == 2  # family name and given name
        and not _surnames().isdisjoint(words)
        and all(_PINYIN.fullmatch(word) for word in words)
    )


@functools.lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    return frozenset(pinyin_of(name) for name in sections("zh")["surnames"])


def _words(name: str, language: str) -> set[str]:
    """Return the words of a name, of a Chinese one the pinyin of family name and given name."""
    if language == "zh":
        return {pinyin_of(part) for part in (name[:1], name[1:]) if part}
    return set(fold(name).replace("-", "").split())


def _persons(naming: str, language: str) -> list[str]:
    """Return the names of persons within a naming of somebody; none where there is but an office or a body."""
    naming = naming.title() if naming.isupper() else naming
    names = []
    before = None
    for name in find_names(naming, language, loose=True):
        if _is_person(name):
            # The first name of Sofia Lindgren is a town, too.
            whole = before is not None and naming[before.span.end : name.span.start] == " "
            names.append(naming[before.span.start if before is not None and whole else name.span.start : name.span.end])
        before = None if _is_person(name) else name
    names = [name for name in names if not _is_title(name)]
    if language == "zh":
        alone = _OFFICE.sub("", _COURTESY.sub("", naming.strip())).strip()
        names += [alone] if 2 <= len(alone) <= 4 and alone not in names else []
        names = names or _behind_office(naming.strip())
    return names


def _behind_office(naming: str) -> list[str]:
    """Return the Chinese name behind an office that no list has: 航天员|苏晓岚, 儿童医学中心主任医师 |赵静."""
    for length in (3, 2):
        office, name = naming[:-length], naming[-length:]
        parted = office[-1:].isspace() or office.endswith(sections("zh")["nouns"])
        if parted and name.startswith(sections("zh")["surnames"]):
            return [name] if not name.endswith(sections("zh")["roles"]) else []
    return []


def _is_title(name: str) -> bool:
    """Whether what looks like a name is but the capitals of an office: Deputy, Governor."""
    return all(is_listed_office(word) for word in name.lower().split())


def _is_person(name: Name) -> bool:
    return not name.entries or any(entry.kind == "person" for entry in name.entries)


def _is_somebody_else(quote: Quote, article: Document, label: str, language: str) -> bool:
    """Whether both texts name somebody in full, and the one of the label is not named around the quote.

    So neither a nickname nor a speaker taken from the wrong place of the article accuses it.
    """
    speaker = quote.speaker
    if speaker is None or not _in_full(speaker.of(article.text), article.language) or not _in_full(label, language):
        return False
    around = article.text[max(0, quote.contents[0].start - _AROUND) : quote.contents[-1].end + _AROUND]
    return _fit(_persons(around, article.language), article.language, label, language) < SAME


def _in_full(naming: str, language: str) -> bool:
    """Whether a naming has a person whom the table knows, one with a title, or one with two names."""
    return any(
        _is_person(name)
        and (bool(name.entries) or len(name.text.split()) > 1 or _TITLE.search(naming[: name.span.start]) is not None)
        for name in find_names(naming, language, loose=True)
    )
