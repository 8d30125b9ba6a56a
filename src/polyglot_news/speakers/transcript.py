"""The turns of an official transcript: who speaks from where to where, by the labels at the heads of lines."""

from __future__ import annotations

import collections
import functools
import itertools
import re

import attrs

from polyglot_news.text import RECENT_TEXTS, Span

_INDENT = r"[ \t\u00a0\u3000]{0,4}"
# "Ms Marchand (Minister, France):", "M. LIN :", "林志远（外交部长）：", "【问】" at the head of a line; behind the
# number of a question, as committees of the House of Commons print it: "Q12 Chair:".
_LABEL = re.compile(
    r"^[ \t\u00a0\u3000>*•–—-]{0,4}(?:Q\d{1,4}[ \t\u00a0]+)?"
    r"([《【]?[^\W\d_][^\n:：.!?。！？]{0,120}?(?:[.][^\n:：.!?。！？]{1,60}?)?"  # one stop, for "M." and "Dr."
    r"(?:\s?[(（][^\n()（）]{1,120}[)）])?)(?:(?<!\d)\s?[:：]|[:：](?!\d)|(?<=】))[ \t\u00a0\u3000]*",
    re.MULTILINE,
)
# "M. Alain Kerbrat, rapporteur. – ", as parliaments print it.
_MINUTES = re.compile(
    rf"^{_INDENT}((?:MM?|Mmes?|Mrs?|Ms|Dr|Pr)\.?\s(?:l[ea]\s\w|[A-ZÀ-Ý])[^\n:–—]{{1,80}}?"
    r"|L[ea] [Pp]résidente?|L[EA] PRÉSIDENTE?)\.?\s[–—-]\s",
    re.MULTILINE,
)
# "Colonel Marc Kern. – ", "Le préfet. – ", with an office or a rank for the title.
_RANKED = re.compile(
    rf"^{_INDENT}((?:L[ea]\s|L['’])?(?P<office>[^\W\d_]+(?:-[^\W\d_]+)*)(?:\s[a-zà-ÿ-]+){{0,2}}"
    rf"(?P<name>(?:\s[A-ZÀ-Ý][\w'’-]+){{1,4}})?(?:,\s[^\n:–—]{{3,80}}?)?)\.\s[–—-]\s",
    re.MULTILINE,
)
# "Mme Claire Tessier, ministre déléguée. ", as the French chambers print it in full.
_IN_FULL = re.compile(
    rf"^{_INDENT}((?:MM?\.|Mmes?|Mlle)(?:[ \u00a0](?:[A-ZÀ-Ý][\w'’-]+|d[eu]|la|d['’][A-ZÀ-Ý]\w+)){{1,5}}"
    r"(?:,[ \u00a0][^.\n:]{3,90})?)\.[ \u00a0](?=[A-ZÀ-Ý«])",
    re.MULTILINE,
)
# "Mme la présidente. ", "M. le ministre délégué. ", as they print who is called by the office alone.
_BY_OFFICE = re.compile(
    rf"^{_INDENT}((?:M\.|Mme)[ \u00a0](?:l[ea][ \u00a0]|l['’])(?P<office>[a-zà-ÿ]+)(?:[ \u00a0-][a-zà-ÿ]+){{0,3}})"
    r"\.[ \u00a0](?=[A-ZÀ-Ý«(])",
    re.MULTILINE,
)
# "Q    Thanks, Paul.", as the White House prints who asks.
_ASKED = re.compile(rf"^{_INDENT}(Q)[ \t\u00a0]+(?=[A-ZÀ-Þ“\"«(\[–—-])", re.MULTILINE)
# "GOVERNOR HALE. ", "MME ROY – ", "LE PREMIER MINISTRE - ", "Mr. COLE. ", "QUESTION – ", "R – ".
_UPPER = "A-ZÀ-ÖØ-ÞŒŸ"
_WORD_IN_CAPITALS = rf"(?:Ma?c)?[{_UPPER}][{_UPPER}'’-]+"
_CAPITALS = re.compile(
    rf"^{_INDENT}(?![IVX]+\.)"
    r"((?:(?:M[RSrs]?|MM|M[Rr][Ss]|M[Mm][Ee][Ss]?|M[Ll][Ll][Ee]|D[Rr]|The|L[ea])\.?[ \u00a0])?"
    rf"(?:(?:{_WORD_IN_CAPITALS}|[{_UPPER}]\.)[ \u00a0]){{0,6}}?{_WORD_IN_CAPITALS}(?:\s?\([^\n()]{{1,120}}\))?|[QAR])"
    r"(?:\.(?:\s?[–—-])?|\s?[–—-])[ \t\u00a0]+(?=\S)",
    re.MULTILINE,
)
# "Helen Ashworth (North Wessex) (Con)" on a line of its own, above what she says, as Hansard prints it.
_ALONE = re.compile(
    rf"(?:^|(?<=\n\n)){_INDENT}((?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|MM?|Mme|Mlle)\.?[ \u00a0])?"
    rf"(?:[{_UPPER}][\w'’-]+[ \u00a0]){{1,3}}[{_UPPER}][\w'’-]+|[\u3400-\u9fff·]{{2,12}})"
    r"((?:[ \u00a0]?[(（][^\n()（）]{1,60}[)）]){0,2})[ \t]*\n(?=[^\n]{20})"
)
# A name with its title, before the office that follows it.
_TITLED = re.compile(r"(?:MM?|Mmes?|Mlle|Mrs?|Ms|Dr)\.?\s[A-ZÀ-Ý][^,\n]*(?=,\s)")
# A name in full before an office of any length: "Marc Kern, directeur départemental des services de secours".
_NAMED = re.compile(rf"(?:[{_UPPER}][\w'’-]+[ \u00a0]){{1,4}}[{_UPPER}][\w'’-]+(?=,\s)")
_TITLE_ALONE = re.compile(r"(?:MM?|MMES?|MLLE|MRS?|MS|DR|ST)")
# What heads a line and is no speaker.
_FIELDS = frozenset(
    ["author", "before", "contact", "date", "edited by", "editor", "for immediate release", "keywords", "location",
     "notes to editors", "place", "present", "published", "published on", "ref", "reference", "source", "subject",
     "time", "topic", "topics", "updated", "venue", "auteur", "contact presse", "contacts presse", "heure", "lieu",
     "mis à jour le", "mots-clés", "objet", "object", "présents", "publié le", "référence", "réf", "rubrique",
     "thème", "thèmes", "时间", "時間", "地点", "地點", "日期", "来源", "來源", "主题", "主題", "索引号", "索引號",
     "发布日期", "發布日期", "发布时间", "發布時間", "成文日期", "发文机关", "發文機關", "发文字号", "發文字號",
     "发布机构", "主题分类", "标题", "標題", "字号", "字號", "作者", "编辑", "編輯", "责任编辑", "責任編輯",
     "责编", "審核", "审核", "关键词", "關鍵詞", "有效性", "新闻来源", "信息来源", "文号", "文號", "撰稿", "供稿"]
)  # fmt: skip
_ASIDE = re.compile(r"\s?[(（].*[)）]")
_WORD = re.compile(r"[^\W\d_]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
# Words in lower case that stand within names and offices.
_WITHIN = frozenset(
    ["a", "and", "au", "aux", "d", "da", "de", "del", "der", "des", "di", "du", "e", "el", "et", "for", "from", "l",
     "la", "le", "les", "of", "the", "to", "van", "von", "y", "à"]
)  # fmt: skip
_MOST_HAN = 20
_LONGEST = 60
_MARKS = {"«": "»", "“": "”", '"': '"', "「": "」"}
# A clause, not a name: "我要说的是：", "报告指出，原因有三："
_CLAUSE = re.compile(r"[，,、；;]|^[我你您他她它这那]|[是说]$|[以如]下|主要有|[几幾][个個点點方]")
_YES_OR_NO = re.compile(
    r"[\s\"“«—–-]*(?:(?:yes|no|absolutely|certainly|indeed|of course|oui|non|si|absolument|certainement|bien sûr"
    r"|tout à fait|effectivement|en effet)\b|是的|对[，。]|不[，。]|没有[，。]|当然)",
    re.IGNORECASE,
)
# What stops a sentence; a line of a heading ends without.
_STOPPED = re.compile(r"[.!?…:;。！？：；]['’\"”»」』)）]*$|[,，]$")


@attrs.frozen
class Turn:
    """A speaker's turn in a transcript: the label's name, and where what is said begins and ends."""

    label: Span
    start: int
    end: int

    def called(self, text: str) -> str:
        """Return all that its label says, with what stands in brackets behind the name: "The Mayor (Ann Roe)"."""
        return text[self.label.start : self.start]


@functools.lru_cache(maxsize=RECENT_TEXTS)
def turns(text: str) -> tuple[Turn, ...]:
    """Return the turns of a transcript; none where fewer than two speakers are labelled."""
    plain = [match for match in _LABEL.finditer(text) if _names_somebody(match, text)]
    by_line: dict[int, re.Match[str]] = {}
    minutes = [*_MINUTES.finditer(text), *_ranked(text), *_IN_FULL.finditer(text)]
    minutes += (match for match in _BY_OFFICE.finditer(text) if is_office(match["office"]))
    several = [*plain, *minutes, *_in_capitals(text), *_on_lines(text)]
    for match in sorted(several, key=re.Match.end):
        by_line.setdefault(match.start(1), match)  # the shortest label that begins a line
    found = [by_line[start] for start in sorted(by_line)]
    if found and _is_title(found[0], text):
        del found[0]
    labels = [Span(match.start(1), match.start(1) + len(_ASIDE.sub("", match.group(1)))) for match in found]
    if len({label.of(text) for label in labels}) < 2:
        return ()
    ends = [*(label.start for label in labels), len(text)][1:]
    return tuple(
        Turn(label, match.end(), _end_of_quoted(text, match.end(), end))
        for label, match, end in zip(labels, found, ends, strict=True)
    )


def _end_of_quoted(text: str, start: int, end: int) -> int:
    """Return where a turn between marks ends: with its last paragraph that opens with one, for then others tell."""
    start += len(text[start:end]) - len(text[start:end].lstrip())  # the mark may stand on the line below the label
    closing = _MARKS.get(text[start : start + 1], "")
    first, *rest = text[start:end].splitlines(keepends=True) or [""]
    if not closing or closing not in first[1:]:
        return end
    quoted = itertools.takewhile(lambda line: not line.strip() or line.lstrip()[0] in _MARKS, rest)
    return start + len(first) + sum(map(len, quoted))


def without_label(passage: Span, text: str) -> Span:
    """Return the passage of a transcript without the label of its speaker, which is not said, nor what another asked.

    A question goes that leads up to the answer, and one that begins where the answer ends. One that is answered with
    yes or no stays: what that says is in the question.
    """
    here = [turn for turn in turns(text) if turn.label.start < passage.end and passage.start < turn.end]
    while len(here) > 1 and _asks(here[0], here[1], passage.start, text):
        del here[0]
    start = max(passage.start, here[0].start) if here else passage.start
    others = (turn.label.start for turn in here[1:] if turn.start >= passage.end or _is_question(turn.label.of(text)))
    cut = next(others, None)
    end = passage.end if cut is None else start + len(text[start:cut].rstrip())
    return Span(start, end) if start < end else passage


def _asks(turn: Turn, following: Turn, start: int, text: str) -> bool:
    """Whether a turn puts from ``start`` on a question that another speaker takes up in the turn that follows."""
    asked = Span(max(start, turn.start), following.label.start).of(text).strip()
    other = turn.label.of(text) != following.label.of(text) and not _YES_OR_NO.match(text, following.start)
    return other and (_is_question(turn.label.of(text)) or asked.endswith(("?", "？")))


def _is_question(label: str) -> bool:
    from polyglot_news.speakers.questions import is_question

    return is_question(label)


def _ranked(text: str) -> list[re.Match[str]]:
    """Return the labels of minutes that begin with an office or a rank, which has an article or a name.

    "Question. – " and "Réponse. – " are others.
    """
    found = [*_RANKED.finditer(text)]
    turns_of_talk = [match for match in found if match[1] == "Réponse" or _is_question(match[1])]
    ranked = (match for match in found if match["name"] or match[1].startswith("L"))
    return [*turns_of_talk, *(match for match in ranked if is_office(match["office"].lower().rpartition("-")[2]))]


def _in_capitals(text: str) -> list[re.Match[str]]:
    """Return the labels in capitals; none where no label returns, as of headings none does."""
    found = [match for match in _CAPITALS.finditer(text) if not _TITLE_ALONE.fullmatch(match.group(1))]
    found += _ASKED.finditer(text)
    return found if len({_ASIDE.sub("", match.group(1)) for match in found}) < len(found) else []


def _on_lines(text: str) -> list[re.Match[str]]:
    """Return the labels that are lines of their own; none where no label returns, as of headings none does.

    Beside one that returns, another counts if its constituency and party stand behind it in brackets, and an office if
    the one who returns does: "The Secretary of State for Health (Helen Ashworth)".
    """
    found = [*_ALONE.finditer(text)]
    names = "|".join(re.escape(name) for name in sorted({match.group(1) for match in found}))
    if not names:
        return []
    office = rf"^[^\n.:!?。！？]{{3,100}}[(（]({names})[)）][ \t]*\n(?=[^\n]{{20}})"
    in_office = [*re.finditer(office, text, re.MULTILINE)]
    counts = collections.Counter(match.group(1) for match in [*found, *in_office])
    if max(counts.values()) < 2:
        return []
    return [*(match for match in found if counts[match.group(1)] > 1 or match.group(2)), *in_office]


def _names_somebody(match: re.Match[str], text: str) -> bool:
    """Whether what stands before a colon is a name or an office, not the beginning of a sentence."""
    label = _ASIDE.sub("", match.group(1))
    if label.lower() in _FIELDS or (_heads_block(match, text) and not _may_be_called_so(label, text)):
        return False
    titled = _TITLED.match(label)
    named = titled or _NAMED.match(label)
    if named is not None:
        if not titled and not _is_introduction(named.group(), label[named.end() :], match, text):
            return False
        label = named.group()
    if _HAN.search(label):
        return (
            len(label) <= _MOST_HAN
            and not _CLAUSE.search(label)
            and (_is_question(label) or not label.endswith(_reporting()))
        )
    words = _WORD.findall(label)
    upper = all(word[0].isupper() or word in _WITHIN or is_office(word.lower()) for word in words)
    # "Let me be clear: the collapse …" goes on in lower case; what somebody says begins with a capital.
    return upper and len(label.partition(".")[0]) <= _LONGEST and not text[match.end() : match.end() + 1].islower()


def _heads_block(match: re.Match[str], text: str) -> bool:
    """Whether a label is alone on its line, above what it heads."""
    return text[match.end() : match.end() + 1] == "\n"


def _may_be_called_so(label: str, text: str) -> bool:
    """Whether a line of its own can name who speaks below: it names somebody or an office, or returns in the text."""
    from polyglot_news.quotes.chinese_persons import is_name
    from polyglot_news.quotes.lexicon import sections

    words = _WORD.findall(label)
    if len(words) > 1 or _is_question(label):
        return True
    if _HAN.search(label):
        return (
            is_name(label) or label.endswith((*sections("zh")["roles"], "人")) or "·" in label or _returns(label, text)
        )
    return is_office(label.lower()) or _returns(label, text)


def _returns(label: str, text: str) -> bool:
    """Whether a label begins more than one line."""
    return _heads(text)[label] > 1


@functools.lru_cache(maxsize=RECENT_TEXTS)
def _heads(text: str) -> collections.Counter[str]:
    """Count what stands at the head of a line before a colon or a bracket."""
    return collections.Counter(
        head.rstrip() for head in re.findall(r"^\W*([^\W_][^\n:：(（]*)[:：(（]", text, re.MULTILINE)
    )


def _is_title(match: re.Match[str], text: str) -> bool:
    """Whether a line with a colon is the title of a document: it ends without a stop, and no label like it returns."""
    rest, _, below = text[match.end() :].partition("\n")
    rest = rest.rstrip()
    if _LABEL.match(below):
        return False  # the next turn stands on the next line
    return bool(rest) and not _STOPPED.search(rest) and not _returns(_ASIDE.sub("", match.group(1)), text)


def _is_introduction(name: str, behind: str, match: re.Match[str], text: str) -> bool:
    """Whether a name in full and what stands behind it, up to the colon, introduce who speaks: no "In Paris, he said:".

    It is the office that follows at once, or all of the line.
    """
    from polyglot_news.quotes.grammar import grammar

    both = [grammar(language) for language in ("en", "fr")]
    if any(one.is_function_word(word) or word in one.times for word in name.lower().split() for one in both):
        return False
    words = [word.lower() for word in _WORD.findall(behind)]
    if any(word in one.finite or word in one.relatives for word in words for one in both):
        return False
    office = next((word for word in words if word not in _WITHIN), "")
    return is_office(office) or text[match.end() : match.end() + 1] == "\n"


@functools.lru_cache(maxsize=1)
def _reporting() -> tuple[str, ...]:
    """Return the Chinese verbs that make a sentence of what stands before a colon: 部长在会上|表示."""
    from polyglot_news.quotes.lexicon import sections

    return tuple(verb for verb in sections("zh")["verbs"] if len(verb) > 1)


def is_office(word: str) -> bool:
    """Whether an English or French word, in lower case, names an office."""
    from polyglot_news.quotes.grammar import grammar

    return any(grammar(language).is_role(word) for language in ("en", "fr"))
