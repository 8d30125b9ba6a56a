"""By how much and to what: prices that fall *to* 58 percent here, and *by* 58 percent there, 降至 and 下降."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from polyglot_news.compare.figures.changes import fallen
from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.text import in_plain_signs
from polyglot_news.values.agreement import agreement
from polyglot_news.values.describe import describe
from polyglot_news.values.facts import Fact

_SAME = 0.75
_SURE = 0.85
_NEAR = 48
_KINDS = frozenset({"cardinal", "money", "quantity", "percent", "points"})

# fmt: off
_FILLED = {
    "en": r"(?: (?:an?|about|around|roughly|some|nearly|almost|over|more than|less than|at least|just|only|under"
          r"|approximately|as much as|up to|another|a further))* ?[$€£¥]?$",
    "fr": r"(?: ?(?:environ|près d(?:e|['’])|plus d(?:e|['’])|moins d(?:e|['’])|presque|quelque|au moins|à peine"
          r"|seulement))* ?$",
    "zh": r"(?:大?约|近|将近|接近|逾|超过?|至少|不到|整整|大概)*$",
}
"""What may stand before the figure."""
_CHANGES = {
    "en": r"\b(?:ris(?:e|es|en|ing)|rose|increas\w+|gr[eo]w(?!ers?\b)\w*|climb\w*|jump\w*|surg(?:e|ed|es|ing)|soar\w*"
          r"|rais(?:e|es|ed|ing)|expand\w*|fall(?:s|en|ing)?|fell|drop\w*|declin\w+|decreas\w+|cut(?:s|ting)?|reduc\w+"
          r"|shr[aiu]nk\w*|plung\w+|slump\w*|lower(?:s|ed|ing)|trim\w*|slash\w*|eas(?:e|ed|es|ing)|slow(?:ed|s|ing)?|down"
          r"|up(?! to\b))",
    "fr": r"\b(?:hauss\w+|augment\w+|progress\w+|croissance|grimp\w+|bond\w*|relev\w+|port(?:é|er|era)\w*"
          r"|baiss\w+|recul\w*|diminu\w+|rédui\w+|réduction|chut\w+|repli\w*|régress\w+|abaiss\w+|ramen\w+|tomb\w+"
          r"|pass(?:é|er|era|ent)\w*|mont(?:é|er|era)\w*|descend\w+|ralenti\w*)",
    "zh": r"(?:降价|增[长加]|上[升涨调]|提[高升]|扩大|下[降滑跌调]|减少|降低|回落|缩[减小短]|削减|[增涨升跌降减])",
}
_TO = {
    "en": r"(?: [\w'’-]+){0,4}(?<! up) to",
    "fr": r"(?: [\w'’-]+){0,4} à",
    "zh": r"[至到为]",
}
_BY = {
    "en": r"(?: [\w'’-]+){0,4} by|(?: of)?",
    "fr": r"(?: [\w'’-]+){0,2} d(?:e|['’])",
    "zh": r"[了幅]?",
}
_RATES = {
    "en": r"\b(?:growth|inflation|pace|increases?|expansion|contraction"
    r"|(?:the|an?|its|their) (?:decline|fall|drop|rise))\b",
    "fr": r"\b(?:croissance|inflation|rythme|progression|(?:l[ae]|une?|cette) (?:hausse|recul|baisse))\b",
    "zh": "增速|[增涨降跌升]幅|增长率|通胀|速度",
}
"""What is itself a change: growth that slows to 5 percent is 增长5%."""
_GROWS = {
    "en": r"\b(?:growth|inflation|expansion)\b",
    "fr": r"\b(?:croissance|inflation|progression)\b",
    "zh": "增速|[增涨升]幅|增长率|通胀",
}
"""What is surely more: inflation that falls to 3 percent is no fall by 3 percent."""
# fmt: on


def changed_levels(pair: Pair, rendering: Sequence[Fact], official: Sequence[Fact]) -> Iterator[Divergence]:
    """Yield a figure that one side gives as what something came to, and the other as by how much it changed."""
    texts = [in_plain_signs(*text) for text in pair.texts]
    ours, theirs = (
        [(fact, way) for fact in facts if (way := _way(text, language, fact)) is not None]
        for text, (_, language), facts in zip(texts, pair.texts, (rendering, official), strict=True)
    )
    for one, way in ours:
        same = [told for told in theirs if agreement(one, told[0]) >= _SAME]
        if len(same) != 1 or way == same[0][1]:
            continue
        two = same[0][0]
        ends = (pair.texts[0], one), (pair.texts[1], two)
        level, change = ends if way == "to" else ends[::-1]
        if _says(_RATES, *level) and not (_says(_GROWS, *level) and fallen(*change[0], change[1])):
            continue
        alone = all(sum(agreement(one, fact) >= _SAME for fact in facts) == 1 for facts in (rendering, official))
        if alone and (pair.core is None or two.value.span.overlap(pair.core)):
            said = describe(two.value, pair.official)
            yield Divergence(
                kind="number",
                severity="critical",
                confidence=_SURE,
                rendering=one.value.span,
                official=two.value.span,
                reason=f"The official text has a change {same[0][1]} {said}, the article one {way} as much.",
            )
            return


def _says(words: dict[str, str], told: tuple[str, str], fact: Fact) -> bool:
    """Whether one of some words stands before a figure."""
    text, language = in_plain_signs(*told), told[1]
    start = fact.value.span.start
    return re.search(words[language], text[max(0, start - _NEAR) : start], re.IGNORECASE) is not None


def _way(text: str, language: str, fact: Fact) -> Literal["to", "by"] | None:
    """Return whether something changes to a figure or by it, if either is told."""
    if fact.kind != "number" or fact.part is not None or fact.value.loose or fact.value.kind not in _KINDS:
        return None
    before = text[max(0, fact.value.span.start - _NEAR) : fact.value.span.start]
    if _changes(before, language, _TO):
        return "to"
    return "by" if _changes(before, language, _BY) else None


def _changes(before: str, language: str, links: dict[str, str]) -> bool:
    """Whether a word of change, so linked to the figure, ends what stands before it."""
    words = rf"{_CHANGES[language]}(?:{links[language]}){_FILLED[language]}"
    return re.search(words, before, re.IGNORECASE) is not None
