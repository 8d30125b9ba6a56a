"""Is what a fragment says a claim of its own, or the name of a thing?"""

from __future__ import annotations

import re

from polyglot_news.compare.operators.cues import words
from polyglot_news.compare.operators.endings import FUTURE

# fmt: off
_FINITE = {
    "en": frozenset({
        "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must",
        "shall", "should", "do", "does", "did", "cannot", "'ll", "'s", "'re", "'ve", "'d", "am",
    }),
    "fr": frozenset({
        "est", "sont", "était", "étaient", "sera", "seront", "serait", "seraient", "fut", "soit", "soient", "a", "ont",
        "avait", "avaient", "aura", "auront", "ait", "aient", "peut", "peuvent", "pourra", "pourront", "pourrait",
        "doit", "doivent", "devra", "devront", "devrait", "va", "vont", "ira", "iront", "fait", "font", "faut",
        "ne", "n'",
    }),
    "zh": frozenset(),
}
"""What shows that words are a clause, and no name of a thing."""
_RELATIVE = {
    "en": frozenset({"that", "which", "who", "whose", "whom", "where"}),
    "fr": frozenset({"qui", "que", "qu'", "dont", "où", "lequel", "laquelle"}),
    "zh": frozenset(),
}
# fmt: on
_SHORTEST = 5
"""How many letters a French future has at least: "aura" and "sera" are named."""
_VERBAL = {
    "en": re.compile(r"to (?!the |an? |our |their |this |that )", re.IGNORECASE),
    "fr": re.compile(r"(?:ne (?:pas|plus|jamais) |se |s[’']|en |y )?\w{2,}(?:er|ir|re|oir)\b", re.IGNORECASE),
    "zh": re.compile("(?!)"),
}
"""What begins as an infinitive does."""
_NAME = 5
"""Up to so many words, what begins with an article is the name of a thing."""
_ARTICLE = {
    "en": re.compile(r"(?:an?|the|this|that|these|those|our|their|his|her|its|no) ", re.IGNORECASE),
    "fr": re.compile(
        r"(?:une?|l[ea]s?|des|du|ce(?:tte|t|s)?|notre|nos|leurs?|s[ao]n|ses|aucune?) |l[’']|d[’']un", re.IGNORECASE
    ),
    "zh": re.compile("(?!)"),
}


def is_clause(text: str, language: str) -> bool:
    """Whether a fragment has a verb, and none of a relative clause."""
    for unit in words(text, language):
        if unit.text in _RELATIVE[language]:
            return False
        if unit.text in _FINITE[language] or (
            language == "fr" and len(unit.text) >= _SHORTEST and FUTURE.match(unit.text)
        ):
            return True
    return False


def is_verbal(text: str, language: str) -> bool:
    """Whether a fragment has a verb or begins with an infinitive."""
    return is_clause(text, language) or _VERBAL[language].match(text) is not None


def is_name(text: str, language: str) -> bool:
    """Whether a fragment is but the name of a thing: a few words after an article."""
    return len(words(text, language)) <= _NAME and _ARTICLE[language].match(text) is not None
