from __future__ import annotations

import json
import re

import attrs
import pytest

from polyglot_news.article.check import _in_article
from polyglot_news.compare.model import Divergence, DivergenceKind, Severity
from polyglot_news.compare.naming.invented import invented_names
from polyglot_news.documents import document_from_text
from polyglot_news.quotes.model import Quote
from polyglot_news.report.console import print_report
from polyglot_news.report.html import Piece, pieces
from polyglot_news.report.model import REPORT_KEYS, Finding, Item, Report, Source
from polyglot_news.report.wording import basis, doubts, outcome, speaker
from polyglot_news.terminal import printable
from polyglot_news.text import Span
from polyglot_news.values import find_values
from polyglot_news.values.describe import describe

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


def test_json_holds_the_text_in_which_offsets_count_where_no_file_does() -> None:
    report = make_report()
    page = attrs.evolve(report.article, extracted=True)
    plain = attrs.evolve(report, article=page).to_dict()
    assert (plain["article"]["text"], plain["officials"][0]["text"]) == (ARTICLE, None)


def test_the_keys_of_a_report_are_known_without_one() -> None:
    assert tuple(make_report().to_dict()) == REPORT_KEYS


def test_same_report_same_bytes() -> None:
    assert make_report().to_json() == make_report().to_json()
    assert make_report().to_html() == make_report().to_html()


def test_console_text(capsys: pytest.CaptureFixture[str]) -> None:
    from rich.console import Console

    print_report(make_report(), Console(soft_wrap=True, highlight=False))
    shown = capsys.readouterr().out
    assert "critical number: The official text says 1.3 million" in shown
    counted = "0 with no divergence found, 1 divergent, 0 not found in the official texts."
    assert f"1 quoted statement in article: {counted}" in shown
    assert "“We will pay 13 million” … “this <script>year</scr”" in shown


def test_no_reader_is_told_that_a_quote_is_faithful(capsys: pytest.CaptureFixture[str]) -> None:
    from rich.console import Console

    report = make_report()
    item = attrs.evolve(report.items[0], findings=(), verdict="faithful")
    report = attrs.evolve(report, items=(item,))
    print_report(report, Console(soft_wrap=True, highlight=False))
    page = re.sub(r"<style>.*</style>", "", report.to_html(), flags=re.DOTALL)
    for shown in (re.sub(r"<[^>]*>", "", page), capsys.readouterr().out):
        assert "no divergence found" in shown
        assert "faithful" not in shown
    assert json.loads(report.to_json())["items"][0]["verdict"] == "faithful"


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


def test_no_text_commands_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    from rich.console import Console

    hostile = make_report().article.text.replace("13 million", "\x1b[2J\u202e\x9b\r\n:x:")
    report = make_report()
    article = document_from_text(hostile, name="a\x07", language="en")
    print_report(attrs.evolve(report, article=article), Console(soft_wrap=True, highlight=False))
    shown = capsys.readouterr().out
    assert "We will pay \ufffd[2J\ufffd\n:x:" in shown
    assert not set(shown) & set("\x07\r\x1b\x9b\u202e")
    assert printable("a\tb\nc é 停火") == "a\tb\nc é 停火"


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


def test_names_that_a_translation_invents_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    from rich.console import Console

    report = make_report()
    (item,) = report.items
    source = attrs.evolve(item.sources[0], invented=("Canada", "Pakistan"))
    report = attrs.evolve(report, items=(attrs.evolve(item, sources=(source,)),))
    print_report(report, Console(soft_wrap=True, highlight=False))
    for shown in (report.to_html(), capsys.readouterr().out):
        assert "This translation says Canada, Pakistan, the passage does not." in shown
    assert json.loads(report.to_json())["items"][0]["passages"][0]["invented"] == ["Canada", "Pakistan"]


@pytest.mark.parametrize(
    ("text", "translation", "languages", "names"),
    [
        ("全国人民团结起来。", "The Canadian people unite.", ("zh", "en"), ("Canadian",)),
        ("中方对巴以局势深感担忧。", "China is worried about Pakistan and Pakistan.", ("zh", "en"), ("Pakistan",)),
        ("中方对巴以局势深感担忧。", "China is worried about Palestine and Israel.", ("zh", "en"), ()),
        ("中加关系重回正轨。", "Relations between China and Canada are back on track.", ("zh", "en"), ()),
        ("我国经济增长了。", "China’s economy has grown.", ("zh", "en"), ()),
        ("Nos amis norvégiens", "我们的瑞典朋友", ("fr", "zh"), ("瑞典",)),
        ("L’Élysée a répondu au chancelier allemand.", "France answered the German chancellor.", ("fr", "en"), ()),
    ],
)
def test_names_that_a_translation_invents(
    text: str, translation: str, languages: tuple[str, str], names: tuple[str, ...]
) -> None:
    assert invented_names(text, translation, language=languages[0], target=languages[1]) == names


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("102,540,800,000,000 yuan", "102.5408 trillion yuan"),  # one scale with 102.5 trillion
        ("1,234,500", "1,234,500"),
        ("It took 15 months.", "15 months"),
        ("We have 1 day.", "1 day"),
        ("It takes half an hour.", "1/2 hour"),
        ("It is 20 km away.", "20 km"),
        ("It costs 50 cents.", "50 cents"),
        ("It costs 3 pence.", "3 pence"),
        ("It costs 70 yuan.", "70 yuan"),
        ("It costs $70.", "70 dollars"),
        ("It costs US$70.", "70 USD"),
        ("It took 3 centuries.", "3 centuries"),
        ("nearly three fifths of the boats", "nearly 3/5"),
    ],
)
def test_values_are_described_for_readers(text: str, described: str) -> None:
    assert [describe(value, text) for value in find_values(text, "en")] == [described]


@pytest.mark.parametrize(
    ("kind", "rendering", "passage", "says"),
    [
        ("number", Span(13, 23), "Nous paierons 13 millions.", "official 2 agrees with the article"),
        ("number", Span(13, 23), "Nous paierons.", "not found against official 2"),
        ("number", Span(13, 23), "Nous paierons 12 millions.", "not found against official 2"),
        ("number", None, "Nous paierons 13 millions.", "not found against official 2"),
        ("polarity", Span(13, 23), "Nous paierons 13 millions.", "not found against official 2"),
    ],
)
def test_a_version_is_said_to_agree_only_where_it_gives_the_same_figure(
    kind: DivergenceKind, rendering: Span | None, passage: str, says: str
) -> None:
    report = make_report()
    (item,) = report.items
    (finding,) = item.findings
    other = document_from_text(passage, name="official 2", language="fr")
    source = attrs.evolve(item.sources[0], document=1, span=Span(0, len(passage)), core=Span(0, 5), text=passage)
    item = attrs.evolve(item, sources=(*item.sources, source))
    divergence = attrs.evolve(finding.divergence, kind=kind, rendering=rendering)
    finding = attrs.evolve(finding, divergence=divergence, contradicted_by=(1,))
    report = attrs.evolve(report, officials=(*report.officials, other), items=(item,))
    assert basis(finding, item, report) == f"official, 97% sure; {says}"
    unsure = attrs.evolve(finding, divergence=attrs.evolve(divergence, confidence=0.55))
    assert basis(unsure, item, report) == f"one version only: official, 55% sure; {says}"


def test_official_texts_are_shown_in_their_order() -> None:
    (item,) = make_report().items
    (source,) = item.sources
    others = [attrs.evolve(source, document=2), attrs.evolve(source, document=1), attrs.evolve(source, matched=False)]
    item = attrs.evolve(item, sources=(*others, source))
    assert [one.document for one in item.matched] == [0, 1, 2]


def shown_twice(report: Report, capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """Return the page without its style, and what the console shows."""
    from rich.console import Console

    print_report(report, Console(soft_wrap=True, highlight=False))
    return re.sub(r"<style>.*</style>", "", report.to_html(), flags=re.DOTALL), capsys.readouterr().out


@pytest.mark.parametrize("why", ["hint", "minor", "doubtful"])
def test_what_is_not_sure_bears_a_sign_of_its_own(why: str, capsys: pytest.CaptureFixture[str]) -> None:
    report = make_report("minor")
    (item,) = report.items
    unsure = {
        "hint": attrs.evolve(item, findings=(), hints=item.findings, verdict="faithful"),
        "minor": attrs.evolve(item, verdict="faithful"),
        "doubtful": attrs.evolve(
            item, findings=(), sources=(attrs.evolve(item.sources[0], similarity=0.51),), verdict="faithful"
        ),
    }[why]
    report = attrs.evolve(report, items=(unsure,))
    assert outcome(unsure) == "look"
    for shown in shown_twice(report, capsys):
        assert "1 worth a look" in shown
        assert "0 with no divergence found" in shown
        assert "✓ 1" not in shown
    assert json.loads(report.to_json())["items"][0]["verdict"] == "faithful"
    assert report.worst() == ("minor" if why == "minor" else None)


def test_a_quote_without_doubt_keeps_its_tick(capsys: pytest.CaptureFixture[str]) -> None:
    report = make_report()
    item = attrs.evolve(report.items[0], findings=(), verdict="faithful")
    for shown in shown_twice(attrs.evolve(report, items=(item,)), capsys):
        assert "1 with no divergence found" in shown
        assert "worth a look" not in shown


def test_hints_mark_their_places() -> None:
    report = make_report()
    (item,) = report.items
    hinted = attrs.evolve(item, findings=(), hints=item.findings, verdict="faithful")
    page = attrs.evolve(report, items=(hinted,)).to_html()
    assert '<mark class="hint">13 million</mark>' in page
    assert '<mark class="hint">1,3 million</mark>' in page


def test_the_nearest_passage_is_shown_with_its_doubt(capsys: pytest.CaptureFixture[str]) -> None:
    report = make_report()
    (item,) = report.items
    far = attrs.evolve(item.sources[0], similarity=0.22, matched=False)
    lost = attrs.evolve(item, sources=(far,), findings=(), verdict="unmatched")
    for shown in shown_twice(attrs.evolve(report, items=(lost,)), capsys):
        assert "perhaps this one (22% likely)" in shown
        assert "Nous paierons 1,3 million" in shown


def test_translations_are_said_to_be_rough(capsys: pytest.CaptureFixture[str]) -> None:
    for shown in shown_twice(make_report(), capsys):
        assert "The translations are made by machine and are rough" in shown


@pytest.mark.parametrize(("count", "found", "asks"), [(5, 0, True), (5, 1, True), (5, 2, False), (2, 0, False)])
def test_a_wrong_official_text_is_suspected(
    count: int, found: int, asks: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    report = make_report()
    (item,) = report.items
    lost = attrs.evolve(item, sources=(), findings=(), verdict="unmatched")
    items = tuple([item] * found + [lost] * (count - found))
    for shown in shown_twice(attrs.evolve(report, items=items), capsys):
        assert ("Is this the right official text" in shown) is asks


def test_files_that_were_swapped_are_suspected() -> None:
    report = make_report()
    quoting = document_from_text("« Le port rouvrira en mai », a déclaré Mme Roche.", name="official", language="fr")
    assert "in their places" in doubts(attrs.evolve(report, items=(), officials=(quoting,)))
    assert doubts(attrs.evolve(report, items=())) == ""


def test_a_card_leads_back_to_its_quote() -> None:
    page = make_report().to_html()
    assert 'href="#q1"' in page
    assert page.count('id="q1"') == 1


def test_only_the_part_of_a_split_quote_that_departs_is_coloured() -> None:
    page = make_report().to_html()
    assert 'class="divergent" href="#s1"' in page
    assert 'class="divergent rest" href="#s1"' in page


def test_the_comma_before_who_said_it_is_not_shown() -> None:
    page = make_report().to_html()
    assert '<mark class="critical">13 million</mark>” … “this' in page


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


@pytest.mark.parametrize(
    ("text", "named", "cue", "shown"),
    [
        ("the prefecture, which said that day that the dike held", 54, None, "the prefecture"),
        ("Mme Lang, qui est née ici et", 28, None, "Mme Lang"),
        ("Paul Kern, the mayor", 20, None, "Paul Kern, the mayor"),
        ("adding that the dike held", 0, Span(0, 6), "speaker not named"),
        ("the dike held", 0, None, "told by the article"),
    ],
)
def test_who_speaks_is_shown_without_what_is_told_of_her(text: str, named: int, cue: Span | None, shown: str) -> None:
    whole = Span(0, len(text))
    someone = Span(0, named) if named else None
    quote = Quote(contents=(whole,), speaker=someone, cue=cue, kind="reported", text=text)
    assert speaker(quote, text) == shown
