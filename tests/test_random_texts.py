"""Whatever stands in a text, what is found in it lies within it."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from polyglot_news.names import find_names
from polyglot_news.quotes import extract_quotes
from polyglot_news.values import find_values

# Fragments that the readers of numbers, names and quotes look for, at the ends of texts as well.
FRAGMENTS = {
    "en": ["5", "%", "five ", "dozen", "douzaines", " $", " 3.4 million", "$", "US$", " euros", "Macron",
           " von der", "“", "”", " said", ",", "\n", "km"],
    "fr": ["5", " %", "cinq ", "dozen", "douzaines", "mai", "3,4 millions", "€", " d’euros",
           "Macron", "L’", "«", "»", " a dit", ",", "\n", " km", "1er"],
    "zh": ["5", "%", " 5 月", "底", "零下", "人民币", "$", "三", "百", "亿", "美元", "马克龙",
           "·", "“", "”", "说", "：", "，", "\n", " 公里", "增长 "],
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_spans_lie_in_the_text(language: str) -> None:
    chance = random.Random(language)  # noqa: S311
    for _ in range(400):
        text = "".join(chance.choices(FRAGMENTS[language], k=chance.randint(1, 9)))
        values = find_values(text, language, loose=True)
        assert all(one.span.end <= two.span.start for one, two in pairwise(values)), text
        spans = [
            *(value.span for value in values),
            *(name.span for name in find_names(text, language, loose=True)),
            *(content for quote in extract_quotes(text, language) for content in quote.contents),
        ]
        assert all(0 <= span.start < span.end <= len(text) for span in spans), text
