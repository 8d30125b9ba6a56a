from __future__ import annotations

import pytest

import polyglot_news as pn
from polyglot_news.article import compare_article
from polyglot_news.errors import InputError, LanguageError
from polyglot_news.report.model import Item, Report
from polyglot_news.report.wording import FEW_WORDS
from polyglot_news.speakers.transcript import turns, without_label
from polyglot_news.text import Span

FRENCH = (
    "Mme Roche : Nous paierons 1,3 million d’euros avant la fin de l’année.\n"
    "M. Kern : La centrale restera fermée jusqu’au printemps.\n"
)
CHINESE = "罗什：我们将在年底前支付130万欧元。\n克恩：发电站将关闭到春天。\n"
# This version disagrees with the two others.
ODD = "罗什：我们将在年底前支付1300万欧元。\n克恩：发电站将关闭到春天。\n"


def check(article: str, *officials: str) -> Report:
    return compare_article(article, officials)


def only(report: Report) -> Item:
    (item,) = report.items
    return item


def test_faithful_quote() -> None:
    item = only(check("“We will pay 1.3 million euros before the end of the year,” Ms Roche said.", FRENCH, CHINESE))
    assert item.verdict == "faithful"
    assert {source.document for source in item.sources if source.matched} == {0, 1}


def test_changed_number_is_told_once_and_placed_in_all_texts() -> None:
    article = "“We will pay 13 million euros before the end of the year,” Ms Roche said."
    report = check(article, FRENCH, CHINESE)
    item = only(report)
    assert item.verdict == "divergent"
    (finding,) = [finding for finding in item.findings if finding.divergence.kind == "number"]
    assert {finding.document, *(one.document for one in finding.elsewhere)} == {0, 1}
    assert finding.divergence.rendering is not None
    assert "13 million" in finding.divergence.rendering.of(article)
    for document, (official, said) in enumerate(((FRENCH, "1,3 million"), (CHINESE, "130万"))):
        shown = finding.against(document)
        assert shown is not None
        assert shown.official is not None
        assert said in shown.official.of(official)
    assert finding.contradicted_by == ()
    (told,) = [one for one in report.to_dict()["items"][0]["divergences"] if one["kind"] == "number"]
    assert {told["document"], *(one["document"] for one in told["elsewhere"])} == {"official 1", "official 2"}
    page = report.to_html()
    assert page.count("<b>number</b>") == 1
    assert page.count('<mark class="critical">') == 3
    assert "the same in official" in page


def test_versions_that_disagree_are_both_named() -> None:
    item = only(check("“We will pay 13 million euros before the end of the year,” Ms Roche said.", FRENCH, ODD))
    numbers = [finding for finding in item.findings if finding.divergence.kind == "number"]
    assert [(finding.document, finding.contradicted_by) for finding in numbers] == [(0, (1,))]


def test_wrong_speaker() -> None:
    item = only(check("“We will pay 1.3 million euros before the end of the year,” Mr Kern said.", FRENCH))
    assert [finding.divergence.kind for finding in item.findings] == ["attribution"]


TRANSCRIPT = (
    "Mme Roche (ministre des Finances, France) : Nous paierons 1,3 million d’euros avant la fin de l’année.\n"
    "M. Kern (directeur) : La centrale restera fermée jusqu’au printemps.\n"
)


@pytest.mark.parametrize(
    ("article", "kinds"),
    [
        # The label of the speaker is nothing that the quote leaves out.
        ("“We will pay 1.3 million euros before the end of the year,” Ms Roche said.", []),
        ("Ms Roche, who had met Mr Kern, said: “We will pay 1.3 million euros before the end of the year.”", []),
        (
            "“We will pay 1.3 million euros before the end of the year,” said Mr Kern, who met Ms Roche.",
            ["attribution"],
        ),
        # too few words to say whose they are
        ("The plant, Ms Roche said, would be “closed until the spring”.", []),
    ],
)
def test_speakers_of_a_transcript(article: str, kinds: list[str]) -> None:
    item = only(check(article, TRANSCRIPT))
    assert item.verdict == ("divergent" if kinds else "faithful")
    assert [finding.divergence.kind for finding in item.findings] == kinds


HEARING = (
    "LE PRÉSIDENT : La parole est à la ministre.\n"
    "Mme Anne Roche, ministre des finances. – Nous paierons 1,3 million d’euros avant la fin de l’année.\n"
    "Je le dis simplement : la centrale restera fermée jusqu’au printemps.\n"
    "M. Paul Kern. – Les habitants ne vous croiront pas une seconde fois.\n"
    "Reuters : Quand la centrale rouvrira-t-elle ?\n"
)


@pytest.mark.parametrize(
    ("speaker", "kinds"),
    [
        ("Anne Roche", []),
        ("Ms Roche", []),
        ("the minister", []),
        ("the Briton", []),
        ("Mr Kern", ["attribution"]),
        # in no label, and nobody else is named here
        ("Julia Marchand", ["attribution"]),
        ("Julia Marchand, who sat beside Anne Roche", []),
    ],
)
def test_only_a_person_can_be_the_wrong_speaker(speaker: str, kinds: list[str]) -> None:
    for said in ("We will pay 1.3 million euros before the end of the year", "The plant will stay closed until spring"):
        item = only(check(f"“{said},” {speaker} said.", HEARING))
        assert [finding.divergence.kind for finding in item.findings] == kinds


def test_the_turns_of_a_transcript_begin_with_names() -> None:
    assert [turn.label.of(HEARING) for turn in turns(HEARING)] == [
        "LE PRÉSIDENT",
        "Mme Anne Roche, ministre des finances",
        "M. Paul Kern",
        "Reuters",
    ]
    chinese = "《早报》记者：谁付钱？\n【答】财政部。\n我只强调一点：不是居民。\n林志远：对。\n"
    assert [turn.label.of(chinese) for turn in turns(chinese)] == ["《早报》记者", "【答】", "林志远"]


def test_the_label_of_a_speaker_is_not_said() -> None:
    whole = Span(0, TRANSCRIPT.index("\n"))
    assert without_label(whole, TRANSCRIPT).of(TRANSCRIPT) == FRENCH[len("Mme Roche : ") : FRENCH.index("\n")]
    assert without_label(Span(60, 80), TRANSCRIPT) == Span(60, 80)
    alone = TRANSCRIPT[: whole.end]  # one label makes no transcript
    assert without_label(whole, alone) == whole


def test_statement_that_nobody_made() -> None:
    item = only(check("“The museum will show forty paintings by local children,” Ms Roche said.", FRENCH, CHINESE))
    assert item.verdict == "unmatched"
    assert item.findings == ()
    assert not item.too_short


# A single word says nothing, even one that the official text has.
@pytest.mark.parametrize("quoted", ["chilly", "spring", "a rather chilly morning"])
def test_a_few_words_are_too_short_to_check(quoted: str) -> None:
    report = check(f"Diplomats described the atmosphere as “{quoted}”. Nobody wished to say more about it.", FRENCH)
    item = only(report)
    assert (item.verdict, item.too_short) == ("unmatched", True)
    assert not any(source.matched for source in item.sources)
    assert "1 too short to check" in report.to_html()


def test_a_few_words_that_are_found_are_checked() -> None:
    report = check("The power station, Mr Kern said, will stay “closed until the spring”.", FRENCH, CHINESE)
    assert (only(report).verdict, only(report).too_short) == ("faithful", False)
    assert FEW_WORDS in report.to_html()
    whole = check("“The power station will stay closed until the spring,” Mr Kern said.", FRENCH, CHINESE)
    assert FEW_WORDS not in whole.to_html()


def test_article_without_statements() -> None:
    assert check("Nothing was said in Geneva on Tuesday.", FRENCH).items == ()


def test_no_official_text() -> None:
    with pytest.raises(InputError, match="at least one"):
        check("“We will pay,” Ms Roche said.")


def test_other_language() -> None:
    with pytest.raises(LanguageError, match=r"English, French or Chinese"):
        check("„Wir werden zahlen“, sagte Frau Roche gestern Abend vor den Journalisten.", FRENCH)


def test_public_names_are_there() -> None:
    for name in pn.__all__:
        assert getattr(pn, name) is not None


def test_compare_is_a_function_whatever_was_imported() -> None:
    import polyglot_news.compare.numbers  # noqa: F401

    assert callable(pn.compare)


def test_a_family_name_is_that_of_the_person_behind_an_office() -> None:
    official = (
        "统计局局长 何建平：去年工业生产增长百分之五。\n财政部副部长 梁文静：债务水平仍然可控。\n何建平：谢谢。\n"
    )
    for speaker, kinds in (("M. He", []), ("He Jianping", []), ("M. Liang", ["attribution"])):
        item = only(
            check(f"« La production industrielle a augmenté de 5 % l’an dernier », a déclaré {speaker}.", official)
        )
        assert [finding.divergence.kind for finding in item.findings] == kinds


def test_what_is_told_beside_a_quote_leaves_a_score_of_faithful() -> None:
    official = "Nous construirons cinq nouveaux hôpitaux, à condition que le Parlement vote le budget."
    article = "“We will build five new hospitals,” she said. The plan depends on parliament voting the budget."
    item = only(check(article, official))
    assert item.verdict == "faithful"
    assert item.score < 0.5


def test_one_official_text_need_not_stand_in_a_list() -> None:
    article = "“We will pay 1.3 million euros before the end of the year,” Ms Roche said."
    assert compare_article(article, FRENCH).to_json() == check(article, FRENCH).to_json()
