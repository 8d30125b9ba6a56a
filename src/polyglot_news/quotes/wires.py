"""What agencies set before their news: the dateline and the reporter's by-line, which name nobody who speaks.

BRUSSELS, April 8 (Reuters) - … · PARIS (AFP) – … · 新华社北京4月8日电（记者李明）… · 【环球网报道】…
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polyglot_news.text import Span

_REACH = 120  # no lead is longer
_SPACE = r"[ \t\u00a0\u202f\u3000]"
_DASH = rf"{_SPACE}*(?:--|[-–—―]){_SPACE}*"
_UPPER = "A-ZÀ-ÖØ-ÞŒ"
_CAPITALS = rf"[{_UPPER}][{_UPPER}.'’/,-]*"
_TOWN = rf"[{_UPPER}][\w.'’/-]*"
_PLACE = rf"{_TOWN}(?:,?{_SPACE}(?:{_TOWN}|d[eu]|la|le|of|the|sur|and|et)){{0,4}}"
_MONTH = r"[^\W\d_]{3,9}\.?"
_LATIN_DAY = rf"(?:\d{{1,2}}(?:er|st|nd|rd|th)?{_SPACE}{_MONTH}|{_MONTH}{_SPACE}\d{{1,2}})(?:,?{_SPACE}\d{{4}})?"
_LATIN_DATE = rf"(?:,?{_SPACE}(?:le{_SPACE})?{_LATIN_DAY})"
_LATIN = re.compile(
    rf"(?:{_PLACE}{_LATIN_DATE}?,?{_SPACE})?\([^()\n:]{{2,40}}\){_DASH}(?=\S)"  # PARIS, 8 mars (AFP) – , (Reuters) -
    # OSLO, 8 mars — , NEW YORK —
    rf"|{_CAPITALS}(?:{_SPACE}{_CAPITALS}){{0,3}}(?:{_LATIN_DATE}{_DASH}|{_SPACE}+[–—―-]{{1,2}}{_SPACE}+)(?![a-zà-ÿ\s])"
)
# Not a dateline but the label of a speaker in a transcript: MME ROY – …
_LABEL = re.compile(r"(?:MM?|MMES?|MLLE|MRS?|MS|DR|LE|LA|THE|QUESTION|Q|A|R)\b")

_NAMING = r"[^\s，。！？；：、“”「」《》（）()【】]"
_WRITER = "(?:记者|記者|通讯员|通訊員|特派员|特派員|编译|編譯)"
_BY = rf"{_NAMING}{{0,8}}{_WRITER}"
_REPORT = "(?:报道|報道|報導)"
_DAY = "(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:专|專)?"
# By wire, not by telephone or on television.
_WIRE = "(?:电|電|讯|訊)(?![视視话話台臺影子邮郵力网網报報脑腦息])"
_MORE = r"(?=[\s，,：:]*[^\s，,：:“「])"  # what follows is no quote, of which the agency would be the speaker
_PARTS = (
    rf"{_NAMING}{{2,16}}{_DAY}{_WIRE}",  # 新华社北京4月8日电
    rf"{_NAMING}{{2,12}}?{_DAY}{_REPORT}[：:，,]?{_MORE}",  # 参考消息网4月8日报道
    rf"本[报報网網台臺社刊]{_NAMING}{{0,6}}{_WIRE}",  # 本报巴黎专电
    rf"{_NAMING}{{2,10}}(?<![据據])(?:快讯|快訊|讯|訊|(?<![布佈露出])消息)(?=[\s，,：:（(]){_MORE}",  # 央视网消息
    rf"[（(【][^（()）】\n]{{0,24}}(?:{_WRITER}|{_REPORT}|讯|訊|电|電)[^（()）】\n]{{0,30}}[）)】]",  # （记者李明）
    rf"{_BY}{_SPACE}?(?:{_NAMING}{{2,4}}[ 、]{{1,2}}){{0,3}}{_NAMING}{{2,8}}{_REPORT}[：:，,]?{_MORE}",  # 记者刘洋报道
    rf"{_BY}(?:{_SPACE}{_NAMING}{{2,4}}){{1,3}}{_SPACE}",  # 本报记者 李明 …
)
_CITING = rf"(?:据|據|{_NAMING}{{0,6}}(?:援引|引述))"
_CHINESE = re.compile(rf"(?!{_CITING})(?:(?:{'|'.join(_PARTS)})[\s，,：:]*)+")


def wire_lead(text: str, start: int, end: int) -> Span | None:
    """Return the dateline and by-line with which the paragraph ``text[start:end]`` opens, if it does."""
    head = text[start : min(end, start + _REACH)]
    if _LABEL.match(head):
        return None
    match = _LATIN.match(head) or _CHINESE.match(head)
    return Span(start, start + match.end()) if match is not None else None


def without_leads(masked: str, paragraphs: Iterator[Span]) -> str:
    """Blank out datelines and by-lines with spaces; offsets stay."""
    pieces: list[str] = []
    position = 0
    for paragraph in paragraphs:
        lead = wire_lead(masked, paragraph.start, paragraph.end)
        if lead is not None:
            pieces.extend((masked[position : lead.start], " " * len(lead)))
            position = lead.end
    pieces.append(masked[position:])
    return "".join(pieces)
