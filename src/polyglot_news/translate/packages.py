"""Translation packages in Argos Translate's format: finding, checking and installing them.

A package is a folder with ``metadata.json``, a CTranslate2 model in ``model/`` and the tokenizer of its source side,
``sentencepiece.model`` or ``bpe.model``. What Argos Translate has installed is used as it is, without importing
Argos Translate, whose settings create folders at import.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import os
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, Union

import attrs

from polyglot_news.errors import MissingFileError, MissingPackageError, PackageError, PolyglotNewsWarning
from polyglot_news.given import check_path, check_type

PathLike = Union[str, "os.PathLike[str]"]

# Argos calls traditional Chinese "zt"; others write BCP 47.
_LANGUAGES = {
    "en": ("en", None), "eng": ("en", None), "fr": ("fr", None), "fra": ("fr", None),
    "zh": ("zh", "Hans"), "zh-cn": ("zh", "Hans"), "zh-hans": ("zh", "Hans"), "cmn": ("zh", "Hans"),
    "zho": ("zh", "Hans"), "zt": ("zh", "Hant"), "zh-tw": ("zh", "Hant"), "zh-hant": ("zh", "Hant"),
}  # fmt: skip
WIDEST = 16  # beam; the memory of a search grows with it
MODEL_FILES = ("model/model.bin", "model/config.json")
TOKENIZERS = ("sentencepiece.model", "bpe.model")


class _OtherPackageError(PackageError):
    """A package of other languages or of another kind, which may lie in a folder beside those that can be used."""


@attrs.frozen(kw_only=True)
class Package:
    """A translation package on this machine.

    Attributes:
        source: language that it translates from ("en", "fr", "zh").
        target: language that it translates into.
        version: the version that its metadata states.
        path: its folder.
        name: the name of its folder, such as "translate-en_fr-1_0".
        script: "Hans" or "Hant", the Chinese script that it reads or writes; None without Chinese.
        target_prefix: token that its decoder expects first, or "".
        annotations: how glossary terms are shown to its model, as its metadata declares it; None if it was not
            trained on any.
        beam: the beam size that pays for its model, as its metadata declares it; None if it does not say.
    """

    source: str
    target: str
    version: str
    path: Path
    name: str
    script: Literal["Hans", "Hant"] | None = None
    target_prefix: str = ""
    annotations: Annotations | None = None
    beam: int | None = None

    @property
    def checksum(self) -> str:
        """SHA-256 over the names and contents of the files that decide what it translates, in hexadecimal."""
        return _checksum(
            self.path, tuple((file, file.stat().st_mtime_ns, file.stat().st_size) for file in _files(self))
        )

    def check(self) -> None:
        """See that every file that translation needs is there and can be read, and the largest is whole.

        Raises:
            PackageError: one is missing, cannot be read or is cut off.
        """
        from polyglot_news.translate.weights import is_cut_off

        if any("\ud800" <= char <= "\udfff" for char in str(self.path)):  # the libraries that load it take no such name
            msg = f"The translation package {str(self.path)!r} cannot be used: a folder's name is no UTF-8; rename it."
            raise PackageError(msg)
        for needed in (*MODEL_FILES, self.tokenizer.name):
            file = self.path / needed
            if not file.is_file():
                msg = f"The translation package {self.path} is broken: {needed} is missing; install the package anew."
                raise PackageError(msg)
            if not os.access(file, os.R_OK):
                msg = f"The translation package {self.path} cannot be used: {needed} may not be read; allow it."
                raise PackageError(msg)
        if is_cut_off(self.path / MODEL_FILES[0]):
            msg = f"The translation package {self.path} is broken: {MODEL_FILES[0]} is cut off; install it anew."
            raise PackageError(msg)

    @property
    def tokenizer(self) -> Path:
        """The tokenizer model of the source side; the first kind if there is none."""
        files = [self.path / name for name in TOKENIZERS]
        return next((file for file in files if file.is_file()), files[0])


@attrs.frozen(kw_only=True)
class Annotations:
    """How a model was trained to see glossary terms in its source.

    The source ``… cease-fire …`` with the target term "cessez-le-feu" becomes ``… START cease-fire MIDDLE
    cessez-le-feu END …``.

    Attributes:
        start: token before the source term.
        middle: token between the source term and the target term.
        end: token behind the target term.
    """

    start: str
    middle: str
    end: str


def _files(package: Package) -> list[Path]:
    model = package.path / "model"
    files = sorted(file for file in model.rglob("*") if file.is_file()) if model.is_dir() else []
    return [file for file in (package.path / "metadata.json", package.tokenizer, *files) if file.is_file()]


@functools.lru_cache(maxsize=64)
def _checksum(root: Path, stamps: tuple[tuple[Path, int, int], ...]) -> str:
    total = hashlib.sha256()
    for file, _, _ in stamps:
        digest = hashlib.sha256()
        with file.open("rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
        total.update(f"{file.relative_to(root).as_posix()}\0{digest.hexdigest()}\n".encode())
    return total.hexdigest()


def read_package(path: PathLike) -> Package:
    """Read the metadata of the package in a folder.

    Raises:
        PackageError: there is no metadata, it cannot be read, or it is not that of a translation between English,
            French and Chinese.
    """
    path = Path(path)
    metadata = _metadata(path / "metadata.json")
    if str(metadata.get("type", "translate")) != "translate":
        msg = f"The package {path} is of type {metadata['type']}: only translation packages can be used."
        raise _OtherPackageError(msg)
    codes = [str(metadata.get(key, "")).lower().replace("_", "-") for key in ("from_code", "to_code")]
    unknown = [code for code in codes if code not in _LANGUAGES]
    (source, source_script), (target, target_script) = (_LANGUAGES.get(code, ("", None)) for code in codes)
    if unknown or source == target:
        msg = (
            f"The package {path} translates from {codes[0] or 'nothing'} to {codes[1] or 'nothing'}: "
            "only packages between en, fr and zh can be used."
        )
        raise _OtherPackageError(msg)
    return Package(
        source=source,
        target=target,
        version=str(metadata.get("package_version", "")),
        path=path,
        name=path.name,
        script="Hant" if "Hant" in (source_script, target_script) else (source_script or target_script),  # type: ignore[arg-type]
        target_prefix=str(metadata.get("target_prefix") or ""),
        annotations=_annotations(metadata.get("annotations"), path),
        beam=_beam(metadata.get("beam"), path),
    )


def _metadata(file: Path) -> dict[str, Any]:
    try:
        metadata = json.loads(file.read_text(encoding="utf-8-sig"))
        json.dumps(metadata, ensure_ascii=False).encode()  # half of a surrogate pair is legal JSON, and no text
    except FileNotFoundError:
        msg = f"{file.parent} is no translation package: it has no metadata.json."
        raise PackageError(msg) from None
    except OSError as error:
        msg = f"The translation package {file.parent} cannot be read ({error.strerror})."
        raise PackageError(msg) from error
    except (ValueError, RecursionError) as error:
        msg = f"The translation package {file.parent} is broken: its metadata.json is not valid JSON."
        raise PackageError(msg) from error
    if not isinstance(metadata, dict):
        msg = f"The translation package {file.parent} is broken: its metadata.json holds no JSON object."
        raise PackageError(msg)
    return metadata


def _annotations(value: object, path: Path) -> Annotations | None:
    if value is None:
        return None
    if not isinstance(value, dict) or any(
        not isinstance(value.get(key), str) or not value[key] for key in ("start", "middle", "end")
    ):
        msg = (
            f'The translation package {path} is broken: "annotations" in its metadata.json lacks start, middle or end.'
        )
        raise PackageError(msg)
    return Annotations(start=value["start"], middle=value["middle"], end=value["end"])


def _beam(value: object, path: Path) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or not 1 <= value <= WIDEST:
        msg = f'The translation package {path} is broken: "beam" in its metadata.json is no number from 1 to {WIDEST}.'
        raise PackageError(msg)
    return int(value)


def argos_folder() -> Path:
    """Return the folder into which Argos Translate installs packages, by its own rules (it need not exist).

    ``ARGOS_PACKAGES_DIR`` in the environment, the same key of Argos Translate's ``settings.json``, else
    ``argos-translate/packages`` in the user's data folder.
    """
    if named := os.environ.get("ARGOS_PACKAGES_DIR"):
        return Path(named)
    home = _home()
    settings = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "argos-translate" / "settings.json"
    try:
        stated = json.loads(settings.read_text(encoding="utf-8")).get("ARGOS_PACKAGES_DIR")
    except (OSError, ValueError, AttributeError, RecursionError):
        stated = None
    if isinstance(stated, str) and stated:
        return Path(stated)
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "argos-translate" / "packages"


def _home() -> Path:
    snap = os.environ.get("SNAP_USER_DATA") if "SNAP" in os.environ else None
    try:
        return Path(snap) if snap else Path.home()
    except RuntimeError:  # the user of a container may have none
        return Path("/nonexistent")


def embedded_folder() -> Path:
    """Return the folder of the packages that come with this library."""
    return Path(__file__).parent.parent / "data" / "packages"


def embedded_packages() -> list[Package]:
    """Return the packages that come with this library."""
    return list(_in_folder(embedded_folder())) if embedded_folder().is_dir() else []


def _warn_of(error: PackageError) -> None:
    warnings.warn(f"{error} It is passed over.", PolyglotNewsWarning, stacklevel=4)


def find_packages(
    packages: PathLike | Iterable[PathLike] | None = None,
    *,
    pass_over: Callable[[PackageError], object] = _warn_of,
) -> list[Package]:
    """Find the packages to translate with: one for each direction.

    Searched in this order: the folders given, those that ``POLYGLOT_NEWS_PACKAGES`` names, what Argos Translate
    installed, what comes with this library. The first place that has a direction wins; in one place, simplified
    Chinese before traditional, then the highest version.

    Args:
        packages: folders of packages, or packages themselves.
        pass_over: called with what is wrong with each package that Argos Translate installed and that cannot be used;
            by default it is warned of.

    Returns:
        The packages, ordered by direction.

    Raises:
        MissingFileError: a folder that was named is not there.
        PackageError: a package that was named, or one in a folder that was named, has broken metadata; or a package
            that was named is of other languages. In a folder those are passed over.

    Warns:
        PolyglotNewsWarning: a folder that was named holds no package; or a package that Argos Translate installed is
            broken, and is passed over.
    """
    packages = () if packages is None else packages
    check_type(packages, (str, os.PathLike, Iterable), "packages")
    named = [packages] if isinstance(packages, (str, os.PathLike)) else list(packages)
    for path in named:
        check_path(path, "A folder of packages")
    named += [part for part in os.environ.get("POLYGLOT_NEWS_PACKAGES", "").split(os.pathsep) if part]
    best: dict[tuple[str, str], Package] = {}
    for place in (*(_named(Path(path)) for path in named), _installed(pass_over), embedded_packages()):
        for package in sorted(place, key=_preference):
            best.setdefault((package.source, package.target), package)
    return [best[direction] for direction in sorted(best)]


def _preference(package: Package) -> tuple[bool, tuple[int, ...], str]:
    numbers = tuple(-int(number) for number in re.findall(r"\d{1,9}", package.version))
    return package.script == "Hant", numbers, package.name


def _named(path: Path) -> list[Package]:
    if not path.is_dir():
        msg = f"There is no folder {path} of translation packages; name one that is there."
        raise MissingFileError(msg)
    if (path / "metadata.json").exists():
        return [read_package(path)]
    try:
        found = list(_in_folder(path))
    except OSError as error:
        msg = f"The folder {path} of translation packages cannot be read ({error.strerror})."
        raise PackageError(msg) from error
    if not found:
        warnings.warn(
            f"The folder {path} holds no translation package between en, fr and zh: name one with folders of them.",
            PolyglotNewsWarning,
            stacklevel=3,
        )
    return found


def _in_folder(path: Path) -> Iterator[Package]:
    """Yield the packages in a folder, but for those of other languages and kinds."""
    for folder in sorted(path.iterdir()):
        if (folder / "metadata.json").exists():
            with contextlib.suppress(_OtherPackageError):
                yield read_package(folder)


def _installed(pass_over: Callable[[PackageError], object]) -> Iterator[Package]:
    """Yield what Argos Translate installed but for what is broken: an installation that broke off stops no run."""
    try:
        folders = sorted(folder for folder in argos_folder().iterdir() if folder.is_dir())
    except OSError:
        return
    for folder in folders:
        if folder.name.startswith("."):  # what is being installed at this moment
            continue
        try:
            package = read_package(folder)
            package.check()
        except _OtherPackageError:
            continue
        except PackageError as error:
            pass_over(error)
        else:
            yield package


def choose_package(packages: Sequence[Package], source: str, target: str) -> Package:
    """Return the package for a direction.

    Raises:
        MissingPackageError: there is none.
    """
    for package in packages:
        if (package.source, package.target) == (source, target):
            return package
    msg = (
        f"No package translates from {source} to {target}; install one with "
        f"`polyglot-news packages install FILE` (an .argosmodel file), or name its folder with --packages."
    )
    raise MissingPackageError(msg)


def verify_package(package: Package) -> None:
    """Load a package and translate a word with it.

    Raises:
        PackageError: it is broken.
    """
    from polyglot_news.translate.engine import Engine

    package.check()
    word = {"en": "peace", "fr": "paix", "zh": "和平"}[package.source]
    if not Engine(package).translate([word])[0].text:
        msg = f"The translation package {package.path} is broken: it translates {word!r} into nothing."
        raise PackageError(msg)


def install_package(file: PathLike) -> Package:
    """Install a package file (``.argosmodel``) where Argos Translate keeps its packages.

    The archive is checked before anything is unpacked, and the package is loaded before it takes its place, so that a
    broken one never replaces a working one.

    Raises:
        MissingFileError: there is no such file.
        PackageError: it is no package, it is damaged or hostile, or it does not translate.
    """
    from polyglot_news.translate.archive import unpack

    return unpack(Path(file), argos_folder())
