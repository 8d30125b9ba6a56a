from __future__ import annotations

import pytest

from polyglot_news.align.layout import announces, is_dateline, paragraph_starts, said_apart, with_announcement
from polyglot_news.align.passages import find_passages
from polyglot_news.text import Span, split_sentences

OPENING = {
    "en": "I thank the councillors for their welcome. The meeting lasted three hours.\n",
    "fr": "Merci de votre accueil. Je serai bref ce matin.\n",
    "zh": "感谢各位出席今天的会议。会议持续了三个小时。\n",
}


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("One is here. Two is there.\nThree has gone. Four stays.\nFive came.", [False, True, False, True]),
        ("Each line has one.\nThis one as well.\nAnd so has the third.\n\nA blank line parts.", [False, False, True]),
        ("Alone.", []),
        ("", []),
    ],
)
def test_lines_are_paragraphs_where_they_hold_several_sentences(text: str, starts: list[bool]) -> None:
    assert paragraph_starts(text, split_sentences(text, "en")) == starts


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The harbour master then replied: “The port stays open.", "The harbour master then replied:"),
        ("Le maire, Paul Rémond, a répondu : « Le port reste ouvert.", "Le maire, Paul Rémond, a répondu :"),
        ("商会会长林国栋在会上指出：“港口照常开放。", "商会会长林国栋在会上指出："),
        ("The rule is simple: nobody is left behind.", None),
        ("« Courage », c'est le mot : « courage ».", None),
    ],
)
def test_who_says_something_stands_apart(text: str, who: str | None) -> None:
    sentence = Span(0, len(text))
    parts = said_apart([sentence], text)
    assert [part.of(text) for part in parts[:-1]] == ([who] if who else [])
    assert with_announcement(parts[-1], text) == sentence
    assert [announces(part, text) for part in parts] == [True, False][-len(parts) :]


def test_what_a_speech_quotes_within_a_paragraph_belongs_to_it() -> None:
    text = "I say it again. The law is clear: “No one waits.”"
    sentence = Span(16, len(text))
    assert said_apart([sentence], text) == [sentence]


@pytest.mark.parametrize(
    ("quote", "official", "end"),
    [
        (
            "它们将遵守与公立医院相同的规定，不会有任何优待",
            (
                "Les cliniques privées appliqueront les mêmes règles que le public. "
                "Il n'y aura pas de régime de faveur.\n"
                "L'hôpital ne peut pas tout. Mais il soigne.\n"
            ),
            "faveur.",
        ),
        (
            "铁路工人将得到与公务员相同的待遇，不会有任何例外",
            (
                "Les agents auront les mêmes droits que les fonctionnaires. Il n'y aura pas d'exception.\n"
                "Le rail ne peut pas tout. Il transporte pourtant deux millions de gens.\n"
            ),
            "exception.",
        ),
        # A sentence of the article may put together what two paragraphs say.
        (
            "The northern airport will be closed on Monday and no train will run to the coast on Tuesday",
            (
                "L'aéroport du nord sera fermé lundi.\n"
                "Aucun train ne circulera vers la côte mardi. C'est une mesure de sécurité.\n"
            ),
            "mardi.",
        ),
        (
            "我们将关闭北部机场，并停止开往沿海的列车",
            (
                "Nous fermerons l'aéroport du nord.\n"
                "Nous arrêterons les trains vers la côte. C'est une mesure de sécurité.\n"
            ),
            "côte.",
        ),
    ],
)
def test_a_passage_runs_on_over_a_paragraph_only_for_what_is_rendered(quote: str, official: str, end: str) -> None:
    assert find_passages(quote, OPENING["fr"] + official)[0].text.endswith(end)


@pytest.mark.parametrize(
    ("quote", "language", "official"),
    [
        (
            "船东最担心的是保险。没有保险，就没有船",
            "en",
            (
                "The Secretary-General of the International Chamber of Shipping, Ms Helen Mark, replied: "
                "“What shipowners fear most is insurance. No insurance, no ships.”\n"
            ),
        ),
        (
            "农民最怕的是干旱。没有雨，就没有收成；没有收成，就没有收入",
            "fr",
            (
                "Le président de la Fédération nationale des coopératives agricoles, Paul Rémond, a répondu : "
                "« Ce que les paysans craignent le plus, c'est la sécheresse. Sans pluie, pas de récolte ; "
                "sans récolte, pas de revenu. »\n"
            ),
        ),
    ],
)
def test_who_speaks_does_not_cut_the_first_sentence_off(quote: str, language: str, official: str) -> None:
    assert find_passages(quote, OPENING[language] + official)[0].text == official.strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dakar, le 24 octobre 2025", True),
        ("London and Kitwe, 18 September 2025", True),
        ("Washington, D.C., May 5, 2025", True),
        ("(Lusaka, le lundi 3 mars 2025)", True),
        ("Arrêt du 30 octobre 2025", False),
        ("The port was opened on 24 October 2025.", False),
    ],
)
def test_a_place_and_a_date(text: str, *, expected: bool) -> None:
    assert is_dateline(text) is expected


def test_a_dateline_holds_no_words_of_anybody() -> None:
    official = "Lusaka, 3 May 2025\nThe bridge will be closed for two weeks, the council said."
    found = find_passages("Lusaka pleure ses morts en silence", official)
    assert all("Lusaka" not in passage.core.of(official) for passage in found)
    assert len(find_passages("Lusaka pleure ses morts en silence", "Lusaka, 3 May 2025")) == 1
