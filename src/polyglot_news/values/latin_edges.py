"""Beginnings and ends of months and years: "the end of June" for the 30th, « avant mars » for the 1st of March."""

from __future__ import annotations

from polyglot_news.text import Span
from polyglot_news.values.latin_reader import DASHES, Reader
from polyglot_news.values.latin_words import MONTHS
from polyglot_news.values.model import Moment, Value
from polyglot_news.values.months import last_day

_ENDS = {"end": "last", "fin": "last", "close": "last", "late": "last"}
_STARTS = {"beginning": "first", "start": "first", "early": "first", "début": "first"}
_FROM = {"from", "before", "since", "avant", "dès", "starting", "partir"}
_WORDS = _ENDS | _STARTS | dict.fromkeys(_FROM, "first") | {"mid": "middle", "mi": "middle"}
_BETWEEN = {"of", "the", "de", "d", "'", "du", "mois", "month", "l", "à", *DASHES}
_REACH = 5
_MIDDLE = 15


def read_edge(reader: Reader, index: int) -> tuple[Value, int] | None:
    """Read what tells the first, the last or the middle day of the month or year that follows, loosely.

    The month itself is read after it.
    """
    year_end = _year_end(reader, index)
    if year_end:
        return _edge(reader, index, year_end, 12, "last"), year_end
    which = _WORDS.get(reader.low(index))
    if which is None:
        return None
    at = index + 1
    while at <= index + _REACH and reader.low(at) in _BETWEEN:
        at += 1
    month = MONTHS[reader.language].get(reader.low(at))
    if month is not None and not _has_day(reader, at):
        return _edge(reader, index, index + 1, month, which), index + 1
    if reader.low(index) in _FROM or which == "middle":
        return None
    if reader.low(at) in {"year", "année"} or (at > index + 1 - (reader.language == "fr") and _is_year(reader, at)):
        return _edge(reader, index, index + 1, 12 if which == "last" else 1, which), index + 1
    if reader.low(at - 1) in {"month", "mois"}:
        return _edge(reader, index, index + 1, None, which), index + 1
    return None


def _year_end(reader: Reader, index: int) -> int:
    """Return the index after "year-end", "year's end", 0 if it does not stand here."""
    words = [reader.low(index + k) for k in range(4)]
    if words[0] != "year":
        return 0
    if words[1:4] == ["'", "s", "end"]:
        return index + 4
    return index + 3 if words[1] in DASHES and words[2] == "end" else 0


def _has_day(reader: Reader, month: int) -> bool:
    """Whether a day stands beside a month."""
    token = reader.tokens[month + 1] if month + 1 < len(reader.tokens) else None
    return token is not None and token.numeral is not None and len(token.raw) <= 2


def _is_year(reader: Reader, index: int) -> bool:
    raw = reader.tokens[index].raw if index < len(reader.tokens) else ""
    return len(raw) == 4 and raw.isdigit() and raw[0] in "12"


def _edge(reader: Reader, start: int, end: int, month: int | None, which: str) -> Value:
    day = {"first": 1, "middle": _MIDDLE, "last": last_day(month)}[which]
    span: Span = reader.span(start, end)
    return Value(span=span, kind="date", moment=Moment(month=month, day=day), loose=True)
