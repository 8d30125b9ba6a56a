"""Spans, scripts, typography and sentence boundaries."""

from __future__ import annotations

import itertools
import time

import pytest

from polyglot_news.compare import compare
from polyglot_news.errors import InputError
from polyglot_news.text import (
    CLAUSE_MARK,
    Span,
    clause_start,
    fold_typography,
    is_han,
    is_parted,
    script_of,
    script_shares,
    sentences_within,
    split_sentences,
    to_simplified,
    without_quote_marks,
)
from polyglot_news.translate import Translator

# A bar marks where one sentence ends and the next begins; it is taken out before the text is split.
ENGLISH = [
    "The talks failed. |Both sides blamed each other! |Why? |Nobody knows",
    "Mr. Okoye met Dr. Lind, Gen. Park and Sen. Ruiz at St. Anne's. |They left at noon.",
    "J. F. Almeida and K. Osei spoke. |The U.S. Senate agreed. |He lives in the U.S. |The rest is known.",
    "It opened at 9 a.m. on Jan. 5. |The meeting of 7 p.m. ET was moved.",
    "See No. 7, art. 12 and p. 30. |The answer was no. |Then she left.",
    "Inflation fell to 3.5 per cent. |Growth was 1.2.",
    "Read www.example.org/a.b?c=d. |Or write to a.b@example.org now.",
    "“We will stay.” |She paused. |“We have to.”",
    'He said: "We will stay." |"For how long?" |That was unclear.',
    "“Will you stay?” she asked. |“Yes!” the minister replied.",
    "“Will you stay?” Ms. Lund asked. |Nobody answered.",
    "“We reject it.” Ambassador Sena Diop added. |The vote is on Friday.",
    "They agreed (see annex B.). |Others did not. |(One abstained.) |It passed.",
    "He hesitated... |Then he signed. |It was ... late.",
    "The text reads “peace […] is possible”. |It does not say [...] when.",
    "The firm Acme Inc. |It was sold to Corp. Ltd. last year. ",
    "It rained.[3] |Nobody came.² |The end.",
    "The rules: a) to listen; b) to speak. |c) To decide.",
    "1. The parties agree. |They sign.",
    "Then what?! |Nothing.",
    "It was over. |… Then it began. —",
    "He wrote about Puff P. Daddy and vitamin C. |He liked both.",
]
FRENCH = [
    "M. Diallo a parlé. |Mme Roy et Mlle Petit se sont tues. |MM. Le Goff et Le Bris aussi.",
    "« C’est décidé. » |Il est parti. |« Et alors ? » demanda-t-elle.",
    "« Vraiment ? » |La salle a ri. |« Oui ! »",
    "Plusieurs pays, p. ex. le Mali, ont signé. |L’art. 5 et l’al. 2 s’appliquent.",
    "Le déficit atteint 3,5 %. |Il était de 1.200 euros.",
    "Mgr Faure, le Dr. Blanc et J.-P. Morin sont venus. |C’était en l’an 50 av. J.-C. |Les temps changent.",
    "Cela vaut c.-à-d. pour tous, etc. |Rien d’autre.",
    "Il hésite… |Puis il signe. |Un silence… et il rit.",
    "Le n° 4 est paru. |Le no. 5 aussi.",
    "« Nous partons », a-t-il dit. |« Demain. » |Voilà.",
    "Que faire ? |Rien ! |Il l’a dit : « Non. » |Fin.",
]
CHINESE = [
    "会议开始了。|双方都同意！|为什么？|没有人知道",
    "他说：“我们同意。”|会议结束。",
    "“我们同意。”他说。|“真的吗？”记者问道。|没有回答。",
    "他问：“去不去？”|韦先生道：“不去。”",
    "第一，要谈；第二，要听；第三，要做。|就这样。",
    "“这是真的！”，他表示。|（会上有人笑。）|会议继续。",
    "他想……也许可以。|他说：“我……”|然后走了。",
    "增长3.5%，网址是www.example.org。|完了。",
    "（一）总则。|（二）分则。",
    "「我們同意。」|會議結束。|『好。』",
    '他说："我们同意。"|会议结束。',
    "这是他说的“好。”。|完了。",
    "他去了吗？！|没有……",
]


@pytest.mark.parametrize(
    ("language", "marked"),
    [("en", text) for text in ENGLISH] + [("fr", text) for text in FRENCH] + [("zh", text) for text in CHINESE],
)
def test_boundaries_inside_a_line(language: str, marked: str) -> None:
    expected = [part.strip() for part in marked.split("|")]
    text = marked.replace("|", "")
    assert [span.of(text) for span in split_sentences(text, language)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line of a\nsentence goes on.\nIt ends.", ["One line of a\nsentence goes on.", "It ends."]),
        ("A heading\n\nA sentence.", ["A heading", "A sentence."]),
        ("A heading\r\n\r\nA sentence.", ["A heading", "A sentence."]),
        ("A heading\n  \t\nA sentence.", ["A heading", "A sentence."]),
        ("We want\n- peace\n- bread\nand work", ["We want", "- peace", "- bread\nand work"]),
        ("To decide\n1. on peace\n2. on bread", ["To decide", "1. on peace", "2. on bread"]),
        ("The envoys came on May\n13. The rest followed.", ["The envoys came on May\n13.", "The rest followed."]),
        ("They called the\nPresident of it.", ["They called the\nPresident of it."]),
        ("The statement of the minister was sent to\nMs. Lund, who read it. Nobody\nelse did.",
         ["The statement of the minister was sent to\nMs. Lund, who read it.", "Nobody\nelse did."]),
        ("Chapter one\nIt was late in the evening when the minister arrived\nBerlin, where he spoke.",
         ["Chapter one", "It was late in the evening when the minister arrived\nBerlin, where he spoke."]),
        ("What is new\n" + "A long paragraph of a page that is not wrapped " * 4 + "ends.",
         ["What is new", ("A long paragraph of a page that is not wrapped " * 4 + "ends.")]),
        ("— Oui, dit-il.\n— Non.", ["— Oui, dit-il.", "— Non."]),
        ("We met\n---\nwe left.\n* * *\nThe end", ["We met", "we left.", "The end"]),
        ("We met, it -\n----------\nseems.", ["We met, it -", "seems."]),
        ("| Port | Ships |\n|:---|---:|\n| Vell | 12 |", ["| Port | Ships |", "| Vell | 12 |"]),
        ("Port\tShips\nvell\t12\n", ["Port\tShips", "vell\t12"]),
        ("1.\tWe want\n\tpeace and bread\nfor all", ["1.\tWe want\n\tpeace and bread\nfor all"]),
    ],
)  # fmt: skip
def test_line_breaks(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in split_sentences(text, "en")] == expected


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("fr", "Mme Roche. – Bonjour à tous.| Nous commençons."),
        ("fr", "M. le ministre. – Je réponds.| Oui."),
        ("fr", "M. Jean-Luc Martel, rapporteur. — Avis favorable !| Merci."),
        ("fr", "Mme la présidente de la commission des lois. – Défavorable.| Voilà."),
        ("fr", "Le président. – La séance est ouverte.| Je vous prie."),
        ("fr", "MME ROCHE. – Je réponds.|\nM. LE PRÉSIDENT. – Merci.| Bien."),
        ("fr", "Il parle.| Mme Roche.\u00a0– Bonjour."),
        ("en", "The Chair. — Order.| We begin."),
        ("en", "Ms Roe. – Hello to all.| Fine."),
        ("en", "Mr. Cole (Norway). – We agree.| Yes."),
        ("en", "Dr. Lund, chair of the panel. — Thank you.| Next."),
        # A sentence before a dash.
        ("fr", "Il est parti.| – Non, dit-il."),
        ("fr", "Le président est parti.| – Non !"),
        ("fr", "La séance est levée.| – Vifs applaudissements."),
        ("en", "He met Mr. Roe.| - Then he left."),
    ],
)
def test_the_label_of_a_turn_is_no_sentence(language: str, marked: str) -> None:
    expected = [part.strip() for part in marked.split("|")]
    text = marked.replace("|", "")
    assert [span.of(text) for span in split_sentences(text, language)] == expected


def test_the_mark_before_a_quoted_line_is_left_out() -> None:
    text = "> We wait. We go.\n> Then we rest.\n> 5 % is enough. Fine.\n\n> 9 % is too much."
    expected = ["We wait.", "We go.", "Then we rest.", "5 % is enough.", "Fine.", "> 9 % is too much."]
    assert [span.of(text) for span in split_sentences(text, "en")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tom wrote:\n> The ferry sails on Friday with a total of\n> 40 cars on board. It is\n> late.",
            ["ferry sails on Friday with a total of   40 cars on board.", "It is   late."],
        ),
        ("Tom wrote:\n> The ferry\n> stays in the\n> harbour.", ["ferry   stays in the   harbour."]),
        ("The ferry is late in\n> 5 % of all cases.", ["ferry is late in > 5 % of all cases."]),  # a sign
    ],
)
def test_a_stretch_that_begins_within_a_quoted_line(text: str, expected: list[str]) -> None:
    stretch = Span(text.index("ferry"), len(text))
    found = sentences_within(stretch, text, "en")
    assert [one.of(without_quote_marks(text)).replace("\n", " ") for one in found] == expected
    assert found[0].start == stretch.start


def test_a_mail_that_answers_another_one() -> None:
    text = (
        "Dear all,\n\nOn Monday Ana wrote:\n> Hello Tom,\n>\n> the session that we had planned for this week will\n"
        "> 1 hour later begin\n>> Is it on Monday?\n>>No room is free\n> -- \n> Ana\nYes, it is.\n--\nTom"
    )
    assert [" ".join(span.of(text).split()) for span in split_sentences(text, "en")] == [
        "Dear all,",
        "On Monday Ana wrote:",
        "Hello Tom,",
        "the session that we had planned for this week will > 1 hour later begin",
        "Is it on Monday?",
        "No room is free",
        "Ana",
        "Yes, it is.",
        "Tom",
    ]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "Dear colleagues,|\nWe met.|\nYours truly,|\nAna Roe"),
        (
            "fr",
            "Madame la Présidente, chers collègues,|\nNous avons siégé toute la nuit, et nous siégerons demain.",
        ),
        ("en", "She said this, and " + "more, " * 20 + "\nthen left,|\nTom too."),
        ("en", "Mr President, members of the Council, dear friends,|\nWe waited.|\n\nKind regards,|\nTom Lund"),
        ("en", "Dear Dr. Lund,|\nThe last ferry of the day is late.|\n\nSincerely,|\nMr. Roe"),
        (
            "fr",
            "Mesdames et Messieurs les sénateurs,|\nLe pont sera fermé tout l’été.|\nBien cordialement,|\nZoé Petit",
        ),
        # No salutations: the lines go on.
        ("en", "At the town hall of Oslo,\nMs. Lund thanked the firemen who had come from all\nparts of the country."),
        ("en", "Last Sunday in the harbour,\nNorway and Iceland agreed on the cod that they may\nfish next year."),
        ("fr", "Mardi, à la mairie de Lille,\nMme Petit a reçu les pompiers venus de tout le\npays pour la voir."),
        ("fr", "Madame Petit, le maire,\nM. Roux et les pompiers ont ouvert la fête de la\nville en chantant."),
        ("en", "They met in the old town hall of Brno,\nCzechia, and signed the text that was\nagreed before."),
        ("en", "Dear colleagues,\nwe met."),
    ],
)
def test_a_salutation_stands_alone(language: str, marked: str) -> None:
    expected = [" ".join(part.split()) for part in marked.split("|")]
    text = marked.replace("|", "")
    assert [" ".join(span.of(text).split()) for span in split_sentences(text, language)] == expected


def test_line_breaks_in_hard_wrapped_chinese() -> None:
    text = (
        "公报\n外交部发言人在例行记者会上表示，中方愿同各方一道努\n力，推动问题早日解决。会后没有提问。\n"
        "一、原则\n双方同意。"
    )
    assert [span.of(text) for span in split_sentences(text, "zh")] == [
        "公报",
        "外交部发言人在例行记者会上表示，中方愿同各方一道努\n力，推动问题早日解决。",
        "会后没有提问。",
        "一、原则",
        "双方同意。",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "各方代表本周在日内瓦再次会晤，讨论了\n如何向山区运送粮食和药品的具体办\n法，并商定下月继续会谈。",
        "她说：“我们不会放弃”，并“继续努\n力”，直到所有的学校和医院重新开放为止。\n",
        "该国代表团团长昨天晚上对记者表示说\n“我们愿意谈”，对方没有回应这一表态。",
    ],
)
def test_hard_wrapped_chinese_is_not_cut_in_words(text: str) -> None:
    assert len(split_sentences(text, "zh")) == 1


@pytest.mark.parametrize("language", ["en", "fr", "zh", "de", ""])
@pytest.mark.parametrize(
    "text",
    ["", " \n\t ", "...", '"', "。", "\ufeff", "a", ". . .", "“”", "\U0001f600!", "\x00", "1.", "\u2028x\u2029y"],
)
def test_spans_cover_everything_but_white_space(text: str, language: str) -> None:
    spans = split_sentences(text, language)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)


@pytest.mark.parametrize("marked", ENGLISH + FRENCH + CHINESE)
def test_order_and_cover_hold_for_any_language_code(marked: str) -> None:
    for language in ("en", "zh", "xx"):
        spans = split_sentences(marked, language)
        assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
        assert "".join("".join(span.of(marked).split()) for span in spans) == "".join(marked.split())


@pytest.mark.parametrize("unit", [".", '"', "a", "a ", "A. ", '." ', "。”", ".(", "\n ", "- \n", "a\n", "1.", "…他"])
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.usefixtures("steady_clock")
def test_time_is_linear_on_hostile_text(unit: str, language: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        began = time.process_time()
        split_sentences(text, language)
        return time.process_time() - began

    # Quadratic time would take sixteen times as long; the constant forgives a busy machine.
    assert seconds(40_000) < 10 * seconds(10_000) + 0.1


def test_span() -> None:
    span = Span(2, 5)
    assert len(span) == 3
    assert list(span) == [2, 5]
    assert span.of("abcdefg") == "cde"
    assert span.shift(10) == Span(12, 15)
    assert (span.overlap(Span(4, 9)), span.overlap(Span(5, 9))) == (1, 0)
    assert sorted([Span(3, 4), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(3, 4)]


@pytest.mark.parametrize(
    ("char", "expected"),
    [("中", True), ("々", True), ("𠀀", True), ("あ", False), ("한", False), ("a", False)],
)
def test_is_han(char: str, expected: bool) -> None:
    assert is_han(char) is expected


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("", "Zyyy"), ("12 % – ?", "Zyyy"), ("Été", "Latn"), ("外交部", "Hani"), ("ひらがな", "Jpan"),
        ("한국어", "Kore"),
        ("Привет", "Cyrl"), ("مرحبا", "Arab"), ("Γειά", "Grek"), ("ᚠᚢᚦ", "Zzzz"), ("ＡＢ", "Latn"),
        ("中国 GDP", "Hani"),
    ],
)  # fmt: skip
def test_script_of(text: str, script: str) -> None:
    assert script_of(text) == script


def test_script_shares_are_shares() -> None:
    shares = script_shares("abc 中 д")
    assert list(shares) == ["Hani", "Latn", "Cyrl"]
    assert sum(shares.values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("« L’été\u00a0» – “oui”…", '" L\'été " - "oui".'),
        ("「１２．５％」，好。", '"12.5%",好.'),
        ("‹a›\u202f!\u3000（ｂ）", "'a' ! (b)"),
    ],
)
def test_fold_typography(text: str, folded: str) -> None:
    assert fold_typography(text) == folded
    assert len(fold_typography(text)) == len(text)


def test_fold_typography_keeps_offsets_for_every_character() -> None:
    text = "".join(chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000)
    assert len(fold_typography(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "simplified"),
    [("臺灣與歐盟發表聲明", "台湾与欧盟发表声明"), ("乾燥的頭髮", "干燥的头发"), ("已是简体", "已是简体"), ("", "")],
)
def test_to_simplified(text: str, simplified: str) -> None:
    assert to_simplified(text) == simplified


@pytest.mark.parametrize(
    ("text", "parted"),
    [("we will, if", True), ("will … if", True), ("will… if", True), ("我们，如", True), ("we’ll if", False)],
)
def test_marks_part_two_words(text: str, parted: bool) -> None:
    words = [Span(0, 2), Span(len(text) - (1 if is_han(text[0]) else 2), len(text))]
    assert is_parted(text, words, 1) == parted


def test_a_word_that_looks_like_a_title_ends_a_sentence() -> None:
    text = "Ce choix a du sens. Nous le ferons. Le Gén. Martin est là avec des gens. Le maire aussi."
    assert len(split_sentences(text, "fr")) == 4


def test_a_clause_begins_behind_the_last_mark_however_far_away() -> None:
    for before in (0, 3, 199, 200, 201, 5000):
        text = f"One, {'a' * before} b"
        assert clause_start(text, len(text)) == 4
        assert clause_start(text[5:], len(text) - 5) == 0


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("The 2.5 million homes in the U.S. were sold, he said.", 3),
        ("Mr. Roy paid 1,200 euros.", 2),
        ("It closed in 2024. Then it rained, hard.", 4),
    ],
)
def test_points_in_numbers_and_abbreviations_end_no_clause(text: str, clauses: int) -> None:
    assert len(CLAUSE_MARK.split(text)) == clauses


def test_half_of_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(InputError, match="half of a surrogate pair at character 3"):
        compare("We \ud800 pay.", "Nous payons.", rendering_language="en", official_language="fr")
    with pytest.raises(InputError, match="Text 2 holds half"):
        Translator().translate(["We pay.", "We \ud800 pay."], "en", "fr")
