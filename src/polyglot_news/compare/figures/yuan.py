"""Yuan for dollars: 300万元 is three million yuan, unless the text is one of those that call their dollars 元.

Texts in traditional characters do, and those that name a dollar, in which a bare 元 may go on counting it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.values.describe import describe
from polyglot_news.values.facts import Fact
from polyglot_news.values.units import DOLLARS

_SURE = 0.9
_YUAN = "CNY"
_NAMES_DOLLARS = re.compile(r"\$|＄|USD|美[元金]|[港台]币|[港加澳纽]元|新西兰元|(?:新加)?坡元|加拿大元|澳大利亚元")
_NAMES_YUAN = {
    "en": r"\byuan\b|\brenminbi\b|\bRMB\b|[¥￥]",
    "fr": r"\byuans?\b|\brenminbi\b|\bRMB\b|[¥￥]",
    "zh": "人民币|[¥￥]",
}


def yuan_for_dollars(pair: Pair, rendering: Sequence[Fact], official: Sequence[Fact]) -> Iterator[Divergence]:
    """Yield a sum that is one of yuan in one text and of dollars in the other."""
    ours, theirs = ([fact for fact in facts if fact.unit in {_YUAN, *DOLLARS}] for facts in (rendering, official))
    for one in ours:
        for two in theirs:
            if one.numbers[0] != two.numbers[0]:
                continue
            if one.unit == _YUAN and two.unit in DOLLARS:
                here, there = pair.texts
            elif two.unit == _YUAN and one.unit in DOLLARS:
                there, here = pair.texts
            else:
                continue
            if _means_yuan(*here, traditional=pair.traditional) and not _named(*there):
                yield Divergence(
                    kind="number",
                    severity="critical",
                    confidence=_SURE,
                    rendering=one.value.span,
                    official=two.value.span,
                    reason=(
                        f"The official text says {describe(two.value, pair.official)}, "
                        f"the article {describe(one.value, pair.rendering)}."
                    ),
                )


def _means_yuan(text: str, language: str, *, traditional: bool) -> bool:
    """Whether a sum that may be one of yuan can be none of dollars."""
    return _named(text, language) or (language == "zh" and not traditional and not _NAMES_DOLLARS.search(text))


def _named(text: str, language: str) -> bool:
    return re.search(_NAMES_YUAN[language], text, re.IGNORECASE) is not None
