"""What governs a quoted clause and takes from its claim."""

from __future__ import annotations

import pytest

from polyglot_news.compare.cuts import CutChecker
from polyglot_news.compare.operators.frames import frames
from polyglot_news.compare.pair import make_pair
from polyglot_news.text import Span


def told(rendering: str, official: str, languages: str) -> list[str]:
    one, other = languages.split("-")
    pair = make_pair(rendering, official, one, other, core=Span(0, len(official)))
    found = (divergence.official for divergence in CutChecker().check(pair) if divergence.severity != "minor")
    return [span.of(official) for span in found if span is not None]


@pytest.mark.parametrize(
    ("rendering", "official", "languages", "frame"),
    [
        (
            "The line will be closed during the winter,",
            "Je n'exclus pas que la ligne soit fermée pendant l'hiver.",
            "en-fr",
            "Je n'exclus pas que",
        ),
        (
            "The line will be closed during the winter,",
            "Je n'exclus pas, cela dit, que la ligne soit fermée pendant l'hiver.",
            "en-fr",
            "Je n'exclus",
        ),
        (
            "The wells are contaminated,",
            "Rien ne permet d'affirmer que les puits sont contaminés.",
            "en-fr",
            "Rien ne permet d'affirmer que",
        ),
        (
            "Le barrage n'a subi aucun dégât",
            "I have seen no report of damage to the dam.",
            "fr-en",
            "I have seen no report of",
        ),
        (
            "这座桥将不得不拆除。",
            "It is possible that the bridge will have to be demolished.",
            "zh-en",
            "It is possible that",
        ),
        ("We will raise water prices next year,", "我们不排除明年提高水价。", "en-zh", "我们不排除"),
        ("L'aéroport n'a pas été endommagé", "我没有看到有关机场受损的报告。", "fr-zh", "我没有看到有关机场受损的报告"),
        (
            "Rents will fall next year,",
            "Notre scénario central est que les loyers baisseront.",
            "en-fr",
            "scénario central",
        ),
        ("Direct flights will resume next year,", "我们希望明年能够恢复直航。", "en-zh", "我们希望"),
        # a fragment, which has the verb of the clause without its subject
        (
            "seront assez modestes",
            "Our working assumption is that the costs will be rather modest.",
            "fr-en",
            "Our working assumption is that",
        ),
        (
            "ont cassé le pont",
            "The board does not consider that these lorries broke the bridge.",
            "fr-en",
            "does not consider that",
        ),
        (
            "The lorries broke the bridge,",
            "Le jury n'estime pas que les camions ont cassé le pont.",
            "en-fr",
            "n'estime pas",
        ),
        ("新水泵能够坚持住。", "It remains to be seen whether the new pump will hold.", "zh-en", "remains to be seen"),
    ],
)
def test_a_dropped_frame_is_found(rendering: str, official: str, languages: str, frame: str) -> None:
    (found,) = told(rendering, official, languages)
    assert frame in found


@pytest.mark.parametrize(
    ("rendering", "official", "languages"),
    [
        # of another statement than the one that is rendered
        (
            "有两起隧道事故的报告",
            (
                "Deux accidents dans le tunnel ont été signalés ; "
                "aucun lien avec les travaux n’a pu être établi dans ces deux cas."
            ),
            "zh-fr",
        ),
        # it is rendered, in these words or in others
        ("The line may be closed in winter,", "Je n'exclus pas que la ligne soit fermée en hiver.", "en-fr"),
        ("There is no evidence that the wells are bad,", "Rien ne prouve que les puits soient mauvais.", "en-fr"),
        ("À ma connaissance, le barrage est intact", "I have seen no report of damage to the dam.", "fr-en"),
        ("但愿委员会在圣诞节前提交报告。", "J'espère que la commission rendra son rapport avant Noël.", "zh-fr"),
        ("Our hope is to see direct flights again,", "我们希望能够恢复直航。", "en-zh"),
        ("Repousser l'âge de la retraite est à l'étude", "我们正在研究延长退休年龄。", "fr-zh"),
        # it takes nothing from the claim
        ("Rents will fall next year,", "Je sais que les loyers baisseront l'an prochain.", "en-fr"),
        ("The harvest is bad,", "Il est clair que la récolte est mauvaise.", "en-fr"),
        ("Le barrage est sûr", "I don't think anyone doubts that the dam is safe.", "fr-en"),
        ("La récolte est bonne", "I can tell you that the harvest is good.", "fr-en"),
        # it governs another clause
        ("Le budget n'est pas prêt", "I hope you will forgive me: the budget is not ready.", "fr-en"),
        # the name of a thing claims nothing
        ("the legitimate rights of fishermen", "我们希望各国尊重渔民的正当权益。", "en-zh"),
    ],
)
def test_what_is_rendered_or_takes_nothing_is_none(rendering: str, official: str, languages: str) -> None:
    assert told(rendering, official, languages) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I do not know who set the fire.", "en"),
        ("We don't believe in miracles.", "en"),
        ("Je ne crois pas en lui", "fr"),
        ("我不知道谁放的火", "zh"),
    ],
)
def test_without_a_clause_the_same_words_are_no_frame(text: str, language: str) -> None:
    assert frames(text, language) == ()


def test_what_leads_up_to_a_chinese_frame_stands_in_its_clause() -> None:
    text = "水库正在干涸，也不排除我们明年提高水价。"
    assert [frame.span.of(text) for frame in frames(text, "zh")] == ["也不排除"]
