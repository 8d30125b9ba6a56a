"""Links between sentences, passages behind quotes, and the encoder that both stand on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

import attrs

from polyglot_news.text import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Encoder(Protocol):
    """Turns sentences of any language into vectors that lie near each other when they mean the same."""

    @property
    def name(self) -> str:
        """Name and version, as they stand in a signature."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row of unit length per text: shape ``(len(texts), dimension)``, float32."""


@attrs.frozen(kw_only=True)
class Link:
    """A bead: the sentences of the source and of the target that render each other.

    Attributes:
        source: indices of the source sentences, ascending; empty when the target sentences have no counterpart.
        target: indices of the target sentences, ascending; empty when the source sentences have no counterpart.
        similarity: about the probability that the link is right, 0 to 1; of a link with an empty side, that the
            sentences have no counterpart.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    similarity: float


@attrs.frozen(kw_only=True)
class Passage:
    """A passage of an official text that a quote may render.

    Attributes:
        document: index of the official text among those searched.
        span: the whole sentences of the passage, in the official text.
        core: the part of ``span`` that the quote renders, where it renders only a part; otherwise equal to ``span``.
        text: the text under ``span``.
        similarity: about the probability that the quote renders this passage, 0 to 1.
        matched: whether the similarity reaches the threshold below which a quote counts as not in this text.
    """

    document: int
    span: Span
    core: Span
    text: str
    similarity: float
    matched: bool


@attrs.frozen
class WordLink:
    """Two words that stand for each other.

    Attributes:
        source: index of the word in the first text.
        target: index of the word in the second text.
        probability: how sure the aligner is, 0 to 1.
    """

    source: int
    target: int
    probability: float
