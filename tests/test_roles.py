"""Two things that changed places: what is compared, what leads to what, who lends to whom, what rose and what fell."""

from __future__ import annotations

import pytest

from polyglot_news.compare import compare


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        ("en-fr", "Potatoes are cheaper than rice.", "Les pommes de terre sont plus chères que le riz."),
        ("zh-en", "大米比小麦贵。", "Wheat is dearer than rice."),
        ("fr-zh", "Les loyers montent plus vite que les salaires.", "工资上涨速度快于租金。"),
        ("zh-en", "出口增速快于进口。", "Imports grew faster than exports."),
        ("en-zh", "Renters outnumber owners in the capital.", "首都的房主比租户多。"),
        ("fr-en", "La ville perd plus de médecins que de juges.", "The city is losing more judges than doctors."),
        ("en-fr", "The flood was caused by the collapse of the dam.", "L'inondation a provoqué la rupture du barrage."),
        ("zh-en", "停电引发了骚乱。", "The riots caused a power cut."),
        ("fr-en", "La banque a prêté deux millions au port.", "The bank borrowed two million from the port."),
        ("en-zh", "France sold 24 fighter jets to Egypt.", "埃及向法国出售了24架战斗机。"),
        ("en-zh", "The protesters accused the police of brutality.", "警方指责抗议者施暴。"),
        ("fr-en", "Le vote aura lieu après le débat.", "The debate will take place after the vote."),
        ("en-fr", "Exports rose while imports fell.", "Les exportations ont reculé, les importations progressé."),
        ("en-zh", "Burglaries fell last year while frauds rose.", "去年诈骗案下降，入室盗窃案上升。"),
        ("zh-en", "房租涨幅连续五个月低于工资涨幅。", "Rents have risen faster than wages for five months in a row."),
        (
            "fr-en",
            "Les jeunes risquent deux fois plus que les adultes de se noyer.",
            "Adults are twice as likely as young people to drown.",
        ),
        ("zh-en", "贷款是存款的两倍。", "Deposits are twice as large as loans."),
        (
            "fr-zh",
            "Les infirmières sont trois fois plus exposées au virus que les médecins.",
            "医生感染病毒的风险是护士的三倍。",
        ),
        ("en-fr", "The ministry handed over the museum to the city.", "La ville a transféré le musée au ministère."),
    ],
)
def test_things_that_changed_places_are_told(languages: str, official: str, rendering: str) -> None:
    source, target = languages.split("-")
    found = compare(rendering, official, rendering_language=target, official_language=source)
    assert found.verdict == "divergent"


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        ("en-fr", "Potatoes are cheaper than rice.", "Le riz est plus cher que les pommes de terre."),
        ("zh-en", "出口增速快于进口。", "Imports grew more slowly than exports."),
        ("en-zh", "Teachers earn less than nurses in the region.", "该地区护士的收入高于教师。"),
        ("en-fr", "The zoo drew more visitors than the museum.", "Le musée a attiré moins de visiteurs que le zoo."),
        (
            "fr-en",
            "La France importe plus de gaz de Norvège que de Russie.",
            "France imports less gas from Russia than from Norway.",
        ),
        (
            "fr-en",
            "Les hôpitaux manquent davantage de personnel que de lits.",
            "Hospitals are shorter of staff than of beds.",
        ),
        ("zh-fr", "停电引发了骚乱。", "Les émeutes ont été provoquées par une coupure de courant."),
        ("fr-en", "Les dégâts que provoque la sécheresse sont immenses.", "The drought is causing immense damage."),
        ("en-zh", "The farmers sold their land to a mining company.", "一家矿业公司从农民手中买下了土地。"),
        ("fr-zh", "Les manifestants ont attaqué des policiers.", "警察遭到示威者袭击。"),
        ("fr-zh", "Le vote aura lieu après le débat.", "辩论将在投票之前举行。"),
        ("en-zh", "Exports rose while imports fell.", "进口下降，出口上升。"),
        ("fr-en", "Les travaux ne débuteront qu'après l'affichage.", "No work will begin before the posting."),
        ("en-zh", "This bridge has carried more trains than any other.", "没有哪座桥比这座桥通过的列车更多。"),
        ("zh-en", "房租涨幅连续五个月高于工资涨幅。", "Rents have risen faster than wages for five months in a row."),
        (
            "fr-en",
            "Les jeunes risquent deux fois plus que les adultes de se noyer.",
            "Young people are twice as likely as adults to drown.",
        ),
        ("zh-fr", "农村的失业率是城市的两倍。", "Le chômage est deux fois plus élevé à la campagne qu'en ville."),
        ("zh-en", "市政府将博物馆移交给该部。", "The city handed the museum over to the ministry."),
        ("zh-en", "三人在该团伙实施的袭击中受伤。", "Three people were hurt in attacks by the gang."),
    ],
)
def test_things_in_their_places_are_not(languages: str, official: str, rendering: str) -> None:
    source, target = languages.split("-")
    found = compare(rendering, official, rendering_language=target, official_language=source)
    assert found.verdict == "faithful"


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        (
            "zh-en",
            "前三季度经济增速放缓至4.8%。",
            "The economy grew at a slower pace of 4.8 percent in three quarters.",
        ),
        ("fr-zh", "La hausse des prix ralentit.", "物价涨幅收窄。"),
        ("fr-zh", "Le chômage recule pour le cinquième mois consécutif.", "就业形势连续第五个月好转。"),
        ("zh-en", "房价跌幅收窄。", "House prices fell more slowly."),
    ],
)
def test_what_slows_still_grows_and_what_recedes_leaves_its_opposite(
    languages: str, official: str, rendering: str
) -> None:
    source, target = languages.split("-")
    found = compare(rendering, official, rendering_language=target, official_language=source)
    assert found.verdict == "faithful"


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        (
            "zh-fr",
            "前三季度经济增速放缓至4.8%。",
            "L'économie s'est contractée de 4,8 % sur les trois premiers trimestres.",
        ),
        ("fr-en", "Les ventes ont progressé moins vite au deuxième trimestre.", "Sales shrank in the second quarter."),
        (
            "en-fr",
            "Inflation came down to 2.3 percent in May, from 2.9 percent in April.",
            "L'inflation est passée de 2,3 % en avril à 2,9 % en mai.",
        ),
        (
            "zh-fr",
            "失业率从上月的5.3%降至5.1%。",
            "Le taux de chômage s'est établi à 5,3 %, contre 5,1 % un mois plus tôt.",
        ),
    ],
)
def test_slower_growth_is_no_decline_and_from_is_not_to(languages: str, official: str, rendering: str) -> None:
    source, target = languages.split("-")
    found = compare(rendering, official, rendering_language=target, official_language=source)
    assert found.verdict == "divergent"
