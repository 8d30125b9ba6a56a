"""Reading and cleaning sentence pairs."""

from __future__ import annotations

import lzma
import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from training.errors import TrainingError
from training.mixture import ENGLISH, Source

# Words that do not exist without their accents: some old news files lost è, ê and à.
_LOST_ACCENTS = re.compile(
    r"\b(?:tres|apres|pres|etre|etes|meme|memes|deja|grace|voila|probleme|problemes|systeme|systemes"
    r"|premiere|premieres|derniere|dernieres|maniere|manieres|interet|interets|tete|fete|foret|arret"
    r"|hopital|peut-etre|succes|progres|acces|proces|frere|mere|pere|siecle|lumiere|carriere|entiere"
    r"|particulierement|completement|regle|regles|modele|modeles|mene|enquete|embetee?|extremes?|lui-meme"
    r"|déja|au-dela|celui-la|celle-la)\b"
)


def normalised(text: str) -> str:
    """A key that ignores case, width, punctuation and spaces: letters and digits only."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in folded if character.isalnum())


def read_pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Yields the two columns of a ``.tsv.xz`` file.

    Raises:
        TrainingError: the file is missing, cut short or not made of two columns.
    """
    try:
        with lzma.open(path, "rt", encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines, 1):
                columns = line.rstrip("\n").split("\t")
                if len(columns) != 2:
                    raise TrainingError(f"{path}, line {number}: expected two columns separated by a tab")
                yield columns[0].strip(), columns[1].strip()
    except FileNotFoundError as error:
        raise TrainingError(f"{path} is missing: check --corpora") from error
    except (EOFError, lzma.LZMAError, UnicodeDecodeError) as error:
        raise TrainingError(f"{path} is cut short or damaged: fetch it again") from error


def held_out_keys(folder: Path) -> frozenset[str]:
    """Normalised lines of every test set in ``folder`` (all columns of all ``.tsv`` files).

    Raises:
        TrainingError: the folder holds no test set, so that nothing would be left out.
    """
    keys: set[str] = set()
    paths = sorted(folder.glob("*.tsv"))
    if not paths:
        raise TrainingError(f"{folder} holds no test sets (.tsv) to leave out: check --held-out")
    for path in paths:
        for line in path.read_text(encoding="utf-8").split("\n"):
            keys.update(normalised(cell) for cell in line.split("\t"))
    return frozenset(key for key in keys if len(key) >= 8)


def acceptable(pair: tuple[str, str], languages: tuple[str, str]) -> bool:
    """Whether a pair looks like a sentence and its translation: lengths, ratio, digits, script."""
    sizes = []
    for text, language in zip(pair, languages, strict=True):
        size = len(text) * (3.0 if language == "zh" else 1.0)
        if not text or size > 700:
            return False
        sizes.append(size)
    if max(sizes) > 2.5 * min(sizes) + 25:
        return False
    if pair[0] == pair[1] and len(pair[0].split()) > 3:
        return False
    for text, language in zip(pair, languages, strict=True):
        han = sum("\u4e00" <= character <= "\u9fff" for character in text)
        if language == "zh" and han == 0 and len(text) > 20:
            return False
        if language != "zh" and han > 0.3 * len(text):
            return False
        if language == "fr" and _LOST_ACCENTS.search(text):
            return False
    return True


def source_pairs(
    corpora: Path, source: Source, languages: tuple[str, str], held_out: frozenset[str], seen: set[int]
) -> Iterator[tuple[str, str]]:
    """The clean pairs of one corpus (see :func:`clean_pairs`) in the order ``languages``, no more than its cap."""
    columns = read_pairs(corpora / source.path)
    pairs = columns if source.columns == languages else ((second, first) for first, second in columns)
    return islice(clean_pairs(pairs, languages, held_out, seen), source.cap)


def clean_pairs(
    pairs: Iterable[tuple[str, str]], languages: tuple[str, str], held_out: frozenset[str], seen: set[int]
) -> Iterator[tuple[str, str]]:
    """Drops pairs that do not look like translations, that match a test line on either side, or that were there before.

    ``seen`` holds the hashes of all pairs so far and grows.
    """
    for pair in pairs:
        if not acceptable(pair, languages):
            continue
        keys = normalised(pair[0]), normalised(pair[1])
        if keys[0] in held_out or keys[1] in held_out:
            continue
        key = hash(keys)
        if key in seen:
            continue
        seen.add(key)
        yield pair


def looped(text: str) -> bool:
    """Whether a translation says the same over and over: it compresses to a fraction of its size."""
    raw = text.encode()
    return len(raw) > 60 and len(zlib.compress(raw)) < 0.45 * len(raw)


def english_lines(corpora: Path, held_out: Path, language: str) -> Iterator[str]:
    """The English side of what is to be translated back into ``language``: news, debates, government.

    Raises:
        TrainingError: a file is missing or damaged.
    """
    keys, seen = held_out_keys(held_out), set[int]()
    for source in ENGLISH[language]:
        english = source.columns.index("en")
        for pair in source_pairs(corpora, source, source.columns, keys, seen):
            if len(pair[english]) > 20:
                yield pair[english]
