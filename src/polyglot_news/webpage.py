"""Web pages: telling the text of an article or a speech from what its site puts around it."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_TAGS = ("nav", "footer", "aside", "dialog", "form")
_ROLES = {
    "alertdialog", "complementary", "contentinfo", "dialog", "menu", "menubar", "navigation", "search", "toolbar",
}  # fmt: skip
_UNTOUCHED = {"html", "head", "body", "main"}
# What sites call such places, as a part of a class or an id: "site-footer", "lireAussi", "cookies".
_CALLED = re.compile(
    r"(?:^|-)(?:cookies?|consent|gdpr|rgpd|footer|foot|nav|navbar|navigation|menu|submenu|breadcrumbs?|ariane|sidebar"
    r"|related|recommended|(?:most|read|lire|see|voir)-(?:read|popular|more|also|aussi)|share|sharing|partage|partager"
    r"|social-(?:share|sharing|links|media|icons|bar|buttons|networks)|newsletter|copyright|pagination|toolbar|advert|advertisement"
    r"|daohang|fenxiang|xiangguan|banquan)(?:-|$)"
    r"|相关|相關|版权|版權|分享|导航|導航"
)
# "has-sidebar" and "menu-open" tell of the whole page how it is laid out.
_LAYOUT = re.compile(r"(?:^|-)(?:has|with|without|no|is|avec|sans|open|opened|closed)(?:-|$)")
_NAME_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|[\u3400-\u9fff]+")

# What sites write above and before links to their other pages.
_ELSEWHERE = (
    r"(?:(?:à |a )?(?:lire|voir) (?:aussi|également)|sur le même sujet|dans la même rubrique|articles liés"
    r"|les plus lus|read (?:more|also|next)|see also|more on this(?: story| topic)?|you may also like"
    r"|most (?:read|popular)|related(?: (?:stories|articles|news|content|coverage|links|topics))?"
    r"|(?:相关|相關|延伸|推荐|推薦|更多)(?:阅读|閱讀|新闻|新聞|链接|鏈接|連結|报道|報道|報導|文章|内容|內容)|热门推荐|猜你喜欢)"
)
_LABEL = re.compile(rf"\W*{_ELSEWHERE}\W*", re.IGNORECASE)
_LABELLED = re.compile(rf"\W*{_ELSEWHERE}\s?[:：]", re.IGNORECASE)
_LEGAL = re.compile(
    r"^©|^Copyright\s(?:©|\(c\)|[12]\d{3})|All rights reserved|Tous droits réservés|版权所有|版權所有"
    r"|ICP[备備]|公[网網]安[备備]|网站标识码|建议.{0,8}使用.{0,40}(?:浏览|分辨率)"
)
_COOKIES = re.compile(
    r"(?:(?:this|our) (?:web)?site uses|we (?:and our [^.]{0,40})?use) cookies|by (?:using|continuing)[^.]{0,80}cookies"
    r"|(?:ce|notre) site[^.]{0,30} (?:utilise|dépose) des cookies|nous utilisons des cookies"
    r"|en poursuivant[^.]{0,80}cookies|(?:本网站|本站|我们)[^。]{0,10}使用\s?cookie",
    re.IGNORECASE,
)
_TOOL = re.compile(
    r"(?:来源|來源|作者|编辑|責任編輯|责任编辑|发布时间|發佈時間|浏览次数)\s?[:：]\s?[^\s，。！？；【[(（]{0,20}"
    r"|打印|列印|字体|字體|字号|字號|大\s?中\s?小|中\s?大\s?小|分享到?|收藏|关闭(?:窗口)?|微信|微博|QQ空间"
    r"|\b(?:imprimer|partager|print|share|e-?mail|facebook|twitter|linkedin|whatsapp)\b",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?|\d{1,2}:\d{2}(?::\d{2})?")
_LONGEST_LABEL = 40
_LONGEST_LINE = 300  # of what stands around a text; a longer line is a paragraph of it

_BLOCKS = ("p", "div", "br", "ul", "ol", "dl", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6")
_SENTENCE_END = re.compile(r"[.!?…。！？][»”\"’」』)）]*$")

_JOINED = "joined"  # a line break that is to go
_NOTE = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§]+)[\])]?")
_POWER = re.compile(r"[-−+]?\d{1,2}")
_BEFORE = re.compile(r"(?:(?:[×·]|(?<!\w)x)\s?)?\w+$")
# What is raised to a power: a unit, or ten behind a ×.
_BASE = re.compile(r"[×·x]\s?10|[kcdmµn]m|ha|[a-z]")
_RAISED = str.maketrans("0123456789-−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺")


def heading(tree: HtmlElement) -> str | None:
    """Return the headline of a page: its only h1, or the one that its title repeats; a linked one is a logo."""
    title = _text(found[0]) if (found := tree.xpath("//title")) else ""
    texts = [_text(element) for element in tree.iter("h1") if _prose(element)]
    repeated = [text for text in texts if text in title]
    return max(repeated, key=len) if repeated else texts[0] if len(texts) == 1 else None


def clear_page(tree: HtmlElement) -> None:
    """Take away, in place, what is not the text of a page, and unwrap the tables and lists that only lay it out.

    However much of a page is called a menu or a footer, half of its text at least is kept, links left out of account.
    """
    room = _prose(tree) / 2
    gone: set[HtmlElement] = set()
    for element in [*_named_boxes(tree), *_boxes_elsewhere(tree)]:
        size = _prose(element)
        inside = element in gone or any(ancestor in gone for ancestor in element.iterancestors())
        if inside or element.tag in _UNTOUCHED or element.xpath("boolean(.//h1|.//main)") or size > room:
            continue
        room -= size
        gone.add(element)
        element.drop_tree()
    for layout in reversed([*tree.iter("table", "dl")]):  # the inner ones first
        if layout.tag == "dl" or _is_layout(layout):
            _unwrap(layout)
    _mark_main(tree)


def mark_quotations(tree: HtmlElement) -> None:
    """Set a ``>`` before each paragraph of the block quotations of a page, in place, as plain text has it.

    One that repeats words of the text (a pull quote), and those that hold most of the page only to indent it, are left.
    """
    whole = _text(tree)
    quotations = [element for element in tree.iter("blockquote") if whole.count(_text(element) or whole) == 1]
    outer = [element for element in quotations if next(element.iterancestors("blockquote"), None) is None]
    if 2 * sum(map(_prose, outer)) > _prose(tree):
        return
    for quotation in outer:
        for part in quotation.iter("ul", "ol", "li"):
            part.tag = "p" if part.tag == "li" else "div"  # the mark of an item would go before the other one
        for paragraph in [quotation, *quotation.iter("p", "div")]:
            _prefix(paragraph)
            for line in paragraph.iterchildren("br"):
                if (line.tail or "").strip():
                    line.tail = f"> {line.tail.lstrip()}"


def _prefix(paragraph: HtmlElement) -> None:
    """Set a ``>`` before the words with which a paragraph opens, be they in an inline element; other ones are left."""
    if (paragraph.text or "").strip():
        paragraph.text = f"> {paragraph.text.lstrip()}"
    elif len(paragraph) and paragraph[0].tag not in _BLOCKS and _text(paragraph[0]):
        paragraph.text = "> "


def clear_notes(tree: HtmlElement) -> None:
    """Take away, in place, the marks of footnotes, which would join the word or figure before them: 2009<sup>2</sup>.

    Powers of ten and of units become the characters for them: m², 10⁶. Ordinals stay.
    """
    for raised in [*tree.iter("sup")]:
        text = _text(raised)
        before = _BEFORE.search("".join(raised.xpath("preceding::text()[1]")))
        based = before is not None and _BASE.fullmatch(before.group()) is not None
        if raised.xpath("boolean(.//a[starts-with(@href, '#')] | ancestor::a[starts-with(@href, '#')])"):
            raised.drop_tree()
        elif based and _POWER.fullmatch(text):
            raised.clear(keep_tail=True)
            raised.text = text.translate(_RAISED)
        elif _NOTE.fullmatch(text):
            raised.drop_tree()


def join_lines(tree: HtmlElement) -> None:
    """Put a space, in place, for a single line break with which a sentence goes on in small letters."""
    from lxml.etree import strip_tags  # type: ignore[import-untyped]

    said = False  # whether words stand between the last line break and this place
    for part in tree.xpath("//node()[self::br or self::text()[normalize-space()]]"):
        if isinstance(part, str):
            said = bool(part.strip())
            continue
        following = (part.tail or "").lstrip()
        if said and following[:1].islower():
            part.tag, part.tail = _JOINED, f" {following}"
        said = False
    strip_tags(tree, _JOINED)  # all at once: each by itself would copy the text before it


def in_paragraphs(lines: Sequence[str]) -> str:
    """Return the paragraphs of a page, parted by a blank line where a line end does not tell: before a small letter."""
    return "".join(("\n\n" if line[:1].islower() else "\n") + line for line in lines).lstrip("\n")


def is_furniture(line: str) -> bool:
    """Whether a line of a page belongs to its site: links to other pages, rights, cookies, a tool bar."""
    line = line.strip()
    if not line or len(line) > _LONGEST_LINE:
        return False
    labelled = _LABEL.fullmatch(line) or _LABELLED.match(line)
    return bool(labelled or _LEGAL.search(line) or _COOKIES.match(line)) or _is_tool_bar(line)


def _is_tool_bar(line: str) -> bool:
    rest, tools = _TOOL.subn(" ", _DATE.sub(" ", line))
    return tools > 0 and not any(char.isalnum() for char in rest) and not _SENTENCE_END.search(line)


def _named_boxes(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements that their tag, their role, their class or their id calls no text."""
    yield from tree.iter(*_TAGS)
    for element in tree.iter("*"):
        names = f"{element.get('class', '')} {element.get('id', '')}".split()
        hidden = element.get("hidden") is not None
        if hidden or element.get("role") in _ROLES or any(map(_is_furniture_name, names)):
            yield element


def _is_furniture_name(name: str) -> bool:
    parts = "-".join(_NAME_PART.findall(name)).lower()
    return bool(_CALLED.search(parts)) and not _LAYOUT.search(parts)


def _boxes_elsewhere(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Yield, once each, the boxes that a label such as "Read more" opens, or the label and the links that follow it."""
    text, is_links = functools.cache(_text), functools.cache(_is_links)  # of a list that holds many labels, but once
    found: set[HtmlElement] = set()
    for element in tree.iter("h2", "h3", "h4", "h5", "h6", "p", "div", "span", "strong", "b", "summary"):
        label = text(element)
        if len(label) > _LONGEST_LABEL or not _LABEL.fullmatch(label):
            continue
        box = element
        while (parent := box.getparent()) is not None and text(parent) == label:
            box = parent
        in_line = box.tag in {"span", "strong", "b"}
        boxes: Iterable[HtmlElement] = ()
        if parent is not None and text(parent).startswith(label) and (not in_line or is_links(parent)):
            boxes = [parent]
        elif not in_line and box not in found:  # else the links behind it were found with the label before
            boxes = itertools.chain([box], itertools.takewhile(is_links, box.itersiblings()))
        for one in boxes:
            if one not in found:
                found.add(one)
                yield one


def _is_links(element: HtmlElement) -> bool:
    return 2 * _prose(element) <= _size(element)


def _is_layout(table: HtmlElement) -> bool:
    """Whether the cells of a table hold prose, or there is one in a row."""
    rows = [[cell for cell in row if _text(cell)] for row in _parts(table, "tr")]
    if all(len(cells) <= 1 for cells in rows):
        return True
    cells = [cell for row in rows for cell in row]
    prose = sum(len(_text(cell)) for cell in cells if _holds_prose(cell))
    return 2 * prose > sum(len(_text(cell)) for cell in cells)


def _holds_prose(cell: HtmlElement) -> bool:
    return bool(_SENTENCE_END.search(_text(cell))) or sum(1 for _ in cell.iter("p", "br")) > 1


def _unwrap(layout: HtmlElement) -> None:
    """Make paragraphs of the cells of a table or the terms of a list."""
    for row in [layout] if layout.tag == "dl" else _parts(layout, "tr"):
        for cell in list(row):
            if not _prose(cell) and len(cell.findall(".//a")) > 1:  # a menu
                cell.drop_tree()
        _join_labels(row)
    for part in _parts(layout, "tr", "td", "th", "caption", "dt", "dd"):
        part.tag = "div" if part.tag == "tr" or next(part.iterdescendants(*_BLOCKS), None) is not None else "p"
    for part in _parts(layout, "thead", "tbody", "tfoot"):
        part.drop_tag()
    layout.tag = "div"


def _parts(layout: HtmlElement, *tags: str) -> list[HtmlElement]:
    """Return the parts of a table or a list that belong to no other one within it."""
    return [part for part in layout.iterdescendants(*tags) if next(part.iterancestors("table", "dl")) is layout]


def _join_labels(row: HtmlElement) -> None:
    """Put who speaks ("M. Belin :") in one paragraph with what is said, as transcripts do."""
    for cell in list(row):
        label, following = _text(cell), cell.getnext()
        if len(label) > _LONGEST_LINE or not label.endswith((":", "：")) or following is None or not _text(following):
            continue
        first = following.xpath(".//text()[normalize-space()]")[0]
        setattr(first.getparent(), "text" if first.is_text else "tail", f"{label} {first.lstrip()}")
        cell.drop_tree()


def _mark_main(tree: HtmlElement) -> None:
    """Make all of a page its main part where none is marked.

    Of a page without one trafilatura gathers single paragraphs, each text but once: repeated speakers would be lost.
    """
    body = tree.find(".//body")
    if body is not None and not tree.xpath("boolean(//main|//article|//*[@role='main'])"):
        main = tree.makeelement("main")
        main.text, body.text = body.text, None
        main.extend(list(body))
        body.append(main)


def _text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _prose(element: HtmlElement) -> int:
    """Return how many characters of an element are text outside links."""
    return _size(element) - sum(map(_size, element.iter("a", "script", "style")))


def _size(element: HtmlElement) -> int:
    return len("".join(element.text_content().split()))
