"""What translation networks make of two texts, laid out over their word pieces, for the estimator.

A network that was trained to translate has an expectation of each word, and knows how that which stands there differs
from it: the predictor of the predictor-estimator (Kim, Lee and Na, "Predictor-estimator using multilevel task learning
with stack propagation for neural quality estimation", WMT 2017). The embedded packages are the predictors.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import permutations
from typing import TYPE_CHECKING

import attrs

from polyglot_news.text import Span
from polyglot_news.translate.embedded import embedded_engine
from polyglot_news.translate.states import TOLD, WIDTH, States, open_network

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

READ, WRITTEN = WIDTH, 3 * WIDTH + TOLD + 1
_SCALE = 0.2  # of log-probabilities and entropies, which reach 10 and more


@attrs.frozen(eq=False, kw_only=True)
class Foreseen:
    """What one network makes of two texts.

    Attributes:
        name: source and target language of the network, as in "en-fr".
        reads: which of the two texts is in its source language.
        read: what stands in the text of its source language, shape ``(places, READ)``: the states of the encoder.
        written: the same of the text of its target language, shape ``(places, WRITTEN)``: ``States.written`` and the
            lowest log-probability of the tokens that a piece shares characters with.
    """

    name: str
    reads: int
    read: Floats
    written: Floats


def slots(name: str) -> tuple[str, str]:
    """Return under which names the estimator takes in what a network makes of the text it reads, and of the other."""
    return f"{name}-read", f"{name}-written"


def foreseen(
    texts: tuple[str, str],
    languages: tuple[str, str],
    pieces: tuple[Sequence[Span], Sequence[Span]],
    packages: Collection[str],
) -> list[Foreseen]:
    """Return what each network that translates between the languages of two texts makes of them.

    A text has a place for each of its word pieces and one for each of the marks of begin and end.

    Args:
        texts: the two texts.
        languages: "en", "fr" or "zh", two different ones.
        pieces: where the word pieces of each text stand.
        packages: names of the embedded packages that may be asked, with their versions.
    """
    found = []
    for direction in permutations(languages):
        engine = embedded_engine(*direction)
        if engine is None or engine.package.path.name not in packages:
            continue
        reads = languages.index(direction[0])
        source, target = engine.source.encode(texts[reads]), engine.target.encode(texts[1 - reads])
        states = open_network(engine.package.path).states(source.pieces, target.pieces)
        read, written = laid_out(states, source.spans, target.spans, pieces[reads], pieces[1 - reads])
        found.append(Foreseen(name="-".join(direction), reads=reads, read=read, written=written))
    return found


def laid_out(
    states: States,
    source: Sequence[Span],
    target: Sequence[Span],
    source_pieces: Sequence[Span],
    target_pieces: Sequence[Span],
) -> tuple[Floats, Floats]:
    """Lay the states of tokens out over word pieces: see ``Foreseen``; a piece has the mean of the tokens it meets."""
    import numpy as np

    meets = _meets(target[: len(states.written) - 1], target_pieces)
    chosen = states.written[:, -TOLD]
    lowest = np.where(meets > 0, chosen, 0.0).min(axis=1, keepdims=True)
    written = np.hstack([_spread(meets, states.written), lowest])
    written[:, -TOLD - 1 :] *= np.float32(_SCALE)
    return _spread(_meets(source[: len(states.read) - 1], source_pieces), states.read), written


def _spread(meets: Floats, rows: Floats) -> Floats:
    spread: Floats = meets / meets.sum(axis=1, keepdims=True).clip(1.0) @ rows
    return spread


def _meets(tokens: Sequence[Span], pieces: Sequence[Span]) -> Floats:
    """Return which places (pieces between two marks) meet which tokens, the last of which is the end."""
    import numpy as np

    meets = np.zeros((len(pieces) + 2, len(tokens) + 1), dtype=np.float32)
    meets[-1, -1] = 1.0
    if pieces and tokens:
        starts, ends = (np.array(side) for side in zip(*((one.start, one.end) for one in tokens), strict=True))
        begins, stops = (np.array(side) for side in zip(*((one.start, one.end) for one in pieces), strict=True))
        meets[1:-1, :-1] = (starts < stops[:, None]) & (ends > begins[:, None])
    return meets
