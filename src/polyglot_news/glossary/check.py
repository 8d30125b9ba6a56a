"""What is wrong with a glossary: duplicate, empty, miswritten, contradictory and circular entries."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from pathlib import Path

import attrs

from polyglot_news.glossary.findings import Finding
from polyglot_news.glossary.formats import read_files
from polyglot_news.glossary.model import GlossaryFile, Term
from polyglot_news.glossary.words import case_of, fold
from polyglot_news.language import LANGUAGES
from polyglot_news.text import fold_typography, is_han, script_of, to_simplified
from polyglot_news.tmx import ILLEGAL

_FRENCH = re.compile(r"(?<!\w)(?:d|l|qu)['’]\w|(?<!\w)(?:de|du|des|la|le|les|et|aux?|à|en|pour|sur|une)(?!\w)")
_ENGLISH = re.compile(
    r"(?<!\w)(?:of|the|and|to|for|by|with|from|between|against)(?!\w)|\w(?:ness|ship|ing|ty)(?!\w)|['’]s(?!\w)"
)


def check_glossary(path: str | os.PathLike[str], *, languages: tuple[str, str] | None = None) -> list[Finding]:
    """List everything that is wrong with a glossary, in the order of its lines.

    Args:
        path: a file of any format that ``Glossary.load`` reads, or a folder of such files, each checked by itself.
        languages: source and target language of a file that does not say them.

    Raises:
        MissingFileError: there is no such file.
        GlossaryError: it cannot be read at all.
    """
    return check_files(read_files(Path(path), languages))


def check_files(files: Iterable[GlossaryFile]) -> list[Finding]:
    """List everything that is wrong with files that were read, in the order of their lines."""
    found = []
    for file in files:
        name = file.path.name
        findings = [*file.findings, *check_terms(file.terms, name)]
        if not file.terms and not findings:
            findings.append(Finding(file=name, line=1, kind="empty", message="the glossary has no entries"))
        found += sorted(findings, key=lambda finding: (finding.line, finding.kind, finding.message))
    return found


def check_terms(terms: Iterable[Term], file: str = "glossary") -> list[Finding]:
    """List what is wrong with terms, whatever file they are from."""
    entries = [
        _Entry(term, {language: tuple(fold(form, language) for form in forms) for language, forms in term.forms})
        for term in terms
    ]
    findings = [*_empty(entries), *_duplicates(entries), *_kept_and_translated(entries), *_misplaced(entries)]
    findings += [*_miswritten(entries), *_rivals(entries)]
    for source, target in combinations(LANGUAGES, 2):
        findings += [*_contradictions(entries, source, target), *_cycles(entries, source, target)]
    return [attrs.evolve(finding, file=file) for finding in findings]


@attrs.frozen
class _Entry:
    """A term with its forms folded."""

    term: Term
    folded: dict[str, tuple[str, ...]]

    def finding(self, kind: str, message: str) -> Finding:
        return Finding(file="", line=self.term.line, kind=kind, message=message)


def _empty(entries: Iterable[_Entry]) -> Iterator[Finding]:
    for entry in entries:
        forms = entry.term.forms
        if len(forms) < (1 if entry.term.status == "keep" else 2):
            message = "the entry has no form" if not forms else f"the entry has forms in {forms[0][0]} only"
            yield entry.finding("empty", f"{message}; fill it in or take it out")


def _duplicates(entries: Iterable[_Entry]) -> Iterator[Finding]:
    seen: dict[tuple[object, ...], int] = {}
    for entry in entries:
        for language, forms in entry.term.forms:
            for form in sorted({form for form in forms if forms.count(form) > 1}):
                yield entry.finding("duplicate", f"{form!r} stands twice in the {language} cell; once is enough")
        key = (
            entry.term.status,
            entry.term.domain,
            *((language, frozenset(forms)) for language, forms in entry.folded.items()),
        )
        if entry.folded and key in seen:
            yield entry.finding("duplicate", f"the entry is the same as that on line {seen[key]}; take one out")
        seen.setdefault(key, entry.term.line)


def _kept_and_translated(entries: Sequence[_Entry]) -> Iterator[Finding]:
    kept = {
        form: entry.term.line
        for entry in entries
        if entry.term.status == "keep"
        for forms in entry.folded.values()
        for form in forms
    }
    for entry in entries:
        if entry.term.status != "preferred":
            continue
        everywhere = set.intersection(*map(set, entry.folded.values())) if entry.folded else set()
        for form in sorted({form for forms in entry.folded.values() for form in forms} - everywhere):
            if form in kept:
                yield entry.finding(
                    "contradiction", f"{form!r} is translated here and kept on line {kept[form]}; decide"
                )


def _misplaced(entries: Iterable[_Entry]) -> Iterator[Finding]:
    """Find forms that stand in the column of another language, by their script, and forms that were decoded wrongly."""
    for entry in entries:
        for language, forms in entry.term.forms:
            for form in forms:
                if _garbled(form):
                    yield entry.finding("encoding", f"{form!r} was saved in the wrong encoding; write it anew in UTF-8")
                elif entry.term.status == "keep":
                    continue
                elif language != "zh" and any(map(is_han, form)):
                    yield entry.finding("columns", f"{form!r} stands in the {language} column, but it is Chinese")
                elif language == "zh" and not any(map(is_han, form)) and re.search("[a-zà-ÿ]{2}", form):
                    yield entry.finding("columns", f"{form!r} stands in the zh column, but it is not Chinese")
    yield from _exchanged(entries)


def _exchanged(entries: Iterable[_Entry]) -> Iterator[Finding]:
    """Find English and French that have changed places: by letters, and by words that only one of the two has."""
    for entry in entries:
        english, french = entry.folded.get("en", ()), entry.folded.get("fr", ())
        if entry.term.status != "keep" and any(map(_looks_french, english)) and any(map(_looks_english, french)):
            message = f"{english[0]!r} looks like French and {french[0]!r} like English; exchange the two columns"
            yield entry.finding("columns", message)


def _looks_french(form: str) -> bool:
    return bool(_FRENCH.search(form)) and not _looks_english(form)


def _looks_english(form: str) -> bool:
    return bool(_ENGLISH.search(form))


def _garbled(form: str) -> bool:
    """Tell whether a form is UTF-8 that was read as a Western encoding: Ã‰tat."""
    if form.isascii():
        return False
    try:
        return form.encode("cp1252").decode() != form
    except UnicodeError:
        return "\ufffd" in form


def _miswritten(entries: Iterable[_Entry]) -> Iterator[Finding]:
    """Find forms that no text holds as they are written, or that are not fit to stand in a translation."""
    for entry in entries:
        for language, forms in entry.term.forms:
            for form in forms:
                folded = fold_typography(form)
                hidden = next((c for c in form if unicodedata.category(c) == "Cf" or ILLEGAL.match(c)), None)
                if hidden is not None:
                    code = f"U+{ord(hidden):04X}"
                    yield entry.finding("encoding", f"{form!r} holds an invisible character ({code}); take it out")
                if word := next((word for word in re.findall(r"[^\W\d_]+", form) if _in_two_scripts(word)), None):
                    message = f"{word!r} mixes letters of two scripts that look alike; write it anew"
                    yield entry.finding("encoding", message)
                if folded.count("(") > folded.count(")") or folded.count("[") != folded.count("]"):
                    yield entry.finding("format", f"{form!r} has a bracket without its pair; add it or take it out")
            # The translators write simplified characters; behind a simplified form, a traditional one is another name.
            if (
                language == "zh"
                and entry.term.status == "preferred"
                and (simple := to_simplified(forms[0])) != forms[0]
            ):
                message = f"{forms[0]!r} is traditional Chinese, translations are simplified: put {simple!r} before it"
                yield entry.finding("columns", message)


def _in_two_scripts(word: str) -> bool:
    return {"Cyrl", "Grek"} & set(map(script_of, word)) != set() and any(script_of(char) == "Latn" for char in word)


def _rivals(entries: Iterable[_Entry]) -> Iterator[Finding]:
    """Find entries of one field and one name that agree in no other language: only the first is ever used.

    The first language (en before fr before zh) names the concept; in another, two concepts may well share a name.
    """
    known: dict[tuple[str, str, str, str], list[_Entry]] = {}
    for entry in entries:
        if entry.term.status != "preferred" or not entry.folded:
            continue
        language, (name, *_) = next(iter(entry.folded.items()))
        form = entry.term.in_language(language)[0]
        case = case_of(form) if " " not in form else ""  # Turkey and turkey are told apart
        rivals = known.setdefault((language, name, case, entry.term.domain), [])
        for rival in rivals:
            shared = [other for other in entry.folded if other != language and other in rival.folded]
            if shared and all({*entry.folded[other]}.isdisjoint(rival.folded[other]) for other in shared):
                here, there = (one.folded[shared[0]][0] for one in (entry, rival))
                message = f"{name!r} is {here!r} here and {there!r} on line {rival.term.line} in the same field; decide"
                yield entry.finding("contradiction", message)
                break
        rivals.append(entry)


def _contradictions(entries: Sequence[_Entry], source: str, target: str) -> Iterator[Finding]:
    """Find what is forbidden on one line and preferred on another."""
    preferred = {
        (form, rendering): entry.term.line
        for entry in entries
        if entry.term.status == "preferred"
        for form in entry.folded.get(source, ())
        for rendering in entry.folded.get(target, ())
    }
    for entry in entries:
        if entry.term.forbids(source, target):
            pairs = product(entry.folded.get(source, ()), entry.folded.get(target, ()))
            clash = next((pair for pair in pairs if pair in preferred), None)
            if clash:
                form, rendering = clash
                message = (
                    f"{rendering!r} for {form!r} is forbidden here and preferred on line {preferred[clash]}; decide"
                )
                yield entry.finding("contradiction", message)


def _cycles(entries: Sequence[_Entry], source: str, target: str) -> Iterator[Finding]:
    """Find forms that lead back to themselves: A is rendered as B, and B, taken as a source, as A."""
    graph: dict[str, dict[str, _Entry]] = {}
    for entry in entries:
        if entry.term.status == "preferred":
            for form, rendering in product(entry.folded.get(source, ()), entry.folded.get(target, ())):
                if form != rendering:
                    graph.setdefault(form, {})[rendering] = entry
    for path in _loops(graph):
        chain = " → ".join([*path, path[0]])
        message = f"the entry closes a circle from {source} to {target}: {chain}; take one entry out"
        yield graph[path[-1]][path[0]].finding("cycle", message)


def _loops(graph: dict[str, dict[str, _Entry]]) -> Iterator[list[str]]:
    """Yield one circle for each back edge of a depth-first walk."""
    done: set[str] = set()
    for root in graph:
        path: list[str] = []
        walks = [iter([root])]
        while walks:
            step = next(walks[-1], None)
            if step is None:
                walks.pop()
                if path:
                    done.add(path.pop())
            elif step in path:
                yield path[path.index(step) :]
            elif step in graph and step not in done:
                path.append(step)
                walks.append(iter(graph[step]))
