"""Whom a press release quotes: the statements between marks in an official text, each with who says it."""

from __future__ import annotations

import functools
import re

import attrs

from polyglot_news.documents import Document
from polyglot_news.names import find_names
from polyglot_news.quotes import extract_quotes
from polyglot_news.quotes.agreement import PERSONAL
from polyglot_news.quotes.chinese_names import known_names
from polyglot_news.quotes.chinese_persons import is_name, is_personal
from polyglot_news.quotes.grammar import grammar, is_listed_office
from polyglot_news.quotes.lexicon import sections
from polyglot_news.quotes.model import Quote
from polyglot_news.speakers.persons import persons_in
from polyglot_news.text import RECENT_TEXTS, Span

# A name, perhaps with an office, up to a colon: "Réaction de Yann Roy, président du comité : « … »".
_NAME = (
    r"(?:(?:M|Mme|Mlle|Mr|Mrs|Ms|Dr|Prof)\.?\s)?[A-ZÀ-ÝŒ][^\W\d_]+(?:[\s'’-]+(?:[^\W\d_]{1,3}\s)?[A-ZÀ-ÝŒ][^\W\d_]+)+"
)
_LABEL = re.compile(
    r"\s*(?:(?:Réaction|Déclaration|Citation|Commentaire|Témoignage|Statement|Comment|Reaction|Quote|Remarks)\s"
    rf"(?:de|by|from|of)\s|(?:Réaction|Déclaration|Citation|Commentaire|Témoignage)\sd[’'])?(?P<who>(?P<name>{_NAME})"
    r"(?:,[^:.!?]{3,150}?)?)\s*:\s*"
)
# An office's charge or a body's aim: "Minister | for Health", "directrice | de l'école".
_CHARGE = re.compile(r"\s(?:for|of|at|in|on|de|du|des|à|aux?|en|pour|chargée?)\b|\sd[’']")
# A name with its title or with two words at least; with an article it has an office, too: "the Coast Guard" is nobody.
_WHOLE = re.compile(
    r"(?<!\w)(?P<article>(?:[Tt]he|[Ll][ea])\s|[Ll][’'])?(?P<title>(?:MM?|Mmes?|Mlle|Mrs?|Ms|Dr|Sir)\.?\s)?"
    r"(?P<name>[A-ZÀ-ÝŒ][^\W\d_]+(?:[\s’'-]+[A-ZÀ-ÝŒ][^\W\d_]*\.?)*)"
)
_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"\n\s*(?=\S)")
_MARKS = "«»“”„\"'‘’「」『』—– \t\u00a0\u202f"


@attrs.frozen(kw_only=True)
class Citation:
    """A statement that an official text quotes.

    Attributes:
        speaker: who says it, as the text names her.
        said: what stands between the marks.
        beside: what its paragraph says outside the marks; whoever is named there may be the speaker.
    """

    speaker: Span
    said: Span
    beside: str


@functools.lru_cache(maxsize=RECENT_TEXTS)
def citations(official: Document) -> tuple[Citation, ...]:
    """Return the statements of an official text whose speaker is named at them, before them or where they begin."""
    text = official.text
    found: list[Citation] = []
    for quote in extract_quotes(text, official.language):
        if not quote.is_statement:
            continue
        said = Span(quote.contents[0].start, quote.contents[-1].end)
        beside = _beside(quote, text)
        labelled = _labelled(text, said.start, official.language)
        speaker = _named_here(quote, text) or labelled or _taken_up(quote, official, found)
        if speaker is not None and _names_person(speaker.of(text), official):
            found.append(Citation(speaker=speaker, said=said, beside=beside))
        elif speaker is None and found and not _says(beside) and _is_next(found[-1].said, said, text):
            found.append(attrs.evolve(found[-1], said=said))
    return tuple(found)


def _named_here(quote: Quote, text: str) -> Span | None:
    """Return the speaker who is named at a quote, whole or by the family name alone."""
    if quote.mention is None or quote.speaker is None:
        return None
    family = quote.mention.of(text).split()[-1]
    by_family = family[0].isupper() and family in re.split(r"[\s,]+", quote.speaker.of(text))
    return quote.speaker if quote.mention == quote.speaker or by_family else None


def _taken_up(quote: Quote, official: Document, before: list[Citation]) -> Span | None:
    """Return the speaker whom the text has named before, where a quote has but her office or a pronoun: she added.

    A pronoun takes up the name or the statement of somebody in its paragraph or the one before, if nobody else is named
    between the two.
    """
    speaker, mention, text = quote.speaker, quote.mention, official.text
    if speaker is None or mention is None or speaker.end > mention.start or speaker.of(text) == mention.of(text):
        return None
    if mention.of(text).lower() not in PERSONAL:
        return speaker
    own = {*_WORD.findall(speaker.of(text))}
    names = [text.rfind(word, 0, mention.start) + len(word) for word in own if len(word) > 1]
    said = [one.said.end for one in before[-1:] if one.speaker == speaker]
    between = text[max([speaker.end, *names, *said]) : mention.start]
    others = {word for name in persons_in(between, official.language) for word in _WORD.findall(name)} - own
    return speaker if not others and len(_BREAK.findall(between)) <= 1 else None


def _labelled(text: str, start: int, language: str) -> Span | None:
    """Return the person with whose name a paragraph begins that a colon leads up to its quote."""
    low = text.rfind("\n", 0, start) + 1
    lead = text[low:start].rstrip(_MARKS)
    match = _LABEL.fullmatch(lead)
    if match is None or language not in {"en", "fr"}:
        return None
    return Span(low + match.start("who"), low + match.end("who"))


def _names_person(naming: str, official: Document) -> bool:
    """Whether a naming has the name of a person, not only an office or a body, which capitals may write like one."""
    if official.language == "zh":
        known = any(name.end == len(naming) and name.is_person for name in known_names(naming))
        return known or is_name(naming) or (is_personal(naming) and not naming.endswith(sections("zh")["roles"]))
    parts = (_CHARGE.split(part, maxsplit=1)[0] for part in naming.split(","))
    return any(_is_person(match, official) for part in parts for match in _WHOLE.finditer(part))


def _is_person(match: re.Match[str], official: Document) -> bool:
    words = [word.lower() for word in _WORD.findall(match.group("name"))]
    named = [word for word in words if not is_listed_office(word)]
    owner = match.string[match.end() :].startswith(("'s", "’s"))  # Ms Roe's spokesman
    if owner or (match.group("article") is not None and len(named) == len(words)):
        return False
    whole = {
        entry.kind
        for name in find_names(match.group("name"), official.language)
        if name.text == match.group("name")
        for entry in name.entries
    }
    family = match.group("name").split()[-1]
    several = len(named) > 1 or match.group("title") is not None or _has_first_name(family, official.text)
    return several and words[-1] in named and not _is_body(words[-1]) and whole <= {"person"}


def _has_first_name(family: str, text: str) -> bool:
    """Whether a text calls somebody by a first name as well whom it names with the office: Governor Roe, Ann Roe."""
    before = re.findall(rf"([A-ZÀ-ÝŒ][^\W\d_]+)\s{re.escape(family)}\b", text)
    return any(not is_listed_office(word.lower()) for word in before)


def _is_body(word: str) -> bool:
    return any(word in grammar(language).bodies for language in ("en", "fr"))


def _beside(quote: Quote, text: str) -> str:
    """Return the paragraphs of a quote without what is quoted."""
    start = text.rfind("\n", 0, quote.contents[0].start) + 1
    end = text.find("\n", quote.contents[-1].end)
    parts = [start, *(offset for span in quote.contents for offset in span), end if end >= 0 else len(text)]
    return " ".join(text[low:high] for low, high in zip(parts[::2], parts[1::2], strict=True))


def _is_next(last: Span, said: Span, text: str) -> bool:
    """Whether a statement opens the paragraph behind another one, which is no question and has its attribution."""
    end = text.find("\n", last.end)
    return 0 <= end < said.start and not _says(text[end : said.start]) and text[last.end - 1] not in "?？"


def _says(text: str) -> bool:
    return any(char.isalnum() for char in text)
