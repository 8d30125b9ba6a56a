"""What excludes each other in the shape of a sentence: *as high as* and *higher than*, *not yet* and *no longer*."""

from __future__ import annotations

import re
from functools import cache

from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.comparatives import MORE
from polyglot_news.compare.words.evidence import evidence, mutual_pairs
from polyglot_news.text import Span, clause_start, in_simplified

_NO_EQUAL = r"(?<!twice )(?<!times )(?<!half )(?<!not )(?<!nearly )(?<!almost )(?<!nowhere near )(?<!n['’]t )"
# fmt: off
_SHAPES: dict[str, dict[str, dict[str, str]]] = {
    "likeness": {
        "as much": {
            "en": rf"{_NO_EQUAL}\bas (?!well|soon|long|far|early|late|yet|such|many|few|little|possible|of|if|though)"
                  r"\w+ as\b(?! (?:\d|possible|ever|can|they|we|you|he|she|it|one|two|three|a |half)\b)",
            "fr": r"(?<!fois )(?<!pas )(?<!presque )\baussi (?!bien|longtemps|tôt|loin|peu)\w+ qu(?:e |['’])"
                  r"(?! ?(?:possible|\d))",
            "zh": r"(?:与|和|跟|同)(?!以[往前]|从前|往|过去|平|原)[^，。；：！？、]{1,12}"
                  r"(?:一样|同样|一般|不相上下|持平)[高低大小多少快慢好坏强弱贵早晚长短]?",
        },
        "more or less": {
            "en": rf"\b{MORE}\b[^.,;:!?]{{0,30}}? than\b(?! \d)",
            "fr": r"\b(?:plus|moins|davantage)\b[^.,;:!?]{0,30}? qu(?:e |['’])(?! ?\d)",
            "zh": r"比(?!例|较|如|赛|分|率|重)[^，。；：！？、\d]{1,14}?[高低大小多少快慢好坏强弱贵早晚长短]"
                  r"|[高低多少快慢大小]于(?!\d)|不如",
        },
    },
    "what is over or to come": {
        "not yet": {
            "en": r"\b(?:not|never)\b[^.,;:!?]{0,24}\byet\b|n['’]t\b[^.,;:!?]{0,24}\byet\b|\byet to\b",
            "fr": r"\b(?:pas|jamais|rien) encore\b|\btoujours pas\b|\bencore (?:pas|jamais|rien|aucun)",
            "zh": r"尚未|还没|还未|仍未|尚无",
        },
        "no longer": {
            "en": r"\bno longer\b|(?:\bnot|n['’]t)\b[^.,;:!?]{0,40}\bany ?(?:more|longer)\b",
            "fr": r"\bn(?:e |['’])(?:(?!pas\b)[\w’']+ ?){1,2}? ?plus\b"
                  r"(?! (?:de|d['’]|que|qu['’]|tard|encore|loin|tôt|en plus|ou moins|\w+ qu))",
            "zh": r"不再|再也[不没]|已不(?!止|仅|只)",
        },
    },
}
_PLAIN = frozenset({"as much", "more or less"})
_NEGATED = {
    "en": r"\b(?:not?|never|neither|nor|none|nobody|nothing|hardly|without)\b|n['’]t\b",
    "fr": r"\b(?:ne|ni|jamais|sans|aucune?|moins)\b|\bn['’]",
    "zh": r"[不没未无非]",
}
"""Of which *as high as* is less, and « jamais aussi haut » the highest."""
# fmt: on
_BEHIND = {"en": 30, "fr": 32, "zh": 10}
"""In how many characters behind such words stands what they are said of."""
_LINKED = 0.4


def changed_shapes(pair: Pair) -> tuple[Span, Span] | None:
    """Return the words, of the rendering first, of which either text has only one kind, and the other one another."""
    texts = [(in_simplified(*text), text[1]) for text in pair.texts]
    for shapes in _SHAPES:
        ours, theirs = (_found(shapes, *text) for text in texts)
        if len(ours) == len(theirs) == 1 and ours.keys() != theirs.keys():
            (mine,), (there,) = ours.values(), theirs.values()
            if (pair.core is None or there.overlap(pair.core)) and _of_the_same(pair, mine, there):
                return mine, there
    return None


def _of_the_same(pair: Pair, mine: Span, there: Span) -> bool:
    """Whether words in or right behind both places are linked to each other."""
    found = evidence(pair)
    if found is None:
        return False
    near = [
        Span(span.start, span.end + _BEHIND[language])
        for span, (_, language) in zip((mine, there), pair.texts, strict=True)
    ]
    return any(
        found.rendering.link[i] >= _LINKED
        and found.rendering.words[i].overlap(near[0])
        and found.official.words[j].overlap(near[1])
        for i, j in mutual_pairs(found)
    )


def _found(shapes: str, text: str, language: str) -> dict[str, Span]:
    """Return which shapes a text has, and where each stands first."""
    found = ((name, pattern.search(text)) for name, pattern in _patterns(shapes, language))
    return {
        name: Span(*match.span())
        for name, match in found
        if match is not None and not (name in _PLAIN and _is_negated(text, match.start(), language))
    }


def _is_negated(text: str, at: int, language: str) -> bool:
    return re.search(_NEGATED[language], text[clause_start(text, at) : at], re.IGNORECASE) is not None


@cache
def _patterns(shapes: str, language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(told[language], re.IGNORECASE)) for name, told in _SHAPES[shapes].items())
