"""What an article reports in its own words."""

from __future__ import annotations

import pytest

from polyglot_news.article import compare_article
from polyglot_news.quotes import extract_quotes
from polyglot_news.quotes.reported import reported_statements, without_quoted
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
    " hiver. Le pont sera réparé. La plupart des convois sont retenus au poste de Lorn. Les navires pourront entrer au"
    " port, sous réserve que le vent tombe."
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
        ("All the convoys are being held up at the Lorn checkpoint, Ms Roche said.", ["qualifier"]),
        ("Most of the convoys are being held up at the Lorn checkpoint, Ms Roche said.", []),
        ("Ships will be allowed to enter the port, Ms Roche said.", ["omission"]),
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
        "Of what the article reports without quotation marks 2 statements were recognised (there may be more):"
        " 1 worth a look; 1 not found."
    )
    page = report.to_html()
    assert "Reported without quotation marks" in page
    assert '<span class="lost">the sea was warm in those days.<sup>' in page
    assert '<span class="tag look">look</span><b>polarity</b>' in page
    assert "critical</span>" not in page


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The ferry will sail again in May, the operator said, adding that fares would stay low.", "en",
         ["The ferry will sail again in May", "fares would stay low."]),
        ("Last winter, she said, 212 villages had no road.", "en", ["Last winter 212 villages had no road."]),
        ("The new quay, according to the port, would be finished in June.", "en",
         ["The new quay would be finished in June."]),
        ("The new quay will be finished in June, according to the port.", "en",
         ["The new quay will be finished in June"]),
        ("The treaty, said Claire Hale, the deputy minister, will enter into force soon.", "en",
         ["The treaty will enter into force soon."]),
        ("He admitted, however, that nobody had tested the sirens.", "en", ["nobody had tested the sirens."]),
        ("The mayor, who said that the festival would go on, left early.", "en", ["the festival would go on"]),
        ("The state pledged to plant two million trees, in what critics called a gesture.", "en",
         ["to plant two million trees"]),
        ("The ship was in good order, he said, “but the crew was tired”.", "en", ["The ship was in good order"]),
        ("After the council announced that the pool would close, residents marched.", "en", []),
        ("Those who had not presented a plan by the spring could lose their grant.", "en", []),
        ("She asked when the road along the coast would open again.", "en", []),
        ("The minister denied that the fund for the fishermen was empty.", "en", []),
        ("Fares rose by a good 12 per cent.", "en", ["Fares rose by a good 12 per cent."]),
        ("“We will not sell,” he said, pointing to record profits.", "en", []),
        ("Asked about the tolls, he said: “We will see.”", "en", []),
        ("Her plan, she noted, had been called “bold but fair”.", "en", []),
        ("“It will hold,” he said when asked whether the new dam could break.", "en", []),
        ("OSLO, 15 May 2025. Nobody came.", "en", []),
        ("Les travaux ont commencé hier, a-t-il ajouté.", "fr", ["Les travaux ont commencé hier"]),
        ("The ferry will sail in May, the operator said Sunday, but it has been late for years.", "en",
         ["The ferry will sail in May"]),
        ("The ferry will sail in May, according to the operator, while passengers doubt it.", "en",
         ["The ferry will sail in May"]),
        ("The ferry will sail in May, said officials at the port, but few believe that.", "en",
         ["The ferry will sail in May"]),
        ("The ferry will sail in May, she told reporters, but only if the engine holds.", "en",
         ["The ferry will sail in May but only if the engine holds."]),
        ("Le bac partira en mai, ont annoncé lundi des responsables, mais il est souvent en retard.", "fr",
         ["Le bac partira en mai"]),
        ("Le bac partira en mai, a-t-elle dit, alors que les marins protestent.", "fr", ["Le bac partira en mai"]),
        ("Le bac partira en mai, a-t-elle dit, mais seulement si le moteur tient.", "fr",
         ["Le bac partira en mai mais seulement si le moteur tient."]),
        ("渡轮将于五月复航，运营商表示，但乘客仍有疑虑。", "zh", ["渡轮将于五月复航"]),
        ("Le port, a-t-elle concédé, n’a jamais été dragué.", "fr", ["Le port n’a jamais été dragué."]),
        ("La préfète a informé les maires que la digue serait fermée.", "fr", ["la digue serait fermée."]),
        ("Elle a annoncé un plan que les maires attendaient depuis longtemps.", "fr", []),
        ("Elle dit aussi avoir alerté les maires pour qu’ils ferment la digue.", "fr",
         ["avoir alerté les maires pour qu’ils ferment la digue."]),
        ("Il a écrit aux maires pour qu’ils ferment la digue.", "fr", []),
        ("Il a dit aussi que la digue serait fermée.", "fr", ["la digue serait fermée."]),
        ("Les villes qui n’auront pas présenté de projet perdront leur dotation.", "fr", []),
        ("Après que le conseil eut annoncé que la piscine fermerait, ils ont défilé.", "fr", []),
        ("Le ministre a démenti que le fonds des pêcheurs fût vide.", "fr", []),
        ("谈到票价，她表示，明年不会再上涨。", "zh", ["明年不会再上涨。"]),
        ("據港務局介紹，兩艘渡輪將停航至五月。", "zh", ["兩艘渡輪將停航至五月。"]),
        ("报告显示，船只在警报之前已经离港。", "zh", ["船只在警报之前已经离港。"]),
        ("会议将在周五举行，发言人补充说。", "zh", ["会议将在周五举行"]),
        ("部长宣布港口计划之后，居民上街游行。", "zh", []),
        ("部长公布了新的港口建设计划。", "zh", []),
        ("他否认渔民基金已经空了。", "zh", []),
        ("发言人对此表示欢迎，各方将继续谈判。", "zh", []),
    ],
)  # fmt: skip
def test_clauses_that_are_told_without_marks(text: str, language: str, expected: list[str]) -> None:
    found = reported_statements(text, language, extract_quotes(text, language))
    assert [quote.text for quote in found] == expected


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("Mr Kerr said the tolls would not rise.", "en", "Mr Kerr"),
        ("She said the tolls would not rise.", "en", None),
        ("Le gouvernement a promis de planter deux forêts.", "fr", "Le gouvernement"),
        ("The tolls would not rise, said Ann Kerr, the mayor.", "en", "Ann Kerr"),
        ("The tolls would not rise, she said.", "en", None),
        ("Selon le préfet Paul Lang, les péages n'augmenteront pas.", "fr", "le préfet Paul Lang"),
        ("Les péages n'augmenteront pas, a annoncé Anne Roy lundi.", "fr", "Anne Roy"),
        ("艾琳部長發言時強調，港口不會關閉。", "zh", "艾琳部長"),
        ("他强调，港口不会关闭。", "zh", None),
    ],
)
def test_who_is_plainly_named_for_what_is_told(text: str, language: str, speaker: str | None) -> None:
    (quote,) = reported_statements(text, language, extract_quotes(text, language))
    assert (quote.speaker.of(text) if quote.speaker else None) == speaker


def test_another_figure_that_somebody_is_told_to_have_said_is_looked_at() -> None:
    official = "MS LORNE: Three pumps were lightly damaged.\n\nMR ABEL: The dam held, nobody was hurt in the valley."
    report = compare_article("Mme Lorne a indiqué que treize pompes avaient été légèrement abîmées.", [official])
    assert [finding.divergence.kind for item in report.reported for finding in item.findings] == ["number"]


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("The fishermen of the port will get 13 million euros before the end of the year.", ["number"]),
        ("The fishermen of the port will get 1.3 million euros before the end of the year.", []),
    ],
)
def test_a_figure_is_looked_at_whoever_is_named_for_it(said: str, kinds: list[str]) -> None:
    report = compare_article(said, OFFICIAL)
    (item,) = report.reported
    assert [finding.divergence.kind for finding in item.findings] == kinds
    assert report.worst() is None


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The port paid 4 million euros “to keep the cranes running”, Ms Roche said.", "en",
         ["The port paid 4 million euros"]),
        ("Ms Roche told reporters that 30 crews would “sail by June” and 12 “by the end of July”.", "en",
         ["30 crews would and 12"]),
        ("According to her, the crews “will sail by June” on 30 ships.", "en", ["the crews on 30 ships"]),
        ("Elle a assuré que le port verserait 4 millions d’euros « pour payer les grutiers » à l’été.", "fr",
         ["le port verserait 4 millions d’euros à l’été"]),
        ("她说，港口将支付400万欧元“以维持起重机运转”。", "zh", ["港口将支付400万欧元"]),
        ("The port, which employs 900 people, will “keep the cranes running”, she said.", "en", []),
        ("The 54-year-old minister said that the port would “keep the cranes running”.", "en", []),
        ("After she had spoken for 45 minutes they promised “to keep the cranes running”.", "en", []),
        ("“The cranes will keep running,” she said. The port “will stay open,” it is 900 years old.", "en", []),
        ("On 12 May 2031 the port promised “to keep the cranes running”.", "en", []),
    ],
)  # fmt: skip
def test_a_figure_in_the_clause_of_a_quote_is_told(text: str, language: str, expected: list[str]) -> None:
    quotes = extract_quotes(text, language)
    quoted = [content for quote in quotes for content in quote.contents]
    found = [without_quoted(one, quoted, text, language) for one in reported_statements(text, language, quotes)]
    assert [quote.text for quote in found] == expected


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("The ministry will pay 13 million euros “to the fishermen of the port”, Ms Roche said.", ["number"]),
        ("The ministry will pay 1.3 million euros “to the fishermen of the port”, Ms Roche said.", []),
    ],
)
def test_a_figure_beside_a_quote_is_looked_at(said: str, kinds: list[str]) -> None:
    report = compare_article(said, OFFICIAL)
    (quoted,), (beside,) = report.items, report.reported
    assert (quoted.verdict, quoted.findings) == ("faithful", ())
    assert [finding.divergence.kind for finding in beside.findings] == kinds
    assert "to the fishermen" not in beside.quote.text


def test_a_figure_that_the_official_text_gives_elsewhere_is_not_another_one() -> None:
    official = (
        "Bonsoir. La région a mis de côté 70 millions d’euros. Le conseil se réunira en mars. Les dégâts de la crue ont"
        " atteint 12 millions d’euros cet hiver, et nous devons les réparer. Merci."
    )
    article = "The {} million euros are “to repair the damage of this winter’s flood”, she said."
    (beside,) = compare_article(article.format(70), official).reported
    assert beside.findings == ()
    (beside,) = compare_article(article.format(75), official).reported
    assert [finding.divergence.kind for finding in beside.findings] == ["number"]


def test_a_figure_of_another_official_text_is_not_another_one() -> None:
    article = "There were 206,000 dock hands in the port at the end of April, she said."
    one = "截至四月底，港內碼頭工人約有36萬8千名。"
    (told,) = compare_article(article, [one]).reported
    assert [finding.divergence.kind for finding in told.findings] == ["number"]
    (told,) = compare_article(article, [one, "四月時，碼頭工人有20萬6千人，人數創新高，局長說。"]).reported
    assert told.findings == ()


def test_what_was_only_asked_is_not_denied() -> None:
    official = "Question: Should savers be worried?\n\nMs Kern: No. Every deposit is safe with us, come what may."
    article = "Les épargnants ne doivent pas s’inquiéter, a assuré Mme Kern. « Chaque dépôt est en sûreté chez nous. »"
    assert [item.findings for item in compare_article(article, official).reported] == [()]


def test_a_figure_of_the_article_that_no_official_text_gives_is_passed_over() -> None:
    report = compare_article("The old lighthouse keeper has 14 cats and a dog.", OFFICIAL)
    assert reported(report) == "No statement that the article reports without quotation marks was recognised."


def test_what_stands_before_a_main_clause_is_not_what_it_tells() -> None:
    text = "Interrogé par les élus, le maire a annoncé une enquête. Très attendu par tous, il a prononcé un vœu."
    assert reported_statements(text, "fr", extract_quotes(text, "fr")) == []
