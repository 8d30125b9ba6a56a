"""Pairs whose source carries the translation of some of its phrases: ``⟦phrase⟾form⟧``."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import attrs
import numpy as np
from numpy.typing import NDArray

from training.errors import TrainingError
from training.vocabulary import ANNOTATION, Vocabulary

_TOKEN = re.compile(r"[\u3400-\u9fff]+|[^\W\d_\u3400-\u9fff]+|\d+(?:[.,]\d+)*|[^\w\s]")
_HAN = re.compile(r"[\u3400-\u9fff]")
MAX_TOKENS = 5
# Phrases that begin or end with one of so many most frequent words are grammar, not terms.
COMMON = 150

Spans = list[tuple[int, int]]


@attrs.frozen
class Phrase:
    """Character spans of a phrase in the source and of its translation in the target."""

    source: tuple[int, int]
    target: tuple[int, int]


def token_spans(text: str, cut: Callable[[str], Spans] | None = None) -> Spans:
    """Words, numbers and signs; runs of Chinese characters are cut by ``cut``, if given."""
    spans: Spans = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if cut is not None and _HAN.match(match[0]):
            spans += [(start + first, start + last) for first, last in cut(match[0])]
        else:
            spans.append((start, end))
    return spans


def piece_cutter(vocabulary: Vocabulary) -> Callable[[str], Spans]:
    """Cuts Chinese runs into SentencePiece pieces, which are words more often than not."""

    def cut(run: str) -> Spans:
        spans: Spans = []
        position = 0
        for piece in vocabulary.processor.encode(run, out_type=str):
            size = len(piece.replace("▁", ""))
            if size:
                spans.append((position, position + size))
                position += size
        return spans if position == len(run) else [(at, at + 1) for at in range(len(run))]

    return cut


def annotated(text: str, terms: Sequence[tuple[int, int, str]], target: str) -> str:
    """The source text with forms of the target language written behind some phrases.

    A space before the phrase moves inside the mark, and the form starts with a space unless it is
    Chinese: so the pieces of phrase and form are those that they have in running text.

    Args:
        text: the source sentence.
        terms: (start, end, form) in ``text``, in order, without overlap.
        target: the target language.
    """
    start_mark, middle, end_mark = ANNOTATION
    parts = []
    done = 0
    for start, end, form in terms:
        spaced = start > done and text[start - 1] == " "
        gap = " " if target != "zh" else ""
        parts += [text[done : start - 1 if spaced else start], start_mark, " " if spaced else ""]
        parts += [text[start:end], middle, gap, form, end_mark]
        done = end
    return "".join(parts) + text[done:]


def consistent_phrases(links: Sequence[tuple[int, int]], source: Spans, target: Spans) -> list[Phrase]:
    """Phrases of up to MAX_TOKENS tokens whose links stay inside both spans, ends linked."""
    forward: dict[int, list[int]] = {}
    backward: dict[int, list[int]] = {}
    for one, two in links:
        forward.setdefault(one, []).append(two)
        backward.setdefault(two, []).append(one)
    found = []
    for begin in sorted(forward):
        low, high = len(target), -1
        for end in range(begin, min(begin + MAX_TOKENS, len(source))):
            linked = forward.get(end)
            if not linked:
                continue
            low, high = min(low, *linked), max(high, *linked)
            if high - low >= MAX_TOKENS + 1:
                break
            inside = all(begin <= one <= end for two in range(low, high + 1) for one in backward.get(two, []))
            if inside:
                found.append(Phrase((source[begin][0], source[end][1]), (target[low][0], target[high][1])))
    return found


def _worth(words: list[str], common: frozenset[str]) -> float:
    """How much some words look like a term: names and several words first, no mere grammar."""
    if not all(word[0].isalnum() for word in words):
        return 0.0
    if words[0].lower() in common or words[-1].lower() in common:
        return 0.0
    if _HAN.match(words[0]):
        size = sum(map(len, words))
        return float(min(size, 4)) if size > 1 else 0.0
    return len(words) + 2.0 * sum(word[0].isupper() for word in words)


def choose(
    pair: tuple[str, str],
    phrases: list[Phrase],
    weights: NDArray[np.float64],
    rng: np.random.Generator,
    forms: Counter[str],
) -> list[tuple[int, int, str]]:
    """One to three phrases of a pair that do not overlap, drawn by worth, with the form to give.

    In a fifth of the cases where the plural's singular is a word of the corpus, the singular is
    given, so that the network learns to inflect what it is given.
    """
    weights = weights.copy()
    chosen: list[Phrase] = []
    for _ in range(int(rng.integers(1, 4))):
        if weights.sum() <= 0:
            break
        pick = phrases[int(rng.choice(len(phrases), p=weights / weights.sum()))]
        chosen.append(pick)
        for number, other in enumerate(phrases):
            if other.source[0] < pick.source[1] and pick.source[0] < other.source[1]:
                weights[number] = 0.0
    terms = []
    for phrase in sorted(chosen, key=lambda item: item.source):
        form = pair[1][slice(*phrase.target)]
        if form.endswith("s") and forms[form[:-1].split(" ")[-1]] > 2 and rng.random() < 0.2:
            form = form[:-1]
        terms.append((*phrase.source, form))
    return terms


def align(tokens: Sequence[tuple[list[str], list[str]]]) -> list[list[tuple[int, int]]]:
    """Word links of tokenised pairs that both directions of eflomal agree on.

    Raises:
        TrainingError: eflomal is not installed.
    """
    try:
        import eflomal
    except ImportError as error:
        raise TrainingError("word alignment needs eflomal: pip install eflomal") from error
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("source", "target", "forward", "reverse")]
        for side, path in zip((0, 1), paths, strict=False):
            lines = (" ".join(words[side]).lower() for words in tokens)
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        with paths[0].open(encoding="utf-8") as source, paths[1].open(encoding="utf-8") as target:
            eflomal.Aligner(n_samplers=1).align(
                source, target, links_filename_fwd=str(paths[2]), links_filename_rev=str(paths[3])
            )
        result = []
        with paths[2].open() as forward, paths[3].open() as reverse:
            for one, two in zip(forward, reverse, strict=True):
                both = set(one.split()) & set(two.split())
                links = (link.split("-") for link in both)
                result.append(sorted((int(first), int(second)) for first, second in links))
    return result


def annotate_pairs(
    pairs: list[tuple[str, str]],
    target: str,
    cut: Callable[[str], Spans],
    seed: int = 1,
) -> list[tuple[str, str]]:
    """Copies of the pairs that have something to annotate, with their annotations.

    Args:
        pairs: source and target sentences.
        target: the target language.
        seed: of the choice of phrases.
        cut: how runs of Chinese characters are cut into words.
    """
    rng = np.random.default_rng(seed)
    spans = [(token_spans(pair[0], cut), token_spans(pair[1], cut)) for pair in pairs]
    tokens = [
        ([pair[0][a:b] for a, b in one], [pair[1][a:b] for a, b in two])
        for pair, (one, two) in zip(pairs, spans, strict=True)
    ]
    counts = [Counter(word.lower() for pair in tokens for word in pair[side]) for side in (0, 1)]
    common, common_target = (frozenset(word for word, _ in count.most_common(COMMON)) for count in counts)
    result = []
    for pair, (one, two), links in zip(pairs, spans, align(tokens), strict=True):
        phrases = consistent_phrases(links, one, two)
        weights = np.zeros(len(phrases))
        for number, phrase in enumerate(phrases):
            words = [pair[0][a:b] for a, b in one if phrase.source[0] <= a and b <= phrase.source[1]]
            form = [pair[1][a:b] for a, b in two if phrase.target[0] <= a and b <= phrase.target[1]]
            weights[number] = _worth(words, common) if _worth(form, common_target) else 0.0
        terms = choose(pair, phrases, weights, rng, counts[1])
        if terms:
            result.append((annotated(pair[0], terms, target), pair[1]))
    return result
