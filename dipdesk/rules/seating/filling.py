"""Who takes which seat of a frame: locked guests first, then every chain in its order."""

from collections.abc import Mapping, Sequence

from dipdesk.errors import Invalid
from dipdesk.i18n import _
from dipdesk.rules.seating.parts import Chain, Frame, Request, Shape

Seating = dict[str, str]
"""The guest of each seat that is taken."""

_MOST_SEATS = 20_000


def check(request: Request) -> None:
    """Raise Invalid, with the place, for ids used twice and for wishes or locks of guests nobody knows."""
    _check_size(request.shape)
    known: set[str] = set()
    for i, guest in enumerate(request.guests):
        if guest.id in known:
            raise Invalid(_("The id “{id}” is used twice.").format(id=guest.id), f"guests[{i}].id")
        known.add(guest.id)
    named = [
        *((g.spouse_of, f"guests[{i}].spouse_of") for i, g in enumerate(request.guests) if g.spouse_of),
        *((wish.a, f"wishes[{i}].a") for i, wish in enumerate(request.wishes)),
        *((wish.b, f"wishes[{i}].b") for i, wish in enumerate(request.wishes)),
        *((lock.guest, f"locked[{i}].guest") for i, lock in enumerate(request.locked)),
    ]
    for guest_id, place in named:
        if guest_id not in known:
            raise Invalid(_("There is no guest “{id}”.").format(id=guest_id), place)
    for i, wish in enumerate(request.wishes):
        if wish.a == wish.b:
            raise Invalid(_("A wish is about two different guests."), f"wishes[{i}].b")


def _check_size(shape: Shape) -> None:
    """Raise Invalid for more seats than any hall has."""
    width = max((shape.left or 0) + (shape.right or 0), shape.seats or 0)
    rows = (1 if shape.rows is None else shape.rows) * width
    tables = sum(table.seats for table in shape.tables)
    most = max(rows, tables, 2 * (shape.head or 0) + 2 * (shape.arms or 0))
    if most > _MOST_SEATS:
        raise Invalid(_("more than {limit} seats").format(limit=_MOST_SEATS), "shape")


def check_seats(request: Request, seats: Sequence[str]) -> None:
    """Raise Invalid, with the place, for locks and blocks of seats that do not exist or clash."""
    known = set(seats)
    for i, seat in enumerate(request.blocked):
        if seat not in known:
            raise Invalid(_("There is no seat “{seat}”.").format(seat=seat), f"blocked[{i}]")
    guests: set[str] = set()
    taken: set[str] = set()
    for i, lock in enumerate(request.locked):
        if lock.seat not in known:
            raise Invalid(_("There is no seat “{seat}”.").format(seat=lock.seat), f"locked[{i}].seat")
        if lock.seat in request.blocked:
            raise Invalid(_("The seat “{seat}” is blocked.").format(seat=lock.seat), f"locked[{i}].seat")
        if lock.seat in taken or lock.guest in guests:
            raise Invalid(_("A guest and a seat can be locked together only once."), f"locked[{i}]")
        taken.add(lock.seat)
        guests.add(lock.guest)


def fill(frame: Frame, request: Request) -> Seating:
    """The first seating of ``frame``; those for whom no seat is left are not in it."""
    seating = {lock.seat: lock.guest for lock in request.locked}
    seated = set(seating.values())
    left_over: list[str] = []
    for chain in frame.chains:
        waiting = [guest for guest in chain.guests if guest not in seated]
        for seat, guest in zip(free(chain, seating, request.blocked), waiting, strict=False):
            seating[seat] = guest
            seated.add(guest)
        left_over += [guest for guest in waiting if guest not in seated]
    if frame.spill:
        open_seats = [seat for chain in frame.chains for seat in free(chain, seating, request.blocked)]
        seating.update(zip(open_seats, left_over, strict=False))
    return seating


def free(chain: Chain, seating: Mapping[str, str], blocked: Sequence[str]) -> list[str]:
    """Seats of a chain that are neither taken nor blocked, the most honoured first."""
    return [seat for seat in chain.seats if seat not in seating and seat not in blocked]
