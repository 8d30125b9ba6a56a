"""Statements that are quoted as questions, and questions as statements."""

from __future__ import annotations

import pytest

from polyglot_news.compare.asking import AskingChecker
from polyglot_news.compare.model import Pair


def _reasons(languages: tuple[str, str], official: str, rendering: str) -> list[str]:
    pair = Pair(rendering=rendering, official=official, rendering_language=languages[1], official_language=languages[0])
    return [one.reason for one in AskingChecker().check(pair)]


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        (("fr", "en"), "Le port sera rouvert lundi.", "Will the port be reopened on Monday?"),
        (("zh", "en"), "港口星期一重新开放。", "Does the port reopen on Monday?"),
        (("en", "fr"), "The port reopens on Monday.", "Le port rouvre-t-il lundi ?"),
        (("en", "zh"), "The port reopens on Monday.", "港口星期一重新开放吗？"),
    ],
)
def test_a_statement_became_a_question(languages: tuple[str, str], official: str, rendering: str) -> None:
    assert _reasons(languages, official, rendering) == ["The article asks what the official text states."]


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        (("en", "fr"), "Does the port reopen on Monday?", "Le port rouvre lundi."),
        (("zh", "en"), "港口星期一重新开放吗？", "The port reopens on Monday."),
    ],
)
def test_a_question_became_a_statement(languages: tuple[str, str], official: str, rendering: str) -> None:
    assert _reasons(languages, official, rendering) == ["The article states what the official text asks."]


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        (("en", "fr"), "Does the port reopen on Monday?", "Le port rouvre-t-il lundi ?"),
        (("zh", "en"), "港口什么时候开放", "When does the port open?"),
        (("fr", "en"), "Le ministre a demandé si le port rouvrait.", "“Does the port reopen?” the minister asked."),
        (("en", "fr"), "The port reopens on Monday.", "Le port rouvre lundi."),
        (("en", "fr"), "Who would close a port? We shall open it.", "Nous l'ouvrirons."),
        (("en", "fr"), "Does the port reopen on Monday?", "Il a demandé si le port rouvrait lundi."),
    ],
)
def test_what_asks_or_states_in_both_is_none(languages: tuple[str, str], official: str, rendering: str) -> None:
    assert _reasons(languages, official, rendering) == []


@pytest.mark.parametrize(
    ("languages", "official", "rendering"),
    [
        (("en", "zh"), "A ban? No. It is a label.", "这是禁令吗？官员说不是，只是一张标签，别无他意。"),
        (("en", "zh"), "We will not lift the embargo because it is a nuisance.", "哪能因为麻烦就取消禁运？"),
        (
            ("fr", "en"),
            "L'enquête n'a pas établi que le maire avait donné l'ordre.",
            "Did the mayor give the order? The inquiry could not establish that he did.",
        ),
        (("en", "fr"), "It was not a strike, it was a picnic.", "Une grève ? Non, un pique-nique."),
        (
            ("en", "fr"),
            "I cannot believe I must say so: dogs may swim.",
            "Faut-il le dire ? s'étonne la maire : les chiens peuvent nager.",
        ),
        (("fr", "en"), "Personne ne nierait que le pont est vieux.", "Who would deny that the bridge is old?"),
        (("en", "fr"), "Nobody can believe such a tale.", "Qui peut croire une telle fable ?"),
        (("fr", "zh"), "Je rappelle que le pont aussi était un rêve.", "那座桥当年不也是个梦吗？"),
        (("zh", "en"), "也要看投诉破没破纪录。", "But are complaints at a record too?"),
    ],
)
def test_a_question_that_is_answered_states(languages: tuple[str, str], official: str, rendering: str) -> None:
    assert _reasons(languages, official, rendering) == []


def test_a_question_that_denies_asks_what_is_stated() -> None:
    """*Who would deny it?* affirms; it does not render what is denied."""
    found = _reasons(("fr", "en"), "Personne ne nierait que le pont est vieux.", "Would anybody deny that it is old?")
    assert found == ["The article asks what the official text states."]
