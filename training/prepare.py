"""Vocabularies of a run and its corpora as arrays of piece ids."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from training import augment
from training.annotate import annotate_pairs, piece_cutter
from training.back import translated_back, words_of
from training.corpus import (
    acceptable,
    clean_pairs,
    english_lines,
    held_out_keys,
    looped,
    normalised,
    source_pairs,
)
from training.errors import TrainingError
from training.evaluate import translate
from training.mixture import LARGE, MADE, NEWS, TEXTS, mixture, own_weights
from training.own import OWN
from training.package import read_package, write_vocabularies
from training.rare import rare_pairs
from training.texts import english_texts, wheel_name
from training.typography import as_target, repaired
from training.vocabulary import (
    ANNOTATION,
    LETTERS,
    SIGNS,
    WIDE,
    Vocabulary,
    extend,
    foreign_pieces,
    restrict,
    train_pieces,
    write_whole,
)

MAX_PIECES = 160
# Most lines of one corpus that variants are made from, and that vocabularies are counted on.
SAMPLE = 60_000
# From this weight on half of what is seen of a corpus has its source cut otherwise, so that no line is learnt by heart.
DRAWN = 2.0
_BLOCK = 20_000

Pairs = Iterable[tuple[str, str]]


class _Index:
    """The list of prepared corpora, ``index.json``: name to weight and number of pairs."""

    def __init__(self, data: Path) -> None:
        self.path = data / "index.json"
        self.entries: dict[str, Any] = {}
        try:
            self.entries = json.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            pass
        except ValueError as error:
            raise TrainingError(f"{self.path} is damaged: remove it and prepare again") from error

    def add(self, name: str, weight: float, pairs: int) -> None:
        self.entries[name] = {"weight": weight, "pairs": pairs}
        write_whole(self.path, (json.dumps(self.entries, indent=1) + "\n").encode())
        print(f"{name}: {pairs} pairs", flush=True)


def encode_pairs(pairs: Pairs, source: Vocabulary, target: Vocabulary, path: Path, seed: int | None = None) -> int:
    """Writes ``path`` (.npz) with the ids of both sides and their lengths; returns the pairs.

    Ids are without the end-of-sentence mark. Pairs with a side longer than MAX_PIECES are dropped.
    With a ``seed`` the segmentation of the source side is drawn.

    Raises:
        TrainingError: the file cannot be written.
    """
    sides: tuple[list[Any], list[Any]] = ([], [])
    lengths: list[tuple[int, int]] = []
    iterator = iter(pairs)
    while block := list(islice(iterator, _BLOCK)):
        first = source.encode([pair[0] for pair in block], seed=seed)
        second = target.encode([pair[1] for pair in block])
        for one, two in zip(first, second, strict=True):
            if 0 < len(one) <= MAX_PIECES and 0 < len(two) <= MAX_PIECES:
                lengths.append((len(one), len(two)))
                sides[0].append(np.array(one, np.uint16))
                sides[1].append(np.array(two, np.uint16))
    empty = [np.zeros(0, np.uint16)]
    partial = path.with_suffix(".partial")
    try:
        with partial.open("wb") as stream:
            np.savez_compressed(
                stream,
                source=np.concatenate(sides[0] or empty),
                target=np.concatenate(sides[1] or empty),
                lengths=np.array(lengths, np.uint16).reshape(-1, 2),
            )
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise TrainingError(f"cannot write {path}: {error.strerror}; free some space") from error
    return len(lengths)


def _clean(pairs: Pairs, target: str) -> Iterator[tuple[str, str]]:
    for first, second in pairs:
        yield repaired(first), as_target(second, target)


def _corpora(
    languages: tuple[str, str], corpora: Path, held_out: Path
) -> Iterator[tuple[str, float, Iterator[tuple[str, str]]]]:
    """Name, weight and clean pairs of every corpus of a direction, without repetitions."""
    keys = held_out_keys(held_out)
    seen: set[int] = set()
    weights = own_weights(*languages)
    for name, read in OWN.items():
        if name in weights:
            yield name, weights[name], _clean(clean_pairs(read(languages), languages, keys, seen), languages[1])
    for item in mixture(*languages):
        name = item.path.removesuffix(".tsv.xz").replace("/", "_")
        pairs = source_pairs(corpora, item, languages, keys, seen)
        yield name, item.weight, _clean(pairs, languages[1])


def _sample(languages: tuple[str, str], corpora: Path, held_out: Path) -> dict[str, list[tuple[str, str]]]:
    return {name: list(islice(pairs, SAMPLE)) for name, _, pairs in _corpora(languages, corpora, held_out)}


def make_vocabularies(
    run: Path,
    languages: tuple[str, str],
    sample: dict[str, list[tuple[str, str]]],
    pieces: Path | None,
) -> None:
    """Writes ``source.spm`` and ``target.spm``.

    The English side keeps the parent's pieces (as a target only those that occur in English), the
    other side takes ``pieces`` or a new model; both gain the letters and signs they lack, the
    source side the marks of annotations and frequent pieces of a target in another script.
    """
    from training.parent import parent_folder, parent_vocabulary

    target = languages[1]
    parent = parent_vocabulary(parent_folder(languages))
    temporary = run / "base.spm"
    other = 0 if target == "en" else 1
    if pieces is None:
        pieces = run / "other.spm"
        train_pieces([pair[other] for pairs in sample.values() for pair in pairs], pieces)
    if target == "en":
        english = (pair[1] for pairs in sample.values() for pair in pairs)
        counts = Counter(piece for line in parent.processor.encode(list(english), out_type=str) for piece in line)
        restrict(parent.model, {piece for piece, count in counts.items() if count > 1}, temporary)
        extend(temporary, run / "target.spm", letters=LETTERS + SIGNS)
    else:
        wide = WIDE if target == "zh" else ""
        extend(pieces, run / "target.spm", letters=LETTERS + SIGNS + wide, folding=target != "zh")
    base = pieces if target == "en" else parent.model
    extra = foreign_pieces(Vocabulary(run / "target.spm"), target) if "zh" in languages else []
    extend(base, run / "source.spm", symbols=ANNOTATION, letters=LETTERS + SIGNS, pieces=extra)
    temporary.unlink(missing_ok=True)


def prepare(
    run: Path,
    languages: tuple[str, str],
    corpora: Path,
    held_out: Path,
    pieces: Path | None = None,
    starts: Sequence[Path] = (),
) -> None:
    """Makes the vocabularies where missing, and encodes the mixture into ``run/data``.

    Args:
        run: folder of the run.
        languages: source and target.
        corpora: folder of the corpora.
        held_out: folder of the test sets.
        pieces: SentencePiece model of the language that is not English (default: a new one).
        starts: packages whose vocabularies the run takes instead.

    Raises:
        TrainingError: a missing or damaged file, no space, or vocabularies that do not fit.
    """
    data = run / "data"
    packages = [read_package(path) for path in starts]
    data.mkdir(parents=True, exist_ok=True)
    if packages:
        write_vocabularies(run, languages, packages)
    elif not (run / "target.spm").exists() or not (run / "source.spm").exists():
        make_vocabularies(run, languages, _sample(languages, corpora, held_out), pieces)
    source, target = Vocabulary(run / "source.spm"), Vocabulary(run / "target.spm")
    index = _Index(data)
    near: list[tuple[str, str]] = []
    everything: list[tuple[str, str]] = []
    for name, weight, pairs in _corpora(languages, corpora, held_out):
        kept: list[tuple[str, str]] = []

        def remembered(pairs: Pairs = pairs, kept: list[tuple[str, str]] = kept) -> Iterator[tuple[str, str]]:
            for pair in pairs:
                if len(kept) < SAMPLE:
                    kept.append(pair)
                yield pair

        share = 0.5 if weight >= DRAWN else 1.0
        size = encode_pairs(remembered(), source, target, data / f"{name}.npz")
        index.add(name, weight * share, size)
        if share < 1.0:
            drawn = f"drawn_{name}"
            copies = encode_pairs(kept, source, target, data / f"{drawn}.npz", seed=2)
            # What is kept may be a part of it, which then stands for all.
            index.add(drawn, (weight - weight * share) * size / max(1, copies), copies)
        everything += kept
        if name in NEWS:
            near += kept
    rng = np.random.default_rng(7)
    names = augment.shared_names(everything)
    made: dict[str, Pairs] = {
        "made_names": augment.name_lists(names, languages, 20_000, rng),
        "made_renamed": augment.renamed(near, names, rng),
        "made_capitals": islice(augment.capitals(near), 20_000),
        "made_quotes": augment.requoted(near, rng),
    }
    if languages[0] == "zh":
        made["made_traditional"] = augment.traditional(near)
    for name, variants in made.items():
        seed = 1 if name == "made_names" else None
        index.add(name, MADE[name], encode_pairs(variants, source, target, data / f"{name}.npz", seed))


def prepare_backtranslated(run: Path, languages: tuple[str, str], corpora: Path, held_out: Path, package: Path) -> None:
    """Adds English lines of the corpora of the other pair, with what ``package`` makes of them as the source.

    The target is what people wrote, so that the network learns good English from a poor source (Sennrich,
    Haddow and Birch, "Improving Neural Machine Translation Models with Monolingual Data", 2016).

    Args:
        run: folder of a prepared run into English.
        languages: source and "en".
        corpora: folder of the corpora.
        held_out: folder of the test sets.
        package: from English to the source language.

    Raises:
        TrainingError: another target, a missing file, or a package that cannot be loaded.
    """
    _into_english(languages)
    own = {pair[1] for pairs in _sample(languages, corpora, held_out).values() for pair in pairs}
    lines = list(dict.fromkeys(line for line in english_lines(corpora, held_out, languages[0]) if line not in own))
    made: Pairs = zip(translate(package, lines, beam=1), lines, strict=True)
    source, target = Vocabulary(run / "source.spm"), Vocabulary(run / "target.spm")
    _add_made(run, "made_backtranslated", MADE["made_backtranslated"], _usable(made, languages), source, target)


def prepare_texts(
    run: Path, languages: tuple[str, str], corpora: Path, held_out: Path, package: Path, wheels: Sequence[Path]
) -> None:
    """Adds the English of ``wheels``, with what ``package`` makes of it as the source; see ``training.back``.

    Args:
        run: folder of a prepared run into English.
        languages: source and "en".
        corpora: folder of the corpora, whose words of the source language are the known ones.
        held_out: folder of the test sets.
        package: from English to the source language.
        wheels: packages of PyPI with texts, see ``mixture.TEXTS``.

    Raises:
        TrainingError: another target, a missing or damaged file, or a package that cannot be loaded.
    """
    _into_english(languages)
    keys = held_out_keys(held_out)
    texts = {wheel_name(wheel): english_texts(wheel) for wheel in wheels}
    known = words_of(pair[0] for pairs in _sample(languages, corpora, held_out).values() for pair in pairs)
    source, target = Vocabulary(run / "source.spm"), Vocabulary(run / "target.spm")
    for name, lines in texts.items():
        unseen = [line for line in lines if normalised(line) not in keys]
        made = translated_back(package, unseen, languages[0], known)
        _add_made(run, f"back_{name}", TEXTS[name], _usable(made, languages), source, target)


def _into_english(languages: tuple[str, str]) -> None:
    if languages[1] != "en":
        raise TrainingError("only directions into English have text to translate back")


def _usable(made: Pairs, languages: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """The clean ones of pairs whose source a package made."""
    return _clean((pair for pair in made if acceptable(pair, languages) and not looped(pair[0])), languages[1])


def prepare_annotated(run: Path, languages: tuple[str, str], corpora: Path, held_out: Path) -> None:
    """Adds pairs with annotated terms, from the news and statements of the mixture."""
    source, target = Vocabulary(run / "source.spm"), Vocabulary(run / "target.spm")
    sample = _sample(languages, corpora, held_out)
    pairs = [pair for name in sorted(sample) if name in NEWS for pair in sample[name]]
    chinese = source if languages[0] == "zh" else target
    copies = annotate_pairs(pairs, languages[1], piece_cutter(chinese))
    _add_made(run, "made_annotated", MADE["made_annotated"], copies, source, target)


def prepare_rare(run: Path, languages: tuple[str, str], corpora: Path, held_out: Path) -> None:
    """Adds pairs of the large corpora with words that the mixture has too rarely: see ``training.rare``.

    Raises:
        TrainingError: a missing or damaged file, or no large corpus in this direction.
    """
    if not any(name.startswith("-".join(sorted(languages))) for name in LARGE):
        raise TrainingError(f"{'-'.join(languages)} has no corpus that is seen but in part")
    source, target = Vocabulary(run / "source.spm"), Vocabulary(run / "target.spm")
    pairs = rare_pairs(_corpora(languages, corpora, held_out), LARGE)
    _add_made(run, "made_rare", MADE["made_rare"], pairs, source, target)


def _add_made(run: Path, name: str, weight: float, pairs: Pairs, source: Vocabulary, target: Vocabulary) -> None:
    """Adds a corpus that was made from others to a prepared run."""
    data = run / "data"
    _Index(data).add(name, weight, encode_pairs(pairs, source, target, data / f"{name}.npz"))
