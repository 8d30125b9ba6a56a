"""Lines of several languages: each translated from its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from polyglot_news.language import LANGUAGES, detect_language, known_language
from polyglot_news.translate.decoding import Progress
from polyglot_news.translate.model import Translation
from polyglot_news.translate.translator import Translator

_SURE = 0.8  # confidence from which a line is of its own language, rather than of that of the whole


def translate_lines(
    translator: Translator, lines: Sequence[str], target: str, *, progress: Progress | None = None
) -> list[Translation]:
    """Translate lines, those of one language in one batch; those of the target language stay as they are.

    A line that is too short to tell, or seems to be of another language than the three, is taken to be of the language
    of the whole.

    Raises:
        LanguageError: there is such a line, and the whole is not in English, French or Chinese.
        MissingPackageError: no package translates in a direction that is needed.
        PackageError: a package that is needed is broken.
    """
    sources = _languages(lines, target)
    results = [Translation(text=line, source=line, target=target) for line in lines]
    for source in sorted(set(sources) - {target}):
        places = [place for place, language in enumerate(sources) if language == source]
        done = translator.translate([lines[place] for place in places], source, target, progress=progress)
        for place, translation in zip(places, done, strict=True):
            results[place] = translation
    return results


def _languages(lines: Sequence[str], target: str) -> list[str]:
    """Return the language to translate each line from; the target's where there is nothing to translate."""
    own = [detect_language(line) for line in lines]
    whole = detect_language("\n".join(lines)).language
    sure = Counter(one.language for one in own if one.confidence >= _SURE)
    usual = max(LANGUAGES, key=lambda language: sure[language])
    found = []
    for line, one in zip(lines, own, strict=True):
        if not any(map(str.isalpha, line)):
            found.append(target)
        elif one.language in LANGUAGES and one.confidence >= _SURE:
            found.append(one.language)
        elif whole not in LANGUAGES and one.confidence < _SURE and sure[usual]:
            found.append(usual)  # a short line among lines of several languages
        else:
            found.append(known_language(whole, f"The line {line[:40]!r}"))
    return found
