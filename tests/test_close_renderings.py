"""Close translations that say by another word, or at another place, what the official text says."""

from __future__ import annotations

import pytest

from polyglot_news import compare

FAITHFUL = [
    # official text, its language, rendering, its language
    ("该合金含锰钢成本每吨上涨百分之八，钢价则下跌百分之三。", "zh",
     "Le coût de l'alliage a augmenté de 8 % la tonne, tandis que le prix de l'acier a baissé de 3 %.", "fr"),
    ("There is hardly any water left in the reservoir.", "en", "水库里的水已所剩无几。", "zh"),
    ("Nous examinons toutes les causes, y compris une erreur de pilotage.", "fr",
     "我们正在审查所有原因，包括操作失误的可能。", "zh"),
    ("Le cargo a coulé à trente milles des côtes.", "fr", "货轮在距海岸三十海里处沉没。", "zh"),
    ("Le bénéfice est stable à taux de change constants.", "fr", "按固定汇率计算，利润保持稳定。", "zh"),
    ("Dredging is banned below 600 metres.", "en",
     "Le dragage est interdit dans les eaux de plus de 600 mètres de profondeur.", "fr"),
    ("用证据说话，不凭感觉定案。", "zh", "Evidence speaks; we do not decide a case by feeling.", "en"),
    ("L'association compte environ trois cents clubs.", "fr", "该协会有三百来家俱乐部。", "zh"),
    ("The deeds may be signed by one of them only if both heirs are present.", "en",
     "Les actes ne peuvent être signés par l'un d'eux que si les deux héritiers sont présents.", "fr"),
    ("Deux témoins restent introuvables.", "fr", "Two witnesses cannot be found.", "en"),
    ("Le commerce est trop riche pour cette aide.", "fr", "这家商店太富裕，不能领这项补贴。", "zh"),
    ("新电站装机容量为二千兆瓦，明年投产。", "zh",
     "The new plant will have a capacity of 2,000 megawatts and go into service next year.", "en"),
    ("法院判处陆兆明有期徒刑八年。", "zh", "The court sentenced Lu Zhaoming to eight years in prison.", "en"),
    ("The dam was put at four billion two years ago and may now cost six.", "en",
     "大坝的造价两年前估计为四十亿，如今可能要六十亿。", "zh"),
    ("小麦收购价不低于去年。", "zh", "The purchase price for wheat will be no lower than last year's.", "en"),
    ("Water can be drawn at most hours, but not at noon.", "en", "多数时段可以取水，但中午不行。", "zh"),
    ("The trial was limited to adults over 65.", "en", "L'essai se limitait aux plus de 65 ans.", "fr"),
    ("投票率只有两成一，没有达到门槛。", "zh", "Turnout was only 21 per cent, below the threshold.", "en"),
    ("档案馆夜里开放后，借的书比白天少，打来的电话比白天多。", "zh",
     "Les archives ouvertes la nuit, on emprunte moins de livres que le jour, mais les appels sont plus nombreux.",
     "fr"),
    ("我国驻地昨夜遭火箭弹袭击，无人受伤。", "zh",
     "Notre cantonnement a essuyé une attaque à la roquette la nuit dernière ; personne n'a été blessé.", "fr"),
    ("气温降至零下五十三度。", "zh", "La température est tombée à moins 53 degrés.", "fr"),
    ("昨天我们首次在井里测出铅。", "zh", "Yesterday we found lead in the well for the first time.", "en"),
    ("Please leave the barriers where they are.", "en", "请把护栏留在原处。", "zh"),
]  # fmt: skip
ALTERED = [
    ("Le cargo a coulé à trente milles des côtes.", "fr", "货轮在距海岸五十海里处沉没。", "zh"),
    ("Dredging is banned in streams under 600 metres long.", "en",
     "Le dragage est interdit dans les cours d'eau de plus de 600 mètres de long.", "fr"),
    ("L'association compte au moins trois cents clubs.", "fr", "该协会至多有三百家俱乐部。", "zh"),
    ("Le rapport conclut à une erreur de pilotage.", "fr", "报告认定，可能是操作失误。", "zh"),
    ("Two witnesses cannot be found.", "en", "Deux témoins ont été retrouvés.", "fr"),
    ("新电站装机容量为二千兆瓦，明年投产。", "zh",
     "The new plant will have a capacity of 3,000 megawatts and go into service next year.", "en"),
    ("With half the votes counted, the mayor leads by 900 votes.", "en", "计票过半，市长落后九百票。", "zh"),
    ("Le taux a été ramené à 4 %.", "fr", "税率上调至百分之四。", "zh"),
    ("Yesterday we found lead in the well for the first time.", "en", "昨天我们再次在井里测出铅。", "zh"),
    ("气温降至零下五十三度。", "zh", "La température est tombée à 53 degrés.", "fr"),
    ("小麦收购价不低于去年。", "zh", "The purchase price for wheat will be lower than last year's.", "en"),
]  # fmt: skip


@pytest.mark.parametrize(("official", "language", "rendering", "other"), FAITHFUL)
def test_a_close_translation_is_no_alarm(official: str, language: str, rendering: str, other: str) -> None:
    found = compare(rendering, official, rendering_language=other, official_language=language)
    assert found.verdict == "faithful", found.divergences


@pytest.mark.parametrize(("official", "language", "rendering", "other"), ALTERED)
def test_what_is_changed_is_told(official: str, language: str, rendering: str, other: str) -> None:
    found = compare(rendering, official, rendering_language=other, official_language=language)
    assert found.verdict == "divergent"
