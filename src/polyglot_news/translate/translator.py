"""Translation of whole texts: languages, pivot, layout, typography, glossary and memory."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, overload

import attrs

from polyglot_news.errors import LanguageError
from polyglot_news.text import to_simplified
from polyglot_news.translate.engine import Attention, Decoding, Engine, Hypothesis, Progress, Scored, open_engine
from polyglot_news.translate.layout import assemble, finish
from polyglot_news.translate.model import TermUse, Translation
from polyglot_news.translate.packages import Package, PathLike, choose_package, find_packages
from polyglot_news.translate.segments import Unit, split_units

if TYPE_CHECKING:
    import opencc

    from polyglot_news.glossary import Glossary
    from polyglot_news.translate.memory import Memory

LANGUAGES = ("en", "fr", "zh")
PIVOT = "en"
_LONGEST = 160  # tokens of one unit; models of this size lose the thread of longer sentences


@attrs.frozen(kw_only=True)
class _Done:
    """A text after one step of translation."""

    text: str
    score: float = 0.0
    terms: tuple[TermUse, ...] = ()
    memory: bool = False


class Translator:
    """Translates between English, French and Chinese, offline. Threads may share it.

    Args:
        packages: folders of translation packages, searched before the installed and the embedded ones.
        glossary: terms that translations must use.
        memory: sentences with their official renderings, which win over the models.
        beam: beam size of the search; 1 is fastest, more than 4 gains nothing.
    """

    def __init__(
        self,
        packages: PathLike | Iterable[PathLike] | None = None,
        glossary: Glossary | None = None,
        memory: Memory | None = None,
        *,
        beam: int = 2,
    ) -> None:
        """Find the packages; models are loaded at first use.

        Raises:
            MissingFileError: a folder that was named is not there.
            PackageError: a package that was named is broken.
        """
        self.packages = tuple(find_packages(packages))
        self.glossary = glossary
        self.memory = memory
        self.decoding = Decoding(beam=beam)

    @property
    def signature(self) -> str:
        """All that a translation depends on beside its source, as ``key:value`` pairs joined by ``|``."""
        packages = ",".join(
            f"{package.source}-{package.target}/{package.version}/{package.checksum[:12]}" for package in self.packages
        )
        parts = [f"packages:{packages}", str(self.decoding)]
        if self.glossary is not None:
            parts.append(f"terms:{self.glossary.checksum[:12]}")
        if self.memory is not None:
            parts.append(f"memory:{self.memory.checksum[:12]}")
        return "|".join(parts)

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
        """Translate texts of any length; paragraphs, bullets and quotation marks stay.

        Args:
            texts: one text or many; many are translated in one batch.
            source: "en", "fr" or "zh"; detected for each text if not given.
            target: "en", "fr" or "zh".
            progress: called with how many sentences are done and of how many, once for each step of a pivot.

        Returns:
            One translation for one text, else a list in the order of the texts.

        Raises:
            LanguageError: a language is none of the three, or could not be detected.
            MissingPackageError: no package translates in a direction that is needed.
            PackageError: a package that is needed is broken.
        """
        if isinstance(texts, str):
            return self.translate([texts], source, target, progress=progress)[0]
        texts = list(texts)
        target = _known(target)
        sources = [_known(source) if source else _detect(text, target) for text in texts]
        results: list[Translation] = [Translation(text=text, source=text, target=target) for text in texts]
        for language in sorted(set(sources) - {target}):
            indices = [index for index, found in enumerate(sources) if found == language]
            done = self._translate([texts[index] for index in indices], language, target, progress)
            for index, translation in zip(indices, done, strict=True):
                results[index] = translation
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
        return engine.score([(_script(text, engine.package), translation) for text, translation in pairs])

    def attend(self, pairs: Sequence[tuple[str, str]], source: str, target: str) -> list[Attention]:
        """Return where the model looks in each source for the tokens of a given translation; see ``score``."""
        engine = self._engine(source, target)
        return engine.attend([(_script(text, engine.package), translation) for text, translation in pairs])

    def _engine(self, source: str, target: str) -> Engine:
        return open_engine(choose_package(self.packages, _known(source), _known(target)))

    def _translate(
        self, texts: Sequence[str], source: str, target: str, progress: Progress | None
    ) -> list[Translation]:
        direct = any((package.source, package.target) == (source, target) for package in self.packages)
        if direct or PIVOT in (source, target):
            done, pivots = self._step(texts, self._engine(source, target), progress), None
        else:
            steps = self._engine(source, PIVOT), self._engine(PIVOT, target)
            pivots = self._step(texts, steps[0], progress)
            done = self._step([pivot.text for pivot in pivots], steps[1], progress)
        return [
            Translation(
                text=last.text,
                source=text,
                target=target,
                pivot=first.text if pivots else None,
                terms=last.terms,
                score=min(first.score, last.score),
                memory=first.memory or last.memory,
            )
            for text, first, last in zip(texts, pivots or done, done, strict=True)
        ]

    def _step(self, texts: Sequence[str], engine: Engine, progress: Progress | None) -> list[_Done]:
        """Translate texts with one model, all their sentences in one batch."""
        package = engine.package
        layouts = [
            split_units(
                text, package.source, length=lambda part: len(engine.source.encode(part).pieces), limit=_LONGEST
            )
            for text in texts
        ]
        units = [_in_script(unit, package) for layout in layouts for unit in layout]
        found = engine.translate([unit.text for unit in units], decoding=self.decoding, progress=progress)
        rest = iter(zip(units, found, strict=True))
        return [
            self._join(text, [next(rest) for _ in layout], package) for text, layout in zip(texts, layouts, strict=True)
        ]

    def _join(self, text: str, translated: Sequence[tuple[Unit, Hypothesis]], package: Package) -> _Done:
        units = [unit for unit, _ in translated]
        parts = [
            finish(_out_of_script(hypothesis.text, package), unit, package.source, package.target)
            if unit.text
            else unit.span.of(text)
            for unit, hypothesis in translated
        ]
        whole, _ = assemble(text, units, parts, package.target)
        weights = [len(hypothesis.pieces) + 1 if unit.text else 0 for unit, hypothesis in translated]
        total = sum(hypothesis.score * weight for (_, hypothesis), weight in zip(translated, weights, strict=True))
        return _Done(text=whole, score=total / max(1, sum(weights)))


def _known(language: str) -> str:
    if language not in LANGUAGES:
        msg = f"The language {language!r} is not known here: use en, fr or zh."
        raise LanguageError(msg)
    return language


def _detect(text: str, target: str) -> str:
    """Return the language of a text; the target's where there is nothing to translate."""
    from polyglot_news.language import detect_language

    if not any(map(str.isalpha, text)):
        return target
    language = detect_language(text).language
    if language not in LANGUAGES:
        msg = f"The text {text[:40]!r} does not look like English, French or Chinese; if it is, name its language."
        raise LanguageError(msg)
    return language


def _in_script(unit: Unit, package: Package) -> Unit:
    """Return a unit in the Chinese script that a package reads."""
    return attrs.evolve(unit, text=_script(unit.text, package)) if package.source == "zh" else unit


def _script(text: str, package: Package) -> str:
    from polyglot_news.language import detect_language

    script = detect_language(text).script
    if package.script == "Hans" and script == "Hant":
        return to_simplified(text)
    if package.script == "Hant" and script == "Hans":
        return _to_traditional(text)
    return text


def _out_of_script(text: str, package: Package) -> str:
    """Return what a package wrote, in simplified Chinese if it is Chinese."""
    return to_simplified(text) if package.target == "zh" and package.script == "Hant" else text


def _to_traditional(text: str) -> str:
    """Turn simplified characters into traditional ones, one for one."""
    converted: str = _opencc().convert(text)
    return converted if len(converted) == len(text) else text


@functools.lru_cache(maxsize=1)
def _opencc() -> opencc.OpenCC:
    import opencc

    return opencc.OpenCC("s2t")
