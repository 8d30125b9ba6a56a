"""Who said it: the person whom the article names, against the speaker of the official text."""

from __future__ import annotations

import functools
import itertools
import re

import attrs

from polyglot_news.compare.model import Divergence
from polyglot_news.documents import Document
from polyglot_news.names import find_names, name_similarity
from polyglot_news.names.latin import fold
from polyglot_news.names.similarity import family_readings, given_readings, pinyin_of
from polyglot_news.quotes.agreement import MANY, PERSONAL
from polyglot_news.quotes.chinese_persons import meant_office
from polyglot_news.quotes.grammar import grammar
from polyglot_news.quotes.lexicon import sections
from polyglot_news.quotes.model import Quote
from polyglot_news.quotes.offices import bare_office
from polyglot_news.speakers.bearers import bearer
from polyglot_news.speakers.persons import OFFICE, in_whole, is_person, named_in, persons_in
from polyglot_news.speakers.questions import answerers, claims, is_question
from polyglot_news.speakers.releases import citations
from polyglot_news.speakers.titles import title_of
from polyglot_news.speakers.transcript import Turn, is_office, turns
from polyglot_news.text import Span

# "Mr Lin, who once met Ms Marchand": what comes then is about others, too.
_RELATIVE = re.compile(r",?\s(?:who|whom|whose|which|qui|que|dont|lequel|laquelle)\b.*", re.DOTALL)
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sir|M|Mme|Mlle|Me)\.?\s$")
# To whom a question is put, at its head: "Ann, on the dam.", "Thanks, Ann."
_ADDRESSED = re.compile(
    r"(?:(?:thanks|thank you|merci),?\s[^.?!\n]{1,30}[.!]|[^\W\d_]+(?:[ .\u00a0-]+[^\W\d_]+){0,2},)\s", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_IMPERSONAL = frozenset(["it", "on", "其", "它", "对方", "對方"])
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
_BY_TITLE = 0.75  # the same if nobody with that office is named
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
    beside it, as press releases quote. Persons are compared: a speaker whom the article names by an office alone is the
    one person whom it calls by that office; if nobody is, the office must be that of another label, and the one above
    the passage another office. The attribution is wrong if the person fits another label clearly better than the one
    above the passage, which may be an office; or fits none, and nobody near the quote fits that one. Nobody is accused
    by a speaker whom the article does not name at the quote, except by a pronoun that is plain. What a journalist
    claims in a question is not said by the one who answers, however the article names her.

    Args:
        quote: the statement, with its speaker.
        article: the article that holds it.
        passage: where the statement stands in the official text.
        official: the official text.

    Returns:
        A divergence whose spans count from the start of the article and of the official text, or None.
    """
    mine = _place(passage, official)
    if mine is None or quote.speaker is None:
        return None
    label = mine.label.of(official.text)
    asked = is_question(label)
    said = quote if asked else _by_office(quote, article)
    if said.speaker is None or not (asked or _is_named_there(said, article)):
        return None
    speaker = _RELATIVE.sub("", said.speaker.of(article.text))
    persons = persons_in(speaker, article.language)
    # What a Latin office is in charge of may look like a name.
    person = bearer(speaker, article) if not persons or article.language != "zh" else None
    if person is not None:
        speaker, persons = f"{speaker} ({person})", [person]
    persons = in_whole(persons, article)
    if asked:
        return _of_question(said.speaker, speaker, persons, article.language, mine.label, passage, official)
    if not persons:
        return _of_other_office(said.speaker, speaker, article.language, mine, official)
    label = _named_label(label, mine.others, official.language)
    unnamed = not persons_in(label, official.language)
    fits = {name: _fit(persons, article.language, name, official.language) for name in mine.others}
    namings = (label, mine.beside, _with_aside(mine.label, official.text))
    own = max(
        *(_fit(persons, article.language, naming, official.language) for naming in namings),
        *(fit for name, fit in fits.items() if _is_within(name, label)),
    )
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


def _is_within(name: str, label: str) -> bool:
    """Whether all words of a name stand in a label, which means the same person then: Kern in Dr Paul Kern."""
    return {*_WORD.findall(name.casefold())} <= {*_WORD.findall(label.casefold())}


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
    addressed = _ADDRESSED.match(asked)
    answers = any(_fit(persons, language, naming, official.language) >= SURE for naming in answerers(found, text))
    answers = answers or (not persons and title_of(speaker, language).kinds != frozenset())  # the spokeswoman
    # A question about what she said or did may well repeat it.
    about = asked[addressed.end() if addressed else 0 :]
    named = _fit(persons, language, about, official.language) >= SAME
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
    # A passage may begin with the end of the question, or end with what another one adds.
    turn = max(found, key=lambda turn: Span(turn.label.start, turn.end).overlap(passage), default=None)
    if turn is not None and Span(turn.label.start, turn.end).overlap(passage):
        return _Place(turn.label, "", _labels(found, text))
    middle = (passage.start + passage.end) // 2
    quoted = citations(official)
    one = next((one for one in quoted if one.said.start <= middle < one.said.end), None)
    if one is None or not persons_in(one.speaker.of(text), official.language):
        return None  # who bears an office is not said
    speakers = (other.speaker.of(text) for other in quoted)
    return _Place(one.speaker, one.beside, sorted({*speakers, *_labels(found, text), *named_in(official)}))


def _named_label(label: str, labels: list[str], language: str) -> str:
    """Return the label that names whom another one calls by the office alone: Secretary General → … Paul Kern."""
    last = _WORD.findall(label.lower())[-1:]
    if persons_in(label, language) and not (last and is_office(last[0])):
        return label
    others = (one for one in labels if label.casefold() in one.casefold() and one != label)
    named = [one for one in others if persons_in(one, language)]
    return named[0] if len(named) == 1 else label


def _of_other_office(mention: Span, speaker: str, language: str, mine: _Place, official: Document) -> Divergence | None:
    """Tell whether an office alone is that of another speaker of a transcript, and not of the one who says it."""
    text = official.text
    title = title_of(speaker, language)
    label = mine.label.of(text)
    found = turns(text)
    own = title_of(_all_called(label, found, text), official.language)
    names = {turn.label.of(text) for turn in found} - {label}
    others = [title_of(_all_called(name, found, text), official.language) for name in names if not is_question(name)]
    if not title.is_other(own) or not any(title.is_same(other) for other in others):
        return None
    return Divergence(
        kind="attribution",
        severity="critical",
        confidence=_BY_TITLE,
        rendering=mention,
        official=mine.label,
        reason=f"The article gives these words to {speaker}, the official text to {label}.",
    )


def _all_called(label: str, found: tuple[Turn, ...], text: str) -> str:
    """Return all that the labels of one speaker say: with what stands in brackets there, and those that say more."""
    called = (turn.called(text) for turn in found if label.casefold() in turn.label.of(text).casefold())
    return " ".join(dict.fromkeys(called))


def _is_named_there(quote: Quote, article: Document) -> bool:
    """Whether the attribution of a quote names its speaker, or has a pronoun that can mean nobody else.

    That is one behind the name, in the same paragraph or the next, with no other person between the two.
    """
    speaker, mention = quote.speaker, quote.mention
    if speaker is None or mention is None:
        return False
    text, language = article.text, article.language
    if mention.start == speaker.start or not _points_back(mention.of(text)):
        return True
    naming = speaker.of(text)
    persons = persons_in(naming, language)
    last = max(
        (text.rfind(word, 0, mention.start) + len(word) for word in _parts(naming, persons)), default=speaker.end
    )
    between = Span(max(speaker.end, last), mention.start)
    if between.start > between.end or len(re.findall(r"\n\s*(?=\S)", between.of(text))) > 1:
        return False
    others = persons_in(between.of(text), language)
    return all(any(agreement(one, language, other, language) >= SAME for one in persons) for other in others)


def _points_back(mention: str) -> bool:
    """Whether a mention is a pronoun, or an office behind a demonstrative, rather than a naming of its own."""
    return mention.lower() in PERSONAL | MANY | _IMPERSONAL or meant_office(mention) is not None


def _parts(naming: str, persons: list[str]) -> list[str]:
    """Return by what a naming may be taken up: all of it, or the words of the name in it."""
    return [naming, *(word for person in persons for word in re.split(r"[\s·]", person) if len(word) > 1)]


def _by_office(quote: Quote, article: Document) -> Quote:
    """Return a quote whose attribution has but an office with that as its speaker: who bears it is asked here."""
    if quote.mention is None or article.language not in {"en", "fr", "zh"}:
        return quote
    naming = quote.mention.of(article.text)
    if article.language == "zh":
        alone = naming.endswith(sections("zh")["roles"]) and not persons_in(naming, "zh")
    else:
        alone = bare_office(naming, grammar(article.language)) is not None
    return attrs.evolve(quote, speaker=quote.mention) if alone else quote


def _called(fits: dict[str, float], found: tuple[Turn, ...], text: str) -> str:
    """Return all that the labels say of the person who fits one of them best, with what stands in brackets there."""
    best = max(fits.values())
    return " ".join(turn.called(text) for turn in found if fits[turn.label.of(text)] == best)


def _with_aside(label: Span, text: str) -> str:
    """Return a label with what stands in brackets behind it: "The Home Secretary (Ann Roe)"."""
    return next((turn.called(text) for turn in turns(text) if turn.label == label), "")


def _is_other_office(label: str, called: str) -> bool:
    """Whether a label without a name is an office, and not that of a person who has a label of her own."""
    chinese = OFFICE.fullmatch(label)
    if chinese is not None:
        return chinese.group(1) not in called
    offices = {word for word in _WORD.findall(label.lower()) if is_office(word)}
    return bool(offices) and offices.isdisjoint(_WORD.findall(called.lower()))


def _labels(found: tuple[Turn, ...], text: str) -> list[str]:
    return sorted({turn.label.of(text) for turn in found})


def _fit(persons: list[str], language: str, label: str, label_language: str) -> float:
    """Return how well a person agrees with the one whom a label names, 0 to 1."""
    others = persons_in(label, label_language)
    return max(
        (agreement(one, _script(one, language), other, label_language) for one in persons for other in others),
        default=0.0,
    )


def _script(name: str, language: str) -> str:
    """Return the language of a name by its script: one in brackets has another one than its article."""
    if _HAN.search(name) is not None:
        return "zh"
    return "en" if language == "zh" else language


def agreement(one: str, language: str, other: str, other_language: str) -> float:
    """Return how likely two names mean one person: Mr Zhou and Zhou Qiming, Ms Zhou and 周启明 may."""
    readings = (_words(name, of) for name, of in ((one, language), (other, other_language)))
    if any(words <= others or others <= words for words, others in itertools.product(*readings)):
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


def _words(name: str, language: str) -> list[set[str]]:
    """Return the words of a name, of a Chinese one the pinyin of family name and given name in every reading."""
    if language != "zh" or _HAN.match(name) is None:
        return [set(fold(name).replace("-", "").split())]
    names = itertools.product(family_readings(name[:1]), given_readings(name[1:]))
    return [{family, given} - {""} for family, given in names]


def _is_somebody_else(quote: Quote, article: Document, label: str, language: str) -> bool:
    """Whether both texts name somebody in full, and the one of the label is not named around the quote.

    So neither a nickname nor a speaker taken from the wrong place of the article accuses it.
    """
    speaker = quote.speaker
    if speaker is None or not _in_full(speaker.of(article.text), article.language) or not _in_full(label, language):
        return False
    around = article.text[max(0, quote.contents[0].start - _AROUND) : quote.contents[-1].end + _AROUND]
    return _fit(persons_in(around, article.language), article.language, label, language) < SAME


def _in_full(naming: str, language: str) -> bool:
    """Whether a naming has a person whom the table knows, one with a title, or one with two names."""
    return any(
        is_person(name)
        and (bool(name.entries) or len(name.text.split()) > 1 or _TITLE.search(naming[: name.span.start]) is not None)
        for name in find_names(naming, language, loose=True)
    )
