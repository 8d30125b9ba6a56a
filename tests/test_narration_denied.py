"""A verb before a quote may bear the *not* that the quote lacks, and a subject may stand before an aside."""

from __future__ import annotations

import pytest

from polyglot_news.article import compare_article

LUC = "Luc Petit: I did not promise any subsidy to the football club. The stadium will reopen in June."
PAUL = (
    "M. Paul Gray. – Personne dans cette usine ne devrait avoir à travailler gratuitement le dimanche. "
    "Le vote aura lieu demain."
)


WELLS = "M. Paul Gray. – Le nombre de puits ne permet pas d’abreuver toutes les bêtes de la vallée. Le vote aura lieu."


def test_a_verb_of_saying_bears_the_demand_that_a_fragment_lacks() -> None:
    official = (
        "2. The council expresses its concern over the presence of foreign fighters, and demands their immediate and "
        "unconditional withdrawal, it being understood that instructors are not concerned;\n3. Takes note of the truce."
    )
    (item,) = compare_article("Le conseil exige leur départ « immédiat et sans condition ».", [official]).items
    assert item.verdict == "faithful"


@pytest.mark.parametrize(
    ("article", "official", "verdict"),
    [
        ("Le maire, Luc Petit, a démenti « avoir promis la moindre subvention au club de football ».", LUC, "faithful"),
        ("Le maire, Luc Petit, a reconnu « avoir promis une subvention au club de football ».", LUC, "divergent"),
        ("Le maire, Luc Petit, n’a pas démenti « avoir promis une subvention au club de football ».", LUC, "divergent"),
        ("There are too few wells “to water all the animals of the valley”, Paul Gray said.", WELLS, "faithful"),
        ("There are wells enough “to water all the animals of the valley”, Paul Gray said.", WELLS, "divergent"),
        ("Nobody in the plant, Paul Gray said, “should have to work on Sundays for nothing”.", PAUL, "faithful"),
    ],
)
def test_what_stands_before_a_quote_denies_it(article: str, official: str, verdict: str) -> None:
    assert compare_article(article, official).items[0].verdict == verdict
