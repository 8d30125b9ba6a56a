"""Who did it to whom: *France beat Spain* is not *Spain beat France*.

English, French and Chinese all put who does it before the verb and whom it is done to after it, in the passive the
other way round; Chinese may name both before it, the other one behind a preposition. Only names are looked at, the
nearest on either side of a verb that is told once in each text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from polyglot_news.compare.operators.converse import DONE_BY, PASSIVE
from polyglot_news.names import Name, find_names, name_similarity
from polyglot_news.text import Span, clause_around

if TYPE_CHECKING:
    from polyglot_news.compare.model import Pair

_SAME = 0.8  # likeness from which two names that the table lacks are one
_DEEDS: tuple[dict[str, str], ...] = (
    {
        "en": r"beats?|beaten|beating|defeat(?:s|ed|ing)?|thrash\w+|knock(?:s|ed|ing)? out",
        "fr": r"bat|battent|battr\w+|battu\w*|vainc\w*|élimin\w+|domin\w+",
        "zh": "击败|战胜|打败|力克|淘汰|完胜",
    },
    {
        "en": r"attack(?:s|ed|ing)?|invad\w+|bomb(?:s|ed|ing)|shell(?:s|ed|ing)|struck",
        "fr": r"attaqu\w+|envahi\w*|bombard\w+|frapp\w+",
        "zh": "袭击|攻击|入侵|轰炸|炮击|打击",
    },
    {
        "en": r"accus(?:es?|ed|ing)|blam(?:es?|ed|ing)|critici[sz](?:es?|ed|ing)|condemn(?:s|ed|ing)?",
        "fr": r"accus\w+|critiqu\w+|condamn\w+",
        "zh": "指责|指控|谴责|批评|控诉",
    },
    {
        "en": r"warn(?:s|ed|ing)?|threaten\w*|urg(?:es?|ed|ing)",
        "fr": r"averti\w*|m(?:et|is|ise) en garde|menac\w+|exhort\w+",
        "zh": "警告|威胁|敦促",
    },
    {
        "en": r"support(?:s|ed|ing)?|help(?:s|ed|ing)?|back(?:s|ed|ing)|thank(?:s|ed|ing)?|invit(?:es?|ed|ing)",
        "fr": r"soutien(?:t|nent)|soutenu\w*|aid(?:e|ent|é\w*)|remerci\w+|invit\w+",
        "zh": "支持|援助|帮助|感谢|邀请",
    },
    {
        "en": r"su(?:es|ed|ing)|arrest(?:s|ed|ing)?|kill(?:s|ed|ing)?|shot|murder(?:s|ed|ing)?",
        "fr": r"arrêt(?:e|ent|é\w*)|tu(?:e|ent|é\w*)|abatt?u\w*|assassin\w+",
        "zh": "起诉|逮捕|杀害|打死|枪杀",
    },
    {
        "en": r"suppl(?:y|ies|ied|ying)|provid(?:e|es|ed|ing)|deliver(?:s|ed|ing)?|grant(?:s|ed|ing)?",
        "fr": r"fourni\w*|livr(?:e|ent|é\w*|er\w*)|accord(?:e|ent|é\w*|er\w*)|octro[iy]\w+",
        "zh": "提供|交付|供应|给予",
    },
    {
        "en": r"import(?:s|ed|ing)?|buy(?:s|ing)?|bought|purchas(?:e|es|ed|ing)",
        "fr": r"import(?:e|ent|é\w*|er\w*)|ach[eè]t(?:e|ent|é\w*|er\w*)",
        "zh": "进口|购买|采购",
    },
    {
        "en": r"export(?:s|ed|ing)?|sell(?:s|ing)?|sold",
        "fr": r"export(?:e|ent|é\w*|er\w*)|vend(?:|ent|u\w*|r\w+)",
        "zh": "出口|出售",
    },
    {
        "en": r"exempt(?:s|ed|ing)?",
        "fr": r"exempt(?:e|ent|é\w*|er\w*)|dispens(?:e|ent|é\w*|er\w*)",
        "zh": "免签|豁免",
    },
)
_PASSIVE = PASSIVE | {"zh": re.compile(rf"{DONE_BY}[^，。；]{{0,12}}$")}  # a name may be longer than other parties
_BY = re.compile(r" (?:by|par)\b")
_BY_WHOM = re.compile(r"\b(?:by|par)(?: (?:the|la|les?))? (?:l['’])?$", re.IGNORECASE)
_OTHER_DEED = re.compile(
    r"\b(?:\w+ed|\w+en|made|built|sold|bought|sent|\w+[éi]e?s?|\w+(?:ui|ri)te?s?) (?:by|par)\b", re.IGNORECASE
)
"""What somebody else did to what is bought or sold: planes built by Japan."""
_TOWARDS = ("向", "给", "对", "从", "自")
"""What stands before the other party, where Chinese names it before the verb: 法国向日本提供."""


def exchanged_parties(pair: Pair) -> tuple[Span, Span] | None:
    """Return where, in the rendering and in the official text, the two parties to a deed have changed places."""
    for deed in _DEEDS:
        ours, theirs = (_parties(text, language, deed[language]) for text, language in pair.texts)
        if ours is None or theirs is None:
            continue
        (doer, other), (first, second) = ours, theirs
        if are_one(doer, second, pair) and are_one(other, first, pair) and not are_one(doer, first, pair):
            return doer.span.with_(other.span), first.span.with_(second.span)
    return None


def _parties(text: str, language: str, deed: str) -> tuple[Name, Name] | None:
    """Return who does it and to whom, if the verb stands once in a text, between two names of its clause."""
    verb = deed if language == "zh" else rf"\b(?:{deed})\b"
    found = list(re.finditer(verb, text, re.IGNORECASE))
    if len(found) != 1:
        return None
    (match,) = found
    clause = clause_around(text, Span(*match.span()))
    names = [name for name in find_names(text, language) if clause.start <= name.span.start < clause.end]
    before = [name for name in names if name.span.end <= match.start()]
    after = [name for name in names if name.span.start >= match.end()]
    if language == "zh" and len(before) > 1 and text[: before[-1].span.start].endswith(_TOWARDS):
        return before[-2], before[-1]
    if not before or not after or _OTHER_DEED.search(text, match.end(), after[0].span.start):
        return None
    passive = _PASSIVE[language].search(text[: match.start()]) and not match.group().endswith("ing")
    if passive or _BY.match(text, match.end()) or _BY_WHOM.search(text[match.end() : after[0].span.start]):
        return after[0], before[-1]
    return before[-1], after[0]


def are_one(ours: Name, theirs: Name, pair: Pair) -> bool:
    """Whether a name of the rendering and one of the official text are of one and the same."""
    if {entry.number for entry in ours.entries} & {entry.number for entry in theirs.entries}:
        return True
    return not (ours.entries and theirs.entries) and (
        name_similarity(ours.text, pair.rendering_language, theirs.text, pair.official_language) >= _SAME
    )
