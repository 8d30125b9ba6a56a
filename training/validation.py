"""How good the network is while it trains: log-likelihood of the references, and chrF of its translations."""

from __future__ import annotations

import importlib.util
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch

from training.batches import Corpus, make_batch, pool
from training.evaluate import read_columns, scores, translate
from training.export import to_specification
from training.model import Transformer
from training.train import batch_loss
from training.typography import as_target, repaired
from training.vocabulary import Vocabulary

LINES = 200
_BATCH = 50
# As in training, or the loss would be compiled once more; the log-likelihood does not depend on it.
_SMOOTHING = 0.1


def validation(run: Path, data: Path, target_language: str) -> Callable[[Transformer], dict[str, float]]:
    """A function that measures a network on the first lines of ``data`` (columns src, ref).

    Its values are ``valid_nll``, nats a piece of the references, and ``valid_chrf``, of greedy
    translations by the network converted as for a package; the latter only where CTranslate2 is
    installed, which a machine that merely trains does not need.
    """
    source, target = Vocabulary(run / "source.spm"), Vocabulary(run / "target.spm")
    sources, references = (column[:LINES] for column in read_columns(data, "src", "ref"))
    ids = (
        source.encode([repaired(line) for line in sources]),
        target.encode([as_target(line, target_language) for line in references]),
    )
    lengths = np.array([(len(one), len(two)) for one, two in zip(*ids, strict=True)], np.uint16)
    sides = tuple(np.array([number for line in side for number in line], np.uint16) for side in ids)
    pairs = pool([Corpus(name=data.name, weight=1.0, sides=(sides[0], sides[1]), lengths=lengths)])
    order = np.argsort(lengths[:, 1], kind="stable")
    batches = [
        make_batch(pairs, order[start : start + _BATCH], (source.end, target.end))
        for start in range(0, len(order), _BATCH)
    ]

    @torch.no_grad()
    def nll(model: Transformer) -> float:
        device = str(model.output_bias.device)
        total = sum(batch_loss(model, batch.to(device), _SMOOTHING)[1].item() for batch in batches)
        return -total / sum(len(batch.gold) for batch in batches)

    def chrf(model: Transformer) -> float:
        specification = to_specification(model, list(range(len(source))), source.pieces, target.pieces)
        specification.optimize(quantization="int8")
        with tempfile.TemporaryDirectory() as name:
            package = Path(name)
            (package / "model").mkdir()
            specification.save(str(package / "model"))
            (package / "sentencepiece.model").write_bytes(source.model.read_bytes())
            hypotheses = translate(package, sources, beam=1)
        return scores(hypotheses, references, target_language)[1]

    def validate(model: Transformer) -> dict[str, float]:
        values = {"valid_nll": round(nll(model), 4)}
        if importlib.util.find_spec("ctranslate2") is not None:
            values["valid_chrf"] = round(chrf(model), 2)
        return values

    return validate
