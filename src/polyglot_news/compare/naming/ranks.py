"""What comes before an office: the *deputy* minister, « l'ancien président », 代市长."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import attrs

from polyglot_news import tables
from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.text import Span, in_simplified

_SURE = 0.85
# How each rank is told beside an office, ``{}``.
_RANKS = {
    "deputy": {
        "en": r"\b(?:deputy|vice|assistant|associate)[ -](?:(?!(?:and|or|the) )\w+ )?(?:{0})",
        "fr": r"\b(?:vice|sous)-(?:{0})|\b(?:{0})(?:-| \w+)?[ -]adjointe?s?\b"
        r"|\badjointe?s? (?:à la |à l['’]|au |aux |du |de la |des )(?:{0})",
        "zh": r"副(?:{0})",
    },
    "former": {
        "en": r"\b(?:(?:former|erstwhile|one-?time|retired)[ -]|ex-)(?:\w+[ -]){{0,3}}?(?:{0})",
        "fr": r"\b(?:ancien(?:ne)?s? |ex-)(?:vice-)?(?:{0})",
        "zh": r"(?:(?<![\u4e00-\u9fff])|(?<=[国该县市省州党会部院局的和与由对向被名位]))(?:前任?|原)副?(?:{0})",
    },
    "acting": {
        "en": r"\b(?:acting|interim|caretaker) (?:\w+ ){{0,2}}(?:{0})",
        "fr": r"\b(?:{0})(?: \w+){{0,4}} (?:par intérim|intérimaire)",
        "zh": r"(?:代理?|临时|看守)(?:{0})",
    },
    "elect": {
        "en": r"\b(?:{0})[ -](?:elect|designate)\b|\bincoming (?:{0})",
        "fr": r"\b(?:{0})(?: \w+)? désignée?\b",
        "zh": r"(?:当选|候任|新当选)(?:的)?(?:{0})",
    },
}
# What may tell the same of a person in other words.
_HINTS = {
    "deputy": {
        "en": r"deput|vice|number two|assistant|second|junior|of state|state sec|under-?sec|right-hand",
        "fr": r"vice|adjoint|sous-|numéro deux|second|délégué|d['’]état|suppléant|bras droit",
        "zh": "副|助理|次长|次官|代理|二把手|常务",
    },
    "former": {
        "en": r"former|\bex\b|ex-|once|previous|\bpast\b|\bold\b|earlier|retired|used to|had been|\bwas\b|\blate\b"
        r"|\bthen\b|outgoing|veteran|oust|depos|predecessor|emerit|until",
        "fr": r"ancien|\bex\b|ex-|autrefois|jadis|naguère|précéden|passé|retrait|\bfu[st]|était|avait|sortant|\bfeu\b"
        r"|jusqu|prédécess|déchu|vétéran|alors",
        "zh": "前|原|曾|旧|老|昔|离|卸任|退|过去|已故|时任|当年|当时|当过|做过|下台|毕业|校友",
    },
    "acting": {
        "en": r"acting|interim|caretaker|temporar|provisional|transition|stand|for now|outgoing",
        "fr": r"intérim|provisoire|temporaire|transit|remplaç|suppléan|en attendant|sortant|démissionnaire",
        "zh": "代|临时|过渡|暂|看守",
    },
    "elect": {
        "en": r"elect|designat|incoming|\bnext\b|future|\bnew|nomin|named|\bwon\b|\bwin",
        "fr": r"élu|élection|désign|futur|prochain|nouve|nomm|vainqueur|gagn|remport",
        "zh": "选|候任|即将|新|未来|指定|提名|下一?任|胜",
    },
}


@attrs.frozen
class _Mention:
    """An office that a text names, the ranks that come with it, and where both stand."""

    office: str
    ranks: frozenset[str]
    span: Span


class RankChecker:
    """Finds a deputy, former, acting or future holder of an office who stands for the holder, or is stood for."""

    kind: DivergenceKind = "qualifier"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield one divergence for each office that either text names once."""
        texts = [in_simplified(*text) for text in pair.texts]
        ours, theirs = (list(_mentions(text, language)) for text, (_, language) in zip(texts, pair.texts, strict=True))
        for one in ours:
            mine = [other for other in ours if other.office == one.office]
            same = [other for other in theirs if other.office == one.office]
            if len(mine) != 1 or len(same) != 1:
                continue
            two = same[0]
            if one.ranks == two.ranks or (pair.core is not None and not two.span.overlap(pair.core)):
                continue
            lacking = ((one.ranks - two.ranks, 1), (two.ranks - one.ranks, 0))
            if any(_hints(rank, texts[side], pair.texts[side][1]) for ranks, side in lacking for rank in ranks):
                continue
            here, there = one.span.of(pair.rendering), two.span.of(pair.official)
            yield Divergence(
                kind=self.kind,
                severity="major",
                confidence=_SURE,
                rendering=one.span,
                official=two.span,
                reason=f"The official text says “{there}”, the article “{here}”.",
            )


def _hints(rank: str, text: str, language: str) -> bool:
    return re.search(_HINTS[rank][language], text, re.IGNORECASE) is not None


def _mentions(text: str, language: str) -> Iterator[_Mention]:
    for office, plain, ranked in _patterns(language):
        places = [Span(*match.span()) for match in plain.finditer(text)]
        if not places:
            continue
        told = [(rank, Span(*match.span())) for rank, pattern in ranked for match in pattern.finditer(text)]
        for place in places:
            held = [(rank, span) for rank, span in told if span.overlap(place)]
            whole = Span(
                min([place.start, *(span.start for _, span in held)]), max([place.end, *(span.end for _, span in held)])
            )
            yield _Mention(office, frozenset(rank for rank, _ in held), whole)


@cache
def _patterns(language: str) -> list[tuple[str, re.Pattern[str], list[tuple[str, re.Pattern[str]]]]]:
    """Return for each office what names it, and what names it with each rank."""
    found = []
    for row in tables.rows("names/ranked"):
        words = row[language]
        plain = f"(?:{words})" if language == "zh" else rf"\b(?:{words})(?![\w’'])"
        ranked = [(rank, re.compile(told[language].format(words), re.IGNORECASE)) for rank, told in _RANKS.items()]
        found.append((row["en"], re.compile(plain, re.IGNORECASE), ranked))
    return found
