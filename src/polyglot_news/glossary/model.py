"""Terms, and the glossary that holds them."""

from __future__ import annotations

import functools
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, Union

import attrs

from polyglot_news.errors import GlossaryError
from polyglot_news.given import check_path, check_text, check_type
from polyglot_news.glossary.findings import Finding
from polyglot_news.glossary.match import Matcher
from polyglot_news.glossary.persons import names_person
from polyglot_news.glossary.words import number
from polyglot_news.language import LANGUAGES
from polyglot_news.text import Span

LONGEST_FORM = 200  # characters; longer ones are sentences, not terms
Status = Literal["preferred", "forbidden", "keep"]
STATUSES: tuple[Status, ...] = ("preferred", "forbidden", "keep")
PathLike = Union[str, "os.PathLike[str]"]
_LOAD = "a file is read with Glossary.load(path)"


def _frozen_forms(
    forms: Mapping[str, Iterable[str]] | Iterable[tuple[str, Iterable[str]]],
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = {tag: (given,) if isinstance(given, str) else tuple(given) for tag, given in dict(forms).items()}
    return tuple((language, found[language]) for language in LANGUAGES if found.get(language))


@attrs.frozen(kw_only=True)
class Term:
    """One concept, or one mistake, in several languages.

    Attributes:
        forms: for each language the forms that render one another, the best first, as pairs.
        status: "preferred": these forms render one another; "forbidden": the forms of the first language and those of
            the others must not render one another; "keep": the forms are copied, not translated.
        domain: field, such as "diplomacy".
        note: a remark.
        line: where it stands in its file, from 1; 0 if it is from none.
    """

    forms: tuple[tuple[str, tuple[str, ...]], ...] = attrs.field(converter=_frozen_forms)
    status: Status = attrs.field(default="preferred", validator=attrs.validators.in_(STATUSES))
    domain: str = ""
    note: str = ""
    line: int = attrs.field(default=0, eq=False)

    def forbids(self, source: str, target: str) -> bool:
        """Tell whether the entry is about a rendering between two languages that is wrong.

        Of three languages the first (en before fr before zh) has the concept, the others have what it must not be
        called: nothing is said of the two wrong forms.
        """
        return self.status == "forbidden" and self.forms[:1] != () and self.forms[0][0] in (source, target)

    def in_language(self, language: str) -> tuple[str, ...]:
        """Return the forms in a language."""
        return next((forms for found, forms in self.forms if found == language), ())


@attrs.frozen(kw_only=True)
class Match:
    """A form of the glossary, found in a text.

    Attributes:
        language: the language of the text.
        span: where it stands.
        text: what stands there.
        terms: the terms that have this form.
    """

    language: str
    span: Span
    text: str
    terms: tuple[Term, ...]

    @property
    def keep(self) -> bool:
        """Whether the form is to be copied as it is."""
        return any(term.status == "keep" for term in self.terms)

    @property
    def is_thing(self) -> bool:
        """Whether the form is a single word that is written small: no name itself."""
        forms = (form for term in self.terms for form in term.in_language(self.language))
        return " " not in self.text and all(form == form.lower() for form in forms)

    @property
    def number(self) -> Literal["singular", "plural"] | None:
        """Whether the text has a form as it is or in its plural; None where it may be either, and in Chinese."""
        forms = [form for term in self.terms for form in term.in_language(self.language)]
        return number(self.text, forms, self.language)

    def accepted(self, target: str) -> tuple[str, ...]:
        """Return the forms that may render this one in a language, the best first; () if the glossary has none."""
        if self.keep:
            return (self.text,)
        return _forms((term for term in self.terms if term.status == "preferred"), target)

    def forbidden(self, target: str) -> tuple[str, ...]:
        """Return the forms that must not render this one in a language."""
        return _forms((term for term in self.terms if term.forbids(self.language, target)), target)


def _forms(terms: Iterable[Term], language: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for term in terms for form in term.in_language(language)))


@attrs.frozen(kw_only=True)
class GlossaryFile:
    """What stands in the file of a glossary, and what is wrong with how it stands there."""

    path: Path
    terms: tuple[Term, ...]
    findings: tuple[Finding, ...]


class Glossary:
    """Terms, and how to find them in texts."""

    def __init__(self, terms: Iterable[Term] = (), *, files: Iterable[GlossaryFile] = ()) -> None:
        """Hold terms, and the files that they were read from."""
        check_type(terms, Iterable, "terms", _LOAD)
        self.terms = tuple(terms)
        for term in self.terms:
            check_type(term, Term, "A term", _LOAD)
        self.files = tuple(files)

    @classmethod
    def load(cls, path: PathLike, *, languages: tuple[str, str] | None = None) -> Glossary:
        """Read a glossary, or all glossaries in a folder.

        Formats: CSV or TSV with a header (``en,fr,zh,domain,status,note``, several forms in a cell parted by ``|``);
        two-column CSV or TSV without a header (DeepL, Google); OmegaT (``.txt``, ``.utf8``, ``.tab``); TBX-Basic,
        versions 2 and 3; TMX.

        Args:
            path: a file, or a folder of files.
            languages: source and target language of a file that does not say them; otherwise they are guessed from the
                file's name and from its text.

        Raises:
            MissingFileError: there is no such file.
            GlossaryError: the file is malformed, and the message names the first line that is; or it holds no term.

        Warns:
            GuessedEncodingWarning: a table is not in UTF-8, and its encoding was guessed.
        """
        from polyglot_news.glossary.formats import read_files

        check_path(path)
        files = read_files(Path(path), languages)
        fatal = next((finding for file in files for finding in file.findings if finding.fatal), None)
        if fatal:
            raise GlossaryError(str(fatal))
        terms = [term for file in files for term in file.terms]
        if not any(term.status == "keep" or len(term.forms) > 1 for term in terms if term.forms):
            msg = f"The glossary {path} holds no term with forms in two of en, fr and zh, and none to keep: add one."
            raise GlossaryError(msg)
        return cls(terms, files=files)

    def find(self, text: str, language: str, *, target: str | None = None) -> list[Match]:
        """Find the terms of the glossary in a text: the longest first, none inside another.

        Case, apostrophes, dashes and full-width forms are folded, so are traditional characters; an English or French
        form is found in its regular plural too, and only as whole words; a form in capitals (WHO) only in capitals; of
        two words that differ by case alone (Turkey, turkey) the one that is written as in the text; a Chinese form of
        one character not as part of a longer word. What is part of a person's name is no term (Mr Yuan). Time is linear
        in the length of the text.

        Args:
            text: a text.
            language: its language.
            target: find only terms that have forms in this language too, or are kept: a longer term without any hides
                no shorter one.

        Returns:
            The matches, in the order of the text.
        """
        check_text(text, "text")
        found = (
            Match(language=language, span=span, text=span.of(text), terms=tuple(self.terms[index] for index in indices))
            for span, indices in self._matcher(language, target).find(text)
        )
        return [match for match in found if not match.is_thing or not names_person(text, match.span, language)]

    @functools.cached_property
    def checksum(self) -> str:
        """SHA-256 over the terms, in hexadecimal; comments and layout of their file do not count."""
        lines = ("\x1e".join((str(term.forms), term.status, term.domain, term.note)) for term in self.terms)
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    @functools.cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that is wrong with the files that it was read from, and that does not keep it from use."""
        from polyglot_news.glossary.check import check_files

        return tuple(check_files(self.files))

    @functools.cached_property
    def _matchers(self) -> dict[tuple[str, str | None], Matcher]:
        return {}

    def _matcher(self, language: str, target: str | None) -> Matcher:
        if (language, target) not in self._matchers:
            forms = (
                (form, index)
                for index, term in enumerate(self.terms)
                if target is None or term.status == "keep" or term.in_language(target)
                for form in _sources(term, language)
            )
            preferred = frozenset(index for index, term in enumerate(self.terms) if term.status == "preferred")
            self._matchers[language, target] = Matcher(forms, language, rivals=preferred)
        return self._matchers[language, target]

    def to_tbx(self, *, version: Literal[2, 3] = 3) -> str:
        """Return the glossary as TBX-Basic (ISO 30042:2008 for version 2, ISO 30042:2019 for version 3)."""
        from polyglot_news.glossary.tbx import write

        return write(self.terms, version)

    def __len__(self) -> int:
        return len(self.terms)

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)


SUFFIXES = frozenset({".csv", ".tsv", ".txt", ".utf8", ".tab", ".tbx", ".tmx", ".xml"})


def glossary_files(path: Path) -> list[Path]:
    """Return a file, or the glossaries in a folder.

    Raises:
        GlossaryError: the folder holds none.
    """
    files = sorted(file for file in path.iterdir() if file.suffix.lower() in SUFFIXES) if path.is_dir() else [path]
    if not files:
        msg = f"The folder {path} holds no glossary: name a file, or a folder with one in it."
        raise GlossaryError(msg)
    return files


def _sources(term: Term, language: str) -> Sequence[str]:
    """Return the forms by which a term is found in a language; what is kept is kept in every language."""
    if term.status == "keep":
        return tuple(dict.fromkeys(form for _, forms in term.forms for form in forms))
    return term.in_language(language)
