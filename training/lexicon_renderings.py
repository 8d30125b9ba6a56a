"""Add renderings to the lexicon of French and Chinese: ``python -m training.lexicon_renderings --corpora DIR``.

It comes after the thesaurus, and for the pair of languages of which there is least parallel text. The statements of
``renderings/`` are aligned with what renders them faithfully as in ``training.lexicons``, beside a sample of the
corpora, for they are too few to learn aligning from. Only their own links are counted and added: those of a close
rendering as there; those of a free one half, and only where both directions agree. Twice does it twice. The estimator,
which learns from the renderings with the lexicons, has to learn with those before this step: afterwards they know the
words of these texts better than those of any other.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from training import own
from training.errors import exit_status
from training.lexicons import (
    FRENCH_CHINESE,
    LONGEST,
    Counts,
    align,
    count_links,
    lines_of,
    read_table,
    split_columns,
    tokens,
    use,
    write_table,
)

# What the aligner reads beside the renderings, of each corpus so many pairs at most.
CORPORA = ("un-multiun-sample", "un-devset", "ud-pud", "nextstrain-sitreps", "tatoeba-pivot")
MOST = 25_000
FREE = 0.5  # what a link of a free rendering counts

Key = TypeVar("Key")


def support(corpora: Path) -> Iterator[own.Pair]:
    """Yield French and Chinese sentences of the corpora that are like news."""
    chooser = random.Random(3)
    for name in CORPORA:
        pairs = list(split_columns(lines_of(corpora / "fr-zh" / f"{name}.tsv.xz")))
        yield from chooser.sample(pairs, min(MOST, len(pairs)))
    yield from own.news(FRENCH_CHINESE)


def counted(corpora: Path) -> tuple[Counts, Counts]:
    """Return the counts of close and of free renderings."""
    source, target, close = [], [], []
    for pair, is_close in [*own.faithful(FRENCH_CHINESE), *((pair, None) for pair in support(corpora))]:
        left, right = (tokens(text, language) for text, language in zip(pair, FRENCH_CHINESE, strict=True))
        if 0 < len(left) <= LONGEST and 0 < len(right) <= LONGEST:
            source.append(left)
            target.append(right)
            close.append(is_close)
    links = align(source, target)

    def of(*, style: bool) -> Counts:
        chosen = [k for k, is_close in enumerate(close) if is_close is style]
        found = [links[k] if style else (links[k][0] & links[k][1],) * 2 for k in chosen]
        return count_links([source[k] for k in chosen], [target[k] for k in chosen], found)

    return of(style=True), of(style=False)


def add(corpora: Path, folder: Path) -> None:
    """Add the renderings to the table of a folder, in place."""
    use(folder)
    joint, left, right = read_table(FRENCH_CHINESE)
    for counts, weight in zip(counted(corpora), (1.0, FREE), strict=True):
        _add(joint, counts[0], weight)
        _add(left, counts[1], weight)
        _add(right, counts[2], weight)
    write_table(folder, FRENCH_CHINESE, joint, left, right)


def _add(known: dict[Key, float], new: Mapping[Key, float], weight: float) -> None:
    for key, count in new.items():
        known[key] = known.get(key, 0.0) + weight * count


def main() -> int:
    """Run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--lexicons", type=Path, default=Path("src/polyglot_news/data/lexicons"))
    arguments = parser.parse_args()
    return exit_status(lambda: add(arguments.corpora, arguments.lexicons))


if __name__ == "__main__":
    sys.exit(main())
