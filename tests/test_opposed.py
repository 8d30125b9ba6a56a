"""Words that stand where the official text has their opposite, told by a table of one language and the lexicon."""

from __future__ import annotations

import pytest

from polyglot_news.compare.direction import DirectionChecker
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.words.opposed import opposed_words


@pytest.mark.parametrize(
    ("languages", "official", "rendering", "words"),
    [
        (
            ("en", "fr"),
            "The ministry revealed the names of the suppliers.",
            "Le ministère a dissimulé les noms des fournisseurs.",
            ("dissimulé", "revealed"),
        ),
        (
            ("fr", "en"),
            "La commission juge les nouvelles règles utiles aux pêcheurs.",
            "The commission finds the new rules useless for fishermen.",
            ("useless", "utiles"),
        ),
        (
            ("en", "zh"),
            "The law protects the forests along the river.",
            "这项法律危害沿河的森林。",
            ("危害", "protects"),
        ),
        (
            ("fr", "en"),
            "Le maire a fait preuve de générosité envers les familles.",
            "The mayor showed greed towards the families.",
            ("greed", "générosité"),
        ),
    ],
)
def test_an_opposite_is_told(languages: tuple[str, str], official: str, rendering: str, words: tuple[str, str]) -> None:
    pair = make_pair(rendering, official, languages[1], languages[0])
    found = [(one.rendering.of(rendering), one.official.of(official)) for one in opposed_words(pair)]
    assert words in found
    critical = [one for one in DirectionChecker().check(pair) if one.severity == "critical" and one.confidence >= 0.5]
    assert [one.rendering.of(rendering) for one in critical if one.rendering] == [words[0]]


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        (("en", "fr"), "The ministry revealed the names.", "Le ministère a révélé les noms."),
        (("fr", "en"), "La rivière n'est pas profonde.", "The river is shallow."),
        (("en", "zh"), "The result is not certain.", "结果不确定。"),
        (("zh", "en"), "道路很窄。", "The road is hardly wide."),
        (("en", "fr"), "It is unlikely that talks resume.", "Il est peu probable que les pourparlers reprennent."),
        (("fr", "en"), "Les anciens et les nouveaux élus ont voté.", "Old and new members voted."),
        (("en", "zh"), "These works are needed.", "这些工程是必要的。"),
        (("en", "zh"), "He is certain that the dam will hold.", "他确定大坝撑得住。"),
        (("en", "zh"), "The grant was always temporary.", "这笔补贴从来就是临时性的。"),
        (("zh", "en"), "可能性极低，我们没有任何证据。", "It is highly unlikely: we have no evidence."),
        (("zh", "en"), "获利不低于三百万元。", "The profit was no less than 3 million yuan."),
        (("zh", "en"), "我一点都不高兴。", "I wasn't the least bit happy."),
        (("zh", "en"), "贷款同比少增一万亿元。", "New loans were 1 trillion yuan less than a year before."),
        (("en", "fr"), "The port failed to comply with the rules.", "Le port a violé les règles."),
        (("fr", "zh"), "L'eau monte moins vite.", "水涨得比较慢。"),
        (("en", "fr"), "The wind was less violent than forecast.", "Le vent a été plus faible que prévu."),
        (("zh", "en"), "大雾导致渡船无法起航。", "Fog prevented ferries from sailing."),
        (("zh", "en"), "房子不缺，缺的是工匠。", "There are enough houses; what is lacking is craftsmen."),
        (("zh", "en"), "他说罚款公不公道，法院没有说。", "The court did not say whether the fine was fair."),
        (("en", "zh"), "The dye is harmless.", "这种染料没有害处。"),
        (("en", "fr"), "The trip lasts nine hours or more.", "Le trajet dure au moins neuf heures."),
        (("en", "zh"), "High fees discourage trade.", "高额收费阻碍贸易。"),
        (("zh", "fr"), "产量可能下降多达30%。", "La récolte pourrait baisser de 30 %."),
        (("zh", "fr"), "健康保险费上涨了。", "Les cotisations d'assurance maladie ont augmenté."),
        (("zh", "en"), "在总结陈词前，大门一直敞开。", "The door stays open until the closing speeches."),
    ],
)
def test_what_fits_or_is_denied_is_none(languages: tuple[str, str], official: str, rendering: str) -> None:
    pair = make_pair(rendering, official, languages[1], languages[0])
    assert [one for one in DirectionChecker().check(pair) if one.confidence >= 0.5] == []
