"""Telling statements from scare quotes and from titles of works."""

from __future__ import annotations

import re

from polyglot_news.quotes.attribution import Attribution
from polyglot_news.quotes.frames import Frames
from polyglot_news.quotes.lexicon import sections
from polyglot_news.quotes.marks import NEVER_OPENED, Stretch
from polyglot_news.quotes.model import QuoteKind

_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_SCARE_WORDS = 3
_SCARE_HAN = 7
_TITLE_WORDS = 12


def kind_of(frames: Frames, stretch: Stretch, attribution: Attribution | None, language: str) -> QuoteKind:
    """Tell what a quoted stretch is.

    A stretch with an attribution of its own is a statement however short; one without is a statement if it is a
    clause or stands alone, a title if its capitals or the word before it say so, and a scare quote
    if it is only a word or three.
    """
    if stretch.mark == "《":
        return "title"
    if stretch.mark == ">":
        return "block"
    if stretch.mark == "—":
        return "direct"
    text = frames.text
    content = text[stretch.contents[0].start : stretch.contents[-1].end]
    lead = frames.masked[max(0, stretch.outer.start - 40) : stretch.outer.start]
    chinese = language == "zh" or (language not in {"en", "fr"} and _HAN.search(content) is not None)
    governed = attribution is not None and attribution.governs
    if chinese:
        return _chinese_kind(lead, content, attribution, frames, stretch)
    if _is_title(lead, content, governed, language):
        return "title"
    if governed or stretch.warning == NEVER_OPENED:
        return "direct"
    held_off = _ends_with(lead, sections("fr" if language == "fr" else "en")["distance"])
    count = len(_WORD.findall(content))
    if held_off and (attribution is None or count <= _SCARE_WORDS):
        return "scare"
    if attribution is not None or count > _SCARE_WORDS or len(stretch.contents) > 1:
        return "direct"
    return "direct" if _stands_alone(frames, stretch) and content[-1] in ".!?…," else "scare"


def _chinese_kind(
    lead: str, content: str, attribution: Attribution | None, frames: Frames, stretch: Stretch
) -> QuoteKind:
    bare = lead.rstrip()
    if attribution is not None and attribution.governs:
        return "direct"
    if _ends_with(bare, sections("zh")["works"]):
        return "title"
    tail = frames.masked[stretch.outer.end : stretch.outer.end + 3]
    if _ends_with(bare, sections("zh")["distance"]) or tail.startswith(("一词", "一詞", "的说法")):
        return "scare"
    length = len(_HAN.findall(content))
    if content[-1] in "。！？…，" or (content[-1] in "!?" and length > 3):
        return "direct"
    if length > _SCARE_HAN and (attribution is not None or length > 2 * _SCARE_HAN or "，" in content):
        return "direct"
    return "direct" if attribution is not None and length > _SCARE_HAN // 2 + 1 else "scare"


def _ends_with(lead: str, endings: tuple[str, ...]) -> bool:
    bare = lead.rstrip(" \u00a0\u202f").lower().replace("’", "'")
    for ending in endings:
        if bare.endswith(ending):
            before = bare[: -len(ending)]
            if not before or not before[-1].isalnum() or not ending[0].isascii():
                return True
    return False


def _is_title(lead: str, content: str, governed: bool, language: str) -> bool:
    words = _WORD.findall(content)
    if (
        not words
        or len(words) > _TITLE_WORDS
        or content[-1] in ".!;"
        or not (words[0][0].isupper() or words[0][0].isdigit())
    ):
        return False
    before = _WORD.findall(lead.lower())
    lists = sections("fr" if language == "fr" else "en")
    announced = bool(before) and before[-1] in lists["works"] and not lead.rstrip().endswith((".", ":", "?", "!"))
    if announced and not governed:
        return True
    capitals = sum(1 for word in words if word[0].isupper() or word[0].isdigit())
    small = sum(1 for word in words if word.lower() in lists["small"] and not word[0].isupper())
    title_case = len(words) > 1 and capitals + small == len(words) and capitals > small and capitals > 1
    if language == "fr" or not title_case:
        return False
    return not governed or (
        bool(before) and before[-1] in {"on", "of", "in", "from", "film", "book"} and lead.endswith(" ")
    )


def _stands_alone(frames: Frames, stretch: Stretch) -> bool:
    """Whether a quote is a sentence by itself."""
    start = stretch.outer.start
    block = frames.blocks[frames.block_index(start)]
    lead = frames.text[max(block.span.start, start - 3) : start].rstrip()
    return not lead or lead[-1] in ".!?…:。！？：—–"
