"""Long tables: host and co-host (S3), guest of honour opposite (S4), two delegations face to face (S6)."""

from collections.abc import Sequence

from dipdesk.i18n import _
from dipdesk.rules.seating.parts import (
    Chain,
    Frame,
    Guest,
    Line,
    Request,
    chain,
    is_host_side,
    lines,
    needed,
    with_role,
    without,
)

HOST, OTHER = "host", "other"
Slot = tuple[str, int]
"""A side and the chairs to the own right (positive) or left (negative) of its middle person."""


def long_cohost(request: Request) -> Frame:
    """Host and co-host face each other; ranks go in turn to the right of each, then to the left of each."""
    if not request.guests:
        return Frame((), ())
    host, cohost = needed(request.guests, "host"), needed(request.guests, "cohost")
    guests = [host, cohost, *without(request.guests, host, cohost)]
    opposite = _("Opposite the host, in the middle of the other side: the co-host.")
    return _facing(request, guests, opposite)


def long_opposite(request: Request) -> Frame:
    """The guest of honour sits opposite the host; the others to the right of each, then to the left."""
    if not request.guests:
        return Frame((), ())
    host = needed(request.guests, "host")
    rest = without(request.guests, host)
    guest = with_role(rest, "guest_of_honour") or (rest[0] if rest else None)
    guests = [host, *([guest] if guest else []), *without(rest, guest)]
    return _facing(request, guests, _("Opposite the host: the guest of honour."))


def _facing(request: Request, guests: Sequence[Guest], opposite: str) -> Frame:
    """Two sides with a middle person each."""
    size = request.shape.seats if request.shape.seats is not None else request.places_needed
    slots = [(HOST, 0), (OTHER, 0), *_turns(max(0, size - 2))]
    slots = slots[:size]
    rows, seat_of = lines([_observed(slots, side) for side in (HOST, OTHER)])
    reasons = [_facing_reason(rank, slot, opposite) for rank, slot in enumerate(slots, -1)]
    return Frame(rows, (chain(guests, slots, seat_of, reasons),))


def _turns(number: int) -> list[Slot]:
    """Host's right, the other's right, host's left, the other's left, then outward."""
    found: list[Slot] = []
    away = 1
    while len(found) < number:
        found += [(HOST, away), (OTHER, away), (HOST, -away), (OTHER, -away)]
        away += 1
    return found[:number]


def _observed(slots: Sequence[Slot], side: str) -> list[Slot]:
    """One side as somebody facing it sees it, left to right: the own right comes first."""
    return sorted((slot for slot in slots if slot[0] == side), key=lambda slot: -slot[1])


def _facing_reason(rank: int, slot: Slot, opposite: str) -> str:
    side, away = slot
    if away == 0:
        return _("The host, in the middle of the long side.") if side == HOST else opposite
    text = {
        (HOST, True): _("Place {rank}: chair {chair} to the host's right."),
        (HOST, False): _("Place {rank}: chair {chair} to the host's left."),
        (OTHER, True): _("Place {rank}: chair {chair} to the right of the person opposite the host."),
        (OTHER, False): _("Place {rank}: chair {chair} to the left of the person opposite the host."),
    }[side, away > 0]
    return text.format(rank=rank, chair=abs(away))


def bilateral(request: Request) -> Frame:
    """Two delegations across one table: head in the middle, 2 to the right, 3 to the left, and outward.

    The interpreter sits left of the head or on a chair behind (switch). Sides are numbered host first.
    """
    rows: list[Line] = []
    chains: list[Chain] = []
    aside: list[str] = []
    for number, hosts in enumerate((True, False), 1):
        side = [guest for guest in request.guests if is_host_side(guest) is hosts]
        delegates = _headed([guest for guest in side if guest.role != "interpreter"], hosts=hosts)
        beside = with_role(side, "interpreter") if request.switches.interpreter == "left" else None
        chairs = _chairs(_side_size(request, number, len(delegates), beside), beside is not None)
        taken = [*chairs, *([-1] if beside else [])]
        row, seat_of = lines([sorted(taken, reverse=True)], first=number)
        rows += row
        chains.append(chain(delegates, chairs, seat_of, _delegation_reasons(chairs)))
        if beside:
            chains.append(chain([beside], [-1], seat_of, [_("The interpreter, to the left of the head.")]))
        if request.switches.interpreter != "none":
            behind = [guest for guest in without(side, beside) if guest.role == "interpreter"]
            chains.append(interpreters_behind(behind, number))
            aside += chains[-1].seats
    return Frame(tuple(rows), tuple(chains), tuple(aside))


def _headed(delegates: Sequence[Guest], *, hosts: bool) -> list[Guest]:
    """The delegates of a side in their order, the one who was named its head before all others."""
    head = with_role(delegates, "host" if hosts else "guest_of_honour")
    return [*([head] if head else []), *without(delegates, head)]


def interpreters_behind(behind: Sequence[Guest], line: int) -> Chain:
    """Chairs behind the first persons of a line, outside of any row."""
    seats = tuple(f"{line}/behind/{i}" for i in range(1, len(behind) + 1))
    text = _("The interpreter, on a chair behind.")
    return Chain(tuple(guest.id for guest in behind), seats, (text,) * len(seats))


def _side_size(request: Request, number: int, delegates: int, beside: Guest | None) -> int:
    """Seats of one side for delegates; without a shape as many as come, and those that are blocked."""
    if request.shape.seats is not None:
        return max(0, (request.shape.seats + 1) // 2 - (beside is not None))
    return delegates + sum(seat.startswith(f"{number}/") for seat in request.blocked)


def _chairs(size: int, interpreter: bool) -> list[int]:
    """Chairs from the head on: 0, one to the right, one to the left (beyond the interpreter), and outward."""
    found = [0]
    for rank in range(2, size + 1):
        away = rank // 2
        found.append(away if rank % 2 == 0 else -away - interpreter)
    return found[:size]


def _delegation_reasons(chairs: Sequence[int]) -> list[str]:
    reasons = []
    for rank, away in enumerate(chairs, 1):
        if away == 0:
            text = _("The head of the delegation, in the middle of the side.")
        elif away > 0:
            text = _("Place {rank} of the delegation: to the right of its head.")
        else:
            text = _("Place {rank} of the delegation: to the left of its head.")
        reasons.append(text.format(rank=rank))
    return reasons
