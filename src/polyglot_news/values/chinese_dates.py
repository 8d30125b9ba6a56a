"""Dates and clock times in Chinese text: readers of the groups that the pattern of ``chinese`` names."""

from __future__ import annotations

import re
from fractions import Fraction

from polyglot_news.text import Span
from polyglot_news.values.chinese_numbers import make, read_int, read_plain
from polyglot_news.values.chinese_numerals import DIGITS, NUMBER_CHARACTERS
from polyglot_news.values.model import Moment, Value, ValueKind
from polyglot_news.values.months import last_day

_WEEKDAYS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7, "末": 0}
_PM = ("下午", "晚上", "晚间", "傍晚", "当晚", "晚", "夜里")
_AM = ("上午", "凌晨", "清晨", "早上", "早晨", "早")
_NOON = ("中午",)
_LAST = frozenset("底末")
_EDGES = {"初": 1, "起": 1, "前": 1, "中": 15}
_BEFORE_THE_REPUBLIC = 1911
_WEEKDAY_END = re.compile(r"(?:周|星期|礼拜)[一二三四五六]$")


def _moment(
    match: re.Match[str],
    moment: Moment,
    *,
    start: int | None = None,
    end: int | None = None,
    kind: ValueKind = "date",
    loose: bool = False,
) -> list[Value]:
    span = Span(match.start() if start is None else start, match.end() if end is None else end)
    return [Value(span=span, kind=kind, moment=moment, loose=loose)]


def _in_calendar(month: int | None, day: int | None) -> bool:
    """Whether there are such a month and such a day, if they are told."""
    return (month is None or 1 <= month <= 12) and (day is None or 1 <= day <= 31)


def full_date(text: str, match: re.Match[str]) -> list[Value] | None:
    """2024年5月6日, 二〇一五年, 公元前221年."""
    string = match.group("year")
    digits = string.removeprefix("公元").removeprefix("前").removesuffix("年")
    year = read_int(digits)
    month, day = read_int(match.group("ymonth")), read_int(match.group("yday"))
    if year is None or not _in_calendar(month, day):
        return None
    dated = _moment(match, Moment(year=-year if string.startswith("公元前") else year, month=month, day=day))
    return dated if day is not None else dated + _edge_behind(text, match, month)


def republican_date(_text: str, match: re.Match[str]) -> list[Value] | None:
    """民国113年, 113年2月: as Taiwan counts the years, 2024."""
    year = 1 if match.group("republic") == "元" else read_int(match.group("republic"))
    month, day = read_int(match.group("rmonth")), read_int(match.group("rday"))
    if year is None or not _in_calendar(month, day):
        return None
    return _moment(match, Moment(year=_BEFORE_THE_REPUBLIC + year, month=month, day=day))


def month_day(text: str, match: re.Match[str]) -> list[Value] | None:
    """5月, 5月6日."""
    month, day = read_int(match.group("month")), read_int(match.group("mday"))
    if month is None or not _in_calendar(month, day):
        return None
    dated = _moment(match, Moment(month=month, day=day))
    return dated if day is not None else dated + _edge_behind(text, match, month)


def edge(_text: str, match: re.Match[str]) -> list[Value] | None:
    """年底, 月初: the last day of a year or the first of a month, be it only about."""
    sign = match.group("edge")
    month = None if sign[-2] == "月" else 12 if sign[-1] in _LAST else 1
    return _edge(sign[-1], month, Span(*match.span()))


def _edge_behind(text: str, match: re.Match[str], month: int | None) -> list[Value]:
    """Return the first or last day of 6月底, 7月起 or 2026年底, which may be all that the text means."""
    end = match.end()
    sign = text[end : end + 1]
    if month is None and sign not in {*_LAST, "初"}:
        return []
    return _edge(sign, month or (1 if sign == "初" else 12), Span(end, end + 1))


def _edge(sign: str, month: int | None, span: Span) -> list[Value]:
    day = last_day(month) if sign in _LAST else _EDGES.get(sign)
    return [] if day is None else [Value(span=span, kind="date", moment=Moment(month=month, day=day), loose=True)]


def relative_century(_text: str, match: re.Match[str]) -> list[Value] | None:
    """上世纪, 本世纪."""
    number = 20 if match.group("relcentury")[0] == "上" else 21
    return _moment(match, Moment(century=number), kind="period", loose=True)


def noon(_text: str, match: re.Match[str]) -> list[Value] | None:
    """午夜, 正午; 中午 is about then."""
    word = match.group("noon")
    minute = 0 if word[-1] == "夜" else 720
    return _moment(match, Moment(minute=minute), kind="time", loose=word == "中午")


def iso_date(_text: str, match: re.Match[str]) -> list[Value] | None:
    """2024-05-06."""
    year, month, day = (int(part) for part in re.split(r"[-/.]", match.group("iso")))
    if not _in_calendar(month, day):
        return None
    return _moment(match, Moment(year=year, month=month, day=day))


def event_date(_text: str, match: re.Match[str]) -> list[Value] | None:
    """The date by which an event goes: “8·11”, 911事件."""
    month, day = (int(part) for part in re.split("[·•]|(?<=9)(?=11$)", match.group("event")))
    return _moment(match, Moment(month=month, day=day)) if _in_calendar(month, day) else None


def days(text: str, match: re.Match[str]) -> list[Value] | None:
    """30日 before 内: as many days, and no day of a month."""
    count = read_int(match.group("days"))
    if count is None:
        return None
    spelled = not match.group("days").isdigit()
    return [make(text, match.start(), match.end(), "quantity", (Fraction(count),), unit="day", spelled=spelled)]


def day_of_month(_text: str, match: re.Match[str]) -> list[Value] | None:
    """22日, 于十九日."""
    day = read_int(match.group("day"))
    return _moment(match, Moment(day=day)) if day is not None and 1 <= day <= 31 else None


def century(_text: str, match: re.Match[str]) -> list[Value] | None:
    """二十一世纪, 20世纪70年代."""
    century = read_int(match.group("century"))
    if century is None:
        return None
    decade = read_int(match.group("cdecade"))
    if decade is not None:
        return _moment(match, Moment(decade=(century - 1) * 100 + decade), kind="period")
    if match.group("century") in {"一", "半"}:
        return [
            Value(
                span=Span(*match.span()),
                kind="quantity",
                numbers=(Fraction(1),),
                unit="century",
                spelled=True,
                loose=True,
            )
        ]
    return _moment(match, Moment(century=century), kind="period")


def decade(text: str, match: re.Match[str]) -> list[Value] | None:
    """90年代, 上世纪90年代."""
    decade = read_int(match.group("decade"))
    if decade is None:
        return None
    if decade < 100 and text[max(0, match.start() - 3) : match.start()] == "上世纪":
        decade += 1900
    elif decade < 100 and text[max(0, match.start() - 3) : match.start()] == "本世纪":
        decade += 2000
    return _moment(match, Moment(decade=decade), kind="period")


def two_decades(_text: str, match: re.Match[str]) -> list[Value] | None:
    """七八十年代, 70、80年代."""
    first, second = read_int(match.group("decade1")), read_int(match.group("decade2"))
    if first is None or second is None:
        return None
    first = first * 10 if first < 10 else first
    one = _moment(match, Moment(decade=first), kind="period", end=match.end("decade1"))
    return one + _moment(match, Moment(decade=second), kind="period", start=match.start("decade2"))


def quarter(_text: str, match: re.Match[str]) -> list[Value] | None:
    """第二季度, 首季度, Q2."""
    number = match.group("quarter") or match.group("quarter2") or match.group("quarter3")
    return _moment(match, Moment(quarter=1 if number == "首" else read_int(number)), kind="period")


def half_year(_text: str, match: re.Match[str]) -> list[Value] | None:
    """上半年, 下半年."""
    return _moment(match, Moment(half=1 if match.group("halfyear") in {"上", "前"} else 2), kind="period")


def weekday(_text: str, match: re.Match[str]) -> list[Value] | None:
    """周三, 上周三."""
    day = _WEEKDAYS[match.group("weekday")]
    return _moment(match, Moment(weekday=day)) if day else None


def clock_time(text: str, match: re.Match[str]) -> list[Value] | None:
    """下午3点半, 20:30, 24时."""
    hour = read_int(match.group("hour"))
    minute = read_int(match.group("minute") or match.group("colon")) or 0
    before = match.start("hour")
    if (
        before
        and text[before - 1] in "0123456789.,:" + NUMBER_CHARACTERS
        and not _WEEKDAY_END.search(text[max(0, before - 3) : before])
    ):
        return None
    if hour is None or hour > 24 or minute > 59:
        return None
    if match.group("oclock"):
        minute = {"半": 30, "一刻": 15, "三刻": 45}[match.group("oclock")]
    half = match.group("half")
    spelled = not match.group("hour").isdigit()
    sign = text[match.end("hour")]
    if half is None and (sign == "点" or spelled) and match.group("colon") is None and match.group("oclock") is None:
        after = text[match.end() : match.end() + 1]
        if (
            sign == "点"
            and text[match.end("hour") + 1 : match.end("hour") + 2] in DIGITS
            and text[match.end() - 1] != "分"
        ):
            return read_plain(text, match.start("hour"), match.end("hour"))  # 三点五: a decimal
        if spelled or after in {"个", "建", "意", "要", "看", "希"}:
            return None
    if (half in _PM and hour < 12) or (half in _NOON and hour < 3):
        hour += 12
    elif half in _AM and hour == 12:
        hour = 0
    moment = Moment(minute=hour * 60 + minute, half_day=half is None and 0 < hour < 12)
    start = match.start() if half else match.start("hour")
    return _moment(match, moment, start=start, kind="time")
