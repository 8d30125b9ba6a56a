"""Dates and clock times in English and French."""

from __future__ import annotations

from polyglot_news.text import Span
from polyglot_news.values.latin_reader import DASHES
from polyglot_news.values.latin_words import MONTHS, WEEKDAYS
from polyglot_news.values.model import Moment, Value
from polyglot_news.values.tokens import Token, joined

_AMBIGUOUS = {"may", "march", "mars", "mar", "sun", "sat", "dec", "jan"}
_BEFORE_MONTH = {
    "in", "of", "since", "until", "till", "by", "early", "late", "mid", "last", "next", "this", "from", "to",
    "during", "between", "through", "and", "before", "after", "on", "-", "–", "en", "de", "d",
    "fin", "début", "depuis", "mi", "dès", "à", "et", "au", "du", "mois", "avant", "après",
}  # fmt: skip
_AFTER_WEEKDAY = {"dernier", "prochain", "passé"}
_AT = {"à", "vers", "dès", "jusqu", "avant", "après", "at", "by", "from", "until", "since", "around"}
_DAYS = {*WEEKDAYS["fr"], "demain", "hier", "aujourd'hui"}
_BEFORE_HOUR = _AT | {"depuis", "entre", "de", "et"}
_LONG_MONTHS = {"may", "march", "june", "july", "mai", "mars", "juin", "août", "aout"}  # never abbreviated


def read_date(tokens: list[Token], index: int, language: str) -> tuple[Value, int] | None:
    """Read a date that begins at token ``index``; return it and the index after it."""
    token = tokens[index]
    if token.numeral is not None:
        named = _nine_eleven(tokens, index)
        return named or _numeric_date(tokens, index, language) or _day_first(tokens, index, index, language)
    if token.low in WEEKDAYS[language]:
        return _weekday(tokens, index, language)
    month = _month(tokens, index, language)
    if month is None:
        return None
    after = index + 1
    if _is(tokens, after, ".") and token.low not in _LONG_MONTHS and len(token.low) <= 5:
        after += 1
    day = _day(tokens, after) if language == "en" else None
    if day is not None:
        number, end = day
        year_at = end + 1 if _is(tokens, end, ",") else end
        year = _year(tokens, year_at)
        end = year_at + 1 if year is not None else end
        return _date(tokens, index, end, Moment(year=year, month=month, day=number)), end
    year_at = after + 1 if _is(tokens, after, ",") or low_at(tokens, after) in {"of", "de"} else after
    year = _year(tokens, year_at)
    if year is not None:
        return _date(tokens, index, year_at + 1, Moment(year=year, month=month)), year_at + 1
    loose = token.low in _AMBIGUOUS and not (index > 0 and tokens[index - 1].low in _BEFORE_MONTH)
    return _date(tokens, index, after, Moment(month=month), loose=loose), after


def _nine_eleven(tokens: list[Token], index: int) -> tuple[Value, int] | None:
    """Read 9/11, the one day that goes by its figures in every language."""
    end = index + 3
    if [token.raw for token in tokens[index:end]] != ["9", "/", "11"] or low_at(tokens, end) == "/":
        return None
    return _date(tokens, index, end, Moment(month=9, day=11)), end


def _weekday(tokens: list[Token], index: int, language: str) -> tuple[Value, int]:
    """Read a weekday and the date that may follow: "Monday, 6 May", "lundi 6 mai"."""
    weekday = WEEKDAYS[language][tokens[index].low]
    after = index + 1
    if _is(tokens, after, ","):
        after += 1
    if low_at(tokens, after) in {"the", "le"}:
        after += 1
    if after < len(tokens):
        found = _day_first(tokens, after, index, language) if tokens[after].numeral is not None else None
        if found is None and _month(tokens, after, language) is not None and language == "en":
            found = read_date(tokens, after, language)
            if found is not None and (found[0].moment is None or found[0].moment.day is None):
                found = None
        if found is not None and found[0].moment is not None:
            moment = found[0].moment
            full = Moment(year=moment.year, month=moment.month, day=moment.day, weekday=weekday)
            return _date(tokens, index, found[1], full), found[1]
    end = index + 2 if language == "fr" and low_at(tokens, index + 1) in _AFTER_WEEKDAY else index + 1
    return _date(tokens, index, end, Moment(weekday=weekday)), end


def _day_first(tokens: list[Token], index: int, start: int, language: str) -> tuple[Value, int] | None:
    """Read "6 May 2024", "6th of May", "1er mai"."""
    day = _day(tokens, index)
    if day is None:
        return None
    number, after = day
    if _is(tokens, after, "-") and joined(tokens, after) and joined(tokens, after + 1):
        after += 1  # le 11-Septembre
    elif low_at(tokens, after) in {"of", "day"}:
        after += 2 if low_at(tokens, after) == "day" else 1
    month = _month(tokens, after, language)
    if month is None:
        return None
    after += 1
    if _is(tokens, after, ".") and len(tokens[after - 1].low) <= 4 and tokens[after - 1].low not in _LONG_MONTHS:
        after += 1
    year_at = after + 1 if _is(tokens, after, ",") else after
    year = _year(tokens, year_at)
    end = year_at + 1 if year is not None else after
    return _date(tokens, start, end, Moment(year=year, month=month, day=number)), end


def _numeric_date(tokens: list[Token], index: int, language: str) -> tuple[Value, int] | None:
    """Read 2024-05-06, 06/05/2024 (day first outside English unless the month would be over twelve)."""
    if index + 4 >= len(tokens):
        return None
    mark = tokens[index + 1].low
    parts = [tokens[index + k] for k in (0, 2, 4)]
    if (
        mark not in {"-", "/", "."}
        or tokens[index + 3].low != mark
        or any(p.numeral is None or not p.raw.isdigit() or len(p.raw) > 4 for p in parts)
    ):
        return None
    if not all(joined(tokens, index + k) for k in range(1, 5)):
        return None
    one, two, three = (int(p.raw) for p in parts)
    if len(parts[0].raw) == 4 and 1 <= two <= 12 and 1 <= three <= 31:
        moment = Moment(year=one, month=two, day=three)
    elif len(parts[2].raw) == 4 and 1 <= two <= 31 and 1 <= one <= 31 and min(one, two) <= 12:
        day, month = (one, two) if (language != "en" and two <= 12) or one > 12 else (two, one)
        moment = Moment(year=three, month=month, day=day)
    else:
        return None
    return _date(tokens, index, index + 5, moment), index + 5


def read_time(tokens: list[Token], index: int, language: str) -> tuple[Value, int] | None:
    """Read a clock time that begins with the numeral at ``index``; return it and the index after it."""
    hour = _small(tokens, index, 24)
    end = index + 1
    minute = 0
    told = False
    if hour is None:
        return _decimal_time(tokens, index)
    if _is(tokens, end, ":") and joined(tokens, end) and joined(tokens, end + 1) and len(tokens[end + 1].raw) == 2:
        small = _small(tokens, end + 1, 59)
        if small is None:
            return None
        minute, end, told = small, end + 2, True
        if _is(tokens, end, ":") and joined(tokens, end) and joined(tokens, end + 1):
            return None  # a duration with seconds
    elif language == "fr" and low_at(tokens, end) in {"h", "heures", "heure"}:
        hours = tokens[end].low != "h"
        small = _small(tokens, end + 1, 59)
        if small is not None and (joined(tokens, end + 1) or len(tokens[end + 1].raw) == 2):
            minute, end, told = small, end + 2, True
        else:
            at = tokens[index - 1].low if index else ""
            # "à 15 h" is a time; "en 15 heures" lasts that long
            told = at in _AT or (not hours and (at in _BEFORE_HOUR or _lasts(tokens, index)))
            told = told or (at == "," and index > 1 and tokens[index - 2].low in _DAYS)  # « lundi, 15 heures »
            if not told and half_of_day(tokens, end + 1, language)[0] is None:
                return None
            end += 1
    half, end_half = half_of_day(tokens, end, language)
    if half is None and not told:
        return None
    end = end_half
    if (half == "pm" and hour < 12) or (half == "night" and 6 <= hour < 12):
        hour += 12
    elif half in {"am", "night"} and hour == 12:
        hour = 0
    moment = Moment(minute=hour * 60 + minute, half_day=half in {None, "clock"} and 0 < hour <= 12 and language == "en")
    return _date(tokens, index, end, moment, kind_time=True), end


def _lasts(tokens: list[Token], index: int) -> bool:
    """Whether an hour is one of two that a dash joins: « 20h-8h »."""
    following = low_at(tokens, index + 2) in DASHES and _small(tokens, index + 3, 24) is not None
    before = low_at(tokens, index - 1) in DASHES and low_at(tokens, index - 2) == "h"
    return before or (following and low_at(tokens, index + 4) == "h")


def _decimal_time(tokens: list[Token], index: int) -> tuple[Value, int] | None:
    """Read 9.30 a.m."""
    raw = tokens[index].raw
    hour, _, minute = raw.partition(".")
    half, end = half_of_day(tokens, index + 1, "en")
    if (
        half in {"am", "pm", "utc"}
        and hour.isdigit()
        and minute.isdigit()
        and int(hour) <= 24
        and len(minute) == 2
        and int(minute) < 60
    ):
        number = int(hour) % 12 + (12 if half == "pm" else 0) if half != "utc" else int(hour)
        return _date(tokens, index, end, Moment(minute=number * 60 + int(minute)), kind_time=True), end
    return None


def half_of_day(tokens: list[Token], index: int, language: str) -> tuple[str | None, int]:
    """Read what tells the half of the day: "am", "pm", "night", "clock" or "utc"; return it and the index after it."""
    word = low_at(tokens, index)
    if word in {"am", "pm"}:
        return word, index + 1
    if word in {"a", "p"} and _is(tokens, index + 1, ".") and low_at(tokens, index + 2) == "m":
        end = index + 4 if _is(tokens, index + 3, ".") else index + 3
        return word + "m", end
    if word == "o" and _is(tokens, index + 1, "'") and low_at(tokens, index + 2) == "clock":
        return "clock", index + 3
    if word in {"gmt", "utc", "hrs"}:
        return "utc", index + 1
    if language == "fr" and word == "du" and low_at(tokens, index + 1) in {"matin", "soir"}:
        return ("am" if tokens[index + 1].low == "matin" else "pm"), index + 2
    if (
        language == "fr"
        and word == "de"
        and [low_at(tokens, index + k) for k in (1, 2, 3, 4, 5)] == ["l", "'", "après", "-", "midi"]
    ):
        return "pm", index + 6
    if language == "en" and word == "at" and low_at(tokens, index + 1) == "night":
        return "night", index + 2
    if (
        language == "en"
        and word == "in"
        and low_at(tokens, index + 1) == "the"
        and low_at(tokens, index + 2) in {"morning", "afternoon", "evening"}
    ):
        return ("am" if tokens[index + 2].low == "morning" else "pm"), index + 3
    return None, index


def _month(tokens: list[Token], index: int, language: str) -> int | None:
    if index >= len(tokens):
        return None
    token = tokens[index]
    month = MONTHS[language].get(token.low)
    if month is None or (language == "en" and token.raw.islower()) or (token.raw.isupper() and len(token.raw) <= 3):
        return None
    short = len(token.low) <= 4 and token.low not in _LONG_MONTHS
    if short and not (
        _is(tokens, index + 1, ".")
        or (index + 1 < len(tokens) and tokens[index + 1].numeral)
        or (index and tokens[index - 1].numeral)
    ):
        return None
    return month


def _day(tokens: list[Token], index: int) -> tuple[int, int] | None:
    """Read a day of the month, "6", "6th", "1er"; return it and the index after it."""
    number = _small(tokens, index, 31)
    if not number or len(tokens[index].raw) > 2:
        return None
    end = index + 1
    if low_at(tokens, end) in {"st", "nd", "rd", "th", "er"} and joined(tokens, end):
        end += 1
    elif joined(tokens, end) and tokens[end].is_word:
        return None
    return number, end


def _year(tokens: list[Token], index: int) -> int | None:
    if index < len(tokens) and tokens[index].raw.isdigit() and len(tokens[index].raw) == 4:
        return int(tokens[index].raw)
    return None


def _small(tokens: list[Token], index: int, most: int) -> int | None:
    if (
        index < len(tokens)
        and tokens[index].numeral is not None
        and tokens[index].raw.isdigit()
        and len(tokens[index].raw) <= 2
    ):
        number = int(tokens[index].raw)
        return number if number <= most else None
    return None


def _is(tokens: list[Token], index: int, sign: str) -> bool:
    return index < len(tokens) and tokens[index].low == sign


def low_at(tokens: list[Token], index: int) -> str:
    """Return a token in lower case, "" beyond the ends."""
    return tokens[index].low if 0 <= index < len(tokens) else ""


def _date(
    tokens: list[Token], start: int, end: int, moment: Moment, *, loose: bool = False, kind_time: bool = False
) -> Value:
    span = Span(tokens[start].start, tokens[end - 1].end)
    return Value(span=span, kind="time" if kind_time else "date", moment=moment, loose=loose)
