"""Balancing the marks of a paragraph: by glyph, by what stands around them, by parity, in this order of trust."""

from __future__ import annotations

from polyglot_news.quotes.glyphs import DOUBLE, Mark, Role, position_in


def settle(text: str, marks: list[Mark], carried: str | None) -> None:
    """Give each mark its final role, family by family."""
    straight = _without_inches([mark for mark in marks if mark.family == '"'], int(carried == '"'))
    curly = [mark for mark in marks if mark.family == "“"]
    sound = _balance(straight, int(carried == '"'))
    sound = _balance(curly, int(carried == "“")) and sound
    mixed = (straight and curly) or (straight and carried == "“") or (curly and carried == '"')
    if not sound and not (mixed and _mix(text, straight + curly, carried)):
        if not _balance(straight, int(carried == '"')):
            _by_parity(straight, carried == '"')
        if not _balance(curly, int(carried == "“")):
            _by_position(text, curly, int(carried == "“"))
    _settle_guillemets(text, [mark for mark in marks if mark.family == "«"], carried == "«")
    _settle_singles(marks, carried == "'")


def _without_inches(marks: list[Mark], depth: int) -> list[Mark]:
    """Drop the straight marks after a digit that stand for inches, if the others balance without them."""
    sure = [mark for mark in marks if mark.strong]
    if len(sure) == len(marks):
        return marks
    roles = [mark.role for mark in marks]
    if _balance(sure, depth):
        for mark in marks:
            if not mark.strong:
                mark.role = "none"
        return sure
    for mark, role in zip(marks, roles, strict=True):
        mark.role = role
    return marks


def _balance(marks: list[Mark], depth: int) -> bool:
    """Resolve the "either" marks by what is open; say whether everything then closes."""
    sound = True
    for mark in marks:
        if mark.role == "either":
            mark.role = "close" if depth else "open"
        depth += 1 if mark.role == "open" else -1
        if depth < 0:
            sound, depth = False, 0
    return sound and depth == 0


def _by_parity(marks: list[Mark], is_open: bool) -> None:
    """An even number of straight marks that do not balance by position alternate."""
    if (len(marks) + is_open) % 2 == 0:
        for number, mark in enumerate(marks):
            mark.role = "open" if number % 2 == int(is_open) else "close"


def _by_position(text: str, marks: list[Mark], depth: int) -> None:
    """Correct curly marks that were typed the wrong way round where their surroundings leave no doubt."""
    start_depth = depth
    roles: list[Role] = []
    for mark in marks:
        position = position_in(text, mark)
        role = mark.role
        if (role == "close" and depth == 0 and position != "close") or (
            role == "open" and depth and position == "close"
        ):
            role = "open" if role == "close" else "close"
        roles.append(role)
        depth = max(0, depth + (1 if role == "open" else -1))
    if depth <= 1 or len(marks) % 2 == start_depth:
        for mark, role in zip(marks, roles, strict=True):
            mark.role = role


def _mix(text: str, double: list[Mark], carried: str | None) -> bool:
    """Read curly and straight double marks as one family, as in “A"; say whether that balances them."""
    double.sort(key=lambda mark: mark.start)
    depth = int(carried in DOUBLE)
    before = [mark.role for mark in double]
    for mark in double:
        mark.role = position_in(text, mark)
    # The last one may open a quote that goes on in the next paragraph.
    sound = _balance(double, depth) or (double[-1].role == "open" and _balance(double[:-1], depth))
    for mark, role in zip(double, before, strict=True):
        if sound:
            mark.family = carried if carried in DOUBLE else "“"
        else:
            mark.role = role
    return sound


def _settle_guillemets(text: str, marks: list[Mark], is_open: bool) -> None:
    """Turn »German« marks round."""
    if is_open or not marks or marks[0].role != "close":
        return
    first = marks[0]
    before = text[first.start - 1] if first.start else " "
    after = text[first.end] if first.end < len(text) else " "
    if before.isspace() and not after.isspace() and any(mark.role == "open" for mark in marks):
        for mark in marks:
            mark.role = "close" if mark.role == "open" else "open"


def _settle_singles(marks: list[Mark], is_open: bool) -> None:
    """Pair single marks; drop what turns out to be an apostrophe."""
    singles = [mark for mark in marks if mark.family == "'"]
    closes_next = [mark.role == "close" for mark in singles[1:]] + [False]
    for number, mark in enumerate(singles):
        if mark.role == "open":
            if is_open or not closes_next[number]:
                # Nothing closes it (or it is nested in itself): an apostrophe.
                mark.role = "none"
            else:
                is_open = True
        elif is_open and (mark.strong or not closes_next[number]):
            is_open = False
        else:
            mark.role = "none"
