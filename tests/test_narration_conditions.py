"""A condition in the words of the article, in the place of the one that a quote leaves out, puts that in doubt."""

from __future__ import annotations

import pytest

from polyglot_news.article import compare_article

BRIDGE = "王小姐：如果邻镇一意孤行，我们将关闭大桥，并起诉该公司。谢谢。"
REPAIRS = "Ms Wang: We will close the bridge unless the council pays for the repairs. Thank you."


@pytest.mark.parametrize(
    ("article", "official", "verdict"),
    [
        ("Si Morzy s’entête, « nous fermerons le pont et nous poursuivrons l’entreprise », a averti Mme Wang.",
         BRIDGE, "faithful"),
        ("But if Morzy clings to its plans, “we will close the bridge and sue the company”, Ms Wang warned.",
         BRIDGE, "faithful"),
        ("Should Morzy persist, “we will close the bridge and sue the company”, Ms Wang warned.", BRIDGE, "faithful"),
        ("Hier soir, « nous fermerons le pont et nous poursuivrons l’entreprise », a averti Mme Wang.",
         BRIDGE, "divergent"),
        ("“We will close the bridge and sue the company”, Ms Wang warned. If Morzy agrees, she will resign.",
         BRIDGE, "divergent"),
        ("If asked about it, Ms Wang says that “we will close the bridge and sue the company”.", BRIDGE, "divergent"),
        ("Si Morzy s’entête, « nous fermerons le pont », a averti Mme Wang.", REPAIRS, "divergent"),
    ],
)  # fmt: skip
def test_a_condition_that_leads_up_to_a_quote(article: str, official: str, verdict: str) -> None:
    item = compare_article(article, official).items[0]
    assert item.verdict == verdict
    told = item.hints if verdict == "faithful" else item.findings
    assert any("sets a condition" in one.divergence.reason for one in told)
    assert all(one.divergence.confidence < 0.5 for one in item.hints)


@pytest.mark.parametrize(
    ("article", "official", "told"),
    [
        ("If the other town “insists on having its way, we will close the bridge”, Ms Wang said.", BRIDGE, False),
        ("Si l’autre ville « persiste à agir seule, nous fermerons le pont », a dit Mme Wang.", BRIDGE, False),
        ("The other town “insists on having its way, we will close the bridge”, Ms Wang said.", BRIDGE, True),
    ],
)
def test_a_condition_that_the_article_begins_and_the_quote_goes_on_with(
    article: str, official: str, told: bool
) -> None:
    item = compare_article(article, official).items[0]
    assert any("sets a condition" in one.divergence.reason for one in (*item.findings, *item.hints)) == told
