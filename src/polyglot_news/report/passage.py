"""An official passage as readers are shown it: without its frame, with who says it, and with what it says beyond."""

from __future__ import annotations

import re
from functools import lru_cache

from polyglot_news.align.segmentation import segment
from polyglot_news.documents import Document
from polyglot_news.quotes import extract_quotes
from polyglot_news.report.model import Item, Source
from polyglot_news.speakers.questions import is_question
from polyglot_news.speakers.releases import citations
from polyglot_news.speakers.transcript import turns, without_label
from polyglot_news.text import Span, sentences_within

_BULLET = re.compile(r"\s*(?:[•·▪●■◦*–—-]\s+|>\s*)*")
_PAIRS = {"«": "»", "“": "”", "「": "」", "『": "』"}
_SPACES = " \t\n\u00a0\u202f\u3000"
_ENDS = _SPACES + ",，、;；:："
_HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,4}")
_STOPS = ".!?。！？"
_CLOSING = _SPACES + "»”\"’'」』)）"
_CLOSING_MARKS = '»”"」』'
_PAUSE = re.compile("[，；：,;:]")
_LEAST = 4  # words from which what a sentence says beyond the quote is told
_LONGEST = 160  # characters of it


def shown_span(span: Span, text: str) -> Span:
    """Return a passage without the label of its speaker, a bullet, and a quotation mark that has no partner in it.

    >>> shown_span(Span(0, 31), "Mme ROY : « Le port restera ouvert.").of(...)
    'Le port restera ouvert.'
    """
    said = without_label(span, text)
    bullet = _BULLET.match(text, *said)
    start, end = bullet.end() if bullet else said.start, said.end
    for opening, closing in _PAIRS.items():
        inner = text[start:end]
        if inner.startswith(opening) and closing not in inner:
            start += 1
        elif inner.rstrip(_SPACES).endswith(closing) and opening not in inner:
            end = start + inner.rindex(closing)
    while start < end and text[start] in _SPACES:
        start += 1
    while end > start and text[end - 1] in _SPACES:
        end -= 1
    return Span(start, end) if start < end else span


def official_speaker(source: Source, official: Document, language: str) -> str | None:
    """Return who says a passage by the labels of a transcript or the quotes of a press release; None if none tells.

    Args:
        source: the passage.
        official: the text that it stands in.
        language: of the reader, who is told the pinyin of a Chinese name.
    """
    text, core = official.text, source.core
    label = next((turn.label.of(text) for turn in turns(text) if turn.label.start <= core.start < turn.end), None)
    if label is None:
        label = next((one.speaker.of(text) for one in citations(official) if one.said.overlap(core)), None)
    if label is None:
        return None
    name = " ".join(label.split()).strip("【】[]")
    if is_question(label):
        return f"{name} (who asks)"
    return f"{name} ({_pinyin(name)})" if language != "zh" and _is_person(name) else name


def _is_person(name: str) -> bool:
    """Whether a label is the name of a Chinese person, not the transcription of a foreign one."""
    from polyglot_news.quotes.chinese_names import is_transliterated
    from polyglot_news.quotes.chinese_persons import is_name

    return _HAN_NAME.fullmatch(name) is not None and is_name(name) and not is_transliterated(name)


@lru_cache(maxsize=64)
def _pinyin(name: str) -> str:
    from polyglot_news.translate.names import romanise

    return romanise(name)


def goes_on(source: Source, official: Document, item: Item) -> str:
    """Tell without a verdict how the sentence of a passage goes on behind what is quoted of it.

    Of a quote that ends with a stop that is no part of it, and of what a finding shows already, it is not told.

    >>> goes_on(source, official, item)
    'The official sentence goes on: “as far as the budget allows.”'
    """
    text, language = official.text, official.language
    if item.quote.text.rstrip(_CLOSING)[-1:] in _STOPS:
        return ""
    shown = shown_span(source.span, text)
    core = Span(source.core.start, min(source.core.end, shown.end))
    sentences = sentences_within(shown, text, language)
    sentence = next((one for one in sentences if one.start < core.end <= one.end), shown)
    rest = Span(_word_end(core.end, shown, text, language), sentence.end)
    if _names_speaker(rest, official):
        return ""
    if language == "zh":  # where words are only guessed, and the core ends within a clause by chance
        pause = _PAUSE.search(text, *rest)
        rest = Span(pause.end() if pause else rest.end, rest.end)
    if len(segment(rest.of(text), language)) < _LEAST or _is_told(rest, source, item):
        return ""
    return f"The official sentence goes on: “{_cited(rest.of(text))}”"


def _names_speaker(rest: Span, official: Document) -> bool:
    """Whether nothing follows the mark with which a stretch begins but who says what it closes: ” said Ann Roe."""
    if not rest.of(official.text).lstrip(_ENDS).startswith(tuple(_CLOSING_MARKS)):
        return False
    quotes = extract_quotes(official.text, official.language)
    cues = (quote.cue for quote in quotes if quote.contents[0].start < rest.start)
    return any(cue is not None and rest.start <= cue.start < rest.end for cue in cues)


def _word_end(offset: int, within: Span, text: str, language: str) -> int:
    """Return the offset, or the end of the word that it would cut."""
    words = (word.shift(-within.start) for word in segment(within.of(text), language))
    return next((word.end for word in words if word.start < offset < word.end), offset)


def _is_told(span: Span, source: Source, item: Item) -> bool:
    shown = (finding.against(source.document) for finding in (*item.findings, *item.hints))
    places = (divergence.evidence("official") for divergence in shown if divergence is not None)
    return any(place is not None and place.overlap(span) for place in places)


def _cited(text: str) -> str:
    text = " ".join(text.lstrip(_ENDS + _CLOSING_MARKS).rstrip(_ENDS).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
