"""Numerals that only sum up the list beside them: *both A and B*, « les deux villes de A et de B », A和B两个城市.

Languages add and drop them freely, and so the word for what is counted: they say nothing that the list does not.
Nor is anything to be made of the words of a share that both texts tell, the one as "four in five", the other as 80%,
of a measure that they give in feet and in metres, of "compared with a year earlier" for 同比, of *most* for two thirds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from polyglot_news.compare.figures.majorities import majority_told
from polyglot_news.compare.figures.references import same_reference
from polyglot_news.compare.model import Pair
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, evidence
from polyglot_news.text import Span, blank
from polyglot_news.values.converted import converted_measures
from polyglot_news.values.shares import told_shares

_DOUBTED = 0.5  # doubt from which the other text does not name what is counted
_NUMERALS = {
    "en": {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6},
    "fr": {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6},
    "zh": {"两": 2, "二": 2, "双": 2, "三": 3, "四": 4, "五": 5, "六": 6},
}
_DIGIT = re.compile(r"(?<![\d.,])[2-6](?![\d.,]*\d)")
_PAIRS = re.compile(r"\bboth\b|[双俩]", re.IGNORECASE)
_ITEM = r"(?:(?:[^\W_][\w'’.-]*) ){0,3}?[^\W_][\w'’-]*"
_AND = {"en": "and", "fr": "et"}
_JOINT = {"en": r"(?:,| of|:| –| —) ", "fr": r"(?:,| d[eu]s?| ?:| –| —) | d['’]"}
_NOUN = r"(?:[^\W\d_][\w'’-]* )?[^\W\d_][\w'’-]*"
_FAR = 200  # characters that a list takes at most
_MEASURE = "个家座位名大种项所条艘支"
_COUNTED = "国地省市县区州方党院部洲岛港城"  # what is counted without a measure word
# One character for each: 英法两国, 京津两地.
_SHORT_NAMES = "中美英法德日俄韩印澳加欧意西朝巴以伊乌越泰沪深京津粤港闽鄂湘苏浙川渝"
_LISTED_ZH = re.compile(r"[、]|以及|[和与及跟同]")
_CLAUSE_ZH = re.compile(r"[^，。；：！？,;:!?\s]*$")


@attrs.frozen
class Sum:
    """A numeral that sums up a list: how many, where it stands, and the word for what is counted, which may be none."""

    count: int
    numeral: Span
    noun: Span | None


def without_sums(rendering: str, official: str, languages: tuple[str, str]) -> tuple[str, str]:
    """Return both texts with blanks in the place of numerals that only sum up a list, and of what both tell alike.

    Numerals stay where the other text counts as well, so that another number is still another number.

    Args:
        rendering: the quoted text.
        official: the official passage.
        languages: those of the two.
    """
    rendering, official = _without_told(rendering, official, languages)
    texts = rendering, official
    found = [list(sums(text, language)) for text, language in zip(texts, languages, strict=True)]
    if found[0]:
        rendering = _blanked(texts, languages, 0, found[0])
    if found[1]:
        official = _blanked(texts, languages, 1, found[1])
    return rendering, official


def _without_told(rendering: str, official: str, languages: tuple[str, str]) -> tuple[str, str]:
    texts = (rendering, languages[0]), (official, languages[1])
    here, there = (
        [*shares, *measures] for shares, measures in zip(told_shares(texts), converted_measures(texts), strict=True)
    )
    for told in (same_reference(texts), majority_told(texts)):
        if told is not None:
            here, there = [*here, told[0]], [*there, told[1]]
    return blank(rendering, here), blank(official, there)


def _blanked(texts: tuple[str, str], languages: tuple[str, str], side: int, found: list[Sum]) -> str:
    text = texts[side]
    if _counts(texts[1 - side], languages[1 - side]):
        return text
    named = _named_words(texts, languages, side) if any(one.noun for one in found) else []
    return blank(text, (_place(one, named) for one in found))


def _place(one: Sum, named: Sequence[Span]) -> Span:
    """Return where a sum stands, with its noun unless the other text may name it."""
    alone = one.noun is not None and not any(word.overlap(one.noun) for word in named)
    return Span(one.numeral.start, one.noun.end) if one.noun and alone else one.numeral


def _counts(text: str, language: str) -> bool:
    """Whether a text has a small number, be it only to sum up."""
    if language == "zh":
        words = "|".join(_NUMERALS["zh"])
        numeral = re.search(rf"(?:{words})[{_MEASURE}{_COUNTED}]", text)
    else:
        numeral = re.search(rf"\b(?:{'|'.join(_NUMERALS[language])})\b", text, re.IGNORECASE)
    return bool(numeral or _DIGIT.search(text) or _PAIRS.search(text))


def _named_words(texts: tuple[str, str], languages: tuple[str, str], side: int) -> list[Span]:
    """Return the words of one text that the other one may name: all, if it has a word without counterpart itself."""
    pair = Pair(rendering=texts[0], official=texts[1], rendering_language=languages[0], official_language=languages[1])
    found = evidence(pair)
    if found is None:
        return []
    own, other = found.seen_from(side)
    if any((other.doubt >= _DOUBTED) & (other.weight >= CONTENT_WEIGHT)):
        return list(own.words)
    return [word for word, doubt in zip(own.words, own.doubt.tolist(), strict=True) if doubt < _DOUBTED]


def sums(text: str, language: str) -> Iterator[Sum]:
    """Yield the numerals of a text that sum up a list of as many members right beside them."""
    if language == "zh":
        yield from _chinese(text)
        return
    if language == "en":
        for match in re.finditer(rf"\b(both) {_ITEM} and (?=[^\W_])|(?<=\w),? (both)\b(?! of)", text, re.IGNORECASE):
            group = 1 if match.group(1) else 2
            if group == 1 or _ends_list(_before(text, match), language, 2):
                yield Sum(2, Span(*match.span(group)), None)
    else:
        for match in re.finditer(r"\btou(?:te)?s (?:les )?(deux|trois|quatre)\b", text, re.IGNORECASE):
            count = _NUMERALS["fr"][match.group(1).lower()]
            clause = re.split(r"[;:.!?]\s", _before(text, match))[-1]
            if _lists(clause, language, count):
                yield Sum(count, Span(*match.span()), None)
    yield from _before_list(text, language)


def _before_list(text: str, language: str) -> Iterator[Sum]:
    """Yield *the two cities of A and B*, *the three countries, A, B and C*, and *A and B, the two cities that …*."""
    article = "the" if language == "en" else "les"
    for word, count in _NUMERALS[language].items():
        for match in re.finditer(rf"\b({article} {word}) ({_NOUN})", text, re.IGNORECASE):
            noun = _noun_before_list(text, Span(*match.span(2)), language, count)
            before = _before(text, match).rstrip()
            if noun is None and before.endswith(",") and _ends_list(before[:-1], language, count):
                noun = Span(*match.span(2))
            if noun is not None:
                yield Sum(count, Span(*match.span(1)), noun)


def _noun_before_list(text: str, words: Span, language: str, count: int) -> Span | None:
    """Return the one or two words before a list, if it has so many members."""
    first = words.start + len(words.of(text).split(" ", maxsplit=1)[0])
    for end in (words.end, first):
        joint = re.compile(_JOINT[language]).match(text, end)
        if joint is not None and _begins_list(text[joint.end() : joint.end() + _FAR], language, count):
            return Span(words.start, end)
    return None


def _before(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - _FAR) : match.start()]


def _begins_list(text: str, language: str, count: int) -> bool:
    listed = rf"{_ITEM}(?:, {_ITEM}){{{count - 2}}},? {_AND[language]} (?=[^\W_])"
    return re.match(listed, text) is not None


def _ends_list(text: str, language: str, count: int) -> bool:
    return re.search(rf"(?:^|\W){_list(language, count)}$", text) is not None


def _lists(text: str, language: str, count: int) -> bool:
    return re.search(_list(language, count), text) is not None


def _list(language: str, count: int) -> str:
    return rf"{_ITEM}(?:, {_ITEM}){{{count - 2}}},? {_AND[language]} {_ITEM}"


def _chinese(text: str) -> Iterator[Sum]:
    numerals = "".join(_NUMERALS["zh"])
    for match in re.finditer(
        rf"(?<![第{numerals}一七八九十百千万亿\d])([{numerals}])(?:([{_MEASURE}])|([{_COUNTED}]))", text
    ):
        count = _NUMERALS["zh"][match.group(1)]
        clause = _CLAUSE_ZH.search(_before(text, match))
        before = clause.group() if clause else ""
        short = re.search(rf"(?<![{_SHORT_NAMES}])[{_SHORT_NAMES}]{{{count}}}$", before)
        marks = _LISTED_ZH.findall(before)
        if before and (short or (len(marks) == count - 1 and not _LISTED_ZH.match(before[-1:]))):
            yield Sum(count, Span(match.start(), match.end()), _noun_behind(text, match) if match.group(2) else None)


def _noun_behind(text: str, match: re.Match[str]) -> Span | None:
    """Return the word behind a measure word."""
    from polyglot_news.align.segmentation import segment

    behind = text[match.end() : match.end() + 8]
    words = segment(behind, "zh")
    return words[0].shift(match.end()) if words and words[0].start == 0 else None
