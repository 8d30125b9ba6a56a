"""Putting translated units together as the source text was laid out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from polyglot_news.text import Span, to_simplified
from polyglot_news.translate.segments import Unit
from polyglot_news.translate.typography import dress, quotation_marks
from polyglot_news.values.chinese_numerals import read_chinese

_NUMERAL = re.compile(r"([（(]?)([一二三四五六七八九十百\d]{1,4})([）)]|、)\s*")
# The parts of a law, in English and French.
_PART = re.compile(r"第([一二三四五六七八九十百千\d]{1,6})([条條款章节節])\s+")
_PARTS = {"条": ("Article", "Article"), "款": ("Paragraph", "Paragraphe"), "章": ("Chapter", "Chapitre"),
          "节": ("Section", "Section")}  # fmt: skip
_FIRST_WORD = re.compile(r"[\s\"'“‘«(\[¿¡–—-]*([^\W\d_]+)(?!\w|\.\w)")
_STOPS = ".!?…。！？"


def finish(translated: str, unit: Unit, target: str) -> str:
    """Give the translation of a unit back what its source had: typography, capitals, quotation marks, bullet.

    Args:
        translated: what the model said.
        unit: the unit.
        target: the language of the translation.
    """
    if unit.text.endswith((";", "；")) and not translated.endswith((";", "；")):
        translated = translated.rstrip(".。,，") + ";"  # models drop it at the end of a list item
    text = dress(translated, target, unit.text)
    return wrap(text.upper() if unit.capitals else text, unit, target)


def with_capital_of(
    source: str, translated: str, target: str, kept: Sequence[str], is_common: Callable[[str], bool]
) -> str:
    """Begin a translation with a capital or a small letter as its source does.

    Args:
        source: the text of the unit, not in Chinese.
        translated: what the model said.
        target: the language of the translation.
        kept: what must stay byte for byte.
        is_common: tells whether the model knows a word in small letters.
    """
    first, start = _FIRST_WORD.match(source), _FIRST_WORD.match(translated)
    if target == "zh" or not first or not start or translated.startswith(tuple(kept), start.start(1)):
        return translated
    word, large = start[1], first[1][0].isupper()
    if word[0].isupper() == large or not (word[0].lower() + word[1:]).islower():
        return translated
    if not large and first[1] != first[1].lower():  # iPhone, mRNA
        return translated
    if not large and (word == "I" or not is_common(word.lower()) or _opens_with_name(translated, start.end(), target)):
        return translated
    changed = word[0].upper() if large else word[0].lower()
    return translated[: start.start(1)] + changed + translated[start.start(1) + 1 :]


def _opens_with_name(text: str, end: int, language: str) -> bool:
    from polyglot_news.names import find_names

    return any(name.span.start < end for name in find_names(text, language))


def wrap(text: str, unit: Unit, target: str) -> str:
    """Put the bullet, the quotation marks and the markup of a unit around its translation, unless it has the marks."""
    opening, closing = quotation_marks(target)
    if unit.opening and text[:1] not in '“«„「"':
        text = opening + text
    if unit.closing and text.rstrip(_STOPS)[-1:] not in '”»」"':
        if unit.stop and text[-1:] in _STOPS:
            text = text[:-1].rstrip() + closing + text[-1]
        else:
            text += closing
    return _bullet(unit.bullet, target) + unit.head + text + unit.tail


def _bullet(bullet: str, target: str) -> str:
    """Return a bullet as the target language writes it: 一、 becomes 1., （二） becomes (2), 第三条 Article 3."""
    match = _NUMERAL.fullmatch(bullet) or _PART.fullmatch(bullet)
    if target == "zh" or not match:
        return bullet
    number = match[1] if match.re is _PART else match[2]
    read = read_chinese(number)
    if read is None:
        return bullet
    value = number if number.isdigit() else str(read[0])
    if match.re is _PART:
        return f"{_PARTS[to_simplified(match[2])][target == 'fr']} {value}. "
    return f"({value}) " if match[1] else f"{value}{'.' if match[3] == '、' else ')'} "


def assemble(text: str, units: Sequence[Unit], parts: Sequence[str], target: str) -> tuple[str, list[Span]]:
    """Join translated units with what stands between them in the source.

    Line breaks, lines of signs and what parts the cells of a table stay. Between units on one line stands one space,
    or none in front of Chinese.

    Args:
        text: the text that was cut into units.
        units: the units.
        parts: their translations.
        target: the language of the translations.

    Returns:
        The translated text, and where each part stands in it.
    """
    out: list[str] = []
    spans, length, position = [], 0, 0
    for unit, part in zip(units, parts, strict=True):
        gap = _gap(text, position, unit.span.start, "".join(out[-1:])[-1:], part[:1], target)
        out += [gap, part]
        length += len(gap)
        spans.append(Span(length, length + len(part)))
        length += len(part)
        position = unit.span.end
    out.append(_spaces(text[position:], target))
    return "".join(out), spans


def _gap(text: str, start: int, end: int, before: str, after: str, target: str) -> str:
    """Return what stands between two parts, of which the last and the first character are given."""
    space = text[start:end]
    if not before or not after or space.strip() or not {"\n", "\r", "\t"}.isdisjoint(space):
        return _spaces(space, target)
    if target == "zh":
        return space if before.isascii() and after.isascii() else ""
    if not space:
        return "" if text[start - 1].isascii() else " "  # Chinese sentences follow each other without a space
    return space


def _spaces(space: str, target: str) -> str:
    """Keep white space; the wide spaces that indent a Chinese paragraph become plain ones elsewhere."""
    return space if target == "zh" else space.replace("\u3000", "  ")
