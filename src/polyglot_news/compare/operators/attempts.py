"""What was tried, and what was done: *tried to steal*, « a volé »."""

from __future__ import annotations

import re

from polyglot_news.compare.model import Pair
from polyglot_news.compare.words.evidence import evidence, mutual_pairs
from polyglot_news.text import Span, in_simplified

_TRIED = {
    "en": r"\b(?:tried|attempted) to(?= \w)",
    "fr": r"\b(?:a|ont|avai(?:t|ent)|aurai(?:t|ent)) (?:tenté|essayé) d(?:e |['’])(?=\w)",
    "zh": r"(?:试图|企图|妄图)(?!心|的)",
}
_MAY_TELL = {
    "en": r"\b(?:tr(?:y|ie|ying)|attempt|seek|sought|effort|want|aim|bid|plan|hop|striv|endeavo|fail|unsuccessful|vain"
    r"|intend|almost|nearly|thwart|foil|struggl|wish|meant|would|could|not\b|n['’]t|no\b|without|prevent|stop)",
    "fr": r"\b(?:tent|essa[iy]|cherch|effor|voul|veu|vis[eai]|souhait|espér|échou|en vain|sans succès|manqué|presque"
    r"|déjou|entend|prétend|peine|pour |tâch|faillir?|projet|ambition|avort|espoir|\bne |n['’]|sans|empêch)",
    "zh": r"[试想欲谋尝要没未不拦阻]|企图|妄图|争取|努力|力图|意图|打算|差点|险些|失败|挫败|打发",
}
_NEGATED = {
    "en": r"\b(?:not|never|no|nobody|none|nor|neither|without)\b[^,;.]{0,30}$|n['’]t\b[^,;.]{0,30}$",
    "fr": r"\b(?:ne |n['’]|sans|jamais|aucun)[^,;.]{0,30}$",
    "zh": r"[不没未无][^，；。]{0,6}$",
}
_REACH = {"en": 34, "fr": 36, "zh": 10}
"""In how many characters behind it stands what is tried."""
_LINKED = 0.5
_WHOLE = 2
"""How many words behind it must be linked, so that the other text tells the same deed."""


def attempt_or_deed(pair: Pair) -> tuple[int, Span] | None:
    """Return the side that tells of an attempt where the other one, in the same words, tells of the deed; and where."""
    texts = [in_simplified(*text) for text in pair.texts]
    for side in (0, 1):
        language, other = pair.texts[side][1], pair.texts[1 - side][1]
        tried = re.search(_TRIED[language], texts[side], re.IGNORECASE)
        if tried is None or re.search(_MAY_TELL[other], texts[1 - side], re.IGNORECASE):
            continue
        if re.search(_NEGATED[language], texts[side][: tried.start()], re.IGNORECASE):
            continue
        span = Span(*tried.span())
        if side == 1 and pair.core is not None and not span.overlap(pair.core):
            continue
        if _tells_the_same(pair, side, Span(span.end, span.end + _REACH[language])):
            return side, span
    return None


def _tells_the_same(pair: Pair, side: int, behind: Span) -> bool:
    """Whether the first words behind an attempt, the verb among them, are linked to words of the other text."""
    found = evidence(pair)
    if found is None:
        return False
    own, _ = found.seen_from(side)
    linked = {pairing[side] for pairing in mutual_pairs(found) if own.link[pairing[side]] >= _LINKED}
    near = [i for i, word in enumerate(own.words) if word.overlap(behind)]
    return len(near) >= _WHOLE and near[0] in linked and sum(i in linked for i in near) >= _WHOLE
