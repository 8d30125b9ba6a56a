"""The Chinese word lists, and patterns made of them."""

from __future__ import annotations

import re
from functools import lru_cache

from polyglot_news.quotes.lexicon import sections

_DATE = r"\d{1,4}[年月日号號时時点點]|[一二三四五六七八九十]{1,3}[月日]"
# The character for a meeting, where it ends no name of a body.
_MEETING = "(?<![员員事理工商协協国國议議学學金合委董])[会會]"


def words(section: str) -> tuple[str, ...]:
    """Return a section of the Chinese word lists."""
    return sections("zh")[section]


def any_of(entries: tuple[str, ...]) -> str:
    """Return a pattern that matches one of the entries, the longest first."""
    return "|".join(re.escape(entry) for entry in sorted(set(entries), key=lambda entry: (-len(entry), entry)))


@lru_cache(maxsize=16)
def listed(section: str) -> re.Pattern[str]:
    """Any entry of a section of the Chinese word lists."""
    return re.compile(any_of(words(section)))


@lru_cache(maxsize=1)
def stop_pattern() -> re.Pattern[str]:
    """What ends a subject: a date, a figure, a bracket, a word that stands behind subjects."""
    verbs = tuple(verb for verb in words("verbs") if len(verb) > 1 or verb in {"说", "說"})
    return re.compile(rf"{_DATE}|\d|（|\(|{any_of(words('between') + verbs)}")


@lru_cache(maxsize=1)
def stopping_words() -> tuple[str, ...]:
    """Words that stop a subject themselves, although they look as if they held another such word: 认为, 再次."""
    return words("between") + words("verbs")


@lru_cache(maxsize=1)
def adjuncts_pattern() -> re.Pattern[str]:
    """What may part a subject from its verb: dates, adverbs, and phrases with a preposition: 周三|在社交媒体上."""
    return re.compile(rf"(?:{_DATE}|{any_of(words('between'))})*(?:[在于於对對向就跟与與][^的]{{1,40}})?(?<!被)")


@lru_cache(maxsize=1)
def occasion_pattern() -> re.Pattern[str]:
    """What says at the end of a subject on what occasion it spoke: 会后, 访问日本期间."""
    gap = rf"(?:(?!{any_of(words('roles'))}|[人者员員团團])[^的]){{0,6}}?"
    ends = any_of(words("occasion_ends"))
    return re.compile(rf"(?:{_MEETING}|(?:{any_of(words('occasions'))}){gap})(?:{ends})$")


@lru_cache(maxsize=1)
def demonstrative_pattern() -> re.Pattern[str]:
    """An office that a demonstrative points back to; group 1 is the office."""
    offices = any_of(words("roles"))
    return re.compile(rf"(?:{any_of(words('demonstratives'))})[^的]{{0,4}}?({offices})")


@lru_cache(maxsize=1)
def situated_pattern() -> re.Pattern[str]:
    """What tells where somebody works, lives or comes from: 任职于|高盛的分析师."""
    return re.compile(rf"(?:总部|總部|[曾现現]|长期|長期)?(?:{any_of(words('situations'))})[于於在自]")
