"""Things of a kind: what the table holds, and what stands in the place of something else."""

from __future__ import annotations

from importlib import resources

import pytest

from polyglot_news import compare
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.words.kinds import concepts, named

FOLDER = resources.files("polyglot_news") / "data" / "kinds"
LINES = [
    line
    for path in FOLDER.iterdir()
    if path.name.endswith(".tsv") and path.name != "akin.tsv"
    for line in path.read_text(encoding="utf-8").splitlines()
]


def exchanged(rendering: str, official: str, languages: tuple[str, str]) -> list[tuple[str, str]]:
    found = named(make_pair(rendering, official, *languages)).exchanged
    return [(one.rendering.of(rendering), one.official.of(official)) for one in found]


def test_each_line_is_a_thing_with_words_of_three_languages() -> None:
    assert len(LINES) > 5_000
    for line in LINES:
        cells = line.split("\t")
        assert len(cells) == 4, line
        for cell in cells[1:]:
            assert any(filter(None, cell.replace("||", "|").split("|"))), line
            assert cell.count("||") <= 1, line
        assert cells[0] == cells[0].strip().lower(), line


def test_akin_are_things_of_the_table() -> None:
    names = {concept.name for concept in concepts()}
    for line in (FOLDER / "akin.tsv").read_text(encoding="utf-8").splitlines():
        one, other = line.split("\t")
        assert one != other
        assert {one, other} <= names, line


@pytest.mark.parametrize(
    ("rendering", "official", "languages", "words"),
    [
        ("Seven gulls died of it.", "七只野鸭死于此病。", ("en", "zh"), ("gulls", "野鸭")),
        ("Le berger a donné l'alerte.", "A hunter raised the alarm.", ("fr", "en"), ("berger", "hunter")),
        (
            "请到门诊部检测。",
            "Come to the emergency department for a test.",
            ("zh", "en"),
            ("门诊部", "emergency department"),
        ),
    ],
)
def test_one_thing_for_another_is_told(
    rendering: str, official: str, languages: tuple[str, str], words: tuple[str, str]
) -> None:
    assert exchanged(rendering, official, languages) == [words]
    found = compare(rendering, official, rendering_language=languages[0], official_language=languages[1])
    assert found.verdict == "divergent"


@pytest.mark.parametrize(
    ("rendering", "official", "languages"),
    [
        ("Seven gulls died of it.", "七只海鸥死于此病。", ("en", "zh")),
        ("Le berger et le chasseur ont donné l'alerte.", "A hunter and a shepherd raised the alarm.", ("fr", "en")),
        ("Le berger a donné l'alerte.", "A man raised the alarm.", ("fr", "en")),
    ],
)
def test_what_both_texts_name_is_not_exchanged(rendering: str, official: str, languages: tuple[str, str]) -> None:
    assert exchanged(rendering, official, languages) == []


def test_only_the_part_that_is_quoted_counts() -> None:
    official = "A hunter called the police, and the shepherd put out the fire."
    pair = make_pair("Le berger a éteint l'incendie.", official, "fr", "en")
    assert named(pair).untold[1] != ()
    assert named(pair).exchanged == ()


def test_a_proper_name_for_another_is_a_name() -> None:
    rendering, official = "The factory in Bourges will close in June.", "沃苏勒的工厂将于六月关闭。"
    found = compare(rendering, official, rendering_language="en", official_language="zh")
    assert [(one.kind, one.reason) for one in found.divergences if one.settled] == [
        ("name", "The official text says “沃苏勒” (Vesoul) where the quote says “Bourges”.")
    ]


@pytest.mark.parametrize(
    ("rendering", "official"),
    [
        ("Rents rose slightly.", "Les loyers ont flambé."),
        ("Les loyers ont légèrement augmenté.", "房租大幅上涨。"),
        ("The levy will be phased in gradually.", "征费将一次性实行。"),
        ("The truce was extended.", "La trêve a expiré."),
        ("Le navire s'est échoué.", "The ship sank."),
    ],
)
def test_a_claim_of_the_news_is_certain(rendering: str, official: str) -> None:
    assert compare(rendering, official).verdict == "divergent"


@pytest.mark.parametrize(
    ("rendering", "official"),
    [
        ("Rents rose sharply.", "Les loyers ont flambé."),
        ("Les loyers ont peu augmenté.", "房租略有上涨。"),
        ("The agreement was signed and ratified on Monday.", "L'accord a été ratifié lundi."),
    ],
)
def test_a_claim_in_other_words_is_none(rendering: str, official: str) -> None:
    words = make_pair(rendering, official)
    assert not [one for one in named(words).exchanged if all(thing.certain for thing in one.things)]
