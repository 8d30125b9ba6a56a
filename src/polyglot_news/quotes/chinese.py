"""Who is said to have said a quote, by which word: Chinese, without word segmentation."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from polyglot_news.quotes.attribution import Attribution, Side
from polyglot_news.quotes.chinese_cues import (
    CITED,
    SOURCE,
    TAIL,
    TOLD,
    according_to_text,
    issuing_at_end,
    outlet_at_end,
    stating_at_end,
    text_at_end,
    thing_at_end,
    verbs_at_end,
)
from polyglot_news.quotes.chinese_names import is_long_transliteration, is_short_transliteration, person_at_start
from polyglot_news.quotes.chinese_persons import bare_office, is_label, is_name, is_personal, is_several, meant_office
from polyglot_news.quotes.chinese_subjects import Subjects, hide_compounds, is_circumstance, is_predicate
from polyglot_news.quotes.chinese_words import adjuncts_pattern, listed, words
from polyglot_news.quotes.frames import REACH, Frames
from polyglot_news.quotes.marks import Stretch
from polyglot_news.quotes.tokens import BLANK
from polyglot_news.text import Span, clause_start

_SENTENCE = re.compile(r"[。！？!?；;\n]")
_STOPS = frozenset("。！？!?…")
# Behind it stands who does what the verb at the end of a clause says, or that verb alone: 部长|被|议员|批评.
_PASSIVE = re.compile("(?:被|遭到?(?!遇)|受到)(?P<agent>[^，,：:的]{0,12})$")
# What follows is a name, nobody shouts it: 这叫“网红”.
_NAMES = re.compile("[这這那么麼名就]叫$")
# By these somebody gets to know what is written or said.
_PERCEIVES = re.compile(
    "[看见見听聽读讀收接][到见見过過]|想起|记得|記得|得知|发现|發現|面[对對]|[写寫刻印贴貼挂掛][着著]"
)
# What parts a quote: a clause and a comma, with the next mark right behind it.
_SPLITTING = re.compile(rf"[^。！？!?；;：:，,\n{BLANK}]{{1,40}}(?=[，,]{BLANK})")
# What is said says nothing itself: 这句话|得先讲.
_WHAT_IS_SAID = re.compile("[这這那](?:[句番席]|[话話])")
_WRITERS = ("记者", "記者")
_CLAUSE = re.compile(r"[，,、：:]")
_ATTRIBUTIVE = ("的", "之", "等", "一词", "一詞")
# A name before a colon has no more characters than this.
_LONGEST_NAME = 16
# In a headline white space parts clauses.
_HEADLINE_GAP = re.compile(r"(?<![A-Za-z])[ \u3000](?![A-Za-z])")
_HEADLINE_ENDS = tuple("。！？!?；;：:…")
_CLOSING = '”」』"'
_COLONS = re.compile("[：:]")
_CALLS = frozenset("称稱")
_PAUSES = frozenset("，,：:")
# Before a closing mark: what is quoted ends there, not only a word of the sentence.
_INNER_PAUSE = re.compile("[，,。！？!?；;…—]")
# The gap of a cue that just shares the sentence of a quote.
_FAR = 99
_NO_STOPS = frozenset(["：", ":", BLANK])
_LEADING = " ，,—-"
_OUTSIDE = f" \n\t\u3000，,。！？!?；;：:…{BLANK}"
_TRAILING = " \t\u3000：:，,"
_CITING = ("援引", "引述", "引用", "转引", "轉引")
# Before an office: another one, or who no longer bears it; and what tells one from another, which a name need not.
_NOT_IN_OFFICE = "副前原"
_TOLD_APART = re.compile(r"[\u4e00-\u9fff](?<![该該这這位名对對向和与與给給由被])")
_DESCRIBES = 2  # characters before an office: 文化|部长
# An attribution that stands in a paragraph of its own is no longer than this.
_OWN_LINE = 40


def _is_noun(bare: str, start: int, end: int, *, owned: bool = True) -> bool:
    """Whether what looks like a verb is what is talked of: 去年提出的各项|建议，, 这些|承诺.

    What is somebody's (局长的|回答) is a noun only where ``owned`` says so.
    """
    before = bare[:start].endswith(words("before_nouns")) and (owned or not bare[:start].endswith("的"))
    return end - start > 1 and before


class ChineseAttributor:
    """Finds the attribution of each quote of a Chinese text."""

    def __init__(self, frames: Frames) -> None:
        self._frames = frames
        self._subjects = Subjects(frames.masked)
        self._holders: dict[str, list[Span]] = {}

    def before(self, stretch: Stretch, low: int) -> Attribution | None:
        """Look for a cue in the sentence that leads up to a quote."""
        return self._leading(low, stretch.outer.start, "before")

    def at_colon(self, paragraph: Span) -> Attribution | None:
        """Look for a cue at the end of a paragraph that announces what follows."""
        return self._leading(paragraph.start, paragraph.end, "colon")

    def announces(self, paragraph: Span) -> bool:
        """Whether a paragraph that ends with a colon says that somebody speaks."""
        found = self.at_colon(paragraph)
        return found is not None and found.gap == 0

    def inside(self, stretch: Stretch) -> Attribution | None:
        """Chinese closes its marks before an aside."""
        del stretch
        return None

    def topic(self, low: int, end: int) -> tuple[Span, bool] | None:
        """Return whom the text before a quote or a pronoun was last about; never a pronoun.

        The subject of the sentence before if that is a person, else the last name that begins a clause.
        """
        name = next(self.antecedents(end, low), None)
        return (name, False) if name is not None else None

    def reporter(self, low: int, end: int) -> tuple[Span, bool] | None:
        """Return who speaks in the last sentence before ``end``, and whether that is a pronoun."""
        end = low + len(self._frames.masked[low:end].rstrip(_OUTSIDE))
        start = self._own_start(low, end)
        sentence = self._frames.masked[start:end]
        for verb in self._verbs_within(sentence):
            speaker = self._speaker(start, sentence[: verb.start()])
            if speaker is not None and self._can_say(speaker, verb.group()):
                found = self._attribution(Span(verb.start(), verb.end()), speaker, "before", end, _FAR)
                return speaker, found.is_pronoun
        return None

    def antecedents(self, at: int, low: int = 0, *, by_office: bool = False) -> Iterator[Span]:
        """Yield the persons that the sentences before ``at`` say something of, the nearest first.

        A sentence about nobody ends them, with the last name that begins a clause; whoever is meant ``by_office`` may
        stand further back.
        """
        end, low = at, max(low, at - REACH)
        if self._frames.masked[low:at].endswith(_CITING):  # 朝中社援引|她: of whom the agency was said to speak
            end = self._own_start(low, at)
        own = self._own_start(low, at)
        while end > low:
            end = low + len(self._frames.masked[low:end].rstrip(_OUTSIDE))
            start = self._own_start(low, end)
            subject = self._subject_of_sentence(start, end)
            if subject is None and not by_office and start != own:  # of its own sentence only the words before it count
                break
            if subject is not None and subject.of(self._frames.text) not in words("pronouns"):
                yield subject
            end = start
        name = self._subjects.last_name(low, at) if not by_office else None
        if name is not None:
            yield name

    def _own_start(self, low: int, end: int) -> int:
        """Return where a sentence begins, of which a whole sentence in marks before it is no part."""
        start = max((match.end() for match in _SENTENCE.finditer(self._frames.masked, low, end)), default=low)
        blank = self._frames.masked.rfind(BLANK, start, end)
        closed = blank >= 0 and self._frames.text[start:blank].rstrip(_CLOSING)[-1:] in _STOPS
        return blank + 1 if closed else start

    def office_holder(self, naming: Span) -> Span | None:
        """Return whom the text before an office that stands alone (局长, 该发言人) introduces with it, if but one."""
        text = self._frames.text
        office = bare_office(naming.of(text))
        if office is None or office in words("bodies"):
            return None
        if office not in self._holders:
            self._holders[office] = self._introduced(office)
        return next((name for name in self._holders[office][:1] if name.end <= naming.start), None)

    def _introduced(self, office: str) -> list[Span]:
        """Return where the text names the one person whom it introduces with an office; nothing if there are more."""
        masked = self._frames.masked
        found: list[Span] = []
        described: set[str] = set()  # what stands before the office of whom the text names, and of others
        others: set[str] = set()
        for match in re.finditer(rf"(?<![{_NOT_IN_OFFICE}]){re.escape(office)}", masked):
            end = self._subjects.name_behind_office(match.end())
            before = masked[max(0, match.start() - _DESCRIBES) : match.start()]
            if end is not None:
                found.append(Span(match.end(), end))
                described.add(before)
            elif _TOLD_APART.match(before[-1:]):
                others.add(before)  # 丹麦部长: another one
        if not others <= described:
            return []
        return found if len({name.of(self._frames.text) for name in found}) == 1 else []

    def governs(self, subject: Span, quote: int) -> bool:
        """Whether a name is the subject of what is quoted: 张伟“没有道歉”."""
        return self._frames.masked[subject.end : quote] in {"", *words("leading_up")}

    def _subject_of_sentence(self, start: int, end: int) -> Span | None:
        """Return the person or pronoun that a sentence says something of, or the one whom it cites."""
        source = SOURCE.match(self._frames.masked[start:end].lstrip(_LEADING))
        if source is not None and self._is_somebody(source.group(1)):
            offset = end - len(self._frames.masked[start:end].lstrip(_LEADING))
            return Span(offset + source.start(1), offset + source.end(1))
        for clause in re.finditer(r"[^，,：:]+", self._frames.masked[start:end]):
            found = self._subjects.of_clause(clause.group())
            if found is None or is_circumstance(clause.group()[: found[1]]):
                continue
            subject = Span(start + clause.start() + found[0], start + clause.start() + found[1])
            if self._is_somebody(subject.of(self._frames.text)):
                return subject
        return None

    def _is_somebody(self, name: str) -> bool:
        """Whether a name is a person or a pronoun, and no journalist who writes or asks."""
        if name.endswith(_WRITERS):
            return False
        known = self._subjects.names | self._subjects.families
        if name.endswith(self._subjects.in_two_scripts):
            return True
        named = is_personal(name) or is_name(name) or is_short_transliteration(name)
        seen = self._frames.masked.count(name) > 1 and is_long_transliteration(name)
        return name in words("pronouns") or named or seen or name in known

    def is_group(self, mention: Span) -> bool:
        """Whether a mention is of several people, by a number or by their names: 多名专家, 王毅和鲁比奥."""
        return is_several(mention.of(self._frames.text))

    def _leading(self, low: int, end: int, side: Side) -> Attribution | None:
        masked = self._frames.masked
        start = self._sentence_start(max(low, end - REACH), end)
        left = masked[start:end]
        bare = left.rstrip(_TRAILING)
        stating = stating_at_end().search(bare)
        if stating is not None:
            return self._of_match(stating, start, side, end, gap=0)
        source = next(reversed(list(SOURCE.finditer(bare))), None)
        directly = self._cue_at_end(bare)
        paused = left[len(bare) : len(bare) + 1] in {"，", ","}
        if directly is not None and (paused or left == bare) and _is_noun(bare, *directly, owned=paused):
            directly = None
        if directly is not None and left == bare and _NAMES.search(bare) is not None:
            directly = None
        if source is not None and source.end() == len(bare):
            return self._of_source(source, start, side, end, gap=0 if left != bare else _FAR)
        if directly is not None:
            cue_start, cue_end = directly
            passive = self._of_passive(start, bare, Span(cue_start, cue_end), side, end, gap=0)
            if passive is not None:
                return passive
            speaker = self._speaker(start, bare[:cue_start])
            gap = _FAR if left[len(bare) :].strip() in {"，", ","} and self._runs_on(end) else 0
            if speaker is not None and not self._can_say(speaker, bare[cue_start:cue_end]):
                return self._of_clause_before(start, bare[: speaker.start - start], side, end)
            if speaker is not None and bare[:cue_start].endswith(words("modals")):
                teller = self._of_clause_before(start, bare[: speaker.start - start], side, end)
                if teller.cue is not None:
                    return attrs.evolve(teller, gap=gap)  # 张伟说，委员会将宣布“停工”
            return self._attribution(Span(start + cue_start, start + cue_end), speaker, side, end, gap)
        issuing = issuing_at_end().search(bare)
        issuer = self._speaker(start, bare[: issuing.start()]) if issuing is not None else None
        if issuing is not None and issuer is not None and self._can_say(issuer, issuing.group()):
            cue = Span(start + issuing.start(), start + issuing.end())
            return self._attribution(cue, issuer, side, end, _FAR)
        loose = self._reporting_verb(bare)
        passive = self._of_passive(start, bare, Span(*loose.span()), side, end, gap=_FAR) if loose is not None else None
        if passive is not None:
            return passive
        told = source.end() if source is not None else 0
        speaker = self._speaker(start + told, bare[told : loose.start()]) if loose and loose.start() >= told else None
        if source is not None and speaker is None:
            return self._of_source(source, start, side, end, gap=0 if left != bare else _FAR)
        by_text = according_to_text().search(bare) if loose is None else None
        if by_text is not None and by_text["who"] not in words("texts"):  # 根据计划，: of whom is not said
            return self._of_match(by_text, start, side, end, _FAR)
        if loose is None:
            return self._transcribed(start, left, end, side) or self._introduced_by_colon(start, left, side, end)
        before = bare[: speaker.start - start] if speaker is not None else ""
        if speaker is not None and not self._can_say(speaker, loose.group()):
            return self._of_clause_before(start, before, side, end)
        told = left[len(bare) :].strip() in {"，", ","} and loose.end() < len(bare)  # what another holds is over
        if told and before[-1:] in {"，", ","} and self._cue_at_end(before[:-1]) is not None:
            return self._of_clause_before(start, before, side, end)  # 部长说，居民认为租金过高，“这要改变”
        return self._attribution(Span(start + loose.start(), start + loose.end()), speaker, side, end, _FAR)

    def _of_clause_before(self, start: int, lead: str, side: Side, end: int) -> Attribution:
        """Read who says that a thing does something (张伟说，形势要求“……”); else the quote is nobody's."""
        verb = next(reversed(self._verbs_within(lead)), None)
        speaker = self._speaker(start, lead[: verb.start()]) if verb is not None else None
        if verb is None or speaker is None or not self._can_say(speaker, verb.group()):
            return Attribution(cue=None, mention=None, is_pronoun=False, side=side, end=end, gap=_FAR)
        return self._attribution(Span(start + verb.start(), start + verb.end()), speaker, side, end, _FAR)

    def _of_passive(self, start: int, bare: str, cue: Span, side: Side, end: int, gap: int) -> Attribution | None:
        """Read a passive: 部长被|议员|批评“……” is the deputy's, 部长被批评“……” nobody's."""
        found = _PASSIVE.search(hide_compounds(bare[: cue.start]))
        if found is None:
            return None
        agent = Span(*found.span("agent"))
        if not len(agent):
            return Attribution(cue=None, mention=None, is_pronoun=False, side=side, end=end, gap=gap)
        name = agent.of(bare)
        named = self._subjects.of_clause(name) == (0, len(name)) and not is_circumstance(name)
        if not named or cue.of(bare) not in words("judging"):
            return None
        return self._attribution(cue.shift(start), agent.shift(start), side, end, gap)

    def _of_source(self, source: re.Match[str], start: int, side: Side, end: int, gap: int) -> Attribution:
        """Read 据法新社报道: the source is the speaker."""
        name = Span(start + source.start(1), start + source.end(1))
        name = self._cited(name.start, source.group(1)) or name
        return self._attribution(Span(name.end, start + source.end()), name, side, end, gap)

    def _of_match(self, found: re.Match[str], start: int, side: Side, end: int, gap: int) -> Attribution:
        """Read a pattern that holds who speaks and the cue."""
        who, cue = (Span(*found.span(name)).shift(start) for name in ("who", "cue"))
        return self._attribution(cue, who, side, end, gap)

    def _reporting_verb(self, bare: str) -> re.Match[str] | None:
        """Return the last verb of a sentence that reports; none of doing (下令) behind one of saying and a pause."""
        verbs = self._verbs_within(bare)
        said = (verb for verb in reversed(verbs) if bare[verb.end() : verb.end() + 1] in set(_PAUSES))
        last = verbs[-1] if verbs else None
        return next(said, last) if last is not None and last.group() in words("deeds") else last

    def _verbs_within(self, bare: str) -> list[re.Match[str]]:
        """Return the verbs in a sentence up to a quote that report although the quote does not follow directly."""
        return [
            match
            for match in listed("verbs").finditer(hide_compounds(bare, but=words("verbs")))
            if not (bare[match.end() :][:1] in {"", "，", ","} and _is_noun(bare, *match.span()))
            and (
                match.group() not in words("direct_only")
                or bare[match.end() : match.end() + 1] in _PAUSES
                or (match.group() in _CALLS and self._leads_to_call(bare, match.start()))
            )
        ]

    def _runs_on(self, opening: int) -> bool:
        """Whether the sentence runs straight on behind the quote that begins at ``opening``: “命运共同体”理念."""
        masked, text = self._frames.masked, self._frames.text
        end = opening
        while end < len(masked) and masked[end] == BLANK:
            end += 1
        return end < len(masked) and masked[end].isalnum() and not _INNER_PAUSE.search(text, end - 2, end)

    def _is_subject(self, bare: str, end: int) -> bool:
        """Whether a clause holds nothing but a subject up to ``end``."""
        begin = clause_start(bare, end, _CLAUSE)
        clause = bare[begin:end]
        return bool(clause) and self._subjects.of_clause(clause) == (0, len(clause))

    def _leads_to_call(self, bare: str, end: int) -> bool:
        """Whether a clause holds up to ``end`` but a subject and when, where or to whom it speaks: 部长|周三|称.

        The subject may also stand in the clause before: 公司发布新品，|称.
        """
        begin = clause_start(bare, end, _CLAUSE)
        clause = bare[begin:end]
        subject = self._subjects.of_clause(clause)
        rest = clause[subject[1] :] if subject is not None else clause
        return bool(begin or clause) and adjuncts_pattern().fullmatch(rest) is not None

    def _transcribed(self, start: int, left: str, end: int, side: Side) -> Attribution | None:
        """Read a name and a colon that begin a paragraph, as in a transcript (罗杰：“……”).

        In a headline they speak for all quotes of the line (古特雷斯：冲突“没有军事解决方案”), and what the name is
        said to speak of may follow it before the colon (马克龙谈台海：).
        """
        block = self._frames.blocks[self._frames.block_index(start)].span
        colon = _COLONS.search(left)
        if start != block.start or colon is None:
            return None
        announced = not left[colon.end() :].strip()
        in_headline = not block.of(self._frames.text).rstrip(_CLOSING).endswith(_HEADLINE_ENDS)
        if not announced and not in_headline:
            return None
        label = left[: colon.start()].rstrip()
        gaps = [match.end() for match in _HEADLINE_GAP.finditer(label)] if in_headline else []
        begin = gaps[-1] if gaps else 0
        name = self._name_in_label(label[begin:])
        if name is None or not (announced or is_personal(name.of(label[begin:]))):
            return None
        mention = name.shift(start + begin)
        return Attribution(
            cue=None, mention=mention, is_pronoun=False, side=side, end=end, gap=0 if announced else _FAR
        )

    def _introduced_by_colon(self, start: int, left: str, side: Side, end: int) -> Attribution | None:
        """Read a clause of a person that a colon ends, whatever it says of her: 退休人士何伯|不以为然：「……」.

        Nobody is known to speak where she reads or hears what follows (他收到一封信：).
        """
        bare = left.rstrip()
        if not bare.endswith(("：", ":")):
            return None
        if _PERCEIVES.search(bare) is not None:
            return Attribution(cue=None, mention=None, is_pronoun=False, side=side, end=end, gap=_FAR)
        speaker = self._speaker(start, bare[:-1])
        if speaker is None or not self._is_somebody(speaker.of(self._frames.text)):
            return None
        return attrs.evolve(self._attribution(speaker, speaker, side, end, 0), cue=None)

    def _name_in_label(self, label: str) -> Span | None:
        """Return the name in what stands before a colon: all of it, or its subject if that is a name that is known."""
        found = self._subjects.of_clause(label) if 0 < len(label) <= _LONGEST_NAME else None
        if found is None or found[0] or not (found[1] == len(label) or person_at_start(label)):
            return None
        return Span(*found) if is_label(label[: found[1]]) else None

    def after(self, stretch: Stretch, high: int, following: int) -> Attribution | None:
        """Look for an attribution right behind a quote (“……”林剑说), be it in a line of its own."""
        del following  # the frame stops at the next quote by itself
        start = stretch.outer.end
        found = self._trailing(stretch, start, high) or self._splitting(stretch, start, high)
        if found is not None or self._frames.masked[start:high].strip():
            return found
        index = self._frames.block_index(start - 1) + 1
        blocks = self._frames.blocks
        if index == len(blocks) or len(blocks[index].span) > _OWN_LINE:
            return None
        line = blocks[index].span
        if line.of(self._frames.masked)[0] == BLANK or line.of(self._frames.masked)[-1] in "：:":
            return None
        found = self._trailing(stretch, line.start, line.end)
        rest = self._frames.masked[found.end : line.end] if found is not None else ""
        return found if not any(char.isalnum() for char in rest) else None

    def _trailing(self, stretch: Stretch, start: int, high: int) -> Attribution | None:
        masked = self._frames.masked
        right = masked[start : min(high, start + 80)]
        stop = re.search(rf"[。！？!?；;\n：:{BLANK}]", right)
        clause = right[: stop.start()] if stop else right
        offset = len(clause) - len(clause.lstrip(_LEADING))
        if clause[offset:].startswith(_ATTRIBUTIVE):
            return None  # “……”的说法
        runs_on = right[:1].isalnum() and not _INNER_PAUSE.search(self._frames.closing_char(stretch))
        if runs_on and not self._is_bare(clause, stretch, stop.group() if stop else "\n"):
            return None  # “新丝路”项目进展顺利，
        for part in re.finditer(r"[^，,]+", clause[offset:]):
            piece = part.group()
            at = offset + part.start()
            directly = self._cue_at_end(piece.rstrip())
            if directly is None:
                if part.start() == 0:
                    continue
                break
            if SOURCE.fullmatch(piece.strip()) and at + len(piece) < len(clause):
                continue  # “……”据法新社报道，林剑说。
            is_introduction = stop is not None and stop.group() in "：:" and part.end() + offset == len(clause)
            if is_introduction and self._frames.closing_char(stretch) not in "，,":
                return None
            speaker = self._speaker(start + offset, masked[start + offset : start + at + directly[0]])
            if speaker is None and directly[0] > 6:
                return None
            if speaker is not None and not self._can_say(speaker, piece[slice(*directly)]):
                return None
            cue = Span(start + at + directly[0], start + at + directly[1])
            found = self._attribution(cue, speaker, "after", start + at + len(piece.rstrip()), 0)
            urges = piece[directly[0] : directly[1]] in words("urging") and bool(piece[directly[1] :].strip())
            return attrs.evolve(found, object_follows=urges)
        return None

    def _splitting(self, stretch: Stretch, start: int, high: int) -> Attribution | None:
        """Read who stands between the parts of a quote, whatever she does there: 「A，」部长|摇摇头，「B。」."""
        clause = _SPLITTING.match(self._frames.masked, start, high)
        if clause is None or self._frames.closing_char(stretch) not in "，,":
            return None
        speaker = self._speaker(start, clause.group())
        if speaker is None or not self._is_somebody(speaker.of(self._frames.text)):
            return None
        return attrs.evolve(self._attribution(speaker, speaker, "after", clause.end(), 0), cue=None)

    def _is_bare(self, clause: str, stretch: Stretch, stop: str) -> bool:
        """Whether a subject and its verb are all that stands behind a quote, up to the stop (“……”林剑说。).

        An office may also take what is quoted as its attribute (“新丝路”项目负责人说), unless that says something.
        """
        verb = self._cue_at_end(clause)
        if verb is None or verb[1] != len(clause) or stop in _NO_STOPS or not self._is_subject(clause, verb[0]):
            return False
        subject = clause[: verb[0]]
        content = Span(stretch.contents[0].start, stretch.contents[-1].end).of(self._frames.text)
        return is_name(subject) or is_predicate(content) or "，" in content

    def anywhere(self, stretch: Stretch, high: int) -> Attribution | None:
        """Chinese names its speaker before or right behind; nothing else is plain."""
        del stretch, high
        return None

    def _sentence_start(self, low: int, end: int) -> int:
        masked, text = self._frames.masked, self._frames.text
        start = low
        for match in _SENTENCE.finditer(masked, low, end):
            start = match.end()
        # A quote that ends with a full stop ends its sentence, unless its attribution follows.
        blank = masked.rfind(BLANK, start, end)
        if blank >= 0 and text[max(0, blank - 1)] in "。！？":
            tail = masked[blank + 1 : end]
            announces = tail.rstrip().endswith(("：", ":")) and tail[:1] not in _PAUSES
            if announces or _CLAUSE.search(tail) is None or self._cue_at_end(tail.rstrip(_TRAILING)) is not None:
                start = blank + 1
        return start

    def _cue_at_end(self, piece: str) -> tuple[int, int] | None:
        """Return where the reporting verb lies that ends a clause: 表示, 回应说, 告诉记者, 问了一句."""
        tail = TAIL.search(piece)
        core = piece[: tail.start()] if tail and tail.group() != "道" else piece
        match = verbs_at_end().search(core[-24:])
        if match is not None:
            base = max(0, len(core) - 24)
            start, end = base + match.start(), base + match.end()
            noun = listed("sayings").match(core, start)
            opens = not core[:start].strip() or core[start - 1] in _OUTSIDE
            return (noun.end() if noun is not None and opens and noun.end() < end else start), end
        told = TOLD.search(core)
        if told is not None:
            return told.start(1), told.end(1)
        return None

    def _speaker(self, start: int, lead: str) -> Span | None:
        """Return the subject of a verb that ``lead`` leads up to, or whom an agency cites that is its subject."""
        cited = self._cited(start, lead)
        if cited is not None:
            return cited
        clauses = [(match.start(), match.group()) for match in re.finditer(r"[^，,：:\n]+", lead)]
        if lead[-1:] in "，,：:" and lead:
            clauses.append((len(lead), ""))
        for number, (at, clause) in enumerate(reversed(clauses)):
            if number > 3:
                break
            found = self._subjects.of_clause(clause)
            if found is not None and not (number and is_circumstance(clause[: found[1]])):
                return Span(start + at + found[0], start + at + found[1])
        return None

    def _cited(self, start: int, lead: str) -> Span | None:
        """Return whom an agency or a newspaper cites: 路透社援引|外长|的话."""
        match = CITED.search(lead)
        if match is None or outlet_at_end().search(match["outlet"]) is None:
            return None
        return Span(start + match.start("who"), start + match.end("who"))

    def _can_say(self, subject: Span, verb: str) -> bool:
        """Whether somebody, or a text, can say something by a verb: no thing can, a law only by verbs that state."""
        name = subject.of(self._frames.text)
        if thing_at_end().search(name) is not None or _WHAT_IS_SAID.match(name) is not None:
            return False
        return text_at_end().search(name) is None or verb not in words("deeds")

    def _attribution(self, cue: Span, speaker: Span | None, side: Side, end: int, gap: int) -> Attribution:
        name = speaker.of(self._frames.text) if speaker else ""
        stands_for_name = name in words("pronouns") or meant_office(name) is not None
        return Attribution(cue=cue, mention=speaker, is_pronoun=stands_for_name, side=side, end=end, gap=gap)
