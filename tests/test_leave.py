"""Leave, duty and ban: what one need not do is not what one must not do."""

from __future__ import annotations

import pytest

from polyglot_news.compare.modality import ModalityChecker
from polyglot_news.compare.operators.leave import leave_changed
from polyglot_news.compare.pair import make_pair


@pytest.mark.parametrize(
    ("rendering", "official", "languages", "found"),
    [
        ("Visitors must not show a passport.", "Les visiteurs ne sont pas obligés de présenter un passeport.", "en-fr",
         ("must not", "ne sont pas obligés")),
        ("Les conducteurs ne sont pas tenus de quitter le pont.", "Drivers may not leave the bridge.", "fr-en",
         ("ne sont pas tenus", "may not")),
        ("商户不得出示收据。", "Shopkeepers need not show a receipt.", "zh-en", ("不得", "need not")),
        ("Les élèves doivent apporter un parapluie.", "Pupils may bring an umbrella.", "fr-en", ("doivent", "may")),
        ("Pupils may bring an umbrella.", "学生必须带雨伞。", "en-zh", ("may", "必须")),
        ("Ideally pupils bring an umbrella.", "学生必须带雨伞。", "en-zh", ("Ideally", "必须")),
        ("Members must read the minutes.", "社员有权查看会议记录。", "en-zh", ("must", "有权")),
        ("Les élèves ont l’obligation de voter.", "Pupils have the right to vote.", "fr-en",
         ("l’obligation de", "have the right to")),
        ("Il est interdit aux élèves de dormir ici.", "Pupils may sleep here.", "fr-en", ("interdit", "may")),
        ("物价没必要再上涨。", "Il ne faut pas que les prix montent.", "zh-fr", ("没必要", "Il ne faut pas que")),
        ("Diving is banned in the harbour.", "Il est déconseillé de plonger dans le port.", "en-fr",
         ("banned", "déconseillé")),
    ],
)  # fmt: skip
def test_leave_duty_and_ban_are_told_apart(
    rendering: str, official: str, languages: str, found: tuple[str, str]
) -> None:
    pair = make_pair(rendering, official, *languages.split("-"))
    assert [(a.span.of(rendering), b.span.of(official)) for a, b in leave_changed(pair)] == [found]
    assert [one.kind for one in ModalityChecker().check(pair) if one.confidence >= 0.8] == ["modality"]


@pytest.mark.parametrize(
    ("rendering", "official", "languages"),
    [
        ("商户无须出示收据。", "Shopkeepers need not show a receipt.", "zh-en"),
        ("N’ayez crainte : il ne faut pas paniquer.", "There is no need to panic.", "fr-en"),
        ("说到底，没必要自欺欺人。", "Au bout du compte, il ne faut pas se mentir.", "zh-fr"),
        ("任何人不得被迫作证。", "Nobody can be made to testify; they cannot be compelled to.", "zh-en"),
        ("Pupils must show a pass first.", "学生先出示证件，才可以进场。", "en-zh"),
        ("Pupils must bring an umbrella.", "学生应该带雨伞。", "en-zh"),
        ("Pupils should bring an umbrella.", "Les élèves devraient apporter un parapluie.", "en-fr"),
        ("Nul ne devrait avoir à choisir.", "No pupil should have to choose.", "fr-en"),
        ("Un élève ne devrait pas avoir à choisir.", "A pupil should not have to choose.", "fr-en"),
        ("Schools must let pupils vote.", "学生有权投票。", "en-zh"),
        ("Pupils have no right to vote.", "学生不得投票。", "en-zh"),
        ("Only pupils may sleep here.", "Il est interdit de dormir ici, sauf aux élèves.", "en-fr"),
        ("Managers must open the books.", "社员有权要求经理公开账目。", "en-zh"),
        ("Do we need umbrellas? Pupils need not bring any.", "要不要带伞？学生不必带。", "en-zh"),
    ],
)
def test_the_same_leave_is_silent(rendering: str, official: str, languages: str) -> None:
    assert not list(leave_changed(make_pair(rendering, official, *languages.split("-"))))
