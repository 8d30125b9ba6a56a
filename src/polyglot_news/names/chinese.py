"""Names in Chinese text: those of the table, transliterations, and family names with a title or a given name."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Any

from polyglot_news.names.model import Entry, Name
from polyglot_news.names.table import surfaces
from polyglot_news.text import Span, to_simplified

_FAMILY_NAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方"
    "俞任袁柳鲍史唐费廉岑薛雷贺倪汤殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏"
    "成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪"
    "干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程嵇邢裴陆荣翁荀羊甄曲封储靳段富巫焦巴谷车侯全班秋仲宫宁仇栾甘厉戎祖武符刘景"
    "詹束龙叶幸司黎薄印白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴闻莘党翟谭贡姬申扶堵冉宰郦桑桂濮牛寿通边扈燕冀浦尚农温别庄晏"
    "柴瞿阎连习艾向古易廖庾终居衡步都耿满弘匡国文寇广禄阙东欧沃利蔚越隆师巩厍聂晁勾敖融冷辛阚那简饶空曾沙养鞠须丰巢关"
    "蒯相查后荆红游权盖益桓公闫佟岳付肖代"
)
_TITLES = (
    "先生|女士|主席|总理|总统|部长|外长|书记|省长|市长|大使|发言人|教授|博士|"
    "同志|将军|院长|局长|主任|委员|代表|议员|秘书长|首相|国王|行长|司长|校长|"
    "社长|会长|记者"
)
_SPEAKS = "表示|说|指出|强调|称|认为|宣布|介绍|告诉|回应|会见|出席|主持|呼吁|警告|透露|坦言|重申"
_FOREIGN = (
    "尔斯克特姆弗夫赫茨兹埃奥厄迪蒂莱勒雷鲁罗洛拉里尼纳娜诺努穆莫梅默帕佩皮普格戈盖根哈霍胡库科柯肯卡凯坎坦塔塞萨桑瑟"
    "伊尤乌沃韦维威瓦扎詹泽佐丹伦兰朗琳恩阿艾巴贝比彼波伯博布查达德登丁杜多法菲费芬冯福甘冈古瓜豪亨基吉加贾杰喀康夸劳"
    "黎利丽卢吕马迈曼蒙米密敏姆乃奈内涅宁纽欧派潘彭珀齐奇恰乔切琴撒森沙什史士舒松苏索泰唐陶腾提廷通图托温翁西希锡夏谢"
    "辛休雅亚耶叶因约珍芝昂"
)
# Characters that hardly occur outside transliterations, and those of them that do as words.
_STRONG = frozenset("尔斯克姆弗赫茨兹埃厄迪蒂莱鲁罗洛尼娜穆莫佩格戈哈柯卡坎塔萨瑟伊尤沃韦佐丹伦兰琳恩佛特里拉")
_FREE = frozenset("特里拉")
_DOTTED_MORE = (
    "大戴东高海汉金君立连林梅门明南宁庞平仁荣瑞尚绍申圣施守香肖雄延扬英张哲佐治蕾茵妮妲丝娅莎琪萝露洁娃蒙容夸凡安奥顿"
    "灵雪薇莲芙璐媛蓓彻逊蔡崔葛顾桂姬嘉简焦晋孔廖孟慕那裴蓬蒲钱秋屈让饶如茹珊石宋谭汤田铁屠汪王魏文吴伍武席萧欣兴徐许"
    "莉爱汀琼翰万麦范宾邦保鲍策道邓丰富噶贡华怀惠季考奎昆良列玛芒蜜苗摩木农曲热日若赛山舍诗思素旺修雍"
    "严杨依易俞宇章兆郑朱竹卓宗祖黛儿儒鹤岛野弥嫩滕仑曾狄钦佛"
)
TRANSLITERATING = frozenset(_FOREIGN + "大戴东高海汉金君立连林梅门明南宁庞平仁荣瑞尚绍申圣施守香肖雄延扬英张哲佐治")
# A country in one character behind what is done to it or there (输美, 访华, 驻日), unless that begins another word.
_SHORT_COUNTRY = re.compile(
    "(?<=[对访赴驻输援涉旅抵销])(?:美(?![元好丽术食观化育满味景])|华(?![人侨裔为尔北东南中文语])|日(?![常后前益程期夜出子报记])"
    "|俄(?!语)|德(?![语行])|法(?![律院官制治规案定人语国])|英(?![雄语镑才])|印(?![刷象章尼])|澳(?!门)|欧(?![元阳])|(?<=涉)[台港藏])"
)
_SIDE = re.compile("以[东南西北]海域|.[东南]海岸")  # the sea on one side of a place is not the one of that name
# Forms of the table that are the beginning of another word: 新方案 is no New Zealand, 日本海警 no Sea of Japan, and the
# franc of West Africa is no region; nor are 自卫报复 and 图片报道 newspapers.
_ANOTHER_WORD = re.compile(
    ".方(?=案|法(?![院国])|面(?![临对])|式|程|针|块|形|言|便)|新方(?=向)|土方(?=工|量)"
    "|卫报(?=复)|本田(?=径|间)|起亚(?=洲|太|运)|.{1,4}报(?=[道告酬名案到])|.{1,2}海(?=岸|警|军|上[自保]|关|事|里|拔|运)|(?:西非|中非|非洲)(?=法郎)"
)
_LATIN = re.compile(r"[A-Z][A-Za-z]+(?:[ '’-][A-Z][A-Za-z]+)*")


def find_chinese_names(text: str) -> list[Name]:
    """Find the names of a Chinese text, loose ones included, in order."""
    simplified = to_simplified(text)
    if len(simplified) != len(text):
        simplified = text
    known = _from_table(text, simplified)
    # 俄乌 is a pair of countries before 军队, but 俄罗斯 is one.
    others = [name for name in known if len(name.span) > 2 or any(entry.kind not in _JOINED for entry in name.entries)]
    names = [n for n in _joined_countries(text, simplified) if not any(n.span.overlap(one.span) for one in others)]
    names += [name for name in known if not any(one.span.overlap(name.span) for one in names)]
    names += _short_countries(text, simplified, names)
    taken = bytearray(len(text))
    for name in names:
        taken[name.span.start : name.span.end] = b"\1" * len(name.span)
    for pattern, loose in (
        (_dotted_pattern(), False),
        (_person_pattern(), True),
        (_foreign_pattern(), True),
        (_LATIN, False),
    ):
        for match in pattern.finditer(simplified):
            named = "name" in pattern.groupindex and match.group("name") is not None
            start, end = match.span("name") if named else match.span()
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\1" * (end - start)
            span = Span(start, end)
            names.append(Name(span=span, text=span.of(text), loose=loose))
    return sorted(names, key=lambda name: name.span)


def _from_table(text: str, simplified: str) -> list[Name]:
    """Find the longest forms of the table, left to right."""
    names: list[Name] = []
    end_of_last = 0
    found = [(last + 1 - length, -length, entries) for last, (length, entries) in _automaton().iter(simplified)]
    found.sort(key=lambda f: f[:2])
    for start, negative, entries in found:
        end = start - negative
        word = _ANOTHER_WORD.match(simplified, start)
        if start < end_of_last or (word is not None and word.end() == end):
            continue
        span = Span(start, end)
        end_of_last = end
        if not _inside_another(simplified, start, end) and not _SIDE.match(simplified, max(0, start - 1)):
            names.append(Name(span=span, text=span.of(text), entries=entries))
    return _apart(names)


def _short_countries(text: str, simplified: str, names: list[Name]) -> list[Name]:
    """Find the countries that one character names, outside the names of the table."""
    spans = [Span(*match.span()) for match in _SHORT_COUNTRY.finditer(simplified)]
    return [
        Name(span=span, text=span.of(text), entries=surfaces("zh").get(span.of(simplified), ()), loose=True)
        for span in spans
        if not any(name.span.overlap(span) for name in names)
    ]


def _joined_countries(text: str, simplified: str) -> list[Name]:
    """Find the countries that are named in short, one by one: 中法两国, 埃、吉两国, 加、印尼两国, 日韩领导人."""
    spans: list[Span] = []
    for match in _joined_pattern().finditer(simplified):
        parts = [Span(*part.span()) for part in _side_pattern().finditer(simplified, *match.span("countries"))]
        spans += parts if len(parts) > 1 else []
    return [Name(span=s, text=s.of(text), entries=_sides()[s.of(simplified)], loose=True) for s in spans]


# The kinds of names of which a pair may be a form (中欧, 俄乌): 巴黎协定 is no treaty of Pakistan and Lebanon.
_JOINED = frozenset(("country", "region", "body"))
# What several countries have with each other: 中俄元首, 日韩关系; a blank stands where their number was.
_OF_SEVERAL = (
    "[两二三四五]国|  |双方|关系|元首|领导人|首脑|政府|总统|外长|外交部长|防长|财长|央行|会谈|会晤|磋商|谈判|对话|协商"
    "|贸易|经贸|合作|之间|冲突|战争|战事|停火|对抗|竞争|边境|边界|联合|建交|军演|军队|友好|同盟|联盟|协定|协议|条约|双边"
    "|人民|民间|峰会"
)
_NO_DAY = r"(?:(?<=[\d近今昨本即每次当连周节假生明末一二三四五六七八九十])日)?+(?!加以)"  # 近日中俄, 3日中美


@cache
def _sides() -> dict[str, tuple[Entry, ...]]:
    """Return the countries that a short form names before 方, by that form."""
    return {form[:-1]: entries for form, entries in surfaces("zh").items() if len(form) < 4 and form.endswith("方")}


@cache
def _side_pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_sides(), key=len, reverse=True)))


@cache
def _joined_pattern() -> re.Pattern[str]:
    return re.compile(f"{_NO_DAY}(?P<countries>(?:(?:{_side_pattern().pattern})、?)+)(?={_OF_SEVERAL})")


def _apart(names: list[Name]) -> list[Name]:
    """Leave out foreign places that touch each other: 伦敦德里 is neither London nor Delhi, but 山西太原 is both."""
    touching = set()
    for one, two in pairwise(names):
        if one.span.end != two.span.start:
            continue
        places = all(entry.kind == "place" for name in (one, two) for entry in name.entries)
        if places and all(character in TRANSLITERATING for character in one.text + two.text):
            touching |= {id(one), id(two)}
    return [name for name in names if id(name) not in touching]


def _inside_another(text: str, start: int, end: int) -> bool:
    """Whether a short form is a part of a longer transliteration: 德里 in 伦敦德里, 里昂 in 布里昂松."""
    if end - start > 3 or not all(c in TRANSLITERATING for c in text[start:end]):
        return False
    before, after, beyond = text[start - 1 : start], text[end : end + 1], text[end + 1 : end + 2]
    if before and before in _STRONG and before not in _FREE:
        return True
    if before and after and before in _FOREIGN and after in _FOREIGN:
        return True
    if after and after in _STRONG:
        return after not in _FREE or beyond in TRANSLITERATING
    return bool(after) and after in TRANSLITERATING and bool(beyond) and beyond in _STRONG and beyond not in _FREE


@cache
def _automaton() -> Any:
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for form, entries in surfaces("zh").items():
        plain = form.strip("“”《》")
        if len(plain) > 1:
            automaton.add_word(plain, (len(plain), entries))
    automaton.make_automaton()
    return automaton


@cache
def _person_pattern() -> re.Pattern[str]:
    before = "|".join(f"(?<={title})" for title in ("总理", "主席", "部长", "书记", "大使", "委员", "教授", "记者"))
    return re.compile(
        rf"(?:(?<=[，。；：、“”（）\s])|^|{before})(?P<name>[{_FAMILY_NAMES}][\u4e00-\u9fff]{{1,2}})(?={_SPEAKS})"
        rf"|(?<![\u4e00-\u9fff])[{_FAMILY_NAMES}](?={_TITLES})"
    )


# A part of a name whose parts are joined by a dot: so marked, more characters are possible.
_PART = f"[{_FOREIGN}{_DOTTED_MORE}]{{1,7}}"


@cache
def _dotted_pattern() -> re.Pattern[str]:
    return re.compile(f"{_PART}(?:[·•‧・-]{_PART})+")


@cache
def _foreign_pattern() -> re.Pattern[str]:
    return re.compile(f"[{_FOREIGN}]{{3,12}}")


@cache
def _last_pattern() -> re.Pattern[str]:
    return re.compile(f"{_PART}(?:[·•‧・]{_PART})+$|[{''.join(sorted(TRANSLITERATING))}]{{2,12}}$")


def last_transliteration(text: str) -> int | None:
    """Return where the characters begin that may transliterate a name at the end of a text; None without such."""
    match = _last_pattern().search(to_simplified(text))
    return match.start() if match is not None and match.end() == len(text) else None
