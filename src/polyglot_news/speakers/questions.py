"""What a journalist asked in a transcript: who answers has not said it."""

from __future__ import annotations

import re
from functools import cache

from polyglot_news.quotes.journalists import names_journalist
from polyglot_news.quotes.lexicon import sections
from polyglot_news.speakers.transcript import Turn
from polyglot_news.text import Span

# Labels of a question that name nobody.
_QUESTION = re.compile(r"^Q$|\bquestions?\b|^【?追?[问問]", re.IGNORECASE)
# Labels of answers that name nobody.
_ANSWER = re.compile(r"【?[答](?:复|復)?】?|A|Answer|R|Réponse", re.IGNORECASE)
_STOP = re.compile(r"[。！？!?\n]|\.\s")
# What only asks is no claim, and who asks may report what the other said before.
_ASKS = re.compile(r"[?？]|请问|請問")
_AS_YOU_SAID = re.compile(
    r"[你您]|发言人|發言人"
    r"|\byou\b[^.?]{0,20}\b(?:said|say|told|mentioned|stated|announced|promised|indicated|explained|argued)\b"
    r"|\bvous\b[^.?]{0,20}\b(?:dit|dire|disiez|déclaré|annoncé|indiqué|promis|affirmé|expliqué|évoqué|dites)\b",
    re.IGNORECASE,
)


def is_question(label: str) -> bool:
    """Whether a label is that of one who asks."""
    return _QUESTION.search(label) is not None or names_journalist(label)


def claims(turn: Turn, passage: Span, text: str) -> bool:
    """Whether a passage of a question states something, and not as what the one who answers has said before."""
    asked = Span(turn.start, turn.end).of(text)
    start = max((end.end() for end in _STOP.finditer(text, turn.start, passage.start)), default=passage.start)
    stop = _STOP.search(text, passage.end - 1, turn.end)
    sentences = text[start : stop.end() if stop is not None else turn.end]
    return _ASKS.search(sentences) is None and _AS_YOU_SAID.search(asked) is None


def answerers(found: tuple[Turn, ...], text: str) -> list[str]:
    """Return what a transcript says of those who answer: their labels, or its head where those name nobody."""
    labels = {turn.label.of(text) for turn in found}
    answering = sorted(label for label in labels if not is_question(label))
    nameless = bool(answering) and all(_ANSWER.fullmatch(label) for label in answering)
    if not nameless:
        return answering
    head = text[: found[0].label.start]
    return _behind_office().findall(head) or [head]


@cache
def _behind_office() -> re.Pattern[str]:
    """Return a pattern for a Chinese name in a head: 发言人|苏晓岚|答记者问."""
    offices, surnames = ("|".join(sections("zh")[name]) for name in ("roles", "surnames"))
    return re.compile(rf"(?:{offices})((?:{surnames})\w{{1,2}}?)(?=[答就在于於同与與接主回举舉]|\W|$)")
