"""What is compared with what, what leads to what, who lends to whom: two things that changed places around one word.

*Rice is cheaper than wheat* is « le blé est plus cher que le riz », and not « le riz est plus cher que le blé »;
出口增速快于进口 is *imports grew more slowly than exports*. The words on either side of such a word are followed by
their links: only where both have gone over, and nothing has stayed, did they change places.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from polyglot_news.compare.operators.converse import DONE_BY, PASSIVE
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, Evidence, Side, evidence, mutual_pairs
from polyglot_news.tables import rows
from polyglot_news.text import Span, clause_end, clause_start, in_simplified

if TYPE_CHECKING:
    from polyglot_news.compare.model import Pair

_LINKED = 0.4
_TELLS_A_THING = 0.4
"""Weight from which a word that has kept its place says that its thing has; *last year* is of both."""
_NEAR = 60
"""How many characters before *than* the comparative may begin: "more soybeans from Brazil than"."""

# fmt: off
_MORE = {
    "en": re.compile(r"\b(?:(?P<sign>more|less|fewer)\b(?P<what>(?:(?!\b(?:more|less|fewer)\b)[^,;:.!?])*?)"
                     r"|(?!(?:other|rather|whether|after|number|over|under|never)\b)(?P<word>\w{2,}er|worse)\b"
                     r"(?P<of>(?:(?!\b(?:more|less|fewer|worse|\w{2,}er)\b)[^,;:.!?])*?)),? than\b"
                     r"(?! (?:(?:\w+ ){0,2}\d|(?:half|a (?:third|quarter|fifth|tenth)|twice|double|ever)\b))",
                     re.IGNORECASE),
    "fr": re.compile(r"(?<!d['’]autant )\b(?:(?P<sign>plus|moins|davantage)\b"
                     r"(?P<what>(?:(?!\b(?:plus|moins)\b)[^,;:.!?])*?)"
                     r"|(?P<word>mieux|meilleure?s?|pires?)\b(?P<of>[^,;:.!?]*?)),? qu(?:e |['’])"
                     r"(?! ?(?:(?:\w+ ){0,2}\d|(?:l[ae] (?:moitié|tiers|quart|double)|un (?:tiers|quart)|jamais)\b))",
                     re.IGNORECASE),
    "zh": re.compile(r"(?<![对相类占评无百好正之可])比(?![例较如分率赛重亚利萨特喻索基])"
                     r"(?P<than>[^，。；：！？,;\d]{1,24}?)(?:更加?|还要?|要|来得)?(?P<word>[^\W\d]{1,3})"
                     r"(?=[得了很些]|[，。；：！？,;]|一[些点]|许多|$)"),
}
_DIRECTLY = {
    "en": re.compile(r"\b(?:twice|thrice|\w+ times) as (?P<word>\w+)(?: [^\W\d]+){0,3}? as\b(?! ?\d)", re.IGNORECASE),
    "fr": re.compile(r"\b(?P<word>(?:supér|infér)ieure?s?) (?:à|aux?)\b(?! ?\d)", re.IGNORECASE),
    "zh": re.compile(r"(?P<word>[高低多少大小快慢强弱早晚优好差重长短先])于(?![\d一二三四五六七八九十百今本上去])"),
}
_APPLIES = re.compile("(?:实施|实行|执行|适用|采用|给予|提供|支付|收取|享受|按照?|以)$")
_TIMES = re.compile(
    r"是(?P<than>[^，。；：！？,;\d]{1,24}?)的(?:将?近|大?约|超过|逾)?[\d.一二两三四五六七八九十几数百]+多?倍"
)
"""A multiple tells who is more, and of whom: 农村的失业率是城市的两倍."""
_MULTIPLIED = re.compile(r"\b(?:\w+ (?:d['’])?)?[\w.,]+ (?:times|fois) $", re.IGNORECASE)
"""What is so many times more tells who is more, whatever it is; before the figure may stand an *almost*."""
_FACTOR = 40
"""In how many characters that is said."""
_LESS = frozenset({"less", "fewer", "moins"})
_OF = re.compile(r" *(?:of |d(?:e |['’]|u |es ))", re.IGNORECASE)
_PREDICATE = re.compile(r"\b(?:to \w+|(?:de |d['’])(?:\w+[ei]r|\w+re)\b)", re.IGNORECASE)
"""What may be said of both, behind them: « plus de chances que les citadines d'être élues »."""
_BEATS = {
    "en": re.compile(r"\b(?:outnumber(?:s|ed)?|outpac(?:e|es|ed)|outstrip(?:s|ped)?|outweigh(?:s|ed)?|surpass(?:es|ed)?"
          r"|overt(?:akes?|ook)|exceed(?:s|ed)?|outsold|outsells?)\b(?! (?:\w+ ){0,2}\d)", re.IGNORECASE),
    "fr": re.compile(r"\b(?:dépass(?:e|ent|é|ait|aient)|surpass(?:e|ent|é)|excèd(?:e|ent)|devanc(?:e|ent|é)"
          r"|(?:l['’])?emport(?:e|ent|é) sur)\b(?! (?:\w+ ){0,2}\d)", re.IGNORECASE),
    "zh": re.compile(r"(?:超过|超出|胜过|多过|大过|超越)(?![了]?[\d一二三四五六七八九十百千万半])"),
}
"""Verbs that compare by themselves: what stands before them is more."""
_DENIED = {
    "en": re.compile(
        r"(?:\bnot?|n['’]t|\bnever)(?: \w+){0,2} ?$|\b(?:no(?! doubt\b)|none|nobody|nothing)\b(?!.*\bthat\b)",
        re.IGNORECASE,
    ),
    "fr": re.compile(r"\b(?:pas|guère|jamais|non)(?: \w+)? ?$|\bn(?:e |['’])", re.IGNORECASE),
    "zh": re.compile("[不没未]$|没有(?:哪|任何|一|别|其他|人|什么)|无一"),
}
_PREPOSITION = re.compile(
    r"\s*\b(?P<as>from|of|in|to|on|for|with|by|at|à|aux?|en|dans|sur|pour|avec|par|chez|d(?:e|u|es|['’]))(?: |\b)",
    re.IGNORECASE,
)
_THERE = re.compile(r"\b(?:there (?:is|are|was|were)|il y (?:a|avait|aura)|on compte) $", re.IGNORECASE)
_TWO_PLACED = frozenset({"cause", "order"})
"""Relations of two things only; with others stands a third one: what is sold, what somebody is accused of."""
_DOER = re.compile(f"(?:{DONE_BY}|(?<![原起])因)(?!此|为)")
_OTHER = re.compile("[向从跟给对自]")
_SUFFERED = re.compile(
    r"\b(?:suffer\w*|under\w*|hit by|target of|victims? of|essuy\w+|sub(?:i|is|it|issent|ir|ie)"
    r"|visée?s? par|victimes? d|cibles? d)\b[^,;.]{0,12}$",
    re.IGNORECASE,
)
"""Of an attack that stands behind these the subject is no doer."""
_INVERTED = re.compile(r"\bqu(?:e |['’])(?:(?:a|ont|avait|avaient) )?$", re.IGNORECASE)
"""« Les dégâts que provoque la sécheresse »: who does it stands behind the verb."""
_ORDER = {
    "en": re.compile(r"\b(?:(?P<before>before|ahead of|prior to)|after|following)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:(?P<before>avant)|après|à l['’]issue d)\b", re.IGNORECASE),
    "zh": re.compile("(?P<before>之前|以前)|之后|以后"),
}
_NOT_OR_ONLY = {
    "en": re.compile(r"\b(?:not?|never|none|nor|only|cannot)\b|n['’]t\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:ne |n['’]|seulement|aucune?|pas\b)", re.IGNORECASE),
    "zh": re.compile("[不没未无别莫勿才]|只有"),
}
"""What makes *not before* of *after*."""
_AT = re.compile("[在于]")
_BY = re.compile(r" (?:by|par)\b")
_REDUCED = {
    "en": re.compile(r" (?:online|in|on|at|since|during|between|over|through|under|last|this|each|every|as)\b"),
    "fr": re.compile(r" (?:en|aux?|sur|dans|depuis|pendant|entre|sous|comme|chaque|cette|ces)\b"),
    "zh": re.compile("的"),
}
"""What shows a verb to stand by a noun that may be either of the two: *heaters sold online*, 网上出售的电暖器."""
_TIME = re.compile(
    r"days?|weeks?|months?|quarters?|years?|decades?|jours?|semaines?|mois|trimestres?|ans?|années?|décennies?"
    r"|row|straight|consecutive|running|suite|consécuti\w+|连续"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze"
    r"|[\d.,一二两三四五六七八九十几]+个?(?:[天日周月年]|星期|季度)?|个?(?:[天日周月年]|星期|季度)",
    re.IGNORECASE,
)
"""How long one thing is more than the other is none of the two: *faster than prices for nine months*."""
_MOVES = re.compile(
    r"gr[eo]w\w*|ris(?:e|es|en|ing)|rose|increas\w+|expand\w*|f[ae]ll\w*|drop\w*|declin\w+|climb\w*"
    r"|augment\w+|progress\w+|croî\w*|croissance|hauss\w+|baiss\w+|recul\w*|diminu\w+"
    r"|增速|增幅|增长|涨幅|降幅|跌幅|上涨|下降|增加|减少|下跌",
    re.IGNORECASE,
)
# fmt: on


@attrs.frozen
class Related:
    """Two things, and the word that tells how they stand to each other.

    Attributes:
        word: that word, or all of a comparative up to its *than*.
        first: the words of the one, as indices: what is more, what comes first, who does it.
        second: those of the other.
        scale: of a comparative, what it compares; "" where that is but told by its word, which must be linked.
        more: whether a third thing may stand with the second: what is lent, or why somebody is accused.
        object: of *more judges than doctors* the judges: without a preposition they or the subject may be the first.
        less: whether the second is what the sentence names first.
        verb: of the words before a comparative the one that may be said of both: *earn* in *nurses earn more than*.
    """

    word: Span
    first: frozenset[int]
    second: frozenset[int]
    scale: str = "-"
    more: bool = False
    verb: int | None = None
    object: frozenset[int] = frozenset()
    less: bool = False


def exchanged_roles(pair: Pair) -> tuple[Span, Span] | None:
    """Return the words, in the rendering and in the official text, around which two things have changed places."""
    found = evidence(pair)
    if found is None:
        return None
    for ours, theirs in _same_relations(pair, found):
        if have_crossed(found, ours, theirs):
            return ours.word, theirs.word
    return None


def compared_from_ends(pair: Pair, rendering: Span, official: Span) -> bool:
    """Whether two opposites compare the same from two ends: *cheaper than wheat*, « plus cher que le riz »."""
    found = evidence(pair)
    if found is None:
        return False
    ours, theirs = _compared(pair, found)
    if ours is None or theirs is None:
        return False
    inside = ours.word.overlap(rendering) > 0 and theirs.word.overlap(official) > 0
    return inside and have_crossed(found, ours, _turned(theirs))


def _turned(one: Related) -> Related:
    return attrs.evolve(one, first=one.second, second=one.first, less=not one.less)


def _of_objects(one: Related) -> Related | None:
    """Return a comparison as one of objects, where it may be: *is losing more judges than doctors*."""
    if not one.object:
        return None
    return attrs.evolve(one, second=one.object) if one.less else attrs.evolve(one, first=one.object)


def _same_relations(pair: Pair, found: Evidence) -> Iterator[tuple[Related, Related]]:
    ours, theirs = _compared(pair, found)
    if ours is not None and theirs is not None and _compare_the_same(found, ours, theirs):
        yield ours, theirs
    # Where the object is what is compared, it is a noun, and *more* of it an amount.
    if ours is not None and theirs is not None and {ours.scale, theirs.scale} <= {"", "much"}:
        for one, other in ((_of_objects(ours), theirs), (ours, _of_objects(theirs))):
            if one is not None and other is not None:
                yield one, other
    sides = found.rendering, found.official
    for relation in _named("relation", "en"):
        one, other = (_related(side, language, relation) for side, (_, language) in zip(sides, pair.texts, strict=True))
        if one is not None and other is not None:
            yield one, other
    one, other = (_ordered(side, language) for side, (_, language) in zip(sides, pair.texts, strict=True))
    if one is not None and other is not None:
        yield one, other


def have_crossed(found: Evidence, ours: Related, theirs: Related) -> bool:
    """Whether words of each thing are linked to the other one's, and none to their own."""
    straight = crossed = back = False
    common = _said_of_both(found.rendering, ours)
    for i, j in mutual_pairs(found):
        if found.rendering.words[i].of(found.rendering.text).lower() in common:
            continue
        if found.rendering.link[i] < _LINKED or (i == ours.verb and j == theirs.verb):
            continue
        if ours.scale != "-" and _TIME.fullmatch(found.rendering.words[i].of(found.rendering.text)):
            continue
        if min(found.rendering.weight[i], found.official.weight[j]) >= _TELLS_A_THING:
            straight = straight or (i in ours.first and j in theirs.first)
            straight = straight or (not ours.more and i in ours.second and j in theirs.second)
        crossed = crossed or (i in ours.first and j in theirs.second)
        back = back or (i in ours.second and j in theirs.first)
    return crossed and back and not straight


def _said_of_both(side: Side, related: Related) -> set[str]:
    """Return the words that stand in both things: *urban women*, *rural women*."""
    one, other = ({side.words[i].of(side.text).lower() for i in part} for part in (related.first, related.second))
    return one & other


def _compare_the_same(found: Evidence, ours: Related, theirs: Related) -> bool:
    """Whether two comparatives compare the same; *more gas* and « davantage de gaz » do by the word that both name."""
    if ours.scale == theirs.scale != "":
        return True
    if not {ours.scale, theirs.scale} <= {"", "much"}:
        return False
    words = telling(found.rendering, ours.word), telling(found.official, theirs.word)
    return any(i in words[0] and j in words[1] for i, j in mutual_pairs(found))


def _compared(pair: Pair, found: Evidence) -> tuple[Related | None, Related | None]:
    ours, theirs = (
        _comparison(side, language)
        for side, (_, language) in zip((found.rendering, found.official), pair.texts, strict=True)
    )
    return ours, theirs


def _comparison(side: Side, language: str) -> Related | None:
    """Return what a text compares, if it does so once; of two things the first is the one that is more."""
    text = in_simplified(side.text, language)
    found: list[Related | None] = [_beaten(side, *match.span()) for match in _BEATS[language].finditer(text)]
    found += [_directly(side, language, match) for match in _DIRECTLY[language].finditer(text)]
    found += [_by_multiple(side, match) for match in _TIMES.finditer(text)]
    by = _by_predicate if language == "zh" else _by_than
    found += [by(side, language, match) for match in _MORE[language].finditer(text)]
    if len(found) != 1 or found[0] is None or not (found[0].first and found[0].second):
        return None
    before = text[clause_start(text, found[0].word.start) : found[0].word.start]
    return None if _DENIED[language].search(before) else found[0]


def _beaten(side: Side, start: int, end: int) -> Related:
    before = _before(side, start)
    return Related(word=Span(start, end), first=before, second=_than(side, end), scale="much", verb=_verb(before))


def _than(side: Side, at: int) -> frozenset[int]:
    """Return the telling words behind a *than*, without what is said of both things."""
    end = clause_end(side.text, at)
    said = _PREDICATE.search(side.text, at, end)
    return (telling(side, Span(at, said.start())) if said else frozenset()) or telling(side, Span(at, end))


def _by_multiple(side: Side, match: re.Match[str]) -> Related:
    return Related(
        word=Span(*match.span()),
        first=_before(side, match.start()),
        second=telling(side, Span(*match.span("than"))),
        scale="much",
    )


def _verb(before: frozenset[int]) -> int | None:
    """Return the word right before a comparative, where another one may be what is compared."""
    return max(before) if len(before) > 1 else None


def _directly(side: Side, language: str, match: re.Match[str]) -> Related | None:
    if _APPLIES.search(side.text, 0, match.start()):
        return None  # what is lower stands behind it: 实施低于最惠国税率的暂定税率
    scale, way = ("time", 1) if match["word"] == "先" else _scale(match["word"], language)
    told = attrs.evolve(_beaten(side, match.start(), match.end()), scale=scale or "much")
    return told if way > 0 else _turned(told)


def _by_predicate(side: Side, language: str, match: re.Match[str]) -> Related | None:
    """Return what 比 compares: what it says of the first stands after the second."""
    scale, way = _scale(match["word"], language)
    before = _before(side, match.start())
    told = Related(
        word=Span(*match.span("word")),
        first=before,
        second=telling(side, Span(*match.span("than"))),
        scale=scale,
        verb=_verb(before),
    )
    return told if way > 0 else _turned(told)


def _by_than(side: Side, language: str, match: re.Match[str]) -> Related | None:
    """Return what *than* compares: the words before it, or those after one and the same preposition."""
    sign, of = (match["sign"] or "").lower(), "what" if match["sign"] else "of"
    between = Span(*match.span(of))
    if len(between) > _NEAR:
        return None
    scale, way = _scale_of_more(match[of], language) if sign else _scale(match["word"], language)
    if not sign and _OF.match(match[of]):  # who is "shorter of staff" lacks more of it
        scale, way = "", 1
    factor = _MULTIPLIED.search(side.text, max(0, match.start() - _FACTOR), match.start())
    if factor is not None:
        scale = scale or "much"
    before = _before(side, match.start() if factor is None else factor.start())
    parallel = _parallel(side, match, between, clause_end(side.text, match.end()))
    told = Related(
        word=Span(*match.span()),
        first=parallel
        or (before if before and not _THERE.search(side.text[: match.start()]) else telling(side, between)),
        second=_than(side, match.end()),
        scale=scale,
        verb=None if parallel else _verb(before),
        object=frozenset() if parallel else telling(side, between),
    )
    return told if (way < 0) == (sign in _LESS) else _turned(told)


def _scale_of_more(what: str, language: str) -> tuple[str, int]:
    """Return what *more* or *less* is said of, if that is a word of the table; of nothing, or « de » it, an amount."""
    told = what.split()
    if not told or _OF.match(what):
        return "much", 1
    return _scale(" ".join(told[:2]), language)


def _parallel(side: Side, match: re.Match[str], between: Span, end: int) -> frozenset[int]:
    """Return what stands behind the preposition that follows *than*, too: "more gas from Norway than from Russia"."""
    joined = _PREPOSITION.match(side.text, match.end(), end)
    if joined is None:
        return frozenset()
    same = [
        one.end()
        for one in _PREPOSITION.finditer(side.text, between.start, between.end)
        if one["as"][:1].lower() == joined["as"][:1].lower()
    ]
    return telling(side, Span(same[-1], between.end)) if same else frozenset()


def _scale(words: str, language: str) -> tuple[str, int]:
    """Return what a comparative compares, and which end of it its word names."""
    for scale, ends in _named("scale", language).items():
        for way, pattern in ends:
            if pattern.search(words):
                return scale, way
    return "", 1


@functools.lru_cache(maxsize=6)
def _named(what: str, language: str) -> dict[str, tuple[tuple[int, re.Pattern[str]], ...]]:
    """Return the scales or the relations of the table, with the words that name either end."""
    found: dict[str, tuple[tuple[int, re.Pattern[str]], ...]] = {}
    for row in rows("opposites/ends"):
        if row["what"] == what:
            pattern = row[language] if language == "zh" else rf"\b(?:{row[language]})\b"
            end = (int(row["end"]), re.compile(pattern, re.IGNORECASE))
            found[row["of"]] = (*found.get(row["of"], ()), end)
    return found


def _related(side: Side, language: str, relation: str) -> Related | None:
    """Return the ends of a relation that a text names once."""
    text = in_simplified(side.text, language)
    ends = _named("relation", language)[relation]
    found = [(way, match) for way, pattern in ends for match in pattern.finditer(text)]
    if len(found) != 1:
        return None
    way, match = found[0]
    if _SUFFERED.search(text[: match.start()]) or _REDUCED[language].match(text, match.end()):
        return None
    before, after = _before(side, match.start()), telling(side, Span(match.end(), clause_end(side.text, match.end())))
    if language == "zh":
        start = clause_start(text, match.start())
        doer, other = _DOER.search(text, start, match.start()), _OTHER.search(text, start, match.start())
        if doer is not None:
            by = telling(side, Span(doer.end(), match.start()))
            before, after = by, (before - by) | after
        elif other is not None:
            to = telling(side, Span(other.end(), match.start()))
            before, after = before - to, to | after
    elif PASSIVE[language].search(text[: match.start()]) and not match.group().endswith("ing"):
        if _BY.match(text, match.end()) is None:
            return None
        before, after = after, before
    elif _BY.match(text, match.end()) or (language == "fr" and _INVERTED.search(text, 0, match.start())):
        before, after = after, before
    if not before or not after:
        return None
    told = Related(word=Span(*match.span()), first=before, second=after, more=relation not in _TWO_PLACED)
    return told if way > 0 else _turned(told)


def _ordered(side: Side, language: str) -> Related | None:
    """Return what is before or after what, if a text says so once; of the two the first is the one that is earlier."""
    text = in_simplified(side.text, language)
    found = list(_ORDER[language].finditer(text))
    if len(found) != 1 or _NOT_OR_ONLY[language].search(text):
        return None
    match = found[0]
    start, end = clause_start(text, match.start()), clause_end(side.text, match.end())
    if language == "zh":
        from_there = next((one.end() for one in _AT.finditer(text, start, match.start())), start)
        second = telling(side, Span(from_there, match.start()))
        first = telling(side, Span(start, from_there)) | telling(side, Span(match.end(), end))
    else:
        second, first = telling(side, Span(match.end(), end)), telling(side, Span(start, match.start()))
    first = first or telling(side, Span(end, clause_end(side.text, min(end + 1, len(text)))))
    told = Related(word=Span(*match.span()), first=first, second=second)
    return told if match["before"] else _turned(told)


def _before(side: Side, at: int) -> frozenset[int]:
    """Return the telling words before a place in its clause; in the one before where it begins there."""
    start = clause_start(side.text, at)
    own = telling(side, Span(start, at))
    if own or start == 0:
        return own
    return telling(side, Span(clause_start(side.text, max(0, start - 2)), start))


def telling(side: Side, span: Span) -> frozenset[int]:
    """Return the words that name a thing; how it moves, both that are compared have in common."""
    return frozenset(
        i
        for i, word in enumerate(side.words)
        if word.overlap(span) and side.weight[i] >= CONTENT_WEIGHT and not _MOVES.fullmatch(word.of(side.text))
    )
