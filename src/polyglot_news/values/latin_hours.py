"""Clock times in English and French words: "half past six", "eleven at night", « vingt-trois heures », noon, minuit."""

from __future__ import annotations

from polyglot_news.text import Span
from polyglot_news.values.latin_dates import half_of_day, low_at
from polyglot_news.values.latin_reader import DASHES
from polyglot_news.values.model import Moment, Value
from polyglot_news.values.spelled import read_spelled
from polyglot_news.values.tokens import Token

_NAMED = {"noon": 720, "midday": 720, "midi": 720, "midnight": 0, "minuit": 0}
_AT = frozenset({"at", "by", "about", "around", "after", "before", "until", "till", "past", "from", "since"})
_AT_FRENCH = frozenset({"à", "vers", "dès"})
_PARTS = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_WHOLE = 1440
_MIDDAY = 720


def read_clock(tokens: list[Token], index: int, language: str) -> tuple[Value, int] | None:
    """Read a clock time in words that begins at token ``index``; return it and the index after it."""
    named = _named(tokens, index)
    if named is not None:
        return named
    return _read_french(tokens, index) if language == "fr" else _read_english(tokens, index)


def _named(tokens: list[Token], index: int) -> tuple[Value, int] | None:
    """Read noon and midnight, but neither « l'après-midi » nor « le Midi »."""
    token = tokens[index]
    minute = _NAMED.get(token.low)
    if (
        minute is None
        or token.raw[0].isupper()
        or low_at(tokens, index - 1) in DASHES
        or low_at(tokens, index + 1) == "-"
    ):
        return None
    return _time(tokens, index, index + 1, minute, half_day=False)


def _read_english(tokens: list[Token], index: int) -> tuple[Value, int] | None:
    start = index
    before = low_at(tokens, index - 1)
    minutes = 0
    part = _part_of_hour(tokens, index)
    if part is not None:
        minutes, index = part
    hour, end = _hour(tokens, index, 12)
    if hour is None:
        return None
    half, end = half_of_day(tokens, end, "en")
    # "Ten to twelve people" are as many; at "ten to twelve" it is nearly noon.
    certain = minutes > 0 or minutes == -_PARTS["quarter"]
    if not certain and (half is None or (not minutes and half not in {"clock", "night"} and before not in _AT)):
        return None
    total = (hour * 60 + minutes) % _MIDDAY + (_MIDDAY if _is_late(half, hour, minutes) else 0)
    return _time(tokens, start, end, total % _WHOLE, half_day=half in {None, "clock"})


def _part_of_hour(tokens: list[Token], index: int) -> tuple[int, int] | None:
    """Read "half past", "a quarter to", "twenty-five past"; return the minutes and the index after it."""
    if low_at(tokens, index) == "a":
        index += 1
    word, end = low_at(tokens, index), index + 1
    if word == "twenty" and low_at(tokens, end) in DASHES and low_at(tokens, end + 1) == "five":
        word, end = "twenty-five", end + 2
    link = low_at(tokens, end)
    if word not in _PARTS or link not in {"past", "to"} or (word == "half" and link == "to"):
        return None
    return (_PARTS[word] if link == "past" else -_PARTS[word]), end + 1


def _is_late(half: str | None, hour: int, minutes: int) -> bool:
    """Whether an hour is one after noon: "eleven at night" is, "one at night" is not."""
    return half == "pm" or (half == "night" and 6 * 60 <= hour * 60 + minutes < _MIDDAY)


def _read_french(tokens: list[Token], index: int) -> tuple[Value, int] | None:
    hour, end = _hour(tokens, index, 24)
    if hour is None or low_at(tokens, end) not in {"heure", "heures"}:
        return None
    end += 1
    minutes, end = _minutes(tokens, end)
    half, end = half_of_day(tokens, end, "fr")
    # « À trois heures de Paris » is how far it is, « en trois heures » how long it takes.
    if half is None and (low_at(tokens, index - 1) not in _AT_FRENCH or low_at(tokens, end) in {"de", "d"}):
        return None
    late = half == "pm" and hour < 12
    total = hour * 60 + minutes + (_MIDDAY if late else 0)
    return _time(tokens, index, end, total % _WHOLE, half_day=half is None and 0 < hour < 12)


def _minutes(tokens: list[Token], end: int) -> tuple[int, int]:
    """Read « et demie », « et quart », « moins le quart », « moins vingt », « trente »."""
    words = [low_at(tokens, end + k) for k in range(3)]
    if words[0] == "et" and words[1] in {"demie", "demi"}:
        return 30, end + 2
    if words[0] == "et" and words[1] == "quart":
        return 15, end + 2
    if words == ["moins", "le", "quart"]:
        return -15, end + 3
    at = end + 1 if words[0] == "moins" else end
    spelled = read_spelled(tokens, at, "fr")
    if spelled is None or spelled.value not in {5, 10, 20, 25, 30, 35, 40, 45, 50, 55}:
        return 0, end
    return int(-spelled.value if at > end else spelled.value), spelled.end


def _hour(tokens: list[Token], index: int, most: int) -> tuple[int | None, int]:
    """Read the hour, in words, or after "half past" in digits as well."""
    if index >= len(tokens):
        return None, index
    token = tokens[index]
    if token.numeral is not None:
        led = token.raw.isdigit() and low_at(tokens, index - 1) in {"past", "to"}
        return (int(token.raw), index + 1) if led and 0 < int(token.raw) <= most else (None, index)
    spelled = read_spelled(tokens, index, "fr" if most > 12 else "en") if token.is_word else None
    if spelled is None or not 0 < spelled.value <= most or spelled.value.denominator != 1:
        return None, index
    return int(spelled.value), spelled.end


def _time(tokens: list[Token], start: int, end: int, minute: int, *, half_day: bool) -> tuple[Value, int]:
    span = Span(tokens[start].start, tokens[end - 1].end)
    return Value(span=span, kind="time", moment=Moment(minute=minute, half_day=half_day)), end
