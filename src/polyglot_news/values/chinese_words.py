"""What Chinese says around numbers: bounds, counters, set phrases and words in which a numeral counts nothing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from polyglot_news.values.chinese_numerals import NUMBER_CHARACTERS
from polyglot_news.values.model import Bound

# Traditional forms and full-width signs that the grammar knows, one character for one, so that offsets stay.
FOLD: Final = str.maketrans(
    "０１２３４５６７８９．％：／－～＄萬億兩點個幾餘雙時來約過歲號週禮間鐘鍾達趨種場屆幣圓歐鎊頃畝噸倉貳參陸際數兒體對從後紀禎來廣條戶聯漢續當裡裏還將",
    "0123456789.%:/-~$万亿两点个几余双时来约过岁号周礼间钟钟达趋种场届币圆欧镑顷亩吨仓贰叁陆际数儿体对从后纪祯来广条户联汉续当里里还将",
)

# Words that hold a numeral character but no number. Longer words win over shorter ones.
_WORDS = """
一些 一样 一般 一直 一定 一切 一起 一旦 一致 一度 一时 一律 一概 一贯 一向 一再 一番 一味 一边 一面 一方面 一方 一同 一体 一体化 一流 一线 一手 一口气 一举 一道
一经 一路 一带 一生 一心 一旁 一端 一连 一齐 一身 一阵 一下 一下子 一点 一点点 一会 一会儿 一来 一共 一并 一如既往 一如 一系列 一连串 一把手 一辈子 一席 一席之地 一窝蜂 一言 一目了然
一无所有 一无所知 一帆风顺 一视同仁 一蹴而就 一意孤行 一触即发 一举一动 一分为二 一概而论 一筹莫展 一成不变 一己之力 一臂之力 一如往常 一意 一事无成 一应俱全 一丝 一丝不苟 一尘不染 一望无际
统一 唯一 惟一 单一 同一 另一 之一 万一 逐一 专一 划一 合一 归一 不一 一一 第一时间 第一线 第一夫人 第一手 每一 某一 这一 那一 任一 进一步 一步 更进一步 一国两制 一带一路 一方面 有一天 一天到晚 一概 一生一世

十分 十足 十字 红十字 十字路口 十字架 十全十美 十之八九 十有八九 八成是 十万火急 数一数二 二手 二手房 二氧化碳 一氧化碳 二氧化硫 三氧化 二胡 二维码 二元 二者 二话 不二 独一无二 说一不二 接二连三
三角 三明治 三文鱼 三思 三令五申 三番五次 再三 三角洲 三角形 三心二意 丢三落四 朝三暮四 不三不四 颠三倒四 举一反三 三亚 三星 三菱 三井 三峡 三明 三门峡 三沙 三原 三藩市 三浦 第三方 第三者
四川 四季 四周 四处 四面 四面八方 四肢 四海 四平 四合院 五花八门 五颜六色 五角大楼 五角星 五金 五官 五粮液 五台山 五大三粗 六神无主 六安 六盘水 七上八下 乱七八糟 七嘴八舌 七夕 七喜
八卦 八方 八达岭 八仙 九江 九寨沟 九龙 九霄 九华山 九牛一毛 十堰 百姓 老百姓 百货 百科 百科全书 百度 百合 百般 百分比 百分制 百事 百思 百忙 百花 百老汇 百慕大 百夫长 百年不遇 千方百计
千万不 千万别 千万要 千里迢迢 千千万万 千丝万缕 千变万化 千辛万苦 千家万户 千差万别 千古 千叶 千篇一律 千钧一发 千言万语 成千上万 千岛 千岛群岛 千禧 千克 千米 千瓦 千瓦时 千赫 千伏 千兆 千卡 千夫
万能 万事 万分 万物 万圣节 万岁 万象 万隆 万斯 万豪 万达 万科 万宝路 万家 万里长城 万般 万众 万不得已 万无一失 万人空巷 万万 万维网 万国 万有引力 万金油 兆头 兆瓦 兆赫 兆字节 兆丰 亿万 亿万富翁 半岛 半导体 半径
半决赛 半球 北半球 南半球 西半球 东半球 半路 半夜 半途 半数 半天 半空 半场 上半场 下半场 上半年 下半年 前半生 后半生 半官方 半自动 半壁 半信半疑 半身 半边天 两岸 两会 两者 两极 两侧 两边 两旁 两面 两栖 两难 两性
两国 两军 两党 两院 两地 两周年 两制 两用 两翼 二世 零星 零售 零售商 零件 零部件 零食 零散 零钱 零碎 清零 归零 零距离 零和 零容忍 零下 陆续 大陆 陆地 陆军 登陆 着陆 陆克文 内陆 陆上 陆路 陆续 伍德 队伍 退伍 入伍 伍兹 放肆 肆虐
肆意 扬三 伊利二 三里屯 五常 五四 六四 七七事变 九一八 三八 双十一 双十二 双十 三月 十月革命 二战 一战 新五 三国演义 三K党 四大 两口子 三人行 三缄其口 三三两两 二二八 六一 八一 七一 十一黄金周 十一长假
点点头 一头 一半 一大半 一小半 一个劲 一把 一把抓 一气 一气呵成 一块 一块儿 一块石头 一刻 一回事 一码事 一行 一行人 一眼 一声 一脸 一句话 一手 一副 一股 一家人 一座 万众一心 一向 统一战线 一刀切 一站式 一体 一触
不管三七二十一 五五开 百分之百 百里 百威 三倍体 四分五裂 五湖四海 六亲不认 七零八落 横七竖八 八九不离十 九死一生 十万个为什么 十恶不赦 百里挑一 百战百胜 千载难逢 千军万马 二重 三重奏 多一些 近一点 有一点 差一点 早一点
零零 一准 一色 一类 万幸 千分 亿利 三峰 二郎 第一财经 第一季 一文 同一个 另一个 一代 一代人 新一代 下一代 上一代 老一代 年轻一代 一阶段 下一阶段 新一轮 下一步 上一次 下一次 又一次 再一次 有一次 这一次 上一届 下一届 新一届 本一
"""
# These hold a number after all; they are masked only where the grammar below has its own rule for them.
_KEPT = {
    "一半",
    "半数",
    "二战",
    "一战",
    "上半年",
    "下半年",
    "零下",
    "百分之百",
    "二世",
    "两周年",
    "三月",
    "两国",
    "两军",
    "两党",
    "两院",
    "两地",
    "两者",
    "两侧",
    "两边",
    "两岸",
}

# Counters and nouns after which a lone numeral of 2 to 9 surely counts.
COUNTERS: Final = (
    "个名位人年月日天周次场家国项种件条只辆架艘座栋间所届期轮份张片块支枚颗台套部本篇首句起例宗桩笔批组队对双排层级步成倍点分秒时小时岁度元角美欧英日港"
    "方党派院省市县州区村户国大类代世阶遍番趟阵声票席员界路线口门株头匹匙根面把瓶杯碗盒箱袋吨斤公千米里英平亩顷季学星连胜负平比万亿百千十多余来几名点号"
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
    "高达",
    "多达",
    "大于",
    "超出",
    "最少",
    "不止",
    "达到",
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
    "不满",
    "未达",
    "不多于",
)
BEFORE_ABOUT: Final = ("大约", "约", "近", "将近", "接近", "大概", "左近", "几乎", "差不多", "约有", "约为", "估计")
AFTER_AT_LEAST: Final = ("多", "余", "以上", "开外", "有余", "来")
AFTER_AT_MOST: Final = ("以下", "以内", "之内")
AFTER_ABOUT: Final = ("左右", "上下", "许", "前后")


@lru_cache(maxsize=1)
def masked_words() -> re.Pattern[str]:
    """Return the pattern of the words whose numerals count nothing."""
    words = sorted(set(_WORDS.split()) - _KEPT, key=lambda w: (-len(w), w))
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
    if before == "第" or (word == "十分" and after in {"钟", "之"}) or (word == "一点" and after in {"半", "五", "二", "三"}):
        return word  # 第四季, 十分钟, 一点五
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


def bound_of(text: str, start: int, end: int) -> Bound:
    """Return what the words right before and after a number say of its bound."""
    before = text[max(0, start - 4) : start]
    after = text[end : end + 3]
    if before.endswith(BEFORE_AT_MOST) or after.startswith(AFTER_AT_MOST):
        return "at most"
    if before.endswith(BEFORE_AT_LEAST) or after.startswith(AFTER_AT_LEAST):
        return "at least"
    if before.endswith(BEFORE_ABOUT) or after.startswith(AFTER_ABOUT):
        return "about"
    return "exact"
