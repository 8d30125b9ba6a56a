"""What an article reports in its own words, without quotation marks: *he said that the port would stay open*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from polyglot_news.quotes.model import Quote
from polyglot_news.quotes.reported_chinese import chinese_reports
from polyglot_news.quotes.reported_clauses import Report, reports
from polyglot_news.quotes.tokens import BLANK
from polyglot_news.quotes.wires import wire_lead
from polyglot_news.text import Span, split_sentences

_STOPS = ".!?…。！？"
_CLOSING = "»”\"'’」』)）\u00a0 "
# More than a year or a day alone.
_MONTHS = "(?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc|jan|feb|mar|apr|may|jun|jul|aug|dec)[a-zûé]*"
_FIGURE = re.compile(
    rf"(?<!\d)(?<!\d[.,])(?!(?:19|20)\d\d(?![\d%]|[.,]\d))(?!\d+(?:er|st|nd|rd|th)?\s?(?:{_MONTHS}\b|[年月日号號]))"
    r"\d+|[二两兩三四五六七八九十百千][万萬亿億成倍]|分之",
    re.IGNORECASE,
)
# They lead up to what is told rather than tell it.
_LEADING_UP = re.compile(
    r"\s*(?:(?:after|since|when|as|while|following|asked|pressed)\b"
    r"|(?:à moins|après|depuis|alors|quand|lors|interrogé|entendu)"
    r"|[继繼当當随隨自])",
    re.IGNORECASE,
)
_SHORTEST = {"en": 20, "fr": 20, "zh": 7}  # characters of a clause


def reported_statements(text: str, language: str, quotes: Sequence[Quote]) -> list[Quote]:
    """Return the clauses that tell what somebody said without quoting it.

    Headlines, which end without a stop, and what is too short to be found are left out, and so is what denies or asks,
    for the word that does it stands outside the clause. Of a speaker only the plain name beside the verb is told.

    Args:
        text: the article.
        language: "en", "fr" or "zh".
        quotes: what it quotes.
    """
    masked = _without_statements(text, quotes)
    found = []
    for sentence in _sentences(text, masked, language):
        told = chinese_reports(masked, sentence) if language == "zh" else reports(masked, sentence, language)
        if not told and _gives_figure(sentence, masked):
            lead = wire_lead(masked, *sentence)
            told = [Report(contents=(Span(lead.end if lead else sentence.start, sentence.end),), cue=None)]
        for report in told:
            length = sum(map(len, report.contents))
            if length >= _SHORTEST[language]:
                found.append(_quote(report, text, "" if language == "zh" else " "))
    return found


def _gives_figure(sentence: Span, masked: str) -> bool:
    """Whether a sentence that quotes nothing tells a figure, which mostly is an official's, whoever is named for it."""
    words = sentence.of(masked)
    return BLANK not in words and not _LEADING_UP.match(words) and _FIGURE.search(words) is not None


def _sentences(text: str, masked: str, language: str) -> list[Span]:
    """Return the sentences that end with a stop; one that ends within a quote, where the sentence around it ends."""
    joined: list[Span] = []
    for sentence in split_sentences(text, language):
        goes_on = joined and masked[sentence.start - 1] == BLANK == masked[sentence.start]
        joined[-1:] = [Span(joined[-1].start, sentence.end)] if goes_on else [*joined[-1:], sentence]
    return [one for one in joined if _is_finished(one, text, masked)]


def _is_finished(sentence: Span, text: str, masked: str) -> bool:
    ending = sentence.of(text).rstrip(_CLOSING)[-1:]
    return ending != "" and (ending in _STOPS or BLANK in sentence.of(masked))


def _without_statements(text: str, quotes: Sequence[Quote]) -> str:
    """Blank out what is quoted, offsets kept; a word at arm's length is the article's own."""
    contents = sorted(content for quote in quotes if quote.is_statement for content in quote.contents)
    pieces, position = [], 0
    for content in contents:
        if content.start >= position:
            pieces += [text[position : content.start], BLANK * len(content)]
            position = content.end
    return "".join([*pieces, text[position:]])


def _quote(report: Report, text: str, joint: str) -> Quote:
    return Quote(
        contents=report.contents,
        speaker=report.speaker,
        cue=report.cue,
        kind="reported",
        text=joint.join(content.of(text) for content in report.contents),
    )
