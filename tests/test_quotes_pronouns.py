"""Whom a pronoun means, and who speaks where nobody is named beside a quote."""

from __future__ import annotations

import pytest

from polyglot_news.quotes import extract_quotes
from polyglot_news.quotes.agreement import can_mean


def speakers(text: str, language: str) -> list[str | None]:
    return [
        quote.speaker.of(text) if quote.speaker else None
        for quote in extract_quotes(text, language)
        if quote.is_statement
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "« Il neigera », a dit Mme Lund.\n\nPaul Kern a suivi. Il a salué la ministre. « Il pleuvra », a-t-il dit.",
            ["Mme Lund", "Paul Kern"],
        ),
        ("fr", "« Il neigera », a dit Mme Lund.\n\n« Il pleuvra sur les ports », a-t-il dit.", ["Mme Lund", None]),
        ("fr", "« Il neigera », a dit Mme Lund. Elle a vu M. Kern. « Il pleuvra », a-t-elle dit.", ["Mme Lund"] * 2),
        ("fr", "Sur le lait, dont Oslo craint la hausse, la préfète se tait. « Plus tard », a-t-elle lancé.",
         ["la préfète"]),
        ("fr", "M. Kern nie le bilan d’Oslo, qui fait état de dix noyés. « C’est faux », a-t-il dit.", ["M. Kern"]),
        ("fr", "Les maires sont partis. « Nous reviendrons », ont-ils dit.", ["Les maires"]),
        (
            "en",
            "“It will snow,” said Ms Lund.\n\nPaul Kern came next. He greeted the minister. “It will rain,” he said.",
            ["Ms Lund", "Paul Kern"],
        ),
        ("en", "“It will snow,” said Ms Lund.\n\n“It will rain on the ports,” he said.", ["Ms Lund", None]),
        ("en", "“It will snow,” said Ms Lund. She saw Mr Kern. “It will rain,” she said.", ["Ms Lund"] * 2),
        ("en", "Mr Kern met the press. A reporter asked: “Will it snow?” He said: “I do not know.”",
         ["A reporter", "Mr Kern"]),
        ("en", "“Will it snow today?” a reporter asked. “Yes.” Then he left.", ["a reporter", None]),
        ("zh", "部长克恩会见媒体。记者问：“明天下雪吗？”他说：“我不知道。”", ["记者", None]),
        ("fr", "Mme Lund a vu le préfet Kern. À propos du préfet, elle a lancé : « Il doit partir. »", ["Mme Lund"]),
        ("en", "Ms Lund saw prefect Kern. Of the prefect, she said: “He must go.”", ["Ms Lund"]),
        ("en", "“It will snow,” said Mr Kern. Norway has protested. “It will rain,” he said.", ["Mr Kern"] * 2),
        ("en", "“It will snow,” said Mr Kern.\n\n“It will not,” said Ida Lund, who runs the firm. “Wait,” she said.",
         ["Mr Kern", "Ida Lund, who runs the firm", "Ida Lund, who runs the firm"]),
        ("en", "“It will snow,” Norway said. The City Council disagreed. “It will rain,” it said.",
         ["Norway", "The City Council"]),
        ("en", "“It will snow,” Norway said. The City Council met. Norway “will sue the city”, it said.",
         ["Norway", "Norway"]),
        ("en", "But the authors doubt the figures. “Nobody counted the boats,” they write.", ["the authors"]),
        ("en", "“They failed,” according to the envoy, who said that he would “try it all over again”.",
         ["the envoy", "the envoy"]),
        ("en", "Ms Lund’s own term ends soon. Will she stay? “I am asked every day,” she said.", ["Ms Lund"]),
        ("en", "Ms Lund was calm. The argument went on for hours, “and nobody nodded off”. “I am fine,” she said.",
         [None, "Ms Lund"]),
        ("en", "Ms Lund was calm. She had a parting shot: “I will tell the king of it myself.”", ["Ms Lund"]),
        ("fr", "« Il neigera », a dit M. Kern. Le médecin salue même les élus. « Il pleuvra », a-t-il dit.",
         ["M. Kern", "Le médecin"]),
        ("fr", "Côté vaccins, M. Kern se veut rassurant : « Il y en a assez pour tous. »", ["M. Kern"]),
        ("zh", "伦德女士主持会议。特使贝克尔更为谨慎。他问候了大家。“港口明天重开。”他说。", ["特使贝克尔"]),
        ("zh", "部长伦德女士说：“明天下雪。”\n天气转冷。“港口明天重开。”他说。", ["部长伦德女士", None]),
        ("zh", "伦德女士主持会议。她问候了大家。“港口明天重开。”她说。", ["伦德女士"]),
        # The nearest one whom a sentence says something of, be it behind a quote.
        ("zh", "张伟说：“明天下雪。”李强不信，认为天会晴。他说：“港口重开。”", ["张伟", "李强"]),
        ("zh", "张伟说：“明天下雪。”据李强介绍，港口已关闭。他说：“很快重开。”", ["张伟", "李强"]),
        ("zh", "张伟说：“明天下雪。”记者追问原因。他说：“港口重开。”", ["张伟", "张伟"]),
        ("zh", "张伟说：“明天下雪。”挪威随后关闭边境。他说：“港口重开。”", ["张伟", "张伟"]),
        # The person whose gender shows, where the subject's does not fit.
        ("en", "Mr Kern met Ms Lund on Monday. “It will rain,” she said.", ["Ms Lund"]),
        ("en", "Mr Kern met Ms Lund and Ms Berg. “It will rain,” she said.", [None]),
        ("en", "The mayors met the governor. “It will rain on the ports,” he said.", [None]),
        ("fr", "Mme Lund a vu le préfet. « Il pleuvra », a-t-il dit.", ["le préfet"]),
        ("fr", "Mme Lund a vu la presse. « Il pleuvra », a-t-il dit.", [None]),
        # The subject of its own sentence.
        ("en", "Ida Lund smiled when she called it “a storm in a teacup”.", ["Ida Lund"]),
        ("en", "“It will snow,” said Ms Lund. Oslo’s plan, she said, “will not fly at all”.", ["Ms Lund"] * 2),
        ("fr", "Le maire a souri quand il a dit que « le port fermera ».", ["Le maire"]),
        ("fr", "« Il neigera », a dit Mme Lund. Paul Kern, a-t-elle dit, « ne viendra pas ici ».", ["Mme Lund"] * 2),
    ],
)  # fmt: skip
def test_a_pronoun_means_whom_it_agrees_with(language: str, text: str, expected: list[str | None]) -> None:
    assert speakers(text, language) == expected


@pytest.mark.parametrize(
    ("language", "pronoun", "naming", "expected"),
    [
        ("fr", "il", "Mme Lund", False),
        ("fr", "il", "Ida Lund, la cheffe du port", False),
        ("fr", "elle", "la veuve de M. Kern", True),
        ("fr", "il", "l’envoyée de l’ONU, Mme Lund", False),
        ("fr", "elle", "les habitants", False),
        ("fr", "elle", "Le Goff", True),
        ("fr", "il", "le conseil", True),
        ("fr", "il", "l’enquêtrice du tribunal", False),
        ("fr", "il", "l’avocate générale", False),
        ("fr", "elle", "l’avocat général", False),
        ("fr", "elle", "l’analyste", True),
        ("en", "he", "Norway", False),
        ("en", "he", "a spokesman for Ms Lund", True),
        ("en", "she", "Mr Kern’s wife", True),
        ("en", "it", "Mr Kern", False),
        ("en", "they", "the report", False),
        ("en", "they", "Mr Kern and Ms Lund", True),
        ("en", "he", "his ex-wife", False),
        ("en", "he", "Ida’s mother-in-law", False),
        ("en", "she", "George Lund", False),
        ("en", "he", "mayor Susan Lund", False),
        ("en", "he", "Kim Lund", True),
        ("fr", "elle", "Gérard Lund", False),
        ("fr", "il", "l’actrice Ida Lund", False),
        ("en", "she", "Ida Lund, who led the commission", True),
        ("en", "she", "Ida Lund of the police", True),
        ("en", "he", "the company secretary", True),
        ("en", "he", "the company", False),
        ("fr", "elle", "Ida Lund, qui dirige l’agence", True),
        ("zh", "他", "伦德女士", False),
        ("zh", "她", "科瓦奇", True),
        ("zh", "他", "审计法院", False),
        ("zh", "她", "中方", False),
        ("zh", "他", "老干部", True),
        ("zh", "他", "院长何建方", True),
        ("zh", "它", "审计法院", True),
    ],
)
def test_gender_and_number(language: str, pronoun: str, naming: str, expected: bool) -> None:
    assert can_mean(pronoun, naming, language) is expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # The subject of what is quoted has not said it; who spoke before it may have.
        ("fr", "Depuis lundi, les quais de Brest « sont vides et glacés ».", [None]),
        ("fr", "A Brest, ville fermée, une grève « mettrait le port à genoux ».", [None]),
        ("fr", "« Il neigera », a dit M. Kern.\n\nLes quais de Brest « seront tous vides demain ».", ["M. Kern"] * 2),
        ("fr", "« Il neigera », a dit M. Kern.\n\nMme Lund « ne viendra pas à Brest ».", ["M. Kern", None]),
        (
            "fr",
            "« Il neigera », a dit M. Kern. Ida Lund en doute.\n\nLes quais « seront tous vides demain ».",
            ["M. Kern", None],
        ),
        ("en", "“It will snow,” said Mr Kern.\n\nNorway itself “will not pay for it.”", ["Mr Kern"] * 2),
        ("en", "“It will snow,” said Mr Kern.\n\nMs Lund “will not pay for it.”", ["Mr Kern", None]),
        ("zh", "王强说：“明天下雪。”\n张伟“没有到场，以后也不会来”。", ["王强", None]),
        # A heading belongs to nobody; a whole paragraph does.
        ("fr", "« Il neigera », a dit M. Kern.\n\n« Un port à l’arrêt »\n\nLes quais sont vides.", ["M. Kern", None]),
        ("fr", "« Il neigera », a dit M. Kern.\n\n« Le port est à l’arrêt. »\n\nTout est vide.", ["M. Kern"] * 2),
        ("en", "“It will snow,” said Mr Kern.\n\n“A port at rest”\n\nThe quays are empty.", ["Mr Kern", None]),
        ("en", "“It will snow,” said Mr Kern.\n\n“The port is at rest.”\n\nThe quays are empty.", ["Mr Kern"] * 2),
        # A note in brackets, a conjunction and a verb are no names.
        ("en", "[Photo] “The port is at rest now”: the quays on Monday", [None]),
        ("en", "And Mr Kern to conclude: “It will snow.”", ["Mr Kern"]),
        ("fr", "Et Mme Lund de conclure : « Il neigera. »", ["Mme Lund"]),
        ("fr", "Oslo brandit la loi et exige « un vrai calendrier ».", ["Oslo"]),
        ("fr", "Anne Lund maire de Brest exige « un vrai calendrier ».", ["Anne Lund maire de Brest"]),
        # A passive without an agent does not say who speaks.
        ("en", "“It will snow,” said Mr Kern. The board has been accused of “wasting all of it”.", ["Mr Kern", None]),
        ("en", "“It will snow,” said Mr Kern. The plan was called “a waste of snow” by Ms Lund.",
         ["Mr Kern", "Ms Lund"]),
        ("fr", "« Il neigera », a dit M. Kern. Le plan a été qualifié de « gâchis de neige fraîche ».",
         ["M. Kern", None]),
        # A particle may make another verb.
        ("en", "“It will snow,” said Mr Kern. Norway made up “more than a third of it”.", ["Mr Kern"] * 2),
        ("en", "The captain summed up “the whole sorry affair”.", ["The captain"]),
    ],
)  # fmt: skip
def test_who_speaks_where_nobody_is_named(language: str, text: str, expected: list[str | None]) -> None:
    assert speakers(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("外交部发言人林岚说：“明天下雪。”挪威部长克恩表示怀疑。“港口重开。”该发言人说。", ["外交部发言人林岚"] * 2),
        ("部长克恩周一讲话。主席伦德当时在场。“港口重开。”这位部长说。", ["部长克恩"]),
        ("部长克恩说：“明天下雪。”“港口重开。”该官员说。", ["部长克恩", "该官员"]),
        ("该公司负责人说：“港口重开。”", ["该公司负责人"]),
    ],
)
def test_an_office_that_points_back(text: str, expected: list[str]) -> None:
    assert speakers(text, "zh") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aussi la préfète a-t-elle rappelé que « le port restera ouvert ».", "la préfète"),
        ("Sans doute Paul Kern pensait-il que « le port restera ouvert ».", "Paul Kern"),
        ("« Le port restera ouvert », Ida Lund est-elle venue dire lundi.", "Ida Lund"),
        ("M. Kern n’a-t-il pas dit que « le port restera ouvert » ?", "M. Kern"),
        ("Mme Lund est venue. Peut-être a-t-elle pensé que « le port restera ouvert ».", "Mme Lund"),
        ("Mme Lund est venue. En mai a-t-elle dit que « le port restera ouvert ».", "Mme Lund"),
        ("M. Kern est venu. À la préfète a-t-il dit que « le port restera ouvert ».", "M. Kern"),
    ],
)
def test_the_subject_that_an_inverted_verb_takes_up(text: str, expected: str) -> None:
    assert speakers(text, "fr") == [expected]


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("李明会后", "李明"),
        ("李明会上", "李明"),
        ("部长会晤结束后", "部长"),
        ("财长克恩发布会上", "财长克恩"),
        ("财长克恩访问日本期间", "财长克恩"),
        ("财长克恩采访中", "财长克恩"),
        ("财长克恩此次", "财长克恩"),
        # A body keeps the last character of its name.
        ("全国工会", "全国工会"),
        ("委员会上周", "委员会"),
        ("理事会今天", "理事会"),
        ("王会长", "王会长"),
        ("会议主席", "会议主席"),
        ("发言人会前", "发言人"),
    ],
)
def test_no_occasion_clings_to_a_chinese_name(lead: str, expected: str) -> None:
    assert speakers(f"{lead}表示：“港口明天重开。”", "zh") == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "“It is early,” said Mr Kern. Negotiators spoke of “progress”. “Wait,” he said.",
         ["Mr Kern", "Negotiators", "Mr Kern"]),
        ("en", "“It is early,” said Mr Kern. Rome, Oslo and Madrid were told. “Wait,” he said.", ["Mr Kern"] * 2),
        ("en", "“It is early,” said Mr Kern. The mayor and her deputy left. “Wait,” he said.", ["Mr Kern"] * 2),
        ("fr", "« C'est tôt », a dit M. Kern. Le maire et son adjointe sont partis. « Patience », a-t-il ajouté.",
         ["M. Kern"] * 2),
        ("fr", "« C'est tôt », a dit M. Kern. Rome, Oslo et Madrid ont signé. « Patience », a-t-il ajouté.",
         ["M. Kern"] * 2),
        ("zh", "李强说：“天会晴。”多名专家表示怀疑。他说：“再等等吧。”", ["李强"] * 2),
        ("zh", "李强说：“天会晴。”代表们没有离开。他说：“再等等吧。”", ["李强"] * 2),
        # One person, whatever describes her.
        ("en", "“It is early,” said Ms Lund. Lars Holm, an economist and a diplomat, left. “Wait,” he said.",
         ["Ms Lund", "Lars Holm, an economist and a diplomat"]),
        ("en", "“It is early,” said Ms Lund. The minister for Wales and Kent left. “Wait,” he said.",
         ["Ms Lund", "The minister for Wales and Kent"]),
        ("fr", "« C'est tôt », a dit Mme Lund.\n\nLe maire de Lyon et de sa métropole a ri. « Patience », a-t-il dit.",
         ["Mme Lund", "Le maire de Lyon et de sa métropole"]),
    ],
)  # fmt: skip
def test_he_is_not_several(language: str, text: str, expected: list[str]) -> None:
    assert speakers(text, language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Le préfet est venu. « Tout va bien », a-t-il dit, avant de tempérer : « La crue reviendra. »",
        "Le préfet est venu. « Tout va bien », a assuré le préfet avant d'ajouter : « La crue reviendra. »",
    ],
)
def test_an_inverted_verb_is_no_name(text: str) -> None:
    assert [speaker and speaker.lower() for speaker in speakers(text, "fr")] == ["le préfet"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank kept its rate, a decision Roy said she backed. “It is early,” she added.", "Roy"),
        ("The actor Tom Hale said: “It is early.”", "The actor Tom Hale"),
        ("The agency Norpress said: “It is early.”", "The agency Norpress"),
    ],
)
def test_a_thing_is_no_part_of_a_name(text: str, expected: str) -> None:
    assert speakers(text, "en") == [expected]


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("挪威石油公司一名已经离职的工程师对本报", "挪威石油公司一名已经离职的工程师"),
        ("一名熟悉谈判的外交官对记者", "一名熟悉谈判的外交官"),
        ("李明对一名受伤的工人", "李明"),
    ],
)
def test_one_of_a_body_is_whole(lead: str, expected: str) -> None:
    assert speakers(f"{lead}说：“港口明天重开。”", "zh") == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "“It will snow,” said Mr Kern. “How much?” I asked.", ["Mr Kern", None]),
        ("en", "“It will snow,” said Mr Kern.\n\nAs we wrote in May, “the roof is thin”.", ["Mr Kern", None]),
        ("en", "“It will snow,” said Mr Kern.\n\n“How much?” I asked.\n\n“A metre.”", ["Mr Kern", None, "Mr Kern"]),
        ("en", "Mr Kern: “It will snow.”\n\nMs Lund: I said that “the roof is thin”.", ["Mr Kern", "Ms Lund"]),
        ("fr", "« Il neigera », a dit M. Kern. « Et alors ? », ai-je demandé.", ["M. Kern", None]),
        ("zh", "张伟说：“明天下雪。”我问：“真的吗？”", ["张伟", None]),
    ],
)
def test_i_is_nobody_named_but_whose_turn_it_is(language: str, text: str, expected: list[str | None]) -> None:
    assert speakers(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Ida Lund rose. “Is the roof thin?” asked the judge. “It is,” she replied.", ["the judge", "Ida Lund"]),
        ("en", "“Is the roof thin?” asked the judge. “It is,” he answered.", ["the judge", None]),
        ("en", "“Is the roof thin?” asked the judge. “Tell us,” he added.", ["the judge", "the judge"]),
        ("en", "“Is the roof thin?” the judge asked.\n\n“It is, madam.”", ["the judge", None]),
        ("en", "“Is the roof thin?” wrote Ms Lund.\n\n“It is not.”", ["Ms Lund", "Ms Lund"]),
        ("fr", "Ida Lund s’est levée. « Le toit est-il mince ? », a demandé la juge. « Oui », a-t-elle répondu.",
         ["la juge", "Ida Lund"]),
        ("fr", "« Le toit est-il mince ? », a demandé la juge. « Oui », a-t-elle répliqué.", ["la juge", None]),
        ("zh", "“屋顶结实吗？”法官问。“很结实。”他回答。", ["法官", None]),
    ],
)  # fmt: skip
def test_an_answer_is_not_of_who_asked(language: str, text: str, expected: list[str | None]) -> None:
    assert speakers(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # What somebody is that no list knows, with a whole name between commas; an age.
        ("en", "“It will snow,” said the mayor. The roofer, Ida Lund, lives in Oslo. “It will not,” she said.",
         ["the mayor", "The roofer, Ida Lund"]),
        ("en", "“It will snow,” said Mr Kern. Its roofer, Paul Holm, met the board. He spoke of “a thin roof”.",
         ["Mr Kern", "Its roofer, Paul Holm"]),
        ("en", "The roofer, Ida Lund, said: “It will snow.”", ["The roofer, Ida Lund"]),
        ("en", "“It will snow,” said Mr Kern. Lund, 34, came from Oslo. “It will not,” he said.", ["Mr Kern", "Lund"]),
        # A surname with what describes its bearer opens the sentence.
        ("en", "Ida Lund met us. “It will snow,” said Jo Kern. Lund, a former roofer, was angry. “No,” she said.",
         ["Jo Kern", "Ida Lund"]),
        ("en", "Ida Lund met us. “It will snow,” said Jo Kern. Lund, whose roof is thin, was angry. “No,” she said.",
         ["Jo Kern", "Ida Lund"]),
        ("en", "“It will snow,” said Mr Kern. The city, New Oslo, is white. “It will not,” he said.", ["Mr Kern"] * 2),
        ("en", "“It will snow,” said Mr Kern. The White Hall roof boss, Paul Holm, was asked of it. “No,” he said.",
         ["Mr Kern", "The White Hall roof boss, Paul Holm"]),
        ("fr", "« Il neigera », a dit le maire. Le couvreur, Paul Holm, vit à Oslo. « Non », a-t-il dit.",
         ["le maire", "Le couvreur, Paul Holm"]),
    ],
)  # fmt: skip
def test_somebody_with_a_part_that_no_list_knows(language: str, text: str, expected: list[str | None]) -> None:
    assert speakers(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # By verbs that no list knows.
        ("en", "Mr Kern said: “It will snow.” Ida Lund grouched: “It never does.”", ["Mr Kern", None]),
        ("en", "Mr Kern said: “It will snow.” “It never does so here,” grouched the mayor.", ["Mr Kern", None]),
        ("en", "Mr Kern said: “It will snow.” “It always does, and the roof is thin.”", ["Mr Kern"] * 2),
        ("fr", "M. Kern a dit : « Il neigera. » « Jamais de la vie », mouche le maire.", ["M. Kern", "le maire"]),
        ("fr", "M. Kern a dit : « Il neigera. » « Le toit est bien mince », comme la porte.", ["M. Kern"] * 2),
    ],
)  # fmt: skip
def test_what_somebody_else_says_is_not_of_who_spoke_before(
    language: str, text: str, expected: list[str | None]
) -> None:
    assert speakers(text, language) == expected


@pytest.mark.parametrize(
    "introduced",
    [
        "Vice Governor Tan Weiming toured the quarry on Friday.",
        "Minister of Water Resources Tan Weiming toured the quarry on Friday.",
        "Tan Weiming, vice governor of the province, toured the quarry on Friday.",
    ],
)
def test_a_chinese_family_name_beside_an_office_is_one(introduced: str) -> None:
    text = f"{introduced}\n\nTan also took up the dust over the town. “The trucks will be covered,” he said."
    (quote,) = extract_quotes(text, "en")
    assert quote.speaker is not None
    assert quote.speaker.of(text).endswith("Tan Weiming")


def test_a_body_whose_name_opens_so_is_no_person() -> None:
    text = "The Quarry Group met on Friday.\n\nQuarry also took up the dust. “The trucks will be covered,” he said."
    (quote,) = extract_quotes(text, "en")
    assert quote.speaker is None


def test_a_first_name_shows_whom_a_pronoun_cannot_mean() -> None:
    text = (
        "The governor, Ann Roe, and the mayor, Paul Kern, met. “We win,” the governor said. “We pay,” the mayor said. "
        "She said: “It will be paid back in full.”"
    )
    assert speakers(text, "en") == ["Ann Roe", "Paul Kern", "Ann Roe"]


ORR = "“No track will be closed,” said Ida Orr. "
ROZ = "La ligne sera maintenue. « Nous gagnons dix ans », a dit Maud Roz.\n\n"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # Of the same paragraph, where the sentence tells of somebody else, and where it goes on.
        ("en", ORR + "Luc Hale left the depot, a place that had been “far too cold to work in”.", None),
        ("en", ORR + "The depot would be “far too cold to work in”.", "Ida Orr"),
        ("fr", "« On reste », a dit Maud Roz. Luc Hall a quitté le dépôt, vidé « en dix jours à peine ».", None),
        # Of the next one, where the article's own words lead up to it.
        ("fr", ROZ + "Prise par neuf voix contre six, la décision met fin à « dix ans de débats stériles ».", None),
        ("fr", ROZ + "Prise par neuf voix contre six, elle ordonne que « les trains roulent ».", None),
        ("fr", ROZ + "Approuvé en mai, le plan prévoit cinq gares. Il a mis fin à « dix ans de débats ».", None),
        ("fr", ROZ + "Les gares de la ligne « resteront ouvertes la nuit ».", "Maud Roz"),
    ],
)
def test_a_quote_without_an_attribution_in_words_of_the_article(language: str, text: str, expected: str | None) -> None:
    assert speakers(text, language)[-1] == expected
