"""What was put for another operator on the same verb or noun is told, and its faithful neighbours are not."""

from __future__ import annotations

import pytest

from polyglot_news.compare.modality import ModalityChecker
from polyglot_news.compare.operators.bound import swapped
from polyglot_news.compare.operators.little import little_for_none, not_always_for_never, not_necessarily_for_not
from polyglot_news.compare.operators.modals import modals
from polyglot_news.compare.operators.qualifying import qualifiers
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.polarity import polarity_suspects
from polyglot_news.compare.qualifiers import QualifierChecker, qualifier_suspects
from polyglot_news.compare.speech_acts import speech_suspects


@pytest.mark.parametrize(
    ("rendering", "official", "found"),
    [
        ("The shop will close in May.", "Le magasin pourrait fermer en mai.", [("will", "pourrait")]),
        ("The shop will probably close in May.", "Le magasin pourrait fermer en mai.", []),
        ("The shop will be able to close in May.", "Le magasin pourra fermer en mai.", []),
        ("The shop will close in May.", "Je n’exclus pas que le magasin ferme en mai.", [("will", "n’exclus pas")]),
        ("It said it would close in May.", "Il a dit qu’il pourrait fermer en mai.", [("would", "pourrait")]),
        ("Closing would hurt the village.", "Fermer pourrait nuire au village.", []),
    ],
)
def test_will_for_may(rendering: str, official: str, found: list[tuple[str, str]]) -> None:
    pair = make_pair(rendering, official, "en", "fr")
    swaps = swapped(pair, (modals(rendering, "en"), modals(official, "fr")))
    assert [(a.span.of(rendering), b.span.of(official)) for a, b in swaps] == found


@pytest.mark.parametrize(
    ("rendering", "official", "found"),
    [
        ("Cela n’a guère d’effet.", "It has no effect whatsoever.", [("guère", "no")]),
        ("Les taxes n’entrent guère en compte.", "We do not take taxes into account, and we never will.",
         [("guère", "never")]),
        ("Cela n’a guère d’effet.", "It does not have an effect.", []),
        ("Il y a peu de doute.", "There is no doubt.", []),
    ],
)  # fmt: skip
def test_little_for_none(rendering: str, official: str, found: list[tuple[str, str]]) -> None:
    """A plain *not* may be rendered by « guère »; one that leaves nothing may not."""
    pair = make_pair(rendering, official, "fr", "en")
    few = little_for_none(pair, (qualifiers(rendering, "fr"), qualifiers(official, "en")))
    assert [(a.span.of(rendering), b.span.of(official)) for a, b in few] == found


def test_a_wish_is_weaker_than_a_promise() -> None:
    """*Hope* asks and hopes; beside a promise its scale is that of promises, and « nous » for *we* answers nothing."""
    pair = make_pair("We hope to open in June.", "Nous nous engageons à ouvrir en juin.", "en", "fr")
    assert [suspect.hit.cue.text for suspect in speech_suspects(pair)] == ["we hope"]


def test_until_negates_nothing() -> None:
    """The *not* of « tant que … ne … pas » is no hint where the other side has an *until*; a second one is."""
    official = "Tant que l’accord n’est pas signé, nous ne partirons pas."
    kept = make_pair("Until the deal is signed, we will not leave.", official, "en", "fr")
    assert all(suspect.confidence("polarity") <= 0.2 for suspect in polarity_suspects(kept))
    lost = make_pair("Until the deal is signed, we will leave.", official, "en", "fr")
    assert any(suspect.confidence("polarity") > 0.2 for suspect in polarity_suspects(lost))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Today I can report that the mill has been sold.", "en"),
        ("Je peux vous annoncer que le moulin est vendu.", "fr"),
        ("我可以告诉大家，磨坊已经售出。", "zh"),
    ],
)
def test_who_can_announce_announces(text: str, language: str) -> None:
    assert [hit for hit in modals(text, language) if hit.cue.asks] == []


@pytest.mark.parametrize(
    ("text", "language", "can"),
    [
        ("Victims can report abuse.", "en", "can"),
        ("Les victimes peuvent dire que c’est faux.", "fr", "peuvent"),
        ("公民可以报告污染。", "zh", "可以"),
    ],
)
def test_others_can_do_so(text: str, language: str, can: str) -> None:
    assert [hit.cue.text for hit in modals(text, language) if hit.cue.asks] == [can]


@pytest.mark.parametrize(
    ("rendering", "official", "languages", "lost"),
    [
        ("The report will be published in June.", "报告预计六月发布。", "en-zh", True),
        ("Le rapport sera publié en juin.", "The report is expected to be published in June.", "fr-en", True),
        ("The report is due out in June.", "报告有望六月发布。", "en-zh", False),
        ("Le rapport devrait être publié en juin.", "The report is expected to be published in June.", "fr-en", False),
        ("报告料将于六月发布。", "The report is expected to be published in June.", "zh-en", False),
        (
            "Nous demandons au tribunal quand le moulin ouvrira.",
            "We ask the court if the mill will open.",
            "fr-en",
            False,
        ),
    ],
)
def test_what_is_expected_is_not_certain(rendering: str, official: str, languages: str, lost: bool) -> None:
    pair = make_pair(rendering, official, *languages.split("-"))
    found = [one for one in qualifier_suspects(pair) if one.side == 1]
    assert any(one.confidence("qualifier") >= 0.7 for one in found) == lost


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        (("en", "fr"), "The strike goes on unless wages rise.", "La grève continue si les salaires n’augmentent pas."),
        (("zh", "en"), "除非双方同意，否则会议不公开。", "The meeting will be public only if both sides agree."),
        (("fr", "en"), "Sauf tempête, si le vent tombe, le bac part.", "Barring a storm, if the wind drops, it sails."),
        (("fr", "en"), "Il ne reste plus que trois bateaux.", "Only three boats are left."),
        (("en", "fr"), "He did not come only for the money.", "L’argent n’explique pas tout dans sa venue."),
        (("fr", "en"), "On n’a toujours pas ouvert la grotte.", "The cave has not been opened."),
        (("zh", "fr"), "他们似乎打算继续谈判。", "Il semble qu’ils veuillent poursuivre les pourparlers."),
        (("en", "fr"), "The bridge opens only after a second test.", "Le pont n’ouvre qu’après un second essai."),
        (("en", "zh"), "The fund holds some 400 paintings.", "基金会藏有四百余幅画。"),
        (("fr", "en"), "Le fonds détient 4 195 tableaux.", "The fund holds just under 4,200 paintings."),
        (("fr", "en"), "Il ne se présente pas, du moins pas cette fois.", "He does not stand this time."),
        (("zh", "fr"), "年满20岁者有投票权。", "Peuvent voter ceux qui ont au moins 20 ans."),
        (("zh", "fr"), "超出部分不予退还。", "L’excédent n’est pas remboursé."),
        (("en", "zh"), "The dispute, as everyone knew, goes on.", "如大家所料，争端仍在继续。"),
        (("en", "zh"), "It would take a storm for the ferry to stop.", "除非有风暴，否则渡轮不会停航。"),
        (("en", "zh"), "Short of a frost, the vines will bloom.", "除非有霜冻，否则葡萄藤会开花。"),
        (("en", "fr"), "But for the dog, he would be dead.", "Si le chien n’avait pas aboyé, il serait mort."),
        (("fr", "en"), "Les deux ponts sont fermés.", "The two bridges are closed."),
        (("en", "fr"), "On paper the two teams are strong.", "Sur le papier, les deux équipes sont fortes."),
        (("zh", "en"), "如无反对，会议将于周一开始。", "Barring objections, the meeting begins on Monday."),
        (("fr", "en"), "Les chiens ne sont admis que tenus en laisse.", "Dogs must be kept on a lead."),
        (("zh", "en"), "每人领取两只灯笼。", "Everyone gets two lanterns."),
        (("zh", "fr"), "多达62%的学生作了答复。", "Pas moins de 62 % des élèves ont répondu."),
        (("zh", "fr"), "在20个项目中，8个有培训构成部分。", "Sur l’ensemble des 20 projets, 8 ont un volet formation."),
        (("en", "fr"), "Not all the wells have been tested.", "Une partie des puits reste à analyser."),
        (("zh", "fr"), "急救一律優先，一般民眾要等。", "Les secours passent avant tout le reste, le public attendra."),
    ],
)
def test_the_same_limits_in_other_words(languages: tuple[str, str], official: str, rendering: str) -> None:
    """*Unless* is *if not*, *ne … plus que* an *only*, and *not … only* none; a rounded figure may be *nearly* so."""
    pair = make_pair(rendering, official, languages[1], languages[0])
    assert [one.reason for one in QualifierChecker().check(pair) if one.confidence >= 0.5] == []


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        (("en", "fr"), "The strike goes on unless wages rise.", "La grève continue si les salaires augmentent."),
        (("zh", "en"), "谣言毫无根据。", "There is little basis for the rumours."),
        (("zh", "fr"), "没有一个人离开大厅。", "Peu de gens ont quitté la salle."),
        (
            ("en", "fr"),
            "The story of the ghost ship is a lie.",
            "L’histoire du navire fantôme est en partie un mensonge.",
        ),
        (("en", "fr"), "Both boilers will be repaired in May.", "L’une des deux chaudières sera réparée en mai."),
        (("zh", "en"), "每人限领两只灯笼，上限不变。", "Each person gets at least two lanterns."),
    ],
)
def test_another_limit_is_told(languages: tuple[str, str], official: str, rendering: str) -> None:
    pair = make_pair(rendering, official, languages[1], languages[0])
    assert any(one.confidence >= 0.5 for one in QualifierChecker().check(pair))


@pytest.mark.parametrize(
    ("rendering", "official", "languages"),
    [
        ("Nous devrons peut-être fermer le puits.", "We may have to close the well.", "fr-en"),
        ("Interdiction de nourrir les cygnes.", "Visitors must not feed the swans.", "fr-en"),
        ("Les flottes patrouilleront ensemble dès mai.", "The fleets agreed to patrol together from May.", "fr-en"),
        ("La salle restera ouverte.", "The school said the hall would stay open.", "fr-en"),
        ("would build 20 schools by 2030", "Nous construirons 20 écoles d’ici à 2030.", "en-fr"),
        ("The harvest is likely to be late.", "收割可能推迟。", "en-zh"),
        ("谈判很可能破裂。", "The talks are likely to collapse.", "zh-en"),
        ("Le fleuve devrait déborder.", "The river is likely to flood.", "fr-en"),
        ("委員會三月已經核可。", "La commission l’a validé en mars.", "zh-fr"),
        ("Le Conseil engage vivement les villes à signer.", "理事会敦促各城市签署。", "fr-zh"),
        ("The flood threatens to reach the mill.", "洪水有可能淹到磨坊。", "en-zh"),
        ("La largeur ne peut dépasser 12 mètres.", "The width shall not exceed 12 metres.", "fr-en"),
    ],
)
def test_the_same_modal_in_other_words(rendering: str, official: str, languages: str) -> None:
    pair = make_pair(rendering, official, *languages.split("-"))
    assert not [one for one in ModalityChecker().check(pair) if one.confidence >= 0.5]


def test_a_service_is_no_duty() -> None:
    assert [hit for hit in modals("秘书处提供债务管理服务和财务资料。", "zh") if hit.cue.reading("duty")] == []


def test_who_may_have_to_need_not() -> None:
    pair = make_pair("Nous devrons fermer le puits.", "We may have to close the well.", "fr", "en")
    assert [one.official and one.official.of(pair.official) for one in ModalityChecker().check(pair)][:1] == ["may"]


@pytest.mark.parametrize(
    ("rendering", "official", "languages", "found"),
    [
        ("Le maire n’a jamais payé.", "The mayor has not always paid.", "fr-en", True),
        ("Le maire n’a pas toujours payé.", "The mayor has never paid.", "fr-en", True),
        ("The trains are never late.", "火车并不总是晚点。", "en-zh", True),
        ("Les trains ne sont pas toujours à l’heure.", "The trains are not always on time.", "fr-en", False),
        ("Le maire n’a jamais payé.", "The mayor has never paid.", "fr-en", False),
        ("Rien n’est réglé.", "Not everything is settled.", "fr-en", True),
        ("Nothing is settled.", "并非一切都已解决。", "en-zh", True),
        ("Tout n’est pas réglé.", "Not everything is settled.", "fr-en", False),
    ],
)
def test_not_always_for_never(rendering: str, official: str, languages: str, found: bool) -> None:
    pair = make_pair(rendering, official, *languages.split("-"))
    sides = qualifiers(*pair.texts[0]), qualifiers(*pair.texts[1])
    assert bool(list(not_always_for_never(pair, sides))) == found


@pytest.mark.parametrize(
    ("rendering", "official", "languages", "found"),
    [
        ("He will not come.", "他未必會來。", "en-zh", True),
        ("這不是濫用。", "That is not necessarily abuse.", "zh-en", True),
        ("Ce n’est pas nécessairement un abus.", "This is not abuse.", "fr-en", True),
        ("這未必是濫用。", "That is not necessarily abuse.", "zh-en", False),
        ("這不等於濫用。", "That is not necessarily abuse.", "zh-en", False),
        ("It does not follow that the ferry is safe.", "渡轮未必安全。", "en-zh", False),
        ("Cheap is not always best.", "便宜未必最好。", "en-zh", False),
        ("I am not sure he will come.", "他未必會來。", "en-zh", False),
    ],
)
def test_not_necessarily_for_not(rendering: str, official: str, languages: str, found: bool) -> None:
    assert bool(list(not_necessarily_for_not(make_pair(rendering, official, *languages.split("-"))))) == found


@pytest.mark.parametrize(
    ("rendering", "official", "languages", "found"),
    [
        ("Si les essais sont bons, nous vendrons la barge.", "无论试验如何，我们都会出售驳船。", "fr-zh", True),
        ("Quels que soient les essais, nous vendrons la barge.", "If the trials go well, we will sell the barge.",
         "fr-en", True),
        ("If the trials go well, we will sell it.", "Quels que soient les essais, nous la vendrons.", "en-fr", True),
        ("Quels que soient les essais, nous vendrons la barge.", "无论试验如何，我们都会出售驳船。", "fr-zh", False),
        ("Même si les essais échouent, nous la vendrons.", "No matter how the trials go, we will sell it.",
         "fr-en", False),
        ("无论是否下雨，我们都会出航。", "If it rains, we will sail. If it does not, we will have sailed anyway.",
         "zh-en", False),
        ("Nous ne savons pas si la barge sera vendue.", "We do not know whether the barge will be sold.",
         "fr-en", False),
    ],
)  # fmt: skip
def test_if_for_whatever(rendering: str, official: str, languages: str, found: bool) -> None:
    pair = make_pair(rendering, official, *languages.split("-"))
    assert any("sets a condition" in one.reason for one in QualifierChecker().check(pair)) == found


@pytest.mark.parametrize(
    ("rendering", "official", "languages"),
    [
        ("une école à moins de dix minutes de chaque maison", "距每户十分钟之内有一所学校", "fr-zh"),
        ("une gare à moins de 5 km du village", "a station within 5 km of the village", "fr-en"),
        ("Aucune ville, si riche soit-elle, n'y échappe.", "任何城市，无论多么富裕，都不能幸免。", "fr-zh"),
        ("Si grands que soient les frais, nous paierons.", "However great the cost, we shall pay.", "fr-en"),
    ],
)
def test_what_looks_like_a_condition_is_none(rendering: str, official: str, languages: str) -> None:
    pair = make_pair(rendering, official, *languages.split("-"))
    assert not any("condition" in one.reason for one in QualifierChecker().check(pair))
    assert any(hit.cue.asks_as("unless") for hit in qualifiers("Rien ne bougera, à moins de payer.", "fr"))


def test_parts_of_a_region_are_no_limit_of_degree() -> None:
    """部分地 is *partially*, but not within 部分地区."""
    assert "部分地" in [hit.cue.text for hit in qualifiers("项目部分地完成。", "zh")]
    assert "部分地" not in [hit.cue.text for hit in qualifiers("该省部分地区停电。", "zh")]
