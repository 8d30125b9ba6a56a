"""Aligning the sentences of two versions of a text: many to many, with gaps, and with passages that moved.

The frame is that of Gale and Church (1993), Vecalign (Thompson and Koehn 2019) and Bertalign (Liu and Zhu 2023): the
best chain of beads in a band around a rough path. A bead is judged by the vectors of its concatenated sentences, by the
share of each side's words that the other side renders, by length and by closing marks, in a conditional random field,
which also says how probable each bead is. A second chain goes over what the first leaves over on both sides, and what
that leaves is compared freely: so they find a block, and single sentences, that moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import attrs

from polyglot_news.align.band import find_band
from polyglot_news.align.beads import LONGEST, gather
from polyglot_news.align.chain import Bead, Potentials, Probabilities, best_chain, probabilities
from polyglot_news.align.features import Sides, potentials, sides
from polyglot_news.align.model import Encoder, Link
from polyglot_news.given import check_text, check_type
from polyglot_news.odds import probability

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from polyglot_news.align.beads import Evidence
    from polyglot_news.align.lexical import WordTable

# Made by ``python -m training.alignment``.
WEIGHTS: dict[str, float] = {
    "cosine_s": 3.5778,
    "cosine": 5.6985,
    "hub_s": -7.0522,
    "covered_s": 0.8367,
    "covering_s": -0.9560,
    "coverage": 3.1967,
    "length_s": 0.1397,
    "length": -1.5277,
    "ratio_s": 0.2155,
    "weak_target": 5.4291,
    "weak_source": 4.2957,
    "gain": 0.7114,
    "marks": -0.2272,
    "one_s": 1.9455,
    "1-1": 3.6136,
    "1-2": 2.9407,
    "1-3": 3.4725,
    "1-4": 4.2378,
    "2-2": 1.4406,
    "2-3": 2.0488,
    "3-3": 2.7575,
    "null_hub": 0.0863,
    "null_covered": 2.3744,
    "swap": -3.5756,
}


@attrs.frozen(kw_only=True, eq=False)
class Prepared:
    """Two texts ready to be aligned.

    Attributes:
        vectors: the vectors of the single sentences on each side.
        words: the words on each side, or None without lexical evidence.
        evidence: what speaks for the beads in the band.
        measured: lengths and closing marks.
        band: as ``find_band`` gives it.
    """

    vectors: tuple[NDArray[np.float32], NDArray[np.float32]]
    words: tuple[WordTable, WordTable] | None
    evidence: list[Evidence]
    measured: Sides
    band: NDArray[np.int64]


def align_sentences(
    source: str | Iterable[str],
    target: str | Iterable[str],
    *,
    encoder: Encoder | None = None,
    source_language: str | None = None,
    target_language: str | None = None,
) -> list[Link]:
    """Align two versions of a text, in time and memory linear in their length.

    Args:
        source: sentences, or a text, which is split.
        target: the same in another language, or in the same one.
        encoder: the sentence encoder, by default the one that ships with the library.
        source_language: "en", "fr" or "zh"; told from the text by default.
        target_language: the same of the target.

    Returns:
        Links in which every sentence stands once, in the order of the source; a link with an empty side says that this
        sentence has no counterpart. Links cross where a passage stands elsewhere in the other version. Of unrelated
        texts few sentences are linked, with low similarity.
    """
    from polyglot_news.align.encoder import default_encoder, single_blas_thread

    source, target = _given(source, "source"), _given(target, "target")
    encoder = encoder or default_encoder()
    left, source_language = split_side(source, source_language)
    right, target_language = split_side(target, target_language)
    if not left or not right:
        only = [Bead(i, 1, 0, 0) for i in range(len(left))] + [Bead(0, 0, j, 1) for j in range(len(right))]
        return [_link(bead, 1.0) for bead in only]
    with single_blas_thread():
        prepared = prepare(left, right, source_language, target_language, encoder)
        links = without_unlikely(_chain(prepared))
        rest = (
            [link.source[0] for link in links if not link.target],
            [link.target[0] for link in links if not link.source],
        )
        if all(_FEWEST_MOVED <= len(side) < _MOST_MOVED for side in rest):
            sides_left = [left[i] for i in rest[0]], [right[j] for j in rest[1]]
            links = _with_block(links, _chain(prepare(*sides_left, source_language, target_language, encoder)), rest)
        return add_moved(links, prepared)


def _chain(prepared: Prepared) -> list[Link]:
    weighed = potentials(prepared.evidence, prepared.measured, prepared.band, WEIGHTS)
    likely = probabilities(weighed)
    return [_link(bead, _probability(bead, weighed, likely)) for bead in best_chain(weighed)]


def _with_block(links: list[Link], block: list[Link], rest: tuple[list[int], list[int]]) -> list[Link]:
    """Add the likely links of a chain over the sentences that another chain left over: a block that moved."""
    found = [
        Link(
            source=tuple(rest[0][i] for i in link.source),
            target=tuple(rest[1][j] for j in link.target),
            similarity=link.similarity,
        )
        for link in block
        if link.source and link.target and link.similarity >= _LEAST_MOVED
    ]
    # Only sentences that stand side by side make one link.
    found = [link for link in found if all(side[-1] - side[0] == len(side) - 1 for side in (link.source, link.target))]
    if len(found) < _FEWEST_MOVED:
        return links
    source = {i for link in found for i in link.source}
    target = {j for link in found for j in link.target}
    kept = [
        link
        for link in links
        if (link.source and link.target) or not (source.intersection(link.source) or target.intersection(link.target))
    ]
    return kept + found


def rate_links(
    links: Sequence[tuple[int, int]],
    source: Sequence[str],
    target: Sequence[str],
    *,
    encoder: Encoder | None = None,
    source_language: str | None = None,
    target_language: str | None = None,
) -> list[Link]:
    """Return links of one sentence with one that somebody else has made, with how probable each is.

    Each is judged by itself: the order of a memory tells nothing, and no neighbour speaks for a link.

    Args:
        links: places in ``source`` and ``target``.
        source: as in ``align_sentences``.
        target: as in ``align_sentences``.
        encoder: as in ``align_sentences``.
        source_language: as in ``align_sentences``.
        target_language: as in ``align_sentences``.
    """
    from polyglot_news.align.encoder import default_encoder, encoded, single_blas_thread

    left, source_language = split_side([source[i] for i, _ in links], source_language)
    right, target_language = split_side([target[j] for _, j in links], target_language)
    if not links:
        return []
    encoder = encoder or default_encoder()
    with single_blas_thread():
        cosines = (encoded(encoder, left) * encoded(encoder, right)).sum(axis=1)
    words = word_tables(left, right, source_language, target_language)
    odds = [_moved_odds(float(cosine), _USUAL, _mutual_coverage(k, k, words)) for k, cosine in enumerate(cosines)]
    return [_link(Bead(i, 1, j, 1), probability(value)) for (i, j), value in zip(links, odds, strict=True)]


def share_rendered(links: Sequence[Link]) -> float:
    """Return about which share of the sentences of the shorter text has a counterpart; of unrelated texts it is low."""
    rendered, sizes = [0.0, 0.0], [0, 0]
    for link in links:
        for side, places in enumerate((link.source, link.target)):
            sizes[side] += len(places)
            if link.source and link.target:
                rendered[side] += len(places) * link.similarity
    shorter = 0 if sizes[0] <= sizes[1] else 1
    return rendered[shorter] / max(1, sizes[shorter])


HARDLY = 0.25  # texts of which a smaller share is rendered count as unrelated
_DOUBTFUL = 0.5
_LEAST, _LEAST_DOUBTFUL = 0.1, 0.5


def without_unlikely(links: Sequence[Link]) -> list[Link]:
    """Take links apart that are hardly right: the best chain of all may still be a poor one.

    Where it is doubtful whether the texts as a whole render each other, every link has to be likelier than not.
    """
    least = _LEAST if share_rendered(links) >= _DOUBTFUL else _LEAST_DOUBTFUL
    kept: list[Link] = []
    for link in links:
        if link.similarity >= least or not link.source or not link.target:
            kept.append(link)
            continue
        doubt = round(1 - link.similarity, 4)
        kept += [Link(source=(i,), target=(), similarity=doubt) for i in link.source]
        kept += [Link(source=(), target=(j,), similarity=doubt) for j in link.target]
    return kept


_MIXED = 0.1  # share of sentences in another script from which a text counts as mixed


def _given(side: str | Iterable[str], name: str) -> str | list[str]:
    """Return a text, or its sentences.

    Raises:
        WrongTypeError: it is neither.
    """
    check_type(side, (str, Iterable), name, "give a text or its sentences")
    if isinstance(side, str):
        return side
    sentences = list(side)
    for sentence in sentences:
        check_text(sentence, f"A sentence of {name}")
    return sentences


def split_side(text: str | Sequence[str], language: str | None) -> tuple[list[str], str]:
    """Return the sentences of one side, Chinese simplified, and their language; "und" if the text mixes scripts."""
    from polyglot_news.language import detect_language
    from polyglot_news.text import in_simplified, is_han, split_sentences

    told = language or detect_language(text if isinstance(text, str) else "\n".join(text)).language
    sentences = [span.of(text) for span in split_sentences(text, told)] if isinstance(text, str) else list(text)
    if language is None:
        letters = [(4 * sum(map(is_han, text)), sum(map(str.isalpha, text))) for text in sentences]  # 4 stand for 1
        others = sum((han > all_letters) != (told == "zh") for han, all_letters in letters if all_letters)
        told = "und" if others > _MIXED * len(sentences) else told
    return [in_simplified(sentence, told) for sentence in sentences], told


def prepare(
    source: list[str], target: list[str], source_language: str, target_language: str, encoder: Encoder
) -> Prepared:
    """Encode two texts and gather the evidence for the beads that are worth looking at."""
    import numpy as np

    from polyglot_news.align.encoder import encode_runs

    runs = (
        encode_runs(encoder, source, LONGEST, joiner="" if source_language == "zh" else " "),
        encode_runs(encoder, target, LONGEST, joiner="" if target_language == "zh" else " "),
    )
    band = find_band(runs[0][0], runs[1][0])
    words = word_tables(source, target, source_language, target_language)
    return Prepared(
        vectors=(np.array(runs[0][0]), np.array(runs[1][0])),
        words=words,
        evidence=gather(runs, words, band),
        measured=sides(source, target),
        band=band,
    )


def word_tables(
    source: list[str], target: list[str], source_language: str, target_language: str
) -> tuple[WordTable, WordTable] | None:
    """Return the words on each side; None if there is no lexical evidence for the two languages."""
    from polyglot_news.align.lexical import WordTable, has_lexicon

    if not has_lexicon(source_language, target_language):
        return None
    return WordTable.of(source, source_language), WordTable.of(target, target_language)


def _probability(bead: Bead, weighed: Potentials, likely: Probabilities) -> float:
    """Return how probable a bead is, whether as a link of its own or as one of two that changed places."""
    i, j = bead.source, bead.target
    if not bead.target_count:
        return float(likely.source_null[i])
    if not bead.source_count:
        return float(likely.target_null[j])
    column = j - int(weighed.band[i, 0])
    row = likely.beads[i][bead.source_count - 1, bead.target_count - 1]
    total = float(row[column]) if 0 <= column < len(row) else 0.0
    if bead.source_count == bead.target_count == 1:
        if 0 <= column - 1 < len(likely.swaps[i]):
            total += float(likely.swaps[i][column - 1])
        if i and 0 <= (place := j - int(weighed.band[i - 1, 0])) < len(likely.swaps[i - 1]):
            total += float(likely.swaps[i - 1][place])
    return min(1.0, total)


def _link(bead: Bead, probability: float) -> Link:
    return Link(
        source=tuple(range(bead.source, bead.source + bead.source_count)),
        target=tuple(range(bead.target, bead.target + bead.target_count)),
        similarity=round(probability, 4),
    )


_MOST_MOVED = 4_000  # sentences without counterpart that are compared all with all
_FEWEST_MOVED = 3  # sentences left over on both sides, and links between them, that make a block
_LEAST_MOVED = 0.8
_USUAL = 0.3  # cosine of sentences that have nothing to do with each other, where there are no rivals to tell it


def add_moved(links: list[Link], prepared: Prepared) -> list[Link]:
    """Link sentences that the chain left without counterpart on both sides, and put all links in order."""
    source = [link.source[0] for link in links if not link.target][:_MOST_MOVED]
    target = [link.target[0] for link in links if not link.source][:_MOST_MOVED]
    pairs = _moved(source, target, prepared) if source and target else {}
    taken = {j for j, _ in pairs.values()}
    kept = [
        link
        for link in links
        if (link.target or link.source[0] not in pairs) and (link.source or link.target[0] not in taken)
    ]
    kept += [Link(source=(i,), target=(j,), similarity=similarity) for i, (j, similarity) in pairs.items()]
    return _ordered(kept)


def _moved(source: list[int], target: list[int], prepared: Prepared) -> dict[int, tuple[int, float]]:
    import numpy as np

    left, right = prepared.vectors[0][source], prepared.vectors[1][target]
    cosine = left @ right.T
    forward, backward = cosine.argmax(axis=1), cosine.argmax(axis=0)
    found: dict[int, tuple[int, float]] = {}
    for row, i in enumerate(source):
        column = int(forward[row])
        if backward[column] != row:
            continue
        j = target[column]
        rivals = np.concatenate([np.delete(cosine[row], column), np.delete(cosine[:, column], row)])
        usual = float(np.sort(rivals)[-2:].mean()) if len(rivals) else _USUAL
        covered = _mutual_coverage(i, j, prepared.words)
        similarity = probability(_moved_odds(float(cosine[row, column]), usual, covered))
        if similarity >= 0.5:
            found[i] = (j, round(similarity, 4))
    return found


def _moved_odds(cosine: float, usual: float, covered: float) -> float:
    """Return the log odds that a sentence moved there."""
    return 9.0 * cosine + 4.0 * (cosine - usual) + 6.0 * covered - 9.0


def _mutual_coverage(i: int, j: int, words: tuple[WordTable, WordTable] | None) -> float:
    """Return which share of the words of two sentences the other renders, on average."""
    from polyglot_news.align.lexical import pair_coverage

    return 0.4 if words is None else sum(pair_coverage(*words, i, j)) / 2


def _ordered(links: list[Link]) -> list[Link]:
    """Order links by the source; target sentences without counterpart follow what precedes them in the target."""
    place = {j: link.source[0] for link in links if link.source for j in link.target}
    keys = {}
    before = -1
    last = max((j for link in links for j in link.target), default=-1)
    for j in range(last + 1):
        before = place.get(j, before)
        keys[j] = before
    return sorted(
        links, key=lambda link: (link.source[0], 0, 0) if link.source else (keys[link.target[0]], 1, link.target[0])
    )
