"""Turns of the three languages that deny, and turns that only seem to."""

from __future__ import annotations

import time

import pytest

from polyglot_news.article import compare_article
from polyglot_news.compare import compare
from polyglot_news.compare.operators.answers import turned_answer
from polyglot_news.compare.operators.litotes import counted_once
from polyglot_news.compare.operators.modals import modals
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.polarity import polarity_suspects


def _asking(text: str, language: str) -> list[str]:
    hits = counted_once(text, language, negations(text, language))
    return [hit.cue.text for hit in hits if hit.cue.asks]


def _soft(text: str, language: str) -> list[str]:
    return [hit.cue.text for hit in negations(text, language) if not hit.cue.asks]


@pytest.mark.parametrize(
    ("text", "language", "asking"),
    [
        ("Neither the cook nor the waiter knew.", "en", ["neither"]),
        ("The farmers cannot get fertilizer.", "en", ["cannot"]),
        ("It could not be clearer.", "en", []),
        ("Under this act no boat may sail.", "en", ["no"]),
        ("Convention no. 5 and protocol no II are in force.", "en", []),
        ("It is hard, if not impossible.", "en", []),
        ("On ne peut plus dormir.", "fr", ["ne … plus"]),
        ("On ne peut plus les recevoir.", "fr", ["ne … plus"]),
        ("On ne peut tolérer que des enfants soient oubliés.", "fr", ["ne … peut"]),
        ("On ne peut tolérer que de petits retards.", "fr", []),
        ("C'est on ne peut plus simple.", "fr", []),
        ("C'est on ne peut plus clair.", "fr", []),
        ("Cette personne n'a pas été entendue.", "fr", ["ne … pas"]),
        ("Aucune personne présente n'a parlé.", "fr", ["ne … n'"]),
        ("Personne n'a parlé.", "fr", ["ne … n'"]),
        ("价格不能更换。", "zh", ["不能"]),
        ("He did not sing, nor did he dance.", "en", ["not", "nor"]),
        ("Ils ne voient pas qui parle ni à qui.", "fr", ["ne … pas"]),
        ("Nothing, absolutely nothing, was stolen.", "en", ["nothing"]),
        ("La statue a été saluée par personne.", "fr", ["personne"]),
        ("Cela coûte dix euros par personne.", "fr", []),
        ("Utile ou pas, le pont reste.", "fr", []),
        ("Il y a pas mal de monde.", "fr", []),
        ("Le pont reste, utile ou non.", "fr", []),
        ("Was it the cook, yes or no?", "en", []),
        ("得不得奖，要看运气。", "zh", []),
        ("Il ne perdra rien de ses droits.", "fr", []),
        ("Nous redoutons que le pont ne cède.", "fr", []),
        ("这事真叫人哭笑不得。", "zh", []),
        ("La cloche ne sonnera sans doute pas.", "fr", ["ne … pas"]),
        ("Le bac ne partira sans aucun doute pas.", "fr", ["ne … pas"]),
        ("Nul doute que le bac partira.", "fr", []),
        ("Personne n'a rien entendu, pas même le gardien.", "fr", ["ne … rien"]),
        ("Nobody, not even the guard, heard the bell.", "en", ["nobody"]),
        ("He heard nothing. Not even the guard slept.", "en", ["nothing", "not"]),
        ("Il n'a rien vu et n'est pas resté.", "fr", ["ne … rien", "ne … pas"]),
        ("Pas un voisin n'a ouvert sa porte.", "fr", ["ne … n'"]),
        ("Il n'a pas un sou.", "fr", ["ne … pas"]),
        ("Rien n'empêche le meunier de vendre.", "fr", []),
        ("Rien n'a changé au moulin.", "fr", ["ne … n'"]),
        ("Ils ont un piano et personne pour en jouer.", "fr", ["personne"]),
        ("Il faut une clé et une personne pour la garder.", "fr", []),
        ("Qui a vu la clé ? Personne.", "fr", ["personne"]),
        ("Qu’a dit le meunier ? Rien.", "fr", ["rien"]),
        ("Il est parti pour rien.", "fr", []),
        ("Un pas vaut mieux que pas de pas du tout.", "fr", ["pas"]),
        ("Pas plus que cela.", "fr", []),
        ("Vendre le moulin ? Non.", "fr", ["non"]),
        ("Vendre le moulin ?\n\n          Non.", "fr", ["non"]),
        ("Non, je ne vendrai pas.", "fr", ["ne … pas"]),
        ("Il est à vendre, non ?", "fr", []),
        ("Le pont a rouvert sans aucun retard.", "fr", ["sans"]),
        ("Sans regret, le meunier n'a rien gardé.", "fr", ["sans", "ne … rien"]),
        ("Le meunier n'accuse pas l'opposition.", "fr", ["ne … pas"]),
        ("Le meunier ne s'oppose pas à la vente.", "fr", []),
        ("他不同意，没收到信，措施没落实。", "zh", ["不同意", "没收到", "没落实"]),
        ("不同的人没收了未来的粮食。", "zh", []),
        ("没有人不知道这座桥。", "zh", []),
        ("Le port n’accueillera plus aucun cargo.", "fr", ["ne … plus"]),
    ],
)
def test_what_asks_for_a_negation(text: str, language: str, asking: list[str]) -> None:
    assert _asking(text, language) == asking


@pytest.mark.parametrize(
    ("text", "language", "soft"),
    [
        ("She bought a nut-free cake.", "en", "-free"),
        ("别笑，桥真的塌了。", "zh", "别"),
        ("Moi, partir ? Jamais.", "fr", "jamais"),
        ("Le maire refuse cependant de partir.", "fr", "refuse"),
        ("Les témoins gardent le silence.", "fr", "gardent le silence"),
        ("The consultants have still to vote.", "en", "have still to"),
        ("两项规定都不得超过三天。", "zh", "不得超过"),
        ("The days when ferries stopped here are a thing of the past.", "en", "a thing of the past"),
        ("Le temps des bacs est révolu.", "fr", "est révolu"),
        ("The miller withheld the key.", "en", "withh*"),
        ("The jury may or may not agree.", "en", "may or may not"),
        ("The club dispensed with a vote.", "en", "dispensed with"),
        ("不限成员名额工作组开会了。", "zh", "不限成员名额"),
    ],
)
def test_what_carries_a_negation(text: str, language: str, soft: str) -> None:
    assert soft in _soft(text, language)


@pytest.mark.parametrize(
    ("rendering", "official", "languages"),
    [
        ("Le train a roulé moins vite que prévu.", "The train was not as fast as planned.", "fr-en"),
        ("Pour entrer, il faut un badge.", "Nobody enters unless he has a badge.", "fr-en"),
        ("这是桥头第一次结冰。", "Never has the bridge frozen.", "zh-en"),
        ("雨天天都下。", "Not a day passes without rain.", "zh-en"),
        ("Before the keys are found, the mill stays shut.", "在没有找到钥匙之前，磨坊一直关门。", "en-zh"),
    ],
)
def test_said_without_a_negation(rendering: str, official: str, languages: str) -> None:
    pair = make_pair(rendering, official, *languages.split("-"))
    assert all(one.confidence("polarity") < 0.5 for one in polarity_suspects(pair))


@pytest.mark.parametrize(
    ("text", "language", "asking"),
    [
        ("Should the mill close, we would buy it.", "en", []),
        ("Should the mill close?", "en", ["should"]),
        ("I can hear the river.", "en", []),
        ("Ils ont attendu, puis sont partis.", "fr", []),
        ("Je puis partir.", "fr", ["je puis"]),
        ("Nous ne pouvons que regretter cela.", "fr", []),
        ("他舍不得离开磨坊。", "zh", []),
        ("Il n’y a pas de quoi payer.", "fr", []),
    ],
)
def test_what_asks_for_a_modal(text: str, language: str, asking: list[str]) -> None:
    assert [hit.cue.text for hit in modals(text, language) if hit.cue.asks] == asking


def test_until_a_date_is_not_before_it() -> None:
    """*Open until May* keeps the verb, and so has lost the *not* of *not open until May*."""
    lost = make_pair(
        "Visitors will be admitted until May.", "Les visiteurs ne seront pas admis jusqu’en mai.", "en", "fr"
    )
    kept = make_pair("The visit was put off until May.", "Les visiteurs ne seront pas admis avant mai.", "en", "fr")
    assert [max(one.confidence("polarity") for one in polarity_suspects(pair)) >= 0.5 for pair in (lost, kept)] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("article", "official", "verdict"),
    [
        ("The match will not be played on Sunday.", "周日的比赛取消了。", "faithful"),
        ("Le match de dimanche ne se jouera pas.", "Sunday’s match has been cancelled.", "faithful"),
        ("The match has not been called off.", "Le match a été annulé.", "divergent"),
        ("We will not leave until the boat is in.", "Nous ne partirons que lorsque le bateau sera là.", "faithful"),
        ("We are nowhere near a solution.", "我们离解决问题还很远。", "faithful"),
        ("Further floods cannot be ruled out.", "不排除再次发生洪水的可能。", "faithful"),
        ("We rule out further floods.", "不排除再次发生洪水的可能。", "divergent"),
        ("The mayor does not deny it.", "市长否认了这一点。", "divergent"),
        ("They were able to vote.", "Ils n’ont pas été empêchés de voter.", "faithful"),
        ("Le voleur est toujours en fuite.", "The thief has not been caught.", "faithful"),
        ("The bank left the door open to another cut.", "La banque n’a pas exclu une nouvelle baisse.", "faithful"),
        ("The rain came too late to save the harvest.", "雨来得太晚，没能挽救收成。", "faithful"),
        ("政府失去了多数席位。", "Le gouvernement n’a plus la majorité.", "faithful"),
        ("政府赢得了多数席位。", "Le gouvernement n’a plus la majorité.", "divergent"),
        ("He is not too old to run.", "Il est trop vieux pour se présenter.", "divergent"),
        ("The ferry probably won’t run today.", "Le bac ne circulera sans doute pas aujourd’hui.", "faithful"),
        ("Nobody was warned, not even the guard.", "Personne n’a été averti, pas même le gardien.", "faithful"),
        ("La banque n’a pas caché ses pertes.", "The bank made no secret of its losses.", "faithful"),
        ("La banque a caché ses pertes.", "The bank did not hide its losses.", "divergent"),
        ("工会反对新的时间表。", "The union has no objection to the new timetable.", "divergent"),
        ("The town has schools and no one to teach in them.", "La ville a des écoles et personne pour y enseigner.",
         "faithful"),
        ("An old ferry is better than nothing.", "Un vieux bac vaut mieux que rien.", "faithful"),
        ("Better a small mill than none at all.", "Mieux vaut un petit moulin que rien du tout.", "faithful"),
        ("Who heard the bell? Nobody.", "Qui a entendu la cloche ? Personne.", "faithful"),
        ("What did the mayor promise you? Everything.", "Que vous a promis le maire ? Rien.", "divergent"),
        ("One step is better than no step at all.", "Un pas vaut mieux que pas de pas du tout.", "faithful"),
        ("It is no more than a ferry.", "C’est un bac, pas plus que cela.", "faithful"),
        ("No. The mill stays open.", "Non. Le moulin reste ouvert.", "faithful"),
        ("Yes. The mill stays open.", "Non. Le moulin reste ouvert.", "divergent"),
        ("The report came out, with no error found.", "Le rapport a paru sans qu’aucune erreur ne soit relevée.",
         "faithful"),
        ("该公司否认曾向湖中排污。", "The company says it never let sewage into the lake.", "faithful"),
        ("The ferry is not expected to reopen this winter.", "Le bac devrait rester fermé cet hiver.", "faithful"),
        ("The ferry is expected to reopen this winter.", "Le bac devrait rester fermé cet hiver.", "divergent"),
        ("nous fermerons le moulin avant cette date",
         "The tenants have until May; we will not close the mill before that date.", "divergent"),
        ("we will open the lock before that date",
         "Le port a jusqu’à mai, mais nous n’ouvrirons pas l’écluse avant cette date.", "divergent"),
        ("Il faut un badge pour entrer.", "Nobody enters unless he has a badge.", "faithful"),
        ("Le texte est passé, après que le maire eut quitté la salle.",
         "The bill passed, but not before the mayor had left the hall.", "faithful"),
    ],
)  # fmt: skip
def test_what_is_denied_otherwise(article: str, official: str, verdict: str) -> None:
    assert compare(article, official).verdict == verdict


@pytest.mark.parametrize(
    ("rendering", "official", "languages", "lost"),
    [
        ("Nous avons peur de plonger.", "我们不想下水，但不怕潜水。", "fr-zh", True),
        ("Ils veulent éviter la grève, mais ils en ont peur.",
         "They want to avoid a strike, but are not afraid of one.", "fr-en", True),
        ("Ils veulent éviter la grève, mais n’en ont pas peur.",
         "They want to avoid a strike, but are not afraid of one.", "fr-en", False),
        ("Nous n’avons pas peur de plonger.", "我们不怕潜水。", "fr-zh", False),
        ("Les plongeurs sont courageux.", "潜水员们不怕水。", "fr-zh", False),
    ],
)  # fmt: skip
def test_fear_that_was_denied(rendering: str, official: str, languages: str, lost: bool) -> None:
    pair = make_pair(rendering, official, *languages.split("-"))
    assert any(one.confidence("polarity") >= 0.5 for one in polarity_suspects(pair)) == lost


def test_protests_are_no_superlatives() -> None:
    pair = make_pair("Aucune autre ville n'a protesté.", "Another town has lodged a protest.", "fr", "en")
    assert any(one.confidence("polarity") >= 0.5 and one.most >= 0.5 for one in polarity_suspects(pair))


def test_an_if_not_before_a_long_word_takes_no_time() -> None:
    begun = time.process_time()
    negations("It is late, if not " + "a" * 5_000 + "ed " + "b" * 5_000 + " @", "en")
    assert time.process_time() - begun < 2.0


@pytest.mark.parametrize(
    ("article", "official"),
    [
        (
            "The crew left the ship, and the pilot did not stay on board.",
            "L'équipage n'a pas quitté le navire, et le pilote est resté à bord.",
        ),
        ("We bought the land, but we do not own the house.", "我们没有购买土地,但我们拥有房屋。"),
    ],
)
def test_a_negation_of_another_word_is_no_answer(article: str, official: str) -> None:
    found = compare(article, official, rendering_language="en")
    assert "polarity" in {one.kind for one in found.divergences}


@pytest.mark.parametrize(
    ("article", "official"),
    [
        ("He does not believe the dam will hold.", "Il croit que le barrage ne tiendra pas."),
        ("The roof did not leak, and nobody was hurt.", "Le toit n'a pas fui, et personne n'a été blessé."),
        ("No town, however rich, will be spared.", "任何城镇，无论多么富裕，都无法幸免。"),
    ],
)
def test_negations_answer_each_other(article: str, official: str) -> None:
    assert not compare(article, official, rendering_language="en").divergences


@pytest.mark.parametrize(
    ("rendering", "official", "told"),
    [
        ("Oui, pour deux semaines. Le pont reste ouvert.", "No. The bridge stays open.", True),
        ("No, never. The bridge stays open.", "Oui. Le pont reste ouvert.", True),
        ("Non, jamais. Le pont reste ouvert.", "No. The bridge stays open.", False),
        ("Oui, c'est juste. Le pont reste ouvert.", "No, that is right. The bridge stays open.", False),
        ("Oui, le pont reste ouvert.", "No. 5 bridge stays open.", False),
    ],
)
def test_an_answer_that_became_its_opposite(rendering: str, official: str, *, told: bool) -> None:
    languages = ("fr", "en") if rendering[0] != "N" or rendering.startswith("Non") else ("en", "fr")
    assert (turned_answer(make_pair(rendering, official, *languages)) is not None) is told


def test_the_answer_before_a_passage_is_that_of_the_statement() -> None:
    official = "Q: Will you close the bridge?\nMs Roe: No. The bridge is safe, and we have checked every bolt of it."
    said = "« Oui, pour deux semaines. Le pont est sûr, nous avons vérifié chaque boulon », a dit Mme Roe."
    (item,) = compare_article(said, [official]).items
    assert "The article answers “Oui”, the official text “No”." in [one.divergence.reason for one in item.findings]
