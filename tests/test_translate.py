"""Translation of texts with a model that knows a few words: layout, typography, terms, names, pivot, memory."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest

from polyglot_news.errors import LanguageError, MissingPackageError
from polyglot_news.glossary import Glossary, Term
from polyglot_news.text import Span
from polyglot_news.translate import Translator, translator
from polyglot_news.translate.constrain import annotated, doubled
from polyglot_news.translate.currencies import wanted_currencies
from polyglot_news.translate.decoding import Decoding, Hypothesis, Job
from polyglot_news.translate.determiners import fitting
from polyglot_news.translate.figures import restore_figures, written_out
from polyglot_news.translate.guard import length_limit, loops, unloop
from polyglot_news.translate.layout import with_capital_of
from polyglot_news.translate.memory import Memory
from polyglot_news.translate.names import wanted_codes, without_transcriptions
from polyglot_news.translate.numbers import wanted_numbers
from polyglot_news.translate.packages import Annotations, Package
from polyglot_news.translate.pieces import Tokens
from polyglot_news.translate.place import widened
from polyglot_news.translate.restore import restore_names
from polyglot_news.translate.segments import split_units
from polyglot_news.translate.senses import other_sense
from polyglot_news.translate.terms import Wanted, with_own_capitals
from polyglot_news.translate.typography import dress
from polyglot_news.values import find_values

DICTIONARY = {
    ("en", "fr"): {
        "the": "le", "ceasefire": "trêve", "minister": "ministre", "holds": "tient", "yes": "oui", "no": "non",
        "said": "disait", "agreement": "accord", "Dupontel": "Duponté", "in": "en", "Belgium": "Bretagne",
        "peace": "paix", "Omaha": "Oron", "hold": "danser",
    },
    ("fr", "en"): {
        "le": "the", "ministre": "minister", "tient": "holds", "oui": "yes", "non": "no", "cessez-le-feu": "truce",
        "trêve": "truce", "disait": "said",
    },
    ("en", "zh"): {"the": "这", "minister": "部长", "holds": "持", "yes": "是", "no": "不", "truce": "休战",
                   "said": "说"},
    ("zh", "en"): {"部": "dept", "长": "head", "说": "said", "是": "yes", "毛": "hair", "宁": "calm",
                   "表": "shows", "示": "it"},
}  # fmt: skip


class Words:
    """Cuts words and signs, or Chinese characters; ▁ stands for the space before."""

    def __init__(self, language: str) -> None:
        self.language = language

    def encode(self, text: str, *, inside: bool = False) -> Tokens:
        if text == "omaha":  # no word but as a name
            return Tokens(("▁om", "aha"), (Span(0, 2), Span(2, 5)))
        if text.lower() == "dupontel":  # a rare word
            return Tokens(("▁Du", "pontel"), (Span(0, 2), Span(2, 8)))
        pieces, spans, start = [], [], 0
        while start < len(text):
            end = start + 1
            if self.language != "zh" and (text[start].isalnum()):
                while end < len(text) and (text[end].isalnum() or text[end] == "-"):
                    end += 1
            if not text[start].isspace():
                glued = self.language == "zh" or (start and not text[start - 1].isspace()) or (inside and not start)
                pieces.append(("" if glued else "▁") + text[start:end])
                spans.append(Span(start, end))
            start = end
        return Tokens(tuple(pieces), tuple(spans))

    def decode(self, pieces: Iterable[str]) -> str:
        return "".join(pieces).replace("▁", " ").strip()


class WordEngine:
    """Translates word by word, and says that it is sure of its own words only."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.source, self.target = Words(package.source), Words(package.target)
        self.words = DICTIONARY[package.source, package.target]
        self.asked: list[str] = []

    def _word(self, piece: str) -> str:
        space = "" if self.package.target == "zh" or not piece.startswith("▁") else "▁"
        if self.package.source == "zh" and piece in self.words:
            space = "▁"
        bare = piece.lstrip("▁")
        said = self.words.get(bare) or self.words.get(bare.lower(), bare)
        return space + (said.capitalize() if bare[:1].isupper() else said)

    def translate(self, sentences: Sequence[str], **_: Any) -> list[Hypothesis]:
        self.asked += sentences
        return [found[0] for found in self.decode([Job(source=self.source.encode(each).pieces) for each in sentences])]

    def decode(self, jobs: Sequence[Job], suppress: Sequence[Sequence[str]] = (), **_: Any) -> list[list[Hypothesis]]:
        found = []
        for job in jobs:
            said = tuple(self._word(piece) for piece in job.source)
            said = tuple("▁arrêt" if (piece,) in set(map(tuple, suppress)) else piece for piece in said)
            pieces = (*job.prefix, *said[len(job.prefix) :])
            found.append([self._hypothesis(job.source, pieces)])
        return found

    def _hypothesis(self, source: Sequence[str], pieces: tuple[str, ...]) -> Hypothesis:
        rows = tuple(tuple(float(row == column) for column in range(len(source))) for row in range(len(pieces)))
        return Hypothesis(text=self.target.decode(pieces), pieces=pieces, score=-0.1, attention=rows)

    def mend(self, _: Sequence[Job], hypotheses: Sequence[Hypothesis], **__: Any) -> list[Hypothesis]:
        return list(hypotheses)

    def score_pieces(self, pairs: Sequence[tuple[Sequence[str], Sequence[str]]]) -> list[list[float]]:
        return [
            [-0.1 if piece in map(self._word, source) else -1.0 for piece in target] + [-0.1]
            for source, target in pairs
        ]

    def attend_pieces(self, pairs: Sequence[tuple[Sequence[str], tuple[str, ...]]]) -> list[Any]:
        return [self._hypothesis(source, target).attention for source, target in pairs]

    def attend(self, pairs: Sequence[tuple[str, str]]) -> list[Any]:
        from polyglot_news.translate.decoding import Attention

        sides = [(self.source.encode(source), self.target.encode(target)) for source, target in pairs]
        return [
            Attention(
                source=a.spans,
                target=b.spans,
                weights=tuple(map(tuple, self._hypothesis(a.pieces, b.pieces).attention)),
            )
            for a, b in sides
        ]


@pytest.fixture(autouse=True)
def engines(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], WordEngine]:
    opened: dict[tuple[str, str], WordEngine] = {}

    def open_engine(package: Package) -> WordEngine:
        return opened.setdefault((package.source, package.target), WordEngine(package))

    def find_packages(_: object = None) -> list[Package]:
        return [
            Package(source=source, target=target, version="1", path=Path(), name=f"{source}_{target}",
                    script="Hans" if "zh" in (source, target) else None)
            for source, target in DICTIONARY
        ]  # fmt: skip

    monkeypatch.setattr(translator, "open_engine", open_engine)
    monkeypatch.setattr(translator, "find_packages", find_packages)
    return opened


@pytest.mark.parametrize(
    ("source", "target", "text", "expected"),
    [
        ("en", "fr", "Yes.", "Oui."),
        ("en", "fr", "", ""),
        ("en", "fr", " \n\n\t", " \n\n\t"),
        ("en", "fr", "Yes.\n\nNo. Yes.\n", "Oui.\n\nNon. Oui.\n"),
        ("en", "fr", "  - Yes\n  - No: yes!", "  - Oui\n  - Non\u00a0: oui\u202f!"),
        ("en", "fr", "“Yes,” he said.", "«\u00a0Oui\u00a0», he disait."),
        ("en", "fr", '"Yes. No," he said.', "«\u00a0Oui. Non\u00a0», he disait."),
        ("en", "fr", "1. Yes.\n2. 2024\n3. https://un.org/a", "1. Oui.\n2. 2024\n3. https://un.org/a"),
        ("en", "fr", "THE MINISTER HOLDS THE AGREEMENT", "LE MINISTRE TIENT LE ACCORD"),
        ("fr", "en", "M. Yuan tient. b. Oui", "M. Yuan holds. b. Yes"),
        ("en", "zh", "“Yes.” The minister said: no!", "“是。”这部长说：不！"),
        ("zh", "en", "“是。”\n　　一、部长说：是。", '"yes."\n    1. dept head said: yes.'),
        ("zh", "en", "（二）部長說。", "(2) dept head said."),
        ("zh", "en", "二十一、部长说。", "21. dept head said."),
        ("zh", "en", "第二章　部长\n第十二条　部长说。", "Chapter 2. dept head\nArticle 12. dept head said."),
        ("zh", "fr", "第三節 部長說。", "Section 3. dept head disait."),
        ("fr", "en", "« Oui », disait le ministre.", '"Yes", said the minister.'),
        ("en", "fr", "- yes ;\n- no;", "- oui\u202f;\n- non\u202f;"),
        ("en", "fr", "Yes.\n---\nNo.\n___\n", "Oui.\n---\nNon.\n___\n"),
        (
            "en",
            "fr",
            "**Yes.** *The minister* holds.[2]\n[2] Yes, no.",
            "**Oui.** Le ministre tient.[2]\n[2] Oui, non.",
        ),
        ("en", "fr", "<p>Yes <b>no</b>.</p>\n\n`yes.no`", "<p>Oui <b>non</b>.</p>\n\n`yes.no`"),
        ("fr", "en", "> Oui.\n>\n> Le ministre\n>>> Non.\n--\nOui.", "> Yes.\n>\n> The minister\n>>> No.\n--\nYes."),
        ("en", "zh", "- Yes | minister\t1,200", "- 是 | 部长\t1,200"),
        ("fr", "en", "|Le ministre|\n|---|---|\n| 4 200,5 | 38 %|", "|The minister|\n|---|---|\n| 4,200.5 | 38%|"),
    ],
)
def test_layout_and_typography(source: str, target: str, text: str, expected: str) -> None:
    translated = Translator().translate(text, source, target).text
    assert translated.replace(" .", ".").replace("。 ", "。") == expected


def test_texts_keep_their_order_and_repeated_sentences_are_asked_once(engines: dict[Any, WordEngine]) -> None:
    texts = ["Yes. No.", "", "No.", "Yes. No."]
    assert [done.text for done in Translator().translate(texts, "en", "fr")] == ["Oui. Non.", "", "Non.", "Oui. Non."]
    assert Translator().translate("Yes.", "en", "en").text == "Yes."


def test_languages_are_detected_text_by_text() -> None:
    done = Translator().translate(
        ["The minister said yes.", "部长说是。", "2024", "Le ministre disait non."], target="en"
    )
    assert [each.text for each in done] == [
        "The minister said yes.",
        "dept head said yes.",
        "2024",
        "The minister said no.",
    ]


@pytest.mark.parametrize(
    ("text", "source", "target", "error"),
    [
        ("Yes", "de", "en", LanguageError),
        ("Yes", "en", "english", LanguageError),
        ("Der Minister hat gestern in Berlin nichts gesagt.", None, "en", LanguageError),
    ],
)
def test_unknown_languages(text: str, source: str | None, target: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        Translator().translate(text, source, target)


def test_a_missing_direction_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translator, "find_packages", lambda _=None: [])
    with pytest.raises(MissingPackageError, match=r"fr to en.*polyglot-news packages install FILE"):
        Translator().translate("Oui.", "fr", "zh")


def test_pivot_is_shown() -> None:
    done = Translator().translate("Le ministre tient !", "fr", "zh")
    assert (done.text, done.pivot) == ("这部长持！", "The minister holds!")
    assert Translator().translate("Oui.", "fr", "en").pivot is None


def test_lines_come_through_the_pivot() -> None:
    done = Translator().translate("部长说\n是。\n| 是 | 1,000\n", "zh", "fr")
    assert done.pivot == "dept head said\nyes.\n| yes | 1,000\n"  # which reads as if the first line went on
    assert done.text.splitlines()[1:] == ["oui.", "| oui | 1\u202f000"]


@pytest.mark.parametrize(
    ("source", "translated", "target", "expected"),
    [
        ("L'eau manque.", "water is scarce.", "en", "Water is scarce."),
        ("– la pêche", "– Fishing", "en", "– fishing"),
        ("« la pêche »", '"Fishing"', "en", '"fishing"'),
        ("lundi, la Belgique", "Monday, Belgium", "en", "Monday, Belgium"),  # no word in small letters
        ("en Chine, on pêche", "China fishes", "en", "China fishes"),
        ("je pêche", "I fish", "en", "I fish"),
        ("les troupes du G7", "G7 troops", "en", "G7 troops"),
        ("la loi des U.S.A.", "U.S. law", "en", "U.S. law"),
        ("Un eBook de plus", "eBooks are many", "en", "eBooks are many"),
        ("Vends lait-x", "lait-x is sold", "en", "lait-x is sold"),  # to be kept
        ("5 mai", "May 5", "en", "May 5"),
        ("Water is scarce", "水很少", "zh", "水很少"),
    ],
)
def test_a_translation_begins_with_the_case_of_its_source(
    source: str, translated: str, target: str, expected: str
) -> None:
    known = {"fishing", "china", "i", "g", "u", "may"}
    assert with_capital_of(source, translated, target, ["lait-x"], known.__contains__) == expected


CEASEFIRE = Term(forms={"en": ["ceasefire"], "fr": ["cessez-le-feu"], "zh": ["停火"]})


def uses(
    glossary: Iterable[Term], text: str, source: str, target: str
) -> tuple[str, list[tuple[str, str, str | None, str]]]:
    done = Translator(glossary=Glossary(glossary)).translate(text, source, target)
    return done.text, [
        (use.source.of(text), use.form, use.target.of(done.text) if use.target else None, use.outcome)
        for use in done.terms
    ]


@pytest.mark.parametrize(
    ("terms", "text", "expected", "told"),
    [
        ([CEASEFIRE], "The ceasefire holds.", "Le cessez-le-feu tient.",
         [("ceasefire", "cessez-le-feu", "cessez-le-feu", "enforced")]),
        ([Term(forms={"en": ["minister"], "fr": ["ministre"]})], "The minister holds.", "Le ministre tient.",
         [("minister", "ministre", "ministre", "used")]),
        ([Term(forms={"en": ["minister"], "fr": ["ministres"]})], "The minister holds.", "Le ministre tient.",
         [("minister", "ministres", "ministre", "inflected")]),
        ([Term(forms={"en": ["ceasefire"], "fr": ["trêve"]}, status="forbidden")], "The ceasefire holds.",
         "Le arrêt tient.", [("ceasefire", "trêve", None, "avoided")]),
        ([CEASEFIRE, Term(forms={"en": ["ceasefire"], "fr": ["trêve"]}, status="forbidden")], "The ceasefire holds.",
         "Le cessez-le-feu tient.", [("ceasefire", "cessez-le-feu", "cessez-le-feu", "enforced")]),
        ([Term(forms={"en": ["Peace in"]}, status="keep")], "Yes. Peace in Belgium.", "Oui. Peace in Belgique.",
         [("Peace in", "Peace in", "Peace in", "kept"), ("Belgium", "Belgique", "Belgique", "enforced")]),
        ([Term(forms={"en": ["Yes"]}, status="keep")], "Yes and Yes.", "Yes and Yes.",
         [("Yes", "Yes", "Yes", "kept"), ("Yes", "Yes", "Yes", "kept")]),
        ([Term(forms={"en": ["ceasefire"], "fr": ["suspension"]})], "Ceasefires in Belgium.",
         "Suspensions en Belgique.",
         [("Ceasefires", "suspension", "Suspensions", "enforced"), ("Belgium", "Belgique", "Belgique", "enforced")]),
        ([CEASEFIRE], "Ceasefire said yes, ceasefire said no.", "Cessez-le-feu disait oui, cessez-le-feu disait non.",
         [("Ceasefire", "cessez-le-feu", "Cessez-le-feu", "enforced"),
          ("ceasefire", "cessez-le-feu", "cessez-le-feu", "enforced")]),
    ],
)  # fmt: skip
def test_terms(terms: list[Term], text: str, expected: str, told: list[tuple[str, str, str | None, str]]) -> None:
    assert uses(terms, text, "en", "fr") == (expected, told)


@pytest.mark.parametrize(
    ("said", "term", "language", "expected"),
    [
        ("l'", "sécheresse", "fr", ("le", "la")),
        ("L’", "accord", "fr", ("L’",)),
        ("de", "inondations", "fr", ("d'",)),
        ("du", "embargo", "fr", ("de l'",)),
        ("qu'", "surcapacité", "fr", ("que",)),
        ("la", "hausse", "fr", ("la",)),
        ("le", "yuan", "fr", ("le",)),
        ("les", "accords", "fr", ("les",)),
        ("a", "embargo", "en", ("an",)),
        ("a", "European summit", "en", ("a",)),
        ("an", "truce", "en", ("a",)),
        ("这", "停火", "zh", ("这",)),
    ],
)
def test_words_before_a_term(said: str, term: str, language: str, expected: tuple[str, ...]) -> None:
    assert fitting(said, term, language) == expected


@pytest.mark.parametrize(
    ("sentence", "spans", "target", "expected"),
    [
        ("The ceasefire holds.", [(4, 13)], "fr", "The⟦ ceasefire⟾ cessez-le-feu⟧ holds."),
        ("ceasefire, ceasefire", [(11, 20), (0, 9)], "fr",
         "⟦ceasefire⟾ cessez-le-feu⟧,⟦ ceasefire⟾ cessez-le-feu⟧"),
        ("“ceasefire”", [(1, 10)], "zh", "“⟦ceasefire⟾停火⟧”"),
    ],
)  # fmt: skip
def test_annotations_as_in_training(sentence: str, spans: list[tuple[int, int]], target: str, expected: str) -> None:
    form = "停火" if target == "zh" else "cessez-le-feu"
    asked = [Wanted(span=Span(*span), accepted=(form,)) for span in spans]
    assert annotated(sentence, asked, Annotations(start="⟦", middle="⟾", end="⟧"), target) == expected


def test_the_capitals_of_a_form_stay() -> None:
    want = Wanted(span=Span(0, 9), accepted=("Conseil du Lac",))
    assert with_own_capitals("le conseil du lac, Conseil Du lac", [want], "fr") == "le Conseil du Lac, Conseil Du Lac"


@pytest.mark.parametrize(
    ("pieces", "start", "end", "form", "expected"),
    [
        (["保", "护", "河", "湖", "泊", "水"], 3, 4, "河湖水", [(3, 4), (2, 4)]),
        (["保", "护", "饮", "水", "很", "少"], 2, 3, "饮用水", [(2, 3), (2, 4)]),
        (["保", "护", "饮", "水"], 0, 1, "停火", [(0, 1)]),
    ],
)
def test_what_a_chinese_term_says_too_may_go(
    pieces: list[str], start: int, end: int, form: str, expected: list[tuple[int, int]]
) -> None:
    assert widened(pieces, start, end, form, "zh") == expected


def test_no_term_is_put_beside_itself() -> None:
    plain, want = "停火持续", Wanted(span=Span(0, 9), accepted=("停火",))
    assert doubled("停火停火持续", want) > doubled(plain, want) == 0


def test_a_figure_that_is_there_in_another_way_is_no_missed_term(monkeypatch: pytest.MonkeyPatch) -> None:
    said = {"en": "The minister said 4,200,000 yes.", "zh": "这部长说420万是。"}

    def restore(text: str, _: str, __: str, target: str) -> str:
        return said[target]

    monkeypatch.setattr("polyglot_news.translate.step.restore_figures", restore)
    done = Translator().translate("Le ministre disait 4 200 000 oui.", "fr", "zh")
    assert (done.text, done.terms) == (said["zh"], ())


def test_a_term_said_over_and_over_is_let_be() -> None:
    text, told = uses([CEASEFIRE], "ceasefire " * 9, "en", "fr")
    assert text.split() == ["trêve"] * 9
    assert {outcome for *_, outcome in told} == {"missed"}


def test_terms_through_the_pivot() -> None:
    text, told = uses([CEASEFIRE], "Le cessez-le-feu tient.", "fr", "zh")
    assert (text, told) == ("这停火持。", [("cessez-le-feu", "停火", "停火", "enforced")])
    text, told = uses([Term(forms={"fr": ["ministre"], "zh": ["大臣"]})], "Le ministre tient.", "fr", "zh")
    assert (text, told) == ("这大臣持。", [("ministre", "大臣", "大臣", "enforced")])


@pytest.mark.parametrize(
    ("source", "target", "text", "expected"),
    [
        ("en", "fr", "Yes, said Dupontel.", "Oui, disait Dupontel."),
        ("en", "fr", "Yes, said Omaha.", "Oui, disait Omaha."),
        ("en", "fr", "Peace in Belgium.", "Paix en Belgique."),
        ("en", "fr", "The minister said A/RES/70/1.", "Le ministre disait A/RES/70/1."),
        ("zh", "en", "部长毛宁表示：是。", "Dept head Mao Ning shows it: yes."),
    ],
)
def test_names_and_codes_are_not_mangled(source: str, target: str, text: str, expected: str) -> None:
    assert Translator().translate(text, source, target).text.lower() == expected.lower()
    for name in ("Dupontel", "Belgique", "A/RES/70/1", "Mao Ning"):
        assert (name in Translator().translate(text, source, target).text) == (name in expected)


@pytest.mark.parametrize(
    ("source", "text", "codes"),
    [
        ("zh", "是https://vell.example/a/b?c=1说", ["https://vell.example/a/b?c=1"]),
        ("zh", "是info@vell.example说。", ["info@vell.example"]),
        ("zh", "说www.vell.example。", ["www.vell.example"]),
        ("en", "Yes, +44 20 7946 0958 or (202) 555-0143, said GB29 0000 6016 1331 9268 19.",
         ["+44 20 7946 0958", "(202) 555-0143", "GB29 0000 6016 1331 9268 19"]),
        ("fr", "Le 01.99.00.12.34, le 05/11/2031 et le 2031-11-05.", ["01.99.00.12.34", "05/11/2031", "2031-11-05"]),
        ("fr", "Non : +12 500 000 et 1.2.3 et 05/11.", []),
        ("en", "Yes [no](https://vell.example/a) to `ls -l` in {0}, <br/>said[3] %(name)s and {{ who }}.",
         ["](https://vell.example/a)", "`ls -l`", "{0}", "<br/>", "[3]", "%(name)s", "{{ who }}"]),
        ("fr", "Le ministre dit 20 % de `oui et non, x < y, 5 %s.", []),
    ],
)  # fmt: skip
def test_the_model_does_not_see_what_is_to_be_copied(
    engines: dict[tuple[str, str], WordEngine], source: str, text: str, codes: list[str]
) -> None:
    assert [want.span.of(text) for want in wanted_codes(text)] == codes
    done = Translator().translate(text, source, "fr" if source == "en" else "en")
    (sentence,) = engines[source, done.target].asked
    assert len(sentence) == len(text)
    assert not [code for code in codes if code in sentence or code not in done.text]
    assert [use.form for use in done.terms if use.outcome == "kept"] == codes
    assert (done.lost, done.invented) == ((), ())


@pytest.mark.parametrize(
    ("source", "target", "text", "expected"),
    [
        ("en", "fr", "1,300 and 1.3 in 2024", [("1\u202f300", "1300"), ("1,3", "1,3"), ("2024", "2\u202f024")]),
        ("fr", "en", "380 000, 1.300 et 2,94 millions", [("380,000", "380000"), ("1,300", "1300"), ("2.94", "2.94")]),
        ("en", "zh", "48 hours, 2.8 million", [("48", "48")]),
        ("zh", "en", "1.25亿，135种", [("135", "135")]),
        ("en", "fr", "10:30, 1.2.2024, A4, 0800, 3D, 5/6", []),
        ("en", "fr", "the 125th, £28bn", [("125", "125"), ("28", "28")]),
        ("fr", "en", "à 22 h, pendant 3 heures", [("3", "3")]),
        ("zh", "en", "晚上8点，历时8小时", [("8", "8")]),
    ],
)
def test_figures(source: str, target: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [want.accepted for want in wanted_numbers(text, source, target)] == expected


@pytest.mark.parametrize(
    ("text", "source", "target", "expected"),
    [
        ("They paid 300 Swiss francs.", "en", "fr", ("francs suisses", "franc suisse")),
        ("It cost 20 pounds sterling.", "en", "zh", ("英镑",)),
        ("价格为50日元。", "zh", "en", ("yen",)),
        ("Cela vaut 130 millions de yuans.", "fr", "en", ("yuan",)),
        ("La livre turque baisse.", "fr", "en", ("Turkish lira",)),
    ],
)
def test_currencies(text: str, source: str, target: str, expected: tuple[str, ...]) -> None:
    (want,) = wanted_currencies(text, source, target)
    assert want.accepted == expected
    assert want.present(expected[0], target)


def test_short_names_of_currencies_will_do_and_ask_for_nothing() -> None:
    (want,) = wanted_currencies("100美元", "zh", "en")
    assert want.present("100 dollars", "en")
    assert not wanted_currencies("a pound of sugar, a real franc", "en", "fr")
    assert not wanted_currencies("le franc CFA", "fr", "en")  # of the west or of the centre


def test_currencies_are_told_of_when_something_was_done() -> None:
    done = Translator().translate("The Turkish liras.", "en", "fr")
    assert done.text == "Le livres turques."
    assert [(use.form, use.outcome) for use in done.terms] == [("livres turques", "enforced")]
    assert not Translator().translate("The euros.", "en", "fr").terms


def test_pinyin_comes_without_the_phrases() -> None:
    code = """
import sys
from polyglot_news.pinyin import syllables
print(*syllables("\\u674e\\u5f3a"), "pypinyin.phrases_dict" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.split() == ["li", "qiang", "False"]


def test_a_verb_is_not_put_into_a_sentence_that_conjugates_it() -> None:
    text, told = uses([Term(forms={"en": ["holds"], "fr": ["durer"]})], "The ceasefire holds.", "en", "fr")
    assert (text, told[0][-1]) == ("Le trêve tient.", "missed")
    text, _ = uses([Term(forms={"en": ["holds"], "fr": ["durer", "dure"]})], "The ceasefire holds.", "en", "fr")
    assert text != "Le trêve tient."


def test_a_verb_is_put_in_the_place_of_an_infinitive() -> None:
    term = Term(forms={"en": ["hold"], "fr": ["tenir"]})
    text, told = uses([term], "Said the minister: hold the ceasefire.", "en", "fr")
    assert text == "Disait le ministre\u00a0: tenir le trêve."
    assert told == [("hold", "tenir", "tenir", "enforced")]


@pytest.mark.parametrize(("said", "expected"), [("▁Oron", "Le Omaha tient"), ("▁oron", "Le oron tient")])
def test_english_capitals_may_be_small_letters_elsewhere(
    engines: dict[tuple[str, str], WordEngine], said: str, expected: str
) -> None:
    engine = Translator()._engine("en", "fr")
    rows = tuple(tuple(float(row == column) for column in range(3)) for row in range(3))
    plain = Hypothesis(text="", pieces=("▁Le", said, "▁tient"), score=-1.0, attention=rows)
    want = Wanted(span=Span(4, 9), accepted=("Omaha",), kind="name")
    found = restore_names(engine, "The Omaha holds", [want], plain)
    assert engine.target.decode(list(found.pieces)) == expected


def test_memory_wins_and_says_so() -> None:
    memory = Memory()
    memory.add([{"en": "The ceasefire holds.", "fr": "Le cessez-le-feu tient bon."}])
    done = Translator(memory=memory).translate("No. “The ceasefire holds.”\n- THE CEASEFIRE HOLDS.", "en", "fr")
    assert done.text == "Non. «\u00a0Le cessez-le-feu tient bon.\u00a0»\n- Le cessez-le-feu tient bon."
    assert done.memory
    assert not Translator(memory=memory).translate("The ceasefire never holds.", "en", "fr").memory


def test_signature_names_all_that_matters() -> None:
    plain = Translator().signature
    assert "en-fr/1/" in plain
    assert "beam:2" in plain
    assert len({plain, Translator(beam=1).signature, Translator(glossary=Glossary([CEASEFIRE])).signature}) == 3


@pytest.mark.parametrize(
    ("word", "said", "accepted", "source", "other"),
    [
        ("siège", "seat", ["siege"], "fr", True),
        ("siège", "siege", ["siege"], "fr", False),
        ("siège", "Geneva", ["siege"], "fr", False),  # a mistake is no other sense
        ("réparations", "the repairs", ["reparations"], "fr", True),
        ("settlement", "règlement", ["colonie", "colonies de peuplement"], "en", True),
        ("ceasefire", "feu", ["cessez-le-feu"], "en", False),
        ("recovery", "relance", ["reprise"], "en", False),  # another word for the same
        ("Siège", "seat", ["siege"], "fr", False),
    ],
)
def test_other_senses(word: str, said: str, accepted: list[str], source: str, other: bool) -> None:
    assert other_sense(word, said, accepted, source, "en" if source == "fr" else "fr") == other
    assert not other_sense(word, said, accepted, source, "zh")


def test_a_word_that_the_text_means_otherwise_is_left(engines: dict[tuple[str, str], WordEngine]) -> None:
    chosen = Translator(glossary=Glossary([Term(forms={"en": ["settlement"], "fr": ["colonie"]})]))
    words = chosen._engine("en", "fr").words  # type: ignore[attr-defined]
    for said, expected in (("règlement", "Le règlement tient."), ("tente", "Le colonie tient.")):
        words["settlement"] = said
        done = chosen.translate("The settlement holds.", "en", "fr")
        assert (done.text, [use.outcome for use in done.terms]) == (
            expected, ["missed" if said == "règlement" else "enforced"],
        )  # fmt: skip
    del words["settlement"]


@pytest.mark.parametrize(("beam", "expected"), [(None, {"en": 4, "fr": 2}), (3, {"en": 3, "fr": 3})])
def test_a_package_may_ask_for_its_beam(
    monkeypatch: pytest.MonkeyPatch, beam: int | None, expected: dict[str, int]
) -> None:
    found = [attrs.evolve(package, beam=4 if package.source == "zh" else None) for package in Translator().packages]
    monkeypatch.setattr(translator, "find_packages", lambda _: found)
    used: dict[str, int] = {}

    def translate(self: WordEngine, sentences: Sequence[str], *, decoding: Decoding, **_: Any) -> list[Hypothesis]:
        used[self.package.target] = decoding.beam
        return [Hypothesis(text=sentence, pieces=(), score=0.0) for sentence in sentences]

    monkeypatch.setattr(WordEngine, "translate", translate)
    chosen = Translator(beam=beam)
    chosen.translate("是。", "zh", "fr")
    assert used == expected
    assert ("|beams:zh-en/4" in chosen.signature) == (beam is None)


@pytest.mark.parametrize(
    ("text", "language", "source", "expected"),
    [
        ('Il dit "oui"; vraiment?', "fr", "", "Il dit «~oui~»_; vraiment_?"),
        ("À 10:30, 50 % : http://a.b/?c", "fr", "", "À 10:30, 50~%~: http://a.b/?c"),
        ("« Oui, » dit-il", "fr", "", "«~Oui~», dit-il"),
        ("Il dit « oui » .", "en", "«»", 'Il dit "oui".'),
        ('He said "yes" .', "en", '"', 'He said "yes".'),
        ('oui", he said', "en", "oui”, …", 'oui", he said'),
        ('他说: "我们(中国)要 和平", 对吗?', "zh", "", "他说：“我们（中国）要和平”，对吗？"),
        ("约 1,000 人, 在 Paris.", "zh", "", "约 1,000 人，在 Paris."),
        ("Yes，no。", "en", "", "Yes, no."),
    ],
)
def test_typography(text: str, language: str, source: str, expected: str) -> None:
    assert dress(text, language, source).replace("\u00a0", "~").replace("\u202f", "_") == expected


@pytest.mark.parametrize(
    ("text", "language", "limit", "expected"),
    [
        ("One two. Three four.", "en", 9, ["One two.", "Three four."]),
        ("one two, three four; five six, seven eight", "en", 5, ["one two, three four;", "five six, seven eight"]),
        ("one 1,000 two three four five six", "en", 4, ["one 1,000 two", "three four five six"]),
        ("我们支持停火，他们反对。", "zh", 8, ["我们支持停火，", "他们反对。"]),
        ("中国人民\n爱好和平", "zh", 50, ["中国人民爱好和平"]),
        ("a | b\tc\n\td e|f", "en", 50, ["a", "b", "c d e|f"]),
        ("1.\tone\ttwo", "en", 50, ["one", "two"]),
        ("word\u200b word\u00ad", "en", 50, ["word word"]),
        ("a *b c* d_e_f **g**, 2 * 3 * 4", "en", 50, ["a b c d_e_f g, 2 * 3 * 4"]),
        ("**one** two (https://x.example/_a_/)**", "en", 50, ["one two (https://x.example/_a_/)"]),
        ("«", "fr", 50, [""]),
        ("- “", "en", 50, [""]),
        ("<i>one</i> two <b> [1] three </b>\n</p> [2]*", "en", 50, ["one</i> two <b> [1] three"]),
    ],
)
def test_units(text: str, language: str, limit: int, expected: list[str]) -> None:
    def length(part: str) -> int:
        return len(part if language == "zh" else part.split())

    units = split_units(text, language, length=length, limit=limit)
    assert [unit.text for unit in units] == expected
    for unit in units:
        assert [text[place] for place in unit.offsets[:-1]] == [
            c if c != " " else text[p] for c, p in zip(unit.text, unit.offsets, strict=False)
        ]


@pytest.mark.parametrize("piece", [" ", "<i>", "</i> ", "[7]", "<i ", "**a"])
@pytest.mark.usefixtures("steady_clock")
def test_marks_in_a_sentence_take_linear_time(piece: str) -> None:
    begun = time.process_time()
    units = split_units(f"Two ferries {piece * 16_000}sail.", "en", length=lambda _: 1, limit=50)
    assert time.process_time() - begun < 1.5  # a search that is quadratic in one of them takes several seconds
    assert len(units) == 1


@pytest.mark.parametrize(
    ("said", "source", "astray"),
    [
        ("a b c d", "a b c d", False),
        ("no no no no no", "no", True),
        ("no no no no no", "non non non non non", False),
        ("and so and so and so on", "x", True),
        ("1 0 0 0 0 0 0 . . . . .", "x", False),
        (" ".join(f"w{number % 9} v" for number in range(40)), "x", True),
    ],
)
def test_loops(said: str, source: str, astray: bool) -> None:
    assert loops(said.split(), source.split()) == astray


def test_unloop_and_limit() -> None:
    assert unloop(["on", "and", "on", "and", "on", "and", "on", ",", "no"]) == ["on", "and", "on", ",", "no"]
    assert length_limit(10) < length_limit(100) < 300
    assert Decoding(beam=4, length_penalty=0.2) != Decoding()


@pytest.mark.parametrize(
    ("translation", "text", "source", "target", "restored"),
    [
        ("We will give 1350 euros.", "我们将提供1350万欧元。", "zh", "en", "We will give 13.5 million euros."),
        ("Exports were 2.5 million yuan.", "出口额为2.5万亿元。", "zh", "en", "Exports were 2.5 trillion yuan."),
        ("Il manque 3,2 euros.", "缺少3.2亿欧元。", "zh", "fr", "Il manque 320 millions d’euros."),
        ("需要13.5亿欧元。", "We need 13.5 million euros.", "en", "zh", "需要1350万欧元。"),
        ("需要5,000万吨。", "Il faut 5 mille tonnes.", "fr", "zh", "需要5,000吨。"),
        ("There are 3 people.", "有3百萬人。", "zh", "en", "There are 3 million people."),
        ("有5人。", "There are 5 lakh of them.", "en", "zh", "有50万人。"),
        ("Cela coûte 2,1 euros.", "费用为2.1千亿欧元。", "zh", "fr", "Cela coûte 210 milliards d’euros."),
        ("5分", "5 cents", "en", "zh", "5分"),
        ("Il y en a 3 yuans.", "有3亿元。", "zh", "fr", "Il y en a 300 millions de yuans."),
        ("Il y en a 3 de plus.", "多了3亿。", "zh", "fr", "Il y en a 300 millions de plus."),
        # copied or scaled wrong, in all directions
        ("法国有860万人口和13个地区。", "France has 68 million people and 13 regions.", "en", "zh",
         "法国有6800万人口和13个地区。"),
        ("Some 210,000 people came.", "有1.2万人到场。", "zh", "en", "Some 12,000 people came."),
        ("It was $68.80 US dollars.", "达到6880亿美元。", "zh", "en", "It was $688 billion US dollars."),
        ("创造了250,000万个工作岗位。", "Il a créé 250 000 emplois.", "fr", "zh", "创造了25万个工作岗位。"),
        ("Environ 47 millions d’écoles.", "About 47,000 schools.", "en", "fr", "Environ 47 000 écoles."),
        ("Elle a perdu 47 000 hectares.", "It lost 47 million hectares.", "en", "fr",
         "Elle a perdu 47 millions d’hectares."),
        ("It cost £11 billion.", "价值1100万美元。", "zh", "en", "It cost £11 million."),
        ("占28%。", "It is 82% of them.", "en", "zh", "占82%。"),
        ("The 51st meeting", "第15次会议", "zh", "en", "The 15th meeting"),
        ("C’était en 1948.", "那是在1984年。", "zh", "fr", "C’était en 1984."),
        ("需要20,000万至30,000万人。", "It needs 20,000 to 30,000 people.", "en", "zh", "需要2万至3万人。"),
        ("顺差为88,7亿美元。", "The surplus was 88.7 billion dollars.", "en", "zh", "顺差为887亿美元。"),
        ("有12,490份申请。", "There were 12,480 applications.", "en", "zh", "有12,480份申请。"),
        # written without a space, or with an abbreviation
        ("价值11亿英镑。", "It is worth £11million.", "en", "zh", "价值1100万英镑。"),
        ("价值228bn的市场", "a £2.8bn market", "en", "zh", "价值28亿的市场"),
        # a decade
        ("In the 20s they moved.", "20世纪30年代，他们搬走了。", "zh", "en", "In the 1930s they moved."),
        ("Dans les années 20, il est né.", "Born in the 1930s.", "en", "fr", "Dans les années 1930, il est né."),
        ("In the 80s and the 90s", "80年代和90年代", "zh", "en", "In the 80s and the 90s"),
        # an hour of the day
        ("They left at 22 p.m., not at 19.30 pm.", "Ils sont partis à 22 h.", "fr", "en",
         "They left at 10 p.m., not at 7.30 pm."),
        ("从下午3时到夜间", "From 9 p.m. to the night", "en", "zh", "从21时到夜间"),
        ("It opens at 4 a.m. and ends at 6 p.m.", "Cela ouvre à 4 h et finit à 17 h 15.", "fr", "en",
         "It opens at 4 a.m. and ends at 5:15 p.m."),
        ("Cela ouvre à 4 h et à 6 h.", "It opens at 5 a.m. or 7 a.m.", "en", "fr", "Cela ouvre à 4 h et à 6 h."),
        # a percentage
        ("He got 58.5 of the votes.", "Il a obtenu 58,5 % des voix.", "fr", "en", "He got 58.5% of the votes."),
        ("G20 in May", "5月，二十国集团增长6%", "zh", "en", "G20 in May"),
        ("He got 58.5 percent.", "Il a obtenu 58,5 % des voix.", "fr", "en", "He got 58.5 percent."),
        ("Il a eu 7,3 p. 100.", "It was 7.3%.", "en", "fr", "Il a eu 7,3 p. 100."),
        # right already, twice, both ends by one word, other kinds, two that could be meant
        ("We will give 13,500,000 euros.", "我们将提供1350万欧元。", "zh", "en", "We will give 13,500,000 euros."),
        ("In 1350 there were 1350.", "1350万人。", "zh", "en", "In 1350 there were 1350."),
        ("2 to 3 million people", "20万至300万人", "zh", "en", "2 to 3 million people"),
        ("It fell by 40%.", "减少了30人。", "zh", "en", "It fell by 40%."),
        ("In 2019 it fell.", "减少了300人。", "zh", "en", "In 2019 it fell."),
        ("5 men and 6 women", "30名男子和80名女子", "zh", "en", "5 men and 6 women"),
        ("Dozens came.", "来了50人。", "zh", "en", "Dozens came."),
        ("Il a 26 degrés.", "It is 26 degrees, one of the 3.", "en", "fr", "Il a 26 degrés."),
    ],
)  # fmt: skip
def test_large_numbers_keep_their_size(translation: str, text: str, source: str, target: str, restored: str) -> None:
    assert restore_figures(translation, text, source, target) == restored


class LosingEngine(WordEngine):
    """Loses a figure in its first translation, and knows others."""

    others: tuple[str, ...] = ("il disait 300 oui", "il disait 700 oui", "il disait 700 non")

    def _word(self, piece: str) -> str:
        return "▁jamais" if piece == "▁700" else super()._word(piece)

    def decode(
        self, jobs: Sequence[Job], suppress: Sequence[Sequence[str]] = (), **options: Any
    ) -> list[list[Hypothesis]]:
        count = options.get("hypotheses", 1)
        others = [Hypothesis(text=text, pieces=(), score=-0.1) for text in self.others[: count - 1]]
        return [[*found, *others] for found in super().decode(jobs, suppress)]


def test_another_translation_is_taken_where_a_figure_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translator, "open_engine", LosingEngine)
    texts = ["The minister said 700 yes.", "The minister said yes."]
    kept, plain = Translator().translate(texts, "en", "fr")
    assert (kept.text, kept.lost) == ("Il disait 700 oui", ())
    assert plain.text == "Le ministre disait oui."
    monkeypatch.setattr(LosingEngine, "others", ())
    (lost,) = Translator().translate(texts[:1], "en", "fr")
    assert (lost.text, lost.lost) == ("Le ministre disait jamais oui.", ("700",))


def test_another_translation_is_taken_where_a_figure_is_made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    class Inventing(LosingEngine):
        others = ("le ministre disait oui",)

        def _word(self, piece: str) -> str:
            return "▁12" if piece == "▁yes" else super()._word(piece)

    monkeypatch.setattr(translator, "open_engine", Inventing)
    assert Translator().translate("The minister said yes.", "en", "fr").text == "Le ministre disait oui"
    monkeypatch.setattr(Inventing, "others", ())
    done = Translator().translate("The minister said yes.\n12 said yes.\n", "en", "fr")
    assert (done.lost, done.invented) == ((), ("12",))


def test_what_is_lost_is_told_line_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translator, "open_engine", LosingEngine)
    monkeypatch.setattr(LosingEngine, "others", ())
    done = Translator().translate("700 yes\n700 no\n", "en", "fr")
    assert done.lost == ("700", "700")


@pytest.mark.parametrize(
    ("language", "text", "written"),
    [
        ("en", "It has 4.3 million people.", "It has 4,300,000 people."),
        ("en", "Two hundred thousand came.", "200,000 came."),
        ("zh", "有1.2万人。", "有12,000人。"),
        ("fr", "Il y a 3 millions d’euros.", "Il y a 3\u202f000\u202f000 euros."),
        ("en", "On 5 May 2020", "On 5 May 2020"),
    ],
)
def test_figures_are_written_out_in_digits(language: str, text: str, written: str) -> None:
    assert written_out(text, find_values(text, language), language) == written


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("总理佐兰·扎耶夫（Zoran Zaev）说", "总理       Zoran Zaev 说"),
        ("委员会主席艾琳·琼斯 ( Elin Jones )称", "委员会主席        Elin Jones  称"),
        ("總統馬克龍（Emmanuel Macron）在巴黎", "總統    Emmanuel Macron 在巴黎"),
        ("总理特鲁多（Justin Trudeau）说", "总理    Justin Trudeau 说"),
        ("救助儿童会（Save the Children）称", "      Save the Children 称"),
        ("河谷信托基金（Valley Trust）称", "河谷信托基金（Valley Trust）称"),
        ("人工智能（AI）改变了马克思（AI）", "人工智能（AI）改变了马克思（AI）"),
        ("他在巴黎（Reuters）报道", "他在巴黎（Reuters）报道"),
    ],
)
def test_a_name_that_follows_its_transcription_stands_for_it(text: str, left: str) -> None:
    assert without_transcriptions(text) == left


def test_names_in_parentheses_replace_their_transcription_in_the_translation() -> None:
    said = Translator().translate("总理佐兰·扎耶夫（Zoran Zaev）今天说。", source="zh", target="en").text
    assert said.count("Zoran Zaev") == 1
    assert "(" not in said
