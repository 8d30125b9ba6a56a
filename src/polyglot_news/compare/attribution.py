"""Who said it: the speaker that the article names, against the speaker labels of an official transcript."""

from __future__ import annotations

import functools
import re

import attrs

from polyglot_news.compare.model import Divergence
from polyglot_news.documents import Document
from polyglot_news.quotes.model import Quote
from polyglot_news.text import Span

# "Ms Marchand (Minister, France):", "M. LIN :", "林志远（外交部长）：" at the head of a line.
_LABEL = re.compile(
    r"^[ \t>*•–—-]{0,4}"
    r"([^\W\d_][^\n:：.!?。！？]{0,60}?(?:[.][^\n:：.!?。！？]{1,60}?)?"  # one stop, for "M." and "Dr."
    r"(?:\s?[(（][^\n()（）]{1,120}[)）])?)\s?[:：][ \t\u00a0\u3000]*",
    re.MULTILINE,
)
_ASIDE = re.compile(r"\s?[(（].*[)）]")
# "Mr Lin, who once met Ms Marchand": what comes then is about others, too.
_RELATIVE = re.compile(r",?\s(?:who|whom|whose|which|qui|que|dont|lequel|laquelle)\b.*", re.DOTALL)
# How much better the speaker must fit another label before the attribution is called wrong.
MARGIN = 0.3
FIT = 0.6


@attrs.frozen
class Turn:
    """A speaker's turn in a transcript: the label's name, and where what is said begins and ends."""

    label: Span
    start: int
    end: int


def check_attribution(quote: Quote, article: Document, passage: Span, official: Document) -> Divergence | None:
    """Tell whether the transcript gives the passage to somebody else than the article does.

    Only official texts with at least two labelled speakers are transcripts; and only a speaker who fits another
    label clearly better than the one above the passage is called wrong: the article may name a person by her office.

    Args:
        quote: the statement, with its speaker.
        article: the article that holds it.
        passage: where the statement stands in the official text.
        official: the official text.

    Returns:
        A divergence whose spans count from the start of the article and of the official text, or None.
    """
    if quote.speaker is None:
        return None
    turns = _turns(official.text)
    mine = next((turn for turn in turns if turn.label.start <= passage.start < turn.end), None)
    if mine is None:
        return None
    names = {turn.label.of(official.text) for turn in turns}
    speaker = quote.speaker.of(article.text)
    fits = {name: _fit(speaker, article.language, name, official.language) for name in names}
    label = mine.label.of(official.text)
    other = max(sorted(fits), key=lambda name: fits[name])
    if fits[other] < FIT or fits[other] - fits[label] < MARGIN:
        return None
    return Divergence(
        kind="attribution",
        severity="critical",
        confidence=round(min(0.95, 0.5 + fits[other] / 2 - fits[label] / 4), 3),
        rendering=quote.speaker,
        official=mine.label,
        reason=f"The article gives these words to {_RELATIVE.sub('', speaker)}, the official text to {label}.",
    )


def without_label(passage: Span, text: str) -> Span:
    """Return the passage of a transcript without the label of its speaker: the label is not said."""
    start = next((turn.start for turn in _turns(text) if turn.label.start <= passage.start < turn.start), passage.start)
    return Span(start, passage.end) if start < passage.end else passage


@functools.lru_cache(maxsize=16)
def _turns(text: str) -> tuple[Turn, ...]:
    """Return the turns of a transcript; none where fewer than two speakers are labelled."""
    found = list(_LABEL.finditer(text))
    labels = [Span(match.start(1), match.start(1) + len(_ASIDE.sub("", match.group(1)))) for match in found]
    if len({label.of(text) for label in labels}) < 2:
        return ()
    ends = [*(label.start for label in labels), len(text)][1:]
    return tuple(Turn(label, match.end(), end) for label, match, end in zip(labels, found, ends, strict=True))


def _fit(speaker: str, speaker_language: str, label: str, label_language: str) -> float:
    """Return how well two namings of a person agree, 0 to 1; a Chinese name may stand behind its bearer's office."""
    from polyglot_news.names import name_similarity

    if speaker_language == label_language and (speaker in label or label in speaker):
        return 1.0
    return max(
        name_similarity(one, speaker_language, other, label_language)
        for one in _names(speaker, speaker_language)
        for other in _names(label, label_language)
    )


def _names(speaker: str, language: str) -> list[str]:
    """Return how a speaker is named, and what may be the name alone: not an apposition, nor a Chinese office before."""
    if language != "zh":
        named = _RELATIVE.sub("", speaker)
        return [named, *filter(None, map(str.strip, named.split(",")))]
    return [speaker, *(speaker[-size:] for size in range(2, 6) if size < len(speaker) and len(speaker) > 4)]
