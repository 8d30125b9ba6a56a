"""What the article calls possible, likely or hoped for, though the official text leaves nothing open.

A rendering puts *may* and « pourrait » for many things: for a leave, a risk, a plan, an opinion, a conditional.
Beside a text that has none of these, it weakens the claim.
"""

from __future__ import annotations

import functools
import re

from polyglot_news.compare.model import Pair
from polyglot_news.compare.operators.places import RECENT
from polyglot_news.text import Span, clause_start, in_simplified

_HEDGES = {
    "en": re.compile(
        r"\b(?:could|might|[Pp]erhaps|[Pp]ossibly|[Mm]aybe|[Pp]robably|hopes? to|considering"
        r"|may(?= (?:(?:well|soon|already) )?(?:be|have)\b(?! ?[,.;:])))\b"
    ),
    "fr": re.compile(
        r"\b(?:pourrai(?:t|ent)|peut-être|devrai(?:t|ent)|sans doute|probablement|vraisemblablement|éventuellement"
        r"|esp[èé]r(?:e|ent|ons)|envisage(?:nt)?)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"(?<![种各何有的切能])可能(?!性|[的，。；：！？”」]|$)|也许|或许|应该(?!国)|有望(?![远厦])|大概(?![有是]?[\d一二两三四五六七八九十百千万数])"
        "|或将|未必|不一定(?![要得须非需])|似乎|尽量|争取(?![到了来])|恐怕|最好(?=[^的是])|考虑(?!到)"
    ),
}
LEAVES_OPEN = {
    "en": re.compile(
        r"\b(?:rights?|options?|allow\w*|permi\w+|free|entitl\w+|suspect\w*|risk\w*|possib\w+|threat\w*|expect\w*"
        r"|probab\w+|likel\w+|unlikely|seem\w*|appear\w*|think\w*|thought|believ\w+|hope\w*|chances?|if|able"
        r"|enough|can|could|may"
        r"|might|would|should|ought|whether|limit\w*|open|propos\w+|plan\w*|aim\w*|want\w*|unless|until|due"
        r"|forecast\w*|fear\w*"
        r"|potential\w*|intend\w*|consider\w*|suggest\w*|question\w*|doubt\w*|subject to|invit\w+|ask\w*"
        r"|alleg\w+|licen\w+"
        r"|perhaps|set to|look\w*|presum\w*|suppos\w*|point\w*|hint\w*|rul(?:e|es|ed|ing) (?:\w+ )?out|in principle"
        r"|conclu\w*|must|reckon\w*|estimat\w*|signal\w*|stud(?:y|ies|ied|ying)|maybe|minded|worr\w*"
        r"|recommend\w*|encourag\w*|necessarily)\b|['’]d\b|cannot",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:droits?|options?|autoris\w+|permet\w*|permis\w*|libre\w*|soupçon\w*|risqu\w+|expos\w+|possib\w+|menac\w+"
        r"|prob\w+|vraisembl\w+|sembl\w+|paraî\w+|crain\w*|craign\w*|redout\w*|esp[éè]r\w*|si|s['’]il\w*"
        r"|pe(?:ut|uvent|ux)"
        r"|pou[vr]\w+|pu|puisse\w*|dispos\w+|suspen\w+|exclu\w*|écart\w*|capa\w+|accessible\w*|\w+rai(?:t|ent)|prévu\w*"
        r"|prévoi\w+|propos\w+|envisag\w+|souhait\w+|veut|veulent|voul\w+|jours? pour|préjug\w+|dépend\w*|doi\w+|dû"
        r"|éventuel\w*|hypothèse\w*|cro(?:it|ient|yons|is|ire)|pens\w+|estim\w+|quand|ouvert\w*|afin|encour\w+"
        r"|certain\w*|présum\w*|suppos\w*|laiss\w+ entendre|passible\w*|appel\w*|étud\w*|dou\w*t\w*|de nature|prêt\w*"
        r"|entend\w*|compt\w*|interdi\w*|tend\w*|suggèr\w*|peur|invit\w*|recommand\w*|conseill\w*|préconis\w*|potentiel\w*|nécessairement"
        r"|forcément)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "权|选项|允许|准|可|能|怀疑|嫌|疑|风险|危险|或|恐|担心|希望|预计|预期|估计|如果|若|倘|假如|一旦"
        "|会(?!议|场|长|见|谈|员|上|计)"
        "|应|该|提请|建议|计划|拟|打算|有望|未必|排除|保留|限|放宽|取消|似|认为|以为|相信|不一定|要是|免|看|可见|料|想|容|随|怕"
        "|推断|推测|考虑|研究|机会|请|暂缓|望|推|初步|目标|力争|争取|愿|也许|大概|多半|说不定|预测|防|商|原则"
    ),
}
"""What leaves something open, in the one way or the other; the official text must have none of it."""
_DENIES = re.compile(
    r"\b(?:no|nobody|no one|not|none|never|nothing|nowhere|neither|nor|whether|if|when|only|who|whoever|anyone|so that"
    r"|how|what|where|before|until|as best|aucun\w*|personne|rien|nul\w*|si|s['’]il|où|comment)\b"
    r"|n['’]t\b|\bn(?:e |['’])|[不没无未若如]",
    re.IGNORECASE,
)
"""Beneath one of these, in its clause, a *could* is no guess."""
_PARTS = re.compile("[.;:!?，。；：]")
_CONCEDES = {
    "en": re.compile(
        r"\s*(?:not\b|n['’]t|still\b|only\b|as well|[^.;!?]{0,80}\b(?:but|though|yet|all the same|nevertheless"
        r"|even so)\b"
        r"|[^.;!?]*\?)",
        re.IGNORECASE,
    ),
    "fr": re.compile(r"\s*(?:[^.;!?]{0,80}\b(?:mais|toutefois|pourtant|cependant)\b|[^.;!?]*\?)", re.IGNORECASE),
    "zh": re.compile("[^。；！？]{0,30}(?:但|却|不过|然而)|[^。；！]*？"),
}
"""What follows a *may* that only concedes: "they may run themselves, but …"; or a question."""


@functools.lru_cache(maxsize=RECENT)
def added_hedges(pair: Pair) -> tuple[Span, ...]:
    """Return the words of the rendering that leave open what the official text states."""
    (text, language), (official, other) = pair.texts
    if LEAVES_OPEN[other].search(in_simplified(official, other)):
        return ()
    plain = in_simplified(text, language)
    return tuple(
        Span(*match.span())
        for match in _HEDGES[language].finditer(plain)
        if not _DENIES.search(plain, clause_start(plain, match.start(), _PARTS), match.start())
        and not _CONCEDES[language].match(plain, match.end())
    )
