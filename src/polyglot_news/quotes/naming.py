"""Who is meant: pronouns, and quotes that stand alone."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence

import attrs

from polyglot_news.names import find_names
from polyglot_news.quotes.agreement import MANY, PERSONAL, can_mean, is_body, is_thing
from polyglot_news.quotes.attribution import Attribution, Attributor
from polyglot_news.quotes.chinese import ChineseAttributor
from polyglot_news.quotes.chinese_persons import meant_office
from polyglot_news.quotes.frames import Frames
from polyglot_news.quotes.fullnames import FullNames
from polyglot_news.quotes.grammar import grammar
from polyglot_news.quotes.journalists import names_journalist
from polyglot_news.quotes.kinds import is_description
from polyglot_news.quotes.lexicon import sections
from polyglot_news.quotes.marks import Stretch
from polyglot_news.quotes.model import QuoteKind, is_statement
from polyglot_news.quotes.offices import Offices, bare_office
from polyglot_news.text import Span

# Fewer quotes in a row are no dialogue.
_MIN_TURNS = 3
# A pronoun means one of so many speakers named last.
_REMEMBERED = 8
# What stretches without marks begin with; and what may close a paragraph behind its last word.
_UNMARKED = frozenset("—>")
_STOPS = " \t\u00a0\u202f.,;:!?…。，！？；：\"'’”»)）」』"
_CLOSING = "\"'’”»」』)）\u00a0\u202f "
_AGE = re.compile(r",\s(?:aged\s)?\d{1,3}(?:\sans)?(?=,|$)")
# I and we are who writes or is labelled as the speaker, you is whom she addresses: nobody named before.
_FIRST = frozenset(["i", "we", "j'", "je", "nous", "我", "我们", "我們"])
_NOBODY_NAMED = _FIRST | {"you", "on", "tu", "vous", "你", "你们", "你們", "您"}
_ASKING = re.compile(r"\b(?:ask|inquir|enquir|demand|interrog)|问|問")
_ANSWERING = re.compile(r"\b(?:answer|repl(?:y|ie)|respond|retort|répon[ds]|répliqu|rétorqu)|答|回应|回應")
# A comma, a verb and somebody: « … », persifle un cadre; “…”, grouched the mayor.
_CLOSED = re.compile(r"(?P<comma>,?)\s(?P<verb>[a-zà-ÿ’']+)\s(?:(?:une?|l[ea]|les|des|the|an?)\s|l[’']|[A-ZÀ-Ý])")
_NOUN = re.compile(r"[^\W\d_]{4,}|[\u4e00-\u9fff]{2,}")
# The pronoun behind these is a text or a decision: Adopté en mai, il prévoit; Prise par neuf voix, elle ordonne.
_PASSED = re.compile(r"(?:(?:Adopt|Approuv|Promulgu|Sign|Vot)ée?|(?:Prise?|Rendue?)\spar\s\S+\svoix)\s")
# Before a quote: what happens to its subject, which is not said to say anything: Offenders face “a fine of …”.
_UNDERGOES = re.compile(
    r"\b(?:fac(?:e[sd]?|ing)|risk(?:s|ed|ing)?|incur(?:s|red|ring)?"
    r"|risqu(?:e|ent|ait|aient)|encour(?:t|ent|ait|aient)|s['’]expos(?:e|ent)\sà)(?:\s[\w’']+){0,2}\s?$",
    re.IGNORECASE,
)
# A part of a law, which nobody goes on to quote unnamed.
_PROVISION = re.compile(r"(?:the\s|l['’]|le\s)?(?:article|section|clause|paragraphe?|rule|alinéa)\s\d", re.IGNORECASE)
_ADDRESS = re.compile(r"[?？]|[你您吗嗎呢吧]|\b(?:[Yy]ou|[Yy]our|[Vv]ous|[Vv]otre|[Tt]u|[Tt]oi)\b")

AnyAttributor = Attributor | ChineseAttributor


@attrs.frozen
class _Known:
    """What the speakers of a text are told by: its frames, its attributor, and who was named so far."""

    frames: Frames
    attributor: AnyAttributor | None
    language: str
    offices: Offices
    names: FullNames
    named: deque[Span] = attrs.Factory(lambda: deque(maxlen=_REMEMBERED))

    def fits(self, pronoun: str, name: Span) -> bool:
        """Whether a pronoun can mean a name: by gender and number, and "he" no group."""
        group = self.attributor is not None and self.attributor.is_group(name)
        if pronoun in PERSONAL and group:
            return False
        office = meant_office(pronoun)
        if office is not None:
            naming = name.of(self.frames.text)  # of a body its head speaks, but is not the body: 该组织, 组织总干事
            return naming.endswith(office) if office in sections("zh")["bodies"] else office in naming
        return can_mean(pronoun, self.in_full(name).of(self.frames.text), self.language)

    def in_full(self, name: Span) -> Span:
        """Return the whole name of whom an office or the family name alone means, for a first name shows the gender."""
        if self.language not in {"en", "fr"}:
            return name
        naming = name.of(self.frames.text)
        office = bare_office(naming, grammar(self.language))
        holder = self.offices.holder(name.start, naming, office, ()) if office is not None else None
        return holder or self.names.of(name) or name


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


def name_speakers(frames: Frames, drafts: Sequence[Draft], attributor: AnyAttributor | None, language: str) -> None:
    """Give each statement its speaker: as its attribution names her, else whom a pronoun or its place points to."""
    offices, names = Offices(frames.masked, language), FullNames(frames, language)
    known = _Known(frames, attributor, language, offices, names)
    previous: Draft | None = None
    statements = [draft for draft in drafts if is_statement(draft.kind)]
    for draft in statements:
        given = draft.attribution
        if given is not None and given.mention is not None and not given.is_pronoun:
            draft.speaker = given.mention
        elif given is not None and given.mention is not None:
            draft.speaker = _meant(known, given.mention, _whom_it_answers(known, draft, previous))
        elif given is not None and given.passive:
            draft.speaker = None  # it does not say by whom
        elif given is not None and given.cue is not None:
            draft.speaker = _unnamed(known, given.cue)
        elif given is None and attributor is not None:
            draft.speaker = _of_neighbour(known, draft, previous)
        if draft.speaker is not None:
            draft.speaker = _without_age(frames.text, draft.speaker)
            known.named.append(draft.speaker)
        previous = draft
    take_turns(frames, statements)
    _name_offices(known, statements)
    _name_in_full(known, statements)


def _name_in_full(known: _Known, statements: Sequence[Draft]) -> None:
    """Give each speaker her whole name, where the text has it, in the place of the family name or an office alone."""
    frames, names, language = known.frames, known.names, known.language
    if language not in {"en", "fr", "zh"}:
        return
    spoken: dict[str, Span] = {}
    for draft in statements:
        if draft.speaker is None:
            continue
        whole = names.of(draft.speaker)
        if whole is None and language != "zh":
            whole = names.meant_by_office(draft.speaker, spoken)
        draft.speaker = whole or draft.speaker
        spoken[draft.speaker.of(frames.text)] = draft.speaker


def _name_offices(known: _Known, statements: Sequence[Draft]) -> None:
    """Name the speakers who are told by nothing but an office: the spokesman, 局长."""
    frames, attributor, offices = known.frames, known.attributor, known.offices
    before: dict[str, Span] = {}
    for draft in statements:
        if draft.speaker is None or attributor is None:
            continue
        if isinstance(attributor, ChineseAttributor):
            draft.speaker = attributor.office_holder(draft.speaker) or draft.speaker
            continue
        naming = draft.speaker.of(frames.text)
        office = bare_office(naming, grammar(known.language))
        if office is None:
            before.setdefault(naming, draft.speaker)
            continue
        holder = offices.holder(draft.speaker.start, naming, office, before.values())
        draft.speaker = holder or draft.speaker


def _without_age(text: str, mention: Span) -> Span:
    """Cut a mention off before an age: of "Ana Ruiz, 52, a baker" the speaker is "Ana Ruiz"."""
    age = _AGE.search(mention.of(text))
    return Span(mention.start, mention.start + age.start()) if age is not None else mention


def _meant(known: _Known, pronoun: Span, other: str | None = None) -> Span | None:
    """Return whom a pronoun means: the last named speaker, or the name that the text was about since.

    An office that points back to nobody (该发言人) stands for itself. It is not the ``other``.
    """
    text = known.frames.text
    word = pronoun.of(text).lower().replace("’", "'")
    if word in _NOBODY_NAMED:
        if word not in _FIRST or not isinstance(known.attributor, Attributor):
            return None
        return known.attributor.label_before(pronoun.start)
    if known.language == "fr" and word in {"il", "elle"} and _is_passed(known.frames, pronoun.start):
        return None
    fitting = (name for name in reversed(known.named) if known.fits(word, name) and name.of(text) != other)
    topics = (name for name in _topics(known, word, pronoun) if known.fits(word, name) and name.of(text) != other)
    meant = _nearer(next(fitting, None), next(topics, None))
    return pronoun if meant is None and meant_office(word) is not None else meant


def _is_passed(frames: Frames, at: int) -> bool:
    """Whether the sentence of a French pronoun opens with what is done to a text, which the pronoun means then."""
    low = frames.blocks[frames.block_index(at)].span.start
    return _PASSED.match(frames.masked, frames.sentence_start(low, at)) is not None


def _whom_it_answers(known: _Known, draft: Draft, previous: Draft | None) -> str | None:
    """Return who has asked the question right before an answer: “Is it fair?” asked Ann Roe. “No,” he replied.

    Behind a question of a journalist whoever speaks answers.
    """
    frames, given = known.frames, draft.attribution
    if previous is not None and previous.speaker is not None and asked_by_journalist(frames, previous):
        return previous.speaker.of(frames.text)
    if previous is None or previous.speaker is None or given is None or given.cue is None or given.mention is None:
        return None
    if _ANSWERING.search(given.cue.of(frames.text)) is None or not _asks(frames, previous):
        return None
    start = min(draft.stretch.outer.start, given.cue.start, given.mention.start)
    between = frames.masked[_end_of_turn(previous) : start]
    return previous.speaker.of(frames.text) if not any(char.isalnum() for char in between) else None


def asked_by_journalist(frames: Frames, draft: Draft) -> bool:
    """Whether a quote is the question of a journalist, which somebody else answers."""
    mention = draft.attribution.mention if draft.attribution is not None else None
    return mention is not None and _asks(frames, draft) and names_journalist(mention.of(frames.text))


def _asks(frames: Frames, draft: Draft) -> bool:
    return frames.text[draft.contents[-1].end - 1] in "?？"


def _end_of_turn(draft: Draft) -> int:
    """Return where a quote ends, or the attribution behind it."""
    given = draft.attribution
    return max(draft.end, given.end if given is not None and given.side == "after" else 0)


def _topics(known: _Known, pronoun: str, at: Span) -> Iterator[Span]:
    """Yield the names, the nearest first, that the text before a pronoun was about."""
    if isinstance(known.attributor, ChineseAttributor):
        yield from known.attributor.antecedents(at.start, by_office=meant_office(pronoun) is not None)
    elif known.attributor is not None and (pronoun in PERSONAL or pronoun in MANY):
        yield from known.attributor.antecedents(at.start)
    elif known.attributor is not None and pronoun == "it" and not _names_somebody(known, at):
        nearest = next(known.attributor.antecedents(at.start), None)
        if nearest is not None and is_body(nearest.of(known.frames.text), known.language):
            yield nearest


def _names_somebody(known: _Known, pronoun: Span) -> bool:
    """Whether the sentence of a pronoun has a name before it, whom it may mean: Oslo “will appeal”, it said."""
    frames = known.frames
    low = frames.sentence_start(frames.blocks[frames.block_index(pronoun.start)].span.start, pronoun.start)
    return bool(find_names(frames.masked[low : pronoun.start], known.language))


def _unnamed(known: _Known, cue: Span) -> Span | None:
    """Return who speaks where a cue names nobody: in Chinese whom the text is about, else the last named speaker."""
    named = known.named[-1] if known.named else None
    if isinstance(known.attributor, ChineseAttributor):
        return _nearer(named, next(_topics(known, "", cue), None))
    return named


def _nearer(named: Span | None, topic: Span | None) -> Span | None:
    return topic if topic is not None and (named is None or topic.start > named.start) else named


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
    return not any(char.isalnum() for char in frames.masked[min(_end_of_turn(draft), block.end) : block.end])


def _is_next_turn(frames: Frames, before: Draft, draft: Draft) -> bool:
    given = before.attribution
    last = before.block
    if given is not None and given.side == "after":
        last = max(last, frames.block_index(given.end - 1))
    return draft.block == last + 1


def _of_neighbour(known: _Known, draft: Draft, previous: Draft | None) -> Span | None:
    """Return the speaker of a quote without an attribution of its own.

    The one of the quote before it in its paragraph, unless its sentence tells of somebody else; else whom the sentence
    before it is about (not the subject of what is quoted), else the one who spoke in the paragraph before, if nobody
    else was named since. A heading has none.
    """
    frames, attributor = known.frames, known.attributor
    if attributor is None or _is_in_heading(frames, draft):
        return None
    block = frames.blocks[draft.block].span
    start = draft.stretch.outer.start
    if previous is not None and previous.block == draft.block:
        led = frames.masked[min(_end_of_turn(previous), start) : start]
        provision = previous.speaker is not None and _PROVISION.match(previous.speaker.of(frames.text)) is not None
        others = _leads_in(led) or _is_closed(known, draft) or _is_about_another(known, previous, start)
        others = others or asked_by_journalist(frames, previous)
        return previous.speaker if not (provision or others) else None
    lead = frames.text[block.start : start].strip()
    if is_description(frames.masked[block.start : start]) or _UNDERGOES.search(lead):
        return None  # not whom it describes, nor to whom it happens
    topic = attributor.topic(block.start, start) if lead and not _is_caption(lead) else None
    if topic is not None and not attributor.governs(topic[0], start):
        return _meant(known, topic[0]) if topic[1] else topic[0]
    if topic is not None and (topic[1] or not is_thing(topic[0].of(frames.text), known.language)):
        return None  # somebody says it of her, or she of herself
    if not lead and draft.block and not frames.masked[draft.end : block.end].strip(_STOPS):
        return _of_paragraph_before(known, draft, previous)
    if previous is None or previous.block != draft.block - 1 or _is_caption(lead):
        return None
    if _leads_in(lead) or _is_closed(known, draft):
        return None
    if lead and isinstance(attributor, Attributor) and not attributor.opens_with_subject(block.start, start):
        return None  # the article's own words lead up to it
    if lead and previous.speaker is not None and _is_document(known, previous.speaker):
        return None
    return previous.speaker if not _rest_of_paragraph(frames, previous) else None


def _is_about_another(known: _Known, previous: Draft, start: int) -> bool:
    """Whether what leads up to a quote tells of somebody else than who spoke before: The locals spoke of “a waste”."""
    frames, attributor, speaker = known.frames, known.attributor, previous.speaker
    low = min(_end_of_turn(previous), start)
    if attributor is None or speaker is None or not any(char.isalnum() for char in frames.masked[low:start]):
        return False
    topic = attributor.topic(frames.blocks[previous.block].span.start, start)
    if topic is None or topic[0].start < low:
        return False
    if topic[1]:
        return not known.fits(topic[0].of(frames.text).lower(), speaker)
    words = (set(_NOUN.findall(known.in_full(name).of(frames.text).casefold())) for name in (topic[0], speaker))
    return set.isdisjoint(*words) and not attributor.governs(topic[0], start)


def _of_paragraph_before(known: _Known, draft: Draft, previous: Draft | None) -> Span | None:
    """Return the speaker of a quote that is a whole paragraph: who spoke last before it, in marks or without.

    That is the speaker of a quote that closes the paragraph before, else who reports in its last sentence.
    """
    frames = known.frames
    if previous is not None and previous.block == draft.block - 1 and not _rest_of_paragraph(frames, previous):
        return _answerer(known, previous) if _is_asked(frames, previous) else previous.speaker
    before = frames.blocks[draft.block - 1].span
    reporter = known.attributor.reporter(before.start, before.end) if known.attributor is not None else None
    if reporter is None or _is_heading(frames, draft.block - 1):
        return None
    return _meant(known, reporter[0]) if reporter[1] else reporter[0]


def _is_asked(frames: Frames, draft: Draft) -> bool:
    """Whether somebody asks what a quote says, so that somebody else answers."""
    cue = draft.attribution.cue if draft.attribution is not None else None
    return cue is not None and _asks(frames, draft) and _ASKING.search(cue.of(frames.text)) is not None


def _answerer(known: _Known, question: Draft) -> Span | None:
    """Return who answers a question: whom the author has asked, who spoke last; of two others nobody can tell."""
    mention = question.attribution.mention if question.attribution is not None else None
    is_author = mention is not None and mention.of(known.frames.text).lower() in _FIRST
    return known.named[-1] if is_author and known.named else None


def _is_document(known: _Known, speaker: Span) -> bool:
    """Whether a speaker is something written, which does not go on in the next paragraph."""
    naming = speaker.of(known.frames.text)
    if known.language == "zh":
        return naming.endswith(sections("zh")["documents"])
    return is_thing(naming, known.language)


def _leads_in(lead: str) -> bool:
    """Whether a clause and a colon lead up to a quote: Ann Berg shrugged: “…”. Whoever spoke before has not said it."""
    return lead.rstrip().endswith((":", "：")) and any(char.isalnum() for char in lead)


def _is_closed(known: _Known, draft: Draft) -> bool:
    """Whether a verb and somebody close a quote, be it one that no list knows: « … », persifle un cadre."""
    match = _CLOSED.match(known.frames.masked, draft.end)
    if match is None or known.language not in {"en", "fr"}:
        return False
    verb, words = match.group("verb"), grammar(known.language)
    comma = bool(match.group("comma")) or known.frames.text[draft.contents[-1].end - 1] == ","
    return comma and not words.is_function_word(verb) and not words.is_adverb(verb)


def _rest_of_paragraph(frames: Frames, draft: Draft) -> bool:
    """Whether words follow a quote and its attribution in their paragraph."""
    end = frames.blocks[draft.block].span.end
    return any(char.isalnum() for char in frames.masked[min(_end_of_turn(draft), end) : end])


def _is_caption(lead: str) -> bool:
    """Whether what stands before a quote is a note in brackets: [Picture caption]."""
    return lead.startswith("[") and lead.endswith("]")


def _is_in_heading(frames: Frames, draft: Draft) -> bool:
    """Whether a quote stands in a paragraph that ends without a stop, before another one: no sentence, a heading."""
    return draft.stretch.mark not in _UNMARKED and _is_heading(frames, draft.block)


def _is_heading(frames: Frames, block: int) -> bool:
    text = frames.blocks[block].span.of(frames.text)
    return block + 1 < len(frames.blocks) and text.rstrip(_CLOSING)[-1:].isalnum()
