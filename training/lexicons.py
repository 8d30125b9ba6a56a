"""Make the bilingual lexicons: ``python -m training.lexicons --corpora DIR --out DIR``.

The corpora are ``DIR/<pair>/*.tsv.xz`` and ``DIR/fwd-*.tsv.xz`` (source, tab, target), name lists in
``DIR/lexicon/<pair>/``, and the news that was composed for the packages. Words are aligned in both directions by
eflomal (Östling and Tiedemann 2016: a Bayesian model with fertility, Gibbs sampling); what both directions agree on
counts 1, what only one of them says counts a half. French-Chinese adds a pivot over English. Needs ``eflomal`` and
``jieba`` (its word list, MIT, and the headwords of ``DIR/lexicon/*-zh`` say which strings of characters are words; only
those that the corpora hold are kept, and the common ones that it marks as set phrases go to ``zh-idioms.txt``). The
Gibbs sampler is seeded by the system: two runs differ in the last digits.
"""

from __future__ import annotations

import argparse
import io
import lzma
import random
import re
import tempfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from polyglot_news.align import lexicon
from polyglot_news.align.lexicon import PAIRS, SCALE
from polyglot_news.align.segmentation import normal_form, segment
from training import own

# Pairs taken of the large files, so that law and software do not drown the news; the others are taken whole.
LIMITS = {
    "hansard36": 900_000,
    "justice-canada-laws": 80_000,
    "justice-canada-annual-statutes": 8_000,
    "tatoeba-manythings": 90_000,
    "debian-website": 40_000,
    "python-docs": 12_000,
    "taiwan-moj-laws": 160_000,
    "react-docs": 5_000,
    "rust-book": 3_000,
    "ms-dynamics365": 40_000,
    "ms-dynamics365-project": 2_000,
    "gnome-help": 2_000,
}
Array = NDArray[Any]

NAMES = ("cldr-isocodes", "naturalearth-places")
LONGEST = 70  # words; longer sentences align badly and cost most
VOCABULARY = {"en": 50_000, "fr": 50_000, "zh": 110_000}
TABLE_WORDS = 65_000  # a column of a table is a 16-bit number
LEAST_PROBABILITY = 0.0002
LEAST_COUNT = 0.9  # a single link in one direction only says nothing
LEAST_SEEN = 0.1  # a word of the word lists that the corpora lack has less
IDIOM_LEAST_SEEN = 5
NO_IDIOM = re.compile("[一二三四五六七八九十百千万]{2}|几乎|[是吗呢了第]|国人|公司|委员|主义|问题|战争|会议")
PIVOT_LEAST = 0.005
PIVOT_WEIGHT = 0.3
FRENCH_CHINESE = ("fr", "zh")

# How often two words were aligned; how often each word of the left and of the right language occurs.
Counts = tuple[dict[tuple[str, str], float], dict[str, float], dict[str, float]]


def read_pairs(corpora: Path, source: str, target: str) -> Iterator[tuple[str, str]]:
    """Yield the training pairs of two languages, a fixed sample of the large files."""
    chooser = random.Random(1)
    for path in sorted((corpora / f"{source}-{target}").glob("*.tsv.xz")):
        lines = lines_of(path)
        limit = LIMITS.get(path.name.removesuffix(".tsv.xz"))
        if limit is not None and len(lines) > limit:
            lines = [lines[k] for k in sorted(chooser.sample(range(len(lines)), limit))]
        yield from split_columns(lines)
    for left, right in ((source, target), (target, source)):
        path = corpora / f"fwd-{left}-{right}.tsv.xz"
        if path.exists():
            for one, two in split_columns(lines_of(path)):
                yield (one, two) if left == source else (two, one)
    for name in NAMES:
        path = corpora / "lexicon" / f"{source}-{target}" / f"{name}.tsv.xz"
        if path.exists():
            yield from split_columns(lines_of(path))
    yield from own.news((source, target))


def lines_of(path: Path) -> list[str]:
    """Return the lines of a corpus."""
    with lzma.open(path, "rt", encoding="utf-8", newline="\n") as file:
        return file.read().split("\n")


def split_columns(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield both texts of each line that has two."""
    for line in lines:
        columns = line.split("\t")
        if len(columns) >= 2 and columns[0] and columns[1]:
            yield columns[0], columns[1]


def quantise(counts: Array) -> Array:
    """Return counts as bytes on the logarithmic scale that the package reads."""
    return np.clip(np.rint(SCALE * np.log1p(counts)), 0, 255).astype(np.uint8)


def _text(words: Iterable[str]) -> Array:
    return np.frombuffer("\n".join(words).encode("utf-8"), dtype=np.uint8)


def _save(path: Path, arrays: Mapping[str, Array]) -> None:
    """Write arrays so that the same arrays give the same bytes."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, array in sorted(arrays.items()):
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, array, allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(name + ".npy"), buffer.getvalue(), zipfile.ZIP_DEFLATED, 9)


def use(folder: Path) -> None:
    """Make the package read its lexicons from a folder, as far as they are there."""
    lexicon.FOLDER = folder
    for cached in (lexicon.vocabulary, lexicon.segmentation_words, lexicon.lexicon, normal_form):
        cached.cache_clear()


def fold_table() -> tuple[str, str]:
    """Return traditional characters and the simplified ones that they fold to, one for one (OpenCC's t2s)."""
    import opencc

    convert = opencc.OpenCC("t2s").convert
    both = [
        (c, s)
        for c in map(chr, [*range(0x3400, 0x9FFF), *range(0xF900, 0xFAFF)])
        if len(s := convert(c)) == 1 and s != c
    ]
    return "".join(c for c, _ in both), "".join(s for _, s in both)


def write_vocabulary(
    out: Path, language: str, counts: Mapping[str, float], fold: tuple[str, str] | None, limit: int | None
) -> None:
    """Write one language file: words by falling count, then by the alphabet."""
    chosen = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:limit]
    arrays = {
        "words": _text(word for word, _ in chosen),
        "counts": quantise(np.array([n for _, n in chosen], dtype=float)),
    }
    if fold is not None:
        arrays["fold"] = _text(fold)
    _save(out / f"{language}.npz", arrays)


def chinese_words(corpora: Path, out: Path) -> None:
    """Estimate the unigram model of Chinese words: seeded by word lists, recounted on the corpora twice."""
    import jieba

    fold = fold_table()
    table = str.maketrans(*fold)
    seeds: dict[str, float] = defaultdict(float)
    for line in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, *_ = line.split(" ")
        seeds[word.translate(table)] += int(count)
    for path in sorted((corpora / "lexicon").glob("*-zh/*.tsv.xz")):
        for _, word in split_columns(lines_of(path)):
            folded = word.translate(table)
            if 2 <= len(folded) <= 4 and all("\u3400" <= c <= "\u9fff" for c in folded):
                seeds[folded] += 3 if folded not in seeds else 0
    texts = sorted({two for one, two in PAIRS if two == "zh" for _, two in read_pairs(corpora, one, "zh")})
    counts = dict(seeds)
    for _ in range(2):
        write_vocabulary(out, "zh", counts, fold, None)
        use(out)
        seen = Counter(
            text[s.start : s.end].translate(table)
            for text in texts
            for s in segment(text, "zh")
            if "\u3007" <= text[s.start] <= "\u9fff"
        )
        # One million words of prior evidence keeps words of the list that our corpora lack.
        scale = 1e6 / sum(seeds.values())
        counts = {word: seen[word] + n * scale for word, n in seeds.items()}
        for word, n in seen.items():
            if len(word) == 1 and word not in seeds:
                counts[word] = n
        for word in [word for word in counts if is_compound(word, counts)]:
            del counts[word]
    kept = {word: n for word, n in counts.items() if n >= LEAST_SEEN or len(word) == 1}
    write_vocabulary(out, "zh", kept, fold, VOCABULARY["zh"])
    use(out)


def chinese_idioms(out: Path) -> None:
    """Write the common set phrases of jieba's word list, but those of amounts and plain words that it marks as such."""
    import jieba

    rows = (line.split(" ") for line in (Path(jieba.__file__).parent / "dict.txt").read_text("utf-8").splitlines())
    idioms = sorted(
        word
        for word, count, tag in rows
        if tag == "i" and 4 <= len(word) <= 8 and int(count) >= IDIOM_LEAST_SEEN and not NO_IDIOM.search(word)
    )
    (out / "zh-idioms.txt").write_text("\n".join(idioms) + "\n", encoding="utf-8")


def is_compound(word: str, counts: Mapping[str, float]) -> bool:
    """Whether a long Chinese word falls into two words that are commoner than itself, as 外交部|发言人 does."""
    least = 2 * counts[word]
    return len(word) >= 4 and any(
        counts.get(word[:k], 0) >= least and counts.get(word[k:], 0) >= least for k in range(2, len(word) - 1)
    )


def tokens(text: str, language: str) -> list[str]:
    """Return the normal forms of the words of a text."""
    return [normal_form(text[start:end], language).replace(" ", "") for start, end in segment(text, language)]


def align(source: list[list[str]], target: list[list[str]]) -> list[tuple[set[tuple[int, int]], set[tuple[int, int]]]]:
    """Return forward and backward links of each sentence pair."""
    from eflomal import Aligner

    with tempfile.TemporaryDirectory() as folder:
        forward, backward = Path(folder, "forward"), Path(folder, "backward")
        Aligner(n_samplers=2).align(
            [" ".join(words) + "\n" for words in source],
            [" ".join(words) + "\n" for words in target],
            links_filename_fwd=str(forward),
            links_filename_rev=str(backward),
        )
        read = [
            [
                {(int(a), int(b)) for a, _, b in (link.partition("-") for link in line.split())}
                for line in path.read_text().splitlines()
            ]
            for path in (forward, backward)
        ]
    return list(zip(*read, strict=True))


def count_links(
    source: list[list[str]], target: list[list[str]], links: Iterable[tuple[set[tuple[int, int]], set[tuple[int, int]]]]
) -> Counts:
    """Return how often words stand for each other, and how often each occurs linked or not."""
    joint: dict[tuple[str, str], float] = defaultdict(float)
    left: dict[str, float] = defaultdict(float)
    right: dict[str, float] = defaultdict(float)
    for s, t, (forward, backward) in zip(source, target, links, strict=True):
        both = forward & backward
        rows, columns = [0.0] * len(s), [0.0] * len(t)
        for i, j in forward | backward:
            weight = 1.0 if (i, j) in both else 0.5
            joint[s[i], t[j]] += weight
            rows[i] += weight
            columns[j] += weight
        for word, weight in zip(s, rows, strict=True):
            left[word] += max(weight, 1.0)
        for word, weight in zip(t, columns, strict=True):
            right[word] += max(weight, 1.0)
    return joint, left, right


def add_pivot(counts: dict[tuple[str, str], Counts]) -> Counts:
    """Return French-Chinese counts: the direct ones, and those that follow from English words between the two.

    A French word f and a Chinese word z that both stand for e are expected together count(f, e) * p(z | e) times; the
    expectation is scaled down, as one English word has several senses.
    """
    joint = defaultdict(float, counts[FRENCH_CHINESE][0])
    left, right = (defaultdict(float, side) for side in counts[FRENCH_CHINESE][1:])
    (french, english, _), (chinese, other, _) = counts["en", "fr"], counts["en", "zh"]
    by_english: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for (e, z), count in chinese.items():
        if count > 0.9 and count / other[e] >= PIVOT_LEAST:
            by_english[e].append((z, count / other[e]))
    for (e, f), count in french.items():
        if count > 0.9 and count / english[e] >= PIVOT_LEAST:
            for z, probability in by_english[e]:
                expected = PIVOT_WEIGHT * min(count, other[e]) * probability
                joint[f, z] += expected
                left[f] += expected
                right[z] += expected
    return joint, left, right


def write_table(
    out: Path,
    pair: tuple[str, str],
    joint: Mapping[tuple[str, str], float],
    left: Mapping[str, float],
    right: Mapping[str, float],
) -> None:
    """Prune a table and write it as rows of sorted column numbers."""
    ids = [lexicon.vocabulary(language).ids for language in pair]
    rows: list[list[tuple[int, float]]] = [[] for _ in range(min(len(ids[0]), TABLE_WORDS))]
    for (s, t), count in joint.items():
        i, j = ids[0].get(s, TABLE_WORDS), ids[1].get(t, TABLE_WORDS)
        if i >= TABLE_WORDS or j >= TABLE_WORDS:
            continue
        strength = max(count / left[s], count / right[t])
        rare = min(left[s], right[t]) <= 3
        if strength >= LEAST_PROBABILITY and (count > LEAST_COUNT or (rare and count >= 1.0 and strength >= 0.3)):
            rows[i].append((j, count))
    for row in rows:
        row.sort()
    flat = [entry for row in rows for entry in row]
    arrays = {
        "lengths": np.array([len(row) for row in rows], dtype=np.uint16),
        "columns": np.array([j for j, _ in flat], dtype=np.uint16),
        "joint": quantise(np.array([n for _, n in flat])),
    }
    for language, vocabulary, totals in zip(pair, ids, (left, right), strict=True):
        words = list(vocabulary)[:TABLE_WORDS]
        arrays[f"marginal_{language}"] = quantise(np.array([totals.get(word, 0.0) for word in words]))
    _save(out / f"{pair[0]}-{pair[1]}.npz", arrays)
    print(f"{pair[0]}-{pair[1]}: {len(flat)} entries")


def read_table(pair: tuple[str, str]) -> Counts:
    """Return the counts of a table that the package reads, as they were stored."""
    table = lexicon.lexicon(*pair)
    names = [list(lexicon.vocabulary(language).ids) for language in pair]
    left = dict(zip(names[0], table.source_marginal.tolist(), strict=False))
    right = dict(zip(names[1], table.target_marginal.tolist(), strict=False))
    joint: dict[tuple[str, str], float] = {}
    for number in range(len(table.starts) - 1):
        columns, counts = table.row(number)
        for column, count in zip(columns.tolist(), counts.tolist(), strict=True):
            joint[names[0][number], names[1][column]] = count
    return joint, left, right


def pair_counts(corpora: Path, pair: tuple[str, str]) -> Counts:
    """Align the corpora of a pair and count."""
    source, target = [], []
    for one, two in read_pairs(corpora, *pair):
        left, right = tokens(one, pair[0]), tokens(two, pair[1])
        if 0 < len(left) <= LONGEST and 0 < len(right) <= LONGEST:
            source.append(left)
            target.append(right)
    print(f"{pair[0]}-{pair[1]}: {len(source)} sentence pairs", flush=True)
    return count_links(source, target, align(source, target))


def main() -> None:
    """Run the recipe."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    chinese_words(arguments.corpora, arguments.out)
    chinese_idioms(arguments.out)
    counts = {pair: pair_counts(arguments.corpora, pair) for pair in PAIRS}
    write_all(arguments.out, counts)


def write_all(out: Path, counts: dict[tuple[str, str], Counts]) -> None:
    """Write the vocabularies and the tables."""
    for language in ("en", "fr"):
        words: dict[str, float] = defaultdict(float)
        for pair, (_, *sides) in counts.items():
            if language in pair:
                for word, n in sides[pair.index(language)].items():
                    words[word] += n
        write_vocabulary(out, language, words, None, VOCABULARY[language])
    use(out)
    counts[FRENCH_CHINESE] = add_pivot(counts)
    for pair, (joint, left, right) in counts.items():
        write_table(out, pair, joint, left, right)


if __name__ == "__main__":
    main()
