"""The words that say in Chinese who said something, as patterns."""

from __future__ import annotations

import re
from functools import lru_cache

from polyglot_news.quotes.chinese_words import any_of, words
from polyglot_news.quotes.tokens import BLANK

# A verb may be followed by these before the quote: "说了", "问了一句", "说着".
TAIL = re.compile(r"(?:了|着|著|过|過|的是|了一句|一句|一声|一聲|道)?$")
SOURCE = re.compile(
    r"(?:据|據|根据|根據|按照|依照|按|用)([^，。；：]{2,24}?)(?:报道|報道|報導|消息|介绍|介紹|透露|称|稱|说|說|的说法|的說法|的话说|的话来说|的話說|统计|公布|公佈|表示|披露)"
)
# Verbs that take the person who is told as their object.
TOLD = re.compile(
    r"(告诉|告訴|提醒|警告|质问|質問|询问|詢問|追问|追問|反问|反問|安慰|劝|勸|答复|答覆|呼吁|呼籲|敦促|嘱咐|囑咐|叮嘱|叮囑|骂|罵|"
    r"(?<![访訪学學疑顾顧])[问問](?!题|題))(?:[^，。：的]{1,8}|[A-Za-zÀ-ÿ0-9 .&'-]{1,30})$"
)
# An agency passes on what somebody said: 路透社援引|外长|的话.
CITED = re.compile(
    r"(?P<outlet>[^，,：:。；\n]*)(?:援引|引述|引用|转引|轉引)(?P<who>[^，,：:。；]{1,30}?)"
    r"(?:(?:\d{1,2}月)?\d{1,2}日)?(?:的?(?:话|話|说法|說法|表态|表態|声明|聲明|言论|言論|发言|發言|消息))?"
    r"(?:报道|報道|報導)?$"
)
_BY = "根据|根據|依据|依據|依照|按照|按"


@lru_cache(maxsize=1)
def verbs_at_end() -> re.Pattern[str]:
    """One to three of them at the end of a clause: 回应表示."""
    return re.compile(rf"(?:(?:{any_of(words('verbs'))})(?:了|着|著|过|過)?){{1,3}}$")


@lru_cache(maxsize=1)
def outlet_at_end() -> re.Pattern[str]:
    """An agency or a newspaper."""
    return re.compile(rf"(?:{any_of(words('outlets'))}|[A-Z]{{2,5}}|{BLANK})$")


@lru_cache(maxsize=1)
def thing_at_end() -> re.Pattern[str]:
    """What can say nothing: a situation, a price."""
    return re.compile(rf"(?:{any_of(words('things'))})$")


@lru_cache(maxsize=1)
def text_at_end() -> re.Pattern[str]:
    """A text, which states, and does nothing else."""
    return re.compile(rf"(?:{any_of(words('texts'))})$")


@lru_cache(maxsize=1)
def stating_at_end() -> re.Pattern[str]:
    """What a text says by itself: |双方签署的协议|第三条规定."""
    return re.compile(
        rf"(?:^|[，,：:])(?:{_BY})?(?P<who>[^，,：:]*?(?:{_texts()}))(?:第[^，,：:]{{1,8}}[条條款]|明[确確文]|还|還|也|同时|同時|中|里|裡)*"
        rf"(?P<cue>{any_of(words('stating'))})$"
    )


@lru_cache(maxsize=1)
def according_to_text() -> re.Pattern[str]:
    """By which text something holds, as in 根据|决议|，各国应……."""
    return re.compile(rf"(?:^|[，,])(?P<cue>{_BY})(?P<who>[^，,：:]*?(?:{_texts()}))(?:的?[^，,：:]{{0,4}})[，,]")


@lru_cache(maxsize=1)
def issuing_at_end() -> re.Pattern[str]:
    """In what somebody says something, with no verb for it: 理事会|发表声明|，“……”; 外长|在公报中|“……”."""
    documents = any_of(words("documents"))
    return re.compile(
        rf"(?:(?:发表|發表|发布|發布|发出|發出)(?:了)?[^，,：:]{{0,8}}?(?:{documents})|[在于於][^，,：:在于於]{{0,12}}(?:{documents})[中里裡上])$"
    )


def _texts() -> str:
    return any_of(words("texts") + words("documents") + ("法",))
