"""The full name of whom a text calls by the family name or by an office alone, where it makes that plain."""

from __future__ import annotations

import re
from collections.abc import Mapping

from polyglot_news.quotes.agreement import is_thing
from polyglot_news.quotes.chinese_names import family_name, known_names
from polyglot_news.quotes.frames import Frames
from polyglot_news.quotes.grammar import Grammar, grammar, is_listed_office
from polyglot_news.quotes.offices import bare_office, is_somebody_unnamed
from polyglot_news.text import Span

_UPPER = "A-ZÀ-ÖØ-ÞŒ"
_SPACE = "[ \u00a0]"
_TITLE = rf"(?:M\.|MM\.|Mmes?|Mlle|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|Sir|Prof\.?|Maître){_SPACE}"
_PARTICLE = rf"(?:(?:van|von|de|der|den|di|da|du|la|le|el|al|bin|ben|Le|La|Van|De){_SPACE}){{0,2}}"
_WORD = rf"(?:[{_UPPER}]\.|[{_UPPER}][\w'’-]*\w)"
# The family name alone, with a title: Ms Roe; and the words of a whole name.
_SHORT = re.compile(rf"(?P<title>{_TITLE})?(?P<family>{_PARTICLE}[{_UPPER}][\w'’-]*\w)(?=$|,)")
_STOPS = frozenset(".!?…。！？:：;；")
_CLOSING = "\"'”’»)」』\u00a0\u202f "
# What capitals write before a name beside offices: Speaker of the House | Ann Roe.
_BODIES = frozenset(
    ["house", "state", "states", "justice", "party", "speaker", "street", "city", "county", "république"]
)
_BEHIND = frozenset(["jr", "sr", "ii", "iii", "iv"])
_MONTHS = frozenset(["april", "may", "june", "august", "avril"])  # are first names, too
_FEMALE = frozenset(["mrs", "ms", "miss", "mme", "mmes", "mlle"])
_MALE = frozenset(["mr", "m", "mm", "sir"])
# Of whom there is but one, be she introduced or not.
_UNIQUE = frozenset(
    ["president", "président", "présidente", "king", "queen", "pope", "prince", "princess", "premier", "première",
     "chancellor", "chancelier", "chancelière", "roi", "reine", "pape", "boss", "speaker", "government", "commission"]
)  # fmt: skip


class FullNames:
    """The full names of one text."""

    def __init__(self, frames: Frames, language: str) -> None:
        self._text = frames.text
        self._masked = frames.masked
        self._language = language
        self._frames = frames
        self._known: dict[str, Span | None] = {}
        self._in_office: dict[str, bool] = {}

    def of(self, naming: Span) -> Span | None:
        """Return where a text first gives the whole name of whom a naming calls by the family name; None if unsure."""
        shown = naming.of(self._text)
        if self._language == "zh":
            return self._whole_chinese(shown)
        match = _SHORT.match(shown.removesuffix("'s").removesuffix("’s"))
        if match is None or is_listed_office(match.group("family").lower()):
            return None
        family = match.group("family")
        if family not in self._known:
            self._known[family] = self._find(family)
        found = self._known[family]
        return found if found is not None and found.end <= naming.start else None

    def meant_by_office(self, naming: Span, before: Mapping[str, Span]) -> Span | None:
        """Return whom an office means that nobody is introduced with: who alone has spoken without an office so far.

        Not if the office is one that needs no introduction, as the king.

        Args:
            naming: "the minister", « la ministre »; of an English or a French text.
            before: who has spoken before it, by the full name, each at the place where it was last given.
        """
        language, words = self._language, grammar(self._language)
        shown = naming.of(self._text)
        office = bare_office(shown, words)
        if office is None or not before or not _UNIQUE.isdisjoint(office.lower().split()) or is_thing(shown, language):
            return None
        without = [name for name in before if not self._has_office(name)]
        if len(without) != 1 or is_thing(without[0], language):
            return None
        named = any(word[0].isupper() for word in without[0].split()[1:])  # not "one of them"
        if bare_office(without[0], words) is not None or not named:
            return None
        mentioned = re.compile(rf"\b{re.escape(office)}\b", re.IGNORECASE).search(self._text, 0, naming.start)
        another = mentioned and is_somebody_unnamed(self._text[: naming.start], office, language)
        return before[without[0]] if mentioned and not another else None

    def _has_office(self, name: str) -> bool:
        if name not in self._in_office:
            self._in_office[name] = has_office(self._text, name, grammar(self._language))
        return self._in_office[name]

    def _find(self, family: str) -> Span | None:
        """Return the first whole name with a family name, where the text has one person of it, named whole at first."""
        whole = self._whole(family)
        if len({span.of(self._text) for span in whole}) != 1 or is_thing(family, self._language):
            return None
        alone = re.compile(rf"(?<![\w’'-]){re.escape(family)}\b")
        first = next((m.start() for m in alone.finditer(self._text) if not self._is_in_heading(m.start())), 0)
        titles = {
            m.group(1).strip(" .\u00a0").lower() for m in re.finditer(rf"\b({_TITLE}){re.escape(family)}\b", self._text)
        }
        several = not titles.isdisjoint(_FEMALE) and not titles.isdisjoint(_MALE)
        return whole[0] if whole[0].start <= first < whole[0].end and not several else None

    def _whole(self, family: str) -> list[Span]:
        """Return where a first name stands before a family name; or behind it, as Chinese names have it."""
        name = re.escape(family)
        first = rf"(?P<first>{_WORD}(?:{_SPACE}{_WORD}){{0,2}})"
        before = rf"(?<![\w’'-]){first}{_SPACE}{_PARTICLE}{name}\b(?!{_SPACE}[{_UPPER}])"
        behind = (
            rf"(?<![\w’'-])(?<![{_UPPER}]{_SPACE}){name}{_SPACE}(?P<first>[{_UPPER}][\w'’-]*\w)\b(?!{_SPACE}[{_UPPER}])"
        )
        found = [span for match in re.finditer(before, self._text) if (span := self._without_office(match)) is not None]
        if found:
            return sorted(found)
        eastern = [Span(*match.span()) for match in re.finditer(behind, self._text)]
        last = ((span, span.of(self._text).split()[-1].lower()) for span in eastern)
        return [span for span, word in last if not is_listed_office(word) and word not in _BEHIND]

    def _without_office(self, match: re.Match[str]) -> Span | None:
        """Return a whole name without the office in capitals before it: Health Minister | Ann Roe."""
        words = [(m.start(), m.group()) for m in re.finditer(_WORD, match.group("first"))]
        last = max((k for k, (_, word) in enumerate(words) if self._is_no_name(word)), default=-1)
        if last + 1 == len(words) or self._is_in_heading(match.start()):
            return None
        return Span(match.start() + words[last + 1][0], match.end())

    def _is_no_name(self, word: str) -> bool:
        """Whether a word in a capital is an office, a title, or one that opens a sentence: On Monday | Ann Roe."""
        plain = word.lower().rstrip(".")
        words = grammar(self._language)
        opens = words.is_preposition(plain) or plain in words.determiners | words.subordinators | words.times
        titled = plain in _FEMALE | _MALE | {"dr", "prof", "maître"}
        body = plain in words.bodies | words.things | _BODIES
        return is_listed_office(plain) or titled or body or (opens and plain not in _MONTHS)

    def _is_in_heading(self, at: int) -> bool:
        block = self._frames.blocks[self._frames.block_index(at)].span.of(self._text)
        return block.rstrip(_CLOSING)[-1:] not in _STOPS

    def _whole_chinese(self, shown: str) -> Span | None:
        """Return the dotted name of which a naming is the last part, if there is but one: 克莱尔·蒙费朗."""
        whole = [name for name in known_names(self._masked) if name.is_person]
        found = [
            Span(name.start, name.end) for name in whole if family_name(self._masked[name.start : name.end]) == shown
        ]
        return found[0] if len({span.of(self._masked) for span in found}) == 1 else None


def has_office(text: str, speaker: str, words: Grammar) -> bool:
    """Whether an office stands beside a name in a text, before it or in an apposition."""
    name = speaker.partition(",")[0]
    if any(words.is_role(word) for word in re.findall(r"[^\W\d_]+", name.lower())):
        return True
    for match in re.finditer(re.escape(name), text):
        around = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text[max(0, match.start() - 40) : match.start()])[-4:]
        behind = text[match.end() : match.end() + 60]
        beside = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", behind)[:5] if behind.startswith(",") else []
        if any(words.is_role(word.lower()) for word in [*around, *beside]):
            return True
    return "," in speaker
