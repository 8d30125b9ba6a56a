"""Words: where they stand in a text, and the form under which the lexicons know them."""

from __future__ import annotations

import functools
import math
import re
import threading
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from polyglot_news.errors import LanguageError
from polyglot_news.language import LANGUAGES
from polyglot_news.text import Span

if TYPE_CHECKING:
    import Stemmer

# Letters of the Latin script and its combining marks; a number keeps its separators: 1,300,000 · 1 300 000 · 1,3 · 1.3.
_LETTER = "A-Za-zªºÀ-ÖØ-öø-ɏ\u0300-\u036fḀ-ỿ"
_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,٫]\d+)*"
_SIGN = r"[%‰$€£¥°§№&+=]"
_HAN = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_ENGLISH = rf"[{_LETTER}]+?(?=n['’]t(?![{_LETTER}]))|n['’]t(?![{_LETTER}])|['’](?:s|re|ve|ll|d|m)(?![{_LETTER}])"
_FRENCH = (
    rf"aujourd['’]hui|quelqu['’]une?(?![{_LETTER}])"
    r"|(?:jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|qu|[cdjlmnstç])['’]"
)
_CONTRACTIONS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "ca": "can", "wo": "will"}
_NUMERALS = frozenset("零〇一二三四五六七八九十百千万亿两")
_LONGEST_WORD = 10
_UNKNOWN = -16.0  # log probability of a character that is in no word of the lexicon
_NUMERAL_RUN = -6.0


@functools.lru_cache(maxsize=4)
def _pattern(language: str) -> re.Pattern[str]:
    clitics = {"en": _ENGLISH + "|", "fr": _FRENCH + "|"}.get(language, "")
    return re.compile(
        rf"(?P<han>[{_HAN}]+)|(?:[{_LETTER}]\.){{2,}}|{_NUMBER}|{clitics}[{_LETTER}][{_LETTER}\d]*|{_SIGN}|[^\W\d_{_HAN}]+",
        re.IGNORECASE,
    )


def check_language(language: str) -> str:
    """Return the language code as it is, or raise `LanguageError` for one without word lists."""
    if language not in LANGUAGES:
        raise LanguageError(f"There are no word lists for the language {language!r}: use one of en, fr, zh.")
    return language


def segment(text: str, language: str) -> list[Span]:
    """Return the words of a text, punctuation left out.

    English and French contractions are split (*do|n't*, *l'|accord*), compounds are split at the hyphen, a number is
    one word with its separators, and signs that are read aloud (%, €) count as words. Chinese, simplified or
    traditional, is split into the likeliest sequence of dictionary words (unigram model, Viterbi search); so are Han
    characters that stand in an English or French text.

    Raises:
        LanguageError: the language is none of "en", "fr", "zh".
    """
    spans: list[Span] = []
    for match in _pattern(check_language(language)).finditer(text):
        if match.lastgroup == "han":
            spans.extend(_split_han(match.group(), match.start()))
        else:
            spans.append(Span(*match.span()))
    return spans


def _split_han(run: str, offset: int) -> Iterator[Span]:
    from polyglot_news.align import lexicon

    words, fold = lexicon.segmentation_words()
    run = run.translate(fold)
    size = len(run)
    best = [0.0] + [-math.inf] * size
    back = [0] * (size + 1)
    for start in range(size):
        base = best[start]
        if base + _UNKNOWN > best[start + 1]:
            best[start + 1], back[start + 1] = base + _UNKNOWN, start
        for end in range(start + 1, min(size, start + _LONGEST_WORD) + 1):
            score = words.get(run[start:end])
            if score is not None and base + score > best[end] and not _ends_in_must(run, start, end):
                best[end], back[end] = base + score, start
        if run[start] in _NUMERALS:
            end = start + 1
            while end < size and run[end] in _NUMERALS and end - start < _LONGEST_WORD:
                end += 1
                score = base + _NUMERAL_RUN - (end - start)
                if score > best[end]:
                    best[end], back[end] = score, start
    ends = []
    while size > 0:
        ends.append(size)
        size = back[size]
    start = 0
    for end in reversed(ends):
        yield Span(offset + start, offset + end)
        start = end


def _ends_in_must(run: str, start: int, end: int) -> bool:
    """Whether a word would end within 不得不: 亦|不得不, not 亦不得|不."""
    return run.startswith("不", end) and run.endswith("不得", start, end)


# A stemmer keeps the word that it works on: two threads that share one spoil each other's stems.
_STEMMING = threading.Lock()


@functools.lru_cache(maxsize=2)
def _stemmer(language: str) -> Stemmer.Stemmer:
    import Stemmer

    return Stemmer.Stemmer({"en": "english", "fr": "french"}[language])


@functools.lru_cache(maxsize=1 << 16)
def normal_form(word: str, language: str) -> str:
    """Return the form under which the lexicons know a word: compatibility-folded, lower case, stem.

    English and French stems are Snowball's; a Chinese word is folded to simplified characters.
    """
    form = unicodedata.normalize("NFKC", word).replace("’", "'").lower()
    if language == "en":
        form = _CONTRACTIONS.get(form, form)
    if form.isascii() and not form.isalpha():
        if len(form) > 2 and form[0].isalpha() and "." in form:
            return form.replace(".", "")  # u.s. = us stays apart from the pronoun only by case, which is gone
        if form[0].isdigit():
            return form.replace(" ", "")
    if form[:1] >= "\u3007":
        from polyglot_news.align.lexicon import segmentation_words

        return form.translate(segmentation_words()[1])
    if language == "zh" or not form[:1].isalpha():
        return form
    if language == "fr":
        form = _ELISIONS.get(form, form)
    with _STEMMING:
        return str(_stemmer(language).stemWord(form))


_ELISIONS = {
    "l'": "le", "d'": "de", "j'": "je", "m'": "me", "n'": "ne", "s'": "se", "t'": "te", "c'": "ce", "ç'": "ce",
    "qu'": "que", "jusqu'": "jusque", "lorsqu'": "lorsque", "puisqu'": "puisque", "quoiqu'": "quoique",
    "presqu'": "presque",
    "quelqu'": "quelque",
}  # fmt: skip
