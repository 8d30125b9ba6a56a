"""What is told as done: *have equipped*, « avons équipé », 已…配备, 配备了."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polyglot_news.text import Span

# fmt: off
_ENGLISH = re.compile(
    r"\b(?:have|has|had|['’]ve)(?: (?:already|now|just|also|since|recently|finally|then|\w+ly))*(?: been)? "
    r"(?P<verb>(?!been\b|yet\b|not\b|never\b|no\b|an\b|in\b|on\b|at\b|even\b|then\b|children\b|men\b|women\b)"
    r"\w+(?:ed|en|wn|ne|lt|nt|pt|ft|ght|ld|un|ng|ade|ome|ut|et|it|id|ead|ound|old))\b",
    re.IGNORECASE,
)
_FRENCH = re.compile(
    r"\b(?:ai|a|avons|avez|ont|avait|avaient)(?: (?:déjà|bien|aussi|ainsi|désormais|récemment|enfin|\w+ment))*"
    r"(?: été)? (?P<verb>(?!été\b|lui\b|ici\b|plus\b|ainsi\b|aussi\b|si\b)"
    r"\w+(?:ée?s?|[iu]e?s?|its?|ites?|ert(?:e?s?)|[aeo]int(?:e?s?)))\b",
    re.IGNORECASE,
)
_CHINESE = re.compile(
    r"(?<!早)已经?(?!知|久|故|婚|在)(?P<verb>[^，。；！？,;.!?]{1,16})|(?P<done>[一-鿿]{2})了(?![解])"
)
# fmt: on
_GOVERNING = re.compile(
    "(?:经|就|对|向)?(?:决定|同意|宣布|承诺|计划|准备|答应|要求|下令|责令|着手|表示|授权|提议|建议|敦促|呼吁|委托|请|托)"
)
"""What is done is but this, and not what follows it: 已决定关闭, 已请专员调查."""
_PATTERNS = {"en": _ENGLISH, "fr": _FRENCH, "zh": _CHINESE}


def perfects(text: str, language: str) -> Iterator[tuple[Span, Span]]:
    """Yield what tells that something is done, with where its verb stands: in Chinese, anywhere after 已."""
    for match in _PATTERNS[language].finditer(text):
        verb = "done" if language == "zh" and match["done"] else "verb"
        governing = _GOVERNING.match(text, match.start(verb)) if language == "zh" else None
        end = match.end(verb) if governing is None else min(governing.end(), match.end(verb))
        yield Span(*match.span()), Span(match.start(verb), end)
