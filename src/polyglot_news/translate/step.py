"""One step of a translation: texts through one model, with layout, glossary and memory."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import attrs

from polyglot_news.text import Span, to_simplified
from polyglot_news.translate.constrain import enforce
from polyglot_news.translate.decoding import Decoding, Hypothesis, Job, Progress
from polyglot_news.translate.engine import Engine
from polyglot_news.translate.figures import restore_figures, written_out
from polyglot_news.translate.guard import loops
from polyglot_news.translate.layout import assemble, finish, with_capital_of, wrap
from polyglot_news.translate.markup import tied_side
from polyglot_news.translate.model import TermOutcome, TermUse
from polyglot_news.translate.numbers import rewritten
from polyglot_news.translate.packages import Package
from polyglot_news.translate.restore import restore_names
from polyglot_news.translate.segments import Unit, is_cell, split_units
from polyglot_news.translate.terms import (
    NAMES,
    UNASKED,
    Wanted,
    missing,
    wanted,
    with_own_capitals,
    without_overlap,
)

if TYPE_CHECKING:
    import opencc

    from polyglot_news.glossary import Glossary
    from polyglot_news.translate.memory import Memory
    from polyglot_news.values.model import Value

_OTHERS = 6  # translations that are tried where figures are lost or made up
_TOLERANCE = 1.0  # nats per token by which one of them may be less likely than the first
_CODE = re.compile(r"X[1-9](?!\d)")  # what stands for an address and the like
_LONGEST = 160  # tokens of one unit; models of this size lose the thread of longer sentences


@attrs.frozen(kw_only=True)
class Done:
    """A text after a step.

    Attributes:
        text: the translation.
        score: mean log-probability per token.
        terms: what the glossary did.
        memory: whether a part of it is from the memory.
        units: where its units stand in it.
    """

    text: str
    score: float
    terms: tuple[TermUse, ...]
    memory: bool
    units: tuple[Span, ...]


@attrs.define(kw_only=True)
class _Part:
    """A unit on its way.

    Attributes:
        unit: the unit.
        text: its text, with signs for addresses and the like, which the model would garble.
        sentence: the same in the script that the model reads.
        asked: what its translation must have.
        codes: what each of the signs stands for.
        tied: on which side of some no space may come.
        known: its rendering in the memory.
        plain: what the model said first.
        best: what the model said at last.
    """

    unit: Unit
    text: str
    sentence: str
    asked: list[Wanted] = attrs.Factory(list)
    codes: dict[str, str] = attrs.Factory(dict)
    tied: dict[str, str] = attrs.Factory(dict)
    known: str | None = None
    plain: Hypothesis | None = None
    best: Hypothesis | None = None


@attrs.frozen(kw_only=True)
class Step:
    """A model and all that it works with.

    Attributes:
        engine: the model.
        decoding: how to search.
        glossary: terms, or None.
        memory: earlier renderings, or None.
    """

    engine: Engine
    decoding: Decoding
    glossary: Glossary | None = None
    memory: Memory | None = None

    def run(
        self,
        texts: Sequence[str],
        *,
        also: Sequence[Sequence[Wanted]] | None = None,
        bounds: Sequence[Sequence[Span]] | None = None,
        progress: Progress | None = None,
    ) -> list[Done]:
        """Translate texts, all their sentences in one batch.

        Args:
            texts: texts of any length.
            also: for each text what its translation must have beside the glossary's terms; spans are those of the text.
            bounds: for each text the stretches that no unit may cross.
            progress: called with how many sentences are done, and of how many.
        """
        also = also or [()] * len(texts)
        bounds = bounds or [()] * len(texts)
        layouts = [self._parts(*each) for each in zip(texts, also, bounds, strict=True)]
        self._translate([part for parts in layouts for part in parts], progress)
        return [self._join(text, parts) for text, parts in zip(texts, layouts, strict=True)]

    def _parts(self, text: str, extra: Iterable[Wanted], bounds: Sequence[Span]) -> list[_Part]:
        from polyglot_news.translate.names import without_transcriptions

        package = self.engine.package
        units = split_units(text, package.source, length=self._length, limit=_LONGEST, bounds=bounds)
        parts = []
        for unit in units:
            said = without_transcriptions(unit.text) if package.source == "zh" else unit.text
            sentence = in_script(said, package)
            part = _Part(unit=unit, text=unit.text, sentence=sentence, known=self._look_up(unit, text))
            if said and part.known is None:
                part.asked = self._asked(said, unit, extra)
                _hide_codes(part)
            parts.append(part)
        return parts

    def _length(self, sentence: str) -> int:
        """Return the length of a sentence in tokens; 0 for one that the memory knows, so that it stays whole."""
        package = self.engine.package
        if self.memory is not None and self.memory.look_up(sentence, package.source, package.target):
            return 0
        return len(self.engine.source.encode(sentence).pieces)

    def _look_up(self, unit: Unit, text: str) -> str | None:
        """Return the rendering of a unit that the memory has: with its quotation marks or without."""
        if self.memory is None or not unit.text:
            return None
        source, target = self.engine.package.source, self.engine.package.target
        for sentence, marks in ((unit.text, True), (unit.span.of(text)[len(unit.bullet) :], False)):
            match = self.memory.look_up(sentence, source, target)
            if match:
                return wrap(match.target, unit, target) if marks else unit.bullet + match.target
        return None

    def _asked(self, text: str, unit: Unit, extra: Iterable[Wanted]) -> list[Wanted]:
        from polyglot_news.translate.currencies import wanted_currencies
        from polyglot_news.translate.names import wanted_codes, wanted_names
        from polyglot_news.translate.numbers import wanted_numbers

        source, target = self.engine.package.source, self.engine.package.target
        asked = wanted(text, self.glossary, source, target) if self.glossary is not None else []
        for want in extra:
            inside = unit.find(want.span)
            if inside:
                asked.append(attrs.evolve(want, span=inside))
        asked += wanted_codes(text)
        asked += wanted_currencies(text, source, target)
        if not unit.capitals:
            asked += [want for want in wanted_names(text, source, target) if self._in_danger(want, text)]
        return without_overlap([*asked, *wanted_numbers(text, source, target)])

    def _in_danger(self, want: Wanted, text: str) -> bool:
        """Tell whether a name is one that the model may garble: known to the table, rare, or no other word."""
        name = want.span.of(text)
        if want.accepted != (name,):
            return True
        words = re.findall(r"[^\W\d_]+", name)
        rare = [word for word in words if self._pieces(word.lower()) > 1]
        return len(rare) == len(words) or any(self._pieces(word) > 1 for word in rare)

    def _pieces(self, word: str) -> int:
        return len(self.engine.source.encode(word).pieces)

    def _translate(self, parts: Sequence[_Part], progress: Progress | None) -> None:
        """Translate all units in one batch, put names right, then hold those to their terms that miss some."""
        pending = [part for part in parts if part.unit.text and part.known is None]
        said = self.engine.translate(
            [part.sentence for part in pending],
            decoding=self.decoding,
            attention=any(want.kind in NAMES for part in pending for want in part.asked),
            progress=progress,
        )
        found = [
            restore_names(self.engine, part.sentence, part.asked, hypothesis)
            for part, hypothesis in zip(pending, said, strict=True)
        ]
        for part, first, hypothesis in zip(pending, said, found, strict=True):
            part.plain, part.best = first, hypothesis
        asking = [(part, hypothesis) for part, hypothesis in zip(pending, found, strict=True) if part.asked]
        forced = enforce(
            self.engine,
            [part.sentence for part, _ in asking],
            [part.asked for part, _ in asking],
            [hypothesis for _, hypothesis in asking],
            self.decoding,
        )
        for (part, _), hypothesis in zip(asking, forced, strict=True):
            part.best = hypothesis
        self._find_figures([part for part in pending if self._wrong(part, part.best)])

    def _strayed(self, part: _Part, said: Hypothesis | None) -> tuple[list[Value], list[Value]]:
        """Return the values that a translation of a unit loses and makes up, even once figures are put right."""
        from polyglot_news.values.lost import strayed_values

        source, target = self.engine.package.source, self.engine.package.target
        text = self._restored(part, said) if said else ""
        return strayed_values(part.text, text, language=source, target=target)

    def _wrong(self, part: _Part, said: Hypothesis | None) -> int:
        """Return how many figures a translation of a unit loses or makes up."""
        return sum(map(len, self._strayed(part, said)))

    def _find_figures(self, parts: Sequence[_Part]) -> None:
        """Take other translations of units whose figures are wrong: less likely ones, or of the figures in digits."""
        language = self.engine.package.target
        said = [
            (part, part.best, sentence)
            for part in parts
            if part.best
            for sentence in dict.fromkeys(
                (
                    part.sentence,
                    written_out(part.sentence, self._strayed(part, part.best)[0], self.engine.package.source),
                )
            )
        ]
        found = self.engine.decode(
            [Job(source=self.engine.source.encode(sentence).pieces) for _, _, sentence in said],
            decoding=attrs.evolve(self.decoding, beam=max(self.decoding.beam, _OTHERS)),
            hypotheses=_OTHERS,
            attention=True,
        )
        for (part, first, sentence), hypotheses in zip(said, found, strict=True):
            lacking = len(missing(first.text, part.asked, language))
            others = [
                restore_names(self.engine, sentence, part.asked, other) if sentence == part.sentence else other
                for other in hypotheses
            ]
            least = self._wrong(part, part.best)
            for other in others:
                wrong = self._wrong(part, other)
                if (
                    wrong < least
                    and other.score >= first.score - _TOLERANCE
                    and len(missing(other.text, part.asked, language)) <= lacking
                    and not loops(other.pieces, ())
                ):
                    part.best, least = other, wrong

    def _restored(self, part: _Part, said: Hypothesis) -> str:
        package = self.engine.package
        return restore_figures(out_of_script(said.text, package), part.text, package.source, package.target)

    def _join(self, text: str, parts: Sequence[_Part]) -> Done:
        package = self.engine.package
        shown = [self._show(part, text) for part in parts]
        whole, spans = assemble(text, [part.unit for part in parts], shown, package.target)
        uses = [use for part, span in zip(parts, spans, strict=True) for use in self._uses(part, whole, span)]
        said = [part.best for part in parts if part.best is not None]
        tokens = sum(len(hypothesis.pieces) + 1 for hypothesis in said)
        total = sum(hypothesis.score * (len(hypothesis.pieces) + 1) for hypothesis in said)
        return Done(
            text=whole,
            score=total / tokens if tokens else 0.0,
            terms=tuple(uses),
            memory=any(part.known is not None for part in parts),
            units=tuple(spans),
        )

    def _show(self, part: _Part, text: str) -> str:
        package = self.engine.package
        if part.known is not None:
            return part.known
        if part.best is None:
            copied = part.unit.span.of(text)
            return rewritten(copied, package.source, package.target) if is_cell(text, part.unit.span) else copied
        said = with_own_capitals(self._restored(part, part.best), part.asked, package.target)
        if package.source != "zh":
            kept = [form for want in part.asked if want.kind == "keep" for form in want.accepted]
            said = with_capital_of(part.text, said, package.target, kept, self._is_common)
        said = finish(said, part.unit, package.target)
        for sign, side in part.tied.items():
            said = said.replace(f"{sign} ", sign) if side == "right" else said.replace(f" {sign}", sign)
            if part.codes[sign].startswith("]"):
                said = said.replace(f"]{sign}", sign)  # the model closed the text of the link
        return _CODE.sub(lambda code: part.codes.get(code[0], code[0]), said)

    def _is_common(self, word: str) -> bool:
        """Tell whether a word in small letters is one that the model knows: no Monday, no Belgium."""
        return len(self.engine.target.encode(word).pieces) == 1

    def _uses(self, part: _Part, whole: str, span: Span) -> list[TermUse]:
        """Tell what became of the terms of a unit; names are told of only when something was done for them."""
        language = self.engine.package.target
        before, after = (
            missing(out_of_script(said.text, self.engine.package), part.asked, language) if said else part.asked
            for said in (part.plain, part.best)
        )
        uses = []
        taken: set[Span] = set()
        for want in part.asked:
            shown = attrs.evolve(want, accepted=tuple(part.codes.get(form, form) for form in want.accepted))
            found = shown.present(span.of(whole), language)
            place = next((presence for presence in found if presence.span not in taken), found[0] if found else None)
            outcome = _outcome(want, was=want not in before, now=want not in after, how=place.how if place else None)
            if outcome is None:
                continue
            if place:
                taken.add(place.span)
            uses.append(
                TermUse(
                    source=part.unit.place(want.span),
                    form=place.form if place else (*shown.accepted, *shown.forbidden)[0],
                    target=place.span.shift(span.start) if place else None,
                    outcome=outcome,
                )
            )
        return uses


def _hide_codes(part: _Part) -> None:
    """Put a short sign that models copy in the place of each address and the like, as long as it is with spaces."""
    from polyglot_news.translate.names import is_code

    free = (sign for sign in map("X{}".format, range(1, 10)) if sign not in part.unit.text)
    for index, want in enumerate(part.asked):
        code = want.span.of(part.unit.text)
        if want.kind == "keep" and want.accepted == (code,) and is_code(code) and (sign := next(free, None)):
            part.codes[sign] = code
            if side := tied_side(code, part.unit.text[: want.span.start][-1:]):
                part.tied[sign] = side
            spaced = sign.ljust(len(code)) if side == "right" else sign.rjust(len(code))
            part.text, part.sentence = (
                text[: want.span.start] + spaced + text[want.span.end :] for text in (part.text, part.sentence)
            )
            part.asked[index] = attrs.evolve(want, accepted=(sign,))


def _outcome(want: Wanted, *, was: bool, now: bool, how: TermOutcome | None) -> TermOutcome | None:
    """Tell what became of a term that the plain output had or had not; None if there is nothing to tell."""
    if want.kind in UNASKED and (was or not now or how is None):
        return None
    if not want.accepted:
        return "missed" if not now else None if was else "avoided"
    if not now or how is None:
        return "missed"
    if want.kind == "keep":
        return "kept"
    if want.kind == "romanised":
        return "romanised"
    return how if was else "enforced"


def in_script(text: str, package: Package) -> str:
    """Return Chinese in the script that a package reads, one character for one."""
    from polyglot_news.language import detect_language

    if package.source != "zh" or not text:
        return text
    script = detect_language(text).script
    if package.script == "Hans" and script == "Hant":
        return to_simplified(text)
    if package.script == "Hant" and script == "Hans":
        converted = to_traditional(text)
        return converted if len(converted) == len(text) else text
    return text


def out_of_script(text: str, package: Package) -> str:
    """Return what a package wrote, in simplified characters if it is Chinese."""
    return to_simplified(text) if package.target == "zh" and package.script == "Hant" else text


def to_traditional(text: str) -> str:
    """Turn simplified Chinese characters into traditional ones, by phrases: 头发 → 頭髮."""
    converted: str = _to_traditional().convert(text)
    return converted


@functools.lru_cache(maxsize=1)
def _to_traditional() -> opencc.OpenCC:
    import opencc

    return opencc.OpenCC("s2t")
