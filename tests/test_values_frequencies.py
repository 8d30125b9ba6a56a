from __future__ import annotations

import pytest

from polyglot_news.values import find_values
from polyglot_news.values.frequencies import describe_frequency, find_frequencies, same_frequency


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "The pumps are checked twice a month.", "twice a month"),
        ("en", "The pumps are checked every three weeks.", "once every 3 weeks"),
        ("en", "The pumps are checked every other day.", "once every 2 days"),
        ("en", "Every year the panel, in Oslo, meets.", "once a year"),
        ("en", "Each month the panel meets four times.", "4 times a month"),
        ("en", "a half-yearly review", "twice a year"),
        ("fr", "Les pompes sont vérifiées deux fois par mois.", "twice a month"),
        ("fr", "Les pompes sont vérifiées une fois toutes les trois semaines.", "once every 3 weeks"),
        ("fr", "un jour sur deux", "once every 2 days"),
        ("fr", "le contrôle est réduit à deux fois par mois", "twice a month"),
        ("fr", "tous les quinze jours", "once every 14 days"),
        ("fr", "un bilan semestriel", "twice a year"),
        ("fr", "une fois par semestre", "once a semester"),
        ("zh", "水泵每月检查两次。", "twice a month"),
        ("zh", "水泵每三周检查一次。", "once every 3 weeks"),
        ("zh", "每隔一天检查一次", "once every 2 days"),
        ("zh", "四年一度的大会", "once every 4 years"),
        ("zh", "每半年一次", "once every half year"),
        ("zh", "這份報告每 6 個月更新一次。", "once every 6 months"),
    ],
)
def test_what_says_how_often_is_read(language: str, text: str, told: str) -> None:
    assert [describe_frequency(one) for one in find_frequencies(text, language)] == [told]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "two to three times a week"),
        ("en", "She has been there twice, a year ago."),
        ("en", "1,200 times a day"),
        ("en", "Every minute counts."),
        ("en", "He writes for the Daily Chronicle."),
        ("fr", "deux à trois fois par semaine"),
        ("fr", "tous les jours fériés"),
        ("fr", "toutes les heures de cours"),
        ("fr", "un habitant sur deux"),
        ("zh", "第三季度"),
        ("zh", "三年来发生两次事故"),
        ("zh", "每秒"),
    ],
)
def test_what_does_not_say_how_often_is_left(language: str, text: str) -> None:
    assert find_frequencies(text, language) == []


@pytest.mark.parametrize(
    ("languages", "one", "two", "same"),
    [
        ("en-fr", "every six months", "deux fois par an", True),
        ("fr-zh", "chaque trimestre", "每年四次", True),
        ("zh-en", "每天四次", "every six hours", True),
        ("zh-en", "每隔四小时", "every four hours", True),
        ("en-fr", "twice a month", "toutes les deux semaines", True),
        ("en-fr", "biannual", "bisannuelle", True),
        ("en-fr", "twice a week", "une fois toutes les deux semaines", False),
        ("zh-en", "每两周一次", "twice a week", False),
        ("fr-zh", "tous les deux ans", "每年两次", False),
    ],
)
def test_equal_frequencies_are_told_in_many_ways(languages: str, one: str, two: str, same: bool) -> None:
    first, second = languages.split("-")
    assert same_frequency(find_frequencies(one, first)[0], find_frequencies(two, second)[0]) is same


@pytest.mark.parametrize(
    ("language", "text", "per"),
    [
        ("en", "three flights a day", "day"),
        ("en", "five tonnes of waste per week", "week"),
        ("en", "Two people were held a day later.", None),
        ("fr", "trois vols par jour", "day"),
        ("fr", "trois vols le jour suivant", None),
    ],
)
def test_a_rate_may_stand_after_what_is_counted(language: str, text: str, per: str | None) -> None:
    assert find_values(text, language)[0].per == per
