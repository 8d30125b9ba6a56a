"""The clauses of a Chinese sentence that tell, without marks, what somebody said."""

from __future__ import annotations

import re

from polyglot_news.quotes.reported_clauses import Report
from polyglot_news.quotes.tokens import BLANK
from polyglot_news.quotes.wires import wire_lead
from polyglot_news.text import Span

_PAUSES = "，,：:；;"
# A clause may follow them with no comma between; behind other verbs stands mostly a thing: 公布计划.
_BARE = (
    "表示|指出|强调|強調|认为|認為|透露|坦言|坦承|警告|宣布|宣佈|声称|聲稱|宣称|宣稱|重申|承认|承認|承诺|承諾|保证|保證|补充说|補充說|补充道|補充道"
    "|解释说|解釋說|介绍说|介紹說|证实|證實|直言|断言|斷言|显示|顯示|预计|預計"
)
# And these, where a comma or a colon follows.
_PAUSED = (
    "介绍|介紹|估计|估計|分析|说明|說明|补充|補充|解释|解釋|回应|回應|答复|答覆|提醒|说道|說道|写道|寫道|答称|答稱"
    "|规定|規定|写明|寫明|相信|预测|預測"
)
# Verbs of one character also stand within other words: 小说, 说明, 名称, 称为.
_ALONE = (
    r"(?<![小传傳据據学學解])[说說](?![明法服辞辭客话話])|(?<![名简簡号號职職堪])[称稱](?![为為号號职職呼赞讚作霸])"
)
_AT_END = re.compile(rf"(?:{_BARE}|{_PAUSED}|{_ALONE})(?:了|过|過|道)?(?=[{_PAUSES}。！？]?$)")
_WITHIN = re.compile(
    rf"(?:{_BARE}|{_ALONE})(?![了过過着著的]|欢迎|歡迎|支持|反对|反對|感谢|感謝|理解|遗憾|遺憾|关切|關切|担忧|擔憂|满意|滿意)"
)
_BY = re.compile(
    r"(?:据|據|根据|根據|按照|依照|依据|依據)(?P<source>[^的]{0,18}?)(?:介绍|介紹|透露|称|稱|说|說|报道|報道|報導|报告|報告|计划|計劃|规划|規劃"
    rf"|方案|文件|通知|声明|聲明|统计|統計|估计|估計|评估|評估|通报|通報|消息)[{_PAUSES}]$"
)
# It tells when, not what: 部长宣布计划之后，.
_CIRCUMSTANCE = re.compile(rf"(?:后|後|时|時|之际|之際|以来|以來|前)[{_PAUSES}]$|^(?:继|繼|自从|自從|随着|隨著)")
_TURNS = re.compile(r"\s*(?:但(?!凡)|不[过過]|然而|可是)")  # a clause of the writer's
_DENIED = re.compile(r"(?:没有|沒有|未|不|拒绝|拒絕|否认|否認)$")
_LEADING = re.compile(
    r"(?:但是?|不过|不過|而|另外|此外|同时|同時|然而|对此|對此|随后|隨後)?(?P<who>[\u3400-\u9fff·A-Za-z]{2,16}?)"
    r"(?:[随隨][后後])?(?:(?:发言|發言|受访|受訪|致辞|致辭|讲话|講話)[时時])?(?:还|還|也|并|並|又|则|則|曾|进一步|進一步|明确|明確|随后|隨後|再次|特别|特別)*"
)
_OTHERS = re.compile(r"[在对對向就于於从從为為与與和将將被把的，]|^[他她它其这那這但]|[时時]$")
_EDGES = " \u3000\n，,：:；;。！？"
_SHORTEST = 4  # characters of a clause behind a verb


def chinese_reports(masked: str, sentence: Span) -> list[Report]:
    """Return what a Chinese sentence reports, in its order.

    Args:
        masked: the article, where what is quoted is blank.
        sentence: the sentence.
    """
    lead = wire_lead(masked, *sentence)
    sentence = Span(min(lead.end, sentence.end), sentence.end) if lead else sentence
    found: list[Report] = []
    for segment in _segments(masked, sentence):
        if found and segment.start < found[-1].contents[-1].end:
            continue
        report = _report(masked, segment, sentence)
        if report is not None and len(report.contents[0]) >= _SHORTEST:
            found.append(report)
    return found


def _segments(masked: str, sentence: Span) -> list[Span]:
    """Cut a sentence behind its commas, colons and semicolons."""
    pieces = re.compile(rf"[^{_PAUSES}]*(?:[{_PAUSES}]|$)")
    found, position = [], sentence.start
    while position < sentence.end:
        match = pieces.match(masked, position, sentence.end)
        end = match.end() if match and match.end() > position else sentence.end
        found.append(Span(position, end))
        position = end
    return found


def _report(masked: str, segment: Span, sentence: Span) -> Report | None:
    words = segment.of(masked)
    if BLANK in words or _CIRCUMSTANCE.search(words.strip()):
        return None
    rest = Span(segment.end, sentence.end)
    by = _BY.search(words)
    if by is not None and by.start() == len(words) - len(words.lstrip()):
        cue = Span(segment.start + by.start(), segment.end - 1)
        return Report(contents=(_clipped(rest, masked),), cue=cue)
    verb = _AT_END.search(words)
    if verb is not None:
        told = rest
        before = Span(sentence.start, segment.start)
        behind_clause = len(before) > _SHORTEST and BLANK not in before.of(masked)
        turns = behind_clause and _TURNS.match(masked, *rest) is not None
        if segment.end == sentence.end or turns:  # ……，他说。 ……，他说，但……
            told = before
    else:
        verb = _WITHIN.search(words)
        if verb is None:
            return None
        told = Span(segment.start + verb.end(), sentence.end)
    who = words[: verb.start()]
    if _DENIED.search(who):
        return None
    cue = Span(segment.start + verb.start(), segment.start + verb.end())
    return Report(contents=(_clipped(told, masked),), cue=cue, speaker=_speaker(who, segment.start))


def _clipped(span: Span, masked: str) -> Span:
    """Return a stretch up to the last pause before a quote, without the pauses at its ends."""
    blank = masked.find(BLANK, *span)
    start, end = span
    if blank >= 0:
        full = max(masked.rfind(mark, start, blank) for mark in "；;")
        end = full if full > start else max(start, *(masked.rfind(mark, start, blank) for mark in _PAUSES))
    while start < end and masked[start] in _EDGES:
        start += 1
    while end > start and masked[end - 1] in " \u3000\n，,：:；;":
        end -= 1
    return Span(start, end)


def _speaker(before: str, start: int) -> Span | None:
    """Return the plain subject before a verb; none that a preposition or a pronoun is part of."""
    match = _LEADING.fullmatch(before.strip())
    if match is None or _OTHERS.search(match["who"]):
        return None
    offset = start + len(before) - len(before.lstrip())
    return Span(offset + match.start("who"), offset + match.end("who"))
