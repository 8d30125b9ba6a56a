"""Quotes put together from several places of a speech, and what an article tells beside a quote."""

from __future__ import annotations

import pytest

from polyglot_news.article import compare_article
from polyglot_news.quotes import extract_quotes
from polyglot_news.report.model import Item
from polyglot_news.spliced import sentences_of

SPEECH = (
    "Chers collègues, nous ouvrirons quatre nouvelles gares d’ici à 2031. La première sera celle du port. "
    "Les travaux débuteront à l’automne. Deux mille personnes y travailleront. Les riverains seront consultés. "
    "La région paiera la moitié. Le conseil votera en juin. La Suède est un partenaire et un concurrent. "
    "Nous ne fermerons aucune ligne de campagne. Le tarif sera réduit en 2029, mais seulement pour les lycéens."
)


def judged(article: str) -> list[Item]:
    return list(compare_article(article, [SPEECH]).items)


@pytest.mark.parametrize("joint", [" [...] ", " … ", " ", ",” the mayor said. “"])
def test_each_sentence_is_held_against_its_own_place(joint: str) -> None:
    (item,) = judged(f"“We will open four new stations by 2031.{joint}We will not close any rural line.”")
    assert item.verdict == "faithful"
    assert [source.text for source in item.matched] == [
        "Chers collègues, nous ouvrirons quatre nouvelles gares d’ici à 2031.",
        "Nous ne fermerons aucune ligne de campagne.",
    ]
    assert [source.rest for source in item.matched].count(True) == 1


def test_what_is_wrong_is_shown_in_its_own_place() -> None:
    article = "“We will open four new stations by 2031. We will close every rural line,” the mayor said."
    (item,) = judged(article)
    assert item.verdict == "divergent"
    places = [finding.divergence.official for finding in item.findings if finding.divergence.official]
    assert places
    assert all(place.start >= SPEECH.index("Nous ne fermerons") for place in places)


def test_neighbouring_sentences_stay_together() -> None:
    (item,) = judged("“The first will be the one at the port. Works will start in the autumn,” the mayor said.")
    assert len(item.matched) == 1


def test_sentences_of_a_quote_are_cut_at_elisions() -> None:
    text = "“We will open [...] four stations… The first is the port,” he said. “Works start soon.”"
    (quote,) = extract_quotes(text, "en")
    assert [one.text for one in sentences_of(quote, text, "en")] == [
        "We will open",
        "four stations",
        "The first is the port,",
        "Works start soon.",
    ]


def test_what_another_quote_renders_is_not_left_out() -> None:
    alone = "The mayor said: “The fare will be reduced in 2029.”"
    (item,) = judged(alone)
    assert [finding.divergence.kind for finding in item.findings] == ["omission"]
    item, _ = judged(alone + " She added that this was so, “but only for secondary school pupils”, for now.")
    assert item.findings == ()
    assert item.verdict == "faithful"


def test_a_name_beside_the_quote_is_not_left_out() -> None:
    (item,) = judged("The mayor called Sweden “a partner and a competitor”.")
    assert item.findings == ()


def test_a_sentence_that_nobody_said_is_told_as_such() -> None:
    article = "“We will open four new stations by 2031. Every pensioner will receive a free bicycle,” the mayor said."
    (item,) = judged(article)
    (finding,) = item.findings
    assert finding.divergence.kind == "addition"
    assert finding.divergence.rendering is not None
    assert finding.divergence.rendering.of(article) == "Every pensioner will receive a free bicycle,"
