"""TBX-Basic: terms from and to term bases (ISO 30042, versions 2 and 3); TMX as a source of terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

import attrs

from polyglot_news.glossary.findings import Finding
from polyglot_news.glossary.model import LONGEST_FORM, Term
from polyglot_news.glossary.words import fold, is_traditional
from polyglot_news.glossary.xmlread import Entry, Text, entries
from polyglot_news.language import LANGUAGES
from polyglot_news.tmx import ILLEGAL

_FORBIDDEN = ("deprecated", "superseded", "forbidden", "obsolete")
_BEST, _SECOND = ("preferred", "standardized", "regulated", "legal"), ("admitted",)


def read(content: bytes, file: str) -> tuple[list[Term], list[Finding]]:
    """Read the terms of a TBX or TMX file, and list what is wrong with it.

    A deprecated or superseded term is a forbidden rendering of what the entry is called in its first language (en
    before fr before zh); one of that language must not be what the entry's terms in the others are called.

    Raises:
        GlossaryError: it is not well-formed.
    """
    terms: list[Term] = []
    findings: list[Finding] = []
    for entry in entries(content, file):
        long = next((text for text in entry.texts if len(text.text) > LONGEST_FORM), None)
        if long:
            message = (
                f"the {long.language or 'foreign'} segment has {len(long.text)} characters: this is no term; left out"
            )
            findings.append(Finding(file=file, line=entry.line, kind="format", message=message))
        else:
            terms += _terms(entry)
    return terms, findings


def _terms(entry: Entry) -> Iterator[Term]:
    texts = [text for text in entry.texts if text.language and text.text]
    good = [text for text in texts if not text.status.startswith(_FORBIDDEN)]
    bad = [text for text in texts if text.status.startswith(_FORBIDDEN)]
    forms = _by_language(good)
    about = Term(forms={}, domain=entry.domain, line=entry.line)
    keep = any(text.keep for text in texts)
    if len(forms) > 1 or keep or not bad:
        note = " ".join(filter(None, [entry.note, *(text.note for text in good)]))
        yield attrs.evolve(about, forms=forms, status="keep" if keep else "preferred", note=note)
    first = next((language for language in LANGUAGES if language in forms), "")
    for note in dict.fromkeys(text.note for text in bad if forms):
        wrong = _by_language(text for text in bad if text.note == note)
        own = wrong.pop(first, [])
        if wrong:
            yield attrs.evolve(about, forms={first: forms[first], **wrong}, status="forbidden", note=note)
        if own and len(forms) > 1:
            yield attrs.evolve(about, forms={**forms, first: own}, status="forbidden", note=note)


def _by_language(texts: Iterable[Text]) -> dict[str, list[str]]:
    """Return the terms in each language, the preferred ones first and those in traditional Chinese last."""
    forms: dict[str, list[str]] = {}
    for text in sorted(texts, key=_rank):
        found = forms.setdefault(str(text.language), [])
        if text.text not in found:
            found.append(text.text)
    return forms


def _rank(text: Text) -> tuple[bool, bool, bool]:
    traditional = text.language == "zh" and is_traditional(text.tag)
    return traditional, text.status.startswith(_SECOND), not text.status.startswith(_BEST)


def write(terms: Iterable[Term], version: Literal[2, 3]) -> str:
    """Return terms as TBX-Basic; a forbidden rendering becomes a deprecated term of the concept it is no name of."""
    terms = list(terms)
    forbidden = _by_form(terms)
    concepts = [(term, _deprecated(term, forbidden)) for term in terms if term.status != "forbidden"]
    told = {id(other) for _, others in concepts for other in others}
    concepts += [(_concept(term), [term]) for term in terms if term.status == "forbidden" and id(term) not in told]
    return "".join(_document(concepts, version))


def _by_form(terms: Iterable[Term]) -> dict[tuple[str, str], dict[int, Term]]:
    """Return the forbidden terms, by their place, under each folded form of their first language."""
    found: dict[tuple[str, str], dict[int, Term]] = {}
    for place, term in enumerate(terms):
        if term.status == "forbidden" and term.forms:
            language, forms = term.forms[0]
            for form in forms:
                found.setdefault((language, fold(form, language)), {})[place] = term
    return found


def _deprecated(concept: Term, forbidden: Mapping[tuple[str, str], dict[int, Term]]) -> list[Term]:
    """Return the entries that forbid renderings of a concept: of its field, with a first form that is its, too."""
    if concept.status != "preferred":
        return []
    found: dict[int, Term] = {}
    for language, forms in concept.forms:
        for form in forms:
            found |= forbidden.get((language, fold(form, language)), {})
    return [found[place] for place in sorted(found) if found[place].domain == concept.domain]


def _concept(term: Term) -> Term:
    """Return the concept that a forbidden entry is about, when no entry of its own says what it is called."""
    return Term(forms=dict(term.forms[:1]), domain=term.domain, line=term.line)


def _document(concepts: Iterable[tuple[Term, list[Term]]], version: Literal[2, 3]) -> Iterator[str]:
    new = version == 3
    entry, section, holder = ("conceptEntry", "langSec", "termSec") if new else ("termEntry", "langSet", "tig")
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    if new:
        yield '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">\n'
        yield "<tbxHeader><fileDesc><sourceDesc><p>polyglot_news</p></sourceDesc></fileDesc></tbxHeader>\n"
    else:
        yield '<martif type="TBX-Basic" xml:lang="en">\n'
        yield "<martifHeader><fileDesc><sourceDesc><p>polyglot_news</p></sourceDesc></fileDesc></martifHeader>\n"
    yield "<text><body>\n"
    for number, (concept, forbidden) in enumerate(concepts, start=1):
        yield f'<{entry} id="c{number}">'
        if concept.domain:
            yield f'<descrip type="subjectField">{_escaped(concept.domain)}</descrip>'
        if concept.note:
            yield f"<note>{_escaped(concept.note)}</note>"
        for language in LANGUAGES:
            texts = _texts(concept, forbidden, language)
            if texts:
                yield f"\n<{section} xml:lang={quoteattr(language)}>"
                for form, note in texts:
                    yield f"<{holder}><term>{_escaped(form)}</term>{note}</{holder}>"
                yield f"</{section}>"
        yield f"</{entry}>\n"
    yield f"</body></text>\n</{'tbx' if new else 'martif'}>\n"


def _texts(concept: Term, forbidden: Iterable[Term], language: str) -> list[tuple[str, str]]:
    """Return the forms of a concept in a language, each with what is to be said of it."""
    good = concept.in_language(language)
    bad: dict[str, str] = {}
    for term in forbidden:
        if term.forms[0][0] != language:
            for form in term.in_language(language):
                bad.setdefault(form, f"<note>{_escaped(term.note)}</note>" if term.note else "")
    return [
        *((form, _note(concept, first=not index)) for index, form in enumerate(good)),
        *((form, _status("deprecatedTerm") + note) for form, note in bad.items() if form not in good),
    ]


def _note(concept: Term, *, first: bool) -> str:
    if concept.status == "keep":
        return '<termNote type="translationNote">no</termNote>'
    return _status("preferredTerm" if first else "admittedTerm")


def _escaped(text: str) -> str:
    """Return a text as XML may have it; the characters that it must not have are mostly line breaks of programs."""
    return escape(ILLEGAL.sub(" ", text))


def _status(status: str) -> str:
    return f'<termNote type="administrativeStatus">{status}-admn-sts</termNote>'
