"""Glossaries: formats, checks, matching."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from polyglot_news.encodings import GuessedEncodingWarning
from polyglot_news.errors import GlossaryError, MissingFileError
from polyglot_news.glossary import Glossary, Term, check_glossary
from polyglot_news.glossary.presence import find_forms
from polyglot_news.glossary.table import render

TABLE = """en,fr,zh,domain,status,note
ceasefire|cease-fire,cessez-le-feu,停火,diplomacy,preferred,
ceasefire,trêve,休战,diplomacy,forbidden,"a truce, not the end"
WHO,OMS,世卫组织,institutions,,
Kering,,,economy,keep,
"""


def save(tmp_path: Path, content: str | bytes, name: str = "terms.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def forms(glossary: Glossary) -> list[dict[str, tuple[str, ...]]]:
    return [dict(term.forms) for term in glossary]


def test_table_with_header(tmp_path: Path) -> None:
    terms = Glossary.load(save(tmp_path, TABLE)).terms
    assert [term.status for term in terms] == ["preferred", "forbidden", "preferred", "keep"]
    assert terms[0].in_language("en") == ("ceasefire", "cease-fire")
    assert terms[1].note == "a truce, not the end"
    assert [term.line for term in terms] == [2, 3, 4, 5]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "state visit,visite d'État\nsummit,sommet\n"),
        ("a.en-fr.csv", "state visit,visite d'État\nsummit,sommet\n"),
        ("a.csv", "\ufeffen;fr\nstate visit;visite d'État\nsummit;sommet\n"),
        ("a.tsv", "en\tfr\r\nstate visit\tvisite d'État\r\nsummit\tsommet\r\n"),
        ("a.csv", 'English,French,Description\n"state visit","visite d\'État",\nsummit,sommet,\n'),
        ("glossary.en_fr.txt", "# OmegaT\nstate visit\tvisite d'État\tofficial\nsummit\tsommet\n"),
        ("glossary.en-fr.utf8", "state visit\tvisite d'État\nsummit\tsommet\n"),
    ],
)
def test_two_columns(tmp_path: Path, name: str, content: str) -> None:
    assert forms(Glossary.load(save(tmp_path, content, name))) == [
        {"en": ("state visit",), "fr": ("visite d'État",)},
        {"en": ("summit",), "fr": ("sommet",)},
    ]


def test_languages_of_columns_by_script_and_by_hand(tmp_path: Path) -> None:
    path = save(tmp_path, "停火,ceasefire agreement\n国务委员,State Councilor\n")
    assert forms(Glossary.load(path))[1] == {"en": ("State Councilor",), "zh": ("国务委员",)}
    path = save(tmp_path, "x,y\n")
    with pytest.raises(GlossaryError, match="add a header such as en,fr"):
        Glossary.load(path)
    assert forms(Glossary.load(path, languages=("fr", "en"))) == [{"en": ("y",), "fr": ("x",)}]


@pytest.mark.parametrize("version", [2, 3])
def test_tbx_there_and_back(tmp_path: Path, version: int) -> None:
    terms = [
        Term(
            forms={"en": ["ceasefire", "cease-fire"], "fr": ["cessez-le-feu"], "zh": ["停火"]}, domain="d", note="a < b"
        ),
        Term(forms={"en": ["ceasefire"], "fr": ["trêve"]}, status="forbidden", domain="d", note="a < b"),
        Term(forms={"en": ["Kering"]}, status="keep"),
    ]
    text = Glossary(terms).to_tbx(version=3 if version == 3 else 2)
    found = Glossary.load(save(tmp_path, text, "terms.tbx")).find("Trêve", "fr")[0]
    assert found.forbidden("en") == ("ceasefire", "cease-fire")
    again = Glossary.load(tmp_path / "terms.tbx")
    assert [term for term in again if term.status != "forbidden"] == [terms[0], terms[2]]
    assert Glossary(again).find("cease-fire", "en")[0].forbidden("fr") == ("trêve",)


def test_tbx_holds_nothing_that_xml_must_not(tmp_path: Path) -> None:
    glossary = Glossary([Term(forms={"en": ["new\x0bpier"], "fr": ["je\x01 & tée"]}, domain="a\x0c", note="\x1b")])
    (term,) = Glossary.load(save(tmp_path, glossary.to_tbx(), "terms.tbx"))
    assert dict(term.forms) == {"en": ("new pier",), "fr": ("je & tée",)}


@pytest.mark.parametrize(
    ("encoding", "language", "form"), [("cp1252", "fr", "été"), ("gb18030", "zh", "中国的"), ("big5", "zh", "國的")]
)
def test_tables_in_other_encodings_are_read_and_that_is_told(
    tmp_path: Path, encoding: str, language: str, form: str
) -> None:
    path = tmp_path / "terms.csv"
    path.write_bytes(f"en,{language}\nharbour,{form}\n".encode(encoding))
    with pytest.warns(GuessedEncodingWarning, match=r"terms\.csv is not UTF-8 and was read as"):
        (term,) = Glossary.load(path)
    assert dict(term.forms)[language] == (form,)


def test_tbx_keeps_the_notes_of_forbidden_terms(tmp_path: Path) -> None:
    terms = [
        Term(forms={"en": ["ceasefire"], "fr": ["cessez-le-feu"]}, note="n"),
        Term(forms={"en": ["ceasefire"], "fr": ["trêve"]}, status="forbidden", note="a < truce"),
        Term(forms={"en": ["ceasefire"], "fr": ["armistice"]}, status="forbidden"),
        Term(forms={"en": ["state visit"], "fr": ["visite de l'état"]}, status="forbidden", note="not that"),
    ]
    path = save(tmp_path, Glossary(terms).to_tbx(), "terms.tbx")
    assert list(Glossary.load(path)) == terms
    assert check_glossary(path) == []


def test_tbx_makes_no_forbidden_rows_and_no_findings(tmp_path: Path) -> None:
    terms = [
        Term(forms={"en": ["truce"], "fr": ["trêve"], "zh": ["休战", "停战"]}, domain="law"),
        Term(forms={"en": ["truce"], "fr": ["armistice"], "zh": ["停火"]}, domain="law", status="forbidden"),
        Term(forms={"en": ["armistice"], "fr": ["armistice"], "zh": ["停战"]}, domain="law"),
        Term(forms={"en": ["truce"], "fr": ["trêve"], "zh": ["休战", "停战"]}, domain="history"),
    ]
    path = save(tmp_path, Glossary(terms).to_tbx(), "terms.tbx")
    assert list(Glossary.load(path)) == terms
    assert check_glossary(path) == []


@pytest.mark.parametrize("suffix", [".csv", ".tsv"])
def test_table_there_and_back(tmp_path: Path, suffix: str) -> None:
    terms = [
        Term(forms={"en": ["ceasefire", "cease, fire"], "fr": ["cessez-le-feu"]}, domain="d", note='so "called"'),
        Term(forms={"fr": ["l’« accord »"], "zh": ["协议"]}, status="forbidden"),
        Term(forms={"en": ["Kering"]}, status="keep"),
    ]
    path = save(tmp_path, render(Glossary(terms), f"terms{suffix}"), f"terms{suffix}")
    assert list(Glossary.load(path)) == terms
    assert check_glossary(path) == []


@pytest.mark.parametrize(
    ("name", "form", "message"),
    [("terms.tmx", "a", "not written as .tmx: use .csv"), ("terms", "a", "use .csv"), ("terms.csv", "a|b", "has a |")],
)
def test_what_is_not_written(name: str, form: str, message: str) -> None:
    with pytest.raises(GlossaryError, match=re.escape(message)):
        render(Glossary([Term(forms={"en": [form], "fr": ["c"]})]), name)


def test_tbx_with_data_categories_as_tags_and_languages_of_regions(tmp_path: Path) -> None:
    text = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
    xmlns:min="http://www.tbxinfo.net/ns/min"><text><body>
<conceptEntry id="1"><min:subjectField>law</min:subjectField>
<langSec xml:lang="en-GB"><termSec><term>armistice</term></termSec></langSec>
<langSec xml:lang="de"><termSec><term>Waffenstillstand</term></termSec></langSec>
<langSec xml:lang="fr"><termSec><term>trêve</term>
<min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec><termSec><term>armistice</term></termSec></langSec></conceptEntry></body></text></tbx>"""
    first, second = Glossary.load(save(tmp_path, text, "terms.tbx"))
    assert (dict(first.forms), first.domain, first.line) == ({"en": ("armistice",), "fr": ("armistice",)}, "law", 3)
    assert (dict(second.forms), second.status) == ({"en": ("armistice",), "fr": ("trêve",)}, "forbidden")


def test_tbx_orders_terms_by_their_status_and_script(tmp_path: Path) -> None:
    def terms(tag: str, *stated: tuple[str, str, str]) -> str:
        listed = (f'<tig><term>{t}</term><termNote type="{kind}">{s}</termNote></tig>' for t, kind, s in stated)
        return f'<langSet xml:lang="{tag}">{"".join(listed)}</langSet>'

    own, norm = "administrativeStatus", "normativeAuthorization"
    text = f"""<martif type="TBX-Basic"><text><body><termEntry>
{terms("en", ("jetty", own, "admittedTerm-admn-sts"), ("pier", "x", ""), ("quay", own, "preferredTerm-admn-sts"))}
{terms("fr", ("quai", norm, "standardizedTerm"), ("appontement", norm, "deprecatedTerm"))}
{terms("zh-TW", ("碼頭", "x", ""))}{terms("zh-CN", ("码头", own, "admittedTerm-admn-sts"), ("停泊处", "x", ""))}
</termEntry></body></text></martif>"""
    first, second = Glossary.load(save(tmp_path, text, "terms.tbx"))
    english = ("quay", "pier", "jetty")
    assert dict(first.forms) == {"en": english, "fr": ("quai",), "zh": ("停泊处", "码头", "碼頭")}
    assert (dict(second.forms), second.status) == ({"en": english, "fr": ("appontement",)}, "forbidden")


def test_tmx_as_a_source_of_terms(tmp_path: Path) -> None:
    long = "word " * 60
    text = f"""<tmx version="1.4"><header/><body>
<tu><note>n</note><tuv xml:lang="EN-US"><seg>joint <bpt i="1">&lt;b&gt;</bpt>statement</seg></tuv>
<tuv lang="fr"><seg>déclaration conjointe</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>{long}</seg></tuv></tu></body></tmx>"""
    path = save(tmp_path, text, "terms.tmx")
    assert forms(Glossary.load(path)) == [{"en": ("joint statement",), "fr": ("déclaration conjointe",)}]
    assert [(finding.line, finding.kind) for finding in check_glossary(path)] == [(4, "format")]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", "en,fr,status\na,b,prefered\n", "a.csv:2: the status 'prefered'"),
        ("a.csv", "en,fr\na,b,c,d\n", "a.csv:2: the row has 4 cells"),
        ("a.csv", "en,en,fr\na,b,c\n", "two columns for en"),
        ("a.csv", b"en,fr\nsummit,sommet\nstate,\xa1tat\n", "a.csv is not UTF-8 but probably WINDOWS-1252: convert it"),
        ("a.csv", 'en,fr\n"a,b\nc,d\n', "a.csv:2: the table cannot be read"),  # the quote takes in all that follows
        ("a.tsv", "only one\n", "languages of the columns|the row has 1 cells"),
        ("a.tbx", "<tbx><text>", "not well-formed"),
        ("a.tbx", '<!DOCTYPE x [<!ENTITY a "b">]><tbx>&a;</tbx>', "entities, which are refused"),
        ("a.csv", "", "holds no term"),
        ("a.csv", "en,fr,zh\n", "holds no term"),
        ("a.csv", "en,fr\nsummit,\n,sommet\n", "holds no term"),
        ("a.tmx", '<tmx version="1.4"><header/><body/></tmx>', "holds no term"),
        ("a.docx", "", "no format known"),
    ],
)
def test_malformed_files_are_one_clear_error(tmp_path: Path, name: str, content: str | bytes, message: str) -> None:
    with pytest.raises(GlossaryError, match=message):
        Glossary.load(save(tmp_path, content, name))


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        # as DeepL exports it, without a header
        (
            "a.csv",
            "ceasefire,cessez-le-feu,EN,FR\ntruce,trêve,EN,FR\n",
            [("ceasefire", "cessez-le-feu"), ("truce", "trêve")],
        ),
        # as Excel does
        ("a.csv", "sep=;\nen;fr\nceasefire;cessez-le-feu\n", [("ceasefire", "cessez-le-feu")]),
        ("a.csv", "English (United States);French (France)\ntruce;trêve\n", [("truce", "trêve")]),
        ("a.tsv", 'en\tfr\n"rule, the"\trègle\n', [("rule, the", "règle")]),
    ],
)
def test_exports_of_other_programs(tmp_path: Path, name: str, content: str, expected: list[tuple[str, str]]) -> None:
    found = forms(Glossary.load(save(tmp_path, content, name)))
    assert [(term["en"][0], term["fr"][0]) for term in found] == expected


def test_columns_of_one_language_are_joined(tmp_path: Path) -> None:
    (term,) = forms(Glossary.load(save(tmp_path, "en,zh-TW,zh-CN\nceasefire,停戰,停火\n")))
    assert term["zh"] == ("停火", "停戰")


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match="no glossary"):
        Glossary.load(tmp_path / "nowhere.csv")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (TABLE, []),
        ("", [(1, "empty")]),
        ("en,fr\n", [(1, "empty")]),
        ("\ufeffen,fr\na,b\n", []),  # as Excel saves it
        ("en,fr,colour\na,b,c\n", [(1, "header")]),
        ("en,fr\na,\n,b\n\na,b\n", [(2, "empty"), (3, "empty")]),
        ("en,fr\na||c,b\n", [(2, "empty")]),
        ("en,fr\na|a,b\na,b\nA,B\n", [(2, "duplicate"), (3, "duplicate"), (4, "duplicate")]),
        ("en,fr\nMember State|member state,b\n", []),
        ("en,fr,status\na,b,\na,b,forbidden\n", [(3, "contradiction")]),
        ("en,fr,status\na,a,keep\nA,b,\n", [(3, "contradiction")]),
        ("en,fr,status\na,a,keep\na,a,\n", []),
        # Of three languages the last two have the wrong names, which may well render one another.
        ("en,fr,zh,status\na,b,c,forbidden\nd,b,c,\n", []),
        ("en,fr\na,b\nb,c\nc,a\nd,d\n", [(4, "cycle")]),
        ("en,fr\na,b\nb,a\n", [(3, "cycle")]),
        ("en,fr\na\nb,c,\n", [(2, "columns"), (2, "empty"), (3, "columns")]),
        ("en,zh\n停火,ceasefire\nWTO,世贸组织\n", [(2, "columns")]),
        ("en,zh,status\nKering,Kering,keep\nWTO,WTO,\n", []),
        ("en,fr\ncessation d'hostilités,cessation of hostilities\nright of way,droit de passage\n", [(2, "columns")]),
        ("en,fr\nstate,Ã‰tat\nstate visit,visite d’État\n", [(2, "encoding")]),
        ("en,fr\nhar\u200bbour,port\npier,je\u00adtée\n", [(2, "encoding"), (3, "encoding")]),
        ('en,fr\n"har\x0bbour",port\npier,"jetée\nneuve"\n', [(2, "encoding")]),
        ("en,fr\nh\u0430rbour,port\nбеда,malheur\n", [(2, "encoding")]),
        ("en,fr,zh\nWTO,OMC,世贸组织（WTO\nrule [4,a) règle,规则\n", [(2, "format"), (3, "format")]),
        ("en,fr,zh\nport,port,港灣\nharbour,havre,港湾|港灣\n", [(2, "columns")]),
        ("en,fr,domain\nport,port,a\nport,porto,b\nport,havre,a\n", [(4, "contradiction")]),
        ("en,fr\nport,port|havre\nport,havre|rade\n", []),
        ("en,fr\nChina,Chine\nchina,porcelaine\nChina tea,thé\nchina tea,tisane\n", [(5, "contradiction")]),
        ("en,fr,zh\nport,port,港口\nport,havre,港口\n", []),
    ],
)
def test_check(tmp_path: Path, content: str, expected: list[tuple[int, str]]) -> None:
    findings = check_glossary(save(tmp_path, content))
    assert sorted({(finding.line, finding.kind) for finding in findings}) == expected


def test_a_header_without_languages_is_told(tmp_path: Path) -> None:
    path = save(tmp_path, "Source term,Target term\nthe harbour,le port\n", "en-fr.csv")
    assert forms(Glossary.load(path)) == [{"en": ("the harbour",), "fr": ("le port",)}]
    assert [(finding.line, finding.kind) for finding in check_glossary(path)] == [(1, "header")]
    assert len(Glossary.load(save(tmp_path, "source,source\ntarget,cible\n", "en-fr.csv"))) == 2


def test_findings_say_where(tmp_path: Path) -> None:
    (finding,) = check_glossary(save(tmp_path, "en,fr\na,\n"))
    assert str(finding) == "terms.csv:2: the entry has forms in en only; fill it in or take it out"


GLOSSARY = Glossary(
    [
        Term(forms={"en": ["head of state"], "fr": ["chef d'État"], "zh": ["国家元首"]}),
        Term(forms={"en": ["state"], "fr": ["État"], "zh": ["国家"]}),
        Term(forms={"en": ["trade agreement"], "fr": ["accord commercial"], "zh": ["贸易协定"]}),
        Term(forms={"en": ["spokesman", "spokesperson"], "fr": ["porte-parole"], "zh": ["发言人"]}),
        Term(forms={"en": ["WHO"], "fr": ["OMS"], "zh": ["世卫组织"]}),
        Term(forms={"en": ["AI"], "fr": ["IA"], "zh": ["AI技术"]}),
        Term(forms={"en": ["embargo"], "fr": ["embargo"], "zh": ["禁运"]}),
        Term(forms={"en": ["Kering"]}, status="keep"),
    ]
)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Heads of State met; the state’s spokesmen spoke.", ["Heads of State", "state", "spokesmen"]),
        ("en", "statement, interstate, state-run", ["state"]),
        ("en", "Two trade\nagreements, two embargoes", ["trade\nagreements", "embargoes"]),
        ("en", "who knows what the WHO says", ["WHO"]),
        ("fr", "L’ÉTAT, les chefs d’État, l’embargo, d'embargos", ["ÉTAT", "chefs d’État", "embargo", "embargos"]),
        ("fr", "les accords commerciaux de l'OMS", ["accords commerciaux", "OMS"]),
        ("fr", "le porte‑parole et les porte-paroles", ["porte‑parole", "porte-paroles"]),
        ("fr", "étatique", []),
        ("zh", "国家元首说国家要禁运。", ["国家元首", "国家", "禁运"]),
        ("zh", "國家元首、世衛組織、MAI技术", ["國家元首", "世衛組織"]),
        ("zh", "Kering与AI技术", ["Kering", "AI技术"]),
        ("en", "", []),
    ],
)
def test_find(language: str, text: str, expected: list[str]) -> None:
    matches = GLOSSARY.find(text, language)
    assert [match.text for match in matches] == expected
    assert [match.span.of(text) for match in matches] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "M. Yuan attend : le yuan baisse.", ["yuan"]),
        ("en", "Mr Yuan and Bob Yuan sold yuan; President Yuan bought Yuan.", ["yuan", "Yuan"]),
        ("fr", "Le ministre Yuan Zhiming parle.", []),
        ("en", "Yuan falls against dollar.", ["Yuan"]),
        ("en", "THE YUAN FALLS", ["YUAN"]),
        ("zh", "国家元首说，五百元、100元和多元文化。", ["元", "元"]),
        ("zh", "单位：元", ["元"]),
        ("zh", "他欠她元和角", ["元"]),
    ],
)
def test_names_and_parts_of_words_are_no_terms(language: str, text: str, expected: list[str]) -> None:
    glossary = Glossary([Term(forms={"en": ["yuan"], "fr": ["yuan"], "zh": ["元"]})])
    assert [match.text for match in glossary.find(text, language)] == expected


def test_what_a_match_allows(tmp_path: Path) -> None:
    glossary = Glossary.load(save(tmp_path, TABLE))
    (match,) = glossary.find("Two cease-fires.", "en")
    assert (match.accepted("fr"), match.accepted("zh"), match.forbidden("fr")) == (("cessez-le-feu",), ("停火",), ())
    (match,) = glossary.find("Ceasefire!", "en")
    assert (match.accepted("fr"), match.forbidden("fr"), match.forbidden("zh")) == (
        ("cessez-le-feu",),
        ("trêve",),
        ("休战",),
    )
    (match,) = glossary.find("La trêve", "fr")
    assert (match.accepted("en"), match.forbidden("en"), match.forbidden("zh")) == ((), ("ceasefire",), ())
    (match,) = glossary.find("开云集团Kering", "zh")
    assert match.keep
    assert match.accepted("fr") == ("Kering",)


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("China sells china.", ["Chine", "porcelaine"]),
        ("CHINA", ["Chine|porcelaine"]),
        ("The Chair took a chair.", ["présidence|chaise", "présidence|chaise"]),  # one is written both ways
        ("chamber music in the Chamber", ["pièce", "chambre"]),
        ("the Secretary general, a secretary General", ["secrétaire|greffier", "secrétaire|greffier"]),
    ],
)
def test_words_that_differ_by_case_alone(text: str, accepted: list[str]) -> None:
    pairs = [("China", "Chine"), ("china", "porcelaine"), ("Chair|chair", "présidence"), ("chair", "chaise"),
             ("Chamber", "chambre"), ("chamber", "pièce"), ("Secretary General", "secrétaire"),
             ("secretary general", "greffier")]  # fmt: skip
    terms = [Term(forms={"en": en.split("|"), "fr": [fr]}) for en, fr in pairs]
    forbidden = Term(forms={"en": ["china"], "fr": ["Cathay"]}, status="forbidden")
    matches = Glossary([*terms, forbidden]).find(text, "en")
    assert ["|".join(match.accepted("fr")) for match in matches] == accepted
    assert all(match.forbidden("fr") == ("Cathay",) for match in matches if match.text.lower() == "china")


def test_a_longer_term_without_a_form_in_the_target_hides_none() -> None:
    glossary = Glossary(
        [
            Term(forms={"en": ["ceasefire agreement"], "fr": ["accord de cessez-le-feu"]}),
            Term(forms={"en": ["ceasefire"], "zh": ["停火"]}),
        ]
    )
    for target, expected in ((None, "ceasefire agreement"), ("fr", "ceasefire agreement"), ("zh", "ceasefire")):
        assert [match.text for match in glossary.find("a ceasefire agreement", "en", target=target)] == [expected]


@pytest.mark.parametrize(
    ("text", "number"),
    [("A TRADE  agreement", "singular"), ("trade agreements", "plural"), ("贸易协定", None)],
)
def test_number_of_a_match(text: str, number: str | None) -> None:
    (match,) = GLOSSARY.find(text, "en" if number else "zh")
    assert match.number == number


@pytest.mark.parametrize(
    ("forms", "text", "language", "number"),
    [
        (["sanctions"], "new sanctions", "en", None),  # the form is a plural itself, or may be one
        (["means of payment"], "means of payment", "en", None),
        (["pays voisin"], "un pays voisin", "fr", None),
        (["secours"], "des secours", "fr", None),
        (["US dollars", "US dollar"], "forty US dollars", "en", "plural"),
        (["US dollars", "US dollar"], "one US dollar", "en", "singular"),
        (["cheval de trait"], "deux chevaux de trait", "fr", "plural"),
        (["cheval de trait"], "un Cheval de trait", "fr", "singular"),
    ],
)
def test_number_of_a_form_that_may_be_a_plural(forms: list[str], text: str, language: str, number: str | None) -> None:
    (match,) = Glossary([Term(forms={language: forms})]).find(text, language)
    assert match.number == number


def test_checksum_follows_terms_not_layout(tmp_path: Path) -> None:
    first = Glossary.load(save(tmp_path, TABLE, "a.csv"))
    again = Glossary.load(save(tmp_path, TABLE.replace("\n", "\n\n"), "b.csv"))
    assert first.checksum == again.checksum
    assert first.checksum != Glossary(first.terms[1:]).checksum


def test_folder_of_glossaries(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="holds no glossary"):
        Glossary.load(tmp_path)
    save(tmp_path, "en,fr\na,b\n", "1.csv")
    save(tmp_path, "fr\ten\nc\td\n", "2.tsv")
    save(tmp_path, "nothing", "README.md")
    assert forms(Glossary.load(tmp_path)) == [{"en": ("a",), "fr": ("b",)}, {"en": ("d",), "fr": ("c",)}]


@pytest.mark.parametrize("unit", ["a ", '"', "état l'", "国", "s's"])
@pytest.mark.usefixtures("steady_clock")
def test_matching_is_linear_in_hostile_text(unit: str) -> None:
    times = []
    for size in (50_000, 200_000):
        text = unit * (size // len(unit))
        start = time.process_time()
        GLOSSARY.find(text, "fr" if "é" in unit else "zh" if "国" in unit else "en")
        times.append(time.process_time() - start)
    assert times[1] < 12 * times[0] + 0.2


@pytest.mark.parametrize(
    ("text", "form", "language", "found"),
    [
        ("Elle exhortera les parties.", "exhorter", "fr", ("exhortera", "inflected")),
        ("Il faut les exhorter.", "exhorter", "fr", ("exhorter", "used")),
        ("Le Conseil prend note du rapport.", "prendre note de", "fr", ("prend note du", "inflected")),
        ("Nous remercions les parties.", "remercier", "fr", ("remercions", "inflected")),
        ("Nous nous opposons à cela.", "s’opposer", "fr", ("opposons", "inflected")),
        ("They strongly condemned it.", "strongly condemn", "en", ("strongly condemned", "inflected")),
        ("Les gens sont là.", "genre", "fr", None),
        ("Il s’est opposé.", "exhorter", "fr", None),
    ],
)
def test_a_verb_is_found_in_its_forms(text: str, form: str, language: str, found: tuple[str, str] | None) -> None:
    assert [(one.span.of(text), one.how) for one in find_forms(text, [form], language)] == ([found] if found else [])


def test_a_rendering_that_many_terms_forbid_is_found_by_its_forms(tmp_path: Path) -> None:
    terms = [Term(forms={"en": [f"quay {k}"], "fr": [f"quai {k}"]}) for k in range(300)]
    terms += [Term(forms={"en": [f"Quay {k}"], "fr": [f"port {k}"]}, status="forbidden") for k in range(300)]
    again = Glossary.load(save(tmp_path, Glossary(terms).to_tbx(), "terms.tbx"))
    assert again.find("quay 7", "en")[0].forbidden("fr") == ("port 7",)


@pytest.mark.parametrize(("name", "form"), [("a.csv", "#ourmill"), ("a.tsv", '"mill"')])
def test_a_table_loses_no_term_that_looks_like_a_comment(name: str, form: str) -> None:
    glossary = Glossary((Term(forms={"en": (form,), "fr": ("moulin",)}),))
    with pytest.raises(GlossaryError, match="cannot hold"):
        render(glossary, name)


def test_a_single_form_is_no_list_of_letters_and_a_status_is_one_of_three() -> None:
    term = Term(forms={"en": "ceasefire", "fr": ("cessez-le-feu", "trêve")})
    assert term.in_language("en") == ("ceasefire",)
    with pytest.raises(ValueError, match="status"):
        Term(forms={"en": ("ceasefire",)}, status="bogus")  # type: ignore[arg-type]
