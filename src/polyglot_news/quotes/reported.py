"""What an article reports in its own words, without quotation marks: *he said that the port would stay open*.

So it does around a quote of a few words: banks have set aside *4 billion euros* “to cover losses”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from polyglot_news.quotes.model import Quote
from polyglot_news.quotes.reported_chinese import chinese_reports
from polyglot_news.quotes.reported_clauses import Report, reports
from polyglot_news.quotes.tokens import BLANK
from polyglot_news.quotes.wires import wire_lead
from polyglot_news.text import CLAUSE_MARK, Span, clause_around, split_sentences

_STOPS = ".!?…。！？"
_MARKS = "«»“”\"'‘’„「」『』"
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
_BLANKS = re.compile(f"{BLANK}+")
# What is quoted, and what stands between two quotes, without the marks and spaces at its ends.
_PIECES = re.compile(rf"{BLANK}+|[^{BLANK}{_MARKS}\s](?:[^{BLANK}]*[^{BLANK}{_MARKS}\s])?")
_THAT = re.compile(r"(?:\s[\w’']+){0,5}?\s(?:that\s|que\s|qu['’])", re.IGNORECASE)
_SHORTEST = {"en": 20, "fr": 20, "zh": 7}  # characters of a clause


def reported_statements(text: str, language: str, quotes: Sequence[Quote]) -> list[Quote]:
    """Return the clauses that tell what somebody said without quoting it.

    Headlines, which end without a stop, and what is too short to be found are left out, and so is what denies or asks,
    for the word that does it stands outside the clause. Of a speaker only the plain name beside the verb is told.

    A clause with a quote in it and a figure outside its marks is told as a whole, for the quote says what the figure is
    of; ``without_quoted`` takes it out again.

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
        told += _figures_beside(sentence, text, masked, quotes, told)
        for report in told:
            length = sum(map(len, report.contents))
            if length >= _SHORTEST[language]:
                found.append(_quote(report, text, language))
    return found


def _gives_figure(sentence: Span, masked: str) -> bool:
    """Whether a sentence that quotes nothing tells a figure, which mostly is an official's, whoever is named for it."""
    words = sentence.of(masked)
    return BLANK not in words and not _LEADING_UP.match(words) and _FIGURE.search(words) is not None


def _figures_beside(
    sentence: Span, text: str, masked: str, quotes: Sequence[Quote], told: Sequence[Report]
) -> Iterator[Report]:
    """Yield the clauses with a quote that give a figure outside its marks, without who is said to have said it."""
    cues = [quote.cue for quote in quotes if quote.cue is not None]
    taken = [content for report in told for content in report.contents]
    for blank in _BLANKS.finditer(masked, *sentence):
        quote = Span(*blank.span())
        whole = clause_around(masked, quote, CLAUSE_MARK)
        starts = [_behind(cue, masked) for cue in cues if whole.start <= cue.start and cue.end <= quote.start]
        ends = [cue.start for cue in cues if quote.end <= cue.start < whole.end]
        # A stop before the marks, and one or a comma at the end within them, is the end of a clause, too.
        starts += [quote.start] if masked[sentence.start : quote.start].rstrip(_CLOSING + _MARKS)[-1:] in _STOPS else []
        ends += [quote.end] if text[quote.end - 1] in _STOPS + ",，" else []
        clause = Span(max(sentence.start, whole.start, *starts), min(sentence.end, whole.end, *ends))
        words = clause.of(masked)
        if _LEADING_UP.match(words) or not _FIGURE.search(words) or any(clause.overlap(other) for other in taken):
            continue
        pieces = (Span(*piece.span()) for piece in _PIECES.finditer(masked, *clause))
        contents = tuple(piece for piece in pieces if len(piece) > 1 or piece.of(masked).isalnum())
        taken.append(clause)
        yield Report(contents=contents, cue=None)


def _behind(cue: Span, masked: str) -> int:
    """Return where what is told begins behind a verb: said | banks, told reporters in May that | banks."""
    that = _THAT.match(masked, cue.end)
    return cue.end if that is None else that.end()


def without_quoted(quote: Quote, quoted: Sequence[Span], text: str, language: str) -> Quote:
    """Return what an article reports, without the words that it quotes there."""
    contents = tuple(one for one in quote.contents if not any(one.overlap(other) for other in quoted))
    return attrs.evolve(quote, contents=contents, text=_joined(contents, text, language))


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


def _quote(report: Report, text: str, language: str) -> Quote:
    return Quote(
        contents=report.contents,
        speaker=report.speaker,
        cue=report.cue,
        kind="reported",
        text=_joined(report.contents, text, language),
    )


def _joined(contents: Sequence[Span], text: str, language: str) -> str:
    return ("" if language == "zh" else " ").join(content.of(text) for content in contents)
