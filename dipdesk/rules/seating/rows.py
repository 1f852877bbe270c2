"""Rows: head table and dais (S1), theatre rows (S2), group photo (S11)."""

from collections.abc import Sequence

from dipdesk.i18n import _
from dipdesk.rules.seating.parts import (
    Chain,
    Frame,
    Guest,
    Line,
    Request,
    Switches,
    centre_out,
    chain,
    is_host_side,
    lines,
    with_role,
    without,
)


def head_table(request: Request) -> Frame:
    """One row facing the audience: the first in the middle, then the own right, then the own left."""
    size = request.shape.seats if request.shape.seats is not None else request.places_needed
    row, seat_of = lines([range(size)])
    order = centre_out(size)
    guests = honoured(request.guests, request.switches, size)
    return Frame(row, (chain(guests, order, seat_of, row_reasons(size)),))


def honoured(guests: Sequence[Guest], switches: Switches, size: int) -> list[Guest]:
    """The order in which a row is filled: host and guest of honour take the middle, as the switch says."""
    host = with_role(guests, "host")
    if host is None:
        return list(guests)
    rest = without(guests, host)
    guest = with_role(rest, "guest_of_honour")
    rest = without(rest, guest)
    if guest is None and switches.host_variant == "left_of_guest" and rest:
        guest = rest.pop(0)
    middle = [guest] if guest else []
    if switches.host_variant == "left_of_guest":
        own_right = rest[:1] if size % 2 else []
        return [*middle, *own_right, host, *rest[len(own_right) :]]
    return (
        [host, *middle, *rest] if size % 2 else [*(middle or rest[:1]), host, *(rest if middle else rest[1:])]
    )


def row_reasons(size: int) -> list[str]:
    """Why each place of a row, in the order of honour."""
    reasons = []
    for rank, place in enumerate(centre_out(size), 1):
        away = place - (size - 1) / 2
        chairs = int(abs(away) + 0.5) if size % 2 == 0 else int(abs(away))
        if away == 0:
            text = _("Place {rank}: the middle, the place of honour.")
        elif away < 0:
            text = _("Place {rank}: on the own right of the middle, chair {chair}.")
        else:
            text = _("Place {rank}: on the own left of the middle, chair {chair}.")
        reasons.append(text.format(rank=rank, chair=chairs))
    return reasons


def theatre(request: Request) -> Frame:
    """Rows facing the stage; each row starts again from the aisle or, without one, from the middle.

    Both lists read as those see it who sit there or come in from behind, facing the stage.
    """
    shape = request.shape
    number = 1 if shape.rows is None else shape.rows
    if shape.left is None and shape.right is None:
        width = -(-request.places_needed // number) if number else 0
        blocks = [(0, width if shape.seats is None else shape.seats)] * number
    else:
        blocks = [(shape.left or 0, shape.right or 0)] * number
    rows: list[tuple[Line, ...]] = []
    seats: list[str] = []
    reasons: list[str] = []
    for left, right in blocks:
        first = sum(len(found) for found in rows) + 1
        blocked_rows = [[("left", i) for i in range(left)], [("right", i) for i in range(right)]]
        row, seat_of = lines([block for block in blocked_rows if block], mirrored=False, first=first)
        rows.append(row)
        for number, (block, place) in enumerate(_row_order(left, right, request.switches), 1):
            seats.append(seat_of[block, place])
            reasons.append(_theatre_reason(len(rows), number, block, bool(left and right)))
    guests = tuple(guest.id for guest in request.guests)
    return Frame(tuple(line for row in rows for line in row), (Chain(guests, tuple(seats), tuple(reasons)),))


def _row_order(left: int, right: int, switches: Switches) -> list[tuple[str, int]]:
    """Blocks from the aisle outward, in turn; a row without an aisle from its middle (rule S1)."""
    if not (left and right):
        block, size = ("left", left) if left else ("right", right)
        return [(block, size - 1 - place) for place in centre_out(size)]
    rights = [("right", place) for place in range(right)]
    lefts = [("left", place) for place in reversed(range(left))]
    first, second = (rights, lefts) if switches.aisle_right_first else (lefts, rights)
    both = min(left, right)
    turns = [seat for pair in zip(first, second, strict=False) for seat in pair]
    return [*turns, *first[both:], *second[both:]]


def _theatre_reason(row: int, number: int, block: str, aisle: bool) -> str:
    if not aisle:
        return _("Row {row}, place {number} from the middle.").format(row=row, number=number)
    if block == "right":
        return _("Row {row}, place {number}: right block facing the stage.").format(row=row, number=number)
    return _("Row {row}, place {number}: left block facing the stage.").format(row=row, number=number)


def photo(request: Request) -> Frame:
    """A group photo: rows like a head table, the front row first, the host in the middle.

    In an even row host and guest of honour share the middle, the guest to the host's own right; where
    everyone has a side, guests stand on the observer's left and hosts on the right.
    """
    shape = request.shape
    width = (shape.left or 0) + (shape.right or 0) or shape.seats or request.places_needed
    number = shape.rows or 1
    row, seat_of = lines([[(r, place) for place in range(width)] for r in range(number)])
    order = [(r, place) for r in range(number) for place in centre_out(width)]
    front = honoured(request.guests, Switches(), width)
    sided = all(guest.side for guest in request.guests) and len({guest.side for guest in request.guests}) == 2
    guests = _by_side(front, [place - (width - 1) / 2 for _r, place in order]) if sided else front
    return Frame(row, (chain(guests, order, seat_of, row_reasons(width) * number),))


def _by_side(guests: Sequence[Guest], offsets: Sequence[float]) -> list[Guest]:
    """Guests to the observer's left, hosts to the right, whoever is left over where there is room."""
    hosts = [guest for guest in guests if is_host_side(guest)]
    others = [guest for guest in guests if not is_host_side(guest)]
    middle = with_role(guests, "host")
    found: list[Guest] = []
    for offset in offsets[: len(guests)]:
        pool = others if offset < 0 or (offset == 0 and middle not in hosts) else hosts
        found.append((pool or hosts or others).pop(0))
    return found
