"""Finding, checking and installing translation packages."""

from __future__ import annotations

import errno
import json
import os
import shutil
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from polyglot_news.errors import MissingFileError, MissingPackageError, PackageError, PolyglotNewsWarning
from polyglot_news.translate import packages
from polyglot_news.translate.archive import _check_place, _put_in_place
from polyglot_news.translate.packages import (
    Package,
    argos_folder,
    choose_package,
    find_packages,
    install_package,
    read_package,
)
from polyglot_news.translate.pieces import open_tokenizers
from polyglot_news.translate.weights import is_cut_off

GOOD = {"package_version": "1.0", "from_code": "en", "to_code": "fr", "type": "translate"}


@pytest.fixture(autouse=True)
def clean_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without packages, and none embedded."""
    for name in ("ARGOS_PACKAGES_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "POLYGLOT_NEWS_PACKAGES", "SNAP"):
        monkeypatch.delenv(name, raising=False)
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setattr(packages, "embedded_folder", lambda: tmp_path / "none")
    return home


def make(folder: Path, name: str = "translate-en_fr-1_0", **metadata: object) -> Path:
    path = folder / name
    (path / "model").mkdir(parents=True)
    (path / "metadata.json").write_text(json.dumps({**GOOD, **metadata}))
    (path / "sentencepiece.model").write_bytes(b"pieces")
    (path / "model" / "model.bin").write_bytes(b"weights")
    (path / "model" / "config.json").write_text("{}")
    return path


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (("en", "fr"), ("en", "fr", None)),
        (("zh", "en"), ("zh", "en", "Hans")),
        (("en", "zt"), ("en", "zh", "Hant")),
        (("zh_Hant", "fr"), ("zh", "fr", "Hant")),
    ],
)
def test_languages(tmp_path: Path, codes: tuple[str, str], expected: tuple[str, str, str | None]) -> None:
    package = read_package(make(tmp_path, from_code=codes[0], to_code=codes[1]))
    assert (package.source, package.target, package.script) == expected


@pytest.mark.parametrize(
    ("metadata", "message"),
    [
        ("", "not valid JSON"),
        ("[" * 10_000, "not valid JSON"),
        ("[1]", "no JSON object"),
        (json.dumps({**GOOD, "from_code": "de"}), "from de to fr"),
        (json.dumps({**GOOD, "to_code": "en"}), "from en to en"),
        (json.dumps({**GOOD, "type": "sbd"}), "of type sbd"),
        (json.dumps({**GOOD, "annotations": {"start": "<"}}), "annotations"),
        (json.dumps({**GOOD, "beam": "4"}), "beam"),
        (json.dumps({**GOOD, "beam": 0}), "beam"),
        (json.dumps({**GOOD, "beam": 1000}), "beam"),
        (json.dumps({**GOOD, "target_prefix": "\ud800"}), "not valid JSON"),
    ],
)
def test_broken_metadata_is_one_clear_error(tmp_path: Path, metadata: str, message: str) -> None:
    path = make(tmp_path)
    (path / "metadata.json").write_text(metadata)
    with pytest.raises(PackageError, match=message):
        find_packages(path)


@pytest.mark.parametrize("vocabulary", ["", "{", "5", "[1, 2]", '{"a": 1}', "[" * 10_000])
def test_a_vocabulary_that_is_none_is_one_clear_error(tmp_path: Path, vocabulary: str) -> None:
    path = make(tmp_path)
    embedded = Path(packages.__file__).parents[1] / "data" / "packages" / "translate-en_fr-0_5"
    shutil.copy(embedded / "sentencepiece.model", path)
    (path / "model" / "target_vocabulary.json").write_text(vocabulary)
    with pytest.raises(PackageError, match="no vocabulary of the target language"):
        open_tokenizers(read_package(path))


def test_packages_of_other_languages_and_kinds_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "de_en", from_code="de", to_code="en")
    make(tmp_path, "splitter", type="sbd")
    with pytest.warns(PolyglotNewsWarning, match="holds no translation package between"):
        assert find_packages(tmp_path) == []
    (make(tmp_path, "broken") / "metadata.json").write_text("{")
    with pytest.raises(PackageError, match="broken"):
        find_packages(tmp_path)


def test_annotations_are_read(tmp_path: Path) -> None:
    package = read_package(make(tmp_path, annotations={"start": "[", "middle": "|", "end": "]"}))
    assert package.annotations == packages.Annotations(start="[", middle="|", end="]")


def test_beam_is_read(tmp_path: Path) -> None:
    assert read_package(make(tmp_path, beam=4)).beam == 4
    assert read_package(make(tmp_path, "other")).beam is None


@pytest.mark.parametrize("missing", ["model/model.bin", "model/config.json", "sentencepiece.model"])
def test_missing_file_is_named(tmp_path: Path, missing: str) -> None:
    path = make(tmp_path)
    (path / missing).unlink()
    with pytest.raises(PackageError, match=missing):
        read_package(path).check()


def test_first_place_wins_then_the_highest_version(
    tmp_path: Path, clean_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given, named, installed = (
        tmp_path / "given",
        tmp_path / "named",
        clean_home / ".local/share/argos-translate/packages",
    )
    make(installed, package_version="9.0")
    make(installed, "fr_en", from_code="fr", to_code="en")
    make(installed, "de_en", from_code="de", to_code="en")
    make(named, package_version="2.0")
    make(named, "zh_en", from_code="zh", to_code="en", package_version="1.0")
    make(named, "zt_en", from_code="zt", to_code="en", package_version="3.0")
    make(given, "a", package_version="1.9")
    make(given, "b", package_version="1.10")
    monkeypatch.setenv("POLYGLOT_NEWS_PACKAGES", str(named))

    def found(place: Path | None) -> list[tuple[str, str, str]]:
        return [(package.source, package.target, package.version) for package in find_packages(place)]

    assert found(given) == [("en", "fr", "1.10"), ("fr", "en", "1.0"), ("zh", "en", "1.0")]
    assert found(None) == [("en", "fr", "2.0"), ("fr", "en", "1.0"), ("zh", "en", "1.0")]
    assert found(given / "a")[0] == ("en", "fr", "1.9")


def test_what_argos_left_half_installed_is_passed_over_with_a_warning(clean_home: Path) -> None:
    installed = clean_home / ".local/share/argos-translate/packages"
    make(installed, "whole", from_code="fr", to_code="en")
    (installed / ".installing-now").mkdir()
    (installed / "empty").mkdir()
    (make(installed, "a") / "model" / "config.json").unlink()
    (make(installed, "b") / "model" / "model.bin").write_bytes(struct.pack("<IH4s", 6, 12, b"Tran"))
    with pytest.warns(PolyglotNewsWarning) as told:
        assert [package.name for package in find_packages()] == ["whole"]
    messages = [str(warning.message) for warning in told]
    assert [message.endswith("It is passed over.") for message in messages] == [True, True, True]
    for name, reason in (("a", "config.json is missing"), ("b", "model.bin is cut off"), ("empty", "no metadata.json")):
        assert any(f"/{name} " in message and reason in message for message in messages), name
    errors: list[PackageError] = []
    assert len(find_packages(pass_over=errors.append)) == 1
    assert [f"{error} It is passed over." for error in errors] == messages


def test_a_model_is_cut_off_wherever_it_ends_early(tmp_path: Path) -> None:
    data = next(Path(packages.__file__).parents[1].glob("data/packages/*/model/model.bin")).read_bytes()
    model = tmp_path / "model.bin"
    for length in (0, 3, 100, len(data) // 2, len(data) - 1):
        model.write_bytes(data[:length])
        assert is_cut_off(model)
    for whole in (data, b"of another program"):
        model.write_bytes(whole)
        assert not is_cut_off(model)


def test_argos_folder_by_settings_and_environment(clean_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert argos_folder() == clean_home / ".local/share/argos-translate/packages"
    assert not argos_folder().exists()
    settings = clean_home / ".config/argos-translate/settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text('{"ARGOS_PACKAGES_DIR": "/from/settings"}')
    assert argos_folder() == Path("/from/settings")
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", "/from/environment")
    assert argos_folder() == Path("/from/environment")
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", "")
    assert argos_folder() == Path("/from/settings")


def test_a_user_without_a_home_has_the_embedded_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    def home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", home)
    assert find_packages() == []


def test_missing_folder_and_missing_direction(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match="no folder"):
        find_packages(tmp_path / "nowhere")
    make(tmp_path)
    with pytest.raises(MissingPackageError, match=r"fr to en.*polyglot-news packages install FILE"):
        choose_package(find_packages(tmp_path), "fr", "en")


def test_checksum_follows_what_matters(tmp_path: Path) -> None:
    path = make(tmp_path)
    package = read_package(path)
    before = package.checksum
    (path / "README.md").write_text("about")
    assert package.checksum == before
    (path / "model" / "model.bin").write_bytes(b"other weights")
    assert package.checksum != before


def archive(file: Path, entries: dict[str, bytes], mode: int = 0) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in entries.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = mode << 16
            zipped.writestr(entry, content)
    return file


WHOLE = {
    "p/metadata.json": json.dumps(GOOD).encode(),
    "p/model/model.bin": b"weights",
    "p/model/config.json": b"{}",
    "p/sentencepiece.model": b"pieces",
}


@pytest.mark.parametrize(
    ("entries", "mode", "message"),
    [
        ({**WHOLE, "../evil": b""}, 0, "outside"),
        ({**WHOLE, "/etc/evil": b""}, 0, "outside"),
        ({**WHOLE, "p/../../evil": b""}, 0, "outside"),
        ({**WHOLE, "p\\..\\evil": b""}, 0, "outside"),
        ({**WHOLE, "C:evil": b""}, 0, "outside"),
        (WHOLE, stat.S_IFLNK | 0o777, "outside"),
        ({**WHOLE, "q/more": b""}, 0, "one folder"),
        ({}, 0, "one folder"),
        ({"p/metadata.json": b"{}"}, 0, "model.bin is missing"),
        ({"p/model/model.bin": b""}, 0, "metadata.json is missing"),
        ({**WHOLE, "p/zeros": bytes(40_000_000)}, 0, "would unpack"),
        ({**WHOLE, **{f"p/{number}": b"" for number in range(10_001)}}, 0, "would unpack"),
        ({name: WHOLE[name] for name in WHOLE if "config" not in name}, 0, "config.json is missing"),
        ({name: WHOLE[name] for name in WHOLE if "piece" not in name}, 0, "sentencepiece.model or bpe.model is miss"),
        (WHOLE, 0, r"file.argosmodel/p is broken: its sentencepiece.model cannot be loaded"),
        (
            {**WHOLE, "p/metadata.json": b'{"from_code": "de", "to_code": "en"}'},
            0,
            "file.argosmodel/p translates from de",
        ),
    ],
)
def test_hostile_and_broken_archives_leave_nothing(
    tmp_path: Path, entries: dict[str, bytes], mode: int, message: str
) -> None:
    file = archive(tmp_path / "file.argosmodel", entries, mode)
    with pytest.raises(PackageError, match=message):
        install_package(file)
    assert list(argos_folder().iterdir()) == []
    assert not list(tmp_path.rglob("evil"))


def test_a_package_that_works_goes_back_where_its_new_version_cannot_be_put(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "packages" / "p"
    there.mkdir(parents=True)
    (there / "kept").touch()
    new = tmp_path / "new"
    new.mkdir()
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if self == new:
            raise OSError(errno.EBUSY, "in use")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    package = Package(path=new, name="p", source="en", target="fr", version="1")
    with pytest.raises(PackageError, match="in use"):
        _put_in_place(package, there)
    assert [path.name for path in there.parent.iterdir()] == ["p"]
    assert (there / "kept").exists()


def test_damaged_archives(tmp_path: Path) -> None:
    file = archive(tmp_path / "file.argosmodel", WHOLE)
    content = bytearray(file.read_bytes())
    content[content.index(b"p/model/model.bin") + 18] ^= 0xFF
    file.write_bytes(content)
    with pytest.raises(PackageError, match="is damaged"):
        install_package(file)
    file.write_bytes(content[: len(content) // 2])
    with pytest.raises(PackageError, match="was cut off"):
        install_package(file)
    file.write_bytes(b"%PDF-1.7")
    with pytest.raises(PackageError, match="no zip archive"):
        install_package(file)
    with pytest.raises(MissingFileError, match="no package file"):
        install_package(tmp_path / "nowhere")
    with pytest.raises(PackageError, match="is a folder"):
        install_package(tmp_path)


def test_a_full_disk_is_no_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("polyglot_news.translate.archive._extract", full)
    with pytest.raises(PackageError, match=r"cannot be unpacked .*No space left"):
        install_package(archive(tmp_path / "file.argosmodel", WHOLE))


def test_a_package_does_not_take_the_place_of_one_of_another_direction(tmp_path: Path) -> None:
    make(tmp_path, to_code="zh")
    with pytest.raises(PackageError, match="rename the folder"):
        _check_place(read_package(make(tmp_path / "new")), tmp_path / "translate-en_fr-1_0")
    _check_place(read_package(make(tmp_path / "newer")), tmp_path / "nowhere")
