"""Which language a text is in, in which script, and how sure that is."""

from __future__ import annotations

import functools
import json
import math
import re
from importlib import resources

import attrs

from polyglot_news.errors import LanguageError
from polyglot_news.text import script_shares

LANGUAGES = ("en", "fr", "zh")
_SAMPLE = 20_000  # characters: more do not change the answer
# The languages that langdetect has a profile of and that are written in the Latin script, with how likely each is
# before the text is seen: the two that this library handles first, then by how much is published in them.
_PRIORS = {
    "en": 0.30, "fr": 0.30, "de": 0.07, "es": 0.07, "it": 0.05, "pt": 0.05, "nl": 0.03, "pl": 0.02, "sv": 0.01,
    "da": 0.01, "no": 0.01, "fi": 0.01, "cs": 0.01, "ro": 0.01, "hu": 0.01, "tr": 0.01, "id": 0.01, "vi": 0.01,
    "ca": 0.005, "hr": 0.003, "sk": 0.003, "sl": 0.003, "lt": 0.002, "lv": 0.002, "et": 0.002, "sq": 0.002,
    "af": 0.002, "sw": 0.002, "so": 0.001, "tl": 0.002, "cy": 0.001,
}  # fmt: skip
_SMOOTHING = 5e-5  # langdetect's own
_PER_WORD = 2.5  # log odds that a function word adds for the languages that have it
_CAUTION = 0.45  # n-grams overlap, so the sum of their log probabilities overstates what they know

_WORD = re.compile(r"(?:n't|[^\W\d_]+['’]|['’](?:d|ll|m|re|s|ve)\b|[^\W\d_]+)", re.IGNORECASE)


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


def language_code(tag: str) -> str:
    """Return "en", "fr" or "zh" for a BCP 47 tag of that language ("fr-CA", "zh_Hant").

    Raises:
        LanguageError: the tag is of another language.
    """
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
    sample = text[:_SAMPLE]
    shares = script_shares(sample)
    if not shares:
        return Detection(language="und", script="Zyyy", confidence=0.0)
    kana, hangul = shares.get("Jpan", 0.0), shares.get("Kore", 0.0)
    han = shares.get("Hani", 0.0)
    script, share = next(iter(shares.items()))
    if kana and kana + han >= 0.5 and kana >= 0.1 * han:
        return Detection(language="und", script="Jpan", confidence=round(kana + han, 3))
    if hangul and hangul + han >= 0.5 and hangul >= 0.1 * han:
        return Detection(language="und", script="Kore", confidence=round(hangul + han, 3))
    if script == "Hani":
        return Detection(language="zh", script=_chinese_script(sample), confidence=round(share, 3))
    if script != "Latn":
        return Detection(language="und", script=script, confidence=round(share, 3))
    language, confidence = _latin_language(sample)
    return Detection(language=language, script=script, confidence=round(confidence * share, 3))


def _chinese_script(text: str) -> str:
    simplified, traditional = _one_script_only()
    hans = sum(map(simplified.__contains__, text))
    hant = sum(map(traditional.__contains__, text))
    if hans == hant:
        return "Hani"
    return "Hans" if hans > hant else "Hant"


@functools.lru_cache(maxsize=1)
def _one_script_only() -> tuple[frozenset[str], frozenset[str]]:
    """Return the characters that only simplified and only traditional Chinese uses.

    Such a character is changed by OpenCC and lacks in the other side's national standard (GB 2312, Big5): 后, 里 and
    干 are simplified for some words and at home in traditional text too.
    """
    import opencc

    characters = "".join(map(chr, range(0x4E00, 0xA000)))
    to_traditional, to_simplified = opencc.OpenCC("s2t"), opencc.OpenCC("t2s")
    simplified = frozenset(
        char for char in characters if not _encodes(char, "big5") and to_traditional.convert(char) != char
    )
    traditional = frozenset(
        char for char in characters if not _encodes(char, "gb2312") and to_simplified.convert(char) != char
    )
    return simplified | frozenset("万与"), traditional | frozenset("後於")


def _encodes(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


@functools.lru_cache(maxsize=1)
def _profiles() -> dict[str, tuple[float, ...]]:
    """Return the smoothed log probability of each n-gram of langdetect's profiles in each language of ``_PRIORS``."""
    folder = resources.files("langdetect") / "profiles"
    shares: dict[str, list[float]] = {}
    for index, language in enumerate(_PRIORS):
        profile = json.loads((folder / language).read_text(encoding="utf-8"))
        for gram, count in profile["freq"].items():
            if 2 <= len(gram) <= 3:
                row = shares.setdefault(gram, [0.0] * len(_PRIORS))
                row[index] = count / profile["n_words"][len(gram) - 1]
    return {gram: tuple(math.log(_SMOOTHING + share) for share in row) for gram, row in shares.items()}


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
    """Return "en", "fr" or "und" with its posterior probability."""
    profiles, function_words = _profiles(), _function_words()
    scores = [math.log(prior) for prior in _PRIORS.values()]
    words = [word.replace("’", "'") for word in _WORD.findall(text)]
    for word in words:
        for index in function_words.get(word.lower(), ()):
            scores[index] += _PER_WORD
        plain = word.strip("'")
        padded = f" {plain.lower() if plain.isupper() and len(plain) > 1 else plain} "
        for size in (2, 3):
            for at in range(len(padded) - size + 1):
                row = profiles.get(padded[at : at + size])
                if row:
                    for index, value in enumerate(row):
                        scores[index] += _CAUTION * value
    best = max(scores)
    weights = [math.exp(score - best) for score in scores]
    total = sum(weights)
    posterior = dict(zip(_PRIORS, (weight / total for weight in weights), strict=True))
    english, french = posterior["en"], posterior["fr"]
    other = max(0.0, 1.0 - english - french)
    return max((("en", english), ("fr", french), ("und", other)), key=lambda item: item[1])
