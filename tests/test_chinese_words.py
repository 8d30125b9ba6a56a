"""Chinese words that say in one what another language says by a not, an *every*, an *only* or a *can*."""

from __future__ import annotations

import pytest

from polyglot_news.compare import compare
from polyglot_news.compare.modality import modality_suspects
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.polarity import polarity_suspects
from polyglot_news.compare.qualifiers import qualifier_suspects


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("en-zh", "The ferry is free of charge.", "渡轮不收取任何费用。"),
        ("fr-zh", "La traversée est gratuite.", "渡轮不收费。"),
        ("zh-en", "灯塔的灯火长年不熄。", "The lights of the lighthouse stay on all year."),
        ("zh-en", "河道畅通无阻。", "The river is kept open to ships."),
        ("en-zh", "Our bond is as strong as ever.", "我们的情谊历久不衰。"),
        ("zh-fr", "码头完好无损。", "Le quai est intact."),
        ("zh-en", "两镇的联系牢不可破。", "The ties between the two towns are rock-solid."),
        ("en-zh", "The sum is modest.", "这笔钱不算多。"),
    ],
)
def test_a_word_that_holds_a_not_negates_nothing(languages: str, rendering: str, official: str) -> None:
    pair = make_pair(rendering, official, *languages.split("-"))
    assert not [one for one in polarity_suspects(pair) if one.confidence("polarity") >= 0.3 and one.most >= 0.5]


@pytest.mark.parametrize("text", ["这笔钱不算多。", "价格没有变。", "立场没有改变。"])
def test_a_not_before_a_plain_word_asks_for_an_answer(text: str) -> None:
    assert any(hit.cue.asks for hit in negations(text, "zh"))


@pytest.mark.parametrize("text", ["在不来梅，价格上涨。", "雷克雅未克的桥开放了。", "那不勒斯的港口关闭了。"])
def test_a_name_that_is_written_with_a_not_denies_nothing(text: str) -> None:
    assert not any(hit.cue.asks for hit in negations(text, "zh"))


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("zh-en", "价格没有变。", "Prices have changed."),
        ("en-zh", "The ferry will charge passengers.", "渡轮不收取任何费用。"),
        ("en-zh", "That is a lot of money.", "这笔钱不算多。"),
        ("zh-en", "灯塔的灯火熄灭了。", "The lights of the lighthouse stay on."),
    ],
)
def test_what_is_denied_and_affirmed_diverges(languages: str, rendering: str, official: str) -> None:
    one, other = languages.split("-")
    assert compare(rendering, official, rendering_language=one, official_language=other).verdict == "divergent"


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("en-zh", "We guard the pier every hour of the day.", "我们24小时守护码头。"),
        ("en-zh", "He called the harbour master only yesterday.", "他昨天还给港务长打过电话。"),
        ("en-zh", "At every turn he threatens to strike.", "他动辄以罢工相威胁。"),
    ],
)
def test_a_quantity_or_a_limit_in_another_word_is_none_added(languages: str, rendering: str, official: str) -> None:
    pair = make_pair(rendering, official, *languages.split("-"))
    assert not [one for one in qualifier_suspects(pair) if one.confidence("qualifier") >= 0.45]


@pytest.mark.parametrize(
    ("languages", "rendering", "official"),
    [
        ("en-zh", "It depends on what the villages can afford.", "这要看各村的财力。"),
        ("zh-en", "我們能夠守住港口。", "We can hold the port."),
    ],
)
def test_what_one_can_is_said_in_other_words(languages: str, rendering: str, official: str) -> None:
    pair = make_pair(rendering, official, *languages.split("-"))
    assert not [one for one in modality_suspects(pair) if one.confidence("modality") >= 0.35]
