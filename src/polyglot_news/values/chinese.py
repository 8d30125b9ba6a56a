"""Values in Chinese text, simplified or traditional."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import lru_cache

import attrs

from polyglot_news.text import Span, is_wide
from polyglot_news.values import chinese_dates as dates
from polyglot_news.values.chinese_numbers import (
    make,
    numeral_end,
    read_decimal,
    read_int,
    read_number,
    read_plain,
    read_unit,
)
from polyglot_news.values.chinese_numerals import DIGITS, LARGE, NUMBER_CHARACTERS, SMALL
from polyglot_news.values.chinese_words import mask
from polyglot_news.values.latin_words import implied
from polyglot_news.values.model import Value
from polyglot_news.values.numerals import NUMERAL, SPACES, split_numeral
from polyglot_news.values.units import money_signs, unit_names

_HAN = f"[{NUMBER_CHARACTERS}]"
_ONE = "[一二两三四五六七八九]"  # one digit that counts
_ARABIC = r"\d+(?:,\d{3})*(?:\.\d+)?"
_N = rf"(?:{_ARABIC}|{_HAN}{{1,30}})"
_INT = rf"(?:\d{{1,4}}|[{''.join(DIGITS)}十廿卅百]{{1,4}})"
_YEAR = rf"公元前?(?:\d{{1,4}}|{_HAN}{{1,5}})年|(?:1\d|20)\d\d年(?![代级])|[一二][〇零○一二三四五六七八九]{{3}}年(?!代)"
_EVENT = "事[件变故]|恐怖|恐袭|袭击|地震|惨案|火灾|大火|爆炸|矿难|水灾|洪灾|讲话|专案|系列"  # what goes by its date
_HALF_DAY = "上午|下午|晚上|晚间|傍晚|当晚|凌晨|清晨|早上|早晨|中午|[早晚]"
_MORE = "[十百千万亿兆多余来几]"

# A day of the month in characters: 十五日 alone is as often how long something lasts.
_SPELLED_DAY = rf"""
  (?:(?<=[于在从])|(?<=截[至止])|(?<=[本上下]月)|(?=[^日号]{{1,3}}[日号](?:[上下中]午|[凌清]晨|早|晚|起|当[天日])))
  (?:二?十{_ONE}|[二三]十|三十一)"""

# Alternatives from the most specific to the plain number; the name of the first group leads to its reader.
_PATTERN = rf"""
  (?P<pair>(?:[一二三四五六七八]{{2}}|[几数])(?P<pairscale>[十百千万亿]{{1,3}})(?P<pairodd>[多余来]?)(?P<pairmore>[万亿]?))
| (?P<telephone>(?:\+\d{{1,3}}|0\d{{1,4}})(?:[ \-]\d{{2,8}}){{1,5}}|(?<!\d)0\d{{7,11}})(?![\d年月日])
| 百分之(?P<percent>{_N}|[几百]+)(?:至|到|[-~—])?(?:百分之)?(?P<percent2>{_N})?
| (?P<below>{_N})分之(?P<above>{_N})
| (?P<tenths>{_ONE}(?:到|至|、)?{_ONE}?)成(?P<twentieth>[一二三四五六七八九半]?)(?![为功立员熟长果绩本交就千人分])
| (?: 第(?P<quarter>[一二三四1-4])季度
    | (?<![前个\d{NUMBER_CHARACTERS}])(?P<quarter2>[一二三四1-4首])季度
    | (?<![A-Za-z])Q(?P<quarter3>[1-4])(?!\d) )
| (?P<halfyear>上|下|前|后)半年度?
| 第(?P<paragraph>\d+\.\d+)(?![.\d])
| 第(?P<ordinal>\d+(?!\d|\.\d)|{_HAN}{{1,8}})
| (?:民[国國]|(?<![\d.])(?=1[0-2]\d年\d{{1,2}}月))(?P<republic>元|{_INT})年
  (?:(?P<rmonth>{_INT})月(?:(?P<rday>{_INT})[日号])?)?
| (?P<year>{_YEAR})(?:(?P<ymonth>{_INT})月(?:份|(?P<yday>{_INT})[日号])?)?
| (?P<month>(?<![\d第]){_INT})月(?!球|亮|票|薪|饼|光|租|均|收|刊|经|嫂|底[线子]|台)(?:份|(?P<mday>{_INT})[日号])?
| (?P<iso>\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}})(?!\d)
| (?P<days>(?<![\d月.])\d{{1,3}}|(?<![月{NUMBER_CHARACTERS}])(?:{_ONE}?十{_ONE}?|{_ONE}))日
  (?=之内|以内|内(?![塔蒙政阁瓦罗比江地陆务]))
| (?<![\d.·•])(?P<event>\d{{1,2}}[·•]\d{{1,2}}(?=[”"」]|{_EVENT})|911(?={_EVENT}))
| (?P<day>(?<!\d)\d{{1,2}}|{_SPELLED_DAY})[日号](?!元|圆|本|线|楼|院|文件|令|决议)
| (?P<age>[五六七八九])旬(?!末|初)
| (?P<edge>(?:[今明去]?年|岁)[底末初]|月[底末初中])
| (?P<relcentury>[上本]个?世纪)(?!\d0年代|{_ONE}十年代|[七八九]十)
| (?P<noon>午夜|子夜|正午|中午)(?!\d|[一二两三四五六七八九十])
| (?<=[打价按以享])(?P<discount>[一二三四五六七八九]{{1,2}}|\d(?:\.\d)?)折
| (?P<quarters>[一三两\d])刻钟
| (?P<century>{_INT})世纪(?:(?P<cdecade>\d0|{_ONE}十)年代)?
| (?P<decade1>[1-9]0?|{_ONE}十?)(?:[、和至到-]|(?={_ONE}十))(?P<decade2>\d0|{_ONE}十)年代
| (?P<decade>(?:\d\d|\d{{4}})0?|{_ONE}十|[一二][九八七〇零]{{1,2}}{_ONE}十?)年代
| (?:[上本这下]个?)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天末])(?![年个天岁次期边])
| (?P<half>{_HALF_DAY})?
  (?P<hour>\d{{1,2}}|[一二两三四五六七八九十]{{1,3}}|零(?=时|点(?![\d零一二三四五六七八九])))
  (?: [点时](?!间|代|期|候|刻|常|而|机|尚|评|赞|火|击|燃|名|子|缀)钟?
      (?:(?P<oclock>半|[一三]刻)|(?P<minute>\d{{1,2}}|[零〇一二三四五六七八九十]{{1,3}})分?(?![之\d年月个人万]))?
    | :(?P<colon>\d\d)(?![:\d]) )
| (?P<ratio>{_N})(?:比|:)(?P<ratio2>{_N})
| (?<![\d/])(?P<over>\d{{1,2}})/(?P<under>\d{{1,3}})(?![\d/])
| (?P<halfof>一半|过半(?!百)|半数)
| (?P<lead>(?<![A-Za-z])[A-Za-z]{{1,20}}[-/]?)?
  (?P<number>(?:{NUMERAL}|{_HAN}{{1,20}})
    (?:{_MORE}{{1,4}}(?:{_ARABIC}|{_HAN}{{1,8}})?[千万亿]{{0,2}}|{_HAN}{{1,8}}(?=[万亿]))?
    [万亿]{{0,2}}[多余来几]?[万亿]{{0,2}})
| [破逾](?P<past>[百千万亿])(?![分一二两三四五六七八九十百千万亿\d])
| 半个?(?P<halfunit>小时|钟头|年|月|世纪|天|英里|公里|里|英寸|英亩|磅|吨|斤|公斤|亿|万|分钟|米)
| (?P<double>翻了?(?P<times>[一两二三四\ufffd])?番|翻了?一?倍|加倍)
| (?P<ageword>成年|成人|半百|知天命|不惑|而立|花甲|古稀|耄耋)
| (?P<implied>双|对|俩|仨|半|首|初|头|单|唯一|独|冠军|亚军|季军|元旦|双方|两岸|两者|两国|年|月|周|天|日|小时|世纪|十年)
"""


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(_PATTERN, re.VERBOSE)


@lru_cache(maxsize=1)
def _wide_commas() -> re.Pattern[str]:
    """Return the pattern of a full-width comma that separates thousands."""
    return re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")


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
            found = read_plain(folded, match.start(), match.end())
        if found is None:
            digit = folded[match.start()].isdigit()
            position = numeral_end(folded, match.start()) if digit else match.start() + 1
            continue
        values.extend(found)
        position = max(found[-1].span.end, match.start() + 1)
    if len(compact) == len(text):
        return values
    return [attrs.evolve(v, span=Span(offsets[v.span.start], offsets[v.span.end - 1] + 1)) for v in values]


def _compact(text: str) -> tuple[str, Sequence[int]]:
    """Leave out the spaces between figures and characters; return the text and where each character stood."""
    kept = [i for i, c in enumerate(text) if c not in SPACES or not _between(text, i)]
    return "".join(text[i] for i in kept), kept


def _between(text: str, at: int) -> bool:
    """Whether the space at ``at`` parts a figure from a Chinese character."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (before.isdigit() and is_wide(after)) or (is_wide(before) and after.isdigit())


def _read(text: str, match: re.Match[str]) -> list[Value] | None:
    for name, reader in _READERS.items():
        if match.group(name) is not None:
            return reader(text, match)
    return None


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
        unit, end = read_unit(text, end)
        return [make(text, match.start(), end, "magnitude", (Fraction(size),), unit=unit, spelled=True, scale=size)]
    low, high = DIGITS[head[0]], DIGITS[head[1]]
    if high != low + 1 and not (low == 3 and high == 5):
        return read_plain(text, match.start(), match.end())
    unit, end = read_unit(text, end)
    numbers = (Fraction(low * size), Fraction(high * size))
    return [make(text, match.start(), end, "range", numbers, unit=unit, spelled=True, scale=size)]


def _telephone(_text: str, match: re.Match[str]) -> list[Value] | None:
    return [Value(span=Span(*match.span()), kind="identifier")]


def _percent(text: str, match: re.Match[str]) -> list[Value] | None:
    number = read_decimal(text, match.start("percent"), match.end("percent"))
    if number is None:
        return None
    value, end = number
    second = read_number(match.group("percent2")) if match.group("percent2") and end == match.end("percent") else None
    if second is not None and text[match.start("percent2") - 1] in "至到-~—之":
        return [make(text, match.start(), match.end(), "range", (value, second), unit="%", spelled=True)]
    return [make(text, match.start(), end, "percent", (value,), unit="%", spelled=True)]


def _fraction(text: str, match: re.Match[str]) -> list[Value] | None:
    below, above = read_number(match.group("below")), read_number(match.group("above"))
    if not below or above is None:
        return None
    return [make(text, match.start(), match.end(), "fraction", (above / below,), spelled=True)]


def _slash(text: str, match: re.Match[str]) -> list[Value] | None:
    over, under = int(match.group("over")), int(match.group("under"))
    if not 0 < over < under <= 16:
        return read_plain(text, match.start(), match.end("over"))
    unit, end = read_unit(text, match.end())
    return [make(text, match.start(), end, "fraction", (Fraction(over, under),), unit=unit)]


def _tenths(text: str, match: re.Match[str]) -> list[Value] | None:
    if match.start() and text[match.start() - 1] in NUMBER_CHARACTERS:
        return None
    digits = [DIGITS[c] for c in match.group("tenths") if c in DIGITS]
    if len(digits) == 2:
        return [
            make(
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
    return [make(text, match.start(), match.end(), "percent", (number,), unit="%", spelled=True)]


def _paragraph(text: str, match: re.Match[str]) -> list[Value]:
    """第13.17段: a number of a provision, which other languages write without an ordinal."""
    return [make(text, match.start("paragraph"), match.end(), "cardinal", (Fraction(match.group("paragraph")),))]


def _ordinal(text: str, match: re.Match[str]) -> list[Value] | None:
    string = match.group("ordinal")
    number = read_int(string)
    if number is None:
        return None
    return [
        make(
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


def _ratio(text: str, match: re.Match[str]) -> list[Value] | None:
    one, two = read_number(match.group("ratio")), read_number(match.group("ratio2"))
    if one is None or two is None or text[match.end() : match.end() + 1] in set("%年月日倍"):
        return read_plain(text, match.start(), match.end("ratio"))
    return [
        make(
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
    word, start = match.group(), match.start()
    half = make(text, start, match.end(), "fraction", (Fraction(1, 2),), spelled=True, loose=word != "一半")
    if word == "过半":
        half = attrs.evolve(half, bound="at most" if text[:start].endswith(("不", "未", "没", "难")) else "at least")
    return [half]


def _half_unit(text: str, match: re.Match[str]) -> list[Value] | None:
    unit = match.group("halfunit")
    if unit in LARGE:
        return [make(text, *match.span(), "cardinal", (Fraction(LARGE[unit], 2),), spelled=True, loose=True)]
    code = "month" if unit == "月" else unit_names("zh")[unit]
    loose = code != "hour"  # 半天 is a long while, 半年 often a part of the year
    return [make(text, *match.span(), "quantity", (Fraction(1, 2),), unit=code, spelled=True, loose=loose)]


def _age(text: str, match: re.Match[str]) -> list[Value] | None:
    """七旬: in one's seventies, or seventy."""
    number = Fraction(DIGITS[match.group("age")] * 10)
    value = make(text, *match.span(), "age", (number,), unit="year", spelled=True)
    return [value if value.bound != "exact" else attrs.evolve(value, bound="about")]


def _discount(text: str, match: re.Match[str]) -> list[Value] | None:
    """八折: four fifths of the price, and 20 percent off it."""
    digits = match.group("discount")
    tenths = Fraction(digits) if digits[0].isdecimal() else Fraction(int("".join(str(DIGITS[c]) for c in digits)))
    kept = tenths * 10 if tenths < 10 else tenths
    return [make(text, *match.span(), "percent", (100 - kept,), readings=(kept,), unit="%", spelled=True)]


def _quarters(text: str, match: re.Match[str]) -> list[Value] | None:
    """一刻钟, 三刻钟: quarters of an hour."""
    count = read_int(match.group("quarters"))
    if count is None:
        return None
    return [make(text, *match.span(), "quantity", (Fraction(count * 15),), unit="minute", spelled=True)]


def _past(text: str, match: re.Match[str]) -> list[Value] | None:
    """破万, 逾千: more than so many."""
    size = {**SMALL, **LARGE}[match.group("past")]
    unit, end = read_unit(text, match.end())
    numbers = (Fraction(size),)
    start = match.start("past")
    return [make(text, start, end, "cardinal", numbers, unit=unit, spelled=True, scale=size, bound="at least")]


def _double(text: str, match: re.Match[str]) -> list[Value] | None:
    times = match.group("times")
    number = 2 ** DIGITS.get(times, 1)  # 一番 is blanked out as a set phrase
    return [make(text, match.start(), match.end(), "multiple", (Fraction(number),), spelled=True, loose=True)]


def _implied(text: str, match: re.Match[str]) -> list[Value] | None:
    number, unit = implied("zh")[match.group()]
    return [
        make(
            text, match.start(), match.end(), "cardinal", (number,), unit=unit, spelled=True, loose=True, bound="exact"
        )
    ]


def _any_number(text: str, match: re.Match[str]) -> list[Value] | None:
    lead = match.group("lead")
    start, end = match.span("number")
    if lead and lead.upper().strip("-/") not in money_signs() and text[start].isascii():
        numeral = next(split_numeral(text, start, numeral_end(text, start), "zh"))
        numbers = () if numeral.value is None else (numeral.value,)
        return [
            Value(
                span=Span(match.start(), numeral.end), kind="identifier", numbers=numbers, loose=numeral.value is None
            )
        ]
    return read_plain(text, start, end)


_READERS: dict[str, Callable[[str, re.Match[str]], list[Value] | None]] = {
    "pair": _pair,
    "telephone": _telephone,
    "percent": _percent,
    "below": _fraction,
    "tenths": _tenths,
    "quarter": dates.quarter,
    "quarter2": dates.quarter,
    "quarter3": dates.quarter,
    "halfyear": dates.half_year,
    "paragraph": _paragraph,
    "ordinal": _ordinal,
    "year": dates.full_date,
    "month": dates.month_day,
    "iso": dates.iso_date,
    "days": dates.days,
    "event": dates.event_date,
    "republic": dates.republican_date,
    "day": dates.day_of_month,
    "age": _age,
    "edge": dates.edge,
    "relcentury": dates.relative_century,
    "noon": dates.noon,
    "discount": _discount,
    "quarters": _quarters,
    "century": dates.century,
    "decade1": dates.two_decades,
    "decade": dates.decade,
    "weekday": dates.weekday,
    "hour": dates.clock_time,
    "ratio": _ratio,
    "over": _slash,
    "past": _past,
    "halfunit": _half_unit,
    "halfof": _half,
    "double": _double,
    "number": _any_number,
    "ageword": _implied,
    "implied": _implied,
}
