"""Words, normal forms, lexicons and word alignment."""

from __future__ import annotations

import itertools
import time

import pytest

from polyglot_news.align.lexicon import lexicon, rarity, synonymy, vocabulary
from polyglot_news.align.segmentation import normal_form, segment
from polyglot_news.align.words import align_words
from polyglot_news.errors import LanguageError


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("", "en", []),
        ("... — !", "en", []),
        ("He doesn't know.", "en", ["He", "does", "n't", "know"]),
        ("They’ve won; it’s John’s.", "en", ["They", "’ve", "won", "it", "’s", "John", "’s"]),
        ("a well-known U.S. official", "en", ["a", "well", "known", "U.S.", "official"]),
        ("1,300,000 people, or 5.2%", "en", ["1,300,000", "people", "or", "5.2", "%"]),
        ("L'accord n’est pas signé aujourd'hui.", "fr", ["L'", "accord", "n’", "est", "pas", "signé", "aujourd'hui"]),
        ("1 300 000 euros", "fr", ["1 300 000", "euros"]),
        ("1\u202f300\u202f000 € jusqu'à lundi", "fr", ["1\u202f300\u202f000", "€", "jusqu'", "à", "lundi"]),
        ("e\u0301cole", "fr", ["e\u0301cole"]),
        ("美国总统表示关切", "zh", ["美国", "总统", "表示", "关切"]),
        ("美國總統表示關切", "zh", ["美國", "總統", "表示", "關切"]),
        ("一百三十万桶石油", "zh", ["一百三十万", "桶", "石油"]),
        ("2023年GDP增长5.2%", "zh", ["2023", "年", "GDP", "增长", "5.2", "%"]),
        ("the word 和平 means peace", "en", ["the", "word", "和平", "means", "peace"]),
    ],
)
def test_segment(text: str, language: str, words: list[str]) -> None:
    spans = segment(text, language)
    assert [span.of(text) for span in spans] == words
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("agreements", "agreement", "en"),
        ("Signing", "signed", "en"),
        ("n't", "not", "en"),
        ("ca", "can", "en"),
        ("U.S.", "us", "en"),
        ("l'", "le", "fr"),
        ("qu’", "que", "fr"),
        ("négociations", "Négociation", "fr"),
        ("1 300 000", "1\u202f300\u202f000", "fr"),
        ("協議", "协议", "zh"),
        ("ＧＤＰ", "gdp", "zh"),
    ],
)
def test_normal_form_is_shared(one: str, other: str, language: str) -> None:
    assert normal_form(one, language) == normal_form(other, language)


@pytest.mark.parametrize(
    ("one", "other", "language"), [("accept", "reject", "en"), ("ca", "ce", "fr"), ("état", "été", "fr")]
)
def test_normal_form_keeps_apart(one: str, other: str, language: str) -> None:
    assert normal_form(one, language) != normal_form(other, language)


@pytest.mark.parametrize(
    ("source", "target", "word", "translation"),
    [
        ("en", "fr", "agreement", "accord"),
        ("fr", "en", "élection", "election"),
        ("en", "zh", "sanctions", "制裁"),
        ("zh", "en", "拒绝", "refuse"),
        ("fr", "zh", "climat", "气候"),
        ("zh", "fr", "协议", "accord"),
    ],
)
def test_lexicon_knows(source: str, target: str, word: str, translation: str) -> None:
    likely = lexicon(source, target).translations(word)
    assert normal_form(translation, target) in [found for found, _ in likely[:3]]
    assert all(one >= two for (_, one), (_, two) in itertools.pairwise(likely))


def test_lexicon_is_the_same_in_both_directions() -> None:
    there, _ = lexicon("en", "zh").probabilities(["agreement", "refus"], ["拒绝", "协议", "没有的词"])
    _, back = lexicon("zh", "en").probabilities(["拒绝", "协议", "没有的词"], ["agreement", "refus"])
    assert there.shape == (2, 3)
    assert (there == back.T).all()
    assert (there[:, 2] == 0).all()


def test_translations_of_an_unknown_word() -> None:
    assert lexicon("en", "fr").translations("zzxyqq") == []


def test_rarity_orders_words() -> None:
    assert rarity("the", "en") < rarity("agreement", "en") < rarity("zzxyqq", "en")


def test_synonyms_share_translations() -> None:
    words = ["accord", "entent", "poisson"]
    there, _ = synonymy([words[0]], words, "fr")
    assert there[0, 0] > there[0, 1] > 10 * there[0, 2]


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_vocabulary_is_sorted_by_frequency(language: str) -> None:
    counts = vocabulary(language).counts
    assert (counts[:-1] >= counts[1:]).all()


def links(source: str, target: str, languages: tuple[str, str], *, in_context: bool = True) -> set[tuple[str, str]]:
    one, two = segment(source, languages[0]), segment(target, languages[1])
    return {
        (one[link.source].of(source), two[link.target].of(target))
        for link in align_words(source, target, *languages, in_context=in_context)
    }


@pytest.mark.parametrize("in_context", [True, False])
@pytest.mark.parametrize(
    ("source", "target", "languages", "expected"),
    [
        (
            "The minister refused to sign the agreement.",
            "Le ministre a refusé de signer l'accord.",
            ("en", "fr"),
            {("minister", "ministre"), ("refused", "refusé"), ("sign", "signer"), ("agreement", "accord")},
        ),
        (
            "China urges Washington to stop selling arms to Taiwan.",
            "中国敦促华盛顿停止向台湾出售武器。",
            ("en", "zh"),
            {
                ("China", "中国"),
                ("urges", "敦促"),
                ("stop", "停止"),
                ("selling", "出售"),
                ("arms", "武器"),
                ("Taiwan", "台湾"),
            },
        ),
        (
            "Nous devons respecter nos engagements envers l'Ukraine.",
            "我們必須遵守對烏克蘭的承諾。",
            ("fr", "zh"),
            {("Nous", "我們"), ("respecter", "遵守"), ("engagements", "承諾"), ("Ukraine", "烏克蘭")},
        ),
        (
            "Sales rose by 1,300,000 in 2023.",
            "En 2023, les ventes ont augmenté de 1 300 000.",
            ("en", "fr"),
            {("1,300,000", "1 300 000"), ("2023", "2023"), ("Sales", "ventes"), ("rose", "augmenté")},
        ),
        (
            "On Thursday the minister declined to sign the deal.",
            "The minister refused to sign the agreement on Thursday.",
            ("en", "en"),
            {("minister", "minister"), ("declined", "refused"), ("deal", "agreement"), ("Thursday", "Thursday")},
        ),
        (
            "北京要求美国停止军售",
            "中方敦促美方停止军售",
            ("zh", "zh"),
            {("要求", "敦促"), ("美国", "美方"), ("停止", "停止"), ("军售", "军售")},
        ),
    ],
)
def test_align_words(
    source: str, target: str, languages: tuple[str, str], expected: set[tuple[str, str]], *, in_context: bool
) -> None:
    assert expected <= links(source, target, languages, in_context=in_context)


def test_words_without_counterpart_stay_alone() -> None:
    found = links(
        "The committee, which met in Geneva, adopted the report.", "Le comité a adopté le rapport.", ("en", "fr")
    )
    assert "Geneva" not in {word for word, _ in found}


def test_align_words_mirrors() -> None:
    source, target = "The government will not accept the proposal.", "政府不会接受这项提议。"
    there = align_words(source, target, "en", "zh", in_context=False)
    back = align_words(target, source, "zh", "en", in_context=False)
    assert {(link.source, link.target) for link in there} == {(link.target, link.source) for link in back}


STATEMENT = "The minister of trade refused to sign the agreement. Sales rose by 12 percent in May. We want peace. "
RENDERING = "Le ministre du commerce a refusé de signer l’accord. Les ventes ont augmenté de 12 % en mai. "


@pytest.mark.parametrize(("limit", "value"), [("_TABLED", 0), ("_WHOLE", 12)])
def test_long_texts_are_aligned_as_short_ones(monkeypatch: pytest.MonkeyPatch, limit: str, value: int) -> None:
    expected = align_words(STATEMENT, RENDERING, "en", "fr", in_context=False)
    monkeypatch.setattr(f"polyglot_news.align.words.{limit}", value)
    found = align_words(STATEMENT, RENDERING, "en", "fr", in_context=False)
    assert [(link.source, link.target) for link in found] == [(link.source, link.target) for link in expected]


@pytest.mark.usefixtures("steady_clock")
def test_a_long_text_is_aligned_in_fair_time() -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        align_words(STATEMENT * times, RENDERING * times, "en", "fr", in_context=False)
        return time.process_time() - start

    seconds(1)
    assert seconds(60) < 20 * seconds(20) + 0.05


@pytest.mark.parametrize(("source", "target"), [("", ""), ("", "un mot"), ("a word", ""), ("!!!", "???")])
def test_align_nothing(source: str, target: str) -> None:
    assert align_words(source, target, "en", "fr") == []


def test_unknown_language() -> None:
    with pytest.raises(LanguageError, match="de"):
        segment("Guten Tag", "de")
    with pytest.raises(LanguageError, match="'de'"):
        align_words("Guten Tag", "Good day", "de", "en")


@pytest.mark.parametrize("unit", ['"', "a ", "a", "1 ", "111 ", "a.", "n't", "中", "一", "\u0301", "l'"])
@pytest.mark.usefixtures("steady_clock")
def test_segment_is_linear(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        segment(text, "fr")
        return time.process_time() - start

    segment(unit, "fr")
    assert seconds(200_000) < 40 * seconds(20_000) + 0.05


def test_threads_may_share_the_stemmer() -> None:
    from concurrent.futures import ThreadPoolExecutor

    from polyglot_news.align.segmentation import normal_form

    words = [f"{start}{end}" for start in ("nation", "form", "relat", "organ", "mod") for end in ("al", "ation", "ing")]
    expected = [normal_form(word, "en") for word in words]

    def stems(_: int) -> list[str]:
        found = []
        for word in words * 20:
            normal_form.cache_clear()
            found.append(normal_form(word, "en"))
        return found

    with ThreadPoolExecutor(4) as pool:
        assert all(found == expected * 20 for found in pool.map(stems, range(4)))
