"""Which language a text is in, in which script, and how sure that is."""

from __future__ import annotations

import functools
import itertools
import json
import math
import re
from array import array
from importlib import resources
from typing import TYPE_CHECKING

import attrs

from polyglot_news.errors import LanguageError
from polyglot_news.given import check_text, check_type
from polyglot_news.text import script_of, script_shares

if TYPE_CHECKING:
    import opencc

LANGUAGES = ("en", "fr", "zh")
_SAMPLE = 20_000  # characters: more do not change the answer
_STRETCH = 20  # words: a text of several languages is judged by such stretches
# The languages that langdetect has a profile of and that are written in the Latin script, with how likely each is
# before the text is seen: the two that this library handles first, then by how much is published in them.
_PRIORS = {
    "en": 0.30, "fr": 0.30, "de": 0.07, "es": 0.07, "it": 0.05, "pt": 0.05, "nl": 0.03, "pl": 0.02, "sv": 0.01,
    "da": 0.01, "no": 0.01, "fi": 0.01, "cs": 0.01, "ro": 0.01, "hu": 0.01, "tr": 0.01, "id": 0.01, "vi": 0.01,
    "ca": 0.005, "hr": 0.003, "sk": 0.003, "sl": 0.003, "lt": 0.002, "lv": 0.002, "et": 0.002, "sq": 0.002,
    "af": 0.002, "sw": 0.002, "so": 0.001, "tl": 0.002, "cy": 0.001,
}  # fmt: skip
# Fitted on the first words of news sentences; see benchmarks/language.py.
_SMOOTHING = 7e-5
_PER_WORD = 3.0  # log odds that a function word adds for the languages that have it
_FRENCH_SPACING = 1.5  # the same for a space before : ; ? ! » or behind «
_CAUTION = 0.35  # n-grams overlap, so the sum of their log probabilities overstates what they know
_NAME = 0.35  # a capitalised word is often a foreign name: its n-grams count that much of another's

_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"")
_MOSTLY_OWN = 0.8
_SURE = 0.9

_WORD = re.compile(r"(?:n't|[^\W\d_]+['’]|['’](?:d|ll|m|re|s|ve)\b|[^\W\d_]+)", re.IGNORECASE)
# Characters that the other side's standard holds as rare variants or in surnames only.
_SIMPLIFIED = (
    "万么与于云价优体儿党几厂厘听圣坏复宁岭异怀怜惊愿扑扰据机极构柜气洁洼炖痴确离种筑网胜腊苹茧荐虫蚕触赶适吨并"
)
_TRADITIONAL = "後於徵「」『』"  # and the quotation marks of Taiwan and Hong Kong
_SPACED = re.compile(r"\s[:;?!»](?=\s|$)|«\s")


@attrs.frozen(kw_only=True)
class Detection:
    """The language of a text.

    Attributes:
        language: "en", "fr", "zh", or "und" for any other language and for text without words.
        script: ISO 15924 code of the script that dominates: "Latn", "Hans", "Hant", "Hani" (Chinese characters that
            belong to both), "Jpan", "Cyrl", …; "Zyyy" without letters, "Zzzz" for scripts not told apart.
        confidence: about the probability that ``language`` is right, 0 to 1; 0 where there is nothing to go by.
    """

    language: str
    script: str
    confidence: float


def known_language(language: str, name: str) -> str:
    """Return a detected language if it is one of the three.

    Args:
        language: as ``detect_language`` tells it.
        name: how to call the text in a message, at its beginning.

    Raises:
        LanguageError: it is another one.
    """
    if language not in LANGUAGES:
        msg = f"{name} does not look like English, French or Chinese; if it is, name its language."
        raise LanguageError(msg)
    return language


def language_code(tag: str) -> str:
    """Return "en", "fr" or "zh" for a BCP 47 tag of that language ("fr-CA", "zh_Hant").

    Raises:
        LanguageError: the tag is of another language.
    """
    check_type(tag, str, "A language", "give en, fr or zh")
    code = re.split(r"[-_]", tag.strip().lower(), maxsplit=1)[0]
    if code not in LANGUAGES:
        msg = f"Language {tag!r} is not handled: give one of {', '.join(LANGUAGES)}."
        raise LanguageError(msg)
    return code


def detect_language(text: str) -> Detection:
    """Tell whether a text is English, French or Chinese, and in which script it is written.

    The script decides first: Chinese characters without kana or hangul are Chinese. Texts in the Latin script are
    scored with langdetect's n-gram profiles (Shuyo 2010) of all its Latin-script languages, exactly rather than by
    langdetect's random sampling, and by function words. The result depends on nothing but the text.
    """
    check_text(text, "text")
    sample = text[:_SAMPLE]
    shares = script_shares(sample)
    if not shares:
        return Detection(language="und", script="Zyyy", confidence=0.0)
    script, share = next(iter(shares.items()))
    east_asian = sum(shares.get(name, 0.0) for name in ("Hani", "Jpan", "Kore"))
    if east_asian and east_asian + shares.get("Latn", 0.0) > 0.5:
        # Foreign names stand in Chinese text, and Chinese names in foreign text: words tell more than letters.
        characters = sum(script_of(char) in {"Hani", "Jpan", "Kore"} for char in sample)
        words = sum(1.0 if word.islower() else 0.5 for word in _WORD.findall(sample) if script_of(word[0]) == "Latn")
        share = characters / (characters + 2 * words)
        if share >= 0.5:
            return _east_asian(sample, shares, characters, share)
        script, share = "Latn", 1 - share
    if script != "Latn":
        return Detection(language="und", script=script, confidence=round(share, 3))
    language, confidence = _latin_language(sample)
    around = _QUOTED.sub(" ", sample)
    if len(around) < _MOSTLY_OWN * len(sample):
        # A text that quotes is in the language around the marks: « Yes, we can », le slogan de Barack Obama.
        other, sure = _latin_language(around)
        if sure >= _SURE:
            language, confidence = other, sure
    return Detection(language=language, script=script, confidence=round(confidence * share, 3))


def _east_asian(text: str, shares: dict[str, float], characters: int, share: float) -> Detection:
    """Tell Chinese from Japanese and Korean, and simplified from traditional characters."""
    han, kana, hangul = (shares.get(script, 0.0) for script in ("Hani", "Jpan", "Kore"))
    simplified, traditional, japanese = (sum(map(only.__contains__, text)) for only in _one_script_only())
    # Decorative の and stray jamo occur in Chinese text.
    if kana > 0.1 * han or hangul > 0.1 * han or 0 < japanese >= max(simplified, traditional):
        return Detection(language="und", script="Kore" if hangul > kana else "Jpan", confidence=round(share, 3))
    script = "Hani" if simplified == traditional else "Hans" if simplified > traditional else "Hant"
    # A few Chinese characters may also be Japanese without kana.
    return Detection(language="zh", script=script, confidence=round(share * (1 - 0.2 * 0.6**characters), 3))


@functools.lru_cache(maxsize=1)
def _one_script_only() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the characters that only simplified Chinese, only traditional Chinese and only Japanese uses.

    Such a character is changed by OpenCC and lacks in the other side's national standard (GB 2312, Big5): 后, 里 and
    干 are simplified for some words and at home in traditional text too.
    """
    import opencc

    characters = "".join(map(chr, range(0x4E00, 0xA000)))
    chinese = set(characters.encode("gb2312", "ignore").decode("gb2312"))
    taiwanese = set(characters.encode("big5", "ignore").decode("big5"))
    simplified = _changed(characters, opencc.OpenCC("s2t")) - taiwanese | set(_SIMPLIFIED)
    traditional = _changed(characters, opencc.OpenCC("t2s")) - chinese | set(_TRADITIONAL)
    japanese = _changed(characters, opencc.OpenCC("jp2t")) - chinese - taiwanese - simplified - traditional
    return frozenset(simplified), frozenset(traditional), frozenset(japanese)


def _changed(characters: str, converter: opencc.OpenCC) -> set[str]:
    """Return the characters that a conversion turns into another one; it keeps their number when they stand alone."""
    converted = converter.convert("\n".join(characters)).split("\n")
    return {char for char, new in zip(characters, converted, strict=True) if new != char}


@functools.lru_cache(maxsize=1)
def _profiles() -> dict[str, array[float]]:
    """Return how often each n-gram of langdetect's profiles is met in each language of ``_PRIORS``, as a share."""
    folder = resources.files("langdetect") / "profiles"
    shares: dict[str, array[float]] = {}
    for index, language in enumerate(_PRIORS):
        profile = json.loads((folder / language).read_text(encoding="utf-8"))
        for gram, count in profile["freq"].items():
            if 2 <= len(gram) <= 3:
                row = shares.setdefault(gram, array("f", bytes(4 * len(_PRIORS))))
                row[index] = count / profile["n_words"][len(gram) - 1]
    return shares


@functools.lru_cache(maxsize=1 << 16)
def _log_probabilities(gram: str) -> tuple[float, ...]:
    """Return the smoothed log probability of an n-gram in each language of ``_PRIORS``; nothing of an unknown one."""
    return tuple(math.log(_SMOOTHING + share) for share in _profiles().get(gram, ()))


@functools.lru_cache(maxsize=1)
def _function_words() -> dict[str, tuple[int, ...]]:
    """Return for each function word the indices in ``_PRIORS`` of the languages that have it."""
    from polyglot_news.function_words import FUNCTION_WORDS

    order = list(_PRIORS)
    found: dict[str, list[int]] = {}
    for language, listed in FUNCTION_WORDS.items():
        for word in dict.fromkeys(listed.split()):
            found.setdefault(word, []).append(order.index(language))
    return {word: tuple(indices) for word, indices in found.items()}


def _latin_language(text: str) -> tuple[str, float]:
    """Return "en", "fr" or "und" and how likely it is, on average over the stretches of a longer text."""
    words = _WORD.findall(text.replace("’", "'"))
    spaced = _SPACED.search(text) is not None
    count = max(1, len(words) // _STRETCH)
    bounds = [len(words) * number // count for number in range(count + 1)]
    english = french = 0.0
    for start, end in itertools.pairwise(bounds):
        one, other = _english_and_french(words[start:end], spaced=spaced)
        english += one / count
        french += other / count
    ranked = (("en", english), ("fr", french), ("und", max(0.0, 1.0 - english - french)))
    return max(ranked, key=lambda item: item[1])


def _english_and_french(words: list[str], *, spaced: bool) -> tuple[float, float]:
    """Return how likely the words are English and how likely French; ``spaced`` tells of French punctuation."""
    function_words = _function_words()
    scores = [math.log(prior) for prior in _PRIORS.values()]
    if spaced:
        scores[list(_PRIORS).index("fr")] += _FRENCH_SPACING
    weights: dict[str, float] = {}
    for word in words:
        lowered = word.lower()
        known = function_words.get(lowered, ())
        for index in known:
            scores[index] += _PER_WORD
        plain = (lowered if word.isupper() and len(word) > 1 else word).strip("'")
        padded = f" {plain} "
        weight = _CAUTION if known or word.islower() else _CAUTION * _NAME
        for size in (2, 3):
            for at in range(len(padded) - size + 1):
                gram = padded[at : at + size]
                weights[gram] = weights.get(gram, 0.0) + weight
    for gram, weight in weights.items():
        if row := _log_probabilities(gram):
            scores = [score + weight * value for score, value in zip(scores, row, strict=True)]
    best = max(scores)
    chances = [math.exp(score - best) for score in scores]
    posterior = dict(zip(_PRIORS, (chance / sum(chances) for chance in chances), strict=True))
    return posterior["en"], posterior["fr"]
