"""How well the two models behind a verdict do on the development sets; ``--fit`` writes them, fitted on all of these.

The figures come from models fitted on four fifths of the items and measured on the rest, five times over. All sets
count alike, whatever their size. Beside the labels, the first model learns from minimal pairs that the altered side
must score higher than the faithful one, and from copies of which less is known, as of pairs that no package translates.
The second model sees what the first one says of pairs that it was not fitted on. The bias of both is moved so that log
odds of 0 are where a divergence is reported.
"""

from __future__ import annotations

import argparse
import collections
import json
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from benchmarks import officials, renderings
from benchmarks.boosting import fit_trees
from benchmarks.common import add_arguments, spread
from benchmarks.divergence_sets import Case, load
from benchmarks.e2e import squeeze
from benchmarks.logistic import fit_logistic
from benchmarks.newsroom import RIGHT, articles, labelled, officials_of, plain
from benchmarks.renderings import ALSO
from benchmarks.word_labels import Worded, altered_labels, faithful_labels
from polyglot_news import read_document
from polyglot_news.align.around import contexts_of
from polyglot_news.align.encoder import default_encoder
from polyglot_news.align.nearby import places_of
from polyglot_news.align.passages import find_all_passages
from polyglot_news.article.said import said_in
from polyglot_news.compare.model import GENERIC, Divergence, Pair
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.registry import checkers
from polyglot_news.compare.verdict import is_cut, without_echoes
from polyglot_news.compare.weights.calibration import (
    KINDS,
    calibrated_kind,
    finding_odds,
    order_odds,
    own_odds,
    pair_odds,
    plain_features,
)
from polyglot_news.compare.weights.wordwise import Weighed, Word, weigh_words, words_of
from polyglot_news.quotes import extract_quotes
from polyglot_news.text import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

SETS = ("demetr", "contratico", "refresd", "mlqe_critical")
ARTICLES = ("e2e", "newsroom")
MOST = {"contratico": 500}  # source texts that are enough of a set: its alterations by rule are much alike
# How much the minimal pairs count beside the labels: in the model that tells divergent pairs, and in that of order.
MINIMAL_PAIRS = {"pair": 0.5, "order": 20.0}
FOLDS = 5
# Ends of the names of features that are not known of a copy, and how much that copy counts.
_LIKELIHOOD = (" likelihood", " ratio", " lowest", " gain")
LEFT_OUT: dict[tuple[str, ...], float] = {(): 1.0, _LIKELIHOOD: 0.1, (*_LIKELIHOOD, "estimate", " alone"): 0.1}
# The same for words.
LEFT_OUT_OF_WORDS: dict[tuple[str, ...], float] = {
    (): 1.0,
    ("likelihood", "profit"): 0.1,
    ("likelihood", "profit", "alone"): 0.1,
}
# Where a divergence is reported, on the scale that the fit gives (classes weighed alike, and one to three).
PAIR_FROM = 1.1
FINDING_FROM = {"specific": -0.2, "generic": -0.1}
# What an alteration of the minimal pairs may rightly be called; findings of other kinds there tell nothing.
PLAUSIBLE: dict[str, frozenset[str]] = {
    "negation": frozenset({"polarity"}),
    "numbers_replaced": frozenset({"number"}),
    "ne_removed": frozenset({"name", "omission"}),
    "ne_replaced": frozenset({"name", "meaning", "addition", "omission"}),
    "antonym": frozenset({"meaning", "polarity", "addition", "omission", "modality", "qualifier"}),
    "adj_adv_removed": frozenset({"omission", "qualifier", "polarity", "modality"}),
    "verb_removed": frozenset({"omission", "modality"}),
    "noun_removed": frozenset({"omission", "name"}),
    "subj_removed": frozenset({"omission", "name"}),
    "id6_addition": frozenset({"addition", "name", "number", "qualifier", "modality"}),
    "pp_removed": frozenset({"omission", "number", "name", "qualifier"}),
    "alteration": frozenset({"polarity", "meaning", "modality", "qualifier", "addition", "omission", "number"}),
    "omission": frozenset({"omission", "qualifier", "modality", "name", "number", "polarity"}),
    "expansion_impact": frozenset({"addition", "qualifier", "modality", "number", "name", "polarity"}),
}  # fmt: skip

_HALF = 1000.0  # what is reported scores higher than what is not, as in the library
_NO_WORDS = Weighed(rendering=(), official=())


@attrs.frozen(kw_only=True)
class Example:
    """A pair with its features, its findings, and the gold answer.

    Attributes:
        dataset: where it comes from.
        item: what a faithful rendering and its alterations share; those of one source text, which stands before the
            slash, are fitted or measured together.
        category: kind of alteration, or "faithful".
        label: 1 divergent, 0 faithful, None where the set leaves it open.
        features: see ``plain_features``, and those of its words once these were weighed.
        findings: what the checkers say.
        kinds: the kinds of finding that are right, if it is divergent.
        whole: whether the rendering is no fragment.
        worded: the pair in words.
        words: these, once they were weighed.
    """

    dataset: str
    item: str
    category: str
    label: float | None
    features: dict[str, float]
    findings: tuple[Divergence, ...]
    kinds: frozenset[str]
    whole: bool
    worded: Worded
    words: Weighed = _NO_WORDS

    def weighed_findings(self) -> Iterator[tuple[Divergence, float]]:
        """Yield the findings, each with the log odds of the words in its place."""
        for divergence in self.findings:
            yield divergence, self.words.at(divergence.rendering, divergence.official)


def main() -> None:
    """Cross-validate, and fit and write if that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_arguments(parser)
    parser.add_argument("--fit", action="store_true", help="write data/verdict.json of the library")
    options = parser.parse_args()
    examples = with_words(list(collect(options.data, options.sample)))
    validate(examples)
    if options.fit:
        write(examples)


def collect(data: Path, sample: int | None) -> Iterator[Example]:
    """Read the sets and run the checkers over them, on all processors."""
    cases = [case for dataset in SETS for case in load(data, dataset, sample or MOST.get(dataset))]
    folders = sorted(path.parent for path in (data / "e2e").glob("*/gold.json"))[:sample]
    with ProcessPoolExecutor() as pool:
        yield from pool.map(_of_case, cases, chunksize=50)
        for examples in pool.map(_of_article, folders):
            yield from examples
        for examples in pool.map(_of_newsroom, spread(articles(), sample)):
            yield from examples
        for examples in pool.map(_of_renderings, renderings.files()):
            yield from examples
        texts = [text for path in officials.files() for text in spread(list(officials.read(path)), sample)]
        for examples in pool.map(_of_official, texts):
            yield from examples


def _of_case(case: Case) -> Example:
    official, rendering = case.languages
    pair = make_pair(case.rendering, case.official, rendering, official)
    kinds = next((known for name, known in PLAUSIBLE.items() if case.category.endswith(name)), frozenset())
    label = None if case.divergent is None else float(case.divergent)
    *languages, source = case.item.split(":", 1)
    return _example(pair, case.dataset, "/".join([source, *languages]), case.category, label, kinds)


def _of_article(folder: Path) -> list[Example]:
    examples = []
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    for quote, pair in _pairs(folder / "article.txt", sorted(folder.glob("official.*.txt"))):
        known = next((one for one in gold["quotes"] if squeeze(one["quote"]) in squeeze(quote)), None)
        if known is not None:
            kind = known["altered"]
            category = kind or ("partial" if known["partial"] else "faithful")
            kinds = frozenset({kind} if kind else ())
            examples.append(_example(pair, "e2e", folder.name, category, float(bool(kind)), kinds))
    return examples


def _of_newsroom(path: Path) -> list[Example]:
    """Make examples of the quotes that somebody said, whoever the article says it was."""
    examples = []
    gold = [one for one in labelled(path) if one.truth != "invented" and one.kind != "attribution"]
    for quote, pair in _pairs(path, officials_of(path)):
        inside = [one for one in gold if plain(one.quote) in plain(quote)]
        known = max(inside, key=lambda one: one.truth != "faithful", default=None)
        if known is not None:
            kinds = frozenset(RIGHT[known.kind] if known.kind else ())
            examples.append(_example(pair, "newsroom", path.name, known.truth, float(known.truth != "faithful"), kinds))
    return examples


def _of_renderings(path: Path) -> list[Example]:
    """Make examples of the renderings whose passage was found; those of one origin belong together."""
    examples = []
    several = list(renderings.read(path))
    for one, place in zip(several, renderings.located(several), strict=True):
        if place is not None:
            official, rendering = one.languages
            pair = make_pair(one.text, place[0], rendering, official, core=place[1])
            examples.append(_free_example(pair, "renderings", f"{one.item}/{one.origin}", one.kind))
    return examples


def _of_official(official: officials.Official) -> list[Example]:
    """Make examples of the quotes whose passage is the likeliest; those of one origin belong together."""
    examples = []
    for one, passages in zip(official.quotes, official.found(), strict=True):
        best = one.right(passages)
        if best is not None:
            said, core = said_in(best, one.text, official.language, official.document)
            pair = make_pair(one.text, said, official.language, official.document.language, core=core)
            examples.append(_free_example(pair, "officials", f"{official.document.name}/{one.origin}", one.kind))
    return examples


def _free_example(pair: Pair, dataset: str, item: str, kind: str | None) -> Example:
    kinds = frozenset((RIGHT | ALSO)[kind] if kind else ())
    return _example(pair, dataset, item, kind or "faithful", float(kind is not None), kinds)


def _pairs(path: Path, official_paths: Sequence[Path]) -> Iterator[tuple[str, Pair]]:
    """Yield the statements of an article that were found, each with the likeliest passage of an official text."""
    article = read_document(path)
    texts = [read_document(official) for official in official_paths]
    quotes = [quote for quote in extract_quotes(article.text, article.language) if quote.is_statement]
    found = find_all_passages(
        quotes,
        texts,
        encoder=default_encoder(),
        places=places_of(quotes, article.text, article.language),
        contexts=contexts_of(quotes, article.text, article.language),
    )
    for quote, passages in zip(quotes, found, strict=True):
        best = {passage.document: passage for passage in reversed(passages) if passage.matched}
        for passage in best.values():
            official = texts[passage.document]
            said, core = said_in(passage, quote.text, article.language, official)
            yield quote.text, make_pair(quote.text, said, article.language, official.language, core=core)


def _example(pair: Pair, dataset: str, item: str, category: str, label: float | None, kinds: frozenset[str]) -> Example:
    found = [divergence for checker in checkers() for divergence in checker.check(pair)]
    weighed = [divergence for divergence in found if not divergence.settled]
    findings = tuple(divergence for divergence in without_echoes(weighed) if not is_cut(divergence, pair))
    return Example(
        dataset=dataset,
        item=item,
        category=category,
        label=label,
        features=plain_features(pair, weighed),
        findings=findings,
        kinds=kinds,
        whole=not pair.partial,
        worded=Worded(texts=(pair.rendering, pair.official), sides=words_of(pair)),
    )


def with_words(examples: Sequence[Example]) -> list[Example]:
    """Add what the words say by a model that was fitted without the items of the fifth."""
    worded = list(examples)
    for inside, outside in _folds(examples):
        model = fit_words([examples[k] for k in inside])
        for k in outside:
            words = weigh_words(examples[k].worded.sides, model)
            worded[k] = attrs.evolve(examples[k], features=examples[k].features | words.features(), words=words)
    return worded


def fit_words(examples: Sequence[Example]) -> dict[str, Any]:
    """Fit the model of single words, on faithful pairs and on alterations of them."""
    import numpy as np

    labelled = list(_labelled_words(examples))
    names, table = _copies([word.features for word, _ in labelled], LEFT_OUT_OF_WORDS)
    labels = np.tile([label for _, label in labelled], len(LEFT_OUT_OF_WORDS))
    weights = np.repeat(list(LEFT_OUT_OF_WORDS.values()), len(labelled))
    return {"trees": fit_trees(table, names, labels, weights, (), 0.0, smooth=False)}


def _labelled_words(examples: Sequence[Example]) -> Iterator[tuple[Word, float]]:
    faithful = _faithful(examples)
    for one in examples:
        if one.label == 0:
            yield from faithful_labels(one.worded)
        elif one.label == 1 and one.dataset not in ARTICLES and (one.dataset, one.item) in faithful:
            yield from altered_labels(one.worded, faithful[one.dataset, one.item])


def _faithful(examples: Sequence[Example]) -> dict[tuple[str, str], Worded]:
    return {(one.dataset, one.item): one.worded for one in examples if one.category == "faithful"}


def _copies(rows: Sequence[Mapping[str, float]], left_out: Mapping[tuple[str, ...], float]) -> tuple[list[str], Array]:
    """Return the names of the features, and a table of all rows once for each choice of what is not known of them."""
    import numpy as np

    names = sorted(set().union(*rows))
    return names, np.array(
        [
            [np.nan if name.endswith(unknown) else row.get(name, np.nan) for name in names]
            for unknown in left_out
            for row in rows
        ]
    )


def write(examples: Sequence[Example]) -> None:
    """Fit on all examples and write the models."""
    finding = fit_findings(examples, crossed_odds(examples))
    models = {name: fit_pairs(examples, name) for name in MINIMAL_PAIRS}
    models |= {"word": fit_words(examples), "finding": _rounded(finding)}
    path = Path(str(resources.files("polyglot_news") / "data" / "verdict.json"))
    path.write_text(_one_tree_a_line(models), encoding="utf-8")
    print(f"fitted on {len(examples)} pairs: {dict(collections.Counter(one.dataset for one in examples))}")


def _one_tree_a_line(models: dict[str, Any]) -> str:
    grown = [name for name, model in models.items() if "trees" in model]
    marked = models | {name: {**models[name], "trees": name} for name in grown}
    text = json.dumps(marked, indent=1, sort_keys=True) + "\n"
    for name in grown:
        lines = ",\n".join(json.dumps(tree) for tree in models[name]["trees"])
        text = text.replace(f'"trees": "{name}"', f'"trees": [\n{lines}\n  ]')
    return text


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(one) for key, one in value.items()}
    return round(value, 4)


def validate(examples: Sequence[Example]) -> None:
    """Fit on four fifths, measure on the rest, and print a line for each set."""
    from benchmarks.divergence import auc, share

    scores = [0.0] * len(examples)
    flags = [False] * len(examples)
    shown: list[bool | None] = [None] * len(examples)
    faithful = _faithful(examples)
    for inside, outside in _folds(examples):
        fitted = [examples[k] for k in inside]
        models = {name: fit_pairs(fitted, name) for name in MINIMAL_PAIRS}
        finding = fit_findings(fitted, crossed_odds(fitted))
        for k in outside:
            one = examples[k]
            odds = pair_odds(one.features, models["pair"])
            surest, best = max(
                (
                    (finding_odds(divergence, odds, place, finding), divergence)
                    for divergence, place in one.weighed_findings()
                    if divergence.severity != "minor"
                ),
                key=lambda pair: pair[0],
                default=(-1.0, None),
            )
            flags[k] = (one.whole and odds > 0) or surest > 0
            scores[k] = order_odds(one.features, models) + flags[k] * _HALF
            if flags[k] and (altered := _altered(one, faithful)):
                shown[k] = _is_in_place(best if surest > 0 else None, one.words, altered)
    for dataset in dict.fromkeys(one.dataset for one in examples):
        known = [k for k, one in enumerate(examples) if one.dataset == dataset and one.label is not None]
        line = f"{dataset:14} AUC {auc([scores[k] for k in known], [examples[k].label == 1 for k in known]):.3f}"
        pairs = [(scores[a], scores[b]) for a, b in minimal_pairs(examples) if examples[a].dataset == dataset]
        if pairs:
            line += f"  altered scores higher {share([one > other for one, other in pairs]):.3f}"
        critical = [k for k in known if examples[k].label == 1 and _counts(examples[k])]
        line += f"  flagged {share([flags[k] for k in critical]):.3f}"
        places = [right for k in critical if (right := shown[k]) is not None]
        if places:
            line += f"  in place {share(places):.3f}"
        for category in ("faithful", "partial", "base_id35_reference", "synonym"):
            alarms = [flags[k] for k, one in enumerate(examples) if (one.dataset, one.category) == (dataset, category)]
            if alarms:
                line += f"  {category} {share(alarms):.3f}"
        print(line)


def _is_in_place(finding: Divergence | None, words: Weighed, altered: Sequence[Mapping[Span, bool]]) -> bool:
    """Whether a finding is about altered words; without a finding, whether the loneliest word is one of them."""
    if finding is not None:
        return any(_known(finding, altered))
    sides = (words.rendering, words.official)
    loneliest = [max(side, key=lambda word: word[1], default=(Span(0, 0), -30.0)) for side in sides]
    which = max((0, 1), key=lambda k: loneliest[k][1])
    return altered[which].get(loneliest[which][0], False)


def crossed_odds(examples: Sequence[Example]) -> list[float]:
    """Return the odds of each pair by a first model that was fitted without the items of its fifth."""
    odds = [0.0] * len(examples)
    for inside, outside in _folds(examples):
        model = fit_pairs([examples[k] for k in inside], "pair")
        for k in outside:
            odds[k] = pair_odds(examples[k].features, model)
    return odds


def _folds(examples: Sequence[Example]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the places of four fifths of the items, and those of the rest."""
    fold = [random.Random(f"{one.dataset}:{one.item.split('/')[0]}").randrange(FOLDS) for one in examples]  # noqa: S311
    for held in range(FOLDS):
        yield (
            [k for k in range(len(examples)) if fold[k] != held],
            [k for k in range(len(examples)) if fold[k] == held],
        )


def _counts(example: Example) -> bool:
    return example.dataset != "demetr" or "critical" in example.category


def minimal_pairs(examples: Sequence[Example]) -> list[tuple[int, int]]:
    """Return the indices of critical alterations, each with that of the faithful rendering of the same text."""
    faithful = {(one.dataset, one.item): k for k, one in enumerate(examples) if one.category == "faithful"}
    return [
        (k, faithful[one.dataset, one.item])
        for k, one in enumerate(examples)
        if one.label == 1 and _counts(one) and one.dataset not in ARTICLES and (one.dataset, one.item) in faithful
    ]


def fit_pairs(examples: Sequence[Example], name: str) -> dict[str, Any]:
    """Fit the model "pair" or "order"; every example counts a second and third time with less known of it."""
    import numpy as np

    names, table = _copies([one.features for one in examples], LEFT_OUT)
    labels = np.array([one.label or 0.0 for one in examples])
    weights = _balanced(examples, lambda one: one.label, (1.0, 1.0))
    pairs = minimal_pairs(examples)
    size = len(examples)
    trees = fit_trees(
        table,
        names,
        np.tile(labels, len(LEFT_OUT)),
        np.concatenate([weights * share for share in LEFT_OUT.values()]),
        [(a + k * size, b + k * size) for k in range(len(LEFT_OUT)) for a, b in pairs],
        2000.0 * MINIMAL_PAIRS[name] * sum(LEFT_OUT.values()),
        smooth=name == "order",
    )
    return {"bias": -PAIR_FROM, "trees": trees}


def fit_findings(examples: Sequence[Example], odds: Sequence[float]) -> dict[str, Any]:
    """Fit the second model."""
    import numpy as np

    faithful = _faithful(examples)
    rows, labels, owners = [], [], []
    for example, pair in zip(examples, odds, strict=True):
        altered = _altered(example, faithful)
        for divergence, place in example.weighed_findings():
            right = _is_right(divergence, example, altered)
            if calibrated_kind(divergence) in KINDS and right is not None:
                rows.append(_columns(divergence, pair, place))
                labels.append(float(right))
                owners.append(example)
    weights = _balanced(owners, lambda one: one.label, (3.0, 1.0), of=examples)
    beta = fit_logistic(np.array(rows), np.array(labels), weights, 1.0)
    at = len(KINDS) + 1
    return {
        "kinds": {
            kind: float(beta[0] + beta[1 + k]) - FINDING_FROM["generic" if kind in GENERIC else "specific"]
            for k, kind in enumerate(KINDS)
        },
        **{
            group: {name: float(beta[at + 3 * g + k]) for k, name in enumerate(("own", "pair", "place"))}
            for g, group in enumerate(("generic", "specific"))
        },
    }


def _altered(example: Example, faithful: Mapping[tuple[str, str], Worded]) -> tuple[dict[Span, bool], ...] | None:
    """Return of each side which words are known to have no counterpart, and which to have one; None where none are."""
    if example.label != 1 or example.dataset in ARTICLES or (example.dataset, example.item) not in faithful:
        return None
    worded = example.worded
    labels = {id(word): label for word, label in altered_labels(worded, faithful[example.dataset, example.item])}
    sides = tuple({word.span: labels[id(word)] > 0 for word in side if id(word) in labels} for side in worded.sides)
    return sides if any(lone for side in sides for lone in side.values()) else None


def _is_right(divergence: Divergence, example: Example, altered: Sequence[Mapping[Span, bool]] | None) -> bool | None:
    """Whether a finding is right; None where the set does not tell.

    One that only says which words have no counterpart must say it of those that were altered.
    """
    if example.label == 0:
        return False
    if divergence.kind not in GENERIC:
        return True if divergence.kind in example.kinds else None
    if example.dataset in ARTICLES:
        return divergence.kind in example.kinds
    known = _known(divergence, altered) if altered else []
    return any(known) if known else None


def _known(divergence: Divergence, altered: Sequence[Mapping[Span, bool]]) -> list[bool]:
    """Return of the words in the place of a finding whether they have no counterpart, where that is known."""
    places = divergence.rendering, divergence.official
    return [
        lone
        for place, side in zip(places, altered, strict=True)
        if place is not None
        for word, lone in side.items()
        if word.overlap(place)
    ]


def _columns(divergence: Divergence, pair: float, place: float) -> list[float]:
    own = own_odds(divergence)
    name = calibrated_kind(divergence)
    generic = name in GENERIC
    groups = [own, pair, place, 0.0, 0.0, 0.0] if generic else [0.0, 0.0, 0.0, own, pair, place]
    return [1.0, *(float(name == kind) for kind in KINDS), *groups]


def _balanced(
    rows: Sequence[Example],
    label: Callable[[Example], float | None],
    shares: tuple[float, float],
    *,
    of: Sequence[Example] | None = None,
) -> Array:
    """Weigh rows so that all sets count alike, and faithful to divergent pairs as ``shares``."""
    import numpy as np

    count = collections.Counter((one.dataset, label(one)) for one in of or rows)
    return np.array(
        [
            0.0 if (value := label(one)) is None else 1000.0 * shares[int(value)] / count[one.dataset, value]
            for one in rows
        ]
    )


if __name__ == "__main__":
    main()
