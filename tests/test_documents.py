"""Reading files of several formats and encodings, the errors for what cannot be read, and writing whole files."""

from __future__ import annotations

import datetime as dt
import io
import os
import sys
import time
from pathlib import Path

import pytest
import trafilatura

from polyglot_news.documents import Document, document_from_text, read_document, told_apart
from polyglot_news.encodings import GuessedEncodingWarning
from polyglot_news.errors import InputError, LanguageError, MissingFileError
from polyglot_news.files import MAX_BYTES, read_lines, write_whole
from polyglot_news.heading import headline
from polyglot_news.quotes import extract_quotes
from polyglot_news.text import split_sentences
from polyglot_news.webpage import join_lines

FRENCH = "Le ministre a déclaré à Genève que « rien n’est décidé » et que l’été sera long.\r\nLa séance est levée.\n"
CHINESE = "外交部发言人表示，中方愿同各方一道努力。“我们同意。”他说。\n会议结束了。\n"
TRADITIONAL = "外交部發言人表示，中方願同各方一道努力。「我們同意。」他說。\n會議結束了。\n"


def write(folder: Path, content: str | bytes, name: str = "text.txt") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    "data",
    [
        FRENCH.encode(),
        b"\xef\xbb\xbf" + FRENCH.encode(),
        FRENCH.encode("utf-16"),
        b"\xfe\xff" + FRENCH.encode("utf-16-be"),
        FRENCH.encode("utf-32"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16-be", "utf-32"],
)
def test_plain_text_is_kept_but_for_the_byte_order_mark(tmp_path: Path, data: bytes) -> None:
    path = write(tmp_path, data)
    assert read_document(path) == Document(name="text.txt", text=FRENCH, language="fr", script="Latn", path=path)


@pytest.mark.parametrize(
    ("data", "parts"),
    [
        (b"", ["is empty"]),
        (b" \r\n\t", ["is empty"]),
        (b"\xef\xbb\xbf", ["is empty"]),
        ("Zażółć gęślą jaźń, powiedział.".encode("cp1250"), ["probably WINDOWS-1252", "iconv -f WINDOWS-1252"]),
        ("Здравствуйте, товарищи.".encode("koi8-r"), ["is not UTF-8", "text.txt"]),
        (CHINESE.encode() + b"\xff", ["not valid UTF-8 at byte", "iconv -c"]),
        (FRENCH.encode("utf-16-le"), ["UTF-16LE without a byte order mark"]),
        (b"\xff\xfe" + FRENCH.encode("utf-16-le")[:-1], ["breaks off"]),
        (b"%PDF-1.7\n1 0 obj", ["is a PDF", "/text.txt`"]),
        (b"PK\x03\x04\x14\x00", ["office document"]),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", ["office document"]),
        (b"{\\rtf1 hello}", ["rich text"]),
        (b"\x1f\x8b\x08\x00", ["gunzip"]),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", ["binary"]),
        (b"one\x00two", ["binary"]),
        (b"\xff\xfeo\x00\x00\x00", ["null characters"]),
    ],
)
def test_unreadable_content(tmp_path: Path, data: bytes, parts: list[str]) -> None:
    path = write(tmp_path, data)
    with pytest.raises(InputError) as caught:
        read_document(path)
    message = str(caught.value)
    assert "\n" not in message
    assert all(part in message for part in ["text.txt", *parts])


def test_messages_name_the_file_as_it_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "port").mkdir()
    write(tmp_path / "port", b"%PDF-1.7")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=r"^port/text\.txt is a PDF: .*`pdftotext port/text\.txt`"):
        read_document("port/text.txt")


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match="There is no file"):
        read_document(tmp_path / "missing.txt")
    with pytest.raises(InputError, match="is a folder"):
        read_document(tmp_path)
    with pytest.raises(InputError, match="cannot be read"):
        read_document("null\0character")
    with pytest.raises(InputError, match="cannot be read"):
        read_document("x" * 10_000)
    with pytest.raises(MissingFileError):
        read_document(write(tmp_path, "text") / "below")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not bind this user")
def test_file_without_permission(tmp_path: Path) -> None:
    path = write(tmp_path, "text")
    path.chmod(0)
    with pytest.raises(InputError, match="cannot be read"):
        read_document(path)


def test_too_large_a_file(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(InputError, match="larger than 50 MB"):
        read_document(path)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(FRENCH.encode())))
    document = read_document("-")
    assert (document.name, document.text, document.path) == ("standard input", FRENCH, None)


@pytest.mark.parametrize(("language", "expected"), [(None, "en"), ("fr-CA", "fr"), ("zh", "zh")])
def test_language_that_is_given_wins(tmp_path: Path, language: str | None, expected: str) -> None:
    document = read_document(write(tmp_path, "The talks failed again, she said."), language=language)
    assert (document.language, document.script) == (expected, "Latn")


def test_language_that_is_not_handled(tmp_path: Path) -> None:
    with pytest.raises(LanguageError):
        read_document(write(tmp_path, "text"), language="de")


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        (FRENCH.replace("\u202f", "\u00a0"), "cp1252", "WINDOWS-1252"),
        (CHINESE, "gb18030", "GB18030"),
        (TRADITIONAL, "big5", "BIG5"),
    ],
)
def test_an_encoding_that_is_sure_is_read_and_told(tmp_path: Path, text: str, encoding: str, told: str) -> None:
    path = write(tmp_path, text.encode(encoding))
    with pytest.warns(GuessedEncodingWarning, match=f"text.txt is not UTF-8 and was read as {told}"):
        assert read_document(path).text == text


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Rail : la régulatrice refuse de « crier victoire »", "Rail : la régulatrice refuse de « crier victoire »"),
        ("Mayor calls the quay “a gift to the town”", "Mayor calls the quay “a gift to the town”"),
        ("部长称新码头“来之不易”", "部长称新码头“来之不易”"),
        ("« Nous ne partirons pas »", None),
        ("He said that he would stay.", None),
        ("“No,” she said, “never”", None),
    ],
)
def test_a_headline_may_end_with_a_quote(line: str, title: str | None) -> None:
    assert headline(f"{line}\n\nThe text begins here.") == title


def test_document_from_text() -> None:
    document = document_from_text(CHINESE, name="communiqué")
    assert (document.name, document.text, document.language, document.script) == ("communiqué", CHINESE, "zh", "Hans")
    with pytest.raises(InputError, match="is empty"):
        document_from_text(" ")
    with pytest.raises(InputError, match="surrogate"):
        document_from_text("half \ud83d of it")


@pytest.mark.parametrize(
    ("content", "extracted"),
    [(FRENCH, False), (f"<html><body><p>{FRENCH}</p></body></html>", True), ('{"text": "Rien n’est décidé."}', True)],
)
def test_a_text_that_is_not_the_file_is_known(tmp_path: Path, content: str, extracted: bool) -> None:
    assert read_document(write(tmp_path, content)).extracted is extracted


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["port/talk.txt", "mine/talk.txt"], ["port/talk.txt", "mine/talk.txt"]),
        (["talk.txt", "mine/talk.txt", "mine/notes.txt"], ["{}/talk.txt", "mine/talk.txt", "notes.txt"]),
        (["a/en/talk.txt", "b/en/talk.txt", "fr/talk.txt"], ["a/en/talk.txt", "b/en/talk.txt", "fr/talk.txt"]),
        (["mine/talk.txt", "port/../mine/talk.txt"], ["talk.txt", "talk.txt"]),  # one file: there is nothing to tell
        (["port/talk.txt", "mine/notes.txt"], ["talk.txt", "notes.txt"]),
    ],
)
def test_files_of_one_name_are_told_apart_by_their_paths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str], names: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for path in map(Path, ["port/other.txt", *paths]):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(FRENCH, encoding="utf-8")
    named = [document.name for document in told_apart([read_document(path) for path in paths])]
    assert named == [name.format(tmp_path.name) for name in names]


def test_names_that_the_caller_gave_stay() -> None:
    documents = [document_from_text(FRENCH, name="talk"), document_from_text(CHINESE, name="talk")]
    assert told_apart(documents) == documents


def test_characters_without_width_are_left_out(tmp_path: Path) -> None:
    marked = FRENCH.replace(" ", "\u200b ").replace("e", "e\u00ad").replace(".", "\u202c.\ufeff")
    assert document_from_text(marked).text == read_document(write(tmp_path, marked.encode())).text == FRENCH
    with pytest.raises(InputError, match="is empty"):
        document_from_text("\u200b\u2060")


def page(body: str, charset: str, *, head: str = "") -> bytes:
    head = f'<meta charset="{charset}"><title>Titre</title>{head}'
    html = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return html.encode(charset, "xmlcharrefreplace")


@pytest.mark.parametrize(
    ("charset", "text"),
    [("utf-8", FRENCH), ("windows-1252", FRENCH), ("iso-8859-1", FRENCH), ("gb2312", CHINESE), ("big5", TRADITIONAL)],
)
def test_html_is_decoded_as_declared(tmp_path: Path, charset: str, text: str) -> None:
    lines = text.split()
    body = "<nav><a href='/'>Menu</a></nav><article><p>" + "</p><p>".join(text.splitlines() * 3) + "</p></article>"
    document = read_document(write(tmp_path, page(body, charset), "page.html"))
    assert all(word in document.text for word in lines)
    assert "Menu" not in document.text
    assert document.title == "Titre"


def test_html_without_an_article_gives_all_its_text(tmp_path: Path) -> None:
    body = "<ul><li><a href='/'>Oui, dit-elle.</a></li></ul>"
    document = read_document(write(tmp_path, page(body, "utf-8"), "page.txt"))
    assert document.text.strip() == "Oui, dit-elle."


def test_standard_input_without_bytes_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(FRENCH))
    with pytest.raises(InputError, match="it holds no bytes"):
        read_document("-")


@pytest.mark.parametrize("piece", [f"<p>{FRENCH}</p>", f"<article><p>{FRENCH}</p></article>", FRENCH])
def test_a_piece_of_a_page_is_read(tmp_path: Path, piece: str) -> None:
    assert read_document(write(tmp_path, piece, "piece.html")).text.split() == FRENCH.split()


def test_html_metadata(tmp_path: Path) -> None:
    head = '<meta property="article:published_time" content="2024-05-06T10:00:00Z">'
    body = f"<article><h1>Un titre</h1><p>{FRENCH * 3}</p></article>"
    assert read_document(write(tmp_path, page(body, "utf-8", head=head), "p.html")).date == dt.date(2024, 5, 6)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<html><body></body></html>", "is empty"),
        (b"<html><meta charset='nonsense'>\xe9t\xe9", "not UTF-8"),
        (b"<html>" + b"<div>" * 50_000, "is empty"),
    ],
)
def test_broken_html(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_document(write(tmp_path, data, "page.html"))


STATEMENT = [
    "We welcome the ceasefire that was agreed last night in Geneva.",
    "We call on both sides to respect it in full, and to let aid in without delay.",
    "Nothing can replace a political settlement, and we shall work for one.",
]
DISCOURS = [
    "Mesdames, Messieurs, je vous remercie de votre accueil dans ce port.",
    "Nous ouvrirons trois lignes de bateaux d’ici à 2030, et nous n’en fermerons aucune.",
    "Je ne promets pas de miracle ; je promets du travail.",
]
CHINESE_SPEECH = ["各位下午好，今天我愿意回答大家的问题。", "中方一贯主张通过对话解决分歧。", "这一立场没有任何变化。"]


def lines_of(folder: Path, body: str, title: str = "") -> list[str]:
    """Return the lines of the document that a page gives."""
    html = f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title></head><body>{body}</body></html>"
    return read_document(write(folder, html, "page.html")).text.split("\n")


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize(
    "around",
    [
        "<div class='site-footer'><p>The ministry answers letters within two weeks.</p></div>",
        "<div id='cookieNotice'><p>Some cookies are needed for the site to work; the others can be refused.</p></div>",
        "<p>We use cookies to see how many people read us. You may refuse them.</p>",
        "<div role='navigation'><p>Ministers, embassies, visas</p></div>",
        "<div class='box'><h3>Read more</h3><p>The minister met her counterpart in Vienna on Friday.</p></div>",
        "<div class='box'><div><b>See also</b></div><p>The minister met her counterpart in Vienna on Friday.</p></div>",
        "<h3>Related stories</h3><ul><li><a href='/1'>Talks in Vienna go on for a fourth day</a></li></ul>",
        "<p>Read also: <a href='/1'>Talks in Vienna go on for a fourth day</a></p>",
        "<div>Share Print E-mail</div>",
        "<p>© 2024 Ministry of Ports</p>",
    ],
)
@pytest.mark.parametrize("frame", ["<div>{}</div>", "<article>{}</article>", "<details open>{}</details>"])
def test_what_a_site_puts_around_a_text_is_left_out(tmp_path: Path, around: str, frame: str) -> None:
    body = f"<h1>On the ceasefire</h1>{frame.format(paragraphs(STATEMENT))}{around}"
    assert lines_of(tmp_path, body) == ["On the ceasefire", *STATEMENT]


def test_many_labels_in_a_row_take_time_with_their_number_alone(tmp_path: Path) -> None:
    def seconds(links: int) -> float:
        around = "<p><a href='/1'>Read more</a></p>" * links
        start = time.process_time()
        assert lines_of(tmp_path, f"<h1>On the ceasefire</h1><article>{paragraphs(STATEMENT)}</article>{around}")
        return time.process_time() - start

    assert seconds(2000) < 30 * seconds(200) + 1


@pytest.mark.parametrize(
    "said",
    [
        "Read more books, the minister told the pupils of the school.",
        "<b>Related</b> parties must declare their loans, she added.",
        "“We use cookies only where we must,” said the head of the company.",
        "Share the burden: that was the message.",
        "2024年2月11日",
        "作者：谢谢！",
        "Copyright is a right of those who write, the minister said.",
    ],
)
def test_what_only_looks_like_it_is_kept(tmp_path: Path, said: str) -> None:
    body = f"<h1>On the ceasefire</h1><article>{paragraphs([*STATEMENT, said, STATEMENT[0]])}</article>"
    assert said.replace("<b>", "").replace("</b>", "") in lines_of(tmp_path, body)


@pytest.mark.parametrize("name", ["nav", "has-footer cookies-accepted", "related share menu"])
def test_most_of_a_page_is_kept_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    body = f"<div class='{name}'>{paragraphs(STATEMENT)}</div><div class='footer'>The ministry answers letters.</div>"
    assert lines_of(tmp_path, body) == STATEMENT


def test_chinese_government_page(tmp_path: Path) -> None:
    body = f"""<div class="pos">当前位置：<a href="/">首页</a> &gt; <a href="/a">要闻</a></div>
    <h1>外交部发言人主持例行记者会</h1><p>2024年2月11日 15:20　来源：新闻司　字体：[大 中 小] 打印</p>
    <div>{paragraphs(CHINESE_SPEECH)}</div><div class="xg"><h3>相关阅读</h3><p>发言人答记者问。</p></div>
    <div class="di"><p>版权所有：某部 地址：某大街2号</p><p>网站标识码：bm00000000 京ICP备00000000号</p>
    <p>建议您使用1024×768分辨率浏览本网站</p></div>"""
    assert lines_of(tmp_path, body, "外交部发言人主持例行记者会_某部") == [
        "外交部发言人主持例行记者会",
        *CHINESE_SPEECH,
    ]
    assert read_document(tmp_path / "page.html").date == dt.date(2024, 2, 11)


def test_lines_that_breaks_make(tmp_path: Path) -> None:
    speech = "<br><br>".join([DISCOURS[0], "À lire aussi : <a href='/1'>Un port et son histoire</a>", *DISCOURS[1:]])
    body = f"<h1>Discours au port</h1><div>{speech}</div><div><h4>Lire aussi</h4><p>Le ministre est à Brest.</p></div>"
    assert lines_of(tmp_path, body) == ["Discours au port", *DISCOURS]


def test_many_line_breaks_take_time_with_their_number_alone() -> None:
    def seconds(lines: int) -> float:
        tree = trafilatura.load_html(f"<html><body><p>So{'<br>the work goes on' * lines}</p></body></html>")
        assert tree is not None
        start = time.process_time()
        join_lines(tree)
        assert len(tree.text_content()) > 15 * lines
        return time.process_time() - start

    assert seconds(20_000) < 30 * seconds(2_000) + 1


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("Nous attendons le matin.", ["> Nous attendons le matin."]),
        (
            "<p>Nous <b>attendons</b>.</p><p><em>Demain</em>, oui.</p>",
            ["> Nous attendons.", "> Demain, oui."],
        ),
        ("Nous attendons.<br>Demain, oui.", ["> Nous attendons.", "> Demain, oui."]),
        ("<ul><li>Nous attendons.</li><li>Demain, oui.</li></ul>", ["> Nous attendons.", "> Demain, oui."]),
    ],
)
def test_block_quotations_are_marked(tmp_path: Path, quotation: str, expected: list[str]) -> None:
    quoted = f"<p>La ministre, Ève Roch, a dit :</p><blockquote>{quotation}</blockquote><p>Elle part demain.</p>"
    lines = lines_of(tmp_path, f"<article>{paragraphs(DISCOURS)}{quoted}</article>")
    assert lines[-2 - len(expected) :] == ["La ministre, Ève Roch, a dit :", *expected, "Elle part demain."]
    text = read_document(tmp_path / "page.html").text
    quote = extract_quotes(text, "fr")[-1]
    assert (quote.kind, quote.speaker and quote.speaker.of(text)) == ("block", "La ministre, Ève Roch")


def test_a_pull_quote_and_an_indented_page_are_no_block_quotations(tmp_path: Path) -> None:
    pulled = f"<article>{paragraphs(DISCOURS)}<blockquote>{DISCOURS[0]}</blockquote></article>"
    assert not any(line.startswith(">") for line in lines_of(tmp_path, pulled))
    assert lines_of(tmp_path, f"<main><blockquote>{paragraphs(DISCOURS)}</blockquote></main>") == DISCOURS


@pytest.mark.parametrize(
    "layout",
    [
        "<table><tr><td>{}</td></tr></table>",
        "<table><tr><td><a href='/1'>Agenda</a><br><a href='/2'>Presse</a></td><td>{}</td></tr></table>",
        "<table><tr><td><table><tr><td>{}</td></tr></table></td></tr><tr><td>© Préfecture du port</td></tr></table>",
    ],
)
def test_tables_that_lay_out_a_page(tmp_path: Path, layout: str) -> None:
    body = f"<h1>Discours au port</h1>{layout.format(paragraphs(DISCOURS))}"
    assert lines_of(tmp_path, body) == ["Discours au port", *DISCOURS]


def test_turns_in_rows_and_lists(tmp_path: Path) -> None:
    rows = "<tr><td><b>Mme Arnoux :</b></td><td>{}</td></tr><tr><td>M. Belin :</td><td><br>Trop tard !</td></tr>"
    said = ["Mme Arnoux : " + DISCOURS[0], "M. Belin : Trop tard !"]
    assert lines_of(tmp_path, f"<table>{rows.format(paragraphs(DISCOURS[:1])) * 2}</table>") == said * 2
    terms = rows.replace("<tr><td>", "<dt>").replace("</td><td>", "</dt><dd>").replace("</td></tr>", "</dd>")
    assert lines_of(tmp_path, f"<dl>{terms.format(DISCOURS[0]) * 2}</dl>") == said * 2


def test_tables_of_figures_stay_tables(tmp_path: Path) -> None:
    table = "<table><tr><th>Année</th><th>Lignes</th></tr><tr><td>2023</td><td>40</td></tr></table>"
    lines = lines_of(tmp_path, f"<article>{paragraphs(DISCOURS)}{table}</article>")
    assert "| 2023 | 40 |" in lines


@pytest.mark.parametrize(
    ("body", "first"),
    [
        ("<h1>La<br>Gazette</h1><h1>Un port\u00a0ouvre</h1><div class='content'>{}</div>", "Un port ouvre"),
        ("<h1><a href='/'>La Gazette</a></h1><div class='content'>{}</div>", DISCOURS[0]),
        ("<h1>Un port</h1><h1>Une ville</h1><div>{}</div>", "Un port"),
    ],
)
def test_the_headline_is_the_first_line(tmp_path: Path, body: str, first: str) -> None:
    lines = lines_of(tmp_path, body.format(paragraphs(DISCOURS)), "Un port ouvre | Journal")
    assert lines[0] == first
    assert lines[-3:] == DISCOURS


TMX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="en-GB" datatype="plaintext"/><body>
<tu><tuv xml:lang="en-GB">
<seg>The <bpt i="1">&lt;b&gt;</bpt>talks<ept i="1">&lt;/b&gt;</ept> <hi>failed</hi></seg></tuv>
<tuv xml:lang="FR"><seg>Échec.</seg></tuv></tu>
<tu><tuv xml:lang="fr"><seg>Les pourparlers
 ont repris.</seg></tuv><tuv xml:lang="en"><seg/></tuv></tu>
</body></tmx>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_tmx_gives_one_side(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path, TMX.replace("UTF-8", encoding).encode(encoding), "memory.tmx")
    assert read_document(path, language="fr").text == "Échec.\nLes pourparlers ont repris."
    assert read_document(path).text == "The talks failed"


@pytest.mark.parametrize(
    ("content", "language", "message"),
    [
        (TMX, "zh", "choose one of en, fr"),
        ("<tmx>", None, "not well-formed"),
        (f"<tmx><tu><tuv><seg>{'<hi>' * 50_000}{'</hi>' * 50_000}</seg></tuv></tu></tmx>", None, "no segments"),
        ("<tmx></tmx>", None, "no segments"),
        ('<!DOCTYPE tmx [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><tmx>&c;</tmx>', None, "entities, which are refused"),
    ],
)
def test_broken_tmx(tmp_path: Path, content: str, language: str | None, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_document(write(tmp_path, content, "memory.tmx"), language=language)


def test_json_lines(tmp_path: Path) -> None:
    lines = '{"text": "Le ministre a\\nparlé."}\n\n{"text": "On l’a écouté \\ud800.", "lang": "fr-FR", "id": 3}\n'
    document = read_document(write(tmp_path, lines, "lines.jsonl"))
    assert document.text == "Le ministre a parlé.\nOn l’a écouté \ufffd."
    both = lines + '{"text": "Nobody spoke.", "lang": "en"}\n'
    assert "Nobody" not in read_document(write(tmp_path, both), language="fr").text
    long = ("Le ministre a parlé. " * 60_000).strip()
    assert read_document(write(tmp_path, f'{{"text": "{long}"}}\n{lines}')).text.startswith(long)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"text": "one"}\nnonsense', "line 2: this is no JSON"),
        ('{"text": "one"}\n{"words": 3}', 'line 2: there is no "text"'),
        ('{"text": "one"}\n["two"]', "line 2"),
        ('{"text": "one", "lang": "en"}\n{"text": "un", "lang": "fr"}', "several languages"),
        ("[" * 100_000, "line 1"),
        ('{"text": " "}', "is empty"),
    ],
)
def test_broken_json_lines(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_document(write(tmp_path, content, "lines.jsonl"))


@pytest.mark.parametrize(
    ("text", "title", "date"),
    [
        ("Talks fail again\n\nGENEVA, 6 May 2024 — The talks failed.", "Talks fail again", dt.date(2024, 5, 6)),
        ("Talks fail again\r\n\r\nMay 6, 2024\r\nThe talks failed.", "Talks fail again", dt.date(2024, 5, 6)),
        ("Published 2024-05-06\nThe talks failed.", None, dt.date(2024, 5, 6)),
        ("Genève, le 1er août 2023 – Les pourparlers", None, dt.date(2023, 8, 1)),
        ("公报\n\n2024年5月6日\n会谈结束了。", "公报", dt.date(2024, 5, 6)),
        ("二〇二三年十二月三十一日\n会谈结束了。", None, dt.date(2023, 12, 31)),
        ("The talks failed.\n\nNobody knows why.", None, None),
        ("She said that the talks that had begun on 6 May 2024 would go on until the autumn.", None, None),
        ("31 February 2024\nThe talks failed.", None, None),
        ("Version 2024-05-061\nThe talks failed.", None, None),
        ("5 Mondays 2024\nThe talks failed.", None, None),
    ],
)
def test_headline_and_date(text: str, title: str | None, date: dt.date | None) -> None:
    document = document_from_text(text)
    assert (document.title, document.date) == (title, date)


def test_five_megabytes_are_read_in_seconds(tmp_path: Path) -> None:
    assert len(read_document(write(tmp_path, FRENCH * 50_000)).text) > 5_000_000


def test_write_whole(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    write_whole(path, "été\r\n")
    write_whole(path, FRENCH)
    write_whole(tmp_path / "data", b"\x00")
    assert path.read_bytes() == FRENCH.encode()
    assert sorted(child.name for child in tmp_path.iterdir()) == ["data", "report.html"]


@pytest.mark.skipif(os.name == "nt", reason="links and modes as on POSIX")
def test_write_whole_follows_links_and_keeps_the_mode(tmp_path: Path) -> None:
    path = write(tmp_path, "old")
    path.chmod(0o640)
    (tmp_path / "link").symlink_to(path)
    write_whole(tmp_path / "link", "new")
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("new", 0o640)
    assert (tmp_path / "link").is_symlink()


def test_write_whole_refuses(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="folder does not exist"):
        write_whole(tmp_path / "missing" / "report", "text")
    with pytest.raises(InputError, match="is a folder"):
        write_whole(tmp_path, "text")
    with pytest.raises(InputError, match="Cannot write"):
        write_whole("null\0character", "text")
    with pytest.raises(InputError, match="Cannot write"):
        write_whole(write(tmp_path, "file") / "below", "text")
    assert [child.name for child in tmp_path.iterdir()] == ["text.txt"]


def test_failed_write_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "old")

    def fail(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(InputError, match="No space left"):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert [child.name for child in tmp_path.iterdir()] == ["text.txt"]


def test_read_lines(tmp_path: Path) -> None:
    assert read_lines(write(tmp_path, "one\r\ntwo\u2028three\n\nfour")) == ["one", "two\u2028three", "", "four"]
    assert read_lines(write(tmp_path, "")) == []
    with pytest.raises(MissingFileError):
        read_lines(tmp_path / "missing")
    with pytest.warns(GuessedEncodingWarning, match=r"text\.txt is not UTF-8 and was read as WINDOWS-1252"):
        assert read_lines(write(tmp_path, FRENCH.encode("cp1252"))) == FRENCH.splitlines()


def test_a_month_that_is_none_is_no_date() -> None:
    assert document_from_text("二〇二四年十十月三日\n\n会议开始。", name="a").date is None


def test_marks_of_footnotes_are_no_figures(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<html lang="en"><head><title>Mills</title></head><body><h1>The mills of the valley</h1>'
        '<p>The mills have stood still since 2009<sup><a href="#n1">1</a></sup> on 30 km<sup>2</sup> of land.'
        "<sup>[2]</sup> "
        "Some 350<sup>3</sup> millers left before the 21<sup>st</sup> century, as the council of the valley said.</p>"
        "<p>Article 10<sup>3</sup> of the rules spoke of 3 × 10<sup>6</sup> sacks of flour a year for the valley.</p>"
        "</body></html>",
        encoding="utf-8",
    )
    text = read_document(page).text
    assert "since 2009 on 30 km² of land. Some 350 millers left before the 21st century" in text
    assert "Article 10 of the rules spoke of 3 × 10⁶ sacks" in text


def test_a_file_that_another_process_left_does_not_block_an_output(tmp_path: Path) -> None:
    for k in range(20):
        (tmp_path / f".out.txt.{os.getpid()}-{k}.part").touch()
    write_whole(tmp_path / "out.txt", "whole")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == "whole"
    assert len(list(tmp_path.iterdir())) == 21


def test_what_a_page_hides_is_no_text(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<html lang="en"><head><title>Mills</title></head><body><h1>The mills of the valley</h1>'
        "<p>The mills have stood still for ten years, and nobody in the valley has missed them, said the mayor.</p>"
        "<p hidden>“Subscribe now to read on,” the paper said to all who came by.</p></body></html>",
        encoding="utf-8",
    )
    assert "Subscribe" not in read_document(page).text


def test_paragraphs_of_a_page_end_before_small_letters_and_lines_do_not(tmp_path: Path) -> None:
    body = (
        "<h1>The mills</h1><p>The mayor said that the mills of the valley<br>must stay where they are now</p>"
        "<p>and that nobody had missed them.<br>He left at ten.</p><p>iPhone tickets are taken on board.</p>"
    )
    document = read_document(write(tmp_path, page(f"<article>{body}</article>", "utf-8"), "page.html"))
    assert [sentence.of(document.text) for sentence in split_sentences(document.text, "en")] == [
        "The mills",
        "The mayor said that the mills of the valley must stay where they are now",
        "and that nobody had missed them.",
        "He left at ten.",
        "iPhone tickets are taken on board.",
    ]
