"""``python -m training.estimator pairs|train|export …``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from training.errors import exit_status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training.estimator", description=__doc__)
    steps = parser.add_subparsers(dest="step", required=True)
    pairs = steps.add_parser("pairs", help="alter sentence pairs of the corpora")
    pairs.add_argument("--corpora", required=True, type=Path)
    pairs.add_argument("--held-out", required=True, type=Path, help="folder of the evaluation sets, to be left out")
    pairs.add_argument("--output", required=True, type=Path, help=".jsonl")
    pairs.add_argument("--share", type=float, default=1.0, help="of the 150,000 sentence pairs")
    pairs.add_argument("--seed", type=int, default=1)
    train = steps.add_parser("train", help="train, or go on with an interrupted training")
    train.add_argument("--pairs", required=True, type=Path)
    train.add_argument("--run", required=True, type=Path, help="folder of the checkpoint")
    train.add_argument("--minutes", required=True, type=float, help="wall time in all")
    train.add_argument("--start", type=Path, help="exported weights (.npz) that a new run goes on from")
    train.add_argument("--layers", type=int, help="of a new run, if more than those of --start")
    train.add_argument("--rate", type=float, default=1e-3, help="highest learning rate")
    train.add_argument("--pieces", type=int, default=12_000, help="padded word pieces in a batch")
    train.add_argument("--device", default="cpu", help="cpu or cuda")
    train.add_argument("--seed", type=int, default=1)
    export = steps.add_parser("export", help="write the file that the library reads")
    export.add_argument("--run", required=True, type=Path, nargs="+", help="folders of checkpoints, to be averaged")
    export.add_argument("--start", type=Path, help="exported weights that the run went on from, to be mixed in")
    export.add_argument("--output", type=Path, default=Path("src/polyglot_news/data/estimator.npz"))
    return parser


def _run(arguments: argparse.Namespace) -> None:
    if arguments.step == "pairs":
        from training.estimator.pairs import make

        make(arguments.corpora, arguments.held_out, arguments.output, arguments.seed, arguments.share)
    elif arguments.step == "train":
        import torch

        from training.estimator.export import read
        from training.estimator.network import Estimator, Shape, deepened
        from training.estimator.train import Plan, train

        plan = Plan(
            minutes=arguments.minutes,
            rate=arguments.rate,
            pieces=arguments.pieces,
            seed=arguments.seed,
            device=arguments.device,
        )
        torch.manual_seed(plan.seed)
        start = read(arguments.start) if arguments.start else Estimator(Shape())
        if arguments.layers:
            start = deepened(start, arguments.layers)
        train(arguments.pairs, arguments.run, plan, start)
    else:
        from training.estimator.export import export

        export(arguments.run, arguments.output, arguments.start)


def main() -> int:
    """Run one step."""
    arguments = _parser().parse_args()
    return exit_status(lambda: _run(arguments))


if __name__ == "__main__":
    sys.exit(main())
