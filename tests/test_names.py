from __future__ import annotations

import time

import pytest

from polyglot_news.errors import LanguageError
from polyglot_news.names import find_names, name_similarity, table_names
from polyglot_news.speakers.attribution import agreement


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "en",
            "On Monday, President Emmanuel Macron met Ursula von der Leyen.",
            ["Emmanuel Macron", "Ursula von der Leyen"],
        ),
        ("en", "The UN and NATO met. Who told us that it is so?", ["UN", "NATO"]),
        ("en", "Some people in Turkey eat turkey; Chinese and Russians agree.", ["Turkey", "Chinese", "Russians"]),
        ("en", "Prime Minister Jean Dupont spoke in English.", ["Jean Dupont", "English"]),
        ("en", "Yesterday the Minister of Foreign Affairs spoke.", []),
        ("fr", "Le président Vladimir Poutine est à Moscou, dit l'ONU.", ["Vladimir Poutine", "Moscou", "ONU"]),
        ("fr", "Les Chinoises et la presse italienne.", ["Chinoises", "italienne"]),
        ("fr", "Selon Jean-Pierre Durand, l'Otan hésite.", ["Jean-Pierre Durand", "Otan"]),
        ("zh", "法国总统马克龙会见了冯德莱恩。", ["法国", "马克龙", "冯德莱恩"]),
        ("zh", "聯合國秘書長古特雷斯在基輔。", ["聯合國秘書長", "古特雷斯", "基輔"]),
        ("zh", "美方代表德斯蒙·德尚（Desmond Deschamps）说", ["美方", "德斯蒙·德尚", "Desmond Deschamps"]),
        ("zh", "伦敦德里的市民", ["伦敦德里"]),
        ("zh", "往布里昂松的列车", []),
        ("en", "She met Lin Szu-yuan there.", ["Lin Szu-yuan"]),
        ("en", "She met a New York-based firm.", ["New York"]),
        ("zh", "往里昂的列车", ["里昂"]),
        ("zh", "山西太原的市民", ["山西", "太原"]),
        ("zh", "在泽西以南海域被扣", []),
        ("zh", "在南海海域被扣", ["南海"]),
        ("zh", "双方提出新方案，新方表示赞同", ["新方"]),
        ("zh", "中方面临压力，胜利方和法方面向媒体，资格方面没有问题", ["中方"]),
        ("zh", "日本海岸警卫队的船在黑海上空", ["日本", "黑海"]),
        ("zh", "罚款三千万西非法郎", []),
        ("zh", "由埃、吉两国员工运营", ["埃", "吉"]),
        ("zh", "中美俄三国外长", ["中", "美", "俄"]),
        ("zh", "加、印尼两国的羊", ["加", "印尼"]),
        ("zh", "希望和平的五国", []),
        ("zh", "涉台、涉港事务", ["台", "港"]),
        ("fr", "le bœuf sud-américain et les députés nord-irlandais", ["sud-américain", "nord-irlandais"]),
    ],
)
def test_names_are_found(language: str, text: str, names: list[str]) -> None:
    found = find_names(text, language, loose=any(len(name) < 2 for name in names))
    assert [
        name.text
        for name in found
        if name.entry is None or name.entry.kind not in {"office", "language"} or name.text in names
    ] == names
    assert all(name.span.of(text) == name.text for name in found)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("zh:马克龙", "en:Macron"),
        ("zh:马克龙", "fr:Emmanuel Macron"),
        ("zh:沃基兰", "fr:Vauquelin"),
        ("zh:杜布拉维奇", "en:Dubravic"),
        ("zh:冯德莱恩", "en:von der Leyen"),
        ("en:Putin", "fr:Poutine"),
        ("en:UN", "fr:ONU"),
        ("fr:ONU", "zh:联合国"),
        ("en:NATO", "fr:Otan"),
        ("fr:Otan", "zh:北约"),
        ("en:French", "fr:français"),
        ("fr:françaises", "zh:法方"),
        ("en:Erdogan", "fr:Recep Tayyip Erdoğan"),
        ("zh:陈光明", "en:Chen Guangming"),
        ("zh:斯图里奇", "en:Sturridge"),
        ("zh:尼拉贡戈", "en:Nyiragongo"),
        ("en:Dupont", "fr:Dupont"),
    ],
)
def test_the_same_name(one: str, two: str) -> None:
    first, second = one.split(":"), two.split(":")
    assert name_similarity(first[1], first[0], second[1], second[0]) >= 0.75
    assert name_similarity(second[1], second[0], first[1], first[0]) >= 0.75


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("zh:马克龙", "en:Merkel"),
        ("zh:特朗普", "en:Kavanaugh"),
        ("en:Iran", "fr:Irak"),
        ("en:Niger", "zh:尼日利亚"),
        ("en:Austria", "fr:Australie"),
        ("zh:陈光明", "en:Wang Yi"),
        ("en:Smith", "fr:Durand"),
    ],
)
def test_different_names(one: str, two: str) -> None:
    first, second = one.split(":"), two.split(":")
    assert name_similarity(first[1], first[0], second[1], second[0]) < 0.5


def test_the_table_is_large_and_has_all_three_languages() -> None:
    entries = [entry for entry in table_names() if entry.kind not in {"territory", "language"}]
    assert len(entries) >= 800
    assert all(entry.en and entry.fr and entry.zh for entry in entries)
    assert sum(entry.kind == "person" for entry in entries) >= 400


def test_loose_names_are_returned_only_when_asked() -> None:
    assert [n.text for n in find_names("Shipping resumed.", "en")] == []
    assert [n.text for n in find_names("Shipping resumed.", "en", loose=True)] == ["Shipping"]


def test_unknown_language_is_refused() -> None:
    with pytest.raises(LanguageError, match="give en, fr or zh"):
        find_names("Berlin", "de")


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
@pytest.mark.parametrize("piece", ["A ", "A-", "Jean de ", '"', "王", "·", "马克", "united "])
@pytest.mark.usefixtures("steady_clock")
def test_hostile_text_takes_linear_time(language: str, piece: str) -> None:
    def seconds(times: int) -> float:
        text = piece * times
        start = time.process_time()
        find_names(text, language)
        return time.process_time() - start

    seconds(100)
    small = min(seconds(1_000) for _ in range(2))
    assert seconds(8_000) < max(8 * 6 * small, 1.5)  # a quadratic search would take minutes


@pytest.mark.parametrize(
    ("chinese", "latin", "same"),
    [
        ("覃丽萍", "Qin Liping", True),
        ("覃丽萍", "Tan Liping", True),
        ("单以恒", "Shan Yiheng", True),
        ("覃丽萍", "Wei Zhihong", False),
        ("马长河", "Ma Changhe", True),
        ("马长河", "Ma Zhanghe", True),
        ("马长河", "Ma Yulin", False),
    ],
)
def test_a_name_has_several_readings(chinese: str, latin: str, same: bool) -> None:
    assert (name_similarity(chinese, "zh", latin, "en") > 0.9) is same
    assert (agreement(latin, "en", chinese, "zh") > 0.9) is same


def test_a_country_of_several_characters_is_not_several_countries() -> None:
    assert [name.text for name in find_names("俄罗斯军队", "zh")] == ["俄罗斯"]
    assert [name.text for name in find_names("俄乌军队", "zh", loose=True)] == ["俄", "乌"]
