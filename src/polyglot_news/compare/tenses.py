"""What is to come told as done, or the other way round: *has paid* for « versera », 将签署 for *has signed*."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from polyglot_news.compare.model import Divergence, DivergenceKind, Pair
from polyglot_news.compare.operators.perfect import perfects
from polyglot_news.compare.words.evidence import Evidence, evidence, mutual_links
from polyglot_news.text import CLAUSE_MARK, Span, to_simplified

# fmt: off
_COMING = {
    "en": re.compile(
        r"(?:\b(?:will|shall)|['’]ll|\b(?:am|is|are|['’]re) (?:going|set|due|about) to)"
        r"(?: (?:also|soon|now|then))*(?: be)? (?!not\b|have\b|never\b|be\b)(?P<verb>\w+)", re.IGNORECASE
    ),
    "fr": re.compile(
        r"\b(?P<verb>(?!aur|ser)\w{2,}r(?:a|ont|ons|ai))\b"
        r"|\b(?:ser(?:a|ont)|(?:va|vont|allons|vais)(?: être)?) (?P<then>\w+)",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "(?<![即终必未])(?:即将|将会|将要|将)(?!近|军|来|士|其)"
        "(?P<verb>(?:[为向对与在从给于由和同][^，。；！？,;.!?]{1,16}|[^，。；！？,;.!?]{1,3}))"
    ),
}
"""What is told as still to come; Chinese 将 may but show an object, which stands between it and the verb then."""
_PAST = {
    "en": re.compile(r"\b(?:have|has|had|['’]ve|was|were|did|been|already|\w{2,}ed)\b", re.IGNORECASE),
    "fr": re.compile(
        r"\b(?:ai|as|a|avons|avez|ont|avait|avaient|aur\w+|été|déjà|était|étaient)\b(?! l\w+ d)", re.IGNORECASE
    ),
    "zh": re.compile("已|了|曾|过去|刚刚|此前"),
}
"""What may tell of the past, in a text that tells of the future besides."""
_MAY_COME = {
    "en": re.compile(
        r"\b(?:will|shall|would|going to|set to|due to|about to|plans?|may|might|could|should|to be|soon|tomorrow"
        r"|next)\b|['’]ll\b", re.IGNORECASE
    ),
    "fr": re.compile(
        r"\b(?:\w+r(?:a|ont|ons|ai|ait|aient)|va|vont|allons|vais|devoir|doit|doivent|prochain\w*|demain|bientôt)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("[将要会拟]|即|计划|准备|打算|有望|可能|明[天年]|下[周月个]"),
}
# fmt: on
_LINKED = 0.4
_CONFIDENCE = 0.8


@attrs.frozen
class TenseChecker:
    """Finds what one text tells as done and the other as still to come."""

    kind: DivergenceKind = "modality"

    def check(self, pair: Pair) -> Iterator[Divergence]:
        """Yield one divergence at most; where a text tells of both past and future, none."""
        found = evidence(pair)
        if found is None:
            return
        for done, coming in ((0, 1), (1, 0)):
            told = _done_and_coming(pair, found, done, coming)
            if told is not None:
                yield _divergence(pair, told, done)
                return


def _done_and_coming(pair: Pair, found: Evidence, done: int, coming: int) -> tuple[Span, Span] | None:
    (text, language), (other, other_language) = pair.texts[done], pair.texts[coming]
    plain = tuple(to_simplified(one) for one in (text, other))
    if _MAY_COME[language].search(plain[0]) or _PAST[other_language].search(plain[1]):
        return None
    for span, verb in perfects(text, language):
        if language == "zh" and not span.of(plain[0]).startswith("已"):  # 减少了 has no tense
            continue
        for match in _COMING[other_language].finditer(plain[1]):
            name = "then" if other_language == "fr" and match["then"] else "verb"
            linked = mutual_links(found, *(verb, Span(*match.span(name)))[:: 1 if done == 0 else -1])
            if any(link >= _LINKED for link in linked):
                end = CLAUSE_MARK.search(other, match.end())
                shown = Span(match.start(), min(match.end(), end.start() if end else len(other)))
                return span, shown
    return None


def _divergence(pair: Pair, told: tuple[Span, Span], done: int) -> Divergence:
    rendering, official = told[:: 1 if done == 0 else -1]
    tells = ("as done what is still to come", "as still to come what is done")[done]
    return Divergence(
        kind="modality",
        severity="critical",
        confidence=_CONFIDENCE,
        rendering=rendering,
        official=official,
        reason=(
            f"The article (“{rendering.of(pair.rendering)}”) tells {tells} "
            f"in the official text (“{official.of(pair.official)}”)."
        ),
    )
