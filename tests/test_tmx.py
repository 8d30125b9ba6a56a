"""What a report tells programs: its translation memory, and its JSON where two texts share a name."""

from __future__ import annotations

import datetime as dt
import json

import attrs
import pytest
from defusedxml import ElementTree

from polyglot_news.article import compare_article
from polyglot_news.documents import document_from_text
from polyglot_news.errors import InputError
from polyglot_news.report.model import Report
from polyglot_news.tmx import Unit, primary, read_tmx, to_tmx

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


def test_a_unit_holds_what_renders_the_passage(report: Report) -> None:
    (item,) = report.items

    def segments(text: str) -> list[str | None]:
        quote = attrs.evolve(item.quote, text=text)
        changed = attrs.evolve(report, items=(attrs.evolve(item, quote=quote),))
        return [segment.text for segment in ElementTree.fromstring(changed.to_tmx()).iter("seg")]

    assert segments("We will pay,")[1] == "We will pay."  # the comma is the article's, the passage has a stop
    assert segments("We will pay …") != []
    for cut in ("We will […] pay.", "We will... pay.", "We (…) pay"):
        assert segments(cut) == []


def test_a_version_that_the_quote_renders_is_no_divergent_unit(report: Report) -> None:
    (item,) = report.items
    (finding,) = item.findings
    one = attrs.evolve(finding, document=1, elsewhere=(), contradicted_by=(2,))  # of the French text alone

    def verdicts(chinese: str) -> dict[str, str]:
        sources = [attrs.evolve(source, text=chinese) if source.document == 2 else source for source in item.sources]
        changed = attrs.evolve(report, items=(attrs.evolve(item, findings=(one,), sources=tuple(sources)),))
        told = {}
        for unit in ElementTree.fromstring(changed.to_tmx()).iter("tu"):
            languages = [text for variant in unit.iter("tuv") for text in variant.attrib.values()]
            (verdict,) = [prop.text or "" for prop in unit.iter("prop") if prop.get("type") == "x-verdict"]
            told[languages[0]] = verdict
        return told

    assert verdicts("我们将支付1300万欧元。") == {"fr": "divergent", "zh": "faithful"}
    # That nothing was found against a version does not say that it agrees.
    assert verdicts("我们将支付欧元。") == {"fr": "divergent", "zh": "divergent"}


def test_units_come_back_with_their_notes_dates_and_properties() -> None:
    made, changed = (dt.datetime(2024, month, 2, 3, 4, 5, tzinfo=dt.timezone.utc) for month in (1, 2))
    unit = Unit(
        variants=(("fr-CA", "Un."), ("en", "One.")),
        properties={"x-a": "1", "x-b": "2"},
        note="so",
        created=made,
        changed=changed,
    )
    written = to_tmx([unit])
    assert read_tmx(written.encode(), "a.tmx").units == (unit,)
    moved = written.replace('<tu creationdate="20240102T030405Z"', '<tu usagecount="3"')
    (other,) = read_tmx(moved.encode(), "a.tmx").units
    assert (other.created, other.changed, other.text("fr")) == (None, changed, "Un.")
    moved = written.replace(' creationdate="20240102T030405Z"', "").replace(
        "<tuv ", '<tuv creationdate="20240102T030405Z" '
    )
    assert read_tmx(moved.encode(), "a.tmx").units == (unit,)


def test_tmx_of_other_tools() -> None:
    data = b"""<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header srclang="EN-gb"/><body>
    <tu><tuv xml:lang="en-GB">
    <seg>Press <bpt i="1">&lt;b&gt;</bpt>OK<ept i="1">&lt;/b&gt;</ept> <hi>now</hi>.</seg></tuv>
    <tuv lang="fra"><seg>Appuyez sur OK.</seg><note>ok</note></tuv></tu>
    <tu><tuv xml:lang="en"><seg/></tuv></tu></body></tmx>"""
    file = read_tmx(data, "a.tmx")
    (unit,) = file.units
    assert (unit.text("en"), unit.text("fr"), unit.text("zh")) == ("Press OK now.", "Appuyez sur OK.", None)
    assert (primary(file.source), unit.note) == ("en", "ok")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not well-formed"),
        (b"no xml", "not well-formed"),
        (b"<html/>", "outermost element is <html>"),
        (b"<tmx>", "not well-formed"),
        (b'<!DOCTYPE tmx [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]><tmx>&b;</tmx>', "entities, which are refused"),
        (b'<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tmx>&x;</tmx>', "entities, which are refused"),
    ],
)
def test_what_is_no_tmx_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_tmx(data, "a.tmx")


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
