"""What Chinese says around numbers: bounds, counters, set phrases and words in which a numeral counts nothing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, cast

from polyglot_news.values.chinese_numerals import NUMBER_CHARACTERS
from polyglot_news.values.latin_words import read_set_phrases
from polyglot_news.values.model import Bound

# Traditional forms and full-width signs that the grammar knows, one character for one, so that offsets stay.
FOLD: Final = str.maketrans(
    "０１２３４５６７８９．％：／－～＄萬億兩點個幾餘雙時來約過歲號週禮間鐘鍾達趨種場屆幣圓歐鎊頃畝噸倉貳參陸際數兒體對從後紀禎來廣條戶聯漢續當裡裏還將臺羅紐韓",
    "0123456789.%:/-~$万亿两点个几余双时来约过岁号周礼间钟钟达趋种场届币圆欧镑顷亩吨仓贰叁陆际数儿体对从后纪祯来广条户联汉续当里里还将台罗纽韩",
)

# Counters and nouns after which a lone numeral of 2 to 9 surely counts.
COUNTERS: Final = (
    "个名位人年月日天周次场家国项种件条只辆架艘座栋间所届期轮份张片块支枚颗台套部本篇首句起例宗桩笔批组队对双排层级步成倍点分秒时小时岁度元角美欧英日港"
    "方页行党派院省市县州区村户国大类代世阶遍番趟阵声票席员界路线口门株头匹匙根面把瓶杯碗盒箱袋吨斤公千米里英平亩顷季学星连胜负平比万亿百千十多余来几名点号"
)

BEFORE_AT_LEAST: Final = (
    "超过",
    "逾",
    "至少",
    "不少于",
    "不低于",
    "多于",
    "高于",
    "起码",
    "突破",
    "大于",
    "长于",
    "超出",
    "最少",
    "不止",
    "超",
)
BEFORE_AT_MOST: Final = (
    "不到",
    "不足",
    "少于",
    "低于",
    "不超过",
    "至多",
    "最多",
    "未满",
    "小于",
    "短于",
    "不满",
    "未达",
    "不多于",
)
BEFORE_ABOUT: Final = ("大约", "约", "大概", "左近", "差不多", "约有", "约为", "估计")
BEFORE_NEARLY: Final = ("近", "将近", "接近", "几乎")
AFTER_AT_LEAST: Final = ("多", "余", "以上", "开外", "有余")
AFTER_AT_MOST: Final = ("以下", "以内", "之内")
AFTER_ABOUT: Final = ("左右", "上下", "许", "前后", "来")


@lru_cache(maxsize=1)
def masked_words() -> re.Pattern[str]:
    """Return the pattern of the words whose numerals count nothing."""
    words = sorted(read_set_phrases("zh"), key=lambda w: (-len(w), w))
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[0], []).append(word[1:])
    return re.compile("|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in sorted(by_first.items())))


def mask(text: str) -> str:
    """Return the text with full-width and traditional forms folded, and numerals that count nothing blanked out."""
    folded = text.translate(FOLD)
    return masked_words().sub(_blank, folded)


def _blank(match: re.Match[str]) -> str:
    word = match.group()
    end = match.end()
    if (
        word[0] in "百千万亿兆一二两三四五六七八九十"
        and match.start()
        and match.string[match.start() - 1] in _NUMBER_OR_DIGIT
    ):
        return word  # 3千米, 五百万, 二十四川: a number goes on here
    before, after = match.string[match.start() - 1 : match.start()], match.string[end : end + 1]
    if (
        before == "第"
        or (word == "十分" and after in {"钟", "之"})
        or (word in {"万分", "千分"} and after == "之")
        or (word == "第一季" and after == "度")
        or (word == "一刻" and (before == "点" or after == "钟"))
        or (word == "一点" and after in {"半", "五", "二", "三"})
    ):
        return word  # 第四季, 十分钟, 一刻钟, 一点五
    if word == "四周" and (before in {"近", "去", "期", "过", "于"} or after in {"前", "后", "内", "时", "的", "以"}):
        return word  # four weeks, not "all around"
    if word == "之一" and match.start() and match.string[match.start() - 1] == "分":
        return word  # 百分之一, 三分之一
    if (
        word[-1] in NUMBER_CHARACTERS
        and end < len(match.string)
        and match.string[end] in "分百千万亿十"
        and len(word) == 2
    ):
        return word  # 统一百分之, 每一百
    return "".join("\ufffd" if c in NUMBER_CHARACTERS or c == "半" else c for c in word)


_NUMBER_OR_DIGIT = set("0123456789.") | set(NUMBER_CHARACTERS)


_DENIED = re.compile(r"[不未没][会能得可应有]?$")


def bound_of(text: str, start: int, end: int) -> Bound:
    """Return what the words right before and after a number say of its bound."""
    before = text[max(0, start - 6) : start]
    after = text[end : end + 4]
    if after[1:3] in {"以上", "以下", "左右", "以内", "上下"}:
        after = after[1:]  # a counter stands between: 40人以上
    if after.startswith(AFTER_AT_MOST):
        return "at most"
    for phrases, bound, opposite in ((BEFORE_AT_MOST, "at most", "at least"), (BEFORE_AT_LEAST, "at least", "at most")):
        found = next((phrase for phrase in phrases if before.endswith(phrase)), None)
        if found is not None:
            denied = not found.startswith("不") and bool(_DENIED.search(before[: -len(found)]))
            return cast("Bound", opposite if denied else bound)
    since = after[:1] == "来" and text[end - 1] not in _NUMBER_OR_DIGIT  # 三年来: in these three years
    if after.startswith(AFTER_AT_LEAST):
        return "at least"
    if before.endswith(BEFORE_NEARLY):
        return "nearly"
    if before.endswith(BEFORE_ABOUT) or (after.startswith(AFTER_ABOUT) and not since):
        return "about"
    return "exact"
