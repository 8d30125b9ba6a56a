"""Which way a figure goes: *a quarter less* for 增加约四分之一, « 3 % de plus » for *down 3 per cent*.

Both sides tell the same figure by which something is more or less, and the word beside it says which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.words.opposed import Opposed
from polyglot_news.text import CLAUSE_MARK, Span, in_plain_signs
from polyglot_news.values.agreement import agreement
from polyglot_news.values.facts import Fact
from polyglot_news.values.shares import facts_of_both

_SAME = 0.75
_NEAR = 40
"""How many characters before and after a figure the word may stand."""

# fmt: off
_ABOUT = {
    "en": r"(?: (?:by|of))?(?: (?:an?|about|around|roughly|some|nearly|almost|over|more than|less than|at least|just"
          r"|only|under|approximately|another|a further|as much as|a full))* ?$",
    "fr": r"(?: (?:encore|ainsi|aussi|même|déjà))?(?: d(?:e|['’])| des| du)?"
          r"(?: ?(?:environ|près|plus|moins|presque|quelque|au moins|à peine|seulement|un peu|de|d['’]))* ?$",
    "zh": r"[了幅]?(?:大?约|近|将近|接近|逾|超过?|至少|不到|达|仅|只|整整|大概)*$",
}
"""What may stand between the word and the figure."""
_BEFORE = {
    1: {
        "en": r"\b(?:ris(?:e|es|en|ing)|rose|increas\w+|gr[eo]w(?!ers?\b)\w*|up(?! to)|climb\w*|jump\w*"
              r"|surge[ds]?|surging|soar\w*|rais(?:e|es|ed|ing)|expand\w*)",
        "fr": r"\b(?:hausse|augment\w+|progress\w+|croissance|accroiss\w+|accru\w*|croît|crû|grimp\w+|bond\w*|relev\w+"
              r"|supérieure?s?|dépass\w+|excèd\w+|excéd\w+)",
        "zh": r"(?:(?<![至减])少[减降跌]|(?<!(?<![至减])少)增[加长多至]?|上[升涨调]|提[高升]|扩大|高出|超出|升高?|涨"
              r"|加快|(?<![最至不许很较更太])[多高](?!达))",
    },
    -1: {
        "en": r"\b(?:fall(?:s|en|ing)?|fell|drop\w*|declin\w+|decreas\w+|down|cut(?:s|ting)?|reduc\w+"
              r"|shr[aiu]nk\w*|plung\w+|slump\w*|lower(?:s|ed|ing)?|shorten\w*|trim\w*|slash\w*)",
        "fr": r"\b(?:baiss\w+|recul\w*|diminu\w+|rédui\w+|réduction|chut\w+|repli\w*|raccourci\w*|écourt\w+"
              r"|inférieure?s?|décr[ou]\w+|régress\w+)",
        "zh": r"(?:(?<![至减])少增|(?<!(?<![至减])少)减[少低至]?|下[降滑跌调]|(?<!(?<![至减])少)降低?|回落|缩[减小短]"
              r"|放[缓慢]|减缓|削减|(?<!(?<![至减])少)跌"
              r"|(?<![最至不许很较更太])[少低])",
    },
}
_MODIFIED = {
    "en": r"(?: (?:about|around|some|just|nearly|almost|over|only|under|a|an|as much as|the previous))* ?[€$£]?$",
    "fr": r"(?: (?:environ|près de|plus de|moins de|quelque|seulement|à peine))* ?$",
    "zh": r"的?(?:大?约|近|将近|逾|超过?|了)*$",
}
_ENDS: tuple[dict[str, str], ...] = (
    {
        "en": r"\b(?:from|compared (?:with|to)|against|versus)",
        "fr": r"(?:\b(?:contre|au lieu de|de)|\bd['’])",
        "zh": r"(?:[从由]|去年|上年|上月|此前|原先|原来|一年前|同期|前一)[^，。；\d]{0,8}?",
    },
    {"en": r"\bto", "fr": r"\bà", "zh": r"[至到为达]"},
)
"""What says from which figure something went, and to which."""
_AGO = re.compile(r" ?(?:前|earlier\b|ago\b|before\b|plus tôt\b|auparavant\b|月)|(?<=月)", re.IGNORECASE)
"""What makes a time of a figure: *from 2.9 per cent a year ago*."""
_BETWEEN = {"en": " ", "fr": r"(?: [\w’'-]+){0,2}? ", "zh": "的?"}
"""What may stand between a figure and the word after it: « 300 infirmières de plus »."""
_AFTER = {
    1: {
        "en": r"(?:more|higher|larger|bigger|greater|above|up)\b(?! (?:or|and)\b)",
        "fr": r"(?:de plus|en plus|supérieure?s?|au-dessus|plus (?:élevée?|haute?|forte?|grande?)s?)\b",
        "zh": r"(?:增[长幅加]|涨幅|升幅)",
    },
    -1: {
        "en": r"(?:less|fewer|lower|smaller|below|down)\b(?! (?:or|and)\b)",
        "fr": r"(?:de moins|en moins|inférieure?s?|au-dessous|en dessous"
              r"|plus (?:faible|petite?|bas(?:se)?)s?|moins (?:élevée?|haute?|forte?|grande?)s?)\b",
        "zh": r"(?:降幅|跌幅|减幅|下降|减少)",
    },
}
_PACE = {
    1: {"en": r"(?:faster|quicker)\b", "fr": r"plus (?:vite|rapide(?:ment)?)\b", "zh": "(?!)"},
    -1: {
        "en": r"slower\b|more slowly\b",
        "fr": r"(?:moins (?:vite|rapide(?:ment)?)|plus lente?(?:ment)?)\b",
        "zh": "(?!)",
    },
}
"""How much faster something grows, or falls; a time that is so much faster is shorter."""
_SHARES = frozenset({"percent", "points"})
_BY = r"(?: \w+ly)?(?: by [^,.;]{1,15}?)?"
_FROM_TO = {
    1: {
        "en": rf"\b(?:increas(?:e|es|ed|ing)|rises?|rose|risen|grew|grown|climbed|jumped|soared){_BY} from\b",
        "fr": r"\b(?:augmenté?|progressé?|grimpé|bondi)(?: \w+ment)? d(?:e\b|['’])",
        "zh": r"(?:增[加长]?|[上提]?升|上?涨|提高|扩大)[至到]",
    },
    -1: {
        "en": rf"\b(?:decreas(?:e|es|ed|ing)|falls?|fell|fallen|dropped|declined|shrank|plunged){_BY} from\b",
        "fr": r"\b(?:baissé?|diminué?|reculé?|chuté?)(?: \w+ment)? d(?:e\b|['’])",
        "zh": r"(?:减[少小]?|下?降|降低|下?跌|回落|下滑|缩[小减])[至到]",
    },
}
"""What says that something went up or down from one figure to another."""
# fmt: on


def opposed_changes(pair: Pair) -> Iterator[Opposed]:
    """Yield the words by which the same figure is more on one side and less on the other."""
    texts = [in_plain_signs(*text) for text in pair.texts]
    if not all(_tells(text, language) for text, (_, language) in zip(texts, pair.texts, strict=True)):
        return
    sides = facts_of_both(pair.texts)
    mine, theirs = (
        list(_told(text, language, facts)) for text, (_, language), facts in zip(texts, pair.texts, sides, strict=True)
    )
    for one, ours, way in mine:
        same = [told for told in theirs if agreement(one, told[0]) >= _SAME]
        if len(same) != 1 or len(_alike(one, sides[0])) != 1 or len(_alike(one, sides[1])) != 1:
            continue
        two, place, other = same[0]
        inside = pair.core is None or two.value.span.overlap(pair.core)
        if other != way and inside and not any(map(_denies, pair.texts, (ours, place))):
            yield Opposed(rendering=ours, official=place)


def exchanged_ends(pair: Pair) -> Opposed | None:
    """Return where a side tells from which figure something went to which, and the other side the reverse."""
    texts = [in_plain_signs(*text) for text in pair.texts]
    told = zip(texts, pair.texts, strict=True)
    if not all(re.search(end[lang], text, re.IGNORECASE) for text, (_, lang) in told for end in _ENDS):
        return None
    ours, theirs = (
        _ends(text, language, facts)
        for text, (_, language), facts in zip(texts, pair.texts, facts_of_both(pair.texts), strict=True)
    )
    if ours is None or theirs is None:
        return None
    turned = [agreement(one, other) >= _SAME for one, other in zip(ours, reversed(theirs), strict=True)]
    kept = [agreement(one, other) >= _SAME for one, other in zip(ours, theirs, strict=True)]
    inside = pair.core is None or all(fact.value.span.overlap(pair.core) for fact in theirs)
    if not all(turned) or any(kept) or not inside:
        return None
    return Opposed(*(first.value.span.with_(last.value.span) for first, last in (ours, theirs)))


def misdirected(pair: Pair) -> Iterator[Opposed]:
    """Yield the word by which a rendering rises from a figure to a smaller one, where the official text does not."""
    texts = [in_plain_signs(*text) for text in pair.texts]
    ways = [_from_to(text, language) for text, (_, language) in zip(texts, pair.texts, strict=True)]
    if ways[0] is None:
        return
    ours, theirs = (
        _ends(text, language, facts)
        for text, (_, language), facts in zip(texts, pair.texts, facts_of_both(pair.texts), strict=True)
    )
    if ours is None or theirs is None or ours[0].unit != ours[1].unit:
        return
    kept = all(agreement(one, other) >= _SAME for one, other in zip(ours, theirs, strict=True))
    word, way = ways[0]
    against = (ours[1].numbers[0] - ours[0].numbers[0]) * way < 0
    if kept and against and (ways[1] is None or ways[1][1] != way) and not _denies(pair.texts[0], word):
        yield Opposed(rendering=word, official=theirs[0].value.span.with_(theirs[1].value.span))


def _from_to(text: str, language: str) -> tuple[Span, int] | None:
    """Return the one word that says that something went up or down from a figure to another, and the way."""
    found = [
        (Span(*match.span()), way)
        for way, patterns in _FROM_TO.items()
        for match in re.finditer(patterns[language], text, re.IGNORECASE)
    ]
    return found[0] if len(found) == 1 else None


def _ends(text: str, language: str, facts: Sequence[Fact]) -> tuple[Fact, Fact] | None:
    """Return the figures from and to which something went, where a text tells one of each."""
    found: tuple[list[Fact], ...] = ([], [])
    for k, fact in enumerate(facts):
        if fact.kind == "number" and fact.part is None and not _AGO.match(text, fact.value.span.end):
            before = text[max(0, fact.value.span.start - _NEAR) : fact.value.span.start]
            if k and fact.value == facts[k - 1].value and facts[k - 1] in found[0]:
                found[1].append(fact)  # the other end of what was read as a range
                continue
            for end, told in zip(_ENDS, found, strict=True):
                if re.search(end[language] + _MODIFIED[language], before, re.IGNORECASE):
                    told.append(fact)
                    break
    return (found[0][0], found[1][0]) if len(found[0]) == len(found[1]) == 1 else None


def fallen(text: str, language: str, fact: Fact) -> bool:
    """Whether the word beside a figure says that something has become so much less."""
    found = _way(in_plain_signs(text, language), language, fact)
    return found is not None and found[1] < 0


def is_change(text: str, language: str, fact: Fact) -> bool:
    """Whether the word beside a figure says that something has become so much more or less."""
    return _way(in_plain_signs(text, language), language, fact) is not None


def _told(text: str, language: str, facts: Sequence[Fact]) -> Iterator[tuple[Fact, Span, int]]:
    """Yield the figures beside which a word says which way they go, with that word and the way."""
    for fact in facts:
        found = _way(text, language, fact)
        if found is not None:
            yield fact, *found


def _denies(told: tuple[str, str], word: Span) -> bool:
    """Whether a word is denied in its clause: *did not fall by a third*."""
    return any(
        hit.cue.asks and hit.span.end <= word.start and not CLAUSE_MARK.search(told[0], hit.span.end, word.start)
        for hit in negations(*told)
    )


def _tells(text: str, language: str) -> bool:
    """Whether anything in a text may say which way a figure goes."""
    return any(
        re.search(patterns[way][language], text, re.IGNORECASE)
        for patterns in (_BEFORE, _AFTER, _PACE)
        for way in (1, -1)
    )


def _alike(fact: Fact, facts: Sequence[Fact]) -> list[Fact]:
    return [other for other in facts if other is fact or (agreement(fact, other) >= _SAME and not other.value.loose)]


def _way(text: str, language: str, fact: Fact) -> tuple[Span, int] | None:
    """Return the word that says which way a figure goes, and the way; None where nothing does, or two differ."""
    if fact.kind != "number" or fact.part is not None:
        return None
    start, end = fact.value.span
    first = max(0, start - _NEAR)
    before, after = text[first:start], text[end : end + _NEAR]
    found: list[tuple[Span, int]] = []
    for way in (1, -1):
        pace = re.match(rf"{_BETWEEN[language]}(?P<word>{_PACE[way][language]})", after, re.IGNORECASE)
        if pace is not None and fact.value.kind in _SHARES:
            return Span(end + pace.start("word"), end + pace.end("word")), way
        led = re.search(rf"(?P<word>{_BEFORE[way][language]}){_ABOUT[language]}", before, re.IGNORECASE)
        followed = re.match(rf"{_BETWEEN[language]}(?P<word>{_AFTER[way][language]})", after, re.IGNORECASE)
        if led is not None:
            found.append((Span(first + led.start("word"), first + led.end("word")), way))
        if followed is not None:
            found.append((Span(end + followed.start("word"), end + followed.end("word")), way))
    return found[0] if len({way for _, way in found}) == 1 else None
