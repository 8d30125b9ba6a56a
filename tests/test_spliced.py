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


@pytest.mark.parametrize("joint", [" ", " … "])
def test_sentences_that_stand_side_by_side_are_judged_one_by_one(joint: str) -> None:
    speech = (
        "Bonsoir à tous. Le port restera ouvert aux navires de commerce. Les pêcheurs seront indemnisés pour les jours "
        "perdus en mer. La marine surveillera l’entrée de la baie jusqu’en juin. Merci."
    )
    article = (
        f"“The port will stay open to merchant ships.{joint}The navy will watch the entrance of the bay until {{}},” "
        "the admiral said."
    )
    (item,) = compare_article(article.format("June"), [speech]).items
    assert item.findings == ()
    assert len(item.matched) == 1
    (item,) = compare_article(article.format("July"), [speech]).items
    assert [finding.divergence.kind for finding in item.findings] == ["number"]


CONDITIONAL = "Nous avons parlé longtemps. Si l’inspecteur confirme les fissures, le tunnel sera fermé en mars. Merci."


@pytest.mark.parametrize(
    ("article", "told"),
    [
        ("If the inspector confirms the cracks, she said, “the tunnel will be closed in March.”", True),
        ("“The tunnel will be closed in March,” she said, provided that the inspector confirms the cracks.", True),
        ("It depends on whether the inspector confirms cracks. “The tunnel will be closed in March,” she said.", True),
        ("部长说，如果检查员确认有裂缝，“隧道将于三月关闭”。", True),
        ("“The tunnel will be closed in March,” she said.", False),
        ("If the weather allows, she will travel on Sunday. “The tunnel will be closed in March,” she said.", False),
        # told, but not as a condition
        ("The inspector is looking at the cracks. “The tunnel will be closed in March,” she said.", False),
        # told by somebody else, between marks
        ("部长说：“隧道将于三月关闭。”", False),
    ],
)
def test_a_condition_that_the_article_tells_is_not_left_out(article: str, told: bool) -> None:
    (item,) = compare_article(article, [CONDITIONAL]).items
    conditions = [one for one in item.findings if one.divergence.severity == "critical"]
    assert (conditions == []) == told


@pytest.mark.parametrize(
    ("article", "official"),
    [
        (
            "The bank will never “target the exchange rate or buy dollars”, its governor said.",
            "谢谢大家。本行绝不以汇率为目标，也不购买美元。还有问题吗？",
        ),
        ("The appeal is just “6 per cent funded”, she said.", "Merci. L’appel n’est financé qu’à 6 %. À demain."),
    ],
)
def test_an_operator_right_before_a_fragment_is_not_left_out(article: str, official: str) -> None:
    (item,) = compare_article(article, [official]).items
    assert item.verdict == "faithful"


def test_a_figure_beside_the_quote_is_not_left_out() -> None:
    official = (
        "Good morning. Over the past three months, exports averaged 116,000 tons a month, a notable slowdown. Thanks."
    )
    (item,) = compare_article("局长表示，过去三个月，出口“平均每月11.6万吨，明显放缓”。", [official]).items
    assert item.verdict == "faithful"
    (hint,) = (
        compare_article(
            "La région « recrutera des infirmières avant la fin de juin », a-t-elle dit.",
            ["Thank you. The region will recruit 450 nurses before the end of June. Good night."],
        )
        .items[0]
        .hints
    )
    assert hint.divergence.kind == "number"
