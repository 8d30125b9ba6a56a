"""Values in English and French text."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

import attrs

from polyglot_news.text import Span
from polyglot_news.values.latin_dates import read_date, read_time
from polyglot_news.values.latin_words import BEFORE_UNIT, BOUNDS, CROWDS, GROUPS, IMPLIED, ORDINALS, PARTS, phrases
from polyglot_news.values.model import Bound, Moment, Value, ValueKind
from polyglot_news.values.spelled import SCALES, read_spelled, small_value
from polyglot_news.values.tokens import Token, joined, tokenize
from polyglot_news.values.units import MONEY_SIGNS, is_currency, unit_names, unit_symbols

_SHORT_SCALES = {
    "k": 10**3, "bn": 10**9, "tn": 10**12, "trn": 10**12, "mn": 10**6, "mln": 10**6, "mio": 10**6, "md": 10**9, "mds": 10**9,
    "mrd": 10**9, "mia": 10**9,
}  # fmt: skip
_ROMAN = re.compile(r"(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_BEFORE_ROMAN = {
    "chapter", "article", "title", "part", "annex", "volume", "phase", "book", "type", "class", "category", "section",
    "chapitre", "titre", "partie", "annexe", "tome", "livre", "catégorie", "classe",
}  # fmt: skip
_NO_ROMAN = {"CV", "CD", "DI", "MC", "XL", "XXL", "LCI", "CC", "CI", "CL", "XX", "IC", "IL", "IX", "LI"} - {"IX", "XX"}
_DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
_SUFFIXES = {
    "en": {"st", "nd", "rd", "th"},
    "fr": {"er", "ers", "ère", "re", "e", "ème", "ième", "es", "èmes", "nd", "nde"},
}
_SEVERAL = {"several", "few", "many", "quelques", "plusieurs", "couple"}
_DASHES = {"-", "–", "—", "‑", "−"}


def find_latin(text: str, language: str) -> list[Value]:
    """Find the values of an English or French text, loose ones included, in order."""
    reader = _Reader(text=text, tokens=tokenize(text, language), language=language)
    values: list[Value] = []
    index = 0
    while index < len(reader.tokens):
        skip = reader.phrase_end(index)
        if skip:
            index = skip
            continue
        found = reader.read(index)
        if found is None:
            index += 1
            continue
        value, end = found
        values.append(value)
        index = max(end, index + 1)
    return values


@attrs.frozen
class _Reader:
    text: str
    tokens: list[Token]
    language: str

    def low(self, index: int) -> str:
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""

    def phrase_end(self, index: int) -> int:
        """Return the index after the set phrase that begins here, 0 if there is none."""
        for phrase in phrases(self.language).get(self.tokens[index].low, ()):
            if all(self.low(index + k) == word for k, word in enumerate(phrase)):
                return index + len(phrase)
        return 0

    def read(self, index: int) -> tuple[Value, int] | None:
        tokens = self.tokens
        token = tokens[index]
        if token.numeral is None and not token.is_word:
            return None
        if token.numeral is not None:
            return (
                self._telephone(index)
                or self._identifier(index)
                or read_date(tokens, index, self.language)
                or read_time(tokens, index, self.language)
                or self._quantity(index)
            )
        return (
            read_date(tokens, index, self.language)
            or self._roman(index)
            or self._crowd(index)
            or self._ordinal(index)
            or self._decade(index)
            or self._quantity(index)
            or self._implied(index)
        )

    # -- identifiers -------------------------------------------------------------------------------------------------

    def _telephone(self, index: int) -> tuple[Value, int] | None:
        """Read +33 1 23 45 67 89: a plus sign, or at least four short groups."""
        plus = self.low(index - 1) == "+" and joined(self.tokens, index)
        end = index
        groups = 0
        while (
            end < len(self.tokens)
            and self.tokens[end].numeral is not None
            and self.tokens[end].raw.isdigit()
            and groups < 12
        ):
            groups += 1
            end += 1
            if self.low(end) in {"-", "."} and end + 1 < len(self.tokens) and self.tokens[end + 1].numeral is not None:
                end += 1
            elif end < len(self.tokens) and self.tokens[end].start - self.tokens[end - 1].end > 1:
                break
        if groups < (2 if plus else 3 if self.tokens[index].raw[0] == "0" else 5) or any(len(self.tokens[k].raw) > 5 for k in range(index, end)):
            return None
        start = self.tokens[index - 1].start if plus else self.tokens[index].start
        return Value(span=Span(start, self.tokens[end - 1].end), kind="identifier"), end

    def _identifier(self, index: int) -> tuple[Value, int] | None:
        """Read G20, F-16, COVID-19, S/RES/2196, 5G, 802.11n: figures that letters make a name of."""
        token = self.tokens[index]
        if token.numeral is None:
            return None
        if token.numeral.value is None:
            return Value(span=Span(token.start, token.end), kind="identifier", loose=True), index + 1
        start = index
        if joined(self.tokens, index):
            before = self.tokens[index - 1]
            if before.is_word and before.raw.upper() not in MONEY_SIGNS and not before.raw.islower():
                start = index - 1
            elif before.low in {"-", "/", "‑", "."} and index > 1 and self.tokens[index - 2].end == before.start:
                root = self.tokens[index - 2]
                letters = root.is_word and not root.raw.islower() and (root.raw.isupper() or before.low == "/")
                if letters and root.low not in SCALES[self.language]:
                    start = index - 2
        if start == index:
            return None
        span = Span(self.tokens[start].start, token.end)
        return Value(span=span, kind="identifier", numbers=(token.numeral.value,)), index + 1

    # -- words that are no plain cardinals ---------------------------------------------------------------------------

    def _roman(self, index: int) -> tuple[Value, int] | None:
        token = self.tokens[index]
        match = _ROMAN.match(token.raw)
        if match is None or not match.group():
            return None
        roman, rest = match.group(), token.raw[match.end() :]
        apart = self.language == "fr" and not rest and self.low(index + 1) in {"e", "ème", "ième"}  # XVIII ème siècle
        before = self.tokens[index - 1] if index else None
        french = apart or self.language == "fr" and rest in {"e", "er", "ère", "re", "ème", "es", "ième", "èmes"}
        if rest and not french:
            return None
        named = before is not None and (before.low in _BEFORE_ROMAN or before.raw[0].isupper())
        if not french and not (named and roman not in _NO_ROMAN and not (len(roman) == 1 and roman in "CL")):
            return None
        number = roman_value(roman)
        if french and len(roman) == 1 and roman not in "IVX":
            return None  # Le, Ce, Les
        end = self._century_end(index + 2 if apart else index + 1)
        if end:
            span = Span(token.start, self.tokens[end - 1].end)
            return Value(span=span, kind="period", moment=Moment(century=number)), end
        span = Span(token.start, token.end)
        loose = len(roman) == 1 and not french and (before is None or before.low not in _BEFORE_ROMAN)
        return Value(span=span, kind="ordinal", numbers=(Fraction(number),), spelled=True, loose=loose), index + 1

    def _century_end(self, index: int) -> int:
        if self.low(index) in _DASHES:
            index += 1
        return index + 1 if self.low(index) in {"century", "centuries", "siècle", "siècles"} else 0

    def _crowd(self, index: int) -> tuple[Value, int] | None:
        """Read "hundreds", "tens of thousands", "several hundred", "des centaines de milliers d'euros"."""
        crowds, groups = CROWDS[self.language], GROUPS[self.language]
        start = index
        if self.low(index) in _SEVERAL:
            after = index + 2 if self.low(index + 1) in {"of", "de"} else index + 1
            size = (
                groups.get(self.low(after)) or crowds.get(self.low(after)) or SCALES[self.language].get(self.low(after))
            )
            if size is None:
                return None
            index = after
        else:
            size = crowds.get(self.low(index))
            if size is None or (size == 10 and self.language == "en" and self.low(index + 1) != "of"):
                return None
        end = index + 1
        while self.low(end) in {"of", "de", "d"} or self.low(end) in {"thousand", "million", "billion"}:
            at = end + 1 if self.low(end) in {"of", "de", "d"} else end
            more = crowds.get(self.low(at)) or SCALES[self.language].get(self.low(at))
            if more is None:
                break
            size *= more
            end = at + 1
        unit, end = self._unit(end, of=True)
        return self._value(start, end, "magnitude", Fraction(size), unit=unit, spelled=True), end

    def _ordinal(self, index: int) -> tuple[Value, int] | None:
        """Read "third", "twenty-first", "vingt et unième", "cent cinquantième"."""
        ordinals = ORDINALS[self.language]
        number, end = 0, index
        spelled = read_spelled(self.tokens, index, self.language) if self.low(index) not in ordinals else None
        if spelled is not None:
            number, end = int(spelled.value), spelled.end
            if self.low(end) in _DASHES:
                end += 1
            if self.low(end) in {"and", "et"}:
                end += 1
                if self.low(end) in _DASHES:
                    end += 1
        last = ordinals.get(self.low(end))
        if (
            last is None
            or (number and not (number >= 20 and last < (100 if number >= 100 else 20)))
            or (last == 1 and number == 0 and self.low(end) == "unième")
        ):
            return None
        if number and self.low(end) in {"second", "seconde"} and self.tokens[end - 1].low not in _DASHES:
            return None
        if (
            number == 0
            and self.low(end) in {"second", "seconde"}
            and self.low(index - 1) in {"a", "per", "each", "every", "par", "chaque"}
        ):
            return None
        part = self._fraction_of(end) if not number else False
        if part:
            return None
        number += last
        end += 1
        century = self._century_end(end)
        if century:
            span = Span(self.tokens[index].start, self.tokens[century - 1].end)
            return Value(span=span, kind="period", moment=Moment(century=number), spelled=True), century
        return self._value(index, end, "ordinal", Fraction(number), spelled=True, loose=number == 1), end

    def _fraction_of(self, index: int) -> bool:
        """Whether the ordinal at ``index`` is a denominator: "a third of", "un cinquième des"."""
        if self.low(index) not in PARTS[self.language]:
            return False
        return self.low(index - 1) in {"a", "one", "un"} and self.low(index + 1) in {"of", "de", "des", "du", "d"}

    def _decade(self, index: int) -> tuple[Value, int] | None:
        """Read "the nineties", "les années 90"."""
        low = self.low(index)
        if self.language == "en" and low in _DECADES:
            return Value(
                span=self._span(index, index + 1), kind="period", moment=Moment(decade=_DECADES[low]), spelled=True
            ), index + 1
        if self.language == "fr" and low == "années":
            token = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
            if token is None:
                return None
            if (
                token.numeral is not None
                and token.raw.isdigit()
                and len(token.raw) in {2, 4}
                and int(token.raw) % 10 == 0
            ):
                return Value(
                    span=self._span(index, index + 2), kind="period", moment=Moment(decade=int(token.raw))
                ), index + 2
            spelled = read_spelled(self.tokens, index + 1, "fr")
            if spelled is not None and spelled.value in {20, 30, 40, 50, 60, 70, 80, 90}:
                moment = Moment(decade=int(spelled.value))
                return Value(
                    span=self._span(index, spelled.end), kind="period", moment=moment, spelled=True
                ), spelled.end
        return None

    def _implied(self, index: int) -> tuple[Value, int] | None:
        found = IMPLIED[self.language].get(self.low(index))
        if found is None and self.low(index).endswith("s"):
            found = IMPLIED[self.language].get(self.low(index)[:-1])
        if found is None:
            return None
        return self._value(index, index + 1, "cardinal", found[0], unit=found[1], spelled=True, loose=True), index + 1

    # -- quantities --------------------------------------------------------------------------------------------------

    def _quantity(self, index: int) -> tuple[Value, int] | None:
        core = self._core(index)
        if core is None:
            return None
        token = self.tokens[index]
        start, end = index, core.end
        number, readings = core.number, core.readings
        if core.kind == "ordinal":
            century = self._century_end(end)
            if century:
                span = Span(token.start, self.tokens[century - 1].end)
                return Value(span=span, kind="period", moment=Moment(century=int(number))), century
            return self._value(start, end, "ordinal", number, loose=False), end
        if core.kind == "period":
            return Value(
                span=self._span(start, end), kind="period", moment=Moment(decade=int(number)), spelled=core.spelled
            ), end
        offset, sign = self._money_before(index)
        negative = self._negative(index)
        if negative is not None:
            number, readings = -number, tuple(-r for r in readings)
            start = negative
        end, number = self._and_a_half(end, number, core)
        unit: str | None
        unit, end = self._unit(end, of=core.scale >= 10**6 or core.spelled or core.kind == "fraction")
        if sign is not None:
            unit = sign if unit is None or not is_currency(unit) else unit
        if unit is None and core.kind == "cardinal" and self.low(end) in BEFORE_UNIT:
            beyond, after = self._unit(end + 1, of=False)
            if beyond is not None and after > end + 1:
                unit, end = beyond, after
        if unit == "hour" and self.language == "fr":
            number, end = self._minutes(number, end)
        if unit == "ft":
            number, end = self._inches(number, end)
        if unit is not None:
            end, number = self._and_a_half(end, number, core)
        kind: ValueKind = core.kind
        if unit == "%" or unit == "‰":
            kind = "percent"
        elif unit in {"pp", "bp"}:
            kind = "points"
        elif is_currency(unit):
            kind = "money"
        elif unit is not None and kind != "magnitude":
            kind = "quantity"
            if unit == "year" and self._age(start, end):
                kind = "age"
        elif kind == "cardinal" and self.low(start - 1) == "aged":
            kind, unit = "age", "year"
        elif kind == "cardinal" and self.low(end) in {"points", "point"}:
            kind, end = "points", end + 1
        elif kind == "cardinal" and self._times(end):
            kind, end = "multiple", self._times(end)
        era = self._before_our_era(end) if unit is None and kind == "cardinal" and number.denominator == 1 else 0
        if era and 0 < number < 10000:
            value = Value(span=self._span(start, era), kind="date", moment=Moment(year=-int(number)))
            return value, era
        year = token.numeral is not None and kind == "cardinal" and self._is_year(index, core)
        loose = core.loose or (number == 1 and core.spelled and unit is None and kind == "cardinal")
        value = self._value(start, end, kind, number, unit=unit, spelled=core.spelled, loose=loose, scale=core.scale)
        value = attrs.evolve(value, readings=readings)
        if year:
            value = attrs.evolve(value, kind="date", moment=Moment(year=int(number)))
        if core.year:
            value = attrs.evolve(value, kind="date", moment=Moment(year=int(number)))
        if offset is not None:
            value = attrs.evolve(value, span=Span(min(offset, value.span.start), value.span.end))
        return value, end

    def _is_year(self, index: int, core: _Core) -> bool:
        raw = self.tokens[index].raw
        return (
            raw.isdigit() and len(raw) == 4 and core.scale == 1 and 1000 <= int(raw) <= 2100 and core.end == index + 1
        )

    def _core(self, index: int) -> _Core | None:
        """Read the number itself, without its unit."""
        token = self.tokens[index]
        if token.numeral is not None:
            return self._digits(index)
        low = token.low
        parts = PARTS[self.language]
        if low in {"half", "demi"} or (low in {"a", "an", "un", "une", "one", "la"} and not token.raw.isupper()):
            found = self._small_fraction(index) or self._group(index)
            if found is not None:
                return found
            if low in {"a", "an", "half", "demi", "la"}:
                spelled = read_spelled(self.tokens, index + 1, self.language) if low == "a" else None
                if spelled is None or self.tokens[index + 1].low not in SCALES[self.language]:
                    return None
                return _Core(number=spelled.value, end=spelled.end, spelled=True, scale=spelled.scale)
        if low in {"moitié"}:
            return _Core(number=Fraction(1, 2), end=index + 1, kind="fraction", spelled=True)
        if low == "quarts" or (
            low == "tiers"
            and self.low(index - 1) in {"le", "du", "au"}
            and self.low(index + 1) in {"de", "des", "du", "d"}
        ):
            return (
                _Core(number=Fraction(1, 3), end=index + 1, kind="fraction", spelled=True) if low == "tiers" else None
            )
        spelled = read_spelled(self.tokens, index, self.language)
        if spelled is None:
            return None
        if low in SCALES["en"] and self.language == "en" and small_value(low, "en") is None:
            # a bare "hundred" or "million" counts only where a word before it does
            return _Core(number=spelled.value, end=spelled.end, spelled=True, scale=spelled.scale, loose=True)
        if self.language == "fr" and low == "neuf" and spelled.end == index + 1 and not self._plural_after(spelled.end):
            return None  # "un véhicule neuf"
        end = spelled.end
        if self.low(end) in _DASHES and self.low(end + 1) in parts:
            end += 1
        denominator = parts.get(self.low(end))
        if denominator is not None and 0 < spelled.value < denominator and self._denominator(end, spelled.value):
            return _Core(number=spelled.value / denominator, end=end + 1, kind="fraction", spelled=True)
        groups = GROUPS[self.language]
        if self.low(spelled.end) in groups and self.low(spelled.end) not in SCALES[self.language]:
            size = groups[self.low(spelled.end)]
            return _Core(number=spelled.value * size, end=spelled.end + 1, spelled=True, scale=size)
        many = spelled.end + 1 if self.low(spelled.end) in _DASHES else spelled.end
        if self.low(many) in {"dozen", "dizaines", "centaines", "douzaines"}:
            size = {**groups, **CROWDS[self.language]}[self.low(many)]
            return _Core(number=spelled.value * size, end=many + 1, spelled=True, scale=size)
        return _Core(number=spelled.value, end=spelled.end, spelled=True, scale=spelled.scale, year=spelled.year)

    def _plural_after(self, index: int) -> bool:
        low = self.low(index)
        return (
            low[-1:] in {"s", "x", "-"}
            or low in unit_names("fr")
            or low in {"pour", "fois"}
            or low in {"millions", "milliards", "cents"}
        )

    def _denominator(self, index: int, count: Fraction) -> bool:
        """Whether the word at ``index`` divides: "two thirds", "three-quarters", "un quart des", not "one second"."""
        word = self.low(index)
        return (
            count > 1
            or word in {"half", "quarter", "demi", "quart", "tiers"}
            or self.low(index + 1) in {"of", "de", "des", "du", "d"}
        )

    def _small_fraction(self, index: int) -> _Core | None:
        """Read "half a million", "a third of", "a quarter of a million", "un demi-million", "la moitié"."""
        low = self.low(index)
        scales = SCALES[self.language]
        if low in {"half", "demi"}:
            at = index + 1
            while self.low(at) in {"a", "an", "of", "the", "-"}:
                at += 1
            if self.low(at) in scales and self.low(at) in {"million", "billion", "trillion", "milliard"}:
                size = scales[self.low(at)]
                return _Core(number=Fraction(size, 2), end=at + 1, spelled=True, scale=size)
            if (
                low == "half"
                and (at > index + 1 or self.low(index + 1) in {"of"})
                or (low == "half" and self.low(index + 1) in {"our", "his", "their", "its"})
            ):
                # The article belongs to what is halved: "half a century", "half the members".
                unit_at = at
                end = (
                    unit_at
                    if self.low(unit_at) in unit_names("en") and self.low(index + 1) in {"a", "an"}
                    else index + 1
                )
                return _Core(number=Fraction(1, 2), end=end, kind="fraction", spelled=True)
            return None
        at = index + 1
        if self.low(at) in _DASHES:
            at += 1
        part = PARTS[self.language].get(self.low(at))
        if part is None:
            if self.language == "fr" and low == "la" and self.low(at) == "moitié":
                return _Core(number=Fraction(1, 2), end=at + 1, kind="fraction", spelled=True)
            return None
        after = at + 1
        if self.low(at) in {"half", "demi"}:
            beyond = after + 1 if self.low(after) in _DASHES else after
            if self.low(beyond) in scales:
                size = scales[self.low(beyond)]
                return _Core(number=Fraction(size, 2), end=beyond + 1, spelled=True, scale=size)
            return None
        if self.low(after) == "of" and self.low(after + 1) == "a" and self.low(after + 2) in scales:
            size = scales[self.low(after + 2)]
            return _Core(number=Fraction(size, part), end=after + 3, spelled=True, scale=size)
        if not self._denominator(at, Fraction(1)) or (
            self.low(at) in {"quarter", "tiers", "quart"} and self.low(after) not in {"of", "de", "des", "du", "d"}
        ):
            return None
        return _Core(number=Fraction(1, part), end=at + 1, kind="fraction", spelled=True)

    def _group(self, index: int) -> _Core | None:
        """Read "a dozen", "a hundred", "une centaine", "a million and a half"."""
        groups = GROUPS[self.language]
        size = groups.get(self.low(index + 1))
        if size is None or self.low(index) in {"la"}:
            return None
        if self.language == "en" and self.low(index + 1) in SCALES["en"]:
            spelled = read_spelled(self.tokens, index + 1, "en")
            if spelled is not None:
                return _Core(number=spelled.value, end=spelled.end, spelled=True, scale=spelled.scale)
        end = index + 2
        if self.language == "fr" and self.low(end) in {"de", "d"} and self.low(end + 1) in SCALES["fr"]:
            size *= SCALES["fr"][self.low(end + 1)]
            end += 2
        return _Core(number=Fraction(size), end=end, spelled=True, scale=size)

    def _digits(self, index: int) -> _Core | None:
        token = self.tokens[index]
        numeral = token.numeral
        if numeral is None or numeral.value is None:
            return None
        number, readings, end = numeral.value, numeral.readings, index + 1
        low = self.low(end)
        close = joined(self.tokens, index + 1)
        if close and low in _SUFFIXES[self.language] and number.denominator == 1:
            return _Core(number=number, end=end + 1, kind="ordinal")
        apostrophe = low == "'" and self.low(end + 1) == "s"
        if (
            self.language == "en"
            and close
            and (low == "s" or apostrophe)
            and number % 10 == 0
            and len(token.raw) in {2, 4}
        ):
            return _Core(number=number, end=end + (2 if apostrophe else 1), kind="period")
        if low == "/" and close and end + 1 < len(self.tokens) and self.tokens[end + 1].numeral is not None:
            below = self.tokens[end + 1].numeral
            if (
                below is not None
                and below.value
                and number < below.value <= 100
                and not readings
                and self.low(end + 2) != "/"
            ):
                return _Core(number=number / below.value, end=end + 2, kind="fraction")
        if low in _VULGAR:
            number, end, low = number + _VULGAR[low], end + 1, self.low(end + 1)
        scale = SCALES[self.language].get(low, 1)
        if low in {"cent", "cents", "mille", "hundreds", "thousands"}:
            # "5 cent" is no number in either language; "24 mille" only by mistake
            scale = 1 if low != "mille" else 1000
        if scale == 1:
            scale = _SHORT_SCALES.get(low, 1)
            if low == "m" and (self._money_before(index)[1] or self.low(end + 1) in {"€", "$", "£"}):
                scale = 10**6
            if low == "b" and self._money_before(index)[1] and close:
                scale = 10**9
            if low in {"k", "md"} and not close and self.low(end + 1) not in {"€", "$", "£"}:
                scale = 1
        if scale > 1:
            end += 1
            if readings and self.language == "fr" and low in SCALES["fr"]:
                readings = tuple(r * scale for r in readings)
            number *= scale
            readings = tuple(readings)
            if low in {"thousand", "mille", "hundred"} and self.low(end) in SCALES[self.language]:
                more = SCALES[self.language][self.low(end)]
                number, scale, end = number * more, scale * more, end + 1
        return _Core(number=number, end=end, readings=readings, scale=scale)

    def _money_before(self, index: int) -> tuple[int | None, str | None]:
        """Return where the currency sign before the number begins, and its code."""
        start = self.tokens[index].start
        before = self.text[max(0, start - 6) : start]
        stripped = before.rstrip(" \u00a0\u202f")
        if not stripped or stripped[-1].isspace():
            return None, None
        for sign in _signs():
            if stripped.endswith(sign):
                rest = stripped[: -len(sign)]
                if sign[0].isalpha() and rest[-1:].isalpha():
                    continue
                return start - len(before) + len(rest), MONEY_SIGNS[sign]
        return None, None

    def _negative(self, index: int) -> int | None:
        """Return the index of the minus before the number, if there is one."""
        before = self.low(index - 1)
        if before in {"minus", "moins"} and (before == "minus" or self.low(index - 2) not in {"au", "du", "de", "à"}):
            return index - 1 if index - 1 >= 0 else None
        if before in {"-", "−", "–"} and joined(self.tokens, index) and self.tokens[index].numeral is not None:
            alone = index < 2 or self.tokens[index - 2].end < self.tokens[index - 1].start
            return index - 1 if alone else None
        return None

    def _unit(self, index: int, *, of: bool) -> tuple[str | None, int]:
        """Read the unit at ``index`` (after a hyphen, or after "de" where ``of``); return it and the index after it."""
        at = index
        if self.low(at) in _DASHES and joined(self.tokens, at):
            at += 1
        elif of and self.low(at) in {"de", "d", "of"}:
            at += 2 if self.low(at) == "d" and self.low(at + 1) == "'" else 1
            if self.low(at) in {"a", "an"}:
                at += 1
        if at >= len(self.tokens):
            return None, index
        sign = self.tokens[at].raw
        names = unit_names(self.language)
        for length in (4, 3, 2, 1):
            words = self.tokens[at : at + length]
            if len(words) < length or (words[0].numeral is not None and length == 1):
                continue
            # The words as they stand, so that "km/h" and "light-year" are found as well as "square metres".
            surface = self.text[words[0].start : words[-1].end]
            key = surface.lower().replace("\u00a0", " ").replace("’", "'")
            code = names.get(key) or unit_symbols().get(surface)
            if surface in {"m", "l", "g", "t", "h", "s", "in", "min", "sec", "ms"} and not self._symbol_ends(
                at, surface, index
            ):
                code = None
            if code is None and surface in MONEY_SIGNS:
                code = MONEY_SIGNS[surface]
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

    def _and_a_half(self, end: int, number: Fraction, core: _Core) -> tuple[int, Fraction]:
        """Add the half of "two years and a half", "un an et demi", "three and a half"."""
        words = [self.low(end + k) for k in range(3)]
        step = Fraction(core.scale if core.scale >= 10**6 else 1)
        if self.language == "en" and words == ["and", "a", "half"]:
            end += 3
        elif self.language == "fr" and words[0] == "et" and words[1] in {"demi", "demie"}:
            end += 2
        else:
            return end, number
        number += step / 2
        scale = SCALES[self.language].get(self.low(end), 1)
        if core.scale == 1 and scale >= 1000:
            return end + 1, number * scale
        return end, number

    def _minutes(self, hours: Fraction, end: int) -> tuple[Fraction, int]:
        """Add the minutes of "une heure trente"."""
        spelled = read_spelled(self.tokens, end, "fr")
        if spelled is None or not 1 < spelled.value < 60 or self._unit(spelled.end, of=False)[0] not in {None, "minute"}:
            return hours, end
        return hours + spelled.value / 60, spelled.end

    def _inches(self, feet: Fraction, end: int) -> tuple[Fraction, int]:
        """Add the inches of "6-foot-6", "6 feet 6 inches"."""
        at = end + 1 if self.low(end) in _DASHES and joined(self.tokens, end) else end
        token = self.tokens[at] if at < len(self.tokens) else None
        if token is None or token.numeral is None or token.numeral.value is None or not 0 < token.numeral.value < 12:
            return feet, end
        unit, after = self._unit(at + 1, of=False)
        if at == end and unit != "in":
            return feet, end
        return feet + token.numeral.value / 12, after if unit == "in" else at + 1

    def _before_our_era(self, end: int) -> int:
        """Return the index after "BC", "av. J.-C.", 0 if none stands here."""
        words = [self.low(end + k) for k in range(6)]
        if words[0] in {"bc", "bce"}:
            return end + 1
        if words[:3] == ["b", ".", "c"]:
            return end + 4 if words[3] == "." else end + 3
        if words[0] in {"av", "avant"}:
            at = 2 if words[1] == "." else 1
            if words[at] == "j":
                return end + at + (5 if words[at + 1 : at + 2] == ["."] else 3)
            if words[at : at + 2] == ["notre", "ère"]:
                return end + at + 2
        return 0

    def _age(self, start: int, end: int) -> bool:
        if self.low(end) == "old" or (self.low(end) in _DASHES and self.low(end + 1) in {"old", "olds"}):
            return True
        if self.low(end) == "of" and self.low(end + 1) == "age":
            return True
        return self.low(start - 1) in {"de", "aged", "age"} and (
            self.low(start - 2) in {"âgé", "âgée", "âgés", "âgées", "âge"} or self.low(start - 1) != "de"
        )

    def _times(self, index: int) -> int:
        """Return the index after "times", "fold", "fois", 0 if none stands here."""
        if self.low(index) in {"times", "fois", "fold"}:
            return index + 1
        return index + 2 if self.low(index) in _DASHES and self.low(index + 1) in {"fold", "times"} else 0

    def _bound(self, start: int, end: int) -> Bound:
        table = BOUNDS[self.language]
        words = [self.low(k) for k in range(max(0, start - 4), start)]
        while words and words[-1] in {"a", "an", "the", "$", "€", "£", "us", "une", "un", "les", "la", "le"}:
            words.pop()
        for length in (4, 3, 2, 1):
            if len(words) >= length:
                phrase = " ".join(words[-length:]).replace(" '", "'").replace("' ", "'").replace(" - ", "-")
                if phrase in table:
                    return table[phrase]
        after = (self.low(end), self.low(end + 1))
        if after in {("or", "more"), ("ou", "plus"), ("and", "above"), ("et", "plus")}:
            return "at least"
        if after in {("or", "so"), ("or", "thereabouts")} or after[0] == "environ":
            return "about"
        if after in {("or", "less"), ("or", "fewer"), ("ou", "moins")}:
            return "at most"
        if self.language == "fr" and self.low(start) in {"un", "une"} and self.low(start + 1) in GROUPS["fr"]:
            return "about"
        return "exact"

    def _span(self, start: int, end: int) -> Span:
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def _value(
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
        bound: Bound = "exact" if loose else self._bound(start, end)
        return Value(
            span=self._span(start, end),
            kind=kind,
            numbers=(number,),
            unit=unit,
            bound=bound,
            spelled=spelled,
            loose=loose,
            scale=scale,
        )


@attrs.frozen(kw_only=True)
class _Core:
    number: Fraction
    end: int
    kind: ValueKind = "cardinal"
    readings: tuple[Fraction, ...] = ()
    spelled: bool = False
    loose: bool = False
    scale: int = 1
    year: bool = False


_VULGAR = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}
_DOLLAR_HOMES = {
    "américains": "USD", "canadiens": "CAD", "australiens": "AUD", "us": "USD", "hongkongais": "HKD", "taïwanais": "TWD",
}  # fmt: skip


@lru_cache(maxsize=1)
def _signs() -> tuple[str, ...]:
    return tuple(sorted(MONEY_SIGNS, key=lambda s: (-len(s), s)))


def roman_value(roman: str) -> int:
    """Return the value of a well-formed Roman numeral up to 399."""
    total = 0
    for here, after in zip(roman, roman[1:] + " ", strict=True):
        digit = _ROMAN_DIGITS[here]
        total += -digit if digit < _ROMAN_DIGITS.get(after, 0) else digit
    return total
