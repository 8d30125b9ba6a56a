"""A figure that one text passes, or does not reach, and the other gives as it is: more than 300 here, 300 there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.text import SENTENCE_MARK, Span, clause_around, in_plain_signs
from polyglot_news.values.facts import Fact
from polyglot_news.values.shares import facts_of_both

_SURE = 0.75
"""How sure it is: human translations keep "more than" before a figure nineteen times in twenty."""
_NEAR = 24
_LEAST = 2
_PREPOSITION = re.compile(r"(?:over|under|above|below)\b", re.IGNORECASE)
_MANY = 100
"""From so many on, or of a share or a sum, "over" is no preposition: "over three nights", "under four headings"."""
# What says so right before a figure, and right after it. Other bounds are cues of their own (``data/cues``).
_BEFORE = {
    "en": r"\b(?:(?:more|greater|higher|larger|fewer|less|lower) than|over|under|above|below|upwards of|in excess of)"
    r"(?: an?| the)?\W*$",
    "fr": r"\b(?:plus|moins) d(?:e |es |u |e la |['’])\s*$|\b(?:au-delà|en dessous|au-dessus) d(?:e |es |['’])\s*$"
    r"|\b(?:supérieure?s?|inférieure?s?) à\s*$",
    "zh": r"(?:超过|逾|多于|高于|不到|不足|少于|低于)了?\s*$",
}
_AFTER = {"en": r"(?!)", "fr": r"(?!)", "zh": r"[个名]?[多余](?!种|样|边|方|元化)|[个名人元]?以[上下]"}
# Anything in a sentence that may say the same of a figure.
_BOUNDED = {
    "en": r"\b(?:more|over|above|beyond|exceed\w*|excess|surpass\w*|past|top\w*|upwards?|plus|odd|least|minimum|well"
    r"|less|fewer|under|below|short|almost|nearly|about|around|some|roughly|approx\w*|up to|most|maximum|further"
    r"|older|younger|longer|higher|lower|greater|larger|after|reach\w*|pass\w*|cross\w*|mark|down|not|even"
    r"|as \w+ as|cap(?:s|ped)?|ceiling|floor|limit\w*|only|just|merely|last)\b"
    r"|\d\+|n['’]t\b",
    "fr": r"\b(?:plus|moins|au-delà|dessus|dessous|dépass\w*|excéd\w*|excès|supérieur\w*|inférieur\w*|passé\w*"
    r"|franchi\w*|minim\w*|maxim\w*|près|presque|environ|quelque|jusqu|bon(?:ne)?s?|large\w*|voire|pas|ni|atte\w+"
    r"|plafon\w*|plancher|limit\w*|que|seulement|dernière?s?|derniers?)\b"
    r"|\d\+",
    "zh": r"超|逾|多|余|上|下|突破|高|低|过|满|达|近|约|左右|至少|最|不|未|来|几|内|封顶|限|仅|只|才",
}


def passed_figures(pair: Pair) -> Iterator[Divergence]:
    """Yield a figure of which one text alone says that there is more, or less."""
    sides = facts_of_both(pair.texts)
    texts = [in_plain_signs(*text) for text in pair.texts]
    languages = [language for _, language in pair.texts]
    for side in (0, 1):
        for fact in sides[side]:
            word = _bound(fact, texts[side], languages[side])
            same = [other for other in sides[1 - side] if _is_same(fact, other)]
            alone = [other for other in sides[side] if _is_same(fact, other)]
            if word is None or len(same) != 1 or len(alone) != 1:
                continue
            other = same[0]
            mine, theirs = (fact, other) if side == 0 else (other, fact)
            sentence = clause_around(texts[1 - side], other.value.span, SENTENCE_MARK)
            bounded = re.search(_BOUNDED[languages[1 - side]], sentence.of(texts[1 - side]), re.IGNORECASE)
            outside = pair.core is not None and not theirs.value.span.overlap(pair.core)
            if bounded or other.value.bound != "exact" or outside:
                continue
            bound = "a lower bound" if fact.value.bound == "at least" else "an upper bound"
            has, lacks = ("article", "official text") if side == 0 else ("official text", "article")
            yield Divergence(
                kind="qualifier",
                severity="major",
                confidence=_SURE,
                rendering=mine.value.span if side == 1 else word,
                official=theirs.value.span if side == 0 else word,
                reason=f"The {has} has {bound} (“{word.of(pair.texts[side][0])}”) that the {lacks} lacks.",
                settled=True,
            )


def _is_same(one: Fact, other: Fact) -> bool:
    return one.kind == other.kind == "number" and one.numbers[0] == other.numbers[0] and other.part is None


def _bound(fact: Fact, text: str, language: str) -> Span | None:
    """Return the words that say of a figure that there is more, or less."""
    value = fact.value
    if fact.kind != "number" or fact.part or value.loose or value.bound not in {"at least", "at most"}:
        return None
    if value.kind == "range" or fact.numbers[0] < _LEAST:
        return None
    start, end = value.span
    before = re.search(_BEFORE[language], text[max(0, start - _NEAR) : start], re.IGNORECASE)
    if before is not None:
        counts = value.kind in {"percent", "money"} or fact.numbers[0] >= _MANY
        word = Span(*before.span()).shift(max(0, start - _NEAR))
        rest = len(before.group().rstrip())
        return Span(word.start, word.start + rest) if counts or not _PREPOSITION.match(before.group()) else None
    if language == "zh" and text[end - 1] in "多余":
        return Span(end - 1, end)
    after = re.compile(_AFTER[language]).match(text, end)
    return None if after is None else Span(*after.span())
