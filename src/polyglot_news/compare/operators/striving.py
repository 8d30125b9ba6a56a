"""What somebody only strives for, told as sure: *we strive to end* for *we end*, 力争年底完工 for *will be finished*.

Translators keep the verb, or say in other words that it is an aim. So it is told only where nothing renders the verb,
nothing else in the other text tells of an aim, and what is striven for is surely rendered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.words.evidence import CONTENT_WEIGHT, evidence
from polyglot_news.text import SENTENCE_MARK, Span, clause_around, clause_end, in_simplified

_SURE = 0.75
_LINKED = 0.5
_UNRENDERED = 0.5
"""How much of the verb must have no counterpart."""
_STRIVES = {
    "en": re.compile(r"\b(?:striv(?:es?|ing)|endeavou?r(?:s|ing)?|(?<!to )tr(?:y|ies|ying)|attempt(?:s|ing)?) to\b"),
    "fr": re.compile(
        r"\b(?:s['’]|nous )?efforc\w+ (?:de |d['’])|\btent(?:e|ent|ons|era\w*) (?:de |d['’])"
        r"|\bessa(?:ie|ient|yons|ie(?:ra|ront|rons)) (?:de |d['’])"
    ),
    "zh": re.compile("力争|力求|尽力|试图|设法"),
}
"""Small letters only: who is told to try has not said that she will."""
_AIMS = {
    "en": re.compile(
        r"\b(?:striv\w*|endeavou?r\w*|tr(?:y|ies|ied|ying)|attempt\w*|aim\w*|seek\w*|sought|hop\w+|goals?|targets?"
        r"|efforts?|works?|working|worked|push\w*|intend\w*|intention\w*|plan\w*|want\w*|wish\w*|ambitio\w*|aspir\w*"
        r"|objectives?|committed|best|fight\w*|battl\w*|struggl\w*|bid|look\w* to|determined|bent on|towards?|may|might"
        r"|could|should|would|if possible|expect\w*|need\w*|must|let us|let['’]s)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:efforc\w*|efforts?|tent\w*|essa[iy]\w*|cherch\w*|vis\w+|espér\w*|espoir\w*|objectifs?|buts?|cibles?"
        r"|travaill\w*|œuvr\w*|emplo\w*|attach\w*|entend\w*|intention\w*|prév\w*|comptons?|compte|souhait\w*|veut"
        r"|voul\w*|veulent|ambition\w*|aspir\w*|engag\w*|mieux|possible|lutt\w*|bat\w*|projet\w*|tâch\w*|recherch\w*"
        r"|pourr\w+|devr\w+|doi\w+|faut|serai(?:t|ent))\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "努力|争取|目标|希望|计划|致力|拟|打算|旨在|寻求|谋求|试|力[争求图]|尽力|设法|想|要|欲|可能|应|图"
    ),
}
"""What tells of an aim in other words."""


def told_as_sure(pair: Pair) -> Iterator[Divergence]:
    """Yield what somebody strives for in the official text, and the rendering tells as what is done or will be."""
    text, language = pair.texts[1]
    plain = in_simplified(*pair.texts[0])
    found = evidence(pair)
    if found is None or _AIMS[pair.rendering_language].search(plain) or negations(*pair.texts[0]):
        return
    official = found.official
    for match in _STRIVES[language].finditer(text):
        verb = Span(*match.span())
        if any(hit.span.overlap(clause_around(text, verb, SENTENCE_MARK)) for hit in negations(text, language)):
            continue
        telling = [i for i, weight in enumerate(official.weight.tolist()) if weight >= CONTENT_WEIGHT]
        own = [i for i in telling if official.words[i].overlap(verb)]
        end = clause_end(text, verb.end)
        aims = [i for i in telling if verb.end <= official.words[i].start < end]
        lost = bool(own) and all(official.doubt[i] >= _UNRENDERED for i in own)
        said = bool(aims) and official.link[aims[0]] >= _LINKED and official.link[aims[-1]] >= _LINKED
        if lost and said and (pair.core is None or verb.overlap(pair.core)):
            yield Divergence(
                kind="modality",
                severity="major",
                confidence=_SURE,
                rendering=None,
                official=verb,
                reason=f"The official text says “{match.group().strip()}”, the article tells what it is about as sure.",
                absent="rendering",
                settled=True,
            )
