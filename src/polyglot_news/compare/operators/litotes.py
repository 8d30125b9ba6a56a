"""What is said by denying its opposite: *no easy task* for *une tâche ardue*, *never before* for *the first time*.

Such a negation has no partner on the other side, and needs none. What it governs shows it: the other side does not have
that either, where a negation that was lost or added leaves its verb behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.comparatives import MORE, MOST
from polyglot_news.compare.operators.cues import Hit
from polyglot_news.compare.operators.negation import NOBODY
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, Evidence, Side, evidence
from polyglot_news.compare.words.idioms import faces_idiom
from polyglot_news.text import CLAUSE_MARK, SENTENCE_MARK, Span, clause_around, in_simplified, to_simplified

_FREE = 0.4
"""Doubt from which a word counts as not rendered."""

_FREE_VERB = 0.5
"""The same for a verb and what goes with it, on the average."""

_NEXT_TO_NOTHING = 0.3
"""A share of what a negation governs that is too little to be another way to say it."""

_FEW = 3
"""How many telling words a negated verb may govern, itself included: litotes are set phrases."""

# fmt: off
_LIGHT = frozenset({
    "达成", "取得", "作出", "做出", "进行", "给予", "得到", "受到", "出现", "发生", "采取", "提出",
    "make", "made", "take", "give", "been", "being", "est", "sont", "êtes", "sommes", "suis", "été", "était", "étaient",
    "être", "avons", "avez",
})
"""Verbs that mean little without what stands next."""
_ADVERBS = frozenset({
    "yet", "always", "ever", "even", "still", "already", "fully", "only", "just", "also", "really", "all", "every",
    "both", "everyone", "necessarily", "entirely", "exactly", "completely", "simply", "longer", "again", "often",
    "usually", "encore", "toujours", "même", "déjà", "tous", "toutes", "tout", "toute", "seulement", "forcément",
    "entièrement", "nécessairement", "souvent", "vraiment", "plus", "非常", "还", "再", "一定", "都", "完全", "总是",
    "全部", "所有", "仅", "只", "必须", "会", "能", "能够", "可以", "应该", "应当", "每", "人人",
})
"""Words that may stand between a negation and what it negates."""
# fmt: on

# What compares all others with one, and what says of that one that it stands above them.
_EARLIER = {
    "en": r"\b(?:before|previously|since|in (?:\w+ ){0,2}\w+ years)\b",
    "fr": r"\b(?:avant|auparavant|précédemment|depuis)\b",
    "zh": "以前|此前|之前|以来|以后|过[^，。；]{0,4}(?:这么|这样|如此)",
}
_FIRST = {
    "en": re.compile(r"\b(?:first|unprecedented|record)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:premi(?:er|ère)s?|une première|inédite?s?|sans précédent|records?)\b", re.IGNORECASE),
    "zh": re.compile("首次|首度|头一[次回遭]|第一次|前所未有|史无前例|创纪录"),
}
# With a negation it says that something never was before: *none had yet*, « pas un n'avait encore ».
_NEVER_YET = {
    "en": re.compile(r"\b(?:ha[sd]|have) (?:ever|yet)\b", re.IGNORECASE),
    "fr": re.compile(r"\bn['’](?:avai(?:s|t|ent)|a|ont|ai) encore\b", re.IGNORECASE),
    "zh": re.compile("[从尚还].{0,4}过"),
}
# What compares by a negation, and what does so without one: *not as fast as*, *slower than*.
_NOT_AS = {
    "en": re.compile(
        r"\b(?:not|n['’]t)(?: \w+){0,2} (?:as|so) [\w-]+(?: \w+){0,3} as\b"
        r"|\b(?:not|n['’]t) [^.;:!?]{0,30}as (?:much|many|fast)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\bn(?:e |['’])[^.;:!?]{1,40}? (?:pas|guère)(?: \w+)? (?:aussi|si|autant|tant)\b"
        r"[^.;:!?]{1,40}?\bqu(?:e\b|['’])|\bpas (?:aussi|si|autant)\b[^.;:!?]{1,40}?\bqu(?:e\b|['’])",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "没有?[^，。；！？]{1,12}(?:那么|这么|那样|的)?[快慢高低长短远近大小多少强弱深早晚好坏重轻]|不如[^，。；！？]+"
    ),
}
_LESS = {
    "en": re.compile(
        rf"\b(?:{MORE}|below|short of)\b.{{0,60}}?\b(?:than|expect|forecast)",
        re.IGNORECASE,
    ),
    "fr": re.compile(r"\b(?:moins|plus|mieux|pires?|inférieure?s?|en deçà|en dessous)\b", re.IGNORECASE),
    "zh": re.compile("比|低于|少于|慢于|不及|逊|更"),
}
# What allows a thing on no condition but one, and what names that as needed.
_BUT_IF = {
    "en": r"\b(?:unless|without|until|except|save (?:by|with))\b",
    "fr": r"\b(?:sans|à moins|sauf|tant qu|excepté|hors)",
    "zh": "未经|未获|未取得|未得|没有|没经|无|除非|不|未",
}
_ALWAYS = {
    "en": re.compile(r"\b(?:every\w*|each|all|always|daily|constant\w*)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:tou(?:te?|s|tes)|chaque|toujours|quotidien\w*|constamment)\b", re.IGNORECASE),
    "zh": re.compile("每|都|天天|日日|人人|处处|总是|所有|全部|一律"),
}
"""What says without a negation that there is none without: *not a day without rain*, *it rains every day*."""
_NEEDED = {
    "en": re.compile(
        r"\b(?:must|need\w*|requir\w+|ha(?:s|ve|d) to|only|mandatory|compulsory|conditional|subject to|provided"
        r"|depend\w*|first|before|once|after|(?:(?:would|will|could)(?: only)?|['’]d|it) takes?)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:doi(?:t|vent)|devr(?:a|ont)|fau(?:t|dra|drait)|exig\w+|subordonn\w+|obligat\w+|seule?s?|seulement|uniquement"
        r"|condition\w*|requi\w+|soumis\w*|sous réserve|moyennant|avant|après|d['’]abord|préalable\w*)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("必须|须|需|得先|要先|才|方可|只有|只能|凭|先|前提|为条件"),
}
_COMPARING = {
    "en": rf"\b(?:before|previously|until now|other|else|{MORE}\b.*\bthan|so|as|such)\b",
    "fr": (
        r"\b(?:avant|auparavant|jusqu(?:e|’|')|autres?|(?:plus|moins|mieux)\b.*\bqu(?:e\b|’|')"
        r"|aussi|si|autant|tant|tel(?:le)?s?)"
    ),
    "zh": r"以前|此前|之前|过|其他|别的|第二|更|比|如此|这么|这样",
}
_ABOVE_ALL = {
    "en": rf"\b(?:first|only|{MOST}|unprecedented|historic|record|unique)\b",
    "fr": (
        r"\b(?:premi(?:er|ère)s?|seule?s?|l[ea]s? (?:plus|moins|meilleure?s?|pires?)|inédite?s?|historiques?"
        r"|record|uniques?|sans précédent)\b"
    ),
    "zh": r"首|第一|唯一|最|前所未有|空前|创纪录|历史性|破天荒",
}
# What says that nothing is more, and what says of one thing that it is more than any.
_NONE_MORE = {
    "en": re.compile(
        r"\b(?:no(?: other)? [\w-]+|nothing|nobody|no[ -]one|none)\b[^.;:!?]{1,50}"
        rf"\b{MORE}\b[^.;:!?]{{0,40}}?\bthan\b(?! \d)",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        rf"\b(?:aucune?|nul(?:le)?|rien|{NOBODY})\b[^.;:!?]{{1,50}}"
        r"\b(?:plus|moins|mieux|meilleure?s?|pires?)\b[^.;:!?]{0,40}?\bqu(?:e\b|['’])",
        re.IGNORECASE,
    ),
    "zh": re.compile("没有?(?:有|哪|什么|任何|谁|一|其他)?[^，。；！？]{0,10}比[^，。；！？]{1,20}?更"),
}
_TOPPED = {
    "en": re.compile(
        r"\bthan (?:any|all|every)|\bany other\b|\bas any"
        rf"|\b{MOST}\b"
        r"|\babove (?:all|everything)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\bqu(?:e |['’])(?:quiconque|tou(?:te?s?|s)|personne|n['’]importe|les autres|aucun)"
        r"|\b(?:l[ea]s?|ses|nos|leurs?) (?:plus|mieux|meilleure?s?|pires?|moins)\b|\b(?:avant|par-dessus) tout\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("最|[比胜](?:过|于)?(?:任何|谁|什么|一切|其他)|高于一切|首要"),
}
# What denies any other, and what names the only one.
_NO_OTHER = {
    "en": re.compile(
        r"\b(?:no|not any|n['’]t any|n['’]t an|not an) (?:other|alternatives?|others?)\b"
        r"|\b(?:nothing|nobody|no[ -]one|nowhere) (?:else|other)\b|\bno \w+ (?:other than|but)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\bn(?:e |['’])[^,.;:!?]{0,25}?(?:(?:pas|aucune?|plus|nul(?:le)?) (?:d['’])?(?:autres?|alternatives?)"
        r"|(?:rien|personne) d['’]autre)\b|\b(?:aucune?|nul(?:le)?) autre\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("(?:没有|并无|再无|无)(?:其他|其它|别的|第二)|别无|再没有|无他"),
}
_SOLE = {
    "en": re.compile(r"\b(?:only|sole|alone|just|single|nothing but)\b", re.IGNORECASE),
    "fr": re.compile(
        r"\b(?:seule?s?|uniques?|seulement|uniquement)\b|\bn(?:e |['’])[^,.;:!?]{1,30} qu(?:e |['’])", re.IGNORECASE
    ),
    "zh": re.compile("唯一|只有|仅有|只能|唯有|仅此|只剩"),
}
# What says until when by a negation, and what says it without one.
_AS_LONG_AS = {"en": r"\b(?:as|so) long as\b", "fr": r"\b(?:tant|aussi longtemps) qu", "zh": "只要|一日|一天"}
_UNTIL = {
    "en": r"\b(?:before|until|till|unless|prior to|pending)\b",
    "fr": r"\b(?:avant|jusqu|d['’]ici|en attendant)",
    "zh": "之前|以前|前[，,、]|前[才都不]|直到|直至|等到",
}
# What says without a negation that something comes no sooner.
_NO_SOONER = {
    "en": r"\b(?:postpon\w+|delay\w*|put(?:ting)? (?:off|back)|defer\w*|adjourn\w*|suspend\w*|wait\w*"
    r"|only|until|till|after|later|at the earliest)\b",
    "fr": r"\b(?:report\w+|renvo\w+|différ\w+|ajourn\w+|suspend\w*|repouss\w+|retard\w*|jusqu|attend\w*|patient\w+"
    r"|au plus tôt"
    r"|dès|à partir d|seulement|à l['’](?:automne|hiver|été|horizon)|au printemps"
    r"|après|\bn(?:e |['’])[^.;!?]{1,60}? qu(?:e |['’]))",
    "zh": "推迟|延[至到期后]|才|要到|等到|最早|暂停|直到|[日月年]起",
}
_DOUBLES = frozenset({"没有", "没", "未", "尚未", "还没", "还没有", "仍未", "未能"})
_CLOSES = re.compile(r"[^，。；：！？]{1,24}?(?:之前|以前|前(?=[，,不才勿也就切]))")
_TILL = frozenset({"until", "till", "jusqu", "wait", "attend"})
# What is denied of much, and what says the same as its denial: "no great risk", "un risque faible".
_MUCH = {
    "en": r"\b(?:great|high|big|large|significant|major|serious|strong|much|many|substantial)\b",
    "fr": r"\b(?:grande?s?|gros(?:se)?s?|élevée?s?|forte?s?|important|importante|majeure?s?|significati(?:f|ve)s?"
    r"|beaucoup)\b",
    "zh": "[高大强多]|明显|显著|严重",
}
_LITTLE = {
    "en": r"\b(?:low|slight|small|limited|minor|little|few|modest|weak)\b",
    "fr": r"\b(?:faibles?|limitée?s?|minimes?|légers?|légères?|peu|petite?s?|modestes?)\b",
    "zh": "[低小弱少]|有限|轻微",
}
_HARDLY_ANY = frozenset({"hardly", "scarcely", "barely", "rarely", "seldom"})
"""Of *hardly a day without rain* this is the denial."""
_GO_ON = frozenset({"nor", "ni"})
"""What goes on with a negation of its sentence."""
_STARTS_ANEW = re.compile(r" (?:do|does|did|is|are|was|were|will|would|has|have|had|can|could|should|must|may)\b")
"""What follows a "nor" that denies something else: *nor did she*."""
_STATEMENT_END = re.compile(r"[.!?;。！？；]")
_EVEN = re.compile(r"(?:not even|pas même)\b", re.IGNORECASE)
_ANY_NEAR = 24
"""How many characters after a *without* its *any* may stand."""
_CLAUSE = 80
"""How many characters after "as long as" its negation may stand."""
_NEAR_MUCH = 20
"""How many characters after a negation may stand what it denies to be great."""
_REPEATED = {
    "en": r"(?:nothing|none|nobody|not one|nor \w+|no(?: [\w-]+){1,3})",
    "fr": r"(?:rien|personne|aucune?(?: [\w’'-]+){0,3}|ni(?: [\w’'-]+){1,4})",
    "zh": r"(?!)",  # there 既…也 repeats, by a negation of its own
}


def is_litotes(pair: Pair, hit: Hit, side: int) -> bool:
    """Whether a negation that has no partner may well deny the opposite of what the other side says."""
    found = evidence(pair)
    if found is None:
        return False
    return (
        _is_free(pair, found, hit, side)
        or _stands_above_all(pair, hit, side)
        or _may_say_until(pair, hit, side)
        or _is_put_off(pair, hit, side)
        or _denies_much(pair, hit, side)
        or faces_idiom(pair, found, hit, side)
    )


def _is_free(pair: Pair, found: Evidence, hit: Hit, side: int) -> bool:
    """Whether what is negated has no counterpart, and something on the other side has none either.

    Of "no secret of my worry" the noun tells. Translators put verbs freely: with these, what goes along tells, too, and
    only where that is little. An added clause that negates finds next to nothing on the other side.
    """
    own, other = found.seen_from(side)
    denied = list(governed(own, hit))
    doubts = [float(own.doubt[i]) for i in denied]
    if not doubts or doubts[0] < _FREE:
        return False
    free = len(doubts) <= _FEW and sum(doubts[:2]) >= _FREE_VERB * len(doubts[:2])
    within = pair.core if side == 0 else None
    inside = [i for i, word in enumerate(other.words) if within is None or word.overlap(within)]
    answer = _unanswered(other, inside)
    return (free or hit.cue.reading("not") is None) and answer > _NEXT_TO_NOTHING * _unanswered(own, denied)


def _unanswered(side: Side, words: Sequence[int]) -> float:
    """Return how much is told by those of some words that have no counterpart."""
    free = (i for i in words if side.weight[i] >= CONTENT_WEIGHT and side.doubt[i] >= _FREE)
    return sum(float(side.weight[i] * side.doubt[i]) for i in free)


def governed(side: Side, hit: Hit) -> Iterator[int]:
    """Yield the words that tell what is negated, up to the end of the clause: no adverbs, no light verbs."""
    end = CLAUSE_MARK.search(side.text, hit.span.end)
    for i, word in enumerate(side.words):
        if word.start < hit.span.start or any(word.overlap(part) for part in hit.parts):
            continue
        if end is not None and word.start >= end.start():
            return
        if side.weight[i] >= CONTENT_WEIGHT and to_simplified(word.of(side.text).lower()) not in _LIGHT | _ADVERBS:
            yield i


def _stands_above_all(pair: Pair, hit: Hit, side: int) -> bool:
    """Whether one side says that nothing came before, or compares, and the other that it is the first, or the most."""
    (own, language), (other, other_language) = _own_first(pair, side)
    sentence = clause_around(own, hit.span, SENTENCE_MARK).of(own)
    others = _EARLIER if hit.cue.reading("not") else _COMPARING
    never = hit.cue.reading("never") is not None or _NEVER_YET[language].search(sentence) is not None
    if never and _FIRST[other_language].search(other):
        return re.search(_ABOVE_ALL[language], sentence, re.IGNORECASE) is None
    return (
        re.search(others[language], sentence, re.IGNORECASE) is not None
        and re.search(_ABOVE_ALL[language], sentence, re.IGNORECASE) is None
        and re.search(_ABOVE_ALL[other_language], other, re.IGNORECASE) is not None
    )


def compares_all(pair: Pair, hit: Hit, side: int) -> bool:
    """Whether one side says that no other is more, and the other that it is more than any, or the most."""
    (own, language), (other, other_language) = _own_first(pair, side)
    none_more = _NONE_MORE[language].finditer(in_simplified(own, language))
    return (
        any(Span(*match.span()).overlap(hit.span) > 0 for match in none_more)
        and _TOPPED[other_language].search(in_simplified(other, other_language)) is not None
    )


def compares_less(pair: Pair, hit: Hit, side: int) -> bool:
    """Whether a negation belongs to a *not as … as*, and the other side has a *less … than*."""
    (own, language), (other, other_language) = _own_first(pair, side)
    spans = [Span(*match.span()) for match in _NOT_AS[language].finditer(in_simplified(own, language))]
    return (
        any(span.overlap(hit.span) for span in spans)
        and _LESS[other_language].search(in_simplified(other, other_language)) is not None
    )


def says_none_but(pair: Pair, hit: Hit, side: int) -> bool:
    """Whether a negation denies any other, and the other side has an *only*: *no alternative*, « seule solution »."""
    (own, language), (other, other_language) = _own_first(pair, side)
    others = (Span(*match.span()) for match in _NO_OTHER[language].finditer(in_simplified(own, language)))
    return (
        any(span.overlap(hit.span) for span in others)
        and _SOLE[other_language].search(in_simplified(other, other_language)) is not None
    )


def says_what_is_needed(pair: Pair, hit: Hit, side: int, hits: Sequence[Hit]) -> bool:
    """Whether two negations name one condition, which the other side has as what is needed, or what always is.

    « Nul n'entre sans badge » is as well *a badge is required*, and *not a day without rain* is *rain every day*; the
    other side must have no negation at all.
    """
    (own, language), (other, other_language) = _own_first(pair, side)
    sentence = clause_around(own, hit.span, SENTENCE_MARK)
    leads = re.compile(_BUT_IF[language], re.IGNORECASE).finditer(
        in_simplified(own, language), sentence.start, sentence.end
    )
    conditions = [Span(*match.span()) for match in leads]
    doubling = [one.span for one in hits if _stands_before(pair, one, side)]
    conditions = [one for one in conditions if not any(one.overlap(before) for before in doubling)]
    denials = [one.span for one in hits if one.cue.asks or one.cue.text in _HARDLY_ANY]
    denying = [one for one in denials if one.overlap(sentence) and one not in doubling]
    two = any(_are_of_one(own, condition, denial) for condition in conditions for denial in denying)
    plain = in_simplified(other, other_language)
    return two and any(told[other_language].search(plain) for told in (_NEEDED, _ALWAYS))


def _are_of_one(text: str, condition: Span, denial: Span) -> bool:
    """Whether a condition may be that of a denial: not in "they have until May, and we will not close it"."""
    first, last = sorted((condition, denial), key=lambda span: span.start)
    return not condition.overlap(denial) and _ANEW.search(text, first.end, max(first.end, last.start)) is None


_ANEW = re.compile(r"[;；]|, (?:and|but|so|et|mais|donc)\b|[,，](?:但|而|并|因此)", re.IGNORECASE)
"""What a further clause begins with that has a condition of its own."""


def _may_say_until(pair: Pair, hit: Hit, side: int) -> bool:
    """Whether a negation stands after an "as long as", and the other side has an *until*."""
    return _as_long_as(pair, hit, side) is not None


def says_until_when(pair: Pair, hit: Hit, side: int) -> bool:
    """Whether a negation only says until when: "as long as it is not signed" is "before it is signed"."""
    between = _as_long_as(pair, hit, side)
    return (between is not None and CLAUSE_MARK.search(between) is None) or _stands_before(pair, hit, side)


def _stands_before(pair: Pair, hit: Hit, side: int) -> bool:
    """Whether a Chinese negation only doubles a *before*: 在没有拿到数据之前 is "before the data are there"."""
    (own, language), (other, other_language) = _own_first(pair, side)
    if language != "zh" or hit.cue.text not in _DOUBLES:
        return False
    closes = _CLOSES.match(in_simplified(own, language), hit.span.end)
    return closes is not None and re.search(_UNTIL[other_language], other, re.IGNORECASE) is not None


def _as_long_as(pair: Pair, hit: Hit, side: int) -> str | None:
    """Return what stands between the last "as long as" and a negation, if the other side has an *until*."""
    (own, language), (other, other_language) = _own_first(pair, side)
    lead = _STATEMENT_END.split(own[: hit.span.start])[-1][-_CLAUSE:]
    last = max((match.end() for match in re.finditer(_AS_LONG_AS[language], lead, re.IGNORECASE)), default=None)
    if last is None or not re.search(_UNTIL[other_language], other, re.IGNORECASE):
        return None
    return lead[last:]


def _is_put_off(pair: Pair, hit: Hit, side: int) -> bool:
    """Whether a negation only says that something comes no sooner, as the other side says: not before May."""
    (own, language), (other, other_language) = _own_first(pair, side)
    clause = clause_around(own, hit.span, _STATEMENT_END).of(own)
    if not re.search(_UNTIL[language], clause, re.IGNORECASE):
        return False
    later = {match.group().lower() for match in re.finditer(_NO_SOONER[other_language], other, re.IGNORECASE)}
    # "Open until May" is no "not open until May" where it has the verb.
    return bool(later - _TILL) or (bool(later) and not _renders_verb(pair, hit, side))


def _renders_verb(pair: Pair, hit: Hit, side: int) -> bool:
    """Whether the first word that tells what is negated has a counterpart."""
    found = evidence(pair)
    if found is None:
        return False
    own = (found.rendering, found.official)[side]
    verb = next(governed(own, hit), None)
    return verb is not None and float(own.doubt[verb]) < _FREE


def _denies_much(pair: Pair, hit: Hit, side: int) -> bool:
    """Whether a negation denies that something is great, and the other side says that it is small."""
    (own, language), (other, other_language) = _own_first(pair, side)
    if re.search(_LITTLE[language], own, re.IGNORECASE):
        return False
    denied = CLAUSE_MARK.split(own[hit.parts[-1].end :])[0][:_NEAR_MUCH]
    much, little = re.search(_MUCH[language], denied, re.IGNORECASE), _LITTLE[other_language]
    return much is not None and re.search(little, other, re.IGNORECASE) is not None


def _own_first(pair: Pair, side: int) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the two texts with their languages, that of a side first."""
    return pair.texts[side], pair.texts[1 - side]


def counted_once(text: str, language: str, hits: Sequence[Hit]) -> list[Hit]:
    """Let a negation that a list repeats (*no cause, no party, nothing*) ask but once."""
    repeats = re.compile(
        rf"[,;]\s*(?:and |or |et |ou |\w+ly |\w+ment )?(?P<member>{_REPEATED[language]})\s*(?=[,;.!?]|$)", re.IGNORECASE
    )
    members = [Span(*match.span("member")) for match in repeats.finditer(text)]
    found: list[Hit] = []
    for hit in hits:
        if any(_is_any_of(text, earlier, hit) or _is_not_even(text, earlier, hit) for earlier in found):
            continue
        repeated = any(hit.span.overlap(member) for member in members) and any(
            earlier.cue.asks and not SENTENCE_MARK.search(text, earlier.span.end, hit.span.start) for earlier in found
        )
        found.append(_again(hit) if repeated or _is_second(text, hit, found) else hit)
    return found


_TAKES_ANY = frozenset({"sans", "ne … plus", "ne … jamais"})


def _is_any_of(text: str, without: Hit, hit: Hit) -> bool:
    """Whether a negation is the *any* of a *without* or *no more*: « sans aucun retard », « n'a plus aucun retard »."""
    return (
        without.cue.text in _TAKES_ANY
        and without.span.end <= hit.span.start <= without.span.end + _ANY_NEAR
        and hit.cue.readings[0].cls in {"no", "never", "quasi"}
        and CLAUSE_MARK.search(text, without.span.end, hit.span.start) is None
    )


def _is_not_even(text: str, first: Hit, hit: Hit) -> bool:
    """Whether a negation only says of whom or what the one before it holds as well: *nobody, not even the mayor*."""
    return (
        first.cue.asks
        and _EVEN.match(text, hit.span.start) is not None
        and text[: hit.span.start].rstrip()[-1:] in {",", "—", "–", "("}
        and SENTENCE_MARK.search(text, first.span.end, hit.span.start) is None
    )


def _is_second(text: str, hit: Hit, found: Sequence[Hit]) -> bool:
    """Whether a *nor* goes on with what a *neither* or a *not* of its clause denies: *not … or* says the same."""
    before = [one for one in found if one.cue.asks and one.cue.text != "without"]
    if hit.cue.text.startswith("也"):  # 既不…也不 is *neither … nor*, and *not … or*
        before = [one for one in before if text.endswith("既", 0, one.span.start)]
    elif hit.cue.text not in _GO_ON or _STARTS_ANEW.match(text, hit.span.end):
        return False
    return any(not SENTENCE_MARK.search(text, one.span.end, hit.span.start) for one in before)


def _again(hit: Hit) -> Hit:
    readings = tuple(attrs.evolve(reading, asks=False) for reading in hit.cue.readings)
    return attrs.evolve(hit, cue=attrs.evolve(hit.cue, readings=readings), again=True)
