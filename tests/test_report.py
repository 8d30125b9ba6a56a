from __future__ import annotations

import json
import re

import attrs
import pytest

from polyglot_news.article import _in_article
from polyglot_news.compare.model import Divergence, DivergenceKind, Severity
from polyglot_news.documents import document_from_text
from polyglot_news.quotes.model import Quote
from polyglot_news.report.console import print_report
from polyglot_news.report.html import Piece, pieces
from polyglot_news.report.model import Finding, Item, Report, Source
from polyglot_news.report.wording import basis
from polyglot_news.text import Span

ARTICLE = "“We will pay 13 million,” <b>Ada</b> said, “this <script>year</script>.”\n\nNothing else was decided."
OFFICIAL = "Nous paierons 1,3 million <b>cette</b> année."


def make_report(severity: Severity = "critical") -> Report:
    quote = Quote(
        contents=(Span(1, 24), Span(44, 66)),
        speaker=Span(26, 36),
        cue=Span(37, 41),
        kind="direct",
        text=ARTICLE[1:24] + " " + ARTICLE[44:66],
    )
    divergence = Divergence(
        kind="number",
        severity=severity,
        confidence=0.97,
        rendering=Span(13, 23),
        official=Span(14, 25),
        reason="The official text says 1.3 million, the article 13 million.",
    )
    source = Source(
        document=0,
        span=Span(0, len(OFFICIAL)),
        core=Span(0, 25),
        text=OFFICIAL,
        similarity=0.9,
        matched=True,
        translation="We will pay 1.3 million <i>this</i> year.",
    )
    item = Item(
        quote=quote,
        english=None,
        sources=(source,),
        findings=(Finding(document=0, divergence=divergence),),
        score=0.9,
        verdict="divergent",
    )
    return Report(
        article=document_from_text(ARTICLE, name="article", language="en"),
        officials=(document_from_text(OFFICIAL, name="official", language="fr"),),
        items=(item,),
        signature="polyglot_news:0",
    )


def test_html_escapes_everything_that_strangers_wrote() -> None:
    page = make_report().to_html()
    assert "<script>" not in page
    assert "<b>Ada" not in page
    assert "<i>this" not in page
    assert "&lt;script&gt;year" in page


def test_html_shows_the_headline_once() -> None:
    report = make_report()
    text = "Ada pays\n\nNothing was decided."
    article = attrs.evolve(report.article, text=text, title="Ada pays")
    page = attrs.evolve(report, article=article, items=()).to_html()
    assert page.count("Ada pays") == 2  # in the head of the page and above the text
    assert attrs.evolve(report, article=attrs.evolve(article, title="Ada"), items=()).to_html().count("Ada pays") == 1


def test_html_fetches_nothing() -> None:
    page = make_report().to_html()
    assert "src=" not in page
    assert "http" not in page.replace("http-equiv", "")
    assert "default-src 'none'" in page


def test_html_shows_the_evidence() -> None:
    page = make_report().to_html()
    assert '<mark class="critical">13 million</mark>' in page
    assert '<mark class="critical">1,3 million</mark>' in page
    assert "The official text says 1.3 million, the article 13 million." in page
    assert "97% sure" in page


def test_json_has_the_promised_shape() -> None:
    report = json.loads(make_report().to_json())
    assert report["schema"] == 1
    assert report["article"]["language"] == "en"
    (item,) = report["items"]
    assert [ARTICLE[start:end] for start, end in item["contents"]] == [ARTICLE[1:24], ARTICLE[44:66]]
    assert item["verdict"] == "divergent"
    (passage,) = item["passages"]
    assert OFFICIAL[passage["start"] : passage["end"]] == passage["text"]
    (divergence,) = item["divergences"]
    assert ARTICLE[slice(*divergence["rendering"])] == "13 million"
    assert OFFICIAL[slice(*divergence["official"])] == "1,3 million"
    assert divergence["document"] == "official"


def test_same_report_same_bytes() -> None:
    assert make_report().to_json() == make_report().to_json()
    assert make_report().to_html() == make_report().to_html()


def test_console_text(capsys: pytest.CaptureFixture[str]) -> None:
    from rich.console import Console

    print_report(make_report(), Console(soft_wrap=True, highlight=False))
    shown = capsys.readouterr().out
    assert "critical number: The official text says 1.3 million" in shown
    assert "1 quoted statement in article: 0 faithful, 1 divergent, 0 not found in the official texts." in shown


def test_html_marks_only_what_a_text_says() -> None:
    report = make_report()
    (item,) = report.items
    (finding,) = item.findings
    absent = attrs.evolve(finding, divergence=attrs.evolve(finding.divergence, absent="official"))
    page = attrs.evolve(report, items=(attrs.evolve(item, findings=(absent,)),)).to_html()
    assert '<mark class="critical">13 million</mark>' in page
    assert '<mark class="critical">1,3 million</mark>' not in page


@pytest.mark.parametrize(("core", "marked"), [(Span(6, 11), "paierons"), (Span(0, len(OFFICIAL) - 4), None)])
def test_html_marks_the_part_that_is_quoted_by_whole_words(core: Span, marked: str | None) -> None:
    report = make_report()
    (item,) = report.items
    source = attrs.evolve(item.sources[0], core=core)
    page = attrs.evolve(report, items=(attrs.evolve(item, sources=(source,), findings=()),)).to_html()
    assert re.findall(r'<mark class="core">([^<]*)', page) == ([marked] if marked else [])


def test_an_article_that_quotes_nothing_is_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    from rich.console import Console

    report = attrs.evolve(make_report(), items=())
    print_report(report, Console(soft_wrap=True, highlight=False))
    for shown in (report.to_html(), capsys.readouterr().out):
        assert "There is no quoted statement in the article" in shown


def test_a_mark_that_is_missing_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    from rich.console import Console

    report = make_report()
    (item,) = report.items
    quote = attrs.evolve(item.quote, warning="the opening mark is never closed")
    report = attrs.evolve(report, items=(attrs.evolve(item, quote=quote),))
    print_report(report, Console(soft_wrap=True, highlight=False))
    for shown in (report.to_html(), capsys.readouterr().out):
        assert "the opening mark is never closed" in shown


def test_figures_that_a_translation_loses_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    from rich.console import Console

    report = make_report()
    (item,) = report.items
    source = attrs.evolve(item.sources[0], lost=("1.3 million", "5 May"))
    report = attrs.evolve(report, items=(attrs.evolve(item, sources=(source,)),))
    print_report(report, Console(soft_wrap=True, highlight=False))
    for shown in (report.to_html(), capsys.readouterr().out):
        assert "The passage says 1.3 million, 5 May, this translation does not." in shown
    assert json.loads(report.to_json())["items"][0]["passages"][0]["lost"] == ["1.3 million", "5 May"]


@pytest.mark.parametrize(
    ("kind", "rendering", "says"),
    [
        ("number", Span(13, 23), "official 2 agrees with the article"),
        ("number", None, "not so in official 2"),
        ("polarity", Span(13, 23), "not so in official 2"),
    ],
)
def test_only_of_figures_a_version_is_said_to_agree(kind: DivergenceKind, rendering: Span | None, says: str) -> None:
    report = make_report()
    (finding,) = report.items[0].findings
    other = attrs.evolve(report.officials[0], name="official 2")
    divergence = attrs.evolve(finding.divergence, kind=kind, rendering=rendering)
    finding = attrs.evolve(finding, divergence=divergence, contradicted_by=(1,))
    assert basis(finding, attrs.evolve(report, officials=(*report.officials, other))) == f"official, 97% sure; {says}"


def test_official_texts_are_shown_in_their_order() -> None:
    (item,) = make_report().items
    (source,) = item.sources
    others = [attrs.evolve(source, document=2), attrs.evolve(source, document=1), attrs.evolve(source, matched=False)]
    item = attrs.evolve(item, sources=(*others, source))
    assert [one.document for one in item.matched] == [0, 1, 2]


@pytest.mark.parametrize("severity", ["critical", "major", "minor"])
def test_worst(severity: Severity) -> None:
    assert make_report(severity).worst() == severity


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], [("abcdef", "")]),
        ([(Span(2, 4), "major")], [("ab", ""), ("cd", "major"), ("ef", "")]),
        ([(Span(0, 3), "major"), (Span(2, 6), "core")], [("abc", "major"), ("def", "core")]),
        ([(Span(10, 12), "major")], [("abcdef", "")]),
    ],
)
def test_pieces_cover_the_text(marks: list[tuple[Span, str]], expected: list[tuple[str, str]]) -> None:
    found = pieces("abcdef", Span(0, 6), marks)
    assert found == [Piece(text, mark) for text, mark in expected]


@pytest.mark.parametrize(
    ("span", "expected"),
    [(Span(0, 2), "We"), (Span(19, 23), "ion,"), (Span(24, 28), "this"), (Span(0, 28), ARTICLE[1:48])],
)
def test_spans_of_a_split_quote_point_into_the_article(span: Span, expected: str) -> None:
    quote = make_report().items[0].quote
    assert _in_article(span, quote).of(ARTICLE) == expected
