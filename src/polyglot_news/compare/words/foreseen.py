"""What translation networks make of two texts, laid out over their word pieces, for the estimator.

A network that was trained to translate has an expectation of each word, and knows how that which stands there differs
from it: the predictor of the predictor-estimator (Kim, Lee and Na, "Predictor-estimator using multilevel task learning
with stack propagation for neural quality estimation", WMT 2017). The embedded packages are the predictors. Between
French and Chinese, for which there is none, a text is expected by the network that writes it from the other one in
English, poor as that may be: it tells a faithful rendering from an altered one more often than nothing does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import permutations
from typing import TYPE_CHECKING

import attrs

from polyglot_news.text import Span
from polyglot_news.translate.embedded import BRIDGE, embedded_engine, read_in_english
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
        writes: which of the two texts is in its target language.
        read: what stands in the other text, shape ``(places, READ)``: the states of the encoder; None if the network
            read a translation of that text.
        written: what stands in the text that it is made to write, shape ``(places, WRITTEN)``: ``States.written``, and
            the lowest log-probability of the tokens that a piece shares characters with.
    """

    name: str
    writes: int
    read: Floats | None
    written: Floats


@attrs.frozen(kw_only=True)
class Asked:
    """Which network expects one of two texts, given the other one.

    Attributes:
        direction: source and target language of the network.
        writes: which of the two texts it is made to write.
        reads: whether it reads the other one itself; if not, the English of it.
    """

    direction: tuple[str, str]
    writes: int
    reads: bool


def asked(languages: tuple[str, str]) -> Iterator[Asked]:
    """Yield the networks that two texts in different languages are put to, the embedded ones and others alike."""
    for direction in permutations(languages):
        reads = BRIDGE in direction
        source = direction[0] if reads else BRIDGE
        yield Asked(direction=(source, direction[1]), writes=languages.index(direction[1]), reads=reads)


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
    for one in asked(languages):
        engine = embedded_engine(*one.direction)
        if engine is None or engine.package.path.name not in packages:
            continue
        other, writes = 1 - one.writes, one.writes
        text = texts[other]
        if not one.reads:
            bridge = embedded_engine(languages[other], BRIDGE)
            if bridge is None:
                continue
            (text,) = read_in_english([text], bridge)
        source, target = engine.source.encode(text), engine.target.encode(texts[writes])
        states = open_network(engine.package.path).states(source.pieces, target.pieces)
        read = laid_read(states, source.spans, pieces[other]) if one.reads else None
        written = laid_written(states, target.spans, pieces[writes])
        found.append(Foreseen(name="-".join(one.direction), writes=writes, read=read, written=written))
    return found


def laid_read(states: States, tokens: Sequence[Span], pieces: Sequence[Span]) -> Floats:
    """Lay what was read out over word pieces: see ``Foreseen``; a piece has the mean of the tokens it meets."""
    return _spread(_meets(tokens[: len(states.read) - 1], pieces), states.read)


def laid_written(states: States, tokens: Sequence[Span], pieces: Sequence[Span]) -> Floats:
    """Lay what was written out over word pieces: see ``Foreseen``; a piece has the mean of the tokens it meets."""
    import numpy as np

    meets = _meets(tokens[: len(states.written) - 1], pieces)
    chosen = states.written[:, -TOLD]
    lowest = np.where(meets > 0, chosen, 0.0).min(axis=1, keepdims=True)
    written = np.hstack([_spread(meets, states.written), lowest])
    written[:, -TOLD - 1 :] *= np.float32(_SCALE)
    return written


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
