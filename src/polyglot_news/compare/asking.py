"""A statement that is quoted as a question, or a question as a statement."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.compare.operators.negation import negations
from polyglot_news.text import Span

_CONFIDENCE = 0.9
_MARK = re.compile(r"[?？]")
# Questions that need no answer: they deny what they ask, or (with a *not*) affirm it.
_RHETORICAL = {
    "en": re.compile(
        r"\b(?:who|what|how) (?:would|could|can|will|dares?|is to|doubts?|does not|doesn['’]t)\b|\bany wonder\b"
        r"|\bwhat (?:is|was) the (?:point|use)\b|\bwhy (?:bother|on earth|should)\b|\bsince when\b"
        r"|\b(?:isn|aren|wasn|don|doesn|didn|haven|hasn|can|wouldn|shouldn)['’]t\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:qui|que|comment|quoi) (?:donc )?(?:p(?:eut|ourr\w+)|ose\w*|sau\w+|nie\w*|doute\w*|voudr\w+)"
        r"|\bcomment (?:peut|pourr|ne pas|ose|voulez)\w*|\bà quoi (?:bon|sert)|\bpourquoi (?:diable|donc)\b"
        r"|\bfaut-il (?:vraiment|encore|rappeler)|\bdepuis quand\b|\bn['’](?:est|a|ont|y)\b|\bne \w+-",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "哪能|哪会|哪里会|岂|怎能|怎会|怎么会|怎么能|从何谈起|何谈|难道|何必|何苦|不[也就正是][^？?]{0,20}吗|[能还][没不无用][^？?]{0,12}吗|谁[不会敢能]|哪[个有来]|凭什么|算什么"
    ),
}
# A further sentence, which no closing mark parts from the question: that would be who asks.
_GOES_ON = {
    "en": re.compile(r"\s+[A-Z].*[.!]", re.DOTALL),
    "fr": re.compile(r"\s+[A-ZÀÉÊÔ].*[.!]", re.DOTALL),
    "zh": re.compile(r"[^”」』\"]{8,}|(?!\w{0,6}[问道说])[^”」』\"]{4,}", re.DOTALL),
}
# A text that answers itself at once (« Un putsch ? Non »), or goes on, after who asks or not (« …? dit-il : … »).
_ANSWERS_AT_ONCE = re.compile(
    r"\s*(?:(?i:no|not|yes|never|hardly|nobody|nothing|non|oui|si|jamais|pas|rien|personne)\b"
    r"|[\w'’-]+(?: [\w'’-]+){0,6} ?: \w|[A-ZÀÉÊÔ][^?]{20,}$|没|不|当然|否|是的)"
)
_ASKS_NOT = re.compile(r"n['’]t\b|\bnot\b|\bne\b|\bn['’]|不|any wonder", re.IGNORECASE)
_NOT = frozenset({"not", "no", "never", "double"})
_STATED = re.compile(r"[.。][\s\"”»’'」』]*$")
# Words with which a text asks, or tells of asking, without a question mark: *she asked how*, 怎么办.
_ASKS = {
    "en": re.compile(
        r"\b(?:ask\w*|wonder\w*|question\w*|quer\w+|whether|why|how|what|right|don['’]t you)\b", re.IGNORECASE
    ),
    "fr": re.compile(
        r"\b(?:demand\w*|question\w*|interrog\w*|pourquoi|comment|combien|quel\w*|quoi|est-ce|non|hein"
        r"|savoir|-t-\w+|\w+-(?:il|elle|ils|elles|on|vous|nous|tu|je))\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"(\w)[不没]\1|问|吗|呢|吧|嘛|么|是否|能否|可否|会否|有没有|是不是|难道|岂|谁|怎|哪|为何|如何|何[时处以必]|多少|啊"
    ),
}


@attrs.frozen
class AskingChecker:
    """Finds statements that became questions, and questions that became statements."""

    kind: DivergenceKind = "modality"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield one divergence at most."""
        official = pair.core.of(pair.official) if pair.core else pair.official
        asks = _MARK.search(pair.rendering) and not _answers(pair)
        if asks and _states(pair.official, pair.official_language):
            reason = "The article asks what the official text states."
        elif (
            not asks
            and not pair.partial
            and len(_MARK.findall(official)) == 1
            and _MARK.match(official.rstrip(" \u00a0\u202f\"”»’'」』")[-1:])
            and _STATED.search(pair.rendering)
            and not _RHETORICAL[pair.official_language].search(_sentence(official).of(official))
            and _states(pair.rendering, pair.rendering_language)
        ):
            reason = "The article states what the official text asks."
        else:
            return
        yield Divergence(
            kind=self.kind,
            severity="major",
            confidence=_CONFIDENCE,
            rendering=_sentence(pair.rendering),
            official=pair.core or Span(0, len(pair.official)),
            reason=reason,
        )


def _answers(pair: Pair) -> bool:
    """Whether the article answers what it asks ("A ban? It is a label"), or asks what needs no answer (哪能取消？)."""
    text, language = pair.rendering, pair.rendering_language
    last = max(mark.end() for mark in _MARK.finditer(text))
    if _GOES_ON[language].match(text, last):
        return True
    if _ANSWERS_AT_ONCE.match(text, last):
        return True
    return _is_rhetorical(pair, language)


def _is_rhetorical(pair: Pair, language: str) -> bool:
    """Whether the official text denies what a question with no *not* asks, or states what one with a *not* asks."""
    asked = _sentence(pair.rendering).of(pair.rendering)
    turn = _RHETORICAL[language].search(asked)
    if turn is None:
        return False
    after = [hit for hit in negations(asked, language) if hit.span.end > turn.start()]
    if any(hit.cue.reading("double") and hit.span.overlap(Span(*turn.span())) for hit in after):
        return True  # *who would deny it?*, 怎能不
    asks_not = _ASKS_NOT.search(turn.group()) is not None
    denied = asks_not or any(hit.cue.readings[0].cls in _NOT and not _within(hit.span, turn) for hit in after)
    return denied != bool(negations(pair.official, pair.official_language))


def _within(span: Span, match: re.Match[str]) -> bool:
    return span.overlap(Span(*match.span())) == len(span)


def _states(text: str, language: str) -> bool:
    """Whether a text neither asks nor tells of asking."""
    return _MARK.search(text) is None and _ASKS[language].search(text) is None


def _sentence(text: str) -> Span:
    """Return where the sentence with the first question mark stands, or the whole text."""
    mark = _MARK.search(text)
    if mark is None:
        return Span(0, len(text))
    start = max((end.end() for end in re.finditer(r"[.!。！]\s*", text[: mark.start()])), default=0)
    return Span(start, mark.end())
