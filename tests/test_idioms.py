"""Set phrases are rendered as a whole: no word inside of one is lost, denied or added."""

from __future__ import annotations

import pytest

from polyglot_news.compare import compare
from polyglot_news.compare.operators.modals import modals
from polyglot_news.compare.operators.negation import negations
from polyglot_news.compare.words.idioms import free_phrases, idioms

# Languages of official text and rendering, official text, faithful rendering, altered rendering.
# fmt: off
CASES = (
    ("zh", "en", "我们敦促对方悬崖勒马。",
     "We urge the other side to stop before it is too late.", None),
    ("en", "zh", "The dam was repaired so that the valley would not be flooded again.",
     "修复大坝是为了防止山谷再次被淹。", None),
    ("zh", "fr", "这家银行的亏空，总不能由储户来承担。",
     "Les épargnants ne vont tout de même pas combler le trou de cette banque.",
     None),
    ("zh", "en", "渔民寸步不让。",
     "The fishermen will not yield an inch.", None),
    ("fr", "zh", "Nous n'aurons de cesse que les otages ne soient libérés.",
     "人质不获释，我们决不罢休。", None),
    ("zh", "en", "镇上的店铺无一幸免。",
     "Every shop in the town was hit.", None),
    ("zh", "fr", "船长们无一例外地表示赞同。",
     "Tous les capitaines ont donné leur accord.", "La plupart des capitaines ont donné leur accord."),
)
# fmt: on


@pytest.mark.parametrize(("official_language", "language", "official", "faithful", "altered"), CASES)
def test_set_phrases(official_language: str, language: str, official: str, faithful: str, altered: str | None) -> None:
    def verdict(rendering: str) -> str:
        return compare(rendering, official, rendering_language=language, official_language=official_language).verdict

    assert verdict(faithful) == "faithful"
    assert altered is None or verdict(altered) == "divergent"


def test_words_inside_a_set_phrase_ask_for_nothing() -> None:
    text = "这一领域大有可为。"
    assert [phrase.span.of(text) for phrase in idioms(text, "zh")] == ["大有可为"]
    assert not any(hit.cue.asks for hit in modals(text, "zh"))


def test_a_set_phrase_that_denies_keeps_its_negation() -> None:
    assert free_phrases("他们寸步不让。", "zh") == []
    assert any(hit.cue.asks for hit in modals("In whatever form, it may rain.", "en")) is False
    assert any(hit.cue.asks for hit in negations("发展就谈不上了。", "zh"))


def test_what_could_not_be_more_so_is_not_denied() -> None:
    for text, language in (
        ("His position on taxes could not be clearer.", "en"),
        ("Sa position ne saurait être plus claire.", "fr"),
    ):
        assert not any(hit.cue.asks for hit in (*negations(text, language), *modals(text, language)))
