"""Conditions that must be met: *only if*, *only when*, 只有……才, or *not … unless*, *not … until*."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.compare.operators.suspects import WORTH_A_LOOK, Suspect
from polyglot_news.text import Span, in_plain_signs

_CHANGED = 0.8
"""How sure it is that an *only* was left out of an *only if*, or put in: human translations keep it nearly always."""
_NOT_UNLESS = {
    "en": re.compile(
        r"(?:\b(?:not|no|never|cannot|nobody|nothing)|n['’]t)\b[^.;!?]{0,200}\b(?:unless|until|till|before)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:ne |n['’])[^.;!?]{0,200}\b(?:à moins (?:que?|d)|sauf si|tant qu|avant|jusqu)"
        r"|\b(?:avant|tant qu|jusqu)[^.;!?]{0,200}\b(?:ne |n['’])",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "除非[^。；！？]{0,100}(?:不|否则)|[不没未][^。；！？]{0,100}(?:除非|之前|以前|直到)"
        "|(?:[之以]前|直到)[^。；！？]{0,100}[不没未]"
    ),
}
_ONLY_IF = {
    "en": re.compile(r"\bonly (?:if|when|once|after|from|on|in|at)\b|\bprecondition\b", re.IGNORECASE),
    "fr": re.compile(
        r"\b(?:uniquement|seulement|que|qu['’]) ?(?:si|s['’]il|lorsqu|quand|une fois|après|à partir)"
        r"|\b(?:à|pour) condition",
        re.IGNORECASE,
    ),
    "zh": re.compile("前提是|的前提|只有|唯有|仅在|[后时到][^。；！？]{0,100}?才"),
}
"""What says *only if*, or *only after*, which another text tells by *not … unless* or *not … until*."""
_CONDITION = {
    "en": re.compile(r"\bonly (?:if|when)\b", re.IGNORECASE),
    "fr": re.compile(
        r"\bn(?:e |['’])[^.;!?]{1,80}? (?P<only>qu(?:e |['’])(?:si|s['’]ils?|lorsqu\w*|quand)\b)"
        r"|\b(?:uniquement|seulement) (?:si|lorsqu\w*|quand)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("只有(?=[^。；！？]{0,100}才)|仅在(?=[^。；！？]{2,30}(?:时|情况下))"),
}
_NARROWS = {
    "en": re.compile(
        r"\b(?:only|just|unless|except|other than|alone|none|no(?:body|t|r)?|sole\w*|exclusive\w*|restrict\w*|limit\w*"
        r"|must|need\w*|requir\w*|ha(?:ve|s) to|without|nothing|strict\w*|single|provided|as long as|condition\w*"
        r"|until|till|before|after|once|as soon)\b|n['’]t\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:seul\w*|uniquement|exclusi\w*|réserv\w*|limit\w*|restrein\w*|sauf|hormis|à moins|aucun\w*|ne\b|n['’]"
        r"|pas|sans|faut|doi(?:t|vent)|exig\w*|obligatoire\w*|strict\w*|condition\w*|pourvu|avant|jusqu|après|tant qu"
        r"|dès|attend)",
        re.IGNORECASE,
    ),
    "zh": re.compile("只|仅|唯|限|除|非|不|无|未|没|须|必|才|方|独|前提|条件|[之以]前|后|到"),
}
"""What may stand for an *only if*, or for an *only when* by the order of things."""
_IF = {
    "en": re.compile(r"\b(?:if|when|whenever|in case)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:si|lorsqu\w*|quand|en cas)\b|\bs['’]ils?\b", re.IGNORECASE),
    "zh": re.compile("如果|若|当|时|要是|假如|一旦|的话"),
}


def said_as_only_if(suspect: Suspect, pair: Pair) -> Suspect:
    """Let an *only if* be one of the other text, and hint no more at a *not … unless*: « ne … que lorsque », 只有.

    A text may say it in one word or in two, so that counting words would miss one.
    """
    if not any(suspect.hit.cue.asks_as(cls) for cls in ("unless", "if", "only")):
        return suspect
    (one, first), (two, second) = ((in_plain_signs(*text), text[1]) for text in pair.texts)
    only_if = _ONLY_IF[first].search(one), _ONLY_IF[second].search(two)
    own = only_if[suspect.side]
    if all(only_if) and own is not None and suspect.hit.span.overlap(Span(*own.span())):
        return attrs.evolve(suspect, most=0.0)
    same = (_NOT_UNLESS[first].search(one) and only_if[1]) or (only_if[0] and _NOT_UNLESS[second].search(two))
    return attrs.evolve(suspect, most=min(suspect.most, WORTH_A_LOOK)) if same else suspect


def changed_only_if(pair: Pair) -> Iterator[Divergence]:
    """Yield an *only if* or *only when* that is an *if* or *when* in the other text, which narrows nothing."""
    texts = [in_plain_signs(*text) for text in pair.texts]
    languages = [language for _, language in pair.texts]
    for side in (0, 1):
        found = [*_CONDITION[languages[side]].finditer(texts[side])]
        plain = _IF[languages[1 - side]].search(texts[1 - side])
        if len(found) != 1 or plain is None or _NARROWS[languages[1 - side]].search(texts[1 - side]):
            continue
        own = Span(*found[0].span("only" if found[0].groupdict().get("only") else 0))
        rendering, official = (own, Span(*plain.span()))[:: 1 if side == 0 else -1]
        if pair.core is not None and not official.overlap(pair.core):
            continue
        has, lacks = ("article", "official text")[:: 1 if side == 0 else -1]
        yield Divergence(
            kind="qualifier",
            severity="critical",
            confidence=_CHANGED,
            rendering=rendering,
            official=official,
            reason=f"The {has} says “{own.of(pair.texts[side][0])}”, the {lacks} “{plain.group()}”.",
            settled=True,
        )
