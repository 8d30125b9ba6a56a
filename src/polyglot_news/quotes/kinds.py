"""Telling statements from scare quotes and from titles of works."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import attrs

from polyglot_news.quotes.attribution import Attribution
from polyglot_news.quotes.chinese_subjects import is_predicate
from polyglot_news.quotes.chinese_words import any_of
from polyglot_news.quotes.frames import Frames
from polyglot_news.quotes.lexicon import sections
from polyglot_news.quotes.marks import NEVER_OPENED, Stretch
from polyglot_news.quotes.model import QuoteKind
from polyglot_news.quotes.partial import NO_SUBJECT, is_chinese_figure, is_chinese_predicate, says_something
from polyglot_news.quotes.tokens import BLANK

_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_SCARE_WORDS = 3
_SCARE_HAN = 7
_TERM_HAN = 4  # what is no longer may be a term, even with a negation: 不买账
_PHRASE_HAN = 6  # what is longer and says something is no term, whatever leads up to it
_CLAUSE_ENDS = frozenset(["", "\n", *"，,。；;！？!?"])
# A figure with its unit that ends what is quoted, as no name of a thing does: 每月不少于250亿美元.
_QUANTITY = re.compile(
    r"\d[\d.,]*(?:[%％‰]|[十百千万亿萬億]*(?:多|余|餘)?(?:美元|欧元|歐元|英镑|英鎊|日元|日圆|人民币|人民幣|元|美金|"
    r"个百分点|個百分點|基点|基點|人次|人|名|吨|噸|桶|公里|千瓦|兆瓦|吉瓦|倍|户|戶|辆|輛|架|艘|立方米|平方公里|"
    r"[毫微千公]?克|[毫微]?升|[毫厘釐]?米|摄氏度|攝氏度|小时|小時|分钟|分鐘))"
    r"(?:以上|以下|以内|以內|左右|上下)?[。.]?$"
)
# The same in Chinese numerals, with a verb in the quote or before it; alone they may be a name: 百年.
_NUMERALS = (
    r"[\d一二两兩三四五六七八九十百千万萬亿億半]+(?:多|余|餘)?"
    r"(?:年半?|个半?月|個半?月|周|週|天|个?小时|個?小時|分钟|分鐘|人|名|户|戶|吨|噸|桶|公里|倍|元|美元|欧元|歐元)"
    r"(?:以上|以下|以内|以內|左右)?[。.]?$"
)
_LASTS = (
    "为期|為期|历时|歷時|长达|長達|最长|最長|持续|持續|延长|延長|缩短|縮短|推迟|推遲|增至|降至|减至|減至|增加|减少|減少|"
    "达到|達到|高达|高達"
)
_LONG = re.compile(rf"(?:{_LASTS})(?:了|到|至)?{_NUMERALS}")
_LENGTH = re.compile(_NUMERALS)
# More or less than that, or up or down to a figure, as no name says: 误点超过一小时, 从41万增加到110万.
_COMPARED = re.compile(
    rf"(?:超过|超過|多于|多於|少于|少於|不到|不足|至少){_NUMERALS}"
    r"|(?:增加?|升|涨|漲|降低?|减少?|減少?|跌)[到至]\d[\d.,]*[百千万亿萬億]*[。.]?$"
)
_LENGTH_FOLLOWS = re.compile(rf"(?:{_LASTS})(?:了|到|至)?$")
# About how many there are, as no name of a thing says: 大约一百所学校.
_ABOUT_HOW_MANY = re.compile(
    r"(?:大?约|大?約|将?近|將?近|超过|超過|逾|至少|最多|多达|多達|不到|不足)[\d一二两兩三四五六七八九十百千万萬亿億]"
)
# Before a predicate: a modal, and a preposition of its time or place. 会 alone also ends names of bodies.
_MODAL = re.compile("(?:将会?|將會?|必须|必須|应该|應該|可以|可能会?|可能會)[于於在]?$")
# Before what is quoted of a subject: what it is, or in which state.
_COPULAS = ("是", "为", "為", "处于", "處於", "陷入", "成了", "到了")
_COPULA = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|est|sont|était|étaient|sera|seront|serait|seraient|être|été)"
    r"|n['’](?:est|était) pas)[ \u00a0\u202f]$"
)
_TITLE_WORDS = 12
_NAME_WORDS = 5
_BEFORE_WORK = frozenset(["son", "sa", "ses", "leur", "leurs", "un", "une", "le", "la"])
_HEADING = 60
# What leads up to a name that somebody or something goes by.
_NICKNAMED = ("dubbed", "nicknamed", "known as", "surnommé", "surnommée")
# Words that announce a title and nothing else.
_TITLED = frozenset(["titled", "entitled", "headlined", "intitulé", "intitulée", "intitulés", "titré", "titre"])


def kind_of(frames: Frames, stretch: Stretch, attribution: Attribution | None, language: str) -> QuoteKind:
    """Tell what a quoted stretch is.

    A stretch with an attribution of its own is a statement however short; one without is a statement if it is a
    clause or stands alone, a title if its capitals or the words beside it say so, and a scare quote if it is only a
    word or three.
    """
    if stretch.mark == "《":
        return "title"
    if stretch.mark == ">":
        return "block"
    if stretch.mark == "—":
        return "direct"
    text = frames.text
    content = text[stretch.contents[0].start : stretch.contents[-1].end]
    lead = frames.masked[max(0, stretch.outer.start - 60) : stretch.outer.start]
    if language == "zh" or (language not in {"en", "fr"} and _HAN.search(content) is not None):
        return _chinese_kind(lead, content, attribution, frames, stretch)
    if attribution is not None and attribution.cue is None and attribution.gap:
        attribution = None  # who speaks in a headline makes no statement of every word in marks
    beside = _Beside(lead, frames.masked[stretch.outer.end : stretch.outer.end + 40], content)
    governed = attribution is not None and attribution.governs
    called = attribution is not None and attribution.passive and _ends_with(lead, _NICKNAMED)
    if _is_title(beside, attribution, language) or (attribution is None and _is_heading(frames, stretch, content)):
        return "title"
    if beside.is_nickname or (called and len(_WORD.findall(content)) <= _SCARE_WORDS):
        return "scare"
    if governed or stretch.warning == NEVER_OPENED:
        return "direct"
    count = len(_WORD.findall(content))
    lists = sections("fr" if language == "fr" else "en")
    if _ends_with(lead, lists["distance"]) and (attribution is None or count <= _SCARE_WORDS):
        return "scare"
    if attribution is not None or count > _SCARE_WORDS or len(stretch.contents) > 1:
        return "direct"
    if count == _SCARE_WORDS and content[0].islower() and is_description(lead):
        return "direct"  # cheats are “banned for life”
    if says_something(content, lead, "fr" if language == "fr" else "en"):
        return "direct"
    return "direct" if _stands_alone(frames, stretch) and content[-1] in ".!?…," else "scare"


def is_description(lead: str) -> bool:
    """Whether what stands before a quote says that somebody is what it quotes: cheats are “banned for life”."""
    return _COPULA.search(lead) is not None


@attrs.frozen
class _Beside:
    """The text on both sides of a stretch, and what it quotes."""

    lead: str
    tail: str
    content: str

    @property
    def is_nickname(self) -> bool:
        """Whether it stands between the parts of a name: Robert C. “Bobby” Scott."""
        before, after = _WORD.findall(self.lead), _WORD.findall(self.tail)
        if not before or not after or not self.lead.endswith(" ") or not self.tail.startswith(" "):
            return False
        capital = self.content[0].isupper() and self.content[-1].isalpha() and len(_WORD.findall(self.content)) <= 2
        closed = self.lead.rstrip()[-1]
        return (
            capital and before[-1][0].isupper() and after[0][0].isupper() and (closed.isalpha() or before[-1][1:] == "")
        )


def _chinese_kind(
    lead: str, content: str, attribution: Attribution | None, frames: Frames, stretch: Stretch
) -> QuoteKind:
    bare = lead.rstrip()
    at_distance = _ends_with(bare, sections("zh")["distance"])
    if attribution is not None and attribution.governs and not (at_distance and attribution.mention is None):
        return "direct"  # but 老周被称“活地图” says nothing
    if _ends_with(bare, sections("zh")["works"]):
        return "title"
    tail = frames.masked[stretch.outer.end : stretch.outer.end + 3]
    if at_distance or tail.startswith(("一词", "一詞", "的说法")):
        return "scare"
    length = len(_HAN.findall(content))
    runs_on = tail[:1].isalnum() and tail[1:2] != BLANK
    if attribution is not None and ((bare.endswith(_COPULAS) and not runs_on) or is_predicate(content)):
        return "direct"  # 称局势是“耻辱”, 称这“还不够”
    if attribution is not None and not runs_on and _is_said_of_object(bare, content, attribution, frames.text):
        return "direct"
    if attribution is not None and bare.endswith(sections("zh")["nouns"]) and not runs_on and length >= _TERM_HAN:
        return "direct"  # 称，这名男子“单独作案”
    if attribution is not None and bare.endswith(("，", ",")) and runs_on and length <= _SCARE_HAN:
        return "scare"  # 他说，“新丝路”项目
    if not runs_on and (_is_quantity(bare, content) or _completes(bare, content, tail)):
        return "direct"
    if is_chinese_figure(content) or is_chinese_predicate(bare, content, tail):
        return "direct"
    if _ABOUT_HOW_MANY.match(content) is not None and length > _TERM_HAN:
        return "direct"
    if content[-1] in "。！？…，" or (content[-1] in "!?" and length > 3):
        return "direct"
    if length > _SCARE_HAN and (attribution is not None or length > 2 * _SCARE_HAN or "，" in content):
        return "direct"
    return "direct" if attribution is not None and length > _SCARE_HAN // 2 + 1 else "scare"


def _is_said_of_object(lead: str, content: str, attribution: Attribution, text: str) -> bool:
    """Whether a Chinese quote judges whom the words before it name, or tells what is to be done for it or with it.

    议员痛批公司|“贪心”, 公司须为维修|“预留资金”; but 痛批政府的|“限塑令” only names a thing.
    """
    if lead.endswith(NO_SUBJECT):
        return False
    cue = attribution.cue.of(text) if attribution.cue is not None else ""
    judges = attribution.side == "before" and cue in sections("zh")["judging"]
    return judges or (len(_HAN.findall(content)) >= _TERM_HAN and _to_be_done().search(lead) is not None)


@lru_cache(maxsize=1)
def _to_be_done() -> re.Pattern[str]:
    """A modal, a preposition, and what it governs, before the verb that is to follow: 须|为|维修."""
    return re.compile(rf"(?:{any_of(sections('zh')['modals'])})[为為对對向在与與和把给給从從由][^，,：:]{{1,12}}$")


def _is_quantity(lead: str, content: str) -> bool:
    """Whether a Chinese quote ends with how much or how long: 不少于250亿美元, 为期十二个月, 延长“三个月”."""
    if _QUANTITY.search(content) or _COMPARED.search(content) or _LONG.match(content):
        return True
    return _LENGTH.match(content) is not None and _LENGTH_FOLLOWS.search(lead) is not None


def _completes(lead: str, content: str, tail: str) -> bool:
    """Whether a Chinese quote is the predicate of a clause and ends it, as in 则“可能削弱就业”, 将于“七月复工”."""
    length = len(_HAN.findall(content))
    says = is_predicate(content) and length > (
        _TERM_HAN if lead.endswith(sections("zh")["leading_up"]) else _PHRASE_HAN
    )
    return (says or (length >= _TERM_HAN and _MODAL.search(lead) is not None)) and tail[:1] in _CLAUSE_ENDS


def _ends_with(lead: str, endings: tuple[str, ...]) -> bool:
    bare = lead.rstrip(" \u00a0\u202f").lower().replace("’", "'")
    for ending in endings:
        if bare.endswith(ending):
            before = bare[: -len(ending)]
            if not before or not before[-1].isalnum() or not ending[0].isascii():
                return True
    return False


def _is_title(beside: _Beside, attribution: Attribution | None, language: str) -> bool:
    """Whether a stretch is the title of a work, a programme, a law."""
    words = _WORD.findall(beside.content)
    lead = beside.lead.rstrip().rpartition(BLANK)[2]
    before = _WORD.findall(lead.lower().replace("’", "'"))
    titled = bool(before) and before[-1] in _TITLED
    ends = bool(words) and beside.content[-1] in ".!;" and len(words) > _SCARE_WORDS and not titled
    if not words or len(words) > _TITLE_WORDS or ends:
        return False
    if not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    lists = sections("fr" if language == "fr" else "en")
    after = _WORD.findall(beside.tail.lower())
    introduced = lead.endswith(":") or (lead.endswith(",") and attribution is not None and attribution.governs)
    announced = bool(before) and not introduced and before[-1] in lists["works"] and lead[-1] not in ".?!"
    # "the Netflix documentary, “13th,” ..." and "his “Keepin' It Real” radio show"
    announced = announced or (
        bool(before) and lead.endswith(",") and before[-1] in lists["works"] and attribution is None
    )
    followed = any(word in lists["works"] for word in after[:2]) and beside.tail.startswith(" ")
    title_case = _is_title_case(words, lists["small"])
    if language == "fr" and (_is_place(lead, beside) or _is_explained(lead, beside, lists["works"])):
        return True
    if announced and (attribution is None or attribution.gap > 0 or title_case or titled):
        return True
    if language == "fr" or not title_case:
        return followed and title_case
    owned = bool(before) and before[-1].endswith(("'s", "s'")) and not introduced
    placed = bool(before) and before[-1] in {"on", "of", "in", "from", "during"} and lead[-1].isalpha()
    return (
        attribution is None
        or not attribution.governs
        or ((owned or placed or followed) and attribution.gap > 0)
        or (attribution.side == "after" and (owned or placed or followed))
    )


def _is_place(lead: str, beside: _Beside) -> bool:
    """Whether a capital follows a French preposition, as only a name does within a sentence: au « Monde ».

    Speech goes on in lower case there.
    """
    before = _WORD.findall(lead.lower())
    short = len(_WORD.findall(beside.content)) <= _NAME_WORDS and beside.content[-1] not in ".!?…"
    return bool(before) and lead[-1].isalpha() and before[-1] in {"à", "au", "aux", "avec", "dans"} and short


def _is_explained(lead: str, beside: _Beside, works: Sequence[str]) -> bool:
    """Whether what a work is follows it behind a comma: Avec « Les Oies sauvages », son premier roman."""
    following = _WORD.findall(beside.tail.lower().replace("’", "'"))[:3]
    inside = lead[-1:].isalpha() and beside.tail.startswith(",")
    return inside and following[:1] != [] and following[0] in _BEFORE_WORK and any(word in works for word in following)


def _is_title_case(words: Sequence[str], small_words: Sequence[str]) -> bool:
    capitals = sum(1 for word in words if word[0].isupper() or word[0].isdigit())
    small = sum(1 for word in words if word.lower() in small_words and not word[0].isupper())
    return len(words) > 1 and capitals + small == len(words) and capitals > max(1, small)


def _is_heading(frames: Frames, stretch: Stretch, content: str) -> bool:
    """Whether a stretch is a whole paragraph in title case: the heading of a section."""
    block = frames.blocks[frames.block_index(stretch.outer.start)].span
    whole = block.start == stretch.outer.start and block.end <= stretch.outer.end + 1
    return whole and len(block) < _HEADING and _is_title_case(_WORD.findall(content), sections("en")["small"])


def _stands_alone(frames: Frames, stretch: Stretch) -> bool:
    """Whether a quote is a sentence by itself."""
    start = stretch.outer.start
    block = frames.blocks[frames.block_index(start)]
    lead = frames.text[max(block.span.start, start - 3) : start].rstrip()
    return not lead or lead[-1] in ".!?…:。！？：—–"
