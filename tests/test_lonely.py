from __future__ import annotations

import pytest

from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.weights.wordwise import weigh_words, words_of
from polyglot_news.compare.words.lonely import loneliest


@pytest.mark.parametrize(
    ("rendering", "official", "languages", "reason"),
    [
        (
            "Sowing will be put off until June if the bank does not give us what we need",
            "如果银行不发放贷款，播种将推迟到6月。",
            ("en", "zh"),
            "The official text says “贷款” where the quote says “we need”.",
        ),
        (
            "我们将在旧港口建一座公园",
            "Nous allons construire des logements sociaux le long de l'ancien port.",
            ("zh", "fr"),
            "The official text says “logements sociaux” where the quote says “公园”.",
        ),
        # A phrase that is whole stays as it is.
        (
            "The hospital will be rebuilt and paid for by the city",
            "医院将重建，资金由中央财政拨付。",
            ("en", "zh"),
            "The official text says “中央财政” where the quote says “city”.",
        ),
    ],
)
def test_a_phrase_is_shown_whole(rendering: str, official: str, languages: tuple[str, str], reason: str) -> None:
    pair = make_pair(rendering, official, *languages)
    found = loneliest(pair, weigh_words(words_of(pair)), 0.7)
    assert found is not None
    assert found.reason == reason
