"""Names that no glossary knows: what a translation must not do to them.

Latin-script names pass through between English and French. Persons, places and bodies of the shipped table, and the
countries of the Unicode CLDR, have their usual forms. Chinese persons are written in pinyin, family name first
(Hanyu Pinyin Orthography, GB/T 28039-2011).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polyglot_news.names import Name, find_names
from polyglot_news.names.chinese import last_transliteration
from polyglot_news.names.similarity import FAMILY_NAMES, name_similarity, transliteration_similarity
from polyglot_news.text import Span, to_simplified
from polyglot_news.translate.markup import MARKUP
from polyglot_news.translate.terms import Wanted

# What no language changes: addresses, telephone numbers, those of accounts, dates in figures, handles, hashtags, the
# symbols of documents such as A/RES/70/1, and marks of markup. Chinese goes on behind them without a space.
_CODES = re.compile(
    rf"{MARKUP}"
    r"|(?:https?://|www\.)[^\s，；：！？”»」）\u3000-\u9fff]*[\w/](?<![\u3000-\u9fff])"
    r"|[A-Za-z\d_.+-]{1,64}@[A-Za-z\d-]{1,64}(?:\.[A-Za-z\d-]{1,64}){1,8}"
    r"|(?<![\w+])\+(?!\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?![ .-]?\d))\d{1,3}(?:[ \u00a0.-]?\(?\d{1,4}\)?){3,6}(?!\d)"
    r"|\(\d{3}\) ?\d{3}-\d{4}(?!\d)|(?<![\d.,])0\d(?:[ .]\d\d){4}(?![\d.,]?\d)"
    r"|(?<!\w)[A-Z]{2}\d\d(?: \d{4}){3,7}(?: \d{1,4})?(?!\w)"
    r"|(?<![\d./-])(?:19|20)\d\d-\d\d-\d\d(?![\d./-]?\d)"
    r"|(?<![\d./-])\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d(?![\d./-]?\d)"
    r"|(?<!\w)[@#]\w{2,}|(?<![\w/])[A-Z]{1,5}(?:/[A-Z0-9]{1,12}(?:\.\d{1,3})?){2,6}(?![\w/])"
)
_TABLE_KINDS = frozenset({"person", "place", "country", "body", "event", "region"})
# A name in Latin letters, but no abbreviation.
_LATIN = re.compile(r"[A-ZÀ-Þ](?!\w*[A-Z]{2})[\w.’'-]+(?:[ ·]+[A-Za-zÀ-ÿ](?!\w*[A-Z]{2})[\w.’'-]*){0,4}")
_NAME_IN_PARENTHESES = re.compile(rf"\s*[（(]\s?({_LATIN.pattern})\s?[）)]")
_TRANSCRIBES = 0.35  # likeness from which characters are taken for a transcription of the name
_TWO_CHARACTERS = {
    "尉迟": "yuchi", "万俟": "moqi", "欧阳": "ouyang", "上官": "shangguan", "司马": "sima", "诸葛": "zhuge",
    "东方": "dongfang", "皇甫": "huangfu", "公孙": "gongsun", "慕容": "murong", "令狐": "linghu", "司徒": "situ",
    "端木": "duanmu", "夏侯": "xiahou", "独孤": "dugu", "南宫": "nangong", "宇文": "yuwen", "长孙": "zhangsun",
}  # fmt: skip
"""Family names of two characters."""
_FAMILY_NAMES = FAMILY_NAMES | _TWO_CHARACTERS


def wanted_codes(text: str) -> list[Wanted]:
    """Return what must be copied byte for byte from any text: addresses, numbers, document symbols."""
    return [Wanted(span=Span(*match.span()), accepted=(match.group(),), kind="keep") for match in _CODES.finditer(text)]


def is_code(text: str) -> bool:
    """Tell whether a text is one thing that must be copied byte for byte."""
    return _CODES.fullmatch(text) is not None


def without_codes(text: str, translation: str) -> tuple[str, str]:
    """Return a text and its translation without what was copied byte for byte."""
    for want in wanted_codes(text):
        (code,) = want.accepted
        if code in translation:
            text, translation = text.replace(code, " ", 1), translation.replace(code, " ", 1)
    return text, translation


def without_transcriptions(text: str) -> str:
    """Blank the Chinese transcription of a foreign name, and the parentheses, where the name itself follows in them.

    >>> without_transcriptions("总理佐兰·扎耶夫（Zoran Zaev）说")
    '总理       Zoran Zaev 说'
    """
    for match in _NAME_IN_PARENTHESES.finditer(text):
        start = _transcription(text[: match.start()], match[1])
        if start is not None:
            first, last = match.span(1)
            blank = " " * (first - start), " " * (match.end() - last)
            text = text[:start] + blank[0] + match[1] + blank[1] + text[match.end() :]
    return text


def _transcription(text: str, name: str) -> int | None:
    """Return where the transcription of a name begins with which a text ends; None if it ends with something else."""
    from polyglot_news.align.segmentation import segment

    known = [found for found in find_names(text, "zh") if found.span.end == len(text) and found.entry is not None]
    if known and name_similarity(known[-1].text, "zh", name, "en") >= _TRANSCRIBES:
        return known[-1].span.start
    first = last_transliteration(text)
    if first is None:
        return None
    # 总理 is a word, though 理 transcribes as well.
    start = next((word.start for word in segment(text, "zh") if word.start >= first), len(text))
    return start if transliteration_similarity(text[start:], name) >= _TRANSCRIBES else None


def wanted_names(text: str, source: str, target: str) -> list[Wanted]:
    """Return how the names of a sentence are to be rendered, as far as that is known."""
    return list(_wanted_names(text, source, target))


def _wanted_names(text: str, source: str, target: str) -> Iterator[Wanted]:
    for name in find_names(text, source, loose=source == "zh"):
        if name.entry is not None:
            accepted = _table_forms(name, source, target) if not _goes_on(text, name) else ()
            if accepted:
                yield Wanted(span=name.span, accepted=accepted, kind="name")
        elif _passes_through(name, source, target):
            yield Wanted(span=name.span, accepted=(name.text,), kind="name")
        elif source == "zh" and target != "zh" and _is_person(name.text):
            yield Wanted(span=name.span, accepted=(romanise(name.text),), kind="romanised")


def _passes_through(name: Name, source: str, target: str) -> bool:
    """Tell whether a name that the table does not know stays as it is."""
    if source == "zh":
        return _LATIN.fullmatch(name.text) is not None
    return target != "zh" and not name.loose and not name.text.isupper()


def _table_forms(name: Name, source: str, target: str) -> tuple[str, ...]:
    """Return the forms of a name of the table, those of the same kind (NATO, OTAN; Erdogan, Erdoğan) first."""
    entry = name.entry
    if entry is None or entry.kind not in _TABLE_KINDS or len(name.entries) > 1 or name.text[0].islower():
        return ()
    if entry.kind in {"country", "place"} and name.text not in entry.forms(source)[:1]:
        return ()  # "French" is no name, and "Washington" may be a man
    words = len(name.text.split())
    return tuple(
        sorted(
            entry.forms(target),
            key=lambda form: (
                form.isupper() != name.text.isupper(),
                "zh" not in (source, target) and len(form.split()) != words,
            ),
        )
    )


def _goes_on(text: str, name: Name) -> bool:
    """Tell whether a name is the first part of one that the table does not know: Chad Hammel, China Daily."""
    return re.match(r"[ \u00a0-][A-ZÀ-Þ]\w", text[name.span.end : name.span.end + 3]) is not None


def _is_person(name: str) -> bool:
    """Tell whether a name that the table does not know has the build of a Chinese person's, not of a foreign one's."""
    from polyglot_news.names.chinese import TRANSLITERATING

    han = all("\u4e00" <= char <= "\u9fff" for char in name)
    foreign = len(name) > 2 and all(char in TRANSLITERATING for char in to_simplified(name))
    return han and not foreign and 2 <= len(name) <= (4 if to_simplified(name)[:2] in _TWO_CHARACTERS else 3)


def romanise(name: str) -> str:
    """Write the name of a Chinese person in pinyin without tones, family name first, given name in one word.

    >>> romanise("毛泽东")
    'Mao Zedong'
    """
    from polyglot_news.pinyin import syllables

    name = to_simplified(name)
    size = 2 if len(name) > 2 and name[:2] in _TWO_CHARACTERS else 1
    family = _FAMILY_NAMES.get(name[:size]) or "".join(syllables(name[:size]))
    given = _joined(syllables(name[size:]))
    return f"{family.capitalize()} {given.capitalize()}".strip()


def _joined(syllables: list[str]) -> str:
    """Join the syllables of a given name; an apostrophe parts a vowel from what stands before it: Li Xi'an."""
    out = ""
    for syllable in syllables:
        out += ("'" if out and syllable[:1] in "aeo" else "") + syllable
    return out
