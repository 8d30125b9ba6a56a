"""An *if* put for a *whatever*: « quels que soient les résultats » sets no condition, « si le résultat est bon » does.

Both clauses speak of the same thing, so that neither is left out or added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.cues import Hit
from polyglot_news.compare.words.evidence import evidence, mutual_links
from polyglot_news.text import Span, clause_around, in_simplified

_WHATEVER = {
    "en": re.compile(r"\b(?:whatever|no matter (?:what|which|how|who)|regardless of|irrespective of)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:quel(?:le)?s? que soi(?:t|ent)\b|peu importe |indépendamment d)", re.IGNORECASE),
    "zh": re.compile("无论|不论|(?<!坐视)(?<!撒手)(?<!置之)(?<!放任)不管"),
}
_NO_CONDITION = {
    "en": re.compile(r"\b(?:even if|whether|or not)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:même s(?:i\b|['’])|quoi qu|ou (?:non|pas)\b)", re.IGNORECASE),
    "zh": re.compile("即使|即便|哪怕|就算|是否|与否"),
}
"""What makes no condition of an *if* either."""
_IF = frozenset({"if", "si", "s'il", "s'ils", "如果", "假如", "若是"})
_LINKED = 0.3


def if_for_whatever(pair: Pair, sides: tuple[Sequence[Hit], Sequence[Hit]]) -> Iterator[tuple[Span, Span]]:
    """Yield an *if* and a *whatever* that are said of the same, that of the rendering first.

    Args:
        pair: the pair.
        sides: the qualifiers of both texts.
    """
    texts = [in_simplified(*text) for text in pair.texts]
    free = [[*_WHATEVER[language].finditer(text)] for text, (_, language) in zip(texts, pair.texts, strict=True)]
    conditions = [[hit for hit in side if hit.cue.asks_as("if")] for side in sides]
    for side in (0, 1):
        if _NO_CONDITION[pair.texts[1 - side][1]].search(texts[1 - side]):
            continue
        if len(free[side]) != 1 or free[1 - side] or conditions[side] or len(conditions[1 - side]) != 1:
            continue
        condition, found = conditions[1 - side][0], evidence(pair)
        if condition.cue.text not in _IF or found is None:
            continue
        spans = [Span(*free[side][0].span()), condition.span]
        clauses = [clause_around(texts[k], span) for k, span in zip((side, 1 - side), spans, strict=True)]
        order = slice(None, None, 1 if side == 0 else -1)
        if any(link >= _LINKED for link in mutual_links(found, *clauses[order])):
            one, other = spans[order]
            yield one, other
