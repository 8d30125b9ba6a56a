"""The typography of the target language: quotation marks, spaces before signs, full-width punctuation."""

from __future__ import annotations

import re

from polyglot_news.text import is_han

NBSP, THIN = "\u00a0", "\u202f"

# Opening and closing marks. English: straight, as news agencies send them, and as its apostrophes are here. French:
# Lexique des règles typographiques de l'Imprimerie nationale.
_MARKS = {"en": ('"', '"'), "fr": ("«" + NBSP, NBSP + "»"), "zh": ("“", "”")}
_SPACES = " \u00a0\u202f\u2009"
_DOUBLE = re.compile(f'([{_SPACES}]?)([“”«»„「」"])([{_SPACES}]?)')
_WIDE = str.maketrans(",;:?!().", "，；：？！（）。")
_NARROW = {"，": ", ", "、": ", ", "；": "; ", "：": ": ", "？": "? ", "！": "! ", "。": ". ", "（": " (", "）": ") "}
_WIDE_SIGN = re.compile(f" ?([{''.join(_NARROW)}]) ?")
_BEFORE_HIGH = re.compile(r"(?<=[^\s;:!?«(\[/\u00a0\u202f])[ \u00a0\u202f\u2009]?([;!?]+)(?=[\s»\"”)\]]|$)")
_BEFORE_COLON = re.compile(r"(?<=[^\s:/«(])[ \u00a0\u202f\u2009]?(:)(?=\s|$)")
_BEFORE_PERCENT = re.compile(r"(?<=\d)[ \u00a0\u202f\u2009]?(%)")
_SPACE_BEFORE = re.compile(r"[ \u00a0\u202f]+([,;:!?.)\]”%])(?=[\s\"”’)\]]|$)")
_HAN_SPACE = re.compile(r"(?<=[\u3400-\u9fff，。、；：？！“”（）《》]) +(?=[\u3400-\u9fff，。、；：？！“”（）《》])")


def quotation_marks(language: str) -> tuple[str, str]:
    """Return what opens and what closes a quotation in a language, no-break spaces included."""
    return _MARKS[language]


def dress(text: str, language: str, source: str) -> str:
    """Give a translated sentence the typography of its language.

    French: « » and no-break spaces before the high signs; English: straight marks; Chinese: full-width punctuation
    beside Chinese characters, “ ”, no spaces between Chinese characters.

    Args:
        text: the output of a model.
        language: its language.
        source: the sentence that was translated: its marks tell which side an odd one is on.
    """
    text = _quotes(text, language, source)
    if language == "zh":
        return _chinese(text)
    text = _WIDE_SIGN.sub(lambda match: _NARROW[match.group(1)], text).strip()
    if language == "fr":
        text = text.replace(f",{NBSP}»", f"{NBSP}»,")
        text = _BEFORE_HIGH.sub(THIN + r"\1", text)
        text = _BEFORE_COLON.sub(NBSP + r"\1", text)
        return _BEFORE_PERCENT.sub(NBSP + r"\1", text)
    return _SPACE_BEFORE.sub(r"\1", text)


def _quotes(text: str, language: str, source: str) -> str:
    """Turn every double quotation mark into that of the language, with its spaces.

    Where the source has as many marks as the translation, they tell which ones open and which ones close.
    """
    opening, closing = _MARKS[language]
    inside = _starts_inside(source)
    marks = list(_DOUBLE.finditer(text))
    known = [mark in "“«„「" for mark in source if mark in "“”«»„「」"]
    out, position = [], 0
    for index, match in enumerate(marks):
        before, mark, after = match.groups()
        if len(known) == len(marks):
            inside = known[index]
        else:
            inside = _opens(text, match.start(2), inside=inside) if mark == '"' else mark in "“«„「"
        if not inside and not after and text[match.end() : match.end() + 1].isalpha():
            after = before  # the model took a closing mark for an opening one
        out += [text[position : match.start()], before + opening if inside else closing + after]
        position = match.end()
    return "".join([*out, text[position:]])


def _opens(text: str, index: int, *, inside: bool) -> bool:
    """Tell whether a straight mark opens a quotation: by its neighbours, else in turn."""
    before, after = text[index - 1 : index] or " ", text[index + 1 : index + 2] or " "
    free_before, free_after = before in _SPACES + "([-—–", after in _SPACES + ".,;:!?)]"
    return not inside if free_before == free_after else free_before


def _starts_inside(source: str) -> bool:
    """Tell whether a sentence begins inside a quotation: its first mark closes."""
    first = next((char for char in source if char in "“”«»„「」"), "")
    return first in ("”", "»", "」")


def _chinese(text: str) -> str:
    out = list(text.replace("...", "……"))
    opened = False
    for index, char in enumerate(out):
        before = out[index - 1] if index else ""
        after = out[index + 1] if index + 1 < len(out) else ""
        if char == "(":
            opened = _is_wide(before) or _is_wide(after)
        ends = char == "." and not after.isalnum()
        if (char in "()" and opened) or ((ends or char in ",;:?!") and _is_wide(before)):
            out[index] = char.translate(_WIDE)
    return _HAN_SPACE.sub("", "".join(out))


def _is_wide(char: str) -> bool:
    return char != "" and (is_han(char) or char in "，。、；：？！”》）")
