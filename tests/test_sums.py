from __future__ import annotations

import pytest

from polyglot_news.compare import compare
from polyglot_news.compare.figures.sums import sums, without_sums


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Both Leeds and Derby will get a tram.", "en", [(2, "Both")]),
        ("The army and the police both refused.", "en", [(2, "both")]),
        ("The two towns of Leeds and Derby protest.", "en", [(2, "The two")]),
        ("The three banks, Alda, Bora and Cento, have merged.", "en", [(3, "The three")]),
        ("Les deux ports de Brest et de Lorient rouvriront.", "fr", [(2, "Les deux")]),
        ("La pêche et l'agriculture, les deux secteurs touchés, seront aidées.", "fr", [(2, "les deux")]),
        ("La banque et l'assurance ont toutes deux refusé.", "fr", [(2, "toutes deux")]),
        ("我们将关闭利兹和德比两家工厂。", "zh", [(2, "两家")]),
        ("渔业、农业和林业三个行业受损。", "zh", [(3, "三个")]),
        ("英法两国同意合作。", "zh", [(2, "两国")]),
        ("中俄双方同意合作。", "zh", [(2, "双方")]),
        # The count is another, there is no list, or the list is another one.
        ("The three towns of Leeds and Derby protest.", "en", []),
        ("Both have refused.", "en", []),
        ("The two ministers and the mayor resigned.", "en", []),
        ("Les deux ministres et le maire ont démissionné.", "fr", []),
        ("我们将关闭利兹和德比三家工厂。", "zh", []),
        ("两国同意合作。", "zh", []),
        ("地震和海啸后的第二个夜晚。", "zh", []),
        ("利兹和德比十二个街区停电。", "zh", []),
        ("我们将关闭两家工厂。", "zh", []),
    ],
)
def test_numerals_that_sum_up_a_list(text: str, language: str, found: list[tuple[int, str]]) -> None:
    assert [(one.count, one.numeral.of(text)) for one in sums(text, language)] == found


def test_places_in_the_texts_stay_and_so_does_what_the_other_text_counts() -> None:
    chinese = "港口设在布雷斯特和洛里昂两个城市。"
    blanked, english = without_sums(chinese, "The ports are in Brest and Lorient.", ("zh", "en"))
    assert (len(blanked), "两" in blanked) == (len(chinese), False)
    assert english == "The ports are in Brest and Lorient."
    texts = chinese, "The ports are in three cities."
    assert without_sums(*texts, ("zh", "en")) == texts


@pytest.mark.parametrize(
    ("rendering", "official", "languages", "verdict"),
    [
        ("渔业和农业两个部门损失最大", "Fishing and farming lost the most.", ("zh", "en"), "faithful"),
        (
            "Les deux villes de Lyon et de Marseille recevront de nouveaux trains",
            "里昂和马赛将获得新列车。",
            ("fr", "zh"),
            "faithful",
        ),
        (
            "The three countries, France, Germany and Italy, have signed",
            "法国、德国和意大利已经签署。",
            ("en", "zh"),
            "faithful",
        ),
        (
            "The two cities of Lyon and Marseille will receive new trains",
            "Lyon et Marseille recevront de nouveaux trains.",
            ("en", "fr"),
            "faithful",
        ),
        (
            "法国和德国三个部长出席了会议",
            "Two ministers from France and Germany attended.",
            ("zh", "en"),
            "divergent",
        ),
    ],
)
def test_a_sum_adds_nothing_to_its_list(
    rendering: str, official: str, languages: tuple[str, str], verdict: str
) -> None:
    found = compare(rendering, official, rendering_language=languages[0], official_language=languages[1])
    assert found.verdict == verdict
