"""What stands around a quote tells where it comes from; whose words it gives tells whether it comes from there."""

from __future__ import annotations

import pytest

from polyglot_news.align.around import contexts_of
from polyglot_news.align.passages import find_all_passages, find_passages
from polyglot_news.article import compare_article
from polyglot_news.quotes import extract_quotes
from polyglot_news.report.model import Item

SPEECH = {
    "fr": (
        "Mesdames et messieurs, nous avons rouvert neuf gares cette année. Le prix de l'acier a doublé. Quant au "
        "tunnel, rien n'est encore décidé : les élus seront consultés au printemps. Le nouveau hangar de Lormont "
        "abritera douze rames. Nous n'excluons pas de fermer la ligne du littoral en hiver. Les retards nous coûtent "
        "cher."
    ),
    "zh": (
        "各位下午好。我们今年重新开放了九个车站。钢材价格翻了一番。至于隧道，目前没有时间表，要看专家论证的结果。"
        "新车库将停放十二列列车。必要时不排除冬季停运沿海线路。乘客已经很疲惫。"
    ),
    "en": (
        "We reopened nine stations this year. The price of steel has doubled. As for the tunnel, nothing has been "
        "settled: councils will be consulted in the spring. The new depot at Lormont will house twelve trains. We do "
        "not rule out closing the coastal line in winter. Delays cost us dearly."
    ),
}


@pytest.mark.parametrize(
    ("article", "there", "expected"),
    [
        ("The tunnel “is still up in the air”, and councillors will be consulted in spring.", "fr", "tunnel"),
        ("The ministry “would not exclude” closing the coastal line in winter.", "fr", "littoral"),
        ("La ministre « n'écarte pas » une fermeture de la ligne côtière en hiver.", "zh", "沿海"),
        ("Le tunnel, lui, « n'a pas encore de calendrier », tout dépendra de l'avis des experts.", "zh", "隧道"),
        ("发言人称，冬季关闭沿海线路“不能排除”。", "en", "coastal"),
    ],
)
def test_the_sentence_around_a_few_words_names_their_passage(article: str, there: str, expected: str) -> None:
    (item,) = compare_article(article, [SPEECH[there]]).items
    assert [expected in source.text for source in item.matched] == [True]


@pytest.mark.parametrize(
    ("article", "there"),
    [
        ("“We will sell the ferries to a rival,” she said in the evening.", "fr"),
        ("She promised that the harbour café would get “a brand new espresso machine” from a local sponsor.", "fr"),
        ("Le maire a promis au club de football « une pelouse toute neuve » avant la fin de la saison.", "zh"),
        ("他还表示，当地足球俱乐部将得到“一块全新的草坪”。", "en"),
    ],
)
def test_the_sentence_around_invented_words_finds_nothing(article: str, there: str) -> None:
    (item,) = compare_article(article, [SPEECH[there]]).items
    assert item.verdict == "unmatched"


PRICES = (
    "Good evening. Prices are stable. A stronger crown could bring prices down further than expected. By contrast, "
    "prices could turn out to be higher if a strike of the dockers closed the harbour. The reservoir will open in May."
)
INVESTED = (
    "三、房屋投资略有下降\n\n上半年，全市房屋和道路投资3715亿元，同比下降0.5%。\n\n"
    "二、市场销售平稳\n\n上半年，全市零售额6612亿元，同比增长4.5%，比一季度回落0.5个百分点。"
)


@pytest.mark.parametrize(
    ("article", "official", "expected"),
    [
        ("如果码头工人罢工导致港口关闭，“物价也可能高于预期”，市长说。", PRICES, "dockers"),
        (
            "Si une grève des dockers fermait le port, « les prix pourraient être plus élevés que prévu », a dit Li.",
            PRICES,
            "dockers",
        ),
        ("若克朗升值，“物价也可能低于预期”，市长说。", PRICES, "crown"),
        ("Investment in housing and roads “slipped 0.5 per cent,” the mayor said.", INVESTED, "投资"),
        ("Retail sales “slowed by 0.5 percentage points” from the first quarter, he said.", INVESTED, "零售"),
    ],
)
def test_of_two_passages_alike_the_sentence_around_a_quote_decides(article: str, official: str, expected: str) -> None:
    quote, *_ = extract_quotes(article)
    contexts = contexts_of([quote], article, "zh" if article[0] in "如若" else "fr" if article[:3] == "Si " else "en")
    ((best, *_),) = find_all_passages([quote], [official], contexts=contexts)
    assert best.matched
    assert expected in best.text


def test_who_says_it_is_no_context() -> None:
    article = (
        "“It will rain,” said Ann Lee. The tunnel, she added, “is up in the air”, as councils are to be consulted."
    )
    first, second = contexts_of(extract_quotes(article, "en"), article, "en")
    assert first is None
    assert second is not None
    assert "up in the air" in second.sentence
    assert "up in the air" not in second.outside
    assert "tunnel" in second.outside


GROWING = {
    "fr": (
        "Nous avons rouvert neuf gares cette année. Je ne vais pas prétendre le contraire. C'est moins que prévu, "
        "parce que le prix de l'acier a doublé depuis la signature du contrat. Le conseil se réunira jeudi."
    ),
    "en": (
        "We converted nine shelters. I am not going to mince my words here. It is less than we promised, and the "
        "reason is that every conversion needs either a permit or a new owner, and permits take years. The council "
        "meets on Thursday."
    ),
    "zh": (
        "我们今年重新开放了九个车站。我不想粉饰。这个数字低于预期，因为合同签订以来钢材价格翻了一番，而且工人不足。"
        "市议会周四开会。"
    ),
}


@pytest.mark.parametrize(
    ("article", "there", "expected"),
    [
        (
            "“I am not going to claim the contrary. It is less than planned,” the minister said.",
            "fr",
            "Je ne vais pas prétendre le contraire. C'est moins que prévu",
        ),
        (
            "« Je n'irai pas par quatre chemins. C'est moins que ce que nous avions promis », a dit le ministre.",
            "en",
            "I am not going to mince my words here. It is less than we promised",
        ),
        (
            "“I do not want to embellish things. This figure is below expectations,” the spokesman said.",
            "zh",
            "我不想粉饰。这个数字低于预期",
        ),
    ],
)
def test_a_passage_grows_by_what_renders_the_rest_of_a_statement(article: str, there: str, expected: str) -> None:
    (item,) = compare_article(article, [GROWING[there]]).items
    assert item.verdict == "faithful"
    assert any(expected in source.text for source in item.matched)


def test_a_passage_does_not_grow_by_what_nobody_quoted() -> None:
    article = "“My aunt keeps seven geese in her garden. It is less than planned,” the minister said."
    (item,) = compare_article(article, [GROWING["fr"]]).items
    assert not any("histoires" in source.text for source in item.matched)


CRITIC = "“Nine stations, and not one of them has a lift,” said {}."


def judged(article: str, official: str) -> Item:
    (item,) = compare_article(article, [official]).items
    return item


def test_a_stranger_must_surely_have_said_it() -> None:
    official = f"Claire Aubry, ministre des Transports : {SPEECH['fr']}"
    assert judged(CRITIC.format("Marc Delorme, who chairs a passengers' group"), official).verdict == "unmatched"
    real = "“We have reopened nine stations this year,” said {}."
    assert judged(real.format("Marc Delorme, who chairs a passengers' group"), official).verdict != "unmatched"
    assert judged(real.format("Claire Aubry, the transport minister"), official).verdict != "unmatched"


@pytest.mark.parametrize(
    ("official", "quote", "expected"),
    [
        ("La nappe se remplit plus vite que l'an passé à la même date, mais elle reste fragile.",
         "but it remains precarious", "mais elle reste fragile"),
        ("The seabed is our new border, and for too long we have treated it as somebody else's problem.",
         "长期以来我们把它当成别人的问题", "somebody else's problem"),
        ("中方无意扩大分歧，但对方的指责不符合事实，我们不能接受。", "sont contraires aux faits", "不符合事实"),
        ("Prices have come down a great deal from their highs of last year but remain somewhat elevated in the cities.",
         "demeurent quelque peu élevés", "remain somewhat elevated"),
        ("Let me be clear: any deliberate attack against our cables would be met with a firm response.",
         "toute attaque délibérée contre nos câbles entraînerait une réponse ferme",
         "any deliberate attack against our cables would be met with a firm response"),
    ],
)  # fmt: skip
def test_a_stretch_reaches_as_far_as_what_the_quote_renders(official: str, quote: str, expected: str) -> None:
    best, *_ = find_passages(quote, [official])
    assert expected in best.core.of(official)


@pytest.mark.parametrize(
    ("official", "quote", "beyond"),
    [
        ("We will publish the report next week and hold a hearing in October.", "我们将在下周公布报告", "hearing"),
        ("Les syndicats demandent une hausse de 5 % des salaires et la fin des contrats courts.", "a 5% pay rise",
         "contrats"),
        ("The minister said the new bridge will open in March.", "le nouveau pont ouvrira en mars", "minister"),
    ],
)  # fmt: skip
def test_a_stretch_reaches_no_further(official: str, quote: str, beyond: str) -> None:
    best, *_ = find_passages(quote, [official])
    assert beyond not in best.core.of(official)


def test_a_second_passage_is_matched_only_if_about_as_likely() -> None:
    quote = "The new depot at Lormont will house twelve trains"
    official = SPEECH["fr"] + " Le vieux hangar de Lormont abritait des rames."
    ((best, *others),) = find_all_passages([quote], [official])
    assert best.matched
    assert not any(one.matched for one in others)


TOLERANCE = "There will be zero tolerance, and every case that is discovered will be dealt with."


@pytest.mark.parametrize(
    ("quote", "language", "official", "expected"),
    [
        ("the weakest of the weak links", "en", "大家好。乡村医疗是短板中的短板。我们将增加投入。谢谢。", "短板"),
        ("每发现一起就查处一起，绝不姑息", "zh", f"Good evening. The budget is tight. {TOLERANCE} Thank you.", "zero"),
        ("n'est pas jouée d'avance", "fr", "Good evening. The vote is not a foregone conclusion. The budget is tight.",
         "foregone"),
        ("think twice", "en", "大家好。他们应当三思而后行。预算十分紧张。谢谢。", "三思"),
    ],
)  # fmt: skip
def test_more_set_phrases(quote: str, language: str, official: str, expected: str) -> None:
    best, *_ = find_passages(quote, [official], language=language)
    assert best.matched
    assert expected in best.text


def test_a_stretch_takes_in_a_whole_negation() -> None:
    official = "Le budget est serré. Les riverains n'avaient jamais été consultés sur ce point. Le port restera ouvert."
    best, *_ = find_passages("had never been consulted", [official])
    assert best.core.of(official).startswith("n'avaient jamais été consultés")


def test_nobody_is_a_stranger_to_a_text_whose_names_are_not_read() -> None:
    official = "发言人 陈立新：各位下午好。这个数字低于预期，我不想粉饰。钢材价格翻了一番。"
    article = "« C'est moins que ce que nous espérions, et je ne veux pas embellir la réalité », a reconnu Chen Lixin."
    assert judged(article, official).verdict != "unmatched"


@pytest.mark.parametrize(
    ("quote", "language", "left"),
    [
        ("挪威与冰岛在卑尔根的谈判有所进展，但分歧依然存在。", "zh", True),
        (
            "Les pourparlers entre la Norvège et l'Islande à Bergen ont progressé, mais des écarts demeurent.",
            "fr",
            True,
        ),
        ("谈判在卑尔根有所进展，但分歧依然存在，要求休会的是冰岛。", "zh", False),
    ],
)
def test_a_sentence_that_only_names_the_same_is_none_of_the_passage(quote: str, language: str, left: bool) -> None:
    stray = "It was Iceland that asked for the adjournment, not us."
    official = f"Good evening. Some progress was made in Bergen, but wide gaps remain. {stray} The ferry leaves at six."
    best, *_ = find_passages(quote, [official], language=language)
    assert "progress" in best.text
    assert (stray not in best.text) == left
