"""From marks, cues and speakers to quotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import attrs

from polyglot_news.given import check_text, check_type
from polyglot_news.quotes.asides import find_asides, split_contents
from polyglot_news.quotes.attribution import Attribution, Attributor
from polyglot_news.quotes.between import completes_clause, tells_something_else
from polyglot_news.quotes.chinese import ChineseAttributor
from polyglot_news.quotes.frames import Frames
from polyglot_news.quotes.grammar import Grammar, grammar
from polyglot_news.quotes.joints import joined
from polyglot_news.quotes.kinds import kind_of
from polyglot_news.quotes.layout import Paragraph, paragraphs
from polyglot_news.quotes.lexicon import sections
from polyglot_news.quotes.marks import Stretch, find_stretches
from polyglot_news.quotes.model import Quote, is_statement
from polyglot_news.quotes.naming import AnyAttributor, Draft, asked_by_journalist, name_speakers
from polyglot_news.quotes.unmarked import find_blocks, find_dialogue
from polyglot_news.text import Span, places_with_no_width, without_no_width

# A frame goes back over so many quotes at most, which keeps texts of nothing but short quotes linear.
_NEIGHBOURS = 6
_CLAUSE = re.compile(r"\b(?:but|yet|mais|while|whereas|tandis|alors)\b|;")


@attrs.frozen
class _Neighbours:
    """How far the frames of a quote reach: back, to the next quote, and ahead."""

    floor: int
    following: int
    ceiling: int


def extract_quotes(text: str, language: str | None = None) -> list[Quote]:
    """Find what a text quotes, and who is said to have said it.

    Statements in quotation marks of all usual styles, after a dialogue dash, and set off as a block. Indirect speech
    ("she said that she would go") is no quote.

    Args:
        text: an article, plain text. One line a paragraph, or hard-wrapped.
        language: "en", "fr" or "zh"; detected if not given. Another one is read by its marks alone, without speakers.

    Returns:
        Quotes in reading order; spans are offsets into ``text``, contents never overlap. Characters without
        width, which would part words, are left out of ``Quote.text``.
    """
    check_text(text, "text")
    place = places_with_no_width(text)
    return [_moved(quote, place) for quote in _extracted(without_no_width(text), language)]


def _moved(quote: Quote, place: Callable[[Span], Span]) -> Quote:
    return attrs.evolve(
        quote,
        contents=tuple(map(place, quote.contents)),
        speaker=quote.speaker and place(quote.speaker),
        cue=quote.cue and place(quote.cue),
        mention=quote.mention and place(quote.mention),
    )


def _extracted(text: str, language: str | None) -> list[Quote]:
    if not text.strip():
        return []
    language = language or _guess(text)
    check_type(language, str, "language")
    language = language.split("-", 1)[0].lower()
    words = grammar(language) if language in {"en", "fr"} else None
    blocks = paragraphs(text)
    stretches = _find(text, blocks, words, language)
    if not stretches:
        return []
    frames = Frames.build(text, blocks, stretches)
    attributor = _attributor(frames, words, language)
    drafts = _draft(frames, stretches, attributor, words, language)
    name_speakers(frames, drafts, attributor, language)
    return [_finish(text, draft, language) for draft in drafts]


def _guess(text: str) -> str:
    from polyglot_news.language import detect_language

    return detect_language(text).language


def _attributor(frames: Frames, words: Grammar | None, language: str) -> AnyAttributor | None:
    if words is not None:
        return Attributor(frames, words)
    return ChineseAttributor(frames) if language == "zh" else None


def _find(text: str, blocks: Sequence[Paragraph], words: Grammar | None, language: str) -> list[Stretch]:
    """Find all stretches, between marks and without, in reading order."""
    marked = find_stretches(text, blocks)
    if words is not None and words.french:
        marked = [_without_asides(text, stretch, words) for stretch in marked]
    spoken = find_dialogue(text, blocks, words)
    found = sorted([*_outside(marked, spoken), *spoken], key=_start)
    reader = _attributor(Frames.build(text, blocks, found), words, language)
    if reader is None:
        return found
    begun = {stretch.outer.start for stretch in found}
    # A block that begins with a mark is read by its marks.
    set_off = [
        block
        for block in find_blocks(text, blocks, reader.announces)
        if block.outer.start not in begun and block.contents[0].start not in begun
    ]
    return sorted([*_outside(found, set_off), *set_off], key=_start)


def _start(stretch: Stretch) -> int:
    return stretch.outer.start


def _outside(stretches: Sequence[Stretch], others: Sequence[Stretch]) -> list[Stretch]:
    """Drop the stretches that overlap one of the others; both are in order."""
    kept: list[Stretch] = []
    i = 0
    for stretch in stretches:
        while i < len(others) and others[i].outer.end <= stretch.outer.start:
            i += 1
        if i == len(others) or others[i].outer.start >= stretch.outer.end:
            kept.append(stretch)
    return kept


def _without_asides(text: str, stretch: Stretch, words: Grammar) -> Stretch:
    contents: list[Span] = []
    for content in stretch.contents:
        contents.extend(split_contents(text, content, find_asides(text, content, words, dialogue=False)))
    return attrs.evolve(stretch, contents=tuple(contents)) if contents else stretch


def _draft(
    frames: Frames,
    stretches: Sequence[Stretch],
    attributor: AnyAttributor | None,
    words: Grammar | None,
    language: str,
) -> list[Draft]:
    """Attribute the stretches, join those that belong together, tell their kinds."""
    drafts: list[Draft] = []
    for number, stretch in enumerate(stretches):
        index = frames.block_index(stretch.outer.start)
        attribution = None
        if attributor is not None and stretch.mark != "《":
            floor = stretches[number - _NEIGHBOURS].outer.start if number >= _NEIGHBOURS else 0
            neighbours = _Neighbours(
                floor,
                stretches[number + 1].outer.start if number + 1 < len(stretches) else len(frames.text),
                stretches[number + _NEIGHBOURS].outer.start
                if number + _NEIGHBOURS < len(stretches)
                else len(frames.text),
            )
            attribution = _attribute(frames, attributor, stretch, index, neighbours)
        if drafts and _shares_attribution(frames, drafts[-1], stretch, attribution, index, words):
            if words is None or not _is_apart(frames, drafts[-1], stretch, index, words):
                drafts[-1].contents.extend(stretch.contents)
                drafts[-1].end = stretch.outer.end
                drafts[-1].warning = drafts[-1].warning or stretch.warning
                continue
            attribution = drafts[-1].attribution
        kind = kind_of(frames, stretch, attribution, language)
        if language == "zh" and kind == "scare" and drafts and _is_coordinated(frames, drafts[-1], stretch):
            kind, attribution = "direct", attribution or drafts[-1].attribution
        drafts.append(
            Draft(stretch, index, kind, attribution, list(stretch.contents), stretch.outer.end, stretch.warning)
        )
    return drafts


def _attribute(
    frames: Frames, attributor: AnyAttributor, stretch: Stretch, index: int, neighbours: _Neighbours
) -> Attribution | None:
    """Find the attribution of a stretch: inside it, before it, after it, at the end of the paragraph before."""
    block = frames.blocks[index].span
    last = frames.blocks[frames.block_index(stretch.outer.end - 1)].span
    inside = attributor.inside(stretch)
    if inside is not None:
        return inside
    before = attributor.before(stretch, max(block.start, neighbours.floor))
    # “…,” with a cue before that does not introduce it: the comma announces an attribution behind.
    expects_more = frames.closing_char(stretch) in ",，" and (before is None or before.gap > 0)
    is_label = before is not None and before.cue is None  # "Climat : « … », alerte l'ONU"
    parted = before is not None and before.gap > 0 and _is_parted(frames, before, stretch)
    after = attributor.after(stretch, last.end, neighbours.following)
    if before is not None and before.governs and not expects_more and not is_label and not parted:
        if after is not None and _outweighs(frames, after, before, stretch):
            return after
        one = isinstance(attributor, Attributor) and attributor.one_of(before, stretch, last.end, neighbours.following)
        return one or before
    if after is not None and after.object_follows:
        expects_more = False  # Holm says it is “over,” Berg says it is not
    if after is not None and after.relays and before is not None and before.mention is not None:
        return before  # the minister said “…,” the agency reported
    if is_label and isinstance(attributor, ChineseAttributor) and frames.ends_sentence(stretch):
        return before  # 她摇摇头：「太贵了。」|局长说，船照开。
    if is_label:
        return after if after is not None and after.cue is not None and not after.is_pronoun else before
    if after is not None and (before is None or expects_more or (parted and after.cue is not None)):
        return after
    if before is not None:
        return before
    if index and not frames.text[block.start : stretch.outer.start].strip("—–―->• \t\u00a0"):
        previous = frames.blocks[index - 1].span
        if frames.text[previous.end - 1] in ":：":
            return attributor.at_colon(previous)
    return attributor.anywhere(stretch, min(last.end, neighbours.ceiling))


def _is_parted(frames: Frames, before: Attribution, stretch: Stretch) -> bool:
    """Whether another clause begins between a cue and the quote: He denies all, but | “gave no proof”, she said."""
    if before.cue is None or before.cue.end > stretch.outer.start:
        return False
    return _CLAUSE.search(frames.masked, before.cue.end, stretch.outer.start) is not None


def _outweighs(frames: Frames, after: Attribution, before: Attribution, stretch: Stretch) -> bool:
    """Whether somebody says the whole sentence behind its comma: A plan, rated highly, “will go on”, | the envoy said.

    Before the quote stands no more than a verb of judging or thinking, which does not lead right up to it.
    """
    remote = before.weak and before.gap > 0 and frames.masked.startswith(",", stretch.outer.end)
    plain = after.cue is not None and after.mention is not None and not after.is_pronoun
    return remote and plain and not after.object_follows and not after.relays


def _shares_attribution(
    frames: Frames,
    previous: Draft,
    stretch: Stretch,
    attribution: Attribution | None,
    index: int,
    words: Grammar | None,
) -> bool:
    """Whether a stretch goes on with a quote that its attribution has split, as in “A,” she said, “B”."""
    given = previous.attribution
    if given is None or given.side != "after" or previous.kind != "direct" or stretch.mark != previous.stretch.mark:
        return False
    if given.object_follows and frames.ends_sentence(previous.stretch):
        return False
    if asked_by_journalist(frames, previous):
        return False
    if frames.block_index(previous.end - 1) != index or not given.governs or given.end > stretch.outer.start:
        return False
    if frames.masked[given.end : stretch.outer.start].strip(" \t\u00a0\u202f.,;:—–-，。：；"):
        return False
    if frames.masked[previous.end : stretch.outer.start].rstrip()[-1:].isalnum():
        return False
    if attribution is None:
        return True
    same = given.cue == attribution.cue or _is_manner(frames, given, attribution, words)
    return attribution.cue is not None and same


def _is_apart(frames: Frames, previous: Draft, stretch: Stretch, index: int, words: Grammar) -> bool:
    """Whether a quote is a statement of its own although it shares the attribution of the one before it."""
    opens_sentence = frames.text[stretch.contents[0].start].isupper()
    if opens_sentence and _is_fragment(frames, previous, index):
        return True
    given = previous.attribution
    parts = (given.cue, given.mention) if given is not None else ()
    told = [part.end for part in parts if part is not None and part.start >= previous.end]
    rest = Span(max(told, default=stretch.outer.start), stretch.outer.start)
    return completes_clause(frames, stretch.contents[0], words) and tells_something_else(frames, rest, words)


def _is_fragment(frames: Frames, previous: Draft, index: int) -> bool:
    """Whether a quote completes a sentence of the article: They have “made some headway”, | he said. | “We hope …”."""
    start = previous.stretch.outer.start
    lead = frames.masked[frames.blocks[index].span.start : start].rstrip()
    return frames.text[previous.contents[0].start].islower() and lead[-1:].isalnum()


def _is_manner(frames: Frames, given: Attribution, other: Attribution, words: Grammar | None) -> bool:
    """Whether the cue behind another one tells but how or where the same person speaks: Ann Roe said, | speaking in."""
    if other.cue is None or words is None or given.mention != other.mention:
        return False
    return other.cue.of(frames.text).lower() in words.manners


def _is_coordinated(frames: Frames, previous: Draft, stretch: Stretch) -> bool:
    """Whether a few words go on with the Chinese statement before: “荒谬的”和“愚蠢的”, “一步”，但“还不够”."""
    between = frames.masked[previous.end : stretch.outer.start].strip(" ，,、")
    return previous.kind == "direct" and between in {"", *sections("zh")["coordinators"]}


def _finish(text: str, draft: Draft, language: str) -> Quote:
    given = draft.attribution if is_statement(draft.kind) else None
    return Quote(
        contents=tuple(draft.contents),
        speaker=draft.speaker,
        cue=given.cue if given else None,
        kind=draft.kind,
        text=joined(text, draft.contents, language),
        warning=draft.warning,
        mention=given.mention if given else None,
    )
