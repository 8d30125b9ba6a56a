"""Whom a pronoun can mean: gender and number, as titles, articles and nouns show them."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from polyglot_news.names import find_names
from polyglot_news.quotes.chinese_persons import is_name, is_personal
from polyglot_news.quotes.enumerations import AND
from polyglot_news.quotes.grammar import Grammar, grammar
from polyglot_news.quotes.lexicon import sections
from polyglot_news.quotes.tokens import Token, tokenize

Trait = Literal["male", "female", "plural"]

PERSONAL = frozenset(["he", "she", "him", "her", "his", "il", "elle", "lui", "他", "她"])
"""Pronouns of one person."""
MANY = frozenset(["they", "them", "their", "ils", "elles", "eux", "他们", "他們", "她们", "她們"])
"""Pronouns of several."""
_MALE = frozenset(["he", "him", "his", "il", "lui", "他"])
_FEMALE = frozenset(["she", "her", "elle", "她"])
_OF_PERSONS = frozenset(["he", "she", "him", "her", "his"])  # French has "il" and "elle" for things, too

_MALES = (
    "mr m sir lord monsieur mgr king prince pope father brother husband man spokesman chairman businessman congressman "
    "policeman roi père frère mari homme pape"
)
_FEMALES = (
    "mrs ms miss mme mlle madame lady dame queen princess mother sister wife daughter widow woman spokeswoman "
    "chairwoman businesswoman congresswoman policewoman actress reine princesse mère sœur femme épouse fille veuve"
)
_MANY_DETERMINERS = (
    "les des ces deux trois quatre plusieurs certains certaines quelques "
    "two three four several some many both these those"
)
_TRAITS: dict[str, Trait] = {**dict.fromkeys(_MALES.split(), "male"), **dict.fromkeys(_FEMALES.split(), "female")}
_ARTICLES: dict[str, Trait] = {
    **dict.fromkeys(["le", "un", "ce", "cet"], "male"),
    **dict.fromkeys(["la", "une", "cette"], "female"),
    **dict.fromkeys(_MANY_DETERMINERS.split(), "plural"),
}
_TITLED = frozenset(["mr", "m", "sir", "lord", "monsieur", "mgr", "mrs", "ms", "miss", "mme", "mlle", "madame", "lady"])
# Of the words that play a part in a text those that are no persons.
_WRITTEN = frozenset(
    ["article", "complaint", "document", "letter", "memo", "paper", "poll", "post", "report", "statement", "study",
     "survey"]
)  # fmt: skip
_THINGS = _WRITTEN | {
    "agency", "autorités", "commission", "committee", "company", "crowd", "department", "firm", "graduate", "group",
    "leadership", "management", "ministry", "organisation", "organization", "police",
}  # fmt: skip
_FEMALE_ENDINGS = ("trice", "euse")
# How the names of bodies end, whom neither 他 nor 她 means: 审计法院, 外交部, 中方.
_CHINESE_BODY = re.compile(
    "(?:(?<!干)部|[局院署厅廳会會社党黨司府宫宮报報方]|集团|集團|机构|機構|组织|組織|大学|大學|中心|(?:电视|電視|电|電)[台臺])$"
)
_CHINESE: tuple[tuple[Trait, re.Pattern[str]], ...] = (
    ("male", re.compile("先生|国王|國王|男子|父亲|父親|丈夫")),
    ("female", re.compile("女士|夫人|小姐|女王|女子|母亲|母親|妻子|太太")),
)


def can_mean(pronoun: str, naming: str, language: str) -> bool:
    """Whether a pronoun can mean somebody.

    What neither title nor article nor noun shows speaks against nobody: "il" may be Elias Haddad or the council, but
    neither Mme Lindqvist nor "les autorités"; "he" is no country.
    """
    word = pronoun.lower()
    if language not in {"en", "fr"}:
        is_body = word in PERSONAL and _CHINESE_BODY.search(naming) is not None and not _names_person(naming)
        return not is_body and _trait_in_chinese(naming) not in _excluded(word)
    tokens = tokenize(naming, 0, len(naming), french=language == "fr")
    if word == "it" or word in MANY:
        shown = {token.lower.rstrip(".") for token in tokens}
        if word != "it" and not shown.isdisjoint(AND):
            return True
        return shown.isdisjoint(_TITLED) and (word == "it" or shown.isdisjoint(_WRITTEN))
    return _trait(tokens, language) not in _excluded(word) and not (word in _OF_PERSONS and is_thing(naming, language))


def shows_gender(naming: str, language: str) -> bool:
    """Whether a title, an article or a noun shows of whom an English or French naming is."""
    tokens = tokenize(naming, 0, len(naming), french=language == "fr")
    return _trait(tokens, language) in {"male", "female"}


def is_title(word: str) -> bool:
    """Whether a word is a title before a name: Ms, M., Mme."""
    return word[0].isupper() and word.lower().rstrip(".") in _TITLED


def is_thing(naming: str, language: str) -> bool:
    """Whether a naming is of a place or a body, or of something written, rather than of a person."""
    if language not in {"en", "fr"}:
        return False
    words = grammar(language)
    tokens = tokenize(naming, 0, len(naming), french=words.french)
    tokens = tokens[: next((k for k, token in enumerate(tokens) if k and _describes(token, words)), len(tokens))]
    link = (k for k, token in enumerate(tokens) if k and words.is_preposition(token.lower))
    head = [token.lower for token in tokens[: next(link, len(tokens))]]
    parts = [word for word in head if word in words.roles] or [word for word in head if words.is_role(word)]
    if parts:
        return parts[0 if words.french else -1] in _THINGS
    names = find_names(naming[: tokens[-1].end], language) if tokens else []
    return bool(names) and all(name.entries and name.entries[0].kind != "person" for name in names)


def is_body(naming: str, language: str) -> bool:
    """Whether the head of an English or French naming is a body, which "it" may mean: the Court, the City Council."""
    words = grammar(language)
    tokens = tokenize(naming, 0, len(naming), french=words.french)
    link = (k for k, token in enumerate(tokens) if k and (not token.is_word or words.is_preposition(token.lower)))
    head = [token.lower for token in tokens[: next(link, len(tokens))]]
    return any(word in words.bodies for word in head) and not any(map(words.is_role, head))


def _describes(token: Token, words: Grammar) -> bool:
    """Whether what only describes somebody begins: Anna Berg, | head of the company, one | who runs the company."""
    return token.text == "," or token.lower in words.relatives


def _excluded(pronoun: str) -> frozenset[str]:
    """Return what a pronoun cannot mean."""
    if pronoun in _MALE:
        return frozenset(["female", "plural"])
    return frozenset(["male", "plural"]) if pronoun in _FEMALE else frozenset()


def _trait(tokens: list[Token], language: str) -> Trait | None:
    """Return what the head of a naming shows, or the apposition that follows it: Karin Roos, la cheffe."""
    owner = max((k for k, token in enumerate(tokens) if token.lower.endswith(("'s", "s'"))), default=-1)
    tokens = tokens[owner + 1 :]
    words = grammar(language)
    for k, token in enumerate(tokens):
        word = token.lower.rstrip(".")
        if k and words.is_preposition(token.lower) and not token.is_capital:
            return _trait_behind(tokens[k:], language)
        opens = k == 0 or tokens[k - 1].text == ","
        is_article = opens and not (token.is_capital and k + 1 < len(tokens) and tokens[k + 1].is_capital)
        if is_article and word in _ARTICLES:
            return _ARTICLES[word]
        sex = _sex_of_office(word, words) if language == "fr" else None
        if sex == "female" or (sex == "male" and not any(other.is_capital for other in tokens[k + 1 :])):
            return sex  # l'avocate, l'avocat; but l'auteur Amélie Roy
        if word in _TRAITS and not (word == "m" and token.text != "M."):
            return _TRAITS[word]
        kinship = _TRAITS.keys() & word.split("-")  # ex-wife, mother-in-law
        if kinship and not token.is_capital:
            return _TRAITS[min(kinship)]
        if token.is_capital and k + 1 < len(tokens) and tokens[k + 1].is_capital and word in _given_names():
            return _given_names()[word]
    return None


@cache
def _given_names() -> dict[str, Trait]:
    lists = sections("given")
    return {**dict.fromkeys(lists["male"], "male"), **dict.fromkeys(lists["female"], "female")}


def _sex_of_office(word: str, words: Grammar) -> Trait | None:
    """Return what the ending of a French office shows: l'actrice, l'avocate, l'avocat; but l'élève is anybody."""
    if word.endswith(_FEMALE_ENDINGS) and words.is_role(word):
        return "female"
    if word in words.roles and word.endswith("e") and word[:-1] in words.roles:
        return "female"
    return "male" if word in words.roles and word + "e" in words.roles else None


def _trait_behind(tokens: list[Token], language: str) -> Trait | None:
    """Return what stands behind a comma, after what depends on the head: l'envoyée de l'ONU, Mme Roos."""
    comma = next((k for k, token in enumerate(tokens) if token.text == ","), None)
    return _trait(tokens[comma + 1 :], language) if comma is not None else None


def _names_person(naming: str) -> bool:
    """Whether a Chinese naming that ends as those of bodies do is the name of a person: 王院."""
    called = len(naming) == 2 and naming[0] in sections("zh")["surnames"]
    return called or is_name(naming) or is_personal(naming)


def _trait_in_chinese(naming: str) -> Trait | None:
    return next((trait for trait, pattern in _CHINESE if pattern.search(naming)), None)
