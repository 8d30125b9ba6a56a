"""Limits that no rendering leaves out: who *alone* may do a thing, *in principle*, and what is only heard.

Translators drop many an *only* that stresses what is said anyway: *it was only in May that*. That of a leave or a right
makes the claim: *only members may vote* says that others may not. So does a *reportedly*, without which a rumour is
told as a fact.
"""

from __future__ import annotations

import re

import attrs

from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.cues import Hit
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.operators.suspects import WORTH_A_LOOK, Suspect
from polyglot_news.text import CLAUSE_MARK, SENTENCE_MARK, clause_around, in_simplified
from polyglot_news.values import find_values

_LOST = 0.75
"""How sure it is that such a limit was left out."""
_NOTHING = 0.9
"""How much of it must have no answer."""
_COVERED, _SAID = 0.4, 0.6
"""How much of what stands around it, and of what it limits, must be rendered."""
# fmt: off
_LEAVE = {
    "en": re.compile(
        r"\b(?:may|can|could|allowed|permitted|authori[sz]ed|entitled|eligible|rights?|votes?|access|qualif\w+"
        r"|appl(?:y|ies|ied)|open|available|valid|admitted)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:peu(?:t|vent)|pourr(?:a|ont|ait|aient)|pouv(?:ait|aient|oir)|autoris\w+|droits?|accès|habilit\w+"
        r"|admis\w*|éligibles?|votent|s['’]appliqu\w+|ouvert\w*|valables?)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("可以|[才方]可|(?<!可)能(?![源力量耗])|才有|有权|允许|准许|适用|开放|限于|有效"),
}
"""What tells that an *only* says who, or what, may."""
_WHOLE = frozenset({"只有", "唯有", "惟有"})
"""What opens a sentence whose second clause tells the leave: 只有会员，才能投票."""
_CAN_BUT = re.compile(r"n(?:e |['’])(?:peu|pourr|pouv|saur)\w* (?:plus )?(?:que |qu['’])", re.IGNORECASE)
"""What can but be done is done: « on ne peut que s'en réjouir »."""
_NEAR = 4
"""How many characters may lie between an *only* and the figure that it calls small."""
_SAYS_SO = {
    "en": re.compile(
        r"\b(?:only|just|unless|except|other than|alone|none|no(?:body|t|r)?|n['’]t|sole\w*|exclusive\w*|restrict\w*"
        r"|limit\w*|reserv\w*|confin\w*|must|need\w*|requir\w*|have to|has to|bar(?:s|red)|exclud\w*|without"
        r"|nothing|specific\w*|strict\w*|single|one|mere\w*|simply|provided|as long as|if|narrow\w*|dedicated)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:(?:seul\w*|que|uniquement|exclusi\w*|réserv\w*|limit\w*|restrein\w*|sauf|hormis|à moins|aucun\w*"
        r"|ne|nul\w*|pas|sans|faut|doi(?:t|vent)|exig\w*|obligatoire\w*|unique\w*|simple\w*|si|condition\w*"
        r"|strict\w*|born\w*|conten\w*|à l['’]exclusion)\b|(?:qu|n)['’](?=\w)|s['’]ils?\b)",
        re.IGNORECASE,
    ),
    "zh": re.compile("只|仅|唯|限|专|除|非|不|无|未|没|须|必|才|方可|单|独|禁|就|光|若|如|前提"),
}
"""What may say the same in other words: *no one without a pass*, « réservé aux », 须."""
_ADMITTED = {
    "en": re.compile(
        r"\b(?:may|can|could|allowed|permitted|admitted|let in|enter|accepted|issued|granted)\b", re.IGNORECASE
    ),
    "fr": re.compile(
        r"\b(?:peu(?:t|vent)|pourr\w+|autoris\w+|admis\w*|accept\w+|délivr\w+|accord\w+)\b", re.IGNORECASE
    ),
    "zh": re.compile("可|能|才|准|允许|入|方"),
}
_DUTY = {
    "en": re.compile(r"\b(?:must|requir\w+|need\w*|ha(?:s|ve|d) to|mandatory|compulsory|obligatory)\b", re.IGNORECASE),
    "fr": re.compile(
        r"\b(?:doi(?:t|vent)|devr(?:a|ont)|faut|faudra|exig\w+|obligatoires?|obligat\w+|tenue?s? de|requis\w*)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("必须|须|需|得先|必得|凭"),
}
"""A leave with an *only*, and what tells it as a duty."""
_HEARD = {
    "en": frozenset({
        "reportedly", "allegedly", "supposedly", "purportedly", "is said to", "are said to", "was said to",
        "were said to", "is rumoured to", "is rumored to", "are rumoured to", "are rumored to",
    }),
    "fr": frozenset({"prétendument", "censément"}),
    "zh": frozenset({"据称", "据说", "据传", "据报", "传闻"}),
}
"""What passes on what was only heard."""
_TOLD = {
    "en": re.compile(
        r"\b(?:sa(?:ys?|id|ying)|t(?:ell|old)\w*|report\w*|claim\w*|alleg\w*|accord\w+|sources?|rumou?r\w*|suppos\w*"
        r"|purport\w*|suspect\w*|accus\w*|believ\w*|th(?:ink|ought)\w*|appear\w*|seem\w*|may|might|could|would"
        r"|apparent\w*|so-called|understood|hears?d?|word|talk\w*|charge\w*|if|witness\w*|stor(?:y|ies)|have it)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:di(?:t|ts|sent|re|saient|sait)|aurai\w*|serai\w*|\w+r(?:ait|aient)|selon|d['’]après|affirm\w*|préten\w*"
        r"|présum\w*|suppos\w*|soupçon\w*|accus\w*|rapport\w*|paraît|semble\w*|apparemment|sources?|rumeur\w*|bruit"
        r"|croi\w*|pens\w*|soi-disant|allég\w*|cens\w*|témoi\w*|déclar\w*|assur\w*|peut-être|racont\w*"
        r"|évoqu\w*|annonc\w*|mis en cause|mise en cause|reproch\w*|à en croire|suspect\w*)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("据|称|说|传|报|指|疑|嫌|闻|消息|似|可能|或|认为|透露|所谓|涉|控|告|恐|估"),
}
"""What passes it on in other words."""
_FOR_NOW = {
    "en": frozenset({"temporarily", "provisionally", "for the time being"}),
    "fr": frozenset({"provisoirement", "temporairement", "à titre provisoire", "momentanément"}),
    "zh": frozenset({"暂时", "暂定", "暂且", "目前暂"}),
}
"""What says that a thing will not last, or is not settled."""
_SO_FAR = {
    "en": frozenset({"at this stage", "for now", "for the moment"}),
    "fr": frozenset({"à ce stade", "pour l' instant", "pour le moment", "pour l' heure", "dans l' immédiat"}),
    "zh": frozenset({"现阶段"}),
}
"""What says so of a *not*: nothing is ruled out for later; of what is the case, it tells little more than *is* does."""
_YET = {
    "en": re.compile(
        r"\b(?:temporar\w*|provisional\w*|interim|now|yet|moment|time|stage|currently|present\w*|today|still|so far"
        r"|until|till|pending|wait\w*|short\w*|brief\w*|paus\w*|suspend\w*|resum\w*|delay\w*|postpon\w*|while|pencil\w*"
        r"|tentativ\w*|plan\w*|for (?:a|the|an|\d+|two|three)|hold|shelv\w*|makeshift|transition\w*|acting)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:tempor\w*|provisoir\w*|intérim\w*|instant|moment\w*|heure|stade|actuel\w*|aujourd|encore|jusqu|attend\w*"
        r"|attente|suspend\w*|suspens\w*|report\w*|repren\w*|trêve|pause|durée|en cours|présent|toujours|transit\w*"
        r"|immédiat|pendant|temps|avant|prévu\w*|projet\w*)",
        re.IGNORECASE,
    ),
    "zh": re.compile("暂|临时|目前|现|尚|仍|还|短|过渡|一时|眼下|当前|推迟|延|停|待|直到|期间|拟|计划|预"),
}
"""What may say so in other words."""
_PLANNED = {
    "en": re.compile(
        r"\b(?:should|normally|usual\w*|due|schedul\w*|plan\w*|expect\w*|general\w*|rule|princip\w*|theor\w*|but)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:normalement|devrai\w*|prévu\w*|général\w*|règle|princip\w*|théori\w*|sauf|exception|mais)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("计划|预计|应|原定|一般|通常|原则|理论|名义|总体|大体|但"),
}
"""What may stand for an *in principle*."""
_CLOSELY = 0.8
"""How much of what stands around it must be rendered, since a free rendering may pass over it."""
# fmt: on


def lost_limit(pair: Pair, suspect: Suspect) -> Suspect:
    """Be sure of an official limit that makes the claim, and that nothing in the rendering may stand for."""
    if suspect.side != 1 or suspect.other is not None or suspect.cut or suspect.features.get("residue", 0.0) < _NOTHING:
        return suspect
    if min(suspect.features["coverage"], suspect.features["scope"]) < _COVERED:
        return suspect
    lost = _is_heard(pair, suspect.hit) or (
        suspect.features["scope"] >= _SAID and (_is_leave(pair, suspect.hit) or _is_principle(pair, suspect))
    )
    lost = lost or _is_for_now(pair, suspect)
    return attrs.evolve(suspect, least=max(suspect.least, _LOST)) if lost else suspect


def _is_for_now(pair: Pair, suspect: Suspect) -> bool:
    """Whether what is only for now is told as for good, and the rest is rendered closely."""
    if not suspect.hit.cue.asks_as("interim") or _YET[pair.rendering_language].search(_plain(pair, 0)):
        return False
    text, language = pair.texts[1]
    if suspect.hit.cue.text in _SO_FAR[language]:
        sentence = clause_around(text, suspect.hit.span, SENTENCE_MARK)
        return any(one.cue.asks and one.span.overlap(sentence) for one in negations(text, language))
    closely = min(suspect.features["coverage"], suspect.features["scope"]) >= _CLOSELY
    return closely and suspect.hit.cue.text in _FOR_NOW[language]


def _is_leave(pair: Pair, hit: Hit) -> bool:
    """Whether an *only* tells who or what alone may, and the rendering has no word for that."""
    if not hit.cue.asks_as("only") or _SAYS_SO[pair.rendering_language].search(_plain(pair, 0)):
        return False
    if any(one.cue.asks for one in negations(pair.rendering, pair.rendering_language)):
        return False
    values = find_values(pair.official, pair.official_language)
    if _CAN_BUT.match(pair.official, hit.span.start) or any(
        0 <= one.span.start - hit.span.end <= _NEAR for one in values
    ):
        return False
    around = clause_around(pair.official, hit.span, SENTENCE_MARK if hit.cue.text in _WHOLE else CLAUSE_MARK)
    return _LEAVE[pair.official_language].search(_plain(pair, 1), around.start, around.end) is not None


def _is_principle(pair: Pair, suspect: Suspect) -> bool:
    """Whether an *in principle* is lost, and nothing says *as planned* or *should*; *on paper* may speak of paper."""
    principle = suspect.hit.cue.reading("principle")
    lost = principle is not None and principle.asks and principle.needs >= _SURELY
    return lost and _PLANNED[pair.rendering_language].search(_plain(pair, 0)) is None


_SURELY = 0.6


def told_as_duty(pair: Pair, suspect: Suspect) -> Suspect:
    """Let an *only* of a leave be none that is lost where the other text has a duty: *minors must be accompanied*."""
    if suspect.other is not None or not suspect.hit.cue.asks_as("only"):
        return suspect
    text, language = pair.texts[suspect.side]
    other, other_language = pair.texts[1 - suspect.side]
    around = clause_around(text, suspect.hit.span, SENTENCE_MARK)
    leave = _ADMITTED[language].search(in_simplified(text, language), around.start, around.end)
    duty = _DUTY[other_language].search(in_simplified(other, other_language))
    return attrs.evolve(suspect, most=min(suspect.most, WORTH_A_LOOK)) if leave and duty else suspect


def _is_heard(pair: Pair, hit: Hit) -> bool:
    """Whether what is only heard is told as a fact."""
    heard = hit.cue.asks_as("said") and hit.cue.text in _HEARD[pair.official_language]
    return heard and _TOLD[pair.rendering_language].search(_plain(pair, 0)) is None


def _plain(pair: Pair, side: int) -> str:
    return in_simplified(*pair.texts[side])
