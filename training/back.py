"""Translation of English text back into the source language of a run, without words that do not exist.

A small network that meets a rare name garbles it. Back-translated that would teach the other direction to mend names
instead of copying them; so such lines are translated once more by the library's translator, which restores names, and
dropped if that does not help.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from polyglot_news.translate import Translator
from training.evaluate import translate

_WORD = re.compile(r"[a-zà-ÿœæ]{3,}", re.IGNORECASE)
_LINES = 500  # that the translator is given at once


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that occur more than once, in small letters."""
    counts = Counter(word.lower() for text in texts for word in _WORD.findall(text))
    return frozenset(word for word, count in counts.items() if count > 1)


def translated_back(
    package: Path, lines: Sequence[str], language: str, known: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """Yield lines with their translations into ``language``, those first of which all words are known.

    Args:
        package: from English.
        lines: English.
        language: that the package writes.
        known: words of this language; of Chinese only its words in Latin letters matter.

    Raises:
        TrainingError: the package cannot be loaded.
    """
    again = []
    for line, made in zip(lines, translate(package, list(lines), beam=1), strict=True):
        if unknown_words(made, line, known):
            again.append(line)
        else:
            yield made, line
    translator = Translator([package])
    for start in range(0, len(again), _LINES):
        block = again[start : start + _LINES]
        for line, found in zip(block, translator.translate(block, "en", language), strict=True):
            made = " ".join(found.text.split())
            unknown = unknown_words(made, line, known)
            if len(unknown) < 2 and not any(word[0].isupper() for word in unknown):
                yield made, line


def unknown_words(made: str, line: str, known: frozenset[str]) -> list[str]:
    """Return the words of a translation that stand neither in the line that it was made of nor among the known ones."""
    copied = {word.lower() for word in _WORD.findall(line)}
    return [word for word in _WORD.findall(made) if word.lower() not in known and word.lower() not in copied]
