"""What goes into a decoder and what comes out of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from polyglot_news.text import Span

Progress = Callable[[int, int], None]


@attrs.frozen(kw_only=True)
class Decoding:
    """How the search for a translation goes.

    Attributes:
        beam: beam size; 1 is greedy search.
        length_penalty: the exponent of the length by which hypotheses of a beam are divided.
    """

    beam: int = 2
    length_penalty: float = 1.0

    def __str__(self) -> str:
        return f"beam:{self.beam}|length_penalty:{self.length_penalty:g}"


@attrs.frozen(kw_only=True)
class Job:
    """One decoding.

    Attributes:
        source: the tokens of the source.
        prefix: the tokens that the translation must begin with.
    """

    source: tuple[str, ...]
    prefix: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Hypothesis:
    """One translation of a sentence.

    Attributes:
        text: the translation.
        pieces: its tokens.
        score: mean log-probability per token, the end token included (natural logarithm, <= 0).
        attention: for each token of ``pieces`` one weight for each token of the source; () if it was not asked for.
    """

    text: str
    pieces: tuple[str, ...]
    score: float
    attention: tuple[Sequence[float], ...] = ()


@attrs.frozen(kw_only=True)
class Scored:
    """How likely a model finds a given translation, token by token.

    Attributes:
        spans: where each token stands in the target text (empty for a token without characters of its own).
        log_probs: log-probability of each token, given the source and the tokens before it (natural logarithm).
        end: log-probability that the translation ends where it does.
    """

    spans: tuple[Span, ...]
    log_probs: tuple[float, ...]
    end: float

    @property
    def mean(self) -> float:
        """Mean log-probability per token, the end included."""
        return (sum(self.log_probs) + self.end) / (len(self.log_probs) + 1)


@attrs.frozen(kw_only=True)
class Attention:
    """Where a model looks in the source for each token of a given translation.

    Attributes:
        source: where each source token stands in the source text.
        target: where each target token stands in the target text.
        weights: one row for each target token, one weight for each source token; a row sums to about 1.
    """

    source: tuple[Span, ...]
    target: tuple[Span, ...]
    weights: tuple[Sequence[float], ...]
