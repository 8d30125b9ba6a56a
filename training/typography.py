"""One typography for each target language, several for the sources."""

from __future__ import annotations

import re

# Windows-1252 punctuation that was read as Latin-1, and characters that print nothing.
_DAMAGED = str.maketrans(
    {
        "\x91": "‘", "\x92": "’", "\x93": "“", "\x94": "”", "\x96": "–", "\x97": "—", "\x85": "…",
        "\xad": None, "\u200b": None, "\ufeff": None, "`": "'", "´": "'",
    }
)  # fmt: skip
_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
_PAIR = re.compile(r'["“„«]\s*([^"“”„«»]{1,200}?)\s*["”»]')
_BETWEEN_LETTERS = re.compile(r"(?<=\w)['‘](?=\w)")
_HAN = r"[\u3400-\u9fff、。，；：？！）》”]"
_WIDE = str.maketrans(",;:?!", "，；：？！")
_HALF = re.compile(rf"(?<={_HAN})\s*([,;:?!])\s*(?!\d)")
_FULL_STOP = re.compile(rf"(?<={_HAN})\s*\.\s*$")
_BRACKETS = re.compile(r"\(([^()]*[\u3400-\u9fff][^()]*)\)")
_CHINESE_GAP = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])\s+(?=[\u3000-\u9fff\uff00-\uffef])")


def repaired(text: str) -> str:
    """Text without damaged or invisible characters, spaces collapsed."""
    return " ".join(text.translate(_DAMAGED).split())


def as_target(text: str, language: str) -> str:
    """Text in the typography that a package shall write.

    English: straight quotation marks and apostrophes. French: « » with spaces, ’ for elision.
    Chinese: full-width punctuation, “ ”, no space between characters.
    """
    text = repaired(text)
    if language == "en":
        return repaired(_PAIR.sub(r'"\1"', text).translate(_STRAIGHT))
    if language == "fr":
        return _BETWEEN_LETTERS.sub("’", _PAIR.sub(r"« \1 »", text))
    text = _PAIR.sub(r"“\1”", text)
    text = _BRACKETS.sub(r"（\1）", text)
    text = _HALF.sub(lambda match: match[1].translate(_WIDE), text)
    text = _FULL_STOP.sub("。", text)
    return _CHINESE_GAP.sub("", text)
