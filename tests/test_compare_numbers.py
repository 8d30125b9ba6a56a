from __future__ import annotations

import pytest

from polyglot_news.compare import compare
from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.compare.numbers import NumberChecker
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.qualifiers import QualifierChecker
from polyglot_news.text import Span


def check(
    rendering: str, official: str, languages: str, *, core: Span | None = None, partial: bool = False
) -> list[Divergence]:
    """``languages`` is rendering-official, "en-zh"."""
    one, two = languages.split("-")
    pair = Pair(
        rendering=rendering,
        official=official,
        rendering_language=one,
        official_language=two,
        core=core,
        partial=partial,
    )
    return list(NumberChecker().check(pair))


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("en-fr", "1.3 million people live there.", "1,3 million de personnes y vivent."),
        ("en-zh", "One point three million people live there.", "那里有130万居民。"),
        ("fr-zh", "Vingt et un pays ont signé.", "二十一个国家签署了协议。"),
        ("en-fr", "It cost $2.5 billion.", "Cela a coûté 2,5 milliards de dollars."),
        ("en-zh", "5 per cent of the land", "百分之五的土地"),
        ("en-zh", "half of the members", "50%的成员"),
        ("en-fr", "a third of the seats", "33 % des sièges"),
        ("fr-zh", "les deux tiers des voix", "三分之二的选票"),
        ("en-zh", "both sides agreed", "双方同意"),
        ("en-fr", "both countries agreed", "les deux pays sont convenus"),
        ("en-zh", "a decade of talks", "十年的谈判"),
        ("en-fr", "within 24 hours", "en un jour"),
        ("en-zh", "eighteen months later", "一年半以后"),
        ("en-fr", "10 miles away", "à 16 kilomètres"),
        ("en-zh", "80 degrees Fahrenheit", "27摄氏度"),
        ("en-zh", "a farm of 10 hectares", "一个150亩的农场"),
        ("en-fr", "at 8:30 p.m.", "à 20 h 30"),
        ("en-zh", "at 3 pm on Monday", "周一下午3点"),
        ("en-fr", "on May 6, 2024", "le 6 mai 2024"),
        ("en-zh", "On July 17 and 22", "7月17日和7月22日"),
        ("en-zh", "in the 1990s", "上世纪90年代"),
        ("en-fr", "in the 19th century", "au XIXe siècle"),
        ("en-zh", "more than two dozen officials", "二十多名官员"),
        ("en-fr", "about a hundred people", "une centaine de personnes"),
        ("en-zh", "hundreds of people", "数百人"),
        ("en-zh", "He won 3-0.", "他以3比0获胜。"),
        ("en-zh", "He is 14 years old.", "他今年14岁。"),
        ("en-fr", "Resolution 2196 (2015)", "la résolution 2196 (2015)"),
        ("en-fr", "12. The Council met.", "Le Conseil s'est réuni."),
        ("en-fr", "First of all, no one was hurt.", "Tout d'abord, personne n'a été blessé."),
        ("en-zh", "between 5 and 10 million yuan", "500万至1000万元"),
        ("en-fr", "1,500 soldiers", "1.500 soldats"),
        ("fr-en", "30 millions de tonnes, dont 12 par rail", "30 million tonnes, 12 million of them by rail"),
        ("en-zh", "It sold 7.5 billion in bonds, plus 2.5 abroad.", "发行债券75亿，另在国外发行25亿。"),
        ("fr-en", "Les Vingt-Sept se réuniront.", "The EU will meet."),
        ("zh-en", "欧盟将举行会议。", "The 27 will meet."),
        ("en-zh", "in the third quarter", "三季度"),
        ("fr-zh", "au deuxième semestre", "下半年"),
        ("en-fr", "in Q4", "au quatrième trimestre"),
        ("en-fr", "in the first half of 2023", "au premier semestre 2023"),
        ("en-zh", "Prices quadrupled.", "物价上涨了三倍。"),
        ("en-zh", "Prices quadrupled.", "物价翻了两番。"),
        ("fr-en", "Les exportations ont été multipliées par trois.", "Exports tripled."),
        ("zh-en", "不会超过48分钟", "no more than 48 minutes"),
        ("zh-en", "水雾能飘出1.6公里甚至更远", "the mist can carry a mile or more"),
        ("en-fr", "winds of 36 mph, against a limit of 43 mph", "un vent de 58 km/h, pour une limite fixée à 70"),
        (
            "en-fr",
            "10.3 million in 2020, but just under seven million now",
            "10,3 millions en 2020 ; il en reste un peu moins de sept",
        ),
        ("fr-zh", "Le loyer ne sera jamais inférieur à 900 euros.", "租金不低于900欧元。"),
        ("en-fr", "The fee must not be more than 70 euros.", "Les frais ne dépasseront pas 70 euros, au maximum 70."),
        ("en-zh", "It was 5 and 7 million tonnes respectively.", "分别为500万吨和700万吨。"),
        ("fr-en", "Il a reçu 2, 3 et 4 milliards.", "He received two billion, three billion and four billion."),
        ("en-fr", "Prices are 20% higher.", "Les prix sont un cinquième plus élevés."),
        ("zh-fr", "价格高出五分之一。", "Les prix sont supérieurs d'un cinquième."),
        ("en-fr", "In Melac the vacancy rate is 8%.", "Melac\t8\t215"),
        ("en-fr", "The curfew is from 8pm to 8am.", "Le couvre-feu dure de 20h à 8h."),
        ("fr-zh", "Il est ouvert de 8h à 20h.", "开放时间为上午8点至晚上8点。"),
        ("en-fr", "In Melac the vacancy rate is 8%.", "| Melac | 8 | 215 |"),
    ],
)
def test_faithful_renderings_raise_no_alarm(languages: str, rendering: str, official: str) -> None:
    assert check(rendering, official, languages) == []


@pytest.mark.parametrize(
    ("languages", "rendering", "official", "there", "here"),
    [
        ("en-fr", "13 million people live there.", "1,3 million de personnes y vivent.", "1.3 million", "13 million"),
        ("en-zh", "1.3 billion people", "130万人", "1.3 million", "1.3 billion"),
        ("en-zh", "13 million people", "一百三十万人", "1.3 million", "13 million"),
        ("fr-en", "le 8 mai 2024", "on 6 May 2024", "6 May 2024", "8 May 2024"),
        ("en-zh", "on Tuesday", "周三", "Wednesday", "Tuesday"),
        ("en-fr", "in June", "en juillet", "July", "June"),
        ("en-fr", "these two groups", "ces trois groupes", "3", "2"),
        ("en-zh", "the three sides agreed", "双方同意", "2", "3"),
        ("en-fr", "It costs 5 million euros.", "Cela coûte 5 millions de dollars.", "5 million dollars",
         "5 million EUR"),
        ("en-fr", "5 miles away", "à 5 kilomètres", "5 km", "5 mi"),
        ("fr-en", "à quelque 600 mètres", "some 600 yards away", "about 600 yd", "about 600 m"),
        ("en-zh", "46% of cases", "85%的病例", "85%", "46%"),
        ("en-zh", "below one in 1,000", "低于万分之一", "at most 0.0001", "at most 1 in 1000"),
        ("zh-fr", "不到一个半小时", "moins d'une heure", "at most 1 hour", "at most 1.5 hours"),
        ("en-fr", "less than an hour and a half away", "à moins d'une demi-heure", "at most 1/2 hour",
         "at most 1.5 hours"),
        ("en-zh", "over 1,000 patients", "门诊量破万", "at least 10,000", "at least 1,000"),
        ("en-zh", "the 20th century", "十九世纪", "the 19th century", "the 20th century"),
        ("fr-zh", "la troisième fois", "第二次", "2nd", "3rd"),
        ("en-fr", "at least 40 people", "au maximum 40 personnes", "at most 40", "at least 40"),
        ("en-zh", "in 5997", "1997年", "1997", "5,997"),
        ("fr-en", "40 millions de tonnes, dont 15 par rail", "40 million tonnes, 12 million of them by rail",
         "12 million", "15"),
        ("en-zh", "in the third quarter", "第一季度", "the 1st quarter", "the 3rd quarter"),
        ("zh-fr", "上半年", "au second semestre", "the 2nd half of the year", "the 1st half of the year"),
        ("zh-en", "他们见了四次。", "They met five times.", "5", "4"),
        ("fr-zh", "Ils l’ont vu à quatre reprises.", "他们四天内两次见到他。", "2", "4"),
        ("zh-en", "六个省份", "sixteen provinces", "16", "6"),
        ("en-zh", "Sales doubled.", "销量增长了两倍。", "3", "2"),
        ("fr-en", "La dette a triplé.", "The debt has doubled.", "2", "3"),
        ("en-zh", "21:30 local time", "当地时间20:30", "20:30", "21:30"),
        ("en-fr", "The curfew is from 8am to 8pm.", "Le couvre-feu dure de 20h à 8h.", "“20h à 8h”", "“8am to 8pm”"),
        ("fr-zh", "Il est ouvert de 8h à 20h.", "晚上8点至早上8点开放。", "“晚上8点至早上8点”", "“8h à 20h”"),
        ("en-zh", "in 30 days", "30个工作日内", "30 working days", "30 days"),
        ("en-fr", "The A320 crashed.", "L’A321 s’est écrasé.", "A321", "A320"),
        ("fr-en", "sous 30 jours ouvrables", "in 30 days", "30 days", "30 working days"),
    ],
)  # fmt: skip
def test_changed_values_are_critical(languages: str, rendering: str, official: str, there: str, here: str) -> None:
    found = check(rendering, official, languages)
    assert [d.severity for d in found] == ["critical"]
    assert found[0].kind == "number"
    assert found[0].reason == f"The official text says {there}, the article {here}."


def test_spans_point_into_both_texts() -> None:
    rendering, official = "Some 13 million people live there.", "那里有130万居民。"
    (found,) = check(rendering, official, "en-zh")
    assert found.rendering is not None
    assert found.official is not None
    assert (found.rendering.of(rendering), found.official.of(official)) == ("13 million", "130万")


def test_what_is_missing_and_what_is_added() -> None:
    (missing,) = check("They trained the teachers.", "Ils ont formé 4 578 enseignants.", "en-fr")
    assert (missing.severity, missing.rendering) == ("major", None)
    (added,) = check("They trained 4,578 teachers.", "Ils ont formé les enseignants.", "en-fr")
    assert (added.severity, added.official) == ("major", None)
    assert max(missing.confidence, added.confidence) < 0.7


@pytest.mark.parametrize(
    ("rendering", "official", "divergent"),
    [
        ("The march drew 20 mayors to the bridge.", "La marche a réuni les maires sur le pont en 2024.", True),
        ("They planted 15 trees.", "Ils ont planté les arbres en 2015.", True),
        ("They planted 12 trees.", "Ils ont planté les arbres de la version 3.12 du plan.", True),
        ("They planted 20 trees.", "Ils ont planté les arbres de l’Allée20.", False),
    ],
)
def test_a_number_within_the_digits_of_another_is_not_there(rendering: str, official: str, divergent: bool) -> None:
    told = [found for found in check(rendering, official, "en-fr") if found.rendering is not None]
    assert bool(told) == divergent


def test_only_the_core_of_the_official_text_counts() -> None:
    official = "En 1996, ils ont formé 4 578 enseignants."
    start = official.index("ils")
    assert check("they trained 4,578 teachers", official, "en-fr", core=Span(start, len(official))) == []
    assert check("they trained", official, "en-fr", partial=True) == []
    sum_of_it = "The bakers owe $4,578 million, we are told."
    assert check("les boulangers doivent 4 578", sum_of_it, "fr-en", core=Span(0, 28)) == []
    assert len(check("les boulangers doivent 4 758", sum_of_it, "fr-en", core=Span(0, 28))) == 1
    assert len(check("they trained the teachers", official, "en-fr", core=Span(start, len(official)))) == 1


@pytest.mark.parametrize(
    ("rendering", "lost"),
    [
        ("Coal output rose by 3.2 percent,", 0),  # the amount before the rate may be left out
        ("Coal output came to 412 million tonnes,", 1),  # the rate may not
        ("Oil output came to 88 million tonnes, down 1.5 percent,", 0),  # and what is told of something else
    ],
)
def test_a_quote_need_not_give_all_of_a_list_of_figures(rendering: str, lost: int) -> None:
    official = "其中，原煤产量4.12亿吨，同比增长3.2%；原油产量8800万吨，下降1.5%。"
    assert len(check(rendering, official, "en-zh", core=Span(0, len(official)))) == lost


def test_long_texts_are_compared_quickly() -> None:
    rendering = " ".join(f"{n} people" for n in range(100, 3000))
    official = " ".join(f"{n} personnes" for n in range(100, 3001))
    (found,) = check(rendering, official, "en-fr")
    assert found.official is not None
    assert found.official.of(official) == "3000"


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("en-fr", "The pass costs 30 euros a month.", "L’abonnement coûte 30 euros par jour."),
        ("en-fr", "The ferry sails two days a week.", "Le ferry navigue deux jours par mois."),
        ("en-zh", "Nurses earn 3,000 yuan a month.", "护士每年收入3000元。"),
        ("en-fr", "Nearly 60 ferries sank.", "Plus de 60 ferries ont coulé."),
        ("zh-en", "近60艘渡轮沉没。", "More than 60 ferries sank."),
        ("en-fr", "Traffic was cut by more than a fifth.", "Le trafic a été réduit de près d’un cinquième."),
        ("fr-en", "Plus des deux tiers des ferries ont coulé.", "Nearly two thirds of the ferries sank."),
        ("en-zh", "More than a quarter of the ferries sank.", "近四分之一的渡轮沉没。"),
        ("fr-zh", "Il faut un peu plus de trente-cinq minutes.", "需要不到35分钟。"),
        ("en-fr", "The bill exceeds 60 euros.", "La facture ne dépasse pas 60 euros."),
        ("en-zh", "Sales rose in the first two quarters.", "前三季度销售额上升。"),
        ("fr-en", "L’orge vaut 300 euros la tonne.", "Barley costs 300 euros a kilo."),
        ("zh-en", "大麦每公斤300欧元。", "Barley costs 300 euros per ton."),
        ("en-fr", "They get 200 euros per household.", "Ils touchent 200 euros par personne."),
        ("fr-en", "Les plus de 60 ans paient moins.", "The under-60s pay less."),
        ("zh-en", "票价不得低于900欧元。", "Fares must be at most 900 euros."),
        ("en-fr", "Fares may be less than 900 euros.", "Les prix ne peuvent être inférieurs à 900 euros."),
        ("en-fr", "Fares will exceed 900 euros.", "Les prix ne peuvent dépasser 900 euros."),
    ],
)
def test_another_rate_or_bound_is_a_change(languages: str, rendering: str, official: str) -> None:
    assert [d.confidence > 0.5 for d in check(rendering, official, languages)] == [True]


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("en-fr", "The pass costs 30 euros per month.", "L’abonnement coûte 30 euros par mois."),
        ("en-zh", "Nurses earn 3,000 yuan a month.", "护士每月收入3000元。"),
        ("en-fr", "A taxi costs 30 euros an hour.", "Un taxi coûte 30 euros de l’heure."),
        ("en-fr", "It cost 30 euros a year ago.", "Cela coûtait 30 euros il y a un an."),
        ("en-fr", "Nearly 60 ferries sank.", "Près de 60 ferries ont coulé."),
        ("en-fr", "The bill exceeds 60 euros.", "La facture dépasse 60 euros."),
        ("fr-en", "La facture ne dépasse pas 60 euros.", "The bill is no more than 60 euros."),
        ("en-zh", "The bill must not exceed 60 euros.", "账单不得超过60欧元。"),
        ("en-fr", "They spent a week without exceeding 60 euros.", "Ils ont passé une semaine sans dépasser 60 euros."),
        ("en-zh", "Almost 60 ferries sank.", "大约60艘渡轮沉没。"),
        ("en-fr", "Traffic was cut by almost a fifth.", "Le trafic a été réduit de près d’un cinquième."),
        ("fr-en", "Plus des deux tiers des ferries ont coulé.", "Over two thirds of the ferries sank."),
        ("fr-en", "Ce ne sera pas prêt d’ici deux ans.", "It will not be ready within two years."),
        ("en-zh", "Sales rose in the first three quarters.", "前三季度销售额上升。"),
        ("en-fr", "Sales fell in the first three quarters.", "Les ventes ont baissé sur les neuf premiers mois."),
        ("en-zh", "In three quarters of cases sales rose.", "四分之三的情况下销售额上升。"),
        ("zh-en", "大麦每吨300欧元。", "Barley costs 300 euros a ton."),
        ("en-fr", "They get 200 euros per person a month.", "Ils touchent 200 euros par mois et par personne."),
        ("en-fr", "Barley costs 300 euros a ton.", "L’orge vaut 0,3 euro le kilo."),
        ("en-fr", "The over-65s pay less.", "Les plus de 65 ans paient moins."),
        ("zh-en", "60岁以上的人免费。", "Over-60s travel free."),
        ("en-fr", "Fares may not be less than 900 euros.", "Les prix ne peuvent être inférieurs à 900 euros."),
        ("en-zh", "No fare may be less than 900 euros.", "票价不得低于900欧元。"),
        ("fr-en", "Les prix ne peuvent dépasser 900 euros.", "Fares are capped at 900 euros."),
    ],
)
def test_the_same_rate_or_bound_is_none(languages: str, rendering: str, official: str) -> None:
    assert check(rendering, official, languages) == []


def test_a_changed_rate_is_told() -> None:
    (found,) = check("The pass costs 30 euros a month.", "L’abonnement coûte 30 euros par jour.", "en-fr")
    assert found.reason == "The official text says 30 EUR per day, the article 30 EUR per month."


@pytest.mark.parametrize(
    ("languages", "rendering", "official", "there", "here"),
    [
        ("en-zh", "Exports have fallen by a third since May.", "5月以来,出口下降了三分之二。", "2/3", "1/3"),
        ("en-fr", "Rents have fallen by a quarter.", "Les loyers ont baissé de trois quarts.", "3/4", "1/4"),
        ("en-fr", "Imports were cut by half.", "Les importations ont été réduites d’un tiers.", "1/3", "1/2"),
        ("en-fr", "Nearly one fifth in the north lack water.", "Deux cinquièmes manquent d’eau.", "2/5", "nearly 1/5"),
        ("en-fr", "It rises from €47bn to €86bn.", "Cela passe de 47 milliards d’euros cette année à 68 milliards.",
         "68 billion EUR", "47 billion to 86 billion EUR"),
        ("fr-en", "Dix semaines plus tard, 186 cas.", "Bulletin 4: 186 cases, more than a week ago.", "4", "10 weeks"),
    ],
)  # fmt: skip
def test_changed_shares_and_elided_units(languages: str, rendering: str, official: str, there: str, here: str) -> None:
    assert f"The official text says {there}, the article {here}." in [
        found.reason for found in check(rendering, official, languages)
    ]


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("en-fr", "Rents have fallen by a third.", "Les loyers ont baissé d’un tiers."),
        ("en-fr", "Rents have fallen by half.", "Les loyers ont baissé de 50 %."),
        ("zh-en", "租金下降了一半。", "Rents fell by a half."),
        ("en-fr", "A third man was arrested.", "Un troisième homme a été arrêté."),
        ("en-fr", "They were led by a third doctor.", "Ils étaient dirigés par un troisième médecin."),
        ("zh-en", "物价上升0.3到0.4个百分点。", "Prices rose between three and four tenths of a point."),
        ("zh-fr", "物价上升0.3到0.4个百分点。", "Les prix augmenteraient de trois ou quatre dixièmes de point."),
    ],
)
def test_the_same_shares_raise_no_alarm(languages: str, rendering: str, official: str) -> None:
    assert check(rendering, official, languages) == []


def test_a_core_that_begins_within_a_date_holds_it() -> None:
    official = "会谈将于6月6日在内罗毕恢复。"
    core = Span(official.index("月6"), len(official))
    (found,) = check("The talks resume on 16 June in Nairobi.", official, "en-zh", core=core)
    assert found.reason == "The official text says 6 June, the article 16 June."


def test_a_figure_of_a_statement_between_that_is_not_rendered_was_not_changed() -> None:
    official = (
        "The bridge reopened on Friday. Insurers will cover $30 million of the bill. Forty lorries crossed at once."
    )
    assert check("Le pont a rouvert vendredi et quarante camions l'ont aussitôt franchi.", official, "fr-en") == []
    rendering = (
        "Le pont a rouvert vendredi. Les assureurs couvriront la facture. Quarante camions l'ont aussitôt franchi."
    )
    (found,) = check(rendering, official, "fr-en")
    assert "30 million" in found.reason


@pytest.mark.parametrize(("text", "is_year"), [("关闭1300个窗口", False), ("2015计划", True), ("1999名学生", False)])
def test_four_digits_before_a_counter_are_no_year(text: str, *, is_year: bool) -> None:
    from polyglot_news.values import find_values

    assert [value.moment is not None for value in find_values(text, "zh")] == [is_year]


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("en-zh", "a ban of two years and two months", "禁赛26个月"),
        ("fr-en", "une peine d'un an et deux mois", "a term of 14 months"),
        ("en-fr", "three hours and twenty minutes later", "200 minutes plus tard"),
        ("en-zh", "more than 18,000 batches were checked", "共抽检1.86万批次"),
        ("fr-en", "près de 2,5 tonnes de cocaïne", "2.48 tonnes of cocaine"),
        ("en-fr", "some 3,000 homes are still in the dark", "3 200 foyers restent privés d'électricité"),
        ("en-fr", "The strike lasted nearly four weeks.", "La grève a duré 27 jours."),
        ("en-fr", "within two weeks", "sous quinze jours"),
        ("en-fr", "six in ten households", "61 % des foyers"),
        ("en-zh", "shortly after 4 a.m.", "凌晨四点十二分"),
        ("zh-en", "凌晨四点多发生地震", "The quake struck at 4.12 am."),
        ("en-fr", "over five years", "sur une période quinquennale"),
        ("en-zh", "after two hours and 51 minutes", "用时两小时51分"),
        ("en-zh", "one year and six months", "一年六个月"),
        ("en-zh", "two hours, five minutes and 59 seconds", "2小时5分59秒"),
        ("en-fr", "two years and nine months respectively", "deux ans pour l'un et neuf mois pour l'autre"),
        ("en-zh", "The film is rated 9.5.", "影片评分“9.5”。"),
        ("fr-zh", "Le client a un mois pour se faire rembourser.", "乘客可在30日内退票。"),
        ("fr-zh", "le casse du 11 août", "“8·11”珠宝店劫案"),
        ("en-zh", "43 cents a litre", "每升0.43欧元"),
        ("fr-zh", "près de 5 millions de yuans", "480余万元"),
        ("fr-zh", "près d'un point de moins qu'en avril", "比4月下降0.9个百分点"),
        ("zh-en", "平均只用上了不到一半的产能", "They run on average at 45 percent of capacity."),
        ("zh-en", "已到的九千五百万里，两国占多数", "Of the 95 million that has arrived, two countries gave most."),
        ("en-zh", "Liu Guifang and five others were arrested.", "刘桂芳等6人被捕。"),
        ("en-zh", "At the earliest on Monday at 8:20.", "最早周一8时20分。"),
        ("zh-en", "须保持二百米以上的距离", "They must not come within 200 metres."),
        ("en-zh", "Output came to 48.3 trillion yuan.", "产值482950亿元。"),
        ("fr-en", "La dette atteint 2 730 milliards d'euros.", "The debt reached 2.7286 trillion euros."),
        ("zh-fr", "港口去年装卸了27万吨。", "Le port a manutentionné 268 430 tonnes l'an dernier."),
        ("en-fr", "Rents rose by 3.7 percent.", "Les loyers ont augmenté de 3,68 %."),
    ],
)
def test_figures_told_in_another_way_raise_no_alarm(languages: str, rendering: str, official: str) -> None:
    assert check(rendering, official, languages) == []


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("en-zh", "a ban of two years and two months", "禁赛28个月"),
        ("en-zh", "more than 16,000 batches were checked", "共抽检1.86万批次"),
        ("fr-en", "près de 3,5 tonnes de cocaïne", "2.48 tonnes of cocaine"),
        ("en-fr", "some 2,000 homes are still in the dark", "3 200 foyers restent privés d'électricité"),
        ("en-zh", "shortly after 6 a.m.", "凌晨四点十二分"),
        ("en-zh", "shortly before 4 a.m.", "凌晨四点十二分"),
        ("fr-en", "Plus de la moitié des électeurs ont voté.", "47% of voters turned out."),
        ("en-zh", "once the share falls below 6%", "一旦份额降到5%以下"),
        ("en-fr", "about 2,000 people fled", "1 200 personnes ont fui"),
        ("fr-en", "312 personnes sont mortes", "More than 300 people died."),
        ("en-fr", "more than two years passed", "22 mois ont passé"),
        ("en-zh", "six people were injured", "另有3人受伤"),
        ("en-zh", "Output came to 48.2 trillion yuan.", "产值482950亿元。"),
        ("en-zh", "Output came to 4.83 trillion yuan.", "产值482950亿元。"),
        ("en-fr", "Rents rose by 4 percent.", "Les loyers ont augmenté de 3,68 %."),
        ("en-fr", "Rents rose by 3.68 percent.", "Les loyers ont augmenté de 3,7 %."),
        ("en-fr", "The parish has 540 members.", "La paroisse compte 543 membres."),
    ],
)
def test_what_is_told_too_roughly_is_another_figure(languages: str, rendering: str, official: str) -> None:
    assert [found.severity for found in check(rendering, official, languages)] == ["critical"]


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("zh-en", "月票上调50元，达到150元。", "The monthly pass goes up from 100 yuan to 150."),
        ("fr-en", "2 210 alors, ils sont une centaine de moins.", "There are 2,104 of them, down from 2,210 then."),
        ("en-fr", "He got two years less.", "La peine a été ramenée de sept à cinq ans."),
        ("en-zh", "The fleet has doubled, to 60 ships.", "船队由30艘增至60艘。"),
        ("fr-en", "Le fret a progressé de 20 %, à 6 millions de tonnes.", "Freight rose from 5 to 6 million tonnes."),
        ("en-fr", "Opened in 2015, it shut in 2018.", "Ouvert en 2015, il a fermé trois ans plus tard."),
        ("en-fr", "Fewer than seven lorries a day", "Six camions par jour au maximum"),
        ("en-fr", "The captain and twenty others drowned.", "Vingt et un marins, dont le capitaine, se sont noyés."),
        ("zh-en", "七成学生没有通过。", "Only three in ten students passed."),
        ("en-fr", "Five of the nine judges were absent.", "Quatre des neuf juges étaient présents."),
        ("fr-en", "-8 % : la récolte a souffert.", "The harvest fell by 8 percent."),
        ("en-zh", "a month and a half", "六周"),
        ("en-fr", "by the end of April", "d'ici au 30 avril"),
        ("zh-fr", "年底前", "avant le 31 décembre"),
        ("fr-en", "avant août", "before 1 August"),
        ("en-fr", "The ban is for minors.", "L'interdiction vaut pour les moins de 18 ans."),
        ("en-fr", "at half past seven in the evening", "à dix-neuf heures trente"),
        ("en-zh", "at eleven at night", "晚上11点"),
        ("en-zh", "three per thousand", "千分之三"),
        ("zh-fr", "每吨上涨3元，达到9元。", "La tonne est passée de 6 à 9 yuans."),
        ("zh-en", "一名四十多岁的男子", "a man in his late forties"),
        ("zh-en", "经济增长4.6%，增速放缓。", "Growth slowed to 4.6 percent."),
        ("en-zh", "20 percent off", "打八折"),
        ("en-fr", "a cut of a quarter of a point", "une baisse de 25 points de base"),
        ("en-zh", "a man in his seventies", "一名七旬老人"),
        ("en-zh", "14 degrees below zero", "零下14度"),
    ],
)
def test_what_figures_come_to_raises_no_alarm(languages: str, rendering: str, official: str) -> None:
    assert check(rendering, official, languages) == []


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("zh-en", "月票上调80元，达到150元。", "The monthly pass goes up from 100 yuan to 150."),
        ("en-fr", "He got three years less.", "La peine a été ramenée de sept à cinq ans."),
        ("fr-en", "2 210 alors, ils sont une centaine de plus.", "There are 2,104 of them, down from 2,210 then."),
        ("zh-en", "七成学生通过。", "Only three in ten students passed."),
        ("en-fr", "Five of the nine judges were present.", "Quatre des neuf juges étaient présents."),
        ("fr-en", "+8 % : la récolte a souffert.", "The harvest fell by 9 percent."),
        ("en-fr", "40% of the 900 trees were felled.", "40 des 900 arbres ont été abattus."),
        ("en-zh", "from 9 May", "五月六日起罢工九天"),
        ("en-fr", "at noon", "à minuit"),
        ("en-fr", "A million and a half trees", "Un demi-million d'arbres"),
        ("zh-en", "庆祝建校一百周年", "The school is marking its bicentenary."),
        ("en-fr", "hundreds of houses", "une dizaine de maisons"),
        ("en-fr", "She finished first.", "Elle a terminé troisième."),
        ("en-fr", "both engines failed", "Un des deux moteurs est tombé en panne."),
        ("en-fr", "at the start of the 18th century", "à la fin du XVIIIe siècle"),
        ("en-zh", "Rents fell to 12%.", "租金下降12%。"),
        ("zh-en", "年初完工", "It will be done at the end of the year."),
        ("fr-zh", "Les salaires ont été relevés de 900 yuans.", "工资提高到900元。"),
    ],
)
def test_what_figures_do_not_come_to_is_critical(languages: str, rendering: str, official: str) -> None:
    assert "critical" in {found.severity for found in check(rendering, official, languages)}


def test_a_figure_that_may_be_reckoned_from_others_is_no_sure_change() -> None:
    official = "Le groupe conserve 310 des 480 salariés."
    (reckoned,) = check("The group will cut 170 of the 480 jobs.", official, "en-fr")
    (other,) = check("The group will keep 130 of the 480 jobs.", official, "en-fr")
    assert reckoned.confidence < other.confidence


@pytest.mark.parametrize(
    ("article", "official", "reasons"),
    [
        ("The pig weighed 550 pounds.", "Le porc pesait 250 kg.", []),
        ("The pig weighed 8.8 ounces.", "Le porc pesait 250 g.", []),
        (
            "The pig weighed 650 pounds.",
            "Le porc pesait 250 kg.",
            ["The official text says 250 kg, the article 650 lb."],
        ),
        ("他重75公斤。", "Il pesait 250 livres.", ["The official text says 250 lb, the article 75 kg."]),
        ("The pig cost 550 pounds and weighed 250 kg.", "这头猪重250公斤，价格为550英镑。", []),
    ],
)
def test_pounds_are_weights_where_the_other_text_weighs(article: str, official: str, reasons: list[str]) -> None:
    assert [one.reason for one in compare(article, official).divergences] == reasons


@pytest.mark.parametrize(
    ("article", "official"),
    [
        ("The river rose by 3 feet.", "河水上涨了约90厘米。"),
        ("It was 104 degrees Fahrenheit in Phoenix.", "Il faisait 40 degrés à Phoenix."),
        ("Winds of 120 mph hit the coast.", "Des vents de 190 km/h ont frappé la côte."),
        ("The mills emitted 8 gigatons of carbon dioxide.", "工厂排放了80亿吨二氧化碳。"),
    ],
)
def test_a_measure_in_another_unit_is_no_other_one(article: str, official: str) -> None:
    assert not compare(article, official).divergences


@pytest.mark.parametrize(
    ("languages", "rendering", "official", "changed"),
    [
        ("en-zh", "The tax rises from 15 to 20 percent.", "税率上调5个百分点，达到20%。", False),
        ("fr-en", "Le taux gagnera 5 points, à 20 %.", "The rate will rise from 15 to 20 percent.", False),
        ("en-zh", "The rate goes up 5 points.", "税率从15%提高到20%。", False),
        ("en-zh", "The rate goes up 6 points.", "税率从15%提高到20%。", True),
        ("en-fr", "The rate is up 5 points to 20 percent.", "Le taux gagne cinq points, à 20 %.", False),
        ("en-fr", "The rate will go up 5 points, to 20 percent.", "Le taux passera de 12 à 20 %.", True),
    ],
)
def test_points_between_two_shares(languages: str, rendering: str, official: str, changed: bool) -> None:
    assert bool(check(rendering, official, languages)) is changed


@pytest.mark.parametrize(
    ("languages", "rendering", "official", "changed"),
    [
        (
            "en-fr",
            "The queen, who turned 90 last week, was ill.",
            "La reine, qui a fêté ses 90 ans, était malade.",
            False,
        ),
        ("en-zh", "The firm sold 300 last year.", "公司去年售出300辆。", False),
        ("en-zh", "The firm sold 300 last year.", "公司去年售出800辆。", True),
        ("zh-fr", "她每周挣500欧元。", "Elle gagne 500 euros la semaine.", False),
        ("zh-fr", "近三分之一的企业亏损。", "Plus d’une entreprise sur trois est déficitaire.", True),
        ("zh-fr", "超过三分之一的企业亏损。", "Plus d’une entreprise sur trois est déficitaire.", False),
    ],
)
def test_a_number_beside_a_week(languages: str, rendering: str, official: str, changed: bool) -> None:
    assert bool(check(rendering, official, languages)) is changed


@pytest.mark.parametrize(
    ("languages", "rendering", "official", "changed"),
    [
        ("en-fr", "He is in his fifties.", "Il a une quarantaine d’années.", True),
        ("en-fr", "He is in his late forties.", "Il a une quarantaine d’années.", False),
        ("en-zh", "A woman in her mid-30s was hurt.", "一名三十多岁的女子受伤。", False),
        ("en-zh", "A woman in her thirties was hurt.", "一名五十多岁的女子受伤。", True),
        ("en-fr", "A man in his 40s was arrested.", "Un quadragénaire a été arrêté.", False),
        ("en-zh", "Octogenarian Lin was freed.", "80多岁的林先生获释。", False),
        ("en-fr", "Prices rose in the fifties.", "Les prix ont augmenté dans les années 50.", False),
    ],
)
def test_decades_of_a_life(languages: str, rendering: str, official: str, changed: bool) -> None:
    assert bool(check(rendering, official, languages)) is changed


def test_characters_without_width_part_no_figure() -> None:
    official = "Nous verserons 3\u2060 mil\u00adlions d’euros, et \u200e40\u200e écoles ouvriront."
    faithful = compare("We will pay 3\u200b million euros, and 40\u202c schools will open.", official)
    assert (faithful.verdict, faithful.divergences) == ("faithful", ())
    rendering = "We will pay 3 mil\u00adlion euros, and \u20666\u20600\u2069 schools will open."
    (found,) = [one for one in compare(rendering, official).divergences if one.kind == "number"]
    assert found.rendering is not None
    assert found.official is not None
    assert found.rendering.of(rendering).startswith("6\u20600")
    assert found.official.of(official).startswith("40")
    assert "60" in found.reason


@pytest.mark.parametrize(
    ("article", "official"),
    [
        ("Seize boulangers ont été entendus.", "Six bakers were heard."),
        ("Les trente boulangers sont partis.", "The three bakers have left."),
        ("Thirteen bakers were slightly hurt.", "三名面包师受了轻伤。"),
    ],
)
def test_two_counts_of_the_same_are_surely_a_change(article: str, official: str) -> None:
    """However much the number words look alike."""
    found = [one for one in compare(article, official).divergences if one.kind == "number"]
    assert found
    assert found[0].confidence >= 0.75


@pytest.mark.parametrize(
    ("languages", "rendering", "official", "changed"),
    [
        ("en-fr", "The bakery was full within the hour.", "La boulangerie était pleine dans la demi-heure.", True),
        ("en-zh", "The boat was an hour late.", "船迟到了半小时。", True),
        ("fr-en", "La grève a duré une journée.", "The strike lasted half a day.", True),
        ("en-fr", "The bakery was full in thirty minutes.", "La boulangerie était pleine dans la demi-heure.", False),
        ("en-fr", "The show was brief, and an hour later it rained.",
         "Le spectacle a duré une demi-heure, et une heure plus tard il pleuvait.", False),
        ("fr-en", "Depuis cinquante ans nous vendons le pain du jour.", "For half a century we sold the day’s bread.",
         False),
        ("en-zh", "Bread is a fifth cheaper than in 2019.", "面包比2019年便宜三分之一。", True),
        ("en-zh", "Bread is a third cheaper than in 2019.", "面包比2019年便宜三分之一。", False),
        ("fr-en", "Nous vendons deux fois moins de pain qu’en 2019.", "We sell half as much bread as in 2019.", False),
        ("fr-zh", "Nous vendons trois fois moins de pain qu’en 2019.", "我们卖的面包只有2019年的三分之一。", False),
        ("fr-zh", "Nous vendons trois fois moins de pain qu’en 2019.", "我们卖的面包只有2019年的四分之一。", True),
    ],
)  # fmt: skip
def test_parts_of_one(languages: str, rendering: str, official: str, changed: bool) -> None:
    """A half is not the whole; a third less is no rank."""
    assert bool(check(rendering, official, languages)) is changed


def test_any_kind_of_value_can_face_any_other() -> None:
    texts = (
        ("Some 900 people called 0800 123 456 at 8 p.m. on Monday 3 May 2021.", "en"),
        ("Version 2.3.1 costs $3, up 5 per cent on the second quarter of the 1990s.", "en"),
        ("De 3 à 5 habitants sur dix, soit la moitié, ont appelé le +33 1 42 34 56 78 entre 9 h et 17 h.", "fr"),
        ("拨打400-820-8820，可于3月底前领取300元，约占三分之一。", "zh"),
    )
    for rendering, one in texts:
        for official, other in texts:
            pair = Pair(rendering=rendering, official=official, rendering_language=one, official_language=other)
            for checker in (NumberChecker(), QualifierChecker()):
                assert all(isinstance(found, Divergence) for found in checker.check(pair))


@pytest.mark.parametrize(
    ("rendering", "official", "languages", "changed"),
    [
        ("who vaccinated some 90 per", "Les infirmières, qui ont vacciné quelque 90 % des enfants.", "en-fr", False),
        ("who vaccinated some 90", "Les infirmières, qui ont vacciné quelque 90 % des enfants.", "en-fr", False),
        ("at a cost of about 1.2", "费用约12亿美元。", "en-zh", False),
        ("at a cost of about 1.3", "费用约12亿美元。", "en-zh", True),
        (
            "who vaccinated some 90 children",
            "Les infirmières, qui ont vacciné quelque 90 % des enfants.",
            "en-fr",
            True,
        ),
    ],
)
def test_a_fragment_may_break_off_behind_a_figure(rendering: str, official: str, languages: str, changed: bool) -> None:
    pair = make_pair(rendering, official, *languages.split("-"), core=Span(0, len(official)))
    assert any(one.rendering and one.official for one in NumberChecker().check(pair)) == changed


@pytest.mark.parametrize(
    ("languages", "rendering", "official", "told"),
    [
        ("en-fr", "No coal will be burned from 2028 on.", "On ne brûlera plus de charbon après 2027.", False),
        ("en-fr", "No coal will be burned from 2029 on.", "On ne brûlera plus de charbon après 2027.", True),
        ("en-zh", "The fare was cut by 300 yuan, to 200 yuan.", "票价由五百元降至二百元。", False),
        ("en-zh", "The fare was cut by 400 yuan, to 200 yuan.", "票价由五百元降至二百元。", True),
        ("en-fr", "The appeals are 81% unfunded.", "Les appels n'ont été financés qu'à hauteur de 19 %.", False),
        ("en-fr", "The appeals are 71% unfunded.", "Les appels n'ont été financés qu'à hauteur de 19 %.", True),
        ("fr-en", "Sur les six minutes, il en restait deux.", "Photographers took four of the six minutes.", False),
        ("fr-en", "Sur les six minutes, il en restait trois.", "Photographers took four of the six minutes.", True),
    ],
)
def test_figures_reckoned_from_others(languages: str, rendering: str, official: str, told: bool) -> None:
    assert any(found.confidence >= 0.4 for found in check(rendering, official, languages)) is told
