"""The tokens of an English or French text, and what stands around a number in them."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import attrs

from polyglot_news.text import Span
from polyglot_news.values.latin_words import GROUPS, bounds
from polyglot_news.values.model import Bound, Value, ValueKind
from polyglot_news.values.spelled import SCALES, small_value
from polyglot_news.values.tokens import Token, joined
from polyglot_news.values.units import money_signs, unit_names, unit_signs

DASHES = {"-", "–", "—", "‑", "−"}
_DOLLAR_HOMES = {
    "américains": "USD",
    "canadiens": "CAD",
    "australiens": "AUD",
    "us": "USD",
    "hongkongais": "HKD",
    "taïwanais": "TWD",
}

# fmt: off
# "will not be less than 50,000": the bound turns round.
_DENIALS = frozenset(["not", "n't", "cannot", "never", "pas", "jamais"])
_MODAL = ("peu", "pourr", "saur", "doi", "devr")
"""Beginnings of the verbs with which « ne » denies without a « pas »."""
_DEADLINES = frozenset(["within", "d'ici", "d'ici à"])
"""What is not done within three years is not said to take three years or more."""
_BEFORE_FIGURE = DASHES | {"a", "an", "the", "$", "€", "£", "us", "une", "un", "les", "la", "le"}
"""What may stand between a bound and its figure: "the over-65s"."""
_OR_MORE = frozenset(
    [("or", word) for word in ("more", "above", "over", "older", "up", "longer", "higher")]
    + [("and", "above"), ("and", "older"), ("ou", "plus"), ("et", "plus")]
)
_OR_LESS = frozenset(
    [("or", word) for word in ("less", "fewer", "under", "below", "younger", "shorter", "lower")]
    + [("and", "below"), ("and", "younger"), ("ou", "moins"), ("et", "moins")]
)
_ENDS_THERE = frozenset(["", ".", ",", ";", ")", "”", '"', "are", "were", "who", "will", "can", "must", "may", "in"])
"""What follows "aged 60 and over", which is no "60, and over the years"."""
_TURNED: dict[Bound, Bound] = {"at least": "at most", "at most": "at least"}
_CHANGES = {
    "en": (
        "fall", "fell", "drop", "rise", "rising", "rose", "cut", "shrink", "shrank", "shrunk", "grow", "grew", "slash",
        "reduc", "declin", "increas", "lost", "lose", "gain", "slump", "plung", "soar", "jump", "surg", "shed", "climb",
    ),
    "fr": (
        "baiss", "chut", "recul", "augment", "progress", "rédui", "perd", "amput", "diminu", "grimp", "bond", "accr",
        "gagn", "hausse", "plong", "allég", "abaiss", "croît", "croiss", "crû", "supérieur", "inférieur", "dépass",
    ),
}
_AFTER_CHANGE = frozenset({
    "since", "from", "in", "over", "this", "last", "compared", "between", "to", "after", "before", "on", "at", "during",
    "within", "and", "or", "while", "when", "but", "because", "next", "today", "already", "by", "as", "year", "under",
    "depuis", "en", "dans", "par", "cette", "ce", "l", "cet", "entre", "à", "après", "avant", "au", "sur", "pendant",
    "et", "ou", "mais", "d", "pour", "lors", "chaque", "aux", "grâce", "alors", "tandis", "sous",
})
"""What may follow a share by which something changed."""
_HIGHER = frozenset({
    "higher", "lower", "larger", "smaller", "bigger", "greater", "more", "less", "fewer", "cheaper", "dearer", "longer",
    "shorter", "faster", "slower",
})
"""What is so by a share, where no noun follows: "a fifth higher than in May", but "a third higher court"."""
# fmt: on
_AS_MUCH = frozenset(("as", word) for word in ("many", "much", "large", "big", "high", "likely", "long", "often"))
_NEAR_CHANGE = 4
_AGE_DIGITS = 2


@attrs.frozen
class Reader:
    """A text with its tokens."""

    text: str
    tokens: list[Token]
    language: str

    def low(self, index: int) -> str:
        """Return a token in lower case, "" beyond the ends."""
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""

    def span(self, start: int, end: int) -> Span:
        """Return the span from token ``start`` up to token ``end``."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def value(
        self,
        start: int,
        end: int,
        kind: ValueKind,
        number: Fraction,
        *,
        unit: str | None = None,
        spelled: bool = False,
        loose: bool = False,
        scale: int = 1,
    ) -> Value:
        """Return a value over tokens ``start`` to ``end``, its bound read from the words around."""
        bound: Bound = "exact" if loose else self._bound(start, end)
        return Value(
            span=self.span(start, end),
            kind=kind,
            numbers=(number,),
            unit=unit,
            bound=bound,
            spelled=spelled,
            loose=loose,
            scale=scale,
        )

    def _bound(self, start: int, end: int) -> Bound:
        table = bounds(self.language)
        words = [self.low(k) for k in range(max(0, start - 6), start)]
        while words and words[-1] in _BEFORE_FIGURE:
            words.pop()
        for length in (4, 3, 2, 1):
            if len(words) >= length:
                phrase = " ".join(words[-length:]).replace(" '", "'").replace("' ", "'").replace(" - ", "-")
                if phrase in table:
                    denied = phrase not in _DEADLINES and _is_denied(words[:-length])
                    return _TURNED.get(table[phrase], table[phrase]) if denied else table[phrase]
        after = (self.low(end), self.low(end + 1))
        ends = self.low(end + 2) in _ENDS_THERE
        if after in _OR_MORE or (ends and after == ("and", "over")):
            return "at least"
        if after in {("or", "so"), ("or", "thereabouts")} or after[0] == "environ":
            return "about"
        if after in _OR_LESS or (ends and after == ("and", "under")):
            return "at most"
        if self.language == "fr" and self.low(start) in {"un", "une"} and self.low(start + 1) in GROUPS["fr"]:
            return "about"
        return "exact"

    def is_change(self, start: int, end: int) -> bool:
        """Whether tokens ``start`` to ``end`` tell by how much something changed: "fell by a third", "a fifth lower".

        Or how it compares: "a fifth as many", « un cinquième plus cher ». What follows must not be what is counted:
        "led by a third man".
        """
        after = self.low(end)
        if (after, self.low(end + 1)) in _AS_MUCH or (self.low(start) == "un" and after in {"plus", "moins"}):
            return True
        if self.language == "en" and after in _HIGHER:
            after = self.low(end + 1)
            return after == "than" or not after[:1].isalpha() or after in _AFTER_CHANGE
        if after and after[0].isalpha() and after not in _AFTER_CHANGE:
            return False
        if self.language == "en" and (self.low(start - 1) in {"by", "up", "down"} or self.low(start) == "one"):
            return True
        if self._bound(start, end) != "exact":
            return True
        return any(self.low(k).startswith(_CHANGES[self.language]) for k in range(max(0, start - _NEAR_CHANGE), start))

    def unit(self, index: int, *, of: bool) -> tuple[str | None, int]:
        """Read the unit at ``index`` (after a hyphen, or after "de" where ``of``); return it and the index after it."""
        at = index
        if self.low(at) in DASHES and joined(self.tokens, at):
            at += 1
        elif of and self.low(at) in {"de", "d", "of"}:
            at += 2 if self.low(at) == "d" and self.low(at + 1) == "'" else 1
            if self.low(at) in {"a", "an"}:
                at += 1
        if at >= len(self.tokens):
            return None, index
        sign = self.tokens[at].raw
        names = unit_names(self.language)
        for length in (5, 4, 3, 2, 1):
            words = self.tokens[at : at + length]
            if len(words) < length or (words[0].numeral is not None and length == 1):
                continue
            # The words as they stand, so that "km/h" and "light-year" are found as well as "square metres".
            surface = self.text[words[0].start : words[-1].end]
            key = surface.lower().replace("\u00a0", " ").replace("’", "'")
            code = names.get(key) or unit_signs().get(surface)
            if surface in {"m", "l", "g", "t", "h", "s", "in", "min", "sec", "ms"} and not self._symbol_ends(
                at, surface, index
            ):
                code = None
            opens = self._is_number(at + length) and (at != index or self._opens_sum(at, at + length))
            if code is None and surface in money_signs() and not opens:
                code = money_signs()[surface]
            if code is not None:
                if code == "USD" and self.low(at + length) in _DOLLAR_HOMES:
                    return _DOLLAR_HOMES[self.low(at + length)], at + length + 1
                return code, at + length
        if sign.lower() in {"us", "american", "u"} and self.low(at + 1) in {"dollars", "dollar", "."}:
            end = at + 1
            while self.low(end) in {".", "s"}:
                end += 1
            if self.low(end) in {"dollars", "dollar"}:
                return "USD", end + 1
        return None, index

    def _symbol_ends(self, at: int, surface: str, index: int) -> bool:
        """Whether a one-letter sign is a unit: it stands close, and no apostrophe or letter follows."""
        if surface == "in":
            return False
        follows = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return at == index and not (follows is not None and follows.low in {"'", "-"})

    def _is_number(self, index: int) -> bool:
        return index < len(self.tokens) and self.tokens[index].numeral is not None

    def _opens_sum(self, sign: int, number: int) -> bool:
        """Whether a sign of money between two numbers is that of the second one: "in 2024 $5 billion", no « 5 € 20 % ».

        It is where it touches that one alone; where it touches neither, in English, which has it before the sum. One in
        words has its sign behind it.
        """
        before, after = joined(self.tokens, sign), joined(self.tokens, number)
        return self._is_number(number) and (after if before != after else self.language == "en" and not before)

    def money_before(self, index: int) -> tuple[int | None, str | None]:
        """Return where the currency sign before the number begins, and its code."""
        start = self.tokens[index].start
        before = self.text[max(0, start - 6) : start]
        stripped = before.rstrip(" \u00a0\u202f")
        if not stripped or stripped[-1].isspace():
            return None, None
        for sign in money_signs():
            if stripped.endswith(sign):
                rest = stripped[: -len(sign)]
                if sign[0].isalpha() and rest[-1:].isalpha():
                    continue
                begin = start - len(before) + len(rest)
                return (None, None) if self._is_taken(begin, index) else (begin, money_signs()[sign])
        return None, None

    def _is_taken(self, begin: int, index: int) -> bool:
        """Whether the sign of money from an offset up to a number is that of another number, right before it."""
        sign = next((k for k in range(index - 1, 0, -1) if self.tokens[k].start <= begin), 0)
        before = self.low(sign - 1)
        in_words = before in SCALES[self.language] or small_value(before, self.language) is not None
        return sign > 0 and (in_words or self._is_number(sign - 1)) and not self._opens_sum(sign, index)

    def negative(self, index: int) -> int | None:
        """Return the index of the minus before the number, if there is one."""
        before = self.low(index - 1)
        if before in {"minus", "moins"} and (before == "minus" or self.low(index - 2) not in {"au", "du", "de", "à"}):
            return index - 1 if index - 1 >= 0 else None
        if before in {"-", "−", "–"} and joined(self.tokens, index) and self.tokens[index].numeral is not None:
            alone = index < 2 or self.tokens[index - 2].end < self.tokens[index - 1].start
            return index - 1 if alone else None
        return None

    def century_end(self, index: int) -> int:
        """Return the index after "century", 0 if it does not stand here."""
        if self.low(index) in DASHES:
            index += 1
        return index + 1 if self.low(index) in {"century", "centuries", "siècle", "siècles"} else 0

    def times(self, index: int) -> int:
        """Return the index after "times", "fold", "fois", 0 if none stands here."""
        if self.low(index) in {"times", "fois", "fold"}:
            return index + 1
        return index + 2 if self.low(index) in DASHES and self.low(index + 1) in {"fold", "times"} else 0

    def age_group_end(self, index: int) -> int:
        """Return the index after "over-65s", "under 25s" or "the 18-25s" by their last number; 0 if none is here."""
        apostrophe = self.low(index + 1) == "'" and self.low(index + 2) == "s"
        plural = index + 1 < len(self.tokens) and joined(self.tokens, index + 1)
        if self.language != "en" or not plural or not (apostrophe or self.low(index + 1) == "s"):
            return 0
        before = index - 1 if self.low(index - 1) in DASHES else index
        low, the = self.low(before - 1), {self.low(before - 2), self.low(before - 4)}
        from_there = before < index and "the" in the and (self._is_number(before - 1) or low == "to")
        bounded = low in {"over", "under"} and self.low(before - 2) != "in"  # "won in under 50s"
        if len(self.tokens[index].raw) != _AGE_DIGITS or not (from_there or bounded):
            return 0
        return index + (3 if apostrophe else 2)

    def is_age(self, start: int, end: int) -> bool:
        """Whether the years before ``end`` are somebody's age."""
        if self.low(end) == "old" or (self.low(end) in DASHES and self.low(end + 1) in {"old", "olds"}):
            return True
        if self.low(end) == "of" and self.low(end + 1) == "age":
            return True
        return self.low(start - 1) in {"de", "aged", "age"} and (
            self.low(start - 2) in {"âgé", "âgée", "âgés", "âgées", "âge"} or self.low(start - 1) != "de"
        )


def _is_denied(before: list[str]) -> bool:
    """Whether the words before a bound deny it: "no fee may be more than", « ne peut dépasser »."""
    pairs = [*pairwise(before)]
    alone = any(one == "ne" and two.startswith(_MODAL) for one, two in pairs) and "que" not in before
    none = "no" in before and pairs[-1:] in ([("may", "be")], [("can", "be")], [("shall", "be")])
    return not _DENIALS.isdisjoint(before[-2:]) or alone or none
