"""Does a rendering say what the official text says? One checker a file, one registry, one verdict."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

import attrs

from polyglot_news.errors import InputError
from polyglot_news.given import check_text, check_type
from polyglot_news.text import NO_WIDTH, Span, places_with_no_width, without_no_width

if TYPE_CHECKING:
    from polyglot_news.align.model import Encoder
    from polyglot_news.compare.model import Comparison, Divergence, Pair
    from polyglot_news.glossary import Glossary


def compare(
    rendering: str,
    official: str,
    *,
    rendering_language: str | None = None,
    official_language: str | None = None,
    core: Span | None = None,
    glossary: Glossary | None = None,
    encoder: Encoder | None = None,
) -> Comparison:
    """Compare what somebody is quoted to have said with the official text of it.

    Args:
        rendering: the words of the quote.
        official: the passage of the official text that it renders.
        rendering_language: "en", "fr" or "zh"; detected if not given.
        official_language: "en", "fr" or "zh"; detected if not given.
        core: the part of ``official`` that the quote covers; what it cuts off is then judged as a cut.
        glossary: official terms, whose accepted and forbidden renderings are checked.
        encoder: by default the embedded one.

    Returns:
        The divergences, with spans in the two texts as given, and a verdict.

    Raises:
        WrongTypeError: an argument is of another type.
        InputError: one of the texts is empty, or the core does not lie in the official one.
        LanguageError: one of the texts is not in English, French or Chinese.
    """
    from polyglot_news.align.encoder import default_encoder
    from polyglot_news.compare.pair import make_pair
    from polyglot_news.compare.verdict import judge

    check_text(rendering, "rendering")
    check_text(official, "official")
    if core is not None:
        check_type(core, Span, "core")
        if not 0 <= core.start <= core.end <= len(official):
            msg = f"The core {(core.start, core.end)} does not lie in the official text: count from its start."
            raise InputError(msg)
    if glossary is not None:
        from polyglot_news.glossary import Glossary

        check_type(glossary, Glossary, "glossary", "a file is read with Glossary.load(path)")
    if NO_WIDTH.search(rendering) or NO_WIDTH.search(official):
        plain = without_no_width(rendering), without_no_width(official)
        if core is not None:
            before, within = without_no_width(official[: core.start]), without_no_width(core.of(official))
            core = Span(len(before), len(before) + len(within))
        found = compare(
            *plain,
            rendering_language=rendering_language,
            official_language=official_language,
            core=core,
            glossary=glossary,
            encoder=encoder,
        )
        return _as_given(found, rendering, official)
    pair = make_pair(rendering, official, rendering_language, official_language, core=core)
    found = judge(pair, encoder=encoder or default_encoder(), glossary=glossary)
    if (pair.rendering, pair.official) == (rendering, official):
        return found
    return attrs.evolve(
        found,
        divergences=tuple(_as_written(one, pair, rendering, official) for one in found.divergences),
        suspected=tuple(_as_written(one, pair, rendering, official) for one in found.suspected),
    )


def _as_given(found: Comparison, rendering: str, official: str) -> Comparison:
    """Return what was found in two texts without their characters of no width, with spans in these texts."""
    here, there = places_with_no_width(rendering), places_with_no_width(official)

    def moved(one: Divergence) -> Divergence:
        return attrs.evolve(
            one,
            rendering=None if one.rendering is None else here(one.rendering),
            official=None if one.official is None else there(one.official),
        )

    strengths = (attrs.evolve(one, rendering=here(one.rendering)) for one in found.strengths)
    return attrs.evolve(
        found,
        divergences=tuple(map(moved, found.divergences)),
        suspected=tuple(map(moved, found.suspected)),
        strengths=tuple(strengths),
    )


_HAN = re.compile(r"[\u3400-\u9fff，、：；《》]+")


def _as_written(divergence: Divergence, pair: Pair, rendering: str, official: str) -> Divergence:
    """Cite traditional Chinese as it stands in the texts: the checkers read it in simplified characters."""
    reason = divergence.reason
    for span, read, written in (
        (divergence.rendering, pair.rendering, rendering),
        (divergence.official, pair.official, official),
    ):
        if read != written and len(read) == len(written):
            near = span.start if span is not None else 0
            reason = _HAN.sub(functools.partial(_written, read=read, written=written, near=near), reason)
    return attrs.evolve(divergence, reason=reason)


def _written(run: re.Match[str], *, read: str, written: str, near: int) -> str:
    at = read.find(run.group(), near)
    if at < 0:
        at = read.find(run.group())
    return run.group() if at < 0 else written[at : at + len(run.group())]
