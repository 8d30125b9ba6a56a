"""chrF of the network while it trains, on a few hundred lines."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from training.evaluate import read_columns, scores, translate
from training.export import to_specification
from training.model import Transformer
from training.vocabulary import Vocabulary

LINES = 200


def chrf_validation(run: Path, data: Path, target_language: str) -> Callable[[Transformer], float]:
    """A function that translates the first lines of ``data`` (columns src, ref) and gives chrF.

    The network is converted as for a package, so that what is measured is what is shipped.
    """
    source, target = Vocabulary(run / "source.spm"), Vocabulary(run / "target.spm")
    sources, references = read_columns(data, "src", "ref")

    def validate(model: Transformer) -> float:
        specification = to_specification(model, list(range(len(source))), source.pieces, target.pieces)
        specification.optimize(quantization="int8")
        with tempfile.TemporaryDirectory() as name:
            package = Path(name)
            (package / "model").mkdir()
            specification.save(str(package / "model"))
            (package / "sentencepiece.model").write_bytes(source.model.read_bytes())
            hypotheses = translate(package, sources[:LINES], beam=1)
        return scores(hypotheses, references[:LINES], target_language)[1]

    return validate
