"""Language and script of short, long, empty and mixed text."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from polyglot_news.errors import LanguageError
from polyglot_news.language import Detection, detect_language, language_code

ENGLISH = "The minister told reporters that the talks would resume in the autumn, although no date has been set."
FRENCH = "La ministre a déclaré aux journalistes que les pourparlers reprendraient à l’automne, sans donner de date."
SIMPLIFIED = "外交部发言人对记者说，谈判将在秋天恢复，但是具体日期还没有决定。"
TRADITIONAL = "外交部發言人對記者說，談判將在秋天恢復，但是具體日期還沒有決定。"


@pytest.mark.parametrize(
    ("text", "language", "script"),
    [
        (ENGLISH, "en", "Latn"),
        (ENGLISH.upper(), "en", "Latn"),
        (FRENCH, "fr", "Latn"),
        (FRENCH.upper(), "fr", "Latn"),
        (FRENCH.replace("’", "'"), "fr", "Latn"),
        (SIMPLIFIED, "zh", "Hans"),
        (TRADITIONAL, "zh", "Hant"),
        ("This isn't right", "en", "Latn"),
        ("They've already left", "en", "Latn"),
        ("Selon le ministre", "fr", "Latn"),
        ("C’est vrai ?", "fr", "Latn"),
        ("Il n’a rien dit", "fr", "Latn"),
        ("Die Verhandlungen werden im Herbst fortgesetzt", "und", "Latn"),
        ("Las conversaciones continuarán en otoño", "und", "Latn"),
        ("I negoziati riprenderanno in autunno", "und", "Latn"),
        ("As negociações continuam no outono", "und", "Latn"),
        ("De onderhandelingen worden in het najaar hervat", "und", "Latn"),
        ("Förhandlingarna fortsätter i höst", "und", "Latn"),
        ("Переговоры продолжатся осенью", "und", "Cyrl"),
        ("ستستأنف المحادثات في الخريف", "und", "Arab"),
        ("交渉は秋に再開されます", "und", "Jpan"),
        ("気象情報変更", "und", "Jpan"),
        ("협상은 가을에 재개됩니다", "und", "Kore"),
        ("中文", "zh", "Hani"),
        ("后里干面", "zh", "Hani"),
        ("王小明和 Ursula von der Leyen 在布鲁塞尔会面", "zh", "Hans"),
        ("President Wang (王小明) said on Monday that he would come", "en", "Latn"),
    ],
)
def test_language_and_script(text: str, language: str, script: str) -> None:
    detection = detect_language(text)
    assert (detection.language, detection.script) == (language, script)
    assert 0 < detection.confidence <= 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("« The time to act is now » : le mot d’ordre du cortège", "fr"),
        ("“Nous irons jusqu’au bout de cette grève,” the union said.", "en"),
        ("« Nous irons jusqu’au bout »", "fr"),
    ],
)
def test_a_text_that_quotes_is_in_the_language_around_the_marks(text: str, language: str) -> None:
    assert detect_language(text).language == language


@pytest.mark.parametrize("text", ["", " \n", "12,5 % — 2024?", "\U0001f600", "…", "\x00"])
def test_text_without_letters_is_undetermined(text: str) -> None:
    assert detect_language(text) == Detection(language="und", script="Zyyy", confidence=0.0)


def test_confidence_grows_with_the_evidence_and_falls_with_mixture() -> None:
    long = detect_language(ENGLISH * 4)
    half = detect_language(f"{ENGLISH} " * 4 + f"{FRENCH} " * 3)
    assert long.confidence > 0.95
    assert half.language == "en"
    assert 0.4 < half.confidence < 0.7
    assert detect_language("Trump").confidence < 0.9
    mixed = detect_language(SIMPLIFIED + ENGLISH)
    assert mixed.confidence < 0.8


def test_result_does_not_depend_on_what_ran_before_or_beside() -> None:
    texts = [ENGLISH, FRENCH, SIMPLIFIED, "Selon Trump, ses", "Peter Jones, la", ""]
    before = [detect_language(text) for text in texts]
    state = random.getstate()
    with ThreadPoolExecutor(4) as pool:
        after = list(pool.map(detect_language, texts * 5))
    assert after == before * 5
    assert random.getstate() == state


def test_result_does_not_depend_on_the_hash_seed() -> None:
    code = "from polyglot_news.language import detect_language as d; print(d('Selon Trump, ses'), d('Die Rede'))"
    outputs = {
        subprocess.run(  # noqa: S603  (our own interpreter and code)
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_long_text_is_quick_and_judged_by_its_beginning() -> None:
    assert detect_language(FRENCH * 20_000).language == "fr"
    assert detect_language("a" * 1_000_000).script == "Latn"
    assert detect_language("'" * 1_000_000 + "a").language == "und"


@pytest.mark.parametrize(
    ("tag", "code"), [("en", "en"), ("FR", "fr"), ("fr-CA", "fr"), ("zh_Hant", "zh"), (" zh-TW ", "zh")]
)
def test_language_code(tag: str, code: str) -> None:
    assert language_code(tag) == code


@pytest.mark.parametrize("tag", ["de", "", "english", "und", "e"])
def test_language_code_refuses_other_languages(tag: str) -> None:
    with pytest.raises(LanguageError, match="give one of en, fr, zh"):
        language_code(tag)
