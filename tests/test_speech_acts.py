"""Speech acts that grew much stronger or weaker."""

from __future__ import annotations

import pytest

from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.speech_acts import SpeechActChecker


@pytest.mark.parametrize(
    ("languages", "official", "rendering", "words"),
    [
        (
            ("zh", "fr"),
            "我们恳请各国归还这些文物。",
            "Nous exigeons que les États rendent ces objets.",
            ("exigeons", "恳请"),
        ),
        (
            ("zh", "en"),
            "我们希望在五月前偿还贷款。",
            "We promise to repay the loan by May.",
            ("promise to", "希望"),
        ),
        (
            ("fr", "zh"),
            "La fermeture de l'usine est probable.",
            "工厂必然关闭。",
            ("必然", "probable"),
        ),
        (
            ("fr", "en"),
            "Le préfet a demandé aux riverains de partir.",
            "The prefect ordered the residents to leave.",
            ("ordered", "a demandé"),
        ),
        (("en", "zh"), "The panel suggests lowering the fees.", "专家组要求降低费用。", ("要求", "suggests")),
        (
            ("zh", "en"),
            "大使对取消会谈表示遗憾。",
            "The ambassador strongly condemned the cancellation of the talks.",
            ("strongly condemned", "表示遗憾"),
        ),
        (
            ("en", "fr"),
            "The airline was unable to refund the tickets.",
            "La compagnie a refusé de rembourser les billets.",
            ("refusé", "was unable"),
        ),
        (("fr", "zh"), "Le ministre a pris acte du rapport.", "部长欢迎这份报告。", ("欢迎", "pris acte")),
        (
            ("fr", "en"),
            "Les passagers sont invités à quitter le navire.",
            "The passengers were ordered to leave the ship.",
            ("ordered", "invités"),
        ),
        (
            ("zh", "en"),
            "厂长表示,阀门已经更换。",
            "The manager admitted that the valve had been replaced.",
            ("admitted", "表示"),
        ),
    ],
)
def test_another_strength_is_told(
    languages: tuple[str, str], official: str, rendering: str, words: tuple[str, str]
) -> None:
    pair = make_pair(rendering, official, languages[1], languages[0])
    found = [
        (one.rendering.of(rendering), one.official.of(official))
        for one in SpeechActChecker().check(pair)
        if one.rendering and one.official
    ]
    assert found == [words]


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        (("zh", "fr"), "我们恳请各国归还这些文物。", "Nous demandons instamment aux États de rendre ces objets."),
        (("zh", "en"), "我们要求各方保持克制。", "We call on all parties to show restraint."),
        (("zh", "en"), "我们致力于在五月前偿还贷款。", "We are committed to repaying the loan by May."),
        (("fr", "zh"), "La fermeture de l'usine est inévitable.", "工厂势必关闭。"),
        (("fr", "en"), "Nous déplorons la fermeture du consulat.", "We regret the closure of the consulate."),
        (("en", "zh"), "The airline could not refund the tickets.", "航空公司无法退还机票款。"),
        (("fr", "en"), "Nous n'exigeons pas leur départ.", "We do not demand that they leave."),
        (
            ("en", "fr"),
            "The manager acknowledged that the valve was old.",
            "Le directeur a déclaré que la vanne était vieille.",
        ),
        (("fr", "zh"), "Il faut une somme importante pour ce pont.", "这座桥需要一大笔钱。"),
        (("fr", "en"), "Le gardien nie avoir refusé l'accès.", "The guard says he could not have denied access."),
    ],
)
def test_what_translators_choose_is_none(languages: tuple[str, str], official: str, rendering: str) -> None:
    pair = make_pair(rendering, official, languages[1], languages[0])
    assert not list(SpeechActChecker().check(pair))
