"""What one need not do, told as forbidden; what one may do, told as a duty; and the other way round.

*Need not* and *must not* are both a negated duty, and a checker of negations or of modals sees no change. A duty that
the article tells as advice is of the same kind; that translators put *must* for *should* is common.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.cues import Cue, Hit, Reading, matcher, words
from polyglot_news.compare.operators.places import Places, places_of
from polyglot_news.text import Span, in_simplified

_Texts: TypeAlias = tuple[tuple[str, str], tuple[str, str]]  # two texts, each with its language

_IN_PLACE = 0.4
"""How near one must stand to the place of the other."""
_BESIDE = 2
"""How many words off the part that is rendered an official word may stand."""
_REACH = 40
"""How many characters after a *need not* may tell that it only calms."""

# Of somebody else « n'a pas à » says as often that she should not: it is neither.
_NOT_OBLIGED = {
    "en": re.compile(
        r"\b(?:need not|needn['’]t|(?:do|does|did|will)(?: not|n['’]t) (?:have|need) to|won['’]t (?:have|need) to"
        r"|no (?:need|obligation|duty|requirement) (?:to|for)|under no (?:obligation|duty)"
        r"|no longer (?:has|have|had) to|(?:not|n['’]t|nor|no longer)(?: \w+)?"
        r" (?:required|obliged|obligated|compelled|mandatory|compulsory|obligatory)"
        r"|cannot be (?:compelled|forced|obliged|required|made) to|without having to)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:n(?:e |['’])\w+ (?:pas|plus|nullement|aucunement)(?: \w+)?"
        r" (?:obligée?s?|tenue?s?|contrainte?s?|forcée?s?|obligatoires?|besoin)\b"
        r"|n['’](?:avez|avons|ai|aur(?:a|ont|ez|ons)) (?:pas|plus|nullement) à(?! \w+[st]ion)"
        r"|n['’](?:a|ont|av(?:ait|aient)) (?:plus|nullement) à(?! \w+[st]ion)"
        r"|ne p(?:eut|euvent|ouv\w+|ourr\w+) (?:être|pas être) (?:\w+ )?(?:obligée?s?|contrainte?s?|forcée?s?)"
        r"|n(?:e |['’])(?:oblige\w*|impose\w*|exige\w*) pas|sans (?:avoir|être (?:obligée?s?|tenue?s?)) (?:à|de|d['’])"
        r"|(?:aucune|pas d['’]|nulle|ni) ?obligation|inutile d(?:e |['’])"
        r"|(?<!pas )(?<!être )dispensée?s? (?:de |d['’]|du |des ))",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "不必|无需|无须|毋须|毋需|(?<!并)不需要|不须|不要求|不强制|不强求|用不着|没必要|没有必要|没有义务|无义务|(?<!可以)不用(?!说)"
    ),
}
_FORBIDDEN = {
    "en": re.compile(
        r"\b(?:(?:must|may|shall)(?: on no account)? not(?! only)|mustn['’]t|can['’]t|cannot"
        r"(?! be (?:compelled|forced|obliged|required|made) to)"
        r"|(?:not|n['’]t)(?: \w+)? (?:allowed|permitted|authori[sz]ed|entitled) to|forbid(?:s|den|ding)?|forbade"
        r"|prohibit(?:s|ed|ing)?|bann(?:ed|ing)|bans|barred from|no right to|can not)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:ne (?:doi(?:t|vent|s)|dev(?:ez|ons|ra|ront|rez|rons|ait|aient)|peu(?:t|vent|x)|pouv(?:ez|ons|ait|aient)"
        r"|pourr(?:a|ont|ez|ons))(?:-\w+)? (?:\w+ )?(?:pas|plus|en aucun|jamais|nullement)"
        r"(?! rien| (?:être )?(?:obligé|contrain|forcé|\w*e? ?passer))"
        r"|il ne faut (?:pas|plus)(?: qu[e'’])?|interdi(?:t|te|ts|tes|ction|sent|re)|prohib\w+"
        r"|n(?:e |['’])\w+ (?:pas|plus|aucun)(?: le)? (?:droit|autorisée?s?|permis\w*))",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "(?:(?<![算舍巴恨怪顾由])不得(?![不已了而])|不准|不许|不能(?![不没])|不可以|禁止|严禁|不允许|切勿|无权|(?<!要)不要(?![紧求]))"
        "(?![强被逼])"
    ),
}
_CALMING = re.compile(
    r"worr|panic|fear|fret|alarm|afraid|dramat|hesitat|appl(?:y|ied)|paniqu|inquiét|crain|craign|affol|dramat|hésit"
    r"|s['’]alarm|peur|trembl|恐慌|担心|惊慌|害怕|怕|慌|着急|介意|犹豫|紧张",
    re.IGNORECASE,
)
"""What one need not do as one should not: *no need to panic* is « ne paniquez pas »."""

_ALLOWED = {
    "en": re.compile(
        r"\b(?:(?<!that )(?<!who )(?<!which )may(?! not| only|n['’]t|,? but| have| be (?:\w+ing|due|the|a)\b)"
        r"|(?:is|are|be|was|were|been|being) (?:\w+ )?(?:allowed|permitted|free) to|optional|at liberty to"
        r"|(?:have|has) the (?:option|choice) (?:to|of)|can choose"
        r"|(?<!not )(?<!n['’]t )(?:(?:have|has|had) (?:the|every|a) (?:\w+ )?right|entitled) to"
        r"(?! (?:an?|the|any|no|its|their|his|her|our|your)\b))\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:pe(?:ut|uvent|ux)|pourr(?:a|ont|ez|ons)|pouvez|pouvons|autorisée?s? à|libres? (?:de |d['’])"
        r"|facultati(?:f|ve)s?|loisible"
        r"|(?:(?:ai|as|a|avons|avez|ont|aur(?:a|ont)|avai(?:t|ent))(?: \w+)? le|en) droit d(?:e |['’]))",
        re.IGNORECASE,
    ),
    "zh": re.compile("(?<!不)可以(?!说)|获准|获许|自便|任选|可选择|有权(?![利力势威机部])"),
}
_OBLIGED = {
    "en": re.compile(
        r"\b(?:must(?! not| have\b|n['’]t)|(?<!would )(?<!should )(?<!should not )ha(?:ve|s|d) to"
        r"|(?:is|are|be|was|were|been|being) (?:\w+ )?(?:required|obliged|compelled|forced|made|ordered) to"
        r"|(?<!not )(?<!n['’]t )(?:have|has|had) (?:an?|the) (?:\w+ )?(?:duty|obligation) to"
        r"|under (?:an |the )?obligation to|duty[- ]bound to|compulsory|mandatory|obligatory)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:doi(?:t|vent)|devr(?:a|ont|ez|ons)|il fau(?:t|dra)|(?:obligée?s?|tenue?s?|contrainte?s?|forcée?s?)"
        r" (?:de |d['’]|à )|(?<!pas )(?<!plus )(?:l['’]obligation|le devoir) d(?:e\b|['’])"
        r"|obligatoires?|obligatoirement)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("必须|务必|(?<![不无毋胡触])须(?!知)|责令|(?<!没)有(?:义务|责任)(?!心)"),
}
_ADVISED = {
    "en": re.compile(
        r"\b(?:should(?! not| have|n['’]t| (?:the|he|she|it|they|we|you|any|an?)\b)|ought to|ideally|preferably"
        r"|advisable|preferable|would do well to"
        r"|(?:is|are|be|was|were) (?:\w+ )?(?:advised|encouraged|recommended|invited|urged) to|recommends?)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:devrai(?:t|ent)|de préférence|(?:est|sont) (?:vivement )?(?:invitée?s?|encouragée?s?)"
        r"|(?:conseill|recommand)ée?s?|préférables?|souhaitables?|f(?:erai(?:t|ent)|eraient) bien d|mieux vaut)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("最好|尽量|尽可能|(?<=[^适便不事权])宜(?=[^家居人])|不妨|(?:^|[，。；：])建议"),
}
_ALSO_ADVICE = frozenset({"il ne faut pas", "il ne faut plus"})
"""What forbids before a « que », and before a verb is advice, as 没必要 may be: « il ne faut pas se mentir »."""
_OFTEN_ADVICE = frozenset({"doit", "doivent"})
"""What is rendered as *should*, too."""
_ADVISED_AGAINST = {
    "en": re.compile(
        r"\b(?:advis(?:e|es|ed|ing) (?:\w+ )?against|advised not to|not (?:recommended|advisable|advised)|discouraged"
        r"|inadvisable|better not)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(r"\b(?:déconseill\w+|mieux vaut (?:ne pas|éviter)|préférable de ne pas)", re.IGNORECASE),
    "zh": re.compile("不建议|不推荐|不提倡|不鼓励|不宜(?!居)|最好(?:不要?|别|避免)|尽量(?:不要?|别|避免)"),
}
_BANNED = {
    "en": re.compile(
        r"\b(?:forbid(?:s|den|ding)?|forbade|prohibit(?:s|ed|ing)?|bann(?:ed|ing)|bans|barred from)\b", re.IGNORECASE
    ),
    "fr": re.compile(r"\b(?:interdi(?:t|te|ts|tes|ction|sent|re)|prohib\w+)\b", re.IGNORECASE),
    "zh": re.compile("禁止|严禁"),
}
"""What forbids without a negation, whose loss would tell of the change."""
_WARNING = frozenset({"不要", "切勿"})
"""What forbids, and is as well but advice."""
_LETS = re.compile(
    r"\b(?:let|allow|permit|grant|give|offer|laiss|permett|permis|accord|donn|offr)|让|准许|允许|容许|给予|提供",
    re.IGNORECASE,
)
"""What one must let another do, that one may do."""
_CONDITION = re.compile(
    r"\b(?:not|no|only|unless|never|nobody|none|without|neither|nor|provided|providing|if|until|before|once|first|after"
    r"|when|n['’]\w*|ne|sans|seule?s?|seulement|uniquement|sauf|pas|si|condition|réserve|d['’]abord|avant|après|dès|faute"
    r"|quitte|pour|lorsque?)\b|n['’]t\b|cannot|[不没无未只仅非才除先若如]|方[可能]|经|后|前",
    re.IGNORECASE,
)
"""Beside one of these a *may* sets a condition, and a *must* names it: *may enter if masked*, *must be masked*."""
_PERMIT, _DUTY = Cue("may", (Reading("can"),)), Cue("must", (Reading("duty"),))


@attrs.frozen
class _Change:
    """What one text says, and the other puts in its place.

    Attributes:
        said: the patterns of the one text, by language; the other has none of them.
        told: those of the other, likewise.
        is_fair: given both texts, and where the first says it: may the second mean the same in other words?
        sides: which text may be the first: 0 the rendering, 1 the official text.
        common: what translators put for what is said, and counts for nothing.
    """

    said: Mapping[str, re.Pattern[str]]
    told: Mapping[str, re.Pattern[str]]
    is_fair: Callable[[_Texts, Sequence[Hit]], bool]
    sides: tuple[int, ...] = (0, 1)
    common: frozenset[str] = frozenset()


def _calms(texts: _Texts, hits: Sequence[Hit]) -> bool:
    return any(_CALMING.search(texts[0][0], hit.span.end, hit.span.end + _REACH) for hit in hits)


def _sets_conditions(texts: _Texts, _: Sequence[Hit]) -> bool:
    return (
        any(_CONDITION.search(text) for text, _ in texts)
        or _LETS.search(texts[1][0]) is not None
        or not _is_plain(texts)
    )


def _excepts(texts: _Texts, _: Sequence[Hit]) -> bool:
    """Whether a leave has a condition, or something besides the ban denies: *no dogs* is *dogs may not*, too."""
    (allowing, _tongue), (forbidding, language) = texts
    rest = _BANNED[language].sub(" ", in_simplified(forbidding, language))
    return _CONDITION.search(allowing) is not None or _CONDITION.search(rest) is not None


def _never(*_: object) -> bool:
    return False


_CHANGES = (
    _Change(_NOT_OBLIGED, _FORBIDDEN, _calms, common=_ALSO_ADVICE),
    _Change(_ALLOWED, _OBLIGED, _sets_conditions),
    _Change(_ALLOWED, _BANNED, _excepts),
    _Change(_ADVISED, _OBLIGED, _never, sides=(0,), common=_OFTEN_ADVICE),
    _Change(_ADVISED_AGAINST, _FORBIDDEN, _never, common=_WARNING),
)


def leave_changed(pair: Pair) -> Iterator[tuple[Hit, Hit]]:
    """Yield what changed between leave, duty and ban: the word of the rendering, and the official one in its place."""
    for side in (0, 1):
        for change in _CHANGES:
            nearest = _changed(pair, side, change) if side in change.sides else None
            if nearest is not None:
                yield nearest if side == 0 else nearest[::-1]


def _changed(pair: Pair, side: int, change: _Change) -> tuple[Hit, Hit] | None:
    texts = pair.texts[side], pair.texts[1 - side]
    said, told = _found(*texts[0], change.said), _found(*texts[1], change.told)
    told = [hit for hit in told if hit.span.of(texts[1][0]).lower() not in change.common]
    if not said or not told or _found(*texts[0], change.told) or _found(*texts[1], change.said):
        return None
    return None if change.is_fair(texts, said) else _nearest(places_of(pair), side, said, told)


def _found(text: str, language: str, patterns: Mapping[str, re.Pattern[str]]) -> list[Hit]:
    cue = _DUTY if patterns in (_NOT_OBLIGED, _OBLIGED) else _PERMIT
    spans = [Span(*match.span()) for match in patterns[language].finditer(in_simplified(text, language))]
    return [Hit(span=span, cue=cue, word=0, parts=(span,)) for span in spans]


def _is_plain(texts: _Texts) -> bool:
    """Whether nothing else in the text that allows may oblige, and nothing in the one that obliges may allow."""
    return not any(
        hit.cue.reading(cls) is not None and hit.cue.reading(other) is None
        for (text, language), cls, other in zip(texts, ("duty", "can"), ("can", "duty"), strict=True)
        for hit in matcher("modality", language).find(words(text, language))
    )


def _nearest(places: Places, side: int, ours: list[Hit], theirs: list[Hit]) -> tuple[Hit, Hit] | None:
    """Return the two that stand nearest to each other's place, if they stand near it."""
    best: tuple[float, Hit, Hit] | None = None
    for mine in ours:
        for other in theirs:
            pair = (mine, other) if side == 0 else (other, mine)
            near = places.nearness(*pair)
            if near >= _IN_PLACE and places.outside(pair[1]) <= _BESIDE and (best is None or near > best[0]):
                best = near, mine, other
    return None if best is None else best[1:]
