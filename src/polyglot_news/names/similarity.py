"""How likely two names of different languages name the same: table, pinyin, transliteration, spelling."""

from __future__ import annotations

import itertools
import re
from functools import cache, lru_cache

from polyglot_news.names.latin import fold
from polyglot_news.names.model import Entry
from polyglot_news.names.table import surfaces

# Consonants by place of articulation: Chinese transliterations keep little more than these. They write v as w and as f
# (沃基耶, Vauquier; 伊万诺夫, Ivanov).
_LATIN_SOUNDS = tuple(
    tuple(pair.split("="))
    for pair in [
        "tch=S",
        "sch=S",
        "sh=S",
        "ch=S",
        "ph=F",
        "th=T",
        "ck=K",
        "qu=K",
        "gh=K",
        "kh=K",
        "ts=S",
        "tz=S",
        "cz=S",
        "zh=S",
        "dj=S",
        "ce=S",
        "ci=S",
        "cy=S",
        "ge=S",
        "gi=S",
        "b=P",
        "p=P",
        "d=T",
        "t=T",
        "g=K",
        "k=K",
        "c=K",
        "q=K",
        "x=KS",
        "f=F",
        "v=F",
        "w=F",
        "l=L",
        "r=L",
        "m=M",
        "n=N",
        "s=S",
        "z=S",
        "j=S",
        "h=H",
    ]
)
_PINYIN_SOUNDS = {
    "b": "P", "p": "P", "d": "T", "t": "T", "g": "K", "k": "K", "h": "H", "j": "S", "q": "S", "x": "S", "zh":
    "S", "ch": "S", "sh": "S", "z": "S", "c": "S", "s": "S", "r": "L", "l": "L", "m": "M", "n": "N", "f": "F",
    "w": "F", "y": "",
}  # fmt: skip
_LATIN_WORD = re.compile(r"[^\W\d_]+")


def name_similarity(one: str, one_language: str, two: str, two_language: str) -> float:
    """Return how likely two names name the same, 0 to 1.

    Args:
        one: a name, as it stands in a text.
        one_language: "en", "fr" or "zh".
        two: another name.
        two_language: "en", "fr" or "zh".
    """
    entries, others = _lookup(one, one_language), _lookup(two, two_language)
    if entries and others:
        return 1.0 if {e.number for e in entries} & {e.number for e in others} else 0.0
    if "zh" not in {one_language, two_language}:
        return _spelling(one, two)
    if one_language == two_language:
        return 1.0 if one == two else 0.0
    chinese, latin = (one, two) if one_language == "zh" else (two, one)
    return max(pinyin_similarity(chinese, latin), transliteration_similarity(chinese, latin))


def _lookup(name: str, language: str) -> tuple[Entry, ...]:
    return surfaces(language).get(name) or _folded(language).get(fold(name), ())


@cache
def _folded(language: str) -> dict[str, tuple[Entry, ...]]:
    return {fold(form): entries for form, entries in surfaces(language).items()}


def _spelling(one: str, two: str) -> float:
    """Compare two Latin names: diacritics, word order and endings may differ (Poutine, Putin)."""
    from rapidfuzz import fuzz

    first, second = fold(one), fold(two)
    if first == second:
        return 1.0
    words, others = first.split(), second.split()
    shared = fuzz.token_sort_ratio(first, second) / 100
    tails = fuzz.ratio(words[-1], others[-1]) / 100 if words and others else 0.0
    sounds = fuzz.ratio(latin_sounds(words[-1]), latin_sounds(others[-1])) / 100 if words and others else 0.0
    return max(shared, 0.95 * tails, 0.85 * sounds if len(latin_sounds(words[-1])) > 2 else 0.0)


def pinyin_similarity(chinese: str, latin: str) -> float:
    """Compare a Chinese name with its romanisation: 陈光明 and Chen Guangming."""
    from rapidfuzz import fuzz

    letters = "".join(_LATIN_WORD.findall(fold(latin)))
    characters = [c for c in chinese if "\u4e00" <= c <= "\u9fff"]
    if not letters or not characters:
        return 0.0
    names = itertools.product(family_readings(characters[0]), given_readings("".join(characters[1:])))
    orders = [order for family, given in names for order in (family + given, given + family)]
    best = max(fuzz.ratio(order, letters) for order in orders) / 100
    return best if best > 0.8 else 0.0


def transliteration_similarity(chinese: str, latin: str) -> float:
    """Compare a transliteration with its original: 马克龙 and Macron, by their consonants."""
    from rapidfuzz.distance import Levenshtein

    parts = [part for part in re.split(r"[·•‧・\-]", chinese) if part]
    words = _LATIN_WORD.findall(latin)
    if not parts or not words:
        return 0.0
    best = 0.0
    for part, word in ((parts[-1], words[-1]), ("".join(parts), "".join(words)), (parts[0], words[0])):
        left, right = chinese_sounds(part), latin_sounds(fold(word))
        longest = max(len(left), len(right))
        if longest < 2:
            continue
        distance = Levenshtein.distance(left, right, weights=(1, 1, 2)) / (len(left) + len(right))
        best = max(best, 1 - distance)
    return best


@lru_cache(maxsize=4096)
def latin_sounds(word: str) -> str:
    """Return the consonant classes of a Latin word in lower case without diacritics."""
    sounds = []
    at = 0
    if word.endswith("vic"):
        word += "h"  # Slavic names lose their diacritic: Petrović
    while at < len(word):
        for letters, sound in _LATIN_SOUNDS:
            if word.startswith(letters, at):
                sounds.append(sound)
                at += len(letters) - (1 if letters in {"ce", "ci", "cy", "ge", "gi"} else 0)
                break
        else:
            at += 1
    joined = "".join(sounds)
    return re.sub(r"(.)\1+", r"\1", joined).replace("H", "") or joined


def chinese_sounds(name: str) -> str:
    """Return the consonant classes of a Chinese transliteration."""
    sounds = [_sound(c) for c in name if "\u4e00" <= c <= "\u9fff"]
    joined = re.sub(r"(.)\1+", r"\1", "".join(sounds))
    return joined.replace("H", "") or joined


@lru_cache(maxsize=8192)
def _sound(character: str) -> str:
    syllable = _pinyin(character)
    if character in "尔耳儿":
        return "L"
    initial = syllable[:2] if syllable[:2] in _PINYIN_SOUNDS else syllable[:1]
    sound = _PINYIN_SOUNDS.get(initial, "")
    return sound + ("N" if syllable.endswith(("n", "ng")) else "")


@lru_cache(maxsize=8192)
def _pinyin(character: str) -> str:
    from polyglot_news.pinyin import syllables

    return syllables(character)[0].replace("ü", "v")


# Family names that pinyin libraries read as the everyday word.
FAMILY_NAMES = {
    "单": "shan", "解": "xie", "仇": "qiu", "曾": "zeng", "查": "zha", "任": "ren", "华": "hua", "盖": "ge",
    "区": "ou", "缪": "miao", "乐": "yue", "翟": "zhai", "员": "yun", "折": "she", "种": "chong", "秘": "bi",
    "冼": "xian", "朴": "piao",
}  # fmt: skip
# What else some are read as, of a part of those who bear them.
_ALSO_READ = {
    "乐": ("le",), "翟": ("di",), "朴": ("park",), "覃": ("qin", "tan"), "纪": ("ji",), "宁": ("ning",), "葛": ("ge",),
    "尉": ("wei", "yu"), "洗": ("xian",), "隗": ("wei", "kui"), "召": ("shao",), "吕": ("lv", "lyu", "lu"),
}  # fmt: skip


def family_readings(character: str) -> tuple[str, ...]:
    """Return the pinyin of a character, and what else it is read as in a family name: 覃 is Tan, and Qin in Guangxi."""
    usual = _pinyin(character)
    return tuple(dict.fromkeys((usual, FAMILY_NAMES.get(character, usual), *_ALSO_READ.get(character, ()))))


@lru_cache(maxsize=4096)
def given_readings(name: str) -> tuple[str, ...]:
    """Return the pinyin of a given name in every reading: 长海 is Changhai, not Zhanghai."""
    if len(name) > _GIVEN:
        return (pinyin_of(name),)
    from polyglot_news.pinyin import heteronyms

    syllables = ([syllable.replace("ü", "v") for syllable in heteronyms(character)] for character in name)
    return tuple("".join(reading) for reading in itertools.product(*syllables))


_GIVEN = 2
"""How many characters a given name has at most."""


def pinyin_of(text: str) -> str:
    """Return the pinyin of the Chinese characters of a text, without tones, a space where other text stands between."""
    return "".join(_pinyin(c) if "\u4e00" <= c <= "\u9fff" else " " for c in text)


def sounds_of_text(text: str) -> str:
    """Return the consonant classes of a Chinese text, with "|" for characters that do not transliterate."""
    from polyglot_news.names.chinese import TRANSLITERATING

    sounds = "".join(_sound(c) if c in TRANSLITERATING else "|" for c in text)
    return re.sub(r"([^|])\1+", r"\1", re.sub(r"\|+", "|", sounds)).replace("H", "")


def chinese_parts(name: str) -> list[str]:
    """Return the consonant classes of each part of a transliterated name, at least two each."""
    parts = [chinese_sounds(part) for part in re.split(r"[·•‧・\-]", name)]
    return [part for part in parts if len(part) > 1]
