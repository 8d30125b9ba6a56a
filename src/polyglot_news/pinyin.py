"""The readings of Chinese characters, without tones (Hanyu Pinyin)."""

from __future__ import annotations

import functools
import os
from types import ModuleType

_NO_PHRASES = "PYPINYIN_NO_PHRASES"


def syllables(text: str) -> list[str]:
    """Return one syllable for each Chinese character, ü for ü; other text stays as it is, one string a stretch.

    >>> syllables("毛泽东")
    ['mao', 'ze', 'dong']
    """
    pypinyin = _library()
    found: list[str] = pypinyin.lazy_pinyin(text, style=pypinyin.Style.NORMAL, v_to_u=True)
    return found


def heteronyms(character: str) -> list[str]:
    """Return every reading of a Chinese character, the usual one first.

    >>> heteronyms("长")
    ['zhang', 'chang']
    """
    pypinyin = _library()
    found: list[str] = pypinyin.pinyin(character, style=pypinyin.Style.NORMAL, heteronym=True, v_to_u=True)[0]
    return found


@functools.lru_cache(maxsize=1)
def _library() -> ModuleType:
    """Load pypinyin without its phrases, which take 44 MiB and tell nothing of names (same readings for our table)."""
    before = os.environ.get(_NO_PHRASES)
    os.environ[_NO_PHRASES] = "1"
    try:
        import pypinyin
    finally:
        if before is None:
            del os.environ[_NO_PHRASES]
        else:
            os.environ[_NO_PHRASES] = before
    return pypinyin
