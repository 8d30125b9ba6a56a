"""From marks, cues and speakers to quotes."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from polyglot_news.quotes.attribution import Attribution, Attributor
from polyglot_news.quotes.chinese import ChineseAttributor
from polyglot_news.quotes.frames import Frames
from polyglot_news.quotes.grammar import grammar
from polyglot_news.quotes.kinds import kind_of
from polyglot_news.quotes.layout import paragraphs
from polyglot_news.quotes.marks import Stretch, find_stretches
from polyglot_news.quotes.model import Quote, QuoteKind
from polyglot_news.text import Span

_Attributor = Attributor | ChineseAttributor


@attrs.define
class _Draft:
    """A quote in the making."""

    stretch: Stretch
    block: int
    kind: QuoteKind
    attribution: Attribution | None
    contents: list[Span]
    end: int
    warning: str | None
    speaker: Span | None = None


def extract_quotes(text: str, language: str | None = None) -> list[Quote]:
    """Find what a text quotes, and who is said to have said it.

    Statements in quotation marks of all usual styles, after a dialogue dash, and set off as a block. Indirect speech
    ("she said that she would go") is no quote.

    Args:
        text: an article, plain text. One line a paragraph, or hard-wrapped.
        language: "en", "fr" or "zh"; detected if not given. Another one is read by its marks alone, without speakers.

    Returns:
        Quotes in reading order; spans are offsets into ``text``, contents never overlap.
    """
    if not text.strip():
        return []
    if language is None:
        language = _guess(text)
    language = language.split("-", 1)[0].lower()
    blocks = paragraphs(text)
    stretches = find_stretches(text, blocks)
    if not stretches:
        return []
    frames = Frames.build(text, blocks, stretches)
    attributor: _Attributor | None = None
    if language in {"en", "fr"}:
        attributor = Attributor(frames, grammar(language))
    elif language == "zh":
        attributor = ChineseAttributor(frames)
    drafts = _draft(frames, stretches, attributor, language)
    _name_speakers(drafts)
    joint = "" if language == "zh" else " "
    return [_finish(text, draft, joint) for draft in drafts]


def _guess(text: str) -> str:
    from polyglot_news.language import detect_language

    return detect_language(text).language


def _draft(frames: Frames, stretches: Sequence[Stretch], attributor: _Attributor | None, language: str) -> list[_Draft]:
    drafts: list[_Draft] = []
    for stretch in stretches:
        index = frames.block_index(stretch.outer.start)
        attribution = None
        if attributor is not None and stretch.mark != "《":
            attribution = _attribute(frames, attributor, stretch, index)
        previous = drafts[-1] if drafts else None
        if previous is not None and _continues(frames, previous, stretch, attribution, index):
            previous.contents.extend(stretch.contents)
            previous.end = stretch.outer.end
            previous.warning = previous.warning or stretch.warning
            continue
        kind = kind_of(frames, stretch, attribution, language)
        drafts.append(
            _Draft(stretch, index, kind, attribution, list(stretch.contents), stretch.outer.end, stretch.warning)
        )
    return drafts


def _attribute(frames: Frames, attributor: _Attributor, stretch: Stretch, index: int) -> Attribution | None:
    block = frames.blocks[index].span
    last = frames.blocks[frames.block_index(stretch.outer.end - 1)].span
    before = attributor.before(stretch, block.start)
    if before is not None and before.governs:
        return before
    after = attributor.after(stretch, last.end)
    if after is not None:
        return after if before is None else before
    if before is not None:
        return before
    if index and not frames.text[block.start : stretch.outer.start].strip("—–―- \t\u00a0"):
        previous = frames.blocks[index - 1].span
        if frames.text[previous.end - 1] in ":：":
            return attributor.at_colon(previous.start, previous.end)
    return attributor.anywhere(stretch, last.end)


def _continues(frames: Frames, previous: _Draft, stretch: Stretch, attribution: Attribution | None, index: int) -> bool:
    """Whether a stretch goes on with a quote that its attribution has split, as in “A,” she said, “B”."""
    given = previous.attribution
    if given is None or given.side != "after" or previous.kind != "direct" or stretch.mark == "《":
        return False
    if frames.block_index(previous.end - 1) != index:
        return False
    if not given.governs or given.end > stretch.outer.start:
        return False
    between = frames.masked[given.end : stretch.outer.start]
    if between.strip(" \t\u00a0\u202f.,;:—–-，。：；"):
        return False
    if attribution is None:
        return True
    return attribution.cue is not None and given.cue == attribution.cue


def _name_speakers(drafts: Sequence[_Draft]) -> None:
    """Resolve pronouns to the last named speaker."""
    named: Span | None = None
    for draft in drafts:
        given = draft.attribution
        if given is None or draft.kind in {"title", "scare"}:
            continue
        if given.mention is not None and not given.is_pronoun:
            named = given.mention
            draft.speaker = named
        elif given.is_pronoun or given.cue is not None:
            draft.speaker = named


def _finish(text: str, draft: _Draft, joint: str) -> Quote:
    given = draft.attribution if draft.kind not in {"title", "scare"} else None
    return Quote(
        contents=tuple(draft.contents),
        speaker=draft.speaker,
        cue=given.cue if given else None,
        kind=draft.kind,
        text=joint.join(span.of(text) for span in draft.contents),
        warning=draft.warning,
        mention=given.mention if given else None,
    )
