"""Spans, scripts, typography and sentences: what every other stage knows of text."""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from polyglot_news.abbreviations import EITHER, HANGING, INTRODUCING, NUMBERED, OPENERS, TITLES
from polyglot_news.errors import InputError
from polyglot_news.given import check_text

if TYPE_CHECKING:
    import opencc


@attrs.frozen(order=True)
class Span:
    """A stretch of a text: code point offsets, ``start`` included, ``end`` excluded."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[int]:
        """Unpack as ``start, end``."""
        yield self.start
        yield self.end

    def of(self, text: str) -> str:
        """Return the part of ``text`` that this span covers."""
        return text[self.start : self.end]

    def shift(self, offset: int) -> Span:
        """Return the same span counted from ``offset`` characters earlier."""
        return Span(self.start + offset, self.end + offset)

    def with_(self, other: Span) -> Span:
        """Return the stretch that reaches over both spans and what stands between them."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def overlap(self, other: Span) -> int:
        """Return how many characters the two spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


RECENT_TEXTS = 256
"""How many texts a cache of what was found in whole texts holds.

All official texts of an article are walked in turns, one statement after another: a cache for fewer of them than there
are would never have the one that is asked for.
"""

_POINT = (  # behind a mark: no stop in 2.5, U.S. and Mr. Roy
    r"(?:(?<!\d.)|(?!\d))(?:(?<!\.)|(?<!\b[A-Z].)(?<!\b(?:Mr|Ms|Dr).)(?<!\b(?:Mrs|Mme).))"
)
# What stands between two sentences, and between two clauses; the set comes first, to which a search skips.
SENTENCE_MARK = re.compile(rf"[.!?。！？](?:(?<!\.)|{_POINT})")
CLAUSE_MARK = re.compile(rf"[;!?()—–，；：。！？（）、….,:](?:(?<![.,:])|{_POINT})")


def clause_start(text: str, at: int, mark: re.Pattern[str] = CLAUSE_MARK) -> int:
    """Return where the clause (or what else marks end) begins that an offset lies in."""
    low, reach = at, 200
    while low > 0:  # backwards by growing steps: a mark is seldom far away, and the text may be long
        low, reach = max(0, low - reach), 4 * reach
        if found := [match.end() for match in mark.finditer(text, low, at)]:
            return found[-1]
    return 0


def clause_end(text: str, at: int, mark: re.Pattern[str] = CLAUSE_MARK) -> int:
    """Return where the clause (or what else marks end) ends that an offset lies in, before the mark."""
    end = mark.search(text, at)
    return len(text) if end is None else end.start()


def clause_around(text: str, span: Span, mark: re.Pattern[str] = CLAUSE_MARK) -> Span:
    """Return the clause (or what else marks end) that a stretch lies in, without the mark at its end."""
    return Span(clause_start(text, span.start, mark), clause_end(text, span.end, mark))


def is_parted(text: str, words: Sequence[Span], at: int, mark: re.Pattern[str] = CLAUSE_MARK) -> bool:
    """Whether a mark, by default one between two clauses, stands between a word of a text and the word before it."""
    return mark.search(text[words[at - 1].end : words[at].start]) is not None


def check_whole(text: str, name: str) -> None:
    """Refuse what is no text, or one that no encoding holds.

    Raises:
        WrongTypeError: it is of another type.
        InputError: it has half of a surrogate pair.
    """
    check_text(text, name)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        msg = f"{name} holds half of a surrogate pair at character {error.start}: decode the text again as UTF-16."
        raise InputError(msg) from error


# What shows nothing, and that pages, word processors and PDFs leave within words and figures: soft hyphens, marks of
# direction, joiners, byte order marks.
NO_WIDTH = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def blank(text: str, places: Iterable[Span]) -> str:
    """Return a text with blanks in the place of some stretches, so that offsets stay."""
    letters = list(text)
    for place in places:
        letters[place.start : place.end] = " " * len(place)
    return "".join(letters)


def without_no_width(text: str) -> str:
    """Leave out the characters that have no width."""
    return NO_WIDTH.sub("", text)


def places_with_no_width(text: str) -> Callable[[Span], Span]:
    """Return what tells where a stretch of a text without its characters of no width stands in the text."""
    if not NO_WIDTH.search(text):
        return lambda span: span
    places = [index for index, char in enumerate(text) if not NO_WIDTH.match(char)]

    def place(span: Span) -> Span:
        start = places[span.start] if span.start < len(places) else len(text)
        return Span(start, places[span.end - 1] + 1 if span else start)

    return place


# --- scripts -----------------------------------------------------------------------------------------------------

# First and last code point of the blocks of a script, by ISO 15924 code (Unicode 15). Han counts 々 and 〇.
_SCRIPTS = (
    (0x41, 0x5A, "Latn"), (0x61, 0x7A, "Latn"), (0xAA, 0xAA, "Latn"), (0xBA, 0xBA, "Latn"), (0xC0, 0x24F, "Latn"),
    (0x250, 0x2AF, "Latn"), (0x370, 0x3FF, "Grek"), (0x400, 0x52F, "Cyrl"), (0x531, 0x58A, "Armn"),
    (0x5D0, 0x5F4, "Hebr"), (0x620, 0x6FF, "Arab"), (0x750, 0x77F, "Arab"), (0x8A0, 0x8FF, "Arab"),
    (0x900, 0x97F, "Deva"), (0x980, 0x9FF, "Beng"), (0xA00, 0xA7F, "Guru"), (0xA80, 0xAFF, "Gujr"),
    (0xB80, 0xBFF, "Taml"), (0xC00, 0xC7F, "Telu"), (0xC80, 0xCFF, "Knda"), (0xD00, 0xD7F, "Mlym"),
    (0xE00, 0xE7F, "Thai"), (0x10A0, 0x10FF, "Geor"), (0x1100, 0x11FF, "Kore"), (0x1200, 0x139F, "Ethi"),
    (0x1780, 0x17FF, "Khmr"), (0x1E00, 0x1EFF, "Latn"), (0x1F00, 0x1FFF, "Grek"), (0x3005, 0x3005, "Hani"),
    (0x3007, 0x3007, "Hani"), (0x3041, 0x30FF, "Jpan"), (0x3130, 0x318F, "Kore"), (0x31F0, 0x31FF, "Jpan"),
    (0x3400, 0x4DBF, "Hani"), (0x4E00, 0x9FFF, "Hani"), (0xAC00, 0xD7AF, "Kore"), (0xF900, 0xFAFF, "Hani"),
    (0xFB50, 0xFDFF, "Arab"), (0xFE70, 0xFEFC, "Arab"), (0xFF21, 0xFF3A, "Latn"), (0xFF41, 0xFF5A, "Latn"),
    (0xFF66, 0xFF9F, "Jpan"), (0x20000, 0x323AF, "Hani"),
)  # fmt: skip
_SYLLABIC = frozenset({"Hani", "Jpan", "Kore"})


@functools.lru_cache(maxsize=4096)
def _script(char: str) -> str:
    if not char.isalpha() and char not in "々〇":
        return "Zyyy"
    code = ord(char)
    return next((script for first, last, script in _SCRIPTS if first <= code <= last), "Zzzz")


def is_han(char: str) -> bool:
    """Tell whether a character is a Chinese character (Han), as used for Chinese, Japanese or Korean."""
    return _script(char) == "Hani"


def script_shares(text: str) -> dict[str, float]:
    """Return how much of a text each script takes: ISO 15924 code to share, summing to 1, the largest first.

    ``Jpan`` stands for kana and ``Kore`` for hangul; letters of scripts not told apart count as ``Zzzz``. A Chinese
    character, kana or hangul syllable weighs as three letters, for it says about as much. Empty without letters.
    """
    counts: Counter[str] = Counter()
    for char, count in Counter(text).items():
        script = _script(char)
        counts[script] += 3 * count if script in _SYLLABIC else count
    counts.pop("Zyyy", None)
    total = sum(counts.values())
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return {script: count / total for script, count in ranked}


def script_of(text: str) -> str:
    """Return the ISO 15924 code of the script that dominates a text; ``Zyyy`` when it holds no letters."""
    return next(iter(script_shares(text)), "Zyyy")


# --- typography --------------------------------------------------------------------------------------------------

_FOLDED: dict[str, str] = {
    **dict.fromkeys("’‘‚‛′ʼ＇`´", "'"),
    **dict.fromkeys("“”„‟″«»「」『』〝〞＂", '"'),
    **dict.fromkeys("‹›", "'"),
    **dict.fromkeys(map(chr, (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)), " "),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("。｡", "."),
    "、": ",",
    "…": ".",
    "【": "[",
    "】": "]",
    "〔": "[",
    "〕": "]",
}
_FOLD: dict[int, int | str] = {
    **{0xFF01 + offset: 0x21 + offset for offset in range(94)},  # full-width ASCII
    **{ord(char): plain for char, plain in _FOLDED.items()},
}


def fold_typography(text: str) -> str:
    """Even out typography, one character for one, so that offsets stay.

    Curly, angle and corner quotation marks become ``'`` and ``"``, spaces of any width a plain space, dashes ``-``,
    full-width letters, digits and punctuation their ASCII forms.
    """
    return text.translate(_FOLD)


@functools.lru_cache(maxsize=1)
def _opencc() -> opencc.OpenCC:
    import opencc

    return opencc.OpenCC("t2s")


def to_simplified(text: str) -> str:
    """Turn traditional Chinese characters into simplified ones, one for one, so that offsets stay.

    OpenCC's conversion by phrases (乾燥 → 干燥, but 乾隆 stays) where it keeps the length, otherwise by characters.
    """
    converted: str = _opencc().convert(text)
    if len(converted) != len(text):
        converted = "".join(char if len(new := _opencc().convert(char)) != 1 else new for char in text)
    return converted


def in_simplified(text: str, language: str) -> str:
    """Return Chinese in simplified characters, one for one, as the models know it; other languages as they are."""
    return to_simplified(text) if language == "zh" else text


def in_plain_signs(text: str, language: str) -> str:
    """Return Chinese in simplified characters, other languages with plain spaces for those that do not break a line."""
    return to_simplified(text) if language == "zh" else text.replace("\u00a0", " ").replace("\u202f", " ")


# --- sentences ---------------------------------------------------------------------------------------------------

_LAST_NARROW = "\u2e7f"  # before the characters of East Asia
_HARD_WIDTH = 120  # columns; a text with longer lines than this is not hard-wrapped: each line is a paragraph
_ITEM = re.compile(
    r"[-•*·●○■▪◦‣–]\s+\S|—\s+[^\Wa-zà-ÿ]"  # bullets, and the dash of a turn in a dialogue
    r"|\(?(?:\d{1,3}|[ivxlIVXL]{1,5}|[a-zA-Z])\)\s+\S|[（(][一二三四五六七八九十百\d]{1,4}[）)]"  # 1) a) (iv) （一）
    r"|[一二三四五六七八九十百]{1,4}、|[①-⑳]|#{1,6}\s|1\.\s+\S"
)
# These may also stand there because the line before was full: "…on May" / "13. The".
_NUMBERING = re.compile(
    r"(?:\d{1,3}|[ivxl]{1,5}|[IVXL]{2,5}|[a-z])\.\s+\S|\[\d{1,3}\]\s+\S|\d{1,3}(?:\.\d{1,3}){1,4}\.?\s+\S"
    r"|第[一二三四五六七八九十百\d]{1,4}[条章节條節款]"
)
# What mails and plain text set before a quoted line; the first of several is told from "> 5 %" by what follows.
_QUOTED = re.compile(r"[ \t]*(?:>[ \t\u00a0]*)+(?=[^\W\d_]|[\"“«‘'(\[]|[-–—•*#](?!\d)|[\r\n]|$)")
_STILL_QUOTED = re.compile(r"[ \t]*(?:>[ \t\u00a0]*)+")
_TERMINATOR = re.compile(r"\.(?:[ \u00a0]\.)+|[.!?…。！？．｡‼⁇⁈⁉]+")
# The end of a line that ends a sentence.
STOPPED = re.compile(r"[.!?…。！？][”\"»’)\]」』】]*$")
_WIDE_STOPS = frozenset("。！？．｡")
_CLOSERS = re.compile(r"(?:[ \u00a0\u202f\u2009]?[”’»)\]）」』】》〉〕›〞]|[\"']|\[\d{1,3}\]|[¹²³⁴-⁹]|(?<=[.!?…])\*+)*")
_LEAD = re.compile(r"[\s\"'“”‘«‹„「『《〈【（()\[—–¿¡*_-]*")
_TOKEN = re.compile(r"[^\W_](?:[\w°º’'-]|\.(?=\w))*\Z")
_WORD = re.compile(r"[^\W\d_]+")
# What Chinese does not break a line within: a Latin word or figure, and a character with the marks that belong to it.
_UNBROKEN = re.compile(r"[“‘（《「『【〔]*(?:[^\s“‘\u2e80-\U0003ffff]+|\S)[”’）》」』】〕，。、；：？！…]*")
_EITHER_WIDTH = re.compile("[“”‘’…—·]")  # one column or two, in Chinese
_BREAK = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]")
# A line of signs that parts paragraphs, the head of a table from its rows, or a mail from its signature: ---, * * *,
# |---|---|, --.
_RULE = re.compile(r"(?:[ \t\u00a0]*[-–—_=*~#+|:＊＝＿※\u2500-\u257f]){3,}|--")
_ROW = re.compile(r"\t|(?<!\S)\||\|(?!\S)")  # what parts the cells of a table
_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_SPEAKS = re.compile(
    r"[^\s。！？，、；：“”「」]{0,8}?(?:说|說|道|问|問|答|喊|叫|表示|回答|指出|称|稱|写道|寫道|强调|強調)(?=[。，！？]|$)"
)
_SAID = re.compile(
    r"(?:[^\W\d_a-z][\w.'’-]*\s){1,4}(?:said|says|added|asked|told|replied|answered|continued|wrote|explained|insisted|"
    r"warned|recalled|noted|stressed|concluded|argued|declared|remarked|shouted|cried)\b"
)


# What parliaments print before a turn, which is no sentence: "Mme Roy, rapporteure. – ", "The Chair. – ".
_TITLE = (
    r"(?:MM?\.|Mmes?|MMES?|Mlles?|MLLES?|Me|Mgr|Mrs?\.?|MRS?\.?|Ms\.?|MS\.?|Miss|Dr\.?|DR\.?"
    r"|Sir|Dame|Lord|Lady|Pr)"
)
_NAME = r"[A-ZÀ-ÖØ-ÞŒ](?:[^\W\d_]|['’.-])*"
_NAMES = rf"{_NAME}(?:\s(?:{_NAME}|d[eiu]|des|la|le|van|von|der|den|al|bin|el|y|et|and)){{0,6}}"
_OFFICE = (
    r"(?:premier|première|prime|vice|acting|deputy|lord)?[\s-]?(?:président|présidente|ministre|rapporteur|rapporteure"
    r"|rapporteuse|secrétaire|commissaire|chancelier|chancelière|maire|chair|chairman|chairwoman|chairperson|speaker"
    r"|president|minister|secretary|commissioner|clerk|moderator|co-chair|rapporteur)"
)
_DEBATE_LABEL = re.compile(
    rf"\W*(?:{_TITLE}\s(?:l[ea]\s[^\W\d_]+(?:\s[^\W\d_][\w'’-]*){{0,5}}|L[EA]\s{_NAMES}|{_NAMES})"
    rf"|(?:The|Le|La|THE|LE|LA|Madam|Mr|Mister|Madame|Monsieur)\s(?:l[ea]\s)?(?i:{_OFFICE})"
    r"(?:\s(?:générale?|déléguée?|adjointe?))?(?:\s(?:d[eu]|des|of|for)\s[^.,\n]{1,60}|\sde?['’][^.,\n]{1,60})?"
    rf"|{_NAME}(?:\s{_NAME}){{1,3}})(?:,\s[^.\n]{{1,100}})?(?:\s\([^()\n]{{1,100}}\))?"
)
_TITLED = re.compile(rf"{_TITLE}\s")
_LABEL_DASH = re.compile(r"[ \u00a0\u202f]*[–—-][ \u00a0\u202f]+(?=\S)")
_LONGEST_LABEL = 160

# A line by which letters and speeches address somebody or take leave, in English and French. Other short lines with a
# comma go on in hard-wrapped text ("On Monday in the capital,"), and "Madame Roe," may as well begin a list.
_ADDRESS = (
    r"(?:(?:my |mes |très )?(?:dear|ch(?:er|ère)s?|distinguished|esteemed|honou?rable|distingués|fellow)\b[^,]*"
    r"|(?:ladies|gentlemen)(?: and (?:ladies|gentlemen))?|(?:your |votre )?excellenc(?:y|ies?|es?)"
    r"|(?:my |mes )?(?:colleagues|comrades|friends|sirs?|madam|collègues|camarades|amis)|to whom it may concern"
    r"|(?:hi|hello|good (?:morning|afternoon|evening)|bonjour|bonsoir)\b[^,]{0,40}"
    rf"|(?:mr\.?|mrs\.?|ms\.?|mister|madam|madame) {_OFFICE}\b[^,]*"
    r"|(?:mesdames|messieurs|mesdemoiselles)(?: et (?:mesdames|messieurs|mesdemoiselles))?(?: les\b[^,]*)?"
    r"|(?:madame|monsieur|mademoiselle)(?: l(?:[ae]\b|['’])[^,]*)?)"
)
_LEAVE = (
    r"(?:yours(?: (?:sincerely|faithfully|truly|ever|respectfully))?|(?:sincerely|respectfully|faithfully)(?: yours)?"
    r"|(?:with )?(?:(?:my|our|very|kind|kindest|best|warm|warmest) )*(?:regards|wishes)|best|cheers|cordially|thank you"
    r"|many thanks|(?:(?:bien|très) )?(?:cordialement|amicalement|sincèrement|respectueusement)|bien à (?:vous|toi)"
    r"|(?:avec (?:mes|nos) |mes |nos )?(?:meilleures |sincères )?salutations(?: distinguées| respectueuses)?|merci)"
)
_SALUTATION = re.compile(rf"(?i)\W*(?:{_ADDRESS}(?:,\s*(?:{_ADDRESS}|(?:members of|{_OFFICE})\b[^,]*))*|{_LEAVE}),")


def split_sentences(text: str, language: str) -> list[Span]:
    """Find the sentences of a text.

    A sentence ends at its final stop and the closing quotation marks and brackets behind it; not at the stops of
    abbreviations, initials, numbers and addresses, nor at the one of a speaker's label ("Mme Roy. – "), which belongs
    to the first sentence of the turn. Chinese ；does not end one. A blank line, a list item, a row of a table, a
    heading and a salutation end one; a line break in hard-wrapped text does not. A line of signs alone (---) ends one
    and is none. Time and memory are linear in the length of the text.

    Args:
        text: a text of any length.
        language: "en", "fr" or "zh"; any other code gets the rules that the Latin script shares.

    Returns:
        Spans without white space at their ends, in order; together they cover all that is not white space, but for the
        ``>`` before a quoted line and for lines of signs.
    """
    check_text(text, "text")
    text = without_quote_marks(text)
    spans: list[Span] = []
    for block in blocks(text):
        start = block.start
        for end in _ends(text, block, language):
            spans.append(trimmed(text, start, end))
            start = end
        spans.append(trimmed(text, start, block.end))
    return [span for span in spans if span and not _RULE.fullmatch(text, *span)]


def sentences_within(stretch: Span, text: str, language: str) -> list[Span]:
    """Find the sentences of a stretch of a text, as spans of the text.

    Whether a ``>`` is the mark of a quoted line or a sign, the lines before the stretch tell.
    """
    blanked = without_quote_marks(text)
    return [sentence.shift(stretch.start) for sentence in split_sentences(stretch.of(blanked), language)]


def without_quote_marks(text: str) -> str:
    """Blank the ``>`` before quoted lines, one for one; where their number changes, a paragraph separator is put."""
    if ">" not in text:
        return text
    lines: list[str] = []
    depth = 0
    for line in text.splitlines(keepends=True):
        mark = (_STILL_QUOTED if depth else _QUOTED).match(line)
        length, now = (mark.end(), mark.group().count(">")) if mark is not None else (0, 0)
        if now != depth and lines:
            lines[-1] = f"{lines[-1][:-1]}\u2029"
        depth = now
        lines.append(" " * length + line[length:])
    return "".join(lines)


def trimmed(text: str, start: int, end: int) -> Span:
    """Return a stretch of a text without the white space at its ends."""
    piece = text[start:end].rstrip()
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece))


def is_wide(char: str) -> bool:
    """Whether a character is one of East Asia, its punctuation included."""
    return char > _LAST_NARROW


def columns(line: str) -> int:
    """Return the width of a line on a fixed grid, where a Chinese character takes two columns."""
    return len(line) + sum(map(_LAST_NARROW.__lt__, line)) if not line.isascii() else len(line)


def space_between(line: str, following: str) -> str:
    """Return what stands between two lines of running text in one: a space, but nothing where either is Chinese."""
    return "" if is_wide(line[-1]) or is_wide(following[0]) else " "


def in_one_line(text: str) -> str:
    """Return running text without its line breaks and the marks of quoted lines.

    Of a stretch that may begin within quoted lines, ``without_quote_marks`` of the whole text comes first.
    """
    lines = [line.strip() for line in without_quote_marks(text).splitlines()]
    joined = ""
    for line in filter(None, lines):
        joined += space_between(joined, line) + line if joined else line
    return joined


def blocks(text: str, *, full: int | None = None) -> Iterator[Span]:
    """Yield the stretches between line breaks that end a sentence.

    Args:
        text: a text of any length.
        full: columns from which a line is full, so that the next one goes on with its sentence; by default as many as
            the widest line of a hard-wrapped text has with the word that would have followed.
    """
    lines = [trimmed(text, *match.span()) for match in _LINE.finditer(text)]
    lines = [line for line in lines if line]
    if not lines:
        return
    widths = [columns(line.of(text)) for line in lines]
    limit = full if full is not None else _hard_width(text, lines, widths)
    first = lines[0].start
    for (line, following), width in zip(itertools.pairwise(lines), widths, strict=False):
        listed = _NUMBERING.match(text, first, line.end) is not None
        if _breaks(text, line, following, width, limit, listed=listed, opens=line.start == first):
            yield Span(first, line.end)
            first = following.start
    yield Span(first, lines[-1].end)


def _hard_width(text: str, lines: Sequence[Span], widths: Sequence[int]) -> int:
    """Return the width of a hard-wrapped text, 0 for others; one address or table row may stick out of it."""
    widths = [width for line, width in zip(lines, widths, strict=True) if not _RULE.fullmatch(text, *line)]
    wrapped = [width for width in widths if width <= _HARD_WIDTH]
    return max(wrapped, default=0) if len(wrapped) >= 0.9 * len(widths) else 0


def _breaks(text: str, line: Span, following: Span, width: int, limit: int, *, listed: bool, opens: bool) -> bool:
    """Tell whether the break between two lines ends a sentence.

    ``limit`` is the width of a hard-wrapped text, 0 for others; ``listed`` tells that a list item is going on,
    ``opens`` that the line opens a paragraph.
    """
    gap = text[line.end : following.start].replace("\r\n", "\n")
    upcoming = text[following.start : min(following.end, following.start + 80)]
    if len(_BREAK.findall(gap)) > 1 or "\u2029" in gap or "\x0c" in gap or _ITEM.match(upcoming):
        return True
    if _RULE.fullmatch(text, *line) or _RULE.fullmatch(text, *following):
        return True
    if _ROW.search(text, *line) and _ROW.search(text, *following):
        return True
    needed = _columns_needed(text, line, upcoming)
    early = width + needed <= limit or not limit  # the next word would have fitted in
    tail = text[max(line.start, line.end - 40) : line.end]
    if _NUMBERING.match(upcoming) and (early or listed or tail[-1] in ".!?:;…。！？：；"):
        return True
    lead = _LEAD.match(upcoming)
    initial = (upcoming[lead.end() :] if lead else upcoming)[:1]
    if tail[-1] == "," and initial.isupper() and (not limit or (opens and _SALUTATION.fullmatch(text, *line))):
        return True
    if initial.islower() or tail[-1] in "，、；,-":
        return False
    last = _WORD.findall(tail)
    if last and tail.endswith(last[-1]) and last[-1].lower() in HANGING:
        return False
    return early


def _columns_needed(text: str, line: Span, upcoming: str) -> int:
    """Return how many columns the line would need for what stands first in the next one."""
    unbroken = _UNBROKEN.match(upcoming)
    word = unbroken.group() if unbroken is not None else ""
    if not is_wide(text[line.end - 1]) and not is_wide(word[-1:]):
        return columns(word) + 1
    # A Chinese line may also fall short by a character, and by what its programs took for wide.
    return columns(word) + 2 + len(_EITHER_WIDTH.findall(text, *line))


def _ends(text: str, block: Span, language: str) -> Iterator[int]:
    """Yield the offsets in a block at which a sentence ends and another follows."""
    quotes, counted, begin = 0, block.start, block.start
    position = block.start
    while match := _TERMINATOR.search(text, position, block.end):
        closers = _CLOSERS.match(text, match.end(), block.end)
        end = closers.end() if closers else match.end()
        # A straight mark behind a space, or between Chinese characters, closes only what has been opened.
        quotes += text.count('"', counted, match.end())
        if not quotes % 2 and language == "zh" and text.startswith('"', match.end()):
            end = match.end()
        quotes += text.count('"', match.end(), end)
        if quotes % 2 and text.startswith(' "', end):
            end += 2
            quotes += 1
        counted = position = end
        if end >= block.end:
            return
        if _ends_here(text, match.start(), match.end(), end, begin, block.end):
            yield end
            begin = end


def _ends_here(text: str, start: int, stop: int, end: int, begin: int, limit: int) -> bool:
    """Decide over one run of stops ``text[start:stop]`` with its closing marks up to ``end``."""
    stops = text[start:stop]
    lead = _LEAD.match(text, end, limit)
    follows = lead.end() if lead else end
    upcoming = text[follows : follows + 1]
    spaced = text[end].isspace()
    if follows >= limit or (start - begin < 8 and not text[begin:start].strip()):  # nothing but marks on one side
        return False
    if start > begin and text[start - 1] in "([（［【" and end > stop:  # [...] stands for something left out
        return False
    before = text[start - 1] if start > begin else ""
    if not _WIDE_STOPS.isdisjoint(stops) or (before and is_han(before) and not stops.startswith(("…", ".."))):
        if stops in {".", "．"} and upcoming.isalnum() and not spaced and not is_han(upcoming):
            return False
        return not _goes_on(text, end, stop, limit)
    if stops.startswith(("…", "..")) and (is_han(before or " ") or is_han(upcoming or " ")):
        return end > stop and not _goes_on(text, end, stop, limit)
    if not spaced:
        return is_han(text[end]) and stops[-1] in "!?"
    if not upcoming:
        return False
    if text.startswith(")", follows + 1):  # a) b) c) in one paragraph
        return True
    if end > stop and _SAID.match(text, follows, min(limit, follows + 80)):
        return False
    if stops != ".":
        return not upcoming.islower()
    if end == stop and _is_label(text, begin, start, end, limit):
        return False
    opened = text[end:follows].strip(" \u00a0\u202f\t\r\n-–—*_") != ""
    if upcoming.islower() and not opened:
        return False
    return end > stop or not _abbreviates(text, start, begin, follows, limit)


def _is_label(text: str, begin: int, dot: int, end: int, limit: int) -> bool:
    """Tell whether a line up to its first full stop is the label of who speaks: a dash and what is said follow."""
    if dot - begin > _LONGEST_LABEL or _LABEL_DASH.match(text, end, limit) is None:
        return False
    label = text[begin:dot]
    start = begin + len(label) - len(label.lstrip())
    opens = start == 0 or _BREAK.match(text[start - 1]) is not None or _TITLED.match(label.strip()) is not None
    return opens and _DEBATE_LABEL.fullmatch(label.strip()) is not None


def _goes_on(text: str, end: int, stop: int, limit: int) -> bool:
    """Tell whether a Chinese sentence goes on behind a stop: “好！”他说。 or （是！）的."""
    if text[end] in "，、；：。！？,;:.的":
        return True
    start = end + (text[end] == " ")
    return end > stop and _SPEAKS.match(text, start, min(limit, start + 24)) is not None


def _abbreviates(text: str, dot: int, begin: int, follows: int, limit: int) -> bool:
    """Tell whether the full stop at ``dot`` belongs to an abbreviation, an initial or a numbering."""
    low = max(begin, dot - 16)
    match = _TOKEN.search(text[low:dot])
    if not match:
        return False
    token = match.group()
    head = text[begin : low + match.start()].strip() == "" if low + match.start() - begin < 8 else False
    if head and (token.isdigit() or len(token) == 1 or (len(token) <= 4 and set(token) <= set("IVXL"))):
        return True  # a numbering: "1. ", "a. ", "IV. "
    word = token.lower().replace("’", "'").rpartition("'")[2]  # l'art. 5
    if word in TITLES:
        return word in INTRODUCING or token[0].isupper()  # "sens" and "gens" are words as well
    upcoming = _WORD.match(text, follows, limit)
    opens = upcoming is not None and upcoming.group().lower() in OPENERS and not upcoming.group()[1:].isupper()
    if word in NUMBERED and not (len(token) == 1 and token.isupper()):
        return text[follows].isdigit() or bool(upcoming and set(upcoming.group()) <= set("IVXLC") and word != "no")
    if word in EITHER or (len(token) == 1 and token.isupper()) or re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", token):
        return not opens
    return False
