"""Official terms: rendered as the glossary allows, or by a word that it forbids."""

from __future__ import annotations

from collections.abc import Iterator

from polyglot_news.compare.model import Divergence, Pair
from polyglot_news.glossary import Glossary, Match, Term
from polyglot_news.glossary.presence import find_forms
from polyglot_news.text import Span

FORBIDDEN = 0.9
# A term without an accepted form may be rendered by a description as well: worth a look, no more.
UNUSUAL = 0.55
LINKED = 0.5


def check_terms(pair: Pair, glossary: Glossary) -> Iterator[Divergence]:
    """Yield the official terms that the rendering replaces by something else.

    Args:
        pair: the texts.
        glossary: the terms; entries that are forbidden say what a concept must not be called.
    """
    rendered = glossary.find(pair.rendering, pair.rendering_language)
    for match in glossary.find(pair.official, pair.official_language):
        accepted = match.accepted(pair.rendering_language)
        if any(set(match.terms) & {term for term in other.terms if term.status != "forbidden"} for other in rendered):
            continue
        if find_forms(pair.rendering, accepted, pair.rendering_language):
            continue
        wrong = _forbidden(match, rendered, glossary, pair)
        if wrong is not None:
            yield Divergence(
                kind="term",
                severity="major",
                confidence=FORBIDDEN,
                rendering=wrong.span,
                official=match.span,
                reason=f"The official text says “{match.text}”, the article “{wrong.text}”: that is something else.",
            )
        elif accepted and _is_rendered(match.span, pair) and (span := _rendered_by(match.span, pair)) is not None:
            yield Divergence(
                kind="term",
                severity="minor",
                confidence=UNUSUAL,
                rendering=span,
                official=match.span,
                reason=f"The official term “{match.text}” is usually rendered “{accepted[0]}”, "
                f"here it is “{span.of(pair.rendering)}”.",
            )


def _forbidden(match: Match, rendered: list[Match], glossary: Glossary, pair: Pair) -> Match | None:
    """Return what the rendering calls the concept by a name that is forbidden for it."""
    concepts = [term for term in match.terms if term.status == "preferred"]
    for term in glossary:
        if term.status != "forbidden" or not term.forms:
            continue
        head, names = term.forms[0]
        if head not in {pair.official_language, pair.rendering_language}:
            # A row names the concept in one language; two other languages meet in it.
            about = any(_share(term, concept, head) for concept in concepts)
        elif pair.official_language == head:
            about = any(_share(term, concept, head) for concept in concepts) or match.text in names
        else:
            about = term in match.terms
        if about:
            for other in rendered:
                if term in other.terms:
                    return other
                if pair.rendering_language == head and any(_share(term, concept, head) for concept in other.terms):
                    return other
    return None


def _share(one: Term, other: Term, language: str) -> bool:
    return bool(set(one.in_language(language)) & set(other.in_language(language)))


def _is_rendered(official: Span, pair: Pair) -> bool:
    return pair.core is None or official.overlap(pair.core) > 0


def _rendered_by(official: Span, pair: Pair) -> Span | None:
    """Return what the aligner takes for the rendering of a stretch of the official text."""
    words = {index for index, span in enumerate(pair.official_words) if span.overlap(official)}
    spans = [
        pair.rendering_words[link.source] for link in pair.links if link.target in words and link.probability >= LINKED
    ]
    return Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else None
