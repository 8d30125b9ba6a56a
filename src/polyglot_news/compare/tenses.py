"""What is to come told as done, or the other way round: *has paid* for « versera », 将签署 for *has signed*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.compare.operators.endings import CONDITIONAL, FUTURE
from polyglot_news.compare.operators.perfect import perfects
from polyglot_news.compare.operators.turns import REPORTING, is_foretold
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, Evidence, Side, evidence, mutual_pairs
from polyglot_news.text import SENTENCE_MARK, Span, clause_around, clause_start, to_simplified

# fmt: off
_ADVERBS = r"(?: (?:also|soon|now|then|still|once again|again|shortly|\w+ly))*"
_COMING = {
    "en": re.compile(
        r"(?:(?<!\b(?:his|her|its|our|the) )(?<!\b(?:free|good) )(?<!\btheir )"
        r"\b(?P<aux>will|shall|would)(?P<not> not| never)?|\b(?:wo|sha)(?P<nt>n['’]t)|['’]ll(?P<no> not| never)?"
        r"|\b(?:am|is|are|['’]re)(?P<non> not)? (?:going|set|due|about) to|\bmust)"
        + _ADVERBS + r"(?: be)?" + _ADVERBS + r" (?!not\b|have\b|never\b|be\b)(?P<verb>\w+)",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"(?P<not>\b(?:ne |n['’])(?:(?:le|la|les|se|lui|leur|y|en|nous|vous|me) |[ls]['’])?)?"
        r"\b(?:(?P<verb>(?!aur|ser|devr)\w{2,}r(?:a|ont|ons|ai|ait|aient))\b"
        r"|(?P<aux>ser(?:a|ont|ai|ons|ait|aient)|(?:va|vont|allons|vais|doi(?:t|vent)|devr(?:a|ont|ons))(?: être)?)"
        r"(?: (?:pas|plus|jamais|bientôt|aussi|\w+ment))* (?P<then>\w+))",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "(?<![即终必未无毋])(?:即将|将会|将要|将|必?须)(?!近|知|军|来|士|[其此这该他她它我你那])(?P<not>不再?|无法)?"
        "(?P<adverbs>(?:进一步|继续|大幅|加倍|全面|正式|再次|再|陆续|如期|重新|首次|全部|共同|联合|分批|逐步|尽快|立即|立刻|很快"
        "|依法|会|被|不断|持续|积极|坚决|严格|首先|同时|也|都|还|率先|主动|统一|集中|暂时|永久|按期|按时|准时|另行|择日|就此"
        "|一律|照常|免费|公开|派人|派员)*)"
        "(?P<verb>(?:[为向对与在从给于由和同][^，。；！？,;.!?]{1,16}|[^，。；！？,;.!?]))"
        "|(?:(?P<no>不会再?)"
        "|(?<![员议协社大国机工理商联学教年晚宴聚委开董监省市常例不就才也都总常])会(?![议员谈见晤长场展费计堂合同])"
        "(?:进一步|继续|大幅|加倍|全面|陆续|尽快|很快|依法|持续|再)*)"
        "(?P<then>[^，。；！？,;.!?]{1,3})"
    ),
}
"""What is told as still to come; Chinese 将 may but show an object, which stands between it and the verb then."""
_SHOWN = 3
"""How many characters after a Chinese verb's first are shown."""
_MORE_PAST = {
    "en": re.compile(
        r"\b(?:was|were)" + _ADVERBS + r" (?P<verb>\w{2,}(?:ed|wn|en|ught|uilt|old|ound|ade|eld|ent|ept))\b"
        r"|\b(?:I|we|he|she|it|they|who|which) (?:already |then |also |\w+ly )?(?P<then>\w{2,}ed)\b"
        r"|(?<!\bby )\b(?P<plain>\w{3,}ed|built|sold|paid|sent|began|took|gave|won|lost|left|held|bought|brought|met"
        r"|rose|fell|came|went|made|sank|spent|shut)"
        r"(?= (?:the|its|their|his|her|an?|on \w+day|last (?:week|month|year|\w+day)|yesterday|earlier)\b)",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:suis|est|sommes|êtes|sont)(?: (?:déjà|bien|aussi|enfin|\w+ment))*"
        r" (?P<verb>(?:all|entr|arriv|rest|tomb|rentr|mont|retourn|décéd)ée?s?|(?:re|par|de|sur|inter)?venue?s?"
        r"|(?:re)?partie?s?|sortie?s?|née?s?|morte?s?|descendue?s?)\b"
        r"|\b(?:(?:me |m['’])suis|(?:s['’])est|(?:se) sont|nous sommes)(?: (?:déjà|bien|aussi|enfin|\w+ment))*"
        r" (?P<then>\w+(?:ée?s?|[iu]e?s?|its?|ites?))\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("(?<![不未])曾经?(?![祖孙])(?P<verb>[^，。；！？,;.!?]{1,8})"),
}
"""What else is told as done: « est parti », *were told*, *she signed*, 曾."""
_UNDER_WAY = {
    "en": re.compile(
        r"\b(?:am|is|are|['’](?:s|re))(?: (?:now|currently|still|already|also))* being (?P<verb>\w{3,})\b"
        r"(?!(?:[^.,;:!?]* )?(?:on \w+day|(?:on|from|in|by|until|at) \d|later\b|tonight\b|this \w+"
        r"|(?:on|from|in|by|until) (?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)))",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\ben train d(?:e |['’])(?:l[ea]s? |s['’]|se )?(?P<verb>\w+)|\ben cours d(?:e |['’])(?P<then>\w+)",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "(?<![真修改纠公反订方])正在?(?![式常确是如当因视面义宗规好大经值月])(?P<verb>[^，。；！？,;.!?]{1,5})"
    ),
}
"""What is told as under way; an English *is leaving* may as well be what will be, or what has been.

*Is being built* is under way, but on a day that is named.
"""
_DENIED_PAST = {
    "en": re.compile(
        r"\b(?:have|has|had)(?: not|n['’]t| never)" + _ADVERBS + r"(?: yet)?(?: been)?"
        r" (?P<verb>\w{2,}(?:ed|en|wn|ne|ade|nt|ld|ought|un|ut))\b"
        r"|\b(?:did|was|were)(?: not|n['’]t| never) (?!a\b|the\b|to\b|in\b|at\b)(?P<then>\w+)",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:ne l['’]|n['’]|ne les |ne l[ea] |ne nous )(?:ai|as|a|avons|avez|ont|avait|avaient)"
        r"(?: pas| jamais| toujours pas| encore)*(?: été)?"
        r" (?P<verb>\w+(?:ée?s?|[iu]e?s?|its?|ites?|ert(?:e?s?)|[aeo]int(?:e?s?)))\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "(?<![尚还])(?:从未|从没有?|并没有|并未|没有|未能?(?!来|必|经|免|知|婚|遂|成年))(?P<verb>[^，。；！？,;.!?]{1,4})"
    ),
}
"""What is told as not done."""
_PAST = {
    "en": re.compile(r"\b(?:have|has|had|['’]ve|was|were|did|been|already|\w{2,}ed)\b", re.IGNORECASE),
    "fr": re.compile(
        r"\b(?:ai|as|a|avons|avez|ont|avait|avaient|aur\w+|été|déjà|était|étaient)\b(?! l\w+ d)", re.IGNORECASE
    ),
    "zh": re.compile("已|了|曾|过去|刚刚|此前"),
}
"""What may tell of the past, in a clause that tells of the future besides."""
_MAY_COME = {
    "en": re.compile(
        r"\b(?:will|shall|would|going to|set to|due to|about to|plans?|may|might|could|should|to be|soon|tomorrow"
        r"|next)\b|['’]ll\b", re.IGNORECASE
    ),
    "fr": re.compile(
        r"\b(?:\w+r(?:a|ont|ons|ai|ait|aient)|va|vont|allons|vais|devoir|doit|doivent|prochain\w*|demain|bientôt)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "拟|将(?!近|军|士|其)|(?<![主重需必紧首纪概摘])要(?![求点素闻道])"
        "|(?<![员议协社大国机工理商联学教年晚宴聚委开董监省市常例])会(?![议员谈见晤长场展费计堂])"
        "|即(?![使便时])|计划|准备|打算|有望|可能|明[天年]|下[周月个]"
    ),
}
# fmt: on
_PRESENT = re.compile(r"(?:re|at|é)?tirons$|(?:dé|con)?sirons$|\w*(?:m|sp)irons$", re.IGNORECASE)
"""Presents that look like a future: « nous retirons »."""
_DENIALS = frozenset({"not", "nt", "no", "non"})
"""What the parts of the patterns are called that deny."""
_UNREAL = {
    "en": re.compile(r"\b(?:as if|as though|if only|whether|had \w+ not|would have)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:comme s[i’']|aurai(?:t|ent)|s[i’'](?:ls?)? |tant qu[e’'])", re.IGNORECASE),
    "zh": re.compile("当作|权当|仿佛|好像|如同|假如|如果|要是|倘若|一旦|之后|以后|后再|是否"),
}
"""What is told only as if it were done, or is to be done first."""
_FINITE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|might|must|should|do|does|did|to)\b"
    r"|['’](?:s|re|ve|ll)\b",
    re.IGNORECASE,
)
"""Beside one of these an English past may be a participle: *the deal signed last week is void*."""
_SETS = {
    "en": re.compile(r"extend|prolong|renew|postpon|delay|defer|schedul|pushed|adjourn", re.IGNORECASE),
    "fr": re.compile(r"prolong|prorog|recondui|renouvel|repouss|report|reprogramm|fixé|programm|ajourn", re.IGNORECASE),
    "zh": re.compile("延|推迟|续|改|定|休会"),
}
"""What sets until when something will last, or when it will be: « prolongé jusqu'en mai » is *will last until May*."""
_NO_MORE = re.compile(r" (?:pas|plus|jamais|point|guère|nullement)\b")
"""What of « ne … rien » and « ne … aucun » denies a thing, and not the verb."""
_NARRATED = re.compile(r"\b(?:plus tard|plus tôt|la même année|(?:en|de|l['’]an) 1\d{3})\b", re.IGNORECASE)
_HABIT = re.compile("每|往往|通常|有时|常|一般|若|如|当|只要|凡|越|[一才就]$")
"""Before a 会: what happens as a rule, or on a condition."""
_FORESEEN = re.compile("称|说|表示|承诺|保证|宣布|预计|预测|估计|明[天年日晚]|下[周月个]|今[晚后]|未来|届时")
"""Before a 会: what somebody foresees or promises; without it, it may be of a story, as the English *would*."""
_LINKED = 0.4
_CONFIDENCE = 0.8


_PAST_TIME, _NOW, _FUTURE = 0, 1, 2
_CLASHING = ((_PAST_TIME, _FUTURE), (_NOW, _FUTURE), (_NOW, _PAST_TIME))
_WORDS = ("done", "under way", "still to come")


@attrs.frozen
class _Told:
    """A verb and when what it says happens.

    Attributes:
        shown: the words that show the tense, with the verb.
        verb: where the verb may stand.
        denied: whether it is said that it did not, or will not, happen; None where it is said to be over: 不再.
    """

    shown: Span
    verb: Span
    denied: bool | None = False


@attrs.frozen
class TenseChecker:
    """Finds what one text tells as done and the other as still to come."""

    kind: DivergenceKind = "modality"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield one divergence at most."""
        told = [(list(_past(*text)), list(_under_way(*text)), list(_future(*text))) for text in pair.texts]
        told_in = pair.rendering_language, pair.official_language
        twofold = bool(told[0][0] and told[0][2]), bool(told[1][0] and told[1][2])
        for one, other in _CLASHING:
            for side in (0, 1):
                ours, theirs = told[side][one], told[1 - side][other]
                found = evidence(pair) if ours and theirs else None
                languages = (told_in[side], told_in[1 - side])
                clash = None if found is None else _clash(found, ours, theirs, twofold, side, languages)
                if clash is not None:
                    yield _divergence(pair, clash, side, (one, other))
                    return


def _under_way(text: str, language: str) -> Iterator[_Told]:
    """Yield what a text tells as under way, in clauses that tell of nothing else."""
    plain = to_simplified(text)
    for match in _UNDER_WAY[language].finditer(plain):
        clause = clause_around(plain, Span(*match.span()))
        rest = f"{plain[clause.start : match.start()]} {plain[match.end() : clause.end]}"
        if not (_MAY_COME[language].search(rest) or _PAST[language].search(rest)):
            yield _Told(Span(*match.span()), _verb(match))


def _past(text: str, language: str) -> Iterator[_Told]:
    """Yield what a text tells as done, in clauses that tell of nothing to come."""
    plain = to_simplified(text)
    for told in _done(plain, language):
        clause = _clause(plain, told.shown, language).of(plain)
        if not (_MAY_COME[language].search(clause) or _UNREAL[language].search(clause)):
            yield told


def _done(plain: str, language: str) -> Iterator[_Told]:
    for span, verb in perfects(plain, language):
        if language != "zh" or span.of(plain).startswith("已"):  # 减少了 has no tense
            yield _Told(span, verb)
    for match in _MORE_PAST[language].finditer(plain):
        if match.groupdict().get("plain"):
            clause = _clause(plain, Span(*match.span()), language)
            if _FINITE.search(plain[clause.start : match.start()]) or _FINITE.search(plain[match.end() : clause.end]):
                continue
        yield _Told(Span(*match.span()), _verb(match))
    for match in _DENIED_PAST[language].finditer(plain):
        yield _Told(Span(*match.span()), _verb(match), denied=True)


def _future(text: str, language: str) -> Iterator[_Told]:
    """Yield what a text tells as still to come, in clauses that tell of nothing past."""
    plain = to_simplified(text)
    for match in _COMING[language].finditer(plain):
        clause = _clause(plain, Span(match.start(), match.start() + 1), language)
        if _is_no_future(plain, match, clause, language):
            continue
        if _is_conditional(match) and not is_foretold(plain, match.start(), language):
            continue
        if _PAST[language].search(clause.of(plain)) or _UNREAL[language].search(clause.of(plain)):
            continue
        verb = _verb(match)
        shown = Span(match.start(), min(max(match.end(), verb.start + _SHOWN), clause.end))
        if (
            language != "fr"
            or match["then"]
            or CONDITIONAL.match(verb.of(plain).lower())
            or (FUTURE.match(verb.of(plain).lower()) and not _PRESENT.match(verb.of(plain)))
        ):
            yield _Told(shown, verb, _is_denied(match, language))


def _clause(plain: str, span: Span, language: str) -> Span:
    """Return the clause around a verb, without what reports it: "said on Monday that the school will reopen"."""
    clause = clause_around(plain, span)
    start = max((one.end() for one in REPORTING[language].finditer(plain, clause.start, span.start)), default=0)
    return Span(max(clause.start, start), clause.end)


def _is_no_future(plain: str, match: re.Match[str], clause: Span, language: str) -> bool:
    """Whether a future tells a story, « il mourra trois ans plus tard », or a 会 what happens again and again."""
    if language == "fr":
        return _NARRATED.search(clause.of(plain)) is not None
    if language != "zh" or not match["then"] or match["no"]:
        return False
    before = clause_start(plain, match.start(), SENTENCE_MARK), match.start()
    return _HABIT.search(plain, *before) is not None or _FORESEEN.search(plain, *before) is None


def _is_conditional(match: re.Match[str]) -> bool:
    word = (match.groupdict().get("aux") or match.groupdict().get("verb") or "").lower()
    return word == "would" or CONDITIONAL.match(word) is not None


def _is_denied(match: re.Match[str], language: str) -> bool | None:
    if language == "fr" and match["not"] and not match["then"] and not _NO_MORE.match(match.string, match.end()):
        return None
    told = next((value for name, value in match.groupdict().items() if name in _DENIALS and value), "")
    return None if "再" in told else bool(told)


def _verb(match: re.Match[str]) -> Span:
    found = match.groupdict()
    return Span(*match.span(next(name for name in ("then", "plain", "verb") if found.get(name))))


def _clash(
    found: Evidence,
    ours: list[_Told],
    theirs: list[_Told],
    twofold: tuple[bool, bool],
    side: int,
    languages: tuple[str, str],
) -> tuple[Span, Span] | None:
    """Return the first verb that two texts tell at different times, as each shows it.

    Args:
        found: the words of both texts.
        ours: what the one text tells.
        theirs: what the other one tells.
        twofold: whether either text, the rendering first, tells both of what is done and of what is to come.
        side: which text is the one, 0 the rendering.
        languages: of the one, and of the other.
    """
    for i, j in mutual_pairs(found):
        both = found.rendering, found.official
        if both[0].link[i] < _LINKED or both[0].weight[i] < CONTENT_WEIGHT:
            continue
        if any(two and _is_repeated(text, k) for text, k, two in zip(both, (i, j), twofold, strict=True)):
            continue  # "has not been authorised, nor will it be": 未曾授权，也不会授权
        ours_at, theirs_at = both[0].words[i], both[1].words[j]
        ends = (ours_at, theirs_at) if side == 0 else (theirs_at, ours_at)
        for one in ours:
            for other in theirs:
                same = None in (one.denied, other.denied) or one.denied == other.denied
                if (
                    same
                    and not _only_sets(ends, (both if side == 0 else both[::-1]), languages)
                    and one.verb.overlap(ends[0])
                    and other.verb.overlap(ends[1])
                ):
                    return one.shown, other.shown
    return None


def _only_sets(ends: tuple[Span, Span], sides: Sequence[Side], languages: tuple[str, str]) -> bool:
    """Whether but one of two verbs sets when a thing will be, or until when: *has been extended*, *will last*."""
    one, other = (
        _SETS[language].search(end.of(side.text)) is not None
        for end, side, language in zip(ends, sides, languages, strict=True)
    )
    return one != other


def _is_repeated(side: Side, at: int) -> bool:
    word = side.words[at].of(side.text).lower()
    return sum(one.of(side.text).lower() == word for one in side.words) > 1


def _divergence(pair: Pair, told: tuple[Span, Span], side: int, times: tuple[int, int]) -> Divergence:
    rendering, official = told[:: 1 if side == 0 else -1]
    ours, theirs = (_WORDS[time] for time in times[:: 1 if side == 0 else -1])
    return Divergence(
        kind="modality",
        severity="critical",
        confidence=_CONFIDENCE,
        rendering=rendering,
        official=official,
        reason=(
            f"The article (“{rendering.of(pair.rendering)}”) tells as {ours} what is {theirs} "
            f"in the official text (“{official.of(pair.official)}”)."
        ),
    )
