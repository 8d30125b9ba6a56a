"""Values in English and French text."""

from __future__ import annotations

import re
from fractions import Fraction

import attrs

from polyglot_news.text import Span
from polyglot_news.values.latin_dates import read_date, read_time
from polyglot_news.values.latin_edges import read_edge
from polyglot_news.values.latin_hours import read_clock
from polyglot_news.values.latin_numbers import is_part_of
from polyglot_news.values.latin_periods import read_part_of_year
from polyglot_news.values.latin_quantities import decade_of_life, is_of_someone, read_quantity
from polyglot_news.values.latin_reader import DASHES, Reader
from polyglot_news.values.latin_words import CROWDS, GROUPS, ORDINALS, PARTS, implied, set_phrases
from polyglot_news.values.model import Moment, Value, ValueKind
from polyglot_news.values.spelled import SCALES, read_spelled
from polyglot_news.values.tokens import joined, tokenize
from polyglot_news.values.units import money_signs

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
_AGE = re.compile(r"(?:genarian|génaire|^trentenaire|^thirtysomething)s?$")
_JUBILEES = ("bicenten", "centenn", "centenar", "cinquantenaire")
_MULTIPLIES = ("doubl", "tripl", "quadrupl", "quintupl", "twofold", "threefold", "tenfold", "décupl")
_SEVERAL = {"several", "few", "many", "quelques", "plusieurs", "couple"}


def find_latin(text: str, language: str) -> list[Value]:
    """Find the values of an English or French text, loose ones included, in order."""
    reader = Reader(text=text, tokens=tokenize(text, language), language=language)
    values: list[Value] = []
    index = 0
    while index < len(reader.tokens):
        skip = _phrase_end(reader, index)
        if skip:
            index = skip
            continue
        found = _read(reader, index)
        if found is None:
            index += 1
            continue
        value, end = found
        values.append(value)
        index = max(end, index + 1)
    return values


def _phrase_end(reader: Reader, index: int) -> int:
    """Return the index after the set phrase that begins here, 0 if there is none."""
    for phrase in set_phrases(reader.language).get(reader.tokens[index].low, ()):
        if all(reader.low(index + k) == word for k, word in enumerate(phrase)):
            return index + len(phrase)
    return 0


def _read(reader: Reader, index: int) -> tuple[Value, int] | None:
    tokens = reader.tokens
    token = tokens[index]
    if token.numeral is None and not token.is_word:
        return None
    if token.numeral is not None:
        return (
            _telephone(reader, index)
            or read_part_of_year(reader, index)
            or _identifier(reader, index)
            or read_date(tokens, index, reader.language)
            or read_time(tokens, index, reader.language)
            or read_quantity(reader, index)
        )
    return (
        read_part_of_year(reader, index)
        or read_date(tokens, index, reader.language)
        or read_edge(reader, index)
        or read_clock(tokens, index, reader.language)
        or _roman(reader, index)
        or _crowd(reader, index)
        or _ordinal(reader, index)
        or _decade(reader, index)
        or read_quantity(reader, index)
        or _implied(reader, index)
    )


def _telephone(reader: Reader, index: int) -> tuple[Value, int] | None:
    """Read +33 1 23 45 67 89: a plus sign, or at least four short groups."""
    plus = reader.low(index - 1) == "+" and joined(reader.tokens, index)
    end = index
    groups = 0
    while (
        end < len(reader.tokens)
        and reader.tokens[end].numeral is not None
        and reader.tokens[end].raw.isdigit()
        and groups < 12
    ):
        groups += 1
        end += 1
        if (
            reader.low(end) in {"-", "."}
            and end + 1 < len(reader.tokens)
            and reader.tokens[end + 1].numeral is not None
        ):
            end += 1
        elif end < len(reader.tokens) and reader.tokens[end].start - reader.tokens[end - 1].end > 1:
            break
    if groups < (2 if plus else 3 if reader.tokens[index].raw[0] == "0" else 5) or any(
        len(reader.tokens[k].raw) > 5 for k in range(index, end)
    ):
        return None
    start = reader.tokens[index - 1].start if plus else reader.tokens[index].start
    return Value(span=Span(start, reader.tokens[end - 1].end), kind="identifier"), end


def _identifier(reader: Reader, index: int) -> tuple[Value, int] | None:
    """Read G20, F-16, COVID-19, S/RES/2196, 5G, 802.11n: figures that letters make a name of."""
    token = reader.tokens[index]
    if token.numeral is None:
        return None
    if token.numeral.value is None:
        return Value(span=Span(token.start, token.end), kind="identifier", loose=True), index + 1
    start = index
    if joined(reader.tokens, index):
        before = reader.tokens[index - 1]
        if before.is_word and before.raw.upper() not in money_signs() and not before.raw.islower():
            start = index - 1
        elif before.low in {"-", "/", "‑", "."} and index > 1 and reader.tokens[index - 2].end == before.start:
            root = reader.tokens[index - 2]
            if reader.low(index - 3) == "°":
                return None  # "5°C-7°C"
            letters = root.is_word and not root.raw.islower() and (root.raw.isupper() or before.low == "/")
            if letters and root.low not in SCALES[reader.language]:
                start = index - 2
    if start == index:
        return None
    span = Span(reader.tokens[start].start, token.end)
    return Value(span=span, kind="identifier", numbers=(token.numeral.value,)), index + 1


def _roman(reader: Reader, index: int) -> tuple[Value, int] | None:
    token = reader.tokens[index]
    match = _ROMAN.match(token.raw)
    if match is None or not match.group():
        return None
    roman, rest = match.group(), token.raw[match.end() :]
    apart = reader.language == "fr" and not rest and reader.low(index + 1) in {"e", "ème", "ième"}  # XVIII ème siècle
    before = reader.tokens[index - 1] if index else None
    french = apart or (reader.language == "fr" and rest in {"e", "er", "ère", "re", "ème", "es", "ième", "èmes"})
    if rest and not french:
        return None
    named = before is not None and (before.low in _BEFORE_ROMAN or before.raw[0].isupper())
    if not french and not (named and roman not in _NO_ROMAN and not (len(roman) == 1 and roman in "CL")):
        return None
    number = roman_value(roman)
    if french and len(roman) == 1 and roman not in "IVX":
        return None  # Le, Ce, Les
    end = reader.century_end(index + 2 if apart else index + 1)
    if end:
        span = Span(token.start, reader.tokens[end - 1].end)
        return Value(span=span, kind="period", moment=Moment(century=number)), end
    span = Span(token.start, token.end)
    loose = len(roman) == 1 and not french and (before is None or before.low not in _BEFORE_ROMAN)
    return Value(span=span, kind="ordinal", numbers=(Fraction(number),), spelled=True, loose=loose), index + 1


def _crowd(reader: Reader, index: int) -> tuple[Value, int] | None:
    """Read "hundreds", "tens of thousands", "several hundred", "des centaines de milliers d'euros"."""
    crowds, groups = CROWDS[reader.language], GROUPS[reader.language]
    start = index
    if reader.low(index) in _SEVERAL:
        after = index + 2 if reader.low(index + 1) in {"of", "de"} else index + 1
        size = (
            groups.get(reader.low(after))
            or crowds.get(reader.low(after))
            or SCALES[reader.language].get(reader.low(after))
        )
        if size is None:
            return None
        index = after
    else:
        size = crowds.get(reader.low(index))
        if size is None or (size == 10 and reader.language == "en" and reader.low(index + 1) != "of"):
            return None
    end = index + 1
    while reader.low(end) in {"of", "de", "d"} or reader.low(end) in {"thousand", "million", "billion"}:
        at = end + 1 if reader.low(end) in {"of", "de", "d"} else end
        more = crowds.get(reader.low(at)) or SCALES[reader.language].get(reader.low(at))
        if more is None:
            break
        size *= more
        end = at + 1
    unit, end = reader.unit(end, of=True)
    return reader.value(start, end, "magnitude", Fraction(size), unit=unit, spelled=True), end


# No last word of an ordinal: "twenty second thoughts", « les vingt premières rames ».
_STANDS_ALONE = frozenset({"second", "seconde", "premier", "première", "premiers", "premières"})


def _ordinal(reader: Reader, index: int) -> tuple[Value, int] | None:
    """Read "third", "twenty-first", "vingt et unième", "cent cinquantième"."""
    ordinals = ORDINALS[reader.language]
    number, end = 0, index
    spelled = read_spelled(reader.tokens, index, reader.language) if reader.low(index) not in ordinals else None
    if spelled is not None:
        number, end = int(spelled.value), spelled.end
        if reader.low(end) in DASHES:
            end += 1
        if reader.low(end) in {"and", "et"}:
            end += 1
            if reader.low(end) in DASHES:
                end += 1
    last = ordinals.get(reader.low(end))
    if (
        last is None
        or (number and not (number >= 20 and last < (100 if number >= 100 else 20)))
        or (last == 1 and number == 0 and reader.low(end) == "unième")
    ):
        return None
    if number and reader.low(end) in _STANDS_ALONE and reader.tokens[end - 1].low not in DASHES:
        return None
    if (
        number == 0
        and reader.low(end) in {"second", "seconde"}
        and reader.low(index - 1) in {"a", "per", "each", "every", "par", "chaque"}
    ):
        return None
    part = _fraction_of(reader, end) if not number else False
    if part:
        return None
    number += last
    end += 1
    century = reader.century_end(end)
    if century:
        span = Span(reader.tokens[index].start, reader.tokens[century - 1].end)
        return Value(span=span, kind="period", moment=Moment(century=number), spelled=True), century
    loose = number == 1 and not _is_rank(reader, index)
    return reader.value(index, end, "ordinal", Fraction(number), spelled=True, loose=loose), end


def _is_rank(reader: Reader, index: int) -> bool:
    """Whether a first is one of a ranking: "took first place", « terminé premier »; not "in the first place"."""
    before, after = reader.low(index - 1), reader.low(index + 1)
    if reader.language == "en":
        return (after == "place" and before != "the") or before in {"finished", "ranked", "placed"}
    return after == "place" or before in {"terminé", "termine", "classé", "classée", "arrivé", "arrivée", "fini"}


def _fraction_of(reader: Reader, index: int) -> bool:
    """Whether the ordinal at ``index`` is a denominator: "a third of", "un cinquième des", "fallen by a third"."""
    if reader.low(index) not in PARTS[reader.language]:
        return False
    if reader.low(index - 1) in {"a", "one", "un"} and reader.is_change(index - 1, index + 1):
        return True
    if reader.low(index - 1) in {"a", "one", "un"} and reader.low(index + 1) in {"of", "de", "des", "du", "d"}:
        return True
    return reader.language == "fr" and is_part_of(reader, index)


def _decade(reader: Reader, index: int) -> tuple[Value, int] | None:
    """Read "the nineties", "les années 90"."""
    low = reader.low(index)
    if reader.language == "en" and low in _DECADES:
        if is_of_someone(reader, index):
            return decade_of_life(reader, index, index + 1, _DECADES[low]), index + 1
        return Value(
            span=reader.span(index, index + 1), kind="period", moment=Moment(decade=_DECADES[low]), spelled=True
        ), index + 1
    if reader.language == "fr" and low == "années":
        token = reader.tokens[index + 1] if index + 1 < len(reader.tokens) else None
        if token is None:
            return None
        if token.numeral is not None and token.raw.isdigit() and len(token.raw) in {2, 4} and int(token.raw) % 10 == 0:
            return Value(
                span=reader.span(index, index + 2), kind="period", moment=Moment(decade=int(token.raw))
            ), index + 2
        spelled = read_spelled(reader.tokens, index + 1, "fr")
        if spelled is not None and spelled.value in {20, 30, 40, 50, 60, 70, 80, 90}:
            moment = Moment(decade=int(spelled.value))
            return Value(span=reader.span(index, spelled.end), kind="period", moment=moment, spelled=True), spelled.end
    return None


def _implied(reader: Reader, index: int) -> tuple[Value, int] | None:
    found = implied(reader.language).get(reader.low(index))
    if found is None and reader.low(index).endswith("s") and len(reader.low(index)) > len("as"):
        found = implied(reader.language).get(reader.low(index)[:-1])
    if found is None:
        return None
    multiplies = reader.low(index).startswith(_MULTIPLIES) and reader.low(index + 1) not in DASHES
    kind: ValueKind = "multiple" if multiplies else "cardinal"
    if _AGE.search(reader.low(index)):
        return attrs.evolve(decade_of_life(reader, index, index + 1, int(found[0])), spelled=True), index + 1
    loose = not reader.low(index).startswith(_JUBILEES)
    return reader.value(index, index + 1, kind, found[0], unit=found[1], spelled=True, loose=loose), index + 1


def roman_value(roman: str) -> int:
    """Return the value of a well-formed Roman numeral up to 399."""
    total = 0
    for here, after in zip(roman, roman[1:] + " ", strict=True):
        digit = _ROMAN_DIGITS[here]
        total += -digit if digit < _ROMAN_DIGITS.get(after, 0) else digit
    return total
