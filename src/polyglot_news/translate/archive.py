"""Unpacking of package files from strangers: the archive is hostile until it is proved otherwise."""

from __future__ import annotations

import contextlib
import lzma
import shutil
import stat
import tempfile
import zipfile
import zlib
from pathlib import Path, PurePosixPath

import attrs

from polyglot_news.errors import MissingFileError, PackageError
from polyglot_news.translate.packages import MODEL_FILES, TOKENIZERS, Package, read_package, verify_package

MAX_FILES = 10_000  # a package with a Stanza model has about thirty
MAX_BYTES = 4 << 30  # unpacked; the largest Argos packages take 0.5 GiB
MAX_RATIO = 200  # unpacked to packed; a model file shrinks by less than two
_DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, ValueError)


def unpack(file: Path, folder: Path) -> Package:
    """Check a package file, unpack it into ``folder``, and return the package.

    Raises:
        MissingFileError: there is no such file.
        PackageError: it is no package, it is damaged or hostile, or it does not translate.
    """
    if not file.exists():
        msg = f"There is no package file {file}: check the name and the folder."
        raise MissingFileError(msg)
    if file.is_dir():
        msg = f"{file} is a folder: name a package file (.argosmodel), or give the folder to --packages as it is."
        raise PackageError(msg)
    _check_head(file)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        scratch = tempfile.mkdtemp(prefix=".installing-", dir=folder)
    except OSError as error:
        msg = f"The folder {folder} for translation packages cannot be written ({error.strerror})."
        raise PackageError(msg) from error
    try:
        top = _unzip(file, Path(scratch))
        package = read_package(Path(scratch) / top)
        verify_package(package)
        _check_place(package, folder / top)
        return _put_in_place(package, folder / top)
    except PackageError as error:  # whoever installs a file knows nothing of the folder that it was unpacked to
        raise PackageError(str(error).replace(scratch, str(file))) from error
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _check_head(file: Path) -> None:
    """Look at the first bytes of a file, before anything is made for it."""
    try:
        with file.open("rb") as stream:
            head = stream.read(2)
    except OSError as error:
        msg = f"The package file {file} cannot be read ({error.strerror})."
        raise PackageError(msg) from error
    if head != b"PK":
        msg = f"{file} is no package file: it is no zip archive; give an .argosmodel file."
        raise PackageError(msg)


def _check_place(package: Package, destination: Path) -> None:
    """Refuse a package whose folder would take the place of one of another direction."""
    if not destination.exists():
        return
    try:
        there = read_package(destination)
    except PackageError:
        return  # what is broken may be replaced
    if (there.source, there.target) != (package.source, package.target):
        msg = (
            f"The package translates {package.source} → {package.target}, but its folder {destination.name} is that of "
            f"the installed {there.source} → {there.target}: rename the folder inside the file."
        )
        raise PackageError(msg)


def _damaged(file: Path) -> str:
    return f"The package file {file} is damaged or was cut off: download it again."


def _unzip(file: Path, folder: Path) -> str:
    try:
        with zipfile.ZipFile(file) as archive:
            top = _check(archive, file)
            for entry in archive.infolist():
                _extract(archive, entry, folder)
    except _DAMAGED as error:
        raise PackageError(_damaged(file)) from error
    except OSError as error:
        if error.errno is None:  # so bzip2 tells of damage
            raise PackageError(_damaged(file)) from error
        msg = f"The package file {file} cannot be unpacked to {folder.parent} ({error.strerror})."
        raise PackageError(msg) from error
    return top


def _check(archive: zipfile.ZipFile, file: Path) -> str:
    """See that an archive is safe to unpack and looks like a package; return the name of its one top folder."""
    entries = archive.infolist()
    packed, unpacked = sum(entry.compress_size for entry in entries), sum(entry.file_size for entry in entries)
    if len(entries) > MAX_FILES or unpacked > MAX_BYTES or unpacked > MAX_RATIO * packed + (1 << 20):
        msg = f"The package file {file} is refused: it would unpack to {len(entries)} files and {unpacked:,} bytes."
        raise PackageError(msg)
    names = [entry.filename for entry in entries]
    for entry in entries:
        if not _is_safe(entry):
            msg = f"The package file {file} is refused: {entry.filename!r} would land outside its folder."
            raise PackageError(msg)
    tops = {PurePosixPath(name).parts[0] for name in names if PurePosixPath(name).parts}
    if len(tops) != 1 or len(set(names)) != len(names):
        msg = f"The package file {file} is no Argos package: it must hold one folder with everything in it, once."
        raise PackageError(msg)
    top = tops.pop()
    missing = [name for name in ("metadata.json", *MODEL_FILES) if f"{top}/{name}" not in names]
    if not any(f"{top}/{name}" in names for name in TOKENIZERS):
        missing.append(" or ".join(TOKENIZERS))
    if missing:
        msg = f"The package file {file} is no whole Argos package: {missing[0]} is missing; download it again."
        raise PackageError(msg)
    return top


def _is_safe(entry: zipfile.ZipInfo) -> bool:
    name = entry.filename
    path = PurePosixPath(name)
    kind = stat.S_IFMT(entry.external_attr >> 16)
    return (
        kind in (0, stat.S_IFREG, stat.S_IFDIR)
        and not path.is_absolute()
        and ".." not in path.parts
        and not any(char in name for char in "\\:\0")
    )


def _extract(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, folder: Path) -> None:
    """Unpack one entry, never more bytes than it declares."""
    destination = folder / entry.filename
    if entry.is_dir():
        destination.mkdir(parents=True, exist_ok=True)
        return
    destination.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(entry) as source, destination.open("wb") as target:
        shutil.copyfileobj(source, target, 1 << 20)


def _put_in_place(package: Package, destination: Path) -> Package:
    retired = None
    try:
        if destination.exists():
            retired = Path(tempfile.mkdtemp(prefix=".replaced-", dir=destination.parent))
            destination.replace(retired / destination.name)
        package.path.replace(destination)
    except OSError as error:
        if retired:
            with contextlib.suppress(OSError):  # the old package goes on working
                (retired / destination.name).replace(destination)
            with contextlib.suppress(OSError):
                retired.rmdir()
        msg = f"The package cannot be put into {destination} ({error.strerror}): see what uses that folder."
        raise PackageError(msg) from error
    if retired:
        shutil.rmtree(retired, ignore_errors=True)
    return attrs.evolve(package, path=destination)
