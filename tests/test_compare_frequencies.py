from __future__ import annotations

import pytest

from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.compare.numbers import NumberChecker
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.qualifiers import QualifierChecker
from polyglot_news.text import Span


def check(rendering: str, official: str, languages: str, core: Span | None = None) -> list[Divergence]:
    """``languages`` is rendering-official, "en-zh"."""
    one, two = languages.split("-")
    pair = Pair(rendering=rendering, official=official, rendering_language=one, official_language=two, core=core)
    return [found for found in NumberChecker().check(pair) if found.confidence >= 0.5]


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        (
            "en-fr",
            "The pumps are checked twice a week.",
            "Les pompes sont vérifiées une fois toutes les deux semaines.",
        ),
        ("fr-en", "Le bilan paraît tous les deux ans.", "The review comes out twice a year."),
        ("zh-en", "委员会每四年开会一次。", "The committee meets four times a year."),
        ("en-zh", "The staff are tested once a week.", "员工每天检测一次。"),
        ("zh-fr", "报告每月提交。", "Le rapport est remis chaque trimestre."),
        ("en-fr", "We receive three calls a week.", "Nous recevons trois appels par jour."),
        ("fr-zh", "Le conseil se réunit chaque semaine.", "理事会每周开会两次。"),
    ],
)
def test_a_changed_frequency_is_found(languages: str, rendering: str, official: str) -> None:
    assert [found.severity for found in check(rendering, official, languages)] == ["critical"]


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("en-fr", "The figures come out every six months.", "Les chiffres paraissent deux fois par an."),
        ("zh-fr", "报告每季度提交一次。", "Le rapport est remis quatre fois par an."),
        ("zh-en", "每天更新四次。", "We update it every six hours."),
        ("en-zh", "Samples are taken hourly.", "每小时取样一次。"),
        ("en-fr", "They pay 100 euros a month.", "Ils paient 1 200 euros par an."),
        (
            "en-fr",
            "The monthly dues are 30 euros, the fee 5 euros a week.",
            "30 euros par mois, et 5 euros hebdomadaires.",
        ),
        ("fr-zh", "Chaque semaine, il y a deux réunions du conseil.", "理事会每周开会两次。"),
        ("en-zh", "The crew is trained twice every 24 months.", "机组每24个月必须参加训练,次数为两次。"),
        ("en-fr", "The newspaper ran it this week, not daily.", "Le quotidien l’a publié cette semaine."),
        (
            "en-fr",
            "The office puts out four bulletins a year.",
            "Le bureau fait paraître un bulletin tous les trois mois.",
        ),
        ("fr-en", "Deux visites par an sont prévues dans chaque mine.", "Every six months each mine is to be visited."),
        ("zh-en", "该局每三个月公布一份简报。", "The bureau puts out four bulletins a year."),
        ("en-zh", "The bureau puts out a bulletin every three months.", "该局每年公布四份简报。"),
    ],
)
def test_a_frequency_said_otherwise_is_none(languages: str, rendering: str, official: str) -> None:
    assert check(rendering, official, languages) == []


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        (
            "en-zh",
            "We check the dam every month and brief residents every month.",
            "我们定期检查大坝,每月向居民通报一次。",
        ),
        ("fr-en", "Les puits sont nettoyés chaque semaine.", "The wells are cleaned regularly."),
        ("zh-fr", "委员会定期开会。", "Le comité se réunit chaque trimestre."),
    ],
)
def test_regularly_is_not_every_week(languages: str, rendering: str, official: str) -> None:
    assert [found.severity for found in check(rendering, official, languages)] == ["major"]


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        (
            "en-zh",
            "We check the dam regularly and brief residents every month.",
            "我们定期检查大坝,每月向居民通报一次。",
        ),
        ("fr-en", "Les puits sont nettoyés à intervalles réguliers.", "The wells are cleaned regularly."),
        ("fr-en", "Il change de ce qu’on voit chaque jour.", "It differs from regular everyday life."),
    ],
)
def test_regularly_said_otherwise_is_no_change(languages: str, rendering: str, official: str) -> None:
    assert check(rendering, official, languages) == []


def test_a_frequency_that_the_quote_cut_off_is_not_compared() -> None:
    official = "Le conseil se réunit chaque semaine. Il publie ses avis deux fois par an."
    assert check("The council meets every week.", official, "en-fr", Span(0, 36)) == []


@pytest.mark.parametrize(
    ("rendering", "official"),
    [
        ("The pumps are inspected quarterly.", "Les pompes sont inspectées chaque trimestre."),
        ("The pumps are inspected twice a year.", "Les pompes sont inspectées tous les six mois."),
    ],
)
def test_the_each_of_a_frequency_is_no_quantity(rendering: str, official: str) -> None:
    assert not list(QualifierChecker().check(make_pair(rendering, official, "en", "fr")))
