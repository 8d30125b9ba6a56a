"""List, install and verify translation packages."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from polyglot_news.cli.options import PACKAGES, PATH
from polyglot_news.cli.output import echo
from polyglot_news.errors import PackageError, PolyglotNewsError


@click.group()
def packages() -> None:
    """List, install and verify translation packages."""


@packages.command("list")
@PACKAGES
def packages_list(packages: Path | None) -> None:
    """Print the packages that would be used, with version, checksum and place."""
    from polyglot_news.translate.packages import find_packages

    for package in find_packages(packages):
        echo(
            "\t".join((f"{package.source}-{package.target}", package.version, package.checksum[:12], str(package.path)))
        )


@packages.command("install")
@click.argument("file", type=PATH)
def packages_install(file: Path) -> None:
    """Install an Argos package from FILE (.argosmodel)."""
    from polyglot_news.translate.packages import install_package

    package = install_package(file)
    echo(f"Installed {package.source}-{package.target} {package.version} in {package.path}")


@packages.command("verify")
@PACKAGES
def packages_verify(packages: Path | None) -> None:
    """Load every package and translate a word with it."""
    from polyglot_news.translate.packages import find_packages, verify_package

    unusable: list[PackageError] = []
    found = find_packages(packages, pass_over=unusable.append)
    for passed_over in unusable:
        echo(f"-\tbroken\t{passed_over}")
    broken = len(unusable)
    for package in found:
        try:
            verify_package(package)
        except PolyglotNewsError as error:
            broken += 1
            echo(f"{package.source}-{package.target}\tbroken\t{error}")
        else:
            echo(f"{package.source}-{package.target}\tok\t{package.path}")
    if broken:
        sys.exit(2)
