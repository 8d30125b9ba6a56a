"""Whose words are quoted in a clause that another one tells: recalling that the board will decide “port by port”."""

from __future__ import annotations

import pytest

from polyglot_news.quotes import extract_quotes

KANG = '"We wait," Kang Mirae, a spokeswoman for the port, told a briefing. "It is late," Kang said.\n\n'
COLE = '"Nobody sails," said Rhys Cole, an analyst at Corvane in London.\n\n'
ROCHE = "« Il est tard », a dit Anne Roche.\n\n"
LI = "“风停了，”李强说。\n\n"


def last(text: str, language: str) -> tuple[str | None, str | None]:
    quote = [quote for quote in extract_quotes(text, language) if quote.is_statement][-1]
    return (
        quote.speaker.of(text) if quote.speaker is not None else None,
        quote.cue.of(text) if quote.cue is not None else None,
    )


@pytest.mark.parametrize(
    ("language", "text", "speaker", "cue"),
    [
        ("fr", "« Nous attendrons », a dit Anne Roche, rappelant que le comité décidera « port par port ».",
         "Anne Roche", "rappelant"),
        ("fr", "Anne Roche a rappelé que la commission tranchera « port par port ».", "Anne Roche", "a rappelé"),
        ("fr", "Anne Roche a ajouté que le conseil devrait annoncer « un calendrier ».", "Anne Roche", "a ajouté"),
        ("en", 'Ann Roe spoke, adding that the board would decide "port by port".', "Ann Roe", "adding"),
        ("en", 'Ann Roe said the board would decide "port by port".', "Ann Roe", "said"),
        ("en", '"We wait," Ann Roe said, recalling that the board will announce its plan "port by port".',
         "Ann Roe", "recalling"),
        ("zh", "王敏强调，委员会将宣布“全面停工”。", "王敏", "强调"),
        ("zh", "王敏还说，市政府会要求各校“全部停课”。", "王敏", "说"),
        # What somebody has said is told, too; and who would say something says it.
        ("fr", "Anne Roche a dit que le ministre avait parlé d'un « échec collectif ».", "le ministre", "avait parlé"),
        ("en", 'Ann Roe said the minister had told her it was "a mistake".', "the minister", "had told"),
        ("en", 'Mr Cole would say only that it was "too early".', "Mr Cole", "would say"),
        ("zh", "王敏说，市长张伟宣布“全面停工”。", "市长张伟", "宣布"),
    ],
)  # fmt: skip
def test_who_will_do_something_has_not_said_it(language: str, text: str, speaker: str, cue: str) -> None:
    assert last(text, language) == (speaker, cue)


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", KANG + COLE + 'Kang was more upbeat on the ferries, a year after the bridge opened. Crews have met ten'
         ' times and "made some headway", she said.', "Kang Mirae"),
        ("en", KANG + COLE + 'Kang was more upbeat on the ferries. Neither side, she said, "should give up".',
         "Kang Mirae"),
        ("en", KANG + 'She vowed to stamp out fraud, after passengers complained. "We look at it," she said.',
         "Kang Mirae"),
        ("en", KANG + 'She met growers, because shoppers said prices had risen. "We look at it," she said.',
         "Kang Mirae"),
        ("en", KANG + 'Families waited in line. "We look at it," she said.', "Kang Mirae"),
        ("fr", ROCHE + "Elle est venue après que des clients se sont plaints. « Nous verrons », a-t-elle dit.",
         "Anne Roche"),
        ("zh", LI + "各国部长明天检查。“再等等吧，”他说。", "李强"),
        ("zh", LI + "27国领导人明天检查。“再等等吧，”他说。", "李强"),
        ("zh", LI + "三国外长明天检查。“再等等吧，”他说。", "李强"),
        ("zh", LI + "市民昨天抱怨。“再等等吧，”他说。", "李强"),
        # One person, whatever stands behind her.
        ("en", KANG + 'Rhys Cole, a buyer of ships, disagreed. "We look at it," he said.',
         "Rhys Cole, a buyer of ships"),
    ],
)  # fmt: skip
def test_one_person_is_not_several(language: str, text: str, speaker: str) -> None:
    assert last(text, language)[0] == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", '"It leaks," said Mia Roy of the Blue Harbour collective.', "Mia Roy of the Blue Harbour collective"),
        ("en", 'Mia Roy of the Blue Harbour collective said: "It leaks."', "Mia Roy of the Blue Harbour collective"),
        ("en", '"It leaks," said Mia Roy of the Navy standing on the quay.', "Mia Roy of the Navy"),
        ("en", '"It leaks," said Mia Roy of the Navy on Friday.', "Mia Roy of the Navy"),
        ("en", '"It leaks," said Mia Roy of the Navy later.', "Mia Roy of the Navy"),
    ],
)
def test_where_somebody_belongs_is_not_cut(language: str, text: str, speaker: str) -> None:
    assert last(text, language)[0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        # A plan says nothing, a noun neither; and what is reported faster reports nothing.
        ("“收费不会变，”市长王敏说。\n\n根据计划，市政府将设立基金，“连续三年，每年拨款三千万元”。", "市长王敏", None),
        ("检查组的报告指出，桥上没有栏杆。去年提出的各项建议，“全都没有落到实处”。", None, None),
        ("王敏认为，只要看得更广、通报更快，就能让坏人“三思而后行”。", "王敏", "认为"),
        ("王敏建议：“明年再开工。”", "王敏", "建议"),
        ("王敏在会上建议，“明年再开工”。", "王敏", "建议"),
        ("警方通报，“桥上没有伤亡”。", "警方", "通报"),
        ("根据两国协议，各方“应当立即停止施工”。", "两国协议", "根据"),
    ],
)
def test_nouns_and_plans_are_no_sources_in_chinese(text: str, speaker: str | None, cue: str | None) -> None:
    found = last(text, "zh")
    assert found[1] == cue
    assert cue is None or found[0] == speaker
