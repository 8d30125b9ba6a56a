"""Things are no speakers: neither a slope that shows cracks nor a treaty that demands, though a treaty may state."""

from __future__ import annotations

import pytest

from polyglot_news.quotes import extract_quotes


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le sol présente « des fissures larges et profondes ».", None),
        ("fr", "Le sol présente « des fissures larges et profondes », a dit M. Kern.", "M. Kern"),
        ("fr", "Selon Mme Lund, la sécheresse impose « un partage de l’eau entre villages ».", "Mme Lund"),
        ("fr", "Mme Lund a rappelé que la loi exige « un partage de l’eau entre villages ».", "Mme Lund"),
        ("fr", "Le traité impose « un partage de l’eau entre villages ».", None),
        ("fr", "Le traité précise que « l’eau sera partagée entre villages ».", "Le traité"),
        ("fr", "La loi dispose que « l’eau est partagée entre villages ».", "La loi"),
        ("fr", "Trois plongeurs « qui connaissent l’épave » diront pourquoi.", None),
        (
            "fr",
            "Le conseil a visité le port et réclame une étude « longue et indépendante de l’armateur ».",
            "Le conseil",
        ),
        ("en", "The port, the judges found, had kept “no book at all of what was landed in May”.", "the judges"),
        ("en", "On the allegation of fraud the board was split, “by four votes to three of those there”.", None),
        ("en", "The allegation of the cook that the board had lied is “a disgrace to the town”.", "the cook"),
        ("fr", "Le rapport indique que « l’eau manquera dès juillet ».", "Le rapport"),
        ("fr", "Le directeur du plan exige « un partage de l’eau entre villages ».", "Le directeur du plan"),
        ("fr", "Le gouvernement impose « un partage de l’eau entre villages ».", "Le gouvernement"),
        ("en", "The drought demands “sharing of water between villages.”", None),
        ("en", "The drought demands “sharing of water between villages,” Ms Lund said.", "Ms Lund"),
        ("en", "Ms Lund said the treaty calls for “sharing of water between villages.”", "Ms Lund"),
        ("en", "The study requires “water meters in all the villages.”", None),
        ("en", "The treaty states that “water is shared between villages.”", "The treaty"),
        ("en", "The study found “water missing in all the villages.”", "The study"),
        ("en", "The author of the plan calls for “water meters in all villages.”", "The author of the plan"),
        ("en", "The crisis committee demands “water meters in all villages.”", "The crisis committee"),
        ("en", "Ms Law demands “water meters in all the villages.”", "Ms Law"),
        ("zh", "旱灾形势要求“各村共同分享水源，不得独占”。", None),
        ("zh", "伦德女士说，旱灾形势要求“各村共同分享水源，不得独占”。", "伦德女士"),
        ("zh", "条约要求“各村共同分享水源，不得独占”。", None),
        ("zh", "条约指出：“各村共同分享水源。”", "条约"),
        ("zh", "计划部长要求“各村共同分享水源，不得独占”。", "计划部长"),
        ("zh", "声明指出：“各村共同分享水源。”", "声明"),
    ],
)
def test_what_cannot_speak_is_no_speaker(language: str, text: str, expected: str | None) -> None:
    quote = extract_quotes(text, language)[-1]
    assert quote.is_statement
    assert (quote.speaker.of(text) if quote.speaker else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Polluters face “a fine of up to ten thousand crowns”.", [None]),
        ("Les pollueurs risquent une amende « de dix mille à vingt mille couronnes ».", [None]),
        (
            "“We will act,” said Ann Lund. Polluters face “a fine of up to ten thousand crowns”.",
            ["Ann Lund", None],
        ),
        (
            "« Les filets doivent être marqués », précise l’article 12. Quant aux casiers, leur nombre « est limité ».",
            ["l’article 12", None],
        ),
        (
            "“All nets must be marked,” section 12 says. As for pots, their number “must not exceed six a boat”.",
            ["section 12", None],
        ),
    ],
)
def test_nobody_speaks_whom_a_fine_awaits_and_no_section_goes_on(text: str, expected: list[str | None]) -> None:
    assert [quote.speaker.of(text) if quote.speaker else None for quote in extract_quotes(text)] == expected
