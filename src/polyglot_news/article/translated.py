"""The machine translations that a report shows: of the official passages, and of all texts into English."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from polyglot_news.documents import Document
from polyglot_news.report.model import Item, Source
from polyglot_news.report.passage import shown_span

if TYPE_CHECKING:
    from polyglot_news.translate import Translator


@attrs.frozen(kw_only=True)
class _Translated:
    """A translation, with the figures of the text that it lacks, and the names and figures that only it gives."""

    text: str | None = None
    lost: tuple[str, ...] = ()
    invented: tuple[str, ...] = ()


_NOT_NEEDED = _Translated()
_Job = tuple[str, str, str]  # a text, its language, and the one into which it is translated


def with_translations(
    items: Sequence[Item], article: Document, officials: Sequence[Document], translator: Translator
) -> list[Item]:
    """Fill in the translations of the items of a report, with one batch for each direction.

    What is translated into Chinese for an article in traditional characters comes in these.

    Raises:
        MissingPackageError: no installed package translates in a direction that is needed.
    """
    shown = article.language

    def said(source: Source) -> str:
        text = officials[source.document].text
        return shown_span(source.span, text).of(text)

    def jobs(source: Source) -> tuple[_Job, _Job]:
        text, language = said(source), officials[source.document].language
        return (text, language, shown), (text, language, "en" if shown != "en" else language)

    wanted = [(item.quote.text, shown, "en") for item in items]
    wanted += [job for item in items for source in item.sources for job in jobs(source)]
    done = _translate(wanted, translator)
    if article.script == "Hant":
        done = {job: _in_traditional(one) if job[2] == "zh" else one for job, one in done.items()}

    def translated(source: Source) -> Source:
        one, english = (done.get(job, _NOT_NEEDED) for job in jobs(source))
        return attrs.evolve(
            source,
            translation=one.text,
            lost=one.lost,
            invented=one.invented,
            english=english.text,
            english_lost=english.lost,
            english_invented=english.invented,
        )

    finished = []
    for item in items:
        english = done.get((item.quote.text, shown, "en"), _NOT_NEEDED)
        finished.append(
            attrs.evolve(
                item,
                english=english.text,
                english_lost=english.lost,
                english_invented=english.invented,
                sources=tuple(translated(source) for source in item.sources),
            )
        )
    return finished


def _in_traditional(translated: _Translated) -> _Translated:
    from polyglot_news.translate.step import to_traditional

    text = to_traditional(translated.text) if translated.text is not None else None
    return attrs.evolve(translated, text=text, invented=tuple(map(to_traditional, translated.invented)))


def _translate(jobs: Sequence[_Job], translator: Translator) -> dict[_Job, _Translated]:
    """Do the jobs, but those from a language into itself."""
    from polyglot_news.compare.naming.invented import invented_names

    wanted: dict[tuple[str, str], dict[str, None]] = {}
    for text, source, target in jobs:
        if source != target:
            wanted.setdefault((source, target), {})[text] = None
    done = {}
    for (source, target), texts in wanted.items():
        for text, found in zip(texts, translator.translate([*texts], source=source, target=target), strict=True):
            names = invented_names(text, found.text, language=source, target=target)
            done[text, source, target] = _Translated(
                text=found.text, lost=found.lost, invented=(*names, *found.invented)
            )
    return done
