"""Values in Chinese text, simplified or traditional."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import lru_cache

import attrs

from polyglot_news.text import Span
from polyglot_news.values.chinese_numerals import DIGITS, LARGE, NUMBER_CHARACTERS, SMALL, read_chinese
from polyglot_news.values.chinese_words import COUNTERS, bound_of, mask
from polyglot_news.values.model import Moment, Value, ValueKind
from polyglot_news.values.numerals import NUMERAL, split_numeral
from polyglot_news.values.units import CHINESE, MONEY_SIGNS, is_currency, unit_symbols

_HAN = f"[{NUMBER_CHARACTERS}]"
_ARABIC = r"\d+(?:,\d{3})*(?:\.\d+)?"
_N = rf"(?:{_ARABIC}|{_HAN}{{1,30}})"
_INT = rf"(?:\d{{1,4}}|[{''.join(DIGITS)}十廿卅百]{{1,4}})"
_WEEKDAYS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7, "末": 0}
_RELATIVE = {"上": "last", "本": "this", "这": "this", "下": "next"}
_PM = ("下午", "晚上", "晚间", "傍晚", "当晚", "晚", "夜里")
_AM = ("上午", "凌晨", "清晨", "早上", "早晨", "早")
_NOON = ("中午",)

_PATTERN = rf"""
  (?P<pair>(?:[一二三四五六七八]{{2}}|[几数])(?P<pairscale>[十百千万亿]{{1,3}})(?P<pairodd>[多余来]?)(?P<pairmore>[万亿]?))
| (?P<telephone>(?:\+\d{{1,3}}|0\d{{1,4}})(?:[ \-]\d{{2,8}}){{1,5}}|(?<!\d)0\d{{7,11}})(?![\d年月日])
| 百分之(?P<percent>{_N}|[几百]+)(?:至|到|[-~—])?(?:百分之)?(?P<percent2>{_N})?
| (?P<below>{_N})分之(?P<above>{_N})
| (?P<tenths>[一二两三四五六七八九](?:到|至|、)?[一二两三四五六七八九]?)成(?P<twentieth>[一二三四五六七八九半]?)(?![为功立员熟长果绩本交就千人分])
| 第(?P<ordinal>\d+|{_HAN}{{1,8}})
| (?P<year>公元前?(?:\d{{1,4}}|{_HAN}{{1,5}})年|(?:1\d|20)\d\d年(?![代级])|[一二][〇零○一二三四五六七八九]{{3}}年(?!代))(?:(?P<ymonth>{_INT})月(?:份|(?P<yday>{_INT})[日号])?)?
| (?P<month>(?<![\d第]){_INT})月(?!球|亮|票|薪|饼|光|租|均|收|刊|经|嫂|底|台)(?:份|(?P<mday>{_INT})[日号])?
| (?P<iso>\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}})(?!\d)
| (?P<day>(?<!\d)\d{{1,2}})[日号](?!元|圆|本|线|楼|院|文件|令|决议)
| (?P<century>{_INT})世纪(?:(?P<cdecade>\d0|[一二三四五六七八九]十)年代)?
| (?P<decade1>[1-9]0?|[一二三四五六七八九]十?)(?:[、和至到-]|(?=[一二三四五六七八九]十))(?P<decade2>\d0|[一二三四五六七八九]十)年代
| (?P<decade>(?:\d\d|\d{{4}})0?|[一二三四五六七八九]十|[一二][九八七〇零]{{1,2}}[一二三四五六七八九]十?)年代
| (?P<weekrel>[上本这下]个?)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天末])(?![年个天岁次期边])
| (?P<half>上午|下午|晚上|晚间|傍晚|当晚|凌晨|清晨|早上|早晨|中午|[早晚])?(?P<hour>\d{{1,2}}|[一二两三四五六七八九十]{{1,3}})(?:[点时](?!间|代|期|候|刻|常|而|机|尚|评|赞|火|击|燃|名|子|缀)钟?(?:(?P<oclock>半|[一三]刻)|(?P<minute>\d{{1,2}}|[零〇一二三四五六七八九十]{{1,3}})分?(?![之\d年月个人万]))?|:(?P<colon>\d\d)(?![:\d]))
| (?P<ratio>{_N})(?:比|:)(?P<ratio2>{_N})
| (?<![\d/])(?P<over>\d{{1,2}})/(?P<under>\d{{1,3}})(?![\d/])
| (?P<lead>[A-Za-z]+[-/]?)?(?P<number>(?:{NUMERAL}|{_HAN}{{1,20}})(?:[十百千万亿兆多余来几]{{1,4}}(?:{_ARABIC}|{_HAN}{{1,8}})?[千万亿]{{0,2}}|{_HAN}{{1,8}}(?=[万亿]))?[万亿]{{0,2}}[多余来几]?(?:[万亿]{{1,2}})?)
| 半个?(?P<halfunit>小时|钟头|年|月|世纪|天|英里|公里|里|英寸|英亩|磅|吨|斤|公斤|亿|万|分钟|米)
| (?P<halfof>一半|过半|半数)
| (?P<double>翻(?P<times>[一两二三四])?[番倍]|翻倍|加倍)
| (?P<implied>双|对|俩|仨|半|首|初|头|单|唯一|独|冠军|亚军|季军|元旦|双方|两岸|两者|两国|年|月|周|天|日|小时|世纪|十年)
"""
_SCALED_UNITS = {"千克", "千米", "千瓦", "千伏", "千赫", "千卡", "千兆", "兆瓦", "兆赫", "兆字", "兆比"}
_SPEEDS = {"km": "km/h", "mi": "mph", "nmi": "kn"}
_PER_HOUR = re.compile(r"(?:每小时|时速)\D{0,4}$")
_IMPLIED: dict[str, tuple[Fraction, str | None]] = {
    "双": (Fraction(2), None), "对": (Fraction(2), None), "俩": (Fraction(2), None), "仨": (Fraction(3), None),
    "半": (Fraction(1, 2), None), "首": (Fraction(1), None), "初": (Fraction(1), None), "头": (Fraction(1), None),
    "单": (Fraction(1), None), "唯一": (Fraction(1), None), "独": (Fraction(1), None), "冠军": (Fraction(1), None),
    "亚军": (Fraction(2), None), "季军": (Fraction(3), None), "双方": (Fraction(2), None), "两岸": (Fraction(2), None),
    "两者": (Fraction(2), None), "两国": (Fraction(2), None), "元旦": (Fraction(1), None), "年": (Fraction(1), "year"),
    "月": (Fraction(1), "month"), "周": (Fraction(1), "week"), "天": (Fraction(1), "day"), "日": (Fraction(1), "day"),
    "小时": (Fraction(1), "hour"), "世纪": (Fraction(100), "year"), "十年": (Fraction(10), "year"),
}  # fmt: skip


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(_PATTERN, re.VERBOSE)


@lru_cache(maxsize=1)
def _wide_commas() -> re.Pattern[str]:
    """Return the pattern of a full-width comma that separates thousands."""
    return re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")


@lru_cache(maxsize=1)
def _units() -> re.Pattern[str]:
    names = sorted(CHINESE, key=lambda n: (-len(n), n))
    return re.compile("|".join(map(re.escape, names)))


def find_chinese(text: str) -> list[Value]:
    """Find the values of a Chinese text, loose ones included, in order."""
    compact, offsets = _compact(text)
    folded = _wide_commas().sub(",", mask(compact))
    values: list[Value] = []
    position = 0
    search = _pattern().search
    while (match := search(folded, position)) is not None:
        found = _read(folded, match)
        if found is None and folded[match.start()].isdigit():
            found = _plain(folded, match.start(), match.end())
        if found is None:
            position = match.start() + 1
            while position < len(folded) and folded[position].isdigit() and folded[position - 1].isdigit():
                position += 1
            continue
        values.extend(found)
        position = max(found[-1].span.end, match.start() + 1)
    if len(compact) == len(text):
        return values
    return [attrs.evolve(v, span=Span(offsets[v.span.start], offsets[v.span.end - 1] + 1)) for v in values]


def _compact(text: str) -> tuple[str, Sequence[int]]:
    """Leave out the spaces that some typographers set between figures and characters; return where each character stood."""
    if " " not in text and "\u00a0" not in text:
        return text, range(len(text))
    kept = [i for i, c in enumerate(text) if c not in " \u00a0\u202f\u2009" or not _between(text, i)]
    return "".join(text[i] for i in kept), kept


def _between(text: str, at: int) -> bool:
    """Whether the space at ``at`` parts a figure from a Chinese character."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (before.isdigit() and after > "\u2e7f") or (before > "\u2e7f" and after.isdigit())


def _read(text: str, match: re.Match[str]) -> list[Value] | None:
    for name, reader in _READERS.items():
        if match.group(name) is not None:
            return reader(text, match)
    return None


def _one(value: Value | None) -> list[Value] | None:
    return None if value is None else [value]


def _make(text: str, start: int, end: int, kind: ValueKind, numbers: tuple[Fraction, ...], **rest: object) -> Value:
    value = Value(span=Span(start, end), kind=kind, numbers=numbers, bound=bound_of(text, start, end))
    return attrs.evolve(value, **rest)  # type: ignore[arg-type]


def _int(string: str | None) -> int | None:
    if not string:
        return None
    if string.isdigit() and string.isascii():
        return int(string)
    number = read_chinese(string)
    return int(number[0]) if number is not None and number[0].denominator == 1 else None


def _number(string: str) -> Fraction | None:
    found = read_chinese(string)
    return found[0] if found is not None else None


def _pair(text: str, match: re.Match[str]) -> list[Value] | None:
    """三四十万 (30 to 40), 数百万 and 几十 (an order of magnitude)."""
    string, scales, more = match.group("pair"), match.group("pairscale"), match.group("pairmore")
    head = string[: len(string) - len(scales) - len(match.group("pairodd")) - len(more)]
    size = 1
    for character in scales + more:
        size *= {**SMALL, **LARGE}[character]
    end = match.end()
    if head in {"几", "数"}:
        if match.start() and text[match.start() - 1] in NUMBER_CHARACTERS + "0123456789":
            return None
        unit, end = _unit(text, end)
        return [_make(text, match.start(), end, "magnitude", (Fraction(size),), unit=unit, spelled=True, scale=size)]
    low, high = DIGITS[head[0]], DIGITS[head[1]]
    if high != low + 1 and not (low == 3 and high == 5):
        return _plain(text, match.start(), match.end())
    unit, end = _unit(text, end)
    numbers = (Fraction(low * size), Fraction(high * size))
    return [_make(text, match.start(), end, "range", numbers, unit=unit, spelled=True, scale=size)]


def _telephone(_text: str, match: re.Match[str]) -> list[Value] | None:
    return [Value(span=Span(*match.span()), kind="identifier")]


def _percent(text: str, match: re.Match[str]) -> list[Value] | None:
    number = _decimal(text, match.start("percent"), match.end("percent"))
    if number is None:
        return None
    value, end = number
    second = _number(match.group("percent2")) if match.group("percent2") and end == match.end("percent") else None
    if second is not None and text[match.start("percent2") - 1] in "至到-~—之":
        return [_make(text, match.start(), match.end(), "range", (value, second), unit="%", spelled=True)]
    return [_make(text, match.start(), end, "percent", (value,), unit="%", spelled=True)]


def _decimal(text: str, start: int, end: int) -> tuple[Fraction, int] | None:
    """Read a number and the 点 and digits that may follow it: 三点五."""
    number = _number(text[start:end])
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


def _fraction(text: str, match: re.Match[str]) -> list[Value] | None:
    below, above = _number(match.group("below")), _number(match.group("above"))
    if not below or above is None:
        return None
    return [_make(text, match.start(), match.end(), "fraction", (above / below,), spelled=True)]


def _slash(text: str, match: re.Match[str]) -> list[Value] | None:
    over, under = int(match.group("over")), int(match.group("under"))
    if not 0 < over < under <= 16:
        return _plain(text, match.start(), match.end("over"))
    unit, end = _unit(text, match.end())
    return [_make(text, match.start(), end, "fraction", (Fraction(over, under),), unit=unit)]


def _tenths(text: str, match: re.Match[str]) -> list[Value] | None:
    if match.start() and text[match.start() - 1] in NUMBER_CHARACTERS:
        return None
    digits = [DIGITS[c] for c in match.group("tenths") if c in DIGITS]
    if len(digits) == 2:
        return [
            _make(
                text,
                match.start(),
                match.end(),
                "range",
                tuple(Fraction(d * 10) for d in digits),
                unit="%",
                spelled=True,
            )
        ]
    more = match.group("twentieth")
    number = Fraction(digits[0] * 10 + (5 if more == "半" else DIGITS.get(more, 0) if more else 0))
    return [_make(text, match.start(), match.end(), "percent", (number,), unit="%", spelled=True)]


def _ordinal(text: str, match: re.Match[str]) -> list[Value] | None:
    string = match.group("ordinal")
    number = _int(string)
    if number is None:
        return None
    return [
        _make(
            text,
            match.start(),
            match.end(),
            "ordinal",
            (Fraction(number),),
            spelled=not string.isdigit(),
            loose=number == 1,
            bound="exact",
        )
    ]


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


def _full_date(_text: str, match: re.Match[str]) -> list[Value] | None:
    string = match.group("year")
    digits = string.removeprefix("公元").removeprefix("前").removesuffix("年")
    year = _int(digits)
    month, day = _int(match.group("ymonth")), _int(match.group("yday"))
    if year is None or (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    return _moment(match, Moment(year=-year if string.startswith("公元前") else year, month=month, day=day))


def _month_day(text: str, match: re.Match[str]) -> list[Value] | None:
    month, day = _int(match.group("month")), _int(match.group("mday"))
    if month is None or not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    relative = {"去年": "last", "明年": "next", "今年": "this", "本年": "this"}.get(
        text[max(0, match.start() - 2) : match.start()]
    )
    return _moment(match, Moment(month=month, day=day, relative=relative))


def _iso(_text: str, match: re.Match[str]) -> list[Value] | None:
    year, month, day = (int(part) for part in re.split(r"[-/.]", match.group("iso")))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return _moment(match, Moment(year=year, month=month, day=day))


def _day(_text: str, match: re.Match[str]) -> list[Value] | None:
    day = int(match.group("day"))
    return _moment(match, Moment(day=day)) if 1 <= day <= 31 else None


def _century(_text: str, match: re.Match[str]) -> list[Value] | None:
    century = _int(match.group("century"))
    if century is None:
        return None
    decade = _int(match.group("cdecade"))
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


def _decade(text: str, match: re.Match[str]) -> list[Value] | None:
    decade = _int(match.group("decade"))
    if decade is None:
        return None
    if decade < 100 and text[max(0, match.start() - 3) : match.start()] == "上世纪":
        decade += 1900
    elif decade < 100 and text[max(0, match.start() - 3) : match.start()] == "本世纪":
        decade += 2000
    return _moment(match, Moment(decade=decade), kind="period")


def _decades(_text: str, match: re.Match[str]) -> list[Value] | None:
    """七八十年代, 70、80年代."""
    first, second = _int(match.group("decade1")), _int(match.group("decade2"))
    if first is None or second is None:
        return None
    first = first * 10 if first < 10 else first
    one = _moment(match, Moment(decade=first), kind="period", end=match.end("decade1"))
    return one + _moment(match, Moment(decade=second), kind="period", start=match.start("decade2"))


def _weekday(_text: str, match: re.Match[str]) -> list[Value] | None:
    day = _WEEKDAYS[match.group("weekday")]
    if not day:
        return None
    relative = match.group("weekrel")
    return _moment(match, Moment(weekday=day, relative=_RELATIVE[relative[0]] if relative else None))


def _clock(text: str, match: re.Match[str]) -> list[Value] | None:
    hour = _int(match.group("hour"))
    minute = _int(match.group("minute") or match.group("colon")) or 0
    if match.start("hour") and text[match.start("hour") - 1] in "0123456789.,:" + NUMBER_CHARACTERS:
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
            return _plain(text, match.start("hour"), match.end("hour"))  # 三点五: a decimal
        if spelled or after in {"个", "建", "意", "要", "看", "希"}:
            return None
    if half in _PM and hour < 12:
        hour += 12
    elif half in _NOON and hour < 3:
        hour += 12
    elif half in _AM and hour == 12:
        hour = 0
    moment = Moment(minute=hour * 60 + minute, half_day=half is None and 0 < hour < 12)
    start = match.start() if half else match.start("hour")
    return _moment(match, moment, start=start, kind="time")


def _ratio(text: str, match: re.Match[str]) -> list[Value] | None:
    one, two = _number(match.group("ratio")), _number(match.group("ratio2"))
    if one is None or two is None or text[match.end() : match.end() + 1] in set("%年月日倍"):
        return _plain(text, match.start(), match.end("ratio"))
    return [
        _make(
            text,
            match.start(),
            match.end(),
            "ratio",
            (one, two),
            spelled=not match.group("ratio").isdigit(),
            bound="exact",
        )
    ]


def _half(text: str, match: re.Match[str]) -> list[Value] | None:
    return [
        _make(
            text, match.start(), match.end(), "fraction", (Fraction(1, 2),), spelled=True, loose=match.group() != "一半"
        )
    ]


def _half_unit(text: str, match: re.Match[str]) -> list[Value] | None:
    unit = match.group("halfunit")
    if unit in LARGE:
        return [_make(text, *match.span(), "cardinal", (Fraction(LARGE[unit], 2),), spelled=True, loose=True)]
    code = "month" if unit == "月" else CHINESE[unit]
    return [_make(text, *match.span(), "quantity", (Fraction(1, 2),), unit=code, spelled=True, loose=True)]


def _double(text: str, match: re.Match[str]) -> list[Value] | None:
    times = match.group("times")
    number = 2 ** DIGITS[times] if times else 2
    return [_make(text, match.start(), match.end(), "multiple", (Fraction(number),), spelled=True, loose=True)]


def _implied(text: str, match: re.Match[str]) -> list[Value] | None:
    number, unit = _IMPLIED[match.group()]
    return [
        _make(
            text, match.start(), match.end(), "cardinal", (number,), unit=unit, spelled=True, loose=True, bound="exact"
        )
    ]


def _any_number(text: str, match: re.Match[str]) -> list[Value] | None:
    lead = match.group("lead")
    start, end = match.span("number")
    if lead and lead.upper().strip("-/") not in {s for s in MONEY_SIGNS if s.isalpha()} and text[start].isascii():
        numeral = next(split_numeral(text, start, _arabic_end(text, start), "zh"))
        numbers = () if numeral.value is None else (numeral.value,)
        return [
            Value(
                span=Span(match.start(), numeral.end), kind="identifier", numbers=numbers, loose=numeral.value is None
            )
        ]
    return _plain(text, start, end)


def _arabic_end(text: str, start: int) -> int:
    match = re.compile(NUMERAL).match(text, start)
    return match.end() if match is not None else start + 1


def _plain(text: str, start: int, limit: int) -> list[Value] | None:
    """Read the number that begins at ``start``, its scale, its unit, and the range that it may open."""
    core = _core(text, start, limit)
    if core is None:
        return None
    number, readings, end, scale, spelled, more = core
    loose = False
    unit, unit_end = _unit(text, end)
    sign = _sign_before(text, start)
    first = start
    if sign is not None:
        first, code = sign
        unit = code if unit is None or not is_currency(unit) else unit
    if text[max(0, start - 2) : start] == "零下":
        number, first = -number, start - 2
    elif (
        text[start - 1 : start] in {"-", "−", "负"}
        and not text[max(0, start - 2) : start - 1].isalnum()
        and text[start - 1 : start] != ""
        and _sign_alone(text, start - 1)
    ):
        number, first = -number, start - 1
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
    if (
        spelled
        and scale == 1
        and number < 10
        and number.denominator == 1
        and unit is None
        and not _counted(text, start, end)
    ):
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
    elif not spelled and scale == 1 and end - start == 4 and 1000 <= number <= 2100 and not more:
        return [attrs.evolve(_make(text, first, end, "date", (number,)), moment=Moment(year=int(number)))]
    if (
        unit is not None
        and text[end : end + 1] == "半"
        and (unit in {"year", "month", "day", "week", "hour"} or is_currency(unit))
    ):
        number, end = number + Fraction(1, 2), end + 1
    if number == 1 and spelled and unit not in {"%", "pp"}:
        loose = True
    value = _make(
        text, first, end, kind, (number,), unit=unit, spelled=spelled, loose=loose, scale=scale, readings=readings
    )
    if more:
        value = attrs.evolve(value, bound="at least")
    return [value]


def _core(text: str, start: int, limit: int) -> tuple[Fraction, tuple[Fraction, ...], int, int, bool, bool] | None:
    """Return number, readings, end, scale, whether spelled, and whether 多, 余 or 几 follows."""
    readings: tuple[Fraction, ...] = ()
    if text[start].isascii():
        numeral = next(split_numeral(text, start, _arabic_end(text, start), "zh"))
        if numeral.value is None:
            return None
        number, readings, end = numeral.value, numeral.readings, numeral.end
        stop = end
        while stop < limit and (text[stop] in NUMBER_CHARACTERS or text[stop].isdigit()) and text[stop : stop + 2] not in _SCALED_UNITS:
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
    while end < len(text) and end - start < 30 and text[end] in NUMBER_CHARACTERS:
        end += 1
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
        decimal = _decimal(text, start, end)
        if decimal is not None and decimal[1] > end:
            tail, stop = _large(text, decimal[1])
            return decimal[0] * tail, (), stop, tail, True, False
    more, after = _odd(text, end) if scale >= 10 else (False, end)
    tail, stop = _large(text, after) if more else (1, after)
    return number * tail, (), stop, max(scale, tail), True, more


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


def _unit(text: str, end: int) -> tuple[str | None, int]:
    at = end + 1 if text[end : end + 1] in {" ", "\u00a0", "\ufffd"} else end
    match = _units().match(text, at)
    if match is not None:
        name = match.group()
        after = text[match.end() : match.end() + 1]
        if name in {
            "元",
            "块",
            "年",
            "天",
            "周",
            "度",
            "里",
            "尺",
            "节",
            "码",
            "克",
            "升",
            "桶",
            "载",
            "米",
            "顷",
            "丈",
        }:
            wrong = {
                "元": "首老旦素件勋",
                "块": "头石地儿",
                "年": "级轻代龄货夜",
                "天": "王才空",
                "周": "边围末岁",
                "度": "过假",
                "里": "程面亚约斯",
                "尺": "寸",
                "节": "目课日",
                "码": "头",
                "克": "里什兰",
                "升": "级",
                "桶": "装",
                "载": "人体",
                "米": "兰勒高",
                "顷": "刻",
                "丈": "夫",
            }[name]
            if after and after in wrong:
                return None, end
        if name == "周" and text[match.end() : match.end() + 1] == "年":
            return "year", match.end() + 1
        return CHINESE[name], match.end()
    for length in (4, 3, 2, 1):
        surface = text[at : at + length]
        code = unit_symbols().get(surface) or MONEY_SIGNS.get(surface)
        if code is not None and (
            not surface[-1].isalpha()
            or not text[at + length : at + length + 1].isascii()
            or not text[at + length : at + length + 1].isalnum()
        ):
            return code, at + length
    return None, end


def _sign_before(text: str, start: int) -> tuple[int, str] | None:
    before = text[max(0, start - 5) : start].rstrip(" ")
    gap = start - max(0, start - 5) - len(before)
    for length in (4, 3, 2, 1):
        sign = before[-length:]
        if len(sign) == length and sign in MONEY_SIGNS:
            return start - gap - length, MONEY_SIGNS[sign]
    if before.endswith("人民币"):
        return start - gap - 3, "CNY"
    return None


def _sign_alone(text: str, at: int) -> bool:
    """Whether the minus at ``at`` opens a number, rather than joining two."""
    return at == 0 or (not text[at - 1].isalnum() and text[at - 1] not in ")）")


def _counted(text: str, start: int, end: int) -> bool:
    """Whether a lone numeral counts: a counter follows, or 第, 共, 这 stands before."""
    return text[end : end + 1] in COUNTERS and text[end : end + 1] != ""


_READERS: dict[str, Callable[[str, re.Match[str]], list[Value] | None]] = {
    "pair": _pair,
    "telephone": _telephone,
    "percent": _percent,
    "below": _fraction,
    "tenths": _tenths,
    "ordinal": _ordinal,
    "year": _full_date,
    "month": _month_day,
    "iso": _iso,
    "day": _day,
    "century": _century,
    "decade1": _decades,
    "decade": _decade,
    "weekday": _weekday,
    "hour": _clock,
    "ratio": _ratio,
    "over": _slash,
    "halfunit": _half_unit,
    "halfof": _half,
    "double": _double,
    "number": _any_number,
    "implied": _implied,
}
