"""Numbers and their units in Chinese text whose numerals that count nothing have been blanked out."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

import attrs

from polyglot_news.text import Span, to_simplified
from polyglot_news.values.chinese_numerals import DIGITS, LARGE, NUMBER_CHARACTERS, SMALL, read_chinese
from polyglot_news.values.chinese_words import COUNTERS, bound_of
from polyglot_news.values.model import Moment, Value, ValueKind
from polyglot_news.values.numerals import NUMERAL, split_numeral
from polyglot_news.values.units import is_currency, money_signs, unit_names, unit_signs

# Units that begin with a scale character: 3千米 is three kilometres.
_SCALED_UNITS = {"千克", "千米", "千瓦", "千伏", "千赫", "千卡", "千兆", "兆瓦", "兆赫", "兆字", "兆比", "兆帕", "兆焦"}
_SPEEDS = {"km": "km/h", "mi": "mph", "nmi": "kn"}
_PER_HOUR = re.compile(r"(?:每小时|时速)\D{0,4}$")
_NUMERAL = re.compile(NUMERAL)
_MANYFOLD = 10  # from here on, nobody tells growth by so many times from growth to so many times
_NEARLY = "(?:了|约|近|逾|超过|超|将近|接近|大约|至少|整整|出)*$"
_GROWN_BY = re.compile(f"(?:增长|增加|提高|上升|扩大|上涨|增大|激增|猛增|飙升|暴涨|攀升|提升|涨|增){_NEARLY}")
_MORE_BY = re.compile(f"(?:高|多|大|长|快|贵|强|重|远|翻|超过|超出){_NEARLY}")
# After these characters a short unit is part of another word (5年级, 一节目).
_NO_UNIT_BEFORE = {
    "元": "首老旦素件勋", "块": "头石地儿", "年": "级轻代龄货夜", "天": "王才空", "周": "边围末岁", "度": "过假",
    "里": "程面亚约斯", "尺": "寸", "节": "目课日", "码": "头", "克": "里什兰", "升": "级", "桶": "装", "载": "人体",
    "米": "兰勒高", "顷": "刻", "丈": "夫",
}  # fmt: skip
# What may stand right before a minus that belongs to the number behind it, and what never does.
_BEFORE_MINUS = frozenset("至到为是达于约在温")
_ENDS_VALUE = frozenset(")）%‰℃℉°")
_ANY_MONEY = "CNY"  # 元 is the unit of all money, whose name may stand before the sum
_NO_LI = 1_000_000  # so many are no way: 里 behind the number is *of these*


def make(text: str, start: int, end: int, kind: ValueKind, numbers: tuple[Fraction, ...], **rest: object) -> Value:
    """Return a value, its bound read from the words around it."""
    value = Value(span=Span(start, end), kind=kind, numbers=numbers, bound=bound_of(text, start, end))
    return attrs.evolve(value, **rest)  # type: ignore[arg-type]


_LONGEST = 100  # digits: more are no number that anybody tells


def read_int(string: str | None) -> int | None:
    """Return a whole number in digits or characters; None for anything else."""
    if not string:
        return None
    if string.isdigit() and string.isascii():
        return int(string) if len(string) <= _LONGEST else None
    number = read_chinese(string)
    return int(number[0]) if number is not None and number[0].denominator == 1 else None


def read_number(string: str) -> Fraction | None:
    """Return a number in digits or characters; None for anything else."""
    found = read_chinese(string)
    return found[0] if found is not None else None


def read_decimal(text: str, start: int, end: int) -> tuple[Fraction, int] | None:
    """Read a number and the 点 and digits that may follow it: 三点五."""
    number = read_number(text[start:end])
    if number is None:
        return None
    if end < len(text) and text[end] == "点":
        stop = end + 1
        while stop < len(text) and stop - end < 7 and text[stop] in DIGITS:
            stop += 1
        digits = "".join(str(DIGITS[c]) for c in text[end + 1 : stop])
        if digits:
            return number + Fraction(int(digits), 10 ** len(digits)), stop
    return number, end


def read_plain(text: str, start: int, limit: int) -> list[Value] | None:
    """Read the number that begins at ``start``, its scale, its unit, and the range that it may open."""
    core = _core(text, start, limit)
    if core is None or (text.startswith("零下", start) and _is_number(text, start + 2)):
        return None
    number, readings, end, scale, spelled, more = core
    loose = False
    unit, unit_end = read_unit(text, end)
    if text.startswith("个半", end) and (halved := _unit_after_half(text, end + 2)) is not None:
        number, (unit, unit_end) = number + Fraction(1, 2), halved  # 两个半小时
    sign = _sign_before(text, start)
    first = start
    if sign is not None:
        first, code = sign
        unit = unit if is_currency(unit) and unit != _ANY_MONEY else code
    if text[max(0, start - 2) : start] == "零下":
        number, first = -number, start - 2
    elif text[start - 1 : start] in {"-", "−", "负"} and text[start - 1 : start] != "" and _sign_alone(text, start - 1):
        number, first = -number, start - 1
    if unit == "li" and number >= _NO_LI:
        unit = None
    if unit is not None:
        end = unit_end
        unit = (
            _SPEEDS.get(unit, unit)
            if text[max(0, start - 8) : start].rfind("时") >= 0 and _PER_HOUR.search(text, max(0, start - 8), start)
            else unit
        )
    kind: ValueKind = "cardinal"
    if spelled and text[start] in "百千万亿兆" and end - start == 1 and unit is None:
        return None  # 万 in a name; 百 after a word
    if spelled and scale == 1 and number < 10 and number.denominator == 1 and unit is None and not _counted(text, end):
        loose = True
    if unit in {"%", "‰"}:
        kind = "percent"
    elif unit in {"pp", "bp"}:
        kind = "points"
    elif is_currency(unit):
        kind = "money"
    elif unit is not None:
        kind = "quantity"
        if text[end - 1 : end] == "岁":
            kind = "age"
        if unit == "year" and text[end : end + 1] == "级":
            kind = "ordinal"
    elif text[end : end + 1] == "倍":
        kind, end = "multiple", end + 1
        number, readings = _multiple(to_simplified(text[max(0, start - 8) : start]), number)
    elif (
        not spelled
        and scale == 1
        and end - start == 4
        and 1000 <= number <= 2100
        and not more
        and not _counted(text, end)
    ):
        return [attrs.evolve(make(text, first, end, "date", (number,)), moment=Moment(year=int(number)))]
    if (
        unit is not None
        and text[end : end + 1] == "半"
        and (unit in {"year", "month", "day", "week", "hour"} or is_currency(unit))
    ):
        number, end = number + Fraction(1, 2), end + 1
    if number == 1 and spelled and unit not in {"%", "pp"}:
        loose = True
    value = make(
        text, first, end, kind, (number,), unit=unit, spelled=spelled, loose=loose, scale=scale, readings=readings
    )
    if more:
        value = attrs.evolve(value, bound="at least")
    return [value]


def _multiple(before: str, number: Fraction) -> tuple[Fraction, tuple[Fraction, ...]]:
    """Return how many times as much 倍 after a number means, and what it may mean besides: 增长两倍 is threefold."""
    if _GROWN_BY.search(before):
        return number + 1, (number,) if number >= _MANYFOLD else ()
    return number, (number + 1,) if _MORE_BY.search(before) else ()


def _core(text: str, start: int, limit: int) -> tuple[Fraction, tuple[Fraction, ...], int, int, bool, bool] | None:
    """Return number, readings, end, scale, whether spelled, and whether 多, 余 or 几 follows."""
    readings: tuple[Fraction, ...] = ()
    if text[start].isascii():
        numeral = next(split_numeral(text, start, numeral_end(text, start), "zh"))
        if numeral.value is None:
            return None
        number, readings, end = numeral.value, numeral.readings, numeral.end
        stop = end
        while (
            stop < limit
            and (text[stop] in NUMBER_CHARACTERS or text[stop].isdigit())
            and text[stop : stop + 2] not in _SCALED_UNITS
        ):
            stop += 1
        mixed = read_chinese(text[start:stop].replace(",", "")) if stop > end and not readings else None
        if mixed is not None and text[end] in "十百千万亿兆":
            more, stop = _odd(text, stop)
            tail, stop = _large(text, stop) if more else (1, stop)
            return mixed[0] * tail, (), stop, mixed[1] * tail, False, more
        more, after = _odd(text, end)
        tail, stop = _large(text, after)
        if tail > 1:
            return number * tail, tuple(r * tail for r in readings), stop, tail, False, more
        return number, readings, after, 1, False, more
    end = start
    while end < len(text) and end - start < 30 and text[end] in NUMBER_CHARACTERS and not _is_mega(text, end):
        end += 1
    if _is_surname(text, start, end):
        return None
    while end > start:
        found = read_chinese(text[start:end])
        if found is not None:
            break
        end -= 1
    else:
        return None
    number, scale = found
    if (
        scale == 1
        and end - start > 1
        and "零" not in text[start:end]
        and "〇" not in text[start:end]
        and end - start < 4
    ):
        # 三四个: three or four; 三五: from three to five
        return (
            (number if end - start > 2 else Fraction(DIGITS[text[start]])),
            (Fraction(DIGITS[text[start + 1]]),),
            end,
            1,
            True,
            True,
        )
    if text[end : end + 1] == "点" and end + 1 < len(text) and text[end + 1] in DIGITS:
        decimal = read_decimal(text, start, end)
        if decimal is not None and decimal[1] > end:
            tail, stop = _large(text, decimal[1])
            return decimal[0] * tail, (), stop, tail, True, False
    more, after = _odd(text, end) if scale >= 10 else (False, end)
    tail, stop = _large(text, after) if more else (1, after)
    return number * tail, (), stop, max(scale, tail), True, more


def _is_mega(text: str, at: int) -> bool:
    """Whether a 兆 belongs to its unit: 一千兆瓦 are as many megawatts."""
    return text[at] == "兆" and text[at : at + 2] in _SCALED_UNITS


def _is_surname(text: str, start: int, end: int) -> bool:
    """Whether a 陆 or 伍 begins a name, as in 陆兆华, and no sum of money written out: 陆万元整."""
    return text[start] in "陆伍" and text[end : end + 1] not in {"元", "圆", "角", "分", "份", "个", "人", "名"}


def _odd(text: str, end: int) -> tuple[bool, int]:
    """Step over 多, 余, 来, 几 after a number: "and some more"."""
    if text[end : end + 1] in {"多", "余", "几"} and text[end : end + 2] not in {
        "多边",
        "多样",
        "多元",
        "多方",
        "多个",
        "多地",
        "余下",
        "余地",
    }:
        return True, end + 1
    if text[end : end + 2] in {"来个", "来年", "来人", "来名", "来天", "来岁", "来万"}:
        return True, end + 1
    return False, end


def _large(text: str, end: int) -> tuple[int, int]:
    scale = 1
    while (
        text[end : end + 1] in {"十", "百", "千", "万", "亿", "兆"}
        and scale < 10**16
        and text[end : end + 2] not in _SCALED_UNITS
    ):
        scale *= {**SMALL, **LARGE}[text[end]]
        end += 1
    return scale, end


def read_unit(text: str, end: int) -> tuple[str | None, int]:
    """Read the unit at ``end``; return its code and where it ends."""
    at = end + 1 if text[end : end + 1] in {" ", "\u00a0", "\ufffd"} else end
    match = _unit_pattern().match(text, at)
    if match is not None:
        name = match.group()
        after = text[match.end() : match.end() + 1]
        if after and after in _NO_UNIT_BEFORE.get(name, ""):
            return None, end
        if name == "周" and text[match.end() : match.end() + 1] == "年":
            return "year", match.end() + 1
        return unit_names("zh")[name], match.end()
    for length in (4, 3, 2, 1):
        surface = text[at : at + length]
        code = unit_signs().get(surface) or money_signs().get(surface)
        if at > end and is_currency(code) and _is_number(text, at + length):
            continue  # that of the number behind it: 100 $300
        if code is not None and (
            not surface[-1].isalpha()
            or not text[at + length : at + length + 1].isascii()
            or not text[at + length : at + length + 1].isalnum()
        ):
            return code, at + len(surface)
    return None, end


def _unit_after_half(text: str, at: int) -> tuple[str, int] | None:
    """Read the unit of which a number and a half is told: in 两个半月 that is a month, which is no unit elsewhere."""
    if text.startswith("月", at):
        return "month", at + 1
    unit, end = read_unit(text, at)
    return None if unit in {None, "year"} else (unit, end)  # 两个半年: two half-years


@lru_cache(maxsize=1)
def _unit_pattern() -> re.Pattern[str]:
    names = sorted(unit_names("zh"), key=lambda n: (-len(n), n))
    return re.compile("|".join(map(re.escape, names)))


def _is_number(text: str, at: int) -> bool:
    """Whether a digit stands at a place, in whatever characters."""
    return 0 <= at < len(text) and (text[at].isdigit() or text[at] in NUMBER_CHARACTERS)


def _sign_before(text: str, start: int) -> tuple[int, str] | None:
    """Return where the sign or name of money before a number begins, if it is no other number's, and its code."""
    before = text[max(0, start - 5) : start].rstrip(" ")
    signs = (before[-length:] for length in (4, 3, 2, 1) if before[-length:] in money_signs())
    name = next(signs, None) or next((name for name in _money_names() if before.endswith(name)), None)
    if name is None:
        return None
    first = start - min(start, 5) + len(before) - len(name)
    apart = first + len(name) < start and text.startswith(" ", first - 1)
    if _is_number(text, first - 1 - apart):
        return None
    return first, money_signs().get(name) or unit_names("zh")[name]


@lru_cache(maxsize=1)
def _money_names() -> list[str]:
    """Return the names of money that stand before the sum: 新台币五亿元 is five hundred million dollars of Taiwan."""
    names = [name for name, code in unit_names("zh").items() if is_currency(code) and name[-1] in "币金"]
    return sorted(names, key=lambda name: (-len(name), name))


def _sign_alone(text: str, at: int) -> bool:
    """Whether the minus at ``at`` opens a number, rather than joining two: 降至-7%, but 5%-7%."""
    before = text[at - 1 : at]
    return before in _BEFORE_MINUS or not (before.isalnum() or before in _ENDS_VALUE)


def _counted(text: str, end: int) -> bool:
    """Whether a lone numeral counts: a counter follows, or 第, 共, 这 stands before."""
    return text[end : end + 1] in COUNTERS and text[end : end + 1] != ""


def numeral_end(text: str, start: int) -> int:
    """Return the end of the numeral in digits that begins at ``start``."""
    match = _NUMERAL.match(text, start)
    return match.end() if match is not None else start + 1
