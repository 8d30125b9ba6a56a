"""The negation right before a fragment: *do not | target any country*."""

from __future__ import annotations

import pytest

from polyglot_news.article import compare_article
from polyglot_news.article.negated import with_negation
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.polarity import polarity_suspects
from polyglot_news.documents import document_from_text
from polyglot_news.quotes import extract_quotes
from polyglot_news.text import Span

OFFICIAL = (
    "The rules follow common practice and do not favour any bakery. The flour came without the consent of the miller."
)


@pytest.mark.parametrize(
    ("article", "core", "expected"),
    [
        ("Ces règles « favorisent une boulangerie », a-t-il dit.", "favour any bakery", "do not favour any bakery"),
        (
            "Ces règles ne doivent pas « favoriser une boulangerie », a-t-il dit.",
            "favour any bakery",
            "favour any bakery",
        ),
        (
            "La farine est venue « avec l’accord du meunier ».",
            "the consent of the miller",
            "without the consent of the miller",
        ),
        ("La farine est venue « du moulin d’en face ».", "The flour came", "The flour came"),
    ],
)
def test_a_negation_before_a_fragment_belongs_to_it(article: str, core: str, expected: str) -> None:
    start = OFFICIAL.index(core)
    document = document_from_text(article, name="a.txt", language="fr")
    (quote,) = extract_quotes(article, "fr")
    found = with_negation(Span(start, start + len(core)), OFFICIAL, "en", quote, document)
    assert found.of(OFFICIAL) in {expected, expected.removeprefix("do ")}


def test_no_negation_is_cut_in_two() -> None:
    official = "Le pain, croyez-moi, ne se négocie pas en hiver."
    article = "“Bread is not negotiable,” she said."
    (quote,) = extract_quotes(article, "en")
    start = official.index("Le pain")
    found = with_negation(
        Span(start, official.index(" pas")), official, "fr", quote, document_from_text(article, name="a", language="en")
    )
    assert found.of(official).endswith("négocie pas")


def test_a_lost_negation_of_a_fragment_of_a_long_sentence_is_told() -> None:
    official = (
        "3. Sur le premier point, la cour rappelle que l’accord des voisins n’est pas une condition de la vente. "
        "La demande est recevable."
    )
    start, end = official.index("n’est"), official.index(" de la vente")
    pair = make_pair("is a condition for selling a house", official, "en", "fr", core=Span(start, end))
    assert [suspect.hit.cue.text for suspect in polarity_suspects(pair)] == ["ne … pas"]


def test_a_lost_negation_before_a_fragment_is_told() -> None:
    (item,) = compare_article("Ces règles « favorisent une boulangerie », a-t-il dit.", [OFFICIAL]).items
    assert [(one.divergence.kind, item.verdict) for one in item.findings] == [("polarity", "divergent")]
