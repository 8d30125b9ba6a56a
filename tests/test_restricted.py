"""Restricting words that were dropped or put in."""

from __future__ import annotations

import pytest

from polyglot_news.compare.operators.restricting import opposes
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.restricted import RestrictedChecker
from polyglot_news.text import Span


@pytest.mark.parametrize(
    ("languages", "official", "rendering", "kind"),
    [
        (("zh", "en"), "对合格的出口申请,我们都会批准。", "Every export application will be approved.", "qualifier"),
        (("zh", "fr"), "调查没有发现重大缺陷。", "L'enquête n'a révélé aucun défaut.", "qualifier"),
        (("fr", "zh"), "Le gérant porte une responsabilité morale.", "经理负有刑事责任。", "meaning"),
        (("zh", "en"), "我们不会“一刀切”地关闭煤矿。", "We will not close the coal mines.", "qualifier"),
        (
            ("en", "fr"),
            "The police showed the alleged stolen paintings.",
            "La police a montré les tableaux volés.",
            "qualifier",
        ),
        (
            ("fr", "en"),
            "Ils ont signé un accord provisoire sur le blé.",
            "They signed an agreement on wheat.",
            "qualifier",
        ),
        (("en", "zh"), "We want an independent inquiry into the flood.", "我们希望对洪水进行调查。", "qualifier"),
        (("zh", "en"), "外商在岛上开办营利性医院。", "Foreign firms open hospitals on the island.", "qualifier"),
        (("zh", "en"), "非营利剧院可以申请补助。", "Theatres may apply for a grant.", "qualifier"),
        (("en", "fr"), "We saw no systematic fraud.", "Nous n'avons vu aucune fraude.", "qualifier"),
        (("fr", "en"), "Il n'y a aucun lien direct avec l'usine.", "There is no link with the plant.", "qualifier"),
        (("zh", "fr"), "所谓改革已经失败。", "La réforme a échoué.", "qualifier"),
        (("zh", "en"), "所谓产能过剩不是原因。", "Overcapacity is not the cause.", "qualifier"),
    ],
)
def test_a_restriction_lost_is_told(languages: tuple[str, str], official: str, rendering: str, kind: str) -> None:
    pair = make_pair(rendering, official, languages[1], languages[0])
    assert [one.kind for one in RestrictedChecker().check(pair)] == [kind]


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        (
            ("zh", "en"),
            "对合格的出口申请,我们都会批准。",
            "Every export application that meets the criteria will be approved.",
        ),
        (
            ("zh", "en"),
            "我今天说不准，要等两次化验合格才能开放。",
            "I can't give a date: we need two clean tests first.",
        ),
        (("zh", "fr"), "调查没有发现重大缺陷。", "L'enquête n'a pas révélé de défaut sérieux."),
        (("zh", "en"), "我们不会“一刀切”地关闭煤矿。", "We will not close all coal mines at once."),
        (("en", "fr"), "The strike caused serious delays.", "La grève a causé des retards."),
        (("en", "fr"), "We saw systematic fraud.", "Nous avons vu une fraude."),
        (("en", "fr"), "We saw no systematic fraud.", "Nous n'avons pas vu de fraude à grande échelle."),
        (("fr", "en"), "La guerre civile n'est pas finie.", "The war within the country is not over."),
        (("fr", "zh"), "Le gérant porte une responsabilité pénale.", "经理负有刑事责任。"),
        (("zh", "en"), "外商在岛上开办营利性医院。", "Foreign firms open private hospitals on the island."),
        (("en", "fr"), "Non-profit groups may apply.", "Les associations caritatives peuvent postuler."),
        (("fr", "zh"), "La Cour n'a pas certifié les comptes.", "法院没有核证账目。"),
        (("en", "fr"), "They built a so-called garden city.", "Ils ont construit une « cité-jardin »."),
        (("zh", "en"), "三人在据称由该团伙实施的抢劫中受伤。", "Three were hurt in robberies attributed to the gang."),
        (("zh", "fr"), "他们没有给出确切日期。", "Ils n'ont pas donné de date ferme."),
        (("fr", "en"), "Le boulanger est en détention provisoire.", "The baker is in pretrial detention."),
        (("en", "fr"), "They spoke of the so-called A routes.", "Ils ont parlé des fameuses routes A."),
        (("en", "zh"), "We are not independent of the law.", "我们并非独立于法律。"),
        (("zh", "fr"), '他们那个"专家报告"毫无价值。', "Leur prétendu rapport d'experts ne vaut rien."),
    ],
)
def test_what_is_said_otherwise_or_claims_the_same_is_none(
    languages: tuple[str, str], official: str, rendering: str
) -> None:
    pair = make_pair(rendering, official, languages[1], languages[0])
    assert not list(RestrictedChecker().check(pair))


@pytest.mark.parametrize(
    ("text", "opposed"), [("桥通了，但路没通。", True), ("不但桥通了，路也通了。", False), ("但愿桥通了。", False)]
)
def test_what_sets_one_thing_against_another(text: str, *, opposed: bool) -> None:
    assert opposes(text, "zh") is opposed


def test_a_quote_that_begins_behind_so_called_drops_it() -> None:
    official = "We know that the so-called overcapacity is not the cause of the shortage."
    pair = make_pair(
        "La surcapacité n'est pas la cause de la pénurie.",
        official,
        "fr",
        "en",
        core=Span(official.index("overcapacity"), len(official)),
    )
    assert [one.kind for one in RestrictedChecker().check(pair)] == ["qualifier"]
