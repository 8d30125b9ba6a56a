"""Who is meant: pronouns, and quotes that stand alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from polyglot_news.quotes.attribution import Attribution, Attributor
from polyglot_news.quotes.chinese import ChineseAttributor
from polyglot_news.quotes.frames import Frames
from polyglot_news.quotes.marks import Stretch
from polyglot_news.quotes.model import QuoteKind, is_statement
from polyglot_news.text import Span

# Fewer quotes in a row are no dialogue.
_MIN_TURNS = 3
# Pronouns that mean one person.
_PERSONAL = frozenset(["he", "she", "him", "her", "his", "il", "elle", "lui"])
_AGE = re.compile(r",\s(?:aged\s)?\d{1,3}(?:\sans)?(?=,|$)")
_ADDRESS = re.compile(r"[?？]|[你您吗嗎呢吧]|\b(?:[Yy]ou|[Yy]our|[Vv]ous|[Vv]otre|[Tt]u|[Tt]oi)\b")

AnyAttributor = Attributor | ChineseAttributor


@attrs.define
class Draft:
    """A quote in the making."""

    stretch: Stretch
    block: int
    kind: QuoteKind
    attribution: Attribution | None
    contents: list[Span]
    end: int
    warning: str | None
    speaker: Span | None = None


def name_speakers(frames: Frames, drafts: Sequence[Draft], attributor: AnyAttributor | None) -> None:
    """Give each statement its speaker: as its attribution names her, else whom a pronoun or its place points to."""
    named: Span | None = None
    person: Span | None = None  # the last one named alone, whom "he" or "elle" can mean
    previous: Draft | None = None
    statements = [draft for draft in drafts if is_statement(draft.kind)]
    for draft in statements:
        given = draft.attribution
        if given is not None and given.mention is not None and not given.is_pronoun:
            draft.speaker = given.mention
        elif given is not None and (given.is_pronoun or given.cue is not None):
            draft.speaker = _meant(frames, person if _is_one_person(frames, given) else named, given, attributor)
        elif given is None and attributor is not None:
            draft.speaker = _of_neighbour(frames, draft, previous, attributor, named)
        if draft.speaker is not None:
            draft.speaker = _without_age(frames.text, draft.speaker)
        named = draft.speaker or named
        if draft.speaker is not None and not (attributor and attributor.is_group(draft.speaker)):
            person = draft.speaker
        previous = draft
    take_turns(frames, statements)


def _without_age(text: str, mention: Span) -> Span:
    """Cut a mention off before an age: of "Ana Ruiz, 52, a baker" the speaker is "Ana Ruiz"."""
    age = _AGE.search(mention.of(text))
    return Span(mention.start, mention.start + age.start()) if age is not None else mention


def _meant(frames: Frames, named: Span | None, given: Attribution, attributor: AnyAttributor | None) -> Span | None:
    """Return whom a pronoun means: the last named speaker, or the name that the text was about since."""
    nearer = None
    if isinstance(attributor, ChineseAttributor):
        at = given.mention or given.cue
        topic = attributor.topic(0, at.start) if at is not None else None
        nearer = topic[0] if topic is not None else None
    elif attributor is not None and given.mention is not None and _is_one_person(frames, given):
        nearer = attributor.antecedent(given.mention.start)
        if nearer is not None and attributor.is_group(nearer):
            nearer = None
    return nearer if nearer is not None and (named is None or nearer.start > named.start) else named


def _is_one_person(frames: Frames, given: Attribution) -> bool:
    return given.mention is not None and given.mention.of(frames.text).lower() in _PERSONAL


def take_turns(frames: Frames, statements: Sequence[Draft]) -> None:
    """Let the speakers of a dialogue alternate where only some turns name them.

    A dialogue is a run of paragraphs of which each holds one quote and at most its attribution, and in which somebody
    is addressed or asked.
    """
    run: list[Draft] = []
    for draft in [*statements, None]:
        if draft is not None and _is_turn(frames, draft) and (not run or _is_next_turn(frames, run[-1], draft)):
            run.append(draft)
            continue
        _alternate(frames, run)
        run = [draft] if draft is not None and _is_turn(frames, draft) else []


def _alternate(frames: Frames, run: Sequence[Draft]) -> None:
    if len(run) < _MIN_TURNS or not any(_ADDRESS.search(frames.text, *draft.stretch.outer) for draft in run):
        return
    names = [draft.speaker if draft.attribution is not None else None for draft in run]
    texts = [name.of(frames.text) if name is not None else None for name in names]
    for order, step in ((range(2, len(run)), -2), (range(len(run) - 3, -1, -1), 2)):
        for i in order:
            if names[i] is None and texts[i + step] is not None and texts[i + step] != texts[i + step // 2]:
                names[i], texts[i] = names[i + step], texts[i + step]
    for draft, name in zip(run, names, strict=True):
        draft.speaker = name


def _is_turn(frames: Frames, draft: Draft) -> bool:
    """Whether a quote begins its paragraph, and nothing but its attribution follows it there."""
    block = frames.blocks[draft.block].span
    if draft.stretch.outer.start != block.start or draft.stretch.outer.end > block.end:
        return False
    given = draft.attribution
    reach = max(draft.end, given.end if given is not None and given.side == "after" else 0)
    return not any(char.isalnum() for char in frames.masked[min(reach, block.end) : block.end])


def _is_next_turn(frames: Frames, before: Draft, draft: Draft) -> bool:
    given = before.attribution
    last = before.block
    if given is not None and given.side == "after":
        last = max(last, frames.block_index(given.end - 1))
    return draft.block == last + 1


def _of_neighbour(
    frames: Frames, draft: Draft, previous: Draft | None, attributor: AnyAttributor, named: Span | None
) -> Span | None:
    """Return the speaker of a quote without an attribution of its own.

    The one of the quote before it in its paragraph, else whom the sentence before it is about, else the one who spoke
    at the end of the paragraph before.
    """
    block = frames.blocks[draft.block].span
    if previous is not None and previous.block == draft.block:
        return previous.speaker
    start = draft.stretch.outer.start
    if frames.text[block.start : start].strip():
        topic = attributor.topic(block.start, start)
        return (named if topic[1] else topic[0]) if topic is not None else None
    if previous is not None and previous.block == draft.block - 1:
        before = frames.blocks[previous.block].span
        given = previous.attribution
        reach = max(previous.end, given.end if given is not None and given.side == "after" else 0)
        if not any(char.isalnum() for char in frames.masked[min(reach, before.end) : before.end]):
            return previous.speaker
    return None
