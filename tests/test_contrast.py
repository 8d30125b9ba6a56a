"""Contrasts whose two sides changed places."""

from __future__ import annotations

import pytest

from polyglot_news.compare.operators.contrast import affirmed, exchanged
from polyglot_news.compare.pair import make_pair


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("en-fr", "It is a loan, not a gift.", "Il s’agit d’un don et non d’un prêt."),
        ("en-fr", "It isn't a gift; it's a loan.", "Il s’agit d’un don et non d’un prêt."),
        ("fr-en", "Ce n’est pas un attentat, c’est un accident.", "This was an attack, and not an accident."),
        (
            "fr-en",
            "L’incendie est parti du toit, et non de la cave.",
            "The fire started in the cellar, not on the roof.",
        ),
        ("zh-en", "火灾起于屋顶,而非地下室。", "The fire started in the basement, not on the roof."),
        ("zh-fr", "这是贷款,并非捐款。", "Il s’agit d’un don et non d’un prêt."),
        ("en-zh", "It was a lockout, not a strike.", "这是罢工,而不是停工。"),
    ],
)
def test_a_contrast_turned_round_is_found(languages: str, rendering: str, official: str) -> None:
    assert exchanged(make_pair(rendering, official, *languages.split("-"))) is not None


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("en-fr", "It is a gift, not a loan.", "Il s’agit d’un don et non d’un prêt."),
        ("en-fr", "It isn't a loan; it's a gift.", "Il s’agit d’un don et non d’un prêt."),
        ("fr-en", "Ce n’est pas un accident, c’est un attentat.", "This was an attack, and not an accident."),
        ("zh-en", "火灾起于地下室,而非屋顶。", "The fire started in the basement, not on the roof."),
        ("zh-fr", "这是捐款,并非贷款。", "Il s’agit d’un don et non d’un prêt."),
        (
            "en-zh",
            "However, this is not really the case, since the rules differ.",
            "然而,实际情况并非如此,因为规则不同。",
        ),
        (
            "en-fr",
            "all writers, including but not limited to journalists",
            "tous les auteurs, y compris, mais non exclusivement, les journalistes",
        ),
    ],
)
def test_a_contrast_that_stands_is_left(languages: str, rendering: str, official: str) -> None:
    assert exchanged(make_pair(rendering, official, *languages.split("-"))) is None


@pytest.mark.parametrize(
    ("languages", "rendering", "official", "out"),
    [
        (
            "fr-en",
            "La hausse des loyers tient à l'immigration.",
            "The rise in rents reflects a shortage of land rather than immigration.",
            "immigration",
        ),
        (
            "en-zh",
            "The cause of the accident was ageing equipment.",
            "事故的原因是操作失误，而不是设备老化。",
            "设备老化",
        ),
        ("zh-en", "这是礼物。", "This is a loan rather than a gift.", "a gift"),
        (
            "fr-en",
            "C'est la sécheresse qui a ruiné nos agriculteurs.",
            "It is not the drought but the imports that ruined our farmers.",
            "the drought",
        ),
    ],
)
def test_what_is_rejected_is_affirmed(languages: str, rendering: str, official: str, out: str) -> None:
    found = affirmed(make_pair(rendering, official, *languages.split("-")))
    assert found is not None
    assert found.out.of(official) == out


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        (
            "fr-en",
            "La hausse des loyers tient au manque de terrains.",
            "The rise in rents reflects a shortage of land rather than immigration.",
        ),
        (
            "fr-en",
            "La hausse des loyers ne tient sans doute pas à l'immigration.",
            "The rise in rents reflects a shortage of land rather than immigration.",
        ),
        ("zh-en", "这不是礼物。", "This is a loan rather than a gift."),
        ("en-fr", "We would sooner have judges than soldiers.", "Nous voulons des juges plutôt que des soldats."),
        (
            "fr-en",
            "La soupe leur a sans doute déplu.",
            "They may not have liked the soup, but that is another matter.",
        ),
    ],
)
def test_what_is_kept_or_rejected_in_other_words_is_not(languages: str, rendering: str, official: str) -> None:
    assert affirmed(make_pair(rendering, official, *languages.split("-"))) is None
