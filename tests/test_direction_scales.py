"""Opposites of one meaning each: sent and called back, killed and set free, owned to and denied."""

from __future__ import annotations

import attrs
import pytest

from polyglot_news.compare import compare
from polyglot_news.compare.direction import DirectionChecker
from polyglot_news.compare.model import Pair
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.polarity import _divergence, polarity_suspects


def opposites(pair: Pair) -> list[tuple[str, str]]:
    return [
        (one.rendering.of(pair.rendering), one.official.of(pair.official))
        for one in DirectionChecker().check(pair)
        if one.rendering and one.official and one.confidence >= 0.5
    ]


@pytest.mark.parametrize(
    ("languages", "official", "rendering", "words"),
    [
        (("en", "zh"), "The bakers are opposed to the tax.", "面包师们赞成征税。", ("赞成", "opposed to")),
        (("zh", "fr"), "证据不足以证明事实。", "Les preuves suffisent à établir les faits.", ("suffisent", "不足")),
        (("en", "zh"), "Wheat prices hit a record low.", "小麦价格创历史新高。", ("新高", "record low")),
        (
            ("en", "fr"),
            "The mill made a net loss of 3 per cent.",
            "Le moulin a fait un gain net de 3 %.",
            ("gain", "loss"),
        ),
        (("fr", "zh"), "La foire a été reportée de deux jours.", "集市提前两天举行。", ("提前", "reportée")),
        (("zh", "en"), "东部郊区的磨坊又开工了。", "The mills of the western suburbs work again.", ("western", "东部")),
        (("zh", "fr"), "该申诉不可受理。", "La plainte est recevable.", ("recevable", "不可受理")),
        (("zh", "fr"), "水位处于低位。", "Le niveau de l'eau est au plus haut.", ("au plus haut", "低位")),
        (("zh", "en"), "库存接近高点。", "Stocks are close to a low.", ("low", "高点")),
        (("zh", "fr"), "公司否认污染了河流。", "La société reconnaît avoir pollué la rivière.", ("reconnaît", "否认")),
        (
            ("fr", "en"),
            "Le taux de la taxe est maintenu à 2 %.",
            "The tax rate was raised to 2%.",
            ("raised", "maintenu"),
        ),
        (("zh", "en"), "磨坊数量保持不变。", "The number of mills is falling.", ("falling", "保持")),
        (("en", "fr"), "The number of mills is unchanged.", "Le nombre de moulins recule.", ("recule", "unchanged")),
        (("fr", "en"), "Le Chili retirera ses soldats.", "Chile will send its soldiers.", ("send", "retirera ses")),
        (
            ("fr", "en"),
            "Six marins ont été libérés hier.",
            "Six sailors were killed yesterday.",
            ("were killed", "libérés"),
        ),
        (
            ("zh", "en"),
            "双方在渔区问题上仍有争议。",
            "The dispute over the fishing ground has been resolved.",
            ("resolved", "仍有"),
        ),
        (
            ("fr", "en"),
            "Plusieurs obstacles subsistent.",
            "Several obstacles have been overcome.",
            ("overcome", "subsistent"),
        ),
        (("en", "zh"), "The disagreement on wages remains.", "在工资问题上的分歧已经消除。", ("消除", "remains")),
        (
            ("en", "zh"),
            "Our divers have begun to search the wreck.",
            "我们的潜水员即将搜寻沉船。",
            ("即将", "have begun"),
        ),
        (("zh", "fr"), "谈判已经开始。", "Les pourparlers vont bientôt commencer.", ("bientôt", "已经开始")),
        (
            ("zh", "fr"),
            "学生乘车不收取任何费用。",
            "Le trajet est payant pour les élèves.",
            ("payant", "不收取任何费用"),
        ),
        (("zh", "fr"), "尿样取自赛外检查。", "L'urine a été prélevée en compétition.", ("en compétition", "赛外")),
        (("zh", "en"), "罢工取消了。", "The strike will take place.", ("take place", "取消")),
        (("fr", "en"), "Le sommet a été annulé.", "The summit went ahead.", ("went ahead", "annulé")),
        (("zh", "en"), "警方提出了指控。", "Police dropped the charges.", ("dropped the charges", "提出")),
        (
            ("en", "fr"),
            "The ship entered the harbour.",
            "Le navire a quitté le port.",
            ("quitté le port", "entered the harbour"),
        ),
        (("zh", "en"), "道路禁止卡车通行。", "The road is open to lorries.", ("open", "禁止")),
        (
            ("fr", "en"),
            "Le conseil a voté contre le budget.",
            "The council voted for the budget.",
            ("voted for", "voté contre"),
        ),
        (("zh", "fr"), "村民投票反对这座桥。", "Les villageois ont voté pour ce pont.", ("voté pour", "反对")),
        (("en", "fr"), "This will ease the burden.", "Cela alourdira le fardeau.", ("alourdira", "ease")),
        (("zh", "fr"), "新规将推高运费。", "La nouvelle règle réduira les frais de port.", ("réduira", "推高")),
        (("fr", "en"), "Le train partira plus tard.", "The train will leave sooner.", ("sooner", "plus tard")),
        (("zh", "en"), "现在庆祝为时过早。", "It is too late to celebrate.", ("too late", "为时过早")),
        (("zh", "en"), "废水超标。", "The waste water is within limits.", ("within limits", "超标")),
        (("zh", "fr"), "村民的热情不减。", "L'enthousiasme des villageois recule.", ("recule", "不减")),
        (("zh", "fr"), "他们被拒之门外。", "La porte leur a été ouverte.", ("ouverte", "拒之门外")),
        (
            ("fr", "en"),
            "Le bac a coulé malgré le calme.",
            "The ferry sank because of the calm.",
            ("because of", "malgré"),
        ),
        (("en", "zh"), "The law failed because it was too dear.", "虽然该法太昂贵，但未获通过。", ("虽然", "because")),
        (("fr", "en"), "Depuis la guerre, le moulin tourne.", "Until the war, the mill turned.", ("Until", "Depuis")),
        (
            ("en", "fr"),
            "The city waives the tax.",
            "La ville se réserve le droit de percevoir la taxe.",
            ("réserve le droit", "waives"),
        ),
        (("fr", "zh"), "Le ministre en exercice a témoigné.", "前任部长出庭作证。", ("前任", "en exercice")),
        (
            ("en", "zh"),
            "The bill was adopted by 9 votes to 4.",
            "该法案以9票赞成、4票反对遭到否决。",
            ("否决", "adopted"),
        ),
        (("fr", "en"), "La croissance nominale atteint 4 %.", "Real growth reached 4%.", ("Real growth", "nominale")),
        (("zh", "fr"), "名义工资上涨4%。", "Les salaires réels ont augmenté de 4 %.", ("réels", "名义")),
        (("fr", "en"), "Le salaire brut a baissé.", "The net salary fell.", ("net salary", "brut")),
        (("zh", "en"), "净利润为300万欧元。", "Gross profit came to 3 million euros.", ("Gross", "净利润")),
        (
            ("fr", "en"),
            "Les écoles primaires rouvriront.",
            "Secondary schools will reopen.",
            ("Secondary", "primaires"),
        ),
        (("zh", "fr"), "外债翻了一番。", "La dette intérieure a doublé.", ("dette intérieure", "外债")),
        (
            ("en", "fr"),
            "Domestic flights were cancelled.",
            "Les vols internationaux ont été annulés.",
            ("vols internationaux", "Domestic flights"),
        ),
        (("en", "zh"), "Full-time staff will be paid.", "兼职员工将获得报酬。", ("兼职", "Full-time")),
        (
            ("en", "fr"),
            "Offshore wind farms will be built.",
            "Des parcs éoliens terrestres seront construits.",
            ("terrestres", "Offshore"),
        ),
    ],
)
def test_an_opposite_is_told(languages: tuple[str, str], official: str, rendering: str, words: tuple[str, str]) -> None:
    assert opposites(make_pair(rendering, official, languages[1], languages[0])) == [words]


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        (("en", "zh"), "The bakers are in favour of the tax.", "面包师们赞成征税。"),
        (("fr", "en"), "Le Chili retirera ses soldats.", "Chile will pull out its soldiers."),
        (("fr", "en"), "Nous ne nions pas le retard.", "We acknowledge the delay."),
        (("zh", "en"), "六名船员获释。", "Six sailors were let go."),
        (("zh", "en"), "障碍仍然存在。", "The obstacles have not been overcome."),
        (("en", "fr"), "The remaining disputes have been settled.", "Les litiges restants ont été réglés."),
        (("zh", "en"), "问题有待解决。", "The problem remains to be solved."),
        (("en", "zh"), "The talks that have begun in Oslo will soon end.", "已在奥斯陆开始的会谈即将结束。"),
        (("fr", "zh"), "Le trajet est gratuit.", "乘车不收费。"),
        (("en", "zh"), "The city charges no fee.", "市政府不收费。"),
        (("zh", "en"), "取消关税的会谈将于周一举行。", "The talks on lifting tariffs will take place on Monday."),
        (("fr", "en"), "Le concert n’a pas eu lieu.", "The concert was called off."),
        (("en", "zh"), "Prosecutors decided not to press charges.", "检方决定不起诉。"),
        (("fr", "en"), "Le ferry a accosté à midi.", "The ferry docked at noon."),
        (("en", "fr"), "No dogs, the port authority said.", "Interdiction d’amener un chien, dit le port."),
        (("en", "fr"), "The mine claimed nine lives.", "La mine a fait neuf morts."),
        (("fr", "en"), "Ces barrages auraient évité des morts.", "These dams would have saved lives."),
        (("zh", "fr"), "两名矿工丧生。", "Deux mineurs ont perdu la vie."),
        (("zh", "fr"), "塌方造成九人死亡。", "L’éboulement a coûté la vie à neuf personnes."),
        (("en", "fr"), "Two pilots died in the crash.", "Deux pilotes ont laissé la vie dans l’accident."),
        (("zh", "fr"), "这条路夺走了九人的生命。", "Cette route a coûté la vie à neuf personnes."),
        (("en", "fr"), "People are dying on this road.", "Cette route coûte des vies."),
        (("zh", "fr"), "村民投票支持这座桥。", "Les villageois ont voté pour ce pont."),
        (("en", "zh"), "The contest was neither quick nor fair.", "比赛既不迅速也不公正。"),
        (("zh", "en"), "塌方中的矿工无一生还。", "All the miners in the cave-in died."),
        (("en", "fr"), "The train will leave on Monday at the latest.", "Le train partira lundi au plus tard."),
        (("fr", "zh"), "L’île n’est pas à vendre.", "岛不是给人买的。"),
        (
            ("zh", "fr"),
            "一面把船挡在港口门外，一面要求敞开供应。",
            "On ferme le port aux navires et on exige d’être livré à volonté.",
        ),
        (("zh", "en"), "该案以9票反对、4票赞成遭到否决。", "The bill was rejected by 9 votes to 4."),
        (("en", "zh"), "Doctors recommend against building it.", "医生建议不修建。"),
        (("en", "fr"), "The road has been closed since May.", "La route n'est plus ouverte depuis mai."),
        (
            ("en", "fr"),
            "The inquiry continues, and one part is over.",
            "L'enquête se poursuit et une partie est close.",
        ),
        (
            ("fr", "en"),
            "Des juges en exercice et d'anciens juges étaient là.",
            "Serving officers and former judges were there.",
        ),
        (("zh", "fr"), "现任和前官员出席了晚宴。", "Des responsables en exercice et d'anciens responsables y étaient."),
        (("en", "fr"), "The longest serving officers left.", "Les officiers les plus anciens sont partis."),
        (("en", "zh"), "Fees are waived for students.", "学生免缴费用。"),
        (("zh", "fr"), "理事会举行了非公开会议。", "Le conseil a tenu une séance privée."),
        (("en", "fr"), "Drivers as young as 15 were fined.", "Des conducteurs âgés de 15 ans ont reçu une amende."),
        (
            ("fr", "en"),
            "Il a aidé et encouragé des crimes contre l'humanité.",
            "He aided and abetted crimes against humanity.",
        ),
        (("fr", "zh"), "Plus de 30 familles n'ont pas reçu d'eau.", "30多户人家得不到水。"),
        (("zh", "en"), "因此，申诉不予受理。", "The complaint is therefore not admissible."),
        (("fr", "zh"), "Les mineurs ont perdu leur emploi.", "矿工失业了。"),
        (("en", "fr"), "The gross margin was 12%.", "La marge brute était de 12 %."),
        (("fr", "en"), "Le bénéfice réel est de 3 millions.", "The actual profit is 3 million."),
        (("zh", "en"), "以人民的名义，会议开幕。", "In the name of the people, the real work begins."),
        (
            ("en", "fr"),
            "Pre-tax profit fell, net profit rose.",
            "Le bénéfice brut a baissé, le bénéfice net a augmenté.",
        ),
        (("zh", "en"), "最不发达国家要求减免债务。", "The least developed countries ask for debt relief."),
    ],
)
def test_the_same_is_none(languages: tuple[str, str], official: str, rendering: str) -> None:
    assert not opposites(make_pair(rendering, official, languages[1], languages[0]))


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        (("zh", "en"), "市政府努力稳定粮价。", "The city is trying to contain rising grain prices."),
        (("zh", "fr"), "稳定粮价是首要任务。", "Contenir la hausse du prix du grain est la priorité."),
        (("fr", "zh"), "Ce serait mettre en danger les nageurs.", "那将危及泳客安全。"),
        (("zh", "en"), "磨坊将立即开工。", "The mill will start without delay."),
    ],
)
def test_what_curbs_a_rise_or_harms_a_good_is_no_opposite(
    languages: tuple[str, str], official: str, rendering: str
) -> None:
    found = compare(rendering, official, rendering_language=languages[1], official_language=languages[0])
    assert not [one for one in found.divergences if one.kind == "meaning"]


def test_what_a_denied_opposite_says_is_neither_left_out_nor_added() -> None:
    found = compare("The disputes over wages have not been settled.", "Des litiges subsistent sur les salaires.")
    assert found.verdict == "faithful"
    assert not [one for one in found.suspected if one.kind == "meaning"]


@pytest.mark.parametrize("partial", [True, False])
def test_only_a_fragment_was_cut(*, partial: bool) -> None:
    pair = make_pair("Le pont est sûr.", "We do not think that the bridge is safe.", "fr", "en")
    suspect = attrs.evolve(polarity_suspects(pair)[0], cut=True)
    told = _divergence(attrs.evolve(pair, partial=partial), suspect, 0.9)
    assert ("was cut" in told.reason) == partial
