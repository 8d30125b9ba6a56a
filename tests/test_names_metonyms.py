"""Festivals put in each other's place, and capitals and seats that stand for a government."""

from __future__ import annotations

import pytest

from polyglot_news.compare import compare

MARKET = {
    "en": "The market opens again after {}.",
    "fr": "Le marché rouvrira après {}.",
    "zh": "市场将在{}之后重新开放。",
}
DENIED = {
    "en": "{} denied the claim on Monday.",
    "fr": "{} a démenti lundi cette affirmation.",
    "zh": "{}周一否认了这一说法。",
}


def names_differ(frame: dict[str, str], one: str, language: str, two: str, other: str) -> bool:
    found = compare(
        frame[language].format(one), frame[other].format(two), rendering_language=language, official_language=other
    )
    return any(divergence.kind == "name" for divergence in found.divergences)


@pytest.mark.parametrize(
    ("one", "language", "two", "other", "expected"),
    [
        ("the Mid-Autumn Festival", "en", "春节", "zh", True),
        ("the Dragon Boat Festival", "en", "la fête du Printemps", "fr", True),
        ("la fête nationale", "fr", "清明节", "zh", True),
        ("Eid al-Fitr", "en", "l’Aïd el-Kébir", "fr", True),
        ("斋月", "zh", "Easter", "en", True),
        ("the Mid-Autumn Festival", "en", "中秋", "zh", False),
        ("Lunar New Year", "en", "la fête du Printemps", "fr", False),
        ("le Têt", "fr", "春节", "zh", False),
        ("la fête nationale", "fr", "国庆节", "zh", False),
        # A national day may be a day of independence, and a holiday without a name any.
        ("Independence Day", "en", "la fête nationale", "fr", False),
        ("Bastille Day", "en", "la fête nationale", "fr", False),
        ("the festival", "en", "元宵节", "zh", False),
        ("Eid", "en", "开斋节", "zh", False),
        ("New Year", "en", "春节", "zh", False),
    ],
)
def test_festivals(one: str, language: str, two: str, other: str, expected: bool) -> None:
    assert names_differ(MARKET, one, language, two, other) is expected


@pytest.mark.parametrize(
    ("one", "language", "two", "other", "expected"),
    [
        ("Moscow", "en", "Le Kremlin", "fr", False),
        ("Paris", "fr", "The Élysée", "en", False),
        ("唐宁街", "zh", "London", "en", False),
        ("Washington", "fr", "The Pentagon", "en", False),
        ("Brussels", "en", "欧盟委员会", "zh", False),
        ("Strasbourg", "fr", "The European Parliament", "en", False),
        ("中国外交部", "zh", "Beijing", "en", False),
        ("Paris", "fr", "Downing Street", "en", True),
        ("Washington", "en", "克里姆林宫", "zh", True),
        ("Londres", "fr", "The Pentagon", "en", True),
    ],
)
def test_a_capital_stands_for_its_government(one: str, language: str, two: str, other: str, expected: bool) -> None:
    assert names_differ(DENIED, one, language, two, other) is expected
