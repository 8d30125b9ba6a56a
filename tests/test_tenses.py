"""What is still to come told as done, and the other way round."""

from __future__ import annotations

import pytest

from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.tenses import TenseChecker


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        (("zh", "en"), "市政府将为难民安排校车。", "The city has already arranged school buses for the refugees."),
        (("en", "fr"), "The insurer will pay the farmers.", "L'assureur a déjà payé les agriculteurs."),
        (("fr", "zh"), "Les deux ministres signeront la convention.", "两位部长已经签署了公约。"),
        (("fr", "en"), "La mairie a rénové la piscine.", "The town hall will renovate the pool."),
        (
            ("fr", "en"),
            "Le quai était fermé, et nous avons reporté la régate.",
            "The quay was closed, and we will postpone the regatta.",
        ),
        (("fr", "en"), "Les délégués sont partis.", "The delegates will leave."),
        (("zh", "en"), "市政府不会出售这座桥。", "The city did not sell the bridge."),
        (("en", "fr"), "Sixty families were rehoused.", "Soixante familles seront relogées."),
        (("zh", "fr"), "桥梁正在检查。", "Le pont sera inspecté."),
        (("fr", "en"), "Le théâtre rouvrira mardi.", "The theatre reopened on Tuesday."),
        (("fr", "en"), "Le théâtre a promis qu'il rembourserait les billets.", "It has refunded the tickets."),
        (("en", "zh"), "The theatre said it would refund the tickets.", "剧院表示已退还票款。"),
        (("en", "fr"), "The letters are being scanned.", "Les lettres seront numérisées."),
        (("en", "fr"), "The crew has caught no sharks.", "L'équipage ne capturera aucun requin."),
        (("fr", "en"), "Le club devra rembourser les billets.", "The club has refunded the tickets."),
        (("en", "zh"), "Growers have registered the wells.", "种植户须登记水井。"),
        (("zh", "en"), "剧院称会退还票款。", "The theatre has refunded the tickets."),
    ],
)
def test_done_for_still_to_come(languages: tuple[str, str], official: str, rendering: str) -> None:
    pair = make_pair(rendering, official, languages[1], languages[0])
    assert [one.severity for one in TenseChecker().check(pair)] == ["critical"]


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        (("zh", "en"), "救援人员将被困的矿工救出。", "Rescuers have freed the trapped miners."),
        (
            ("en", "fr"),
            "By May the insurer will have paid the farmers.",
            "L'assureur aura payé les agriculteurs avant mai.",
        ),
        (("en", "zh"), "The insurer will pay the farmers.", "保险公司将赔付农民。"),
        (("en", "zh"), "The closure will reduce noise.", "关闭减少了噪音。"),
        (("fr", "en"), "Nous avons promis que l'usine rouvrira.", "We have promised that the plant will reopen."),
        (("en", "zh"), "The raid was not authorised, nor will it be.", "突袭未获授权，今后也不会授权。"),
        (("en", "zh"), "The oil will run out. Drive as if it had.", "石油将用完。开车时请当作已用完。"),
        (("en", "zh"), "He said the city would repair the bridge.", "他说市政府将修复大桥。"),
        (("fr", "en"), "Le maire annonce la fermeture du pont.", "The mayor has announced the closing of the bridge."),
        (("fr", "zh"), "Le pays gèlera les prix du lait.", "该国已决定冻结牛奶价格。"),
        (("en", "zh"), "The auditor blamed the loan on a mistake.", "审计员将此归咎于一个失误。"),
        (("en", "fr"), "We are not preparing the papers.", "Nous ne préparons pas les documents."),
        (("zh", "en"), "工厂将总部迁至海口。", "The plant has moved its head office to Haikou."),
        (("fr", "en"), "Il a légué la ferme à sa nièce.", "His will leaves the farm to his niece."),
        (("en", "fr"), "The truce has been extended to May.", "La trêve durera jusqu'en mai."),
        (("en", "fr"), "The letters are being scanned on Monday.", "Les lettres seront numérisées lundi."),
        (("fr", "en"), "Ce chantier coûterait un million.", "The job has cost a million."),
        (("fr", "en"), "Il vendra la ferme dix ans plus tard.", "He sold the farm ten years later."),
        (("zh", "en"), "每到冬天,河水会结冰。", "The river has frozen every winter."),
        (("zh", "en"), "每年都会举办灯会。", "The city has held a lantern fair every year."),
        (("zh", "en"), "护林员会监督射手。", "The shooters were supervised by rangers."),
    ],
)
def test_the_same_tense_is_none(languages: tuple[str, str], official: str, rendering: str) -> None:
    pair = make_pair(rendering, official, languages[1], languages[0])
    assert not list(TenseChecker().check(pair))
