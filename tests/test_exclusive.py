"""Shapes of a sentence that exclude each other."""

from __future__ import annotations

import pytest

from polyglot_news import compare
from polyglot_news.compare.operators.exclusive import changed_shapes
from polyglot_news.compare.pair import make_pair


def changed(rendering: str, official: str, languages: str) -> bool:
    """``languages`` is rendering-official, "en-zh"."""
    return changed_shapes(make_pair(rendering, official, *languages.split("-"))) is not None


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("en-fr", "The tower is as tall as the church.", "La tour est plus haute que l'église."),
        ("zh-en", "塔与教堂一样高。", "The tower is taller than the church."),
        ("fr-zh", "La tour est aussi haute que l'église.", "塔比教堂高。"),
        ("en-fr", "The ferry is no longer running.", "Le bac ne circule pas encore."),
        ("zh-fr", "渡轮尚未恢复航行。", "Le bac ne navigue plus."),
        ("fr-en", "La loi n'est plus en vigueur.", "The law is not yet in force."),
    ],
)
def test_another_shape_is_found(languages: str, rendering: str, official: str) -> None:
    assert changed(rendering, official, languages)


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("en-fr", "The tower is taller than the church.", "L'église n'est pas aussi haute que la tour."),
        ("en-zh", "Whoever earns less than ten thousand pays nothing, as before.", "收入不足一万者，与以往一样免缴。"),
        ("en-fr", "The ferry is not yet running.", "Le bac ne circule toujours pas."),
        # No longer and not yet are said of two things.
        ("fr-en", "Le sel ne se vend plus ; l'huile reste autorisée.", "No one has yet banned the oil."),
    ],
)
def test_the_same_said_otherwise_is_none(languages: str, rendering: str, official: str) -> None:
    assert not changed(rendering, official, languages)


def test_it_is_reported() -> None:
    found = compare("The tower is as tall as the church.", "La tour est plus haute que l'église.")
    assert [one.reason for one in found.divergences] == [
        "The official text says “plus haute que”, the article “as tall as”."
    ]


def test_an_attempt_is_not_the_deed() -> None:
    found = compare("Des braconniers ont abattu deux éléphants.", "Poachers tried to kill two elephants.")
    assert "The official text tells of an attempt (“tried to”), the article that it was done." in [
        one.reason for one in found.divergences
    ]
    told = compare("Des braconniers ont essayé d'abattre deux éléphants.", "Poachers tried to kill two elephants.")
    assert told.verdict == "faithful"
