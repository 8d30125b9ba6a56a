"""A few quoted words that say something all the same: a figure, or what somebody does.

“Some 53 million” and “will not be paid” are statements however short; a “must-see” is none.
"""

from __future__ import annotations

import re
from functools import lru_cache

from polyglot_news.quotes.grammar import Grammar, grammar
from polyglot_news.quotes.lexicon import sections
from polyglot_news.quotes.tokens import Token, tokenize

_UNITS = (
    r"%|per ?cent\b|pour ?cent\b|million|billion|trillion|thousand|milliard|€|\$|£|euro|dollar|pound|livre|yuan|degree|"
    r"degré|kilom[eè]t|km\b|tonne|megawatt|mégawatt|[^\W\d_]+s\b"
)
# A number of its own, not the name of a year or a part of a word: 53 million, $40, but not 5-point and Q2.
_FIGURE = rf"(?<![\w-])(?:[$€£]\s?\d[\d.,]*|\d[\d.,\u00a0\u202f]*\s?-?(?:{_UNITS}))"
# Behind numerals that are words: three months, four hundred days; but "one day" is a phrase.
_SPANS = r"(?:second|minute|hour|day|week|month|year|decade|centur(?:y|ie)|seconde|heure|jour|semaine|mois|an|année)s?"
_ONE = frozenset(["a", "one", "un", "une"])
_HYPHENATED = re.compile(r"\d-[^\W\d_]")
_DESCRIBED_NUMBER = re.compile(
    r".*[的最前后後](?:约|約|近|逾|超过|超過|至少)?(?:\d[\d,.]*[万萬亿億]?|[一二两兩三四五六七八九十百千万萬亿億]{2,}|百|千|万|萬)(?:多|余|餘)?"
    r"(?:[个個名家位座台臺艘辆輛件项項起所户戶次吨噸口栋棟间間条條处處架頭头只隻份]|[^\W\d]?人).{0,8}"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_SHORTEST_HAN = 4
NO_SUBJECT = tuple("的种種个個叫作为為是成等和与與及或场場项項了之")
"""What before a Chinese quote makes a noun of it, or names it."""
_UNSAYING = frozenset(
    ["be", "been", "being", "having", "am", "étant", "ayant", "été", "eu", "avoir", "être", "y", "en"]
)
_MOST_OPENING = 3


def says_something(content: str, lead: str, language: str) -> bool:
    """Whether a few quoted words give a figure, or are the predicate of the sentence around them.

    Args:
        content: what is quoted.
        lead: what stands before it: a determiner makes a noun of it (their “can do” spirit, the “1 per cent”).
        language: "en" or "fr".
    """
    words = grammar(language)
    before = tokenize(lead, 0, len(lead), french=words.french)[-1:]
    if before and (before[0].lower in words.determiners or before[0].lower.endswith(("'s", "s'"))):
        return False
    tokens = [token for token in tokenize(content, 0, len(content), french=words.french) if token.is_word]
    if len(tokens) < 2:
        return _amounts(language).fullmatch(content.strip(" \u00a0\u202f.,")) is not None
    if any(token.is_capital for token in tokens[1:]):
        return False
    return _gives_figure(content, language) or _is_predicate(tokens, words)


def is_chinese_figure(content: str) -> bool:
    """Whether Chinese words tell how many there are of what they describe: 最老旧的三百户人家, no name like 五百强."""
    return _DESCRIBED_NUMBER.fullmatch(content.strip("。，")) is not None


def is_chinese_predicate(lead: str, content: str, tail: str) -> bool:
    """Whether a few Chinese words are what the words before them do: 水泵|“确实停了”.

    A noun may begin with a negation, too: 这种|“不合作主义”.
    """
    plain = content.strip("。，！？")
    says = plain.startswith(sections("zh")["predicate_openings"]) or (
        plain.endswith(("了", "過了", "过了")) and plain[-2:] not in {"为了", "為了", "除了"}
    )
    noun = plain.endswith(sections("zh")["noun_endings"]) or lead.endswith(NO_SUBJECT) or "的" in plain[:-1]
    subject = _HAN.search(lead[-1:]) is not None
    return says and subject and not noun and len(plain) >= _SHORTEST_HAN and not tail[:1].isalnum()


def _gives_figure(content: str, language: str) -> bool:
    return _HYPHENATED.search(content) is None and _amounts(language).search(content) is not None


@lru_cache(maxsize=2)
def _amounts(language: str) -> re.Pattern[str]:
    words = sections(language)
    approximate, numerals = ("|".join(words[name]).replace("'", "['’]") for name in ("about", "numerals"))
    about = rf"\b(?:{approximate})(?:(?<=['’])|\s)(?:(?:the|les?|la)\s)?(?:\d|[$€£]|(?:{numerals})\b)"
    several = "|".join(word for word in words["numerals"] if word not in _ONE)
    return re.compile(rf"(?i:{about}|\b(?:{several})\s{_SPANS}\b)|{_FIGURE}")


def _is_predicate(tokens: list[Token], words: Grammar) -> bool:
    """Whether words open with a finite auxiliary or modal: has collapsed, cannot be ruled out, n'a pas été prévenu."""
    opening = [token.lower for token in tokens[:_MOST_OPENING]]
    while words.french and opening and opening[0] in {"n'", "ne", "s'", "se", "l'", "y", "en"}:
        opening = opening[1:]
    if not opening:
        return False
    first = opening[0]
    finite = (
        (first in words.auxiliaries or first in words.modals) and not first.startswith("'") and first not in _UNSAYING
    )
    negated = tokens[0].lower in {"n'", "ne"}
    return (finite and len(opening) > 1) or negated
