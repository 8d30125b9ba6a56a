"""A thesaurus of the language of news: which words of English, French and Chinese can render each other.

A line of ``concepts/*.tsv`` is a concept: English, French and Chinese words for it, parted by ``|``, and English words
that mean something else although they fit the same sentence. The lexicons (``python -m training.thesaurus``) and the
estimator (``training.estimator.reword``) learn from it.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path

import attrs

from polyglot_news.language import LANGUAGES

FOLDER = Path(__file__).parent / "concepts"


@attrs.frozen
class Concept:
    """What can be said in these words.

    Attributes:
        words: for each language its words and short phrases, the plainest first; verbs in the infinitive, nouns and
            adjectives in the masculine singular.
        others: English words that would say something else.
    """

    words: dict[str, tuple[str, ...]]
    others: tuple[str, ...]


@functools.lru_cache(maxsize=1)
def concepts() -> tuple[Concept, ...]:
    """Return all concepts, in the order of the files."""
    return tuple(concept for path in sorted(FOLDER.glob("*.tsv")) for concept in read(path))


def read(path: Path) -> Iterator[Concept]:
    """Yield the concepts of a file.

    Raises:
        ValueError: a line has not three or four columns.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        columns = [tuple(word.strip() for word in cell.split("|") if word.strip()) for cell in line.split("\t")]
        if len(columns) not in (3, 4):
            raise ValueError(f"{path}, line {number}: a concept has three or four columns, parted by tabs.")
        yield Concept(dict(zip(LANGUAGES, columns, strict=False)), columns[3] if len(columns) == 4 else ())


@functools.lru_cache(maxsize=2)
def inflections(language: str) -> dict[str, tuple[str, ...]]:
    """Return the inflected forms of each English or French lemma, by the word list of simplemma."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    forms: dict[str, list[str]] = {}
    for form, lemma in DefaultDictionaryFactory().get_dictionary(language).items():
        forms.setdefault(lemma, []).append(form)
    return {lemma: tuple(sorted({lemma, *found})) for lemma, found in forms.items()}


def forms_of(word: str, language: str) -> tuple[str, ...]:
    """Return the forms of a word, itself included; of a Chinese one itself alone."""
    return (word,) if language == "zh" else inflections(language).get(word, (word,))
