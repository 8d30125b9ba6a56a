"""The example articles and glossaries that travel with the library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from polyglot_news.errors import MissingFileError

if TYPE_CHECKING:
    from polyglot_news.report.model import Report


def folder(name: str) -> Path:
    """Return the folder of the examples ("parallel") or of the glossaries ("glossaries").

    Raises:
        MissingFileError: the installation lacks it.
    """
    here = Path(__file__).parent
    places = (here / "data" / name, here.parents[1] / name)  # in an installed library; in a checkout of it
    for place in places:
        if place.is_dir():
            return place
    msg = f"The folder {name} is missing from this installation of polyglot-news; install it again."
    raise MissingFileError(msg)


def run_demo(out: Path, *, packages: Path | None = None) -> Iterator[tuple[Report, Path]]:
    """Check each example article against the official texts in the two other languages; yield report and place.

    Args:
        out: folder for the reports, made if need be.
        packages: folder of translation packages, searched first.
    """
    from polyglot_news.article import compare_article
    from polyglot_news.documents import read_document
    from polyglot_news.files import write_whole
    from polyglot_news.glossary import Glossary
    from polyglot_news.translate import Translator

    examples = folder("parallel")
    glossary = Glossary.load(folder("glossaries") / "diplomacy.csv")
    translator = Translator(packages=packages, glossary=glossary)
    officials = [read_document(path) for path in sorted(examples.glob("official.*.txt"))]
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(examples.glob("article.*.txt")):
        article = read_document(path)
        versions = [official for official in officials if official.language != article.language]
        report = compare_article(article, versions, glossary=glossary, translator=translator)
        target = out / f"{path.stem}.html"
        write_whole(target, report.to_html())
        write_whole(target.with_suffix(".json"), report.to_json())
        yield report, target
