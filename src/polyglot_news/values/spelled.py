"""Cardinal numbers in English and French words."""

from __future__ import annotations

from fractions import Fraction

import attrs

from polyglot_news.values.tokens import Token

_ENGLISH_SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_ENGLISH_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_FRENCH_SMALL = {
    "zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
}  # fmt: skip
_FRENCH_TENS = {
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "huitante": 80, "octante": 80, "nonante": 90,
}  # fmt: skip
SCALES = {
    "en": {
        "hundred": 10**2, "thousand": 10**3, "million": 10**6, "millions": 10**6, "billion": 10**9, "billions": 10**9,
        "trillion": 10**12, "trillions": 10**12, "lakh": 10**5, "crore": 10**7, "quadrillion": 10**15,
        "thousands": 10**3, "hundreds": 10**2,
    },
    "fr": {
        "cent": 10**2, "cents": 10**2, "mille": 10**3, "milliers": 10**3, "millier": 10**3, "million": 10**6,
        "millions": 10**6, "milliard": 10**9, "milliards": 10**9, "billion": 10**12, "billions": 10**12,
        "billiard": 10**15, "trillion": 10**18, "trillions": 10**18,
    },
}  # fmt: skip
_LONGEST = 24  # words of one number


@attrs.frozen(kw_only=True)
class Spelled:
    """A number in words: its value, the index after its last token, its largest scale, whether it is a year."""

    value: Fraction
    end: int
    scale: int = 1
    year: bool = False


def read_spelled(tokens: list[Token], index: int, language: str) -> Spelled | None:
    """Read the longest number in words that begins at token ``index``; None if there is none."""
    return _read_french(tokens, index) if language == "fr" else _read_english(tokens, index)


def small_value(word: str, language: str) -> int | None:
    """Return the value of one number word below a hundred."""
    if language == "fr":
        return _FRENCH_SMALL.get(word, _FRENCH_TENS.get(word))
    return _ENGLISH_SMALL.get(word, _ENGLISH_TENS.get(word))


def _next(tokens: list[Token], index: int) -> int:
    """Step over a hyphen between two words."""
    if (
        index + 1 < len(tokens)
        and tokens[index].low in {"-", "‑"}
        and tokens[index + 1].is_word
        and tokens[index].start == tokens[index - 1].end
    ):
        return index + 1
    return index


def _word(tokens: list[Token], index: int) -> str:
    return tokens[index].low if index < len(tokens) else ""


def _tens_english(tokens: list[Token], index: int) -> tuple[int, int] | None:
    """Read 0–99; return the value and the index after it."""
    word = _word(tokens, index)
    if word in _ENGLISH_SMALL:
        return _ENGLISH_SMALL[word], index + 1
    if word in _ENGLISH_TENS:
        after = _next(tokens, index + 1)
        unit = _ENGLISH_SMALL.get(_word(tokens, after), 0)
        if 0 < unit < 10:
            return _ENGLISH_TENS[word] + unit, after + 1
        return _ENGLISH_TENS[word], index + 1
    return None


def _read_english(tokens: list[Token], index: int) -> Spelled | None:
    scales = SCALES["en"]
    first = _tens_english(tokens, index)
    if first is None:
        if _word(tokens, index) not in scales or _word(tokens, index).endswith("s"):
            return None
        first = (1, index)  # a bare "hundred" after "a", "several", "half a"
    value, end = first
    if 10 <= value <= 21:
        # nineteen ninety-eight, twenty twenty-four
        year = _tens_english(tokens, _next(tokens, end))
        if year is not None and 10 <= year[0] <= 99 and tokens[end - 1].is_word:
            return Spelled(value=Fraction(value * 100 + year[0]), end=year[1], year=True)
    total, current, last, top = 0, value, 10**18, 1
    stop = index + _LONGEST
    while end < stop:
        after = _next(tokens, end)
        word = _word(tokens, after)
        if word in scales:
            scale = scales[word]
            if scale == 100 and (current == 0 or current > 99):
                break
            if scale == 100:
                current *= 100
            elif scale < last:
                total += current * scale
                current, last = 0, scale
            else:
                total, current = (total + current) * scale, 0
                last = scale
            top = max(top, scale)
            end = after + 1
            continue
        if word == "and" and top > 1 and current % 100 == 0:
            after += 1
        elif top == 1 or current % 100 != 0:
            break
        piece = _tens_english(tokens, after)
        if piece is None or piece[0] == 0:
            break
        led = _word(tokens, after - 1) == "and"
        if not led and top >= 10**6 and current == 0 and piece[0] < 100 and _word(tokens, piece[1]) not in scales:
            break  # "put at four billion two years ago"
        if led and top >= 10**6 and scales.get(_word(tokens, piece[1]), last) >= last:
            break  # "two million and three hundred" goes on, "three million and five million" does not
        current += piece[0]
        end = piece[1]
    number = Fraction(total + current)
    if _word(tokens, end) == "point":
        decimals, end = _decimals(tokens, end + 1, _ENGLISH_SMALL, end)
        if decimals:
            number += Fraction(int(decimals), 10 ** len(decimals))
            scale = scales.get(_word(tokens, end), 1)
            if scale > 1:
                return Spelled(value=number * scale, end=end + 1, scale=scale)
    return Spelled(value=number, end=end, scale=top)


def _decimals(tokens: list[Token], index: int, small: dict[str, int], otherwise: int) -> tuple[str, int]:
    digits = ""
    while len(digits) < 6 and 0 <= small.get(_word(tokens, index), 10) < 10:
        digits += str(small[_word(tokens, index)])
        index += 1
    return (digits, index) if digits else ("", otherwise)


def _tens_french(tokens: list[Token], index: int) -> tuple[int, int] | None:
    """Read 0–99; return the value and the index after it."""
    word = _word(tokens, index)
    if word in _FRENCH_SMALL:
        value, end = _FRENCH_SMALL[word], index + 1
        after = _next(tokens, end)
        if value == 4 and _word(tokens, after) in {"vingt", "vingts"}:
            value, end = 80, after + 1
        elif value == 10 and _word(tokens, after) in {"sept", "huit", "neuf"}:
            return 10 + _FRENCH_SMALL[_word(tokens, after)], after + 1
        else:
            return value, end
    elif word in _FRENCH_TENS:
        value, end = _FRENCH_TENS[word], index + 1
    else:
        return None
    after = _next(tokens, end)
    if _word(tokens, after) == "et":
        beyond = _next(tokens, after + 1)
        if _word(tokens, beyond) in {"un", "une"} and value != 80:
            # "vingt et un soldats", but "soixante et un avion" is as good: the grammar cannot tell, usage can.
            return value + 1, beyond + 1
        if _word(tokens, beyond) == "onze" and value == 60:
            return 71, beyond + 1
        return value, end
    rest = _FRENCH_SMALL.get(_word(tokens, after), 0)
    hyphen = after > end
    if value in {60, 80} and 10 <= rest <= 16:
        teen = _tens_french(tokens, after)
        if teen is not None:
            return value + teen[0], teen[1]
    if 0 < rest < 10 and (rest > 1 or value == 80 or hyphen) and (hyphen or rest > 1):
        return value + rest, after + 1
    return value, end


def _read_french(tokens: list[Token], index: int) -> Spelled | None:
    scales = SCALES["fr"]
    first = _tens_french(tokens, index)
    if first is None:
        if _word(tokens, index) not in {"cent", "mille"}:
            return None
        first = (1, index)
    value, end = first
    total, current, last, top = 0, value, 10**19, 1
    stop = index + _LONGEST
    while end < stop:
        after = _next(tokens, end)
        word = _word(tokens, after)
        if word == "de" and top >= 10**6 and _word(tokens, after + 1) in scales:
            after, word = after + 1, _word(tokens, after + 1)  # deux millions de milliards
        if word in scales and not (word == "cents" and current == 1):
            scale = scales[word]
            bare = word == "cent" and current == 0 and top > 1  # deux mille cent
            if scale == 100 and not (bare or 0 < current < 100):
                break
            if scale == 100:
                current = 100 * max(current, 1)
            elif scale < last:
                total += max(current, 1) * scale if scale == 1000 else current * scale
                current, last = 0, scale
            else:
                total, current = (total + current) * scale, 0
                last = scale
            top = max(top, scale)
            end = after + 1
            continue
        if top == 1 or current % 100 != 0:
            break
        if word == "et" and _word(tokens, after + 1) in {"un", "une"} and top <= 1000:
            break
        piece = _tens_french(tokens, after)
        if piece is not None and piece[0] in {0, 1} and after == end:
            piece = None  # "cent un" is 101, but "deux millions un jour" is not
            if top <= 1000 and _word(tokens, after) == "un" and not tokens[end - 1].low.endswith("s"):
                piece = (1, after + 1)
        if piece is None:
            break
        current += piece[0]
        end = piece[1]
    number = Fraction(total + current)
    if _word(tokens, end) == "virgule":
        decimals, end = _decimals(tokens, end + 1, _FRENCH_SMALL, end)
        if decimals:
            number += Fraction(int(decimals), 10 ** len(decimals))
            scale = scales.get(_word(tokens, end), 1)
            if scale > 1:
                return Spelled(value=number * scale, end=end + 1, scale=scale)
    return Spelled(value=number, end=end, scale=top)
