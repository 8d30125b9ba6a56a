"""What a result depends on, in one line, after sacrebleu's signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polyglot_news.align.model import Encoder
    from polyglot_news.glossary import Glossary
    from polyglot_news.translate import Translator


def signature(
    *, encoder: Encoder | None = None, translator: Translator | None = None, glossary: Glossary | None = None
) -> str:
    """Return ``key:value`` pairs joined by ``|``: the same input under the same signature gives the same bytes."""
    from importlib.metadata import version

    from polyglot_news import __version__

    # Of the libraries those that say what a page's main text is, and how places and currencies are called.
    parts = [f"polyglot_news:{__version__}", *(f"{library}:{version(library)}" for library in ("babel", "trafilatura"))]
    if translator is not None:
        parts.append(translator.signature)
    if glossary is not None:
        parts.append(f"glossary:{glossary.checksum[:12]}")
    if encoder is not None:
        parts.append(f"encoder:{encoder.name}")
    return "|".join(parts)
