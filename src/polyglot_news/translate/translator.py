"""Translation of whole texts: languages, pivot, layout, typography, glossary and memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, overload

import attrs

from polyglot_news.errors import InputError, LanguageError
from polyglot_news.given import check_type
from polyglot_news.language import LANGUAGES
from polyglot_news.text import check_whole
from polyglot_news.translate.decoding import Attention, Decoding, Progress, Scored
from polyglot_news.translate.engine import Engine, open_engine
from polyglot_news.translate.model import Translation
from polyglot_news.translate.packages import WIDEST, Package, PathLike, choose_package, find_packages
from polyglot_news.translate.pivot import carry, follow
from polyglot_news.translate.step import Step, in_script

if TYPE_CHECKING:
    from polyglot_news.glossary import Glossary
    from polyglot_news.translate.memory import Memory

PIVOT = "en"


class Translator:
    """Translates between English, French and Chinese, offline. Threads may share it.

    Args:
        packages: folders of translation packages, searched before the installed and the embedded ones.
        glossary: terms that translations must use.
        memory: sentences with their official renderings, which win over the models.
        beam: beam size of the search, up to 16; 1 is fastest, more than 4 gains nothing. By default what a package's
            metadata says, else 2.
    """

    def __init__(
        self,
        packages: PathLike | Iterable[PathLike] | None = None,
        glossary: Glossary | None = None,
        memory: Memory | None = None,
        *,
        beam: int | None = None,
    ) -> None:
        """Find the packages; models are loaded at first use.

        Raises:
            MissingFileError: a folder that was named is not there.
            PackageError: a package that was named is broken.
            InputError: the beam is too small or too large.
        """
        from polyglot_news.glossary import Glossary
        from polyglot_news.translate.memory import Memory

        if glossary is not None:
            check_type(glossary, Glossary, "glossary", "a file is read with Glossary.load(path)")
        if memory is not None:
            check_type(memory, Memory, "memory", "a file is read with Memory.load(path)")
        if beam is not None:
            check_type(beam, int, "beam")
            if not 1 <= beam <= WIDEST:
                msg = f"The beam is {beam}: give a number from 1 to {WIDEST}."
                raise InputError(msg)
        self.packages = tuple(find_packages(packages))
        self.glossary = glossary
        self.memory = memory
        self.beam = beam

    @property
    def signature(self) -> str:
        """All that a translation depends on beside its source, as ``key:value`` pairs joined by ``|``."""
        packages = ",".join(
            f"{package.source}-{package.target}/{package.version}/{package.checksum[:12]}" for package in self.packages
        )
        parts = [f"packages:{packages}", str(self._decoding())]
        if not self.beam and (beams := [f"{p.source}-{p.target}/{p.beam}" for p in self.packages if p.beam]):
            parts.append(f"beams:{','.join(beams)}")
        if self.glossary is not None:
            parts.append(f"terms:{self.glossary.checksum[:12]}")
        if self.memory is not None:
            parts.append(f"memory:{self.memory.checksum[:12]}")
        return "|".join(parts)

    def _decoding(self, package: Package | None = None) -> Decoding:
        stated = package.beam if package else None
        return Decoding(beam=self.beam or stated or Decoding().beam)

    @overload
    def translate(  # type: ignore[overload-overlap]  # a str is an iterable of str; the first signature wins
        self, texts: str, source: str | None = None, target: str = "en", *, progress: Progress | None = None
    ) -> Translation: ...

    @overload
    def translate(
        self, texts: Iterable[str], source: str | None = None, target: str = "en", *, progress: Progress | None = None
    ) -> list[Translation]: ...

    def translate(
        self,
        texts: str | Iterable[str],
        source: str | None = None,
        target: str = "en",
        *,
        progress: Progress | None = None,
    ) -> Translation | list[Translation]:
        """Translate texts of any length; paragraphs, bullets, tables and quotation marks stay.

        So do code between backticks, the targets of links, tags, placeholders such as {name} and %s, the marks of
        notes, and emphasis of whole sentences; the stars or strokes around single words go.

        Args:
            texts: one text or many; many are translated in one batch.
            source: "en", "fr" or "zh"; detected for each text if not given.
            target: "en", "fr" or "zh".
            progress: called with how many sentences are done and of how many, once for each step of a pivot.

        Returns:
            One translation for one text, else a list in the order of the texts.

        Raises:
            InputError: a text holds half of a surrogate pair.
            LanguageError: a language is none of the three, or could not be detected.
            MissingPackageError: no package translates in a direction that is needed.
            PackageError: a package that is needed is broken.
        """
        if isinstance(texts, str):
            return self.translate([texts], source, target, progress=progress)[0]
        check_type(texts, Iterable, "texts", "give a str or several")
        texts = list(texts)
        for number, text in enumerate(texts, start=1):
            check_whole(text, f"Text {number}")
        target = _known(target)
        sources = [_known(source) if source else _detect(text, target) for text in texts]
        results: list[Translation] = [Translation(text=text, source=text, target=target) for text in texts]
        for language in sorted(set(sources) - {target}):
            indices = [index for index, found in enumerate(sources) if found == language]
            done = self._translate([texts[index] for index in indices], language, target, progress)
            for index, translation in zip(indices, done, strict=True):
                results[index] = _with_figures(translation, language)
        return results

    def score(self, pairs: Sequence[tuple[str, str]], source: str, target: str) -> list[Scored]:
        """Return how likely the model finds given translations, token by token.

        Args:
            pairs: source sentences with their translations.
            source: the language of the sources.
            target: the language of the translations.

        Returns:
            For each pair the log-probabilities of the tokens of the translation and their places in it.

        Raises:
            MissingPackageError: no package translates in this direction; there is no pivot here.
        """
        engine = self._engine(source, target)
        return engine.score([(in_script(text, engine.package), translation) for text, translation in pairs])

    def attend(self, pairs: Sequence[tuple[str, str]], source: str, target: str) -> list[Attention]:
        """Return where the model looks in each source for the tokens of a given translation; see ``score``."""
        engine = self._engine(source, target)
        return engine.attend([(in_script(text, engine.package), translation) for text, translation in pairs])

    def _engine(self, source: str, target: str) -> Engine:
        return open_engine(choose_package(self.packages, _known(source), _known(target)))

    def _translate(
        self, texts: Sequence[str], source: str, target: str, progress: Progress | None
    ) -> list[Translation]:
        direct = any((package.source, package.target) == (source, target) for package in self.packages)
        if direct or PIVOT in (source, target):
            return [
                Translation(
                    text=done.text,
                    source=text,
                    target=target,
                    terms=done.terms,
                    score=done.score,
                    memory=done.memory,
                )
                for text, done in zip(texts, self._step(source, target).run(texts, progress=progress), strict=True)
            ]
        first, second = self._step(source, PIVOT), self._step(PIVOT, target)
        pivots = first.run(texts, progress=progress)
        english = [pivot.text for pivot in pivots]
        carried = carry(first, texts, english, target)
        ends = second.run(
            english,
            also=[[want for _, want in wants] for wants in carried],
            bounds=[pivot.units for pivot in pivots],
            progress=progress,
        )
        return [
            Translation(
                text=end.text,
                source=text,
                target=target,
                pivot=pivot.text,
                terms=follow(text, pivot.terms, wants, end.terms, first=first, target=target),
                score=min(pivot.score, end.score),
                memory=pivot.memory or end.memory,
            )
            for text, pivot, wants, end in zip(texts, pivots, carried, ends, strict=True)
        ]

    def _step(self, source: str, target: str) -> Step:
        engine = self._engine(source, target)
        return Step(engine=engine, decoding=self._decoding(engine.package), glossary=self.glossary, memory=self.memory)


def _with_figures(done: Translation, language: str) -> Translation:
    """Tell the figures that a translation loses or makes up, line by line: another line may have the same by chance."""
    from polyglot_news.translate.names import without_codes
    from polyglot_news.values.lost import strayed_figures

    lines, said = done.source.splitlines(), done.text.splitlines()
    pairs = zip(lines, said, strict=True) if len(lines) == len(said) else [(done.source, done.text)]
    found = [
        strayed_figures(*without_codes(line, other), language=language, target=done.target) for line, other in pairs
    ]
    lost, invented = (tuple(figure for one in found for figure in one[which]) for which in (0, 1))
    return attrs.evolve(done, lost=lost, invented=invented)


def _known(language: str) -> str:
    if language not in LANGUAGES:
        msg = f"The language {language!r} is not known here: use en, fr or zh."
        raise LanguageError(msg)
    return language


def _detect(text: str, target: str) -> str:
    """Return the language of a text; the target's where there is nothing to translate."""
    from polyglot_news.language import detect_language, known_language

    if not any(map(str.isalpha, text)):
        return target
    return known_language(detect_language(text).language, f"The text {text[:40]!r}")
