"""The models of the packages that come with the library, for judgements that must not depend on what is installed."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polyglot_news.translate.engine import Engine

BRIDGE = "en"  # what texts are read in where no package leads straight from one language to another


@functools.lru_cache(maxsize=8)
def embedded_engine(source: str, target: str) -> Engine | None:
    """Return the engine of the embedded package for a direction, or None if there is none.

    Raises:
        PackageError: the package is broken.
    """
    from polyglot_news.translate.engine import open_engine
    from polyglot_news.translate.packages import embedded_packages

    package = next((one for one in embedded_packages() if (one.source, one.target) == (source, target)), None)
    return None if package is None else open_engine(package)


def read_in_english(texts: Sequence[str], bridge: Engine) -> list[str]:
    """Return what an engine into English makes of texts, as fast as it can be had."""
    from polyglot_news.translate.decoding import Decoding

    return [found.text for found in bridge.translate(texts, decoding=Decoding(beam=1))]
