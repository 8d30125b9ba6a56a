"""What a report tells programs: its translation memory, and its JSON where two texts share a name."""

from __future__ import annotations

import json

import pytest
from defusedxml import ElementTree

from polyglot_news.article import compare_article
from polyglot_news.documents import document_from_text
from polyglot_news.report.model import Report
from polyglot_news.tmx import Unit, to_tmx

ARTICLE = "“We will pay 13 million euros before the end of the year,” Ms Roche said."
OFFICIALS = {
    "en": "Good morning.\nWe will pay 1.3 million euros before the end of the year.\nThank you.",
    "fr": "Bonjour.\nNous paierons 1,3 million d’euros avant la fin de l’année.\nMerci.",
    "zh": "大家好。\n我们将在年底前支付130万欧元。\n谢谢大家。",
}


@pytest.fixture(scope="module")
def report() -> Report:
    officials = [document_from_text(text, name="speech.txt", language=code) for code, text in OFFICIALS.items()]
    return compare_article(document_from_text(ARTICLE, name="article", language="en"), officials)


def test_a_report_gives_pairs_of_two_languages_alone(report: Report) -> None:
    tmx = ElementTree.fromstring(report.to_tmx())
    languages = [[text for variant in unit.iter("tuv") for text in variant.attrib.values()] for unit in tmx.iter("tu")]
    assert sorted(languages) == [["fr", "en"], ["zh", "en"]]
    assert tmx.find("header").get("srclang") == "*all*"


@pytest.mark.parametrize(
    ("sources", "named"),
    [(["fr", "fr"], "fr"), (["fr", "zh"], "*all*"), ([], "*all*")],
)
def test_the_header_names_the_source_language_if_there_is_one(sources: list[str], named: str) -> None:
    written = to_tmx(Unit(variants=((source, "Un."), ("en", "One."))) for source in sources)
    assert ElementTree.fromstring(written).find("header").get("srclang") == named


def test_texts_of_one_name_are_told_apart(report: Report) -> None:
    (item,) = json.loads(report.to_json())["items"]
    for passage in item["passages"]:
        start, end = passage["start"], passage["end"]
        assert report.officials[passage["document_index"]].text[start:end] == passage["text"]
    (divergence,) = [one for one in item["divergences"] if one["kind"] == "number"]
    places = [divergence, *divergence["elsewhere"]]
    assert sorted(place["document_index"] for place in places) == [0, 1, 2]
    for place in places:
        assert "1" in report.officials[place["document_index"]].text[slice(*place["official"])]
    assert divergence["contradicted_by_index"] == []
