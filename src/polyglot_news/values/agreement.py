"""Which facts of two texts agree: as they stand, converted, rounded, or counted in another way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from polyglot_news.values.exchange import may_be_exchanged
from polyglot_news.values.facts import LARGE, METRIC_FREE, Fact
from polyglot_news.values.model import Bound
from polyglot_news.values.rates import rates_conflict
from polyglot_news.values.units import convert, units_conflict

# How far two measures may differ that were converted and rounded (miles and kilometres), and two that were not.
_CONVERTED = Fraction(10, 100)
_EXACT = Fraction(15, 1000)
_SAME_UNIT = Fraction(3, 100)  # of units so near that the figure may stay: nobody gives 600 metres for 600 yards
_DEGREES = {"°", "°C", "°F"}
_SAME_RATE = Fraction(2, 100)
_CENTS = {"USX", "EUX", "GBX"}
_CUSTOMARY = {(15, "day"), (2, "week"), (1, "fortnight"), (Fraction(1, 2), "month")}  # « quinze jours »
_WEEKS_AND_MONTHS = Fraction(81, 1000)  # four weeks make a month: six of them are a month and a half
_ROUNDED = Fraction(1, 10)  # how far a figure may lie above or below the round one that it passes or does not reach
_ABOUT = Fraction(15, 100)  # twice as far as from one that is about as much
_HOUR = 59  # minutes within which a time that is told by its hour may lie
SHARES = frozenset({"fraction", "percent"})
_ROUNDABLE = {"cardinal", "money", "quantity", "percent", "points"}
_ROUNDED_SILENTLY = 10_000  # smaller figures are exact, unless the text writes decimals and a unit
_INDEX = 100  # from here on, points are those of an index


def all_given(facts: Iterable[Fact], others: Sequence[Fact], least: float) -> bool:
    """Whether each of some facts agrees with one of others at least so well."""
    return all(any(agreement(one, other) >= least for other in others) for one in facts)


_HALF = Fraction(1, 2)


def bounds_oppose(one: Fact, two: Fact) -> bool:
    """Whether "at least" on one side faces "at most" or "nearly" on the other; or more than half a plain half."""
    bounds = {one.value.bound, two.value.bound}
    if "at least" in bounds and not bounds.isdisjoint({"at most", "nearly"}):
        return True
    # Half is no majority.
    halves = all(fact.value.kind == "fraction" and fact.numbers[0] == _HALF for fact in (one, two))
    return halves and bounds == {"exact", "at least"}


def agreement(one: Fact, two: Fact) -> float:
    """Return how well two facts agree: 0 not at all, 1 fully."""
    if one.kind == "code" or two.kind == "code":
        return 1.0 if one.kind == two.kind and one.text == two.text else 0.0
    if {one.kind, two.kind} == {"time", "number"}:
        time, number = (one, two) if one.kind == "time" else (two, one)
        return 0.6 if any(_hour(minutes, number) for minutes in time.numbers) else 0.0
    if one.kind != two.kind:
        return 0.0
    if one.kind == "time":
        return 1.0 if set(one.numbers) & set(two.numbers) else 0.0
    if _is_day_of_month(one, two) or _is_day_of_month(two, one):
        return 0.0
    if (one.times and _is_length_of_time(two)) or (two.times and _is_length_of_time(one)):
        return 0.0
    same = one.numbers[0] == two.numbers[0]
    if same or (set(one.numbers) & set(two.numbers)):
        if _rank(one) != _rank(two) and (one.small_word or two.small_word):
            return 0.3  # "second" and "two" may be chance
        score = 0.9 if same else 0.75
        if _units_conflict(one, two) or rates_conflict(one.value, two.value):
            return score - 0.35
        if one.unit is not None and one.unit == two.unit:
            return score + 0.1
        if _is_part_of_time(one, two) or _is_part_of_time(two, one):
            return score - 0.6  # 半个世纪 is no half of a rise
        if one.part is not None and one.part == two.part:
            return score + 0.1
        if one.value.kind == two.value.kind:
            return score + 0.05
        return score
    if may_be_exchanged(one.numbers[0], one.unit, two.numbers[0], two.unit):
        return 0.6
    return (
        _converted(one, two)
        or _in_cents(one, two)
        or _share(one, two)
        or _growth(one, two)
        or _crowd(one, two)
        or _odd(one, two)
    )


def _is_day_of_month(date: Fact, length: Fact) -> bool:
    """Whether one is the day of a date, and the other so many days: 9 December, nine days."""
    moment = date.value.moment
    dated = date.part == "day" and moment is not None and moment.month is not None and not date.value.loose
    return dated and length.value.kind == "quantity" and length.unit is not None


def _is_length_of_time(fact: Fact) -> bool:
    """Whether a fact tells how long something lasts: four days are not four times."""
    size = convert(fact.numbers[0], fact.unit) if fact.value.kind == "quantity" else None
    return size is not None and size[0] == "time"


def _is_part_of_time(length: Fact, share: Fact) -> bool:
    """Whether one is the part of a unit of time, and the other a share of something."""
    return length.numbers[0] < 1 and _is_length_of_time(length) and share.value.kind in SHARES


def _rank(fact: Fact) -> bool:
    return fact.value.kind == "ordinal" or fact.part is not None


def unit_changed(one: Fact, two: Fact) -> bool:
    """Whether two facts give the same figure with units that exclude each other (5 km, 5 miles)."""
    if one.kind != "number" or two.kind != "number" or not set(one.numbers) & set(two.numbers):
        return False
    if rates_conflict(one.value, two.value):
        return True
    return _units_conflict(one, two) and not _converted(one, two, _SAME_UNIT)


def converted(one: Fact, two: Fact) -> bool:
    """Whether two facts give the same measure in two units (3 feet, 90 cm)."""
    measures = one.kind == two.kind == "number" and one.unit is not None and two.unit is not None
    return measures and one.unit != two.unit and _converted(one, two) > 0


def _units_conflict(one: Fact, two: Fact) -> bool:
    return units_conflict(one.unit, two.unit) or _bare_points(one, two) or _bare_points(two, one)


def _bare_points(points: Fact, other: Fact) -> bool:
    """Whether "2 points", of a rate or a share, face 2 percent or 2 basis points."""
    bare = points.value.kind == "points" and points.unit is None
    return bare and (other.unit == "bp" or (other.unit == "%" and points.numbers[0] < _INDEX))


def _hour(minutes: Fraction, number: Fact) -> bool:
    hour, rest = divmod(int(minutes), 60)
    if number.numbers[0] in {hour, hour % 12, hour + 12} and (rest == 0 or number.unit is None):
        return True
    return number.numbers[0] == hour + Fraction(rest, 100)


def _converted(one: Fact, two: Fact, rounded: Fraction = _CONVERTED) -> float:
    if one.unit == two.unit and (one.unit is not None or one.lent == two.lent):
        return 0.8 if _same_rate(one, two) else 0.0
    if one.unit in _DEGREES and two.unit in _DEGREES:
        return 0.8 if _same_temperature(one, two) else 0.0
    first, second = convert(one.numbers[0], one.unit or one.lent), convert(two.numbers[0], two.unit or two.lent)
    if first is None or second is None or first[0] != second[0]:
        return 0.0
    if {(one.numbers[0], one.unit), (two.numbers[0], two.unit)} <= _CUSTOMARY:
        return 0.8
    largest = max(abs(first[1]), abs(second[1]))
    tolerance = _EXACT if first[0] in METRIC_FREE else rounded
    if {one.unit, two.unit} == {"week", "month"}:
        tolerance = _WEEKS_AND_MONTHS
    return 0.8 if largest and abs(first[1] - second[1]) <= largest * tolerance else 0.0


def _in_cents(one: Fact, two: Fact) -> float:
    """Hundredths of a currency against the currency: 43 cents, 0.43 euros."""
    for cents, other in ((one, two), (two, one)):
        if cents.unit in _CENTS and other.value.kind == "money" and other.unit not in _CENTS:
            return 0.8 if cents.numbers[0] == other.numbers[0] * 100 else 0.0
    return 0.0


def _same_rate(one: Fact, two: Fact) -> bool:
    """Whether both come to the same in a year: 100 a month, 1,200 a year."""
    if not rates_conflict(one.value, two.value):
        return False
    first, second = (convert(1 / fact.numbers[0], fact.value.per) if fact.numbers[0] else None for fact in (one, two))
    if first is None or second is None or first[0] != second[0]:
        return False
    return abs(first[1] - second[1]) <= first[1] * _SAME_RATE


def _same_temperature(one: Fact, two: Fact) -> bool:
    """Compare degrees; bare ones may be of either scale, and a rise in degrees has no offset."""
    for fahrenheit, celsius in ((one, two), (two, one)):
        if fahrenheit.unit in {"°F", "°"} and celsius.unit in {"°C", "°"}:
            number = fahrenheit.numbers[0]
            if any(
                abs(c - celsius.numbers[0]) < Fraction(3, 2)
                for c in ((number - 32) * Fraction(5, 9), number * Fraction(5, 9))
            ):
                return True
    return False


def _share(one: Fact, two: Fact) -> float:
    """A fraction against a percentage (half, 50%), or against "one in five"."""
    for fraction, other in ((one, two), (two, one)):
        if fraction.value.kind != "fraction":
            continue
        number = fraction.numbers[0]
        share = number * (1000 if other.unit == "‰" else 100)
        if other.value.kind == "percent" and abs(share - other.numbers[0]) <= max(
            Fraction(1), min(Fraction(2), share / 12)
        ):
            return 0.8
        if (
            number.numerator == 1
            and other.numbers[0] == number.denominator
            and other.value.kind in {"cardinal", "ordinal"}
        ):
            return 0.5
    return 0.0


def _growth(one: Fact, two: Fact) -> float:
    """A multiple against a percentage: tripled, up by 200%, at 300% of what it was."""
    for multiple, other in ((one, two), (two, one)):
        if multiple.value.kind == "multiple" and other.value.kind == "percent":
            grown = {(number - extra) * 100 for number in multiple.numbers for extra in (0, 1)}
            return 0.8 if other.numbers[0] in grown else 0.0
    return 0.0


def _crowd(one: Fact, two: Fact) -> float:
    """An order of magnitude ("hundreds") against another, or against a number of that order."""
    for crowd, other in ((one, two), (two, one)):
        if crowd.value.kind != "magnitude":
            continue
        ratio = other.numbers[0] / crowd.numbers[0] if crowd.numbers[0] else Fraction(0)
        if other.value.kind == "magnitude":
            if Fraction(1, 2) < ratio < 2:
                return 0.7
        elif 1 <= ratio < 10:
            return 0.5
    return 0.0


def _odd(one: Fact, two: Fact) -> float:
    """A round number that is only approached, and an exact one near it: twenty-odd and 24, une dizaine and 12."""
    for odd, other in ((one, two), (two, one)):
        base, number = odd.numbers[0], other.numbers[0]
        if odd.value.bound == "exact" or base < 10 or base.denominator != 1 or units_conflict(odd.unit, other.unit):
            continue
        dozens = 12 in {odd.value.scale, other.value.scale}
        if not (odd.value.spelled or other.value.spelled) or (odd.value.bound == other.value.bound and not dozens):
            continue
        step = 10 ** (len(str(int(base))) - 1)
        if (base % step == 0 and base < number < base + step) or abs(number - base) <= base / 5:
            return 0.5
    return 0.0


def rounds(rounder: Fact, other: Fact) -> float:
    """Return how well a rendering that is the rougher of the two agrees: "more than 300" for 312, "after 4" for 4:12.

    A large figure may be rounded without a word: 36.6 trillion for 36.612. The other way round they do not agree: an
    official "more than 300" is no 312.
    """
    bound = rounder.value.bound
    if rounder.kind != other.kind or rounder.part or other.part:
        return 0.0
    if bound == "exact":
        return 0.5 if _is_written_rounder(rounder, other) else 0.0
    if rounder.kind == "time":
        return 0.6 if any(_keeps(bound, a, b, _HOUR) for a in rounder.numbers for b in other.numbers) else 0.0
    if rounder.kind != "number" or rounder.numbers[0] <= 0 or not _bounds_meet(bound, other.value.bound):
        return 0.0
    base, number = rounder.numbers[0], other.numbers[0]
    if {rounder.value.kind, other.value.kind} == SHARES:
        base, number = map(in_percent, (rounder, other))
        return 0.5 if _keeps(bound, base, number, base / 8 + 1) else 0.0
    first, second = convert(base, rounder.unit), convert(number, other.unit)
    if rounder.unit != other.unit and first is not None and second is not None:
        return 0.5 if first[0] == second[0] and _keeps(bound, first[1], second[1], first[1] * _ROUNDED) else 0.0
    if not _alike(rounder, other) or _last_place(number) >= (last := _last_place(base)):
        return 0.0
    return 0.5 if _keeps(bound, base, number, min(last, base * (_ABOUT if bound == "about" else _ROUNDED))) else 0.0


def _is_written_rounder(rounder: Fact, other: Fact) -> bool:
    """Whether a figure is another one, rounded to its own last place: 36.6 trillion for 36.612, 4.5% for 4.46%.

    One of a single digit (5%, 30,000) tells too little for that, and small ones and years are exact.
    """
    if rounder.kind != "number" or not _alike(rounder, other):
        return False
    base, number = rounder.numbers[0], other.numbers[0]
    last = _last_place(base)
    decimal = base.denominator > 1 and rounder.unit is not None
    if not (decimal or base >= _ROUNDED_SILENTLY) or abs(base) < 10 * last or _last_place(number) >= last:
        return False
    return 2 * abs(number - base) <= last


def in_percent(share: Fact) -> Fraction:
    """Return a fraction or a percentage, in percent."""
    return share.numbers[0] * (100 if share.value.kind == "fraction" else 1)


def _alike(one: Fact, two: Fact) -> bool:
    """Whether both count, or measure the same; a large figure may leave its unit out."""
    if one.value.kind == two.value.kind:
        return one.value.kind in _ROUNDABLE and not _units_conflict(one, two)
    left_out = None in {one.unit, two.unit} and min(one.numbers[0], two.numbers[0]) >= LARGE
    return left_out and {one.value.kind, two.value.kind} <= _ROUNDABLE


def _keeps(bound: Bound, base: Fraction, number: Fraction, within: Fraction | int) -> bool:
    """Whether a number lies within so much of a rounder one, on the side that its bound names."""
    if bound == "about":
        return 2 * abs(number - base) <= within
    return number != base and (number > base) == (bound == "at least") and abs(number - base) <= within


def _bounds_meet(rounder: Bound, other: Bound) -> bool:
    return other in {"exact", rounder} or {rounder, other} == {"at least", "nearly"}


def _last_place(number: Fraction) -> Fraction:
    """Return what a number's last figure but zeros counts: 1000 in 12,000, a tenth in 2.5."""
    place = Fraction(1, 1000)
    while number and (number / (place * 10)).denominator == 1:
        place *= 10
    return place
