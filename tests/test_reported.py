"""What an article reports in its own words."""

from __future__ import annotations

import pytest

from polyglot_news.article import compare_article
from polyglot_news.quotes import extract_quotes
from polyglot_news.quotes.reported import reported_statements
from polyglot_news.report.wording import outcome, reported

ENGLISH = (
    "Open, says Lund\n\nOSLO, 3 May — Ms Lund said that the old port would stay open. “No,” she said. The port"
    " will close in the year 2040, she added. According to her, the new port costs nothing."
)
FRENCH = (
    "Mme Lund a dit que le vieux port resterait ouvert. « C’est sûr », a-t-elle dit. Selon elle, le port ne fermera pas"
    " en 2040."
)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            ENGLISH,
            "en",
            [
                "the old port would stay open.",
                "The port will close in the year 2040",
                "the new port costs nothing.",
            ],
        ),
        (
            FRENCH,
            "fr",
            ["le vieux port resterait ouvert.", "le port ne fermera pas en 2040."],
        ),
        ("部长表示，港口将继续开放。“没有人会失去工作。”她说。小说里也写过这座港口。", "zh", ["港口将继续开放。"]),
    ],
)
def test_what_is_told_without_marks(text: str, language: str, expected: list[str]) -> None:
    found = reported_statements(text, language, extract_quotes(text, language))
    assert [quote.text for quote in found] == expected
    assert all(quote.contents[0].of(text) == quote.text for quote in found)


OFFICIAL = (
    "Nous paierons 1,3 million d’euros aux pêcheurs du port avant la fin de l’année. La centrale ne sera pas fermée cet"
    " hiver. Le pont sera réparé."
)


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        (
            "Ms Roche said her ministry would pay the fishermen of the port 1.3 million euros before the year ends.",
            [],
        ),
        (
            "Ms Roche said her ministry would pay the fishermen of the port 13 million euros before the year ends.",
            ["number"],
        ),
        ("The power plant will be closed this winter, Ms Roche said.", ["polarity"]),
        ("Ms Roche announced that the power plant would not be closed this winter.", []),
    ],
)
def test_only_what_surely_says_something_else_is_worth_a_look(said: str, kinds: list[str]) -> None:
    report = compare_article(said, OFFICIAL)
    assert report.items == ()
    (item,) = report.reported
    assert [finding.divergence.kind for finding in item.findings] == kinds
    assert outcome(item) == ("look" if kinds else "faithful")
    assert report.worst() is None, "no verdict"


def test_a_report_says_how_little_of_it_is_checked() -> None:
    article = (
        "The plant will be closed this winter, Ms Roche said. “The bridge will be repaired,” she added. She said"
        " that the sea was warm in those days."
    )
    report = compare_article(article, OFFICIAL)
    assert len(report.to_dict()["reported"]) == 2
    assert reported(report) == (
        "Without quotation marks the article reports 2 statements: 1 worth a look, 0 without another figure,"
        " negation or opposite, 1 not found. Nothing else is checked in these."
    )
    page = report.to_html()
    assert "Reported without quotation marks" in page
    assert '<span class="reported">the sea was warm in those days.</span>' in page
